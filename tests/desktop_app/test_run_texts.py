from __future__ import annotations

from dataclasses import replace

import pytest

from core.events import RunEnded
from core.experiment import with_value
from core.history import History
from core.presets import load_preset
from desktop_app.run_texts import early_end_text
from tests.desktop_app.fakes import run_events


@pytest.mark.parametrize(
    ("planned", "reason", "best_epoch", "is_early"),
    [
        (3, "finished", None, False),
        (3, "finished", 3, False),
        (3, "finished", 2, True),
        (4, "finished", None, True),
        (4, "stopped", None, False),
    ],
)
def test_an_end_before_the_last_epoch_is_explained(planned, reason, best_epoch, is_early):
    experiment = with_value(load_preset("digits-mlp"), "training.num_epochs", planned)
    history = History()
    *events, ended = run_events(experiment, epochs=3, end=reason)
    ended = replace(ended, best_epoch=best_epoch)
    for event in (*events, ended):
        history.add(event)
    assert early_end_text(ended, history) == ("The end." if is_early else "")


def test_an_end_without_a_run_explains_nothing():
    assert early_end_text(RunEnded(1, 0, "finished", "The end."), History()) == ""
