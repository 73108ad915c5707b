"""The check of a layer of the user's own, line by line; made to run in a worker process, which it may take down.

It seeds MXNet's random numbers and those of Python and NumPy: never to be called where a run lives.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import prod
from typing import Any

import numpy as np

from core import programs
from core.engine.custom import LayerError, explained, initialised, make_block, outputs_of, some_inputs, tried
from core.engine.mx import mx
from core.errors import essence
from core.layers import Shape
from core.programs import Check, CheckLine, Program, Seen
from core.texts import say, unsaid

nd, autograd = mx.nd, mx.autograd

MADE, WEIGHTS, SHAPE = unsaid("Can be made"), unsaid("First weights"), unsaid("Output shape")
GRADIENT, COMPILES, REPEATS = unsaid("Gradient"), unsaid("Compiles"), unsaid("Repeatable")

_FEW = 2
_MORE, _MOST, _ENTRIES = 16, 256, 4096
_DIRECTIONS = 3
_STEP = 1e-2
"""Float32 outputs have 7 digits: with this step 4 are left of a difference, and curvature costs no more."""
_TOLERANCE = 0.02
_SEEDS = (1, 2)
_NO_GRAPH = "not in a computational graph"


@dataclass(frozen=True)
class _Slope:
    """A slope in one direction of an array, found in two ways, and how far they may be from each other."""

    name: str
    by_autograd: float
    by_difference: float
    tolerance: float


class _NoWayBackError(LayerError):
    """No gradient comes back: layers before it will not learn."""


def check_layer(program: Program, class_name: str, input_shape: Shape) -> Check:
    """Try a layer from a program that the user agreed to run.

    Args:
        program: with the class.
        class_name: of the layer.
        input_shape: of one sample.
    """
    programs.agree(program)
    lines: list[CheckLine] = []
    seen = Seen(problem=say("It was not tried."))
    try:
        title = MADE
        block = make_block(program.sha256, class_name)
        lines.append(CheckLine(title, "passed", say("{name}() gives a layer.", name=class_name)))
        title = SHAPE
        seen, why_not = tried(block, input_shape)
        lines.append(_shape_line(input_shape, seen))
        title = WEIGHTS
        if seen.parameters:
            lines.append(_weights_line(make_block(program.sha256, class_name), input_shape))
        title = GRADIENT
        gradient = _gradient_line(program, block, input_shape)
    except LayerError as error:
        return Check((*lines, CheckLine(title, "failed", str(error))), Seen(problem=str(error)))
    lines.append(gradient)
    lines.append(_compiles_line(seen.hybridizes, why_not))
    lines.append(_repeats_line(block, input_shape))
    hints = [line.text for line in (gradient, lines[-1]) if line.mark == "failed"]
    return Check(tuple(lines), replace(seen, hint=" ".join(hints)))


def _shape_line(input_shape: Shape, seen: Seen) -> CheckLine:
    number = sum(parameter.size for parameter in seen.parameters)
    text = say(
        "{inputs} becomes {outputs}. Parameters: {number:,}.",
        inputs=_size(input_shape),
        outputs=_size(seen.output_shape),
        number=number,
    )
    return CheckLine(SHAPE, "passed", text)


def _size(shape: Shape) -> str:
    return "×".join(map(str, shape))


def _weights_line(block: Any, input_shape: Shape) -> CheckLine:
    """Draw the parameters as a run does, by initialisers of their own or by that of the network.

    Raises:
        LayerError: that fails.
    """
    try:
        block.initialize(mx.init.Normal(0.01))
        block(some_inputs(_FEW, input_shape))
    except LayerError:
        raise
    except Exception as error:
        text = say(
            "They cannot be drawn: {what} Give each parameter an init, such as init='zeros'.", what=_ended(error)
        )
        raise LayerError(text) from error
    names = ", ".join(block._collect_params_with_prefix())
    return CheckLine(WEIGHTS, "passed", say("Drawn for {names}.", names=names))


def _ended(error: BaseException) -> str:
    return f"{essence(error).rstrip('.')}."


def _compiles_line(hybridizes: bool, why_not: str) -> CheckLine:
    if hybridizes:
        return CheckLine(COMPILES, "passed", say("hybridize() gives the same outputs."))
    if not why_not:
        text = say("It is a Block, not a HybridBlock: it works, but the network runs line by line, and slower.")
        return CheckLine(COMPILES, "noted", text)
    text = say("Not hybridized: the network runs line by line, and slower. {why}", why=why_not)
    return CheckLine(COMPILES, "noted", text)


def _repeats_line(block: Any, input_shape: Shape) -> CheckLine:
    """Compare outputs for equal inputs: outside of training, and in training after the same seed of MXNet."""
    X = some_inputs(_FEW, input_shape)
    try:
        quiet = [outputs_of(block, X) for _ in _SEEDS]
        taught = []
        for seed in _SEEDS:
            # Only MXNet's seed belongs to an experiment.
            _seed_all(seed)
            mx.random.seed(0)
            with autograd.record():
                taught.append(outputs_of(block, X))
    except LayerError as error:
        return CheckLine(REPEATS, "failed", say("It fails when it trains. {why}", why=error))
    if not np.array_equal(taught[0], taught[1]):
        text = say("After the same seed it gives other numbers: equal seeds will not give equal curves.")
        return CheckLine(REPEATS, "failed", text)
    if not np.array_equal(quiet[0], quiet[1]):
        text = say(
            "Also outside of training it gives other numbers each time: whatever looks into the network then changes "
            "the run."
        )
        return CheckLine(REPEATS, "failed", text)
    return CheckLine(REPEATS, "passed", say("Equal inputs and equal seeds give equal outputs."))


def _seed_all(seed: int) -> None:
    random.seed(seed)
    np.random.seed(seed)
    mx.random.seed(seed)


def _gradient_line(program: Program, block: Any, input_shape: Shape) -> CheckLine:
    try:
        with explained(program):
            found = list(_slopes(block, input_shape))
    except _NoWayBackError as error:
        return CheckLine(GRADIENT, "failed", str(error))
    for slope in found:
        if not abs(slope.by_autograd - slope.by_difference) <= slope.tolerance:
            text = say(
                "Its gradient is not what differences say: {slope:.4g} instead of {difference:.4g} in a direction of "
                "{name}.",
                name=slope.name,
                slope=slope.by_autograd,
                difference=slope.by_difference,
            )
            return CheckLine(GRADIENT, "failed", text)
    return CheckLine(
        GRADIENT,
        "passed",
        say("Equal to differences, for {names}.", names=", ".join(dict.fromkeys(slope.name for slope in found))),
    )


def _slopes(block: Any, input_shape: Shape) -> Iterator[_Slope]:
    """Yield slopes for some directions in inputs and parameters.

    The number whose slope it is weighs all outputs by random numbers, so that no mistake cancels out.

    Raises:
        LayerError: the way back fails, or nothing comes back to an array.
    """
    draw = np.random.RandomState(0)
    initialised(block)
    # More samples for small ones: a step that passes a jump or a kink is rare.
    X = some_inputs(max(_MORE, min(_MOST, _ENTRIES // max(1, prod(input_shape)))), input_shape)
    X.attach_grad()
    _seed_all(0)
    # As in training: oneDNN's pooling, for one, goes back wrongly otherwise. The seed keeps what is drawn.
    with autograd.record():
        outputs = block(X)
    weights = draw.normal(size=outputs.shape)
    _go_back(outputs, weights, X)
    arrays = {say("its inputs"): X}
    arrays |= {n: p.data() for n, p in block._collect_params_with_prefix().items() if p.grad_req != "null"}

    def compute() -> np.ndarray[Any, Any]:
        _seed_all(0)
        with autograd.train_mode():
            return outputs_of(block, X).astype(np.float64)

    for name, array in arrays.items():
        if not array._fresh_grad:
            raise _NoWayBackError(
                say("No gradient comes back to {name}, as when NumPy computes in between.", name=name)
            )
        yield from _compared(name, array, weights, compute, draw)


def _go_back(outputs: Any, weights: np.ndarray[Any, Any], X: Any) -> None:
    try:
        outputs.backward(nd.array(weights))
        X.grad.wait_to_read()
    except mx.MXNetError as error:
        if _NO_GRAPH in str(error):
            text = say("No gradient comes back through it, as when NumPy computes in between.")
            raise _NoWayBackError(text) from error
        # What MXNet tells of it is about its own C++.
        raise LayerError(say("Its way back fails: look at its backward().")) from error


def _compared(
    name: str,
    array: Any,
    weights: np.ndarray[Any, Any],
    compute: Callable[[], np.ndarray[Any, Any]],
    draw: np.random.RandomState,
) -> Iterator[_Slope]:
    before, gradient = array.asnumpy(), array.grad.asnumpy().astype(np.float64)
    here = weights * compute()
    for _ in range(_DIRECTIONS):
        direction = draw.normal(size=before.shape)
        found = []
        for sign in (1, -1):
            array[:] = nd.array(before + sign * _STEP * direction)
            found.append(weights * compute())
        array[:] = nd.array(before)
        ahead, behind = found
        difference = float((ahead - behind).sum()) / (2 * _STEP)
        # Where there is a kink, as in ReLU, or rounding, both sides differ: so much the difference can be wrong.
        doubt = float(np.sqrt(((ahead - 2 * here + behind) ** 2).sum())) / _STEP
        size = max(abs(difference), float(np.sqrt(((gradient * direction) ** 2).sum())))
        yield _Slope(name, float((gradient * direction).sum()), difference, _TOLERANCE * size + doubt)
