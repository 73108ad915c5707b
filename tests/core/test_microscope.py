"""The steps of the microscope: each follows from what was computed before it, and has its formula."""

from __future__ import annotations

import re

import pytest

from core.experiment import from_dict
from core.losses import LOSSES
from core.microscope import MicroscopeSteps
from core.stack import gluon_parameter_shapes
from desktop_app.plots.formula import formula_svg
from tests.core.engine.runs import DENSE, DROPOUT, small

CONVOLUTION = {"kind": "conv2d", "channels": 3, "kernel_size": 3, "activation": "relu"}
IMAGES = small((CONVOLUTION, {"kind": "batch_norm"}, {"kind": "max_pool2d"}, {"kind": "layer_norm"}, DROPOUT, DENSE))
OUTPUTS = ("layer0.Z", "layer0.H", "layer1.H", "layer2.H", "layer3.H", "layer4.H", "layer5.Z")


def named(experiment, outputs, *others):
    """Return the steps where these outputs were seen, and all parameters but running means and variances learned."""
    parameters = list(gluon_parameter_shapes(experiment))
    learned = [name for name in (*outputs, *parameters, "X") if "running" not in name]
    return MicroscopeSteps(experiment, {*outputs, *parameters, "X", *(f"{name}:gradient" for name in learned), *others})


def test_forwards_every_layer_then_the_loss_and_backwards_the_same_way():
    steps = named(small(), ("layer0.Z", "layer0.H", "layer1.Z"), "Y_hat")
    shown = [steps.symbol(step.result) for step in steps.steps]
    assert shown[:6] == ["Z₁", "H₁", "O", "Ŷ", "ℓ", "L"]
    assert shown[6:] == [
        *("∂L/∂O", "∂L/∂W₂", "∂L/∂b₂", "∂L/∂H₁", "∂L/∂Z₁", "∂L/∂W₁", "∂L/∂b₁", "∂L/∂X"),
    ]
    assert [step.is_backwards for step in steps.steps] == 6 * [False] + 8 * [True]
    assert [step.layer for step in steps.steps] == [0, 0, 1, None, None, None, None, 1, 1, 1, 0, 0, 0, 0]


def test_formulas_have_the_names_of_their_layers():
    steps = named(small(), ("layer0.Z", "layer0.H", "layer1.Z"), "Y_hat")
    formulas = {steps.symbol(step.result): step.formula for step in steps.steps}
    assert formulas["Z₁"] == r"\mathbf{Z}_{1} = \mathbf{X} \mathbf{W}_{1}^{\top} + \mathbf{b}_{1}"
    assert formulas["O"] == r"\mathbf{O} = \mathbf{H}_{1} \mathbf{W}_{2}^{\top} + \mathbf{b}_{2}"
    assert formulas["∂L/∂W₂"].endswith(r"= \frac{\partial L}{\partial \mathbf{O}}^{\top} \mathbf{H}_{1}")


@pytest.mark.parametrize("experiment", [IMAGES, small()], ids=["images", "digits"])
def test_operands_are_known_before_they_are_needed(experiment):
    outputs = OUTPUTS if experiment is IMAGES else ("layer0.Z", "layer0.H", "layer1.Z")
    known = {"X", "y", *gluon_parameter_shapes(experiment)}
    for step in named(experiment, outputs, "Y_hat").steps:
        assert set(step.operands) <= known
        known.add(step.result)


def test_every_formula_can_be_drawn():
    experiments = [(IMAGES, OUTPUTS), (small(), ("layer0.Z", "layer0.H", "layer0.off", "layer1.Z"))]
    for experiment, outputs in experiments:
        for step in named(experiment, outputs, "Y_hat").steps:
            assert not re.search(r"(?<!mathbf)\{(X|H|dX|dH|dW|weight|bias)\}", step.formula)
            assert formula_svg(step.formula, "#000000").startswith(b"<svg")
    for loss in LOSSES:
        assert formula_svg(loss.gradient_formula, "#000000").startswith(b"<svg")


def test_without_a_bias_there_is_none_in_the_formula():
    data = {"kind": "linear_regression", "num_samples": 60}
    tree = {"data": data, "layers": [{"kind": "dense", "use_bias": False}], "loss": {"kind": "l2"}}
    steps = named(from_dict(tree), ("layer0.Z",))
    assert steps.steps[0].formula == r"\mathbf{O} = \mathbf{X} \mathbf{W}_{1}^{\top}"
    assert "∂L/∂b₁" not in [steps.symbol(step.result) for step in steps.steps]
