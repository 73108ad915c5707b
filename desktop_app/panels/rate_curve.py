"""The learning rate of every step of a run, drawn before it begins."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.experiment import Experiment
from core.schedules import Pace
from desktop_app.texts import translated
from desktop_app.theme import theme, themes

_MOST_POINTS = 400
_HEIGHT = 92
_GAP = 4


class RateCurve(QWidget):
    """A small plot of the learning rate over the epochs, or a sentence where there is none to be drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = _Plot()
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot)
        column.addWidget(self.note)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the rates of the run that the experiment describes."""
        optimizer = experiment.optimizer
        num_train = experiment.data.facts().num_train
        note = ""
        if not optimizer.uses_learning_rate:
            note = self.tr("{optimizer} pays no heed to a learning rate.").format(optimizer=translated(optimizer.title))
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.plot.setVisible(not note and num_train > 0)
        if num_train > 0:
            training = experiment.training
            rates = rates_over_epochs(experiment, num_train)
            self.plot.show_rates(*rates, training.num_epochs, optimizer.learning_rate)


def rates_over_epochs(experiment: Experiment, num_train: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return epochs and learning rates, float64 ``(n,)``, as a line that has a step where the rate has one.

    Args:
        experiment: what is to be run.
        num_train: number of its training samples, at least 1.
    """
    training = experiment.training
    pace = Pace(-(-num_train // training.batch_size), training.num_epochs)
    steps = np.unique(np.linspace(1, pace.num_steps, min(pace.num_steps, _MOST_POINTS)).round())
    rates = experiment.optimizer.learning_rate * experiment.schedule.shares(steps, pace)
    # A rate holds from the end of the step before to the end of its own.
    ends = np.repeat(np.concatenate([[0.0], steps]), 2)[1:-1] / pace.steps_per_epoch
    return ends, np.repeat(rates, 2)


class _Plot(QWidget):
    """The line, its two axes, and what stands at their ends."""

    def __init__(self) -> None:
        super().__init__()
        self.epochs = self.rates = np.zeros(2)
        self._num_epochs, self._full_rate = 1, 1.0
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(self.tr("Learning rate over the epochs"))
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a size that fits the panel."""
        return QSize(200, _HEIGHT)

    def show_rates(
        self, epochs: NDArray[np.float64], rates: NDArray[np.float64], num_epochs: int, full_rate: float
    ) -> None:
        """Show rates ``(n,)`` from 0 to ``full_rate`` at epochs ``(n,)`` from 0 to ``num_epochs``."""
        self.epochs, self.rates = epochs, rates
        self._num_epochs, self._full_rate = num_epochs, full_rate
        text = self.tr("Learning rate: first {first}, highest {highest}, last {last}, over {epochs} epochs")
        said = text.format(
            first=f"{rates[0]:.3g}", highest=f"{rates.max():.3g}", last=f"{rates[-1]:.3g}", epochs=num_epochs
        )
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw axes, labels and line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPointSizeF(0.85 * font.pointSizeF())
        painter.setFont(font)
        metrics = painter.fontMetrics()
        top = f"{self._full_rate:.3g}"
        left = max(metrics.horizontalAdvance(text) for text in (top, "0")) + 2 * _GAP
        height = metrics.height()
        area = QRectF(left, height / 2, self.width() - left - _GAP, self.height() - 1.5 * height - _GAP)
        self._draw_frame(painter, area)
        self._draw_labels(painter, area, top, height)
        self._draw_line(painter, area)

    def _draw_frame(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QPen(QColor(theme().grid), 1))
        for share in (0.0, 0.5, 1.0):
            y = round(area.top() + share * area.height()) + 0.5
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _draw_labels(self, painter: QPainter, area: QRectF, top: str, height: int) -> None:
        painter.setPen(QColor(theme().muted))
        beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for text, y in ((top, area.top()), ("0", area.bottom())):
            painter.drawText(QRectF(0, y - height / 2, area.left() - _GAP, height), beside, text)
        below = QRectF(area.left(), area.bottom() + _GAP, area.width(), height)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, self.tr("epochs"))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, f"{self._num_epochs:,}")

    def _draw_line(self, painter: QPainter, area: QRectF) -> None:
        xs = area.left() + self.epochs / self._num_epochs * area.width()
        ys = area.bottom() - self.rates / self._full_rate * area.height()
        pen = QPen(QColor(theme().accent), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)]))
