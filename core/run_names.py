"""The names that runs get by themselves: that of the experiment, and what differs, such as ``Circle · ReLU``."""

from __future__ import annotations

from core.experiment import Experiment
from core.presets import experiment_name, presets
from core.run_differences import found_differences
from core.runs import Runs
from core.sentences import listed
from core.texts import say

_MOST = 3


def run_name(experiment: Experiment, runs: Runs) -> str:
    """Return a name for a run, in the language of now.

    What differs is told of an experiment that is named as a preset is, against that preset; of any other one against
    the oldest of the runs whose experiment has the same name.

    Args:
        experiment: what was run.
        runs: the runs that there are already.
    """
    originals = [preset.experiment for preset in presets()] + [run.experiment for run in runs]
    original = next((other for other in originals if other.name == experiment.name), experiment)
    news = list(dict.fromkeys(found.brief for found in found_differences(original, experiment)))
    name = experiment_name(experiment)
    if not news:
        return name
    return say("{name} · {news}", name=name, news=listed(news if len(news) <= _MOST else [*news[:_MOST], "…"]))
