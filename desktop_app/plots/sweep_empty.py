"""What stands in the Sweep tab before the first start: what a sweep is, and sweeps that are ready."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.plots.colour_scale import ColourScale
from desktop_app.plots.empty_page import Sketch, arrange, heading
from desktop_app.theme import themes

_ROWS, _COLUMNS = 5, 8


class _Sketch(Sketch):
    """A small heat map."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, the best in the middle."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        scale = ColourScale(0.0, 1.0)
        height, width = self.height() / _ROWS, self.width() / _COLUMNS
        for row in range(_ROWS):
            for column in range(_COLUMNS):
                value = 1.0 - 0.045 * (row - 2.2) ** 2 - 0.045 * (column - 4.5 + 0.6 * (row - 2)) ** 2
                painter.fillRect(QRectF(column * width, row * height, width - 2, height - 2), scale.colour(value))


class SweepEmpty(QWidget):
    """Covers the result.

    Signals:
        ready_chosen: the name of the ready sweep whose button was pressed.
    """

    ready_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        sentence = self.tr(
            "A sweep trains the same network again and again, with one or two settings over the values given "
            "above. Its map shows which values serve, and a click on a cell shows the run behind it."
        )
        column = arrange(self, _Sketch(), heading(self.tr("What does a setting do?")), sentence)
        column.addSpacing(12)
        column.addLayout(self._row)
        column.addStretch(5)
        themes.changed.connect(self.update)

    def show_ready(self, titles: dict[str, str]) -> None:
        """Offer sweeps that are ready, by name."""
        self._row.addStretch(1)
        for name, title in titles.items():
            button = QPushButton(title)
            button.clicked.connect(lambda _=False, name=name: self.ready_chosen.emit(name))
            self.buttons[name] = button
            self._row.addWidget(button)
        self._row.addStretch(1)
