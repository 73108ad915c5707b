"""The initialiser that a layer has of its own: its kind and its settings, in the layer's card."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.fields import Value
from core.initializers import LAYER_INITIALIZERS, InitializerBase, NetworkInitializer
from desktop_app.help_mark import HelpMark
from desktop_app.panels.field_rows import FieldRows, caption
from desktop_app.panels.inputs import ChoiceBox
from desktop_app.panels.setting_path import mark_setting
from desktop_app.texts import translated


class InitializerRows(QWidget):
    """Shows the initialiser of one layer; it is hidden while the layer's weights are drawn as the network's.

    Signals:
        edited: name of a field, ``kind`` included, and the value that the user asks for.
        problem_changed: a field shows another problem, or none any more.
    """

    edited = Signal(str, object)
    problem_changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark_setting(self, "initializer")
        self.kinds = ChoiceBox()
        self.kinds.setAccessibleName(title)
        for kind in LAYER_INITIALIZERS:
            self.kinds.add(kind.kind_name(), translated(kind.title), translated(kind.help))
        self.kinds.chosen.connect(self._choose)
        self._pages: dict[type[Value], FieldRows] = {}
        self.page: FieldRows | None = None
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(caption(title, small=True))
        top.addWidget(HelpMark(title, self.kinds))
        top.addWidget(self.kinds, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(top)
        self.hide()

    @property
    def is_own(self) -> bool:
        """Whether the layer that is shown has an initialiser of its own."""
        return self.page is not None

    def show_initializer(self, initializer: InitializerBase, watcher: QObject, *, keep_refused: bool) -> None:
        """Show the initialiser of a layer.

        Args:
            initializer: what the layer says, perhaps that it leaves it to the network.
            watcher: filters the events of all inputs.
            keep_refused: whether a field keeps a refused text if its value is still the same.
        """
        self.kinds.show_value(initializer.kind_name())
        self.kinds.setToolTip(translated(initializer.help))
        page = None if isinstance(initializer, NetworkInitializer) else self._page_of(type(initializer), watcher)
        if page is not None:
            page.show_group(initializer, keep_refused=keep_refused and page is self.page)
        if page is not self.page:
            if self.page is not None:
                self.page.hide()
            self.page = page
            if page is not None:
                page.setVisible(bool(page.editors))
        self.setVisible(self.is_own)

    def inputs(self) -> list[QWidget]:
        """Return what takes input now, in order."""
        return [self.kinds, *self.page.editors.values()] if self.page is not None else []

    def _page_of(self, kind: type[InitializerBase], watcher: QObject) -> FieldRows:
        if kind not in self._pages:
            page = self._pages[kind] = FieldRows(kind, most_in_a_row=2)
            page.edited.connect(self.edited)
            page.problem_changed.connect(self.problem_changed)
            for editor in page.editors.values():
                (editor.focusProxy() or editor).installEventFilter(watcher)
            self._column.addWidget(page)
        return self._pages[kind]

    def _choose(self, kind: str) -> None:
        self.edited.emit("kind", kind)
