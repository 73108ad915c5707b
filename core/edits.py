"""Intentions: what a user wants to change in an experiment, as values that know how to do it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Protocol

from core.data import OwnPoints
from core.errors import ExperimentError
from core.experiment import VARIANTS, Experiment, from_dict, to_dict, with_value
from core.layers import Dense, LayerBase
from core.sentences import not_known
from core.sharing import alike, copied, separated, settled, shared
from core.texts import say, unsaid


class Edit(Protocol):
    """One change. ``text`` names it in the undo menu; edits with an equal ``merge_key`` become one undo step."""

    @property
    def text(self) -> str:
        """Return a short name, such as "Add Dropout"."""

    @property
    def merge_key(self) -> str:
        """Return a key; an empty one never merges."""

    def apply(self, experiment: Experiment) -> Experiment:
        """Return the changed experiment; raise ExperimentError with a sentence if the change is not valid."""


@dataclass(frozen=True)
class SetValue:
    """Set one value. ``path`` is such as ``("optimizer", "learning_rate")`` or ``("layers", 0, "units")``.

    ``merges`` tells that quick changes of the same value are one step, as when a slider is dragged.
    """

    path: tuple[str | int, ...]
    value: Any
    title: str = ""
    merges: bool = True

    @property
    def text(self) -> str:
        """Return "Change <title>"."""
        return say(
            "Change {title:lower}", title=say(self.title or str((self.path or ("setting",))[-1]).replace("_", " "))
        )

    @property
    def merge_key(self) -> str:
        """Return the path, or nothing if every change is a step of its own."""
        return "" if not self.merges or self.path[-1:] == ("kind",) else ".".join(str(key) for key in self.path)

    def apply(self, experiment: Experiment) -> Experiment:
        """Return the experiment with the value set; layers that share parameters keep equal shapes."""
        keys = [str(key) for key in self.path]
        is_layers = keys[:1] == ["layers"] and len(keys) == 3 and keys[1].isdecimal()
        if not is_layers or int(keys[1]) >= len(experiment.layers):
            return with_value(experiment, self.path, self.value)
        position, name = int(keys[1]), keys[2]
        if name == "kind" and self.value != experiment.layers[position].kind:
            layers = separated(to_dict(experiment)["layers"], position)
            experiment = from_dict(to_dict(experiment) | {"layers": layers})
        changed = with_value(experiment, self.path, self.value)
        for other in alike(experiment.layers, position, name):
            changed = with_value(changed, ("layers", other, name), self.value)
        return changed


@dataclass(frozen=True)
class TakeExperiment:
    """Put another experiment, such as that of an earlier run, in place of the present one."""

    experiment: Experiment

    text = unsaid("Take the experiment of a run")
    merge_key = ""

    def apply(self, experiment: Experiment) -> Experiment:
        """Return the other experiment."""
        return self.experiment


@dataclass(frozen=True)
class _LayerEdit:
    position: int

    merge_key = ""

    def _layers(self, experiment: Experiment) -> list[Any]:
        layers: list[Any] = to_dict(experiment)["layers"]
        return layers

    def _with(self, experiment: Experiment, layers: list[Any]) -> Experiment:
        return from_dict(to_dict(experiment) | {"layers": layers})

    def _checked(self, layers: list[Any]) -> int:
        if not 0 <= self.position < len(layers):
            raise ExperimentError(
                say("{path}: there is no layer number {number}.", path="layers", number=self.position + 1)
            )
        return self.position


@dataclass(frozen=True)
class AddLayer(_LayerEdit):
    """Insert a layer of a kind with its defaults; ``position`` from 0 (first) to the number of layers (last)."""

    kind: str = "dense"

    @property
    def text(self) -> str:
        """Return "Add <title>"."""
        return say("Add {layer}", layer=say(_layer_class(self.kind).title))

    def apply(self, experiment: Experiment) -> Experiment:
        """Return the experiment with the layer; a Dense that will not be the last gets 64 ReLU units, a Conv2D ReLU."""
        layers = self._layers(experiment)
        if not 0 <= self.position <= len(layers):
            raise ExperimentError(
                say("{path}: a layer cannot be put at place {number}.", path="layers", number=self.position + 1)
            )
        new: dict[str, Any] = {"kind": _layer_class(self.kind).kind_name()}
        if new["kind"] == "dense" and any(isinstance(layer, Dense) for layer in experiment.layers[self.position :]):
            new |= {"units": 64, "activation": "relu"}
        if new["kind"] == "conv2d":
            new["activation"] = "relu"
        return self._with(experiment, [*layers[: self.position], new, *layers[self.position :]])


@dataclass(frozen=True)
class RemoveLayer(_LayerEdit):
    """Remove the layer at ``position``."""

    text = unsaid("Remove layer")

    def apply(self, experiment: Experiment) -> Experiment:
        """Return the experiment without the layer."""
        layers = self._layers(experiment)
        layers = separated(layers, self._checked(layers))
        del layers[self.position]
        return self._with(experiment, settled(layers))


@dataclass(frozen=True)
class DuplicateLayer(_LayerEdit):
    """Put a copy of the layer at ``position`` right after it."""

    text = unsaid("Duplicate layer")

    def apply(self, experiment: Experiment) -> Experiment:
        """Return the experiment with the copy."""
        layers = self._layers(experiment)
        layers.insert(self._checked(layers) + 1, copied(layers[self.position]))
        return self._with(experiment, layers)


@dataclass(frozen=True)
class MoveLayer(_LayerEdit):
    """Move the layer at ``position`` so that it stands at ``target`` afterwards."""

    target: int = 0

    text = unsaid("Move layer")

    def apply(self, experiment: Experiment) -> Experiment:
        """Return the experiment with the layer moved."""
        layers = self._layers(experiment)
        layer = layers.pop(self._checked(layers))
        if not 0 <= self.target <= len(layers):
            raise ExperimentError(
                say("{path}: a layer cannot be put at place {number}.", path="layers", number=self.target + 1)
            )
        layers.insert(self.target, layer)
        return self._with(experiment, settled(layers))


@dataclass(frozen=True)
class ShareParameters(_LayerEdit):
    """Let the layer at ``position`` use the parameters of the one at ``owner``, or with None have its own again."""

    owner: int | None = None

    @property
    def text(self) -> str:
        """Return what is done."""
        return say("Stop sharing parameters") if self.owner is None else say("Share parameters")

    def apply(self, experiment: Experiment) -> Experiment:
        """Return the experiment with the layer sharing."""
        layers = self._layers(experiment)
        self._checked(layers)
        if self.owner is None:
            return self._with(experiment, separated(layers, self.position))
        if not 0 <= self.owner < self.position:
            raise ExperimentError(say("layers: a layer can share only the parameters of an earlier one."))
        kinds = layers[self.owner]["kind"], layers[self.position]["kind"]
        if kinds[0] != kinds[1] or "shares" not in layers[self.owner]:
            raise ExperimentError(say("layers: only layers of the same kind with parameters can share them."))
        if layers[self.owner]["shares"]:
            raise ExperimentError(say("layers: this layer has no parameters of its own. Choose their owner."))
        return self._with(experiment, shared(layers, self.position, self.owner))


@dataclass(frozen=True)
class AddCustomLayer(_LayerEdit):
    """Insert a layer of the user's own, or give the one at ``position`` another program if ``replaces``."""

    file: str = ""
    sha256: str = ""
    class_name: str = ""
    replaces: bool = False

    @property
    def text(self) -> str:
        """Return "Add <class>" or "Replace by <class>"."""
        if self.replaces:
            return say("Replace by {layer}", layer=self.class_name)
        return say("Add {layer}", layer=self.class_name)

    def apply(self, experiment: Experiment) -> Experiment:
        """Return the experiment with the layer."""
        layers = self._layers(experiment)
        new = {"kind": "custom", "file": self.file, "sha256": self.sha256, "class_name": self.class_name}
        if self.replaces:
            if layers[self._checked(layers)]["kind"] != new["kind"]:
                raise ExperimentError(
                    say("{path}: layer {number} is not from a file.", path="layers", number=self.position + 1)
                )
            layers[self.position] = new
            return self._with(experiment, layers)
        if not 0 <= self.position <= len(layers):
            raise ExperimentError(
                say("{path}: a layer cannot be put at place {number}.", path="layers", number=self.position + 1)
            )
        return self._with(experiment, [*layers[: self.position], new, *layers[self.position :]])


@dataclass(frozen=True)
class AddPoint:
    """Put a point of a class into the user's own points."""

    x1: float
    x2: float
    label: int

    text = unsaid("Add point")
    merge_key = ""

    def apply(self, experiment: Experiment) -> Experiment:
        """Return the experiment with the point as the last one."""
        return with_value(experiment, ("data", "points"), [*_own_points(experiment), asdict(self)])


@dataclass(frozen=True)
class RemovePoint:
    """Take the point at ``position`` out of the user's own points."""

    position: int

    text = unsaid("Remove point")
    merge_key = ""

    def apply(self, experiment: Experiment) -> Experiment:
        """Return the experiment without the point."""
        points = _own_points(experiment)
        if not 0 <= self.position < len(points):
            raise ExperimentError(
                say("{path}: there is no point number {number}.", path="data.points", number=self.position + 1)
            )
        del points[self.position]
        return with_value(experiment, ("data", "points"), points)


def _own_points(experiment: Experiment) -> list[Any]:
    if not isinstance(experiment.data, OwnPoints):
        raise ExperimentError(
            say(
                "{path}: {title} takes no points of your own. Choose {own} as the data.",
                path="data",
                title=say(experiment.data.title),
                own=say(OwnPoints.title),
            )
        )
    return [point.model_dump() for point in experiment.data.points]


def _layer_class(kind: str) -> type[LayerBase]:
    for layer in VARIANTS["layers"]:
        if layer.kind_name() == kind and issubclass(layer, LayerBase):
            return layer
    raise ExperimentError(
        say("{path}: the kind {what}", path="layers", what=not_known(kind, [v.kind_name() for v in VARIANTS["layers"]]))
    )
