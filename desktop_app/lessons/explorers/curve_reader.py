"""The values of curves under the mouse: a crosshair through a plot, and a card with a row for each curve."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
from PySide6.QtCore import QPointF

from desktop_app.plots.canvas import Canvas, Plot
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.marks import Crosshair
from desktop_app.plots.plot_style import Line, colour, readable


@dataclass(frozen=True, eq=False)
class Named:
    """A curve with its name. ``only_points`` reads the nearest point, not what lies between two of them."""

    name: str
    line: Line
    only_points: bool = False

    def value_at(self, x: float) -> tuple[float, float] | None:
        """Return the place and the value that are read at ``x``; None where the curve is not."""
        there = np.flatnonzero(np.isfinite(self.line.y))
        if not self.line.isVisible() or not len(there):
            return None
        xs, ys = self.line.x[there], self.line.y[there]
        if self.only_points:
            nearest = int(np.abs(xs - x).argmin())
            return float(xs[nearest]), float(ys[nearest])
        if not xs[0] <= x <= xs[-1]:
            return None
        return x, float(np.interp(x, xs, ys))


class CurveReader:
    """Reads the curves of one plot.

    Args:
        canvas: holds the plot.
        plot: whose curves are read; their points ascend in x.
        curves: asked whenever the mouse moves.
        x_text: says where the mouse is.
        y_text: says a value of a curve.
    """

    def __init__(
        self,
        canvas: Canvas,
        plot: Plot,
        curves: Callable[[], Sequence[Named]],
        x_text: Callable[[float], str],
        y_text: Callable[[float], str] = readable,
    ) -> None:
        self._canvas, self._plot, self._curves = canvas, plot, curves
        self._x_text, self._y_text = x_text, y_text
        self.card, self.crosshair = HoverCard(canvas), Crosshair()
        plot.view.addItem(self.crosshair, ignoreBounds=True)
        canvas.hovered.connect(self.hover)

    def hover(self, scene: QPointF | None) -> None:
        """Show what lies under the mouse, or nothing outside of the plot."""
        view = self._plot.view
        if scene is None or not view.sceneBoundingRect().contains(scene):
            self.card.hide()
            self.crosshair.hide()
            return
        place = view.mapSceneToView(scene)
        found = [(curve, curve.value_at(place.x())) for curve in self._curves()]
        read = [(curve, at) for curve, at in found if at is not None]
        x = read[0][1][0] if read and read[0][0].only_points else place.x()
        self.crosshair.point_at(x, None, [(at[0], at[1], curve.line.style.colour) for curve, at in read])
        rows = "".join(
            f"<tr><td style='color:{colour(curve.line.style.colour).name()}'>■</td>"
            f"<td style='padding-left:6px'>{escape(curve.name)}</td>"
            f"<td align='right' style='padding-left:14px'>{escape(self._y_text(at[1]))}</td></tr>"
            for curve, at in read
        )
        table = f"<table cellspacing='0' style='margin-top:4px'>{rows}</table>"
        self.card.show_text(f"<b>{escape(self._x_text(x))}</b>{table}", self._canvas.mapFromScene(scene))
