"""Hides the sections of the experiment that do not matter yet, says which, and brings them back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from core.experiment import Experiment
from core.fields import field_facts
from desktop_app.panels.setting_path import bring_into_view
from desktop_app.texts import translated

ABOUT = "name"
"""The part with name and notes of the experiment."""


class SectionFocus(QFrame):
    """A line over the sections that is there only while some of them are hidden.

    What the user has brought back on a page of the lessons stays back for that page.

    Args:
        parts: the widgets of the groups of the experiment by their names, in their order.
        parent: holds the line.
    """

    def __init__(self, parts: Mapping[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = dict(parts)
        self._page, self._hidden = "", frozenset[str]()
        self._back: dict[str, set[str]] = {}
        self.setObjectName("message")
        self.setProperty("level", "info")
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.button = QPushButton(self.tr("Show all"))
        self.button.setToolTip(self.tr("Bring all settings back; they stay back whenever this page is open."))
        self.button.clicked.connect(self.bring_all_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.label, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def focus(self, page: str, groups: Iterable[str]) -> None:
        """Hide all groups but these while a page is open; no groups hide nothing."""
        wanted = set(groups)
        self._page = page
        self._hide(set(self._parts) - wanted - self._back.get(page, set()) if wanted else set())

    def show_all(self) -> None:
        """Show everything: no page is open any more."""
        self._page = ""
        self._hide(set())

    def reveal(self, path: str) -> None:
        """Bring back the group that a path such as ``optimizer.wd`` leads to, if it is hidden."""
        group = path.partition(".")[0]
        group = ABOUT if group == "notes" else group
        if group in self._hidden:
            self._back.setdefault(self._page, set()).add(group)
            self._hide(set(self._hidden) - {group})
            bring_into_view(self._parts[group])

    def state(self) -> Any:
        """Return what was brought back, by page."""
        return {page: sorted(groups) for page, groups in self._back.items()}

    def restore(self, state: Any) -> None:
        """Take over what was brought back in another window."""
        self._back = {page: set(groups) for page, groups in state.items()}

    @Slot()
    def bring_all_back(self) -> None:
        """Show everything, also when the page is opened again."""
        self._back.setdefault(self._page, set()).update(self._parts)
        self._hide(set())

    def _hide(self, groups: set[str]) -> None:
        for group, part in self._parts.items():
            part.setVisible(group not in groups)
        self._hidden = frozenset(groups)
        names = [self._title(group) for group in self._parts if group in groups]
        self.label.setText(self.tr("Hidden for this lesson: {names}.").format(names=self.tr(", ").join(names)))
        self.setVisible(bool(groups))

    def _title(self, group: str) -> str:
        if group == ABOUT:
            return self.tr("Name and notes")
        return translated(field_facts(Experiment, group).title)
