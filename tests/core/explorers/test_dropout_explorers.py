"""Expectation and noise of dropout: closed forms against draws, and against every mask there is."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from core.explorers.expectation import MAX_DRAWS, ExpectationSetup, draw, expected_share, share_deviation
from core.explorers.rates import Paths, RatesSetup, draw_outputs, paths, share_of_paths


@pytest.mark.parametrize(("rate", "scaled"), [(0.2, True), (0.5, True), (0.5, False), (0.0, True)])
def test_means_approach_the_expectation_as_their_deviation_says(rate, scaled):
    setup = ExpectationSetup(rate=rate, scaled=scaled, draws=MAX_DRAWS, units=12)
    found = draw(setup)
    factor = 1 / (1 - rate) if scaled else 1
    np.testing.assert_allclose(found.means[99], (found.h * factor * found.kept[:100]).mean(axis=0))
    reach = 4 * share_deviation(setup) / np.sqrt(MAX_DRAWS)
    np.testing.assert_allclose(found.shares[-1], expected_share(setup), atol=reach + 1e-9)
    outcomes = np.array([0.0, factor])
    chances = np.array([rate, 1 - rate])
    assert expected_share(setup) == pytest.approx(outcomes @ chances)
    assert share_deviation(setup) ** 2 == pytest.approx(np.square(outcomes - expected_share(setup)) @ chances)


def test_more_draws_begin_with_those_of_fewer():
    few, many = draw(ExpectationSetup(draws=7)), draw(ExpectationSetup(draws=50))
    np.testing.assert_array_equal(few.kept, many.kept[:7])
    assert (draw(ExpectationSetup(draws=50, seed=1)).kept != many.kept).any()


def test_the_noise_of_two_layers_is_that_of_all_their_masks():
    parts = np.array([[0.1, 0.2], [0.4, 0.25], [0.0, 0.05]])
    p1, p2 = 0.3, 0.6
    outcomes, chances = [], []
    for first in product((0, 1), repeat=2):
        for second in product((0, 1), repeat=3):
            kept = np.array(second) @ parts @ np.array(first) / ((1 - p1) * (1 - p2))
            outcomes.append(kept)
            chances.append(np.prod(np.where(first, 1 - p1, p1)) * np.prod(np.where(second, 1 - p2, p2)))
    outcomes, chances = np.array(outcomes), np.array(chances)
    assert outcomes @ chances == pytest.approx(1)
    assert Paths(parts).deviation(p1, p2) == pytest.approx(np.sqrt(np.square(outcomes - 1) @ chances))


def test_draws_have_the_mean_and_noise_of_the_closed_form():
    setup = RatesSetup()
    found = paths(setup)
    assert found.parts.shape == (16, 16)
    assert found.parts.sum() == pytest.approx(1)
    outputs = draw_outputs(setup, found)
    assert outputs.mean() == pytest.approx(1, abs=0.03)
    assert outputs.std() == pytest.approx(found.deviation(0.2, 0.5), rel=0.05)
    assert share_of_paths(0.2, 0.5) == pytest.approx(0.4)


def test_a_rate_is_noisier_on_a_small_layer():
    small_first = paths(RatesSetup(first_units=4))
    assert small_first.deviation(0.5, 0.2) > 1.3 * small_first.deviation(0.2, 0.5)
