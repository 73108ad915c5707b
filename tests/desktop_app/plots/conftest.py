"""Fixtures of the tests of plots."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.plots.activations import ActivationsView
from desktop_app.plots.curves import CurvesView
from desktop_app.plots.samples import SamplesView
from desktop_app.plots.sweep import SweepView
from tests.desktop_app.plots.network_bench import NetworkBench
from tests.desktop_app.plots.sample_data import TEST, TRAIN, VALIDATION, parts_of


def _shown(qtbot: QtBot, view: QWidget, width: int, height: int) -> None:
    qtbot.addWidget(view)
    view.resize(width, height)
    with qtbot.waitExposed(view):
        view.show()


@pytest.fixture
def curves_view(qtbot: QtBot, light_theme: None, fast_mouse: None) -> CurvesView:
    """A visible view of 700 x 520 pixels, without a run."""
    view = CurvesView()
    _shown(qtbot, view, 700, 520)
    return view


@pytest.fixture
def activations_view(qtbot: QtBot, light_theme: None, fast_mouse: None) -> ActivationsView:
    """A visible view of 1000 x 700 pixels."""
    view = ActivationsView()
    _shown(qtbot, view, 1000, 700)
    QApplication.processEvents()
    return view


@pytest.fixture
def samples_view(qtbot: QtBot, light_theme: None) -> SamplesView:
    """A visible view of 900 x 620 pixels, without samples."""
    view = SamplesView()
    _shown(qtbot, view, 900, 620)
    return view


@pytest.fixture
def full_samples(samples_view: SamplesView) -> SamplesView:
    """A view with pictures in three parts, the validation part shown."""
    samples_view.show_parts(parts_of(TRAIN, VALIDATION, TEST))
    return samples_view


@pytest.fixture
def network(qtbot: QtBot, light_theme: None, tmp_path: Path) -> NetworkBench:
    """The Network tab, visible, without a network."""
    return NetworkBench(qtbot, tmp_path)


@pytest.fixture
def sweep_view(qtbot: QtBot, light_theme: None, fast_mouse: None) -> SweepView:
    """A visible view of 950 x 520 pixels, without a sweep."""
    view = SweepView()
    _shown(qtbot, view, 950, 520)
    return view
