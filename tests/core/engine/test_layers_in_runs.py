"""Runs with convolutions and normalising layers: against stock Gluon, NumPy, and files."""

from __future__ import annotations

import numpy as np
import pytest

from core.engine.mx import mx
from core.engine.parameters import get_arrays, read_arrays
from core.stack import gluon_parameter_shapes, inspect_stack
from tests.core.engine.hand_loop import HandLoop
from tests.core.engine.runs import DENSE, DENSE_RELU, a_run, batches, end_of, run_all, small

nn = mx.gluon.nn

CONV = {"kind": "conv2d", "channels": 6, "activation": "relu"}
BATCH_NORM = {"kind": "batch_norm", "momentum": 0.8}
POOL = {"kind": "max_pool2d"}
LAYER_NORM = {"kind": "layer_norm"}
IMAGES = [CONV, BATCH_NORM, POOL, {"kind": "avg_pool2d", "strides": 1, "padding": 1}, DENSE_RELU, LAYER_NORM, DENSE]
FAST = {"kind": "sgd", "learning_rate": 0.1, "momentum": 0.9, "wd": 0.01}


def images_in_gluon():
    return [
        nn.Conv2D(6, 3, activation="relu", in_channels=1),
        nn.BatchNorm(momentum=0.8, in_channels=6),
        nn.MaxPool2D(2),
        nn.AvgPool2D(2, 1, 1),
        nn.Dense(32, activation="relu", in_units=6 * 4 * 4),
        nn.LayerNorm(in_channels=32),
        nn.Dense(10, in_units=32),
    ]


def test_training_is_that_of_stock_gluon():
    experiment = small(IMAGES, optimizer=FAST, initializer={"kind": "xavier"}, training={"num_epochs": 2})
    run, events = run_all(experiment)
    train = run.job.parts.train
    options = {"learning_rate": 0.1, "momentum": 0.9, "wd": 0.01}
    loop = HandLoop(images_in_gluon(), train.X, train.y, options=options, batch_size=200, seed=7, init=mx.init.Xavier())
    loop.net.collect_params(".*(gamma|beta)").setattr("wd_mult", 0.0)
    for _ in range(2):
        loop.epoch()
    # Compiled into one operator, oneDNN chooses other kernels, which round differently.
    np.testing.assert_allclose([event.loss for event in batches(events)], loop.losses, rtol=1e-3)
    arrays = get_arrays(run.net)
    assert {name: array.shape for name, array in arrays.items()} == gluon_parameter_shapes(experiment)
    for name, array in loop.weights().items():
        np.testing.assert_allclose(arrays[name], array, rtol=1e-2, atol=1e-3, err_msg=name)


def test_equal_seeds_give_equal_runs_bit_for_bit():
    first, second = (run_all(small(IMAGES, optimizer=FAST, initializer={"kind": "xavier"})) for _ in range(2))
    assert [event.loss for event in batches(first[1])] == [event.loss for event in batches(second[1])]
    for name, array in get_arrays(first[0].net).items():
        np.testing.assert_array_equal(get_arrays(second[0].net)[name], array, err_msg=name)


@pytest.mark.parametrize("wd_on", ["weights", "weights_and_biases"])
def test_decay_on_weights_only_leaves_gamma_and_beta_alone(wd_on):
    optimizer = {"kind": "sgd", "learning_rate": 0.1, "wd": 0.5, "wd_on": wd_on}
    run = a_run(small([BATCH_NORM, DENSE], optimizer=optimizer))
    others = float(wd_on == "weights_and_biases")
    multipliers = {name: p.wd_mult for name, p in run.net._collect_params_with_prefix().items()}
    assert {name: multipliers[name] for name in ("0.gamma", "0.beta", "1.weight", "1.bias")} == {
        "0.gamma": others,
        "0.beta": others,
        "1.weight": 1.0,
        "1.bias": others,
    }


@pytest.mark.parametrize("where", ["weights", "weights_and_biases"])
def test_running_values_are_means_of_the_batches_and_nothing_else(where):
    """Neither decay nor penalty touches them, also if no layer before or in the BatchNorm has anything to train."""
    layers = [{"kind": "flatten"}, BATCH_NORM | {"center": False, "scale": False}, DENSE]
    optimizer = {"kind": "sgd", "learning_rate": 0.1, "wd": 0.5, "wd_on": where}
    run, events = run_all(small(layers, optimizer=optimizer, penalty={"l2": 0.1, "l1": 0.1, "on": where}))
    assert end_of(events).reason == "finished"
    X = run.job.parts.train.X.reshape(-1, 64).astype(float)
    mean, variance, random = np.zeros(64), np.ones(64), np.random.RandomState(7)
    for _ in range(2):
        order = random.permutation(len(X))
        for start in range(0, len(X), 200):
            batch = X[order[start : start + 200]]
            mean = 0.8 * mean + 0.2 * batch.mean(axis=0)
            variance = 0.8 * variance + 0.2 * batch.var(axis=0)
    arrays = get_arrays(run.net)
    np.testing.assert_allclose(arrays["1.running_mean"], mean, rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(arrays["1.running_var"], variance, rtol=1e-4, atol=1e-5)
    np.testing.assert_array_equal(arrays["1.gamma"], np.ones(64))
    np.testing.assert_array_equal(arrays["1.beta"], np.zeros(64))


def test_running_values_are_saved_and_loaded_with_the_others(tmp_path):
    run, _ = run_all(small(IMAGES, optimizer=FAST, initializer={"kind": "xavier"}))
    validation = run.job.parts.validation
    run.save_parameters(tmp_path / "images.params")
    assert {name: array.shape for name, array in read_arrays(tmp_path / "images.params").items()} == (
        gluon_parameter_shapes(run.experiment)
    )
    again = a_run(run.experiment)
    again.load_parameters(tmp_path / "images.params")
    np.testing.assert_array_equal(again.predict(validation), run.predict(validation))
    stock = nn.HybridSequential()
    stock.add(*images_in_gluon())
    stock.load_parameters(str(tmp_path / "images.params"))
    outputs = mx.nd.softmax(stock(mx.nd.array(validation.X))).asnumpy()
    np.testing.assert_allclose(run.predict(validation), outputs, rtol=1e-3, atol=1e-4)


def test_a_run_counts_what_is_not_trained_as_parameters_too():
    experiment = small(IMAGES)
    _, events = run_all(experiment)
    report = inspect_stack(experiment)
    assert events[0].num_parameters == report.num_parameters
    assert report.num_untrained == 12


def test_running_values_that_are_no_numbers_end_the_run():
    run = a_run(small([BATCH_NORM, DENSE]))
    events = run.events()
    next(events)
    run.net[0].running_var.set_data(mx.nd.full((1,), np.nan))
    rest = list(events)
    assert end_of(rest).reason == "diverged"
    assert "running_var holds values that are not finite numbers" in end_of(rest).message


def test_a_closed_run_lets_go_of_running_values():
    run, _ = run_all(small([BATCH_NORM, DENSE]))
    run.close()
    assert all(parameter._data is None for parameter in run.net.collect_params().values())


def test_a_convolution_learns_what_depends_on_a_place():
    experiment = small(
        [CONV, POOL, DENSE], optimizer=FAST, initializer={"kind": "msra_prelu"}, training={"num_epochs": 30}
    )
    _, events = run_all(experiment)
    assert end_of(events).validation_accuracy > 0.9
