"""The explorer of parameters, with mouse and keyboard."""

from __future__ import annotations

import pytest

from desktop_app.lessons.explorers.deferred import DeferredExplorer
from tests.desktop_app.lessons.explorers.opened import opened


@pytest.fixture
def deferred(qtbot, light_theme, fast_mouse):
    return opened(qtbot, DeferredExplorer)


def facts(explorer, *names):
    return tuple(explorer.facts()[name] for name in names)


def test_shapes_become_known_step_by_step(deferred):
    found = []
    for stage in ("constructed", "initialized", "forward"):
        deferred.restore({"stage": stage})
        found.append(facts(deferred, "num_known", "num_initialized", "num_parameters"))
    assert found == [(2, 0, 4), (2, 2, 4), (4, 4, 4)]
