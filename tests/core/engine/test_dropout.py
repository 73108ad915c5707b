"""The masks of Dropout are those of training, which goes on bit for bit as if nobody had looked."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import binom

from core.engine.parameters import get_arrays
from core.engine.probes import Prober
from core.events import BatchDone
from core.experiment import live_settings
from core.probes import MasksProbe
from tests.core.engine.runs import DENSE, a_run, batches, run_all, small
from tests.core.engine.test_probes import IMAGE_LAYERS

RELU = {"kind": "dense", "units": 32, "activation": "relu"}
LAYERS = (
    {"kind": "dropout", "rate": 0.1},
    RELU,
    {"kind": "dropout", "rate": 0.2},
    RELU,
    {"kind": "dropout", "rate": 0.5},
    DENSE,
)
RATES = {0: 0.1, 2: 0.2, 4: 0.5}
PROBE = MasksProbe(max_samples=1000, max_units=1000)


def steps_of(run):
    return (event for event in run.events() if isinstance(event, BatchDone))


def looked_into(experiment, steps=3):
    """Return a run whose masks were seen from its second step on."""
    run = a_run(experiment)
    prober, events = Prober(run), steps_of(run)
    next(events)
    prober.take(PROBE)
    for _ in range(steps - 1):
        next(events)
    return run, prober


@pytest.mark.parametrize(
    "experiment",
    [
        small(LAYERS),
        small(IMAGE_LAYERS),
        small(LAYERS, optimizer={"kind": "adam"}, penalty={"l2": 0.01}),
    ],
    ids=["digits", "images", "adam"],
)
def test_training_goes_on_bit_for_bit_while_masks_are_seen(experiment):
    untouched, expected = run_all(experiment)
    run, losses, drawn = a_run(experiment), [], 0
    prober = Prober(run)
    for event in run.events():
        if isinstance(event, BatchDone):
            losses.append(event.loss)
            # Looking begins, ends, and begins again.
            if event.step == 3:
                prober.watch(())
                continue
            prober.watch((PROBE,))
            drawn += "drawn" in prober.take(PROBE).values
    assert drawn == 2
    assert losses == [event.loss for event in batches(expected)]
    for name, array in get_arrays(untouched.net).items():
        np.testing.assert_array_equal(get_arrays(run.net)[name], array)


def test_masks_are_those_of_the_last_step():
    """What NumPy computes with them from the inputs of each layer is what the next one got."""
    run = a_run(small(LAYERS))
    prober, events = Prober(run), steps_of(run)
    next(events)
    prober.take(PROBE)
    parameters = get_arrays(run.net)
    next(events)
    values = prober.take(PROBE).values
    assert "drawn" not in values
    first = values["layer0:input"] * values["layer0:mask"]
    hidden = np.maximum(first @ parameters["1.weight"].T + parameters["1.bias"], 0)
    np.testing.assert_allclose(values["layer2:input"], hidden, atol=1e-5)
    second = hidden * values["layer2:mask"]
    hidden = np.maximum(second @ parameters["3.weight"].T + parameters["3.bias"], 0)
    np.testing.assert_allclose(values["layer4:input"], hidden, atol=1e-5)
    train = run.job.parts.train
    pixels = train.X.reshape(len(train), -1)
    pixels = pixels / 255 if train.X.dtype == np.uint8 else pixels
    np.testing.assert_allclose(values["layer0:input"], pixels[run.seen.indices.asnumpy().astype(int)], atol=1e-6)


def test_the_loss_of_the_step_is_the_one_that_the_masks_give():
    run = a_run(small(LAYERS))
    prober, events = Prober(run), steps_of(run)
    next(events)
    prober.take(PROBE)
    parameters = get_arrays(run.net)
    loss = next(events).loss
    values = prober.take(PROBE).values
    outputs = (values["layer4:input"] * values["layer4:mask"]) @ parameters["5.weight"].T + parameters["5.bias"]
    labels = run.job.parts.train.y[run.seen.indices.asnumpy().astype(int)]
    largest = outputs.max(axis=1)
    log_sums = largest + np.log(np.exp(outputs - largest[:, None]).sum(axis=1))
    np.testing.assert_allclose(loss, (log_sums - outputs[np.arange(len(labels)), labels]).mean(), rtol=1e-5)


@pytest.mark.parametrize("drawn", [False, True], ids=["of training", "drawn"])
def test_masks_drop_as_many_as_the_rate_says_and_scale_the_others(drawn):
    run, prober = looked_into(small(LAYERS))
    if drawn:
        run.seen = None
    values = prober.take(PROBE).values
    assert ("drawn" in values) == drawn
    for layer, rate in RATES.items():
        mask = values[f"layer{layer}:mask"]
        np.testing.assert_allclose(np.unique(mask), [0, 1 / (1 - rate)], rtol=1e-6)
        entries, dropped = int(values[f"layer{layer}:entries"]), int(values[f"layer{layer}:dropped"])
        assert (entries, dropped) == (mask.size, int((mask == 0).sum()))
        low, high = binom.interval(1 - 1e-6, entries, rate)
        assert low <= dropped <= high
        np.testing.assert_allclose(values[f"layer{layer}:rate"], rate, rtol=1e-6)


def test_the_expectation_of_outputs_is_the_input():
    run, prober = looked_into(small(LAYERS), steps=2)
    sums, count = 0.0, 0
    for step in range(300):
        run.step, run.seen = step, None
        mask = prober.take(PROBE).values["layer4:mask"]
        sums, count = sums + mask, count + 1
    # The variance of an entry of the mask is p / (1 − p) = 1.
    assert abs((sums / count).mean() - 1) < 5 / np.sqrt(count * mask.size)
    assert np.abs(sums / count - 1).max() < 6 / np.sqrt(count)


def test_in_prediction_all_gets_through():
    run, prober = looked_into(small(LAYERS))
    values, parameters = prober.take(PROBE).values, get_arrays(run.net)
    np.testing.assert_array_equal(values["layer0:predicted"], values["layer0:input"])
    hidden = np.maximum(values["layer0:input"] @ parameters["1.weight"].T + parameters["1.bias"], 0)
    np.testing.assert_allclose(values["layer2:predicted"], hidden, atol=1e-5)


def test_rates_that_change_live_are_seen_with_the_next_step():
    run = a_run(small(LAYERS))
    prober, events = Prober(run), steps_of(run)
    next(events)
    prober.take(PROBE)
    run.change(replace(live_settings(run.experiment), dropout_rates=(0.0, 0.7, 0.5)))
    next(events)
    values = prober.take(PROBE).values
    np.testing.assert_array_equal(values["layer0:mask"], 1)
    np.testing.assert_allclose(np.unique(values["layer2:mask"]), [0, 1 / 0.3], rtol=1e-5)
    np.testing.assert_allclose(values["layer2:rate"], 0.7, rtol=1e-6)


def test_of_large_batches_and_layers_a_part_is_shown():
    _, prober = looked_into(small(LAYERS))
    values = prober.take(MasksProbe(max_samples=5, max_units=7)).values
    assert values["layer0:mask"].shape == values["layer4:input"].shape == values["layer2:predicted"].shape == (5, 7)
    assert values["layer0:entries"] == 139 * 64


def test_without_dropout_there_is_nothing_and_nothing_is_kept():
    run, prober = looked_into(small())
    assert prober.take(PROBE).values == {}
    assert not run.net.shows_masks


def test_only_the_last_masks_are_kept_when_nobody_looks_any_more():
    run, prober = looked_into(small(LAYERS))
    last = prober.take(PROBE).values
    prober.watch(())
    assert not run.net.shows_masks
    again = prober.take(PROBE).values
    assert "drawn" not in again, "no other step was made"
    np.testing.assert_array_equal(again["layer0:mask"], last["layer0:mask"])
