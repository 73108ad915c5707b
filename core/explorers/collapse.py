"""A stack of Dense layers on the plane, and the single layer that it is equal to without activation functions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from core.activations import ACTIVATIONS
from core.explorers.setup import Setup
from core.fields import setting

Numbers = NDArray[np.float64]

REACH = 3.0
"""The plane is shown from -REACH to REACH along both axes."""
_SCALE, _DIGITS = 1.3, 1

Activation = Literal["none", "relu", "sigmoid", "tanh"]
_Index = Annotated[int, Field(ge=0, le=10)]
_Column = Annotated[int, Field(ge=-1, le=10)]
_Entry = Annotated[float, Field(ge=-100.0, le=100.0)]


class CollapseSetup(Setup):
    """How the stack is built. ``edits`` are entries changed by hand: layer, row, column (-1 for the bias), value."""

    layers: int = setting(2, title="Dense layers", help="How many Dense layers stand in the stack.", ge=2, le=3)
    units: int = setting(3, title="Hidden units", help="Units of every layer but the last.", ge=1, le=4)
    activation: Activation = setting(
        "none",
        title="Activation",
        help="Between the layers.",
        choices={"none": "none", "relu": "ReLU", "sigmoid": "sigmoid", "tanh": "tanh"},
    )
    seed: int = setting(1, title="Seed", help="Of the random weights.", ge=0, le=9999)
    edits: tuple[tuple[_Index, _Index, _Column, _Entry], ...] = setting(
        (), title="Edits", help="Entries changed by hand.", max_length=200
    )


@dataclass(frozen=True, eq=False)
class Layer:
    """A Dense layer: ``W`` is ``(units, inputs)``, ``b`` is ``(units,)``; it computes ``x Wᵀ + b``."""

    W: Numbers
    b: Numbers


def layers_of(setup: CollapseSetup) -> tuple[Layer, ...]:
    """Return the layers, with round random numbers in them."""
    random = np.random.RandomState(setup.seed)
    sizes = [2, *[setup.units] * (setup.layers - 1), 1]
    found = []
    for inputs, units in pairwise(sizes):
        W = np.round(random.normal(0, _SCALE / np.sqrt(inputs / 2), (units, inputs)), _DIGITS) + 0.0
        b = np.round(random.normal(0, 0.8, units), _DIGITS) + 0.0
        found.append(Layer(W, b))
    for layer, row, column, value in setup.edits:
        if layer < len(found) and row < len(found[layer].b) and column < found[layer].W.shape[1]:
            target = found[layer]
            if column < 0:
                target.b[row] = value
            else:
                target.W[row, column] = value
    return tuple(found)


def with_edit(setup: CollapseSetup, layer: int, row: int, column: int, value: float) -> CollapseSetup:
    """Return the setup with another value at an entry; ``column`` -1 is the bias."""
    kept = tuple(edit for edit in setup.edits if edit[:3] != (layer, row, column))
    return setup.model_copy(update={"edits": (*kept, (layer, row, column, value))})


def collapsed(layers: tuple[Layer, ...]) -> Layer:
    """Return the one layer that does the same as all of them without activations: ``W = W2 W1, b = W2 b1 + b2``."""
    W, b = layers[0].W, layers[0].b
    for layer in layers[1:]:
        W, b = layer.W @ W, layer.W @ b + layer.b
    return Layer(W, b)


def forward(layers: tuple[Layer, ...], activation: Activation, X: Numbers) -> Numbers:
    """Return the outputs ``(..., 1)`` of inputs ``(..., 2)``."""
    H = X
    for position, layer in enumerate(layers):
        H = H @ layer.W.T + layer.b
        if activation != "none" and position < len(layers) - 1:
            H = ACTIVATIONS[activation].f(H)
    return H


def plane(num_places: int) -> tuple[Numbers, Numbers]:
    """Return the places along an axis ``(n,)``, and all places of the plane ``(n, n, 2)``."""
    axis = np.linspace(-REACH, REACH, num_places)
    return axis, np.stack(np.meshgrid(axis, axis), axis=-1)
