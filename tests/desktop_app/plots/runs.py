"""Made-up runs for the tests of plots, and a mouse that reaches a plot as Qt delivers it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

from core.events import BatchDone, EpochDone, Event, RunStarted
from core.experiment import Experiment, with_value
from core.history import History
from desktop_app.plots.canvas import Canvas, Plot

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


def started(batches_per_epoch: int, num_epochs: int, *, validation: int = 100, run_id: int = 1) -> RunStarted:
    experiment = with_value(with_value(Experiment(), "training.num_epochs", num_epochs), "name", "My MLP")
    return RunStarted(run_id, experiment, 1000, validation, 0, batches_per_epoch, 10)


def epoch_events(
    epoch: int,
    losses: Iterable[float],
    *,
    accuracy: bool = True,
    validation_accuracy: float | None = None,
    run_id: int = 1,
) -> list[Event]:
    """Return the events of one epoch with these losses of batches; accuracies and epoch values follow from them."""
    losses = list(losses)
    first = (epoch - 1) * len(losses) + 1
    events: list[Event] = [
        BatchDone(run_id, first + i, epoch, 1 + i, loss, 1 / (2 + i + epoch) if accuracy else None)
        for i, loss in enumerate(losses)
    ]
    mean = sum(losses) / len(losses)
    share = 0.5 + epoch / 100
    events.append(
        EpochDone(
            run_id,
            first + len(losses) - 1,
            epoch,
            mean,
            share if accuracy else None,
            mean * 1.25,
            (share - 0.05 if validation_accuracy is None else validation_accuracy) if accuracy else None,
            1000.0,
            float(epoch),
        )
    )
    return events


def fill(history: History, *events: Event) -> History:
    for event in events:
        assert history.add(event)
    return history


def finished_run(num_epochs: int = 3, *, accuracy: bool = True) -> History:
    """Return a run of 4 batches an epoch that is done, but for its end."""
    history = fill(History(), started(4, num_epochs))
    for epoch in range(1, num_epochs + 1):
        losses = [2.0 / epoch + 0.1 * i for i in range(4)]
        fill(history, *epoch_events(epoch, losses, accuracy=accuracy))
    return history


def settle(widget: QWidget) -> None:
    """Paint twice: axes take their width from the first time."""
    for _ in range(2):
        QApplication.processEvents()
        widget.grab()
    QApplication.processEvents()


def place_of(canvas: Canvas, plot: Plot, x: float, y: float) -> QPoint:
    """Return where a point of a plot lies, in pixels of the canvas."""
    return canvas.mapFromScene(plot.view.mapViewToScene(QPointF(x, y)))


def middle_of(canvas: Canvas, plot: Plot) -> QPoint:
    """Return the middle of a plot in pixels of the canvas."""
    return canvas.mapFromScene(plot.view.sceneBoundingRect().center())


def x_of(plot: Plot) -> list[float]:
    """Return the epochs that a plot shows."""
    return list(plot.view.viewRange()[0])


def send_mouse(
    widget: QWidget,
    kind: QEvent.Type,
    place: QPoint,
    button: Qt.MouseButton = Qt.MouseButton.NoButton,
    buttons: Qt.MouseButton = Qt.MouseButton.NoButton,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    place_f = QPointF(place)
    event = QMouseEvent(kind, place_f, QPointF(widget.mapToGlobal(place)), button, buttons, modifiers)
    QApplication.sendEvent(widget, event)


def drag(
    view: QGraphicsView,
    start: QPoint,
    end: QPoint,
    button: Qt.MouseButton = LEFT,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press, move in steps, release."""
    target = view.viewport()
    send_mouse(target, QEvent.Type.MouseMove, start)
    send_mouse(target, QEvent.Type.MouseButtonPress, start, button, button, modifiers)
    for share in (0.25, 0.5, 0.75, 1.0):
        place = start + (end - start) * share
        send_mouse(target, QEvent.Type.MouseMove, place, Qt.MouseButton.NoButton, button, modifiers)
    send_mouse(target, QEvent.Type.MouseButtonRelease, end, button, Qt.MouseButton.NoButton, modifiers)


def turn_wheel(view: QGraphicsView, place: QPoint, clicks: int = 1) -> None:
    """Turn the wheel away from the user, that is, zoom in."""
    target = view.viewport()
    event = QWheelEvent(
        QPointF(place),
        QPointF(target.mapToGlobal(place)),
        QPoint(0, 0),
        QPoint(0, 120 * clicks),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)
