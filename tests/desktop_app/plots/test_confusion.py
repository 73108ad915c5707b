from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QSizeF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.events import RunEnded, RunStarted
from core.experiment import Experiment
from core.history import History
from core.presets import load_preset
from desktop_app.plots.confusion import ConfusionView
from desktop_app.plots.matrix_layout import matrix_layout
from desktop_app.plots.matrix_picture import cell_colour, text_colour
from desktop_app.plots.plot_style import plot_font
from desktop_app.theme import ThemeChoice, themes
from tests.core.outcomes import epoch_done
from tests.desktop_app.plots.runs import send_mouse

XOR = load_preset("xor")
COUNTS = np.array([[966, 34], [10, 490]])


def history(counts: np.ndarray | None = COUNTS, experiment: Experiment = XOR, validation: int = 1500) -> History:
    """Return a run after its third epoch."""
    made = History()
    made.add(RunStarted(1, experiment, 60, validation, 10, 4, 7))
    made.add(replace(epoch_done(3), confusion=counts))
    return made


@pytest.fixture
def view(qtbot: QtBot, light_theme: None) -> ConfusionView:
    found = ConfusionView()
    qtbot.addWidget(found)
    found.resize(950, 600)
    with qtbot.waitExposed(found):
        found.show()
    return found


def hover(view: ConfusionView, place: QPoint) -> str:
    send_mouse(view.picture.viewport(), QEvent.Type.MouseMove, place)
    return view.card.label.text() if view.card.isVisible() else ""


def texts_of(view: ConfusionView, tmp_path: Path) -> set[str]:
    """Return the texts of the picture, as an exported SVG has them."""
    path = tmp_path / "picture.svg"
    view.export_button._choose = lambda *_: str(path)
    view.export_button.menu().actions()[1].trigger()
    tree = ElementTree.parse(path)
    return {(element.text or "").strip() for element in tree.iter("{http://www.w3.org/2000/svg}text")}


def test_the_matrix_of_the_last_epoch_is_shown(view: ConfusionView, tmp_path: Path) -> None:
    view.show_history(history())
    assert view.what.text() == "Validation part, after epoch 3: 44 of 1,500 wrong (2.9 %)"
    texts = texts_of(view, tmp_path)
    assert {"966", "34", "10", "490", "A", "B", "96.6 %", "98.0 %", "99.0", "93.5"} <= texts
    assert {"true class", "predicted class", "recall", "precision (%)", "100 %"} <= texts
    QTest.mouseClick(view.shares_button, Qt.MouseButton.LeftButton)
    assert {"96.6", "3.4", "2.0", "98.0"} <= texts_of(view, tmp_path)


def test_it_follows_each_epoch_and_the_end(view: ConfusionView) -> None:
    run = history()
    view.show_history(run)
    run.add(replace(epoch_done(4), confusion=COUNTS + 1))
    view.show_history(run)
    assert view.what.text().startswith("Validation part, after epoch 4: 46 of 1,504 wrong")
    run.add(RunEnded(1, 16, "finished", "", confusion=COUNTS, best_epoch=3))
    view.show_history(run)
    assert view.what.text() == "Validation part, at the end (epoch 3): 44 of 1,500 wrong (2.9 %)"


def test_hidden_it_waits_until_it_is_shown(view: ConfusionView) -> None:
    view.hide()
    view.show_history(history())
    assert view.what.text() == ""
    view.show()
    assert view.picture.isVisible()


def test_the_mouse_tells_what_a_cell_means(view: ConfusionView) -> None:
    view.show_history(history())
    picture = view.picture
    assert hover(view, picture.middle_of((0, 1))) == "A taken for B: 34 of 1000 (3.4 %)"
    assert picture.accessibleDescription() == "A taken for B: 34 of 1000 (3.4 %)"
    assert hover(view, picture.middle_of((1, 1))) == "B recognised: 490 of 500 (98.0 %)"
    assert hover(view, picture.middle_of((0, 2))) == "recall of A: 96.6 % of it is recognised"
    assert hover(view, picture.middle_of((2, 1))) == "precision of B: 93.5 % of what was taken for it is right"
    assert hover(view, QPoint(2, 2)) == ""
    hover(view, picture.middle_of((0, 1)))
    QApplication.sendEvent(picture, QEvent(QEvent.Type.Leave))
    assert not view.card.isVisible()


def test_the_arrow_keys_go_from_cell_to_cell(view: ConfusionView) -> None:
    view.show_history(history())
    view.picture.setFocus()
    said = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(view.picture, key)
        said.append(view.card.label.text().partition(":")[0])
    there, wrong = "A recognised", "A taken for B"
    assert said == [there, wrong, wrong, "B recognised", "B taken for A", there]
    QTest.keyClick(view.picture, Qt.Key.Key_Escape)
    assert not view.card.isVisible()


def test_other_numbers_of_classes_forget_the_cell(view: ConfusionView) -> None:
    digits = Experiment()
    view.show_history(history(np.eye(10, dtype=np.int64), digits))
    view.picture.choose((9, 9))
    view.show_history(history())
    assert view.picture.cell is None
    assert not view.card.isVisible()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: None, "Press Train to see"),
        (lambda: History(), "Press Train to see"),
        (lambda: history(None, load_preset("plane")), "This run predicts numbers."),
        (lambda: history(None, validation=0), "This run has no validation part"),
        (lambda: history(None), "Mistakes are counted at the end of each epoch."),
    ],
)
def test_without_a_matrix_a_sentence_says_why(
    view: ConfusionView, make: Callable[[], History | None], sentence: str
) -> None:
    view.show_history(history())
    made = make()
    view.show_history(made if made is not None else History())
    assert view.empty.isVisible()
    assert view.empty.text.text().startswith(sentence)
    assert not view.export_button.isEnabled()
    assert not view.counts_button.isEnabled()
    assert view.what.text() == ""


def test_nothing_can_be_exported_before_the_first_run(view: ConfusionView) -> None:
    assert "Press Train" in view.empty.text.text()
    assert not view.export_button.isEnabled()
    assert not view.counts_button.isEnabled()


def test_classes_without_samples_or_answers(view: ConfusionView, tmp_path: Path) -> None:
    view.show_history(history(np.array([[0, 0], [5, 0]])))
    assert hover(view, view.picture.middle_of((0, 1))) == "A taken for B: 0 of 0"
    assert hover(view, view.picture.middle_of((0, 2))) == "recall of A: – of it is recognised"
    assert {"–", "0.0 %"} <= texts_of(view, tmp_path)


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_numbers_can_be_read_on_every_colour(light_theme: None, choice: ThemeChoice) -> None:
    themes.choose(choice)

    def luminance(name: QColor) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in name.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    grounds = [cell_colour(share) for share in np.linspace(0, 1, 101) ** 2]
    lights = [luminance(ground) for ground in grounds]
    assert lights == sorted(lights, reverse=choice == "light"), "light and dark alone tell the order"
    for light, ground in zip(lights, grounds, strict=True):
        text = luminance(text_colour(ground))
        assert (max(text, light) + 0.05) / (min(text, light) + 0.05) >= 4.5


def test_cells_have_the_colour_of_their_share(view: ConfusionView) -> None:
    view.show_history(history())
    image = view.picture.grab().toImage()
    for cell, share in (((0, 0), 0.966), ((0, 1), 0.034), ((1, 0), 0.02)):
        corner = view.picture.layout_of_parts.cell(*cell).topLeft().toPoint() + QPoint(6, 6)  # type: ignore[union-attr]
        assert image.pixelColor(corner).name() == cell_colour(share).name()


@pytest.mark.parametrize("size", [(300, 200), (620, 560), (950, 600), (1590, 940)])
@pytest.mark.parametrize("number", [2, 10, 60])
def test_parts_lie_side_by_side(qapp: QApplication, size: tuple[int, int], number: int) -> None:
    names = ["ankle boot", "t", "a rather long name of a class that never ends"] * 20
    places = matrix_layout(QSizeF(*size), names[:number], plot_font())
    parts = [places.matrix, places.recall, places.precision, places.left_names, places.bottom_names, places.bar]
    for i, first in enumerate(parts):
        assert first.left() >= 0
        assert not any(first.intersects(other) for other in parts[i + 1 :])
    for cell in ((0, 0), (number - 1, 0), (number // 2, number - 1), (0, number), (number, 0)):
        assert places.cell_at(places.cell(*cell).center()) == cell
    if size[0] >= 600:
        assert places.bar.right() < size[0]
        assert places.bottom_names.bottom() < size[1]


def test_export(view: ConfusionView, tmp_path: Path, qtbot: QtBot) -> None:
    asked: list[str] = []

    def choose(parent: object, title: str, suggestion: str, filters: str) -> str:
        asked.append(Path(suggestion).name)
        return str(tmp_path / asked[-1])

    view.export_button._choose = choose
    view.show_history(history())
    for action in view.export_button.menu().actions():
        with qtbot.waitSignal(view.saved):
            action.trigger()
    assert asked == ["xor-mistakes.png", "xor-mistakes.svg", "xor-mistakes.csv"]
    assert QImage(str(tmp_path / asked[0])).width() == view.picture.viewport().width() * 2
    with (tmp_path / asked[2]).open(newline="") as file:
        assert list(csv.reader(file))[1] == ["A", "966", "34"]
