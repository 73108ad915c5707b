"""How much of each class is recognised, with the tools around the bars."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QVBoxLayout, QWidget

from core.history import History
from desktop_app.plots.class_recall import ClassRecall
from desktop_app.plots.confusion import class_names, last_counts
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.fitting_row import FittingRow
from desktop_app.plots.message import PlotMessage
from desktop_app.plots.plot_style import percent
from desktop_app.run_bar import ElidedLabel


class ByClassView(QWidget):
    """Shows the recall of each class on the validation part, after the last epoch or at the end.

    ``saved`` and ``failed`` carry a sentence about an export.
    """

    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(parent)
        self._history: History | None = None
        self.plot, self.message = ClassRecall(), PlotMessage()
        self.sort_box = QCheckBox(self.tr("Worst first"))
        self.sort_box.setToolTip(self.tr("Put the class that is recognised least on top"))
        self.sort_box.setChecked(True)
        self.sort_box.toggled.connect(self.plot.sort)
        self.what = ElidedLabel()
        self.export_button = ExportButton.for_plot(self.plot, self._title, self.plot.to_csv, choose, self)
        self.export_button.saved.connect(self.saved)
        self.export_button.failed.connect(self.failed)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.message)
        self.pages.addWidget(self.plot)
        row = FittingRow()
        row.tools.addWidget(self.sort_box)
        row.add_state(self.what)
        row.add_shrinking(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row)
        layout.addWidget(self.pages, 1)

    def show_history(self, history: History) -> None:
        """Show what the history holds now; while hidden, nothing is drawn until it is shown again."""
        self._history = history
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while this was hidden."""
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        history = self._history
        counts = last_counts(history) if history is not None else None
        self.plot.show_counts(counts, class_names(history, len(counts)) if history and counts is not None else ())
        self.pages.setCurrentWidget(self.message if counts is None else self.plot)
        for widget in (self.sort_box, self.export_button):
            widget.setEnabled(counts is not None)
        if counts is None or history is None:
            self.what.setText("")
            self.message.show_text(*self._excuse(history))
            return
        samples, right = int(counts.sum()), int(counts.trace())
        text = self.tr("Validation part, {when}: {right} of {samples} recognised ({share})").format(
            when=self.tr("at the end")
            if history.ended is not None and history.ended.confusion is not None
            else self.tr("after epoch {number}").format(number=history.epochs[-1].epoch),
            right=f"{right:,}",
            samples=f"{samples:,}",
            share=percent(right / samples) if samples else "–",
        )
        self.what.setText(text)
        self.what.setToolTip(text)

    def _excuse(self, history: History | None) -> tuple[str, str]:
        """Return why there are no bars, and what to do."""
        started = history.started if history is not None else None
        if started is None:
            return self.tr("No run yet"), self.tr("Press Train to see how much of each class is recognised.")
        if started.experiment.data.facts().task != "classification":
            return self.tr("No classes"), self.tr("This run predicts numbers. Its largest errors stand under Worst.")
        if started.num_validation == 0:
            return (
                self.tr("No validation part"),
                self.tr("Give the data a validation part, whose samples can be counted."),
            )
        return self.tr("No epoch yet"), self.tr("The classes are counted at the end of each epoch.")

    def _title(self) -> str:
        started = self._history.started if self._history is not None else None
        return self.tr("{name} classes").format(name=started.experiment.name if started is not None else "")
