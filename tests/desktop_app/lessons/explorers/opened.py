"""Explorers as the Explore tab opens them, with their questions answered at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.plots.canvas import Canvas, Plot
from tests.desktop_app.lessons.explorers.answering import answered


def opened(qtbot: QtBot, kind: Any, width: int = 900, height: int = 620) -> Any:
    """Return a visible explorer; ``sentences`` of it collects what it says went wrong."""
    explorer = kind()
    _, explorer.sentences = answered(explorer)
    qtbot.addWidget(explorer)
    explorer.resize(width, height)
    with qtbot.waitExposed(explorer):
        explorer.show()
    return explorer


def pick(explorer: Any, example: str) -> None:
    """Choose an example by its text."""
    (action,) = [action for action in explorer.examples.menu().actions() if action.text() == example]
    action.trigger()


def pixel(canvas: Canvas, plot: Plot, x: float, y: float) -> QPoint:
    """Return where a place of a plot is in its canvas."""
    return canvas.mapFromScene(plot.view.mapViewToScene(QPointF(x, y)))


def drag(canvas: Canvas, start: QPoint, end: QPoint) -> None:
    """Drag with the left button."""
    QTest.mouseMove(canvas.viewport(), start)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for share in (0.3, 0.6, 1.0):
        place = start + QPoint(round(share * (end - start).x()), round(share * (end - start).y()))
        move = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            QPointF(place),
            QPointF(canvas.viewport().mapToGlobal(place)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(canvas.viewport(), move)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=end)
