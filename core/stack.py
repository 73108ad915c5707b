"""The stack of layers before anything runs: shapes, parameter counts, and what keeps it from running."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from core.experiment import Experiment, fitting_metrics
from core.fields import settings_of
from core.layers import Activation, Dense, Dropout, LayerBase, ParameterShape, Shape
from core.metrics import LOSS, metric_title
from core.sentences import counted

MAX_ENTRIES = 2**31 - 1
"""More entries MXNet 1.9.1 cannot address in one array."""


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

    @property
    def follows_data(self) -> bool:
        """Whether a setting is 'auto', so that the layer follows the data set."""
        fields = settings_of(type(self.layer))
        return any(field.auto and getattr(self.layer, field.name) == "auto" for field in fields)


@dataclass(frozen=True)
class StackReport:
    """All layers as they will be; ``problems`` are sentences that must be mended before training.

    ``num_outputs`` is how many outputs data and loss ask for together. ``output_position`` is where the layer stands
    that gives the network's outputs, the last Dense; None without one.
    """

    layers: tuple[LayerReport, ...]
    input_shape: Shape
    num_outputs: int
    num_parameters: int
    output_position: int | None
    problems: tuple[str, ...]


def wanted_outputs(experiment: Experiment) -> int:
    """Return how many outputs the network needs: one for each class or target, unless the loss wants a single one."""
    return experiment.loss.num_outputs(experiment.data.facts().num_outputs)


def inspect_stack(experiment: Experiment) -> StackReport:
    """Compute shapes and parameter counts of all layers, and find what keeps the network from running."""
    input_shape, num_outputs = experiment.data.facts().input_shape, wanted_outputs(experiment)
    last_dense = max((i for i, layer in enumerate(experiment.layers) if isinstance(layer, Dense)), default=None)
    shapes: list[Shape] = [input_shape]
    for layer in experiment.layers:
        shapes.append(layer.output_shape(shapes[-1], num_outputs))
    shape = shapes[-1]
    reports = []
    for i, layer in enumerate(experiment.layers):
        parameters = layer.parameter_shapes(shapes[i], num_outputs)
        hint = _hint(experiment, i, last_dense, shape)
        reports.append(LayerReport(layer, shapes[i], shapes[i + 1], parameters, i == last_dense, hint))
    num_parameters = sum(report.num_parameters for report in reports)
    largest = max((parameter.size for report in reports for parameter in report.parameters), default=0)
    problems = tuple(_problems(experiment, shape, largest))
    return StackReport(tuple(reports), input_shape, num_outputs, num_parameters, last_dense, problems)


def gluon_parameter_shapes(experiment: Experiment) -> dict[str, Shape]:
    """Return the shapes of all parameters by structural names such as ``0.weight``; nothing is built for it."""
    num_outputs = wanted_outputs(experiment)
    shapes: dict[str, Shape] = {}
    position = 0
    for report in inspect_stack(experiment).layers:
        # Of the blocks that make up a layer, the first one holds its parameters.
        shapes |= {f"{position}.{parameter.name}": parameter.shape for parameter in report.parameters}
        position += len(report.layer.gluon_calls(num_outputs))
    return shapes


def _problems(experiment: Experiment, output_shape: Shape, largest: int) -> list[str]:
    data, facts, loss, num_outputs = (
        experiment.data,
        experiment.data.facts(),
        experiment.loss,
        wanted_outputs(experiment),
    )
    wanted = f"{data.title} has {counted(facts.num_outputs, 'class' if facts.task == 'classification' else 'target')}"
    if num_outputs != facts.num_outputs:
        wanted += f", which the loss {loss.title} tells apart by {counted(num_outputs, 'output')}"
    problems = []
    if not any(isinstance(layer, Dense) for layer in experiment.layers):
        what = "No layer here can learn" if experiment.layers else "There are no layers yet"
        problems.append(f"{what}. Add a Dense layer with {counted(num_outputs, 'unit')}: {wanted}.")
    elif output_shape != (num_outputs,):
        problems.append(
            f"The last layer gives {counted(prod(output_shape), 'number')} for each sample, but {wanted}. "
            f"Set the units of the last Dense layer to {num_outputs} or to 'auto'."
        )
    if largest > MAX_ENTRIES:
        problems.append(
            f"One layer has {largest:,} weights; MXNet handles at most {MAX_ENTRIES:,} in one array. Use fewer units."
        )
    if facts.task not in loss.tasks:
        problems.append(
            f"The loss {loss.title} is not made for {facts.task}, which {data.title} asks for. Choose another loss."
        )
    elif not loss.fits(facts.task, facts.num_outputs):
        problems.append(
            f"The loss {loss.title} tells two classes apart, but {data.title} has {facts.num_outputs}. "
            "Choose another loss."
        )
    if facts.num_train < 1:
        problems.append(data.nothing_to_train_on)
    return [*problems, *_stopping_problems(experiment)]


def _stopping_problems(experiment: Experiment) -> list[str]:
    """Return what stop conditions ask for that this experiment does not have."""
    stopping, known = experiment.stopping, [LOSS, *(metric.name for metric in fitting_metrics(experiment))]
    asked = []
    if stopping.patience:
        asked.append(("Early stopping", "validation", stopping.watch, "or set its patience to 0"))
    if stopping.target != "off":
        asked.append(("The target", stopping.target, stopping.target_metric, "or switch it off"))
    problems = []
    for who, part, figure, remedy in asked:
        if part == "validation" and experiment.data.facts().num_validation < 1:
            problems.append(f"{who} watches the validation part, but there is none. Give it some samples, {remedy}.")
        if figure not in known:
            title = metric_title(figure)
            problems.append(f"{who} watches {title}, which this experiment does not have. Choose another figure.")
    return problems


def _hint(experiment: Experiment, position: int, last_dense: int | None, output_shape: Shape) -> str:
    layer = experiment.layers[position]
    after_output = last_dense is not None and position > last_dense
    activated_output = isinstance(layer, Dense) and position == last_dense and layer.activation != "none"
    # While the stack is being built, the last layer is not yet meant as the output.
    building = output_shape != (wanted_outputs(experiment),)
    if building and (activated_output or after_output):
        return ""
    if activated_output or (after_output and isinstance(layer, Activation)):
        if experiment.loss.kind == "softmax_cross_entropy":
            return "The loss applies softmax itself; an activation on the output limits what it can say."
        if experiment.loss.kind == "sigmoid_cross_entropy":
            return "The loss applies the sigmoid itself; an activation on the output limits what it can say."
        return "An activation on the output limits which numbers the network can predict."
    if after_output and isinstance(layer, Dropout):
        return "Dropout on the output zeroes the answers themselves. It is usually put between hidden layers."
    if isinstance(layer, Dense) and layer.activation == "none" and last_dense is not None and position < last_dense:
        following = experiment.layers[position + 1 : last_dense + 1]
        nonlinear = next((i for i in following if isinstance(i, Activation | Dense)), None)
        if isinstance(nonlinear, Dense):
            return "Without an activation between them, this layer and the next Dense act as one linear layer."
    return ""
