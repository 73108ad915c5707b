"""Layers from scratch: their arrays, and what they do with their inputs, as expressions."""

from __future__ import annotations

from dataclasses import dataclass

from core.codegen.scratch_init import Draws
from core.codegen.subject import Subject
from core.layers import (
    Activation,
    BatchNorm,
    CenteredLayer,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    LayerBase,
    LayerNorm,
    MaxPool2D,
    MyDense,
    PoolLayer,
    WindowLayer,
)
from core.stack import LayerReport, initializer_of


@dataclass(frozen=True)
class ScratchArray:
    """An array of a layer: its name, the expression that makes it, and whether it is trained."""

    name: str
    made: str
    trained: bool = True


@dataclass(frozen=True)
class ScratchLayer:
    """A layer.

    ``output`` is an expression of its inputs ``X`` with the names of the arrays in braces; ``functions`` are those of
    ``scratch_functions`` that it calls.
    """

    arrays: tuple[ScratchArray, ...]
    output: str
    functions: tuple[str, ...] = ()


def scratch_layer(subject: Subject, report: LayerReport, draws: Draws) -> ScratchLayer:
    """Return a layer from scratch."""
    layer = report.layer
    if isinstance(layer, CenteredLayer):
        return ScratchLayer((), "nd.broadcast_sub(X, X.mean(axis=0, exclude=True, keepdims=True))")
    if isinstance(layer, MyDense):
        arrays = (
            ScratchArray("W", draws.expression(subject.experiment.initializer, report.parameters[0].shape)),
            ScratchArray("b", f"nd.zeros({layer.units})"),
        )
        return ScratchLayer(arrays, "relu(nd.dot(X, {W}) + {b})", ("relu",))
    if isinstance(layer, Dense | Conv2D):
        return _with_weights(subject, report, layer, draws)
    if isinstance(layer, BatchNorm | LayerNorm):
        return _norm(layer, report)
    if isinstance(layer, Dropout):
        # As Gluon, which draws no mask for a rate of 0.
        return ScratchLayer((), f"dropout(X, {layer.rate!r})", ("dropout",)) if layer.rate else ScratchLayer((), "X")
    if isinstance(layer, Activation):
        return ScratchLayer((), *_activated("X", layer.function))
    if isinstance(layer, PoolLayer):
        return _pool(layer)
    assert isinstance(layer, Flatten)
    return ScratchLayer((), "X.flatten()")


def _with_weights(subject: Subject, report: LayerReport, layer: Dense | Conv2D, draws: Draws) -> ScratchLayer:
    initializer = initializer_of(subject.experiment, layer)
    assert initializer is not None
    shape = report.parameters[0].shape
    arrays = [ScratchArray("W", draws.expression(initializer, shape))]
    if layer.use_bias:
        arrays.append(ScratchArray("b", f"nd.zeros({shape[0]})"))
    functions: tuple[str, ...] = ()
    if isinstance(layer, Dense):
        name = "linear" if layer.use_bias else "linear_without_bias"
        output, functions = f"{name}(X, {{W}}{', {b}' if layer.use_bias else ''})", (name,)
    else:
        name = "conv2d" if layer.use_bias else "conv2d_without_bias"
        arguments = f"X, {{W}}{', {b}' if layer.use_bias else ''}, {layer.strides}, {layer.padding}"
        output, functions = f"{name}({arguments})", (name,)
    if layer.activation_name is not None:
        output, more = _activated(output, layer.activation_name)
        functions += more
    return ScratchLayer(tuple(arrays), output, functions)


def _pool(layer: PoolLayer) -> ScratchLayer:
    kind = "max" if isinstance(layer, MaxPool2D) else "avg"
    return ScratchLayer((), f'nd.Pooling(X, {_window(layer)}, pool_type="{kind}")')


def _window(layer: WindowLayer) -> str:
    """Return the arguments that tell where a window goes."""
    window = layer.window()
    texts = [f"kernel=({window.side}, {window.side})"]
    texts += [f"stride=({window.step}, {window.step})"] if window.step != 1 else []
    texts += [f"pad=({window.padding}, {window.padding})"] if window.padding else []
    return ", ".join(texts)


def _norm(layer: LayerBase, report: LayerReport) -> ScratchLayer:
    size = report.parameters[0].shape[0]
    if isinstance(layer, LayerNorm):
        trained = (ScratchArray("gamma", f"nd.ones({size})"), ScratchArray("beta", f"nd.zeros({size})"))
        return ScratchLayer(trained, f"nd.LayerNorm(X, {{gamma}}, {{beta}}, eps={layer.epsilon!r})")
    assert isinstance(layer, BatchNorm)
    arrays = (
        ScratchArray("gamma", f"nd.ones({size})", layer.scale),
        ScratchArray("beta", f"nd.zeros({size})", layer.center),
        ScratchArray("mean", f"nd.zeros({size})", False),
        ScratchArray("var", f"nd.ones({size})", False),
    )
    names = ", ".join(f"{{{array.name}}}" for array in arrays)
    name = "batch_norm" if layer.scale else "batch_norm_without_gamma"
    options = f"{layer.epsilon!r}, {layer.momentum!r}"
    return ScratchLayer(arrays, f"{name}(X, {names}, {options})", (name,))


def _activated(inputs: str, name: str) -> tuple[str, tuple[str, ...]]:
    return (f"nd.softsign({inputs})", ()) if name == "softsign" else (f"{name}({inputs})", (name,))
