"""The table of a parameter file: what is in it, and what a network wants."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from core.explorers.parameters import FitRow, FoundArray
from desktop_app.lessons.explorers.row_table import set_up_rows
from desktop_app.plots.plot_style import colour, readable
from desktop_app.theme import themes

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NAME_ROLE = Qt.ItemDataRole.UserRole
_MOST_LINES = 6
_FIT_COLUMN, _GIVEN_COLUMN, _NETWORK_COLUMN, _NUMBERS = 1, 2, 3, range(4, 9)


class FileTable(QTableWidget):
    """One row for each array of a file, and for each parameter of a network that the file lacks.

    Signals:
        chosen: the name of an array.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Arrays of the file"))
        set_up_rows(
            self,
            [
                self.tr("name"),
                self.tr("fit"),
                self.tr("in the file"),
                self.tr("in the network"),
                self.tr("numbers"),
                self.tr("mean"),
                self.tr("std"),
                self.tr("min"),
                self.tr("max"),
                self.tr("dtype"),
            ],
        )
        for column in _NUMBERS:
            self.model().setHeaderData(column, Qt.Orientation.Horizontal, _RIGHT, Qt.ItemDataRole.TextAlignmentRole)
        self._shown: tuple[Sequence[tuple[FitRow, FoundArray | None]], bool, str] = (), False, ""
        self.currentCellChanged.connect(self._choose)
        themes.changed.connect(self._recolour)

    def show_rows(self, rows: Sequence[tuple[FitRow, FoundArray | None]], has_network: bool, chosen: str) -> None:
        """Show what is in a file.

        Args:
            rows: what a file and a network have, with the array if it is in the file.
            has_network: whether there is a network to compare with.
            chosen: name of the array that is looked at.
        """
        self._shown = rows, has_network, chosen
        shapes = self.tr("in the file") if has_network else self.tr("shape")
        self.model().setHeaderData(_GIVEN_COLUMN, Qt.Orientation.Horizontal, shapes)
        self.blockSignals(True)
        self.setRowCount(len(rows))
        self.setCurrentCell(-1, -1)
        for column in (_FIT_COLUMN, _NETWORK_COLUMN):
            self.setColumnHidden(column, not has_network)
        for position, (row, array) in enumerate(rows):
            self._fill(position, row, array)
            if row.name == chosen and array is not None:
                self.setCurrentCell(position, 0)
        self.blockSignals(False)
        lines = min(len(rows), _MOST_LINES) * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + lines + bar + 2)

    def _fill(self, position: int, row: FitRow, array: FoundArray | None) -> None:
        words, name = {
            "fits": (self.tr("✓ fits"), "success"),
            "missing": (self.tr("✗ missing"), "danger"),
            "extra": (self.tr("✗ belongs to no layer"), "danger"),
            "shape": (self.tr("✗ shape differs"), "danger"),
        }[row.fit]
        given = "–" if row.given is None else str(row.given)
        wanted = "–" if row.wanted is None else str(row.wanted)
        numbers = ["", "", "", "", "", ""]
        if array is not None:
            statistics = (array.mean, array.std, array.low, array.high)
            numbers = [f"{array.size:,}", *(readable(number, 3) for number in statistics), array.dtype]
        for column, text in enumerate([row.name, words, given, wanted, *numbers]):
            item = QTableWidgetItem(text)
            item.setData(_NAME_ROLE, row.name if array is not None else "")
            if column in _NUMBERS:
                item.setTextAlignment(_RIGHT)
            if column == _FIT_COLUMN:
                item.setForeground(colour(name))
                font = QFont(self.font())
                font.setBold(row.fit != "fits")
                item.setFont(font)
            elif array is None:
                item.setForeground(colour("muted"))
            self.setItem(position, column, item)

    def _choose(self, row: int, *_: int) -> None:
        item = self.item(row, 0)
        if item is not None and item.data(_NAME_ROLE):
            self.chosen.emit(item.data(_NAME_ROLE))

    def _recolour(self) -> None:
        self.show_rows(*self._shown)
