from __future__ import annotations

import re
from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.theme import DARK, LIGHT, theme, themes


@pytest.fixture(autouse=True)
def _light_afterwards(qapp):
    yield
    themes.choose("light")


def luminance(colour):
    """Relative luminance by WCAG 2.1."""
    channels = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first, second):
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_texts_can_be_read(colours):
    grounds = ("window", "panel", "card", "field")
    for text in ("text", "muted", "danger", "warning", "success"):
        for ground in grounds:
            assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5, (text, ground)
    assert contrast(colours.accent_text, colours.accent) >= 4.5
    assert contrast(colours.danger, colours.danger_soft) >= 4.5
    assert contrast(colours.warning, colours.warning_soft) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_curves_stand_out_from_their_ground(colours):
    for colour in (colours.train, colours.validation, *colours.series[:4]):
        assert contrast(colour, colours.plot_background) >= 3


def test_every_colour_is_a_colour():
    for colours in (LIGHT, DARK):
        flat = asdict(colours)
        flat.pop("name")
        for value in (*flat.pop("series"), *flat.values()):
            assert re.fullmatch(r"#[0-9a-f]{6}", value)


@pytest.mark.parametrize(("choice", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_a_choice_reaches_palette_and_widgets(qtbot, choice, colours):
    themes.choose("dark" if choice == "light" else "light")
    with qtbot.waitSignal(themes.changed):
        themes.choose(choice)
    with qtbot.assertNotEmitted(themes.changed):
        themes.choose(choice)
    assert theme() is colours
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(colours.window)
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(20, 20)
    widget.show()
    assert widget.grab().toImage().pixelColor(10, 10) == QColor(colours.window)


def test_the_style_sheet_is_understood_by_qt(qtbot, capfd):
    themes.choose("dark")
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    widget.ensurePolished()
    assert "parse" not in capfd.readouterr().err.lower()
    assert "$" not in QApplication.instance().styleSheet()
