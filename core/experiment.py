"""The experiment: one immutable value that describes data, layers, loss, optimizer and training.

Undo, saving, code generation, comparison and the hand-over to the engine's thread all work on this value.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from core.data import DATA_SETS, Data, Digits
from core.errors import ExperimentError
from core.fields import Value, Variant, field_facts, setting
from core.initializers import INITIALIZERS, LAYER_INITIALIZERS, Initializer, Normal
from core.layers import LAYERS, Dropout, Layer
from core.losses import LOSSES, Loss, SoftmaxCrossEntropy
from core.metrics import LOSS, Metric, metrics_for
from core.optimizers import OPTIMIZERS, SGD, Optimizer
from core.penalty import Penalty
from core.plain_json import refuse_unstorable
from core.schedules import SCHEDULES, ConstantSchedule, Schedule
from core.sentences import no_such_setting, not_known, sentence, shortened, shown
from core.stopping import Stopping
from core.texts import say

MAX_LAYERS = 200

VARIANTS: Mapping[str, tuple[type[Variant], ...]] = {
    "data": DATA_SETS,
    "layers": LAYERS,
    "loss": LOSSES,
    "optimizer": OPTIMIZERS,
    "schedule": SCHEDULES,
    "initializer": INITIALIZERS,
    "layers.initializer": LAYER_INITIALIZERS,
}
"""The alternatives that each group of an experiment may have; positions in a list are left out of a group's path."""


class Training(Value):
    """How long and in which portions training goes on."""

    num_epochs: int = setting(
        5, title="Epochs", help="Number of passes over the training samples.", ge=1, le=100_000, step=1
    )
    batch_size: int = setting(
        256,
        title="Batch size",
        help="Samples in one minibatch, that is, for one step of the optimizer.",
        ge=1,
        le=100_000,
        step=1,
    )
    seed: int = setting(
        0,
        title="Seed",
        help="Draws the first weights, the order of the samples and the dropout masks. Equal seeds give equal curves.",
        ge=0,
        le=2**31 - 1,
        step=1,
    )


class Experiment(Value):
    """Everything that decides a run. The default is an empty stack on the embedded digits."""

    name: str = setting("Untitled", title="Name", help="Name of the experiment.", max_length=200)
    notes: str = setting("", title="Notes", help="What the experiment is meant to show.", max_length=100_000)
    data: Data = setting(Digits(), title="Data", help="Where the samples come from.")
    layers: tuple[Layer, ...] = setting(
        (), title="Layers", help="The stack, from input to output.", max_length=MAX_LAYERS
    )
    loss: Loss = setting(SoftmaxCrossEntropy(), title="Loss", help="What training makes small.")
    optimizer: Optimizer = setting(SGD(), title="Optimizer", help="How the weights follow the gradient.")
    schedule: Schedule = setting(
        ConstantSchedule(),
        title="Schedule",
        help="Learning-rate schedule: which share of the optimizer's learning rate each step takes.",
    )
    penalty: Penalty = setting(Penalty(), title="Penalty in the loss", help="What large weights cost, L1 or L2.")
    initializer: Initializer = setting(Normal(), title="Initialiser", help="How the first weights are drawn.")
    training: Training = setting(Training(), title="Training", help="How long and in which portions.")
    stopping: Stopping = setting(
        Stopping(), title="Stop conditions", help="What may end the run before its last epoch."
    )


@dataclass(frozen=True)
class LiveSettings:
    """What may change while a run goes on.

    ``dropout_rates`` has one entry for each Dropout layer, in order; ``l1`` and ``l2`` are those of the penalty.
    """

    learning_rate: float
    wd: float
    dropout_rates: tuple[float, ...]
    l1: float = 0.0
    l2: float = 0.0


def live_settings(experiment: Experiment) -> LiveSettings:
    """Return the part of the experiment that a running network can follow."""
    rates = tuple(layer.rate for layer in experiment.layers if isinstance(layer, Dropout))
    optimizer, penalty = experiment.optimizer, experiment.penalty
    return LiveSettings(optimizer.learning_rate, optimizer.wd, rates, penalty.l1, penalty.l2)


def same_run(first: Experiment, second: Experiment) -> bool:
    """Tell whether two experiments describe the same run, live settings, name and notes aside."""
    return _fixed(first) == _fixed(second)


def _fixed(experiment: Experiment) -> dict[str, Any]:
    def kept(value: Value) -> dict[str, Any]:
        names = [name for name in type(value).model_fields if not field_facts(type(value), name).live]
        return value.model_dump(include=set(names))

    groups = [value for _, value in experiment if isinstance(value, Value)]
    return {"groups": [kept(group) for group in groups], "layers": [kept(layer) for layer in experiment.layers]}


def fitting_metrics(experiment: Experiment) -> tuple[Metric, ...]:
    """Return the metrics that a run of the experiment tells, the most telling first."""
    facts = experiment.data.facts()
    return metrics_for(facts.task, facts.num_outputs, experiment.loss.gives_probabilities)


def from_dict(tree: dict[str, Any]) -> Experiment:
    """Build an experiment from the tree of a JSON file of today's schema.

    Raises:
        ExperimentError: a sentence that names the field.
    """
    refuse_unstorable(tree)
    try:
        return Experiment.model_validate_json(json.dumps(tree))
    except ValidationError as error:
        raise ExperimentError(sentence(error, Experiment)) from error


def to_dict(experiment: Experiment) -> dict[str, Any]:
    """Return the experiment as a tree of plain JSON values; :func:`from_dict` turns it back."""
    tree: dict[str, Any] = json.loads(experiment.model_dump_json())
    return tree


def with_value(experiment: Experiment, path: str | Sequence[str | int], value: Any) -> Experiment:
    """Return a copy of the experiment with one value changed.

    Args:
        experiment: stays as it is.
        path: names and list positions, such as ``"layers.0.units"``; a tuple is the same in parts.
        value: the new value as JSON has it, checked like a value in a file. A new ``kind`` starts that group of
            settings from its defaults, except where both kinds agree on a default: there the value is kept.
            Another data set takes a loss along that fits it, and stop conditions that watch what it has.

    Raises:
        ExperimentError: a sentence that names the field.
    """
    keys = path.split(".") if isinstance(path, str) else [str(key) for key in path]
    tree = to_dict(experiment)
    node = _node(tree, keys)
    refuse_unstorable(value, tuple(keys))
    variants = VARIANTS.get(".".join(key for key in keys[:-1] if not key.isdecimal()), ())
    if keys[-1] == "kind" and variants:
        _change_kind(node, ".".join(keys[:-1]), {variant.kind_name(): variant for variant in variants}, value)
    else:
        node[int(keys[-1]) if isinstance(node, list) else keys[-1]] = value
    changed = from_dict(tree)
    is_other_data = keys == ["data"] or changed.data.kind != experiment.data.kind
    if is_other_data:
        changed = _with_fitting_loss(changed)
    return _with_fitting_metrics(changed) if changed.loss.kind != experiment.loss.kind or is_other_data else changed


def _node(tree: dict[str, Any], keys: Sequence[str]) -> Any:
    """Return the group or list that holds the last key."""
    if not keys:
        raise ExperimentError(say("Say which setting to change, such as training.num_epochs."))
    node: Any = tree
    for depth, key in enumerate(keys):
        if key not in _keys(node):
            raise ExperimentError(
                say(
                    "{names}: {node}",
                    names=shortened(".".join(keys)),
                    node=_no_such_key(node, ".".join(keys[:depth]), key),
                )
            )
        if depth < len(keys) - 1:
            node = node[int(key) if isinstance(node, list) else key]
    return node


def _keys(node: Any) -> list[str]:
    """Return the names in a group or the positions in a list, as a path has them."""
    if isinstance(node, dict):
        return list(node)
    return [str(i) for i in range(len(node))] if isinstance(node, list) else []


def _no_such_key(node: Any, where: str, key: str) -> str:
    """Return what to do about a key that ``node``, which stands at ``where``, does not have."""
    if isinstance(node, dict):
        return no_such_setting(key, node)
    if not isinstance(node, list):
        return say("{where} is a single value, it has no {key}.", where=where, key=shown(key))
    if not node:
        return say("{where} is empty, it has no {key}.", where=where, key=shown(key))
    return say(
        "{where} has no {key}. Choose a place from 0 (the first) to {node} (the last).",
        where=where,
        key=shown(key),
        node=len(node) - 1,
    )


def _change_kind(node: dict[str, Any], path: str, classes: Mapping[str, type[Variant]], kind: Any) -> None:
    """Turn ``node``, which stands at ``path``, into the default of another kind, in place.

    What both kinds agree on is kept.
    """
    if kind not in list(classes):
        raise ExperimentError(say("{path}: the kind {kind}", path=path, kind=not_known(kind, classes)))
    if kind == node["kind"]:
        return
    old, new = classes[node["kind"]].model_fields, classes[kind].model_fields
    kept = {
        name: node[name] for name in new if name != "kind" and name in old and old[name].default == new[name].default
    }
    node.clear()
    node.update({"kind": kind} | kept)


def _with_fitting_loss(experiment: Experiment) -> Experiment:
    """Return the experiment with the first loss that fits its data, unless its loss does."""
    facts = experiment.data.facts()
    if experiment.loss.fits(facts.task, facts.num_outputs):
        return experiment
    fitting = next(loss for loss in LOSSES if loss.fits(facts.task, facts.num_outputs))
    return experiment.model_copy(update={"loss": fitting(kind=fitting.kind_name())})


def _with_fitting_metrics(experiment: Experiment) -> Experiment:
    """Return the experiment with stop conditions that watch the loss where they watched what does not exist now."""
    stopping = experiment.stopping
    known = (LOSS, *(metric.name for metric in fitting_metrics(experiment)))
    unfit = {name: LOSS for name in ("watch", "target_metric") if getattr(stopping, name) not in known}
    if "target_metric" in unfit:
        # A target accuracy would be a target loss that is reached at once.
        unfit["target"] = "off"
    return experiment.model_copy(update={"stopping": stopping.model_copy(update=unfit)}) if unfit else experiment
