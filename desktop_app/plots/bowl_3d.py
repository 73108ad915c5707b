"""The bowl in three dimensions, where this computer has OpenGL."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QOpenGLContext
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.bowl import Bowl
from core.probes import Range
from desktop_app.oklab import rgb
from desktop_app.plots.bowl_plot import level_shades
from desktop_app.plots.plot_style import colour, readable
from desktop_app.theme import themes

_PLACES = 60
_AXES = ("series2", "series3")
_HEIGHT = 1.1
_LIFT = np.array([0.0, 0.0, 0.012])  # so that the path lies on the surface, not in it

Numbers = NDArray[np.float64]
translate = QCoreApplication.translate  # a name by which lupdate finds texts


def missing_part() -> str:
    """Return a sentence that says what the picture in three dimensions lacks here, or an empty text."""
    if find_spec("OpenGL") is None:
        return QCoreApplication.translate(
            "Bowl3D", "The bowl in 3-D needs the package PyOpenGL: install gluon-lab[3d]."
        )
    if not QOpenGLContext().create():
        return translate("Bowl3D", "The bowl in 3-D needs OpenGL, which cannot be used here.")
    return ""


@dataclass(frozen=True, eq=False)
class Scene:
    """A bowl between two ranges of weights, in a box from -1 to 1 whose height is ``_HEIGHT``.

    Attributes:
        bowl: what is shown.
        middle: of the ranges, ``(2,)``.
        half: half of their widths, ``(2,)``.
        highest: the loss at the upper end of the box.
    """

    bowl: Bowl
    middle: Numbers
    half: Numbers
    highest: float

    @classmethod
    def of(cls, bowl: Bowl, w1: Range, w2: Range) -> Scene:
        """Return the bowl between two ranges."""
        low, high = np.array([w1[0], w2[0]]), np.array([w1[1], w2[1]])
        corners = np.array([(x, y) for x in w1 for y in w2])
        return cls(bowl, (low + high) / 2, (high - low) / 2, max(float(bowl.loss(corners).max()), bowl.least + 1e-12))

    def placed(self, weights: NDArray[Any]) -> Numbers:
        """Return where weights ``(..., 2)`` lie on the surface, ``(..., 3)``."""
        flat = (np.asarray(weights, dtype=np.float64) - self.middle) / self.half
        rise = (self.bowl.loss(weights) - self.bowl.least) / (self.highest - self.bowl.least)
        return np.concatenate([flat, _HEIGHT * rise[..., None]], axis=-1)

    def surface(self) -> tuple[Numbers, Numbers]:
        """Return the places ``(n, n, 3)`` of the surface, w1 along the first axis, and their colours ``(n, n, 4)``."""
        steps = np.linspace(-1, 1, _PLACES)
        grid = np.stack(np.meshgrid(steps, steps, indexing="ij"), axis=-1) * self.half + self.middle
        shades = level_shades(self.bowl.loss(grid), self.bowl.least, self.highest) / 255.0
        return self.placed(grid), np.concatenate([shades, np.ones((_PLACES, _PLACES, 1))], axis=-1)

    def levels(self) -> Numbers:
        """Return the losses of a few contours, evenly spaced on the way to the star."""
        return self.bowl.least + (self.highest - self.bowl.least) * np.linspace(0.1, 0.9, 6) ** 2

    def segments(self, weights: Numbers) -> Numbers:
        """Return the pieces ``(2 m, 3)`` of a line that lie in the box, a little above the surface: pairs of ends."""
        inside = (np.abs(weights - self.middle) <= self.half).all(axis=1)
        kept = np.flatnonzero(inside[:-1] & inside[1:])
        return self.placed(weights[np.stack([kept, kept + 1], axis=1).ravel()]) + _LIFT


class Bowl3D(QWidget):
    """Shows a :class:`Scene`; drag turns it, the wheel zooms. Make it only where :func:`missing_part` is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        import pyqtgraph.opengl as gl

        self._gl = gl
        self.view = gl.GLViewWidget()
        self.view.setCameraPosition(distance=4.2, elevation=32, azimuth=-125)
        self.view.pan(0, 0, _HEIGHT / 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view, 1)
        self.caption = QLabel()
        self.caption.setWordWrap(True)
        self.caption.setContentsMargins(12, 6, 12, 8)
        layout.addWidget(self.caption)
        self._scene: Scene | None = None
        self._drawn: tuple[Bowl, tuple[Range, Range]] | None = None
        self._path: Any = None
        self._weights: Numbers = np.empty((0, 2))
        themes.changed.connect(self._draw)

    def show_bowl(self, bowl: Bowl, ranges: tuple[Range, Range], weights: Numbers) -> None:
        """Show a bowl between two ranges of w1 and w2, and on it the path of the weights ``(n, 2)``."""
        self._weights = weights
        if (bowl, ranges) != self._drawn or self._scene is None:
            self._drawn = bowl, ranges
            self._scene = Scene.of(bowl, *ranges)
            self._draw()
        else:
            self._draw_path(self._scene)

    def _draw(self) -> None:
        scene, gl, view = self._scene, self._gl, self.view
        view.clear()
        view.setBackgroundColor(colour("plot_background"))
        if scene is None:
            return
        places, colours = scene.surface()
        view.addItem(
            gl.GLSurfacePlotItem(
                x=places[:, 0, 0], y=places[0, :, 1], z=places[..., 2], colors=colours.reshape(-1, 4), smooth=True
            )
        )
        for level in scene.levels():
            self._draw_line(scene.segments(scene.bowl.contour(level)), "muted", 1.0)
        self._path = None
        self._draw_path(scene)
        star = scene.placed(scene.bowl.star)[None] + 3 * _LIFT
        view.addItem(gl.GLScatterPlotItem(pos=star, color=_opaque("text"), size=14.0, glOptions="translucent"))
        self._draw_ground(scene)

    def _draw_path(self, scene: Scene) -> None:
        ends = scene.segments(self._weights)
        if self._path is None:
            self._path = self._draw_line(ends, "validation", 3.0)
        else:
            self._path.setData(pos=ends)

    def _draw_line(self, ends: Numbers, name: str, width: float) -> Any:
        """Draw a line for every two ends ``(2 m, 3)``; without any, nothing comes of it."""
        if not len(ends):
            return None
        options = {"mode": "lines", "antialias": True, "glOptions": "translucent"}
        line = self._gl.GLLinePlotItem(pos=ends, color=_opaque(name), width=width, **options)
        self.view.addItem(line)
        return line

    def _draw_ground(self, scene: Scene) -> None:
        """Draw the frame of the ground with its two axes in colours, and say below which weights lie along them."""
        corners = np.array([[-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0], [-1, -1, 0]], dtype=float)
        for side, name, width in ((0, _AXES[0], 3.0), (1, "border", 1.0), (2, "border", 1.0), (3, _AXES[1], 3.0)):
            self._draw_line(corners[side : side + 2], name, width)
        (low1, low2), (high1, high2) = (scene.middle - scene.half).tolist(), (scene.middle + scene.half).tolist()
        told = [
            (_AXES[0], "━", self.tr("w₁ from {low} to {high}").format(low=readable(low1, 3), high=readable(high1, 3))),
            (_AXES[1], "━", self.tr("w₂ from {low} to {high}").format(low=readable(low2, 3), high=readable(high2, 3))),
            ("muted", "▲", self.tr("loss up to {loss}").format(loss=readable(scene.highest, 3))),
            ("validation", "━", self.tr("the way of the weights")),
            ("text", "●", self.tr("least squares")),
        ]
        marks = [f"<span style='color:{colour(name).name()}'>{sign}</span> {text}" for name, sign, text in told]
        self.caption.setText(" &nbsp; ".join(marks))


def _opaque(name: str) -> tuple[float, float, float, float]:
    red, green, blue = rgb(colour(name)).tolist()
    return red, green, blue, 1.0
