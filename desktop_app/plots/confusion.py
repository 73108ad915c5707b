"""The mistakes of a run: which classes are taken for which others."""

from __future__ import annotations

from html import escape

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.confusion import Counts, confusion_to_csv, precisions, recalls
from core.events import Predicted
from core.history import History
from core.probes import Subject
from desktop_app.plots.cell_samples import CellSamples
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.fitting_row import FittingRow
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.matrix_picture import Cell, MatrixPicture
from desktop_app.plots.message import PlotMessage
from desktop_app.plots.plot_style import percent
from desktop_app.run_bar import ElidedLabel


class ConfusionView(QWidget):
    """Shows the confusion matrix of the last epoch that has ended, or of the network that the run has left.

    A click on a cell, or Enter, opens its samples beside the matrix.

    Signals:
        samples_wanted: there is another cell whose samples are to be shown, or none any more: while there is one,
            :meth:`show_predictions` wants the answers for the validation part.
        saved, failed: a sentence about an export.

    Args:
        parent: the widget in which it lies.
        choose: asks for the file of an export.
    """

    samples_wanted = Signal()
    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(parent)
        self._history: History | None = None
        self._counts: Counts | None = None
        self._names: tuple[str, ...] = ()
        self.picture = MatrixPicture()
        self.picture.chosen.connect(self._show_cell)
        self.picture.opened.connect(self.open_cell)
        self.samples = CellSamples()
        self.samples.closed.connect(self._close_cell)
        self.card = HoverCard(self.picture)
        self.empty = PlotMessage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.picture)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_row(choose))
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.pages)
        self.splitter.addWidget(self.samples)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([560, 360])
        self.samples.hide()
        layout.addWidget(self.splitter, 1)
        self._refresh()
        self._draw()

    def _make_row(self, choose: Chooser) -> FittingRow:
        self.counts_button, self.shares_button = QToolButton(), QToolButton()
        self.counts_button.setText(self.tr("Counts"))
        self.counts_button.setToolTip(self.tr("Write the number of samples into the cells"))
        self.shares_button.setText(self.tr("Percent of the class"))
        self.shares_button.setToolTip(self.tr("Write into the cells how much of their true class they hold"))
        group = QButtonGroup(self)
        for button in (self.counts_button, self.shares_button):
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            group.addButton(button)
        self.counts_button.setChecked(True)
        self.shares_button.toggled.connect(self._draw)
        self.what = ElidedLabel()
        self.what.setTextFormat(Qt.TextFormat.PlainText)
        self.export_button = ExportButton.for_plot(self.picture, self._title, self._csv, choose, self)
        self.export_button.saved.connect(self.saved)
        self.export_button.failed.connect(self.failed)
        row = FittingRow()
        row.tools.addWidget(self.counts_button)
        row.tools.addWidget(self.shares_button)
        row.tools.addSpacing(8)
        row.add_state(self.what)
        row.add_shrinking(self.export_button)
        return row

    def show_history(self, history: History) -> None:
        """Show what the history holds now; while hidden, nothing is drawn until it is shown again."""
        self._history = history
        if self.isVisible():
            self._refresh()

    @property
    def wants_predictions(self) -> bool:
        """Whether the samples of a cell are shown."""
        return self.samples.cell is not None

    def show_subject(self, subject: Subject) -> None:
        """Take note of another network or other data."""
        self.samples.show_subject(subject)

    def show_predictions(self, predicted: Predicted | None) -> None:
        """Show what the network says of the validation part in the samples of a cell."""
        self.samples.show_predictions(predicted)

    def open_cell(self, cell: Cell) -> None:
        """Show the samples of a cell."""
        self.picture.mark(cell)
        self.samples.show_cell(cell)
        self.samples.show()
        self.samples_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the samples on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.wants_predictions:
            self._close_cell()
        else:
            super().keyPressEvent(event)

    def _close_cell(self) -> None:
        self.picture.mark(None)
        self.samples.show_cell(None)
        self.samples.hide()
        self.picture.setFocus()
        self.samples_wanted.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while this was hidden."""
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        counts = last_counts(self._history) if self._history is not None else None
        self.what.setText(self._what(counts))
        self.what.setToolTip(self.what.text())
        if counts is None:
            self.empty.show_text(*self._why_empty())
        if counts is self._counts:
            return
        num_before = None if self._counts is None else len(self._counts)
        self._counts = counts
        if counts is not None and self._history is not None:
            self._names = class_names(self._history, len(counts))
        if self.wants_predictions and (counts is None or len(counts) != num_before):
            self._close_cell()
        self._draw()

    def _draw(self) -> None:
        counts = self._counts
        self.picture.show_counts(counts, self._names, as_shares=self.shares_button.isChecked())
        self.pages.setCurrentWidget(self.empty if counts is None else self.picture)
        for widget in (self.counts_button, self.shares_button, self.export_button):
            widget.setEnabled(counts is not None)
        self._show_cell(self.picture.cell)

    def _what(self, counts: Counts | None) -> str:
        """Say of which samples and of which moment the picture is."""
        history = self._history
        if counts is None or history is None or not history.epochs:
            return ""
        samples, wrong = int(counts.sum()), int(counts.sum() - counts.trace())
        total = self.tr("{wrong} of {samples} wrong ({share})").format(
            wrong=f"{wrong:,}", samples=f"{samples:,}", share=percent(wrong / samples) if samples else "–"
        )
        ended = history.ended
        if ended is not None and ended.confusion is not None:
            number = ended.best_epoch or history.epochs[-1].epoch
            when = self.tr("Validation part, at the end (epoch {number})").format(number=number)
        else:
            when = self.tr("Validation part, after epoch {number}").format(number=history.epochs[-1].epoch)
        return f"{when}: {total}"

    def _why_empty(self) -> tuple[str, str]:
        """Say why there is no matrix, and when there will be one: a heading and a sentence."""
        started = self._history.started if self._history is not None else None
        if started is None:
            return self.tr("No network yet"), self.tr("Press Train to see which classes are taken for which others.")
        if started.experiment.data.facts().task != "classification":
            return self.tr("No classes"), self.tr("This run predicts numbers. Its largest errors stand under Worst.")
        if started.num_validation == 0:
            return (
                self.tr("No validation part"),
                self.tr("This run has no validation part whose mistakes could be counted. Give it one in the data."),
            )
        return self.tr("Nothing counted yet"), self.tr("Mistakes are counted at the end of each epoch.")

    def _show_cell(self, cell: Cell | None) -> None:
        """Say what a cell means, beside it."""
        if cell is None or self._counts is None:
            self.card.hide()
            self.picture.setAccessibleDescription("")
            return
        text = self.cell_text(cell)
        self.picture.setAccessibleDescription(text)
        self.card.show_text(escape(text), self.picture.middle_of(cell))

    def cell_text(self, cell: Cell) -> str:
        """Return what a cell means in words, such as "sneaker taken for sandal: 34 of 1000 (3.4 %)"."""
        counts, names, (row, column) = self._counts, self._names, cell
        if counts is None:
            return ""
        n = len(counts)
        if row == n or column == n:
            share = precisions(counts)[column] if row == n else recalls(counts)[row]
            text = (
                self.tr("precision of {name}: {share} of what was taken for it is right")
                if row == n
                else self.tr("recall of {name}: {share} of it is recognised")
            )
            value = percent(float(share)) if np.isfinite(share) else "–"
            return text.format(name=names[column if row == n else row], share=value)
        count, total = int(counts[row, column]), int(counts[row].sum())
        share_text = f" ({percent(count / total)})" if total else ""
        text = (
            self.tr("{true} recognised: {count} of {total}")
            if row == column
            else self.tr("{true} taken for {predicted}: {count} of {total}")
        )
        return text.format(true=names[row], predicted=names[column], count=count, total=total) + share_text

    def _csv(self) -> str:
        return confusion_to_csv(self._counts, self._names) if self._counts is not None else ""

    def _title(self) -> str:
        started = self._history.started if self._history is not None else None
        return self.tr("{name} mistakes").format(name=started.experiment.name if started is not None else "")


def last_counts(history: History) -> Counts | None:
    """Return the matrix of the network that the run has left, or else of the last epoch."""
    if history.ended is not None and history.ended.confusion is not None:
        return history.ended.confusion
    return next((epoch.confusion for epoch in history.epochs[-1:]), None)


def class_names(history: History, num_classes: int) -> tuple[str, ...]:
    """Return the names of the classes; numbers where the data set has none."""
    names = history.started.experiment.data.facts().class_names if history.started is not None else ()
    return names if len(names) == num_classes else tuple(str(number) for number in range(num_classes))
