"""The picture of the data in which the user places and removes points."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from core.data import DataSet, OwnPoints, Parts, Samples
from core.data.own_points import MAX_CLASSES
from core.data.plane import EDGE
from core.edits import AddPoint, RemovePoint
from core.errors import DataError
from desktop_app.plots.marks import Crosshair
from desktop_app.plots.sample_plot import SamplePlot

_STEP, _LARGE_STEP = 0.1, 1.0
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_ADD = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class PointEditor(SamplePlot):
    """Shows any data set; points of the user's own can be changed.

    A left click adds a point of the class ``label``; a click on a point, or a right click, removes it. With the
    keyboard the arrows move a cursor (with Shift farther, with Ctrl they move the view), Space adds, Delete removes,
    and the digits choose a class.

    Signals:
        edited: a :class:`core.edits.AddPoint` or :class:`core.edits.RemovePoint`.
        class_wanted: the number of the class that the user chooses with a digit, from 0.
    """

    edited = Signal(object)
    class_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = 0
        self._own: OwnPoints | None = None
        self._place = QPointF(0.0, 0.0)
        self.cursor_item = Crosshair()
        self.plot.view.addItem(self.cursor_item, ignoreBounds=True)
        self.pressed.connect(self._press)

    def show_data(self, data: DataSet | None, parts: Parts | None) -> bool:
        """Show a data set; tell whether it can be drawn."""
        self._own = data if isinstance(data, OwnPoints) else None
        editing = Qt.CursorShape.CrossCursor if self._own is not None else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(editing)
        if self._own is None:
            self.cursor_item.hide()
        return super().show_data(data, parts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Place and remove points, or do what any canvas does."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if self._own is None or modifiers & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in _MOVES:
            step = _LARGE_STEP if modifiers & Qt.KeyboardModifier.ShiftModifier else _STEP
            right, up = _MOVES[key]
            self._move_cursor(self._place.x() + right * step, self._place.y() + up * step)
        elif key in _ADD:
            self._move_cursor(self._place.x(), self._place.y())
            self._add(self._place)
        elif key in _REMOVE:
            self._remove(self._place)
        elif Qt.Key.Key_1 <= key < Qt.Key.Key_1 + MAX_CLASSES:
            self.class_wanted.emit(int(key) - int(Qt.Key.Key_1))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cursor of the keyboard."""
        super().focusOutEvent(event)
        self.cursor_item.hide()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Reset the view, but not while points are placed: there a double click is a slip of the hand."""
        if self._own is None:
            super().mouseDoubleClickEvent(event)

    def _press(self, place: QPointF, button: Qt.MouseButton) -> None:
        if self._own is None:
            return
        self.cursor_item.hide()
        self._place = place
        if button == Qt.MouseButton.RightButton:
            self._remove(place)
        elif button == Qt.MouseButton.LeftButton and not self._remove(place):
            self._add(place)

    def _add(self, place: QPointF) -> None:
        """Ask for a point, inside of the plane only."""
        x1, x2 = round(place.x(), 2), round(place.y(), 2)
        if max(abs(x1), abs(x2)) <= EDGE:
            self.edited.emit(AddPoint(x1, x2, self.label))

    def _remove(self, place: QPointF) -> bool:
        """Ask to remove the point at a place; tell whether there is one."""
        found = self.under(place.x(), place.y())
        if found is None or self._own is None or self.points is None:
            return False
        position = self._own.nearest(*self.points.places[found].tolist())
        if position is not None:
            self.edited.emit(RemovePoint(position))
        return True

    def _move_cursor(self, x: float, y: float) -> None:
        x, y = (round(min(EDGE, max(-EDGE, value)), 2) for value in (x, y))
        self._place = QPointF(x, y)
        self.cursor_item.point_at(x, y, [(x, y, "accent")])


def own_parts(data: OwnPoints) -> Parts:
    """Return the parts of the user's own points; while too few are left to train on, all points count as such."""
    try:
        return data.load()
    except DataError:
        every = data.model_copy(update={"validation_share": 0.0, "test_share": 0.0})
        if every.points:
            return every.load()
    points = np.empty((0, 2), np.float32)
    return Parts(data.facts(), Samples(data.features(points), np.empty(0, np.int64), points), None, None)
