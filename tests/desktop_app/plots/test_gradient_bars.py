"""The gradient thermometer: bars as long as what autograd finds, honest signs for zero and NaN, a calm scale."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.presets import load_preset
from core.probes import GradientsProbe, Subject
from desktop_app.plots.gradient_bars import EXPLODING, VANISHING, bar_colour
from desktop_app.theme import themes
from tests.core.engine.hand_loop import HandLoop, nn
from tests.core.engine.runs import DENSE, DENSE_RELU, DROPOUT, small
from tests.desktop_app.plots.weights_bench import WeightsBench

NAMES = ("0.weight", "0.bias", "2.weight", "2.bias")


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> WeightsBench:
    themes.choose("light")
    bench = WeightsBench(qtbot, tmp_path)
    bench.turn_to("Gradients")
    return bench


def gradients(weights=(1e-3, 1e-4), biases=(1e-2, 1e-2)):
    return {f"{name}:mean_abs": value for name, value in zip(NAMES[::2] + NAMES[1::2], weights + biases, strict=True)}


def tops(bench):
    return bench.view.gradients.bars.opts["y1"]


class _Enough(Exception):  # noqa: N818
    pass


def _stop_at(steps, done):
    if done == steps:
        raise _Enough


@pytest.mark.parametrize("steps", [1, 4])
def test_bars_are_the_gradients_of_a_loop_written_by_hand(bench, steps):
    bench.begin(small())
    assert len(tops(bench)) == 0
    assert "before the first step" in bench.view.message.title.text()
    bench.step(steps)
    train = bench.run.job.parts.train
    blocks = nn.Dense(32, activation="relu", in_units=64), nn.Dense(10, in_units=32)
    hand = HandLoop(blocks, train.X.reshape(len(train), -1), train.y, batch_size=200, seed=7)
    with suppress(_Enough):
        while True:
            hand.epoch(before_step=lambda done: _stop_at(steps, done))
    expected = [np.abs(layer.weight.grad().asnumpy() / 200).mean() for layer in hand.net]
    np.testing.assert_allclose(10.0 ** tops(bench), expected, rtol=1e-4)
    np.testing.assert_allclose(bench.view.gradients.values, expected, rtol=1e-4)


def test_only_layers_that_learn_have_bars_and_they_bear_the_numbers_of_their_cards(bench):
    bench.begin(small([DENSE_RELU, DROPOUT, DENSE]))
    assert [layer.name for layer in bench.view.gradients.layers] == ["1 · Dense 32", "3 · Dense 10"]
    assert bench.view.probes() == (GradientsProbe(max_size=0),)
    assert bench.view.gradients.ticks == [(0, "1 · Dense 32"), (1, "3 · Dense 10")]


def test_fifty_layers_have_bars_of_one_width_and_some_of_their_numbers(bench):
    bench.begin(load_preset("deep-tanh"))
    bench.step()
    bars, ticks = bench.view.gradients.bars.opts, bench.view.gradients.ticks
    assert len(tops(bench)) == 51
    np.testing.assert_allclose(bars["x1"] - bars["x0"], 0.76)
    numbers = [int(text) for _, text in ticks]
    assert numbers[-1] == 50
    assert len(numbers) > 9
    assert all(place + 1 == number for (place, _), number in zip(ticks, numbers, strict=True))


def test_zero_and_what_is_no_number_are_no_bars_but_signs(bench):
    bench.begin(small([DENSE_RELU, DROPOUT, DENSE]))
    page = bench.view.gradients
    bench.tell(gradients((0.0, np.nan)))
    assert len(tops(bench)) == 0
    assert page.marks.texts() == [(0, "0"), (1, "NaN")]
    assert "learns nothing" in bench.hover(0, -5)
    assert "diverged" in bench.hover(1, -5)
    bench.tell(gradients((np.inf, 1e-3)))
    assert page.marks.texts() == [(0, "∞")]
    np.testing.assert_allclose(tops(bench), [-3])


def test_the_scale_grows_by_decades_and_never_shrinks(bench):
    bench.begin(small([DENSE_RELU, DROPOUT, DENSE]))

    def scale():
        return tuple(np.round(bench.view.gradients.plot.view.viewRange()[1], 6))

    usual = scale()
    for small_change in (1e-2, 1e-6, 1.0):
        bench.tell(gradients((small_change, 1e-3)))
        assert scale() == usual
    bench.tell(gradients((1e-20, 1e-3)))
    wide = scale()
    assert wide[0] < -20
    assert wide[1] == usual[1]
    bench.tell(gradients())
    assert scale() == wide, "a scale that follows every number would make the bars jump"
    bench.view.show_subject(Subject(load_preset("mlp"), None, has_network=False))
    assert scale() == usual


def test_the_mouse_reads_weights_and_biases_and_the_keyboard_zooms(bench):
    bench.begin(small([DENSE_RELU, DROPOUT, DENSE]))
    bench.tell(gradients((2.5e-9, 1e-3), (0.125, 0.25)))
    text = bench.hover(0, -8.8)
    assert "1 · Dense 32" in text
    assert "2.5·10⁻⁹" in text
    assert "0.125" in text
    assert "vanishing" in text
    page = bench.view.gradients
    before = page.plot.view.viewRange()
    QTest.keyClick(page, Qt.Key.Key_Plus)
    assert page.plot.view.viewRange() != before
    bottom, top = page.plot.view.viewRange()[1]
    assert all(bottom <= y <= top for y in tops(bench)), "pictures know no clipping"
    QTest.mouseClick(bench.view.reset_button, Qt.MouseButton.LeftButton)
    assert page.plot.view.viewRange() == before


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_tell_vanishing_from_exploding_without_red_and_green(theme):
    themes.choose(theme)
    low, middle, high = (bar_colour(value) for value in (VANISHING / 100, 1e-3, EXPLODING * 100))
    assert low == bar_colour(VANISHING)
    assert high == bar_colour(EXPLODING)
    assert low.blue() > low.red() + 60
    assert high.red() > high.blue() + 60
    assert middle not in (low, high)


def test_numbers_are_exported(bench):
    bench.begin(small([DENSE_RELU, DROPOUT, DENSE]))
    bench.step()
    export = next(button for button in bench.view.exports if button.isVisible())
    for action in export.menu().actions():
        action.trigger()
    folder = bench.saved_to.parent
    rows = list(csv.DictReader(io.StringIO((folder / "picture.csv").read_text())))
    assert [row["parameter"] for row in rows] == list(NAMES)
    taken = bench.prober.take(GradientsProbe()).values
    for row in rows:
        assert float(row["mean_abs_gradient"]) == pytest.approx(np.abs(taken[row["parameter"]]).mean(), rel=1e-4)
    assert (folder / "picture.png").read_bytes().startswith(b"\x89PNG")
    assert b"mean |gradient|" in (folder / "picture.svg").read_bytes()
