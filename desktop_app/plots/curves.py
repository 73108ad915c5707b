"""The curves of a run: loss above, accuracy below, over the epochs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from core.history import History
from desktop_app.plots.canvas import Canvas, Plot, PlotView
from desktop_app.plots.curve_data import (
    MAX_POINTS,
    RunCurves,
    accuracy_range,
    log_range,
    x_range,
)
from desktop_app.plots.empty_curves import EmptyCurves
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.marks import Marks
from desktop_app.plots.plot_style import LegendEntry, LineStyle
from desktop_app.plots.readout import Inspector
from desktop_app.plots.reset_button import ResetButton
from desktop_app.plots.run_marks import run_marks

BATCH = LineStyle("train", width=1.0, strength=0.48, symbol="circle", symbol_size=6.0)
TRAIN = LineStyle("train", width=2.2, symbol="circle")
VALIDATION = LineStyle("validation", width=2.2, dash=Qt.PenStyle.DashLine, symbol="diamond", symbol_size=9.0)


class CurvesView(QWidget):
    """Shows the curves of a :class:`History` and keeps them after the run.

    ``saved`` and ``failed`` carry a sentence about an export.

    Args:
        parent: the widget in which it lies.
        choose: asks for the file of an export.
    """

    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(parent)
        self._history: History | None = None
        self._run: RunCurves | None = None
        self._drawn: tuple[object, ...] = ()
        self._following = True
        self._adjusting = False
        self._make_canvas()
        self._make_buttons(choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._buttons)
        pages = QStackedLayout()
        # Under the empty state the canvas keeps its size, by which curves are fitted, and the focus.
        pages.setStackingMode(QStackedLayout.StackingMode.StackAll)
        pages.addWidget(self.canvas)
        pages.addWidget(self.empty)
        pages.setCurrentWidget(self.empty)
        layout.addLayout(pages)
        self._show_empty()

    def _make_canvas(self) -> None:
        self.canvas = Canvas()
        self.canvas.setAccessibleName(self.tr("Curves of loss and accuracy"))
        self.legend = self.canvas.add_legend(0)
        self.loss = self.canvas.add_plot(1)
        self.accuracy = self.canvas.add_plot(3, percent=True)
        self.lines = {
            "batch_loss": self.loss.add_line(BATCH),
            "train_loss": self.loss.add_line(TRAIN),
            "validation_loss": self.loss.add_line(VALIDATION),
            "batch_accuracy": self.accuracy.add_line(BATCH),
            "train_accuracy": self.accuracy.add_line(TRAIN),
            "validation_accuracy": self.accuracy.add_line(VALIDATION),
        }
        self.marks = {plot: Marks() for plot in self.canvas.plots}
        for plot in self.canvas.plots:
            plot.view.addItem(self.marks[plot], ignoreBounds=True)
            plot.view.sigXRangeChanged.connect(self._range_changed)
            plot.view.sigRangeChangedManually.connect(self._zoomed)
            plot.view.reset_requested.connect(self.reset_view)
        self.inspector = Inspector(self.canvas, {"loss": self.loss, "accuracy": self.accuracy})
        self.empty = EmptyCurves()
        self.loss.view.sigResized.connect(self._resized)

    def _make_buttons(self, choose: Chooser) -> None:
        self.log_box = QCheckBox(self.tr("Logarithmic loss"))
        self.log_box.setToolTip(self.tr("Show the loss on an axis of powers of ten"))
        self.log_box.toggled.connect(self._set_log)
        self.batches_box = QCheckBox(self.tr("Every batch"))
        self.batches_box.setToolTip(self.tr("Show the values of every batch as a thin line"))
        self.batches_box.setChecked(True)
        self.batches_box.toggled.connect(self._set_batches)
        self.reset_button = ResetButton(self, self.tr("Show the whole run"), ["Ctrl+0", "Home"], self.reset_view)
        self.export_button = ExportButton.for_plot(
            self.canvas, self._title, lambda: self._history.to_csv() if self._history else "", choose, self
        )
        self.export_button.saved.connect(self.saved)
        self.export_button.failed.connect(self.failed)
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(12, 5, 12, 5)
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.log_box)
        self._buttons.addSpacing(8)
        self._buttons.addWidget(self.batches_box)
        self._buttons.addStretch()
        self._buttons.addWidget(self.reset_button)
        self._buttons.addWidget(self.export_button)

    def show_history(self, history: History) -> None:
        """Show what the history holds now. Costs little; while hidden, nothing is drawn until it is shown again."""
        self._history = history
        if self.isVisible():
            self._refresh()

    def reset_view(self) -> None:
        """Show the whole run again, and follow it while it goes on."""
        self._following = True
        if self._run is not None and not self._run.is_empty:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while this was hidden."""
        super().showEvent(event)
        if self._history is not None:
            self._refresh()

    def _resized(self) -> None:
        """Keep the curves as fine as the plot is wide."""
        if self._run is not None and not self._run.is_empty:
            self._draw()

    def _refresh(self) -> None:
        history = self._history
        if history is None:
            return
        if self._run is None or not self._run.shows(history):
            self._run = RunCurves(history)
            self._run.set_log(self.log_box.isChecked())
            self._drawn = ()
            self._following = True
        run = self._run
        state = (len(history.batch_steps), len(history.epochs), len(history.changes), history.ended)
        if state == self._drawn:
            return
        before, self._drawn = self._drawn, state
        run.update()
        if run.is_empty:
            self._show_empty()
            return
        if self.empty.isVisibleTo(self) or before[1:] != state[1:]:
            self._show_parts(run)
            marks = run_marks(history)
            self.canvas.setAccessibleDescription("; ".join(mark.text for mark in marks))
            self.inspector.marks = marks
            self.marks[self.loss].set_marks(marks)
            self.marks[self.accuracy].set_marks([replace(mark, text="") for mark in marks])
        if self._following:
            self._fit()
        else:
            self._draw()
        self.inspector.set_run(run)

    def _show_empty(self) -> None:
        self._enable(False)
        self.inspector.set_run(None)

    def _enable(self, on: bool) -> None:
        self.empty.setVisible(not on)
        self.canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.NoFocus)
        self.reset_button.defaultAction().setEnabled(on)
        self.export_button.setEnabled(on)

    def _show_parts(self, run: RunCurves) -> None:
        """Show the plots, names and legend entries that this run needs."""
        self.canvas.show_plot(self.accuracy, run.has_accuracy)
        self._name_axes(with_accuracy=run.has_accuracy)
        self._show_legend(run)
        self._enable(True)

    def _name_axes(self, *, with_accuracy: bool) -> None:
        name = self.tr("loss (log)") if self.log_box.isChecked() else self.tr("loss")
        self.loss.name_axes(name, "" if with_accuracy else self.tr("epoch"))
        self.accuracy.name_axes(self.tr("accuracy (%)"), self.tr("epoch"))
        self.loss.bottom.setStyle(showValues=not with_accuracy)

    def _show_legend(self, run: RunCurves) -> None:
        batch = LegendEntry(self.tr("training, each batch"), replace(BATCH, symbol=None))
        entries = [batch] if self.batches_box.isChecked() else []
        entries.append(LegendEntry(self.tr("training, each epoch"), TRAIN))
        if run.started is not None and run.started.num_validation > 0:
            entries.append(LegendEntry(self.tr("validation, each epoch"), VALIDATION))
        self.legend.set_entries(entries)

    def _draw(self) -> None:
        """Hand each curve the points of the visible epochs."""
        run = self._run
        if run is None:
            return
        (left, right), _ = self.loss.view.viewRange()
        limit = int(min(MAX_POINTS, max(200, 2 * self.loss.view.width() * self.devicePixelRatioF())))
        for name, line in self.lines.items():
            line.set_points(*run.points(name, left, right, limit))

    def _fit(self) -> None:
        """Show the whole run."""
        run = self._run
        if run is None:
            return
        self._set_ranges(dict.fromkeys(self.canvas.plots, (x_range(run), None)))
        self._draw()
        self._set_ranges({plot: (None, self._y_range(plot, run)) for plot in self.canvas.plots})

    def _y_range(self, plot: Plot, run: RunCurves) -> tuple[float, float]:
        """Return the range for the whole run."""
        if plot is self.accuracy:
            return accuracy_range()
        batches = self.lines["batch_loss"].y if self.batches_box.isChecked() else np.empty(0)
        if not run.log:
            return run.loss_range(batches)
        return log_range(batches, np.concatenate([self.lines["train_loss"].y, self.lines["validation_loss"].y]))

    def _set_ranges(self, ranges: dict[Plot, tuple[tuple[float, float] | None, tuple[float, float] | None]]) -> None:
        self._adjusting = True
        for plot, (x, y) in ranges.items():
            plot.set_range(x, y)
        self._adjusting = False

    def _range_changed(self, view: PlotView, x: Sequence[float]) -> None:
        """Keep both axes of epochs alike."""
        if not self._adjusting:
            self._set_ranges({plot: ((x[0], x[1]), None) for plot in self.canvas.plots if plot.view is not view})
            self._draw()
            self.inspector.set_run(self._run)

    def _zoomed(self) -> None:
        self._following = False

    def _set_log(self, on: bool) -> None:
        self.loss.set_log(on)
        self._name_axes(with_accuracy=self._run is None or self._run.is_empty or self._run.has_accuracy)
        self._changed_look()

    def _set_batches(self, on: bool) -> None:
        for name in ("batch_loss", "batch_accuracy"):
            self.lines[name].setVisible(on)
        self.inspector.with_batches = on
        self._changed_look()

    def _changed_look(self) -> None:
        run = self._run
        if run is None or run.is_empty:
            return
        run.set_log(self.log_box.isChecked())
        self._show_legend(run)
        if self._following:
            self._fit()
        else:
            self._draw()
            self._set_ranges({self.loss: (None, self._y_range(self.loss, run))})
        self.inspector.set_run(run)

    def _title(self) -> str:
        started = self._history.started if self._history is not None else None
        return self.tr("{name} curves").format(name=started.experiment.name if started is not None else "")
