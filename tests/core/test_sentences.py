from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from pydantic import ValidationError

from core.errors import ExperimentError
from core.experiment import Experiment, from_dict
from core.fields import Value, field_facts, setting
from core.layers import Dense, Dropout
from core.sentences import allowed, counted, sentence, shortened, shown, without_path
from tests.core.strategies import json_values, outcome

ACTIVATIONS = "none, relu, sigmoid, tanh, softrelu, softsign, leaky_relu, elu, selu, gelu, swish"


def message(tree: Any) -> str:
    with pytest.raises(ExperimentError) as caught:
        from_dict(tree)
    return str(caught.value)


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (
            {"training": {"num_epochs": 0}},
            "training.num_epochs (Epochs): 0 is out of range. Give a whole number from 1 to 100000.",
        ),
        (
            {"training": {"seed": 2**31}},
            "training.seed: 2147483648 is out of range. Give a whole number from 0 to 2147483647.",
        ),
        (
            {"training": {"num_epochs": 2.5}},
            "training.num_epochs (Epochs): 2.5 does not fit here. Give a whole number from 1 to 100000.",
        ),
        (
            {"training": {"num_epochs": 5.0}},
            "training.num_epochs (Epochs): 5.0 does not fit here. Give a whole number from 1 to 100000. "
            "Write 5, without a decimal point.",
        ),
        (
            {"training": {"num_epochs": True}},
            "training.num_epochs (Epochs): true does not fit here. Give a whole number from 1 to 100000.",
        ),
        (
            {"training": {"num_epochs": float("nan")}},
            "training.num_epochs (Epochs): NaN does not fit here. Give a whole number from 1 to 100000.",
        ),
        (
            {"training": {"batch_size": "10"}},
            "training.batch_size: '10' does not fit here. Give a whole number from 1 to 100000. "
            "Write numbers without quotes.",
        ),
        ({"training": None}, "training: null does not fit here. Give a group of settings in braces."),
        (
            {"training": {"epochs": 3}},
            "training.epochs: there is no setting 'epochs' here. Did you mean 'num_epochs'?",
        ),
        (
            {"training": {"x": 3}},
            "training.x: there is no setting 'x' here. There is: num_epochs, batch_size, seed.",
        ),
        (
            {"optimizer": {"kind": "sgd", "learning_rate": 0}},
            "optimizer.learning_rate: 0 is out of range. Give a number greater than 0 and at most 1000.",
        ),
        (
            {"optimizer": {"kind": "sgd", "momentum": 1}},
            "optimizer.momentum: 1 is out of range. Give a number from 0 to less than 1.",
        ),
        (
            {"optimizer": {"kind": "sgd", "wd": "much"}},
            "optimizer.wd (Weight decay): 'much' does not fit here. Give a number from 0 to 100.",
        ),
        (
            {"optimizer": {"kind": "sgd", "learning_rate": float("nan")}},
            "optimizer.learning_rate: this must be a finite number, not NaN or infinity.",
        ),
        (
            {"optimizer": {"kind": "sgd", "learning_rate": -float("inf")}},
            "optimizer.learning_rate: this must be a finite number, not NaN or infinity.",
        ),
        (
            {"optimizer": {"kind": "sgd", "learning_rate": 1e-40}},
            "optimizer.learning_rate: 1e-40 is too near to 0 to compute with. Give at least 1e-30.",
        ),
        (
            {"layers": [{"kind": "dropout", "rate": 5e-324}]},
            "layers.0.rate: 5e-324 is too near to 0 to compute with. Give 0 or at least 1e-30.",
        ),
        (
            {"optimizer": {"kind": "sgd", "wd_on": "bias"}},
            "optimizer.wd_on (Decay applies to): 'bias' does not fit here. Choose one of: weights, weights_and_biases.",
        ),
        (
            {"optimizer": {"kind": "sdg"}},
            "optimizer: the kind 'sdg' is not known. Choose one of: sgd, nag, adam, rmsprop, adagrad, adadelta.",
        ),
        (
            {"optimizer": {"wd": 1}},
            "optimizer: 'kind' is missing. Choose one of: sgd, nag, adam, rmsprop, adagrad, adadelta.",
        ),
        ({"optimizer": "sgd"}, "optimizer: 'sgd' does not fit here. Give a group of settings in braces."),
        (
            {"optimizer": {"kind": "sgd", "wd": "x", "momentum": 2, "beta": 3}},
            "optimizer.wd (Weight decay): 'x' does not fit here. Give a number from 0 to 100. 2 more places are wrong.",
        ),
        (
            {"layers": [{"kind": "dense"}, {"kind": "dropout", "rate": 1}]},
            "layers.1.rate: 1 is out of range. Give a number from 0 to less than 1.",
        ),
        (
            {"layers": [{"kind": "dense", "units": 0}]},
            "layers.0.units: 0 is out of range. Give a whole number from 1 to 100000, or 'auto'.",
        ),
        (
            {"layers": [{"kind": "dense", "units": "many"}]},
            "layers.0.units: 'many' does not fit here. Give a whole number from 1 to 100000, or 'auto'.",
        ),
        (
            {"layers": [{"kind": "dense", "use_bias": 1}]},
            "layers.0.use_bias (Bias): 1 does not fit here. Give true or false.",
        ),
        (
            {"layers": [{"kind": "dense", "activation": "rleu"}]},
            f"layers.0.activation: 'rleu' does not fit here. Choose one of: {ACTIVATIONS}.",
        ),
        (
            {"layers": [{"kind": "conv"}]},
            "layers.0: the kind 'conv' is not known. Choose one of: dense, dropout, activation, flatten, "
            "conv2d, max_pool2d, avg_pool2d, batch_norm, layer_norm, centered_layer, my_dense, custom.",
        ),
        ({"layers": [3]}, "layers.0: 3 does not fit here. Give a group of settings in braces."),
        (
            {"layers": [3, 4]},
            "layers.0: 3 does not fit here. Give a group of settings in braces. One more place is wrong.",
        ),
        (
            {"layers": {"kind": "dense"}},
            "layers: a group in braces does not fit here. Give a list of groups of settings, such as [{...}, {...}].",
        ),
        ({"layers": [{"kind": "dense"}] * 201}, "layers: 201 entries are too many. At most 200 fit here."),
        (
            {"data": {"kind": "linear_regression", "w": [1, "a"]}},
            "data.w.1: 'a' does not fit here. Give a number from -1000000 to 1000000.",
        ),
        (
            {"data": {"kind": "linear_regression", "w": [None]}},
            "data.w.0: null does not fit here. Give a number from -1000000 to 1000000.",
        ),
        (
            {"data": {"kind": "linear_regression", "w": []}},
            "data.w (True w): this list is too short. Give at least 1 entry.",
        ),
        (
            {"data": {"kind": "linear_regression", "w": 3}},
            "data.w (True w): 3 does not fit here. Give a list of numbers from -1000000 to 1000000, such as [2, -3.4].",
        ),
        (
            {"data": {"kind": "circle", "inputs": []}},
            "data.inputs: nothing is chosen. Choose one or more of: x1, x2, x1^2, x2^2, x1*x2, sin(x1), sin(x2).",
        ),
        (
            {"data": {"kind": "circle", "inputs": ["x1", "x1"]}},
            "data.inputs: something is chosen twice. Choose one or more of: "
            "x1, x2, x1^2, x2^2, x1*x2, sin(x1), sin(x2).",
        ),
        (
            {"data": {"kind": "circle", "inputs": "x1"}},
            "data.inputs: 'x1' does not fit here. Choose one or more of: "
            'x1, x2, x1^2, x2^2, x1*x2, sin(x1), sin(x2). Write a list, such as ["x1"].',
        ),
        (
            {"data": {"kind": "circle", "inputs": ["x1", "x3"]}},
            "data.inputs.1: 'x3' does not fit here. Choose one of: x1, x2, x1^2, x2^2, x1*x2, sin(x1), sin(x2).",
        ),
        (
            {"data": {"kind": "own_points", "points": [{"x1": 0, "x2": 7, "label": 0}]}},
            "data.points.0.x2 (x₂): 7 is out of range. Give a number from -6 to 6.",
        ),
        (
            {"data": {"kind": "own_points", "points": [{"x1": 0, "x2": 0, "label": 8}]}},
            "data.points.0.label (Class): 8 is out of range. Give a whole number from 0 to 7.",
        ),
        (
            {"data": {"kind": "own_points", "points": [[0, 0, 1]]}},
            "data.points.0: a list does not fit here. Give a group of settings in braces.",
        ),
        (
            {"data": {"kind": "own_points", "points": 3}},
            "data.points: 3 does not fit here. Give a list of groups of settings, such as [{...}, {...}].",
        ),
        ({"name": ["x"]}, "name: a list does not fit here. Give a text in quotes."),
        ({"name": "x" * 201}, "name: this text is too long. At most 200 characters fit here."),
        ({"layer": []}, "layer: there is no setting 'layer' here. Did you mean 'layers'?"),
        ([], "an experiment: a list does not fit here."),
    ],
)
def test_sentence_names_the_field_and_says_what_to_do(tree: Any, expected: str) -> None:
    assert message(tree) == expected


@given(json_values, json_values)
def test_every_wrong_value_gets_a_short_line(first: Any, second: Any) -> None:
    result = outcome(from_dict, {"training": {"num_epochs": first}, "layers": [second]})
    if isinstance(result, str):
        assert result.isprintable()
        assert len(result) < 300
        assert result.startswith(("training", "layers"))
        assert result.endswith((".", "?"))


def test_a_missing_setting_and_bounds_on_one_side() -> None:
    class Strange(Value):
        needed: int = setting(title="Needed", help="Has no default.", ge=2)
        small: float = setting(0.0, title="Small", help="Has only an upper bound.", lt=0.5)
        free: float = setting(0.0, title="Free", help="Has no bound.")

    def says(tree: dict[str, Any]) -> str:
        with pytest.raises(ValidationError) as caught:
            Strange.model_validate_json(json.dumps(tree))
        return sentence(caught.value, Strange)

    assert says({}) == "needed: this is missing. Add it."
    assert says({"needed": 1}) == "needed: 1 is out of range. Give a whole number from 2."
    assert says({"needed": 2, "small": 3}) == "small: 3 is out of range. Give a number less than 0.5."
    assert says({"needed": 2, "free": "x"}) == "free: 'x' does not fit here. Give a number."


def test_what_fields_accept_is_said_in_full_digits() -> None:
    assert allowed(field_facts(Dense, "units")) == "Give a whole number from 1 to 100000, or 'auto'."
    assert allowed(field_facts(Dropout, "rate")) == "Give a number from 0 to less than 1."
    assert allowed(field_facts(Dense, "activation")) == f"Choose one of: {ACTIVATIONS}."
    assert allowed(field_facts(Experiment, "notes")) == "Give a text in quotes."


@pytest.mark.parametrize(
    ("number", "noun", "expected"),
    [(1, "class", "1 class"), (10, "class", "10 classes"), (0, "unit", "0 units"), (2, "entry", "2 entries")],
)
def test_counted(number: int, noun: str, expected: str) -> None:
    assert counted(number, noun) == expected


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("optimizer.wd", "optimizer.wd (Weight decay): 'x' does not fit here.", "'x' does not fit here."),
        ("data.w", "data.w.1: this must be a finite number.", "This must be a finite number."),
        ("optimizer.kind", "optimizer: the kind 'x' is not known.", "The kind 'x' is not known."),
        ("data.seed", "data.w: this list is too short.", "data.w: this list is too short."),
        ("data.seed", "'x' does not fit here. Use: a number.", "'x' does not fit here. Use: a number."),
    ],
)
def test_beside_its_field_a_sentence_needs_no_path(path: str, text: str, expected: str) -> None:
    assert without_path(text, path) == expected


def test_shown_values_are_short_and_printable() -> None:
    assert shown("a\nb\ud800") == "'a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}'"
    assert shortened("x" * 41) == "x" * 39 + "…"
    assert shortened("x" * 40) == "x" * 40
    assert shown(10**100) == "1" + "0" * 38 + "…"
    assert shown(1e-8) == "1e-8"
    assert shown(1.0) == "1"
    assert shown(1000001.0) == "1000001"
    assert shown(False) == "false"
