"""How folds are told apart: by colour, and without colour by symbol and dash."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop_app.plots.plot_style import LineStyle

# Seven symbols and three dashes give 21 pairs.
_SYMBOLS = ("circle", "diamond", "square", "triangle", "plus", "cross", "hexagon")
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)


def fold_style(number: int) -> LineStyle:
    """Return the style of the validation curve of a fold; ``number`` counts from 1."""
    index = number - 1
    dash = _DASHES[index % 3]
    return LineStyle(f"series{index}", 1.8, dash, symbol=_SYMBOLS[index % len(_SYMBOLS)], symbol_size=7.0)


def training_style(number: int) -> LineStyle:
    """Return the faint style of the training curve of a fold."""
    return LineStyle(f"series{number - 1}", 1.2, strength=0.42)
