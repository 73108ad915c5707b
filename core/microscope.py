"""The steps of backpropagation through a network, forwards and backwards, each with its formula.

What the steps are made of goes by the names in the answer to a :class:`core.probes.MicroscopeProbe`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from core.activations import ACTIVATIONS, ActivationFunction
from core.experiment import Experiment
from core.layers import Conv2D, CustomLayer, Dense, MyDense
from core.sharing import owners
from core.stack import layer_parameter_shapes
from core.texts import say, unsaid

GRADIENT = ":gradient"
_PLACE = re.compile(r"\{(\w+)\}")
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_LETTERS = {"weight": (r"\mathbf{W}", "W"), "bias": (r"\mathbf{b}", "b")}
_LETTERS |= {"gamma": (r"\mathbf{\gamma}", "γ"), "beta": (r"\mathbf{\beta}", "β")}
_LETTERS |= {"running_mean": (r"\mathbf{\mu}", "μ"), "running_var": (r"\mathbf{\sigma}^2", "σ²")}
_PLAIN = {"X": (r"\mathbf{X}", "X"), "y": (r"\mathbf{y}", "y"), "Y_hat": (r"\hat{\mathbf{Y}}", "Ŷ"), "loss": ("L", "L")}
_PLAIN |= {"losses": (r"\ell", "ℓ")}
_OWN = {"Z": (r"\mathbf{Z}", "Z"), "H": (r"\mathbf{H}", "H"), "off": (r"\mathbf{H}'", "H′")}

_FORWARDS = {
    "centered_layer": r"{H} = {X} - \operatorname{mean}({X})",
    "my_dense": r"{H} = \max(0, {X} {weight} + {bias})",
    "custom": r"{H} = f({X})",
    "dropout": r"{H} = {X}",
    "flatten": r"{H} = \operatorname{flatten}({X})",
    "batch_norm": r"{H} = {gamma} \odot \frac{{X} - {running_mean}}{\sqrt{{running_var} + \epsilon}} + {beta}",
    "layer_norm": r"{H} = {gamma} \odot \frac{{X} - \mu}{\sqrt{\sigma^2 + \epsilon}} + {beta}",
    "max_pool2d": r"{H} = \max_{\text{window}} {X}",
    "avg_pool2d": r"{H} = \operatorname{mean}_{\text{window}} {X}",
}
_BACKWARDS = {
    "dropout": r"{dX} = {dH}",
    "flatten": r"{dX} = \operatorname{reshape}({dH})",
    "batch_norm": r"{dX} = {dH} \odot \frac{{gamma}}{\sqrt{{running_var} + \epsilon}}",
}
_BIAS_GRADIENT = r"{dW} = \sum_{i=1}^{n} {dH}"
_NOTES = {
    "centered_layer": unsaid("The mean is that of each sample."),
    "my_dense": unsaid("The layer is one block: its sum and its ReLU are computed in one go."),
    "custom": unsaid("What f does stands in the layer's own program."),
    "dropout": unsaid("As in prediction, Dropout lets everything through."),
    "batch_norm": unsaid("As in prediction, BatchNorm takes its running mean and variance."),
    "max_pool2d": unsaid(
        "Of equally large entries in a window one gets the gradient, where the numeric check sees a kink."
    ),
    "layer_norm": unsaid("Mean μ and variance σ² are those of each sample along its last axis."),
}


@dataclass(frozen=True)
class MicroscopeStep:
    """One computation: ``result`` follows from ``operands`` by ``formula`` (LaTeX).

    Attributes:
        result: name of what is computed.
        operands: names of what it is computed from, in the order of the formula.
        formula: LaTeX.
        layer: position of the layer; None for the loss.
        note: a sentence to add, or nothing.
    """

    result: str
    operands: tuple[str, ...]
    formula: str
    layer: int | None
    note: str = ""

    @property
    def is_backwards(self) -> bool:
        """Whether a gradient is computed."""
        return self.result.endswith(GRADIENT)


class MicroscopeSteps:
    """All steps through the network of an experiment.

    Args:
        experiment: whose network it is.
        names: of what the answer of the probe holds.
    """

    def __init__(self, experiment: Experiment, names: Collection[str]) -> None:
        self._experiment, self._names = experiment, names
        self._parameters = layer_parameter_shapes(experiment)
        owned = owners(experiment.layers)
        self._sharing = {*owned, *owned.values()}
        self._owner = {name: i for i, shapes in enumerate(self._parameters) for name in shapes}
        self._chain = ["X"]
        self._layers: list[int] = []
        for i in range(len(experiment.layers)):
            for part in _OWN:
                if f"layer{i}.{part}" in names:
                    self._chain.append(f"layer{i}.{part}")
                    self._layers.append(i)
        self.steps: tuple[MicroscopeStep, ...] = (*self._forwards(), *self._backwards())

    def latex(self, name: str) -> str:
        """Return how a formula writes what goes by a name."""
        if name.endswith(GRADIENT):
            return rf"\frac{{\partial L}}{{\partial {self.latex(name.removesuffix(GRADIENT))}}}"
        letter, number = self._letter(name)
        return f"{letter[0]}_{{{number}}}" if number else letter[0]

    def symbol(self, name: str) -> str:
        """Return how plain text writes what goes by a name, such as ∂L/∂W₁."""
        if name.endswith(GRADIENT):
            return f"∂L/∂{self.symbol(name.removesuffix(GRADIENT))}"
        letter, number = self._letter(name)
        return letter[1] + str(number or "").translate(_SUBSCRIPTS)

    def is_of_samples(self, name: str) -> bool:
        """Tell whether the first axis of what goes by a name counts samples."""
        return name not in self._owner and name != "loss"

    def is_last(self, name: str) -> bool:
        """Tell whether the last axis of outputs, or the first of parameters, counts the outputs of the network."""
        if name in self._owner:
            return self._owner[name] == self._layers[-1]
        return name in (self._chain[-1], "Y_hat")

    def takes_inputs(self, name: str) -> bool:
        """Tell whether the last axis counts what the network gets: of the inputs, and of the first weights."""
        return name == "X" or (name in self._owner and self._owner[name] == 0 and name.endswith("weight"))

    @staticmethod
    def _letter_of(kind: str) -> tuple[str, str]:
        """Return a letter for a kind of parameter; one of a layer of the user's own goes by its name."""
        word = re.sub(r"[^A-Za-z0-9]", "-", kind)
        return _LETTERS.get(kind, (rf"\text{{{word}}}", kind))

    def _letter(self, name: str) -> tuple[tuple[str, str], int]:
        """Return a letter, for formulas and for plain text, and the number of its layer or 0."""
        if name in _PLAIN:
            return _PLAIN[name], 0
        if name == self._chain[-1]:
            return (r"\mathbf{O}", "O"), 0
        if name in self._owner:
            return self._letter_of(name.split(".", 1)[1]), self._owner[name] + 1
        layer, part = name.removeprefix("layer").split(".")
        return _OWN[part], int(layer) + 1

    def _forwards(self) -> list[MicroscopeStep]:
        steps = []
        for X, H, layer in zip(self._chain, self._chain[1:], self._layers, strict=False):
            parameters = self._parameters_of(H, layer)
            operands = (X, *parameters.values())
            formula = self._filled(self._forward_formula(H, layer), X, H, parameters)
            steps.append(MicroscopeStep(H, operands, formula, layer, self._note(H, layer)))
        loss, outputs = self._experiment.loss, self._chain[-1]
        if "Y_hat" in self._names:
            function = r"\operatorname{softmax}" if loss.decision == "largest" else r"\sigma"
            formula = rf"\hat{{\mathbf{{Y}}}} = {function}({self.latex(outputs)})"
            steps.append(MicroscopeStep("Y_hat", (outputs,), formula, None))
        steps.append(MicroscopeStep("losses", (outputs, "y"), rf"\ell = {loss.formula}", None))
        mean = r"L = \frac{1}{n} \sum_{i=1}^{n} \ell_i"
        return [*steps, MicroscopeStep("loss", ("losses",), mean, None)]

    def _backwards(self) -> list[MicroscopeStep]:
        outputs = self._chain[-1]
        operands = ("Y_hat", "y") if "Y_hat" in self._names else (outputs, "y")
        formula = f"{self.latex(outputs + GRADIENT)} = {self._experiment.loss.gradient_formula}"
        steps = [MicroscopeStep(outputs + GRADIENT, operands, formula, None)]
        for X, H, layer in reversed(list(zip(self._chain, self._chain[1:], self._layers, strict=False))):
            parameters = self._parameters_of(H, layer)
            for kind, name in parameters.items():
                if name + GRADIENT in self._names:
                    steps.append(self._parameter_step(kind, name, X, H, layer))
            formula = self._filled(self._backward_formula(H, layer), X, H, parameters)
            needed = {"Z": parameters.get("weight", X), "H": X, "off": X}[H.rsplit(".", 1)[1]]
            steps.append(MicroscopeStep(X + GRADIENT, (H + GRADIENT, needed), formula, layer, self._note(H, layer)))
        return steps

    def _parameter_step(self, kind: str, name: str, X: str, H: str, layer: int) -> MicroscopeStep:
        formulas = {"weight": r"{dW} = {dH}^{\top} {X}", "bias": _BIAS_GRADIENT}
        if isinstance(self._experiment.layers[layer], MyDense | CustomLayer):
            formulas = {kind: r"{dW} = \left(\frac{\partial {H}}{\partial {W}}\right)^{\top} {dH}"}
        formulas |= {"gamma": r"{dW} = \sum_{i=1}^{n} {dH} \odot \hat{x}", "beta": _BIAS_GRADIENT}
        is_image = isinstance(self._experiment.layers[layer], Conv2D)
        template = r"{dW} = {X} \ast {dH}" if is_image and kind == "weight" else formulas[kind]
        formula = self._filled(template, X, H, {"dW": name + GRADIENT, "W": name})
        note = say("The sum goes over samples and places of the image.") if is_image and kind == "bias" else ""
        if layer in self._sharing:
            note = say("This is the part of this layer: training adds up the parts of all that share the parameters.")
        operands = (H + GRADIENT, X) if kind in ("weight", "gamma") else (H + GRADIENT,)
        return MicroscopeStep(name + GRADIENT, operands, formula, layer, note)

    def _parameters_of(self, H: str, layer: int) -> dict[str, str]:
        """Return the parameters of a step by their kinds: the first step of a layer has them all."""
        first = next(name for name, i in zip(self._chain[1:], self._layers, strict=True) if i == layer)
        return {name.split(".", 1)[1]: name for name in self._parameters[layer]} if first == H else {}

    def _forward_formula(self, H: str, layer: int) -> str:
        kind, part = self._experiment.layers[layer].kind, H.rsplit(".", 1)[1]
        if part == "Z":
            bias = " + {bias}" if len(self._parameters[layer]) > 1 else ""
            return "{H} = " + (r"{weight} \ast {X}" if kind == "conv2d" else r"{X} {weight}^{\top}") + bias
        if part == "off":
            return r"{H} = {X} \odot \text{switches}"
        activation = self._activation(layer)
        if activation and kind not in _FORWARDS:
            return rf"{{H}} = f({{X}}), \quad f(x) = {activation.formula}"
        return _FORWARDS[kind]

    def _backward_formula(self, H: str, layer: int) -> str:
        kind, part = self._experiment.layers[layer].kind, H.rsplit(".", 1)[1]
        if part == "Z":
            return r"{dX} = {weight} \ast^{\top} {dH}" if kind == "conv2d" else r"{dX} = {dH} {weight}"
        if part == "off":
            return r"{dX} = {dH} \odot \text{switches}"
        activation = self._activation(layer)
        if activation and kind not in _FORWARDS:
            return rf"{{dX}} = {{dH}} \odot f'({{X}}), \quad f'(x) = {activation.derivative_formula}"
        return _BACKWARDS.get(kind, r"{dX} = \left(\frac{\partial {H}}{\partial {X}}\right)^{\top} {dH}")

    def _activation(self, layer: int) -> ActivationFunction | None:
        name = self._experiment.layers[layer].activation_name
        return None if name is None else ACTIVATIONS[name]

    def _note(self, H: str, layer: int) -> str:
        if H.endswith(".off"):
            return say("Units that are switched off say 0.")
        described = self._experiment.layers[layer]
        return "" if isinstance(described, Dense | Conv2D) else _NOTES.get(described.kind, "")

    def _filled(self, template: str, X: str, H: str, parameters: Mapping[str, str]) -> str:
        names = {"X": X, "H": H, "dX": X + GRADIENT, "dH": H + GRADIENT, **parameters}
        return _PLACE.sub(lambda place: self.latex(names[place[1]]) if place[1] in names else place[0], template)
