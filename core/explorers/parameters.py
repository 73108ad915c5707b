"""A parameter file: which arrays are in it, what their numbers look like, and whether they fit a network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod, sqrt
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.explorers.setup import Setup
from core.fields import setting
from core.layers import Shape
from core.questions import Question
from core.texts import say

Numbers = NDArray[np.float32]
Shapes = tuple[tuple[str, Shape], ...]
Fit = Literal["fits", "missing", "extra", "shape"]

EXAMPLES = ("fits", "wrong-shape", "damaged")
EXAMPLE_SHAPES: Shapes = (("0.weight", (8, 5)), ("0.bias", (8,)), ("1.weight", (3, 8)), ("1.bias", (3,)))
"""Of the network of the examples: ``Dense(8, activation="relu")`` and ``Dense(3)`` on 5 inputs."""
MOST_SHOWN = 64
_LEAST_BINS, _BINS = 6, 30


class ParametersSetup(Setup):
    """Which file is open, and which of its arrays is looked at.

    Attributes:
        path: of a file; empty for an example.
        live: whether it is the network in the window, instead of any file.
        chosen: name of an array; the first one if there is none of that name.
    """

    path: str = setting("", title="File", help="A .params file.", max_length=4096)
    example: str = setting(
        "fits",
        title="Example",
        help="A file that Gluon Lab writes for this explorer.",
        choices={"fits": "one that fits", "wrong-shape": "one with another shape", "damaged": "one that is damaged"},
    )
    live: bool = setting(
        False, title="The current run", help="The parameters of the network in this window, also while it trains."
    )
    chosen: str = setting("", title="Array", help="The array that is looked at.", max_length=200)

    def problem(self) -> str:
        """Return what is wrong with the choice."""
        if self.example not in EXAMPLES:
            return say("The examples are: {names}.", names=", ".join(EXAMPLES))
        return say("A path has no character 0.") if "\0" in self.path else ""


@dataclass(frozen=True)
class OpenFile(Question):
    """Asks what is in a file.

    Attributes:
        path: of the file; empty for the example.
        example: one of ``EXAMPLES``.
        network: the shapes of a network's parameters, by structural names, in order; empty for no network.
    """

    path: str
    example: str
    network: Shapes


@dataclass(frozen=True, eq=False)
class FoundArray:
    """An array of a file.

    Attributes:
        counts: of a histogram with ``edges``, one more.
        piece: the numbers, as a matrix; only the first rows and columns of a large one.
    """

    name: str
    shape: Shape
    dtype: str
    low: float
    high: float
    mean: float
    std: float
    counts: NDArray[np.int64]
    edges: NDArray[np.float64]
    piece: Numbers

    @property
    def size(self) -> int:
        """How many numbers it has."""
        return prod(self.shape)


@dataclass(frozen=True, eq=False)
class FoundFile:
    """What is in a file.

    Attributes:
        name: of the file.
        arrays: in the order of the file.
        loading: what happens when it is loaded into the network, in a sentence; empty without a network.
        fits: whether it can be loaded.
    """

    name: str
    arrays: tuple[FoundArray, ...]
    loading: str
    fits: bool

    def array(self, name: str) -> FoundArray | None:
        """Return an array by its name; None if there is none."""
        return next((array for array in self.arrays if array.name == name), None)


@dataclass(frozen=True)
class FitRow:
    """A parameter of the network, an array of the file, or both.

    ``given`` is the shape in the file, ``wanted`` that in the network; None where it is not there.
    """

    name: str
    given: Shape | None
    wanted: Shape | None

    @property
    def fit(self) -> Fit:
        """How both go together."""
        if self.given is None:
            return "missing"
        if self.wanted is None:
            return "extra"
        return "fits" if self.given == self.wanted else "shape"


def fit_rows(given: Mapping[str, Shape], network: Shapes) -> tuple[FitRow, ...]:
    """Return all names of a file and of a network: first those of the file in its order, then what is missing."""
    wanted = dict(network)
    rows = [FitRow(name, shape, wanted.get(name)) for name, shape in given.items()]
    return (*rows, *(FitRow(name, None, shape) for name, shape in network if name not in given))


def describe(name: str, values: Numbers) -> FoundArray:
    """Return what an array ``(...)`` looks like; numbers that are not finite are left out of its histogram."""
    exact = values.astype(np.float64)
    low, high = float(exact.min()), float(exact.max())
    finite = exact[np.isfinite(exact)]
    least, most = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    # A histogram of equal numbers has one bin around them.
    span = (least, most) if most > least else (least - 0.5, most + 0.5)
    # Few numbers in many bins are a comb, in which no shape is seen.
    bins = int(np.clip(round(2 * sqrt(finite.size)), _LEAST_BINS, _BINS)) if most > least else 1
    counts, edges = np.histogram(finite, bins=bins, range=span)
    matrix = values.reshape(1, -1) if values.ndim == 1 else values.reshape(len(values), -1)
    piece = matrix[:MOST_SHOWN, :MOST_SHOWN].copy()
    return FoundArray(
        name, values.shape, values.dtype.name, low, high, float(exact.mean()), float(exact.std()), counts, edges, piece
    )


def example_arrays(example: str) -> dict[str, Numbers]:
    """Return the arrays of an example; the file of ``"damaged"`` holds those of ``"fits"``."""
    random = np.random.RandomState(8)
    arrays = {}
    for name, shape in EXAMPLE_SHAPES:
        if example == "wrong-shape" and name in ("0.weight", "0.bias"):
            # The file of a network with more hidden units.
            shape = (10, *shape[1:])
        if example == "wrong-shape" and name == "1.weight":
            shape = (3, 10)
        scale = 0.4 if name.endswith("weight") else 0.1
        arrays[name] = random.normal(scale=scale, size=shape).astype(np.float32)
    return arrays
