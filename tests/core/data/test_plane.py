"""What all sets of points in the plane have in common."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.preprocessing import PolynomialFeatures

from core.data import DATA_SETS, Circle, OwnPoints
from core.data.plane import AXES, PLANE_INPUTS, PlanePoints, PlaneSet
from core.fields import settings_of
from tests.core.strategies import groups

PLANE_SETS: list[Any] = [data for data in DATA_SETS if issubclass(data, PlaneSet)]
EVERY_INPUT = tuple(PLANE_INPUTS)
drawn_sets = st.sampled_from(PLANE_SETS).flatmap(
    lambda data: groups(data).map(lambda tree: data(**tree | {"inputs": tuple(tree.get("inputs", ("x1", "x2")))}))
)


def parts_of(data: Any) -> list[Any]:
    parts = data.load()
    return [part for part in (parts.train, parts.validation, parts.test) if part is not None]


@given(drawn_sets.filter(lambda data: data.num_samples <= 3000))
@settings(max_examples=80)
def test_the_facts_are_what_loading_gives(data: Any) -> None:
    facts, parts = data.facts(), data.load()
    assert parts.facts == facts
    found = (parts.train, parts.validation, parts.test)
    sizes = [0 if part is None else len(part) for part in found]
    assert sizes == [facts.num_train, facts.num_validation, facts.num_test]
    assert sum(sizes) == data.num_samples
    assert sizes[0] == round(data.num_samples * data.train_share) > 0
    assert facts.num_test <= round(data.num_samples * data.test_share)
    for part in found:
        if part is not None:
            assert part.X.shape == (len(part), *facts.input_shape) == (len(part), len(data.inputs))
            assert part.points.shape == (len(part), len(facts.axes))
            assert part.X.dtype == part.points.dtype == np.float32
            assert np.isfinite(part.X).all()
            if facts.task == "classification":
                assert part.y.dtype == np.int64
                assert part.y.shape == (len(part),)
                assert part.y.min() >= 0
                assert part.y.max() < facts.num_outputs == len(facts.class_names)
            else:
                assert part.y.dtype == np.float32
                assert part.y.shape == (len(part), facts.num_outputs) == (len(part), 1)


@given(drawn_sets.filter(lambda data: data.num_samples <= 3000))
@settings(max_examples=40)
def test_equal_settings_give_equal_arrays_and_inputs_are_those_of_the_points(data: Any) -> None:
    for part, again in zip(parts_of(data), parts_of(data.model_copy()), strict=True):
        np.testing.assert_array_equal(part.points, again.points)
        np.testing.assert_array_equal(part.y, again.y)
        np.testing.assert_array_equal(part.X, again.X)
        np.testing.assert_array_equal(data.features(part.points), part.X)


@pytest.mark.parametrize("data", PLANE_SETS)
def test_the_chosen_inputs_change_nothing_else(data: Any) -> None:
    few, all_inputs = data(inputs=("x2",)).load().train, data(inputs=EVERY_INPUT).load().train
    np.testing.assert_array_equal(few.points, all_inputs.points)
    np.testing.assert_array_equal(few.y, all_inputs.y)
    np.testing.assert_array_equal(few.X[:, 0], few.points[:, 1])


@pytest.mark.parametrize("data", PLANE_SETS)
def test_most_points_lie_within_the_axes(data: Any) -> None:
    assert data().facts().axes == AXES
    for noise, share in ((0.0, 1.0), (0.5, 0.9)):
        points = np.concatenate([part.points for part in parts_of(data(num_samples=1000, noise=noise))])
        assert np.mean(np.abs(points).max(axis=1) <= AXES[0].high) >= share


@pytest.mark.parametrize("data", PLANE_SETS)
def test_another_seed_splits_otherwise_and_noise_moves_something(data: Any) -> None:
    train, other = data().load().train, data(seed=1).load().train
    assert not np.array_equal(train.points, other.points)
    quiet, noisy = data(train_share=0.9).load().train, data(train_share=0.9, noise=0.3).load().train
    assert not np.array_equal(quiet.points, noisy.points) or not np.array_equal(quiet.y, noisy.y)


def test_inputs_are_those_of_numpy_and_scikit_learn() -> None:
    points = np.random.RandomState(0).uniform(-6, 6, size=(50, 2)).astype(np.float32)
    X = Circle(inputs=EVERY_INPUT).features(points)
    x1, x2, x1_squared, product, x2_squared = PolynomialFeatures(2, include_bias=False).fit_transform(points).T
    expected = [x1, x2, x1_squared, x2_squared, product, *np.sin(points.astype(np.float64)).T]
    np.testing.assert_allclose(X, np.column_stack(expected), rtol=1e-6)
    assert Circle(inputs=EVERY_INPUT).facts().input_names == EVERY_INPUT


@given(st.lists(st.sampled_from(EVERY_INPUT), min_size=1, unique=True))
def test_each_point_has_its_own_row_of_inputs(inputs: list[Any]) -> None:
    data = OwnPoints(inputs=tuple(inputs))
    points = np.random.RandomState(0).uniform(-6, 6, size=(20, 2)).astype(np.float32)
    together = data.features(points)
    np.testing.assert_array_equal(together, np.concatenate([data.features(point[None]) for point in points]))
    np.testing.assert_array_equal(data.features(points[::-1]), together[::-1])
    assert data.features(np.empty((0, 2))).shape == (0, len(inputs))


def test_settings_come_in_the_order_of_the_window() -> None:
    common = ["num_samples", "noise", "inputs", "train_share", "test_share", "seed"]
    own = {"spiral_arms": ["num_classes", "turns"], "blobs": ["num_classes"]}
    for data in PLANE_SETS:
        assert [facts.name for facts in settings_of(data)] == own.get(data.kind_name(), []) + common
    assert issubclass(OwnPoints, PlanePoints)
    names = [facts.name for facts in settings_of(OwnPoints)]
    assert names == ["points", "inputs", "validation_share", "test_share", "seed"]


def test_the_test_part_gets_at_most_what_training_leaves() -> None:
    facts = Circle(num_samples=100, train_share=0.9, test_share=0.5).facts()
    assert (facts.num_train, facts.num_validation, facts.num_test) == (90, 0, 10)
    facts = Circle(num_samples=100, train_share=0.5, test_share=0.2).facts()
    assert (facts.num_train, facts.num_validation, facts.num_test) == (50, 30, 20)
