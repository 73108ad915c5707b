"""How much of each class is recognised, as bars."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from html import escape
from math import floor, isfinite
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QTransform
from PySide6.QtWidgets import QWidget

from core.confusion import Counts, precisions, recalls
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.plot_style import ViewItem, colour, percent, plot_font

_BAR = 0.68
_FEWEST = 4  # places for bars, so that those of few classes are no walls
_MOST_NAME = 180.0  # pixels


class ClassRecall(Canvas):
    """One bar for each class, from top to bottom; the share and the number of samples stand beside it in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Recall of every class"))
        self.order: NDArray[np.int64] = np.empty(0, np.int64)
        self._counts: Counts | None = None
        self._names: tuple[str, ...] = ()
        self._worst_first = True
        self.plot = self.add_plot(0, percent=False)
        self.plot.name_axes("", self.tr("recall: share of the class that is recognised (%)"))
        self.plot.left.setGrid(False)
        self.plot.view.invertY(True)
        self.plot.view.setMouseEnabled(x=False, y=False)
        self.bars = pg.BarGraphItem(x0=[], y=[], height=_BAR, width=[], pen=None)
        self.texts = _Texts()
        for item in (self.bars, self.texts):
            self.plot.view.addItem(item, ignoreBounds=True)
        self.card = HoverCard(self)
        self.plot.view.sigResized.connect(self._name_classes)
        self.restyled.connect(self._draw)
        self.hovered.connect(self._hover)

    def show_counts(self, counts: Counts | None, names: Sequence[str]) -> None:
        """Show the recall of each class in a matrix of counts, true classes in rows; None shows nothing."""
        self._counts, self._names = counts, tuple(names)
        self._arrange()

    def sort(self, worst_first: bool) -> None:
        """Put the class that is recognised least on top, or keep the order of the classes."""
        self._worst_first = worst_first
        self._arrange()

    def texts_of_bars(self) -> list[str]:
        """Return what stands beside the bars, from top to bottom."""
        if self._counts is None:
            return []
        found = []
        for k in self.order.tolist():
            right, total = int(self._counts[k, k]), int(self._counts[k].sum())
            text = self.tr("{right} of {total}").format(right=f"{right:,}", total=f"{total:,}")
            found.append(f"{percent(right / total)}   {text}" if total else self.tr("no samples"))
        return found

    def to_csv(self) -> str:
        """Return the figures of all classes in the order shown."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["class", "recall", "recognised", "samples", "precision"])
        if self._counts is not None:
            shares, precise = recalls(self._counts), precisions(self._counts)
            for k in self.order.tolist():
                recall, precision = (float(v) if isfinite(v) else "" for v in (shares[k], precise[k]))
                writer.writerow(
                    [self._names[k], recall, int(self._counts[k, k]), int(self._counts[k].sum()), precision]
                )
        return text.getvalue()

    def _arrange(self) -> None:
        counts = self._counts
        n = 0 if counts is None else len(counts)
        self.order = np.arange(n)
        if counts is not None and self._worst_first:
            shares = recalls(counts)
            self.order = np.argsort(np.where(np.isfinite(shares), shares, np.inf), kind="stable")
        self.plot.set_range((0.0, 135.0), (-0.6, max(n, _FEWEST) - 0.4))
        self.plot.bottom.setTicks([[(share, str(share)) for share in range(0, 101, 20)]])
        self._draw()

    def _draw(self) -> None:
        counts, n = self._counts, len(self.order)
        shares: NDArray[np.float64] = np.zeros(0)
        if counts is not None:
            shares = np.nan_to_num(100 * recalls(counts)[self.order])
        self.bars.setOpts(
            x0=np.zeros(n), y=np.arange(n), width=shares, height=_BAR, brushes=[QBrush(colour("train"))] * n
        )
        self.texts.show_texts(shares, self.texts_of_bars())
        said = zip((self._names[k] for k in self.order.tolist()), self.texts_of_bars(), strict=True)
        self.setAccessibleDescription("; ".join(f"{name}: {text}" for name, text in said))
        self._name_classes()

    def _name_classes(self) -> None:
        """Write the names, or of very many classes only some."""
        metrics = QFontMetricsF(plot_font(0.95))
        slot = self.plot.view.height() / max(len(self.order), _FEWEST)
        stride = max(1, int(np.ceil(metrics.height() / max(slot, 1e-9))))
        elided = Qt.TextElideMode.ElideRight
        ticks = [
            (row, metrics.elidedText(self._names[k], elided, _MOST_NAME))
            for row, k in enumerate(self.order.tolist())
            if row % stride == 0
        ]
        self.plot.left.setTicks([ticks])

    def _hover(self, scene: QPointF | None) -> None:
        view, counts = self.plot.view, self._counts
        row = -1
        if scene is not None and view.sceneBoundingRect().contains(scene):
            row = floor(view.mapSceneToView(scene).y() + 0.5)
        if scene is None or counts is None or not 0 <= row < len(self.order):
            self.card.hide()
            return
        k = int(self.order[row])
        rows = [self.texts_of_bars()[row]]
        precision = float(precisions(counts)[k])
        if isfinite(precision):
            rows.append(
                self.tr("precision {share}: so much of what was taken for it is right").format(share=percent(precision))
            )
        wrong = counts[k].copy()
        wrong[k] = 0
        if wrong.any():
            other = int(wrong.argmax())
            rows.append(
                self.tr("most often taken for {name}: {number}").format(
                    name=self._names[other], number=f"{int(wrong[other]):,}"
                )
            )
        text = "<br>".join(escape(line) for line in rows)
        self.card.show_text(f"<b>{escape(self._names[k])}</b><br>{text}", self.mapFromScene(scene))


class _Texts(ViewItem):
    """What stands beside the bars."""

    def __init__(self) -> None:
        super().__init__()
        self._shares: NDArray[np.float64] = np.empty(0)
        self._texts: list[str] = []
        self.setZValue(5)

    def show_texts(self, shares: NDArray[np.float64], texts: list[str]) -> None:
        """Write texts behind the ends of bars of these lengths, at the rows 0, 1, 2, ..."""
        self._shares, self._texts = shares, texts
        self.update()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """Write the texts that have room."""
        transform = painter.transform()
        font = plot_font(0.95)
        line = QFontMetricsF(font).height()
        painter.setTransform(QTransform())
        painter.setFont(font)
        painter.setPen(colour("text"))
        if abs(transform.m22()) >= 0.9 * line:
            for row, (share, text) in enumerate(zip(self._shares.tolist(), self._texts, strict=True)):
                x, y = transform.m11() * share + transform.dx(), transform.m22() * row + transform.dy()
                place = QRectF(x + 8, y - line / 2, 300, line)
                painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setTransform(transform)
