"""The histograms of the Weights tab: what is drawn was counted by NumPy from the same arrays."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from core.engine.parameters import get_arrays
from core.experiment import with_value
from core.probes import ActivationsProbe, HistogramProbe
from desktop_app.plots.weights_histograms import map_colours
from desktop_app.theme import themes
from tests.core.engine.runs import DENSE, DENSE_RELU, DROPOUT, small
from tests.desktop_app.plots.weights_bench import WeightsBench

LEFT = Qt.MouseButton.LeftButton
EXPERIMENT = small([DENSE_RELU, DROPOUT, DENSE])


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> WeightsBench:
    themes.choose("light")
    bench = WeightsBench(qtbot, tmp_path)
    bench.turn_to("Histograms")
    bench.begin(EXPERIMENT)
    return bench


def choose(box: QComboBox, text: str) -> None:
    """Choose an entry with the keyboard."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText() == text:
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(f"{text!r} is none of {entries(box)}")


def entries(box):
    return [box.itemText(i) for i in range(box.count())]


def test_what_is_shown_was_counted_by_numpy(bench):
    bench.step(3)
    page, arrays = bench.view.histograms, get_arrays(bench.run.net)
    outputs = bench.prober.take(ActivationsProbe("train", tuple(range(256)))).values
    parameters = bench.run.net._collect_params_with_prefix()
    for layer, what, array in (
        ("1 · Dense 32", "weights", arrays["0.weight"]),
        ("1 · Dense 32", "biases", arrays["0.bias"]),
        ("3 · Dense 10", "gradient: weights", parameters["2.weight"].grad().asnumpy() / 200),
        ("3 · Dense 10", "outputs (activations)", outputs["layer2"]),
        ("2 · Dropout", "outputs (activations)", outputs["layer1"]),
    ):
        choose(page.layer_box, layer)
        choose(page.quantity_box, what)
        timeline = page.histograms()
        assert timeline.steps[-1] == 3
        counts, edges = np.histogram(array, bins=80)
        np.testing.assert_array_equal(timeline.values[-1].counts, counts)
        np.testing.assert_allclose(timeline.values[-1].edges, edges, rtol=1e-5, atol=1e-9)


def test_gradients_begin_with_the_first_step_and_weights_before_it(bench):
    bench.step(2)
    page = bench.view.histograms
    choose(page.quantity_box, "weights")
    assert page.histograms().steps == [0, 1, 2]
    choose(page.quantity_box, "gradient: biases")
    assert page.histograms().steps == [1, 2]


def test_only_what_a_layer_has_is_offered_and_the_kind_of_the_choice_stays(bench):
    page = bench.view.histograms
    assert entries(page.layer_box) == ["1 · Dense 32", "2 · Dropout", "3 · Dense 10"]
    choose(page.quantity_box, "gradient: weights")
    choose(page.layer_box, "3 · Dense 10")
    assert page.quantity_box.currentText() == "gradient: weights"
    assert page.quantity == "2.weight:gradient"
    choose(page.layer_box, "2 · Dropout")
    assert entries(page.quantity_box) == ["outputs (activations)"]


def test_the_map_is_coloured_by_the_share_of_the_numbers(bench):
    bench.step(3)
    page = bench.view.histograms
    (_, _), (bottom, top) = page.plot.view.viewRange()
    picture = page.image.image
    edges = np.linspace(bottom, top, len(picture) + 1)
    shares = page.histograms().values[-1].shares(edges)
    np.testing.assert_array_equal(picture[:, -1], map_colours((shares / shares.max()).astype(np.float32)))
    weights = get_arrays(bench.run.net)["0.weight"]
    assert bottom < np.quantile(weights, 0.01)
    assert top > np.quantile(weights, 0.99)


def test_a_single_moment_is_a_line_until_there_is_another(bench):
    page = bench.view.histograms
    (line,) = [line for line in page.lines if len(line.x)]
    density, _ = np.histogram(get_arrays(bench.run.net)["0.weight"], bins=80, density=True)
    np.testing.assert_allclose(line.y[1:-1:2], density, rtol=1e-4, atol=1e-6)
    assert [entry.text for entry in page.legend.entries] == ["epoch 0.00, the only moment seen so far"]
    assert not page.image.isVisible()
    bench.step(1)
    assert page.image.isVisible()
    assert not any(len(line.x) for line in page.lines)
    (left, right), _ = page.plot.view.viewRange()
    assert left <= 0 < right < 1
    choose(page.quantity_box, "gradient: weights")
    assert not page.image.isVisible()
    bench.step(1)
    assert page.image.isVisible()


def test_the_lines_are_the_densities_of_the_latest_and_of_earlier_moments(bench):
    bench.step(3)
    page = bench.view.histograms
    QTest.mouseClick(page.lines_button, LEFT)
    drawn = [line for line in page.lines if len(line.x)]
    assert len(drawn) == 4
    first, latest = drawn[0], drawn[-1]
    density, edges = np.histogram(get_arrays(bench.run.net)["0.weight"], bins=80, density=True)
    np.testing.assert_allclose(latest.y[1:-1:2], density, rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(latest.x[::2], edges, rtol=1e-4, atol=1e-8)
    assert not np.array_equal(first.y, latest.y)
    assert [entry.text for entry in page.legend.entries][-1] == "latest"
    assert not page.image.isVisible()


def test_the_densities_of_exploded_weights_are_told_apart(bench):
    page = bench.view.histograms
    counts, edges = np.histogram(np.linspace(-3e34, 3e34, 2048) ** 3 / 1e69, bins=80)
    for step in (1, 2):
        bench.tell({"0.weight:counts": counts, "0.weight:edges": edges}, step)
    QTest.mouseClick(page.lines_button, LEFT)
    axis, (_, (low, high)) = page.plot.left, page.plot.view.viewRange()
    spacing, values = axis.tickValues(low, high, page.plot.view.height())[0]
    texts = axis.tickStrings(values, 1.0, spacing)
    assert len(set(texts)) == len(texts) > 2
    assert texts[0] == "0"
    assert all("·10⁻" in text or text.startswith("10⁻") for text in texts[1:])


def test_the_mouse_reads_counts(bench):
    bench.step(3)
    page = bench.view.histograms
    latest = page.histograms().values[-1]
    fullest = int(latest.counts.argmax())
    middle = float(latest.edges[fullest : fullest + 2].mean())
    text = bench.hover(1.0, middle)
    assert "<b>epoch 1.00</b>, step 3" in text
    assert f"{latest.counts[fullest]:.0f} of 2,048" in text
    QTest.mouseClick(page.lines_button, LEFT)
    text = bench.hover(middle, 1.0)
    assert f"{latest.counts[fullest]:.0f} of 2,048" in text
    assert text.count("epoch") == 4


def test_zooming_shows_more_of_less_and_reset_everything(bench):
    bench.step(3)
    page = bench.view.histograms
    before = page.plot.view.viewRange()
    QTest.keyClick(page, Qt.Key.Key_Plus)
    zoomed = page.plot.view.viewRange()
    assert zoomed[1][1] - zoomed[1][0] == pytest.approx(0.8 * (before[1][1] - before[1][0]))
    bench.step(1)
    assert page.plot.view.viewRange() == zoomed
    QTest.mouseClick(bench.view.reset_button, LEFT)
    assert page.plot.view.viewRange()[0][1] == pytest.approx(4 / 3)


def test_memory_stays_bounded(bench):
    page = bench.view.histograms
    taken = bench.prober.take(page.probe())
    from dataclasses import replace

    for step in range(1000):
        page.answers.add(step, taken.values)
    assert len(page.answers) <= 240
    page.show_experiment(EXPERIMENT, 3)
    many = {f"{i}.weight:counts": np.zeros(100_000, np.float32) for i in range(10)}
    page.show_probe(replace(taken, values=many))
    assert page.answers.limit == 40


def test_numbers_are_exported_and_another_network_begins_afresh(bench):
    bench.step(2)
    page = bench.view.histograms
    rows = list(csv.DictReader(io.StringIO(page.to_csv())))
    assert len(rows) == 3 * 80
    latest = np.array([[float(row["low"]), float(row["count"])] for row in rows if row["step"] == "2"])
    counts, edges = np.histogram(get_arrays(bench.run.net)["0.weight"], bins=80)
    np.testing.assert_array_equal(latest[:, 1], counts)
    np.testing.assert_allclose(latest[:, 0], edges[:-1], rtol=1e-5, atol=1e-9)
    assert isinstance(page.probe(), HistogramProbe)
    bench.begin(with_value(EXPERIMENT, "training.seed", 8))
    assert page.histograms().steps == [0]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_grow_evenly_from_the_ground(theme):
    themes.choose(theme)
    colours = map_colours(np.linspace(0, 1, 50)).astype(int)
    steps = np.abs(colours - colours[0]).sum(axis=1)
    assert (np.diff(steps) >= 0).all()
    assert steps[-1] > 150
