"""The Weights tab as a whole: its switch, what it says while there is nothing to draw, and narrow windows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.probes import GradientsProbe, HistogramProbe, RowsProbe, Subject, UpdatesProbe
from tests.core.engine.runs import DENSE, DENSE_RELU, small
from tests.desktop_app.plots.weights_bench import WeightsBench

PROBES = {"Histograms": HistogramProbe, "Norms": UpdatesProbe, "Gradients": GradientsProbe, "Templates": RowsProbe}


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> WeightsBench:
    return WeightsBench(qtbot, tmp_path)


@pytest.mark.parametrize("title", PROBES)
def test_only_the_picture_in_front_asks(bench, title, qtbot):
    assert bench.view.probes() == ()
    bench.begin(small())
    bench.turn_to(title)
    (probe,) = bench.view.probes()
    assert isinstance(probe, PROBES[title])
    assert (bench.view.pages.currentWidget() is bench.view.page) == (title != "Norms"), (
        "norms are measured step by step"
    )
    assert sum(export.isVisible() for export in bench.view.exports) == 1
    others = [page for page in bench.view.shown if page is not bench.view.page]
    assert not any(page.tools.isVisible() for page in others if page.tools is not None)


def test_the_switch_tells_that_other_probes_are_needed(bench, qtbot):
    bench.begin(small())
    with qtbot.waitSignal(bench.view.probes_changed):
        bench.turn_to("Gradients")
    bench.view.buttons[0].setFocus()
    with qtbot.waitSignal(bench.view.probes_changed):
        QTest.keyClick(bench.view.buttons[0], Qt.Key.Key_Space)
    assert isinstance(bench.view.probes()[0], HistogramProbe)


def test_what_to_do_is_said_while_there_is_no_network(bench):
    bench.view.show_subject(Subject(small(), None, has_network=False))
    assert bench.view.pages.currentWidget() is bench.view.message
    assert "Press Train" in bench.view.message.title.text()
    assert bench.view.probes() == ()
    bench.begin(small())
    bench.turn_to("Gradients")
    bench.look()
    assert bench.view.pages.currentWidget() is bench.view.message
    assert "before the first step" in bench.view.message.title.text()
    bench.step()
    assert bench.view.pages.currentWidget() is bench.view.gradients
    assert bench.view.state.text() == "after step 1"


def test_layers_that_cannot_work_are_told_about(bench):
    broken = small([DENSE_RELU, {"kind": "conv2d"}, DENSE])
    bench.view.show_subject(Subject(broken, None, has_network=False))
    assert bench.view.pages.currentWidget() is bench.view.message
    assert "cannot work" in bench.view.message.title.text()
    bench.begin(small())
    assert bench.view.pages.currentWidget() is bench.view.page


def test_there_is_nothing_to_export_before_there_are_numbers(bench):
    bench.begin(small())
    bench.turn_to("Gradients")
    export = next(button for button in bench.view.exports if button.isVisibleTo(bench.view))
    bench.look()
    assert not export.isEnabled(), "there is no gradient before the first step"
    bench.step()
    assert export.isEnabled()
    bench.begin(small())
    assert not export.isEnabled()
