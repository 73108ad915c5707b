"""Editors of fields that hold several values: some of the known words, or a list of records."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from core.fields import FieldFacts
from desktop_app.panels.even_rows import EvenRows
from desktop_app.panels.field_editor import FieldEditor
from desktop_app.panels.inputs import tool_button
from desktop_app.texts import translated


class ChoicesEditor(FieldEditor):
    """A check box for each of the known words; asks for those that are ticked, in their order."""

    def __init__(self, facts: FieldFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.boxes: dict[str, QCheckBox] = {}
        rows = EvenRows(self)
        rows.setSpacing(8)
        for name, title in facts.choices.items():
            box = self.boxes[name] = QCheckBox(translated(title))
            box.setAccessibleName(f"{translated(facts.title)}: {translated(title)}")
            box.setAccessibleDescription(translated(facts.help))
            box.clicked.connect(self._click)
            rows.addWidget(box)
        self._focus_part = next(iter(self.boxes.values()))
        self.setFocusProxy(self._focus_part)
        self._display()

    def is_wide(self) -> bool:
        """Whether the editor wants a row of its own: always, since it has several."""
        return True

    def _click(self) -> None:
        chosen = tuple(name for name, box in self.boxes.items() if box.isChecked())
        self._display()
        self.edited.emit(chosen)

    def _display(self) -> None:
        for name, box in self.boxes.items():
            box.setChecked(name in self.value)


class RecordsEditor(FieldEditor):
    """How many records there are, and a button to remove them all; each single one is edited elsewhere."""

    def __init__(self, facts: FieldFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.count = QLabel()
        self.clear = tool_button("remove", self.tr("Remove all"))
        self.clear.clicked.connect(lambda: self.edited.emit(()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.clear)
        self.clear.setAccessibleName(f"{translated(facts.title)}: {self.clear.toolTip()}")
        self.clear.setAccessibleDescription(translated(facts.help))
        self._focus_part = self.clear
        self.setFocusProxy(self.clear)
        self._display()

    def _display(self) -> None:
        most = "" if self.facts.max_length is None else f"{self.facts.max_length:,}"
        text = self.tr("{count} of at most {most}") if most else "{count}"
        self.count.setText(text.format(count=f"{len(self.value):,}", most=most))
        self.clear.setEnabled(bool(self.value))
