"""Reading values off the curves of a run: a crosshair in every plot, and a card beside the mouse that names them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html import escape
from math import log10

from PySide6.QtCore import QPoint, QPointF

from desktop_app.plots.canvas import Canvas, Plot, PlotView
from desktop_app.plots.curve_data import Reading, RunCurves
from desktop_app.plots.figures import Part, PlotName, axis_title, is_share
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.marks import Crosshair, Mark
from desktop_app.plots.overlays import Overlay, shortened
from desktop_app.plots.plot_style import colour, percent, readable
from desktop_app.plots.run_looks import SIGNS, run_style

_NEAR = 8  # pixels
_MAX_OVERLAYS = 6

Row = tuple[str, str, str, str, str]
"""Colour, sign, name, loss, and the figure of the lower plot."""


class Readout(HoverCard):
    """Shows a :class:`Reading` as a small table."""

    def show_reading(
        self,
        reading: Reading,
        place: QPoint,
        notes: Sequence[str] = (),
        others: Sequence[tuple[Overlay, Reading]] = (),
    ) -> None:
        """Show values and what else is to be said beside ``place`` (in the parent's pixels), inside the parent.

        Args:
            reading: of the present run; without values if there is none.
            place: of the mouse.
            notes: sentences to stand below.
            others: kept runs with their readings.
        """
        table = self._table(reading, others)
        self.show_text("<br>".join([table, *notes]), place)

    def _table(self, reading: Reading, others: Sequence[tuple[Overlay, Reading]]) -> str:
        rows = self._rows(reading)
        kept = self._kept_rows(others)
        head = axis_title(reading.figure) if reading.figure and any(row[4] for row in [*rows, *kept]) else ""
        lines = [_line("muted", "", "", self.tr("loss"), head.removesuffix(" (%)"))]
        lines += [_line(*row) for row in rows]
        if kept:
            lines.append(
                _line("muted", "", f"<i>{self.tr('kept runs at this epoch: training / validation')}</i>", "", "")
            )
            lines += [_line(*row) for row in kept]
        title = self.tr("<b>epoch {x}</b>, step {step}").format(x=f"{reading.x:.2f}", step=reading.step)
        if reading.step == 0:
            title = self.tr("<b>epoch {x}</b>").format(x=f"{reading.x:.2f}")
        return f"{title}<table cellspacing='0' style='margin-top:4px'>{''.join(lines)}</table>"

    def _rows(self, reading: Reading) -> list[Row]:
        """Return the rows of the present run, one for each curve that has a value."""
        figure = _figure_text(reading.figure)
        found = [("train", "—", self.tr("batch"), reading.batch_loss, reading.batch_lower)]
        if reading.epoch is not None:
            number = reading.epoch.epoch
            name = self.tr("training, epoch {number}").format(number=number)
            found.append(("train", "●", name, reading.at_epoch("train", "loss"), reading.at_epoch("train", "lower")))
            name = self.tr("validation, epoch {number}").format(number=number)
            values = reading.at_epoch("validation", "loss"), reading.at_epoch("validation", "lower")
            found.append(("validation", "◆", name, *values))
        return [
            (part, sign, name, readable(loss), "" if lower is None else figure(lower))
            for part, sign, name, loss, lower in found
            if loss is not None
        ]

    def _kept_rows(self, others: Sequence[tuple[Overlay, Reading]]) -> list[Row]:
        """Return one row for each kept run, the newest first; of many only some, and how many more there are."""
        rows: list[Row] = []
        for overlay, reading in [*others][::-1][:_MAX_OVERLAYS]:
            style = run_style(overlay.run.colour)
            name = escape(shortened(overlay.run.name))
            figure = percent if is_share(reading.figure) else _short
            losses = _pair(reading, "loss", _short)
            rows.append((style.colour, SIGNS[style.symbol or ""], name, losses, _pair(reading, "lower", figure)))
        more = len(others) - len(rows)
        if more > 0:
            rows.append(("muted", "", self.tr("and {count} more").format(count=more), "", ""))
        return rows


def _short(value: float) -> str:
    return readable(value, 3)


def _line(name: str, sign: str, text: str, *numbers: str) -> str:
    cells = "".join(f"<td align='right' style='padding-left:14px'>{number}</td>" for number in numbers)
    sign = f"<td style='color:{colour(name).name()}'>{sign}</td>"
    return f"<tr>{sign}<td style='padding-left:6px'>{text}</td>{cells}</tr>"


def _pair(reading: Reading, plot: PlotName, text: Callable[[float], str]) -> str:
    """Return the values of training and validation, as far as they exist."""
    values = reading.at_epoch("train", plot), reading.at_epoch("validation", plot)
    return " / ".join(text(value) for value in values if value is not None)


def _figure_text(name: str) -> Callable[[float], str]:
    """Return what makes a text of a figure's values."""
    return percent if is_share(name) else readable


class Inspector:
    """Moves the crosshairs of a canvas with the mouse and shows the values of the nearest points.

    ``marks`` whose line is under the mouse are named too.

    Args:
        canvas: holds the plots.
        plots: ``"loss"`` and ``"lower"``.
        overlays: tells which kept runs are drawn.
    """

    def __init__(
        self, canvas: Canvas, plots: Mapping[PlotName, Plot], overlays: Callable[[], Sequence[Overlay]]
    ) -> None:
        self._canvas, self._plots, self._overlays = canvas, plots, overlays
        self._run: RunCurves | None = None
        self._mouse: QPointF | None = None
        self.with_batches = True
        self.marks: Sequence[Mark] = ()
        self.readout = Readout(canvas)
        self.crosshairs = {part: Crosshair() for part in plots}
        for part, plot in plots.items():
            plot.view.addItem(self.crosshairs[part], ignoreBounds=True)
        canvas.hovered.connect(self.hover)

    def set_run(self, run: RunCurves | None) -> None:
        """Read values of this run from now on; None or an empty run has none."""
        self._run = None if run is None or run.is_empty else run
        self.hover(self._mouse)

    def hover(self, place: QPointF | None) -> None:
        """Show the values under the mouse; ``place`` is in scene coordinates, None outside."""
        self._mouse = place
        under = self._plot_at(place)
        overlays = self._overlays()
        if place is None or under is None or (self._run is None and not overlays):
            self.readout.hide()
            for crosshair in self.crosshairs.values():
                crosshair.hide()
            return
        point = self._plots[under].view.mapSceneToView(place)
        others = [(overlay, overlay.curves.nearest(point.x())) for overlay in overlays if not overlay.curves.is_empty]
        reading = self._read(point.x(), others)
        for name, crosshair in self.crosshairs.items():
            rings = [ring for overlay, read in others for ring in _rings(read, name, overlay.curves, overlay)]
            if self._run is not None:
                rings += _rings(reading, name, self._run)
            crosshair.point_at(reading.x, point.y() if name == under else None, rings)
        pixel = self._plots[under].view.viewPixelSize()[0]
        notes = [mark.text for mark in self.marks if abs(mark.x - point.x()) <= _NEAR * pixel]
        self.readout.show_reading(reading, self._canvas.mapFromScene(place), notes, others)

    def _read(self, x: float, others: Sequence[tuple[Overlay, Reading]]) -> Reading:
        """Return what the present run has at ``x``; without one, no values where the newest kept run has some."""
        if self._run is None:
            newest = others[-1][1] if others else None
            place, figure = (newest.x, newest.figure) if newest is not None else (x, "")
            return Reading(step=0, x=place, batch_loss=None, batch_lower=None, epoch=None, figure=figure)
        reading = self._run.nearest(x)
        return reading if self.with_batches else replace(reading, batch_loss=None, batch_lower=None)

    def _plot_at(self, place: QPointF | None) -> PlotName | None:
        if place is None:
            return None
        views = {name: plot.view for name, plot in self._plots.items()}
        return next((name for name, view in views.items() if view.isVisible() and _covers(view, place)), None)


def _rings(
    reading: Reading, plot: PlotName, curves: RunCurves, overlay: Overlay | None = None
) -> list[tuple[float, float, str]]:
    """Return place and colour of the points of a run whose values are read."""
    found = [(reading.x, reading.batch_loss if plot == "loss" else reading.batch_lower, "train")]
    if reading.epoch is not None:
        x = reading.epoch.step / curves.per_epoch
        parts: tuple[Part, ...] = ("train", "validation")
        for part in parts:
            name = part if overlay is None else run_style(overlay.run.colour).colour
            found.append((x, reading.at_epoch(part, plot), name))
    logarithmic = curves.log and plot == "loss"
    return [
        (x, log10(y) if logarithmic else y, name)
        for x, y, name in found
        if y is not None and abs(y) < float("inf") and (y > 0 or not logarithmic)
    ]


def _covers(view: PlotView, place: QPointF) -> bool:
    covers: bool = view.sceneBoundingRect().contains(place)
    return covers
