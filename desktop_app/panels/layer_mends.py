"""Edits that mend a problem of the stack with one click."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from core.edits import AddLayer, Edit, MoveLayer, RemoveLayer, SetValue, ShareParameters
from core.errors import ExperimentError
from core.experiment import Experiment
from core.fields import field_facts
from core.layers import Dense, LayerBase, ParametricLayer, PoolLayer, WindowLayer
from core.losses import LOSSES
from core.stack import LayerReport, StackReport, inspect_stack, layer_problem
from desktop_app.texts import translated


@dataclass(frozen=True)
class Mend:
    """One way out of a problem: what its button says, and the edit it asks for."""

    text: str
    edit: Edit


def mends_for(experiment: Experiment, problem: str) -> tuple[Mend, ...]:
    """Return the edits that take ``problem`` away and bring no new one.

    Args:
        experiment: the experiment that has the problem.
        problem: one of the sentences of ``inspect_stack(experiment).problems``.
    """
    report = inspect_stack(experiment)
    return tuple(mend for mend in _candidates(report, problem) if _mends(experiment, mend, problem, report.problems))


def _mends(experiment: Experiment, mend: Mend, problem: str, before: tuple[str, ...]) -> bool:
    try:
        after = inspect_stack(mend.edit.apply(experiment)).problems
    except ExperimentError:
        return False  # not possible here, such as one layer more than a stack may have
    return problem not in after and _unnumbered(after) < _unnumbered(before)


def _unnumbered(problems: tuple[str, ...]) -> Counter[str]:
    """Return problems without numbers: places and sizes of other layers may change on the way."""
    return Counter(re.sub(r"[0-9]+", "", problem) for problem in problems)


def _candidates(report: StackReport, problem: str) -> Iterator[Mend]:
    text = QCoreApplication.translate("LayerMends", "Add output layer")
    yield Mend(text, AddLayer(len(report.layers), "dense"))
    if report.output_position is not None:
        path, title = ("layers", report.output_position, "units"), field_facts(Dense, "units").title
        yield Mend(QCoreApplication.translate("LayerMends", "Set units to auto"), SetValue(path, "auto", title))
    for position, layer in enumerate(report.layers):
        if layer.problem and problem == layer_problem(position + 1, layer):
            yield from _for_layer(report, position)
    for position, layer in enumerate(report.layers):
        if isinstance(layer.layer, ParametricLayer) and layer.layer.shares and layer.owner is None:
            text = QCoreApplication.translate("LayerMends", "Give layer {number} its own parameters")
            yield Mend(text.format(number=position + 1), ShareParameters(position, None))
    for loss in LOSSES:
        text = QCoreApplication.translate("LayerMends", "Use {loss}").format(loss=translated(loss.title))
        yield Mend(text, SetValue(("loss", "kind"), loss.kind_name(), field_facts(Experiment, "loss").title))


def _for_layer(report: StackReport, position: int) -> Iterator[Mend]:
    """Yield ways out for a layer that cannot work on its input."""
    found = report.layers[position]
    layer, first_row = found.layer, next((i for i in range(position) if _flattens(report.layers[i])), None)
    if first_row is not None:
        text = QCoreApplication.translate("LayerMends", "Move {layer} to place {number}")
        text = text.format(layer=translated(layer.title), number=first_row + 1)
        yield Mend(text, MoveLayer(position, first_row))
    if isinstance(layer, WindowLayer) and len(found.input_shape) > 1:
        window, shortest = layer.window(), min(found.input_shape[1:])
        fitting = shortest + 2 * window.padding
        if window.padding >= window.side:
            yield _set_to(layer, position, "padding", window.side - 1)
        elif fitting > 1 or not isinstance(layer, PoolLayer):
            yield _set_to(layer, position, layer.window_field, fitting)
        yield _set_to(layer, position, "padding", -(-(window.side - shortest) // 2))
    text = QCoreApplication.translate("LayerMends", "Remove {layer}").format(layer=translated(layer.title))
    yield Mend(text, RemoveLayer(position))


def _flattens(report: LayerReport) -> bool:
    return len(report.output_shape) < len(report.input_shape)


def _set_to(layer: LayerBase, position: int, name: str, value: int) -> Mend:
    title = field_facts(type(layer), name).title
    text = QCoreApplication.translate("LayerMends", "Set {field} to {value}")
    return Mend(
        text.format(field=translated(title).lower(), value=value), SetValue(("layers", position, name), value, title)
    )
