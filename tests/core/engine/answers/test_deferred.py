"""What MXNet does with the small network, against NumPy, differences and a closed form."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.engine.answers import ANSWERERS
from core.engine.mx import mx
from core.explorers.deferred import (
    ACCESSES,
    INITIALIZERS,
    DeferredSetup,
    Look,
    access_code,
    draw,
    followed,
    misfit,
)
from core.explorers.deferred_program import deferred_program
from core.explorers.setup import SetupError, changed


def setup_of(**values):
    return changed(DeferredSetup(), followed(DeferredSetup(), values))


def look(**values):
    setup = setup_of(**values)
    return setup, answered(setup)


def answered(setup):
    *_, looked = ANSWERERS[Look](Look(setup))
    return looked


def dense(*sizes):
    return [{"units": units, "in_units": in_units, "activation": kind} for units, in_units, kind in sizes]


def through(setup, weights, X):
    """Return the outputs in float64."""
    functions = {"relu": lambda z: np.maximum(z, 0), "tanh": np.tanh, "none": lambda z: z}
    for layer, (weight, bias) in zip(setup.layers, weights, strict=True):
        X = functions[layer.activation](X @ weight.T + bias)
    return X


def inputs(setup):
    return np.random.RandomState(0).normal(size=setup.X_shape)


def parameters(setup, looked):
    kinds = ("weight", "bias")
    return [[looked.row_of(f"{i}.{k}").values.astype(float) for k in kinds] for i in range(len(setup.layers))]


def test_shapes_and_numbers_come_step_by_step():
    _, looked = look()
    assert [row.shape for row in looked.rows] == [(4, 0), (4,), (3, 0), (3,)]
    assert not any(row.deferred or row.values is not None for row in looked.rows)
    _, looked = look(stage="initialized")
    assert [row.deferred for row in looked.rows] == [True, False, True, False]
    setup, looked = look(stage="forward", X_shape=[6, 7])
    assert [row.shape for row in looked.rows] == [(4, 7), (4,), (3, 4), (3,)]
    np.testing.assert_allclose(looked.outputs, through(setup, parameters(setup, looked), inputs(setup)), rtol=1e-4)


def test_with_in_units_nothing_waits():
    _, looked = look(stage="initialized", layers=dense((4, 5, "relu"), (3, 4, "none")))
    assert all(row.values is not None for row in looked.rows)


@pytest.mark.parametrize("kind", INITIALIZERS)
def test_initialisers_have_the_spread_that_gluon_has(kind):
    values = draw(kind, (200, 300), np.random.RandomState(1))
    expected = {
        "normal": 0.01,
        "uniform": 0.07 / 3**0.5,
        "xavier": (3 / 250 / 3) ** 0.5,
        "msra_prelu": (2 / (1 + 0.25**2) / 250) ** 0.5,
        "constant": 0.0,
        "zero": 0.0,
        # Half of what is uniform in [-10, 10] is kept: the mean square is the integral of x²/20 from 5 to 10, twice.
        "own": ((1000 - 125) / 30) ** 0.5,
    }[kind]
    assert values.std() == pytest.approx(expected, rel=0.02)
    _, looked = look(stage="forward", initializer=kind)
    weights = [draw(kind, shape, random) for random in [np.random.RandomState(0)] for shape in ((4, 5), (3, 4))]
    for i, weight in enumerate(weights):
        np.testing.assert_allclose(looked.row_of(f"{i}.weight").values, weight, rtol=1e-6)


def test_initialised_again_with_and_without_force():
    _, first = look(stage="forward", initializer="xavier")
    again = {"stage": "forward", "previous": "xavier", "reinit": 1, "initializer": "own"}
    _, second = look(**again)
    weights = [looked.row_of("0.weight") for looked in (first, second)]
    np.testing.assert_array_equal(weights[1].before, weights[0].values)
    assert np.abs(weights[1].values).max() >= 5
    _, third = look(**again, ignored="zero")
    np.testing.assert_array_equal(third.row_of("0.weight").values, weights[1].values)
    assert "already initialized" in third.told


def test_gradients_of_shared_parameters_are_the_sums_of_both_uses():
    layers = dense((4, 0, "tanh"), (4, 0, "tanh"), (2, 0, "none"))
    setup, looked = look(layers=layers, X_shape=[3, 4], shared=True, stage="forward", initializer="xavier")
    assert setup == setup_of(layers=layers, shared=True, stage="forward", initializer="xavier", X_shape=[3, 4])
    assert setup_of(layers=layers, shared=True).X_shape == (2, 4)
    assert [row.uses for row in looked.rows[:2]] == [("0.weight", "1.weight"), ("0.bias", "1.bias")]
    weights, step = parameters(setup, looked), 1e-5
    for position, kind in enumerate(("weight", "bias")):
        found = looked.sums[kind]
        assert found.is_sum
        for uses, gradient in (((0,), found.first), ((1,), found.second), ((0, 1), found.total)):
            numeric = np.zeros_like(gradient)
            for index in np.ndindex(*gradient.shape):
                ends = []
                for sign in (1, -1):
                    moved = [[array.copy() for array in pair] for pair in weights]
                    for use in uses:
                        moved[use][position][index] += sign * step
                    ends.append(through(setup, moved, inputs(setup)).sum())
                numeric[index] = (ends[0] - ends[1]) / (2 * step)
            np.testing.assert_allclose(gradient, numeric, rtol=1e-3, atol=1e-4)


def test_an_edit_shows_wherever_the_parameter_is_used():
    for shared in (True, False):
        layers = dense((4, 0, "relu"), (4, 0, "relu"))
        _, looked = look(layers=layers, X_shape=[2, 4], shared=shared, stage="forward", edit=[1, 2, 7.5, 0, 0, -2])
        values = [looked.row_of(f"{i}.weight").values for i in range(2)]
        assert (values[0][1, 2], values[0][0, 0]) == (7.5, -2)
        assert (values[1][1, 2] == 7.5) == shared


@pytest.mark.parametrize("access", ACCESSES)
@pytest.mark.parametrize("stage", ["constructed", "initialized", "forward"])
def test_accesses_are_answered_or_refused(access, stage):
    setup, looked = look(stage=stage, access=access, pattern=".*bias")
    assert bool(looked.text) != bool(looked.access_refusal)
    refused = access in ("data", "grad") and stage != "forward"
    assert bool(looked.access_refusal) == refused
    if refused:
        error = "RuntimeError" if stage == "constructed" else "DeferredInitializationError"
        assert looked.access_refusal.startswith(error)
    if access == "pattern":
        assert "weight" not in looked.text
    assert access_code(setup, access).startswith("net")


sizes = st.integers(1, 4)
stacks = st.lists(st.tuples(sizes, st.sampled_from([0, 0, 2, 3]), st.just("none")), min_size=1, max_size=4)


@settings(max_examples=25, deadline=None)
@given(stacks, sizes, st.one_of(st.just([]), sizes.map(lambda d: [1, d])), st.booleans())
def test_our_sentences_come_just_when_mxnet_refuses(stack, width, later, shared):
    values = {"layers": dense(*stack), "X_shape": [2, width], "next_shape": later, "shared": shared}
    try:
        setup = changed(DeferredSetup(), values | {"stage": "forward"})
    except SetupError as error:
        assert str(error).endswith(".")
        return
    looked = answered(setup)
    expected = misfit(setup, setup.X_shape, setup.next_shape)
    assert bool(looked.forward_refusal) == bool(expected)
    assert not looked.forward_refusal.startswith("MXNet")


def test_neither_random_numbers_nor_names_of_a_run_notice_anything():
    def seen():
        mx.random.seed(3)
        before = mx.nd.random.normal(shape=2).asnumpy().tolist()
        number = int(re.search(r"\d+", mx.gluon.nn.Dense(1).name).group())
        return before, number, mx.nd.random.normal(shape=2).asnumpy().tolist()

    first = seen()
    mx.random.seed(3)
    mx.nd.random.normal(shape=2)
    number = int(re.search(r"\d+", mx.gluon.nn.Dense(1).name).group())
    look(stage="forward", shared=True, initializer="own", reinit=2, previous="xavier", ignored="zero")
    assert int(re.search(r"\d+", mx.gluon.nn.Dense(1).name).group()) == number + 1
    assert mx.nd.random.normal(shape=2).asnumpy().tolist() == first[2]


def test_the_program_does_the_same():
    setup, looked = look(
        layers=dense((4, 0, "relu"), (4, 0, "none"), (2, 4, "none")),
        X_shape=[2, 4],
        shared=True,
        stage="forward",
        reinit=1,
        previous="uniform",
        initializer="constant",
        ignored="own",
        edit=[0, 1, 3],
        access="pattern",
        pattern=".*bias",
    )
    names = {}
    with pytest.warns(UserWarning, match="already initialized"):
        exec(deferred_program(setup), names)  # noqa: S102 - our own program
    np.testing.assert_array_equal(names["net"][1].weight.data().asnumpy(), looked.row_of("1.weight").values)


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([*DeferredSetup.model_fields, "x"]),
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(-2, 20),
            st.text(max_size=5),
            st.sampled_from(["forward", "xavier", "1.bias", "data"]),
            st.lists(st.integers(-1, 5), max_size=4),
            st.lists(st.dictionaries(st.sampled_from(["units", "in_units"]), st.integers(0, 4)), max_size=5),
        ),
        max_size=5,
    )
)
def test_whatever_is_set_gives_an_answer_or_a_sentence(values):
    try:
        setup = changed(DeferredSetup(), followed(DeferredSetup(), values))
    except SetupError as error:
        assert str(error).endswith((".", "?"))
        return
    answered(setup)
