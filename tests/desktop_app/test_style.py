"""What the style sheet leaves to code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.panels.inputs import tool_button
from desktop_app.style import scaled, set_property
from desktop_app.theme import theme, themes


@pytest.fixture
def _light(qapp: QApplication) -> Iterator[None]:
    style, palette, choice = qapp.styleSheet(), qapp.palette(), themes.choice
    themes.choose("light")
    yield
    themes.choose(choice)
    qapp.setStyleSheet(style)
    qapp.setPalette(palette)


def edge(widget: QWidget) -> str:
    """Return the colour of the frame."""
    return widget.grab().toImage().pixelColor(widget.width() // 2, 0).name()


@pytest.mark.usefixtures("_light")
def test_a_property_changes_the_look_at_once(qtbot: QtBot) -> None:
    box = QLineEdit()
    qtbot.addWidget(box)
    box.show()
    box.clearFocus()
    assert edge(box) == theme().border
    set_property(box, "invalid", True)
    assert edge(box) == theme().danger
    set_property(box, "invalid", False)
    assert edge(box) == theme().border


@pytest.mark.usefixtures("_light")
def test_a_tool_button_has_a_ring_while_it_has_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    button: QToolButton = tool_button("link", "Follow")
    button.setParent(window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button.clearFocus()
    assert edge(button) != theme().accent
    button.setFocus()
    assert edge(button) == theme().accent


def test_fonts_in_points_and_in_pixels_are_scaled() -> None:
    points, pixels = QFont(), QFont()
    points.setPointSizeF(10.0)
    pixels.setPixelSize(20)
    assert scaled(points, 0.9).pointSizeF() == pytest.approx(9.0)
    assert scaled(pixels, 0.9).pixelSize() == 18
    assert points.pointSizeF() == 10.0
