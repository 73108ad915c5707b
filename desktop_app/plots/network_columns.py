"""What is drawn of a network, before any number is known: one column for the inputs and one for every layer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import prod
from typing import Literal

from PySide6.QtCore import QCoreApplication

from core.activations import ACTIVATIONS
from core.data import DataFacts
from core.data.names import title_of_input
from core.experiment import Experiment
from core.layers import Activation, Conv2D, Dense, Dropout, ParametricLayer, Shape
from core.sharing_offers import partners
from core.stack import LayerReport, inspect_stack, layer_parameter_shapes
from desktop_app.plots.sample_images import is_image
from desktop_app.texts import translated

translate = QCoreApplication.translate  # a name by which lupdate finds texts

Kind = Literal["image", "units", "maps", "slim"]
INPUT = -1
"""The position of the inputs among the layers."""


@dataclass(frozen=True)
class Column:
    """The inputs or a layer.

    Attributes:
        layer: its position in the experiment; ``INPUT`` for the inputs.
        kind: one tile with a picture, a tile for each unit, a tile for each channel, or a slim bar without tiles.
        title: the name of the layer.
        shape: of its output for one sample.
        activation: title of its activation function, or empty.
        num_parameters: of this layer.
        names: of its units, where they have some: inputs, classes.
        weight, bias: structural names of its parameters; None without.
        source: number of the column of tiles that it gets its inputs from; None for the inputs.
        direct: whether each tile of ``source`` is one input (or input channel), so that there is a link for each pair.
        weight_image: the shape of the image that the weights of one unit make up; None if they are no image.
        shared: name of the parameters that it shares with others; empty if they are its own.
    """

    layer: int
    kind: Kind
    title: str
    shape: Shape
    activation: str = ""
    num_parameters: int = 0
    names: tuple[str, ...] = ()
    weight: str | None = None
    bias: str | None = None
    source: int | None = None
    direct: bool = False
    weight_image: Shape | None = None
    shared: str = ""

    @property
    def num_units(self) -> int:
        """Number of tiles that the whole column has: units or channels; 1 for a picture, 0 for a slim one."""
        return {"image": 1, "slim": 0}.get(self.kind, self.shape[0])

    @property
    def can_switch(self) -> bool:
        """Whether its units can be switched off."""
        return self.layer != INPUT and self.kind != "slim"

    @property
    def values_name(self) -> str:
        """The name of its outputs in the answers of probes."""
        return "input" if self.layer == INPUT else f"layer{self.layer}"

    def unit_name(self, unit: int) -> str:
        """Return what a unit, a channel or an input is called."""
        if self.kind == "image":
            return translate("Network", "picture")
        if unit < len(self.names):
            return self.names[unit]
        text = translate("Network", "channel {n}") if self.kind == "maps" else translate("Network", "unit {n}")
        return text.format(n=unit + 1)


def columns_of(experiment: Experiment) -> tuple[Column, ...]:
    """Return the inputs and all layers of an experiment, whether it can be trained or not."""
    facts = experiment.data.facts()
    columns = [_input_column(facts)]
    parameters = layer_parameter_shapes(experiment)
    stack = inspect_stack(experiment)
    last = stack.output_position
    source, plain = 0, True
    for i, report in enumerate(stack.layers):
        names = _output_names(facts, report) if i == last else ()
        image = facts.input_shape if plain and is_image(facts.input_shape) and isinstance(report.layer, Dense) else None
        column = _layer_column(i, report, parameters[i], names, columns[source], source, image)
        if isinstance(report.layer, ParametricLayer) and partners(stack, i):
            column = replace(column, shared=report.layer.shares or report.layer.name)
        columns.append(column)
        if column.kind != "slim":
            source, plain = len(columns) - 1, False
        elif prod(report.input_shape) != prod(report.output_shape):
            plain = False
    return tuple(columns)


def _input_column(facts: DataFacts) -> Column:
    title = translate("Network", "Input")
    if is_image(facts.input_shape):
        return Column(INPUT, "image", title, facts.input_shape)
    kind: Kind = "units" if len(facts.input_shape) == 1 else "maps"
    numbered = tuple(title_of_input(f"x{i + 1}") for i in range(facts.input_shape[0]))
    names = tuple(map(title_of_input, facts.input_names)) or numbered
    return Column(INPUT, kind, title, facts.input_shape, names=names)


def _output_names(facts: DataFacts, report: LayerReport) -> tuple[str, ...]:
    if len(facts.class_names) == report.output_shape[0]:
        return tuple(translated(name) for name in facts.class_names)
    return ("ŷ",) if report.output_shape == (1,) else ()


def _layer_column(
    position: int,
    report: LayerReport,
    parameters: dict[str, Shape],
    names: tuple[str, ...],
    before: Column,
    source: int,
    image: Shape | None,
) -> Column:
    layer = report.layer
    kind: Kind = "slim"
    if isinstance(layer, Dense) and not report.problem:
        kind = "units"
    elif isinstance(layer, Conv2D) and not report.problem:
        kind = "maps"
    title = translated(layer.title)
    if isinstance(layer, Dropout):
        title = f"{title} {layer.rate:g}"
    elif isinstance(layer, Activation):
        title = translated(ACTIVATIONS[layer.function].title)
    found = {name.rpartition(".")[2]: name for name in parameters}
    weight = found.get("weight") if kind != "slim" else None
    inputs = parameters[weight][1] if weight is not None else 0
    activation = layer.activation_name if kind != "slim" else None
    return Column(
        position,
        kind,
        title,
        report.output_shape,
        translated(ACTIVATIONS[activation].title) if activation is not None else "",
        report.num_parameters,
        names,
        weight,
        found.get("bias") if kind != "slim" else None,
        source if kind != "slim" else None,
        weight is not None and before.num_units == inputs,
        image if kind == "units" else None,
    )
