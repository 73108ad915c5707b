from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sklearn.datasets import load_iris

from core.drawing import prepared, style_of
from core.experiment import Experiment
from core.presets import load_preset
from desktop_app.plots.own import OwnView
from desktop_app.theme import ThemeChoice, themes
from tests.desktop_app.plots.runs import middle_of, place_of, settle
from tests.desktop_app.plots.sample_data import grabbed
from tests.desktop_app.plots.test_mistakes import subject_of

IRIS, DIGITS, SPIRAL, POLYNOMIAL, DIABETES = (
    load_preset(name) for name in ("iris", "digits-mlp", "spiral", "polynomial", "diabetes")
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot, light_theme: None) -> OwnView:
    found = OwnView()
    qtbot.addWidget(found)
    found.resize(940, 560)
    with qtbot.waitExposed(found):
        found.show()
    return found


def show(view: OwnView, experiment: Experiment, *, has_network: bool = True) -> None:
    view.show_subject(subject_of(experiment, has_network=has_network))


def stroke(view: OwnView, *places: tuple[float, float]) -> None:
    """Draw with the mouse through places of the drawing, given as shares of its width and height."""
    canvas = view.drawing.canvas
    frame = canvas.frame()
    points = [QPoint(round(frame.x() + x * frame.width()), round(frame.y() + y * frame.height())) for x, y in places]
    QTest.mousePress(canvas, LEFT, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(canvas, point)
    QTest.mouseRelease(canvas, LEFT, pos=points[-1])


def retype(view: OwnView, position: int, text: str) -> None:
    field = view.row.fields[position]
    field.setFocus()
    field.selectAll()  # type: ignore[union-attr]
    QTest.keyClicks(field, text) if text else QTest.keyClick(field, Qt.Key.Key_Delete)


def test_what_the_mouse_draws_is_what_is_asked(view: OwnView, qtbot: QtBot) -> None:
    show(view, DIGITS)
    assert view.inputs() is None
    assert view.answer.text.text().startswith("Draw something")
    with qtbot.waitSignal(view.changed):
        stroke(view, (0.3, 0.2), (0.3, 0.8))
    ink = view.drawing.canvas.ink
    rows, columns = np.flatnonzero(ink.max(axis=1) > 0.5), np.flatnonzero(ink.max(axis=0) > 0.5)
    radius = view.drawing.canvas.brush / 2
    np.testing.assert_allclose([rows[0], rows[-1]], [0.2 * 280 - radius, 0.8 * 280 + radius], atol=4)
    np.testing.assert_allclose([columns[0], columns[-1]], [0.3 * 280 - radius, 0.3 * 280 + radius], atol=4)
    assert ink.max() == 1
    assert ((ink > 0.05) & (ink < 0.95)).any(), "the edge is soft"
    parts = subject_of(DIGITS).parts
    assert parts is not None
    X = view.inputs()
    assert X is not None
    np.testing.assert_array_equal(X, prepared(ink, style_of(parts), parts))
    assert X.shape == (1, 1, 8, 8)
    assert X[0, 0, :, 3:5].max(axis=1).min() > 0.5, "it is centred"
    QTest.mouseClick(view.drawing.fit_box, LEFT, pos=QPoint(8, view.drawing.fit_box.height() // 2))
    unfitted = view.inputs()
    assert unfitted is not None
    assert unfitted[0, 0, 2:6, 2].mean() > unfitted[0, 0, 2:6, 4].mean()
    assert "whole canvas" in view.drawing.note.text()


def test_the_eraser_takes_ink_away_and_clear_all_of_it(view: OwnView) -> None:
    show(view, DIGITS)
    stroke(view, (0.2, 0.5), (0.8, 0.5))
    before = view.drawing.canvas.ink.sum()
    QTest.mouseClick(view.drawing.eraser_button, LEFT)
    stroke(view, (0.5, 0.2), (0.5, 0.8))
    assert 0.6 * before < view.drawing.canvas.ink.sum() < 0.95 * before
    QTest.mouseClick(view.drawing.clear_button, LEFT)
    assert view.drawing.canvas.is_empty
    assert not view.drawing.clear_button.isEnabled()
    assert view.inputs() is None


def test_the_keyboard_draws(view: OwnView) -> None:
    show(view, DIGITS)
    canvas = view.drawing.canvas
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.is_empty
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    for _ in range(6):
        QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.ink[200, 130] == 1
    assert canvas.ink[100, 130] == 0
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert canvas.is_empty


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_canvas_looks_like_the_tiles(view: OwnView, choice: ThemeChoice) -> None:
    themes.choose(choice)
    show(view, DIGITS)
    stroke(view, (0.5, 0.3), (0.5, 0.7))
    canvas = view.drawing.canvas
    pixels = grabbed(canvas)
    centre = canvas.frame().center().toPoint()
    drawn, ground = pixels[centre.y(), centre.x()].mean(), pixels[centre.y(), centre.x() - canvas.width() // 5].mean()
    assert (drawn < ground) == (choice == "light")


def test_a_picture_from_a_file(view: OwnView, tmp_path: Path) -> None:
    show(view, DIGITS)
    picture = np.full((60, 40), 255, np.uint8)
    picture[10:50, 18:24] = 0
    Image.fromarray(picture).save(tmp_path / "one.png")
    view.drawing._choose = lambda *_: str(tmp_path / "one.png")
    QTest.mouseClick(view.drawing.load_button, LEFT)
    X = view.inputs()
    assert X is not None
    assert X[0, 0].max(axis=1).min() > 0.5, "it fills the height as the digits do"


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + bytes(40), b"GIF89a\xff\xff\xff\xff"])
def test_a_broken_file_gets_a_sentence(view: OwnView, tmp_path: Path, qtbot: QtBot, content: bytes) -> None:
    show(view, DIGITS)
    path = tmp_path / "broken.png"
    path.write_bytes(content)
    with qtbot.waitSignal(view.failed) as failed:
        view.drawing.load(path)
    assert failed.args[0].startswith("broken.png")
    assert failed.args[0].endswith("Choose another file.")
    with qtbot.waitSignal(view.failed):
        view.drawing.load(tmp_path / "missing.png")
    assert view.drawing.canvas.is_empty


def test_a_typed_row_is_asked_as_the_training_part_was_scaled(view: OwnView) -> None:
    show(view, IRIS)
    raw = load_iris().data
    train = raw[IRIS.data.positions().train]
    for position, text in enumerate(("5.1", "3,5", "1.4", ".2")):
        retype(view, position, text)
    expected = (np.array([5.1, 3.5, 1.4, 0.2]) - train.mean(axis=0)) / train.std(axis=0)
    X = view.inputs()
    assert X is not None
    np.testing.assert_allclose(X[0], expected, rtol=1e-5)
    assert "standardised" in view.row.note.text()


def test_a_whole_row_can_be_pasted(view: OwnView) -> None:
    show(view, IRIS)
    view.row.row_edit.setFocus()
    QTest.keyClicks(view.row.row_edit, "6;3;5;2")
    QTest.keyClick(view.row.row_edit, Qt.Key.Key_Return)
    assert view.row.texts() == ["6", "3", "5", "2"]
    view.row.row_edit.clear()
    QTest.keyClicks(view.row.row_edit, "6;x;5;2")
    QTest.keyClick(view.row.row_edit, Qt.Key.Key_Return)
    assert "“x” is no number" in view.row.problem_label.text()
    assert view.row.texts() == ["6", "3", "5", "2"], "what cannot be read changes nothing"


def test_a_cell_that_is_no_number_is_marked_and_nothing_is_asked(view: OwnView) -> None:
    show(view, IRIS)
    retype(view, 1, "wide")
    assert view.inputs() is None
    assert "sepal width" in view.row.hints[1].text()
    assert not view.row.problem_label.isVisibleTo(view), "it is said beside the field"
    assert view.row.fields[1].property("invalid") is True
    QTest.mouseClick(view.row.usual_button, LEFT)
    assert view.inputs() is not None
    assert view.row.fields[1].property("invalid") is False


def test_what_is_typed_stays_when_the_network_is_another(view: OwnView) -> None:
    show(view, IRIS)
    retype(view, 0, "7.25")
    show(view, IRIS)
    assert view.row.texts()[0] == "7.25"
    show(view, load_preset("wine"))
    assert len(view.row.fields) == 13


def test_a_click_into_the_plane_is_the_point(view: OwnView) -> None:
    show(view, SPIRAL)
    settle(view)
    point = view.row.point
    QTest.mouseClick(point.viewport(), LEFT, pos=place_of(point, point.plot, 2.0, -3.0))
    x1, x2 = (float(text) for text in view.row.texts())
    assert (x1, x2) == pytest.approx((2, -3), abs=0.1)
    np.testing.assert_allclose([point.own.x[0], point.own.y[0]], [x1, x2])
    X = view.inputs()
    assert X is not None
    np.testing.assert_allclose(X, SPIRAL.data.features(np.array([[x1, x2]])))


def test_over_one_axis_the_answer_is_the_height_of_the_star(view: OwnView) -> None:
    show(view, POLYNOMIAL)
    settle(view)
    point = view.row.point
    QTest.mouseClick(point.viewport(), LEFT, pos=middle_of(point, point.plot))
    (x,) = (float(text) for text in view.row.texts())
    X = view.inputs()
    assert X is not None
    np.testing.assert_allclose(X, [[x, x**2, x**3]], rtol=1e-5)
    assert not len(point.own.x)
    view.show_answer(np.array([12.5], np.float32), 3, has_probabilities=True)
    assert (point.own.x[0], point.own.y[0]) == (x, 12.5)
    assert view.answer.headline.text() == "ŷ = 12.50"


def test_probabilities_stand_beside_the_input(view: OwnView) -> None:
    show(view, IRIS)
    view.show_answer(np.array([0.1, 0.7, 0.2], np.float32), 12, has_probabilities=True)
    assert view.answer.headline.text() == "versicolor · 70.0 %"
    assert view.answer.text.text() == "after step 12"
    assert view.answer.bars.accessibleName() == "setosa 10.0 %, versicolor 70.0 %, virginica 20.0 %"
    view.grab()
    view.show_answer(np.array([0, 1, 0], np.float32), 0, has_probabilities=False)
    assert view.answer.headline.text() == "versicolor"
    view.show_answer(np.array([np.nan, 1, 0], np.float32), 5, has_probabilities=True)
    assert "no number any more" in view.answer.text.text()


def test_numbers_are_told_in_the_units_of_the_table(view: OwnView) -> None:
    show(view, DIABETES)
    subject = subject_of(DIABETES)
    assert subject.parts is not None
    assert subject.parts.form is not None
    view.show_answer(np.array([1.0], np.float32), 5, has_probabilities=True)
    expected = subject.parts.form.target_mean + subject.parts.form.target_deviation
    assert view.answer.headline.text() == f"ŷ = {expected:.1f}"
    assert view.answer.text.text() == "standardised 1.000, after step 5"


def test_without_a_network_there_is_nothing_to_ask(view: OwnView) -> None:
    assert view.message.isVisible()
    show(view, IRIS, has_network=False)
    assert view.inputs() is None
    assert view.answer.text.text().startswith("Press Train")


def test_a_stroke_outside_of_the_drawing_changes_nothing(view: OwnView) -> None:
    show(view, DIGITS)
    view.drawing.canvas.draw_line(QPointF(-500, -500), QPointF(-400, -450))
    assert view.drawing.canvas.is_empty
