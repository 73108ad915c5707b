"""The Samples tab: what it lists against NumPy, what it draws against the samples' pixels, its controls by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.data import Circle, Digits, FashionMNIST, Iris, LinearRegression, Polynomial, Samples
from desktop_app.plots.sample_grid import TileGrid
from desktop_app.plots.sample_images import SampleImages
from desktop_app.plots.sample_tile import IMAGE_SIDE
from desktop_app.plots.samples import SamplesView
from desktop_app.theme import theme, themes
from tests.desktop_app.plots.sample_data import NAMES, numbers, parts_of, pictures, predicted, probabilities

TRAIN, VALIDATION, TEST = pictures(60, seed=1), pictures(200, seed=2), pictures(30, seed=3)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _light(qapp: QApplication):
    qapp.setStyle("Fusion")
    themes.choose("light")
    yield
    themes.choose("light")


@pytest.fixture
def view(qtbot) -> SamplesView:
    widget = SamplesView()
    qtbot.addWidget(widget)
    widget.resize(900, 620)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def full(view: SamplesView) -> SamplesView:
    """Return the view with three parts, the validation part shown."""
    view.show_parts(parts_of(TRAIN, VALIDATION, TEST))
    return view


def pick(box: QWidget, *keys: Qt.Key) -> None:
    box.setFocus()
    for key in keys:
        QTest.keyClick(box, key)


def grabbed(widget: QWidget) -> NDArray[np.int64]:
    """Return the widget's picture, ``(h, w, 3)``."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(np.int64)


def image_on_screen(view: SamplesView, row: int, side: int) -> NDArray[np.int64]:
    """Return what is drawn where the image of a tile belongs, ``(side, side, 3)``."""
    grid = view.grid
    centre = grid.itemDelegate().image_centre(QRectF(grid.visualRect(grid.model().index(row, 0))))
    left, top = round(centre.x() - side / 2), round(centre.y() - side / 2)
    return grabbed(grid.viewport())[top : top + side, left : left + side]


def enlarged(pixels: NDArray[np.int64], zoom: int) -> NDArray[np.int64]:
    colour = pixels if pixels.ndim == 3 else np.repeat(pixels[:, :, None], 3, axis=2)
    return np.repeat(np.repeat(colour, zoom, axis=0), zoom, axis=1)


# -- pictures ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("choice", "inverted"), [("light", True), ("dark", False)])
@pytest.mark.parametrize("zoom", [1, 2, 4])
def test_a_tile_shows_the_pixels_of_its_sample(full, choice, inverted, zoom):
    themes.choose(choice)
    full.size_slider.setValue(zoom)
    for row in (0, 3):
        pixels = VALIDATION.X[row, 0].astype(np.int64)
        wanted = 255 - pixels if inverted else pixels
        np.testing.assert_array_equal(image_on_screen(full, row, IMAGE_SIDE * zoom), enlarged(wanted, zoom))


def test_small_float_images_are_enlarged_to_about_the_same_size(view):
    samples = pictures(12, shape=(1, 8, 8), floats=True)
    view.show_parts(parts_of(samples))
    themes.choose("dark")
    wanted = np.rint(samples.X[5, 0] * 255).astype(np.int64)
    np.testing.assert_array_equal(image_on_screen(view, 5, 56), enlarged(wanted, 7))


def test_colour_images_keep_their_colours(view):
    samples = pictures(6, shape=(3, 28, 28))
    view.show_parts(parts_of(samples))
    wanted = samples.X[2].transpose(1, 2, 0).astype(np.int64)
    np.testing.assert_array_equal(image_on_screen(view, 2, 56), enlarged(wanted, 2))


def test_floats_beyond_one_are_scaled_to_their_own_range():
    X = np.array([[[-1.0, 0.0], [1.0, 3.0]]], dtype=np.float32)
    assert SampleImages(X).pixels(0, inverted=False).tolist() == [[0, 64], [128, 255]]


def test_the_large_image_shows_the_pixels_too(full):
    QTest.mouseClick(full.grid.viewport(), LEFT, pos=full.grid.visualRect(full.model.index(2, 0)).center())
    assert full.detail.position == 2
    picture = grabbed(full.detail.image)
    zoom = (full.detail.image.width() - 2) // 28
    zoom = min(zoom, (full.detail.image.height() - 2) // 28)
    side = 28 * zoom
    left, top = (full.detail.image.width() - side) / 2, (full.detail.image.height() - side) / 2
    left, top = round(left), round(top)
    wanted = enlarged(255 - VALIDATION.X[2, 0].astype(np.int64), zoom)
    np.testing.assert_array_equal(picture[top : top + side, left : left + side], wanted)


def test_only_tiles_in_sight_are_drawn(view, monkeypatch):
    view.show_parts(parts_of(pictures(60_000, shape=(1, 4, 4))))
    drawn = []
    original = type(view.model).tile
    monkeypatch.setattr(type(view.model), "tile", lambda self, row: drawn.append(row) or original(self, row))
    view.grid.verticalScrollBar().setValue(view.grid.verticalScrollBar().maximum())
    drawn.clear()
    view.grid.viewport().repaint()
    assert max(drawn) == 59_999
    assert min(drawn) > 59_800
    assert len(drawn) <= (view.grid.viewport().height() // 70 + 2) * view.grid.columns()


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
    view.show_parts(None, "The files are not here.", downloadable=True)
    assert view.message.text.text() == "The files are not here."
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


# -- moving about ------------------------------------------------------------------------------------------------------


def test_keys_move_through_the_grid_and_the_card_follows(full):
    grid, columns = full.grid, full.grid.columns()
    grid.setFocus()
    assert full.detail.position == 0
    for key, position in [
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 1 + columns),
        (Qt.Key.Key_Left, columns),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_End, 199),
        (Qt.Key.Key_Right, 199),
        (Qt.Key.Key_Home, 0),
    ]:
        QTest.keyClick(grid, key)
        assert full.detail.position == position, key
        assert grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()))
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    assert full.detail.position == columns * (grid.viewport().height() // grid.visualRect(grid.currentIndex()).height())


def test_the_card_shows_the_sample_under_the_mouse(full):
    port = full.grid.viewport()
    QTest.mouseMove(port, full.grid.visualRect(full.model.index(4, 0)).center())
    assert full.detail.position == 4
    QTest.mouseMove(port, full.grid.visualRect(full.model.index(5, 0)).center())
    assert full.detail.position == 5
    full.grid.verticalScrollBar().setValue(full.grid.visualRect(full.model.index(0, 0)).height())
    assert full.detail.position == 5 + full.grid.columns()
    QApplication.sendEvent(port, leaving())
    assert full.detail.position == 0


def leaving():
    return QEvent(QEvent.Type.Leave)


def test_the_card_shows_every_probability(full):
    outputs = probabilities(200)
    full.show_predictions(predicted(outputs))
    name = full.detail.bars.accessibleName()
    assert name == ", ".join(f"{NAMES[k]} {100 * outputs[0, k]:.1f} %" for k in range(4))
    assert NAMES[VALIDATION.y[0]] in full.detail.text.text()
    assert NAMES[int(outputs[0].argmax())] in full.detail.text.text()
    QApplication.processEvents()
    picture = grabbed(full.detail.bars)
    colour = theme().success if outputs[0].argmax() == VALIDATION.y[0] else theme().danger
    row = int(outputs[0].argmax())
    height = picture.shape[0] // 4
    strip = picture[row * height + height // 2]
    found = (strip == np.array(QColor(colour).getRgb()[:3])).all(axis=1)
    rest = (strip == np.array(QColor(theme().border).getRgb()[:3])).all(axis=1)
    assert found.sum() / (found.sum() + rest.sum()) == pytest.approx(outputs[0, row], abs=0.03)


def test_keys_change_the_size_and_keep_the_sample_in_sight(full):
    full.grid.setCurrentIndex(full.model.index(100, 0))
    before = full.grid.columns()
    pick(full.size_slider, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert full.size_slider.value() == 5
    assert full.grid.columns() < before
    assert full.grid.viewport().rect().intersects(full.grid.visualRect(full.model.index(100, 0)))


@pytest.mark.parametrize("size", [QSize(120, 100), QSize(500, 300), QSize(1001, 777)])
def test_every_point_of_the_grid_belongs_to_the_tile_that_lies_there(qtbot, full, size):
    grid: TileGrid = full.grid
    full.resize(size + QSize(300, 100))
    bar = grid.verticalScrollBar()
    for value in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(value)
        for row in range(200):
            rect = grid.visualRect(full.model.index(row, 0))
            if grid.viewport().rect().contains(rect):
                for point in (rect.topLeft(), rect.center(), rect.bottomRight()):
                    assert grid.indexAt(point).row() == row
    assert grid.visualRect(full.model.index(199, 0)).bottom() == grid.viewport().height() - 1
    assert not grid.indexAt(QPoint(-1, 5)).isValid()


# -- regression and other numbers --------------------------------------------------------------------------------------


def cells(view: SamplesView, row: int) -> list[float]:
    model = view.table.model()
    return [float(model.index(row, c).data().replace("−", "-")) for c in range(model.columnCount())]


def headings(view: SamplesView) -> list[str]:
    model = view.table.model()
    return [model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]


def click_heading(view: SamplesView, column: int) -> None:
    header = view.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) // 2, header.height() // 2)
    QTest.mouseClick(header.viewport(), LEFT, pos=place)


def test_regression_is_a_table_that_sorts_by_the_size_of_the_error(view):
    parts = numbers(50)
    view.show_parts(parts)
    assert view.table.isVisible()
    assert not view.order_box.isVisible()
    assert headings(view) == ["Sample", "x₁", "x₂", "Target y"]
    assert cells(view, 7) == pytest.approx([7, *parts.train.X[7], *parts.train.y[7]], abs=1e-4)

    outputs = parts.train.y + np.random.RandomState(3).normal(size=(50, 1)).astype(np.float32)
    view.show_predictions(predicted(outputs, "train"))
    assert headings(view)[4:] == ["Prediction ŷ", "Error ŷ − y"]
    error = (outputs - parts.train.y)[:, 0]
    assert cells(view, 7)[4:] == pytest.approx([outputs[7, 0], error[7]], abs=1e-3)
    assert f"mean error |ŷ − y| {np.abs(error).mean():.4f}"[:24] in view.summary.text()

    click_heading(view, 5)
    order = np.argsort(-np.abs(error))
    assert headings(view)[5] == "▾ Error ŷ − y"
    assert [int(cells(view, row)[0]) for row in range(50)] == order.tolist()
    outputs = outputs + np.random.RandomState(4).normal(size=(50, 1)).astype(np.float32)
    view.show_predictions(predicted(outputs, "train", 9))
    order = np.argsort(-np.abs((outputs - parts.train.y)[:, 0]))
    assert [int(cells(view, row)[0]) for row in range(50)] == order.tolist()
    click_heading(view, 5)
    assert [int(cells(view, row)[0]) for row in range(50)] == order[::-1].tolist()


def test_sorting_keeps_the_selected_sample(view):
    parts = numbers(30)
    view.show_parts(parts)
    QTest.mouseClick(view.table.viewport(), LEFT, pos=view.table.visualRect(view.table.model().index(3, 0)).center())
    click_heading(view, 1)
    (row,) = {index.row() for index in view.table.selectionModel().selectedIndexes()}
    assert cells(view, row)[0] == 3
    assert row == int(np.argsort(parts.train.X[:, 0]).tolist().index(3))


def test_several_targets(view):
    parts = numbers(20, num_outputs=2)
    view.show_parts(parts)
    outputs = parts.train.y + np.float32(0.5) * np.array([[1, -1]], dtype=np.float32)
    view.show_predictions(predicted(outputs, "train"))
    assert headings(view)[3:] == ["Target y₁", "Target y₂", "Prediction ŷ₁", "Prediction ŷ₂", "Mean |ŷ − y|"]
    assert cells(view, 0)[-1] == pytest.approx(0.5, abs=1e-4)


def test_labelled_numbers_are_a_table_with_signs(view):
    random = np.random.RandomState(0)
    samples = Samples(random.normal(size=(40, 3)).astype(np.float32), random.randint(0, 4, 40).astype(np.int64))
    view.show_parts(parts_of(samples))
    assert headings(view) == ["Sample", "x₁", "x₂", "x₃", "Label"]
    outputs = probabilities(40)
    view.show_predictions(predicted(outputs, "train"))
    pick(view.order_box, Qt.Key.Key_End)
    wrong = np.flatnonzero(outputs.argmax(axis=1) != samples.y)
    model = view.table.model()
    assert sorted(int(model.index(row, 0).data()) for row in range(model.rowCount())) == wrong.tolist()
    index = model.index(0, 5)
    position = int(model.index(0, 0).data())
    assert index.data() == f"× {NAMES[int(outputs[position].argmax())]}"
    assert index.data(Qt.ItemDataRole.ForegroundRole).color().name() == theme().danger
    pick(view.order_box, Qt.Key.Key_Home)
    right = int(np.flatnonzero(outputs.argmax(axis=1) == samples.y)[0])
    assert model.index(right, 5).data().startswith("✓ ")
    assert model.index(right, 5).data(Qt.ItemDataRole.ForegroundRole) is None


# -- the data sets of the laboratory -----------------------------------------------------------------------------------


def test_the_embedded_data_sets(view):
    digits = Digits().load()
    view.show_parts(digits)
    assert view.grid.isVisible()
    assert view.model.rowCount() == len(digits.validation)
    view.show_parts(LinearRegression().load())
    assert view.table.isVisible()
    assert view.table.model().rowCount() == 1000


@pytest.mark.parametrize(
    ("data", "inputs"),
    [
        (Circle(inputs=("x1", "x2^2", "x1*x2", "sin(x1)")), ["x₁", "x₂²", "x₁x₂", "sin(x₁)"]),
        (Polynomial(degree=11), ["x", "x²", "x³", "x⁴", "x⁵", "x⁶", "x⁷", "x⁸", "x⁹", "x¹⁰", "x¹¹"]),
        (Polynomial(scaling="factorial"), ["x", "x²/2!", "x³/3!"]),
        (Iris(), ["sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"]),
    ],
)
def test_inputs_with_names_are_headed_by_them(view, data, inputs):
    view.show_parts(data.load())
    assert headings(view)[1:-1] == inputs
    header = view.table.model()
    tips = [
        header.headerData(1 + j, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) for j in range(len(inputs))
    ]
    assert tips == inputs


def test_fashion_mnist_with_all_its_training_images(view, fashion_mnist_dir: Path):
    parts = FashionMNIST(validation="test").load(fashion_mnist_dir)
    view.show_parts(parts)
    pick(view.part_box, Qt.Key.Key_Home)
    assert view.model.rowCount() == 60_000
    QTest.keyClick(view.grid, Qt.Key.Key_End)
    assert view.detail.position == 59_999
    wanted = 255 - parts.train.X[59_999, 0].astype(np.int64)
    np.testing.assert_array_equal(image_on_screen(view, 59_999, 56), enlarged(wanted, 2))
