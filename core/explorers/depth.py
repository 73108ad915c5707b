"""Gradients through a deep network: forwards and backwards through random layers, really computed.

Vanishing and exploding gradients, and what an initialiser does about them. No training: the network is drawn, one
random batch goes through it, and the gradient of the sum of its outputs comes back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import sqrt
from types import MappingProxyType
from typing import Any, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray

from core.activations import ACTIVATIONS
from core.explorers.setup import Setup
from core.fields import setting
from core.layers import ActivationName
from core.questions import Question

Array = NDArray[np.float64]
Numbers = NDArray[Any]

BATCH_SIZE = 32
PRECISION = "float32"
"""As MXNet computes: what is too large becomes infinite, what is too small becomes 0."""
VANISHING, EXPLODING = 1e-7, 10.0
"""Mean absolute gradients beyond which a layer hardly moves, or moves too far, with usual learning rates."""

_ACTIVATIONS = {"none": "none (linear)"} | {name: function.title for name, function in ACTIVATIONS.items()}
_PIECE = {False: 80_000, True: 20_000}
"""So many weights are dealt with between two answers, in less than 15 ms; fewer if they are orthogonal."""


class DepthSetup(Setup):
    """A stack of equal Dense layers, and how its weights are drawn; the initialisers are those of ``mxnet.init``."""

    depth: int = setting(50, title="Layers", help="Number of Dense layers, all equal.", ge=2, le=100, step=1)
    width: int = setting(100, title="Units", help="Number of inputs and of units in every layer.", ge=4, le=128, step=1)
    activation: Literal["none"] | ActivationName = setting(
        "relu", title="Activation", help="The activation function after every layer.", choices=_ACTIVATIONS
    )
    initializer: Literal["normal", "uniform", "xavier", "msra_prelu", "orthogonal", "constant", "zero"] = setting(
        "normal",
        title="Initialiser",
        help="How the weights are drawn; biases are 0.",
        choices={
            "normal": "Normal",
            "uniform": "Uniform",
            "xavier": "Xavier",
            "msra_prelu": "He (MSRAPrelu)",
            "orthogonal": "Orthogonal",
            "constant": "Constant",
            "zero": "Zero",
        },
    )
    sigma: float = setting(
        0.1,
        title="σ",
        help="Standard deviation of the weights.",
        ge=1e-3,
        le=10,
        log=True,
        only_when=("initializer", "normal"),
    )
    scale: float = setting(
        0.07,
        title="Scale",
        help="Largest absolute value of a weight; Gluon's default is 0.07.",
        ge=1e-3,
        le=10,
        log=True,
        only_when=("initializer", "uniform"),
    )
    magnitude: float = setting(
        3.0,
        title="Magnitude",
        help="3 is Xavier's choice: the variance of the weights is a third of it over the number of units.",
        ge=0.1,
        le=30,
        log=True,
        only_when=("initializer", "xavier"),
    )
    slope: float = setting(
        0.0,
        title="Slope",
        help="Slope of the activation left of 0: 0 for ReLU, as He has it; Gluon's default is 0.25.",
        ge=0,
        le=1,
        step=0.05,
        only_when=("initializer", "msra_prelu"),
    )
    gain: float = setting(
        1.0,
        title="Gain",
        help="Length of every row of the matrix; Gluon's default is 1.414.",
        ge=0.1,
        le=3,
        step=0.01,
        only_when=("initializer", "orthogonal"),
    )
    value: float = setting(
        0.01,
        title="Value",
        help="The value of every weight.",
        ge=1e-3,
        le=1,
        log=True,
        only_when=("initializer", "constant"),
    )
    num_seeds: int = setting(5, title="Seeds", help="So many networks are drawn.", ge=1, le=10, step=1)

    knob_of: ClassVar[Mapping[str, str]] = MappingProxyType(
        {
            "normal": "sigma",
            "uniform": "scale",
            "xavier": "magnitude",
            "msra_prelu": "slope",
            "orthogonal": "gain",
            "constant": "value",
        }
    )
    """The setting of each initialiser."""


@dataclass(frozen=True)
class DepthQuestion(Question):
    """Asks for the gradients in a network of these setup."""

    setup: DepthSetup


@dataclass(frozen=True, eq=False)
class Depth:
    """What was found so far.

    Attributes:
        gradients: mean absolute gradient of each layer's weights, ``(seeds done, depth)``; the first layer first.
        deviations: standard deviation of the inputs and of each layer's outputs, ``(seeds done, depth + 1)``.
    """

    gradients: Array
    deviations: Array

    @property
    def first(self) -> float:
        """The median over the seeds of the first layer's gradient; not finite if most of them are not."""
        return _median(self.gradients[:, 0])

    @property
    def last(self) -> float:
        """The same of the last layer."""
        return _median(self.gradients[:, -1])

    @property
    def output(self) -> float:
        """The median of the standard deviation of the outputs."""
        return _median(self.deviations[:, -1])

    @property
    def overflows(self) -> bool:
        """Whether float32 could not hold the numbers of most seeds."""
        return not all(np.isfinite(value) for value in (self.first, self.last, self.output))

    @property
    def vanishes(self) -> bool:
        """Whether the first layer hardly learns."""
        return bool(self.first < VANISHING) and not self.overflows

    @property
    def explodes(self) -> bool:
        """Whether the first layer's gradient is too large, or the numbers have left float32."""
        return self.overflows or self.first > EXPLODING


def _median(values: Array) -> float:
    """Return the median, in which what is not a number counts as larger than every number."""
    return float(np.median(np.where(np.isnan(values), np.inf, values))) if len(values) else float("nan")


def spread(values: Array) -> tuple[Array, Array, Array]:
    """Return the decimal logarithms of least, median and greatest of values ``(seeds, n)``, each ``(n,)``.

    NaN stands where there is no logarithm: for 0, and for what is not finite.
    """
    with np.errstate(all="ignore"):
        logs = np.log10(np.sort(np.where(np.isnan(values), np.inf, values), axis=0))
    logs = np.where(np.isfinite(logs), logs, np.nan)
    middle = len(logs) // 2
    median = logs[middle] if len(logs) % 2 else (logs[middle - 1] + logs[middle]) / 2
    return logs[0], median, logs[-1]


def explore(question: DepthQuestion) -> Iterator[Depth | None]:
    """Yield what is known after every seed; None in between, when some layers more are done."""
    setup = question.setup
    found = _Found()
    for seed in range(setup.num_seeds):
        yield from _one_network(setup, np.random.default_rng(seed), found)
        yield Depth(np.array(found.gradients), np.array(found.deviations))


@dataclass
class _Found:
    gradients: list[Array] = field(default_factory=list)
    deviations: list[Array] = field(default_factory=list)


def _one_network(setup: DepthSetup, random: np.random.Generator, found: _Found) -> Iterator[None]:
    X = random.standard_normal((BATCH_SIZE, setup.width))
    piece = max(1, _PIECE[setup.initializer == "orthogonal"] // setup.width**2)
    weights = []
    for layer in range(setup.depth):
        weights.append(draw_weights(setup, random))
        if layer % piece == piece - 1:
            yield None
    steps = _through(X, weights, setup.activation, PRECISION, found)
    for number, _ in enumerate(steps):
        if number % piece == piece - 1:
            yield None


def draw_weights(setup: DepthSetup, random: np.random.Generator) -> Array:
    """Return one layer's weights ``(width, width)``: a row for each unit, as in Gluon."""
    n = setup.width
    kind = setup.initializer
    if kind in ("uniform", "xavier"):
        bound = setup.scale if kind == "uniform" else sqrt(setup.magnitude / n)
        return random.uniform(-bound, bound, (n, n))
    if kind in ("constant", "zero"):
        return np.full((n, n), setup.value if kind == "constant" else 0.0)
    normal = random.standard_normal((n, n))
    if kind == "orthogonal":
        q, r = np.linalg.qr(normal)
        # With these signs every orthogonal matrix is as likely as any other.
        return np.asarray(setup.gain * q * np.sign(np.diag(r)))
    return normal * (setup.sigma if kind == "normal" else sqrt(2 / (1 + setup.slope**2) / n))


def pass_through(X: Numbers, weights: list[Array], activation: str, precision: str) -> tuple[Array, Array]:
    """Go forwards and backwards through Dense layers without biases.

    The loss is the sum of the outputs, averaged over the batch.

    Args:
        X: the batch, ``(batch_size, inputs)``.
        weights: of each layer, ``(units, inputs)``.
        activation: a name of ``ACTIVATIONS``, or "none".
        precision: "float32" or "float64".

    Returns:
        The standard deviations of the inputs and of each layer's outputs, ``(depth + 1,)``, and the mean absolute
        gradient of each layer's weights, ``(depth,)``.
    """
    found = _Found()
    for _ in _through(X, weights, activation, precision, found):
        pass
    return found.deviations[0], found.gradients[0]


def _through(X: Numbers, weights: list[Array], activation: str, precision: str, found: _Found) -> Iterator[None]:
    """Do what :func:`pass_through` does, with a pause after every layer, and note the results in ``found``."""
    dtype = np.dtype(precision)
    function = ACTIVATIONS.get(activation)
    H, inputs, slopes = X.astype(dtype), [], []
    weights = [weight.astype(dtype) for weight in weights]
    deviations = [float(H.std(dtype=np.float64))]
    with np.errstate(all="ignore"):
        for weight in weights:
            Z = H @ weight.T
            inputs.append(H)
            slopes.append(None if function is None else function.derivative(Z).astype(dtype))
            H = Z if function is None else function.f(Z).astype(dtype)
            deviations.append(float(H.std(dtype=np.float64)))
            yield
        gradients = []
        back = np.full_like(H, 1 / len(X))
        for weight, H, slope in zip(weights[::-1], inputs[::-1], slopes[::-1], strict=True):
            passed = back if slope is None else back * slope
            gradients.append(float(np.abs(passed.T @ H).mean(dtype=np.float64)))
            back = passed @ weight
            yield
    found.deviations.append(np.array(deviations))
    found.gradients.append(np.array(gradients[::-1]))
