"""The list of kept runs: tick, look, name, figures, what differs, and a pin in each row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from core.runs import MAX_NAME
from desktop_app.icons import icon
from desktop_app.panels.run_items import RunItem
from desktop_app.style import scaled
from desktop_app.theme import theme

AnyIndex = QModelIndex | QPersistentModelIndex
DrawLook = Callable[[QPainter, QRectF, int | None], None]
"""Draws the look of a run with this number, or of the present run, into an area."""

ItemRole = Qt.ItemDataRole.UserRole + 1
_PAD, _CHECK, _LOOK, _PIN, _GAP = 8, 16, 34, 16, 7
_SMALL = 0.92


class RunsModel(QAbstractListModel):
    """The rows, the newest run first. It changes nothing itself: ``shown`` and ``renamed`` carry key and wish."""

    shown = Signal(str, bool)
    renamed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[RunItem] = []

    def set_items(self, items: Sequence[RunItem]) -> None:
        """Show these rows. Those that stay are left alone, so that a name that is being typed is not lost."""
        keys, before = [item.run.key for item in items], [item.run.key for item in self._items]
        wanted, known = set(keys), set(before)
        if [key for key in before if key in wanted] != [key for key in keys if key in known]:
            self.beginResetModel()
            self._items = list(items)
            self.endResetModel()
            return
        for row in reversed(range(len(before))):
            if before[row] not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._items[row]
                self.endRemoveRows()
        for row, item in enumerate(items):
            if item.run.key not in known:
                self.beginInsertRows(QModelIndex(), row, row)
                self._items.insert(row, item)
                self.endInsertRows()
        self._items = list(items)
        if items:
            self.dataChanged.emit(self.index(0), self.index(len(items) - 1))

    def item(self, index: AnyIndex) -> RunItem:
        """Return a row."""
        return self._items[index.row()]

    def row_of(self, key: str) -> int | None:
        """Return where a run stands."""
        return next((row for row, item in enumerate(self._items) if item.run.key == key), None)

    def rowCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802
        """Return the number of runs."""
        return len(self._items)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return what can be done with a row."""
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable | flag.ItemIsUserCheckable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says."""
        if not index.isValid():
            return None
        item, roles = self.item(index), Qt.ItemDataRole
        if role == roles.CheckStateRole:
            return Qt.CheckState.Checked if item.run.shown else Qt.CheckState.Unchecked
        found = {
            roles.DisplayRole: item.run.name,
            roles.EditRole: item.run.name,
            roles.ToolTipRole: item.tip,
            roles.AccessibleTextRole: item.spoken,
            ItemRole: item,
        }
        return found.get(role)

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Pass on what the user wants."""
        key = self.item(index).run.key
        if role == Qt.ItemDataRole.CheckStateRole:
            self.shown.emit(key, Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role == Qt.ItemDataRole.EditRole:
            self.renamed.emit(key, str(value))
        else:
            return False
        return True


class RunDelegate(QStyledItemDelegate):
    """Draws the rows and edits names in place.

    Args:
        draw_look: draws the look of a run's curves.
        parent: the list.
    """

    pin_toggled = Signal(str)

    def __init__(self, draw_look: DrawLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._draw_look = draw_look
        self._pin = icon("pin")

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return room for name, figures, and what differs."""
        small = QFontMetrics(scaled(option.font, _SMALL)).height()
        return QSize(160, QFontMetrics(option.font).height() + 2 * small + 2 * _PAD)

    def check_rect(self, row: QRect) -> QRect:
        """Return the place of the tick in a row."""
        return QRect(row.left() + _PAD, row.top() + _PAD, _CHECK, _CHECK)

    def pin_rect(self, row: QRect) -> QRect:
        """Return the place of the pin in a row."""
        return QRect(row.right() - _PAD - _PIN, row.top() + _PAD, _PIN, _PIN)

    def name_rect(self, row: QRect, font_height: int) -> QRect:
        """Return the place of the name in a row."""
        left = row.left() + _PAD + _CHECK + _GAP + _LOOK + _GAP
        return QRect(left, row.top() + _PAD - 1, row.right() - _PAD - _PIN - _GAP - left, font_height + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        item: RunItem = index.data(ItemRole)
        painter.save()
        self._draw_ground(painter, option)
        self._draw_check(painter, option, item)
        row, metrics = option.rect, QFontMetrics(option.font)
        look = QRectF(self.check_rect(row)).translated(_CHECK + _GAP, 0)
        look.setWidth(_LOOK)
        self._draw_look(painter, look, None if item.is_present else item.run.colour)
        lit = bool(option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected))
        if item.run.pinned or lit:
            painter.setOpacity(1.0 if item.run.pinned else 0.4)
            self._pin.paint(painter, self.pin_rect(row))
            painter.setOpacity(1.0)
        self._draw_name(painter, option, item, self.name_rect(row, metrics.height()))
        self._draw_facts(painter, option, item, row.top() + _PAD + metrics.height() + 1)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state, area = option.state, option.rect
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme().accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(theme().window))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme().accent))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        else:
            painter.setPen(QColor(theme().border))
            painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _draw_check(self, painter: QPainter, option: QStyleOptionViewItem, item: RunItem) -> None:
        box = QStyleOptionButton()
        box.rect = self.check_rect(option.rect)
        box.state = QStyle.StateFlag.State_Enabled
        box.state |= QStyle.StateFlag.State_On if item.run.shown else QStyle.StateFlag.State_Off
        check = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
        option.widget.style().drawPrimitive(check, box, painter, option.widget)

    def _draw_name(self, painter: QPainter, option: QStyleOptionViewItem, item: RunItem, place: QRect) -> None:
        font = QFont(option.font)
        font.setBold(item.is_present)
        painter.setFont(font)
        if item.mark:
            reason = item.run.outcome.ended.reason
            painter.setPen(QColor(theme().warning if reason == "stopped" else theme().danger))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, item.mark)
            place = place.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(item.mark) - _GAP, 0)
        painter.setPen(QColor(theme().text))
        _draw_elided(painter, place, elided_name(painter.fontMetrics(), item.run.name, place.width()))

    def _draw_facts(self, painter: QPainter, option: QStyleOptionViewItem, item: RunItem, top: int) -> None:
        painter.setFont(scaled(option.font, _SMALL))
        height = painter.fontMetrics().height()
        left = self.check_rect(option.rect).right() + _GAP
        line = QRect(left, top, option.rect.right() - _PAD - left, height)
        painter.setPen(QColor(theme().text))
        _draw_elided(painter, line, item.figures)
        line.translate(0, height)
        painter.setPen(QColor(theme().muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, item.duration)
        room = painter.fontMetrics().horizontalAdvance(item.duration) + _GAP
        _draw_elided(painter, line.adjusted(0, 0, -room, 0), item.differs)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Let a click reach tick and pin."""
        kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease)
        if not isinstance(event, QMouseEvent) or event.type() not in kinds:
            return False
        place, item = event.position().toPoint(), index.data(ItemRole)
        on_check = self.check_rect(option.rect).adjusted(-4, -4, 4, 4).contains(place)
        on_pin = self.pin_rect(option.rect).adjusted(-4, -4, 4, 4).contains(place)
        if event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            if on_check:
                state = Qt.CheckState.Unchecked if item.run.shown else Qt.CheckState.Checked
                model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
            elif on_pin:
                self.pin_toggled.emit(item.run.key)
        return on_check or on_pin

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:  # noqa: N802
        """Return a field for the name."""
        editor = QLineEdit(parent)
        editor.setMaxLength(MAX_NAME)
        editor.setAccessibleName(self.tr("Name of the run"))
        editor.setStyleSheet("padding: 0 6px; min-height: 0")  # as low as the row of the name
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:  # noqa: N802
        """Put the name into the field, but not over what is being typed there."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            super().setEditorData(editor, index)

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        """Put the field over the name."""
        place = self.name_rect(option.rect, QFontMetrics(option.font).height())
        editor.setGeometry(place.adjusted(-7, -2, 0, 2))


class RunList(QListView):
    """Shows a :class:`RunsModel`. Space ticks the selected runs, F2 or a double click renames, Delete deletes.

    Signals:
        show_toggled: whether the selected runs are to be shown.
        delete_pressed, take_pressed: the keys for deleting and for taking the experiment.
    """

    show_toggled = Signal(bool)
    delete_pressed = Signal()
    take_pressed = Signal()

    def __init__(self, model: RunsModel, draw_look: DrawLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.delegate = RunDelegate(draw_look, self)
        self.setItemDelegate(self.delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setAccessibleName(self.tr("Kept runs"))

    @property
    def selected(self) -> list[RunItem]:
        """The selected rows from the top."""
        return [self._model.item(index) for index in sorted(self.selectedIndexes(), key=lambda index: index.row())]

    def set_items(self, items: Sequence[RunItem]) -> None:
        """Show these rows; what is selected stays selected as far as it is still there."""
        keys = {item.run.key for item in self.selected}
        current = self.currentIndex()
        focus, place = (self._model.item(current).run.key, current.row()) if current.isValid() else ("", 0)
        self._model.set_items(items)
        selection = self.selectionModel()
        kept = keys & {item.run.key for item in items}
        if {item.run.key for item in self.selected} != kept:
            selection.clearSelection()
            for row, item in enumerate(items):
                if item.run.key in kept:
                    selection.select(self._model.index(row), selection.SelectionFlag.Select)
        if focus and items:
            found = self._model.row_of(focus)
            current = self._model.index(min(place, len(items) - 1) if found is None else found)
            selection.setCurrentIndex(current, selection.SelectionFlag.NoUpdate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick, delete, or take the experiment of the selected runs."""
        # What is pressed in the field for the name comes by here too; the focus is there, whatever state() says.
        selected = self.selected if self.hasFocus() else []
        if event.key() == Qt.Key.Key_Space and selected:
            self.show_toggled.emit(not all(item.run.shown for item in selected))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and selected:
            self.delete_pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and selected:
            self.take_pressed.emit()
        else:
            super().keyPressEvent(event)


def elided_name(metrics: QFontMetrics, name: str, width: int) -> str:
    """Return a name that fits into ``width``: its beginning tells most, and its number tells equal ones apart."""
    head, space, number = name.rpartition(" (")
    if not space or not number.removesuffix(")").isdecimal() or metrics.horizontalAdvance(name) <= width:
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, width)
    tail = space + number
    room = width - metrics.horizontalAdvance(tail)
    return metrics.elidedText(head, Qt.TextElideMode.ElideRight, room) + tail


def _draw_elided(painter: QPainter, place: QRect, text: str) -> None:
    short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, short)
