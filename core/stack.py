"""The stack of layers before anything runs: shapes, parameter counts, and what keeps it from running."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from core.experiment import Experiment
from core.layers import Activation, Dense, Dropout, LayerBase, ParameterShape, Shape
from core.sentences import counted


@dataclass(frozen=True)
class LayerReport:
    """One layer as it will be.

    ``hint`` is a sentence about something unusual that still runs, or empty.
    """

    layer: LayerBase
    input_shape: Shape
    output_shape: Shape
    parameters: tuple[ParameterShape, ...]
    is_output: bool
    hint: str

    @property
    def num_parameters(self) -> int:
        """Number of weights and biases."""
        return sum(parameter.size for parameter in self.parameters)


@dataclass(frozen=True)
class StackReport:
    """All layers as they will be; ``problems`` are sentences that must be mended before training."""

    layers: tuple[LayerReport, ...]
    input_shape: Shape
    num_parameters: int
    problems: tuple[str, ...]


def inspect_stack(experiment: Experiment) -> StackReport:
    """Compute shapes and parameter counts of all layers, and find what keeps the network from running."""
    facts = experiment.data.facts()
    last_dense = max((i for i, layer in enumerate(experiment.layers) if isinstance(layer, Dense)), default=None)
    shape: Shape = facts.input_shape
    reports = []
    for i, layer in enumerate(experiment.layers):
        output = layer.output_shape(shape, facts.num_outputs)
        parameters = layer.parameter_shapes(shape, facts.num_outputs)
        reports.append(LayerReport(layer, shape, output, parameters, i == last_dense, _hint(experiment, i, last_dense)))
        shape = output
    num_parameters = sum(report.num_parameters for report in reports)
    return StackReport(tuple(reports), facts.input_shape, num_parameters, tuple(_problems(experiment, shape)))


def _problems(experiment: Experiment, output_shape: Shape) -> list[str]:
    data, facts = experiment.data, experiment.data.facts()
    wanted = f"{data.title} has {counted(facts.num_outputs, 'class' if facts.task == 'classification' else 'target')}"
    problems = []
    if not any(isinstance(layer, Dense) for layer in experiment.layers):
        what = "No layer here can learn" if experiment.layers else "There are no layers yet"
        problems.append(f"{what}. Add a Dense layer with {counted(facts.num_outputs, 'unit')}: {wanted}.")
    elif output_shape != (facts.num_outputs,):
        problems.append(
            f"The last layer gives {counted(prod(output_shape), 'number')} for each sample, but {wanted}. "
            f"Set the units of the last Dense layer to {facts.num_outputs} or to 'auto'."
        )
    if facts.task not in experiment.loss.tasks:
        problems.append(
            f"The loss {experiment.loss.title} is not made for {facts.task}, which {data.title} asks for. "
            "Choose another loss."
        )
    if facts.num_train < 1:
        problems.append(data.nothing_to_train_on)
    return problems


def _hint(experiment: Experiment, position: int, last_dense: int | None) -> str:
    layer = experiment.layers[position]
    after_output = last_dense is not None and position > last_dense
    activated_output = isinstance(layer, Dense) and position == last_dense and layer.activation != "none"
    if activated_output or (after_output and isinstance(layer, Activation)):
        if experiment.loss.kind == "softmax_cross_entropy":
            return "The loss applies softmax itself; an activation on the output limits what it can say."
        return "An activation on the output limits which numbers the network can predict."
    if after_output and isinstance(layer, Dropout):
        return "Dropout on the output zeroes the answers themselves. It is usually put between hidden layers."
    if isinstance(layer, Dense) and layer.activation == "none" and last_dense is not None and position < last_dense:
        following = experiment.layers[position + 1 : last_dense + 1]
        nonlinear = next((i for i in following if isinstance(i, Activation | Dense)), None)
        if isinstance(nonlinear, Dense):
            return "Without an activation between them, this layer and the next Dense act as one linear layer."
    return ""
