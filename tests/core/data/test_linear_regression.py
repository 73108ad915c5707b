from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from scipy import stats

from core.data import LinearRegression
from core.errors import DataError
from core.fields import field_facts, settings_of


def test_least_squares_find_w_and_b() -> None:
    data = LinearRegression()
    train = data.load().train
    solution, residual, _, _ = np.linalg.lstsq(np.column_stack([train.X, np.ones(1000)]), train.y[:, 0], rcond=None)
    # The standard deviation of each is 0.01 / sqrt(1000) = 0.0003.
    np.testing.assert_allclose(solution, [2, -3.4, 4.2], atol=0.0015)
    # With half squared errors, the closed form of the reference results has a loss of 5.01e-5.
    assert residual[0] / 1000 / 2 == pytest.approx(5e-5, rel=0.15)


def test_inputs_and_noise_are_normal() -> None:
    data = LinearRegression(num_samples=5000, w=(1.5,), b=-2.0, noise=0.25, seed=1)
    train = data.load().train
    assert stats.kstest(train.X[:, 0], "norm").pvalue > 0.001
    noise = train.y[:, 0] - train.X[:, 0] * 1.5 + 2
    assert stats.kstest(noise / 0.25, "norm").pvalue > 0.001


def test_without_noise_the_targets_are_exact() -> None:
    w = (0.5, -1.0, 2.0, 3.0)
    train = LinearRegression(w=w, b=1.0, noise=0.0).load().train
    np.testing.assert_allclose(
        train.y[:, 0], [sum(map(float.__mul__, w, map(float, x))) + 1 for x in train.X], atol=1e-5
    )


@given(
    st.integers(2, 200),
    st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=8),
    st.floats(0, 0.9),
    st.floats(0, 0.9),
    st.integers(0, 2**31 - 1),
)
@settings(max_examples=50)
def test_the_facts_are_what_loading_gives(
    num_samples: int, w: list[float], validation_share: float, test_share: float, seed: int
) -> None:
    data = LinearRegression(
        num_samples=num_samples, w=tuple(w), validation_share=validation_share, test_share=test_share, seed=seed
    )
    facts = data.facts()
    assert facts.input_shape == (len(w),)
    assert facts.num_outputs == 1
    if facts.num_train < 1:
        with pytest.raises(DataError, match="no samples to train on"):
            data.load()
        return
    parts, again = data.load(), data.load()
    assert parts.facts == facts
    found, repeated = ((p.train, p.validation, p.test) for p in (parts, again))
    sizes = [0 if part is None else len(part) for part in found]
    assert sizes == [facts.num_train, facts.num_validation, facts.num_test]
    for part, same in zip(found, repeated, strict=True):
        if part is not None:
            assert part.X.shape == (len(part), len(w))
            assert part.y.shape == (len(part), 1)
            assert part.X.dtype == part.y.dtype == np.float32
            assert np.isfinite(part.y).all()
            assert same is not None
            np.testing.assert_array_equal(part.X, same.X)
            np.testing.assert_array_equal(part.y, same.y)


def test_another_seed_draws_other_samples() -> None:
    first, second = (LinearRegression(seed=seed).load().train.X for seed in (0, 1))
    assert not np.isin(first, second).any()


@pytest.mark.parametrize("w", [(), (1.0,) * 1001, (float("nan"),), (1e7,), (True,), ("1",)])
def test_a_w_that_cannot_be_drawn_with_is_refused(w: tuple[object, ...]) -> None:
    with pytest.raises(ValidationError):
        LinearRegression(w=w)  # type: ignore[arg-type]


def test_w_is_a_list_of_numbers_with_bounds() -> None:
    facts = field_facts(LinearRegression, "w")
    assert (facts.kind, facts.minimum, facts.maximum, facts.max_length) == ("numbers", -1e6, 1e6, 1000)
    assert LinearRegression(w=(1.0,) * 1000).load().train.X.shape == (1000, 1000)


def test_settings_come_in_the_order_of_the_window() -> None:
    names = [facts.name for facts in settings_of(LinearRegression)]
    assert names == ["num_samples", "w", "b", "noise", "validation_share", "test_share", "seed"]


def test_more_than_fits_in_memory_is_refused() -> None:
    data = LinearRegression(num_samples=1_000_000, w=(1.0,) * 1000)
    with pytest.raises(DataError, match="Take at most 20,000 samples"):
        data.load()
