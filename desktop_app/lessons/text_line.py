"""One line of a lesson in a box of its own: a goal, a question, an answer, a caption."""

from __future__ import annotations

from PySide6.QtGui import QFont

from core.lessons.blocks import Inline
from core.lessons.glossary import glossary
from core.lessons.markdown import parse_line
from desktop_app.lessons.page_document import PageDocument
from desktop_app.lessons.page_style import PageStyle
from desktop_app.lessons.text_block import TextBlock


def text_line(
    text: str | tuple[Inline, ...],
    style: PageStyle,
    language: str,
    *,
    font: QFont | None = None,
    colour: str = "text",
) -> TextBlock:
    """Return a widget that shows one paragraph, in which no terms of the glossary are looked for.

    Args:
        text: in Markdown, or its parts.
        style: fonts and colours.
        language: of the text.
        font: another one than that of the text.
        colour: its name in the theme.
    """
    document = PageDocument(style, language, set(glossary(language)))
    document.write_line(parse_line(text) if isinstance(text, str) else text, font, colour)
    return TextBlock(document)
