"""A matrix of real numbers as a table: signed colours, headings, every number in full under the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QFrame, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from desktop_app.plots.map_colours import target_colours
from desktop_app.plots.matrix_picture import text_colour
from desktop_app.plots.plot_style import readable
from desktop_app.style import set_property
from desktop_app.theme import themes

AnyIndex = QModelIndex | QPersistentModelIndex

_MAX_ROWS = 8  # to be seen at once
_MARGIN = 9
_DIGITS, _WIDEST = 3, "−0.000888"
_ALIGNMENT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, eq=False)
class NumberMatrix:
    """Numbers ``(rows, columns)`` with their headings, of which there are as many.

    Attributes:
        title: what it is.
        values: the numbers; float64 keeps what is not a float32.
        rows: their names.
        columns: their names.
        detail: to be said behind the title, such as the size.
        coloured: whether the sign and size of the numbers are told by colours, too.
    """

    title: str
    values: NDArray[Any]
    rows: Sequence[str]
    columns: Sequence[str]
    detail: str = ""
    coloured: bool = True


class MatrixModel(QAbstractTableModel):
    """The cells of a :class:`NumberMatrix`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = NumberMatrix("", np.zeros((0, 0), np.float32), (), ())
        self._colours: NDArray[np.uint8] | None = None
        themes.changed.connect(self._recolour)

    def set_matrix(self, matrix: NumberMatrix) -> None:
        """Show other numbers; cells stay where they are as long as the size stays."""
        resized = matrix.values.shape != self.matrix.values.shape
        if resized:
            self.beginResetModel()
        self.matrix, self._colours = matrix, None
        if resized:
            self.endResetModel()
        elif matrix.values.size:
            rows, columns = matrix.values.shape
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, columns - 1))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.matrix.values)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of columns."""
        return 0 if parent.isValid() else self.matrix.values.shape[1]

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the names of rows and columns."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNMENT
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        names = self.matrix.columns if orientation == Qt.Orientation.Horizontal else self.matrix.rows
        return names[section]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a number, its colours, or all of its digits."""
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return readable(float(self.matrix.values[row, column]), _DIGITS)
        if role == Qt.ItemDataRole.ToolTipRole:
            where = ", ".join(name for name in (self.matrix.rows[row], self.matrix.columns[column]) if name)
            # As many digits as tell two float32 numbers apart.
            return f"{self.matrix.title}[{where}] = {self.matrix.values[row, column]:.9g}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNMENT
        if self.matrix.coloured and role == Qt.ItemDataRole.BackgroundRole:
            return self._ground(row, column)
        if self.matrix.coloured and role == Qt.ItemDataRole.ForegroundRole:
            return text_colour(self._ground(row, column))
        return None

    def _ground(self, row: int, column: int) -> QColor:
        if self._colours is None:
            # What is beyond float32 has the colour of its end.
            end = float(np.finfo(np.float32).max)
            values = np.clip(self.matrix.values, -end, end).astype(np.float32)
            largest = np.abs(values[np.isfinite(values)]).max(initial=0)
            self._colours = target_colours(values, float(largest) or 1.0)
        return QColor(*self._colours[row, column].tolist())

    def _recolour(self) -> None:
        self._colours = None


class MatrixCard(QFrame):
    """A card with a title and the table of a matrix. It is as large as it needs; long tables scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading, self.note = QLabel(), QLabel()
        self.heading.setTextFormat(Qt.TextFormat.RichText)
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.model = MatrixModel(self)
        self._headers = QSize()
        self._headers_of: tuple[object, ...] = ()
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.table.setWordWrap(False)
        self.table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        for header in (self.table.horizontalHeader(), self.table.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 7, _MARGIN, _MARGIN)
        layout.setSpacing(5)
        for widget in (self.heading, self.note, self.table):
            layout.addWidget(widget)
        self.note.hide()

    @property
    def matrix(self) -> NumberMatrix:
        """What is shown."""
        return self.model.matrix

    def show_matrix(self, matrix: NumberMatrix, *, is_result: bool = False, note: str = "") -> None:
        """Show a matrix; a result is told apart from what it comes from by its frame."""
        self.model.set_matrix(matrix)
        metrics = QFontMetrics(self.table.font())
        headed = (tuple(matrix.rows), tuple(matrix.columns), metrics.height())  # as many as rows and columns
        if headed != self._headers_of:
            self._headers_of = headed
            self._measure_headers(metrics)
            self.table.setFixedHeight(self._table_size().height())
        detail = f" <span style='color: gray'>{matrix.detail}</span>" if matrix.detail else ""
        self.heading.setText(f"<b>{matrix.title}</b>{detail}")
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.table.setAccessibleName(f"{matrix.title} {matrix.detail}")
        set_property(self, "selected", "true" if is_result else "false")

    def wanted_width(self) -> int:
        """Return how wide the card is when no column is hidden."""
        heading = self.heading.sizeHint().width()
        return max(self._table_size().width(), heading, 120) + 2 * _MARGIN + 4

    def height_for(self, width: int) -> int:
        """Return how high the card is at a width."""
        scrolls = width < self.wanted_width()
        self.table.setFixedHeight(self._table_size().height() + (12 if scrolls else 0))
        layout = self.layout()
        assert layout is not None
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()

    def _measure_headers(self, metrics: QFontMetrics) -> None:
        """Fit the headers to their names, which Qt asks for one by one: that takes long."""
        matrix, across, down = self.matrix, self.table.horizontalHeader(), self.table.verticalHeader()
        longest = max((metrics.horizontalAdvance(name) for name in matrix.columns[:200]), default=0)
        across.setDefaultSectionSize(max(metrics.horizontalAdvance(_WIDEST) + 14, min(longest + 20, 150)))
        down.setDefaultSectionSize(metrics.height() + 9)
        down.setVisible(any(matrix.rows))
        self._headers = QSize(down.sizeHint().width() if any(matrix.rows) else 0, across.sizeHint().height())

    def _table_size(self) -> QSize:
        rows, columns = self.matrix.values.shape
        across, down = self.table.horizontalHeader(), self.table.verticalHeader()
        width = columns * across.defaultSectionSize() + self._headers.width()
        width += 12 if rows > _MAX_ROWS else 2
        shown = min(rows, _MAX_ROWS)
        return QSize(width, self._headers.height() + shown * down.defaultSectionSize() + 2)
