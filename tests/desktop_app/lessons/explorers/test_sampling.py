"""The sampling explorer, with mouse and keyboard."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QAbstractAnimation, QPointF, Qt

from desktop_app.lessons.explorers.sampling import SamplingExplorer
from desktop_app.plots.export import ExportButton


@pytest.fixture
def explorer(qtbot, tmp_path):
    explorer = SamplingExplorer(choose=lambda *_: str(tmp_path / "samples"))
    qtbot.addWidget(explorer)
    explorer.resize(900, 600)
    return explorer


def test_only_the_parameters_of_the_distribution_are_shown(explorer):
    explorer.show()
    for distribution, names in (("uniform", {"low", "high"}), ("normal", {"mu", "sigma"}), ("poisson", {"rate"})):
        explorer.change(distribution=distribution)
        shown = {name for name in ("low", "high", "mu", "sigma", "rate") if explorer.controls[name].isVisible()}
        assert shown == names


def test_a_parameter_is_typed_and_a_seed_is_thrown(qtbot, explorer):
    explorer.show()
    box = explorer.controls["sigma"].box
    box.selectAll()
    qtbot.keyClicks(box, "3")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert explorer.setup.sigma == 3
    before = explorer.facts()["mean"]
    qtbot.mouseClick(explorer.dice, Qt.MouseButton.LeftButton)
    assert explorer.setup.seed == 1
    assert explorer.facts()["mean"] != before


def test_a_mistake_is_a_sentence_and_changes_nothing(explorer):
    said = []
    explorer.failed.connect(said.append)
    explorer.change(distribution="uniform", low=2.0)
    assert said == ["low must be below high."]
    assert explorer.setup.distribution == "normal"


def test_n_grows_and_stops_when_it_is_hidden(qtbot, explorer):
    explorer.show()
    explorer.change(n=1000)
    seen = []
    show = explorer._show_first
    explorer._show_first = lambda n: (seen.append(n), show(n))
    explorer._growth.setDuration(100_000)
    qtbot.mouseClick(explorer.grow_button, Qt.MouseButton.LeftButton)
    explorer._growth.setCurrentTime(50_000)
    assert 1 <= seen[0] < seen[-1] < 1000
    explorer.hide()
    assert explorer._growth.state() == QAbstractAnimation.State.Stopped
    assert seen[-1] == 1000


def test_bars_and_curves_tell_their_numbers_under_the_mouse(explorer):
    explorer.show()
    plot = explorer.histogram.plot
    explorer.histogram._hover(plot.view.mapViewToScene(QPointF(0.01, 0.05)))
    assert explorer.histogram.bars.marked >= 0
    assert "of the distribution" in explorer.histogram.card.label.text()
    explorer.convergence._hover(explorer.convergence.upper.view.mapViewToScene(QPointF(1.0, 0.0)))
    assert "<b>n = 10</b>" in explorer.convergence.card.label.text()
    explorer.change(distribution="poisson")
    explorer.histogram._hover(plot.view.mapViewToScene(QPointF(4.0, 0.05)))
    assert explorer.histogram.card.label.text().startswith("<b>4</b>")


def test_facts_are_those_of_the_samples(explorer):
    explorer.restore({"n": 100_000, "mu": 5.0})
    facts = explorer.facts()
    np.testing.assert_allclose(facts["mean"], explorer._samples.mean())
    assert facts["mean_error"] < 4 * facts["standard_error"] < 0.02
    assert facts["variance_error"] < 0.03


def test_samples_and_pictures_are_exported(explorer, tmp_path):
    for action in explorer.findChild(ExportButton).menu().actions():
        action.trigger()
    lines = (tmp_path / "samples.csv").read_text().splitlines()
    assert len(lines) == 101
    assert float(lines[1].split(",")[1]) == pytest.approx(explorer._samples[0])
    assert (tmp_path / "samples.png").stat().st_size > 1000
