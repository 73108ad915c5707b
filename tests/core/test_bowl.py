"""The bowl of linear regression against least squares, scikit-learn and plain sums."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.linear_model import LinearRegression as Reference

from core.bowl import bowl_of, has_bowl
from core.data import Parts, Samples
from core.experiment import Experiment, from_dict, with_value
from core.presets import load_preset

LINEAR = load_preset("linear-regression")
WITHOUT_BIAS = with_value(LINEAR, "layers.0.use_bias", False)


def parts_of(X: np.ndarray, y: np.ndarray) -> Parts:
    return Parts(LINEAR.data.facts(), Samples(X.astype(np.float32), y.astype(np.float32)[:, None]), None, None)


def skewed(num_samples: int = 80) -> Parts:
    random = np.random.RandomState(3)
    X = random.normal(size=(num_samples, 2)) @ [[2.0, 0.3], [-1.0, 0.5]] + [1.0, -4.0]
    return parts_of(X, X @ [0.7, -2.0] + 3 + random.normal(size=num_samples))


def plain_loss(parts: Parts, w: np.ndarray, b: float) -> float:
    errors = parts.train.X.astype(float) @ w + b - parts.train.y[:, 0]
    return float((errors**2).mean() / 2)


@pytest.mark.parametrize("experiment", [LINEAR, WITHOUT_BIAS], ids=["bias", "no bias"])
@pytest.mark.parametrize("parts", [LINEAR.data.load(), skewed()], ids=["book", "skewed"])
def test_the_star_is_that_of_least_squares(experiment: Experiment, parts: Parts) -> None:
    bowl = bowl_of(experiment, parts)
    with_bias = experiment is LINEAR
    X, y = parts.train.X.astype(float), parts.train.y[:, 0].astype(float)
    columns = np.column_stack([X, np.ones(len(X))]) if with_bias else X
    solution = np.linalg.lstsq(columns, y, rcond=None)[0]
    np.testing.assert_allclose(bowl.star, solution[:2], rtol=1e-6)
    assert bowl.bias(bowl.star) == pytest.approx(solution[2] if with_bias else 0.0, rel=1e-6)
    reference = Reference(fit_intercept=with_bias).fit(X, y)
    np.testing.assert_allclose(bowl.star, reference.coef_, rtol=1e-6)
    assert bowl.least == pytest.approx(plain_loss(parts, bowl.star, float(bowl.bias(bowl.star))), rel=1e-6)


def test_the_loss_is_the_mean_of_half_the_squared_error_with_the_best_bias() -> None:
    parts = skewed()
    bowl = bowl_of(LINEAR, parts)
    weights = np.random.RandomState(0).normal(scale=3, size=(5, 4, 2))
    losses = bowl.loss(weights)
    for place in np.ndindex(5, 4):
        w = weights[place]
        best = float((parts.train.y[:, 0] - parts.train.X.astype(float) @ w).mean())
        assert bowl.bias(w) == pytest.approx(best, abs=1e-6)
        assert losses[place] == pytest.approx(plain_loss(parts, w, best), rel=1e-5)


def test_the_loss_is_the_same_all_along_a_contour() -> None:
    bowl = bowl_of(LINEAR, skewed())
    for level in (1.1, 3.0, 100.0):
        line = bowl.contour(level * bowl.least)
        np.testing.assert_allclose(bowl.loss(line), level * bowl.least, rtol=1e-9)
        np.testing.assert_allclose(line[0], line[-1])


def test_inputs_that_depend_on_each_other_make_a_valley_of_finite_numbers() -> None:
    x = np.linspace(-1, 1, 30)
    bowl = bowl_of(LINEAR, parts_of(np.column_stack([x, 2 * x]), 3 * x))
    assert np.isfinite(bowl.contour(1.0)).all()
    np.testing.assert_allclose(bowl.star, [0.6, 1.2], atol=1e-6)
    assert bowl.loss(np.array([3.0, 0.0])) == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("data.w", [1.0, 2.0, 3.0]),
        ("layers.0.activation", "relu"),
        ("layers", [{"kind": "dense", "units": 3}, {"kind": "dense"}]),
        ("loss.kind", "l1"),
        ("data", {"kind": "spiral"}),
    ],
)
def test_only_a_linear_regression_with_two_weights_has_a_bowl(path: str, value: object) -> None:
    assert has_bowl(LINEAR)
    assert has_bowl(from_dict({"data": {"kind": "plane"}, "layers": [{"kind": "dense"}], "loss": {"kind": "l2"}}))
    assert not has_bowl(with_value(LINEAR, path, value))
