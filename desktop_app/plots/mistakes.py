"""The Mistakes tab: what is taken for what, the worst mistakes, the classes, and samples of one's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from core.events import Predicted, ProbeTaken
from core.history import History
from core.probes import Probe, Subject
from desktop_app.plots.by_class import ByClassView
from desktop_app.plots.confusion import ConfusionView
from desktop_app.plots.own import OwnView
from desktop_app.plots.tab_order import follow_layouts
from desktop_app.plots.worst import WorstView
from desktop_app.point_marks import PartName


class MistakesView(QWidget):
    """Four views of what the network gets wrong, behind a switch. It needs no probes, but predictions.

    Signals:
        subject_shown: what :meth:`show_subject` was told.
        predictions_wanted: :attr:`wanted_part` has changed; :meth:`show_predictions` wants its predictions.
        probes_changed: never emitted; every view of a network has it.
        saved, failed: a sentence about an export.
    """

    predictions_wanted = Signal()
    subject_shown = Signal(object)
    probes_changed = Signal()
    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.confusion, self.worst, self.by_class, self.own = ConfusionView(), WorstView(), ByClassView(), OwnView()
        self.pages = QStackedWidget()
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setContentsMargins(12, 6, 12, 0)
        row.setSpacing(3)
        for title, help_text, view in (
            (self.tr("Confusion"), self.tr("Which classes are taken for which others"), self.confusion),
            (self.tr("Worst"), self.tr("The samples that the network gets most surely wrong"), self.worst),
            (self.tr("By class"), self.tr("How much of each class is recognised"), self.by_class),
            (self.tr("Your own"), self.tr("Draw or type an input, and see what the network says of it"), self.own),
        ):
            self._add_page(row, title, help_text, view)
        row.addStretch(1)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.pages, 1)
        for view in (self.confusion, self.worst, self.by_class):
            view.saved.connect(self.saved)
            view.failed.connect(self.failed)
        self.own.failed.connect(self.failed)
        follow_layouts(self)
        self.confusion.samples_wanted.connect(self.predictions_wanted)
        self.worst.part_wanted.connect(self.predictions_wanted)

    def _add_page(self, row: QHBoxLayout, title: str, help_text: str, view: QWidget) -> None:
        button = QToolButton()
        button.setText(title)
        button.setToolTip(help_text)
        button.setCheckable(True)
        self._group.addButton(button, self.pages.count())
        self.pages.addWidget(view)
        row.addWidget(button)

    def button(self, view: QWidget) -> QToolButton:
        """Return the button of the switch that shows one of the views."""
        button = self._group.button(self.pages.indexOf(view))
        assert isinstance(button, QToolButton)
        return button

    @property
    def wanted_part(self) -> PartName | None:
        """The part of the data whose predictions are seen now; None if none are."""
        if not self.isVisible():
            return None
        if self.pages.currentWidget() is self.worst:
            return self.worst.part
        if self.pages.currentWidget() is self.confusion and self.confusion.wants_predictions:
            return "validation"
        return None

    def show_history(self, history: History) -> None:
        """Show the counts of a run."""
        self.confusion.show_history(history)
        self.by_class.show_history(history)

    def show_predictions(self, predicted: Predicted | None) -> None:
        """Show what the network says of :attr:`wanted_part`."""
        if self.pages.currentWidget() is self.worst:
            self.worst.show_predictions(predicted)
        elif self.confusion.wants_predictions:
            self.confusion.show_predictions(predicted)

    def probes(self) -> tuple[Probe, ...]:
        """Return nothing: what is shown here are answers, not the inside of the network."""
        return ()

    def show_probe(self, taken: ProbeTaken) -> None:
        """Ignore what other views have asked for."""

    def show_subject(self, subject: Subject) -> None:
        """Begin afresh with another network or other data."""
        self.confusion.show_subject(subject)
        self.worst.show_subject(subject)
        self.own.show_subject(subject)
        self.subject_shown.emit(subject)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what is seen from now on."""
        super().showEvent(event)
        self.predictions_wanted.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing any more."""
        super().hideEvent(event)
        self.predictions_wanted.emit()

    def _switch(self, position: int, on: bool) -> None:
        if on:
            self.pages.setCurrentIndex(position)
            self.predictions_wanted.emit()
