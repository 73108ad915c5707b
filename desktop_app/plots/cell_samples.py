"""The samples that a cell of the confusion matrix counts."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from core.events import Predicted
from core.mistakes import samples_in_cell
from core.probes import Subject
from desktop_app.icons import icon
from desktop_app.plots.message import PlotMessage
from desktop_app.plots.sample_browser import SampleBrowser

Cell = tuple[int, int]


class CellSamples(QWidget):
    """Shows the validation samples of a cell, those with the surest answers first.

    Signals:
        closed: the user is done with them.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cell: Cell | None = None
        self._subject: Subject | None = None
        self._predicted: Predicted | None = None
        self.title, self.when = QLabel(), QLabel()
        self.title.setProperty("role", "heading")
        self.title.setWordWrap(True)
        self.when.setProperty("role", "muted")
        self.close_button = QToolButton()
        self.close_button.setObjectName("flat")
        self.close_button.setIcon(icon("close"))
        self.close_button.setToolTip(self.tr("Close the samples (Esc)"))
        self.close_button.setAccessibleName(self.tr("Close the samples"))
        self.close_button.clicked.connect(self.closed)
        self.browser, self.message = SampleBrowser(Qt.Orientation.Vertical), PlotMessage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.message)
        self.pages.addWidget(self.browser)
        self.setMinimumWidth(290)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 2, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.when)
        layout.addWidget(self.pages, 1)

    def show_subject(self, subject: Subject) -> None:
        """Take note of another network or other data."""
        self._subject, self._predicted = subject, None
        self._show()

    def show_predictions(self, predicted: Predicted | None) -> None:
        """Take what the network says of the validation part; of another part, or None: nothing is known."""
        parts = self._subject.parts if self._subject is not None else None
        validation = parts.validation if parts is not None else None
        fits = predicted is not None and predicted.part == "validation" and validation is not None
        if fits and predicted is not None and validation is not None:
            fits = len(predicted.outputs) == len(validation) and bool(np.isfinite(predicted.outputs).all())
        self._predicted = predicted if fits else None
        self._show()

    def show_cell(self, cell: Cell | None) -> None:
        """Show the samples of a cell: see :func:`core.mistakes.samples_in_cell`."""
        self.cell = cell
        self._show(from_top=True)

    def _show(self, *, from_top: bool = False) -> None:
        parts = self._subject.parts if self._subject is not None else None
        validation = parts.validation if parts is not None else None
        if self.cell is None or parts is None or not parts.facts.class_names:
            self.title.setText("")
            self.pages.setCurrentWidget(self.message)
            return
        self.title.setText(self._name(self.cell, parts.facts.class_names))
        if validation is None or self._predicted is None:
            self.when.setText("")
            self.message.show_text("", self.tr("The samples are shown as soon as the network has answered."))
            self.pages.setCurrentWidget(self.message)
            return
        shown = samples_in_cell(validation.y.astype(np.int64), self._predicted.outputs, self.cell)
        step = self._predicted.step
        when = self.tr("after step {step}").format(step=f"{step:,}") if step else self.tr("before the first step")
        self.when.setText(self.tr("{number} samples, {when}").format(number=f"{len(shown):,}", when=when))
        if not len(shown):
            self.message.show_text("", self.tr("No sample is in this cell."))
            self.pages.setCurrentWidget(self.message)
            return
        self.browser.show_samples(parts, validation, self._predicted, shown, from_top=from_top)
        self.pages.setCurrentWidget(self.browser)

    def _name(self, cell: Cell, names: tuple[str, ...]) -> str:
        row, column = cell
        if row >= len(names):
            return self.tr("wrongly taken for {name}").format(name=names[column])
        if column >= len(names):
            return self.tr("{name} not recognised").format(name=names[row])
        if row == column:
            return self.tr("{name} recognised").format(name=names[row])
        return self.tr("{true} taken for {predicted}").format(true=names[row], predicted=names[column])
