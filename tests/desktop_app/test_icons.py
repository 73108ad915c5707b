from __future__ import annotations

from importlib.resources import files
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from desktop_app.icons import icon
from desktop_app.theme import DARK, LIGHT, themes

NAMES = sorted(file.name.removesuffix(".svg") for file in (files("resources") / "icons").iterdir() if file.is_file())


@pytest.fixture(autouse=True)
def _light_afterwards(qapp):
    themes.choose("light")
    yield
    themes.choose("light")


def colours_of(picture):
    image = picture.toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return [image.pixelColor(x, y) for x, y in points if image.pixelColor(x, y).alpha() == 255]


@pytest.mark.parametrize("name", NAMES)
def test_icons_are_drawings_in_the_text_colour(name):
    source = (files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    assert ElementTree.fromstring(source).get("viewBox") == "0 0 24 24"
    drawn = colours_of(icon(name).pixmap(QSize(48, 48)))
    assert drawn
    assert {c.name() for c in drawn} == {LIGHT.text}


def test_icons_follow_a_switch_of_the_theme():
    train = icon("train")
    themes.choose("dark")
    assert {c.name() for c in colours_of(train.pixmap(QSize(48, 48)))} == {DARK.text}


def test_icons_on_filled_buttons_have_the_colour_of_their_text():
    drawn = colours_of(icon("train", on_accent=True).pixmap(QSize(48, 48)))
    assert {c.name() for c in drawn} == {LIGHT.accent_text}


def test_disabled_icons_fade():
    image = icon("stop").pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage()
    centre = image.pixelColor(24, 24)
    assert 0 < centre.alpha() < 255
    assert QColor(centre.rgb()) != QColor(LIGHT.text)


def test_an_icon_that_does_not_exist_is_noticed_at_once():
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
