"""One line of the sweep's editor: which setting, and over which values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from core.experiment import Experiment
from core.fields import FieldFacts, settings_of
from core.selection.paths import SettingPath, settings_in, title_of
from core.selection.sweep import SweptSetting
from desktop_app.panels.inputs import ChoiceBox
from desktop_app.panels.sweep_values import ValuesEditor
from desktop_app.texts import translated

_UNUSUAL = ("training.seed",)
"""Settings that the number of seeds stands for."""


class AxisRow(QWidget):
    """Chooses a setting and its values.

    Signals:
        changed: another setting, or other values.
    """

    changed = Signal()

    def __init__(self, title: str, *, optional: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._optional = optional
        self._experiment = Experiment()
        self._entries: tuple[SettingPath, ...] = ()
        self._groups = ""
        self.label = QLabel(title)
        self.box = ChoiceBox()
        self.box.setAccessibleName(title)
        self.box.setMinimumWidth(150)
        self.box.setMaxVisibleItems(24)
        self.label.setBuddy(self.box)
        self.values = ValuesEditor()
        self.box.chosen.connect(self._choose)
        self.values.changed.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.label)
        row.addWidget(self.box, 1)
        row.addWidget(self.values, 1)

    @property
    def path(self) -> str:
        """The path of the setting, empty for none."""
        return str(self.box.currentData() or "")

    def setting(self) -> dict[str, Any] | None:
        """Return the setting with its values as a sweep takes them, or None."""
        if not self.path:
            return None
        return {"path": self.path, "values": self.values.values, "labels": self.values.labels}

    def show_experiment(self, experiment: Experiment) -> None:
        """Offer the settings of an experiment; the chosen one stays if there is still one of its name."""
        self._experiment = experiment
        entries = tuple(entry for entry in settings_in(experiment) if entry.path not in _UNUSUAL)
        if [(entry.path, entry.title) for entry in entries] == [(entry.path, entry.title) for entry in self._entries]:
            self._entries = entries
            return
        before, self._entries = self.path, entries
        self._fill(before if before in [entry.path for entry in entries] else "")
        if self.path != before:
            self.show_path(self.path)

    def show_path(self, path: str, values: Sequence[Any] | None = None) -> None:
        """Choose a setting; without values those around the present one are proposed."""
        self._groups = ""
        self._fill(path)
        facts = self._facts(self.path)
        if values is None:
            values = proposed(facts, self._present(self.path)) if facts is not None else ()
        self.values.show_setting(facts, values)

    def show_swept(self, swept: SweptSetting) -> None:
        """Show a setting of a sweep with its values."""
        if self._facts(swept.path) is not None and not swept.labels:
            self.show_path(swept.path, swept.values)
            return
        self._groups = swept.path
        self._fill(swept.path)
        self.values.show_groups(swept)

    def _fill(self, path: str) -> None:
        """List the settings under the names of their groups, and choose one."""
        self.box.clear()
        if self._optional:
            self.box.add("", self.tr("nothing"))
        if self._groups:
            self.box.add(self._groups, translated(title_of(self._experiment, self._groups)))
        headings = {facts.name: facts.title for facts in settings_of(Experiment)}
        group = ""
        for entry in self._entries:
            if entry.path.partition(".")[0] != group:
                group = entry.path.partition(".")[0]
                self.box.add_heading(translated(headings[group]))
            self.box.add(entry.path, translated(entry.title), translated(entry.facts.help))
        known = path in ("", self._groups) or self._facts(path) is not None
        self.box.show_value(path if known else "")

    def _choose(self, path: str) -> None:
        self.show_path(path)
        self.changed.emit()

    def _facts(self, path: str) -> FieldFacts | None:
        return next((entry.facts for entry in self._entries if entry.path == path), None)

    def _present(self, path: str) -> Any:
        node: Any = self._experiment
        for key in path.split("."):
            node = node[int(key)] if key.isdigit() else getattr(node, key)
        return node


def proposed(facts: FieldFacts, present: Any) -> tuple[Any, ...]:
    """Return some usual values of a setting around the present one, all within its range."""
    if facts.kind == "bool":
        return (True, False)
    if facts.kind == "choice":
        return tuple(facts.choices)[:4]
    if isinstance(present, str):
        present = facts.minimum or 1
    if facts.log or facts.kind == "float":
        base = present if present > 0 else (facts.step or 0.1)
        factors = (0.1, 0.3, 1.0, 3.0) if facts.log else (0.0, 0.5, 1.0, 1.5)
        values: list[float] = [float(f"{base * factor:.3g}") for factor in factors]
    else:
        base = max(int(present), 1)
        values = [max(1, base // 4), max(1, base // 2), base, 2 * base]
    low = -float("inf") if facts.minimum is None else facts.minimum
    high = float("inf") if facts.maximum is None else facts.maximum
    inside = [
        value
        for value in values
        if (low < value or (low == value and not facts.minimum_excluded))
        and (value < high or (value == high and not facts.maximum_excluded))
    ]
    return tuple(dict.fromkeys(inside))
