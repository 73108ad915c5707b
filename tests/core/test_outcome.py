from __future__ import annotations

import pytest

from core.events import EpochDone, Event, RunEnded, RunStarted
from core.experiment import Experiment
from core.history import History
from core.outcome import RunOutcome

STARTED = RunStarted(3, Experiment(name="kept"), 60, 20, 0, 3, 100)
EPOCHS = [EpochDone(3, 3 * n, n, 1 / n, 0.5, 2 / n, 0.4, 1000.0, float(n)) for n in (1, 2)]
ENDED = RunEnded(3, 6, "finished", "The end.")


def history_of(*events: Event) -> History:
    history = History()
    for event in events:
        history.add(event)
    return history


def test_an_outcome_keeps_what_draws_the_curves() -> None:
    outcome = RunOutcome.of(history_of(STARTED, *EPOCHS, ENDED))
    assert outcome.experiment == STARTED.experiment
    assert outcome.epochs == tuple(EPOCHS)
    assert outcome.ended == ENDED
    again = outcome.history()
    assert (again.started, again.epochs, again.ended) == (STARTED, EPOCHS, ENDED)


@pytest.mark.parametrize("events", [(), (STARTED, *EPOCHS)])
def test_a_run_that_goes_on_has_no_outcome(events: tuple[Event, ...]) -> None:
    with pytest.raises(ValueError, match="ended"):
        RunOutcome.of(history_of(*events))
