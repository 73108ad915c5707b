from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.data import Circle, Digits, FashionMNIST, LinearRegression
from core.engine.mx import mx
from core.engine.network import build_network
from core.experiment import Experiment, Training, from_dict, to_dict
from core.layers import (
    Activation,
    AvgPool2D,
    BatchNorm,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    LayerBase,
    LayerNorm,
    MaxPool2D,
)
from core.losses import L2, Hinge, SigmoidBinaryCrossEntropy, SoftmaxCrossEntropy
from core.stack import StackReport, inspect_stack, layer_parameter_shapes
from core.stopping import Stopping
from tests.core.strategies import experiments, variants


def report(*layers: LayerBase, **settings: object) -> StackReport:
    return inspect_stack(Experiment(layers=layers, **settings))


SMALL = {"units": 7, "channels": 3, "kernel_size": 3, "pool_size": 2, "strides": 2, "padding": 1}


def shrunk(tree: dict[str, Any]) -> dict[str, Any]:
    """Return the tree of a layer with no number so large that computing takes long."""
    small = {name: min(tree[name], SMALL[name]) for name in SMALL if isinstance(tree.get(name), int)}
    # Orthogonal takes long, too, and no initialiser changes a shape.
    return {name: value for name, value in tree.items() if name != "initializer"} | small


small_layers = variants("layers").map(shrunk)
data_sets = st.sampled_from([Digits(), FashionMNIST(), LinearRegression(), LinearRegression(w=(1.0,))])


@settings(max_examples=60)
@given(st.lists(small_layers, max_size=6), data_sets)
def test_the_report_says_what_gluon_builds(layers: list[dict[str, object]], data: Digits) -> None:
    drawn = from_dict(to_dict(Experiment(data=data)) | {"layers": layers})
    # A layer that cannot work is looked through.
    usable = tuple(layer.layer for layer in inspect_stack(drawn).layers if not layer.problem)
    experiment = drawn.model_copy(update={"layers": usable})
    found = inspect_stack(experiment)
    assert found.num_parameters == inspect_stack(drawn).num_parameters
    net = build_network(experiment)
    parameters = net.collect_params().values()
    arrays = [parameter.shape for parameter in parameters]
    assert [parameter.shape for layer in found.layers for parameter in layer.parameters] == arrays
    assert found.num_parameters == sum(int(np.prod(shape)) for shape in arrays)
    untrained = sum(int(np.prod(parameter.shape)) for parameter in parameters if parameter.grad_req == "null")
    assert found.num_untrained == untrained
    output = net(mx.nd.zeros((3, *found.input_shape)))
    assert output.shape[1:] == (found.layers[-1].output_shape if found.layers else found.input_shape)
    fits = output.shape[1:] == (found.num_outputs,) and any(layer.is_output for layer in found.layers)
    assert fits == (not [text for text in found.problems if "Dense" in text])


@given(experiments)
def test_any_experiment_has_a_report(experiment: Experiment) -> None:
    found = inspect_stack(experiment)
    assert len(found.layers) == len(experiment.layers)
    assert all(
        one.output_shape == next_one.input_shape for one, next_one in zip(found.layers, found.layers[1:], strict=False)
    )
    assert sum(layer.is_output for layer in found.layers) == any(
        isinstance(layer, Dense) for layer in experiment.layers
    )
    assert [i for i, layer in enumerate(found.layers) if layer.is_output] == (
        [] if found.output_position is None else [found.output_position]
    )
    assert type(found.num_parameters) is int
    for text in (*found.problems, *(layer.hint for layer in found.layers if layer.hint)):
        assert text.endswith(".")


def test_the_central_stack() -> None:
    found = report(Dense(units=256, activation="relu"), Dropout(rate=0.2), Dense(), data=FashionMNIST())
    assert found.input_shape == (1, 28, 28)
    assert [layer.num_parameters for layer in found.layers] == [200_960, 0, 2_570]
    assert found.num_parameters == 203_530
    assert [layer.output_shape for layer in found.layers] == [(256,), (256,), (10,)]
    assert [layer.is_output for layer in found.layers] == [False, False, True]
    assert found.output_position == 2
    assert [layer.follows_data for layer in found.layers] == [False, False, True]
    assert found.problems == ()
    assert not any(layer.hint for layer in found.layers)


def test_counts_of_the_largest_stack_are_exact() -> None:
    found = report(*[Dense(units=100_000, use_bias=False)] * 200)
    assert found.num_parameters == 64 * 10**5 + 199 * 10**10
    assert type(found.num_parameters) is int


@pytest.mark.parametrize(
    ("layers", "problem"),
    [
        ((), "There are no layers yet. Add a Dense layer with 10 units: Digits 8×8 has 10 classes."),
        ((Flatten(),), "No layer here can learn. Add a Dense layer with 10 units: Digits 8×8 has 10 classes."),
        (
            (Dense(units=64),),
            "The last layer gives 64 numbers for each sample, but Digits 8×8 has 10 classes. "
            "Set the units of the last Dense layer to 10 or to 'auto'.",
        ),
        (
            (Dense(), Dense(units=1), Flatten()),
            "The last layer gives 1 number for each sample, but Digits 8×8 has 10 classes. "
            "Set the units of the last Dense layer to 10 or to 'auto'.",
        ),
    ],
)
def test_a_stack_without_the_right_output_says_how_to_mend_it(layers: tuple[LayerBase, ...], problem: str) -> None:
    assert report(*layers).problems == (problem,)


def test_one_target_is_said_in_the_singular() -> None:
    (text,) = report(data=LinearRegression(), loss=L2()).problems
    assert text == "There are no layers yet. Add a Dense layer with 1 unit: Linear regression has 1 target."


def test_a_loss_of_the_wrong_kind_is_a_problem() -> None:
    assert report(Dense(), loss=L2()).problems == (
        "The loss L2 (squared error) is not made for classification, which Digits 8×8 asks for. Choose another loss.",
    )
    assert report(Dense(), data=LinearRegression(), loss=SoftmaxCrossEntropy()).problems == (
        "The loss Softmax cross-entropy is not made for regression, which Linear regression asks for. "
        "Choose another loss.",
    )


def test_no_samples_to_train_on_is_a_problem() -> None:
    assert report(Dense(), data=Digits(validation_share=0.6, test_share=0.6)).problems == (
        "Validation and test parts leave no samples to train on. Make their shares smaller.",
    )


def hints(*layers: LayerBase, **settings: object) -> list[str]:
    return [layer.hint for layer in report(*layers, **settings).layers]


def test_what_usually_is_a_mistake_gets_a_hint() -> None:
    softmax = "The loss applies softmax itself; an activation on the output limits what it can say."
    limits = "An activation on the output limits which numbers the network can predict."
    linear = "Without an activation between them, this layer and the next Dense act as one linear layer."
    zeroes = "Dropout on the output zeroes the answers themselves. It is usually put between hidden layers."
    hidden = Dense(units=8, activation="relu")
    assert hints(hidden, Dense(activation="relu")) == ["", softmax]
    assert hints(hidden, Dense(), Activation()) == ["", "", softmax]
    assert hints(Dense(activation="tanh"), data=LinearRegression(), loss=L2()) == [limits]
    assert hints(hidden, Dense(), Dropout()) == ["", "", zeroes]
    assert hints(Dense(units=8), Dropout(), Dense()) == [linear, "", ""]
    assert hints(Dense(units=8), Flatten(), Activation(), Dense()) == ["", "", "", ""]
    assert hints(Flatten(), Activation(), hidden, Dropout(), Dense()) == ["", "", "", "", ""]
    assert hints(Dropout(), Activation(), Flatten()) == ["", "", ""]


def test_a_loss_that_goes_by_the_sign_asks_for_one_output() -> None:
    found = report(Dense(units=8, activation="relu"), Dense(), data=Circle(), loss=Hinge())
    assert (found.num_outputs, found.layers[-1].output_shape, found.problems) == (1, (1,), ())
    assert report(Dense(units=2), data=Circle(), loss=SigmoidBinaryCrossEntropy()).problems == (
        "The last layer gives 2 numbers for each sample, but Circle has 2 classes, which the loss Sigmoid "
        "cross-entropy tells apart by 1 output. Set the units of the last Dense layer to 1 or to 'auto'.",
    )
    assert hints(Dense(activation="sigmoid"), data=Circle(), loss=SigmoidBinaryCrossEntropy()) == [
        "The loss applies the sigmoid itself; an activation on the output limits what it can say."
    ]


def test_a_loss_for_two_classes_does_not_fit_more() -> None:
    assert report(Dense(), loss=Hinge()).problems == (
        "The loss Hinge tells two classes apart, but Digits 8×8 has 10. Choose another loss.",
    )


def test_stop_conditions_that_ask_for_what_is_not_there_are_problems() -> None:
    all_train = Digits(validation_share=0.0, test_share=0.0)
    assert report(Dense(), data=all_train, stopping=Stopping(target="train", target_value=0.1)).problems == ()
    assert report(Dense(), stopping=Stopping(patience=2, target="validation")).problems == ()
    assert report(Dense(), data=all_train, stopping=Stopping(patience=2, target="validation")).problems == (
        "Early stopping watches the validation part, but there is none. Give it some samples, or set its patience to "
        "0.",
        "The target watches the validation part, but there is none. Give it some samples, or switch it off.",
    )
    folded = Experiment(layers=(Dense(),), data=all_train, stopping=Stopping(patience=2))
    assert inspect_stack(folded, in_folds=True).problems == ()
    unfit = Stopping(patience=2, watch="rmse", target="train", target_metric="r2")
    assert report(Dense(), stopping=unfit).problems == (
        "Early stopping watches RMSE, which this experiment does not have. Choose another figure.",
        "The target watches R², which this experiment does not have. Choose another figure.",
    )
    assert report(Dense(), stopping=Stopping(watch="rmse", target_metric="r2")).problems == ()


def test_parameters_are_told_apart_by_layer_though_their_names_count_blocks() -> None:
    layers = [
        {"kind": "dense", "units": 4, "activation": "elu"},
        {"kind": "dropout"},
        {"kind": "dense", "use_bias": False},
    ]
    experiment = from_dict({"layers": layers})
    assert layer_parameter_shapes(experiment) == (
        {"0.weight": (4, 64), "0.bias": (4,)},
        {},
        {"3.weight": (10, 4)},
    )


def test_layers_that_act_as_one_linear_layer_get_a_hint() -> None:
    def linear(title: str) -> str:
        return f"Without an activation between them, this layer and the next {title} act as one linear layer."

    bent = Conv2D(activation="relu")
    assert hints(Conv2D(), bent, Dense()) == [linear("Conv2D"), "", ""]
    assert hints(Conv2D(), BatchNorm(), AvgPool2D(), Dense()) == [linear("Dense"), "", "", ""]
    assert hints(Conv2D(), BatchNorm(), Activation(), Dense()) == ["", "", "", ""]
    assert hints(Conv2D(), MaxPool2D(), Dense()) == ["", "", ""]
    assert hints(Dense(units=8), LayerNorm(), Dense()) == ["", "", ""]
    assert hints(Dense(units=8, activation="relu"), Conv2D(), Dense()) == ["", "", ""]  # cannot work at all


def test_batches_of_one_sample_are_not_for_batch_norm() -> None:
    single = Training(batch_size=1)
    assert hints(BatchNorm(), Dense(), training=single) == [
        "With batches of one sample BatchNorm compares the sample only with itself. Use larger batches.",
        "",
    ]
    assert hints(BatchNorm(), Dense(), training=Training(batch_size=2)) == ["", ""]


def test_what_learns_but_gives_no_outputs_still_lacks_an_output_layer() -> None:
    assert report(Conv2D()).problems == (
        "There is no output layer yet. Add a Dense layer with 10 units: Digits 8×8 has 10 classes.",
    )
    assert report(MaxPool2D()).problems == (
        "No layer here can learn. Add a Dense layer with 10 units: Digits 8×8 has 10 classes.",
    )


def test_a_layer_that_cannot_work_is_looked_through() -> None:
    found = report(Dense(units=8, activation="relu"), Conv2D(), Dense())
    assert [layer.output_shape for layer in found.layers] == [(8,), (8,), (10,)]
    assert found.layers[1].parameters == ()
    assert found.problems == (
        "Layer 2 (Conv2D): Conv2D works on images, but gets 8 numbers in a row. "
        "Put it before all Dense and Flatten layers, or remove it.",
    )
