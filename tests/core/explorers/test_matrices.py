"""Products of random matrices: against plain multiplication, the law of Newman, and the book."""

from __future__ import annotations

import numpy as np
import pytest

from core.explorers.matrices import MatricesSetup, growth, multiply, steady_sigma


def test_products_are_those_of_one_after_the_other():
    setup = MatricesSetup(sigma=0.7, size=3, num_factors=10, num_seeds=2)
    found = multiply(setup)
    for seed in range(2):
        factors = 0.7 * np.random.default_rng(seed).standard_normal((10, 3, 3))
        product = np.linalg.multi_dot(factors)
        assert found.norms[seed, -1] == pytest.approx(np.log10(np.linalg.norm(product)))
        if seed == 0:
            np.testing.assert_allclose(found.products[-1], product, rtol=1e-9)
            np.testing.assert_allclose(found.products[0], factors[0])


@pytest.mark.parametrize(("sigma", "size"), [(1.0, 4), (0.5, 4), (0.3, 10), (2.0, 2)])
def test_norms_grow_by_the_law(sigma, size):
    norms = multiply(MatricesSetup(sigma=sigma, size=size, num_factors=200)).norms
    measured = (norms[:, -1] - norms[:, 49]).mean() / 150
    assert measured == pytest.approx(growth(sigma, size), abs=0.02)


def test_the_steady_sigma_does_not_grow():
    assert growth(steady_sigma(4), 4) == pytest.approx(0)
    assert 0.56 < steady_sigma(4) < 0.58


def test_the_products_of_the_book():
    entries = np.abs(multiply(MatricesSetup()).products[-1])
    assert 1e20 < entries.max() < 1e28
    assert np.abs(multiply(MatricesSetup(sigma=0.5)).products[-1]).max() < 1
