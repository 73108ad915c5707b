"""Pages as documents: what is emphasised, and where lines break."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from core.lessons.blocks import Formula, Paragraph, Text
from desktop_app.lessons.page_document import PageDocument
from desktop_app.lessons.page_style import PageStyle


@pytest.fixture
def document(qapp, light_theme):
    return PageDocument(PageStyle(1.0), "zh_CN", set())


def font_at(document: PageDocument, text: str) -> QFont:
    return document.find(text).charFormat().font()


def test_chinese_words_are_emphasised_by_weight_and_latin_ones_by_slant(document):
    document.write(Paragraph((Text("这"), Text("就是", emphasis=True), Text("直线"), Text("a line…", emphasis=True))))
    assert font_at(document, "就是").weight() == QFont.Weight.DemiBold
    assert not font_at(document, "就是").italic()
    assert font_at(document, "a line…").italic()
    assert font_at(document, "a line…").weight() == QFont.Weight.Normal
    assert font_at(document, "直线").weight() == QFont.Weight.Normal


@pytest.mark.parametrize("sign", ["：", "，", ","])
def test_no_line_begins_with_a_sign_behind_a_formula(document, sign):
    document.write(Paragraph((Text("计算的是"), Formula("XW + b"), Text(f"{sign}数是同样的数。"))))
    layout, text = document.firstBlock().layout(), document.firstBlock().text()
    widths = []
    for width in range(60, 400, 12):
        document.setTextWidth(width)
        starts = [text[layout.lineAt(i).textStart()] for i in range(layout.lineCount())]
        assert sign not in starts
        widths.append(document.idealWidth())
    assert text.count("数是同样的数") == 1
    alone = PageDocument(PageStyle(1.0), "zh_CN", set())
    alone.write(Paragraph((Text("计算的是"), Formula("XW + b"), Text("数是同样的数。"))))
    room = QFontMetricsF(PageStyle(1.0).font).horizontalAdvance(sign)
    assert max(widths) - alone.idealWidth() == pytest.approx(room, abs=1), "the sign is drawn with the formula"
