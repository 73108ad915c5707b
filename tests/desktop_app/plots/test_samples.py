"""The Samples tab: which samples it lists against NumPy, its parts, and what stands in place of samples."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from core.data import Digits, FashionMNIST, LinearRegression
from desktop_app.plots.samples import SamplesView
from desktop_app.theme import theme
from tests.desktop_app.plots.sample_data import (
    NAMES,
    TEST,
    TRAIN,
    VALIDATION,
    grabbed,
    parts_of,
    pick,
    pictures,
    predicted,
    probabilities,
)

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(samples_view: SamplesView) -> SamplesView:
    return samples_view


@pytest.fixture
def full(full_samples: SamplesView) -> SamplesView:
    return full_samples


# -- wrong and right ---------------------------------------------------------------------------------------------------


def has_colour(picture: NDArray[np.int64], name: str) -> bool:
    wanted = QColor(name).getRgb()[:3]
    return bool((picture == np.array(wanted)).all(axis=2).any())


def test_wrong_answers_get_a_frame_a_sign_and_their_name_and_right_ones_a_tick(full):
    outputs = np.full((200, 4), 0.1, dtype=np.float32)
    outputs[np.arange(200), VALIDATION.y] = 0.7
    outputs[1] = 0.1
    outputs[1, (VALIDATION.y[1] + 1) % 4] = 0.7
    full.show_predictions(predicted(outputs))
    view = full.grid
    tiles = [grabbed(view.viewport())]
    tiles = [
        tiles[0][rect.top() : rect.bottom(), rect.left() : rect.right()]
        for rect in (view.visualRect(full.model.index(row, 0)) for row in (0, 1, 2))
    ]
    assert [has_colour(tile, theme().danger) for tile in tiles] == [False, True, False]
    assert [has_colour(tile, theme().success) for tile in tiles] == [True, False, True]
    # The frame: above the image, in its whole width.
    image = full.grid.itemDelegate().image_centre(QRectF(view.visualRect(full.model.index(1, 0))))
    rect = view.visualRect(full.model.index(1, 0))
    above = tiles[1][round(image.y() - rect.top() - 28 - 2), :]
    assert np.count_nonzero((above == np.array(QColor(theme().danger).getRgb()[:3])).all(axis=1)) >= 56
    text = full.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert NAMES[VALIDATION.y[1]] in text
    assert f"wrongly predicted as {NAMES[(VALIDATION.y[1] + 1) % 4]} with 70 %" in text


def test_the_bar_is_as_long_as_the_probability(full):
    outputs = np.tile(np.array([[0.25, 0.25, 0.25, 0.25]], dtype=np.float32), (200, 1))
    lengths = []
    for share in (0.4, 0.8):
        outputs[0] = (1 - share) / 3
        outputs[0, VALIDATION.y[0]] = share
        full.show_predictions(predicted(outputs))
        rect = full.grid.visualRect(full.model.index(0, 0))
        tile = grabbed(full.grid.viewport())[rect.bottom() - 14 : rect.bottom() - 2, rect.left() : rect.right()]
        green = (tile == np.array(QColor(theme().success).getRgb()[:3])).all(axis=2)
        lengths.append(int(green.sum(axis=1).max()))
    assert lengths[1] / lengths[0] == pytest.approx(2.0, abs=0.06)


def test_wrong_only_lists_exactly_the_wrong_ones_the_surest_first(full):
    outputs = probabilities(200)
    full.show_predictions(predicted(outputs))
    answers, sureness = outputs.argmax(axis=1), outputs.max(axis=1)
    wrong = np.flatnonzero(answers != VALIDATION.y)
    pick(full.order_box, Qt.Key.Key_End)
    assert full.order_box.currentText() == "wrong only"
    assert sorted(full.model.shown) == wrong.tolist()
    assert full.model.shown.tolist() == sorted(wrong, key=lambda i: (-sureness[i], i))
    pick(full.order_box, Qt.Key.Key_Up)
    assert full.order_box.currentText() == "wrong first"
    assert full.model.shown[: len(wrong)].tolist() == sorted(wrong, key=lambda i: (-sureness[i], i))
    assert sorted(full.model.shown) == list(range(200))
    pick(full.order_box, Qt.Key.Key_Home)
    assert full.model.shown.tolist() == list(range(200))


def test_one_class_alone(full):
    outputs = probabilities(200)
    full.show_predictions(predicted(outputs))
    pick(full.class_box, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert full.class_box.currentText() == NAMES[1]
    assert full.model.shown.tolist() == np.flatnonzero(VALIDATION.y == 1).tolist()
    pick(full.order_box, Qt.Key.Key_End)
    wrong = (VALIDATION.y == 1) & (outputs.argmax(axis=1) != 1)
    assert sorted(full.model.shown) == np.flatnonzero(wrong).tolist()
    total = np.count_nonzero(VALIDATION.y == 1)
    share = 100 * wrong.sum() / total
    assert full.summary.text() == f"trouser: {wrong.sum()} of {total} wrong ({share:.1f} %) · after step 7"


def test_the_summary_counts_with_thousands(view):
    samples = pictures(10_000, shape=(1, 2, 2))
    view.show_parts(parts_of(TRAIN, samples))
    outputs = np.full((10_000, 4), 0.0, dtype=np.float32)
    answers = samples.y.copy()
    answers[:843] = (answers[:843] + 1) % 4
    outputs[np.arange(10_000), answers] = 1
    view.show_predictions(predicted(outputs, step=1234))
    assert view.summary.text() == "843 of 10,000 wrong (8.4 %) · after step 1,234"
    view.show_predictions(predicted(outputs, step=0))
    assert view.summary.text() == "843 of 10,000 wrong (8.4 %) · loaded parameters"


def test_nothing_wrong_is_said_in_words(full):
    outputs = np.eye(4, dtype=np.float32)[VALIDATION.y]
    full.show_predictions(predicted(outputs))
    pick(full.order_box, Qt.Key.Key_End)
    assert len(full.model.shown) == 0
    assert full.summary.text().startswith("0 of 200 wrong (0.0 %) · nothing to show here")
    assert full.detail.position is None


def test_before_training_there_is_nothing_to_order(full):
    assert not full.order_box.isEnabled()
    assert full.summary.text() == "200 samples · Train the network to see its answers."
    assert not full.detail.bars.isVisible()


def test_a_reset_shows_all_again_and_the_wish_comes_back_with_the_next_predictions(full):
    full.show_predictions(predicted(probabilities(200)))
    pick(full.order_box, Qt.Key.Key_End)
    full.show_predictions(None)
    assert full.order_box.currentText() == "all"
    assert full.model.shown.tolist() == list(range(200))
    outputs = probabilities(200, seed=9)
    full.show_predictions(predicted(outputs))
    assert full.order_box.currentText() == "wrong only"
    assert sorted(full.model.shown) == np.flatnonzero(outputs.argmax(axis=1) != VALIDATION.y).tolist()


def test_new_predictions_leave_the_user_where_he_is(full):
    full.show_predictions(predicted(probabilities(200)))
    full.grid.setCurrentIndex(full.model.index(120, 0))
    before = full.grid.verticalScrollBar().value()
    assert before > 0
    full.show_predictions(predicted(probabilities(200, seed=5), step=8))
    assert full.grid.verticalScrollBar().value() == before
    assert full.detail.position == 120


@pytest.mark.parametrize(
    "strange",
    [
        predicted(probabilities(200), "train"),
        predicted(probabilities(199)),
        predicted(np.full((200, 3), 1 / 3, dtype=np.float32)),
    ],
)
def test_predictions_of_something_else_are_ignored(full, strange):
    full.show_predictions(strange)
    assert full.summary.text().startswith("200 samples")
    outputs = probabilities(200)
    full.show_predictions(predicted(outputs))
    summary = full.summary.text()
    full.show_predictions(strange)
    assert full.summary.text() == summary


def test_answers_that_are_no_numbers_are_said_to_be_so(full):
    outputs = probabilities(200)
    outputs[3, 1] = np.nan
    full.show_predictions(predicted(outputs))
    assert "no numbers any more" in full.summary.text()
    assert not full.order_box.isEnabled()


# -- parts -------------------------------------------------------------------------------------------------------------


def test_another_part_shows_its_samples_and_asks_for_predictions(full, qtbot):
    full.show_predictions(predicted(probabilities(200)))
    assert full.part == "validation"
    with qtbot.waitSignal(full.part_wanted) as signal:
        pick(full.part_box, Qt.Key.Key_Home)
    assert signal.args == ["train"]
    assert full.part == "train"
    assert full.model.rowCount() == 60
    assert full.summary.text().startswith("60 samples")
    full.show_predictions(predicted(probabilities(60), "train"))
    assert "of 60 wrong" in full.summary.text()


def test_the_test_part_waits_for_the_end_of_the_run(full):
    pick(full.part_box, Qt.Key.Key_End)
    assert full.part == "test"
    sentence = "Predictions for the test part are shown after the run has finished."
    assert full.summary.text() == f"30 samples · {sentence}"
    full.show_predictions(predicted(probabilities(30), "test"))
    assert "of 30 wrong" in full.summary.text()
    assert sentence not in full.summary.text()


def test_only_parts_that_exist_can_be_chosen(view):
    view.show_parts(parts_of(TRAIN, None, TEST))
    assert [view.part_box.itemText(i) for i in range(view.part_box.count())] == ["training · 60", "test · 30"]
    assert view.part == "train"
    view.show_parts(parts_of(TRAIN, VALIDATION))
    assert view.part == "validation"
    assert view.part_box.currentText() == "validation · 200"


def test_the_part_stays_when_the_data_change(full):
    pick(full.part_box, Qt.Key.Key_Home)
    full.show_parts(parts_of(pictures(70), VALIDATION))
    assert full.part == "train"
    assert full.model.rowCount() == 70


# -- instead of samples ------------------------------------------------------------------------------------------------


def test_loading_is_said(view):
    assert view.message.isVisible()
    assert view.message.text.text() == "Loading…"
    assert not view.message.download.isVisible()
    assert not view.part_box.isVisible()


def test_missing_files_can_be_downloaded(view, qtbot):
    view.show_parts(None, "The files are not here.", downloadable=FashionMNIST())
    assert view.message.text.text() == "The files are not here."
    assert view.message.download.text() == "Download Fashion-MNIST (31 MB)"
    with qtbot.waitSignal(view.download_requested):
        QTest.mouseClick(view.message.download, LEFT)
    view.show_parts(None, "The file x is damaged.")
    assert not view.message.download.isVisible()
    view.show_parts(parts_of(TRAIN))
    assert view.grid.isVisible()
    assert not view.message.isVisible()
    view.show_parts(None)
    assert view.message.text.text() == "Loading…"


def test_predictions_without_data_change_nothing(view):
    view.show_predictions(predicted(probabilities(200)))
    view.show_predictions(None)
    assert view.message.isVisible()


# -- the data sets of the laboratory -----------------------------------------------------------------------------------


def test_the_embedded_data_sets(view):
    digits = Digits().load()
    view.show_parts(digits)
    assert view.grid.isVisible()
    assert view.model.rowCount() == len(digits.validation)
    view.show_parts(LinearRegression().load())
    assert view.table.isVisible()
    assert view.table.model().rowCount() == 1000
