"""The values that one setting of a sweep takes: typed, filled from a range, or ticked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from core.fields import FieldFacts
from core.selection.sweep import SweptSetting
from core.sentences import number_text
from core.typed_numbers import parse_number
from desktop_app.panels.inputs import LineEdit
from desktop_app.panels.sweep_range import RangeMenu
from desktop_app.style import set_property
from desktop_app.texts import translated

_TYPED, _TICKED, _NAMED = range(3)
_SEPARATORS = re.compile(r"\s*[,;、]\s*|\s+")


def parse_values(text: str, facts: FieldFacts) -> tuple[Any, ...]:
    """Return the values that stand in a text such as ``"0.01, 0.1, 1"``; what is no number stays a text.

    Numbers are parted by commas, semicolons or spaces. Equal ones count once.
    """
    bare = unicodedata.normalize("NFKC", text).strip("()[]{} ,;")
    found = [parse_number(part, whole=facts.kind == "int") for part in _SEPARATORS.split(bare) if part]
    if facts.kind == "float":
        found = [float(value) if not isinstance(value, str) else value for value in found]
    return tuple(dict.fromkeys(value.lower() if isinstance(value, str) else value for value in found))


class ValuesEditor(QWidget):
    """Shows and changes the values of a setting.

    Signals:
        changed: other values stand here.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: FieldFacts | None = None
        self._fixed: SweptSetting | None = None
        self.box = LineEdit()
        self.box.setPlaceholderText(self.tr("0.01, 0.1, 1"))
        self.box.textEdited.connect(lambda _: self.changed.emit())
        self.range_button = QToolButton()
        self.range_button.setText(self.tr("Range"))
        self.range_button.setToolTip(self.tr("Fill in values from a range"))
        self.range_button.setAutoRaise(False)
        self.range_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.range_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.range_menu = RangeMenu(lambda: self._facts, self.range_button)
        self.range_menu.filled.connect(self._fill)
        self.range_button.setMenu(self.range_menu)
        self.ticks: dict[Any, QCheckBox] = {}
        self.chosen = LineEdit()
        self.chosen.setReadOnly(True)
        self.chosen.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tick_button = QToolButton()
        self.tick_button.setText(self.tr("Choose"))
        self.tick_button.setAutoRaise(False)
        self.tick_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.tick_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tick_menu = QMenu(self.tick_button)
        self.tick_button.setMenu(self.tick_menu)
        self.names = QLabel()
        self.names.setWordWrap(True)
        self._build_pages()

    def _build_pages(self) -> None:
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        for box, button in ((self.box, self.range_button), (self.chosen, self.tick_button)):
            page = QWidget()
            row = QHBoxLayout(page)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(box, 1)
            row.addWidget(button)
            self._pages.addWidget(page)
        self._pages.addWidget(self.names)

    @property
    def values(self) -> tuple[Any, ...]:
        """The values as they stand here, valid or not; none if there is no setting."""
        if self._fixed is not None:
            return self._fixed.values
        if self._facts is None:
            return ()
        if self._facts.kind in ("choice", "bool"):
            return tuple(value for value, box in self.ticks.items() if box.isChecked())
        return parse_values(self.box.text(), self._facts)

    @property
    def labels(self) -> tuple[str, ...]:
        """How values are called that are whole groups of settings; empty for single values."""
        return self._fixed.labels if self._fixed is not None else ()

    def show_setting(self, facts: FieldFacts | None, values: Sequence[Any]) -> None:
        """Show values of a setting; None for no setting."""
        self._facts, self._fixed = facts, None
        self.setEnabled(facts is not None)
        if facts is not None and facts.kind in ("choice", "bool"):
            self._show_ticks(facts, values)
            self._pages.setCurrentIndex(_TICKED)
            return
        self._show_text(values)
        self._pages.setCurrentIndex(_TYPED)

    def show_groups(self, swept: SweptSetting) -> None:
        """Show values that are whole groups or lists: only their names, which cannot be edited here."""
        self._facts, self._fixed = None, swept
        self.setEnabled(True)
        self.names.setText(" · ".join(swept.names))
        self._pages.setCurrentIndex(_NAMED)

    def show_problem(self, problem: bool) -> None:
        """Mark the values as refused."""
        for box in (self.box, self.chosen):
            set_property(box, "invalid", problem)

    def _show_text(self, values: Sequence[Any]) -> None:
        self.box.setText(", ".join(value if isinstance(value, str) else number_text(value) for value in values))
        self.box.setCursorPosition(0)

    def _fill(self, values: Sequence[Any]) -> None:
        self._show_text(values)
        self.changed.emit()

    def _show_ticks(self, facts: FieldFacts, values: Sequence[Any]) -> None:
        titles: dict[Any, str] = dict(facts.choices)
        if facts.kind == "bool":
            titles = {True: self.tr("yes"), False: self.tr("no")}
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 8, 16, 8)
        self.ticks = {}
        for value, title in titles.items():
            tick = self.ticks[value] = QCheckBox(translated(title))
            tick.setChecked(value in values)
            tick.clicked.connect(self._tick)
            column.addWidget(tick)
        action = QWidgetAction(self.tick_menu)
        action.setDefaultWidget(content)
        self.tick_menu.clear()
        self.tick_menu.addAction(action)
        self._show_chosen()

    def _tick(self) -> None:
        self._show_chosen()
        self.changed.emit()

    def _show_chosen(self) -> None:
        self.chosen.setText(", ".join(tick.text() for tick in self.ticks.values() if tick.isChecked()))
        self.chosen.setCursorPosition(0)
