"""The glossary: short entries for the terms of the field, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from core.lessons.conditions import LessonError
from core.lessons.lesson import LANGUAGES, Id, Words, _Part, lesson_folder, parse_yaml


class Term(_Part):
    """An entry. ``terms`` are the words that stand for it in a text, the first is its title.

    ``not_in`` (in files ``not``) are phrases with such a word in which it means something else.
    """

    id: Id
    terms: Annotated[tuple[Words, ...], Field(min_length=1, strict=False)]
    not_in: Annotated[tuple[Words, ...], Field(alias="not", strict=False)] = ()
    text: Words

    @model_validator(mode="after")
    def _phrases_have_a_term(self) -> Term:
        for phrase in self.not_in:
            if not any(word.casefold() in phrase.casefold() for word in self.terms):
                raise PydanticCustomError("not", "“{phrase}” has none of the terms", {"phrase": phrase})
        return self

    @property
    def title(self) -> str:
        """The word that the entry stands under."""
        return self.terms[0]


@dataclass(frozen=True)
class Found:
    """A term in a text, from ``start`` to ``end`` (not included)."""

    start: int
    end: int
    term: Term


_ENTRIES: TypeAdapter[tuple[Term, ...]] = TypeAdapter(Annotated[tuple[Term, ...], Field(strict=False)])


def parse_terms(text: str, name: str) -> tuple[Term, ...]:
    """Return the entries of a file.

    Raises:
        LessonError: a sentence that begins with the file.
    """
    try:
        return _ENTRIES.validate_python(parse_yaml(text))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise LessonError(f"{name}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    except LessonError as error:
        raise LessonError(f"{name}: {error}") from error


@cache
def glossary(language: str) -> Mapping[str, Term]:
    """Return all entries by their id, in the order of their titles; one that the language lacks is there in English.

    Raises:
        LessonError: a file is not as it should be, or an id stands twice in a language.
    """
    found: dict[str, Term] = {}
    for tongue in dict.fromkeys((LANGUAGES[0], language)):
        own: dict[str, Term] = {}
        folder = lesson_folder(tongue) / "glossary"
        files = sorted(folder.iterdir(), key=lambda file: file.name) if folder.is_dir() else []
        for file in files:
            if file.name.endswith(".yaml"):
                for term in parse_terms(file.read_text(encoding="utf-8"), file.name):
                    if term.id in own:
                        raise LessonError(f"{tongue}/{file.name}: the entry {term.id} is there twice.")
                    own[term.id] = term
        found |= own
    return dict(sorted(found.items(), key=lambda item: item[1].title.casefold()))


def find_terms(text: str, language: str) -> Iterator[Found]:
    """Yield the terms in a text from left to right; of overlapping ones the longest, unless it means something else."""
    pattern, terms = _pattern(language)
    if pattern is None:
        return
    for match in pattern.finditer(text):
        found = Found(match.start(), match.end(), terms[_folded(match.group())])
        if not any(_covers(phrase, text, found) for phrase in found.term.not_in):
            yield found


def _covers(phrase: str, text: str, found: Found) -> bool:
    """Tell whether a term that was found stands inside of a phrase there."""
    spans = (match.span() for match in _phrase(phrase).finditer(text))
    return any(start <= found.start and found.end <= end for start, end in spans)


@cache
def _phrase(phrase: str) -> re.Pattern[str]:
    return re.compile(_bounded(phrase), re.IGNORECASE)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


@cache
def _pattern(language: str) -> tuple[re.Pattern[str] | None, Mapping[str, Term]]:
    terms = {_folded(word): term for term in glossary(language).values() for word in term.terms}
    if not terms:
        return None, terms
    words = sorted(terms, key=len, reverse=True)
    return re.compile("|".join(_bounded(word) for word in words), re.IGNORECASE), terms


def _bounded(word: str) -> str:
    """Return the pattern of a word: letters of Latin or Greek must not go on before and after it."""
    before = r"(?<![^\W\u2e80-\u9fff])" if re.match(r"[^\W\u2e80-\u9fff]", word) else ""
    after = r"(?![^\W\u2e80-\u9fff])" if re.search(r"[^\W\u2e80-\u9fff]$", word) else ""
    inside = r"\s+".join(map(re.escape, word.split()))
    return f"{before}{inside}{after}"
