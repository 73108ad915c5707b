"""Inverted dropout keeps the expectation: what chance does to it stays inside of what is said of it."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import binom, norm

from core.dropout import Z_95, mean_spread, rate_spread, running_means

INPUTS = np.random.RandomState(3).normal(size=40)


def test_running_means_are_those_of_masks_drawn_one_by_one():
    random, outputs = np.random.RandomState(5), []
    for _ in range(20):
        kept = random.uniform(size=40) >= 0.3
        outputs.append(np.where(kept, INPUTS / 0.7, 0).mean())
    expected = [np.mean(outputs[: k + 1]) for k in range(20)]
    np.testing.assert_allclose(running_means(INPUTS, 0.3, 20, seed=5), expected)


@pytest.mark.parametrize("rate", [0.1, 0.5, 0.9])
def test_the_mean_output_stays_near_the_mean_input_as_often_as_is_said(rate):
    ends = np.array([running_means(INPUTS, rate, 200, seed)[-1] for seed in range(1000)])
    spread = mean_spread(INPUTS, rate, np.array([200.0]))[0]
    inside = int((np.abs(ends - INPUTS.mean()) <= spread).sum())
    low, high = binom.interval(1 - 1e-6, 1000, 0.95)
    assert low <= inside <= high


def test_without_dropout_nothing_is_left_to_chance():
    np.testing.assert_allclose(running_means(INPUTS, 0.0, 10, seed=0), INPUTS.mean())
    np.testing.assert_array_equal(mean_spread(INPUTS, 0.0, np.array([1.0, 10.0])), 0)


def test_the_spread_of_the_rate_is_that_of_a_binomial_distribution():
    assert norm.cdf(Z_95) - norm.cdf(-Z_95) == pytest.approx(0.95)
    entries = np.array([1000.0, 100_000.0])
    np.testing.assert_allclose(rate_spread(0.3, entries), Z_95 * binom.std(entries, 0.3) / entries)
