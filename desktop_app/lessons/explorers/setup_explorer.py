"""What explorers have in common that are a picture of a setup: controls above, the picture below."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.explorers.setup import Setup, SetupError, changed
from desktop_app.abstract import AbstractWidgetType
from desktop_app.lessons.explorers.controls import Control, NumberControl, control_of
from desktop_app.lessons.explorers.flow_layout import FlowLayout
from desktop_app.plots.export import ExportButton

S = TypeVar("S", bound=Setup)
W = TypeVar("W", bound=QWidget)
Fact = float | bool | str


def let_shrink(widget: W) -> W:
    """Let a plot on a page that can be scrolled take the height that is left, down to its minimum; return it."""
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    return widget


class SetupExplorer(QWidget, Generic[S], metaclass=AbstractWidgetType):
    """An explorer whose state is a :class:`Setup`.

    A subclass makes its controls with :meth:`add_control`, puts its picture into ``stage``, and draws in :meth:`_draw`.

    Signals:
        asked: a question for the engine.
        facts_changed: what :meth:`facts` says has changed.
        failed: a sentence about what went wrong.
        saved: a sentence about a file that was written.
    """

    name: ClassVar[str]
    chapter: ClassVar[int]

    asked = Signal(object)
    facts_changed = Signal()
    failed = Signal(str)
    saved = Signal(str)

    def __init__(self, setup: S, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setup = setup
        self.controls: dict[str, Control] = {}
        self.explanation = QLabel()
        self.explanation.setWordWrap(True)
        self.explanation.setProperty("role", "muted")
        top = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        top.setSizePolicy(policy)
        self.tools = FlowLayout(top)
        self._corner = QHBoxLayout()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.explanation, 1)
        head.addLayout(self._corner)
        self.stage = QVBoxLayout()
        self.stage.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(top)
        column.addLayout(self.stage, 1)

    # -- what a subclass uses -----------------------------------------------------------------------------------------

    def add_control(self, name: str, **options: Any) -> Control:
        """Add the control of a field of the setup."""
        control = control_of(type(self.setup), name, **options)
        control.edited.connect(lambda value: self.change(**{name: value}))
        if isinstance(control, NumberControl):
            control.refused.connect(self.failed)
        self.controls[name] = control
        self.tools.addWidget(control)
        return control

    def add_export(self, button: ExportButton) -> None:
        """Put an export button into the upper right corner."""
        button.saved.connect(self.saved)
        button.failed.connect(self.failed)
        self._corner.addWidget(button)

    def add_scrolled(self, widget: QWidget) -> None:
        """Put a widget into the stage that can be scrolled upright where the window is too low for it."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(widget)
        self.stage.addWidget(area, 1)

    def change(self, **values: Any) -> None:
        """Take other values, as JSON has them, from the user's hand."""
        self.restore(values)

    @abstractmethod
    def _draw(self) -> None:
        """Show the setup."""

    # -- what the page and the lessons use ----------------------------------------------------------------------------

    @classmethod
    @abstractmethod
    def title(cls) -> str:
        """Return the name that a user reads; it is asked for before there is an instance."""

    def state(self) -> dict[str, Any]:
        """Return all values as JSON has them."""
        return self.setup.model_dump(mode="json")

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take other values; what does not fit is told by ``failed`` and changes nothing."""
        try:
            self.setup = changed(self.setup, state)
        except SetupError as error:
            self.failed.emit(str(error))
        self.refresh()
        self.facts_changed.emit()

    def refresh(self) -> None:
        """Show the setup in the controls and in the picture."""
        for name, control in self.controls.items():
            control.show_value(getattr(self.setup, name))
        self._draw()

    def facts(self) -> dict[str, Fact]:
        """Return what goals of lessons may ask."""
        return {}

    def show_answer(self, question: object, answer: object, is_last: bool) -> None:
        """Show what the engine says; most explorers ask nothing."""

    def show_problem(self, question: object, sentence: str) -> None:
        """Show why the engine could not answer."""
        self.failed.emit(sentence)
