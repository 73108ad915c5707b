"""Puts the questions of explorers to the engine, and hands them the answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Slot

from core.questions import Question
from desktop_app.engine_host import EngineHost
from desktop_app.engine_messages import Answered, Ask, Failed
from desktop_app.lessons.explore_page import ExplorePage


class ExplorerControl(QObject):
    """Connects the explorers of a page with the engine.

    An explorer hears only of the newest question of a type that it asked: what comes of older ones is no longer true.

    Args:
        host: the engine.
        page: has the explorers.
        parent: owns this object.
    """

    def __init__(self, host: EngineHost, page: ExplorePage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._newest: dict[type[Question], tuple[Question, Any]] = {}
        page.asked.connect(self._ask)
        host.received.connect(self._on_received)

    @Slot(object, object)
    def _ask(self, explorer: Any, question: Question) -> None:
        self._newest[type(question)] = question, explorer
        self._host.ask(question)

    @Slot(object)
    def _on_received(self, received: Sequence[object]) -> None:
        for message in received:
            if isinstance(message, Answered):
                explorer = self._asker(message.question, message.is_last)
                if explorer is not None:
                    explorer.show_answer(message.question, message.answer, message.is_last)
            elif isinstance(message, Failed) and isinstance(message.request, Ask):
                explorer = self._asker(message.request.question, True)
                if explorer is not None:
                    explorer.show_problem(message.request.question, message.sentence)

    def _asker(self, question: Question, is_last: bool) -> Any:
        """Return the explorer that waits for this answer, or None."""
        newest, explorer = self._newest.get(type(question), (None, None))
        if newest is not question:
            return None
        if is_last:
            del self._newest[type(question)]
        return explorer
