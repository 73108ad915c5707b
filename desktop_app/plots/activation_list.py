"""The list of activation functions: which are shown, which is in focus, and their values at the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from core.activations import ACTIVATIONS
from desktop_app.plots.activation_plot import function_style
from desktop_app.plots.plot_style import colour, readable
from desktop_app.style import scaled
from desktop_app.texts import translated
from desktop_app.theme import theme, themes

AnyIndex = QModelIndex | QPersistentModelIndex
UsedRole = int(Qt.ItemDataRole.UserRole)
_SWATCH = QSize(30, 14)
_SMALL = 0.85


class FunctionModel(QAbstractTableModel):
    """One row for each activation function: name with check box, f(x), f'(x). ``checked_changed`` tells of a click."""

    checked_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(ACTIVATIONS)
        self._checked: set[str] = set()
        self._used: set[str] = set()
        self._readings: Mapping[str, tuple[float, float]] = {}
        self._swatches: dict[tuple[str, str, float], QPixmap] = {}

    def name(self, row: int) -> str:
        """Return the name of the function in a row."""
        return self._names[row]

    def checked(self) -> tuple[str, ...]:
        """Return the functions that are checked, in the order of the list."""
        return tuple(name for name in self._names if name in self._checked)

    def check(self, names: Iterable[str]) -> None:
        """Check functions, in addition to those that are."""
        self._checked |= set(names)
        self._tell(0)

    def set_used(self, names: set[str]) -> None:
        """Mark the functions of the network."""
        self._used = names
        self._tell(0)

    def set_readings(self, readings: Mapping[str, tuple[float, float]]) -> None:
        """Show f(x) and f'(x) of the functions that are shown."""
        self._readings = readings
        self._tell(1)

    @property
    def has_powers(self) -> bool:
        """Whether a number is so large or so small that it is written with a power of ten."""
        return any("·" in _number_text(value) for values in self._readings.values() for value in values)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of functions."""
        return 0 if parent.isValid() else len(self._names)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """Return 3."""
        return 0 if parent.isValid() else 3

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Make names checkable."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the headings."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Function"), "f(x)", "f′(x)")[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        name = self._names[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if index.column() > 0:
            shown = role == Qt.ItemDataRole.DisplayRole and name in self._readings
            return _number_text(self._readings[name][index.column() - 1]) if shown else None
        return self._name_data(name, role)

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Check or uncheck a function."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        name = self._names[index.row()]
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._checked.add(name)
        else:
            self._checked.discard(name)
        self._tell(0)
        self.checked_changed.emit()
        return True

    def _name_data(self, name: str, role: int) -> Any:
        # A view asks for every role of every cell again and again: no more is made than what was asked for.
        title = ACTIVATIONS[name].title
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if name in self._checked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DecorationRole:
            return self._swatch(name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return translated(ACTIVATIONS[name].note)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title}, {self.tr('in your network')}" if name in self._used else title
        return name in self._used if role == UsedRole else None

    def _swatch(self, name: str) -> QPixmap:
        look = (name, theme().name, QGuiApplication.primaryScreen().devicePixelRatio())
        if look not in self._swatches:
            self._swatches[look] = _swatch(name, look[2])
        return self._swatches[look]

    def _tell(self, column: int) -> None:
        last = 0 if column == 0 else 2
        self.dataChanged.emit(self.index(0, column), self.index(len(self._names) - 1, last))


def _number_text(value: float) -> str:
    text = readable(value)
    return readable(value, 3) if "·" in text else text


def _alignment(column: int) -> int:
    side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _swatch(name: str, ratio: float) -> QPixmap:
    """Return a sample of a function's line, for a screen of so many pixels for each of the window's."""
    pixmap = QPixmap(_SWATCH * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(function_style(name, current=True).pen())
    middle = _SWATCH.height() / 2
    painter.drawLine(QPointF(1, middle), QPointF(_SWATCH.width() - 1, middle))
    painter.end()
    return pixmap


class FunctionDelegate(QStyledItemDelegate):
    """Draws a tag below the names of functions that the network uses."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of the name and, if there is one, the tag; columns are as wide as the list says."""
        height = QFontMetrics(option.font).height() + 10
        if index.data(UsedRole):
            height += QFontMetrics(scaled(option.font, _SMALL)).height()
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a cell."""
        if not index.data(UsedRole):
            super().paint(painter, option, index)
            return
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        style = whole.widget.style() if whole.widget is not None else QApplication.style()
        place = QRectF(style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, whole, whole.widget))
        title, whole.text = whole.text, ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, whole.widget)
        small = scaled(option.font, _SMALL)
        title_height, tag_height = QFontMetrics(option.font).height(), QFontMetrics(small).height()
        left = place.left() + style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, whole, whole.widget) + 1
        top = option.rect.center().y() - (title_height + tag_height) / 2 + 1
        painter.save()
        painter.setPen(QColor(theme().text))
        painter.setFont(option.font)
        painter.drawText(QRectF(left, top, place.width(), title_height), Qt.AlignmentFlag.AlignVCenter, title)
        painter.setPen(QColor(theme().accent))
        painter.setFont(small)
        tag = QRectF(left, top + title_height, place.width(), tag_height)
        painter.drawText(tag, Qt.AlignmentFlag.AlignVCenter, self.tr("in your network"))
        painter.restore()


class FunctionList(QTreeView):
    """Shows a :class:`FunctionModel`. ``current_changed`` carries the name of the function in focus."""

    current_changed = Signal(str)

    def __init__(self, model: FunctionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(FunctionDelegate(self))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setAllColumnsShowFocus(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setIconSize(_SWATCH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Activation functions"))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(68)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, self._number_width())
        model.dataChanged.connect(self._fit_numbers)
        self.selectionModel().currentChanged.connect(self._focus_moved)
        themes.changed.connect(self._restyle)
        self._restyle()

    @property
    def current(self) -> str:
        """Name of the function in focus."""
        return self._model.name(max(0, self.currentIndex().row()))

    def set_current(self, name: str) -> None:
        """Put a function in focus."""
        row = next(row for row in range(self._model.rowCount()) if self._model.name(row) == name)
        self.setCurrentIndex(self._model.index(row, 0))

    def _number_width(self) -> int:
        """Return room for usual numbers, or for the longest one if there are any with a power of ten."""
        longest = -8.88e-300 if self._model.has_powers else -0.08888
        return self.fontMetrics().horizontalAdvance(_number_text(longest)) + 14

    def _fit_numbers(self) -> None:
        for column in (1, 2):
            self.header().resizeSection(column, self._number_width())

    def relayout(self) -> None:
        """Make room for tags that have come, and less for those that have gone."""
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        """Return room for all functions."""
        rows = sum(self.sizeHintForIndex(self._model.index(row, 0)).height() for row in range(self._model.rowCount()))
        return QSize(150 + 2 * self._number_width(), self.header().sizeHint().height() + rows + 4)

    def _focus_moved(self, current: QModelIndex) -> None:
        if current.isValid() and current.column() != 0:
            # So that Space reaches the check box.
            self.setCurrentIndex(current.siblingAtColumn(0))
        elif current.isValid():
            self.current_changed.emit(self._model.name(current.row()))

    def _restyle(self) -> None:
        palette = QPalette(QGuiApplication.palette())
        palette.setColor(QPalette.ColorRole.Highlight, colour("accent_soft"))
        palette.setColor(QPalette.ColorRole.HighlightedText, colour("text"))
        palette.setColor(QPalette.ColorRole.Base, colour("card"))
        self.setPalette(palette)
