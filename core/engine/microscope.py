"""Backpropagation step by step, beside the training: nothing that it changes is left changed."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.engine.custom import LayerError
from core.engine.mx import mx
from core.engine.network import build_loss, predicted
from core.probes import MicroscopeProbe

if TYPE_CHECKING:
    from core.engine.probes import Prober

nd, autograd, nn = mx.nd, mx.autograd, mx.gluon.nn

Values = dict[str, NDArray[np.float32]]
Arrays = dict[str, Any]

_POOLING = nn.MaxPool2D | nn.AvgPool2D

_STEP = 1e-5
_MAX_WORK = 400_000_000  # multiplications for all checks together: a few hundredths of a second


@dataclass(frozen=True)
class Stage:
    """One computation in prediction mode: ``output`` is the name of ``apply(X, parameters)``.

    ``parameters`` are structural names, and ``learned`` those of them that have gradients. With ``pooling`` MXNet knows
    the way back only from a pass in training mode, in which the stage computes the same.
    """

    output: str
    parameters: tuple[str, ...]
    learned: tuple[str, ...]
    apply: Callable[[Any, Arrays], Any]
    pooling: bool = False


def stages_of(net: Any) -> Iterator[Stage]:
    """Yield the stages of a network: what Dense and Conv2D give before their activation is an output of its own."""
    position = 0
    for layer, (blocks, mask) in enumerate(net.layers()):
        for k, block in enumerate(blocks):
            is_own = getattr(block, "is_own", False)
            found = block._collect_params_with_prefix() if is_own else block._reg_params
            names = tuple(f"{position}.{name}" for name in found)
            learned = tuple(f"{position}.{name}" for name, p in found.items() if p.grad_req != "null")
            is_affine = isinstance(block, nn.Dense | nn.Conv2D) and k == 0
            whole = _called if is_own else _whole
            apply = _affine(block, position) if is_affine else whole(block, position)
            yield Stage(f"layer{layer}.{'Z' if is_affine else 'H'}", names, learned, apply, isinstance(block, _POOLING))
            if is_affine and block.act is not None:
                yield Stage(f"layer{layer}.H", (), (), _whole(block.act, position))
            position += 1
        if mask is not None:
            yield Stage(f"layer{layer}.off", (), (), _masked(mask))


def _masked(mask: Any) -> Callable[[Any, Arrays], Any]:
    return lambda X, _: nd.broadcast_mul(X, mask.astype(X.dtype))


def _whole(block: Any, position: int) -> Callable[[Any, Arrays], Any]:
    """Return what a block computes. It is not called as a block: that would compile it for one kind of numbers."""
    names = {name: f"{position}.{name}" for name in block._reg_params}
    return lambda X, given: block.hybrid_forward(nd, X, **{name: given[key] for name, key in names.items()})


def _called(block: Any, position: int) -> Callable[[Any, Arrays], Any]:
    """Return what a layer of the user's own computes: only as a whole, since nobody knows what it does with whom."""
    parameters = {f"{position}.{name}": p for name, p in block._collect_params_with_prefix().items()}

    def apply(X: Any, given: Arrays) -> Any:
        try:
            return _called_with(block, X, {parameters[key]: given[key] for key in parameters})
        except LayerError:
            if X.dtype != np.float64:
                raise
            # It makes arrays of its own, in float32.
            lower = {parameter: given[key].astype("float32") for key, parameter in parameters.items()}
            return _called_with(block, X.astype("float32"), lower).astype("float64")

    return apply


def _called_with(block: Any, X: Any, given: Mapping[Any, Any]) -> Any:
    """Return what a block makes of inputs with other parameters, which it has only meanwhile."""
    kept = {parameter: parameter._data for parameter in given}
    active: list[Any] = []
    block.apply(lambda part: active.append(part) if getattr(part, "_active", False) else None)
    try:
        for parameter, array in given.items():
            parameter._data = [array]
        for part in active:
            part._active = False
        return block.forward(X)
    finally:
        for parameter, data in kept.items():
            parameter._data = data
        for part in active:
            part._active = True


def _affine(block: Any, position: int) -> Callable[[Any, Arrays], Any]:
    keys = [f"{position}.weight"] + ([] if block.bias is None else [f"{position}.bias"])

    def apply(X: Any, given: Arrays) -> Any:
        arrays = [given[key] for key in keys]
        if isinstance(block, nn.Dense):
            return nd.FullyConnected(X, *arrays, num_hidden=block._units, no_bias=block.bias is None)
        return nd.Convolution(X, *arrays, **block._kwargs)

    return apply


class Microscope:
    """One pass forwards and backwards, in float32 with autograd.

    Args:
        stages: of the network.
        parameters: arrays by structural names.
        loss: a Gluon block that gives one number for each sample.
        X: inputs.
        y: labels or targets.
    """

    def __init__(self, stages: list[Stage], parameters: Mapping[str, Any], loss: Any, X: Any, y: Any) -> None:
        self.stages, self.loss, self.y = stages, loss, y
        self.arrays: Arrays = {"X": X} | dict(parameters)
        self.gradients: Arrays = {}
        self.chain = ["X", *(stage.output for stage in stages)]
        for name, stage in zip(self.chain, stages, strict=False):
            self.arrays[stage.output] = stage.apply(self.arrays[name], self.arrays)

    def go_back(self) -> Iterator[None]:
        """Compute losses and all gradients, pausing after each step."""
        outputs = self.arrays[self.chain[-1]].detach()
        outputs.attach_grad()
        with autograd.record(train_mode=False):
            losses = self.loss(outputs, self.y)
            mean = losses.mean()
        self.arrays |= {"losses": losses, "loss": mean}
        # Gradients that autograd.grad returns are arrays of their own: those of the training stay as they are.
        (self.gradients[self.chain[-1]],) = autograd.grad([mean], [outputs], train_mode=False)
        yield
        for name, stage in reversed(list(zip(self.chain, self.stages, strict=False))):
            X = self.arrays[name].detach()
            X.attach_grad()
            with autograd.record(train_mode=stage.pooling):
                H = stage.apply(X, self.arrays)
            variables = [X, *(self.arrays[key] for key in stage.learned)]
            head = [self.gradients[stage.output]]
            found = autograd.grad([H], variables, head_grads=head, train_mode=stage.pooling)
            self.gradients |= dict(zip((name, *stage.learned), found, strict=True))
            yield

    def differences(self, name: str, entries: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return central differences of the mean loss, ``(k,)``, for entries (counted along the flat array)."""
        stage = next((k for k, stage in enumerate(self.stages) if name in stage.parameters), None)
        start = self.chain.index(name) if stage is None else stage
        exact = self._exact
        values = exact[name].asnumpy()
        found = []
        for entry in entries:
            step = _STEP * max(1.0, abs(values.flat[entry]))
            sides = [self._loss_with(exact, name, start, values, entry, side) for side in (step, -step)]
            found.append((sides[0] - sides[1]) / (2 * step))
        return np.array(found)

    @cached_property
    def _exact(self) -> Arrays:
        return {key: array.astype("float64") for key, array in self.arrays.items()}

    def _loss_with(
        self, exact: Arrays, name: str, start: int, values: NDArray[np.float64], entry: int, step: float
    ) -> float:
        changed = values.copy()
        changed.flat[entry] += step
        given = exact | {name: nd.array(changed, dtype="float64")}
        X = given[self.chain[start]]
        for stage in self.stages[start:]:
            X = stage.apply(X, given)
        return float(self.loss(X, self.y.astype("float64")).asnumpy().mean())


def take(prober: Prober, probe: MicroscopeProbe) -> Generator[None, None, Values]:
    """Answer a :class:`MicroscopeProbe`, in pieces."""
    samples = prober.samples(probe.part)
    positions = [] if samples is None else [p for p in probe.positions if 0 <= p < len(samples)]
    if samples is None or not positions:
        return {}
    where, experiment = nd.array(positions, dtype="int32"), prober.run.experiment
    X, y = nd.take(samples.X, where), nd.take(samples.y, where)
    parameters = {name: parameter.data() for name, parameter in prober.parameters().items()}
    loss = build_loss(experiment)
    microscope = Microscope(list(stages_of(prober.net)), parameters, loss, X, y)
    yield from microscope.go_back()
    values: Values = {}
    arrays = microscope.arrays | {"y": y}
    if experiment.loss.gives_probabilities:
        arrays["Y_hat"] = predicted(arrays[microscope.chain[-1]], experiment.loss)
        if experiment.loss.decision == "sign":
            arrays["Y_hat"] = arrays["Y_hat"][:, 1:]
    for name, array in arrays.items():
        values |= _matrix(name, array, probe.max_size)
    # A training that waits gets one check of each gradient; all of them follow as soon as it rests.
    wanted = probe.num_checks if prober.at_rest else min(1, probe.num_checks)
    num_checks = prober.checks_within(_MAX_WORK // len(microscope.gradients), len(positions), wanted)
    for name, gradient in microscope.gradients.items():
        values |= _matrix(f"{name}:gradient", gradient, probe.max_size)
        yield
        if num_checks:
            values |= _check(microscope, name, values[f"{name}:gradient"], gradient.shape, num_checks)
            yield
    return values


def _matrix(name: str, array: Any, max_size: int) -> Values:
    """Return an array as a matrix, of which as many rows are kept as ``max_size`` entries have room for."""
    shape = array.shape
    matrix = array.reshape((-1, shape[-1]) if len(shape) > 1 else (1, -1))
    columns = min(matrix.shape[1], max_size)
    kept = matrix[: max(1, max_size // columns), :columns].asnumpy()
    return {name: kept, f"{name}:shape": np.array(shape, dtype=np.float32)}


def _check(
    microscope: Microscope, name: str, gradient: NDArray[np.float32], shape: tuple[int, ...], num_checks: int
) -> Values:
    """Compare the largest entry of a gradient, and others that are not 0, with central differences."""
    telling = np.flatnonzero(gradient) if gradient.any() else np.arange(gradient.size)
    spaced = telling[np.linspace(0, len(telling) - 1, num_checks).astype(np.int64)]
    largest = int(np.nan_to_num(np.abs(gradient)).argmax())
    chosen = np.unique(np.append(spaced[: num_checks - 1], largest))
    rows, columns = np.unravel_index(chosen, gradient.shape)
    numeric = microscope.differences(name, rows * shape[-1] + columns)
    where = np.column_stack([rows, columns]).astype(np.float32)
    return {f"{name}:checked": where, f"{name}:numeric": numeric.astype(np.float32)}
