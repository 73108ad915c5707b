"""A hidden layer as a builder of curves: each unit is a step, a kink or a bend, and their weighted sum is a curve.

Unit j computes ``h_j = phi(a (x - c_j))`` with steepness a and place c_j; the output is ``y_hat = sum_j v_j h_j + b``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from core.activations import ACTIVATIONS
from core.explorers.setup import Setup
from core.fields import setting

Numbers = NDArray[np.float64]

NUM_PLACES = 241
"""The curves are compared at so many places, evenly spaced from 0 to 1."""
MOST_UNITS = 40

Kind = Literal["sigmoid", "relu", "tanh"]
Target = Literal["sine", "hill", "stairs", "saw", "chirp", "drawn"]
_Height = Annotated[float, Field(ge=-1000.0, le=1000.0)]


class ApproximatorSetup(Setup):
    """The target, the hidden units, and whether their weights are fitted or set by hand.

    ``drawn`` holds the heights of a curve that was drawn, at evenly spaced places. ``places`` and ``heights`` (c and v)
    are those set by hand; as long as there are not as many as units, units are spread evenly and their heights fitted.
    """

    target: Target = setting(
        "sine",
        title="Target",
        help="The curve that the network should follow.",
        choices={
            "sine": "sine",
            "hill": "hill",
            "stairs": "stairs",
            "saw": "saw",
            "chirp": "faster and faster",
            "drawn": "drawn with the mouse",
        },
    )
    activation: Kind = setting(
        "sigmoid",
        title="Activation",
        help="The activation function of the hidden units.",
        choices={"sigmoid": "sigmoid", "relu": "ReLU", "tanh": "tanh"},
    )
    units: int = setting(4, title="Hidden units", help="How many units the hidden layer has.", ge=1, le=MOST_UNITS)
    steepness: float = setting(
        60.0, title="Steepness a", help="The weight in front of x: how sharp a step is.", ge=1.0, le=400.0, log=True
    )
    fitted: bool = setting(True, title="Fit", help="Choose the output weights by least squares.")
    drawn: tuple[_Height, ...] = setting((), title="Drawn", help="Heights of the drawn curve.", max_length=2000)
    places: tuple[Annotated[float, Field(ge=-1.0, le=2.0)], ...] = setting(
        (), title="Places", help="Where the units stand.", max_length=MOST_UNITS
    )
    heights: tuple[_Height, ...] = setting((), title="Heights", help="Output weights.", max_length=MOST_UNITS)
    bias: float = setting(0.0, title="Bias b", help="Of the output.", ge=-1000.0, le=1000.0)


def _stairs(x: Numbers) -> Numbers:
    return np.asarray(np.floor(np.minimum(x, 0.999) * 4) / 3 * 1.6 - 0.8)


TARGETS: Mapping[str, Callable[[Numbers], Numbers]] = MappingProxyType(
    {
        "sine": lambda x: np.asarray(np.sin(2 * np.pi * x)),
        "hill": lambda x: np.asarray(1.6 * np.exp(-np.square((x - 0.5) / 0.13)) - 0.6),
        "stairs": _stairs,
        "saw": lambda x: np.asarray(2 * np.abs(2 * ((1.5 * x + 0.25) % 1) - 1) - 1),
        "chirp": lambda x: np.asarray(np.sin(2 * np.pi * (0.6 * x + 2.4 * x**3))),
    }
)
"""Curves from 0 to 1 whose heights lie between -1 and 1, by name; what is drawn is added to them."""


@dataclass(frozen=True, eq=False)
class Approximation:
    """What the network makes of its units. ``n`` places, ``m`` units.

    Attributes:
        x: places, ``(n,)``.
        target: the curve to follow, ``(n,)``.
        places: where the units stand, ``(m,)``.
        heights: their output weights, ``(m,)``.
        bias: of the output.
        contributions: ``(m, n)``; height times what the unit says.
        output: bias and contributions together, ``(n,)``.
    """

    x: Numbers
    target: Numbers
    places: Numbers
    heights: Numbers
    bias: float
    contributions: Numbers
    output: Numbers

    @property
    def rmse(self) -> float:
        """Root of the mean squared difference from the target."""
        return float(np.sqrt(np.square(self.output - self.target).mean()))

    @property
    def largest_error(self) -> float:
        """Largest distance from the target."""
        return float(np.abs(self.output - self.target).max())


def target_of(setup: ApproximatorSetup, x: Numbers) -> Numbers:
    """Return the heights of the target; a curve that was not drawn yet is 0."""
    if setup.target != "drawn":
        return TARGETS[setup.target](x)
    if not setup.drawn:
        return np.zeros_like(x)
    return np.interp(x, np.linspace(0, 1, len(setup.drawn)), setup.drawn)


def spread(activation: Kind, units: int) -> Numbers:
    """Return evenly spread places: in the middle of equal parts, or for kinks at their left ends."""
    parts = np.arange(units) / units
    return parts if activation == "relu" else parts + 0.5 / units


def hidden(activation: Kind, steepness: float, places: Numbers, x: Numbers) -> Numbers:
    """Return what the units say, ``(m, n)``; a kink needs no steepness, its height does the same."""
    a = 1.0 if activation == "relu" else steepness
    return ACTIVATIONS[activation].f(a * (x[None, :] - places[:, None]))


def least_squares(H: Numbers, target: Numbers) -> tuple[Numbers, float]:
    """Return the output weights ``(m,)`` and the bias with the least squared error."""
    columns = np.vstack([H, np.ones_like(target)]).T
    found = np.linalg.lstsq(columns, target, rcond=1e-10)[0]
    return found[:-1], float(found[-1])


def approximate(setup: ApproximatorSetup) -> Approximation:
    """Return the curve of a setup."""
    x = np.linspace(0, 1, NUM_PLACES)
    target = target_of(setup, x)
    own_places = len(setup.places) == setup.units
    places = np.array(setup.places) if own_places else spread(setup.activation, setup.units)
    H = hidden(setup.activation, setup.steepness, places, x)
    if setup.fitted or len(setup.heights) != setup.units:
        heights, bias = least_squares(H, target)
    else:
        heights, bias = np.array(setup.heights), setup.bias
    contributions = heights[:, None] * H
    return Approximation(x, target, places, heights, bias, contributions, bias + contributions.sum(axis=0))
