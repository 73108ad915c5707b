"""The desk in the engine's thread where questions are answered, piece by piece, beside a run."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from core.errors import GluonLabError, essence
from core.questions import Question
from core.texts import say
from desktop_app import engine_messages as messages

log = logging.getLogger(__name__)


def refusal(error: Exception) -> str:
    """Return what is said of a request that failed: the error's own sentence, or what is left to do."""
    if isinstance(error, GluonLabError):
        return str(error)
    return say("This did not work: {reason}. Try again; if it stays so, restart Gluon Lab.", reason=essence(error))


class QuestionDesk(QObject):
    """Answers one piece of one question each time that the thread comes to rest between slices and requests.

    A newer question of the same type takes the place of an older one, whose answer is not completed.

    Args:
        post: passes messages on to the window: ``Answered`` and ``Failed``.
        parent: an object of the engine's thread, with which this one moves there.
    """

    _again = Signal()

    def __init__(self, post: Callable[[object], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = post
        self._open: dict[type[Question], tuple[Question, Iterator[Any] | None]] = {}
        self._scheduled = False
        self._again.connect(self._advance, Qt.ConnectionType.QueuedConnection)

    def take(self, question: Question) -> None:
        """Answer a question soon."""
        self._open.pop(type(question), None)
        self._open[type(question)] = question, None
        self._schedule()

    def clear(self) -> None:
        """Leave all questions unanswered, and let go of the arrays of those that were begun."""
        self._open.clear()

    def _schedule(self) -> None:
        if self._open and not self._scheduled:
            self._scheduled = True
            self._again.emit()

    @Slot()
    def _advance(self) -> None:
        """Do one piece of the question that has waited longest."""
        self._scheduled = False
        if not self._open:
            return
        kind = next(iter(self._open))
        question, pieces = self._open.pop(kind)
        try:
            pieces = _begin(question) if pieces is None else pieces
            answer, is_last = next(pieces)
        except StopIteration:
            log.error("Nobody answered %r", question)
        except Exception as error:
            if not isinstance(error, GluonLabError):
                log.exception("A question failed: %r", question)
            self._post(messages.Failed(messages.Ask(question), refusal(error)))
        else:
            self._post(messages.Answered(question, answer, is_last))
            if not is_last:
                self._open[kind] = question, pieces
        self._schedule()


def _begin(question: Question) -> Iterator[tuple[Any, bool]]:
    """Return the pieces of the answer, each with whether it is the last one."""
    from core.engine.answers import ANSWERERS

    answerer = ANSWERERS[type(question)]
    if not inspect.isgeneratorfunction(answerer):
        return iter([(answerer(question), True)])
    return _with_last(answerer(question))


def _with_last(answers: Iterator[Any]) -> Iterator[tuple[Any, bool]]:
    """Mark the last of some values: each is told when it is known whether there is another one."""
    held = next(answers)
    for answer in answers:
        yield held, False
        held = answer
    yield held, True
