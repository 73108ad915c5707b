from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.activations import ACTIVATIONS
from core.engine.mx import mx
from core.engine.network import build_block
from core.experiment import VARIANTS, Experiment
from core.fields import settings_of
from core.layers import (
    LAYERS,
    Activation,
    CustomLayer,
    Dense,
    Dropout,
    Flatten,
    GluonCall,
    LayerBase,
    ParameterShape,
    Shape,
)
from core.losses import LOSSES
from core.optimizers import OPTIMIZERS, SGD, Adam
from tests.core.strategies import values


def small(name: str) -> st.SearchStrategy[int]:
    """Return values of a field of a layer that are quickly computed."""
    return {"channels": st.integers(1, 4), "padding": st.integers(0, 3)}.get(name, st.integers(1, 4))


def drawn(layer: type[LayerBase]) -> st.SearchStrategy[LayerBase]:
    """Return layers of a kind, with small windows and widths."""
    fields = [facts for facts in settings_of(layer) if facts.kind != "variant"]
    few = {facts.name: small(facts.name) | st.just("auto") if facts.auto else small(facts.name) for facts in fields}
    whole = {facts.name: few[facts.name] for facts in fields if facts.kind == "int"}
    other = {facts.name: values(facts) for facts in fields if facts.kind != "int"}
    return st.builds(layer, **(whole | other))


layers = st.one_of([drawn(layer) for layer in LAYERS if layer is not CustomLayer])
shapes = st.lists(st.integers(1, 7), min_size=1, max_size=3).map(tuple)


def build(layer: LayerBase, num_outputs: int) -> list[Any]:
    """Build the Gluon blocks that a layer says it is made of."""
    return [build_block(call) for call in layer.gluon_calls(num_outputs)]


def run(blocks: list[Any], X: Any) -> tuple[Any, list[tuple[str, Shape, bool]]]:
    """Return the output, and of every parameter its name, its shape and whether it is trained."""
    net = mx.gluon.nn.HybridSequential()
    net.add(*blocks)
    net.initialize()
    y = net(X)
    own = blocks[0]._collect_params_with_prefix()
    assert len(own) == len(net.collect_params().keys())
    y.wait_to_read()
    return y, [(name, p.shape, p.grad_req != "null") for name, p in own.items()]


@settings(max_examples=60)
@given(st.lists(layers, min_size=1, max_size=5), shapes, st.integers(1, 4), st.integers(1, 12))
def test_shapes_are_those_of_gluon(stack: list[LayerBase], shape: Shape, batch: int, num_outputs: int) -> None:
    X = mx.nd.ones((batch, *shape))
    for layer in stack:
        if layer.misfit(shape):
            assert_gluon_refuses(layer, X)
            continue
        X, parameters = run(build(layer, num_outputs), X)
        told = layer.parameter_shapes(shape, num_outputs)
        assert [(p.name, p.shape, p.trained) for p in told] == parameters
        shape = layer.output_shape(shape, num_outputs)
        assert X.shape == (batch, *shape)


def assert_gluon_refuses(layer: LayerBase, X: Any) -> None:
    with pytest.raises((mx.base.MXNetError, ValueError)):
        run(build(layer, 1), X)


@pytest.mark.parametrize("name", list(ACTIVATIONS))
def test_a_dense_layer_applies_its_activation_to_the_linear_part(name: str) -> None:
    X = mx.nd.random.normal(shape=(5, 3))
    net = mx.gluon.nn.HybridSequential()
    net.add(*build(Dense(units=4, activation=name), 10))
    net.initialize(mx.init.Normal(1))
    y = net(X).asnumpy()
    W, b = (parameter.data().asnumpy().astype(np.float64) for parameter in net.collect_params().values())
    expected = ACTIVATIONS[name].f(X.asnumpy().astype(np.float64) @ W.T + b)
    np.testing.assert_allclose(y, expected, rtol=1e-4, atol=1e-5)


def test_gluon_calls_are_as_short_as_a_person_would_write_them() -> None:
    assert Dense(units=256, activation="relu").gluon_calls(10) == (GluonCall("Dense", (256,), {"activation": "relu"}),)
    assert Dense().gluon_calls(10) == (GluonCall("Dense", (10,)),)
    assert Dense(use_bias=False).gluon_calls(7) == (GluonCall("Dense", (7,), {"use_bias": False}),)
    assert Dense(units=3, activation="gelu").gluon_calls(10) == (GluonCall("Dense", (3,)), GluonCall("GELU"))
    assert Dropout(rate=0.2).gluon_calls(10) == (GluonCall("Dropout", (0.2,)),)
    assert Activation(function="tanh").gluon_calls(10) == (GluonCall("Activation", ("tanh",)),)
    assert Flatten().gluon_calls(10) == (GluonCall("Flatten"),)


def test_layers_name_the_activation_function_that_they_apply() -> None:
    named = [layer.activation_name for layer in (Dense(), Dense(activation="elu"), Dropout(), Activation(), Flatten())]
    assert named == [None, "elu", None, "relu", None]


def test_counts_of_huge_layers_are_exact() -> None:
    weight, bias = Dense(units=100_000).parameter_shapes((100_000, 100_000, 100_000), 10)
    assert weight.size == 10**20
    assert bias.size == 10**5
    assert type(weight.size) is int
    assert ParameterShape("weight", (2**40, 2**40)).size == 2**80


def test_every_variant_has_its_own_kind_and_says_what_it_is() -> None:
    for models in VARIANTS.values():
        assert len({model.kind_name() for model in models}) == len(models)
        for model in models:
            assert model.title
            assert model.help.endswith(".")
            assert model().model_dump()["kind"] == model.kind_name()


def test_a_layer_that_does_not_say_what_it_is_made_of_cannot_be_built() -> None:
    class Mystery(LayerBase):
        kind: str = "mystery"

    with pytest.raises(TypeError, match="Mystery"):
        Mystery().gluon_calls(10)
    assert Mystery() not in [layer() for layer in LAYERS]


def test_optimizers_initialisers_and_losses_can_be_built_in_gluon() -> None:
    for optimizer in OPTIMIZERS:
        options = optimizer(wd=0.5).gluon_options()
        built = mx.optimizer.create(optimizer.gluon_name, **options)
        assert built.lr == optimizer().learning_rate
        assert built.wd == 0.5
    for initializer in VARIANTS["initializer"]:
        weight = mx.nd.zeros((20, 10))
        getattr(mx.init, initializer.gluon_name)(**initializer().gluon_options())(mx.init.InitDesc("weight"), weight)
        assert (weight.asnumpy().std() < 1e-6) == (initializer.kind_name() in ("zero", "constant"))
    for loss in LOSSES:
        assert issubclass(getattr(mx.gluon.loss, loss.gluon_name), mx.gluon.loss.Loss)
        assert loss.tasks


def test_optimizer_options_leave_out_what_is_off() -> None:
    assert SGD().gluon_options() == {"learning_rate": 0.1}
    assert SGD(momentum=0.9, wd=0.01).gluon_options() == {"learning_rate": 0.1, "momentum": 0.9, "wd": 0.01}
    assert Adam().gluon_options() == {"learning_rate": 0.001, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}
    # Left out, it would be Gluon's 0.9.
    assert Adam(beta1=0.0).gluon_options()["beta1"] == 0.0
    assert Experiment().optimizer == SGD()
