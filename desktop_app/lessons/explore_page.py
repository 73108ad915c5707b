"""The Explore tab: the explorers of all chapters, one at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QFont, QHideEvent, QResizeEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.events import ProbeTaken
from core.experiment import Experiment
from core.probes import Probe, Subject

Fact = float | bool | str

_ROOMY = 1000
"""Pixels from which on the list of explorers stands beside them; else it is a box above."""
_NAME_ROLE = Qt.ItemDataRole.UserRole


class Explorer(Protocol):
    """A QWidget that lets one idea be explored. It asks the engine what only MXNet can say."""

    name: str
    """As lessons call it."""
    chapter: int
    asked: SignalInstance
    """Emitted with a ``core.questions.Question``."""
    facts_changed: SignalInstance
    """Emitted without arguments when :meth:`facts` says something else."""
    failed: SignalInstance
    saved: SignalInstance
    """Both are emitted with a sentence for the user."""

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""

    def show_answer(self, question: Any, answer: Any, is_last: bool) -> None:
        """Show the answer to the newest question of its type, or the part of it that is known."""

    def show_problem(self, question: Any, sentence: str) -> None:
        """Show why a question has no answer."""

    def state(self) -> dict[str, Any]:
        """Return what it is set to, as JSON has it."""

    def restore(self, state: Mapping[str, Any]) -> None:
        """Set some values or all; what does not fit is told by ``failed`` and changes nothing."""

    def facts(self) -> dict[str, Fact]:
        """Return what the goals of lessons may ask."""


def chapter_title(chapter: int) -> str:
    """Return the title of a chapter, 1 to 8, in the language of the window."""
    titles = (
        QCoreApplication.translate("ExplorePage", "NDArray and automatic differentiation"),
        QCoreApplication.translate("ExplorePage", "Linear regression"),
        QCoreApplication.translate("ExplorePage", "Softmax regression"),
        QCoreApplication.translate("ExplorePage", "Multilayer perceptron"),
        QCoreApplication.translate("ExplorePage", "Model selection"),
        QCoreApplication.translate("ExplorePage", "Weight decay and dropout"),
        QCoreApplication.translate("ExplorePage", "Backpropagation and numerical stability"),
        QCoreApplication.translate("ExplorePage", "Building with Gluon"),
    )
    return titles[chapter - 1]


def _bold(font: QFont) -> QFont:
    font = QFont(font)
    font.setBold(True)
    return font


class _Rows(QStyledItemDelegate):
    """Gives the entries room, and more above the title of a chapter."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of an entry."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + (8 if index.data(_NAME_ROLE) else 14))


class ExplorePage(QWidget):
    """Shows one explorer, and the list from which another one is chosen. Each is built when it is first opened.

    Signals:
        asked: an explorer and its question for the engine.
        facts_changed: what :meth:`facts` says has changed.
        failed: a sentence about what went wrong.
        saved: a sentence about a file that was written.
        probes_changed: :meth:`probes` has changed.

    Args:
        kinds: the classes of the explorers.
        parent: the widget in which it lies.
    """

    asked = Signal(object, object)
    facts_changed = Signal()
    failed = Signal(str)
    saved = Signal(str)
    probes_changed = Signal()

    def __init__(self, kinds: Sequence[type], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: dict[str, Any] = {kind.name: kind for kind in kinds}  # type: ignore[attr-defined]
        self._built: dict[str, Any] = {}
        self._waiting_states: dict[str, Mapping[str, Any]] = {}
        self._current = next(iter(self._kinds), "")
        self._experiment: Experiment | None = None
        self._subject: Subject | None = None
        self._model = self._make_model()
        self._build()
        self._mark()

    @property
    def current(self) -> str:
        """The name of the explorer in sight; empty if there is none."""
        return self._current

    def names(self) -> tuple[str, ...]:
        """Return the names of all explorers, in the order of the chapters."""
        return tuple(self._kinds)

    def explorer(self, name: str) -> Any:
        """Return an explorer, built if it was not yet; ``name`` must be one of :meth:`names`."""
        if name not in self._built:
            built = self._kinds[name]()
            self._built[name] = built
            built.asked.connect(lambda question: self.asked.emit(built, question))
            built.facts_changed.connect(self.facts_changed)
            built.failed.connect(self.failed)
            built.saved.connect(self.saved)
            self.stack.addWidget(built)
            self._tell_experiment(built)
            if hasattr(built, "probes"):
                built.probes_changed.connect(self.probes_changed)
                if self._subject is not None:
                    built.show_subject(self._subject)
            if name in self._waiting_states:
                built.restore(self._waiting_states.pop(name))
            self.probes_changed.emit()
        return self._built[name]

    def open(self, name: str, state: Mapping[str, Any] | None = None) -> None:
        """Show an explorer, with some of its values set; what is not there is told by ``failed``."""
        if name not in self._kinds:
            self.failed.emit(self.tr("There is no explorer “{0}”.").format(name))
            return
        self._current = name
        self._mark()
        self.stack.setCurrentWidget(self.explorer(name))
        if state:
            self.explorer(name).restore(state)
        self.facts_changed.emit()
        self.probes_changed.emit()

    # -- what ProbeControl calls, for the explorers that look into the network of now ---------------------------------

    def probes(self) -> tuple[Probe, ...]:
        """Return what the explorer in sight needs to see of the network in the window."""
        shown: Any = self._built.get(self._current)
        return shown.probes() if hasattr(shown, "probes") else ()

    def show_subject(self, subject: Subject) -> None:
        """Tell the explorers of another network."""
        self._subject = subject
        for built in self._built.values():
            if hasattr(built, "probes"):
                built.show_subject(subject)

    def show_probe(self, taken: ProbeTaken) -> None:
        """Hand an answer to the explorer that asked for it."""
        if taken.probe in self.probes():
            self._built[self._current].show_probe(taken)

    @Slot(object)
    def show_experiment(self, experiment: Experiment) -> None:
        """Tell the explorers that ask for it, by a method ``show_experiment``, of the experiment of now."""
        self._experiment = experiment
        for built in self._built.values():
            self._tell_experiment(built)

    def _tell_experiment(self, built: Any) -> None:
        if self._experiment is not None and hasattr(built, "show_experiment"):
            built.show_experiment(self._experiment)

    def facts(self) -> dict[str, Fact]:
        """Return the facts of all explorers that were opened, as ``"name.fact"``.

        ``"shown"`` is the name of the one in front; empty while the page is not.
        """
        facts: dict[str, Fact] = {"shown": self._current if self.isVisible() else ""}
        return facts | {f"{n}.{fact}": value for n, it in self._built.items() for fact, value in it.facts().items()}

    def state(self) -> dict[str, Any]:
        """Return which explorer is in sight and what all are set to, as JSON has it."""
        states = {name: dict(state) for name, state in self._waiting_states.items()}
        return {"open": self._current, "explorers": states | {name: it.state() for name, it in self._built.items()}}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take what :meth:`state` returned; what is not known any more is left out."""
        for name, values in state.get("explorers", {}).items():
            if name in self._built:
                self._built[name].restore(values)
            elif name in self._kinds:
                self._waiting_states[name] = values
        if state.get("open") in self._kinds:
            self._current = state["open"]
            self._mark()
            if self.isVisible():
                self.open(self._current)

    def showEvent(self, event: QShowEvent) -> None:
        """Build the explorer that is in sight."""
        super().showEvent(event)
        if self._current:
            self.stack.setCurrentWidget(self.explorer(self._current))
        self.facts_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let it be known that no explorer is in front any more."""
        super().hideEvent(event)
        self.facts_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list beside the explorers if there is room."""
        super().resizeEvent(event)
        roomy = event.size().width() >= _ROOMY
        self._side.setVisible(roomy)
        self._top.setVisible(not roomy)

    def _make_model(self) -> QStandardItemModel:
        """Return the explorers under the titles of their chapters."""
        model = QStandardItemModel(self)
        chapter = 0
        for kind in sorted(self._kinds.values(), key=lambda kind: kind.chapter):
            if kind.chapter != chapter:
                chapter = kind.chapter
                heading = QStandardItem(self.tr("{0}. {1}").format(chapter, chapter_title(chapter)))
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                heading.setFont(_bold(self.font()))
                model.appendRow(heading)
            item = QStandardItem(kind.title())
            item.setData(kind.name, _NAME_ROLE)
            model.appendRow(item)
        return model

    def _build(self) -> None:
        self.stack = QStackedWidget()
        self.list = QListView()
        self.list.setObjectName("explorers")
        self.list.setModel(self._model)
        self.list.setAccessibleName(self.tr("Explorers"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.selectionModel().currentChanged.connect(lambda index, _: self._choose(index.data(_NAME_ROLE)))
        self._side = QFrame()
        self._side.setObjectName("card")
        self._side.setFixedWidth(230)
        inside = QVBoxLayout(self._side)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.addWidget(self.list)
        self.box = QComboBox()
        self.box.setModel(self._model)
        self.box.setAccessibleName(self.tr("Explorer"))
        self.box.setMaxVisibleItems(40)
        self.box.activated.connect(lambda row: self._choose(self._model.item(row).data(_NAME_ROLE)))
        self._top = QWidget()
        label = QLabel(self.tr("&Explorer"))
        label.setBuddy(self.box)
        row = QHBoxLayout(self._top)
        row.setContentsMargins(12, 8, 12, 0)
        row.addWidget(label)
        row.addWidget(self.box)
        row.addStretch(1)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._top)
        beside.addWidget(self.stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        margin = QVBoxLayout()
        margin.setContentsMargins(12, 12, 0, 12)
        margin.addWidget(self._side)
        layout.addLayout(margin)
        layout.addLayout(beside, 1)

    @Slot()
    def _choose(self, name: str | None) -> None:
        if name and name != self._current:
            self.open(name)

    def _mark(self) -> None:
        """Mark the explorer in sight in the list and in the box."""
        for row in range(self._model.rowCount()):
            if self._model.item(row).data(_NAME_ROLE) == self._current:
                self.list.setCurrentIndex(self._model.index(row, 0))
                self.box.setCurrentIndex(row)

    def minimumSizeHint(self) -> QSize:
        """Leave the size to the explorers, as far as they can shrink."""
        return QSize(300, 300)
