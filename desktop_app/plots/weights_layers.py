"""The layers of a network as the Weights tab names them, and the arrays that belong to each."""

from __future__ import annotations

from dataclasses import dataclass

from core.experiment import Experiment
from core.stack import inspect_stack, layer_parameter_shapes
from desktop_app.texts import translated

Shape = tuple[int, ...]


@dataclass(frozen=True)
class NetLayer:
    """One layer.

    Attributes:
        position: in the stack, from 0.
        title: such as "Dense 256".
        parameters: shapes by structural names such as ``0.weight``, the weights first.
        trained: the names of those that training changes.
    """

    position: int
    title: str
    parameters: dict[str, Shape]
    trained: tuple[str, ...]

    @property
    def number(self) -> str:
        """The number that the layer's card bears, from 1."""
        return str(self.position + 1)

    @property
    def name(self) -> str:
        """Number and title."""
        return f"{self.number} · {self.title}"


def layers_of(experiment: Experiment) -> tuple[NetLayer, ...]:
    """Return all layers of an experiment, from the input to the output."""
    found = []
    reports, shapes = inspect_stack(experiment).layers, layer_parameter_shapes(experiment)
    for position, (report, parameters) in enumerate(zip(reports, shapes, strict=True)):
        title = translated(report.layer.title)
        if report.num_parameters > report.num_untrained and report.output_shape:
            title += f" {report.output_shape[0]}"
        trained = tuple(
            name for name, parameter in zip(parameters, report.parameters, strict=True) if parameter.trained
        )
        found.append(NetLayer(position, title, parameters, trained))
    return tuple(found)


def learning_layers(experiment: Experiment) -> tuple[NetLayer, ...]:
    """Return the layers that training changes."""
    return tuple(layer for layer in layers_of(experiment) if layer.trained)
