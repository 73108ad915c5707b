"""The computations of the book against closed forms and NumPy."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest

from core.book import ENTRIES, find_entry
from core.engine import book
from core.engine.mx import mx
from core.verdicts import Computed, judge


@cache
def of_the_book(key: str, seed: int) -> Computed:
    """Return what is computed, once for all tests."""
    return book.compute(key, seed)


def test_every_computation_has_a_row_and_every_computed_row_a_computation() -> None:
    assert set(book.COMPUTATIONS) == {entry.key for entry in ENTRIES if entry.computed}


@pytest.mark.parametrize("key", sorted(book.COMPUTATIONS))
@pytest.mark.parametrize("seed", range(2))
def test_any_seed_is_inside_the_band(key: str, seed: int) -> None:
    entry, computed = find_entry(key), of_the_book(key, seed)
    assert {figure.name for figure in entry.figures} == set(computed.values)
    assert judge(entry, computed).inside, computed
    assert computed.seconds > 0


@pytest.mark.parametrize("key", ["autograd", "matrix-product", "matrix-product-scaled", "mean-gradients"])
def test_equal_seeds_give_equal_values(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "NUM_LAYERS", 5)
    np.testing.assert_equal(book.compute(key, 5).values, book.compute(key, 5).values)


def test_the_gradient_is_four_times_x() -> None:
    assert book.compute("autograd").values == {"gradient_0": 0, "gradient_1": 4, "gradient_2": 8, "gradient_3": 12}


def test_the_product_is_that_of_numpy() -> None:
    mx.random.seed(3)
    matrices = [mx.nd.random.normal(shape=(4, 4)).asnumpy().astype(np.float64) for _ in range(101)]
    expected = np.abs(np.linalg.multi_dot(matrices)).max()
    assert book.compute("matrix-product", 3).values["largest"] == pytest.approx(expected, rel=1e-3)


def test_smaller_matrices_scale_the_product() -> None:
    """Factors of one half and of 0.7 in each of 101 matrices: that is all that differs, for equal random numbers."""
    mx.random.seed(3)
    first = mx.nd.random.normal(scale=0.5, shape=(4, 4)).asnumpy()
    mx.random.seed(3)
    np.testing.assert_allclose(first, 0.5 * mx.nd.random.normal(shape=(4, 4)).asnumpy(), rtol=1e-6)
    mx.random.seed(3)
    matrices = [mx.nd.random.normal(shape=(4, 4)).asnumpy().astype(np.float64) for _ in range(101)]
    expected = abs(np.linalg.multi_dot(matrices)[0, 0]) * 0.5**101
    assert book.compute("matrix-product-scaled", 3).values["first_0.5"] == pytest.approx(expected, rel=1e-2)


@pytest.mark.parametrize("scale", [0.1, 0.2])
def test_the_mean_gradient_is_that_of_backpropagation_by_hand(scale: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "NUM_LAYERS", 3)
    monkeypatch.setattr(book, "NUM_UNITS", 5)
    mx.random.seed(4)
    found = book._mean_gradient("sigmoid", mx.init.Normal(scale))
    mx.random.seed(4)
    X = mx.nd.random.normal(shape=(1, 5)).asnumpy()
    weights = [mx.nd.random.normal(scale=scale, shape=(5, 5)).asnumpy() for _ in range(3)]
    signals = [X]
    for W in weights:
        signals.append(1 / (1 + np.exp(-signals[-1] @ W.T)))
    delta = signals[-1] * (1 - signals[-1])
    for W, signal in zip(weights[:0:-1], signals[-2:0:-1], strict=True):
        delta = delta @ W * signal * (1 - signal)
    assert found == pytest.approx(np.abs(delta.T @ X).mean(), rel=1e-4)


def test_overflow_is_told_as_such() -> None:
    assert not math.isfinite(of_the_book("mean-gradients", 0).values["relu_0.8"])
