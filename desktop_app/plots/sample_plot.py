"""The picture of a data set: its samples as points in a plane, or over an axis together with the true curve."""

from __future__ import annotations

from html import escape
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from core.data import DataSet, Parts
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.marks import Crosshair
from desktop_app.plots.plot_style import LegendEntry, LineStyle, readable
from desktop_app.plots.scatter import Scatter
from desktop_app.point_marks import PartName, PointStyle
from desktop_app.sample_points import Points, part_style, points_of
from desktop_app.texts import translated

TRUTH = LineStyle("muted", width=2.0, dash=Qt.PenStyle.DashLine)
_BORDER = LineStyle("border", width=1.0)
_NEAR = 10.0  # pixels
_ROOM = 1.06
_CURVE_POINTS = 300
_PARTS: tuple[PartName, ...] = ("train", "validation", "test")


class SamplePlot(Canvas):
    """Shows the samples of all parts and reads their values under the mouse.

    Signals:
        pressed: a place in the plane that was clicked, and the mouse's button.
    """

    pressed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Picture of the data"))
        self.points: Points | None = None
        self._data: DataSet | None = None
        self._following = True
        self.legend = self.add_legend(0)
        self.plot = self.add_plot(1)
        self.scatter, self.crosshair = Scatter(), Crosshair()
        self.border = self.plot.add_line(_BORDER)
        self.truth = self.plot.add_line(TRUTH)
        self.truth.bold_limit = 2 * _CURVE_POINTS
        for item in (self.scatter, self.crosshair):
            self.plot.view.addItem(item, ignoreBounds=True)
        self.card = HoverCard(self)
        self.plot.view.reset_requested.connect(self.reset_view)
        self.plot.view.sigRangeChangedManually.connect(self._zoomed)
        self.plot.view.sigXRangeChanged.connect(self._draw_truth)
        self.hovered.connect(self._hover)
        self.scene().sigMouseClicked.connect(self._clicked)

    def show_data(self, data: DataSet | None, parts: Parts | None) -> bool:
        """Show a data set; tell whether it can be drawn. The view stays where the user has put it."""
        before = self._frame()
        self._data = data
        self.points = None if parts is None else points_of(parts)
        points = self.points
        if points is None:
            return False
        self.scatter.set_points(points.places[:, 0], points.places[:, 1], points.codes, points.styles)
        self.crosshair.hide()
        self.card.hide()
        is_plane = len(points.facts.axes) == 2
        names = [axis.title for axis in points.facts.axes]
        self.plot.name_axes(names[1] if is_plane else "y", names[0])
        self.plot.view.setAspectLocked(is_plane)
        self.legend.set_entries(self._entries(points))
        self._draw_border()
        if self._following or before != self._frame():
            self.reset_view()
        self._draw_truth()
        return True

    def reset_view(self) -> None:
        """Show all samples, and the whole plane."""
        self._following = True
        frame = self._frame()
        if frame is not None:
            x, y = frame
            self.plot.set_range(_widened(*x), _widened(*y))

    def title(self) -> str:
        """Return the name of the data set."""
        return translated(self._data.title) if self._data is not None else self.tr("Data")

    def to_csv(self) -> str:
        """Return the points that are drawn."""
        return self.points.to_csv() if self.points is not None else ""

    def under(self, x: float, y: float) -> int | None:
        """Return the position of the point at a place, or None if none is near enough to be meant."""
        found = None if self.points is None else self.points.nearest(x, y, self.plot.view.viewPixelSize())
        return found[0] if found is not None and found[1] <= _NEAR else None

    # -- what is drawn ------------------------------------------------------------------------------------------------

    def _frame(self) -> tuple[tuple[float, float], tuple[float, float]] | None:
        """Return what should be seen: the range of the axes, and heights over a single axis."""
        points = self.points
        if points is None:
            return None
        first, *others = points.facts.axes
        if others:
            return (first.low, first.high), (others[0].low, others[0].high)
        low = min(first.low, float(points.places[:, 0].min(initial=first.low)))
        high = max(first.high, float(points.places[:, 0].max(initial=first.high)))
        heights = points.places[:, 1] if len(points) else np.zeros(1)
        bottom, top = float(heights.min()), float(heights.max())
        return (low, high), (bottom, top) if top > bottom else (bottom - 1, top + 1)

    def _draw_border(self) -> None:
        """Draw where the plane ends."""
        frame = self._frame()
        nothing = np.empty(0)
        if frame is None or self.points is None or len(self.points.facts.axes) == 1:
            self.border.set_points(nothing, nothing)
            return
        (left, right), (bottom, top) = frame
        self.border.set_points(np.array([left, right, right, left, left]), np.array([bottom, bottom, top, top, bottom]))

    def _draw_truth(self) -> None:
        """Draw the true curve over what is visible of the axis."""
        points, data = self.points, self._data
        nothing = np.empty(0)
        left, right = self.plot.view.viewRange()[0]
        x = np.linspace(left, right, _CURVE_POINTS)
        y = None
        if points is not None and data is not None and len(points.facts.axes) == 1:
            y = data.truth(x[:, None])
        self.truth.set_points(*((nothing, nothing) if y is None else (x, y)))

    def _entries(self, points: Points) -> list[LegendEntry]:
        facts = points.facts
        entries = [LegendEntry(translated(name), PointStyle(k)) for k, name in enumerate(facts.class_names)]
        is_curve = len(facts.axes) == 1
        if not facts.class_names and not is_curve:
            largest = float(np.abs(points.values).max(initial=0.0))
            shown = [(sign, readable(sign * largest, 3)) for sign in (-1.0, 0.0, 1.0)]
            entries = [LegendEntry(f"y = {text}", PointStyle(share=sign)) for sign, text in shown]
        names = self._part_names()
        present = [part for part in _PARTS if part in set(points.parts)]
        entries += [LegendEntry(names[p], part_style(p) if is_curve else PointStyle(part=p)) for p in present]
        if is_curve and self._data is not None and self._data.truth(np.zeros((1, 1))) is not None:
            entries.append(LegendEntry(self.tr("true curve"), TRUTH))
        return entries

    def _part_names(self) -> dict[PartName, str]:
        return {"train": self.tr("training"), "validation": self.tr("validation"), "test": self.tr("test")}

    # -- the mouse ----------------------------------------------------------------------------------------------------

    def _zoomed(self) -> None:
        self._following = False

    def place_at(self, scene: QPointF) -> QPointF | None:
        """Return the place in the view under a point of the scene; None outside."""
        view = self.plot.view
        return view.mapSceneToView(scene) if QRectF(view.sceneBoundingRect()).contains(scene) else None

    def _hover(self, scene: QPointF | None) -> None:
        place = None if scene is None else self.place_at(scene)
        found = None if place is None else self.under(place.x(), place.y())
        if found is None or scene is None or self.points is None:
            self.card.hide()
            self.crosshair.hide()
            return
        x, y = self.points.places[found].tolist()
        self.crosshair.point_at(x, y, [(x, y, "text")])
        self.card.show_text(self._reading(self.points, found), self.mapFromScene(scene))

    def _reading(self, points: Points, position: int) -> str:
        facts = points.facts
        x, y = points.places[position].tolist()
        value = points.values[position]
        name = escape(translated(facts.class_names[int(value)])) if facts.class_names else f"y = {readable(value)}"
        first, *others = [escape(axis.title) for axis in facts.axes]
        where = f"{first} = {readable(x)}" + (f", {others[0]} = {readable(y)}" if others else "")
        text = f"<b>{name}</b> · {self._part_names()[points.parts[position]]}<br>{where}"
        true = None if self._data is None or others else self._data.truth(np.array([[x]]))
        if true is not None:
            text += "<br>" + self.tr("true curve: {y}").format(y=readable(float(true[0])))
        return text

    def _clicked(self, ev: Any) -> None:
        if not ev.double():
            place = self.place_at(ev.scenePos())
            if place is not None:
                self.pressed.emit(place, ev.button())


def _widened(low: float, high: float) -> tuple[float, float]:
    middle, half = (low + high) / 2, (high - low) / 2 * _ROOM
    return middle - half, middle + half
