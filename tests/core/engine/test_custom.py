"""Layers from the user's own programs: made only after consent, tried, and checked line by line."""

from __future__ import annotations

import os

import numpy as np
import pytest

from core import programs
from core.engine import custom
from core.engine.custom import LayerError, look_at_layers, make_block
from core.engine.custom_check import COMPILES, GRADIENT, MADE, REPEATS, SHAPE, WEIGHTS, check_layer
from core.engine.mx import mx
from core.engine.network import build_network
from core.programs import Program
from core.stack import inspect_stack, untried_layers
from tests.core.engine.runs import end_of, run_all
from tests.own_layers import program, with_layer


@pytest.fixture(autouse=True)
def _afresh(monkeypatch):
    monkeypatch.setattr(custom, "SECONDS", 0.2)
    programs.forget_all()
    yield
    programs.forget_all()
    custom._classes.clear()


def test_nothing_is_made_without_consent(monkeypatch):
    monkeypatch.delenv("GLUON_LAB_RAN", raising=False)
    own = Program("own.py", b"import os\nos.environ['GLUON_LAB_RAN'] = '1'\nclass Own(Dense): pass")
    experiment = with_layer(own)
    look_at_layers(experiment)
    with pytest.raises(LayerError, match="have not agreed"):
        make_block(own.sha256, "Own")
    assert "have not agreed to run" in inspect_stack(experiment).layers[1].problem
    assert "GLUON_LAB_RAN" not in os.environ


ALL = [MADE, SHAPE, GRADIENT, COMPILES, REPEATS]


@pytest.mark.parametrize("name", ["doubled", "dense", "normed"])
def test_a_good_layer_passes_every_line(name):
    check = check_layer(program(name), "Own", (6,))
    assert [line.mark for line in check.lines] == ["passed"] * len(check.lines)
    assert [line.title for line in check.lines if line.title != WEIGHTS] == ALL
    assert (check.seen.problem, check.seen.hint, check.seen.hybridizes) == ("", "", True)
    assert check.seen.output_shape == ((7,) if name == "dense" else (6,))
    shapes = {p.name: (p.shape, p.trained) for p in check.seen.parameters}
    if name == "dense":
        assert shapes == {"weight": ((7, 6), True), "bias": ((7,), True)}
    if name == "normed":
        assert shapes["norm.running_var"] == ((6,), False)


@pytest.mark.parametrize(
    ("name", "title", "mark", "words"),
    [
        ("imperative", COMPILES, "noted", "a Block, not a HybridBlock"),
        ("unhybridizable", COMPILES, "noted", "line 11: AttributeError: 'Symbol' object has no attribute 'shape'"),
        ("noise", REPEATS, "failed", "Also outside of training"),
        ("numpy noise", REPEATS, "failed", "equal seeds will not give equal curves"),
        ("wrong gradient", GRADIENT, "failed", "not what differences say"),
        ("no gradient", GRADIENT, "failed", "No gradient comes back through it"),
    ],
)
def test_what_is_unusual_is_said_and_can_be_used(name, title, mark, words):
    check = check_layer(program(name), "Own", (6,))
    (found,) = [line for line in check.lines if line.title == title]
    assert found.mark == mark
    assert words in found.text
    assert check.seen.problem == ""
    assert check.seen.hint == (found.text if mark == "failed" else "")


@pytest.mark.parametrize(
    ("name", "title", "words"),
    [
        ("endless", MADE, "still not done after 0 seconds; perhaps a loop without an end."),
        ("raising", MADE, "raising.py, line 14: KeyError: 'mine'"),
        ("arguments", MADE, "Own() is called without arguments"),
        ("wrong shape", SHAPE, "the first axis must count the samples"),
        ("two outputs", SHAPE, "returns tuple instead of one NDArray"),
        ("not finite", SHAPE, "not finite"),
        ("failing gradient", GRADIENT, "Its way back fails"),
    ],
)
def test_what_cannot_be_used_ends_the_check_with_a_sentence(name, title, words):
    check = check_layer(program(name), "Own", (6,))
    assert (check.lines[-1].title, check.lines[-1].mark) == (title, "failed")
    assert words in check.lines[-1].text
    assert check.seen.problem == check.lines[-1].text


def test_pooling_of_images_passes():
    source = program("doubled").source.replace(b"2 * X", b"F.Pooling(X, kernel=(2, 2), stride=(2, 2))")
    check = check_layer(Program("own.py", source), "Own", (3, 8, 8))
    assert (check.seen.problem, check.seen.hint, check.seen.output_shape) == ("", "", (3, 4, 4))


def test_a_class_that_is_not_there_is_named():
    check = check_layer(program("doubled"), "Other", (6,))
    assert check.seen.problem == "doubled.py has no class Other that is made from Block or HybridBlock."


def test_a_small_mistake_in_one_parameter_s_gradient_is_found():
    source = program("dense").source.decode().replace("X, weight, bias,", "X, weight, bias + 0.2 * F.BlockGrad(bias),")
    check = check_layer(Program("own.py", source.encode()), "Own", (6,))
    assert check.seen.hint.endswith("in a direction of bias.")


def test_looking_changes_no_random_numbers():
    mx.random.seed(7)
    expected = mx.nd.random.normal(shape=(3,)).asnumpy()
    mx.random.seed(7)
    experiment = with_layer(program("doubled"))
    programs.agree(program("doubled"))
    look_at_layers(experiment)
    np.testing.assert_array_equal(mx.nd.random.normal(shape=(3,)).asnumpy(), expected)


def test_shapes_behind_a_layer_are_known_when_it_was_tried_and_it_trains():
    own = program("dense")
    experiment = with_layer(own)
    assert untried_layers(experiment) == ()
    programs.agree(own)
    assert [shape for _, shape in untried_layers(experiment)] == [(6,)]
    assert inspect_stack(experiment).problems[-1].endswith("Own was not yet tried on inputs of this shape.")
    look_at_layers(experiment)
    assert untried_layers(experiment) == ()
    stack = inspect_stack(experiment)
    assert stack.problems == ()
    assert [layer.output_shape for layer in stack.layers] == [(6,), (7,), (2,)]
    assert stack.num_parameters == 2 * 6 + 6 + 6 * 7 + 7 + 7 * 2 + 2
    first, second = (end_of(run_all(experiment)[1]) for _ in range(2))
    assert first.reason == "finished"
    assert first.validation_loss == second.validation_loss


@pytest.mark.parametrize("kind", ["xavier", "msra_prelu", "orthogonal"])
def test_a_vector_that_the_initialiser_cannot_draw_is_told_before_the_start(kind):
    own = program("vector")
    programs.agree(own)
    experiment = with_layer(own, initializer={"kind": kind})
    look_at_layers(experiment)
    (problem,) = inspect_stack(experiment).problems
    words = "draws arrays with two axes or more, not such of the shape (6,). Choose another initialiser."
    assert problem.startswith(f"Layer 2 (Custom), parameter scale: {experiment.initializer.title} {words}")
    # MXNet refuses it indeed.
    with pytest.raises((ValueError, mx.MXNetError)):
        build_network(experiment)
    assert inspect_stack(with_layer(own, initializer={"kind": "uniform"})).problems == ()


def test_a_vector_with_an_init_of_its_own_takes_any_initialiser():
    own = program("vector with init")
    programs.agree(own)
    experiment = with_layer(own, initializer={"kind": "xavier"}, training={"num_epochs": 1, "batch_size": 50})
    look_at_layers(experiment)
    assert inspect_stack(experiment).problems == ()
    assert end_of(run_all(experiment)[1]).reason == "finished"
