"""The explorer of parameter files, with mouse and keyboard."""

from __future__ import annotations

import pytest

from desktop_app.lessons.explorers.parameters import ParametersExplorer
from tests.desktop_app.lessons.explorers.opened import opened


@pytest.fixture
def parameters(qtbot, light_theme, fast_mouse):
    return opened(qtbot, ParametersExplorer)


@pytest.mark.parametrize(
    ("example", "facts"),
    [
        ("fits", {"opened": True, "fits": True, "refused": False, "num_arrays": 4, "num_parameters": 75}),
        ("wrong-shape", {"opened": True, "fits": False, "refused": False, "num_arrays": 4, "num_parameters": 93}),
        ("damaged", {"opened": False, "fits": False, "refused": True, "num_arrays": 0, "num_parameters": 0}),
    ],
)
def test_examples(parameters, example, facts):
    parameters.restore({"example": example})
    assert parameters.facts() == {"example": example} | facts
    assert parameters.verdict.text().endswith(".")
