"""The microscope shows what NumPy and autograd compute on their own from the same parameters and samples."""

from __future__ import annotations

import numpy as np
import pytest

from core.activations import ACTIVATIONS
from core.engine.mx import mx
from core.engine.network import build_loss
from core.engine.parameters import get_arrays
from core.engine.probes import Prober
from core.events import BatchDone
from core.losses import LOSSES
from core.probes import MicroscopeProbe
from tests.core.engine.runs import DENSE, DROPOUT, a_run, batches, run_all, small
from tests.core.engine.test_probes import IMAGE_LAYERS, LAYERS, PLANE, after, on_the_plane

nd, autograd = mx.nd, mx.autograd
PROBE = MicroscopeProbe("train", (4, 0, 11))


def hidden(activation):
    return {"kind": "dense", "units": 5, "activation": activation}


def with_loss(loss, activation="tanh"):
    """Return an experiment for a loss, on two classes in the plane or on two inputs and a target."""
    if "classification" in loss.tasks:
        return small((hidden(activation), DENSE), PLANE, loss=loss().kind, training={"batch_size": 10})
    data = {"kind": "linear_regression", "num_samples": 60}
    return small((hidden(activation), DENSE), data, loss=loss().kind, training={"batch_size": 10})


def gradient_by_outputs(loss_name, outputs, y, options):
    """Return the gradient of the mean loss by the outputs, from its closed form."""
    n, k = outputs.shape
    if loss_name == "softmax_cross_entropy":
        powers = np.exp(outputs - outputs.max(axis=1, keepdims=True))
        return (powers / powers.sum(axis=1, keepdims=True) - np.eye(k)[y.astype(int)]) / n
    y = y.reshape(n, k)
    error = outputs - y
    signs = 2 * y - 1
    return {
        "sigmoid_cross_entropy": lambda: (1 / (1 + np.exp(-outputs)) - y) / n,
        "hinge": lambda: np.where(signs * outputs < options.get("margin", 1), -signs, 0) / n,
        "l2": lambda: error / (n * k),
        "l1": lambda: np.sign(error) / (n * k),
        "huber": lambda: np.clip(error / options.get("rho", 1), -1, 1) / (n * k),
    }[loss_name]()


@pytest.mark.parametrize("loss", LOSSES, ids=lambda loss: loss.model_fields["kind"].default)
def test_every_number_is_the_one_that_numpy_computes(loss):
    experiment = with_loss(loss)
    run, prober = after(experiment, 5)
    values, arrays = prober.take(PROBE).values, get_arrays(run.net)
    X = run.job.parts.train.X[[4, 0, 11]].astype(float)
    y = run.job.parts.train.y[[4, 0, 11]].astype(float)
    sums = X @ arrays["0.weight"].T + arrays["0.bias"]
    hidden_outputs = np.tanh(sums)
    outputs = hidden_outputs @ arrays["1.weight"].T + arrays["1.bias"]
    for name, expected in {"X": X, "layer0.Z": sums, "layer0.H": hidden_outputs, "layer1.Z": outputs}.items():
        np.testing.assert_allclose(values[name], expected, atol=1e-5)
    by_outputs = gradient_by_outputs(experiment.loss.kind, outputs, y, experiment.loss.gluon_options())
    by_hidden = by_outputs @ arrays["1.weight"]
    by_sums = by_hidden * (1 - hidden_outputs**2)
    expected = {
        "layer1.Z": by_outputs,
        "1.weight": by_outputs.T @ hidden_outputs,
        "1.bias": by_outputs.sum(axis=0, keepdims=True),
        "layer0.H": by_hidden,
    }
    expected |= {"layer0.Z": by_sums, "0.weight": by_sums.T @ X, "0.bias": by_sums.sum(axis=0, keepdims=True)}
    expected |= {"X": by_sums @ arrays["0.weight"]}
    for name, gradient in expected.items():
        np.testing.assert_allclose(values[f"{name}:gradient"], gradient, rtol=1e-4, atol=1e-7)
    assert {name for name in values if name.endswith(":gradient")} == {f"{name}:gradient" for name in expected}
    np.testing.assert_allclose(values["loss"], [[values["losses"].mean()]], rtol=1e-6)


def test_probabilities_are_those_of_softmax_or_of_the_sigmoid():
    for loss in LOSSES:
        _, prober = after(with_loss(loss), 5)
        values = prober.take(PROBE).values
        assert ("Y_hat" in values) == loss.gives_probabilities
        if loss.decision == "largest":
            powers = np.exp(values["layer1.Z"])
            np.testing.assert_allclose(values["Y_hat"], powers / powers.sum(axis=1, keepdims=True), rtol=1e-5)
        elif loss.gives_probabilities:
            np.testing.assert_allclose(values["Y_hat"], 1 / (1 + np.exp(-values["layer1.Z"])), rtol=1e-5)


SMOOTH_IMAGES = (
    {"kind": "conv2d", "channels": 3, "kernel_size": 3, "activation": "tanh"},
    {"kind": "batch_norm"},
    {"kind": "max_pool2d"},
    {"kind": "conv2d", "channels": 2, "kernel_size": 2, "use_bias": False},
    {"kind": "layer_norm"},
    {"kind": "avg_pool2d"},
    {"kind": "activation", "function": "gelu"},
    {"kind": "flatten"},
    DROPOUT,
    DENSE,
)


@pytest.mark.parametrize("layers", [LAYERS, SMOOTH_IMAGES], ids=["plane", "images"])
def test_gradients_are_those_of_autograd_through_the_whole_network(layers):
    experiment = on_the_plane(layers) if layers is LAYERS else small(layers)
    run, prober = after(experiment, 4)
    values = prober.take(PROBE).values
    train = prober.samples("train")
    where = nd.array([4, 0, 11], dtype="int32")
    X, y = nd.take(train.X, where), nd.take(train.y, where)
    X.attach_grad()
    loss = build_loss(experiment)
    # In training mode, since MXNet's pooling has no way back from prediction; what differs in it is made to agree.
    for block in run.net:
        if isinstance(block, mx.gluon.nn.Dropout):
            block._rate = 0.0
        if isinstance(block, mx.gluon.nn.BatchNorm):
            block._kwargs["use_global_stats"] = True
    for block in run.net:
        block.hybridize(False)
    with autograd.record():
        outputs = X
        for block in run.net:
            outputs = block(outputs)
        mean = loss(outputs, y).mean()
    mean.backward()
    learned = {name: p.grad().asnumpy() for name, p in prober.learned().items()} | {"X": X.grad.asnumpy()}
    for name, gradient in learned.items():
        found = values[f"{name}:gradient"]
        np.testing.assert_allclose(found, gradient.reshape(found.shape), rtol=2e-4, atol=1e-6, err_msg=name)
    np.testing.assert_allclose(values["loss"], [[float(mean.asscalar())]], rtol=1e-5)


@pytest.mark.parametrize("layers", [LAYERS, SMOOTH_IMAGES], ids=["plane", "images"])
def test_central_differences_agree_with_autograd(layers):
    _, prober = after(on_the_plane(layers) if layers is LAYERS else small(layers), 4)
    values = prober.take(PROBE).values
    names = [name.removesuffix(":numeric") for name in values if name.endswith(":numeric")]
    assert set(names) == {name.removesuffix(":gradient") for name in values if name.endswith(":gradient")}
    for name in names:
        gradient, numeric = values[f"{name}:gradient"], values[f"{name}:numeric"]
        rows, columns = values[f"{name}:checked"].astype(int).T
        largest = np.abs(gradient).max()
        assert 1 <= len(numeric) <= PROBE.num_checks
        assert np.isclose(np.abs(gradient[rows, columns]).max(), largest)
        # Before a LayerNorm the gradient of a scale is almost 0: float32 keeps few of its digits.
        np.testing.assert_allclose(gradient[rows, columns], numeric, rtol=1e-3, atol=1e-8 + 1e-5 * largest)


@pytest.mark.parametrize("activation", [name for name in ACTIVATIONS if name != "selu"])
def test_every_activation_function_passes_the_numeric_check(activation):
    _, prober = after(with_loss(LOSSES[0], activation), 3)
    values = prober.take(PROBE).values
    rows, columns = values["layer0.Z:checked"].astype(int).T
    found = values["layer0.Z:gradient"][rows, columns]
    np.testing.assert_allclose(found, values["layer0.Z:numeric"], rtol=1e-3, atol=1e-7)


def test_the_numeric_check_finds_the_wrong_gradient_of_selu():
    """MXNet 1.9.1 has it wrong for negative numbers, and trains with it: see core.activations."""
    run, prober = after(with_loss(LOSSES[0], "selu"), 3)
    run.net[0].weight.set_data(nd.array(np.random.RandomState(0).normal(size=run.net[0].weight.shape)))
    values = prober.take(MicroscopeProbe("train", (4, 0, 11), num_checks=15)).values
    rows, columns = values["layer0.Z:checked"].astype(int).T
    found, sums = values["layer0.Z:gradient"][rows, columns], values["layer0.Z"][rows, columns]
    wrong = ~np.isclose(found, values["layer0.Z:numeric"], rtol=1e-3, atol=1e-9)
    assert wrong.any()
    assert (sums[wrong] < 0).all()


def test_units_that_are_switched_off_are_a_step_of_their_own():
    run, prober = after(on_the_plane(), 3)
    run.net.switch(0, 2, False, (8,))
    run.compile()
    values = prober.take(PROBE).values
    kept = np.arange(8) != 2
    np.testing.assert_allclose(values["layer0.off"], values["layer0.H"] * kept)
    np.testing.assert_allclose(values["layer0.H:gradient"], values["layer0.off:gradient"] * kept)


def test_what_there_is_not_is_answered_by_nothing():
    _, prober = after(small(data={"kind": "digits", "validation_share": 0, "test_share": 0.3}), 1)
    assert prober.take(MicroscopeProbe("validation", (0,))).values == {}
    assert prober.take(MicroscopeProbe("train", (10**6,))).values == {}


def test_large_arrays_come_shortened_and_are_checked_where_they_are_seen():
    _, prober = after(small(), 2)
    values = prober.take(MicroscopeProbe(max_size=130)).values
    assert values["0.weight"].shape == values["0.weight:gradient"].shape == (2, 64)
    np.testing.assert_array_equal(values["0.weight:shape"], [32, 64])
    np.testing.assert_array_equal(values["X:shape"], [1, 1, 8, 8])
    assert values["0.weight:checked"][:, 0].max() <= 1


def test_networks_that_take_long_are_not_checked():
    _, prober = after(small(), 2)
    prober._work = 10**9
    values = prober.take(PROBE).values
    assert "0.weight:gradient" in values
    assert not any(name.endswith(":numeric") for name in values)


@pytest.mark.parametrize("experiment", [on_the_plane(LAYERS), small(IMAGE_LAYERS)], ids=["plane", "images"])
def test_training_goes_on_bit_for_bit_as_without_the_microscope(experiment):
    untouched, expected = run_all(experiment)
    run, losses = a_run(experiment), []
    prober = Prober(run)
    for event in run.events():
        if isinstance(event, BatchDone):
            losses.append(event.loss)
            before = {name: p.grad().asnumpy() for name, p in prober.learned().items()}
            prober.take(MicroscopeProbe("train", (0, 1), num_checks=2))
            for name, p in prober.learned().items():
                np.testing.assert_array_equal(p.grad().asnumpy(), before[name])
    assert losses == [event.loss for event in batches(expected)]
    for name, array in get_arrays(untouched.net).items():
        np.testing.assert_array_equal(get_arrays(run.net)[name], array)
