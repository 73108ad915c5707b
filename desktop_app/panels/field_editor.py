"""The base of all editors of single fields."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from html import escape
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.fields import FieldFacts
from core.sentences import allowed
from desktop_app.abstract import AbstractWidgetType
from desktop_app.panels.setting_path import mark_setting
from desktop_app.style import set_property
from desktop_app.texts import translated


class FieldEditor(QWidget, metaclass=AbstractWidgetType):
    """Base of all editors.

    Signals:
        edited: the new Python value, when the user commits, steps or chooses; it may be out of range or a text.
        problem_changed: the sentence that :meth:`show_problem` got; empty when the problem is gone.
    """

    edited = Signal(object)
    problem_changed = Signal(str)

    def __init__(self, facts: FieldFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = facts
        self.value: Any = facts.default
        self.problem = ""
        self._locked = ""
        self._focus_part: QWidget = self
        mark_setting(self, facts.name)
        self.setToolTip(help_text(facts))

    def show_value(self, value: Any) -> None:
        """Show ``value`` without emitting anything; a problem that was shown goes away."""
        self.value = value
        self._display()
        self.show_problem("")

    def show_problem(self, sentence: str) -> None:
        """Mark the field as refused, with the reason; an empty sentence takes the mark away."""
        if sentence == self.problem:
            return
        self.problem = sentence
        self.setToolTip(help_text(self.facts, sentence or self._locked))
        self._focus_part.setAccessibleDescription(sentence or translated(self.facts.help))
        for child in self._marked():
            set_property(child, "invalid", bool(sentence))
        self.problem_changed.emit(sentence)

    def lock(self, reason: str) -> None:
        """Disable the field and say why in its tool tip; an empty reason enables it again."""
        if reason != self._locked:
            self._locked = reason
            self.setEnabled(not reason)
            self.setToolTip(help_text(self.facts, self.problem or reason))

    def is_wide(self) -> bool:
        """Whether the editor wants a row of its own beneath the label."""
        return False

    def commit(self) -> None:
        """Emit what was typed but not committed yet, if anything."""

    @abstractmethod
    def _display(self) -> None:
        """Bring the widgets to ``self.value``, with their signals blocked."""

    def _marked(self) -> Iterable[QWidget]:
        """Return the widgets that turn red."""
        return ()

    def _adopt(self, child: QWidget) -> None:
        """Make ``child`` the part that has the focus and the accessible name."""
        self._focus_part = child
        self.setFocusProxy(child)
        child.setAccessibleName(translated(self.facts.title))
        child.setAccessibleDescription(translated(self.facts.help))


def help_text(facts: FieldFacts, note: str = "") -> str:
    """Return the tool tip of a field: help, range, and a note such as the reason of a refusal, as rich text."""
    parts = [translated(facts.help)]
    if facts.kind in ("int", "float", "numbers"):
        parts.append(translated(allowed(facts)))
    if note:
        parts.append(note)
    return "".join(f'<p style="margin: 2px">{escape(part)}</p>' for part in parts if part)
