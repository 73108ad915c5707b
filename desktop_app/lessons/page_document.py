"""Blocks of a lesson written into a text document."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTable,
    QTextTableFormat,
)

from core.lessons.blocks import (
    Block,
    Break,
    Display,
    Formula,
    Heading,
    Inline,
    Link,
    Paragraph,
    Points,
    Table,
    Text,
    plain,
)
from core.lessons.glossary import Found, find_terms
from core.lessons.links import Target
from desktop_app.lessons.formula_object import FORMULA, PLACE_HOLDER, FormulaObject, formula_format
from desktop_app.lessons.page_style import PageStyle

TERM = int(QTextFormat.Property.UserProperty) + 10
"""Property of the characters of a term: the id of its entry in the glossary."""

_SINGLE_HEIGHT = QTextBlockFormat.LineHeightTypes.SingleHeight.value
_PROPORTIONAL_HEIGHT = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_FIXED_HEIGHT = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_MINIMUM_HEIGHT = QTextBlockFormat.LineHeightTypes.MinimumHeight.value
_LINE_HEIGHT = 1.5
ZERO_WIDTH = "\N{ZERO WIDTH SPACE}"
_CLOSING = "，。：；、！？）”,.:;!?)"
"""Signs that no line begins with."""
_CHINESE = re.compile("[\u2e80-\u9fff]")
_ALIGNMENTS = {"right": Qt.AlignmentFlag.AlignRight, "center": Qt.AlignmentFlag.AlignHCenter}


class PageDocument(QTextDocument):
    """A document with blocks of a page.

    Attributes:
        targets: where the links lead; their addresses are positions in this list.
        places: the positions of the characters where headings begin, by their anchors.

    Args:
        style: fonts and colours.
        language: whose glossary is looked for in the text.
        known: ids of the terms that the reader has met since the last heading; changed here.
    """

    def __init__(self, style: PageStyle, language: str, known: set[str]) -> None:
        super().__init__()
        self.targets: list[Target] = []
        self.places: dict[str, int] = {}
        self._style, self._language, self._known = style, language, known
        self.setDocumentMargin(0)
        self.setIndentWidth(1.5 * style.em)
        self.setDefaultFont(style.font)
        self.setUndoRedoEnabled(False)
        self.documentLayout().registerHandler(FORMULA, FormulaObject(self))
        self._cursor = QTextCursor(self)
        self._fresh = True

    def write(self, block: Block) -> None:
        """Add a block at the end; only text, formulas, lists and tables can stand in a document."""
        writers: dict[type, Callable[[Any], None]] = {
            Heading: self._write_heading,
            Paragraph: self._write_paragraph,
            Display: self._write_display,
            Points: self._write_points,
            Table: self._write_table,
        }
        writers[type(block)](block)

    def write_line(self, parts: tuple[Inline, ...], font: QFont | None = None, colour: str = "text") -> None:
        """Add one paragraph without a distance after it."""
        self._begin(QTextBlockFormat())
        self._write_parts(parts, self._format(font, colour))

    def tighten(self) -> None:
        """Take away the distances before the first and after the last block: what stands around has its own."""
        for block, top in ((self.firstBlock(), True), (self.lastBlock(), False)):
            form = block.blockFormat()
            form.setTopMargin(0) if top else form.setBottomMargin(0)
            QTextCursor(block).setBlockFormat(form)

    def _format(self, font: QFont | None = None, colour: str = "text") -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(font or self._style.font)
        form.setForeground(self._style.colour(colour))
        return form

    def _begin(self, form: QTextBlockFormat) -> None:
        """Begin a block of text; the first one of a document is there already."""
        if form.lineHeightType() == _SINGLE_HEIGHT:
            minimum = _MINIMUM_HEIGHT
            form.setLineHeight(_LINE_HEIGHT * self._style.em, minimum)
        if self._fresh:
            self._cursor.setBlockFormat(form)
            self._fresh = False
        else:
            self._cursor.insertBlock(form, QTextCharFormat())

    def _write_heading(self, heading: Heading) -> None:
        self._known.clear()
        form = QTextBlockFormat()
        em = self._style.em
        form.setTopMargin((1.5 if heading.level == 2 else 1.1) * em)
        form.setBottomMargin(0.45 * em)
        form.setHeadingLevel(heading.level)
        self._begin(form)
        self.places[heading.anchor] = self._cursor.position()
        self._write_parts(heading.parts, self._format(self._style.heading_font(heading.level)), terms=False)

    def _write_paragraph(self, paragraph: Paragraph) -> None:
        form = QTextBlockFormat()
        form.setBottomMargin(0.75 * self._style.em)
        self._begin(form)
        self._write_parts(paragraph.parts, self._format())

    def _write_display(self, display: Display) -> None:
        form = QTextBlockFormat()
        form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        # Lines of text keep their own distance above themselves, which makes up for what is missing here below.
        form.setTopMargin(0.9 * self._style.em)
        form.setBottomMargin(0.8 * self._style.em)
        form.setLineHeight(100, _PROPORTIONAL_HEIGHT)
        self._begin(form)
        self._cursor.insertText(PLACE_HOLDER, formula_format(display.latex, self._format(), display=True))

    def _write_points(self, points: Points, level: int = 1) -> None:
        form = QTextListFormat()
        form.setStyle(QTextListFormat.Style.ListDisc if points.start is None else QTextListFormat.Style.ListDecimal)
        form.setIndent(level)
        if points.start is not None:
            form.setStart(points.start)
        made = None
        for item in points.items:
            for i, block in enumerate(item):
                if isinstance(block, Points):
                    self._write_points(block, level + 1)
                    continue
                self.write(block)
                if i == 0:
                    if made is None:
                        made = self._cursor.createList(form)
                    else:
                        made.add(self._cursor.block())
                self._space_point(level, first=i == 0)

    def _space_point(self, level: int, *, first: bool) -> None:
        form = self._cursor.blockFormat()
        form.setBottomMargin(0.4 * self._style.em)
        if not first:
            form.setIndent(level)
        self._cursor.setBlockFormat(form)

    def _write_table(self, table: Table) -> None:
        form = QTextTableFormat()
        em = self._style.em
        form.setCellPadding(0.36 * em)
        form.setCellSpacing(0)
        form.setBorder(0)
        form.setBorderCollapse(True)
        form.setHeaderRowCount(1)
        form.setTopMargin(0.3 * em)
        form.setBottomMargin(1.0 * em)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        if self._fresh:
            self._fresh = False
        grid = self._cursor.insertTable(1 + len(table.rows), len(table.header), form)
        for row, cells in enumerate((table.header, *table.rows)):
            for column, parts in enumerate(cells):
                self._write_cell(grid, row, column, parts, table.alignments[column])
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        # The empty block that Qt puts behind a table is as low as it can be.
        end = QTextBlockFormat()
        end.setLineHeight(1, _FIXED_HEIGHT)
        self._cursor.setBlockFormat(end)

    def _write_cell(self, grid: QTextTable, row: int, column: int, parts: tuple[Inline, ...], alignment: str) -> None:
        cell = grid.cellAt(row, column)
        form = cell.format().toTableCellFormat()
        form.setBottomBorder(1.0 if row else 1.5)
        form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBottomBorderBrush(self._style.colour("border" if row else "muted"))
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        cell.setFormat(form)
        cursor = cell.firstCursorPosition()
        block = QTextBlockFormat()
        block.setAlignment(_ALIGNMENTS.get(alignment, Qt.AlignmentFlag.AlignLeft))
        cursor.setBlockFormat(block)
        font = QFont(self._style.font)
        if row == 0:
            font.setWeight(QFont.Weight.DemiBold)
        outer, self._cursor = self._cursor, cursor
        self._write_parts(parts, self._format(font))
        self._cursor = outer

    def _write_parts(self, parts: tuple[Inline, ...], base: QTextCharFormat, *, terms: bool = True) -> None:
        # In the whole line: what stands around a word may give it another meaning.
        written = [part.text if isinstance(part, Text) else plain((part,)) for part in parts]
        found = list(find_terms("".join(written), self._language)) if terms else []
        start, tail = 0, ""
        for i, (part, text) in enumerate(zip(parts, written, strict=True)):
            if isinstance(part, Text):
                begin = start + len(tail)
                rest, tail = replace(part, text=text.removeprefix(tail)), ""
                self._write_text(rest, base, [hit for hit in found if begin <= hit.start], begin)
            elif isinstance(part, Formula):
                if self._cursor.atBlockStart():
                    # A line that holds nothing but a formula would not be as high as one of text.
                    self._cursor.insertText(ZERO_WIDTH, base)
                following = written[i + 1][:1] if i + 1 < len(parts) and isinstance(parts[i + 1], Text) else ""
                tail = following if following in _CLOSING else ""
                self._cursor.insertText(PLACE_HOLDER, formula_format(part.latex, base, display=False, tail=tail))
            elif isinstance(part, Link):
                self._write_link(part, base)
            elif isinstance(part, Break):
                self._cursor.insertText("\N{LINE SEPARATOR}", base)
            start += len(text)

    def _write_link(self, link: Link, base: QTextCharFormat) -> None:
        form = QTextCharFormat(base)
        form.setForeground(self._style.colour("accent"))
        form.setAnchor(True)
        form.setAnchorHref(str(len(self.targets)))
        self.targets.append(link.target)
        self._write_parts(link.parts, form, terms=False)

    def _write_text(self, text: Text, base: QTextCharFormat, found: Sequence[Found], start: int) -> None:
        """Write a part of a line that begins at ``start``; of the terms that were found, mark those that are in it."""
        form = QTextCharFormat(base)
        if text.code:
            form.setFont(self._style.code_font)
            found = ()
        if text.strong:
            form.setFontWeight(int(QFont.Weight.DemiBold))
        if text.emphasis and _CHINESE.search(text.text):
            # There are no slanted Chinese characters.
            form.setFontWeight(int(QFont.Weight.DemiBold))
        elif text.emphasis:
            form.setFontItalic(True)
        done = 0
        for hit in found:
            begin, end = hit.start - start, hit.end - start
            if end <= len(text.text) and hit.term.id not in self._known:
                self._known.add(hit.term.id)
                self._cursor.insertText(text.text[done:begin], form)
                self._cursor.insertText(text.text[begin:end], self._term_format(form, hit.term.id))
                done = end
        self._cursor.insertText(text.text[done:], form)

    def _term_format(self, base: QTextCharFormat, term: str) -> QTextCharFormat:
        form = QTextCharFormat(base)
        form.setProperty(TERM, term)
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        form.setUnderlineColor(self._style.colour("muted"))
        return form
