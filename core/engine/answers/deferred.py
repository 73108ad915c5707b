"""What MXNet does with a small network: construct, initialise, forward, initialise again, share.

All blocks have prefixes of their own, and weights are drawn by NumPy: neither the counters of names nor the random
numbers of a run notice anything.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from core.engine.mx import mx
from core.errors import essence
from core.explorers.deferred import DeferredSetup, Look, Looked, Numbers, ParameterRow, Sum, draw, misfit
from core.texts import say

nd, nn = mx.nd, mx.gluon.nn
_KINDS = ("weight", "bias")
_MOST_LINES = 40


def look(question: Look) -> Iterator[Looked | None]:
    """Yield what became of the network, after None for each step that takes some time."""
    setup = question.setup
    net = _construct(setup)
    before: Mapping[str, Numbers] = {}
    told = refusal = ""
    outputs = None
    if setup.stage != "constructed":
        first = setup.previous or setup.initializer if setup.reinit else setup.initializer
        net.initialize(_Drawn(first, max(setup.reinit - 1, 0)))
    if setup.stage == "forward":
        outputs, refusal = _forward(net, setup, setup.X_shape)
        yield None
    if setup.stage != "constructed" and setup.reinit:
        before = _values(net)
        net.initialize(_Drawn(setup.initializer, setup.reinit), force_reinit=True)
        yield None
    if setup.stage != "constructed" and setup.ignored:
        told = _initialize_unforced(net, setup)
    if setup.edit and setup.stage != "constructed":
        _edit(net, setup)
    if outputs is not None or setup.next_shape:
        outputs, refusal = _forward(net, setup, setup.next_shape or setup.X_shape)
        yield None
    sums = _sums(net, setup) if setup.shared and setup.stage == "forward" and not misfit(setup, setup.X_shape) else {}
    yield None
    text, access_refusal = _access(net, setup)
    yield Looked(_rows(net, setup, before), refusal, text, access_refusal, told, outputs, sums)


class _Drawn(mx.init.Initializer):  # type: ignore[misc]
    """Draws weights by NumPy."""

    def __init__(self, kind: str, seed: int) -> None:
        super().__init__()
        self._kind, self._random = kind, np.random.RandomState(seed)

    def _init_weight(self, _: Any, array: Any) -> None:
        array[:] = nd.array(draw(self._kind, array.shape, self._random))


def _construct(setup: DeferredSetup, *, shared: bool | None = None) -> Any:
    net = nn.Sequential(prefix="sequential0_")
    for i, layer in enumerate(setup.layers):
        options: dict[str, Any] = {"in_units": layer.in_units, "prefix": f"dense{i}_"}
        if layer.activation != "none":
            options["activation"] = layer.activation
        if i == 1 and (setup.shared if shared is None else shared):
            options["params"] = net[0].params
        net.add(nn.Dense(layer.units, **options))
    return net


def _inputs(shape: tuple[int, ...]) -> Any:
    return nd.array(np.random.RandomState(0).normal(size=shape))


def _forward(net: Any, setup: DeferredSetup, shape: tuple[int, ...]) -> tuple[Numbers | None, str]:
    """Return the outputs, or why there are none."""
    try:
        return net(_inputs(shape)).asnumpy(), ""
    except (mx.MXNetError, ValueError, AssertionError) as error:
        return None, misfit(setup, setup.X_shape, shape) or say("MXNet refuses: {what}.", what=essence(error))


def _initialize_unforced(net: Any, setup: DeferredSetup) -> str:
    """Call ``initialize`` again without force; return what is said about parameters that stay as they are."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        net.initialize(_Drawn(setup.ignored, setup.reinit + 1))
    if not caught:
        return ""
    return say(
        "Without force_reinit=True MXNet leaves initialised parameters as they are, and warns: {warning}",
        warning=str(caught[0].message),
    )


def _edit(net: Any, setup: DeferredSetup) -> None:
    weight = net[0].weight
    if weight._data is not None:
        values = weight.data().asnumpy()
        for row, column, value in setup.edits():
            values[int(row), int(column)] = value
        weight.set_data(nd.array(values))


def _sums(net: Any, setup: DeferredSetup) -> dict[str, Sum]:
    """Return the gradients by the parameters that two layers share, and by each use of them.

    The uses are told apart in a second network with the same numbers, whose layers share nothing.
    """
    X = _inputs(setup.X_shape)
    apart = _construct(setup, shared=False)
    apart.initialize(_Drawn("zero", 0))
    apart(X)
    for layer, other in zip(net, apart, strict=True):
        for kind in _KINDS:
            getattr(other, kind).set_data(getattr(layer, kind).data())
    for each in (net, apart):
        with mx.autograd.record():
            loss = each(X).sum()
        loss.backward()
    return {kind: Sum(*(_gradient(block, kind) for block in (apart[0], apart[1], net[0]))) for kind in _KINDS}


def _gradient(block: Any, kind: str) -> Numbers:
    found: Numbers = getattr(block, kind).grad().asnumpy()
    return found


def _values(net: Any) -> dict[str, Numbers]:
    return {name: p.data().asnumpy() for name, p in net.collect_params().items() if p._data is not None}


def _rows(net: Any, setup: DeferredSetup, before: Mapping[str, Numbers]) -> tuple[ParameterRow, ...]:
    values, matching = _values(net), set(net.collect_params(setup.pattern).keys())
    places = {f"{i}.{kind}": getattr(block, kind) for i, block in enumerate(net) for kind in _KINDS}
    return tuple(
        ParameterRow(
            name=name,
            uses=tuple(place for place, found in places.items() if found is parameter),
            shape=tuple(parameter.shape),
            values=values.get(name),
            before=before.get(name),
            deferred=bool(parameter._deferred_init),
            matches=name in matching,
        )
        for name, parameter in net.collect_params().items()
    )


def _access(net: Any, setup: DeferredSetup) -> tuple[str, str]:
    """Return what MXNet says to the access, or why it refuses."""
    layer, kind = setup.chosen.split(".")
    block = net[int(layer)]
    parameter = getattr(block, kind)
    answers = {
        "shape": lambda: parameter.shape,
        "parameter": lambda: parameter,
        "data": parameter.data,
        "grad": parameter.grad,
        "params": lambda: block.params,
        "collect": net.collect_params,
        "pattern": lambda: net.collect_params(setup.pattern),
    }
    try:
        text = str(answers[setup.access]()).strip("\n")
    except mx.gluon.parameter.DeferredInitializationError:
        return "", say(
            "DeferredInitializationError: {name} has the shape {shape}. How many inputs there are is not known before "
            "the first forward pass, so there are no numbers yet. Pass an X through the network, or give in_units.",
            name=parameter.name,
            shape=tuple(parameter.shape),
        )
    except RuntimeError:
        return "", say(
            "RuntimeError: {name} has not been initialised. Call net.initialize() first.", name=parameter.name
        )
    lines = text.split("\n")
    return "\n".join(lines[:_MOST_LINES] + ["…"] * (len(lines) > _MOST_LINES)), ""
