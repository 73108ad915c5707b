"""The table of a network's parameters, and the pattern that chooses among them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from core.explorers.deferred import Looked, ParameterRow
from desktop_app.lessons.explorers.row_table import set_up_rows
from desktop_app.plots.plot_style import colour, readable
from desktop_app.theme import themes

_ROW_ROLE = Qt.ItemDataRole.UserRole


class ParameterTable(QTableWidget):
    """One row for each parameter object.

    Signals:
        chosen: the place of a parameter, such as "0.weight".
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Parameters of the network"))
        set_up_rows(
            self,
            [
                self.tr("name"),
                self.tr("access"),
                self.tr("shape"),
                self.tr("state"),
                self.tr("mean"),
                self.tr("std"),
            ],
        )
        self._code_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._code_font.setPointSizeF(self.font().pointSizeF())
        self._shown: tuple[Looked, bool, str] | None = None
        self.currentCellChanged.connect(self._choose)
        themes.changed.connect(self._recolour)

    def show_rows(self, looked: Looked, has_pattern: bool, chosen: str) -> None:
        """Show parameters; with a pattern the ones that it chooses stand out."""
        self._shown = looked, has_pattern, chosen
        self.blockSignals(True)
        self.setRowCount(len(looked.rows))
        for position, row in enumerate(looked.rows):
            self._fill(position, row, has_pattern)
            if chosen in row.uses:
                self.setCurrentCell(position, 0)
        self.blockSignals(False)

    def _fill(self, position: int, row: ParameterRow, has_pattern: bool) -> None:
        values = row.values
        access = ", ".join("net[{}].{}".format(*use.split(".")) for use in row.uses)
        texts = [
            ("✓ " if row.matches else "   ") + row.name if has_pattern else row.name,
            access,
            str(row.shape),
            self._state(row),
            "" if values is None else readable(float(values.mean(dtype=np.float64)), 3),
            "" if values is None else readable(float(values.std(dtype=np.float64)), 3),
        ]
        chosen = self.tr("chosen by the pattern") if row.matches else self.tr("not chosen by the pattern")
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            if column < 3:
                item.setFont(self._fonts(has_pattern and row.matches))
            if has_pattern:
                item.setForeground(colour("text" if row.matches else "muted"))
            item.setData(_ROW_ROLE, row.uses[0])
            if has_pattern:
                item.setToolTip(chosen)
            self.setItem(position, column, item)

    def _fonts(self, bold: bool) -> QFont:
        font = QFont(self._code_font)
        font.setBold(bold)
        return font

    def _state(self, row: ParameterRow) -> str:
        if row.values is not None:
            return self.tr("initialised")
        return self.tr("deferred") if row.deferred else self.tr("not initialised")

    def _choose(self, row: int, *_: int) -> None:
        item = self.item(row, 0)
        if item is not None:
            self.chosen.emit(item.data(_ROW_ROLE))

    def _recolour(self) -> None:
        if self._shown is not None:
            self.show_rows(*self._shown)
