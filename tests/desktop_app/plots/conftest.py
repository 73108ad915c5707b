"""Fixtures of the tests of plots."""

from __future__ import annotations

from collections.abc import Iterator

import pyqtgraph as pg
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.plots.curves import CurvesView
from desktop_app.theme import themes


@pytest.fixture
def light_theme(qapp: QApplication) -> Iterator[None]:
    """Begin and end with the light theme."""
    themes.choose("light")
    yield
    themes.choose("light")


@pytest.fixture
def curves_view(qtbot: QtBot, light_theme: None) -> Iterator[CurvesView]:
    """A visible view of 700 x 520 pixels, without a run."""
    # pyqtgraph drops mouse moves that come faster than those of a hand, as those of a test do.
    rate = pg.getConfigOption("mouseRateLimit")
    pg.setConfigOption("mouseRateLimit", 0)
    view = CurvesView()
    qtbot.addWidget(view)
    view.resize(700, 520)
    with qtbot.waitExposed(view):
        view.show()
    yield view
    pg.setConfigOption("mouseRateLimit", rate)
