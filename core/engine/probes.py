"""Looks inside the network of a run between two steps.

Nothing here draws a random number, records for autograd, or writes into an array of the run: training goes on bit for
bit as if nobody had looked. A look is a generator: at each ``yield`` it can be given up, so that Stop is heard at once.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from itertools import chain
from math import gcd, prod
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.engine import dropout, microscope
from core.engine.arrays import Loaded
from core.engine.mx import mx
from core.engine.network import predicted
from core.engine.trail import Trail
from core.events import ProbeTaken
from core.probes import (
    ActivationsProbe,
    BoundaryProbe,
    GradientsProbe,
    HistogramProbe,
    MasksProbe,
    MicroscopeProbe,
    NeuronMapsProbe,
    Probe,
    Range,
    RowsProbe,
    TrailProbe,
    UpdatesProbe,
    WeightsProbe,
)
from core.stack import inspect_stack

if TYPE_CHECKING:
    from core.engine.training import Run

nd = mx.nd

Values = dict[str, NDArray[np.float32]]
Named = Iterator[tuple[str, NDArray[np.float32]]]
Look = Generator[None, None, Values]
Attempt = Generator[None, None, Values | None]
"""A look that may return None: there will be an answer after the next step."""

_PIECE_WORK = 300_000_000  # multiplications: about 10 ms
_KEPT_GRIDS = 4
_MAX_RANKED = 50_000
_WIDE = 1e30


class Prober:
    """Looks inside the network of one run. All calls belong to the thread of the run.

    ``at_rest`` tells that the run stands still: then a look may take longer than while it is waiting to go on.
    """

    def __init__(self, run: Run) -> None:
        self.run = run
        self.net = run.net
        self.trail = Trail(run)
        self.at_rest = True
        layers = inspect_stack(run.experiment).layers
        # Multiplications for one sample: every place of an image is multiplied with all weights of its layer.
        self._work = sum(
            layer.num_parameters * prod(layer.output_shape[1:]) + prod(layer.output_shape) for layer in layers
        )
        # Of the parameters, by the step after which they were taken; at most of one step.
        self.copies: dict[int, Values] = {}
        self._grids: dict[tuple[int, tuple[Range, ...]], tuple[Values, Any]] = {}

    def look(self, probe: Probe) -> Generator[None, None, ProbeTaken | None]:
        """Return the answer to a probe, in pieces; None if there will be one after the next step."""
        values = yield from TAKERS[type(probe)](self, probe)
        return None if values is None else ProbeTaken(self.run.job.run_id, self.run.step, probe, values)

    def take(self, probe: Probe) -> ProbeTaken | None:
        """Return what :meth:`look` returns, at once."""
        look = self.look(probe)
        while True:
            try:
                next(look)
            except StopIteration as end:
                answer: ProbeTaken | None = end.value
                return answer

    def watch(self, probes: tuple[Probe, ...]) -> None:
        """Take note of what will be looked at from now on, so that nothing is kept for what will not."""
        self.run.show_masks(any(isinstance(probe, MasksProbe) for probe in probes))

    def parameters(self) -> Mapping[str, Any]:
        """Return Gluon's parameters by their structural names."""
        found: dict[str, Any] = self.net._collect_params_with_prefix()
        return found

    def weights(self) -> Named:
        """Yield every parameter by its structural name."""
        for name, parameter in self.parameters().items():
            yield name, parameter.data().asnumpy()

    def gradients(self) -> Named:
        """Yield the gradients of the mean loss that the last step followed; none before the first."""
        size = min(self.run.experiment.training.batch_size, len(self.run.job.parts.train))
        for name, parameter in self.learned().items() if self.run.step else ():
            yield name, parameter.grad().asnumpy() / size

    def learned(self) -> Mapping[str, Any]:
        """Return those of the parameters that training changes by their gradients."""
        return {name: parameter for name, parameter in self.parameters().items() if parameter.grad_req != "null"}

    def samples(self, part: str) -> Loaded | None:
        """Return a part of the data as the network sees it."""
        found = getattr(self.run.job.parts, part)
        return None if found is None else self.run.arrays.of(found)

    def pieces(self, X: Any) -> Iterator[Any]:
        """Cut inputs into pieces, each of which takes the network a few milliseconds."""
        size = int(np.clip(_PIECE_WORK // self._work, 32, 16_384))
        for start in range(0, len(X), size):
            yield X[start : start + size]

    def checks_within(self, work: int, num_samples: int, wanted: int) -> int:
        """Return how often the loss of some samples can be taken twice with so many multiplications, up to a limit."""
        return int(min(wanted, work // (2 * num_samples * self._work)))

    def layer_outputs(self, X: Any) -> Generator[None, None, list[NDArray[np.float32]]]:
        """Return the outputs ``(n, ...)`` of every layer, in pieces."""
        pieces = []
        for piece in self.pieces(X):
            pieces.append([outputs.asnumpy() for outputs in self.net.layer_outputs(piece)])
            yield
        return [np.concatenate(outputs) for outputs in zip(*pieces, strict=True)]

    def grid(self, resolution: int, ranges: tuple[Range, ...] | None) -> tuple[Values, Any]:
        """Return places along the axes of the data, and the network's inputs X for all points, the last axis slowest.

        Without axes, or with more than two: nothing and None.
        """
        axes = self.run.job.parts.facts.axes
        if not 1 <= len(axes) <= 2:
            return {}, None
        limits = ranges or tuple((axis.low, axis.high) for axis in axes)
        key = resolution, limits
        if key not in self._grids:
            if len(self._grids) >= _KEPT_GRIDS:
                self._grids.clear()
            places = [np.linspace(low, high, resolution) for low, high in limits]
            mesh = np.meshgrid(*places)
            points = np.column_stack([coordinate.ravel() for coordinate in mesh])
            inputs = self.run.experiment.data.features(points)
            named = {f"axis{i}": place.astype(np.float32) for i, place in enumerate(places)}
            self._grids[key] = named, nd.array(inputs)
        return self._grids[key]


def _boundary(prober: Prober, probe: BoundaryProbe) -> Look:
    axes, X = prober.grid(probe.resolution, probe.ranges)
    if X is None:
        return {}
    outputs = []
    for piece in prober.pieces(X):
        outputs.append(predicted(prober.net(piece), prober.run.experiment.loss).asnumpy())
        yield
    shape = (probe.resolution,) * len(axes)
    return axes | {"outputs": np.concatenate(outputs).reshape(*shape, -1)}


def _neuron_maps(prober: Prober, probe: NeuronMapsProbe) -> Look:
    axes, X = prober.grid(probe.resolution, None)
    if X is None:
        return {}
    shape = (probe.resolution,) * len(axes)
    outputs = yield from prober.layer_outputs(X)
    named = {"input": X.asnumpy()} | {f"layer{i}": output for i, output in enumerate(outputs)}
    maps = {name: units.reshape(len(units), -1)[:, : probe.max_units] for name, units in named.items()}
    return axes | {name: np.ascontiguousarray(units.T).reshape(-1, *shape) for name, units in maps.items()}


def _weights(prober: Prober, probe: WeightsProbe) -> Look:
    values = yield from _described(prober.weights(), probe.max_size)
    off = {f"layer{layer}:off": units for layer, units in prober.net.switched_off.items()}
    return values | {name: np.array(units, dtype=np.float32) for name, units in off.items()}


def _rows(prober: Prober, probe: RowsProbe) -> Look:
    parameter = prober.parameters().get(probe.name)
    yield
    if parameter is None:
        return {}
    array = parameter.data().asnumpy()
    some = np.abs(_spread(array, _MAX_RANKED))
    reach = np.quantile(some[np.isfinite(some)], 0.995) if np.isfinite(some).any() else np.nan
    rows = array[probe.first : probe.first + probe.count]
    return {"rows": rows, "reach": np.array(reach, dtype=np.float32)}


def _gradients(prober: Prober, probe: GradientsProbe) -> Look:
    return (yield from _described(prober.gradients(), probe.max_size))


def _updates(prober: Prober, _probe: UpdatesProbe) -> Attempt:
    step, before, now = prober.run.step, prober.copies.get(prober.run.step - 1), {}
    for name, parameter in prober.learned().items():
        now[name] = parameter.data().asnumpy()
        yield
    # By NumPy, as below. The next step may be looked at in its turn, in case somebody trains step by step.
    prober.copies = {step: now}
    if before is None:
        return None
    values: Values = {}
    for name, array in now.items():
        values[f"{name}:update"] = np.array(np.linalg.norm(array - before[name]), dtype=np.float32)
        values[f"{name}:norm"] = np.array(np.linalg.norm(before[name]), dtype=np.float32)
        yield
    return values


def _described(arrays: Named, max_size: int) -> Look:
    # By NumPy: MXNet would share this little work among threads, and wait for all of them.
    values: Values = {}
    for name, array in arrays:
        values[f"{name}:norm"] = np.array(np.linalg.norm(array), dtype=np.float32)
        values[f"{name}:mean_abs"] = np.array(np.abs(array).mean())
        if array.size <= max_size:
            values[name] = array
        yield
    return values


def _histograms(prober: Prober, probe: HistogramProbe) -> Look:
    values: Values = {}
    gradients = ((f"{name}:gradient", gradient) for name, gradient in prober.gradients())
    for name, array in chain(prober.weights(), gradients):
        values |= _histogram(name, array, probe)
        yield
    train = prober.samples("train")
    assert train is not None
    outputs = yield from prober.layer_outputs(train.X[: probe.num_samples])
    for i, output in enumerate(outputs):
        values |= _histogram(f"layer{i}", output, probe)
        yield
    return values


def _spread(array: NDArray[np.float32], limit: int) -> NDArray[np.float32]:
    """Return all entries of an array or, of more than ``limit``, evenly spread ones."""
    entries = array.ravel()
    stride = -(-len(entries) // limit)
    # In step with the rows, always the same columns would be taken: of images, the same few pixels.
    while stride > 1 and gcd(stride, array.shape[-1]) > 1:
        stride += 1
    return entries[::stride]


def _histogram(name: str, array: NDArray[np.float32], probe: HistogramProbe) -> Values:
    entries = _spread(array, probe.max_counted)
    counts, edges = _counted(entries[np.isfinite(entries)], probe.bins)
    return {f"{name}:counts": counts.astype(np.float32), f"{name}:edges": edges.astype(np.float32)}


def _counted(entries: NDArray[np.float32], bins: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return what ``numpy.histogram`` returns, also for numbers whose distance is more than float32 can hold."""
    low, high = float(entries.min(initial=np.inf)), float(entries.max(initial=-np.inf))
    if 0 < high - low < _WIDE or high < low:
        return np.histogram(entries, bins=bins)
    # Around a large number that is always the same, half of one on either side would be nothing.
    half = max(0.5, 1e-3 * abs(low)) if high == low else 0.0
    return np.histogram(entries.astype(np.float64), bins=bins, range=(low - half, high + half))


def _activations(prober: Prober, probe: ActivationsProbe) -> Look:
    samples = prober.samples(probe.part)
    positions = [] if samples is None else [p for p in probe.positions if 0 <= p < len(samples)]
    if samples is None or not positions:
        return {}
    X = nd.take(samples.X, nd.array(positions, dtype="int32"))
    outputs = yield from prober.layer_outputs(X)
    return {"input": X.asnumpy()} | {f"layer{i}": output for i, output in enumerate(outputs)}


def _trail(prober: Prober, _probe: TrailProbe) -> Look:
    yield
    return prober.trail.values()


TAKERS: Mapping[type[Probe], Callable[[Prober, Any], Attempt]] = {
    BoundaryProbe: _boundary,
    NeuronMapsProbe: _neuron_maps,
    WeightsProbe: _weights,
    RowsProbe: _rows,
    GradientsProbe: _gradients,
    UpdatesProbe: _updates,
    HistogramProbe: _histograms,
    ActivationsProbe: _activations,
    TrailProbe: _trail,
    MicroscopeProbe: microscope.take,
    MasksProbe: dropout.take,
}
"""What takes each kind of probe."""
