from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.point_marks import CLASS_SYMBOLS, PointStyle
from desktop_app.symbols import SYMBOLS
from desktop_app.theme import theme, themes

SIDE = 41


def drawn(style: PointStyle) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor(theme().plot_background))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(SIDE / 2, SIDE / 2)
    style.draw(painter)
    painter.end()
    return image


def colour_at(image: QImage, right: int, down: int = 0) -> str:
    return image.pixelColor(SIDE // 2 + right, SIDE // 2 + down).name()


@pytest.fixture(params=["light", "dark"])
def appearance(qapp: object, request: pytest.FixtureRequest) -> Iterator[str]:
    themes.choose(request.param)
    yield request.param
    themes.choose("light")


def test_no_two_classes_share_colour_or_symbol(appearance: str) -> None:
    colours = [PointStyle(label=k).colour.name() for k in range(10)]
    assert len(set(colours)) == len(set(CLASS_SYMBOLS)) == 10
    assert set(CLASS_SYMBOLS) <= set(SYMBOLS)
    assert PointStyle(label=10).colour == PointStyle(label=0).colour


def test_parts_are_filled_hollow_and_hollow_with_a_dot(appearance: str) -> None:
    ground, colour = QColor(theme().plot_background).name(), PointStyle(label=1).colour.name()
    train, validation, test = (drawn(PointStyle(1, None, part, 30)) for part in ("train", "validation", "test"))
    for image, middle, beside in ((train, colour, colour), (validation, ground, ground), (test, colour, ground)):
        assert colour_at(image, 0) == middle
        assert colour_at(image, 9) == beside
    assert colour_at(train, 19) == ground


def test_targets_go_from_orange_to_blue(appearance: str) -> None:
    assert PointStyle(share=-1.0).colour == QColor(theme().validation)
    assert PointStyle(share=1.0).colour == QColor(theme().train)
    assert PointStyle(share=0.0).colour == QColor(theme().border)
    blue = [PointStyle(share=share).colour for share in (0.0, 0.25, 0.5, 0.75, 1.0)]
    away = [abs(c.red() - blue[-1].red()) + abs(c.green() - blue[-1].green()) for c in blue]
    assert away == sorted(away, reverse=True)
    assert PointStyle().colour == QColor(theme().muted)


def test_a_legend_shows_the_mark_itself(appearance: str) -> None:
    style = PointStyle(label=3, size=30)
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor(theme().plot_background))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(SIDE / 2, SIDE / 2)
    style.draw_sample(painter)
    painter.end()
    assert image == drawn(style)
    assert style.sample_width > style.size
