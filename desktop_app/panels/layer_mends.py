"""Edits that mend a problem of the stack with one click."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from core.edits import AddLayer, Edit, SetValue
from core.errors import ExperimentError
from core.experiment import Experiment
from core.fields import field_facts
from core.layers import Dense
from core.losses import LOSSES
from core.stack import StackReport, inspect_stack
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
    candidates, before = _candidates(report), set(report.problems)
    return tuple(mend for mend in candidates if _mends(experiment, mend, problem, before))


def _mends(experiment: Experiment, mend: Mend, problem: str, before: set[str]) -> bool:
    try:
        after = set(inspect_stack(mend.edit.apply(experiment)).problems)
    except ExperimentError:
        return False  # not possible here, such as one layer more than a stack may have
    return problem not in after and after < before


def _candidates(report: StackReport) -> Iterator[Mend]:
    text = QCoreApplication.translate("LayerMends", "Add output layer")
    yield Mend(text, AddLayer(len(report.layers), "dense"))
    if report.output_position is not None:
        path, title = ("layers", report.output_position, "units"), field_facts(Dense, "units").title
        yield Mend(QCoreApplication.translate("LayerMends", "Set units to auto"), SetValue(path, "auto", title))
    for loss in LOSSES:
        text = QCoreApplication.translate("LayerMends", "Use {loss}").format(loss=translated(loss.title))
        yield Mend(text, SetValue(("loss", "kind"), loss.kind_name(), field_facts(Experiment, "loss").title))
