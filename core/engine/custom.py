"""Layers of the user's own: made from a program that the user agreed to run, watched, and tried before they are used.

Nothing else in Gluon Lab runs a program of the user. Whoever looks at a layer here touches neither MXNet's random
numbers nor the network of a run. A loop without an end is stopped after some seconds, as long as it runs through lines
of the program itself.
"""

from __future__ import annotations

import sys
import traceback
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from time import perf_counter
from typing import Any

import numpy as np

from core import programs
from core.engine.mx import mx
from core.errors import GluonLabError, essence
from core.experiment import Experiment
from core.layers import ParameterShape, Shape
from core.programs import Program, Seen
from core.stack import untried_layers
from core.texts import say

nd, gluon = mx.nd, mx.gluon

SECONDS = 5.0
"""So long one pass through a layer may take."""

_MAX_ENTRIES = 2**28
_FEW = 2
_FIXED = {"zeros": 0, "ones": 1}
"""Such as the running variance of a BatchNorm, which would be of no use below 0."""

_PREFIX = "custom layer "

_classes: dict[str, dict[str, Any]] = {}


class LayerError(GluonLabError):
    """A layer of the user's own cannot be made or does not work."""


class _Endless(BaseException):
    """Raised inside of a program that takes too long; not an Exception, which the program might catch."""


def make_block(sha256: str, class_name: str) -> Any:
    """Return a block of a class of a program, not initialised; what it computes is watched.

    Raises:
        LayerError: the user did not agree to the program, or it fails.
    """
    program = programs.agreed(sha256)
    if program is None:
        raise LayerError(say("A layer here is a program that you have not agreed to run. Look at it and agree."))
    found = _class_of(program, class_name)
    with explained(program):
        try:
            block = found()
        except TypeError as error:
            # Of the call itself, not of something inside of it.
            if error.__traceback__ is not None and error.__traceback__.tb_next is None:
                raise LayerError(
                    say("{name}() is called without arguments: give each of them a default.", name=class_name)
                ) from error
            raise
    block.is_own = True
    block.forward = partial(_watched, program, block.forward)
    if isinstance(block, gluon.HybridBlock):
        block.hybrid_forward = partial(_watched, program, block.hybrid_forward)
    return block


def look_at_layers(experiment: Experiment) -> None:
    """Try all layers of the user's own in an experiment on the shapes that they get, unless that was done before."""
    while untried := untried_layers(experiment):
        layer, input_shape = untried[0]
        look(layer.sha256, layer.class_name, input_shape)


def look(sha256: str, class_name: str, input_shape: Shape) -> Seen:
    """Try a layer on a few inputs of a shape, and note what was seen."""
    try:
        seen, _ = tried(make_block(sha256, class_name), input_shape)
    except LayerError as error:
        seen = Seen(problem=str(error))
    programs.note(sha256, class_name, input_shape, seen)
    return seen


def initialised(block: Any, seed: int = 0) -> Any:
    """Return a block whose parameters are small numbers that have nothing to do with MXNet's random numbers."""
    draw = _Drawn(seed)
    for parameter in block.collect_params().values():
        is_fixed = isinstance(parameter.init, str) and parameter.init in _FIXED
        if not is_fixed and not isinstance(parameter, gluon.Constant):
            parameter.init = draw
    block.initialize(draw, force_reinit=True)
    return block


def some_inputs(number: int, input_shape: Shape, seed: int = 0) -> Any:
    """Return inputs ``(number, *input_shape)`` around 0."""
    return nd.array(np.random.RandomState(seed).normal(size=(number, *input_shape)))


class _Drawn(mx.init.Initializer):  # type: ignore[misc]
    """Draws all parameters from a normal distribution, by NumPy."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self._random = np.random.RandomState(seed)

    def __call__(self, desc: Any, array: Any) -> None:
        own = getattr(desc, "attrs", {}).get("__init__")
        if isinstance(own, str) and own in _FIXED:
            array[:] = _FIXED[own]
        else:
            array[:] = nd.array(self._random.normal(scale=0.5, size=array.shape))


def _class_of(program: Program, class_name: str) -> Any:
    if program.sha256 not in _classes:
        module = types.ModuleType(f"gluon_lab_{program.sha256[:12]}")
        with explained(program):
            code = compile(program.source, _code_name(program), "exec", dont_inherit=True)
            # The user has seen the source and said yes: core.programs.agreed holds nothing else.
            exec(code, vars(module))  # noqa: S102
        _classes[program.sha256] = vars(module)
    found = _classes[program.sha256].get(class_name)
    if not (isinstance(found, type) and issubclass(found, gluon.Block)):
        raise LayerError(
            say(
                "{file} has no class {name} that is made from Block or HybridBlock.", file=program.name, name=class_name
            )
        )
    return found


def _watched(program: Program, function: Callable[..., Any], *args: Any, **more: Any) -> Any:
    with explained(program):
        return function(*args, **more)


@contextmanager
def explained(program: Program) -> Iterator[None]:
    """Stop a program that takes too long, and turn whatever it raises into a sentence."""
    before = sys.gettrace()
    file, end = _code_name(program), perf_counter() + SECONDS

    def look_at_line(frame: Any, event: str, arg: Any) -> Any:
        if perf_counter() > end:
            raise _Endless
        return look_at_line

    def look_at_call(frame: Any, event: str, arg: Any) -> Any:
        return look_at_line if frame.f_code.co_filename == file else None

    sys.settrace(look_at_call)
    try:
        yield
    except LayerError:
        raise
    except _Endless as error:
        at = _line_of(error, file) or 1
        raise LayerError(
            say(
                "{file}, line {line}: still not done after {seconds} seconds; perhaps a loop without an end.",
                file=program.name,
                line=at,
                seconds=round(SECONDS),
            )
        ) from error
    except SyntaxError as error:
        raise LayerError(
            say("{file}, line {line}: {what}.", file=program.name, line=error.lineno or 1, what=error.msg)
        ) from error
    except (Exception, SystemExit) as error:
        line, what = _line_of(error, file), f"{type(error).__name__}: {essence(error)}"
        if line is None:
            raise LayerError(say("{file}: {what}.", file=program.name, what=what)) from error
        raise LayerError(say("{file}, line {line}: {what}.", file=program.name, line=line, what=what)) from error
    finally:
        sys.settrace(before)


def _code_name(program: Program) -> str:
    """Return by which name the lines of a program are known again; its file may have been renamed meanwhile."""
    return _PREFIX + program.sha256[:12]


def _line_of(error: BaseException, file: str) -> int | None:
    """Return the line of the program at which an error arose, None if it was at none."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file]
    return lines[-1] if lines else None


def tried(block: Any, input_shape: Shape) -> tuple[Seen, str]:
    """Return what a new block does with a few inputs, and why it cannot be compiled.

    Raises:
        LayerError: it fails, or its outputs are of no use.
    """
    X = some_inputs(_FEW, input_shape)
    own = {name for name, p in block._collect_params_with_prefix().items() if p.init is not None}
    outputs = outputs_of(initialised(block), X)
    more = outputs_of(block, some_inputs(_FEW + 1, input_shape))
    if more.shape != (_FEW + 1, *outputs.shape[1:]):
        raise LayerError(
            say("Its outputs have another shape when there are more samples: the first axis must count them.")
        )
    named = block._collect_params_with_prefix().items()
    parameters = tuple(ParameterShape(n, tuple(p.shape), p.grad_req != "null", n in own) for n, p in named)
    hybridizes, why_not = _hybridizes(block, X, outputs)
    return Seen("", outputs.shape[1:], parameters, hybridizes), why_not


def outputs_of(block: Any, X: Any) -> np.ndarray[Any, Any]:
    """Return the outputs for inputs, checked."""
    found = block(X)
    if not isinstance(found, nd.NDArray):
        raise LayerError(say("It returns {what} instead of one NDArray.", what=type(found).__name__))
    if found.dtype != np.float32:
        raise LayerError(say("It returns {what} numbers instead of float32.", what=np.dtype(found.dtype).name))
    if found.size > _MAX_ENTRIES:
        raise LayerError(say("It returns far too many numbers."))
    if len(found.shape) < 2 or found.shape[0] != X.shape[0]:
        raise LayerError(
            say(
                "For {number} samples it returns the shape {shape}: the first axis must count the samples, "
                "and another one their numbers.",
                number=X.shape[0],
                shape=found.shape,
            )
        )
    try:
        values: np.ndarray[Any, Any] = found.asnumpy()
    except mx.MXNetError as error:
        raise LayerError(say("MXNet cannot compute it: {what}.", what=essence(error))) from error
    if not np.isfinite(values).all():
        raise LayerError(say("It returns numbers that are not finite for usual inputs."))
    return values


def _hybridizes(block: Any, X: Any, outputs: np.ndarray[Any, Any]) -> tuple[bool, str]:
    """Return whether a block can be compiled, and if a HybridBlock cannot, why."""
    if not isinstance(block, gluon.HybridBlock):
        return False, ""
    try:
        block.hybridize()
        if np.allclose(outputs_of(block, X), outputs, rtol=1e-4, atol=1e-5):
            return True, ""
        return False, say("Hybridized, it gives other outputs.")
    except Exception as error:
        return False, str(error) if isinstance(error, LayerError) else essence(error)
    finally:
        block.hybridize(False)
