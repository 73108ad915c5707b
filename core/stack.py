"""The stack of layers before anything runs: shapes, parameter counts, and what keeps it from running."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import prod

from core import programs
from core.experiment import Experiment, fitting_metrics
from core.initializers import InitializerBase, NetworkInitializer
from core.layers import (
    Activation,
    BatchNorm,
    Conv2D,
    CustomLayer,
    Dense,
    Dropout,
    LayerBase,
    LayerNorm,
    MaxPool2D,
    MyDense,
    ParameterShape,
    Shape,
)
from core.metrics import LOSS, metric_title
from core.sentences import counted
from core.sharing import owners
from core.sharing import problem as sharing_problem
from core.texts import say, unsaid

MAX_ENTRIES = 2**31 - 1
"""More entries MXNet 1.9.1 cannot address in one array."""


@dataclass(frozen=True)
class LayerReport:
    """One layer as it will be.

    ``problem`` is a sentence about why the layer cannot work on its input, or empty; such a layer is looked through,
    as if it were not there. ``hint`` is a sentence about something unusual that still runs, or empty. ``owner`` is the
    position of the layer whose parameters this one uses; None if it has its own, or none.
    """

    layer: LayerBase
    input_shape: Shape
    output_shape: Shape
    parameters: tuple[ParameterShape, ...]
    is_output: bool
    problem: str
    hint: str
    owner: int | None = None

    @property
    def num_parameters(self) -> int:
        """Number of entries of all parameter arrays."""
        return sum(parameter.size for parameter in self.parameters)

    @property
    def num_untrained(self) -> int:
        """Number of those entries that the optimizer does not change."""
        return sum(parameter.size for parameter in self.parameters if not parameter.trained)

    @property
    def hybridizes(self) -> bool:
        """Whether the layer can be compiled with the others."""
        layer = self.layer
        seen = (
            programs.seen(layer.sha256, layer.class_name, self.input_shape) if isinstance(layer, CustomLayer) else None
        )
        return seen is None or seen.hybridizes

    @property
    def follows_data(self) -> bool:
        """Whether the layer's units are 'auto', so that they follow data and loss."""
        return isinstance(self.layer, Dense) and self.layer.units == "auto"


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

    @property
    def num_untrained(self) -> int:
        """Number of entries that the optimizer does not change."""
        return sum(layer.num_untrained for layer in self.layers if layer.owner is None)

    @property
    def needs_input_gradient(self) -> bool:
        """Whether a BatchNorm stands before all that is trained.

        It is on the way back that MXNet brings its running values up to date, and the way back ends at the first layer
        that has something to train, unless the inputs ask for a gradient.
        """
        for report in self.layers:
            if report.num_untrained < report.num_parameters:
                return False
            if isinstance(report.layer, BatchNorm):
                return True
        return False


def wanted_outputs(experiment: Experiment) -> int:
    """Return how many outputs the network needs: one for each class or target, unless the loss wants a single one."""
    return experiment.loss.num_outputs(experiment.data.facts().num_outputs)


def inspect_stack(experiment: Experiment, *, in_folds: bool = False) -> StackReport:
    """Compute shapes and parameter counts of all layers, and find what keeps the network from running.

    Args:
        experiment: whose stack it is.
        in_folds: whether it is run on folds, which have a validation part even where the data set has none.
    """
    input_shape, num_outputs = experiment.data.facts().input_shape, wanted_outputs(experiment)
    last_dense = max((i for i, layer in enumerate(experiment.layers) if isinstance(layer, Dense)), default=None)
    output_shape, reports = input_shape, []
    for i, layer in enumerate(experiment.layers):
        reports.append(_inspect_layer(layer, output_shape, num_outputs, is_output=i == last_dense))
        output_shape = reports[-1].output_shape
    layers = tuple(
        report
        if report.problem
        else replace(report, hint=_hint(experiment, i, report.input_shape, last_dense, output_shape))
        for i, report in enumerate(reports)
    )
    layers = _with_owners(experiment, layers)
    num_parameters = sum(report.num_parameters for report in layers if report.owner is None)
    problems = (*_output_problems(experiment, layers, output_shape), *_layer_problems(experiment, layers))
    problems += (*_data_problems(experiment), *_stopping_problems(experiment, in_folds))
    return StackReport(layers, input_shape, num_outputs, num_parameters, last_dense, problems)


def untried_layers(experiment: Experiment) -> tuple[tuple[CustomLayer, Shape], ...]:
    """Return the layers of the user's own that may run but were not yet tried on inputs of the shape that they get.

    What stands behind the first of them may get inputs of another shape once it was tried.
    """
    return tuple(
        (report.layer, report.input_shape)
        for report in inspect_stack(experiment).layers
        if isinstance(report.layer, CustomLayer)
        and programs.agreed(report.layer.sha256) is not None
        and programs.seen(report.layer.sha256, report.layer.class_name, report.input_shape) is None
    )


def _inspect_layer(layer: LayerBase, input_shape: Shape, num_outputs: int, *, is_output: bool) -> LayerReport:
    problem = layer.misfit(input_shape)
    if problem:
        return LayerReport(layer, input_shape, input_shape, (), is_output, problem, "")
    output_shape = layer.output_shape(input_shape, num_outputs)
    parameters = layer.parameter_shapes(input_shape, num_outputs)
    return LayerReport(layer, input_shape, output_shape, parameters, is_output, "", "")


def _with_owners(experiment: Experiment, layers: tuple[LayerReport, ...]) -> tuple[LayerReport, ...]:
    """Return the layers with the owners of their parameters, where both have parameters of equal shapes."""
    found = list(layers)
    for position, owner in owners(experiment.layers).items():
        if layers[position].parameters and layers[position].parameters == layers[owner].parameters:
            found[position] = replace(layers[position], owner=owner)
    return tuple(found)


def initializer_of(experiment: Experiment, layer: LayerBase) -> InitializerBase | None:
    """Return what draws the weights of a layer of the experiment, None if it has no weights to draw."""
    if isinstance(layer, MyDense):
        return experiment.initializer
    if not isinstance(layer, Dense | Conv2D):
        return None
    return experiment.initializer if isinstance(layer.initializer, NetworkInitializer) else layer.initializer


def gluon_parameter_shapes(experiment: Experiment) -> dict[str, Shape]:
    """Return the shapes of all parameters by structural names such as ``0.weight``; nothing is built for it."""
    return {name: shape for shapes in layer_parameter_shapes(experiment) for name, shape in shapes.items()}


def layer_parameter_shapes(experiment: Experiment) -> tuple[dict[str, Shape], ...]:
    """Return for every layer the shapes of its parameters by structural names, which count Gluon's blocks."""
    num_outputs = wanted_outputs(experiment)
    found = []
    position = 0
    for report in inspect_stack(experiment).layers:
        # Of the blocks that make up a layer, the first one holds its parameters.
        found.append({f"{position}.{parameter.name}": parameter.shape for parameter in report.parameters})
        position += len(report.layer.gluon_calls(num_outputs))
    return tuple(found)


def _output_problems(experiment: Experiment, layers: tuple[LayerReport, ...], output_shape: Shape) -> Iterator[str]:
    """Yield what is wrong about the outputs of the network."""
    data, facts, num_outputs = experiment.data, experiment.data.facts(), wanted_outputs(experiment)
    kinds = counted(facts.num_outputs, "class" if facts.task == "classification" else "target")
    wanted = say("{data} has {kinds}", data=say(data.title), kinds=kinds)
    if num_outputs != facts.num_outputs:
        wanted = say(
            "{data} has {kinds}, which the loss {loss} tells apart by {outputs}",
            data=say(data.title),
            kinds=kinds,
            loss=say(experiment.loss.title),
            outputs=counted(num_outputs, "output"),
        )
    if not any(layer.is_output for layer in layers):
        learns = any(layer.num_untrained < layer.num_parameters for layer in layers)
        text = unsaid("There are no layers yet. Add a Dense layer with {units}: {wanted}.")
        if layers and learns:
            text = unsaid("There is no output layer yet. Add a Dense layer with {units}: {wanted}.")
        elif layers:
            text = unsaid("No layer here can learn. Add a Dense layer with {units}: {wanted}.")
        yield say(text, units=counted(num_outputs, "unit"), wanted=wanted)
    elif output_shape != (num_outputs,):
        yield say(
            "The last layer gives {numbers} for each sample, but {wanted}. "
            "Set the units of the last Dense layer to {outputs} or to 'auto'.",
            numbers=counted(prod(output_shape), "number"),
            wanted=wanted,
            outputs=num_outputs,
        )


def _layer_problems(experiment: Experiment, layers: tuple[LayerReport, ...]) -> Iterator[str]:
    """Yield what is wrong about single layers, each named by its number and kind."""
    for number, report in enumerate(layers, start=1):
        name = _layer_name(number, report)
        if report.problem:
            yield layer_problem(number, report)
        largest = max((parameter.size for parameter in report.parameters), default=0)
        if largest > MAX_ENTRIES:
            yield say(
                "{layer} has {number:,} weights; MXNet handles at most {most:,} in one array. "
                "Use fewer units or channels.",
                layer=name,
                number=largest,
                most=MAX_ENTRIES,
            )
        unfit = sharing_problem(experiment.layers, number - 1) or _shape_problem(experiment, layers, number - 1)
        if unfit:
            yield say("{layer}: {problem}", layer=name, problem=unfit)
        yield from _drawing_problems(experiment, report, name)


def _drawing_problems(experiment: Experiment, report: LayerReport, name: str) -> Iterator[str]:
    """Yield why parameters of a layer cannot be drawn."""
    if isinstance(report.layer, CustomLayer):
        for parameter in report.parameters:
            problem = "" if parameter.has_init else experiment.initializer.misfit(parameter.shape)
            if problem:
                yield say(
                    "{layer}, parameter {name}: {problem} Or give it an init in the program, such as init='ones'.",
                    layer=name,
                    name=parameter.name,
                    problem=problem,
                )
        return
    initializer = initializer_of(experiment, report.layer)
    if report.parameters and initializer is not None:
        problem = initializer.misfit(report.parameters[0].shape)
        if problem:
            yield say("{layer}: {problem}", layer=name, problem=problem)


def _shape_problem(experiment: Experiment, layers: tuple[LayerReport, ...], position: int) -> str:
    """Return how the shapes of the parameters that a layer needs differ from those of the layer that it names."""
    owner, report = owners(experiment.layers).get(position), layers[position]
    if owner is None or report.owner is not None or report.problem or layers[owner].problem:
        return ""
    wanted = " and ".join("×".join(map(str, parameter.shape)) for parameter in report.parameters)
    given = " and ".join("×".join(map(str, parameter.shape)) for parameter in layers[owner].parameters)
    return say(
        "it shares the parameters of layer {number}, but needs {wanted} where that one has {given}. "
        "Give both the same number of inputs and units, or let it have its own.",
        number=owner + 1,
        wanted=wanted,
        given=given,
    )


def layer_problem(number: int, report: LayerReport) -> str:
    """Return the problem of a layer as :func:`inspect_stack` tells it; ``number`` counts from 1."""
    return say("{layer}: {problem}", layer=_layer_name(number, report), problem=report.problem)


def _layer_name(number: int, report: LayerReport) -> str:
    return say("Layer {number} ({title})", number=number, title=say(report.layer.title))


def _data_problems(experiment: Experiment) -> Iterator[str]:
    """Yield what is wrong about data and loss."""
    data, facts, loss = experiment.data, experiment.data.facts(), experiment.loss
    if facts.task not in loss.tasks:
        yield say(
            "The loss {loss} is not made for {task}, which {data} asks for. Choose another loss.",
            loss=say(loss.title),
            task=say(facts.task),
            data=say(data.title),
        )
    elif not loss.fits(facts.task, facts.num_outputs):
        yield say(
            "The loss {loss} tells two classes apart, but {data} has {number}. Choose another loss.",
            loss=say(loss.title),
            data=say(data.title),
            number=facts.num_outputs,
        )
    if facts.num_train < 1:
        yield say(data.nothing_to_train_on)


def _stopping_problems(experiment: Experiment, in_folds: bool) -> Iterator[str]:
    """Yield what stop conditions ask for that this experiment does not have."""
    stopping, known = experiment.stopping, [LOSS, *(metric.name for metric in fitting_metrics(experiment))]
    asked = []
    if stopping.patience:
        text = unsaid(
            "{who} watches the validation part, but there is none. Give it some samples, or set its patience to 0."
        )
        asked.append((say("Early stopping"), "validation", stopping.watch, text))
    if stopping.target != "off":
        text = unsaid("{who} watches the validation part, but there is none. Give it some samples, or switch it off.")
        asked.append((say("The target"), stopping.target, stopping.target_metric, text))
    for who, part, figure, nothing in asked:
        if part == "validation" and not in_folds and experiment.data.facts().num_validation < 1:
            yield say(nothing, who=who)
        if figure not in known:
            yield say(
                "{who} watches {figure}, which this experiment does not have. Choose another figure.",
                who=who,
                figure=say(metric_title(figure)),
            )


def _hint(
    experiment: Experiment, position: int, input_shape: Shape, last_dense: int | None, output_shape: Shape
) -> str:
    layer = experiment.layers[position]
    if isinstance(layer, CustomLayer):
        return layer.hint(input_shape)
    after_output = last_dense is not None and position > last_dense
    activated_output = isinstance(layer, Dense) and position == last_dense and layer.activation != "none"
    # While the stack is being built, the last layer is not yet meant as the output.
    building = output_shape != (wanted_outputs(experiment),)
    if building and (activated_output or after_output):
        return ""
    if activated_output or (after_output and isinstance(layer, Activation)):
        if experiment.loss.kind == "softmax_cross_entropy":
            return say("The loss applies softmax itself; an activation on the output limits what it can say.")
        if experiment.loss.kind == "sigmoid_cross_entropy":
            return say("The loss applies the sigmoid itself; an activation on the output limits what it can say.")
        return say("An activation on the output limits which numbers the network can predict.")
    if after_output and isinstance(layer, Dropout):
        return say("Dropout on the output zeroes the answers themselves. It is usually put between hidden layers.")
    if isinstance(layer, BatchNorm) and experiment.training.batch_size == 1:
        return say("With batches of one sample BatchNorm compares the sample only with itself. Use larger batches.")
    return _linear_hint(experiment.layers[position : last_dense + 1]) if last_dense is not None else ""


def _linear_hint(layers: Sequence[LayerBase]) -> str:
    """Return what to say of the first of these layers if it and a later one act as one linear layer."""
    if not layers or not isinstance(layers[0], Dense | Conv2D) or layers[0].activation != "none":
        return ""
    telling = Activation | Dense | Conv2D | MaxPool2D | LayerNorm | CustomLayer
    following = next((layer for layer in layers[1:] if isinstance(layer, telling)), None)
    if isinstance(following, Dense | Conv2D):
        return say(
            "Without an activation between them, this layer and the next {layer} act as one linear layer.",
            layer=say(following.title),
        )
    return ""
