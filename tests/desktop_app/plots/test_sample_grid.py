"""The grid of the Samples tab: what it draws against the samples' pixels, and moving about in it by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.data import FashionMNIST, Samples
from desktop_app.plots.sample_grid import TileGrid
from desktop_app.plots.sample_images import SampleImages
from desktop_app.plots.sample_tile import IMAGE_SIDE
from desktop_app.plots.samples import SamplesView
from desktop_app.style import scaled
from desktop_app.theme import theme, themes
from tests.desktop_app.plots.sample_data import (
    NAMES,
    VALIDATION,
    choices,
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


def test_a_long_name_leaves_room_for_the_probability(view):
    names = (*NAMES[:3], "a class with an exceedingly long name")
    outputs = np.full((40, 4), 0.1, np.float32)
    outputs[:, 3] = 0.7
    labels = np.zeros(40, np.int64)
    parts = parts_of(Samples(pictures(40).X, labels))
    view.show_parts(replace(parts, facts=replace(parts.facts, class_names=names)))
    assert view.grid.columns() > 4
    pictured = []
    for share in (0.7, 0.4):
        outputs[:, :3], outputs[:, 3] = (1 - share) / 3, share
        view.show_predictions(predicted(outputs, "train"))
        QApplication.processEvents()
        tile = view.grid.visualRect(view.model.index(1, 0))
        end = grabbed(view.grid.viewport())[tile.bottom() - 29 : tile.bottom() - 17, tile.right() - 34 : tile.right()]
        pictured.append(end)
        assert (end < 160).all(axis=2).any(), "something is written"
        assert (end[:, :, 0] - end[:, :, 2]).max() < 60, "nothing of it in red: the name ends before"
    assert (pictured[0] != pictured[1]).any()


def test_tiles_are_as_wide_as_the_class_names_need(full):
    before = full.grid.columns()
    full.show_predictions(predicted(probabilities(200)))
    tile = full.grid.visualRect(full.model.index(0, 0))
    metrics = QFontMetrics(scaled(full.grid.font(), 0.9))
    assert tile.width() >= max(metrics.horizontalAdvance(f"{name} 100 %") for name in NAMES) + 12
    assert full.grid.columns() <= before


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


def test_a_network_that_only_chooses_is_shown_without_probabilities(full):
    outputs = choices(200)
    full.show_predictions(predicted(outputs, sure=False))
    chosen = int(outputs[0].argmax())
    shown = [f"{name} chosen" if k == chosen else name for k, name in enumerate(NAMES)]
    assert full.detail.bars.accessibleName() == ", ".join(shown)
    sentences = [full.model.index(row, 0).data() for row in range(200)]
    wrong = outputs.argmax(axis=1) != VALIDATION.y
    assert [" wrongly predicted as " in sentence for sentence in sentences] == wrong.tolist()
    assert not any("%" in sentence for sentence in sentences)
    QApplication.processEvents()
    track = (grabbed(full.grid.viewport()) == np.array(QColor(theme().border).getRgb()[:3])).all(axis=2)
    full.show_predictions(predicted(probabilities(200)))
    QApplication.processEvents()
    with_bars = (grabbed(full.grid.viewport()) == np.array(QColor(theme().border).getRgb()[:3])).all(axis=2)
    assert track.sum() < with_bars.sum()
    full.show_predictions(predicted(outputs, sure=False))
    pick(full.order_box, Qt.Key.Key_End)
    assert full.model.shown.tolist() == np.flatnonzero(wrong).tolist()


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


def test_fashion_mnist_with_all_its_training_images(view, fashion_mnist_dir: Path):
    parts = FashionMNIST(validation="test").load(fashion_mnist_dir)
    view.show_parts(parts)
    pick(view.part_box, Qt.Key.Key_Home)
    assert view.model.rowCount() == 60_000
    QTest.keyClick(view.grid, Qt.Key.Key_End)
    assert view.detail.position == 59_999
    wanted = 255 - parts.train.X[59_999, 0].astype(np.int64)
    np.testing.assert_array_equal(image_on_screen(view, 59_999, 56), enlarged(wanted, 2))
