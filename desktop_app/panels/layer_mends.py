"""Edits that mend a problem of the stack with one click."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from core.edits import AddLayer, Edit, SetValue
from core.errors import ExperimentError
from core.experiment import Experiment
from core.layers import Dense
from core.losses import LOSSES
from core.stack import inspect_stack
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
    before = set(inspect_stack(experiment).problems)
    return tuple(mend for mend in _candidates(experiment) if _mends(experiment, mend, problem, before))


def _mends(experiment: Experiment, mend: Mend, problem: str, before: set[str]) -> bool:
    try:
        after = set(inspect_stack(mend.edit.apply(experiment)).problems)
    except ExperimentError:
        return False  # not possible here, such as one layer more than a stack may have
    return problem not in after and after < before


def _candidates(experiment: Experiment) -> Iterator[Mend]:
    layers = experiment.layers
    tr = QCoreApplication.translate
    yield Mend(tr("LayerMends", "Add output layer"), AddLayer(len(layers), "dense"))
    last_dense = max((i for i, layer in enumerate(layers) if isinstance(layer, Dense)), default=None)
    if last_dense is not None:
        yield Mend(tr("LayerMends", "Set units to auto"), SetValue(("layers", last_dense, "units"), "auto", "Units"))
    for loss in LOSSES:
        text = tr("LayerMends", "Use {loss}").format(loss=translated(loss.title))
        yield Mend(text, SetValue(("loss", "kind"), loss.kind_name(), "Loss"))
