"""Parameters of a small network: when their shapes become known, how they are drawn, and what sharing them does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import sqrt
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.explorers.patterns import PatternError, checked
from core.explorers.setup import Setup
from core.fields import Value, setting
from core.questions import Question
from core.texts import say

Numbers = NDArray[np.float32]
Stage = Literal["constructed", "initialized", "forward"]
STAGES: tuple[Stage, ...] = ("constructed", "initialized", "forward")
MOST_LAYERS, MOST_UNITS, MOST_ROWS = 4, 16, 64
ACCESSES = ("shape", "parameter", "data", "grad", "params", "collect", "pattern")

_ACTIVATIONS = {"none": "none", "relu": "ReLU", "sigmoid": "sigmoid", "tanh": "tanh"}
INITIALIZERS = {
    "normal": "Normal(0.01)",
    "uniform": "Uniform(0.07)",
    "xavier": "Xavier()",
    "msra_prelu": "MSRAPrelu()",
    "constant": "Constant(0.1)",
    "zero": "Zero()",
    "own": "MyInit()",
}
"""The calls, as a program has them; ``own`` is that of the book, which keeps only large numbers."""


class DenseLayer(Value):
    """One Dense layer."""

    units: int = setting(4, title="Units", help="Number of outputs of the layer.", ge=1, le=MOST_UNITS, step=1)
    in_units: int = setting(
        0,
        title="in_units",
        help="Number of inputs; 0 leaves it to the first forward pass.",
        ge=0,
        le=MOST_UNITS,
        step=1,
    )
    activation: str = setting(
        "none", title="Activation", help="What is applied to the outputs.", choices=_ACTIVATIONS, max_length=10
    )


class DeferredSetup(Setup):
    """A network and what was done with it so far.

    Attributes:
        chosen: the parameter that is looked at, by its structural name such as "0.weight".
        access: what is asked of it, one of ``ACCESSES``.
        next_shape: of a second X that was passed to the network after the first one; empty for none.
        reinit: so often it was initialised again; ``previous`` is the initialiser before the last time.
        ignored: the initialiser of a last call of ``initialize`` without ``force_reinit``; empty for none.
        edit: row, column and number that was written into the weight of the first layer; three more for each other
            edit, empty for none.
    """

    layers: tuple[DenseLayer, ...] = (DenseLayer(activation="relu"), DenseLayer(units=3))
    stage: Stage = setting(
        "constructed",
        title="Stage",
        help="What has been done with the network.",
        choices={"constructed": "constructed", "initialized": "initialised", "forward": "first forward pass"},
    )
    X_shape: tuple[int, ...] = (2, 5)
    next_shape: tuple[int, ...] = ()
    pattern: str = ""
    shared: bool = setting(
        False,
        title="net[1] shares the parameters of net[0]",
        help="The second layer is made with params=net[0].params: one object that both use.",
    )
    initializer: str = setting(
        "normal", title="Initialiser", help="How the weights are drawn; biases are 0.", choices=INITIALIZERS
    )
    previous: str = ""
    reinit: int = setting(0, title="Initialised again", help="How often.", ge=0, le=9999)
    ignored: str = ""
    edit: tuple[float, ...] = ()
    chosen: str = "0.weight"
    access: str = "shape"

    def problem(self) -> str:
        """Return what does not fit together."""
        return self._layers_problem() or self._words_problem() or self._shapes_problem() or self._edit_problem()

    def _layers_problem(self) -> str:
        if not 1 <= len(self.layers) <= MOST_LAYERS:
            return say("The network has 1 to {number} layers.", number=MOST_LAYERS)
        if any(layer.activation not in _ACTIVATIONS for layer in self.layers):
            return say("The activations are: {names}.", names=", ".join(_ACTIVATIONS))
        if not self.shared:
            return ""
        if len(self.layers) < 2:
            return say("Sharing takes two layers: add one.")
        first, second = self.layers[:2]
        if first.units != second.units or (first.in_units and second.in_units and first.in_units != second.in_units):
            return say("Layers that share their parameters have the same units and the same in_units.")
        return ""

    def _words_problem(self) -> str:
        if self.initializer not in INITIALIZERS or not {self.previous, self.ignored} <= {"", *INITIALIZERS}:
            return say("The initialisers are: {names}.", names=", ".join(INITIALIZERS))
        if self.access not in ACCESSES:
            return say("What can be asked is: {names}.", names=", ".join(ACCESSES))
        if self.chosen not in self.names():
            return say("The parameters are: {names}.", names=", ".join(self.names()))
        try:
            checked(self.pattern)
        except PatternError as error:
            return str(error)
        return ""

    def _shapes_problem(self) -> str:
        for shape in (self.X_shape, *([self.next_shape] if self.next_shape else [])):
            if len(shape) != 2 or not (1 <= shape[0] <= MOST_ROWS and 1 <= shape[1] <= MOST_UNITS):
                return say(
                    "X has the shape (n, d): n from 1 to {rows}, d from 1 to {columns}.",
                    rows=MOST_ROWS,
                    columns=MOST_UNITS,
                )
        return ""

    def _edit_problem(self) -> str:
        rows, columns = self.layers[0].units, self.layers[0].in_units or self.X_shape[1]
        inside = all(row in range(rows) and column in range(columns) for row, column, _ in self.edits())
        if len(self.edit) % 3 or len(self.edit) > 3 * MOST_UNITS**2 or not inside:
            return say("An edit is [row, column, number] in a weight of shape {shape}.", shape=(rows, columns))
        return "" if all(abs(value) <= 100 for *_, value in self.edits()) else say("Numbers go from −100 to 100.")

    def edits(self) -> tuple[tuple[float, float, float], ...]:
        """Return row, column and number of each edit."""
        return tuple(zip(self.edit[::3], self.edit[1::3], self.edit[2::3], strict=False))

    def names(self) -> tuple[str, ...]:
        """Return the structural names of all parameters; those of shared ones too."""
        return tuple(f"{i}.{kind}" for i in range(len(self.layers)) for kind in ("weight", "bias"))

    def code(self) -> str:
        """Return the access to the chosen parameter, such as ``net[0].weight``."""
        layer, kind = self.chosen.split(".")
        return f"net[{layer}].{kind}"


def access_code(setup: DeferredSetup, access: str) -> str:
    """Return what is asked of the network as a line of a program."""
    code = setup.code()
    return {
        "shape": f"{code}.shape",
        "parameter": code,
        "data": f"{code}.data()",
        "grad": f"{code}.grad()",
        "params": f"{code.partition('.')[0]}.params",
        "collect": "net.collect_params()",
        "pattern": f"net.collect_params({setup.pattern!r})",
    }[access]


def followed(setup: DeferredSetup, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return changes together with what follows from them, as long as nothing else is said of that.

    Another network has no edits; one that is made again was never initialised again; layers that are to share get the
    same sizes, and an X that fits them.
    """
    values, now = dict(changes), setup.model_dump(mode="json")
    new = {name for name, value in values.items() if name in now and value != now[name]}
    if new & {"layers", "X_shape", "shared", "stage", "reinit"}:
        values = {"edit": []} | values
    if new & {"layers", "X_shape", "shared", "stage"}:
        values = {"next_shape": []} | values
    if "stage" in new:
        values = {"reinit": 0, "previous": "", "ignored": ""} | values
    elif "reinit" in new:
        values = {"previous": now["initializer"], "ignored": ""} | values
    layers = values.get("layers", now["layers"])
    if not isinstance(layers, list) or not layers or not all(isinstance(layer, dict) for layer in layers):
        return values
    if "layers" in new:
        return _follow_layers(now, layers, values)
    if values.get("shared") is True and not setup.shared and len(layers) > 1:
        units = layers[0]["units"]
        alike = {"units": units, "in_units": units if layers[0]["in_units"] else 0}
        values["layers"] = [layers[0] | alike, layers[1] | alike, *_with_inputs(layers[2:], units)]
        values = {"X_shape": [now["X_shape"][0], units]} | values
    return values


def _follow_layers(now: Mapping[str, Any], layers: list[dict[str, Any]], values: dict[str, Any]) -> dict[str, Any]:
    """Return changes together with what follows from other layers."""
    if now["chosen"] not in {f"{i}.{kind}" for i in range(len(layers)) for kind in ("weight", "bias")}:
        values = {"chosen": "0.weight"} | values
    if len(layers) < 2:
        return {"shared": False} | values
    fitted = not now["shared"] or now["X_shape"][1] == now["layers"][0]["units"]
    if values.get("shared", now["shared"]) is True and fitted:
        return {"X_shape": [now["X_shape"][0], layers[0].get("units", 1)]} | values
    return values


def _with_inputs(layers: list[dict[str, Any]], inputs: int) -> list[dict[str, Any]]:
    """Return layers of which the first takes so many inputs, if it says how many."""
    if not layers or not layers[0]["in_units"]:
        return layers
    return [layers[0] | {"in_units": inputs}, *layers[1:]]


@dataclass(frozen=True)
class Look(Question):
    """Asks to do with a network all that the setup says."""

    setup: DeferredSetup


@dataclass(frozen=True, eq=False)
class ParameterRow:
    """One parameter object.

    Attributes:
        name: as MXNet has it, such as "dense0_weight".
        uses: where the network has it, such as ("0.weight", "1.weight") if two layers share it.
        shape: 0 stands for what is not known.
        values: None as long as there are none; ``before`` those before it was initialised again.
        deferred: whether it was to be initialised, but waits for its shape.
        matches: whether the pattern chooses it.
    """

    name: str
    uses: tuple[str, ...]
    shape: tuple[int, ...]
    values: Numbers | None
    before: Numbers | None
    deferred: bool
    matches: bool

    @property
    def is_known(self) -> bool:
        """Whether all of its shape is known."""
        return all(self.shape)


@dataclass(frozen=True, eq=False)
class Sum:
    """The gradient of ``net(X).sum()`` by a shared parameter, and by each of its two uses alone."""

    first: Numbers
    second: Numbers
    total: Numbers

    @property
    def is_sum(self) -> bool:
        """Whether both uses add up to the gradient, as exactly as float32 allows."""
        size = float(np.abs([self.first, self.second]).max())
        return bool(np.allclose(self.first + self.second, self.total, rtol=1e-4, atol=1e-5 * size))


@dataclass(frozen=True, eq=False)
class Looked:
    """What became of a network.

    Attributes:
        rows: the parameters, as ``collect_params`` lists them.
        forward_refusal: why X did not go through the network; empty if it did, or did not have to.
        text: what MXNet says to the access; empty if that was refused with ``access_refusal``.
        told: what ``initialize`` had to tell when it was called again without ``force_reinit``.
        outputs: of the network for the last X, None if there are none.
        sums: the gradients of shared parameters, by "weight" and "bias"; empty if nothing is shared.
    """

    rows: tuple[ParameterRow, ...]
    forward_refusal: str = ""
    text: str = ""
    access_refusal: str = ""
    told: str = ""
    outputs: Numbers | None = None
    sums: Mapping[str, Sum] = field(default_factory=dict)

    def row_of(self, use: str) -> ParameterRow:
        """Return the parameter that the network has at a place such as "1.weight"."""
        return next(row for row in self.rows if use in row.uses)


def draw(kind: str, shape: tuple[int, ...], random: np.random.RandomState) -> NDArray[np.float64]:
    """Return weights ``(units, inputs)`` as one of ``INITIALIZERS`` draws them, with the options of Gluon."""
    units, inputs = shape
    if kind == "normal":
        return random.normal(0, 0.01, shape)
    if kind == "uniform":
        return random.uniform(-0.07, 0.07, shape)
    if kind == "xavier":
        bound = sqrt(3 / ((inputs + units) / 2))
        return random.uniform(-bound, bound, shape)
    if kind == "msra_prelu":
        return random.normal(0, sqrt(2 / (1 + 0.25**2) / ((inputs + units) / 2)), shape)
    if kind == "own":
        values = random.uniform(-10, 10, shape)
        return np.asarray(values * (np.abs(values) >= 5))
    return np.full(shape, 0.1 if kind == "constant" else 0.0)


def misfit(setup: DeferredSetup, first: tuple[int, ...], shape: tuple[int, ...] = ()) -> str:
    """Return why X cannot go through the network, in a sentence; empty if it can.

    Args:
        setup: has the layers.
        first: the shape of the first X, which fills in what is not given.
        shape: of the X in question; empty if it is the first one itself.
    """
    given = [layer.in_units for layer in setup.layers]
    if setup.shared:
        given[0] = given[1] = given[0] or given[1]
    inputs, taken = (shape or first)[1], first[1]
    for i, layer in enumerate(setup.layers):
        wanted = given[i] or taken
        if setup.shared and i == 0:
            given[1] = wanted
        if inputs != wanted:
            return _misfit_sentence(setup, i, layer.units, inputs, wanted)
        inputs = taken = layer.units
    return ""


def _misfit_sentence(setup: DeferredSetup, i: int, units: int, inputs: int, wanted: int) -> str:
    facts: dict[str, Any] = {"layer": f"net[{i}]", "shape": (units, wanted), "wanted": wanted, "inputs": inputs}
    if setup.shared and i == 1:
        return say(
            "net[1] shares the weight of net[0], whose shape is {shape}, so it takes {wanted} numbers a row, but gets "
            "{inputs}. Give X {inputs} columns, so that both take the same.",
            **facts,
        )
    if i == 0:
        return say(
            "X has {inputs} columns, but the weight of {layer} has the shape {shape}: it takes {wanted}. A shape that "
            "is known does not change any more.",
            **facts,
        )
    return say(
        "{layer} was made with in_units={wanted}, but the layer before it gives {inputs} numbers a row.", **facts
    )
