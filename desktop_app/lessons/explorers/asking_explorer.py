"""What explorers have in common whose picture takes the engine some time to compute."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, TypeVar

from PySide6.QtGui import QShowEvent

from core.explorers.setup import Setup
from core.questions import Question
from desktop_app.lessons.explorers.setup_explorer import SetupExplorer

S = TypeVar("S", bound=Setup)


class AskingExplorer(SetupExplorer[S]):
    """Asks a question about its setup while it is seen, and draws the answer when, and as far as, it comes.

    A subclass says what to ask in :meth:`_question`, and shows in :meth:`_take` what comes back. ``is_done`` tells
    whether the answer to the present setup is complete.
    """

    is_done = False
    _asked: Question | None = None

    def show_answer(self, question: object, answer: Any, is_last: bool) -> None:
        """Show the answer to the present question, or the part of it that is known; None is no news."""
        if question != self._question():
            return
        if answer is not None:
            self.is_done = is_last
            self._take(answer)
            self.facts_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask what was not asked while nobody looked."""
        super().showEvent(event)
        self._ask()

    def _draw(self) -> None:
        if self._asked != self._question():
            self.is_done = False
            self._begin()
        if self.isVisible():
            self._ask()

    def _ask(self) -> None:
        question = self._question()
        if self._asked != question:
            self._asked = question
            self.asked.emit(question)

    @abstractmethod
    def _question(self) -> Question:
        """Return what to ask about the present setup."""

    def _begin(self) -> None:
        """Show that the setup is another one, and that its answer is still to come."""

    @abstractmethod
    def _take(self, answer: Any) -> None:
        """Show an answer, or the part of it that is known."""
