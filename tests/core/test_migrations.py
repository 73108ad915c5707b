from __future__ import annotations

from typing import Any

import pytest

from core.errors import ExperimentError
from core.experiment import from_dict
from core.layers import Dense
from core.migrations import CURRENT_VERSION, STEPS, Step, Tree, migrate
from core.penalty import Penalty
from core.schedules import ConstantSchedule
from core.stopping import Stopping


def rename_rate(tree: Tree) -> Tree:
    tree["optimizer"]["learning_rate"] = tree["optimizer"].pop("lr")
    return tree


def add_seed(tree: Tree) -> Tree:
    return tree | {"seed": tree["number"] + 1}


TABLE: dict[int, Step] = {1: rename_rate, 2: add_seed}


def test_every_step_is_taken_in_order_and_the_old_tree_stays() -> None:
    old: Tree = {"schema_version": 1, "number": 4, "optimizer": {"lr": 0.5}}
    expected = {"schema_version": 3, "number": 4, "optimizer": {"learning_rate": 0.5}, "seed": 5}
    assert migrate(old, TABLE, 3) == expected
    assert old == {"schema_version": 1, "number": 4, "optimizer": {"lr": 0.5}}


def test_only_the_steps_that_are_needed_are_taken() -> None:
    assert migrate({"schema_version": 2, "number": 1}, TABLE, 3) == {"schema_version": 3, "number": 1, "seed": 2}
    assert migrate({"schema_version": 3}, TABLE, 3) == {"schema_version": 3}


@pytest.mark.parametrize(
    "tree",
    [
        {"schema_version": 1},
        {"schema_version": 1, "optimizer": {}},
        {"schema_version": 1, "optimizer": []},
        {"schema_version": 1, "optimizer": None},
        {"schema_version": 2, "number": "x"},
    ],
)
def test_an_old_file_that_lacks_something_is_explained(tree: Tree) -> None:
    with pytest.raises(ExperimentError, match=f"says schema_version {tree['schema_version']}, but does not hold"):
        migrate(tree, TABLE, 3)


@pytest.mark.parametrize("version", [0, -1, 1.0, "1", True, None, [1], float("nan")])
def test_what_is_no_version_is_refused(version: Any) -> None:
    with pytest.raises(ExperimentError, match=r"^schema_version: .* is not a version"):
        migrate({"schema_version": version}, TABLE, 3)


def test_a_missing_and_a_newer_version_are_refused() -> None:
    with pytest.raises(ExperimentError, match="schema_version: this is missing"):
        migrate({}, TABLE, 3)
    with pytest.raises(
        ExperimentError, match=r"made by a newer Gluon Lab \(version 4 of the format; this one reads up to 3\)"
    ):
        migrate({"schema_version": 4}, TABLE, 3)


def test_a_file_without_schedule_penalty_and_stop_conditions_ran_without_them() -> None:
    """A file as version 1 wrote it, and one of that version that knew some of the groups already."""
    old: Tree = {"schema_version": 1, "name": "old", "layers": [{"kind": "dense", "units": 3, "use_bias": True}]}
    new = migrate(old)
    assert new.pop("schema_version") == CURRENT_VERSION
    experiment = from_dict(new)
    assert (experiment.schedule, experiment.penalty, experiment.stopping) == (
        ConstantSchedule(),
        Penalty(),
        Stopping(),
    )
    assert experiment.layers == (Dense(units=3),)
    assert migrate(old | {"penalty": {"l2": 0.5}})["penalty"] == {"l2": 0.5}


def test_every_older_version_has_its_step() -> None:
    assert sorted(STEPS) == list(range(1, CURRENT_VERSION))


def test_layers_of_version_2_have_their_own_parameters() -> None:
    old = {"schema_version": 2, "layers": [{"kind": "dense", "units": 5}, {"kind": "dropout"}, {"kind": "conv2d"}]}
    own = {"name": "", "shares": ""}
    expected = [{"kind": "dense", "units": 5} | own, {"kind": "dropout"}, {"kind": "conv2d"} | own]
    assert migrate(old)["layers"] == expected
    assert "layers" not in migrate({"schema_version": 2})
    assert migrate({"schema_version": 2, "layers": [1, {"kind": ["dense"]}]})["layers"] == [1, {"kind": ["dense"]}]
