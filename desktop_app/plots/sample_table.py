"""Samples that are no pictures: a table of inputs, target or label, and the network's answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, log10
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from core.data import Samples
from core.data.names import SUBSCRIPTS, title_of_input
from desktop_app.plots.plot_style import readable
from desktop_app.plots.sample_order import Verdicts
from desktop_app.theme import theme, themes

AnyIndex = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate  # a name by which lupdate finds texts
# x, x1, x1^2, x^3/3!, x1*x2, sin(x1)


@dataclass(frozen=True, eq=False)
class Column:
    """One column of the table.

    Attributes:
        name: tells columns apart, whatever the language.
        title: its heading.
        text: the text of the sample at a position.
        key: ``(n,)`` what it is sorted by.
        largest_first: whether the first click on its heading puts the largest on top.
        wrong: ``(n,)`` which entries are marked as wrong; None for none.
    """

    name: str
    title: str
    text: Callable[[int], str]
    key: NDArray[Any]
    largest_first: bool = False
    wrong: NDArray[np.bool_] | None = None


def number_column(name: str, title: str, values: NDArray[Any], *, by_size: bool = False) -> Column:
    """Return a column of numbers ``(n,)`` with as many decimals as suit the largest.

    ``by_size`` sorts by absolute value, the largest first.
    """
    finite = np.abs(values[np.isfinite(values)])
    largest = float(finite.max()) if finite.size else 0.0
    if 1e-4 <= largest < 1e6:
        decimals = min(8, max(0, 5 - ceil(log10(largest))))

        def text(position: int) -> str:
            return f"{values[position]:.{decimals}f}".replace("-", "−")
    else:

        def text(position: int) -> str:
            return readable(float(values[position]))

    return Column(name, title, text, np.abs(values) if by_size else values, largest_first=by_size)


def regression_columns(
    samples: Samples, outputs: NDArray[np.float32] | None, input_names: Sequence[str] = ()
) -> list[Column]:
    """Return number, inputs and targets, and with ``outputs`` ``(n, num_outputs)`` the predictions and the error."""
    columns = _inputs(samples, input_names)
    targets = samples.y.reshape(len(samples), -1)
    several = targets.shape[1] > 1
    for k in range(targets.shape[1]):
        columns.append(
            number_column(f"y{k}", _numbered(translate("SampleTable", "Target y"), k, several), targets[:, k])
        )
    if outputs is None:
        return columns
    for k in range(targets.shape[1]):
        columns.append(
            number_column(f"y_hat{k}", _numbered(translate("SampleTable", "Prediction ŷ"), k, several), outputs[:, k])
        )
    errors = outputs - targets
    if several:
        columns.append(
            number_column("error", translate("SampleTable", "Mean |ŷ − y|"), np.abs(errors).mean(axis=1), by_size=True)
        )
    else:
        columns.append(number_column("error", translate("SampleTable", "Error ŷ − y"), errors[:, 0], by_size=True))
    return columns


def classification_columns(
    samples: Samples, class_names: Sequence[str], verdicts: Verdicts | None, input_names: Sequence[str] = ()
) -> list[Column]:
    """Return number, inputs and label, and with ``verdicts`` the predicted class and perhaps its probability."""
    columns = _inputs(samples, input_names)
    labels = samples.y
    columns.append(Column("y", translate("SampleTable", "Label"), lambda i: class_names[int(labels[i])], labels))
    if verdicts is None:
        return columns

    def predicted(position: int) -> str:
        sign = "×" if verdicts.wrong[position] else "✓"
        return f"{sign} {class_names[verdicts.predicted[position]]}"

    confidence = verdicts.confidence
    columns.append(
        Column("y_hat", translate("SampleTable", "Prediction"), predicted, verdicts.predicted, wrong=verdicts.wrong)
    )
    if not verdicts.has_probabilities:
        return columns
    columns.append(
        Column(
            "p",
            translate("SampleTable", "Probability"),
            lambda i: f"{100 * confidence[i]:.1f} %",
            confidence,
            largest_first=True,
        )
    )
    return columns


def _inputs(samples: Samples, names: Sequence[str]) -> list[Column]:
    inputs = samples.X.reshape(len(samples), -1)
    titles = [title_of_input(name) for name in names] or [
        _numbered("x", j, inputs.shape[1] > 1) for j in range(inputs.shape[1])
    ]
    columns = [Column("number", translate("SampleTable", "Sample"), str, np.arange(len(samples)))]
    for j, title in enumerate(titles):
        columns.append(number_column(f"x{j}", title, inputs[:, j]))
    return columns


def _numbered(text: str, position: int, several: bool) -> str:
    return text + str(position + 1).translate(SUBSCRIPTS) if several else text


class SampleTableModel(QAbstractTableModel):
    """Rows are samples in a chosen order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self.shown: NDArray[np.int64] = np.empty(0, np.int64)
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)

    def show(self, columns: Sequence[Column], shown: NDArray[np.int64]) -> None:
        """Show the samples at the positions ``shown``, in this order."""
        self.beginResetModel()
        self.columns, self.shown = tuple(columns), shown
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of shown samples."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text, alignment and the colour of wrong answers."""
        column, position = self.columns[index.column()], int(self.shown[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(position)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole and column.wrong is not None and column.wrong[position]:
            return QBrush(QColor(theme().danger))
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the headings and the direction in which a first click sorts."""
        if orientation == Qt.Orientation.Vertical or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._arrow(section) + self.columns[section].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.InitialSortOrderRole:
            down = self.columns[section].largest_first
            return int((Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder).value)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the shown samples; equal ones keep the order of the data set."""
        if not 0 <= column < len(self.columns):
            return
        self.layoutAboutToBeChanged.emit()
        shown = np.sort(self.shown)
        key = self.columns[column].key[shown]
        ranks = np.argsort(-key if order == Qt.SortOrder.DescendingOrder else key, kind="stable")
        self._move_rows(shown[ranks])
        self._sorted = (column, order)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def _arrow(self, section: int) -> str:
        # Part of the text, since the style draws its own arrow over right-aligned headings.
        column, order = self._sorted
        if section != column:
            return ""
        return "▾ " if order == Qt.SortOrder.DescendingOrder else "▴ "

    def _move_rows(self, shown: NDArray[np.int64]) -> None:
        """Take a new order; what is selected stays selected."""
        old = self.persistentIndexList()
        rows = {index.row() for index in old}
        new_rows = {row: int(np.flatnonzero(shown == self.shown[row])[0]) for row in rows}
        self.shown = shown
        self.changePersistentIndexList(old, [self.index(new_rows[index.row()], index.column()) for index in old])


class SampleTable(QTableView):
    """The table; a click on a heading sorts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.samples = SampleTableModel(self)
        self.setModel(self.samples)
        self.setSortingEnabled(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(90)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self.samples.sort)
        themes.changed.connect(self.viewport().update)

    def show_samples(self, columns: Sequence[Column], shown: NDArray[np.int64], *, keep_sorting: bool) -> None:
        """Show samples in the order ``shown``, or as the user sorted them, if that column is still there."""
        header = self.horizontalHeader()
        section, order = header.sortIndicatorSection(), header.sortIndicatorOrder()
        name = self.samples.columns[section].name if 0 <= section < len(self.samples.columns) else ""
        header.blockSignals(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.blockSignals(False)
        self.samples.show(columns, shown)
        names = [column.name for column in columns]
        if keep_sorting and name in names:
            header.setSortIndicator(names.index(name), order)
