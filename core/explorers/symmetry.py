"""Symmetric initialisation: hidden units that begin equal stay equal, however long they are trained.

One hidden layer learns XOR by minibatch SGD. All sums run over the samples unit by unit in the same order, so that
equal units get the same gradient to the last bit, as in exact arithmetic; a matrix product of a library need not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.activations import ACTIVATIONS
from core.explorers.setup import Setup
from core.fields import setting
from core.questions import Question

Array = NDArray[np.float64]

NUM_SAMPLES, BATCH_SIZE = 64, 8
_STEPS_A_PIECE = 50
"""So many steps are done between two answers: less than 15 ms."""
_SAME = 1e-9


class SymmetrySetup(Setup):
    """How the hidden units begin, and what may part them."""

    units: int = setting(6, title="Units", help="Units of the hidden layer.", ge=2, le=8, step=1)
    activation: Literal["tanh", "sigmoid", "relu"] = setting(
        "tanh",
        title="Activation",
        help="The activation function of the hidden units.",
        choices={"tanh": "tanh", "sigmoid": "Sigmoid", "relu": "ReLU"},
    )
    start: float = setting(
        0.5, title="Start c", help="The value with which every weight begins.", ge=0, le=1, step=0.05
    )
    noise: float = setting(
        0.0,
        title="Noise σ",
        help="Standard deviation of what is added to every weight at the start: 0 leaves all units equal.",
        ge=0,
        le=1,
        step=0.01,
    )
    rate: float = setting(
        0.0,
        title="Dropout",
        help="Share of the hidden units that are dropped in every step, others for every sample.",
        ge=0,
        le=0.8,
        step=0.05,
    )
    learning_rate: float = setting(
        0.3, title="η", help="Learning rate: factor of the gradient in every step of SGD.", ge=0.01, le=1, step=0.01
    )
    num_steps: int = setting(1000, title="Steps", help="Steps of minibatch SGD.", ge=100, le=2000, step=100)


@dataclass(frozen=True)
class SymmetryQuestion(Question):
    """Asks how the hidden units fare."""

    setup: SymmetrySetup


@dataclass(frozen=True, eq=False)
class Training:
    """The parameters before the first and after every step so far; n is one more than those steps.

    Attributes:
        W: weights of the hidden units, ``(n, units, 2)``.
        b: their biases, ``(n, units)``.
        v: weights of the output, ``(n, units)``.
        losses: half the mean squared error of all samples, without dropout, ``(n,)``.
    """

    W: Array
    b: Array
    v: Array
    losses: Array

    @property
    def distances(self) -> Array:
        """The largest difference between two units in any of their weights, ``(n,)``."""
        whole = np.concatenate([self.W, self.b[..., None], self.v[..., None]], axis=2)
        with np.errstate(over="ignore", invalid="ignore"):
            return np.asarray((whole.max(axis=1) - whole.min(axis=1)).max(axis=1))

    @property
    def diverged(self) -> bool:
        """Whether the loss has grown beyond all numbers."""
        return not bool(np.isfinite(self.losses[-1]))

    @property
    def num_different(self) -> int:
        """How many different units there are at the end."""
        whole = np.column_stack([self.W[-1], self.b[-1], self.v[-1]])
        return len(np.unique(np.round(whole / _SAME), axis=0))


@dataclass(frozen=True, eq=False)
class Problem:
    """Points of four corners: ``X (64, 2)`` and ``y (64,)``, 1 where both signs agree, else −1."""

    X: Array
    y: Array


def xor_problem() -> Problem:
    """Return the samples, the same every time."""
    random = np.random.default_rng(7)
    signs = np.array([[1, 1], [-1, -1], [1, -1], [-1, 1]]).repeat(NUM_SAMPLES // 4, axis=0)
    X = signs + 0.25 * random.standard_normal(signs.shape)
    order = random.permutation(NUM_SAMPLES)
    return Problem(X[order], np.prod(signs, axis=1)[order].astype(np.float64))


@dataclass
class _State:
    W: Array
    b: Array
    v: Array
    c: float = 0.0
    trail: list[tuple[Array, Array, Array, float]] = field(default_factory=list)


def explore(question: SymmetryQuestion) -> Iterator[Training]:
    """Yield the training as far as it is, the last time when it is done."""
    setup, problem = question.setup, xor_problem()
    # One stream for the weights, so that another dropout rate leaves them as they are.
    weights, steps = np.random.default_rng(0), np.random.default_rng(1)
    noise = setup.noise * weights.standard_normal((setup.units, 3))
    state = _State(setup.start + noise[:, :2], np.zeros(setup.units), setup.start + noise[:, 2])
    _note(state, setup, problem)
    order: list[int] = []
    for step in range(setup.num_steps):
        if not order:
            order = steps.permutation(NUM_SAMPLES).tolist()
        batch, order = order[:BATCH_SIZE], order[BATCH_SIZE:]
        kept = steps.random((BATCH_SIZE, setup.units)) >= setup.rate
        # A large learning rate makes the weights grow beyond all bounds; the picture tells it.
        with np.errstate(over="ignore", invalid="ignore"):
            _step(state, setup, Problem(problem.X[batch], problem.y[batch]), kept / (1 - setup.rate))
            _note(state, setup, problem)
        if (step + 1) % _STEPS_A_PIECE == 0 or step + 1 == setup.num_steps:
            W, b, v, losses = (np.array(part) for part in zip(*state.trail, strict=True))
            yield Training(W, b, v, losses)


def _note(state: _State, setup: SymmetrySetup, problem: Problem) -> None:
    H = ACTIVATIONS[setup.activation].f(_inputs(state, problem.X))
    loss = float(np.square(_sum_units(H * state.v) + state.c - problem.y).mean() / 2)
    state.trail.append((state.W.copy(), state.b.copy(), state.v.copy(), loss))


def _step(state: _State, setup: SymmetrySetup, batch: Problem, mask: Array) -> None:
    """Take one step of SGD, in place; ``mask`` ``(batch_size, units)`` holds 0 or 1/(1 − rate)."""
    gradients = gradients_of(state.W, state.b, state.v, state.c, setup.activation, batch, mask)
    for parameter, gradient in zip((state.W, state.b, state.v), gradients[:3], strict=True):
        parameter -= setup.learning_rate * gradient
    state.c -= setup.learning_rate * float(gradients[3])


def gradients_of(
    W: Array, b: Array, v: Array, c: float, activation: str, batch: Problem, mask: Array
) -> tuple[Array, Array, Array, Array]:
    """Return the gradients by W, b, v and c of half the mean squared error of ``f(X Wᵀ + b) · mask · v + c``."""
    function = ACTIVATIONS[activation]
    Z = batch.X[:, 0, None] * W[:, 0] + batch.X[:, 1, None] * W[:, 1] + b
    H = function.f(Z) * mask
    dy = (_sum_units(H * v) + c - batch.y) / len(batch.y)
    back = dy[:, None] * v * mask * function.derivative(Z)
    by_weights = np.stack([(back * batch.X[:, i, None]).sum(axis=0) for i in range(2)], axis=1)
    return by_weights, back.sum(axis=0), (dy[:, None] * H).sum(axis=0), np.asarray(dy.sum())


def _inputs(state: _State, X: Array) -> Array:
    return X[:, 0, None] * state.W[:, 0] + X[:, 1, None] * state.W[:, 1] + state.b


def _sum_units(values: Array) -> Array:
    return np.asarray(values.sum(axis=1))
