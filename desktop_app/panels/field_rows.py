"""Editors of a group of settings in short rows, their titles above them: a form for narrow cards."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from core.fields import FieldFacts, Value, settings_of
from desktop_app.help_mark import HelpMark
from desktop_app.panels.field_editor import FieldEditor
from desktop_app.panels.fields import NumberEditor, editor_for
from desktop_app.panels.form import LiveMark, unused_reason
from desktop_app.panels.setting_path import mark_setting
from desktop_app.style import scaled
from desktop_app.texts import translated

SMALL = 0.88
"""Size of the smaller texts of a card."""


class FieldRows(QWidget):
    """Shows the settings of one class: a single one has its title beside it, several have theirs above.

    At most ``most_in_a_row`` stand beside each other.

    Signals:
        edited: name of a field and the value that the user asks for.
        problem_changed: a field shows another problem, or none any more.
    """

    edited = Signal(str, object)
    problem_changed = Signal()

    def __init__(self, model: type[Value], most_in_a_row: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editors: dict[str, FieldEditor] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        fields = settings_of(model)
        num_rows = -(-len(fields) // most_in_a_row)
        length = -(-len(fields) // num_rows) if num_rows else 1
        for start in range(0, len(fields), length):
            column.addLayout(self._row(fields[start : start + length], single=len(fields) == 1))

    def show_group(self, value: Value, automatic: dict[str, int] | None = None, *, keep_refused: bool = False) -> None:
        """Show the settings of ``value``, of the class of these rows.

        Args:
            value: what to show.
            automatic: what the word "auto" stands for, by the names of the fields that know it.
            keep_refused: whether a field keeps a refused text if its value is still the same.
        """
        for name, editor in self.editors.items():
            shown = getattr(value, name)
            if not (keep_refused and editor.problem and shown == editor.value):
                editor.show_value(shown)
            editor.lock(unused_reason(editor.facts, value))
            if isinstance(editor, NumberEditor) and automatic and name in automatic:
                editor.show_auto_value(automatic[name])

    def _row(self, fields: tuple[FieldFacts, ...], *, single: bool) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for facts in fields:
            editor = self._editor(facts)
            heading = _heading(facts, editor, small=not single)
            if single:
                row.addLayout(heading)
                row.addWidget(editor)
                row.addStretch(1)
                continue
            heading.addStretch(1)
            cell = QVBoxLayout()
            cell.setSpacing(1)
            cell.addLayout(heading)
            cell.addWidget(editor, 1)
            row.addLayout(cell, _share(facts))
        return row

    def _editor(self, facts: FieldFacts) -> FieldEditor:
        # A slider under the box would take too much room here; the box steps logarithmically as well.
        editor = NumberEditor(facts) if facts.log else editor_for(facts)
        editor.edited.connect(partial(self._emit, facts.name))
        editor.problem_changed.connect(self.problem_changed)
        # Qt's tab order takes an editor and its parts as one only if the editor itself has a focus policy.
        editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.editors[facts.name] = editor
        return editor

    def _emit(self, name: str, value: Any) -> None:
        self.edited.emit(name, value)


def caption(text: str, *, small: bool) -> QLabel:
    """Return the muted title of a field."""
    label = QLabel(text)
    label.setProperty("role", "muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    if small:
        label.setFont(scaled(label.font(), SMALL))
    return label


def _heading(facts: FieldFacts, editor: FieldEditor, *, small: bool) -> QHBoxLayout:
    heading = QHBoxLayout()
    heading.setSpacing(2)
    heading.addWidget(caption(translated(facts.title), small=small))
    if facts.live:
        heading.addWidget(LiveMark())
    mark = HelpMark(translated(facts.title), editor)
    mark_setting(mark, facts.name)
    heading.addWidget(mark)
    return heading


def _share(facts: FieldFacts) -> int:
    """Return how much of the room left over a field gets: words need more than numbers, a check box needs none."""
    if facts.kind == "bool":
        return 0
    return 3 if facts.auto else 2 if facts.kind == "choice" else 1
