"""The shapes of some arrays one below the other, aligned from the right: every size can be dragged or typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from core.explorers.broadcasting import MAX_ARRAYS, MAX_RANK, MAX_SIZE, NAMES, Shape, align
from desktop_app.icons import icon
from desktop_app.plots.plot_style import colour
from desktop_app.theme import themes

_CELL = QSize(40, 28)
_DRAG = 12  # pixels of the mouse for one entry more


class SizeCell(QWidget):
    """One size. Drag it up or down, turn the wheel over it when it has the focus, or press Up, Down or a digit.

    Signals:
        wanted: another size.
    """

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.size_shown: int | None = 1
        self.look, self.fails, self.stretched = "text", False, False
        self.editable = True
        self._start: tuple[float, int] | None = None
        self.setFixedSize(_CELL)
        themes.changed.connect(self.update)

    def show_size(
        self, size: int | None, look: str, *, fails: bool, stretched: bool, editable: bool, name: str = ""
    ) -> None:
        """Show a size; None is an axis that is missing and counts as 1."""
        self.size_shown, self.look, self.fails, self.stretched = size, look, fails, stretched
        self.editable = editable and size is not None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.editable else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.SizeVerCursor if self.editable else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(f"{name}: {size if size is not None else 1}")
        tip = self.tr("Drag up or down, or press a digit, for another size") if self.editable else ""
        self.setToolTip(self.tr("This axis is missing: it counts as 1") if size is None and not fails else tip)
        self.update()

    def _want(self, size: int) -> None:
        size = min(max(size, 1), MAX_SIZE)
        if self.editable and size != self.size_shown:
            self.wanted.emit(size)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        if self.editable and event.button() == Qt.MouseButton.LeftButton:
            self._start = event.globalPosition().y(), self.size_shown or 1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Change the size with the distance from where the drag began."""
        if self._start is not None:
            self._want(self._start[1] + round((self._start[0] - event.globalPosition().y()) / _DRAG))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        self._start = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the size by one, with the focus."""
        if not self.hasFocus():
            event.ignore()
            return
        self._want((self.size_shown or 1) + (1 if event.angleDelta().y() > 0 else -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the size."""
        moves = {Qt.Key.Key_Up: 1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Minus: -1}
        key = Qt.Key(event.key())
        if key in moves:
            self._want((self.size_shown or 1) + moves[key])
        elif event.text().isdigit() and event.text().isascii():
            self._want(int(event.text()))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus is gone."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the size: missing ones dashed, those that fail in red, stretched ones underlaid."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name = "danger" if self.fails else self.look
        edge = colour("accent") if self.hasFocus() else colour(name, 0.9 if self.editable or self.fails else 0.45)
        missing = self.size_shown is None
        pen = QPen(edge, 2.0 if self.hasFocus() or self.fails else 1.2)
        pen.setStyle(Qt.PenStyle.DashLine if missing and not self.hasFocus() else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        strength = 0.16 if self.fails else 0.22 if self.stretched else 0.07
        painter.setBrush(colour(name, 0.0 if missing and not self.stretched else strength))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)
        font = self.font()
        font.setBold(not missing)
        painter.setFont(font)
        painter.setPen(colour("muted" if missing else "danger" if self.fails else "text"))
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignCenter, "×" if self.fails and missing else str(self.size_shown or 1)
        )
        painter.end()


class ShapeBoard(QWidget):
    """A row for each array and one for the result.

    Signals:
        shapes_wanted: other shapes, a tuple of tuples.
    """

    shapes_wanted = Signal(object)

    def __init__(self, looks: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.shapes: tuple[Shape, ...] = ()
        self.cells: dict[tuple[int, int], SizeCell] = {}
        self.adders: list[QToolButton] = []
        self.removers: list[QToolButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(5)
        self._grid.setVerticalSpacing(4)
        self._names: list[QLabel] = []
        self._axes: list[QLabel] = []
        for column in range(MAX_RANK):
            label = QLabel(f"−{MAX_RANK - column}")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setProperty("role", "muted")
            self._axes.append(label)
            self._grid.addWidget(label, 0, column + 1)
        self._grid.addWidget(QLabel(self.tr("axis")), 0, 0)
        for row in range(MAX_ARRAYS + 1):
            self._add_row(row)

    def _add_row(self, row: int) -> None:
        is_result = row == MAX_ARRAYS
        name = QLabel(self.tr("result") if is_result else NAMES[row])
        self._names.append(name)
        self._grid.addWidget(name, row + 1, 0)
        for column in range(MAX_RANK):
            cell = SizeCell()
            axis = column - MAX_RANK
            cell.wanted.connect(lambda size, row=row, axis=axis: self._resize(row, axis, size))
            self.cells[row, axis] = cell
            self._grid.addWidget(cell, row + 1, column + 1)
        if not is_result:
            for column, (picture, tip, do, buttons) in enumerate(
                (
                    ("plus", self.tr("One axis more, in front"), self._lengthen, self.adders),
                    ("minus", self.tr("One axis less"), self._shorten, self.removers),
                )
            ):
                button = QToolButton()
                button.setObjectName("flat")
                button.setIcon(icon(picture))
                button.setToolTip(tip)
                button.setAccessibleName(f"{NAMES[row]}: {tip}")
                button.clicked.connect(lambda _=False, row=row, do=do: do(row))
                buttons.append(button)
                self._grid.addWidget(button, row + 1, MAX_RANK + 1 + column)

    def show_shapes(self, shapes: tuple[Shape, ...]) -> None:
        """Show other shapes."""
        self.shapes = shapes
        axes = {axis.axis: axis for axis in align(shapes)}
        for column, label in enumerate(self._axes):
            label.setVisible(column - MAX_RANK in axes)
        for (row, number), cell in self.cells.items():
            axis = axes.get(number)
            is_result = row == MAX_ARRAYS
            shown = axis is not None and (is_result or row < len(shapes))
            if axis is not None and shown:
                fails = axis.result is None
                size = axis.result if is_result else axis.sizes[row]
                cell.show_size(
                    size,
                    "muted" if is_result else self._looks[row],
                    fails=fails and (is_result or size not in (1, None)),
                    stretched=not is_result and row in axis.stretched,
                    editable=not is_result,
                    name=f"{self._names[row].text()} {number}",
                )
            cell.setVisible(shown)
        for row in range(MAX_ARRAYS):
            there = row < len(shapes)
            for widget in (self._names[row], self.adders[row], self.removers[row]):
                widget.setVisible(there)
            self.adders[row].setEnabled(there and len(shapes[row]) < MAX_RANK)
            self.removers[row].setEnabled(there and len(shapes[row]) > 1)

    def _resize(self, row: int, axis: int, size: int) -> None:
        shape = list(self.shapes[row])
        shape[axis] = size
        self._want(row, tuple(shape))

    def _lengthen(self, row: int) -> None:
        self._want(row, (1, *self.shapes[row]))

    def _shorten(self, row: int) -> None:
        self._want(row, self.shapes[row][1:])

    def _want(self, row: int, shape: Shape) -> None:
        self.shapes_wanted.emit((*self.shapes[:row], shape, *self.shapes[row + 1 :]))

    def toggle_third(self, on: bool) -> None:
        """Ask for a third array, or for the first two only."""
        self.shapes_wanted.emit((*self.shapes[:2], (1,)) if on else self.shapes[:2])
