"""What the body of a lesson consists of: blocks one under the other, and the parts of a line of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.lessons.links import FigureSource, Target


@dataclass(frozen=True)
class Text:
    """Words in one manner of writing."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False


@dataclass(frozen=True)
class Formula:
    """A formula in the line, LaTeX."""

    latex: str


@dataclass(frozen=True)
class Link:
    """Parts of a line that lead somewhere."""

    target: Target
    parts: tuple[Inline, ...]


@dataclass(frozen=True)
class Break:
    """A line ends here."""


Inline = Text | Formula | Link | Break


@dataclass(frozen=True)
class Heading:
    """A heading; ``anchor`` is unique in its page, ``level`` is 2 or 3."""

    level: int
    anchor: str
    parts: tuple[Inline, ...]


@dataclass(frozen=True)
class Paragraph:
    """Text that flows."""

    parts: tuple[Inline, ...]


@dataclass(frozen=True)
class Display:
    """A formula on a line of its own, LaTeX."""

    latex: str


@dataclass(frozen=True)
class Points:
    """A list; ``start`` is the first number, None for one with bullets."""

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None


@dataclass(frozen=True)
class Quote:
    """Something to remember, set apart from the text."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Table:
    """A table; ``alignments`` are "left", "center", "right" or "" for each column."""

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    alignments: tuple[str, ...]


@dataclass(frozen=True)
class Buttons:
    """A paragraph of things to try, and nothing else."""

    links: tuple[Link, ...]


@dataclass(frozen=True)
class Figure:
    """A live picture with its caption."""

    source: FigureSource
    caption: tuple[Inline, ...]


@dataclass(frozen=True)
class GoalsHere:
    """The goals of the page stand here."""


@dataclass(frozen=True)
class PredictHere:
    """A question of the page stands here."""

    id: str


@dataclass(frozen=True)
class BookHere:
    """A result of the book stands here, beside the user's own; ``key`` is that of its row."""

    key: str


Block = Heading | Paragraph | Display | Points | Quote | Table | Buttons | Figure | GoalsHere | PredictHere | BookHere


def plain(parts: tuple[Inline, ...]) -> str:
    """Return parts of a line without any manner of writing; formulas stand between dollar signs."""
    texts = []
    for part in parts:
        if isinstance(part, Text):
            texts.append(part.text)
        elif isinstance(part, Formula):
            texts.append(f"${part.latex}$")
        elif isinstance(part, Link):
            texts.append(plain(part.parts))
        else:
            texts.append(" ")
    return "".join(texts)


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield all blocks in the order of reading, also those inside of others."""
    for block in blocks:
        yield block
        if isinstance(block, Points):
            for item in block.items:
                yield from walk(item)
        elif isinstance(block, Quote):
            yield from walk(block.blocks)


def lines(block: Block) -> tuple[tuple[Inline, ...], ...]:
    """Return the texts of a block itself, without those of blocks inside of it."""
    if isinstance(block, Heading | Paragraph):
        return (block.parts,)
    if isinstance(block, Table):
        return (*block.header, *(cell for row in block.rows for cell in row))
    if isinstance(block, Buttons):
        return (block.links,)
    if isinstance(block, Figure):
        return (block.caption,)
    return ()


def parts_of(blocks: tuple[Block, ...]) -> Iterator[Inline]:
    """Yield all parts of all texts, also those inside of links."""

    def visit(parts: tuple[Inline, ...]) -> Iterator[Inline]:
        for part in parts:
            yield part
            if isinstance(part, Link):
                yield from visit(part.parts)

    for block in walk(blocks):
        for line in lines(block):
            yield from visit(line)


def formulas(blocks: tuple[Block, ...]) -> tuple[tuple[str, bool], ...]:
    """Return all formulas in the order of reading, and whether each has a line of its own."""
    found: list[tuple[str, bool]] = []
    for block in walk(blocks):
        if isinstance(block, Display):
            found.append((block.latex, True))
        for line in lines(block):
            holder: tuple[Block, ...] = (Paragraph(line),)
            found += [(part.latex, False) for part in parts_of(holder) if isinstance(part, Formula)]
    return tuple(found)


def links(blocks: tuple[Block, ...]) -> tuple[Link, ...]:
    """Return all links in the order of reading."""
    return tuple(part for part in parts_of(blocks) if isinstance(part, Link))
