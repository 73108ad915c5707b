"""The wall of the worst mistakes: samples about which the network is most surely wrong, or farthest from the target."""

from __future__ import annotations

import csv
import io
from typing import cast, get_args

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget

from core.data import Samples
from core.events import Predicted
from core.mistakes import largest_errors, sample_losses, surest_mistakes
from core.probes import Subject
from desktop_app.plots.error_plot import ErrorPlot
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.fitting_row import FittingRow
from desktop_app.plots.message import PlotMessage
from desktop_app.plots.plot_style import percent, readable
from desktop_app.plots.sample_browser import SampleBrowser
from desktop_app.point_marks import PartName
from desktop_app.run_bar import ElidedLabel

_PARTS: tuple[PartName, ...] = get_args(PartName)
MOST_ERRORS = 1000
"""Of a regression, as many samples with the largest errors are listed."""


class WorstView(QWidget):
    """Shows the mistakes in one part of the data, the worst first.

    Signals:
        part_wanted: the user chose another part, whose predictions are to be given to :meth:`show_predictions`.
        saved, failed: a sentence about an export.
    """

    part_wanted = Signal()
    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(parent)
        self._subject: Subject | None = None
        self._predicted: Predicted | None = None
        self._wanted: PartName = "validation"
        self.plot = ErrorPlot()
        self.part_box = QComboBox()
        self.part_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.part_box.setAccessibleName(self.tr("Part of the data"))
        self.part_box.setToolTip(self.tr("Part of the data"))
        self.part_box.currentIndexChanged.connect(self._choose_part)
        self.summary = ElidedLabel()
        self.export_button = ExportButton(self._title, csv=self.to_csv, choose=choose, parent=self)
        self.errors_export = ExportButton.for_plot(self.plot, self._title, self.to_csv, choose, self)
        for button in (self.export_button, self.errors_export):
            button.saved.connect(self.saved)
            button.failed.connect(self.failed)
        self._build()
        self._show()

    def _build(self) -> None:
        self.browser, self.message = SampleBrowser(), PlotMessage()
        row = FittingRow()
        row.tools.addWidget(self.part_box)
        row.add_state(self.summary)
        row.add_shrinking(self.export_button)
        row.add_shrinking(self.errors_export)
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(12, 4, 12, 10)
        inner.addWidget(self.browser, 3)
        inner.addWidget(self.plot, 2)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.message)
        self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row)
        layout.addWidget(self.pages, 1)

    @property
    def part(self) -> PartName:
        """The part that is shown: the user's choice, or the next best where the data set has no such part."""
        parts = self._subject.parts if self._subject is not None else None
        wanted: tuple[PartName, ...] = (self._wanted, "validation", "train")
        return next((part for part in wanted if parts is None or getattr(parts, part) is not None), "train")

    def show_subject(self, subject: Subject) -> None:
        """Begin afresh with another network or other data."""
        self._subject, self._predicted = subject, None
        names = {"train": self.tr("training"), "validation": self.tr("validation"), "test": self.tr("test")}
        with QSignalBlocker(self.part_box):
            self.part_box.clear()
            for part in _PARTS:
                samples = self._samples(part)
                if samples is not None:
                    self.part_box.addItem(f"{names[part]} · {len(samples):,}", part)
            self.part_box.setCurrentIndex(self.part_box.findData(self.part))
        self._show()

    def show_predictions(self, predicted: Predicted | None) -> None:
        """Show what the network says of the part; None, or what does not fit to it, takes it away."""
        samples, subject = self._samples(self.part), self._subject
        fits = (
            predicted is not None
            and samples is not None
            and subject is not None
            and predicted.part == self.part
            and predicted.outputs.shape == (len(samples), subject.experiment.data.facts().num_outputs)
        )
        self._predicted = predicted if fits else None
        self._show()

    def to_csv(self) -> str:
        """Return the mistakes as CSV, the worst first."""
        samples, predicted = self._samples(self.part), self._predicted
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        if samples is None or predicted is None or self._subject is None or self._subject.parts is None:
            return ""
        shown, names = self.browser.shown, self._subject.parts.facts.class_names
        if names:
            losses = sample_losses(samples.y.astype(np.int64), predicted.outputs)
            writer.writerow(["sample", "label", "prediction", "loss", *(f"p({name})" for name in names)])
            for i in shown.tolist():
                p = predicted.outputs[i]
                writer.writerow([i, names[int(samples.y[i])], names[int(p.argmax())], losses[i], *p.tolist()])
            return text.getvalue()
        number = predicted.outputs.shape[1]
        writer.writerow(["sample", *(f"y{k + 1}" for k in range(number)), *(f"y_hat{k + 1}" for k in range(number))])
        writer.writerows([i, *samples.y[i].tolist(), *predicted.outputs[i].tolist()] for i in shown.tolist())
        return text.getvalue()

    # -- state --------------------------------------------------------------------------------------------------------

    def _samples(self, part: PartName) -> Samples | None:
        parts = self._subject.parts if self._subject is not None else None
        return None if parts is None else cast("Samples | None", getattr(parts, part))

    def _choose_part(self) -> None:
        self._wanted = self.part_box.currentData()
        self._predicted = None
        self._show(from_top=True)
        self.part_wanted.emit()

    def _show(self, *, from_top: bool = False) -> None:
        problem = self._problem()
        samples, predicted = self._samples(self.part), self._predicted
        self.part_box.setVisible(self.part_box.count() > 0)
        regression = self._subject is not None and self._subject.experiment.data.task == "regression"
        self.plot.setVisible(regression)
        self.errors_export.setVisible(regression)
        self.export_button.setVisible(not regression)
        for button in (self.export_button, self.errors_export):
            button.setEnabled(problem is None)
        self.pages.setCurrentIndex(0 if problem else 1)
        if problem is not None or samples is None or predicted is None or self._subject is None:
            self.summary.setText("")
            self.message.show_text(*(problem or ("", "")))
            return
        parts = self._subject.parts
        assert parts is not None  # or there were no samples
        if regression:
            shown = largest_errors(samples.y.astype(np.float32), predicted.outputs)[:MOST_ERRORS]
            self.plot.show_errors(samples.y.astype(np.float32), predicted.outputs)
        else:
            shown = surest_mistakes(samples.y.astype(np.int64), predicted.outputs)
        self.browser.show_samples(parts, samples, predicted, shown, from_top=from_top)
        self.summary.setText(self._summary(samples, predicted, len(shown), regression=regression))
        self.summary.setToolTip(self.summary.text())

    def _summary(self, samples: Samples, predicted: Predicted, number: int, *, regression: bool) -> str:
        when = self.tr("after step {step}").format(step=f"{predicted.step:,}")
        if predicted.step == 0:
            when = self.tr("before the first step")
        if regression:
            error = float(np.abs(predicted.outputs - samples.y).mean())
            text = self.tr("largest errors first, mean |ŷ − y| {error}, {when}")
            return text.format(error=readable(error), when=when)
        text = self.tr("{wrong} of {total} wrong ({share}), surest first, {when}")
        total = len(samples)
        return text.format(wrong=f"{number:,}", total=f"{total:,}", share=percent(number / total), when=when)

    def _problem(self) -> tuple[str, str] | None:
        """Return why there is nothing to show, and what to do; None if there is something."""
        subject, predicted = self._subject, self._predicted
        if subject is None or subject.parts is None:
            return self.tr("No data yet"), self.tr("The mistakes appear when the data are loaded and a network learns.")
        if not subject.has_network:
            return self.tr("No network yet"), self.tr("Press Train to see what the network gets most surely wrong.")
        if predicted is None and self.part == "test":
            return (
                self.tr("The test part is still closed"),
                self.tr("What the network gets wrong in it is shown after the run has finished."),
            )
        if predicted is None:
            return self.tr("No answers yet"), self.tr("The wall is filled at the end of each epoch.")
        if not np.isfinite(predicted.outputs).all():
            return (
                self.tr("The network's answers are no numbers any more"),
                self.tr("Press Reset and train with a smaller learning rate."),
            )
        samples, is_named = self._samples(self.part), bool(subject.parts.facts.class_names)
        if is_named and samples is not None and (predicted.outputs.argmax(axis=1) == samples.y).all():
            return self.tr("No mistakes"), self.tr("Every sample of this part is recognised.")
        return None

    def _title(self) -> str:
        name = self._subject.experiment.name if self._subject is not None else ""
        return self.tr("{name} worst").format(name=name)
