from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from core.errors import GluonLabError
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.export import ExportButton, choose_file, png_of_widget, png_picture, svg_of_widget, svg_picture
from desktop_app.plots.plot_style import LegendEntry, LineStyle
from desktop_app.theme import DARK, LIGHT, themes

SVG = "{http://www.w3.org/2000/svg}"


pytestmark = pytest.mark.usefixtures("light_theme")


class FakeChooser:
    """Answers as a user would who picks ``answer``, and remembers what was asked."""

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.asked: list[tuple[str, str, str]] = []

    def __call__(self, parent: QWidget, title: str, suggestion: str, file_filter: str) -> str:
        self.asked.append((title, suggestion, file_filter))
        return self.answer


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    widget = Canvas()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    style = LineStyle("train", width=3, symbol="circle")
    widget.add_legend(0).set_entries([LegendEntry("a <curve> & more", style)])
    plot = widget.add_plot(1)
    plot.name_axes("loss", "epoch")
    plot.set_range((0, 10), (0, 10))
    plot.add_line(style).set_points(np.array([1.0, 5.0, 9.0]), np.array([5.0, 5.0, 5.0]))
    widget.show()
    for _ in range(2):
        QApplication.processEvents()
        widget.grab()
    return widget


def pixel_names(image: QImage) -> set[str]:
    pixels = np.frombuffer(image.convertToFormat(QImage.Format.Format_RGB32).constBits(), dtype=np.uint32)
    return {QColor(int(pixel)).name() for pixel in np.unique(pixels)}


def heading(canvas: Canvas) -> int:
    """Return the pixels that the title takes above a plot of 400x300."""
    font = QFont(canvas.font())
    font.setBold(True)
    return 2 * QFontMetrics(font).height()


def test_the_title_stands_above_the_plot(canvas: Canvas) -> None:
    image = QImage.fromData(png_picture(canvas, "Curves of a run", 1.0))
    ink = QColor(LIGHT.text).rgb()
    dark = [(x, y) for y in range(heading(canvas)) for x in range(400) if image.pixel(x, y) == ink]
    assert dark
    across = [x for x, _ in dark]
    assert 120 < min(across) < 200 < max(across) < 280


def test_the_title_stands_above_a_widget_too(qtbot: QtBot, canvas: Canvas) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(canvas.size())
    canvas.setParent(page)
    height = 2 * QFontMetrics(page.font()).height()
    without = QImage.fromData(png_of_widget(page, ""))
    image = QImage.fromData(png_of_widget(page, "Two plots"))
    assert image.size() == 2 * (page.size() + QSize(0, height))
    heading = QRect(0, 0, image.width(), 2 * height)
    assert len(pixel_names(without.copy(heading))) == 1
    assert len(pixel_names(image.copy(heading))) > 1
    below = heading.translated(0, heading.height())
    assert image.copy(below) == without.copy(below)
    root = ElementTree.fromstring(svg_of_widget(page, "Two plots"))
    assert "Two plots" in {text.text for text in root.iter(f"{SVG}text")}
    canvas.setParent(None)


def test_png_has_twice_the_pixels_and_the_colours_of_the_theme(canvas: Canvas) -> None:
    for choice, colours in (("light", LIGHT), ("dark", DARK)):
        themes.choose(choice)  # type: ignore[arg-type]
        image = QImage.fromData(png_picture(canvas, ""))
        assert (image.width(), image.height()) == (800, 600 + 2 * heading(canvas))
        names = pixel_names(image)
        assert {colours.train, colours.plot_background} <= names
        assert QColor(image.pixel(1, 1)).name() == colours.plot_background


def test_lines_of_the_png_are_twice_as_thick(canvas: Canvas) -> None:
    screen, image = canvas.grab().toImage(), QImage.fromData(png_picture(canvas, "Curves"))

    def thickness(picture: QImage, x: int) -> int:
        return sum(QColor(picture.pixel(x, y)).name() == LIGHT.train for y in range(picture.height()))

    middle = canvas.plots[0].view.mapViewToScene(QPointF(3, 5)).toPoint()
    assert 1 <= thickness(screen, middle.x()) <= 3
    assert 5 <= thickness(image, 2 * middle.x()) <= 6


def test_svg_is_made_of_paths_and_text(canvas: Canvas) -> None:
    content = svg_picture(canvas, "My <title>")
    tree = ElementTree.fromstring(content)
    assert tree.get("viewBox") == f"0 {-heading(canvas)} 400 {300 + heading(canvas)}"
    assert tree.findtext(f"{SVG}title") == "My <title>"
    texts = {(element.text or "").strip() for element in tree.iter(f"{SVG}text")}
    assert {"My <title>", "a <curve> & more", "loss", "epoch", "0", "10"} <= texts
    assert list(tree.iter(f"{SVG}path"))
    assert not list(tree.iter(f"{SVG}image"))


def test_svg_looks_like_the_screen(canvas: Canvas) -> None:
    image = QImage(400, 300 + heading(canvas), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    QSvgRenderer(svg_picture(canvas, "Curves")).render(painter)
    painter.end()
    screen = canvas.grab().toImage()
    view = canvas.plots[0].view
    for x, y in ((3, 5), (7, 5), (5, 5), (5, 8), (9.6, 9.6)):
        place = view.mapViewToScene(QPointF(x, y)).toPoint()
        below = place + QPoint(0, heading(canvas))
        one, other = QColor(image.pixel(below)).getRgb(), QColor(screen.pixel(place)).getRgb()
        assert one == pytest.approx(other, abs=4)


def test_it_saves_what_it_is_given(qtbot: QtBot, tmp_path: Path) -> None:
    choose = FakeChooser(str(tmp_path / "picture.png"))
    button = ExportButton(lambda: "My run", png=lambda: b"png bytes", csv=lambda: "a,b\n1,ü\n", choose=choose)
    qtbot.addWidget(button)
    png, csv = button.menu().actions()
    with qtbot.waitSignal(button.saved) as signal:
        png.trigger()
    assert signal.args == [f"Saved {tmp_path / 'picture.png'}"]
    assert (tmp_path / "picture.png").read_bytes() == b"png bytes"
    choose.answer = str(tmp_path / "numbers")
    with qtbot.waitSignal(button.saved):
        csv.trigger()
    assert (tmp_path / "numbers.csv").read_text(encoding="utf-8") == "a,b\n1,ü\n"
    title, suggestion, file_filter = choose.asked[1]
    assert title == "Numbers (CSV)"
    assert Path(suggestion) == tmp_path / "my-run.csv"  # the folder of the file before
    assert "*.csv" in file_filter


def test_who_leaves_the_dialog_saves_nothing(qtbot: QtBot) -> None:
    made: list[bytes] = []
    button = ExportButton(lambda: "x", svg=lambda: made.append(b"") or b"", choose=FakeChooser(""))  # type: ignore[func-returns-value]
    qtbot.addWidget(button)
    with qtbot.assertNotEmitted(button.saved), qtbot.assertNotEmitted(button.failed):
        button.menu().actions()[0].trigger()
    assert made == []


def test_a_file_that_cannot_be_written_is_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "no such folder" / "picture.png"
    button = ExportButton(lambda: "x", png=lambda: b"png", choose=FakeChooser(str(target)))
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.failed) as signal, qtbot.assertNotEmitted(button.saved):
        button.menu().actions()[0].trigger()
    assert signal.args[0].startswith(f"{target} was not saved: ")
    assert signal.args[0].endswith(".")
    assert QApplication.overrideCursor() is None


def test_a_picture_that_cannot_be_made_is_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    def fail() -> bytes:
        raise GluonLabError("The picture could not be made.")

    button = ExportButton(lambda: "x", png=fail, choose=FakeChooser(str(tmp_path / "x.png")))
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.failed) as signal:
        button.menu().actions()[0].trigger()
    assert signal.args == ["The picture could not be made."]
    assert list(tmp_path.iterdir()) == []


def test_the_keyboard_opens_the_menu(qtbot: QtBot) -> None:
    button = ExportButton(lambda: "x", png=lambda: b"", choose=FakeChooser(""))
    qtbot.addWidget(button)
    button.show()
    seen: list[bool] = []

    def look() -> None:
        seen.append(button.menu().isVisible())
        button.menu().close()

    QTimer.singleShot(0, look)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert seen == [True]


def test_the_system_dialog_asks(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []

    def answer(*args: object) -> tuple[str, str]:
        asked.append(args)
        return "/somewhere/x.png", "PNG picture (*.png)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert choose_file(parent, "Title", "x.png", "PNG picture (*.png)") == "/somewhere/x.png"
    assert asked == [(parent, "Title", "x.png", "PNG picture (*.png)")]
