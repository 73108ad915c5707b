"""A sweep over one setting: a curve of means over its values, with a band and a point for every seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from core.selection.figures import Figure, Part
from core.selection.sweep import SweptSetting
from core.selection.sweep_table import SweepTable
from desktop_app.plots.band import Band
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.curve_data import drawable, drawable_log
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.marks import Crosshair, Mark, Marks
from desktop_app.plots.metric_choice import in_sentence, is_percent, metric_title
from desktop_app.plots.plot_style import LegendEntry, Line, LineStyle
from desktop_app.plots.sweep_board import Index, SweepBoard, state_text

Array = NDArray[np.float64]
_LOG_RATIO = 30.0
_STYLES: dict[Part, LineStyle] = {
    "train": LineStyle("train", 2.2, symbol="circle", symbol_size=9.0),
    "validation": LineStyle("validation", 2.2, Qt.PenStyle.DashLine, symbol="diamond", symbol_size=10.0),
}


class SweepBand(Canvas):
    """Training and validation over the values of a setting.

    Signals:
        index_chosen: the index of the value that was clicked or moved to.
        activated: Enter was pressed, or the plot double clicked.
    """

    index_chosen = Signal(object)
    activated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Curve of the sweep"))
        self.legend = self.add_legend(0)
        self.plot = self.add_plot(1)
        self.bands: dict[Part, Band] = {}
        self.lines: dict[Part, Line] = {}
        self.points: dict[Part, Line] = {}
        for part, style in _STYLES.items():
            self.bands[part] = Band(style.colour)
            self.plot.view.addItem(self.bands[part], ignoreBounds=True)
            self.points[part] = self.plot.add_line(LineStyle(style.colour, 0.0, Qt.PenStyle.NoPen, 0.5, "circle", 5.0))
            self.lines[part] = self.plot.add_line(style)
        self.marks, self.cursor = Marks(), Crosshair()
        self.plot.view.addItem(self.marks, ignoreBounds=True)
        self.plot.view.addItem(self.cursor, ignoreBounds=True)
        self.plot.view.setMouseEnabled(False, False)
        self.card = HoverCard(self)
        self.board: SweepBoard | None = None
        self.selected: Index | None = None
        self.x: Array = np.empty(0)
        self.log_y = False
        self._tables: dict[Part, SweepTable] = {}
        self._metric = "loss"
        self.hovered.connect(self._hover)
        self.plot.view.reset_requested.connect(self.activated)

    def show_board(self, board: SweepBoard, figures: Sequence[Figure]) -> None:
        """Show one or two figures, of the same metric, of a sweep over one setting."""
        self.board, self._metric = board, figures[0].name
        self._tables = {figure.part: board.table(figure) for figure in figures}
        swept = board.sweep.settings[0]
        self.x, log_x = places(swept)
        self.plot.bottom.setLogMode(log_x)
        is_scale = log_x or _is_number_line(swept)
        self.plot.bottom.setTicks(None if is_scale else [list(enumerate(swept.names))])
        means = np.concatenate([table.mean for table in self._tables.values()])
        finite = means[np.isfinite(means)]
        self.log_y = bool(
            len(finite)
            and not is_percent(self._metric)
            and finite.min() > 0
            and finite.max() > _LOG_RATIO * finite.min()
        )
        self._draw(joined=is_scale)
        self._mark(board)
        self._name(board)
        self._fit()
        self.select(self.selected)

    def select(self, index: Index | None) -> None:
        """Show a line through a value."""
        self.selected = index
        if index is None or self.board is None or index[0] >= len(self.x):
            self.cursor.hide()
            return
        self.cursor.point_at(float(self.x[index[0]]), None, [])
        self.setAccessibleDescription(f"{self.board.name(index)}: {self._value_text(index)}")

    def _draw(self, *, joined: bool) -> None:
        scale = drawable_log if self.log_y else drawable
        none = np.empty(0)
        for part, line in self.lines.items():
            table = self._tables.get(part)
            style = _STYLES[part]
            line.style = style if joined else LineStyle(style.colour, 0.0, Qt.PenStyle.NoPen, 1.0, style.symbol, 11.0)
            if table is None:
                line.set_points(none, none)
                self.points[part].set_points(none, none)
                self.bands[part].set_borders(none, none, none)
                continue
            # A line that skips a missing value would hide that it is missing; but values fill in one after another.
            there = np.isfinite(table.mean)
            x, mean, deviation = self.x[there], table.mean[there], table.deviation[there]
            line.set_points(x, scale(mean))
            several = len(table.sweep.seeds) > 1
            xs = np.repeat(self.x, len(table.sweep.seeds)) if several else none
            self.points[part].set_points(xs, scale(table.values.ravel()) if several else none)
            low = mean - deviation
            if self.log_y:
                low = np.where(low > 0, low, np.where(np.isfinite(low), 1e-300, np.nan))
            if joined:
                self.bands[part].set_borders(x, scale(low), scale(mean + deviation))
            else:
                self.bands[part].set_borders(none, none, none)

    def _mark(self, board: SweepBoard) -> None:
        """Name the best value, and those whose runs did not come through."""
        table = self._tables.get(board.judge) or next(iter(self._tables.values()))
        marks = []
        if table.best is not None:
            best = board.sweep.settings[0].names[table.best[0]]
            marks.append(Mark(float(self.x[table.best[0]]), self.tr("★ best: {0}").format(best), "text"))
        for i in range(len(self.x)):
            state = board.state((i,))
            if state in ("diverged", "failed"):
                marks.append(Mark(float(self.x[i]), state_text(state), "danger"))
        self.marks.set_marks(marks)

    def _name(self, board: SweepBoard) -> None:
        title = in_sentence(metric_title(self._metric))
        unit = " (%)" if is_percent(self._metric) else self.tr(" (log)") if self.log_y else ""
        self.plot.set_percent(is_percent(self._metric))
        self.plot.set_log(self.log_y)
        self.plot.name_axes(title + unit, board.titles[0])
        texts = {"train": self.tr("training"), "validation": self.tr("validation")}
        entries = [LegendEntry(texts[part], _STYLES[part]) for part in self._tables]
        if len(board.sweep.seeds) > 1:
            text = self.tr("{0}, mean ± standard deviation of {1} seeds")
            entries[0] = replace(entries[0], text=text.format(entries[0].text, len(board.sweep.seeds)))
        self.legend.set_entries(entries)

    def _fit(self) -> None:
        low, high = float(self.x.min()), float(self.x.max())
        margin = 0.06 * (high - low) if high > low else 0.5
        lines = [line.y for line in (*self.lines.values(), *self.points.values())]
        values = np.concatenate([*lines, *(y for band in self.bands.values() for y in (band.low, band.high))])
        finite = values[np.isfinite(values) & (values > -30)]
        bottom, top = (float(finite.min()), float(finite.max())) if len(finite) else (0.0, 1.0)
        if not self.log_y and not is_percent(self._metric):
            bottom = min(bottom, 0.0)
        # Room above for the labels of the marks.
        room = max(top - bottom, 1e-9 + 0.05 * abs(top))
        ceiling = min(top + 0.15 * room, 1.02) if is_percent(self._metric) else top + 0.15 * room
        self.plot.set_range((low - margin, high + margin), (bottom - 0.05 * room, ceiling))

    def mousePressEvent(self, event: Any) -> None:
        """Choose the value that is nearest to the mouse."""
        super().mousePressEvent(event)
        index = self._index_at(self.mapToScene(event.position().toPoint()))
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.index_chosen.emit(index)

    def wheelEvent(self, event: Any) -> None:
        """Do not zoom."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move over the values with the arrow keys; Enter asks for the run."""
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if self.board is None:
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit()
        elif key in steps:
            order = np.argsort(self.x, kind="stable")
            here = int(np.flatnonzero(order == self.selected[0])[0]) if self.selected is not None else 0
            self.index_chosen.emit((int(order[(here + steps[key]) % len(order)]),))
        else:
            event.ignore()

    def _index_at(self, place: QPointF) -> Index | None:
        view = self.plot.view
        if self.board is None or not view.sceneBoundingRect().contains(place) or not len(self.x):
            return None
        return (int(np.argmin(np.abs(self.x - view.mapSceneToView(place).x()))),)

    def _hover(self, place: QPointF | None) -> None:
        index = None if place is None else self._index_at(place)
        if place is None or index is None or self.board is None:
            self.card.hide()
            return
        text = f"<b>{self.board.name(index)}</b><br>{self._value_text(index).replace(chr(10), '<br>')}"
        self.card.show_text(text, self.mapFromScene(place))

    def _value_text(self, index: Index) -> str:
        return self.board.value_text(index, [table.figure for table in self._tables.values()]) if self.board else ""


def places(swept: SweptSetting) -> tuple[Array, bool]:
    """Return where the values of a setting stand on an axis ``(num_values,)``, and whether those are logarithms.

    Positive numbers over more than a factor of 30 stand by their decimal logarithms, other numbers as they are, and
    everything else, also 0 beside such numbers, side by side.
    """
    numbers = _numbers(swept)
    if len(numbers) < len(swept.values):
        return np.arange(len(swept.values), dtype=np.float64), False
    values = np.array(numbers, dtype=np.float64)
    positive = values[values > 0]
    wide = len(positive) > 0 and positive.max() / positive.min() > _LOG_RATIO
    if wide and len(positive) == len(values):
        return np.log10(values), True
    return (np.arange(len(values), dtype=np.float64) if wide else values), False


def _numbers(swept: SweptSetting) -> list[float]:
    """Return those of a setting's values that are numbers."""
    return [value for value in swept.values if isinstance(value, int | float) and not isinstance(value, bool)]


def _is_number_line(swept: SweptSetting) -> bool:
    """Tell whether the values stand where their numbers are."""
    return places(swept)[0].tolist() == _numbers(swept)
