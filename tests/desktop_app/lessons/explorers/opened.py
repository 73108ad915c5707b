"""Explorers as the Explore tab opens them, with their questions answered at once."""

from __future__ import annotations

from inspect import isgenerator
from typing import Any

from PySide6.QtCore import QPoint, QPointF
from pytestqt.qtbot import QtBot

from core.engine.answers import ANSWERERS
from desktop_app.plots.canvas import Canvas, Plot


def opened(qtbot: QtBot, kind: Any, width: int = 900, height: int = 620) -> Any:
    """Return a visible explorer; ``sentences`` of it collects what it says went wrong."""
    explorer = kind()
    explorer.sentences = []
    explorer.failed.connect(explorer.sentences.append)
    explorer.asked.connect(lambda question: _answer(explorer, question))
    qtbot.addWidget(explorer)
    explorer.resize(width, height)
    with qtbot.waitExposed(explorer):
        explorer.show()
    return explorer


def _answer(explorer: Any, question: Any) -> None:
    answer = ANSWERERS[type(question)](question)
    parts = list(answer) if isgenerator(answer) else [answer]
    for i, part in enumerate(parts, 1):
        explorer.show_answer(question, part, i == len(parts))


def pixel(canvas: Canvas, plot: Plot, x: float, y: float) -> QPoint:
    """Return where a place of a plot is in its canvas."""
    return canvas.mapFromScene(plot.view.mapViewToScene(QPointF(x, y)))
