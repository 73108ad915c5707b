"""The picture of the matrices explorer: the norm of a product over the number of its factors."""

from __future__ import annotations

from math import ceil, floor, log10

import numpy as np
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from core.explorers.matrices import FLOAT32_LARGEST, MatricesSetup, Products, growth
from desktop_app.plots.activation_plot import Cursor
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.levels import Level, Levels
from desktop_app.plots.plot_style import LegendEntry, LineStyle, readable

ONE = LineStyle("train", 1.0, strength=0.6)
FIRST = LineStyle("train", 2.4)
LAW = LineStyle("validation", 2.0, Qt.PenStyle.DashLine)
_LEAST = 3.0
"""Decades to either side of 1 that are shown at least."""


class MatricesPlot(Canvas):
    """Draws the decimal logarithm of the norms of all seeds, and the straight line that theory expects.

    ``cursor_wanted`` carries the number of factors to which the user drags, clicks or steps with Left and Right.
    """

    cursor_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Norm of the product over the number of factors"))
        self.products: Products | None = None
        self.setup = MatricesSetup()
        self.title = self.add_title(0, self.tr("Norm of the product over the number of factors"))
        self.legend = self.add_legend(1)
        self.plot = self.add_plot(2)
        self.plot.set_log(True)
        self.plot.name_axes(self.tr("norm of the product"), self.tr("number of factors"))
        self.plot.view.setMouseEnabled(False, False)
        self.levels, self.cursor, self.card = Levels(), Cursor(), HoverCard(self)
        self.others = [self.plot.add_line(ONE) for _ in range(10)]
        self.first, self.law = self.plot.add_line(FIRST), self.plot.add_line(LAW)
        for line in (*self.others, self.first, self.law):
            line.bold_limit = 1000
        for item in (self.levels, self.cursor):
            self.plot.view.addItem(item, ignoreBounds=True)
        self.levels.set_levels(
            [
                Level(log10(FLOAT32_LARGEST), self.tr("float32 ends at 3.4·10³⁸"), "danger", below=True),
                Level(0.0, ""),
                Level(-log10(FLOAT32_LARGEST), self.tr("below 10⁻³⁸ float32 loses its digits"), "danger"),
            ]
        )
        self.legend.set_entries(
            [
                LegendEntry(self.tr("first seed, shown in numbers"), FIRST),
                LegendEntry(self.tr("other seeds"), ONE),
                LegendEntry(self.tr("expected in the long run"), LAW),
            ]
        )
        self.cursor.dragged.connect(lambda x: self.cursor_wanted.emit(self._limited(x)))
        self.hovered.connect(self._hover)
        self.scene().sigMouseClicked.connect(self._click)

    def show_products(self, setup: MatricesSetup, products: Products) -> None:
        """Show products of matrices."""
        self.setup, self.products = setup, products
        norms = products.norms
        k = np.arange(1, norms.shape[1] + 1, dtype=np.float64)
        for i, line in enumerate(self.others, 1):
            there = i < len(norms)
            line.set_points(k if there else np.empty(0), norms[i] if there else np.empty(0))
        self.first.set_points(k, norms[0])
        # The law tells the slope; the line begins at the middle of the first norms.
        start = float(np.median(norms[:, 0]))
        law = start + (k - 1) * growth(setup.sigma, setup.size)
        self.law.set_points(k, law)
        low, high = float(min(norms.min(), law.min())), float(max(norms.max(), law.max()))
        self.plot.set_range((0.0, len(k) + 1.0), (min(-_LEAST, floor(low - 0.5)), max(_LEAST, ceil(high + 0.5))))
        shown = min(setup.shown, len(k))
        norm = float(norms[0, shown - 1])
        self.cursor.show_at(shown, [(norm, "train")], (norm, f"{shown}: {readable(10.0**norm, 2)}", "train"))

    def to_csv(self) -> str:
        """Return the decimal logarithm of the norm for every number of factors and seed."""
        if self.products is None:
            return "factors\n"
        seeds = range(len(self.products.norms))
        lines = ["factors," + ",".join(f"log10_norm_{i}" for i in seeds)]
        for k, row in enumerate(self.products.norms.T, 1):
            lines.append(f"{k}," + ",".join(f"{value:.9g}" for value in row))
        return "\n".join(lines) + "\n"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor with Left and Right, by ten with Page Up and Page Down."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: -10, Qt.Key.Key_PageUp: 10}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.cursor_wanted.emit(self._limited(self.cursor.x + step))

    def _limited(self, x: float) -> int:
        return int(np.clip(round(x), 1, self.setup.num_factors))

    def _click(self, event: object) -> None:
        place = event.scenePos()  # type: ignore[attr-defined]
        if self.plot.view.sceneBoundingRect().contains(place):
            self.cursor_wanted.emit(self._limited(self.plot.view.mapSceneToView(place).x()))

    def _hover(self, scene: QPointF | None) -> None:
        view = self.plot.view
        if scene is None or self.products is None or not view.sceneBoundingRect().contains(scene):
            self.card.hide()
            return
        k = self._limited(view.mapSceneToView(scene).x())
        norms = self.products.norms[:, k - 1]
        low, middle, high = (readable(10.0 ** float(f(norms)), 2) for f in (np.min, np.median, np.max))
        text = self.tr("<b>{k} factors</b><br>norm: {middle} ({low} … {high})").format(
            k=k, middle=middle, low=low, high=high
        )
        self.card.show_text(text, self.mapFromScene(scene))
