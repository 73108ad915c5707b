"""The pictures of the symmetry explorer: where the weights of each hidden unit go, and what that does to the loss."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from core.explorers.symmetry import Training
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.marks import Crosshair
from desktop_app.plots.plot_style import LegendEntry, LineStyle, readable

LOSS = LineStyle("train", 2.2)
DISTANCE = LineStyle("validation", 2.2)
_START = LineStyle("text", symbol="square", symbol_size=11.0, dash=Qt.PenStyle.NoPen)
_NOW = LineStyle("text", symbol="circle", symbol_size=11.0, dash=Qt.PenStyle.NoPen)
_MAX_UNITS = 8
_NEAR = 12.0  # pixels
_POINTS = 150
_DOT, _RING = 12.0, 4.5  # pixels
_LEAST_REACH = 1.6
_LEAST_DISTANCE = -17.0
"""Decades; equal units are drawn here, where float64 has no smaller differences between numbers near 1."""

Array = NDArray[np.float64]


class WeightsPlane(Canvas):
    """Draws each unit as a point (w₁, w₂), with its way since the start."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Weights of each hidden unit"))
        self.training: Training | None = None
        self.title = self.add_title(0, self.tr("Weights of the units"))
        self.legend = self.add_legend(1)
        self.plot = self.add_plot(2)
        self.plot.view.setAspectLocked(True)
        self.plot.name_axes(self.tr("w₂ of the unit"), self.tr("w₁ of the unit"))
        colours = [f"series{i}" for i in range(_MAX_UNITS)]
        self.ways = [self.plot.add_line(LineStyle(name, 1.8)) for name in colours]
        self.starts = [self.plot.add_line(LineStyle(name, symbol="square", symbol_size=11.0)) for name in colours]
        self.ends = [self.plot.add_line(LineStyle(name, symbol="circle", symbol_size=_DOT)) for name in colours]
        for way in self.ways:
            way.bold_limit = 4 * _POINTS
        self.legend.set_entries([LegendEntry(self.tr("start"), _START), LegendEntry(self.tr("now, in colours"), _NOW)])
        self.card = HoverCard(self)
        self.hovered.connect(self._hover)
        self.plot.view.reset_requested.connect(self.reset_view)
        self.reset_view()

    def show_training(self, training: Training | None) -> None:
        """Show the ways of all units; None leaves the plane empty."""
        self.training = training
        none = np.empty(0)
        # Bold lines of many points take long to draw.
        shown = np.unique(np.linspace(0, 0 if training is None else len(training.W) - 1, _POINTS).astype(int))
        equal = training is not None and training.distances[-1] == 0
        for i, lines in enumerate(zip(self.ways, self.starts, self.ends, strict=True)):
            there = training is not None and i < training.W.shape[1]
            x, y = training.W[:, i].T if training is not None and there else (none, none)
            parts: tuple[Any, ...] = (shown, [0], [-1]) if there else (slice(0),) * 3
            for line, part in zip(lines, parts, strict=True):
                line.set_points(x[part], y[part])
            # Units in one place are seen as rings.
            size = _DOT + (_RING * (training.W.shape[1] - 1 - i) if training is not None and equal else 0.0)
            self.ends[i].style = replace(self.ends[i].style, symbol_size=size)
        self.reset_view()

    def reset_view(self) -> None:
        """Show all ways whole."""
        seen = np.zeros((1, 2))
        if self.training is not None and np.isfinite(self.training.W).all():
            seen = np.concatenate([seen, self.training.W.reshape(-1, 2)])
        low, high = seen.min(axis=0), seen.max(axis=0)
        middle, half = (low + high) / 2, max(_LEAST_REACH, 1.2 * float((high - low).max())) / 2
        self.plot.set_range(*((float(m - half), float(m + half)) for m in middle))

    def _hover(self, scene: QPointF | None) -> None:
        view = self.plot.view
        if scene is None or self.training is None or not view.sceneBoundingRect().contains(scene):
            self.card.hide()
            return
        place = view.mapSceneToView(scene)
        ends = self.training.W[-1]
        distances = np.hypot(*((ends - [place.x(), place.y()]) / view.viewPixelSize()).T)
        near = np.flatnonzero(distances <= _NEAR)
        if not len(near):
            self.card.hide()
            return
        head = self.tr("<b>unit {0}</b>") if len(near) == 1 else self.tr("<b>units {0}</b>")
        unit = int(near[0])
        w1, w2 = ends[unit]
        text = self.tr("w = ({w1}, {w2}), b = {b}, v = {v}").format(
            w1=readable(w1, 3),
            w2=readable(w2, 3),
            b=readable(self.training.b[-1, unit], 3),
            v=readable(self.training.v[-1, unit], 3),
        )
        names = ", ".join(str(i + 1) for i in near)
        self.card.show_text(f"{head.format(names)}<br>{text}", self.mapFromScene(scene))


class SymmetryCurves(Canvas):
    """Draws the loss and, on a logarithmic scale, the largest difference between two units, over the steps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Loss and difference of the units over the steps"))
        self.training: Training | None = None
        self._num_steps = 1
        self.upper_title = self.add_title(0, self.tr("Loss of each step"))
        self.upper = self.add_plot(1)
        self.lower_title = self.add_title(3, self.tr("Largest difference"))
        self.lower = self.add_plot(4)
        self.upper.name_axes(self.tr("loss"), "")
        self.upper.bottom.setStyle(showValues=False)
        self.lower.name_axes(self.tr("largest difference"), self.tr("steps of SGD"))
        self.lower.set_log(True)
        self.link_x(self.upper, self.lower)
        self.loss, self.distance = self.upper.add_line(LOSS), self.lower.add_line(DISTANCE)
        self.crosshairs = {plot: Crosshair() for plot in (self.upper, self.lower)}
        for plot, crosshair in self.crosshairs.items():
            plot.view.addItem(crosshair, ignoreBounds=True)
            plot.view.setMouseEnabled(False, False)
        self.card = HoverCard(self)
        self.hovered.connect(self._hover)
        self.show_training(None, 1)

    def show_training(self, training: Training | None, num_steps: int) -> None:
        """Show a training that is to have so many steps; None shows nothing of it yet."""
        self.training, self._num_steps = training, num_steps
        losses = np.empty(0) if training is None else training.losses
        distances = np.empty(0) if training is None else training.distances
        steps = np.arange(len(losses), dtype=np.float64)
        self.loss.set_points(steps, losses)
        with np.errstate(divide="ignore"):
            logs = np.maximum(np.log10(distances), _LEAST_DISTANCE)
        self.distance.set_points(steps, logs)
        finite = losses[np.isfinite(losses)]
        self.upper.set_range((0.0, num_steps), (0.0, 1.08 * max(0.6, float(finite.max(initial=0.6)))))
        seen = logs[np.isfinite(logs)]
        low, high = float(seen.min(initial=-1.0)), float(seen.max(initial=0.5))
        self.lower.set_range((0.0, num_steps), (floor(low - 0.2), ceil(high + 0.2)))

    def _hover(self, scene: QPointF | None) -> None:
        training = self.training
        under = None
        if scene is not None and training is not None:
            under = next((plot for plot in self.crosshairs if plot.view.sceneBoundingRect().contains(scene)), None)
        if scene is None or training is None or under is None:
            self.card.hide()
            for crosshair in self.crosshairs.values():
                crosshair.hide()
            return
        step = int(np.clip(round(under.view.mapSceneToView(scene).x()), 0, len(training.losses) - 1))
        for crosshair in self.crosshairs.values():
            crosshair.point_at(step, None, [])
        text = self.tr("<b>step {step}</b><br>loss {loss}<br>largest difference {distance}").format(
            step=step,
            loss=readable(float(training.losses[step]), 3),
            distance=readable(float(training.distances[step]), 3),
        )
        self.card.show_text(text, self.mapFromScene(scene))
