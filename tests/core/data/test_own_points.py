from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.data import OwnPoints
from core.data.own_points import MAX_POINTS, Point
from core.edits import AddPoint, RemovePoint
from core.errors import DataError, ExperimentError
from core.experiment import Experiment, with_value
from core.stack import inspect_stack
from core.storage import experiment_bytes, parse_experiment

coordinates = st.floats(-6, 6)
points = st.builds(Point, x1=coordinates, x2=coordinates, label=st.integers(0, 7))
START = with_value(Experiment(), "data.kind", "own_points")


def own(experiment: Experiment) -> OwnPoints:
    assert isinstance(experiment.data, OwnPoints)
    return experiment.data


@given(st.lists(points, min_size=1, max_size=30), st.floats(0, 0.9), st.floats(0, 0.9), st.integers(0, 2**31 - 1))
def test_the_facts_are_what_loading_gives(
    chosen: list[Point], validation_share: float, test_share: float, seed: int
) -> None:
    data = OwnPoints(points=tuple(chosen), validation_share=validation_share, test_share=test_share, seed=seed)
    facts = data.facts()
    assert facts.num_outputs == len(facts.class_names) == max(2, 1 + max(point.label for point in chosen))
    if facts.num_train < 1:
        with pytest.raises(DataError, match="no points to train on"):
            data.load()
        return
    parts = data.load()
    found = (parts.train, parts.validation, parts.test)
    sizes = [0 if part is None else len(part) for part in found]
    assert sizes == [facts.num_train, facts.num_validation, facts.num_test]
    loaded = [
        (*map(float, point), int(label))
        for part in found
        if part is not None and part.points is not None
        for point, label in zip(part.points, part.y, strict=True)
    ]
    assert sorted(loaded) == sorted((float(np.float32(p.x1)), float(np.float32(p.x2)), p.label) for p in chosen)


def test_there_are_points_to_begin_with() -> None:
    train = OwnPoints().load().train
    assert train.points is not None
    assert set(train.y.tolist()) == {0, 1}
    assert len(OwnPoints().points) == len({(p.x1, p.x2) for p in OwnPoints().points})
    np.testing.assert_array_equal(train.X, train.points)


def test_without_points_nothing_can_be_trained_and_the_sentence_says_so() -> None:
    empty = with_value(START, "data.points", [])
    assert inspect_stack(empty).problems[-1].startswith("There are no points to train on. Add points")
    with pytest.raises(DataError, match="There are no points to train on"):
        own(empty).load()
    assert own(empty).nearest(0, 0) is None


@given(st.lists(points, max_size=10), points)
def test_a_point_is_added_and_removed_again(chosen: list[Point], new: Point) -> None:
    before = with_value(START, "data.points", [point.model_dump() for point in chosen])
    after = AddPoint(new.x1, new.x2, new.label).apply(before)
    assert own(after).points == (*chosen, new)
    assert RemovePoint(len(chosen)).apply(after) == before
    for position in range(len(chosen)):
        assert own(RemovePoint(position).apply(before)).points == (*chosen[:position], *chosen[position + 1 :])


@given(st.lists(points, min_size=1, max_size=20), coordinates, coordinates)
def test_the_nearest_point_is_the_nearest(chosen: list[Point], x1: float, x2: float) -> None:
    found = OwnPoints(points=tuple(chosen)).nearest(x1, x2)
    assert found is not None
    distances = [np.hypot(point.x1 - x1, point.x2 - x2) for point in chosen]
    assert distances[found] == pytest.approx(min(distances))


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (AddPoint(7, 0, 0), "data.points.22.x1 (x₁): 7 is out of range. Give a number from -6 to 6."),
        (AddPoint(0, 0, 8), "data.points.22.label (Class): 8 is out of range. Give a whole number from 0 to 7."),
        (RemovePoint(22), "data.points: there is no point number 23."),
        (RemovePoint(-1), "data.points: there is no point number 0."),
    ],
)
def test_what_cannot_be_is_explained(edit: Any, sentence: str) -> None:
    with pytest.raises(ExperimentError) as caught:
        edit.apply(START)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("edit", [AddPoint(0, 0, 0), RemovePoint(0)])
def test_other_data_take_no_points(edit: Any) -> None:
    with pytest.raises(ExperimentError, match=r"Digits 8×8 takes no points of your own\. Choose Your own points"):
        edit.apply(Experiment())


def test_each_point_is_an_undo_step_of_its_own() -> None:
    assert AddPoint(0, 0, 0).merge_key == RemovePoint(0).merge_key == ""
    assert (AddPoint(0, 0, 0).text, RemovePoint(0).text) == ("Add point", "Remove point")


def test_as_many_as_are_allowed_can_be_saved_and_one_more_is_refused() -> None:
    many = tuple(Point(x1=0.123456789012345, x2=-6 + 12 * i / MAX_POINTS, label=i % 8) for i in range(MAX_POINTS))
    full = Experiment(data=OwnPoints(points=many))
    assert parse_experiment(experiment_bytes(full), "full") == full
    with pytest.raises(ExperimentError, match="1001 entries are too many"):
        AddPoint(0, 0, 0).apply(full)
    with pytest.raises(ValidationError):
        OwnPoints(points=(*many, many[0]))
