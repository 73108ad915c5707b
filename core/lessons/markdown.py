"""The body of a lesson: Markdown into blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode

from core.lessons.blocks import (
    Block,
    BookHere,
    Break,
    Buttons,
    Display,
    Figure,
    Formula,
    GoalsHere,
    Heading,
    Inline,
    Link,
    Paragraph,
    Points,
    PredictHere,
    Quote,
    Table,
    Text,
    plain,
    walk,
)
from core.lessons.conditions import LessonError
from core.lessons.links import Try, parse_figure, parse_target

_PLACE = re.compile(r"\[\[(goals|predict:[a-z0-9-]+|book:[a-z0-9.-]+)\]\]")
_ANCHOR = re.compile(r"\s*\{#([a-z0-9-]+)\}\s*$")
_DOLLAR = "$"


def parse_body(text: str) -> tuple[Block, ...]:
    """Return the blocks of a body.

    Raises:
        LessonError: a sentence that says what a lesson cannot hold.
    """
    try:
        tree = SyntaxTreeNode(_parser().parse(text))
        blocks = _blocks(tree.children)
    except RecursionError as error:
        raise LessonError("Lists and quotes stand inside one another too deeply.") from error
    return _with_anchors(blocks)


@cache
def parse_line(text: str) -> tuple[Inline, ...]:
    """Return the parts of a goal, a question or an entry of the glossary: one paragraph of text.

    Raises:
        LessonError: it is more than that.
    """
    blocks = parse_body(text)
    if len(blocks) != 1 or not isinstance(blocks[0], Paragraph):
        raise LessonError(f"“{text}” is to be one paragraph of text.")
    return blocks[0].parts


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["html_block", "html_inline"])
    parser.block.ruler.before("fence", "display", _display_rule, {"alt": ["paragraph", "blockquote", "list"]})
    parser.inline.ruler.before("escape", "formula", _formula_rule)
    # Our links are no addresses of the web: they are read as they stand.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _display_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read ``$$ ... $$`` on one or more lines."""
    first = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].strip()
    if not first.startswith("$$"):
        return False
    content, line = first[2:], start
    while not content.endswith("$$"):
        line += 1
        if line >= end or state.isEmpty(line):
            return False
        content += "\n" + state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()
    if not silent:
        token = state.push("display", "", 0)
        token.content = content[:-2].strip()
        token.map = [start, line + 1]
        state.line = line + 1
    return True


def _formula_rule(state: StateInline, silent: bool) -> bool:
    r"""Read ``$...$``; a dollar sign itself is written ``\$``, also inside of a formula."""
    if state.src[state.pos] != _DOLLAR:
        return False
    end = state.pos + 1
    while end < state.posMax and state.src[end] != _DOLLAR:
        end += 2 if state.src[end] == "\\" else 1
    content = state.src[state.pos + 1 : end]
    if end >= state.posMax or not content.strip():
        return False
    if not silent:
        state.push("formula", "", 0).content = content.strip()
    state.pos = end + 1
    return True


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> tuple[Block, ...]:
    return tuple(_block(node) for node in nodes)


def _block(node: SyntaxTreeNode) -> Block:
    if node.type == "paragraph":
        return _paragraph(node)
    if node.type == "heading":
        return _heading(node)
    if node.type == "display":
        return Display(node.content)
    if node.type in ("bullet_list", "ordered_list"):
        start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        return Points(tuple(_blocks(item.children) for item in node.children), start)
    if node.type == "blockquote":
        return Quote(_blocks(node.children))
    if node.type == "table":
        return _table(node)
    what = {"fence": "Code", "code_block": "Indented code", "hr": "A line across the page"}.get(node.type, node.type)
    raise LessonError(f"{what} cannot stand in a lesson.")


def _heading(node: SyntaxTreeNode) -> Heading:
    level = int(node.tag[1:])
    if level not in (2, 3):
        raise LessonError("A heading begins with ## or ###; the title stands in the header.")
    parts = _inlines(node.children[0].children)
    anchor = ""
    if parts and isinstance(parts[-1], Text):
        found = _ANCHOR.search(parts[-1].text)
        if found:
            anchor = found.group(1)
            rest = parts[-1].text[: found.start()]
            parts = (*parts[:-1], Text(rest)) if rest else parts[:-1]
    return Heading(level, anchor, parts)


def _paragraph(node: SyntaxTreeNode) -> Block:
    inline = node.children[0]
    place = _PLACE.fullmatch(inline.content.strip())
    if place:
        kind, _, name = place.group(1).partition(":")
        return GoalsHere() if kind == "goals" else PredictHere(name) if kind == "predict" else BookHere(name)
    children = inline.children
    if len(children) == 1 and children[0].type == "image":
        image = children[0]
        return Figure(parse_figure(str(image.attrs["src"])), _inlines(image.children))
    parts = _inlines(children)
    links = tuple(part for part in parts if isinstance(part, Link) and isinstance(part.target, Try))
    if links and all(part in links or not plain((part,)).strip() for part in parts):
        return Buttons(links)
    return Paragraph(parts)


def _table(node: SyntaxTreeNode) -> Table:
    head, *bodies = node.children
    styles = [str(cell.attrs.get("style", "")) for cell in head.children[0].children]
    rows = [row for body in bodies for row in body.children]
    return Table(
        _cells(head.children[0]),
        tuple(_cells(row) for row in rows),
        tuple(style.partition(":")[2] for style in styles),
    )


def _cells(row: SyntaxTreeNode) -> tuple[tuple[Inline, ...], ...]:
    return tuple(_inlines(cell.children[0].children) if cell.children else () for cell in row.children)


def _inlines(nodes: Sequence[SyntaxTreeNode], *, strong: bool = False, emphasis: bool = False) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for node in nodes:
        if node.type in ("strong", "em"):
            found += _inlines(
                node.children, strong=strong or node.type == "strong", emphasis=emphasis or node.type == "em"
            )
        else:
            found.append(_inline(node, strong, emphasis))
    return _joined(found)


def _inline(node: SyntaxTreeNode, strong: bool, emphasis: bool) -> Inline:
    if node.type == "text":
        return Text(node.content, strong, emphasis)
    if node.type == "softbreak":
        return Text(" ", strong, emphasis)
    if node.type == "hardbreak":
        return Break()
    if node.type == "code_inline":
        return Text(node.content, strong, emphasis, code=True)
    if node.type == "formula":
        return Formula(node.content)
    if node.type == "link":
        parts = _inlines(node.children, strong=strong, emphasis=emphasis)
        return Link(parse_target(str(node.attrs["href"])), parts)
    if node.type == "image":
        raise LessonError("A figure stands in a paragraph of its own.")
    raise LessonError(f"{node.type} cannot stand in a lesson.")


def _joined(parts: list[Inline]) -> tuple[Inline, ...]:
    """Return parts with neighbours of the same manner joined, and no space where Chinese lines were broken."""
    result: list[Inline] = []
    for part in parts:
        last = result[-1] if result else None
        if isinstance(part, Text) and isinstance(last, Text) and _manner(part) == _manner(last):
            result[-1] = Text(last.text + part.text, *_manner(part))
        else:
            result.append(part)
    return tuple(
        Text(_WRAPPED_CHINESE.sub("", part.text), *_manner(part)) if isinstance(part, Text) else part for part in result
    )


_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
_WRAPPED_CHINESE = re.compile(f"(?<=[{_WIDE}]) (?=[{_WIDE}])")


def _manner(text: Text) -> tuple[bool, bool, bool]:
    return text.strong, text.emphasis, text.code


def _with_anchors(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Give headings without an anchor one by their number; headings stand on the page itself, not inside of others."""
    nested = [block for block in walk(blocks) if isinstance(block, Heading) and block not in blocks]
    if nested:
        raise LessonError(f"The heading “{plain(nested[0].parts)}” stands in a list or a quote.")
    result: list[Block] = []
    used: set[str] = set()
    for block in blocks:
        if isinstance(block, Heading):
            anchor = block.anchor or f"section-{len(used) + 1}"
            if anchor in used:
                raise LessonError(f"Two headings have the anchor {anchor}.")
            used.add(anchor)
            result.append(Heading(block.level, anchor, block.parts))
        else:
            result.append(block)
    return tuple(result)
