"""Search over all lessons: words anywhere, in any language, with the text around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from core.lessons.blocks import Block, Heading, Points, Quote, lines, plain, walk
from core.lessons.glossary import glossary
from core.lessons.lesson import Lesson, lessons

MAX_HITS = 60
_BEFORE, _AFTER = 28, 90
_ELLIPSIS = "…"


@dataclass(frozen=True)
class Hit:
    """A place that was found.

    ``page`` and ``anchor`` lead there (``page`` is empty for an entry of the glossary, whose id is ``anchor`` then);
    ``title`` and ``heading`` say where it is; ``marks`` are the places in ``snippet`` that were looked for.
    """

    page: str
    anchor: str
    title: str
    heading: str
    snippet: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class _Section:
    page: str
    anchor: str
    title: str
    heading: str
    text: str

    @property
    def folded(self) -> str:
        return _fold(f"{self.title}\n{self.heading}\n{self.text}")


def search(query: str, language: str) -> tuple[Hit, ...]:
    """Return the places that hold all words of a query, titles first, then headings, then the text."""
    words = [_fold(word) for word in query.split()]
    if not words:
        return ()
    found = [section for section in _sections(language) if all(word in section.folded for word in words)]
    found.sort(key=lambda section: _rank(section, words))
    return tuple(_hit(section, words) for section in found[:MAX_HITS])


@cache
def _sections(language: str) -> tuple[_Section, ...]:
    found = [section for lesson in lessons(language) for section in _of_lesson(lesson)]
    found += [_section("", term.id, term.title, "", [term.text]) for term in glossary(language).values()]
    return tuple(found)


def _section(page: str, anchor: str, title: str, heading: str, texts: list[str]) -> _Section:
    """Return a section with its formulas as they are typed, without the dollar signs around them."""
    title, heading, text = (words.replace("$", "") for words in (title, heading, " ".join(texts)))
    return _Section(page, anchor, title, heading, text)


def _of_lesson(lesson: Lesson) -> list[_Section]:
    sections: list[_Section] = []
    anchor, heading, texts = "", "", [*_header_texts(lesson)]
    for block in lesson.blocks:
        if isinstance(block, Heading):
            sections.append(_section(lesson.name, anchor, lesson.title, heading, texts))
            anchor, heading, texts = block.anchor, plain(block.parts), []
        else:
            texts += _texts(block)
    sections.append(_section(lesson.name, anchor, lesson.title, heading, texts))
    return sections


def _header_texts(lesson: Lesson) -> list[str]:
    goals = [goal.text for goal in lesson.header.goals]
    return goals + [prediction.question for prediction in lesson.header.predict]


def _texts(block: Block) -> list[str]:
    inner = walk((block,)) if isinstance(block, Points | Quote) else iter((block,))
    return [plain(line) for part in inner for line in lines(part)]


def _rank(section: _Section, words: list[str]) -> int:
    if all(word in _fold(section.title) for word in words):
        return 0 if not section.anchor or not section.page else 2
    return 1 if all(word in _fold(section.heading) for word in words) else 3


def _hit(section: _Section, words: list[str]) -> Hit:
    snippet = _snippet(section.text, words)
    return Hit(section.page, section.anchor, section.title, section.heading, snippet, _marks(snippet, words))


def _snippet(text: str, words: list[str]) -> str:
    folded = _fold(text)
    places = [folded.find(word) for word in words if word in folded]
    start = max(0, min(places, default=0) - _BEFORE)
    if start:
        # Begin at a word, where there are words.
        space = text.find(" ", start, start + _BEFORE)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + _BEFORE + _AFTER)
    return (_ELLIPSIS if start else "") + text[start:end].strip() + (_ELLIPSIS if end < len(text) else "")


def _marks(snippet: str, words: list[str]) -> tuple[tuple[int, int], ...]:
    folded = _fold(snippet)
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return tuple((match.start(), match.end()) for match in re.finditer(pattern, folded))


def _fold(text: str) -> str:
    """Return a text in small letters, with as many characters as before."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
