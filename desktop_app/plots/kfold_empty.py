"""What stands in the K-fold tab before the first start: what K-fold is, in a picture and two sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from desktop_app.icons import icon
from desktop_app.plots.empty_page import Sketch, arrange, heading
from desktop_app.plots.plot_style import colour
from desktop_app.theme import themes

translate = QCoreApplication.translate

MIN_FOLDS, MAX_FOLDS, USUAL_FOLDS = 2, 20, 5
_SHOWN = 5


def folds_box() -> QSpinBox:
    """Return a box for the number of folds."""
    box = QSpinBox()
    box.setRange(MIN_FOLDS, MAX_FOLDS)
    box.setValue(USUAL_FOLDS)
    box.setFixedWidth(72)
    # As style/window.qss has it for other boxes; Qt does not apply it inside of a spin box.
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    box.setAccessibleName(translate("KFoldEmpty", "Number of folds"))
    box.setToolTip(
        QCoreApplication.translate(
            "KFoldEmpty", "Into how many parts the samples are cut; each is kept for validation once"
        )
    )
    return box


class _Sketch(Sketch):
    """Five strips of samples, each with another part in colour."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strips."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        height, width = self.height() / _SHOWN, self.width() / _SHOWN
        for row in range(_SHOWN):
            for part in range(_SHOWN):
                painter.setBrush(colour(f"series{row}") if part == row else colour("border"))
                painter.drawRoundedRect(QRectF(part * width, row * height, width - 3, height - 6), 2, 2)


class KFoldEmpty(QWidget):
    """Covers the tab; ``start`` and ``folds_box`` are its controls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folds_box = folds_box()
        self.start = QPushButton(self.tr("Start"))
        self.start.setIcon(icon("train", on_accent=True))
        self.start.setProperty("primary", "true")
        self.obstacle = QLabel()
        self.obstacle.setProperty("role", "hint")
        self.obstacle.setWordWrap(True)
        self.obstacle.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._arrange()
        themes.changed.connect(self.update)
        self.show_obstacle("")

    def show_obstacle(self, sentence: str) -> None:
        """Tell why K-fold cannot start; an empty text if it can."""
        self.start.setEnabled(not sentence)
        self.start.setToolTip(sentence)
        self.obstacle.setText(sentence)

    def _arrange(self) -> None:
        label = QLabel(self.tr("Folds"))
        label.setBuddy(self.folds_box)
        controls = QHBoxLayout()
        controls.setSpacing(8)
        controls.addStretch(1)
        for widget in (label, self.folds_box, self.start):
            controls.addWidget(widget)
        controls.addStretch(1)
        sentence = self.tr(
            "K-fold cross-validation cuts the samples into K parts and trains K networks, each of which keeps "
            "another part for validation. The mean of their results, and how far they scatter, says more than "
            "a single split."
        )
        title = heading(self.tr("How much does the result depend on the split?"))
        column = arrange(self, _Sketch(260), title, sentence)
        column.addSpacing(12)
        column.addLayout(controls)
        column.addWidget(self.obstacle)
        column.addStretch(5)
