"""The shapes by which lines and classes are told apart without colour."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*point) for point in points]))
    path.closeSubpath()
    return path


def _circle() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(-0.5, -0.5, 1, 1))
    return path


def _on_circle(radius: float, turn: float) -> tuple[float, float]:
    """Return a point of a circle around the origin, ``turn`` turns clockwise from the top."""
    return radius * sin(2 * pi * turn), -radius * cos(2 * pi * turn)


_PLUS = tuple(
    (sx * x, sy * y)
    for sx, sy, corners in (
        (1, -1, ((0.25, 0.6), (0.25, 0.25), (0.6, 0.25))),
        (1, 1, ((0.6, 0.25), (0.25, 0.25), (0.25, 0.6))),
        (-1, 1, ((0.25, 0.6), (0.25, 0.25), (0.6, 0.25))),
        (-1, -1, ((0.6, 0.25), (0.25, 0.25), (0.25, 0.6))),
    )
    for x, y in corners
)

SYMBOLS = {
    "circle": _circle(),
    "diamond": _polygon((0, -0.65), (0.65, 0), (0, 0.65), (-0.65, 0)),
    "square": _polygon((-0.45, -0.45), (0.45, -0.45), (0.45, 0.45), (-0.45, 0.45)),
    "triangle": _polygon((0, -0.6), (0.58, 0.42), (-0.58, 0.42)),
    "triangle_down": _polygon((0, 0.6), (0.58, -0.42), (-0.58, -0.42)),
    "star": _polygon(*(_on_circle(0.72 if i % 2 == 0 else 0.38, i / 10) for i in range(10))),
    "hexagon": _polygon(*(_on_circle(0.56, i / 6) for i in range(6))),
    "plus": _polygon(*_PLUS),
    "hourglass": _polygon((-0.45, -0.5), (0.45, -0.5), (-0.45, 0.5), (0.45, 0.5)),
    "cross": _polygon(*((0.71 * (x - y), 0.71 * (x + y)) for x, y in _PLUS)),
}
"""Marks of unit size around the origin."""
