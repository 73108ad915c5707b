"""The bowl of linear regression: the loss over both weights, the way of SGD, and where it should lead."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from core.bowl import Bowl
from core.events import ProbeTaken
from core.probes import Range
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.map_colours import level_colours
from desktop_app.plots.map_image import ColourBar, MapImage
from desktop_app.plots.marks import Crosshair
from desktop_app.plots.plot_style import LegendEntry, LineStyle, readable

PATH = LineStyle("validation", width=2.0, symbol="circle", symbol_size=5.0)
CONTOUR = LineStyle("muted", width=1.0, strength=0.6)
STAR = LineStyle("text", symbol="star", symbol_size=20.0, dash=Qt.PenStyle.NoPen)
START = LineStyle("validation", symbol="square", symbol_size=13.0, dash=Qt.PenStyle.NoPen)
_NUM_CONTOURS = 9
_PLACES = 90
_ROOM = 1.35
_NEAR = 8.0  # pixels

Numbers = NDArray[np.float64]


class BowlPlot(Canvas):
    """Shows a :class:`Bowl` as contours, and on it the weights after every step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Loss over both weights"))
        self.bowl: Bowl | None = None
        self.steps: Numbers = np.empty(0)
        self.weights: Numbers = np.empty((0, 2))
        self.biases: Numbers = np.empty(0)
        self._following = True
        self._mouse: QPointF | None = None
        self.legend = self.add_legend(0)
        self.plot = self.add_plot(1)
        self.plot.view.setAspectLocked(True)
        self.plot.name_axes("w₂", "w₁")
        self.bar = ColourBar(self, 1)
        self.image, self.crosshair = MapImage(), Crosshair()
        self.plot.view.addItem(self.image, ignoreBounds=True)
        self.contours = [self.plot.add_line(CONTOUR) for _ in range(_NUM_CONTOURS)]
        self.path, self.start, self.star = (self.plot.add_line(style) for style in (PATH, START, STAR))
        self.plot.view.addItem(self.crosshair, ignoreBounds=True)
        for contour in self.contours:
            contour.bold_limit = 1000
        self.path.bold_limit, self.path.symbols_limit = 2000, 400
        self.card = HoverCard(self)
        self.legend.set_entries(
            [
                LegendEntry(self.tr("the way of the weights, step by step"), PATH),
                LegendEntry(self.tr("start"), START),
                LegendEntry(self.tr("least squares (closed form)"), STAR),
                LegendEntry(self.tr("equal loss"), CONTOUR),
            ]
        )
        self.plot.view.reset_requested.connect(self.reset_view)
        self.plot.view.sigRangeChangedManually.connect(self._zoomed)
        self.plot.view.sigRangeChanged.connect(self._draw_surface)
        self.restyled.connect(self._draw_surface)
        self.hovered.connect(self._hover)

    def show_bowl(self, bowl: Bowl | None) -> None:
        """Show a loss surface, without a path."""
        self.bowl = bowl
        self.steps, self.weights, self.biases = np.empty(0), np.empty((0, 2)), np.empty(0)
        self._draw()

    def show_trail(self, taken: ProbeTaken) -> None:
        """Show where the weights have been: the answer to a ``TrailProbe``."""
        values = taken.values
        if "0.weight" not in values:
            return
        self.steps = values["steps"].astype(np.float64)
        self.weights = values["0.weight"].astype(np.float64)[:, 0]
        biases = values.get("0.bias")
        self.biases = np.zeros(len(self.steps)) if biases is None else biases.astype(np.float64)[:, 0]
        self._draw()

    def reset_view(self) -> None:
        """Show the star and the whole path again, and follow it while it grows."""
        self._following = True
        self._draw()

    @property
    def ranges(self) -> tuple[Range, Range]:
        """The ranges of w1 and w2 that are seen."""
        (left, right), (bottom, top) = self.plot.view.viewRange()
        return (left, right), (bottom, top)

    def levels(self) -> Numbers:
        """Return the losses of the contours: evenly spaced on the way to the star."""
        if self.bowl is None:
            return np.empty(0)
        return self.bowl.least + (self._highest() - self.bowl.least) * np.linspace(0, 1, _NUM_CONTOURS + 1)[1:] ** 2

    def to_csv(self) -> str:
        """Return step, weights, bias, and the loss that the surface has there, of every point of the path."""
        bowl = self.bowl
        lines = ["step,w1,w2,b,loss"]
        if bowl is not None and len(self.weights):
            rows = np.column_stack([self.steps, self.weights, self.biases, bowl.loss(self.weights)])
            lines += [f"{int(row[0])}," + ",".join(f"{value:.9g}" for value in row[1:]) for row in rows.tolist()]
        return "\n".join(lines) + "\n"

    # -- drawing ------------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        finite = np.isfinite(self.weights).all(axis=1)
        w1, w2 = self.weights[finite].T if finite.any() else np.empty((2, 0))
        self.path.set_points(w1, w2)
        self.start.set_points(w1[:1], w2[:1])
        star = np.empty((2, 0)) if self.bowl is None else self.bowl.star[:, None]
        self.star.set_points(*star)
        if self._following and self.bowl is not None:
            path = np.column_stack([w1, w2])
            self._fit(np.concatenate([path[:1], star.T]), path)
        self._draw_surface()
        self._hover(self._mouse)

    def _fit(self, marks: Numbers, path: Numbers) -> None:
        """Show the star, the start, and the path unless it has run far away."""
        star = marks[-1]
        reach = max(float(np.abs(marks - star).max(initial=0.0)), 1e-3 * float(np.abs(star).max(initial=1.0)), 1e-6)
        near = path[(np.abs(path - star) <= 3 * reach).all(axis=1)]
        seen = np.concatenate([marks, near])
        low, high = seen.min(axis=0), seen.max(axis=0)
        middle, half = (low + high) / 2, np.maximum((high - low).max() / 2, reach / 2) * _ROOM
        self.plot.set_range((middle[0] - half, middle[0] + half), (middle[1] - half, middle[1] + half))

    def _highest(self) -> float:
        """Return the highest loss that is seen."""
        assert self.bowl is not None
        corners = np.array([(x, y) for x in self.plot.view.viewRange()[0] for y in self.plot.view.viewRange()[1]])
        return max(float(self.bowl.loss(corners).max()), self.bowl.least * (1 + 1e-6) + 1e-12)

    def _draw_surface(self) -> None:
        bowl = self.bowl
        self.image.setVisible(bowl is not None)
        nothing = np.empty(0)
        for line in self.contours:
            line.set_points(nothing, nothing)
        if bowl is None:
            return
        for line, level in zip(self.contours, self.levels(), strict=True):
            line.set_points(*bowl.contour(level).T)
        w1, w2 = (np.linspace(low, high, _PLACES) for low, high in self.plot.view.viewRange())
        losses = bowl.loss(np.stack(np.meshgrid(w1, w2), axis=-1))
        highest = self._highest()
        self.image.show_colours(level_shades(losses, bowl.least, highest), w1, w2)
        scale = level_shades(np.linspace(bowl.least, highest, 256), bowl.least, highest)
        self.bar.show_scale(scale[:, None], (bowl.least, highest), self.tr("loss, with the best bias for each w"))

    def _zoomed(self) -> None:
        self._following = False

    # -- the mouse ----------------------------------------------------------------------------------------------------

    def _hover(self, scene: QPointF | None) -> None:
        self._mouse = scene
        view, bowl = self.plot.view, self.bowl
        if scene is None or bowl is None or not view.sceneBoundingRect().contains(scene):
            self.card.hide()
            self.crosshair.hide()
            return
        place = view.mapSceneToView(scene)
        found = self._step_at(np.array([place.x(), place.y()]))
        w1, w2 = (place.x(), place.y()) if found is None else self.weights[found].tolist()
        text = ""
        if found is not None:
            text = self.tr("<b>step {step}</b>, b = {b}<br>").format(
                step=f"{int(self.steps[found]):,}", b=readable(float(self.biases[found]))
            )
        here = np.array([w1, w2])
        text += self.tr("w₁ = {w1}, w₂ = {w2}<br>loss {loss} with the best b = {b}").format(
            w1=readable(w1), w2=readable(w2), loss=readable(float(bowl.loss(here))), b=readable(float(bowl.bias(here)))
        )
        self.crosshair.point_at(w1, w2, [(w1, w2, "validation")] if found is not None else [])
        self.card.show_text(text, self.mapFromScene(scene))

    def _step_at(self, here: Numbers) -> int | None:
        """Return the position in the path of the point at a place, or None if none is near enough to be meant."""
        if not len(self.weights):
            return None
        distances = np.hypot(*((self.weights - here) / self.plot.view.viewPixelSize()).T)
        nearest = int(np.nan_to_num(distances, nan=np.inf).argmin())
        return nearest if distances[nearest] <= _NEAR else None


def level_shades(losses: Numbers, least: float, highest: float) -> NDArray[np.uint8]:
    """Return the colours ``(..., 3)`` of losses, which change evenly with the distance from the best weights."""
    return level_colours(np.sqrt(np.clip((losses - least) / (highest - least), 0, 1)))
