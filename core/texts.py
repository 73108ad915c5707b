"""The sentences of the core, in the language that whoever shows them has chosen.

A template stands in the source as an English literal, so that the translators' tools find it, and is filled in after
it was translated. Without a translator (command line, worker processes, tests) it stays English; a window that hears
of such a sentence tells it anew in its own language.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_translators: list[Callable[[str], str]] = []


class Sentence(str):
    """A sentence that still knows how it was made, so that it can be told again in another language.

    It stays one as the text of an error, in a dataclass and on its way from another process.
    """

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, values: dict[str, object]) -> Sentence:
        """Compose it in the language of now."""
        text = _translators[-1](template) if _translators else template
        told = {name: retold(value) if isinstance(value, str) else value for name, value in values.items()}
        sentence = super().__new__(cls, text.format(**told) if told else text)
        sentence.template, sentence.values = template, values
        return sentence

    def __str__(self) -> str:
        """Return itself: the text of an error is asked for in this way."""
        return self

    def __format__(self, spec: str) -> str:
        """Return itself; ``{name:lower}`` asks for a small first letter, in the middle of a sentence."""
        if spec != "lower":
            return super().__format__(spec)
        # Not that of "L2".
        return self[:1].lower() + self[1:] if self[1:2].islower() or self[1:2] == " " else self

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel as template and values."""
        return Sentence, (self.template, self.values)


def say(template: str, /, **values: object) -> str:
    """Return a template in the chosen language, with its ``{names}`` filled in.

    Args:
        template: an English literal, such as ``"{path} has no {name}."``
        values: what to fill in; texts that are to be translated too come from :func:`say` themselves.
    """
    return Sentence(template, values)


def unsaid(template: str) -> str:
    """Return a template as it is, for one who will :func:`say` it later; so translators find it."""
    return template


def retold(text: str) -> str:
    """Return a sentence in the language of now; any other text as it is."""
    return Sentence(text.template, text.values) if isinstance(text, Sentence) else text


def use_translator(translate: Callable[[str], str] | None) -> None:
    """Let ``translate`` find the words for each template from now on, in every thread; None goes back to English."""
    _translators[:] = [translate] if translate is not None else []
