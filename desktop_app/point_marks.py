"""How samples look wherever they are drawn as points: a colour and a symbol for each class, a filling for each part."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from desktop_app.oklab import mixed
from desktop_app.symbols import SYMBOLS
from desktop_app.theme import Theme, theme

PartName = Literal["train", "validation", "test"]

_RIM = 0.8
_OUTLINE = 1.5

_FIRST = ("circle", "square", "triangle", "diamond", "plus")
CLASS_SYMBOLS = (*_FIRST, "triangle_down", "star", "cross", "hexagon", "hourglass")
"""One for each class; further classes begin again."""


@dataclass(frozen=True)
class PointStyle:
    """How a sample looks.

    Attributes:
        label: its class, which has a colour and a symbol; None for a target.
        share: where a target lies between the lowest (-1) and the highest (1): orange, pale, blue.
        part: filled for training, hollow for validation, hollow with a dot for test; None is filled, and neutral if
            there is no label either.
        size: pixels.
    """

    label: int | None = None
    share: float | None = None
    part: PartName | None = "train"
    size: float = 9.0

    @property
    def colour(self) -> QColor:
        """The colour in the present theme."""
        if self.label is not None:
            return QColor(theme().series[self.label % len(theme().series)])
        return QColor(theme().muted) if self.share is None else QColor(*_between(self.share, theme()))

    def draw(self, painter: QPainter) -> None:
        """Draw the sample around the painter's origin, in pixels."""
        transform = QTransform.fromScale(self.size, self.size)
        path = transform.map(SYMBOLS[CLASS_SYMBOLS[(self.label or 0) % len(CLASS_SYMBOLS)]])
        ground = QColor(theme().plot_background)
        if self.part in ("train", None):
            rim = ground if self.share is None else QColor(theme().muted)
            painter.setPen(QPen(rim, _RIM))
            painter.setBrush(self.colour)
            painter.drawPath(path)
            return
        ground.setAlphaF(0.6)
        painter.setPen(QPen(self.colour, _OUTLINE))
        painter.setBrush(ground)
        painter.drawPath(path)
        if self.part == "test":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour)
            painter.drawEllipse(QPointF(0, 0), 0.14 * self.size, 0.14 * self.size)

    @property
    def sample_width(self) -> float:
        """Width of what a legend shows, in pixels."""
        return self.size + 4

    def draw_sample(self, painter: QPainter) -> None:
        """Draw what a legend shows around the painter's origin."""
        self.draw(painter)


@lru_cache(maxsize=1024)
def _between(share: float, look: Theme) -> tuple[int, int, int]:
    """Return orange for -1, a pale grey for 0, blue for 1, and what lies between."""
    end = QColor(look.train if share > 0 else look.validation)
    red, green, blue = mixed(QColor(look.border), end, np.array(min(1.0, abs(share)))).tolist()
    return red, green, blue
