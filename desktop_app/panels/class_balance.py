"""A thin bar with the share of each class in the training part."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from core.data import Parts
from desktop_app.point_marks import PointStyle
from desktop_app.texts import translated
from desktop_app.theme import themes

_HEIGHT, _GAP = 6, 1
_FEW, _SHORT = 4, 8


class ClassBalance(QWidget):
    """Hovering over a class tells its name and count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names: tuple[str, ...] = ()
        self.counts: tuple[int, ...] = ()
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(self.tr("Classes in the training part"))
        themes.changed.connect(self.update)

    def show_parts(self, parts: Parts | None) -> None:
        """Count the labels of the training part; hidden for targets, and without data."""
        self.names, self.counts = (), ()
        if parts is not None and parts.facts.class_names:
            self.names = parts.facts.class_names
            counts = np.bincount(parts.train.y.astype(np.int64), minlength=len(self.names))
            self.counts = tuple(counts.tolist())
        self.setAccessibleDescription(", ".join(self.text(k) for k in range(len(self.names))))
        self.setVisible(bool(self.names))
        self.update()

    def text(self, label: int) -> str:
        """Return what is told of a class."""
        total = sum(self.counts)
        return self.tr("{name}: {count} of {total} in the training part ({share} %)").format(
            name=translated(self.names[label]),
            count=f"{self.counts[label]:,}",
            total=f"{total:,}",
            share=f"{100 * self.counts[label] / max(1, total):.1f}",
        )

    def summary(self) -> str:
        """Return the counts of the classes, or, of many, the least and the largest; empty without classes."""
        if not self.names:
            return ""
        if len(self.names) <= _FEW and all(len(name) <= _SHORT for name in self.names):
            named = zip(self.names, self.counts, strict=True)
            return " · ".join(f"{translated(name)} {count:,}" for name, count in named)
        low, high = min(self.counts), max(self.counts)
        if low == high:
            return self.tr("{number} classes, {low} each").format(number=len(self.names), low=f"{low:,}")
        return self.tr("{number} classes, {low} to {high} each").format(
            number=len(self.names), low=f"{low:,}", high=f"{high:,}"
        )

    def label_at(self, x: float) -> int | None:
        """Return the class at a place, in pixels from the left; None if there is none."""
        return next((k for k, (left, right) in enumerate(self._edges()) if left <= x < right), None)

    def event(self, event: QEvent) -> bool:
        """Tell of the class under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            label = self.label_at(event.pos().x())
            QToolTip.showText(event.globalPos(), "" if label is None else self.text(label), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw one rectangle for each class, in its colour."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        for label, (left, right) in enumerate(self._edges()):
            gap = _GAP if right - left > 3 * _GAP else 0
            painter.setBrush(QColor(PointStyle(label=label).colour))
            painter.drawRect(QRectF(left, 0, right - left - gap, self.height()))

    def _edges(self) -> list[tuple[float, float]]:
        """Return left and right edge of each class, in pixels."""
        total = max(1, sum(self.counts))
        ends = np.cumsum((0, *self.counts)) / total * self.width()
        return list(zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True))
