"""Distributions against SciPy, and what histogram and convergence say of samples."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from core.explorers.sampling import SamplingSetup, convergence, density, draw, histogram
from core.explorers.setup import SetupError, changed

CASES = [
    (SamplingSetup(distribution="uniform", low=-1.0, high=3.0, n=2000), stats.uniform(-1, 4)),
    (SamplingSetup(distribution="normal", mu=2.0, sigma=0.5, n=2000), stats.norm(2, 0.5)),
    (SamplingSetup(distribution="poisson", rate=3.5, n=2000), stats.poisson(3.5)),
]


@pytest.mark.parametrize(("setup", "oracle"), CASES)
def test_moments_and_densities_are_those_of_scipy(setup, oracle):
    mean, variance, kurtosis = (float(value) for value in oracle.stats(moments="mvk"))
    np.testing.assert_allclose((setup.mean, setup.variance), (mean, variance))
    np.testing.assert_allclose(setup.fourth_moment, (kurtosis + 3) * variance**2)
    x = np.arange(0.0, 12.0) if setup.is_discrete else np.linspace(-2, 4, 50)
    np.testing.assert_allclose(density(setup, x), oracle.pmf(x) if setup.is_discrete else oracle.pdf(x), atol=1e-12)


@pytest.mark.parametrize(("setup", "oracle"), CASES)
def test_samples_pass_a_test_of_their_distribution(setup, oracle):
    samples = draw(setup)
    assert samples.shape == (2000,)
    if setup.is_discrete:
        shown = histogram(setup, samples)
        expected = 2000 * oracle.pmf(shown.x)
        large = expected >= 5
        assert (
            stats.chisquare(shown.counts[large], expected[large] * shown.counts[large].sum() / expected[large].sum())[1]
            > 1e-3
        )
    else:
        assert stats.kstest(samples, oracle.cdf)[1] > 1e-3


@settings(max_examples=40)
@given(
    st.sampled_from(["uniform", "normal", "poisson"]),
    st.integers(1, 500),
    st.integers(0, 2**31 - 1),
    st.floats(-100, 99),
    st.floats(0.01, 50),
    st.floats(0.1, 100),
)
def test_bars_hold_all_samples_and_their_areas_make_one(distribution, n, seed, low, spread, rate):
    setup = SamplingSetup(
        distribution=distribution,
        n=n,
        seed=seed,
        low=low,
        high=min(100.0, low + spread),
        mu=low,
        sigma=spread,
        rate=rate,
    )
    samples = draw(setup)
    shown = histogram(setup, samples)
    assert shown.counts.sum() == n
    np.testing.assert_allclose((shown.heights * np.diff(shown.edges)).sum(), 1)
    assert len(shown.x) == len(shown.true)
    found = convergence(setup, samples)
    np.testing.assert_allclose(found.mean[-1], samples.mean(), rtol=1e-6, atol=1e-8)
    np.testing.assert_allclose(found.variance[-1], samples.var(), rtol=1e-5, atol=1e-8)


def test_more_samples_of_a_seed_begin_with_the_same_ones():
    for setup, _ in CASES:
        few = setup.model_copy(update={"n": 10})
        np.testing.assert_array_equal(draw(setup)[:10], draw(few))


@pytest.mark.parametrize(("setup", "_oracle"), CASES)
def test_the_band_holds_about_95_percent_of_the_means_and_variances(setup, _oracle):
    inside = np.zeros(2)
    for seed in range(200):
        found = convergence(setup, draw(setup.model_copy(update={"seed": seed, "n": 200})))
        inside += [
            abs(found.mean[-1] - setup.mean) <= found.mean_reach[-1],
            abs(found.variance[-1] - setup.variance) <= found.variance_reach[-1],
        ]
    assert ((inside / 200 > 0.89) & (inside / 200 < 0.995)).all()


def test_low_must_be_below_high():
    with pytest.raises(SetupError, match="low must be below high"):
        changed(SamplingSetup(), {"low": 3.0, "high": 3.0})
    with pytest.raises(SetupError, match="The distributions are: uniform"):
        changed(SamplingSetup(), {"distribution": "cauchy"})
