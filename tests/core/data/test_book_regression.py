from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special, stats
from sklearn.preprocessing import PolynomialFeatures

from core.data import HighDimensional, Polynomial
from core.errors import DataError
from core.fields import settings_of

BOTH: list[Any] = [Polynomial, HighDimensional]
seeds = st.integers(0, 2**31 - 1)


@pytest.mark.parametrize("data", BOTH)
@given(sizes=st.tuples(st.integers(1, 60), st.integers(0, 60), st.integers(0, 60)), seed=seeds)
@settings(max_examples=30)
def test_the_facts_are_what_loading_gives(data: Any, sizes: tuple[int, int, int], seed: int) -> None:
    chosen = data(num_train=sizes[0], num_validation=sizes[1], num_test=sizes[2], seed=seed)
    facts, parts, again = chosen.facts(), chosen.load(), chosen.load()
    assert parts.facts == facts
    assert (facts.num_train, facts.num_validation, facts.num_test) == sizes
    for part, same, size in zip(
        (parts.train, parts.validation, parts.test), (again.train, again.validation, again.test), sizes, strict=True
    ):
        assert (part is not None) == (size > 0)
        if part is not None:
            assert part.X.shape == (size, *facts.input_shape) == (size, len(facts.input_names))
            assert part.y.shape == (size, 1)
            assert part.X.dtype == part.y.dtype == np.float32
            np.testing.assert_array_equal(part.X, same.X)
            np.testing.assert_array_equal(part.y, same.y)


@pytest.mark.parametrize("data", BOTH)
@given(few=st.integers(1, 40), seed=seeds)
@settings(max_examples=20)
def test_fewer_samples_are_the_first_of_more_and_other_parts_stay(data: Any, few: int, seed: int) -> None:
    small, large = (data(num_train=n, num_test=5, seed=seed).load() for n in (few, 41))
    np.testing.assert_array_equal(small.train.X, large.train.X[:few])
    np.testing.assert_array_equal(small.train.y, large.train.y[:few])
    for part in ("validation", "test"):
        np.testing.assert_array_equal(getattr(small, part).X, getattr(large, part).X)
        np.testing.assert_array_equal(getattr(small, part).y, getattr(large, part).y)


@pytest.mark.parametrize("data", BOTH)
def test_parts_and_seeds_share_no_samples(data: Any) -> None:
    loaded = [data(num_test=50, seed=seed).load() for seed in (0, 1)]
    together = np.concatenate([part.y for parts in loaded for part in (parts.train, parts.validation, parts.test)])
    assert len(np.unique(together)) == len(together)


class TestPolynomial:
    def test_it_is_the_books(self) -> None:
        data = Polynomial()
        assert (data.coefficients, data.bias, data.noise) == ((1.2, -3.4, 5.6), 5.0, 0.1)
        assert (data.num_train, data.num_validation, data.degree) == (100, 100, 3)
        train = Polynomial(num_train=5000).load().train
        assert train.points is not None
        x = train.points[:, 0].astype(np.float64)
        noise = train.y[:, 0] - (1.2 * x - 3.4 * x**2 + 5.6 * x**3 + 5)
        assert stats.kstest(x, "norm").pvalue > 0.001
        assert stats.kstest(noise / 0.1, "norm").pvalue > 0.001
        assert abs(np.corrcoef(x, noise)[0, 1]) < 0.06

    def test_least_squares_find_the_coefficients(self) -> None:
        train = Polynomial(num_train=1000).load().train
        found = np.linalg.lstsq(np.column_stack([train.X, np.ones(1000)]), train.y[:, 0], rcond=None)[0]
        np.testing.assert_allclose(found, [1.2, -3.4, 5.6, 5], atol=0.02)

    @given(st.integers(1, 20), st.lists(st.floats(-5, 5), min_size=1, max_size=30))
    def test_inputs_are_the_powers_of_scikit_learn(self, degree: int, x: list[float]) -> None:
        points = np.array(x, dtype=np.float32)[:, None]
        powers = PolynomialFeatures(degree, include_bias=False).fit_transform(points.astype(np.float64))
        np.testing.assert_allclose(Polynomial(degree=degree).features(points), powers, rtol=1e-5, atol=1e-37)
        scaled = Polynomial(degree=degree, scaling="factorial").features(points)
        np.testing.assert_allclose(scaled, powers / special.factorial(np.arange(1, degree + 1)), rtol=1e-5, atol=1e-37)

    @pytest.mark.parametrize("scaling", ["none", "factorial"])
    def test_inputs_are_those_of_the_points_and_the_targets_do_not_follow_the_degree(self, scaling: Any) -> None:
        cubic = Polynomial().load()
        for degree in (1, 5):
            data = Polynomial(degree=degree, scaling=scaling)
            parts = data.load()
            np.testing.assert_array_equal(parts.train.y, cubic.train.y)
            assert parts.train.points is not None
            np.testing.assert_array_equal(data.features(parts.train.points), parts.train.X)

    def test_inputs_have_names(self) -> None:
        assert Polynomial().facts().input_names == ("x", "x^2", "x^3")
        assert Polynomial(scaling="factorial").facts().input_names == ("x", "x^2/2!", "x^3/3!")
        assert [axis.name for axis in Polynomial().facts().axes] == ["x"]

    def test_settings_come_in_the_order_of_the_window(self) -> None:
        names = [facts.name for facts in settings_of(Polynomial)]
        own = ["coefficients", "bias", "noise", "degree", "scaling"]
        assert names == [*own, "num_train", "num_validation", "num_test", "seed"]

    def test_the_highest_powers_are_finite(self) -> None:
        data = Polynomial(coefficients=(1e6,) * 20, degree=20, num_train=100_000)
        train = data.load().train
        assert np.isfinite(train.X).all()
        assert np.isfinite(train.y).all()


class TestHighDimensional:
    def test_it_is_the_books(self) -> None:
        data = HighDimensional()
        assert (data.num_inputs, data.weight, data.bias, data.noise) == (200, 0.01, 0.05, 0.01)
        assert (data.num_train, data.num_validation) == (20, 100)
        train = HighDimensional(num_train=5000).load().train
        X, y = train.X.astype(np.float64), train.y[:, 0]
        assert stats.kstest(X.ravel()[:50_000], "norm").pvalue > 0.001
        assert stats.kstest((y - (0.01 * X.sum(axis=1) + 0.05)) / 0.01, "norm").pvalue > 0.001
        found = np.linalg.lstsq(np.column_stack([X, np.ones(5000)]), y, rcond=None)[0]
        np.testing.assert_allclose(found, [*[0.01] * 200, 0.05], atol=0.001)

    def test_it_has_no_axes(self) -> None:
        assert HighDimensional().facts().axes == ()
        assert HighDimensional().load().train.points is None
        with pytest.raises(TypeError, match="no points"):
            HighDimensional().features(np.zeros((1, 200)))

    def test_settings_come_in_the_order_of_the_window(self) -> None:
        names = [facts.name for facts in settings_of(HighDimensional)]
        assert names == ["num_inputs", "weight", "bias", "noise", "num_train", "num_validation", "num_test", "seed"]

    def test_more_than_fits_in_memory_is_refused(self) -> None:
        with pytest.raises(DataError, match="Take at most 2,000 samples, or fewer inputs"):
            HighDimensional(num_inputs=10_000, num_train=100_000).load()
