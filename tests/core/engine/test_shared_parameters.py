"""Shared parameters in runs: one object, gradients summed, files, counts."""

from __future__ import annotations

import numpy as np
import pytest

from core.engine.interventions import set_weight
from core.engine.mx import mx
from core.engine.parameters import get_arrays, read_arrays
from core.engine.probes import Prober
from core.errors import ParametersError
from core.microscope import MicroscopeSteps
from core.probes import MicroscopeProbe
from core.stack import gluon_parameter_shapes, inspect_stack
from tests.core.engine.hand_loop import HandLoop
from tests.core.engine.runs import DENSE, a_run, batches, run_all, small

nn = mx.gluon.nn

OWNER = {"kind": "dense", "units": 16, "activation": "relu", "name": "dense1"}
SHARER = {"kind": "dense", "units": 16, "activation": "relu", "shares": "dense1"}
FIRST = {"kind": "dense", "units": 16}
LAYERS = [FIRST, OWNER, SHARER, DENSE]
XAVIER = {"initializer": {"kind": "xavier"}, "training": {"num_epochs": 1}}


@pytest.fixture(scope="module")
def finished():
    return run_all(small(LAYERS, **XAVIER))


def test_training_is_that_of_stock_gluon_with_params(finished):
    run, events = finished
    shared = nn.Dense(16, activation="relu", in_units=16)
    blocks = [nn.Dense(16, in_units=64), shared, nn.Dense(16, activation="relu", params=shared.params)]
    train = run.job.parts.train
    loop = HandLoop(
        [*blocks, nn.Dense(10, in_units=16)],
        train.X,
        train.y,
        options={"learning_rate": 0.5},
        batch_size=200,
        seed=7,
        init=mx.init.Xavier(),
    )
    loop.epoch()
    np.testing.assert_allclose([event.loss for event in batches(events)], loop.losses, rtol=1e-4)


def test_one_object_counts_once_and_bears_two_names(finished):
    run, events = finished
    assert run.net[1].weight is run.net[2].weight
    assert events[0].num_parameters == inspect_stack(run.experiment).num_parameters == 1040 + 272 + 170
    arrays = get_arrays(run.net)
    assert {name: array.shape for name, array in arrays.items()} == gluon_parameter_shapes(run.experiment)
    np.testing.assert_array_equal(arrays["1.weight"], arrays["2.weight"])


def test_files_hold_both_and_must_agree(finished, tmp_path):
    run, _ = finished
    run.save_parameters(tmp_path / "shared.params")
    arrays = read_arrays(tmp_path / "shared.params")
    assert "2.weight" in arrays
    run.load_parameters(tmp_path / "shared.params")
    arrays["2.weight"] = arrays["2.weight"] + 1
    with pytest.raises(ParametersError, match=r"2\.weight and 1\.weight differ in it"):
        run.set_parameters(arrays, "here")
    np.testing.assert_array_equal(get_arrays(run.net)["1.weight"], arrays["1.weight"])


def test_a_weight_that_is_set_changes_in_both():
    run = a_run(small(LAYERS, **XAVIER))
    set_weight(run, "2.weight", (3, 4), 2.5)
    arrays = get_arrays(run.net)
    assert arrays["1.weight"][3, 4] == arrays["2.weight"][3, 4] == np.float32(2.5)


def test_the_gradient_of_the_step_is_the_sum_of_the_parts_that_the_microscope_shows():
    run = a_run(small(LAYERS, training={"num_epochs": 1, "batch_size": 3}, initializer={"kind": "xavier"}))
    prober = Prober(run)
    probe = MicroscopeProbe(positions=(0, 1, 2), num_checks=2)
    values = prober.take(probe).values
    parts = values["1.weight:gradient"] + values["2.weight:gradient"]
    X, y = run.arrays.of(run.job.parts.train).X[:3], run.arrays.of(run.job.parts.train).y[:3]
    with mx.autograd.record():
        losses, *_ = run._step_block(X, y)
    losses.backward()
    np.testing.assert_allclose(run.net[1].weight.grad().asnumpy() / 3, parts, rtol=1e-4, atol=1e-7)
    for name in ("1.weight", "2.weight"):
        rows, columns = values[f"{name}:checked"].astype(int).T
        shown = values[f"{name}:gradient"][rows, columns]
        np.testing.assert_allclose(values[f"{name}:numeric"], shown, rtol=1e-3, atol=1e-6)
    steps = MicroscopeSteps(run.experiment, values).steps
    notes = {step.result: step.note for step in steps}
    assert "adds up the parts" in notes["2.weight:gradient"]
    assert "adds up the parts" not in notes["3.weight:gradient"]


def test_convolutions_share_too():
    conv = {"kind": "conv2d", "channels": 1, "padding": 1}
    layers = [conv | {"name": "conv2d1"}, conv | {"shares": "conv2d1"}, DENSE]
    run = a_run(small(layers))
    assert run.net[0].weight is run.net[1].weight


def test_examples_of_ones_own_layers_learn():
    my_dense = {"kind": "my_dense", "units": 16}
    layers = [{"kind": "flatten"}, my_dense, my_dense | {"name": "own"}, my_dense | {"shares": "own"}]
    run, events = run_all(small([*layers, {"kind": "centered_layer"}, DENSE], **XAVIER))
    assert run.net[2].weight is run.net[3].weight
    X = run.job.parts.train.X[:5].reshape(5, -1)
    arrays = get_arrays(run.net)
    H = X
    for i in (1, 2, 3):
        H = np.maximum(H @ arrays[f"{i}.weight"] + arrays[f"{i}.bias"], 0)
    outputs = list(run.net.layer_outputs(mx.nd.array(run.job.parts.train.X[:5])))
    np.testing.assert_allclose(outputs[3].asnumpy(), H, rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(outputs[4].asnumpy(), H - H.mean(axis=1, keepdims=True), rtol=1e-4, atol=1e-5)
    assert events[-1].reason == "finished"
