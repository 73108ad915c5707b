"""One sample at a closer look: its image large, its label, and the probability of every class."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.plots.sample_grid import Tile
from desktop_app.plots.sample_images import draw_sharp
from desktop_app.plots.sample_tile import draw_verdict, verdict_colour
from desktop_app.theme import theme, themes

MOST_BARS = 10


@dataclass(frozen=True, eq=False)
class Answer:
    """The probabilities ``(num_classes,)`` that a network gives to the classes of one sample.

    ``label`` is None where nobody knows the class. Without ``has_probabilities`` they only tell which class it
    chooses, with 1.
    """

    probabilities: NDArray[np.float32]
    class_names: tuple[str, ...]
    label: int | None
    has_probabilities: bool = True

    @property
    def predicted(self) -> int:
        """The class with the largest probability."""
        return int(self.probabilities.argmax())

    def classes(self) -> list[int]:
        """Return the classes to show, in their order: all, or the most probable ones and the label."""
        if len(self.class_names) <= MOST_BARS:
            return list(range(len(self.class_names)))
        likely = np.argsort(-self.probabilities, kind="stable")[: MOST_BARS - 1]
        return sorted({*likely.tolist(), *([] if self.label is None else [self.label])})


class LargeImage(QWidget):
    """Draws one image as large as its pixels fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setMinimumSize(112, 112)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Return eight screen pixels for each of 28."""
        return QSize(224, 224)

    def set_image(self, image: QImage) -> None:
        """Show another image."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the image and a fine frame."""
        if self._image.isNull():
            return
        painter = QPainter(self)
        side = min(self.width() - 2, (self.height() - 2) * self._image.width() / self._image.height())
        centre = QPointF(self.width() / 2, self.height() / 2)
        draw_sharp(painter, self._image, centre, side, QColor(theme().border))
        painter.end()


class ProbabilityBars(QWidget):
    """Horizontal bars, one for each class; a tick stands before the label, a cross before a wrong answer.

    Without a label the answer is written bold, with a dot before it.
    """

    _SIGN, _GAP = 16, 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_answer(self, answer: Answer) -> None:
        """Show other probabilities."""
        self._answer = answer
        self.setAccessibleName(", ".join(f"{answer.class_names[k]} {self._share(k)}".strip() for k in answer.classes()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for all bars."""
        rows = 0 if self._answer is None else len(self._answer.classes())
        return QSize(220, rows * self._row_height())

    def minimumSizeHint(self) -> QSize:
        """Return the least width that can be read."""
        return QSize(150, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows."""
        if self._answer is None:
            return
        painter = QPainter(self)
        bold = self.font()
        bold.setBold(True)
        names = [self._answer.class_names[k] for k in self._answer.classes()]
        widest = max(QFontMetrics(bold).horizontalAdvance(name) for name in names) + 2
        width = min(float(widest), 0.42 * self.width())
        for row, k in enumerate(self._answer.classes()):
            rect = QRectF(0, row * self._row_height(), self.width(), self._row_height())
            label = self._answer.predicted if self._answer.label is None else self._answer.label
            painter.setFont(bold if k == label else self.font())
            self._draw_row(painter, rect, k, width)
        painter.end()

    def _share(self, k: int) -> str:
        """Return the probability of a class, or whether it is the one that the network chooses."""
        assert self._answer is not None  # there is nothing to draw before
        if self._answer.has_probabilities:
            return f"{100 * self._answer.probabilities[k]:.1f} %"
        return self.tr("chosen") if k == self._answer.predicted else ""

    def _draw_row(self, painter: QPainter, rect: QRectF, k: int, name_width: float) -> None:
        assert self._answer is not None  # paintEvent saw to it
        is_known = self._answer.label is not None
        label, wrong = k == self._answer.label, is_known and k == self._answer.predicted != self._answer.label
        chosen = not is_known and k == self._answer.predicted
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(theme().accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QRectF(3, rect.center().y() - 3, 6, 6))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if label or wrong:
            draw_verdict(painter, QRectF(1, rect.center().y() - 4.5, 9, 9), wrong=wrong)
        name = QRectF(self._SIGN, rect.top(), name_width, rect.height())
        room = QFontMetrics(self.font()).horizontalAdvance("100.0 %") + 2
        painter.setPen(QColor(theme().text))
        elided = painter.fontMetrics().elidedText(
            self._answer.class_names[k], Qt.TextElideMode.ElideRight, int(name_width)
        )
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, elided)
        painter.setFont(self.font())
        painter.setPen(QColor(theme().text if label or wrong or chosen else theme().muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._share(k))
        if not self._answer.has_probabilities:
            return
        left = name.right() + self._GAP
        track = QRectF(left, rect.center().y() - 4, max(0.0, rect.right() - room - self._GAP - left), 8)
        painter.fillRect(track, QColor(theme().border))
        colour = verdict_colour(wrong=wrong) if label or wrong else QColor(theme().accent if chosen else theme().muted)
        track.setWidth(track.width() * float(self._answer.probabilities[k]))
        painter.fillRect(track, colour)

    def _row_height(self) -> int:
        return self.fontMetrics().height() + 3


class SampleDetail(QFrame):
    """The card beside the grid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._tile: Tile | None = None
        self.image, self.bars = LargeImage(), ProbabilityBars()
        self._title, self.text = QLabel(), QLabel()
        self._title.setProperty("role", "heading")
        self.text.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(6)
        layout.addWidget(self.image)
        layout.addWidget(self._title)
        layout.addWidget(self.text)
        layout.addWidget(self.bars)
        layout.addStretch(1)
        themes.changed.connect(self._draw_image)

    @property
    def position(self) -> int | None:
        """Position of the sample in its part; None when none is shown."""
        return None if self._tile is None else self._tile.position

    def show_sample(self, tile: Tile | None, answer: Answer | None) -> None:
        """Show a sample, with the network's answer if there is one; None empties the card."""
        self._tile = tile
        for widget in (self._title, self.text):
            widget.setVisible(tile is not None)
        self.image.setVisible(tile is not None and tile.images is not None)
        self.bars.setVisible(answer is not None)
        if tile is None:
            return
        self._draw_image()
        self._title.setText(self.tr("Sample {number}").format(number=tile.position))
        text = self.tr("Label: {label}").format(label=tile.label)
        if tile.predicted is not None:
            text += "\n" + self.tr("Prediction: {predicted}").format(predicted=tile.predicted)
        self.text.setText(text)
        if answer is not None:
            self.bars.set_answer(answer)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.bars.updateGeometry()

    def _draw_image(self) -> None:
        if self._tile is not None and self._tile.images is not None:
            inverted = theme().name == "light"
            self.image.set_image(self._tile.images.image(self._tile.position, inverted=inverted))
