"""Samples of a distribution: their histogram against the true density or mass, and how mean and variance converge."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.explorers.setup import Setup
from core.fields import setting
from core.texts import say

Numbers = NDArray[np.float64]

MOST_SAMPLES = 100_000
DISTRIBUTIONS = {"uniform": "uniform", "normal": "normal", "poisson": "Poisson"}
_MOST_BINS = 60
_MOST_POINTS = 118
"""More would be drawn with a thin line."""
_BAND = 1.96
"""In so many standard errors around the true value lie 95 % of all sample means."""


class SamplingSetup(Setup):
    """A distribution with its parameters, how many samples are drawn, and the seed."""

    distribution: str = setting(
        "normal", title="Distribution", help="Where the samples come from.", choices=DISTRIBUTIONS
    )
    low: float = setting(
        0.0, title="low", help="The lower end of the uniform distribution.", ge=-100.0, le=100.0, step=0.5
    )
    high: float = setting(
        1.0, title="high", help="The upper end of the uniform distribution.", ge=-100.0, le=100.0, step=0.5
    )
    mu: float = setting(0.0, title="μ", help="The mean of the normal distribution.", ge=-100.0, le=100.0, step=0.5)
    sigma: float = setting(
        1.0, title="σ", help="The standard deviation of the normal distribution.", ge=0.01, le=50.0, step=0.1, log=True
    )
    rate: float = setting(
        4.0,
        title="λ",
        help="The mean of the Poisson distribution, which is its variance too.",
        ge=0.1,
        le=100.0,
        step=0.5,
        log=True,
    )
    n: int = setting(100, title="n", help="How many samples are drawn.", ge=1, le=MOST_SAMPLES, step=100, log=True)
    seed: int = setting(0, title="Seed", help="Equal seeds give equal samples.", ge=0, le=2**31 - 1)

    def problem(self) -> str:
        """Return what is wrong with the parameters."""
        if self.distribution not in DISTRIBUTIONS:
            return say("The distributions are: {names}.", names=", ".join(DISTRIBUTIONS))
        if self.low >= self.high:
            return say("low must be below high.")
        return ""

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the settings that the distribution has."""
        return {"uniform": ("low", "high"), "normal": ("mu", "sigma"), "poisson": ("rate",)}[self.distribution]

    @property
    def is_discrete(self) -> bool:
        """Whether the samples are whole numbers."""
        return self.distribution == "poisson"

    @property
    def mean(self) -> float:
        """The mean of the distribution."""
        return {"uniform": (self.low + self.high) / 2, "normal": self.mu, "poisson": self.rate}[self.distribution]

    @property
    def variance(self) -> float:
        """The variance of the distribution."""
        if self.distribution == "uniform":
            return (self.high - self.low) ** 2 / 12
        return self.sigma**2 if self.distribution == "normal" else self.rate

    @property
    def fourth_moment(self) -> float:
        """The mean fourth power of the distance from the mean."""
        kurtosis = {"uniform": 1.8, "normal": 3.0, "poisson": 3.0 + 1.0 / self.rate}[self.distribution]
        return kurtosis * self.variance**2


def draw(setup: SamplingSetup) -> Numbers:
    """Return n samples, ``(n,)``. With more samples of the same seed, the first ones stay the same."""
    random = np.random.RandomState(setup.seed)
    if setup.distribution == "uniform":
        return random.uniform(setup.low, setup.high, setup.n)
    if setup.distribution == "normal":
        return random.normal(setup.mu, setup.sigma, setup.n)
    return random.poisson(setup.rate, setup.n).astype(np.float64)


def density(setup: SamplingSetup, x: Numbers) -> Numbers:
    """Return the density at x, or for whole numbers the probability of each."""
    if setup.distribution == "uniform":
        return np.where((x >= setup.low) & (x <= setup.high), 1 / (setup.high - setup.low), 0.0)
    if setup.distribution == "normal":
        z = (x - setup.mu) / setup.sigma
        return np.asarray(np.exp(-(z**2) / 2) / (setup.sigma * math.sqrt(2 * math.pi)))
    logs = [k * math.log(setup.rate) - setup.rate - math.lgamma(k + 1) for k in x.tolist()]
    return np.asarray(np.exp(np.array(logs)))


@dataclass(frozen=True, eq=False)
class Histogram:
    """Bars from ``edges[i]`` to ``edges[i + 1]``; all areas together, or all heights if ``is_discrete``, make 1.

    ``x`` and ``true`` are the curve, or the points, of the distribution itself.
    """

    edges: Numbers
    heights: Numbers
    counts: NDArray[np.int64]
    x: Numbers
    true: Numbers
    is_discrete: bool


def histogram(setup: SamplingSetup, samples: Numbers) -> Histogram:
    """Return the bars of some samples, over the range where the distribution or a sample is."""
    low, high = _range(setup, samples)
    if setup.is_discrete:
        edges = np.arange(low - 0.5, high + 1.0)
        x = np.arange(low, high + 1)
    else:
        inside = setup.high - setup.low if setup.distribution == "uniform" else high - low
        bins = min(_MOST_BINS, max(8, round(2 * len(samples) ** (1 / 3))))
        width = inside / bins
        start = setup.low if setup.distribution == "uniform" else low
        before = math.ceil(max(0.0, start - low) / width - 1e-9)
        after = math.ceil(max(0.0, high - start - inside) / width - 1e-9)
        edges = start + width * np.arange(-before, bins + after + 1)
        x = np.linspace(edges[0], edges[-1], _MOST_POINTS)
        if setup.distribution == "uniform":
            # The jumps stand upright.
            x = np.array([edges[0], setup.low - 1e-12, setup.low, setup.high, setup.high + 1e-12, edges[-1]])
            true = np.array([0, 0, *[1 / (setup.high - setup.low)] * 2, 0, 0])
    counts = np.histogram(samples, edges)[0]
    if setup.distribution != "uniform":
        true = density(setup, x)
    return Histogram(edges, counts / (len(samples) * np.diff(edges)), counts, x, true, setup.is_discrete)


def _range(setup: SamplingSetup, samples: Numbers) -> tuple[float, float]:
    spread = math.sqrt(setup.variance)
    if setup.distribution == "uniform":
        margin = 0.1 * (setup.high - setup.low)
        return setup.low - margin, setup.high + margin
    low, high = setup.mean - 4 * spread, setup.mean + 4 * spread
    if setup.is_discrete:
        return max(0.0, math.floor(min(low, samples.min()))), float(math.ceil(max(high, samples.max())))
    return min(low, float(samples.min())), max(high, float(samples.max()))


@dataclass(frozen=True, eq=False)
class Convergence:
    """Mean and variance of the first ``n`` samples, for some n, and how far 95 % of all such runs are away at most."""

    n: Numbers
    mean: Numbers
    variance: Numbers
    mean_reach: Numbers
    variance_reach: Numbers


def convergence(setup: SamplingSetup, samples: Numbers) -> Convergence:
    """Return how mean and variance develop with n; the variance is that with n in the denominator."""
    counts = np.arange(1, len(samples) + 1, dtype=np.float64)
    # Around the true mean, so that nothing is lost where it is large against the spread.
    away = samples - setup.mean
    means = np.cumsum(away) / counts
    variances = np.maximum(np.cumsum(away**2) / counts - means**2, 0.0)
    chosen = np.unique(np.geomspace(1, len(samples), _MOST_POINTS).round().astype(int)) - 1
    n = counts[chosen]
    return Convergence(
        n,
        means[chosen] + setup.mean,
        variances[chosen],
        _BAND * np.sqrt(setup.variance / n),
        _BAND * np.sqrt((setup.fourth_moment - setup.variance**2) / n),
    )
