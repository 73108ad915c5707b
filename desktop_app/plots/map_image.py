"""A map of colours over a plane, and the bar that tells what they mean."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop_app.oklab import Pixels
from desktop_app.plots.canvas import Canvas, Plot

_BAR_WIDTH = 22.0


class MapImage(pg.ImageItem):
    """Colours over an evenly spaced grid. Between the places of the grid they are interpolated, unless ``crisp``."""

    def __init__(self) -> None:
        super().__init__(axisOrder="row-major")
        self.crisp = False
        self.setZValue(-900)  # over the lines of the grid, under everything else

    def show_colours(self, colours: Pixels, x: NDArray[Any], y: NDArray[Any]) -> None:
        """Show ``colours[i, j]`` at the place ``(x[j], y[i])``; both axes ascend evenly.

        Args:
            colours: ``(len(y), len(x), 3)``.
            x: places along the horizontal axis.
            y: places along the vertical axis.
        """
        width, height = _step(x), _step(y)
        self.setImage(colours, autoLevels=False, levels=None)
        left, bottom = float(x[0]) - width / 2, float(y[0]) - height / 2
        self.setRect(QRectF(left, bottom, width * len(x), height * len(y)))

    def paint(self, painter: QPainter, *arguments: Any) -> None:
        """Draw the image."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not self.crisp)
        super().paint(painter, *arguments)


def _step(places: NDArray[Any]) -> float:
    return float(places[-1] - places[0]) / max(len(places) - 1, 1) or 1.0


class ColourBar:
    """A narrow plot right of those in ``row``; its vertical axis tells which number a colour stands for.

    Args:
        canvas: holds the plots.
        row: of the plots.
        column: of the bar, one more than the last plot has.
    """

    def __init__(self, canvas: Canvas, row: int, *, column: int = 1) -> None:
        self._canvas, self._row, self._column = canvas, row, column
        self.plot: Plot = canvas.add_plot(row, column=column)
        layout = canvas.ci.layout
        layout.setColumnStretchFactor(1, 1)
        layout.setColumnSpacing(2 * column - 1, 18)
        self.image = MapImage()
        view = self.plot.view
        view.addItem(self.image, ignoreBounds=True)
        layout.setColumnFixedWidth(2 * column + 1, _BAR_WIDTH)
        view.setMouseEnabled(x=False, y=False)
        self.plot.bottom.setStyle(showValues=False)
        self.plot.left.setGrid(False)
        self.plot.bottom.setGrid(False)
        self._limits = (0.0, 1.0)
        view.sigRangeChanged.connect(self._hold)

    def show_scale(self, colours: Pixels, limits: tuple[float, float], name: str, *, percent: bool = False) -> None:
        """Show what colours mean.

        Args:
            colours: ``(steps, columns, 3)``, from the lowest to the highest number.
            limits: the lowest and the highest number.
            name: of the axis.
            percent: show shares from 0 to 1 as 0 to 100.
        """
        self._limits = limits
        self.plot.left.percent = percent
        self.plot.name_axes(name, "")
        self.image.setImage(colours, autoLevels=False, levels=None)
        low, high = limits
        self.image.setRect(QRectF(0, low, 1, high - low))
        self.image.crisp = colours.shape[1] > 1
        self._hold()

    def show(self, on: bool) -> None:
        """Show or hide the bar; hidden, it takes no room."""
        self._canvas.show_plot(self.plot, on)
        layout = self._canvas.ci.layout
        layout.setColumnSpacing(2 * self._column - 1, 18 if on else 0)
        layout.setColumnFixedWidth(2 * self._column + 1, _BAR_WIDTH if on else 0)
        # The map beside it stays.
        layout.setRowStretchFactor(self._row, 1)
        layout.setRowSpacing(self._row + 1, 14)

    def _hold(self) -> None:
        """Stay where the colours are: keys that zoom the map must not zoom its bar."""
        view = self.plot.view
        wanted = [[0.0, 1.0], list(self._limits)]
        if not np.allclose(view.viewRange(), wanted):
            self.plot.set_range((0.0, 1.0), self._limits)
