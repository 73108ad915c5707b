from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.data import DATA_SETS
from core.data.table import Table, TableSource
from core.data.table_cells import TableColumn
from core.data.user_file import UserFile
from core.errors import ExperimentError
from core.experiment import (
    VARIANTS,
    Experiment,
    Training,
    from_dict,
    live_settings,
    same_run,
    to_dict,
    with_value,
)
from core.fields import settings_of
from core.initializers import LAYER_INITIALIZERS, Normal
from core.layers import Dense, Dropout
from core.optimizers import SGD, Adam
from tests.core.strategies import TEXTS, experiments, json_values, outcome, trees, values

KINDS = "dense, dropout, activation, flatten, conv2d, max_pool2d, avg_pool2d, batch_norm, layer_norm, "
KINDS += "centered_layer, my_dense, custom"


def stack(*layers: dict[str, Any]) -> Experiment:
    return from_dict({"layers": list(layers)})


def refused(experiment: Experiment, path: Any, value: Any) -> str:
    with pytest.raises(ExperimentError) as caught:
        with_value(experiment, path, value)
    return str(caught.value)


@given(experiments)
def test_tree_and_back(experiment: Experiment) -> None:
    again = from_dict(to_dict(experiment))
    assert again == experiment
    assert hash(again) == hash(experiment)


def holds(full: Any, part: Any) -> bool:
    """Tell whether a full tree holds what a part of it says."""
    if isinstance(part, dict):
        return all(holds(full[name], value) for name, value in part.items())
    if isinstance(part, list):
        return len(full) == len(part) and all(map(holds, full, part))
    return bool(full == part)


@given(trees)
def test_what_a_tree_says_is_what_the_experiment_holds(tree: dict[str, Any]) -> None:
    assert holds(to_dict(from_dict(tree)), tree)


def test_the_default_is_an_empty_stack_that_needs_no_files() -> None:
    experiment = Experiment()
    assert experiment.layers == ()
    assert experiment.data.kind_name() == "digits"
    assert experiment.loss.kind_name() == "softmax_cross_entropy"
    assert from_dict({}) == experiment


@given(experiments, st.data())
def test_any_setting_can_be_set(experiment: Experiment, data: st.DataObject) -> None:
    facts = data.draw(st.sampled_from(settings_of(type(experiment.optimizer))))
    value = data.draw(values(facts))
    changed = with_value(experiment, f"optimizer.{facts.name}", value)
    assert getattr(changed.optimizer, facts.name) == value
    assert changed.model_copy(update={"optimizer": experiment.optimizer}) == experiment
    assert with_value(changed, f"optimizer.{facts.name}", getattr(experiment.optimizer, facts.name)) == experiment


@given(
    experiments, st.lists(TEXTS | st.integers() | st.sampled_from(["layers", "data", "kind"]), max_size=4), json_values
)
def test_any_path_and_value_give_an_experiment_or_a_sentence(experiment: Experiment, path: Any, value: Any) -> None:
    before = experiment.model_copy(deep=True)
    changed = outcome(with_value, experiment, path, value)
    if isinstance(changed, str):
        assert changed.endswith((".", "?"))
    else:
        assert from_dict(to_dict(changed)) == changed
    assert experiment == before


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("layers.-1.units", "layers has no '-1'. Choose a place from 0 (the first) to 1 (the last)."),
        ("layers.2.rate", "layers has no '2'. Choose a place from 0 (the first) to 1 (the last)."),
        ("layers.00.rate", "layers has no '00'. Choose a place from 0 (the first) to 1 (the last)."),
        ("layers.١.rate", "layers has no '١'. Choose a place from 0 (the first) to 1 (the last)."),
        ("layers.units", "layers has no 'units'. Choose a place from 0 (the first) to 1 (the last)."),
        (
            "layers.0.rate",
            "there is no setting 'rate' here. There is: kind, name, shares, units, activation, use_bias, initializer.",
        ),
        ("layers.0.unit", "there is no setting 'unit' here. Did you mean 'units'?"),
        ("optimizer.learning_rate.x", "optimizer.learning_rate is a single value, it has no 'x'."),
        ("training.kind", "there is no setting 'kind' here. There is: num_epochs, batch_size, seed."),
        ("optimiser.wd", "there is no setting 'optimiser' here. Did you mean 'optimizer'?"),
        (
            "",
            "there is no setting '' here. There is: name, notes, data, layers, loss, optimizer, schedule, penalty, "
            "initializer, training, stopping.",
        ),
    ],
)
def test_a_wrong_path_is_explained(path: str, expected: str) -> None:
    experiment = stack({"kind": "dense"}, {"kind": "dropout"})
    assert refused(experiment, path, 1) == f"{path}: {expected}"
    assert refused(experiment, tuple(path.split(".")), 1) == f"{path}: {expected}"


def test_no_path_an_empty_stack_and_a_long_path_are_explained() -> None:
    assert refused(Experiment(), (), 1) == "Say which setting to change, such as training.num_epochs."
    assert refused(Experiment(), "layers.0.units", 1) == "layers.0.units: layers is empty, it has no '0'."
    assert len(refused(Experiment(), "x" * 10_000, 1)) < 300


@pytest.mark.parametrize("value", [b"x", {1}, object(), 10**2000, "\ud800", [[[]]], {"kind": "dense"}])
@pytest.mark.parametrize("path", ["training.num_epochs", "name", "data.kind", "layers.0.kind", "layers.0", "layers"])
def test_values_of_any_type_are_refused_by_name(path: str, value: Any) -> None:
    experiment = stack({"kind": "dropout"})
    if (path, value) == ("layers.0", {"kind": "dense"}):
        assert with_value(experiment, path, value) == stack({"kind": "dense"})
    else:
        assert refused(experiment, path, value).startswith(path.removesuffix(".kind"))


def test_positions_may_be_numbers() -> None:
    experiment = stack({"kind": "dense"}, {"kind": "dropout"})
    assert with_value(experiment, ("layers", 1, "rate"), 0.25) == stack(
        {"kind": "dense"}, {"kind": "dropout", "rate": 0.25}
    )


def test_a_whole_group_can_be_given() -> None:
    changed = with_value(Experiment(), "optimizer", {"kind": "adam", "beta1": 0.5})
    assert changed.optimizer == Adam(beta1=0.5)


@pytest.mark.parametrize("group", ["data", "loss", "optimizer", "initializer"])
def test_every_kind_can_be_chosen(group: str) -> None:
    for model in VARIANTS[group]:
        changed = with_value(Experiment(), (group, "kind"), model.kind_name())
        assert type(getattr(changed, group)) is model


def test_a_new_kind_keeps_what_both_agree_on() -> None:
    experiment = with_value(Experiment(), "optimizer", {"kind": "sgd", "learning_rate": 0.7, "wd": 0.1})
    adam = with_value(experiment, "optimizer.kind", "adam").optimizer
    # Decay means the same for both; their usual rates differ, so 0.7 would be a trap.
    assert adam == Adam(wd=0.1)
    assert with_value(experiment, "optimizer.kind", "sgd") == experiment


def test_a_new_layer_kind_stays_at_its_place() -> None:
    experiment = stack({"kind": "dense"}, {"kind": "dropout"}, {"kind": "dense"})
    changed = with_value(experiment, "layers.1.kind", "activation")
    assert [layer.kind_name() for layer in changed.layers] == ["dense", "activation", "dense"]


def test_a_layer_may_have_an_initialiser_of_its_own() -> None:
    experiment = stack({"kind": "dense"}, {"kind": "conv2d"})
    for model in LAYER_INITIALIZERS:
        changed = with_value(experiment, ("layers", 1, "initializer", "kind"), model.kind_name())
        assert changed.layers[1].initializer == model()
        assert with_value(changed, "layers.1.initializer.kind", "network") == experiment
        assert from_dict(to_dict(changed)) == changed
    changed = with_value(with_value(experiment, "layers.0.initializer.kind", "normal"), "layers.0.initializer.sigma", 2)
    assert changed.layers[0].initializer == Normal(sigma=2.0)
    assert not same_run(experiment, changed)
    assert (
        refused(changed, "layers.0.initializer.sigma", -1)
        == "layers.0.initializer.sigma (σ): -1 is out of range. Give a number greater than 0 and at most 100."
    )
    known = ", ".join(model.kind_name() for model in LAYER_INITIALIZERS)
    assert refused(changed, "layers.0.initializer.kind", "bold") == (
        f"layers.0.initializer: the kind 'bold' is not known. Choose one of: {known}."
    )


def test_new_data_take_a_fitting_loss_along() -> None:
    regression = with_value(Experiment(), "data.kind", "linear_regression")
    assert regression.loss.kind_name() == "l2"
    assert with_value(regression, "data.kind", "digits").loss.kind_name() == "softmax_cross_entropy"
    assert with_value(regression, "data.num_samples", 10).loss.kind_name() == "l2"


def test_the_present_kind_changes_nothing_at_all() -> None:
    odd = from_dict({"loss": {"kind": "l2"}})
    assert with_value(odd, "data.kind", "digits") == odd


def test_a_word_called_kind_that_chooses_no_settings_is_set_like_any_other() -> None:
    column = TableColumn(name="x", kind="number")
    file = UserFile(path="/x.csv", num_bytes=1, sha256="0" * 64)
    source = TableSource(file=file, columns=(column,), target=TableColumn(name="y", kind="number"), num_rows=10)
    changed = with_value(Experiment(data=Table(source=source)), "data.source.columns.0.kind", "category")
    assert isinstance(changed.data, Table)
    assert changed.data.source == source.model_copy(update={"columns": (TableColumn(name="x", kind="category"),)})
    assert "known words" in refused(changed, "data.source.target.kind", "x")


def test_an_unknown_kind_is_explained() -> None:
    assert (
        refused(stack({"kind": "dense"}), "layers.0.kind", "conv")
        == f"layers.0: the kind 'conv' is not known. Choose one of: {KINDS}."
    )
    known = ", ".join(data.kind_name() for data in DATA_SETS)
    assert refused(Experiment(), "data.kind", None) == f"data: the kind null does not fit here. Choose one of: {known}."


def test_lengths_are_bounded_however_an_experiment_is_made() -> None:
    with pytest.raises(ValidationError):
        Experiment(layers=(Dense(),) * 201)
    with pytest.raises(ValidationError):
        Experiment(name="\ud800")
    assert len(Experiment(layers=(Dense(),) * 200).layers) == 200


LIVE_PATHS = {"optimizer.learning_rate", "optimizer.wd", "layers.1.rate", "penalty.l1", "penalty.l2"}
BASE = from_dict(
    {
        "layers": [{"kind": "dense"}, {"kind": "dropout", "rate": 0.125}, {"kind": "dense"}],
        "optimizer": {"kind": "sgd", "learning_rate": 0.125, "momentum": 0.125},
    }
)


def leaves(tree: Any, path: tuple[str, ...] = ()) -> list[str]:
    if not isinstance(tree, dict | list):
        return [".".join(path)]
    items = tree.items() if isinstance(tree, dict) else enumerate(tree)
    return [leaf for key, value in items for leaf in leaves(value, (*path, str(key)))]


@pytest.mark.parametrize("path", [path for path in leaves(to_dict(BASE)) if not path.endswith("kind")])
def test_only_live_settings_and_texts_leave_the_run_the_same(path: str) -> None:
    other = {"name": "x", "notes": "x"} | {
        "layers.0.activation": "relu",
        "layers.2.activation": "relu",
        "layers.0.use_bias": False,
        "layers.2.use_bias": False,
        "layers.0.name": "x",
        "layers.2.name": "x",
        "layers.0.shares": "x",
        "layers.2.shares": "x",
        "optimizer.wd_on": "weights_and_biases",
        "penalty.on": "weights_and_biases",
        "training.num_epochs": 7,
        "training.batch_size": 7,
        "training.seed": 7,
        "stopping.patience": 7,
        "stopping.watch": "accuracy",
        "stopping.target": "train",
        "stopping.target_metric": "accuracy",
        "data.seed": 7,
        "data.num_train": 7,
        "layers.0.units": 7,
        "layers.2.units": 7,
    }
    changed = with_value(BASE, path, other.get(path, 0.375))
    assert changed != BASE
    assert same_run(BASE, changed) == (path in LIVE_PATHS | {"name", "notes"})
    assert same_run(changed, BASE) == same_run(BASE, changed)
    assert (live_settings(changed) != live_settings(BASE)) == (path in LIVE_PATHS)


def test_layers_and_kinds_are_never_live() -> None:
    assert not same_run(BASE, with_value(BASE, "layers", to_dict(BASE)["layers"][:2]))
    assert not same_run(BASE, with_value(BASE, "optimizer.kind", "adam"))
    assert not same_run(BASE, with_value(BASE, "schedule.kind", "cosine"))
    assert not same_run(BASE, with_value(BASE, "initializer.kind", "zero"))
    assert not same_run(BASE, with_value(BASE, "data.kind", "fashion_mnist"))


def test_live_settings_list_the_dropout_rates_in_order() -> None:
    experiment = Experiment(
        layers=(Dropout(rate=0.25), Dense(), Dropout(rate=0.75)), optimizer=SGD(learning_rate=2.0, wd=3.0)
    )
    settings = live_settings(experiment)
    assert (settings.learning_rate, settings.wd, settings.dropout_rates) == (2.0, 3.0, (0.25, 0.75))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("digits", ("accuracy", "top3", "validation")),
        ("iris", ("accuracy", "loss", "off")),
        ("linear_regression", ("loss", "loss", "off")),
    ],
)
def test_stop_conditions_follow_the_data(data: str, expected: tuple[str, ...]) -> None:
    watching = from_dict({"stopping": {"watch": "accuracy", "target": "validation", "target_metric": "top3"}})
    stopping = with_value(watching, "data.kind", data).stopping
    assert (stopping.watch, stopping.target_metric, stopping.target) == expected


def test_stop_conditions_follow_the_loss() -> None:
    watching = from_dict({"data": {"kind": "moons"}, "stopping": {"watch": "log_loss"}})
    assert with_value(watching, "loss.kind", "sigmoid_cross_entropy").stopping.watch == "log_loss"
    assert with_value(watching, "loss.kind", "hinge").stopping.watch == "loss"


def test_training_defaults_are_the_books() -> None:
    assert Training() == Training(num_epochs=5, batch_size=256, seed=0)


def test_a_loss_for_two_classes_stays_with_two_classes_only() -> None:
    two = with_value(with_value(Experiment(), "data.kind", "circle"), "loss.kind", "hinge")
    assert with_value(two, "data.kind", "xor").loss.kind == "hinge"
    assert with_value(two, "data.kind", "digits").loss.kind == "softmax_cross_entropy"
    assert with_value(two, "data.kind", "linear_regression").loss.kind == "l2"
