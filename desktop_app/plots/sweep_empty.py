"""What stands in the Sweep tab before the first start: what a sweep is, and sweeps that are ready."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.plots.colour_scale import ColourScale
from desktop_app.style import scaled
from desktop_app.theme import themes

_ROWS, _COLUMNS = 5, 8


class _Sketch(QWidget):
    """A small heat map."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a size beside which the sentences are the more important."""
        return QSize(208, 116)

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
        title = QLabel(self.tr("What does a setting do?"))
        title.setProperty("role", "heading")
        title.setFont(scaled(self.font(), 1.2))
        text = QLabel(
            self.tr(
                "A sweep trains the same network again and again, with one or two settings over the values given "
                "above. Its map shows which values serve, and a click on a cell shows the run behind it."
            )
        )
        text.setProperty("role", "muted")
        text.setMaximumWidth(520)
        for label in (title, text):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.buttons: dict[str, QPushButton] = {}
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(text, 8)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(6)
        layout.addStretch(4)
        layout.addWidget(_Sketch(), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(12)
        layout.addWidget(title)
        layout.addLayout(middle)
        layout.addSpacing(12)
        layout.addLayout(self._row)
        layout.addStretch(5)
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
