"""The curves of a run over the epochs: loss above, a figure of one's choice below; kept runs under them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from core.history import History
from core.runs import KeptRun, data_set_of
from desktop_app.plots.canvas import Canvas, Plot, PlotView
from desktop_app.plots.curve_data import MAX_POINTS, RunCurves
from desktop_app.plots.curve_export import curves_to_csv
from desktop_app.plots.curve_ranges import Range, figure_range, joined, log_range, run_loss_range, x_range
from desktop_app.plots.empty_curves import EmptyCurves
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.figure_box import FigureBox
from desktop_app.plots.figures import PlotName, axis_title, figures_of, is_share
from desktop_app.plots.fitting_row import FittingRow
from desktop_app.plots.marks import Marks
from desktop_app.plots.overlays import Overlays, comparable
from desktop_app.plots.plot_style import LegendEntry, LineStyle
from desktop_app.plots.readout import Inspector
from desktop_app.plots.reset_button import ResetButton
from desktop_app.plots.run_looks import BATCH, TRAIN, VALIDATION
from desktop_app.plots.run_marks import is_penalised, run_marks

_NEUTRAL = LineStyle("muted", width=1.4)
_NOTHING = LineStyle("muted", strength=0.0)
_NO_POINTS = np.empty(0), np.empty(0)
_PARTS = ("train", "validation")


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
        self._kept: tuple[KeptRun, ...] = ()
        self._num_other = self._num_apart = 0
        self._apart: frozenset[str] = frozenset()
        self._drawn: tuple[object, ...] = ()
        self._following = True
        self._adjusting = False
        self._make_canvas()
        self._make_buttons(choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._buttons)
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
        self.canvas.setAccessibleName(self.tr("Curves of the loss and of the chosen figure"))
        self.legend = self.canvas.add_legend(0)
        self.loss = self.canvas.add_plot(1)
        self.figure_plot = self.canvas.add_plot(3)
        self.overlays = Overlays({"loss": self.loss, "lower": self.figure_plot})
        self.lines = {
            f"{curve}_{name}": plot.add_line(style)
            for name, plot in (("loss", self.loss), ("lower", self.figure_plot))
            for curve, style in (("batch", BATCH), ("train", TRAIN), ("validation", VALIDATION))
        }
        self.marks = {plot: Marks() for plot in self.canvas.plots}
        for plot in self.canvas.plots:
            plot.view.addItem(self.marks[plot], ignoreBounds=True)
            plot.view.sigXRangeChanged.connect(self._range_changed)
            plot.view.sigRangeChangedManually.connect(self._zoomed)
            plot.view.reset_requested.connect(self.reset_view)
        plots: dict[PlotName, Plot] = {"loss": self.loss, "lower": self.figure_plot}
        self.inspector = Inspector(self.canvas, plots, lambda: self.overlays.shown)
        self.empty = EmptyCurves()
        self.loss.view.sigResized.connect(self._resized)

    def _make_buttons(self, choose: Chooser) -> None:
        self.log_box = QCheckBox(self.tr("Log scale"))
        self.log_box.setToolTip(self.tr("Show the loss on an axis of powers of ten"))
        self.log_box.toggled.connect(self._set_log)
        self.batches_box = QCheckBox(self.tr("Every batch"))
        self.batches_box.setToolTip(self.tr("Show the values of every batch as a thin line"))
        self.batches_box.setChecked(True)
        self.batches_box.toggled.connect(self._set_batches)
        self.figure_box = FigureBox()
        self.figure_box.chosen.connect(self._changed_figure)
        self.reset_button = ResetButton(self, self.tr("Show the whole run"), ["Ctrl+0", "Home"], self.reset_view)
        # The row is to be short, so that there is room for the list of runs.
        self.reset_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.export_button = ExportButton.for_plot(self.canvas, self._title, self._csv, choose, self)
        self.export_button.saved.connect(self.saved)
        self.export_button.failed.connect(self.failed)
        self._buttons = FittingRow()
        tools = self._buttons.tools
        self._buttons.add_folding(self.log_box)
        self._buttons.add_folding(self.batches_box)
        tools.addWidget(self.figure_box)
        tools.addStretch()
        tools.addWidget(self.reset_button)
        self._buttons.add_shrinking(self.export_button)

    def show_history(self, history: History) -> None:
        """Show what the history holds now. Costs little; while hidden, nothing is drawn until it is shown again."""
        self._history = history
        if self.isVisible():
            self._refresh()

    def show_runs(self, runs: Iterable[KeptRun], apart: frozenset[str] = frozenset()) -> None:
        """Show the curves of kept runs under those of the present one, from now on.

        Args:
            runs: those that are ticked.
            apart: the keys of those that are counted only, since their data set is another one.
        """
        self._kept, self._apart = tuple(runs), apart
        if self.isVisible():
            self._refresh()

    def add_button(self, button: QToolButton) -> None:
        """Put a button at the end of the row above the plots."""
        self._buttons.add_shrinking(button)

    def reset_view(self) -> None:
        """Show the whole run again, and follow it while it goes on."""
        self._following = True
        if self._shown:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while this was hidden."""
        super().showEvent(event)
        self._refresh()

    @property
    def _shown(self) -> list[RunCurves]:
        """The curves that there are to draw, those of the present run last."""
        run = self._run
        return [*self.overlays.curves, *([run] if run is not None and not run.is_empty else [])]

    def _resized(self) -> None:
        """Keep the curves as fine as the plot is wide."""
        if self._shown:
            self._draw()

    def _refresh(self) -> None:
        history = self._history
        if history is not None and (self._run is None or not self._run.shows(history)):
            self._run = RunCurves(history)
            self._drawn = ()
            self._following = True
        run = self._run
        of_run = (len(run.history.batch_steps), len(run.history.epochs), run.history.ended) if run is not None else ()
        changes = len(run.history.changes) if run is not None else 0
        state = (*of_run, changes, self._kept, self._apart)
        if state == self._drawn:
            return
        before, self._drawn = self._drawn, state
        if run is not None:
            run.update()
        if self.empty.isVisibleTo(self) or before[1:] != state[1:]:
            self._take_in(run)
        if not self._shown:
            self._show_empty()
            return
        if self._following:
            self._fit()
        else:
            self._draw()
        self.inspector.set_run(run)

    def _take_in(self, run: RunCurves | None) -> None:
        """Show what does not change with every batch: kept runs, figures, names, marks."""
        kept = comparable(self._kept, run.started if run is not None else None)
        self._num_other = len(self._kept) - len(kept)
        kept = [one for one in kept if one.key not in self._apart]
        self._num_apart = len(self._kept) - self._num_other - len(kept)
        histories = [one.outcome.history() for one in kept]
        if run is not None and run.started is not None:
            histories.append(run.history)
        self.figure_box.offer(figures_of(history) for history in histories)
        self.overlays.set_runs(kept, log=self.log_box.isChecked(), figure=self.figure_box.figure)
        self._set_looks()
        marks = run_marks(run.history) if run is not None else []
        names = [one.name for one in kept]
        compared = [self.tr("compared with {names}").format(names=", ".join(names))] if names else []
        self.canvas.setAccessibleDescription("; ".join([*(mark.text for mark in marks), *compared]))
        self.inspector.marks = marks
        self.marks[self.loss].set_marks(marks)
        self.marks[self.figure_plot].set_marks([replace(mark, text="") for mark in marks])
        if self._shown:
            self._show_parts()

    def _set_looks(self) -> None:
        """Hand the choices of axis and figure to all curves."""
        log, figure = self.log_box.isChecked(), self.figure_box.figure
        self.overlays.set_look(log=log, figure=figure)
        if self._run is not None:
            self._run.set_log(log)
            self._run.set_figure(figure)
        self.figure_plot.set_percent(is_share(figure))

    def _show_empty(self) -> None:
        self._enable(False)
        self.inspector.set_run(None)

    def _enable(self, on: bool) -> None:
        self.empty.setVisible(not on)
        self.canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.NoFocus)
        self.reset_button.defaultAction().setEnabled(on)
        self.export_button.setEnabled(on)

    def _show_parts(self) -> None:
        """Show the plots, names and legend entries that these runs need."""
        self.canvas.show_plot(self.figure_plot, bool(self.figure_box.figure))
        self._name_axes()
        self._show_legend()
        self._enable(True)

    def _name_axes(self) -> None:
        figure = self.figure_box.figure
        penalised = any(is_penalised(one.history) for one in self._shown)
        name = self.tr("loss without penalty") if penalised else self.tr("loss")
        name = self.tr("{0} (log)").format(name) if self.log_box.isChecked() else name
        self.loss.name_axes(name, "" if figure else self.tr("epoch"))
        self.figure_plot.name_axes(axis_title(figure) if figure else "", self.tr("epoch"))
        self.loss.bottom.setStyle(showValues=not figure)

    def _show_legend(self) -> None:
        run = self._run
        if run is not None and not run.is_empty:
            batch = LegendEntry(self.tr("training, each batch"), replace(BATCH, symbol=None))
            entries = [batch] if self.batches_box.isChecked() and len(run.history.batch_steps) else []
            entries.append(LegendEntry(self.tr("training, each epoch"), TRAIN))
            if run.started is not None and run.started.num_validation > 0:
                entries.append(LegendEntry(self.tr("validation, each epoch"), VALIDATION))
        else:
            dashed = replace(_NEUTRAL, dash=Qt.PenStyle.DashLine)
            entries = [LegendEntry(self.tr("training"), _NEUTRAL), LegendEntry(self.tr("validation"), dashed)]
        entries += self.overlays.legend()
        if self.overlays.num_left_out:
            text = self.tr("and {count} more that are not drawn").format(count=self.overlays.num_left_out)
            entries.append(LegendEntry(text, _NOTHING))
        if self._num_other:
            text = self.tr("{count} of another task, not drawn").format(count=self._num_other)
            entries.append(LegendEntry(text, _NOTHING))
        if self._num_apart:
            text = self.tr("{count} of another data set, not drawn").format(count=self._num_apart)
            entries.append(LegendEntry(text, _NOTHING))
        self.legend.set_entries(entries)

    def _draw(self) -> None:
        """Hand each curve the points of the visible epochs."""
        (left, right), _ = self.loss.view.viewRange()
        limit = int(min(MAX_POINTS, max(200, 2 * self.loss.view.width() * self.devicePixelRatioF())))
        self.overlays.draw(left, right, limit)
        for name, line in self.lines.items():
            line.set_points(*(self._run.points(name, left, right, limit) if self._run is not None else _NO_POINTS))

    def _fit(self) -> None:
        """Show all of the present run, and of those on its data set."""
        run = self._run
        runs = self._shown
        if run is not None and run.started is not None:
            data = data_set_of(run.started.experiment)
            alike = [one.curves for one in self.overlays.shown if data_set_of(one.run.experiment) == data]
            runs = [*alike, run]
        self._set_ranges(dict.fromkeys(self.canvas.plots, (x_range(runs), None)))
        self._draw()
        self._set_ranges({plot: (None, self._y_range(plot)) for plot in self.canvas.plots})

    def _y_range(self, plot: Plot) -> Range:
        """Return the range for all of the runs."""
        shown = self._shown
        if plot is self.figure_plot:
            return figure_range(self.figure_box.figure, shown)
        batches = self.lines["batch_loss"].y if self.batches_box.isChecked() else np.empty(0)
        if not self.log_box.isChecked():
            return joined(run_loss_range(run, batches if run is self._run else np.empty(0)) for run in shown)
        lines = [self.lines, *(overlay.lines for overlay in self.overlays.shown)]
        return log_range(batches, np.concatenate([part[f"{name}_loss"].y for part in lines for name in _PARTS]))

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
        self._changed_look()

    def _set_batches(self, on: bool) -> None:
        for name in ("batch_loss", "batch_lower"):
            self.lines[name].setVisible(on)
        self.inspector.with_batches = on
        self._changed_look()

    def _changed_figure(self) -> None:
        self._changed_look()
        if self._shown:
            self._set_ranges({self.figure_plot: (None, self._y_range(self.figure_plot))})

    def _changed_look(self) -> None:
        self._set_looks()
        self._name_axes()
        if not self._shown:
            return
        self._show_parts()
        if self._following:
            self._fit()
        else:
            self._draw()
            self._set_ranges({self.loss: (None, self._y_range(self.loss))})
        self.inspector.set_run(self._run)

    def _csv(self) -> str:
        """Return the numbers of what is shown."""
        runs = [(overlay.run.name, overlay.curves.history) for overlay in self.overlays.shown]
        if self._run is not None and not self._run.is_empty:
            runs.append((self._present_name(), self._run.history))
        return curves_to_csv(runs)

    def _present_name(self) -> str:
        started = self._history.started if self._history is not None else None
        return started.experiment.name if started is not None else ""

    def _title(self) -> str:
        return self.tr("{name} curves").format(name=self._present_name())
