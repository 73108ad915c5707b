"""Python in the colours of the theme: Pygments finds the words, Qt paints them."""

from __future__ import annotations

from collections.abc import Iterator

from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Keyword, Literal, Name, Number, Operator, String, _TokenType
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from desktop_app.theme import theme, themes

SYNTAX = {
    "light": {
        "keyword": "#7a2e9d",
        "string": "#0c5f33",
        "number": "#994000",
        "comment": "#4e5a6a",
        "definition": "#0b50a8",
        "builtin": "#0b626d",
    },
    "dark": {
        "keyword": "#d7a3f7",
        "string": "#8fd694",
        "number": "#ffb26b",
        "comment": "#b0bccb",
        "definition": "#84bdff",
        "builtin": "#68d3dd",
    },
}
"""Colours of words by the names of themes; all other words have the colour of text."""

_KINDS: tuple[tuple[_TokenType, str], ...] = (
    (String.Doc, "comment"),
    (Comment, "comment"),
    (String, "string"),
    (Number, "number"),
    (Literal, "number"),
    (Keyword, "keyword"),
    (Operator.Word, "keyword"),
    (Name.Function, "definition"),
    (Name.Class, "definition"),
    (Name.Decorator, "definition"),
    (Name.Builtin, "builtin"),
    (Name.Exception, "builtin"),
)

Span = tuple[int, int, str]
"""Start and length in the units of Qt, which counts in UTF-16, and the kind of word."""


def spans(text: str) -> list[list[Span]]:
    """Return the words of each line of a Python program that have a colour of their own."""
    lines: list[list[Span]] = [[]]
    column = 0
    # Without the lexer's own clean-up: it would cut off empty lines, and no number would fit any more.
    for _, token, value in PythonLexer().get_tokens_unprocessed(text):
        kind = next((name for family, name in _KINDS if token in family), "")
        for part, is_new_line in _pieces(value):
            if is_new_line:
                lines.append([])
                column = 0
            length = len(part.encode("utf-16-le")) // 2
            if kind and length:
                lines[-1].append((column, length, kind))
            column += length
    return lines


def _pieces(value: str) -> Iterator[tuple[str, bool]]:
    for number, part in enumerate(value.split("\n")):
        yield part, number > 0


class Highlighter(QSyntaxHighlighter):
    """Colours the document that it belongs to; :meth:`take` comes before the text is set."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._spans: list[list[Span]] = []
        self._formats: dict[str, QTextCharFormat] = {}
        self._dress()
        themes.changed.connect(self._dress)

    def take(self, text: str) -> None:
        """Find the words of the text that the document is going to have."""
        self._spans = spans(text)

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Colour one line."""
        number = self.currentBlock().blockNumber()
        for start, length, kind in self._spans[number] if number < len(self._spans) else ():
            self.setFormat(start, length, self._formats[kind])

    def _dress(self) -> None:
        for kind, colour in SYNTAX[theme().name].items():
            look = QTextCharFormat()
            look.setForeground(QColor(colour))
            if kind == "comment":
                look.setFontItalic(True)
            if kind == "keyword":
                look.setFontWeight(QFont.Weight.DemiBold)
            self._formats[kind] = look
        self.rehighlight()
