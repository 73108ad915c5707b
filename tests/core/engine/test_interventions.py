"""Weights changed by hand and units switched off, in training and prediction, against NumPy and autograd."""

from __future__ import annotations

import numpy as np
import pytest

from core.engine.interventions import set_weight, switch_unit
from core.engine.parameters import get_arrays
from core.engine.probes import Prober
from core.errors import ParametersError
from core.events import BatchDone, UnitSwitched, WeightSet
from core.probes import ActivationsProbe, GradientsProbe, WeightsProbe
from tests.core.engine.runs import DENSE, DENSE_RELU, DROPOUT, a_run, batches, run_all, small

ELU = {"kind": "dense", "units": 6, "activation": "elu"}


def softmax(logits):
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def answers(arrays, X, off=()):
    """Return the probabilities of a network ELU, Dense whose hidden units ``off`` say 0."""
    Z = X @ arrays["0.weight"].T + arrays["0.bias"]
    hidden = np.where(Z > 0, Z, np.expm1(Z))
    hidden[:, list(off)] = 0
    return softmax(hidden @ arrays["2.weight"].T + arrays["2.bias"])


def first_inputs(run, n=20):
    return run.job.parts.train.X[:n].reshape(n, -1)


def test_a_weight_is_set_and_what_was_there_is_told():
    run = a_run(small())
    before = get_arrays(run.net)
    assert set_weight(run, "0.weight", (3, 5), 2.5) == WeightSet(
        1, 0, "0.weight", (3, 5), float(before["0.weight"][3, 5]), 2.5
    )
    before["0.weight"][3, 5] = 2.5
    for name, array in get_arrays(run.net).items():
        np.testing.assert_array_equal(array, before[name])


def test_training_and_prediction_go_on_from_the_weight_that_was_set():
    run = a_run(small([ELU, DENSE]))
    events = run.events()
    next(event for event in events if isinstance(event, BatchDone))
    set_weight(run, "0.bias", (2,), 4.0)
    arrays = get_arrays(run.net)
    np.testing.assert_allclose(
        run.predict(run.job.parts.train)[:20], answers(arrays, first_inputs(run)), rtol=1e-4, atol=1e-6
    )
    next(event for event in events if isinstance(event, BatchDone))
    gradient = Prober(run).take(GradientsProbe()).values["0.bias"]
    np.testing.assert_allclose(get_arrays(run.net)["0.bias"], arrays["0.bias"] - 0.5 * gradient, rtol=1e-5)


@pytest.mark.parametrize(
    ("name", "index", "value"),
    [
        ("7.weight", (0, 0), 1.0),
        ("0.weight", (0,), 1.0),
        ("0.weight", (32, 0), 1.0),
        ("0.weight", (-1, 0), 1.0),
        ("0.weight", (0, 0), float("nan")),
        ("0.weight", (0, 0), 1e39),
    ],
)
def test_a_weight_that_is_not_there_or_no_number_changes_nothing(name, index, value):
    run = a_run(small())
    before = get_arrays(run.net)
    with pytest.raises(ParametersError, match=r"\.$"):
        set_weight(run, name, index, value)
    for name, array in get_arrays(run.net).items():
        np.testing.assert_array_equal(array, before[name])


def test_a_unit_that_is_switched_off_says_0_until_it_is_switched_on_again():
    run = a_run(small([ELU, DENSE]))
    arrays, X = get_arrays(run.net), first_inputs(run)
    assert switch_unit(run, 0, 2, False) == UnitSwitched(1, 0, 0, 2, False)
    switch_unit(run, 0, 4, False)
    np.testing.assert_allclose(run.predict(run.job.parts.train)[:20], answers(arrays, X, (2, 4)), rtol=1e-4, atol=1e-6)
    seen = Prober(run).take(ActivationsProbe(positions=tuple(range(20)))).values["layer0"]
    assert not seen[:, [2, 4]].any()
    assert Prober(run).take(WeightsProbe()).values["layer0:off"].tolist() == [2, 4]
    assert seen[:, [0, 1, 3, 5]].any(axis=0).all()
    switch_unit(run, 0, 2, True)
    np.testing.assert_allclose(run.predict(run.job.parts.train)[:20], answers(arrays, X, (4,)), rtol=1e-4, atol=1e-6)


def test_nothing_is_learned_by_a_unit_that_is_switched_off():
    run = a_run(small([ELU, DROPOUT, DENSE]))
    events = run.events()
    next(event for event in events if isinstance(event, BatchDone))
    switch_unit(run, 0, 3, False)
    before = get_arrays(run.net)
    next(event for event in events if isinstance(event, BatchDone) and event.step == 4)
    after = get_arrays(run.net)
    np.testing.assert_array_equal(after["0.weight"][3], before["0.weight"][3])
    np.testing.assert_array_equal(after["3.weight"][:, 3], before["3.weight"][:, 3])
    assert (after["0.weight"][2] != before["0.weight"][2]).any()


def test_the_loss_while_training_is_that_without_the_unit():
    experiment = small([ELU, DENSE], training={"batch_size": 539, "num_epochs": 1})
    run = a_run(experiment)
    switch_unit(run, 0, 1, False)
    train = run.job.parts.train
    probabilities = answers(get_arrays(run.net), train.X.reshape(len(train), -1), (1,))
    expected = -np.log(probabilities[np.arange(len(train)), train.y]).mean()
    first = next(event for event in run.events() if isinstance(event, BatchDone))
    assert first.loss == pytest.approx(expected, rel=1e-5)


def test_a_unit_switched_off_and_on_leaves_training_as_it_was():
    experiment = small([DENSE_RELU, DROPOUT, DENSE])
    _, expected = run_all(experiment)
    run = a_run(experiment)
    switch_unit(run, 0, 1, False)
    switch_unit(run, 0, 1, True)
    assert [event.loss for event in batches(list(run.events()))] == [event.loss for event in batches(expected)]


@pytest.mark.parametrize(("layer", "unit"), [(2, 0), (0, 6), (-1, 0), (0, -1)])
def test_a_unit_that_is_not_there_is_refused(layer, unit):
    run = a_run(small([ELU, DENSE]))
    with pytest.raises(ParametersError, match="no unit"):
        switch_unit(run, layer, unit, False)


def test_a_channel_of_an_image_is_switched_off_as_a_whole():
    conv = {"kind": "conv2d", "channels": 4, "kernel_size": 3, "activation": "relu"}
    run = a_run(small([conv, DENSE]))
    before = Prober(run).take(ActivationsProbe(positions=(0, 1))).values["layer0"]
    switch_unit(run, 0, 2, False)
    after = Prober(run).take(ActivationsProbe(positions=(0, 1))).values["layer0"]
    assert before[:, 2].any()
    before[:, 2] = 0
    np.testing.assert_array_equal(after, before)
