"""The templates: which weights are which pixels, where their pictures lie, and which colours they have."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.engine.parameters import get_arrays
from core.presets import load_preset
from core.probes import RowsProbe
from desktop_app.plots.map_colours import target_colours
from desktop_app.plots.templates import TileLayout, templates_of
from desktop_app.theme import themes
from tests.core.engine.runs import DENSE, DENSE_RELU, DROPOUT, small
from tests.desktop_app.plots.sample_data import grabbed
from tests.desktop_app.plots.weights_bench import WeightsBench

LEFT = Qt.MouseButton.LeftButton
SOFTMAX = small([DENSE])
WIDE = small([{"kind": "dense", "units": 90, "activation": "relu"}, DENSE])
KERNELS = small([{"kind": "conv2d", "channels": 4, "kernel_size": 3}, DENSE])


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> WeightsBench:
    themes.choose("light")
    bench = WeightsBench(qtbot, tmp_path)
    bench.turn_to("Templates")
    return bench


def middle_of(page, picture, row, column):
    """Return the place of a pixel in the view."""
    left, top = page.places.corner(picture)
    return left + column + 0.5, top - row - 0.5


def test_softmax_regression_has_a_template_for_each_class(bench):
    bench.begin(SOFTMAX)
    bench.step(3)
    page, weight = bench.view.templates, get_arrays(bench.run.net)["0.weight"]
    np.testing.assert_array_equal(page.pictures(), weight.reshape(10, 8, 8))
    shown = [label.toPlainText() for label in page.labels if label.isVisible()]
    assert shown == list(SOFTMAX.data.facts().class_names)
    before = page.pictures().copy()
    bench.step()
    assert not np.array_equal(page.pictures(), before), "they evolve"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_pixel_on_the_screen_has_the_colour_of_its_weight(bench, theme):
    themes.choose(theme)
    bench.begin(SOFTMAX)
    bench.step(3)
    page, weight = bench.view.templates, get_arrays(bench.run.net)["0.weight"].reshape(10, 8, 8)
    reach = np.quantile(np.abs(weight), 0.995)
    assert reach <= page.largest <= 1.34 * reach
    screen = grabbed(page)
    for picture, row, column in ((0, 0, 3), (4, 7, 2), (5, 2, 7), (9, 5, 5)):
        scene = page.plot.view.mapViewToScene(QPointF(*middle_of(page, picture, row, column)))
        place = page.mapFromScene(scene)
        expected = target_colours(weight[picture, row, column], page.largest).astype(int)
        np.testing.assert_allclose(screen[place.y(), place.x()].astype(int), expected, atol=3)


def test_many_units_come_page_by_page(bench):
    bench.begin(WIDE)
    page, weight = bench.view.templates, get_arrays(bench.run.net)["0.weight"].reshape(90, 8, 8)
    assert page.page_label.text() == "1 – 40 of 90"
    assert not page.back_button.isEnabled()
    scale = page.largest
    for first, last in ((40, 80), (80, 90)):
        QTest.mouseClick(page.on_button, LEFT)
        assert bench.view.probes() == (RowsProbe("0.weight", first, 40),)
        bench.look()
        np.testing.assert_array_equal(page.pictures(), weight[first:last])
        assert page.labels[0].toPlainText() == f"unit {first + 1}"
        assert page.largest == scale, "all pages share one scale"
    assert not page.on_button.isEnabled()
    assert sum(tile.isVisible() for tile in page.tiles) == 10
    page.back_button.setFocus()
    QTest.keyClick(page.back_button, Qt.Key.Key_Space)
    assert page.page_label.text() == "41 – 80 of 90"


def test_kernels_are_templates_too(bench):
    bench.begin(KERNELS)
    page = bench.view.templates
    np.testing.assert_array_equal(page.pictures(), get_arrays(bench.run.net)["0.weight"][:, 0])
    assert page.labels[3].toPlainText() == "kernel 4"
    assert not page.channel_box.isVisible()
    assert not page.on_button.isVisible()


def test_only_a_first_layer_that_looks_at_images_has_templates(bench):
    flatten, batch_norm = {"kind": "flatten"}, {"kind": "batch_norm"}
    assert templates_of(small([flatten, DROPOUT, DENSE_RELU, DENSE])).parameter == "2.weight"
    assert templates_of(small([batch_norm, DENSE])) is None
    assert templates_of(load_preset("spiral")) is None
    bench.begin(load_preset("spiral"))
    assert bench.view.probes() == ()
    assert "does not look at images" in bench.view.message.title.text()
    assert bench.view.message.isVisible()
    bench.turn_to("Gradients")
    assert not bench.view.message.isVisible()
    assert bench.view.probes() != ()


def test_the_scale_is_round_and_changes_seldom(bench):
    bench.begin(SOFTMAX)
    rows, found = np.zeros((10, 64)), []
    for reach in (0.011, 0.013, 0.018, 0.0199, 0.021, 0.0, np.nan):
        bench.tell({"rows": rows, "reach": reach})
        found.append(bench.view.templates.largest)
    assert found == pytest.approx([0.012, 0.015, 0.02, 0.02, 0.025, 1.0, 1.0])


def test_the_mouse_reads_the_weight_under_it(bench):
    bench.begin(SOFTMAX)
    bench.step(2)
    bench.settle()
    page, weight = bench.view.templates, get_arrays(bench.run.net)["0.weight"].reshape(10, 8, 8)
    text = bench.hover(*middle_of(page, 7, 2, 5))
    assert f"<b>{SOFTMAX.data.facts().class_names[7]}</b>" in text
    assert "row 3, column 6" in text
    assert text.endswith(f"{weight[7, 2, 5]:#.3g}".replace("-", "−"))
    assert bench.hover(0.05, -0.05) == ""


def test_numbers_are_exported(bench):
    bench.begin(SOFTMAX)
    bench.step()
    rows = list(csv.DictReader(io.StringIO(bench.view.templates.to_csv())))
    weights = np.array([float(row["weight"]) for row in rows])
    np.testing.assert_allclose(weights, get_arrays(bench.run.net)["0.weight"].ravel(), rtol=1e-6)
    assert (rows[-1]["row"], rows[-1]["column"]) == ("7", "7")


@pytest.mark.parametrize(
    ("number", "tile", "area"), [(10, (28, 28), (900, 500)), (40, (8, 8), (700, 900)), (1, (5, 3), (300, 300))]
)
def test_pictures_fill_the_place_and_do_not_overlap(number, tile, area):
    places = TileLayout.of(number, tile, area, 16)
    scale = min(area[0] / places.size[0], area[1] / places.size[1])
    corners = np.array([places.corner(i) for i in range(number)])
    assert (corners[:, 0] + tile[0]).max() <= places.size[0]
    assert (tile[1] - corners[:, 1]).max() + 16 / scale <= places.size[1] + 1e-6
    for i in range(1, number):
        apart = np.abs(corners[:i] - corners[i])
        assert ((apart[:, 0] >= tile[0]) | (apart[:, 1] >= tile[1] + 15.9 / scale)).all()
    for i in range(number):
        x, y = corners[i]
        assert places.pixel_at(x + 0.5, y - 0.5) == (i, 0, 0)
        assert places.pixel_at(x + tile[0] - 0.5, y - tile[1] + 0.5) == (i, tile[1] - 1, tile[0] - 1)
        assert places.pixel_at(x - 0.1, y) is None
