from __future__ import annotations

import csv
import io
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sklearn.metrics import confusion_matrix, recall_score

from core.confusion import Counts
from core.data import Samples
from core.events import RunStarted
from core.experiment import Experiment
from core.history import History
from core.presets import load_preset
from core.probes import Subject
from desktop_app.plots.mistakes import MistakesView
from desktop_app.plots.sample_grid import TileRole
from tests.core.outcomes import epoch_done
from tests.desktop_app.plots.runs import send_mouse, settle
from tests.desktop_app.plots.sample_data import grabbed, predicted

IRIS, DIGITS, DIABETES = (load_preset(name) for name in ("iris", "digits-mlp", "diabetes"))


def subject_of(experiment: Experiment, *, has_network: bool = True) -> Subject:
    return Subject(experiment, experiment.data.load(), has_network)


def guesses(samples: Samples, num_classes: int, seed: int = 0) -> np.ndarray:
    """Return probabilities that are often right."""
    logits = np.random.RandomState(seed).normal(size=(len(samples), num_classes))
    if num_classes > 1:
        logits[np.arange(len(samples)), samples.y] += 1.2
    exponents = np.exp(logits)
    return (exponents / exponents.sum(axis=1, keepdims=True)).astype(np.float32)


def history_of(experiment: Experiment, counts: Counts | None, validation: int = 100) -> History:
    made = History()
    made.add(RunStarted(1, experiment, 60, validation, 10, 4, 7))
    made.add(replace(epoch_done(3), confusion=counts))
    return made


@pytest.fixture
def view(qtbot: QtBot, light_theme: None) -> MistakesView:
    found = MistakesView()
    qtbot.addWidget(found)
    found.resize(950, 600)
    with qtbot.waitExposed(found):
        found.show()
    return found


def show(view: MistakesView, experiment: Experiment, part: str = "validation") -> tuple[Samples, np.ndarray]:
    """Show a network that is often right; return the part and its answers."""
    subject = subject_of(experiment)
    assert subject.parts is not None
    samples: Samples = getattr(subject.parts, part)
    outputs = guesses(samples, subject.parts.facts.num_outputs)
    view.show_subject(subject)
    counts = confusion_matrix(samples.y, outputs.argmax(axis=1), labels=range(outputs.shape[1]))
    view.show_history(history_of(experiment, counts))
    view.show_predictions(predicted(outputs, part))
    return samples, outputs


def click(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def press(view: MistakesView, cell: tuple[int, int]) -> None:
    """Click a cell of the matrix."""
    picture = view.confusion.picture
    place = picture.middle_of(cell)
    for kind in (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        pressed = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        send_mouse(picture.viewport(), kind, place, pressed, pressed)


@pytest.mark.parametrize("experiment", [IRIS, DIGITS], ids=["table", "pictures"])
def test_a_click_on_a_cell_shows_its_samples(view: MistakesView, experiment: Experiment) -> None:
    samples, outputs = show(view, experiment)
    said = outputs.argmax(axis=1)
    counts = confusion_matrix(samples.y, said)
    wanted: list[object] = []
    view.predictions_wanted.connect(lambda: wanted.append(view.wanted_part))
    cell = tuple(int(i) for i in np.argwhere(counts - np.diag(counts.diagonal()))[0])
    press(view, cell)  # type: ignore[arg-type]
    assert wanted == ["validation"]
    view.show_predictions(predicted(outputs))
    browser = view.confusion.samples.browser
    assert browser.isVisible()
    assert set(browser.shown) == set(np.flatnonzero((samples.y == cell[0]) & (said == cell[1])))
    assert view.confusion.samples.when.text() == f"{counts[cell]} samples, after step 7"
    settle(view)
    assert browser.detail.position == browser.shown[0]
    view.confusion.picture.choose(cell)  # type: ignore[arg-type]
    QTest.keyClick(view.confusion.picture, Qt.Key.Key_Escape)
    assert not view.confusion.samples.isVisible()
    assert wanted == ["validation", None]


def test_enter_opens_the_cell_that_the_keys_have_reached(view: MistakesView) -> None:
    samples, outputs = show(view, IRIS)
    picture = view.confusion.picture
    picture.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(picture, key)
    view.show_predictions(predicted(outputs))
    right = np.flatnonzero((samples.y == 0) & (outputs.argmax(axis=1) == 0))
    assert sorted(view.confusion.samples.browser.shown) == right.tolist()
    assert view.confusion.samples.title.text() == "setosa recognised"
    click(view.confusion.samples.close_button)
    assert view.confusion.samples.cell is None


def test_recall_and_precision_open_what_is_wrong_in_a_row_or_a_column(view: MistakesView) -> None:
    samples, outputs = show(view, IRIS)
    said = outputs.argmax(axis=1)
    press(view, (1, 3))
    view.show_predictions(predicted(outputs))
    found = view.confusion.samples
    assert set(found.browser.shown) == set(np.flatnonzero((samples.y == 1) & (said != 1)))
    assert found.title.text() == "versicolor not recognised"
    press(view, (3, 2))
    assert set(found.browser.shown) == set(np.flatnonzero((samples.y != 2) & (said == 2)))
    assert found.title.text() == "wrongly taken for virginica"


@pytest.mark.parametrize("experiment", [IRIS, DIGITS], ids=["table", "pictures"])
def test_the_wall_begins_with_the_surest_mistake(view: MistakesView, experiment: Experiment) -> None:
    show(view, experiment)
    click(view.button(view.worst))
    assert view.wanted_part == "validation"
    samples, outputs = show(view, experiment)
    wrong = [i for i in range(len(samples)) if outputs[i].argmax() != samples.y[i]]
    expected = sorted(wrong, key=lambda i: outputs[i, samples.y[i]])
    browser = view.worst.browser
    assert browser.shown.tolist() == expected
    assert view.worst.summary.text().startswith(f"{len(wrong)} of {len(samples)} wrong")
    assert browser.detail.position == expected[0]
    rows = list(csv.reader(io.StringIO(view.worst.to_csv())))
    assert [int(row[0]) for row in rows[1:]] == expected
    np.testing.assert_allclose(
        [float(row[3]) for row in rows[1:]], -np.log(outputs[expected, samples.y[expected]]), rtol=1e-5
    )
    list_view = browser.grid if experiment is DIGITS else browser.table
    list_view.setFocus()
    QTest.keyClick(list_view, Qt.Key.Key_Down)
    assert browser.detail.position != expected[0]
    chosen = browser.detail.position
    view.show_predictions(predicted(outputs, step=8))
    assert browser.detail.position == chosen, "who looks at a sample keeps it at the next epoch"


def test_tiles_of_the_wall_have_bars_for_the_likeliest_classes(view: MistakesView) -> None:
    click(view.button(view.worst))
    samples, outputs = show(view, DIGITS)
    grid = view.worst.browser.grid
    tile = grid.model().index(0, 0).data(TileRole)
    assert tile.label == str(samples.y[tile.position])
    pixels = grabbed(grid.viewport())
    red, green = np.array([0xC6, 0x2F, 0x2F]), np.array([0x1A, 0x7F, 0x47])
    area = grid.visualRect(grid.model().index(0, 0))
    tile_pixels = pixels[area.top() : area.bottom(), area.left() : area.right()]
    lengths = [(tile_pixels == colour).all(axis=2).sum(axis=1).max() for colour in (red, green)]
    p = outputs[tile.position]
    assert lengths[0] / max(lengths[1], 1) == pytest.approx(p.max() / p[samples.y[tile.position]], rel=0.6)


def test_a_network_that_only_chooses_has_no_bars_but_a_wall(view: MistakesView) -> None:
    click(view.button(view.worst))
    samples, outputs = show(view, DIGITS)
    view.show_predictions(predicted(np.eye(10, dtype=np.float32)[outputs.argmax(axis=1)], sure=False))
    assert view.worst.browser.delegate.losses is None
    assert view.worst.browser.shown.tolist() == np.flatnonzero(outputs.argmax(axis=1) != samples.y).tolist()
    view.grab()


def test_another_part_is_asked_for(view: MistakesView) -> None:
    click(view.button(view.worst))
    show(view, IRIS)
    wanted: list[object] = []
    view.predictions_wanted.connect(lambda: wanted.append(view.wanted_part))
    view.worst.part_box.setFocus()
    QTest.keyClick(view.worst.part_box, Qt.Key.Key_Down)
    assert wanted == ["test"]
    assert "closed" in view.worst.message.title.text()
    subject = subject_of(IRIS)
    assert subject.parts is not None
    assert subject.parts.test is not None
    outputs = guesses(subject.parts.test, 3)
    view.show_predictions(predicted(outputs, "validation"))
    assert "closed" in view.worst.message.title.text(), "answers for another part are of no use"
    view.show_predictions(predicted(outputs, "test"))
    assert view.worst.browser.isVisible()


def test_the_largest_errors_of_a_regression(view: MistakesView) -> None:
    click(view.button(view.worst))
    subject = subject_of(DIABETES)
    assert subject.parts is not None
    samples = subject.parts.validation
    assert samples is not None
    view.show_subject(subject)
    outputs = samples.y + np.random.RandomState(0).normal(size=samples.y.shape).astype(np.float32)
    view.show_predictions(predicted(outputs))
    errors = np.abs(outputs - samples.y)[:, 0]
    np.testing.assert_allclose(errors[view.worst.browser.shown], np.sort(errors)[::-1])
    np.testing.assert_allclose(view.worst.plot.places, np.column_stack([samples.y, outputs]), rtol=1e-6)
    first = view.worst.browser.shown[0]
    assert view.worst.browser.detail.text.text().startswith("Target y: ")
    row = list(csv.reader(io.StringIO(view.worst.to_csv())))[1]
    np.testing.assert_allclose([float(x) for x in row], [first, samples.y[first, 0], outputs[first, 0]], rtol=1e-6)


def test_what_is_in_the_way_of_the_wall_is_said(view: MistakesView) -> None:
    message = view.worst.message
    click(view.button(view.worst))
    assert message.title.text() == "No data yet"
    view.show_subject(subject_of(IRIS, has_network=False))
    assert message.title.text() == "No network yet"
    samples, outputs = show(view, IRIS)
    view.show_predictions(None)
    assert message.title.text() == "No answers yet"
    view.show_predictions(predicted(np.full_like(outputs, np.nan)))
    assert message.title.text().endswith("no numbers any more")
    view.show_predictions(predicted(np.eye(3, dtype=np.float32)[samples.y]))
    assert message.title.text() == "No mistakes"
    assert not view.worst.export_button.isEnabled()


def test_the_recall_of_every_class(view: MistakesView) -> None:
    click(view.button(view.by_class))
    samples, outputs = show(view, DIGITS)
    plot = view.by_class.plot
    expected = recall_score(samples.y, outputs.argmax(axis=1), average=None)
    assert (np.diff(expected[plot.order]) >= 0).all()
    np.testing.assert_allclose(plot.bars.opts["width"], 100 * expected[plot.order])
    click(view.by_class.sort_box)
    assert plot.order.tolist() == list(range(10))
    np.testing.assert_allclose(plot.bars.opts["width"], 100 * expected)
    right, total = int((outputs.argmax(axis=1) == samples.y)[samples.y == 0].sum()), int((samples.y == 0).sum())
    assert plot.texts_of_bars()[0] == f"{100 * right / total:.1f} %   {right} of {total}"
    rows = list(csv.reader(io.StringIO(plot.to_csv())))
    np.testing.assert_allclose([float(row[1]) for row in rows[1:]], expected)
    settle(view)
    place = plot.mapFromScene(plot.plot.view.mapViewToScene(plot.plot.view.viewRect().center()))
    send_mouse(plot.viewport(), QEvent.Type.MouseMove, QPoint(place))
    assert "most often taken for" in plot.card.label.text()


def test_a_class_without_samples_has_no_recall(view: MistakesView) -> None:
    click(view.button(view.by_class))
    view.show_history(history_of(load_preset("xor"), np.array([[0, 0], [5, 0]])))
    assert view.by_class.plot.order.tolist() == [1, 0], "what is not known stands last"
    assert view.by_class.plot.texts_of_bars() == ["0.0 %   0 of 5", "no samples"]
    assert ",,0,0,0.0" in view.by_class.plot.to_csv()


def test_without_counts_a_sentence_stands_in_place_of_the_bars(view: MistakesView) -> None:
    click(view.button(view.by_class))
    for history, title in (
        (History(), "No run yet"),
        (history_of(load_preset("plane"), None), "No classes"),
        (history_of(IRIS, None, validation=0), "No validation part"),
        (history_of(IRIS, None), "No epoch yet"),
    ):
        view.show_history(history)
        assert view.by_class.message.title.text() == title


def test_hidden_it_wants_nothing(view: MistakesView) -> None:
    click(view.button(view.worst))
    show(view, IRIS)
    assert view.wanted_part == "validation"
    view.hide()
    assert view.wanted_part is None
