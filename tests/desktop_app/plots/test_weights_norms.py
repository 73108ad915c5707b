"""The norms of the Weights tab: those that NumPy finds in the parameters before and after every step."""

from __future__ import annotations

import csv
import io
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.engine.parameters import get_arrays
from core.presets import load_preset
from core.probes import Subject, UpdatesProbe
from desktop_app.plots.weights_norms import layer_styles
from desktop_app.theme import themes
from tests.core.engine.runs import DENSE, DENSE_RELU, DROPOUT, small
from tests.desktop_app.plots.weights_bench import WeightsBench

NAMES = ("0.weight", "2.weight")
OPTIMIZERS = ({"kind": "sgd", "learning_rate": 0.5}, {"kind": "adam", "learning_rate": 0.01})


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> WeightsBench:
    themes.choose("light")
    bench = WeightsBench(qtbot, tmp_path)
    bench.turn_to("Norms")
    return bench


@pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=["sgd", "adam"])
def test_every_step_has_the_norms_of_numpy(bench, optimizer):
    bench.begin(small([DENSE_RELU, DROPOUT, DENSE], optimizer=optimizer))
    page, arrays = bench.view.norms, [get_arrays(bench.run.net)]
    for _ in range(4):
        bench.step()
        arrays.append(get_arrays(bench.run.net))
    assert page.answers.steps == [1, 2, 3, 4]
    for i, name in enumerate(NAMES):
        norms = np.array([np.linalg.norm(before[name]) for before in arrays[:-1]])
        steps = [np.linalg.norm(after[name] - before[name]) for before, after in pairwise(arrays)]
        np.testing.assert_allclose(page.norms(i), norms, rtol=1e-5)
        np.testing.assert_allclose(page.ratios(i), steps / norms, rtol=1e-4)
        np.testing.assert_allclose(10 ** page.norm_lines[i].y, norms, rtol=1e-5)
        np.testing.assert_allclose(10 ** page.ratio_lines[i].y, steps / norms, rtol=1e-4)
        np.testing.assert_allclose(page.ratio_lines[i].x, np.arange(1, 5) / 3)


def test_a_single_moment_has_an_epoch_to_itself(bench):
    bench.begin(small())
    bench.step(1)
    (left, right), _ = bench.view.norms.ratio.view.viewRange()
    assert left <= 0 < 1 <= right < 1.2


def test_what_to_do_is_said_until_a_step_was_measured(bench):
    bench.begin(small())
    assert bench.view.pages.currentWidget() is bench.view.message
    assert bench.view.message.title.text() == "Train on: steps are measured while this is seen."
    bench.step(2)
    assert bench.view.pages.currentWidget() is bench.view.norms
    assert bench.view.state.text() == "after step 2"
    bench.turn_to("Gradients")
    bench.turn_to("Norms")
    assert bench.view.state.text() == ""


def test_the_guide_is_drawn_at_a_thousandth_and_explained(bench):
    bench.begin(small())
    bench.step(2)
    page = bench.view.norms
    np.testing.assert_allclose(page.guide.y, -3)
    bottom, top = page.ratio.view.viewRange()[1]
    assert bottom < -3 < top
    assert "guide 10⁻³" in [entry.text for entry in page.legend.entries]
    assert "thousandth" in page.guide_label.toolTip()


def test_weights_that_are_all_zero_leave_gaps(bench):
    bench.begin(small())
    values = {f"{name}:{what}": 0.0 for name in ("0.weight", "1.weight") for what in ("norm", "update")}
    bench.tell(values, step=1)
    bench.tell(values | {"0.weight:norm": 2.0, "0.weight:update": 0.5}, step=2)
    page = bench.view.norms
    np.testing.assert_array_equal(page.ratios(0), [np.nan, 0.25])
    assert np.isnan(page.ratio_lines[1].y).all()
    assert bench.view.probes() == (UpdatesProbe(),)


def test_the_mouse_reads_the_nearest_layer(bench):
    bench.begin(small())
    bench.step(3)
    page = bench.view.norms
    for i, name in enumerate(("1 · Dense 32", "2 · Dense 10")):
        text = bench.hover(2 / 3, float(page.norm_lines[i].y[1]))
        assert name in text
        assert "step 2" in text
        assert f"‖W‖ = {page.norms(i)[1]:.4g}" in text


def test_many_layers_are_told_apart_by_depth_and_few_by_colour_and_symbol(bench):
    few, many = layer_styles(3), layer_styles(50)
    assert len({(style.colour, style.symbol) for style in few}) == 3
    assert len({style.colour for style in many}) == 50
    bench.view.show_subject(Subject(load_preset("deep-tanh"), None, has_network=False))
    page = bench.view.norms
    assert [entry.text.partition(" ")[0] for entry in page.legend.entries] == ["1", "13", "26", "39", "51", "guide"]
    themes.choose("dark")
    assert page.norm_lines[0].style.colour != many[0].colour, "the dark end of the map is not seen on a dark ground"


def test_zooming_holds_still_until_reset_and_both_plots_move_together(bench):
    bench.begin(small())
    bench.step(3)
    page = bench.view.norms
    QTest.keyClick(page, Qt.Key.Key_Plus)
    zoomed = page.ratio.view.viewRange()
    bench.step()
    assert page.ratio.view.viewRange() == zoomed
    assert page.norm.view.viewRange()[0] == pytest.approx(zoomed[0])
    QTest.mouseClick(bench.view.reset_button, Qt.MouseButton.LeftButton)
    assert page.ratio.view.viewRange()[0] == pytest.approx([1 / 3, 4 / 3])


def test_numbers_are_exported(bench):
    bench.begin(small())
    bench.step(2)
    page = bench.view.norms
    rows = list(csv.DictReader(io.StringIO(page.to_csv())))
    assert [(row["step"], row["layer"]) for row in rows] == [("1", "1"), ("2", "1"), ("1", "2"), ("2", "2")]
    np.testing.assert_allclose([float(row["norm"]) for row in rows[:2]], page.norms(0))
    np.testing.assert_allclose([float(row["update_ratio"]) for row in rows[2:]], page.ratios(1))
