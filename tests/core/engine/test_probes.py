"""What probes see is what NumPy and autograd compute from the same parameters; and nobody notices that they looked."""

from __future__ import annotations

from contextlib import suppress

import numpy as np
import pytest

from core.engine.parameters import get_arrays
from core.engine.probes import TAKERS, Prober
from core.events import BatchDone
from core.experiment import from_dict
from core.probes import (
    ActivationsProbe,
    BoundaryProbe,
    GradientsProbe,
    HistogramProbe,
    NeuronMapsProbe,
    Probe,
    RowsProbe,
    TrailProbe,
    UpdatesProbe,
    WeightsProbe,
)
from tests.core.engine.hand_loop import HandLoop, nd, nn
from tests.core.engine.runs import DENSE, DENSE_RELU, DROPOUT, a_run, batches, run_all, small

TANH = {"kind": "dense", "units": 8, "activation": "tanh"}
ELU = {"kind": "dense", "units": 6, "activation": "elu"}
PLANE = {"kind": "spiral", "num_samples": 200, "inputs": ["x1", "x2", "sin(x1)"]}
EVERY_PROBE = (
    BoundaryProbe(20),
    NeuronMapsProbe(10),
    WeightsProbe(),
    RowsProbe("0.weight", 2, 4),
    GradientsProbe(),
    HistogramProbe(),
    ActivationsProbe("validation", (0, 3)),
    TrailProbe(),
    UpdatesProbe(),
)


def on_the_plane(layers=(TANH, ELU, DENSE), **more):
    return small(layers, PLANE, training={"batch_size": 10}, **more)


def linear(w=(2.0, -3.4), **more):
    tree = {"data": {"kind": "linear_regression", "num_samples": 60, "w": list(w)}, "layers": [DENSE]}
    optimizer = {"kind": "sgd", "learning_rate": 0.03}
    return from_dict(tree | {"loss": {"kind": "l2"}, "optimizer": optimizer, "training": {"batch_size": 10}} | more)


def after(experiment, steps):
    """Return a run after so many steps, and what looks into it."""
    run = a_run(experiment)
    prober = Prober(run)
    if steps:
        next(event for event in run.events() if isinstance(event, BatchDone) and event.step == steps)
    return run, prober


def forward(arrays, X):
    """Return the outputs of the layers tanh, elu, linear, computed by NumPy."""
    first = np.tanh(X @ arrays["0.weight"].T + arrays["0.bias"])
    Z = first @ arrays["1.weight"].T + arrays["1.bias"]
    second = np.where(Z > 0, Z, np.expm1(Z))
    return first, second, second @ arrays["3.weight"].T + arrays["3.bias"]


def softmax(logits):
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def plane_inputs(axis0, axis1):
    x1, x2 = np.meshgrid(axis0, axis1)
    return np.stack([x1, x2, np.sin(x1)], axis=-1)


class _Enough(Exception):  # noqa: N818
    pass


def _stop_at(steps, done):
    if done == steps:
        raise _Enough


def test_every_kind_of_probe_has_somebody_who_takes_it():
    assert set(TAKERS) == set(Probe.__subclasses__())


def test_the_boundary_is_what_numpy_computes_from_the_same_parameters():
    run, prober = after(on_the_plane(), 7)
    taken = prober.take(BoundaryProbe(30))
    values = taken.values
    assert (taken.step, taken.run_id, taken.probe) == (7, 1, BoundaryProbe(30))
    np.testing.assert_allclose(values["axis0"], np.linspace(-6, 6, 30), rtol=1e-6)
    expected = softmax(forward(get_arrays(run.net), plane_inputs(values["axis0"], values["axis1"]))[-1])
    assert values["outputs"].shape == (30, 30, 2)
    np.testing.assert_allclose(values["outputs"], expected, atol=2e-6)


def test_a_part_of_the_plane_can_be_looked_at():
    run, prober = after(on_the_plane(), 3)
    values = prober.take(BoundaryProbe(5, ((0.0, 1.0), (-3.0, -2.0)))).values
    np.testing.assert_allclose(values["axis1"], [-3, -2.75, -2.5, -2.25, -2])
    expected = softmax(forward(get_arrays(run.net), plane_inputs(values["axis0"], values["axis1"]))[-1])
    np.testing.assert_allclose(values["outputs"], expected, atol=2e-6)


def test_the_pieces_of_a_long_look_fit_together():
    _, prober = after(on_the_plane(), 3)
    whole = prober.take(BoundaryProbe(40)).values["outputs"]
    prober._work = 10**9
    assert len(list(prober.look(BoundaryProbe(40)))) == 50
    np.testing.assert_allclose(prober.take(BoundaryProbe(40)).values["outputs"], whole, atol=2e-6)


def test_a_line_is_looked_at_through_the_inputs_that_are_derived_from_it():
    data = {"kind": "polynomial", "degree": 3}
    run, prober = after(linear(data=data), 4)
    values = prober.take(BoundaryProbe(50)).values
    x, arrays = values["axis0"], get_arrays(run.net)
    assert sorted(values) == ["axis0", "outputs"]
    powers = np.stack([x, x**2, x**3], axis=1)
    np.testing.assert_allclose(values["outputs"], powers @ arrays["0.weight"].T + arrays["0.bias"], atol=1e-4)


def test_data_without_axes_have_no_boundary():
    _, prober = after(small(), 1)
    assert prober.take(BoundaryProbe()).values == {}
    assert prober.take(NeuronMapsProbe()).values == {}


def test_neuron_maps_are_the_outputs_of_every_unit_over_the_plane():
    run, prober = after(on_the_plane(), 7)
    values = prober.take(NeuronMapsProbe(12)).values
    X = plane_inputs(values["axis0"], values["axis1"])
    np.testing.assert_allclose(values["input"], X.transpose(2, 0, 1), rtol=1e-6)
    for i, expected in enumerate(forward(get_arrays(run.net), X)):
        np.testing.assert_allclose(values[f"layer{i}"], expected.transpose(2, 0, 1), atol=2e-6)
    assert prober.take(NeuronMapsProbe(12, max_units=5)).values["layer0"].shape == (5, 12, 12)


def test_activations_are_those_of_the_named_samples():
    run, prober = after(on_the_plane(), 7)
    values = prober.take(ActivationsProbe("validation", (4, 0, 10**6))).values
    X = run.job.parts.validation.X[[4, 0]]
    np.testing.assert_array_equal(values["input"], X)
    for i, expected in enumerate(forward(get_arrays(run.net), X)):
        np.testing.assert_allclose(values[f"layer{i}"], expected, atol=2e-6)
    assert prober.take(ActivationsProbe("test", (0,))).values == {}


def test_weights_come_whole_or_only_as_figures():
    run, prober = after(on_the_plane(), 7)
    values, arrays = prober.take(WeightsProbe(max_size=20)).values, get_arrays(run.net)
    for name, array in arrays.items():
        np.testing.assert_allclose(values[f"{name}:norm"], np.linalg.norm(array), rtol=1e-5)
        np.testing.assert_allclose(values[f"{name}:mean_abs"], np.abs(array).mean(), rtol=1e-5)
        assert (name in values) == (array.size <= 20)
    np.testing.assert_array_equal(values["0.bias"], arrays["0.bias"])


@pytest.mark.parametrize("steps", [1, 2, 3, 5])
def test_gradients_are_those_that_autograd_finds_in_a_network_of_its_own(steps):
    experiment = small()
    run, prober = after(experiment, steps)
    train = run.job.parts.train
    blocks = nn.Dense(32, activation="relu", in_units=64), nn.Dense(10, in_units=32)
    hand = HandLoop(blocks, train.X.reshape(len(train), -1), train.y, batch_size=200, seed=7)
    with suppress(_Enough):
        while True:
            hand.epoch(before_step=lambda done: _stop_at(steps, done))
    expected = {name: p.grad().asnumpy() / 200 for name, p in hand.net._collect_params_with_prefix().items()}
    values = prober.take(GradientsProbe()).values
    for name, gradient in expected.items():
        np.testing.assert_allclose(values[name], gradient, rtol=1e-5, atol=1e-9)
        np.testing.assert_allclose(values[f"{name}:mean_abs"], np.abs(gradient).mean(), rtol=1e-4)
        np.testing.assert_allclose(values[f"{name}:norm"], np.linalg.norm(gradient), rtol=1e-4)


@pytest.mark.parametrize("optimizer", [{"kind": "sgd", "learning_rate": 0.5, "wd": 0.1}, {"kind": "adam"}])
def test_updates_are_the_differences_that_a_step_makes(optimizer):
    run = a_run(small(optimizer=optimizer))
    prober, events = Prober(run), run.events()
    for step in (2, 5):
        next(event for event in events if isinstance(event, BatchDone) and event.step == step - 1)
        before = get_arrays(run.net)
        assert prober.take(UpdatesProbe()) is None
        assert prober.take(UpdatesProbe()) is None
        next(event for event in events if isinstance(event, BatchDone))
        taken, after = prober.take(UpdatesProbe()), get_arrays(run.net)
        assert (taken.step, len(taken.values)) == (step, 2 * len(after))
        for name, array in after.items():
            expected = np.linalg.norm((array - before[name]).astype(float))
            np.testing.assert_allclose(taken.values[f"{name}:update"], expected, rtol=1e-5)
            np.testing.assert_allclose(taken.values[f"{name}:norm"], np.linalg.norm(before[name]), rtol=1e-5, atol=1e-9)


def test_there_are_no_gradients_before_the_first_step():
    _, prober = after(small(), 0)
    assert prober.take(GradientsProbe()).values == {}
    assert "0.weight:gradient:counts" not in prober.take(HistogramProbe()).values


def test_histograms_are_those_of_numpy():
    run, prober = after(on_the_plane(), 7)
    values = prober.take(HistogramProbe(bins=12, num_samples=50)).values
    found = get_arrays(run.net)
    gradients = prober.take(GradientsProbe()).values
    found |= {f"{name}:gradient": gradients[name] for name in found}
    activations = prober.take(ActivationsProbe("train", tuple(range(50)))).values
    found |= {name: activations[name] for name in ("layer0", "layer1", "layer2")}
    assert len(values) == 2 * len(found)
    for name, array in found.items():
        counts, edges = np.histogram(array, bins=12)
        np.testing.assert_array_equal(values[f"{name}:counts"], counts)
        np.testing.assert_allclose(values[f"{name}:edges"], edges, rtol=1e-6)


def test_a_histogram_leaves_out_what_is_no_number():
    run, prober = after(on_the_plane(), 1)
    run.net[0].bias.data()[0] = np.nan
    counts = prober.take(HistogramProbe()).values["0.bias:counts"]
    assert counts.sum() == 7


def test_the_trail_has_the_parameters_after_every_step():
    run = a_run(linear())
    prober, expected = Prober(run), [get_arrays(run.net)]
    for event in run.events():
        if isinstance(event, BatchDone):
            prober.trail.note()
            expected.append(get_arrays(run.net))
    values = prober.take(TrailProbe()).values
    np.testing.assert_array_equal(values["steps"], np.arange(len(expected)))
    for name in ("0.weight", "0.bias"):
        np.testing.assert_array_equal(values[name], np.stack([arrays[name] for arrays in expected]))


def test_a_long_trail_grows_thinner_and_ends_at_the_present(monkeypatch):
    monkeypatch.setattr("core.engine.trail._MAX_STEPS", 8)
    run = a_run(linear(training={"batch_size": 10, "num_epochs": 3}))
    prober = Prober(run)
    for event in run.events():
        if isinstance(event, BatchDone):
            prober.trail.note()
    values = prober.take(TrailProbe()).values
    np.testing.assert_array_equal(values["steps"], [0, 4, 8, 12, 16, 18])
    np.testing.assert_array_equal(values["0.bias"][-1], get_arrays(run.net)["0.bias"])


def test_a_large_network_has_no_trail():
    _, prober = after(on_the_plane(), 1)
    assert prober.take(TrailProbe()).values == {}


LAYERS = (TANH, DROPOUT, ELU, DROPOUT, DENSE)
IMAGE_LAYERS = (
    {"kind": "conv2d", "channels": 4, "kernel_size": 3, "activation": "relu"},
    {"kind": "batch_norm"},
    {"kind": "max_pool2d"},
    {"kind": "layer_norm"},
    DROPOUT,
    DENSE,
)


@pytest.mark.parametrize(
    "experiment",
    [on_the_plane(LAYERS), small([DENSE_RELU, DROPOUT, DENSE]), small(IMAGE_LAYERS), linear()],
    ids=["plane", "digits", "images", "linear"],
)
def test_training_goes_on_bit_for_bit_as_if_nobody_had_looked(experiment):
    untouched, expected = run_all(experiment)
    run, losses = a_run(experiment), []
    prober = Prober(run)
    for event in run.events():
        if isinstance(event, BatchDone):
            losses.append(event.loss)
            prober.trail.note()
        for probe in EVERY_PROBE:
            prober.take(probe)
    assert losses == [event.loss for event in batches(expected)]
    for name, array in get_arrays(untouched.net).items():
        np.testing.assert_array_equal(get_arrays(run.net)[name], array)


def test_looking_leaves_gradients_alone():
    run, prober = after(on_the_plane(LAYERS), 5)
    before = {name: p.grad().asnumpy() for name, p in run.net._collect_params_with_prefix().items()}
    for probe in EVERY_PROBE:
        prober.take(probe)
    for name, p in run.net._collect_params_with_prefix().items():
        np.testing.assert_array_equal(p.grad().asnumpy(), before[name])


def test_of_a_large_array_some_entries_of_all_columns_are_counted():
    run, prober = after(small([{"kind": "dense", "units": 40}, DENSE]), 3)
    weight = np.tile(np.arange(64, dtype=np.float32), (40, 1))  # each entry tells its column
    run.net[0].weight.set_data(nd.array(weight))
    values = prober.take(HistogramProbe(bins=64, max_counted=400)).values
    counts = values["0.weight:counts"]
    assert 300 < counts.sum() <= 400
    np.testing.assert_allclose(counts, counts.sum() / 64, atol=1)
    assert values["1.bias:counts"].sum() == 10


def test_rows_are_those_of_the_parameter_and_nearly_all_of_it_is_within_reach():
    run, prober = after(small(), 3)
    weight = get_arrays(run.net)["0.weight"]
    for first, count in ((0, 5), (30, 5), (99, 5)):
        values = prober.take(RowsProbe("0.weight", first, count)).values
        np.testing.assert_array_equal(values["rows"], weight[first : first + count])
        np.testing.assert_allclose(values["reach"], np.quantile(np.abs(weight), 0.995), rtol=1e-5)
    assert prober.take(RowsProbe("7.weight")).values == {}
    run.net[0].weight.set_data(nd.full((32, 64), np.nan))
    assert np.isnan(prober.take(RowsProbe("0.weight")).values["reach"])


@pytest.mark.parametrize("numbers", [[-3e38, 3e38, 1], [1e38] * 4, [-1e8] * 3, [0.0] * 5, [1e-40, 0]])
def test_numbers_at_the_ends_of_float32_are_counted_too(numbers):
    run, prober = after(on_the_plane(), 1)
    bias = np.resize(np.array(numbers, dtype=np.float32), 8)
    run.net[0].bias.set_data(nd.array(bias))
    values = prober.take(HistogramProbe(bins=6)).values
    counts, edges = values["0.bias:counts"], values["0.bias:edges"]
    assert counts.sum() == 8
    assert np.isfinite(edges).all()
    assert edges[0] <= bias.min() <= bias.max() <= edges[-1]
    assert (np.diff(edges) > 0).all()
