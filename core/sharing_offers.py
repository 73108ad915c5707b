"""Whose parameters a layer could use instead of its own, and why not: the choice that a panel offers."""

from __future__ import annotations

from dataclasses import dataclass

from core.edits import ShareParameters
from core.errors import ExperimentError
from core.experiment import Experiment
from core.layers import ParametricLayer
from core.stack import StackReport, inspect_stack
from core.texts import say


@dataclass(frozen=True)
class Offer:
    """A layer whose parameters could be shared.

    Attributes:
        owner: its position.
        name: by which it is referred to; empty while nobody does.
        problem: a sentence why not; empty if it can be.
    """

    owner: int
    name: str
    problem: str


def offers(experiment: Experiment, position: int) -> tuple[Offer, ...]:
    """Return all other layers with parameters of their own that can be named, in their order.

    An offer without a problem leads to a stack that has no more problems than the present one.
    """
    before = inspect_stack(experiment)
    found = []
    for owner, layer in enumerate(experiment.layers):
        # While two share, each of them stands for both: only their owner is listed.
        if owner != position and isinstance(layer, ParametricLayer) and before.layers[owner].owner is None:
            found.append(Offer(owner, layer.name, _problem(experiment, before, position, owner)))
    return tuple(found)


def _problem(experiment: Experiment, before: StackReport, position: int, owner: int) -> str:
    """Return why the layer at ``position`` cannot use the parameters of the one at ``owner``."""
    giver, taker = experiment.layers[owner], experiment.layers[position]
    if type(giver) is not type(taker):
        return say("It is of another kind.")
    if owner > position:
        return say("It comes later. Choose this layer in that one.")
    try:
        after = inspect_stack(ShareParameters(position, owner).apply(experiment))
    except ExperimentError as error:
        return str(error)
    given, wanted = before.layers[owner].parameters, after.layers[position].parameters
    if after.layers[position].owner != owner and given and wanted and given != wanted:
        return say(
            "It has weights of {given}; this layer needs {wanted}.",
            given="×".join(map(str, given[0].shape)),
            wanted="×".join(map(str, wanted[0].shape)),
        )
    new = [problem for problem in after.problems if problem not in before.problems]
    return new[0] if new and len(after.problems) > len(before.problems) else ""


def partners(report: StackReport, position: int) -> tuple[int, ...]:
    """Return the positions of the other layers that use the same parameters as the one at ``position``."""
    layers = report.layers
    owner = position if layers[position].owner is None else layers[position].owner
    group = [i for i, layer in enumerate(layers) if i == owner or layer.owner == owner]
    return tuple(i for i in group if i != position)
