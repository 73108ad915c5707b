"""Reading values off the curves of a run: a crosshair in every plot, and a card beside the mouse that names them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import log10

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app.plots.canvas import Canvas, Plot, PlotView
from desktop_app.plots.curve_data import Reading, RunCurves
from desktop_app.plots.marks import Crosshair, Mark
from desktop_app.plots.plot_style import colour, percent, readable

_DISTANCE = 16  # pixels from the mouse
_NEAR = 8  # pixels


class Readout(QFrame):
    """Shows a :class:`Reading` as a small table. It lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.RichText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 7, 10, 7)
        layout.addWidget(self.label)
        self.hide()

    def show_reading(self, reading: Reading, place: QPoint, notes: Sequence[str] = ()) -> None:
        """Show values and what else is to be said beside ``place`` (in the parent's pixels), inside the parent."""
        self.label.setText("<br>".join([self._table(reading), *notes]) if notes else self._table(reading))
        self.adjustSize()
        x, y = place.x() + _DISTANCE, place.y() + _DISTANCE
        if x + self.width() > self._parent.width():
            x = place.x() - _DISTANCE - self.width()
        if y + self.height() > self._parent.height():
            y = place.y() - _DISTANCE - self.height()
        self.move(max(0, x), max(0, y))
        self.show()

    def _table(self, reading: Reading) -> str:
        rows = self._rows(reading)
        head = self.tr("accuracy") if any(accuracy for *_, accuracy in rows) else ""
        lines = []
        for name, sign, text, *numbers in [("muted", "", "", self.tr("loss"), head), *rows]:
            cells = "".join(f"<td align='right' style='padding-left:14px'>{number}</td>" for number in numbers)
            sign = f"<td style='color:{colour(name).name()}'>{sign}</td>"
            lines.append(f"<tr>{sign}<td style='padding-left:6px'>{text}</td>{cells}</tr>")
        title = self.tr("<b>epoch {x}</b>, step {step}").format(x=f"{reading.x:.2f}", step=reading.step)
        return f"{title}<table cellspacing='0' style='margin-top:4px'>{''.join(lines)}</table>"

    def _rows(self, reading: Reading) -> list[tuple[str, str, str, str, str]]:
        """Return colour, sign, name, loss and accuracy of every curve that has a value."""
        found = [("train", "—", self.tr("batch"), reading.batch_loss, reading.batch_accuracy)]
        if reading.epoch is not None:
            done, number = reading.epoch, reading.epoch.epoch
            name = self.tr("training, epoch {number}").format(number=number)
            found.append(("train", "●", name, done.train_loss, done.train_accuracy))
            name = self.tr("validation, epoch {number}").format(number=number)
            found.append(("validation", "◆", name, done.validation_loss, done.validation_accuracy))
        return [
            (part, sign, name, readable(loss), "" if accuracy is None else percent(accuracy))
            for part, sign, name, loss, accuracy in found
            if loss is not None
        ]


class Inspector:
    """Moves the crosshairs of a canvas with the mouse and shows the values of the nearest points.

    ``marks`` whose line is under the mouse are named too.

    Args:
        canvas: holds the plots.
        plots: the plot of each part, ``"loss"`` and ``"accuracy"``.
    """

    def __init__(self, canvas: Canvas, plots: Mapping[str, Plot]) -> None:
        self._canvas, self._plots = canvas, plots
        self._run: RunCurves | None = None
        self._mouse: QPointF | None = None
        self.with_batches = True
        self.marks: Sequence[Mark] = ()
        self.readout = Readout(canvas)
        self.crosshairs = {part: Crosshair() for part in plots}
        for part, plot in plots.items():
            plot.view.addItem(self.crosshairs[part], ignoreBounds=True)
        canvas.hovered.connect(self.hover)

    def set_run(self, run: RunCurves | None) -> None:
        """Read values of this run from now on; None or an empty run has none."""
        self._run = None if run is None or run.is_empty else run
        self.hover(self._mouse)

    def hover(self, place: QPointF | None) -> None:
        """Show the values under the mouse; ``place`` is in scene coordinates, None outside."""
        self._mouse = place
        under = self._plot_at(place)
        if place is None or under is None or self._run is None:
            self.readout.hide()
            for crosshair in self.crosshairs.values():
                crosshair.hide()
            return
        point = self._plots[under].view.mapSceneToView(place)
        reading = self._run.nearest(point.x())
        if not self.with_batches:
            reading = replace(reading, batch_loss=None, batch_accuracy=None)
        for part, crosshair in self.crosshairs.items():
            rings = self._rings(reading, part, self._run)
            crosshair.point_at(reading.x, point.y() if part == under else None, rings)
        pixel = self._plots[under].view.viewPixelSize()[0]
        notes = [mark.text for mark in self.marks if abs(mark.x - point.x()) <= _NEAR * pixel]
        self.readout.show_reading(reading, self._canvas.mapFromScene(place), notes)

    def _plot_at(self, place: QPointF | None) -> str | None:
        if place is None:
            return None
        views = {part: plot.view for part, plot in self._plots.items()}
        return next((p for p, view in views.items() if view.isVisible() and _covers(view, place)), None)

    @staticmethod
    def _rings(reading: Reading, part: str, run: RunCurves) -> list[tuple[float, float, str]]:
        """Return place and colour of the points whose values are read."""
        found = [(reading.x, getattr(reading, f"batch_{part}"), "train")]
        if reading.epoch is not None:
            x = reading.epoch.step / run.per_epoch
            found.append((x, getattr(reading.epoch, f"train_{part}"), "train"))
            found.append((x, getattr(reading.epoch, f"validation_{part}"), "validation"))
        logarithmic = run.log and part == "loss"
        return [
            (x, log10(y) if logarithmic else y, name)
            for x, y, name in found
            if y is not None and abs(y) < float("inf") and (y > 0 or not logarithmic)
        ]


def _covers(view: PlotView, place: QPointF) -> bool:
    covers: bool = view.sceneBoundingRect().contains(place)
    return covers
