"""How the curves of kept runs look: each run has its own colour and symbol, so that they differ without colour too."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop_app.plots.figures import Part
from desktop_app.plots.plot_style import LineStyle

SIGNS = {
    "square": "■",
    "triangle": "▲",
    "star": "★",
    "triangle_down": "▼",
    "cross": "✖",
    "hexagon": "⬢",
    "plus": "✚",
}
"""The symbols of kept runs, and letters that look like them. Circle and diamond are those of the present run."""

BATCH = LineStyle("train", width=1.0, strength=0.48, symbol="circle", symbol_size=6.0)
TRAIN = LineStyle("train", width=2.2, symbol="circle")
VALIDATION = LineStyle("validation", width=2.2, dash=Qt.PenStyle.DashLine, symbol="diamond", symbol_size=9.0)
"""The curves of the present run."""

_SYMBOLS = tuple(SIGNS)
# The first two colours are those of training and validation of the present run.
_FIRST_COLOUR, _NUM_COLOURS = 2, 8


def run_style(number: int, part: Part = "train") -> LineStyle:
    """Return the look of one curve of the run with this number: solid for training, dashed for validation.

    Seven symbols and eight colours are different for 56 runs in a row.
    """
    return LineStyle(
        f"series{_FIRST_COLOUR + number % _NUM_COLOURS}",
        width=1.4,
        dash=Qt.PenStyle.SolidLine if part == "train" else Qt.PenStyle.DashLine,
        symbol=_SYMBOLS[number % len(_SYMBOLS)],
        symbol_size=8.0,
    )


def draw_run_look(painter: QPainter, area: QRectF, number: int | None) -> None:
    """Draw a piece of the line and the symbol of a run, or of the present one, into an area, in pixels."""
    style = TRAIN if number is None else run_style(number)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(style.pen())
    painter.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()))
    style.draw_symbols(painter, [(area.center().x(), area.center().y())])
    painter.restore()
