"""Two maps of the plane side by side: what the stack says, and what the single layer says."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from core.explorers.collapse import REACH, Activation, Layer, forward, plane
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.map_colours import target_colours
from desktop_app.plots.map_image import ColourBar, MapImage
from desktop_app.plots.marks import Crosshair
from desktop_app.plots.plot_style import LineStyle, readable

NUM_PLACES = 241
_BANDS = 17
_FOLD = LineStyle("text", width=1.4, dash=Qt.PenStyle.DashLine)

Numbers = NDArray[np.float64]


class CollapseMaps(Canvas):
    """Shows both outputs in the same banded colours: bands of a linear map are straight and equally wide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Outputs over the plane"))
        self.setMinimumSize(360, 180)
        self.headings = [self.add_title(0, column=column) for column in (0, 1)]
        self.maps = [self.add_plot(1, column=column) for column in (0, 1)]
        self.bar = ColourBar(self, 1, column=2)
        for column in (1, 3):
            self.ci.layout.setColumnStretchFactor(column, 1)
            # Equally wide whatever stands above and beside them.
            self.ci.layout.setColumnPreferredWidth(column, 150)
        self.ci.layout.setColumnSpacing(1, 14)
        self.images, self.crosshairs = [MapImage(), MapImage()], [Crosshair(), Crosshair()]
        for plot, image, crosshair in zip(self.maps, self.images, self.crosshairs, strict=True):
            image.crisp = True
            plot.view.addItem(image, ignoreBounds=True)
            plot.view.addItem(crosshair, ignoreBounds=True)
            plot.view.setMouseEnabled(x=False, y=False)
            plot.name_axes("x₂", "x₁")
            plot.set_range((-REACH, REACH), (-REACH, REACH))
        self.folds = [self.maps[0].add_line(_FOLD) for _ in range(4)]
        self.axis, self._points = plane(NUM_PLACES)
        self.outputs: list[Numbers] = []
        self._layers: tuple[Layer, ...] = ()
        self._single: Layer | None = None
        self._activation: Activation = "none"
        self.card = HoverCard(self)
        self.hovered.connect(self._hover)
        self.restyled.connect(self._restyle)

    def show_layers(self, layers: tuple[Layer, ...], activation: Activation, single: Layer) -> None:
        """Show what the stack says, and what the single layer says."""
        self._layers, self._activation, self._single = layers, activation, single
        self.outputs = [
            forward(layers, activation, self._points)[..., 0],
            forward((single,), "none", self._points)[..., 0],
        ]
        self._draw_folds()
        self._restyle()

    @property
    def difference(self) -> float:
        """The largest difference between both maps."""
        return float(np.abs(self.outputs[0] - self.outputs[1]).max()) if self.outputs else 0.0

    def _draw_folds(self) -> None:
        first = self._layers[0]
        far = 10 * REACH
        for k, line in enumerate(self.folds):
            shown = self._activation != "none" and k < len(first.b)
            w = first.W[k] if shown else np.zeros(2)
            norm = float(w @ w)
            if norm == 0:
                line.set_points(np.empty(0), np.empty(0))
                continue
            foot, along = -first.b[k] * w / norm, np.array([-w[1], w[0]]) / np.sqrt(norm)
            ends = np.stack([foot - far * along, foot + far * along])
            line.set_points(ends[:, 0], ends[:, 1])

    def _restyle(self) -> None:
        texts = (self.tr("stack of {count} layers").format(count=len(self._layers)), self.tr("one Dense layer"))
        for heading, text in zip(self.headings, texts, strict=True):
            heading.set_text(text)
        self._colour()

    def _colour(self) -> None:
        if not self.outputs:
            return
        # One scale for both maps, so that equal colours are equal numbers: that of the stack, which must not fade.
        largest = float(np.abs(self.outputs[0]).max()) or 1.0
        for image, outputs in zip(self.images, self.outputs, strict=True):
            image.show_colours(_bands(outputs, largest), self.axis, self.axis)
        scale = np.linspace(-largest, largest, 20 * _BANDS)
        self.bar.show_scale(_bands(scale, largest)[:, None], (-largest, largest), self.tr("output ŷ"))

    def _hover(self, scene: QPointF | None) -> None:
        views = [plot.view for plot in self.maps]
        under = next((view for view in views if scene is not None and view.sceneBoundingRect().contains(scene)), None)
        if scene is None or under is None or self._single is None:
            self.card.hide()
            for crosshair in self.crosshairs:
                crosshair.hide()
            return
        place = under.mapSceneToView(scene)
        x = np.array([place.x(), place.y()])
        stack = float(forward(self._layers, self._activation, x)[0])
        single = float(forward((self._single,), "none", x)[0])
        for crosshair in self.crosshairs:
            crosshair.point_at(place.x(), place.y(), [(place.x(), place.y(), "text")])
        text = self.tr("x₁ = {x1}, x₂ = {x2}<br>stack: <b>{stack}</b><br>single layer: <b>{single}</b>").format(
            x1=readable(place.x(), 3), x2=readable(place.y(), 3), stack=readable(stack), single=readable(single)
        )
        self.card.show_text(text, self.mapFromScene(scene))


def _bands(values: Numbers, largest: float) -> NDArray[np.uint8]:
    """Return the colours ``(..., 3)`` of numbers that are rounded to a few levels."""
    half = _BANDS // 2
    levels = np.round(np.clip(values / largest, -1, 1) * half) / half
    return target_colours(levels.astype(np.float32), 1.0)
