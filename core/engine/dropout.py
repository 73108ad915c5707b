"""What there is to see of Dropout: the masks of the last step, what they do, and what happens in prediction."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.engine.mx import mx
from core.probes import MasksProbe

if TYPE_CHECKING:
    from core.engine.probes import Prober

nd, nn = mx.nd, mx.gluon.nn

Values = dict[str, NDArray[np.float32]]


def take(prober: Prober, probe: MasksProbe) -> Generator[None, None, Values]:
    """Answer a :class:`MasksProbe`."""
    run, train = prober.run, prober.samples("train")
    layers = [i for i, (blocks, _) in enumerate(run.net.layers()) if isinstance(blocks[0], nn.Dropout)]
    if train is None or not layers:
        return {}
    run.show_masks(True)
    rates = [block._rate for block in run.net.dropouts()]
    if run.seen is None:
        X = train.X[: run.divisor]
        pairs, values = _drawn(run.net, X, run.step), {"drawn": np.ones((), np.float32)}
    else:
        X = nd.take(train.X, run.seen.indices)
        arrays, rates = run.seen.arrays, list(run.seen.rates)
        pairs, values = list(zip(arrays[::2], arrays[1::2], strict=True)), {}
    yield
    before = dict(zip(layers, _predicted_inputs(run.net, X[: probe.max_samples], layers), strict=True))
    yield
    for layer, (x, mask), rate in zip(layers, pairs, rates, strict=True):
        name, kept = f"layer{layer}", (mask > 0).sum()
        values[f"{name}:rate"] = np.array(rate, np.float32)
        values[f"{name}:entries"] = np.array(mask.size, np.float32)
        values[f"{name}:dropped"] = np.array(mask.size - int(kept.asscalar()), np.float32)
        for what, array in (("input", x), ("mask", mask), ("predicted", before[layer])):
            units = array.reshape((len(array), -1))
            values[f"{name}:{what}"] = units[: probe.max_samples, : probe.max_units].asnumpy()
        yield
    return values


def _drawn(net: Any, X: Any, seed: int) -> list[tuple[Any, Any]]:
    """Return inputs and masks of every Dropout layer as training might draw them: without MXNet's random numbers."""
    random, found = np.random.RandomState(seed), []
    for blocks, off in net.layers():
        for block in blocks:
            if isinstance(block, nn.Dropout):
                kept = random.uniform(size=X.shape) >= block._rate
                mask = nd.array(kept / (1 - block._rate))
                found.append((X, mask))
                X = X * mask
            else:
                X = block(X)
        X = X if off is None else nd.broadcast_mul(X, off)
    return found


def _predicted_inputs(net: Any, X: Any, layers: list[int]) -> list[Any]:
    """Return what gets to the Dropout layers in prediction."""
    outputs = [X, *net.layer_outputs(X)]
    return [outputs[layer] for layer in layers]
