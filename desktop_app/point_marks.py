"""How samples look wherever they are drawn as points: a colour and a symbol for each class, a filling for each part."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from desktop_app.theme import theme

PartName = Literal["train", "validation", "test"]

_RIM = 0.8
_OUTLINE = 1.5


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*point) for point in points]))
    path.closeSubpath()
    return path


def _star(corners: int, inner: float) -> QPainterPath:
    angles = [pi * k / corners - pi / 2 for k in range(2 * corners)]
    radii = [0.6 if k % 2 == 0 else inner for k in range(2 * corners)]
    return _polygon(*((r * cos(a), r * sin(a)) for r, a in zip(radii, angles, strict=True)))


def _circle() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(-0.47, -0.47, 0.94, 0.94))
    return path


_ARM = 0.17
_PLUS = _polygon(
    *((-_ARM, -0.52), (_ARM, -0.52), (_ARM, -_ARM), (0.52, -_ARM), (0.52, _ARM), (_ARM, _ARM)),
    *((_ARM, 0.52), (-_ARM, 0.52), (-_ARM, _ARM), (-0.52, _ARM), (-0.52, -_ARM), (-_ARM, -_ARM)),
)
SYMBOLS: tuple[QPainterPath, ...] = (
    _circle(),
    _polygon((-0.43, -0.43), (0.43, -0.43), (0.43, 0.43), (-0.43, 0.43)),
    _polygon((0, -0.58), (0.56, 0.42), (-0.56, 0.42)),
    _polygon((0, -0.6), (0.6, 0), (0, 0.6), (-0.6, 0)),
    _PLUS,
    _polygon((0, 0.58), (0.56, -0.42), (-0.56, -0.42)),
    _star(5, 0.26),
    QTransform().rotate(45).map(_PLUS),
    _polygon((0, -0.55), (0.52, -0.17), (0.32, 0.45), (-0.32, 0.45), (-0.52, -0.17)),
    _polygon((-0.45, -0.5), (0.45, -0.5), (-0.45, 0.5), (0.45, 0.5)),
)
"""One for each class, of unit size around the origin; further classes begin again."""


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
        return QColor(theme().muted) if self.share is None else _between(self.share)

    def draw(self, painter: QPainter) -> None:
        """Draw the sample around the painter's origin, in pixels."""
        transform = QTransform.fromScale(self.size, self.size)
        path = transform.map(SYMBOLS[0 if self.label is None else self.label % len(SYMBOLS)])
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


def _between(share: float) -> QColor:
    """Return orange for -1, a pale grey for 0, blue for 1, and what lies between."""
    end = QColor(theme().train if share > 0 else theme().validation)
    middle, weight = QColor(theme().border), min(1.0, abs(share))
    return QColor.fromRgbF(
        weight * end.redF() + (1 - weight) * middle.redF(),
        weight * end.greenF() + (1 - weight) * middle.greenF(),
        weight * end.blueF() + (1 - weight) * middle.blueF(),
    )
