"""The sentences of the core, in the language that whoever shows them has chosen.

A template stands in the source as an English literal, so that the translators' tools find it, and is filled in after
it was translated. Without a translator (command line, worker processes, tests) it stays English.
"""

from __future__ import annotations

from collections.abc import Callable

_translators: list[Callable[[str], str]] = []


def say(template: str, /, **values: object) -> str:
    """Return a template in the chosen language, with its ``{names}`` filled in.

    Args:
        template: an English literal, such as ``"{path} has no {name}."``
        values: what to fill in; texts that are to be translated too come from :func:`say` themselves.
    """
    text = _translators[-1](template) if _translators else template
    return text.format(**values) if values else text


def use_translator(translate: Callable[[str], str] | None) -> None:
    """Let ``translate`` find the words for each template from now on; None goes back to English.

    It is called from every thread that composes a sentence.
    """
    _translators[:] = [translate] if translate is not None else []
