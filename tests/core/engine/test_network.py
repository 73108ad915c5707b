"""Networks against stock Gluon ones, formulas and closed forms."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats
from sklearn.metrics import top_k_accuracy_score

from core.engine.metrics import Meter
from core.engine.mx import mx
from core.engine.network import Step, build_loss, build_network, build_trainer, set_dropout_rates, weight_norm
from core.engine.parameters import get_arrays
from core.stack import gluon_parameter_shapes, inspect_stack
from tests.core.engine.runs import DENSE, DENSE_RELU, DROPOUT, small

nd, nn = mx.nd, mx.gluon.nn

WIDE = ({"kind": "dense", "units": 400}, {"kind": "dense", "units": 600}, DENSE)


def names_and_shapes(net):
    return {name: tuple(p.shape) for name, p in net._collect_params_with_prefix().items()}


def test_blocks_shapes_and_names_are_those_of_the_stock_network():
    experiment = small([{"kind": "flatten"}, DENSE_RELU, DROPOUT, {"kind": "activation", "function": "tanh"}, DENSE])
    stock = nn.HybridSequential()
    stock.add(nn.Flatten(), nn.Dense(32, activation="relu"), nn.Dropout(0.3), nn.Activation("tanh"), nn.Dense(10))
    stock.initialize()
    stock(nd.zeros((1, 1, 8, 8)))

    net = build_network(experiment)

    assert names_and_shapes(net) == names_and_shapes(stock)
    assert [type(block) for block in net] == [type(block) for block in stock]
    assert list(names_and_shapes(net)) == ["1.weight", "1.bias", "4.weight", "4.bias"]
    assert net[2]._rate == 0.3


def test_no_parameter_waits_for_its_shape():
    parameters = build_network(small()).collect_params().values()
    assert all(not parameter._deferred_init and parameter._data is not None for parameter in parameters)


def test_a_dense_without_bias_has_none():
    assert list(names_and_shapes(build_network(small([{**DENSE, "use_bias": False}])))) == ["0.weight"]


@pytest.mark.parametrize("activation", ["relu", "sigmoid", "tanh", "softrelu", "softsign"])
def test_an_activation_that_dense_knows_stays_inside_it(activation):
    net = build_network(small([{"kind": "dense", "units": 4, "activation": activation}, DENSE]))
    assert [type(block).__name__ for block in net] == ["Dense", "Dense"]


@pytest.mark.parametrize(
    ("activation", "block"),
    [("leaky_relu", "LeakyReLU"), ("elu", "ELU"), ("selu", "SELU"), ("gelu", "GELU"), ("swish", "Swish")],
)
def test_an_activation_that_dense_does_not_know_gets_a_block(activation, block):
    net = build_network(small([{"kind": "dense", "units": 4, "activation": activation}, DENSE]))
    assert [type(child).__name__ for child in net] == ["Dense", block, "Dense"]
    assert names_and_shapes(net).keys() == {"0.weight", "0.bias", "2.weight", "2.bias"}


def test_names_and_shapes_are_known_before_anything_is_built():
    gelu, swish = {"kind": "dense", "units": 4, "activation": "gelu"}, {"kind": "activation", "function": "swish"}
    experiment = small([{"kind": "flatten"}, gelu, DROPOUT, swish, {**DENSE_RELU, "use_bias": False}, gelu, DENSE])
    assert names_and_shapes(build_network(experiment)) == gluon_parameter_shapes(experiment)


def test_the_parameter_count_is_the_one_of_the_stack_report():
    experiment = small([DENSE_RELU, {"kind": "dense", "units": 7, "use_bias": False}, DROPOUT, DENSE])
    count = sum(array.size for array in get_arrays(build_network(experiment)).values())
    assert count == inspect_stack(experiment).num_parameters == 64 * 32 + 32 + 32 * 7 + 7 * 10 + 10


def second_weight(**initializer):
    arrays = get_arrays(build_network(small(WIDE, initializer=initializer)))
    assert all(not arrays[name].any() for name in arrays if name.endswith("bias"))
    return arrays["1.weight"].ravel().astype(float)


def assert_standard_deviation(weights, sigma):
    """The standard deviation of n draws has a standard error below sigma / sqrt(2 n) for both distributions here."""
    assert weights.std() == pytest.approx(sigma, rel=4 / math.sqrt(2 * len(weights)))
    assert abs(weights.mean()) < 4 * sigma / math.sqrt(len(weights))


@pytest.mark.parametrize("sigma", [0.01, 0.5])
def test_normal_weights_have_the_chosen_sigma(sigma):
    weights = second_weight(kind="normal", sigma=sigma)
    assert_standard_deviation(weights, sigma)
    assert stats.kstest(weights / sigma, "norm").statistic < 0.01


def test_uniform_weights_fill_the_interval():
    weights = second_weight(kind="uniform", scale=0.3)
    assert np.abs(weights).max() == pytest.approx(0.3, rel=1e-3)
    assert_standard_deviation(weights, 0.3 / math.sqrt(3))


@pytest.mark.parametrize(("factor_type", "factor"), [("avg", 500), ("in", 400), ("out", 600)])
@pytest.mark.parametrize("magnitude", [3.0, 2.0])
def test_xavier_weights_have_the_standard_deviation_of_the_formula(factor_type, factor, magnitude):
    gaussian = second_weight(kind="xavier", rnd_type="gaussian", factor_type=factor_type, magnitude=magnitude)
    assert_standard_deviation(gaussian, math.sqrt(magnitude / factor))
    uniform = second_weight(kind="xavier", rnd_type="uniform", factor_type=factor_type, magnitude=magnitude)
    assert_standard_deviation(uniform, math.sqrt(magnitude / factor / 3))
    assert np.abs(uniform).max() <= math.sqrt(magnitude / factor)


def test_zero_weights_are_zero():
    assert not second_weight(kind="zero").any()


def test_the_seed_decides_the_weights():
    first, same, other = (get_arrays(build_network(small(training={"seed": seed}))) for seed in (3, 3, 4))
    for name in first:
        np.testing.assert_array_equal(first[name], same[name])
    assert not np.array_equal(first["0.weight"], other["0.weight"])


@pytest.mark.parametrize("wd_on", ["weights", "weights_and_biases"])
def test_weight_decay_reaches_what_it_should(wd_on):
    net = build_network(small())
    build_trainer(small(optimizer={"kind": "sgd", "wd": 0.1, "wd_on": wd_on}), net)
    multipliers = {name: p.wd_mult for name, p in net._collect_params_with_prefix().items()}
    on_biases = 1.0 if wd_on == "weights_and_biases" else 0.0
    assert multipliers == {"0.weight": 1.0, "0.bias": on_biases, "1.weight": 1.0, "1.bias": on_biases}


@pytest.mark.parametrize(
    ("momentum", "wd", "batch_size"), [(0.0, 0.0, 256), (0.0, 0.03, 10), (0.9, 0.0, 7), (0.5, 3.0, 32)]
)
def test_the_quick_sgd_is_gluons_sgd_bit_for_bit(momentum, wd, batch_size):
    optimizer = {"kind": "sgd", "learning_rate": 0.07, "momentum": momentum, "wd": wd, "wd_on": "weights_and_biases"}
    # The first layer is large enough to be updated on its own, the second is not.
    layers = [{"kind": "dense", "units": 300}, DENSE]
    experiment = small(layers, optimizer=optimizer, initializer={"kind": "normal", "sigma": 1.0})
    net, stock = build_network(experiment), build_network(experiment)
    trainer = build_trainer(experiment, net)
    options = {"learning_rate": 0.07, "momentum": momentum, "wd": wd}
    stock_trainer = mx.gluon.Trainer(stock.collect_params(), "sgd", options)
    X = nd.random.normal(shape=(5, 64))
    for _ in range(4):
        for network, its_trainer in ((net, trainer), (stock, stock_trainer)):
            with mx.autograd.record():
                loss = (network(X) ** 2).mean(axis=1)
            loss.backward()
            its_trainer.step(batch_size)
    for name, array in get_arrays(stock).items():
        np.testing.assert_array_equal(get_arrays(net)[name], array, err_msg=name)


def test_dropout_rates_are_set_in_the_order_of_the_stack():
    experiment = small([DROPOUT, DENSE_RELU, DROPOUT, DENSE])
    net = build_network(experiment)
    set_dropout_rates(net, experiment, (0.1, 0.9))
    assert [block._rate for block in net if isinstance(block, nn.Dropout)] == [0.1, 0.9]


def a_step(experiment, net, penalised="weights"):
    return Step(net, build_loss(experiment), Meter(experiment.data.facts(), experiment.loss), 30, penalised)


def test_a_step_gives_losses_their_mean_right_answers_and_outputs():
    experiment = small()
    net = build_network(experiment)
    X, y = nd.random.normal(shape=(30, 1, 8, 8)), nd.array(np.arange(30) % 10)
    losses, sums, its_outputs = a_step(experiment, net)(X, y)

    outputs = net(X).asnumpy().astype(float)
    log_probabilities = outputs - np.log(np.exp(outputs).sum(axis=1, keepdims=True))
    expected = -log_probabilities[np.arange(30), np.arange(30) % 10]
    np.testing.assert_allclose(losses.asnumpy(), expected, rtol=1e-5)
    mean, hits, top3 = sums.asnumpy()
    assert mean == pytest.approx(expected.mean(), rel=1e-5)
    assert hits == (outputs.argmax(axis=1) == np.arange(30) % 10).sum()
    assert top3 == top_k_accuracy_score(np.arange(30) % 10, outputs, k=3, normalize=False)
    np.testing.assert_array_equal(its_outputs.asnumpy(), net(X).asnumpy())


def test_a_step_of_a_regression_sums_errors():
    experiment = small([DENSE], data={"kind": "linear_regression"}, loss="l2")
    net = build_network(experiment)
    X, y = nd.random.normal(shape=(6, 2)), nd.random.normal(shape=(6, 1))
    losses, sums, _ = a_step(experiment, net)(X, y)
    errors = (net(X) - y).asnumpy().ravel().astype(float)
    np.testing.assert_allclose(losses.asnumpy(), errors**2 / 2, rtol=1e-6)
    expected = [(errors**2 / 2).mean(), (errors**2).sum(), np.abs(errors).sum()]
    np.testing.assert_allclose(sums.asnumpy(), expected, rtol=1e-6)


@pytest.mark.parametrize("where", ["weights", "weights_and_biases"])
@pytest.mark.parametrize(("l1", "l2"), [(0.5, 0.0), (0.0, 0.25), (0.5, 0.25)])
def test_a_penalty_is_that_of_the_mean_loss(where, l1, l2):
    experiment = small()
    net = build_network(experiment)
    net.collect_params(".*bias").initialize(mx.init.One(), force_reinit=True)
    step = a_step(experiment, net, where)
    X, y = nd.random.normal(shape=(30, 1, 8, 8)), nd.array(np.arange(30) % 10)
    losses, sums, _ = step(X, y)
    step.penalise(l1, l2)
    step.hybridize()
    objective, again, _ = step(X, y)
    arrays = get_arrays(net)
    w = np.concatenate([a.ravel() for n, a in arrays.items() if n.endswith("weight") or where != "weights"])
    penalty = l1 * np.abs(w).sum() + l2 / 2 * (w.astype(float) ** 2).sum()
    assert objective.asscalar() / 30 == pytest.approx(losses.asnumpy().mean() + penalty, rel=1e-5)
    np.testing.assert_array_equal(again.asnumpy(), sums.asnumpy(), err_msg="what is told is the loss of the data")


def test_the_norm_is_that_of_all_weights_without_biases():
    net = build_network(small(WIDE))
    net.collect_params(".*bias").initialize(mx.init.One(), force_reinit=True)
    weights = [array for name, array in get_arrays(net).items() if name.endswith("weight")]
    assert len(weights) == 3
    expected = np.linalg.norm(np.concatenate([array.ravel().astype(float) for array in weights]))
    assert weight_norm(net) == pytest.approx(expected, rel=1e-6)
