"""The depth explorer: what it asks, draws, says and keeps."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.explorers.depth import Depth
from desktop_app.lessons.explorers.depth import DepthExplorer
from desktop_app.plots.export import png_picture, svg_picture
from tests.desktop_app.lessons.explorers.opened import opened, pick, pixel

SMALL = {"depth": 6, "width": 8, "num_seeds": 2}


@pytest.fixture
def depth(qtbot, light_theme):
    explorer = opened(qtbot, DepthExplorer)
    explorer.restore(SMALL)
    return explorer


def test_it_asks_only_while_it_is_seen(qtbot):
    explorer = DepthExplorer()
    qtbot.addWidget(explorer)
    asked = []
    explorer.asked.connect(asked.append)
    explorer.restore(SMALL)
    assert asked == []
    with qtbot.waitExposed(explorer):
        explorer.show()
    assert [question.setup.depth for question in asked] == [6]
    explorer.restore({"depth": 7})
    assert [question.setup.depth for question in asked] == [6, 7]
    assert "vanishes" not in explorer.facts()


def test_it_draws_every_layer_and_says_what_happens(depth):
    line = depth.plot.lines[depth.plot.upper]
    assert line.x.tolist() == [1, 2, 3, 4, 5, 6]
    np.testing.assert_allclose(10 ** line.y[0], np.exp(np.log(depth.found.gradients[:, 0]).mean()), rtol=1e-6)
    assert len(depth.plot.lines[depth.plot.lower].x) == 7
    depth.restore({"sigma": 0.001})
    assert depth.facts()["vanishes"] is True
    assert "Vanishing" in depth.explanation.text()
    depth.restore({"sigma": 5.0})
    assert depth.facts()["explodes"] is True
    assert "Exploding" in depth.explanation.text()
    depth.restore({"initializer": "msra_prelu", "slope": 0.0})
    assert "All layers can learn" in depth.explanation.text()


def test_zero_and_overflow_are_marked(depth):
    depth.restore({"initializer": "zero"})
    assert [text for _, text in depth.plot.odd[depth.plot.upper].texts()] == ["0"] * 6
    assert "exactly 0" in depth.explanation.text()
    depth.restore({"initializer": "normal", "sigma": 10.0, "depth": 60, "width": 64})
    assert "∞" in [text for _, text in depth.plot.odd[depth.plot.lower].texts()]
    assert "Overflow" in depth.explanation.text()
    assert "not finite" in [entry.text for entry in depth.plot.legend.entries]


def test_only_the_control_of_the_initialiser_is_there(depth):
    assert depth.controls["sigma"].isVisible()
    assert not depth.controls["slope"].isVisible()
    box = depth.controls["initializer"].box
    box.setCurrentIndex(box.findData("msra_prelu"))
    box.activated.emit(box.currentIndex())
    assert depth.state()["initializer"] == "msra_prelu"
    assert depth.controls["slope"].isVisible()
    assert not depth.controls["sigma"].isVisible()


def test_curves_are_kept_to_compare(depth):
    QTest.mouseClick(depth.keep_button, Qt.MouseButton.LeftButton)
    before = depth.plot.lines[depth.plot.upper].y
    depth.restore({"activation": "sigmoid"})
    np.testing.assert_array_equal(depth.plot.kept_lines[depth.plot.upper].y, before)
    assert depth.plot.legend.entries[-1].text == "kept: ReLU, Normal, σ = 0.1"
    assert depth.facts()["kept"] is True
    QTest.mouseClick(depth.keep_button, Qt.MouseButton.LeftButton)
    assert not len(depth.plot.kept_lines[depth.plot.upper].y)


def test_an_example_sets_everything(depth):
    depth.restore({"num_seeds": 1})
    pick(depth, "ReLU, Normal 0.4: explodes")
    assert depth.setup.sigma == 0.4
    assert depth.setup.depth == 50
    assert depth.facts()["first_gradient"] > 1e15


def test_the_mouse_reads_a_layer(depth):
    plot = depth.plot
    QTest.mouseMove(plot.viewport(), pixel(plot, plot.upper, 3.2, -3))
    assert "Layer 3" in plot.card.label.text()
    QTest.mouseMove(plot.viewport(), pixel(plot, plot.lower, 0.1, 0))
    assert "Inputs" in plot.card.label.text()


def test_what_does_not_fit_is_a_sentence(depth):
    for state in ({"depth": 1000}, {"sigma": "x"}, {"colour": 1}, {"activation": "eval()"}):
        depth.restore(state)
    assert len(depth.sentences) == 4
    assert depth.setup.depth == 6


def test_numbers_and_pictures_are_exported(depth):
    lines = depth.plot.to_csv().splitlines()
    assert lines[0] == "layer,mean_abs_gradient_0,mean_abs_gradient_1,output_deviation_0,output_deviation_1"
    assert len(lines) == 8
    assert lines[1].split(",")[:3] == ["0", "", ""], "the inputs have no weights"
    assert float(lines[1].split(",")[3]) == pytest.approx(depth.found.deviations[0, 0])
    assert float(lines[2].split(",")[1]) == pytest.approx(depth.found.gradients[0, 0])
    assert png_picture(depth.plot, "x").startswith(b"\x89PNG")
    assert b"<svg" in svg_picture(depth.plot, "x")


def test_an_answer_to_an_old_question_is_left_out(depth):
    question = depth._question()
    depth.restore({"activation": "tanh"})
    shown = depth.found
    depth.show_answer(question, Depth(np.ones((1, 6)), np.ones((1, 7))), True)
    assert depth.found is shown


def test_kept_curves_are_part_of_the_state(depth, qtbot):
    depth.keep_button.click()
    depth.restore({"activation": "tanh", "initializer": "xavier"})
    other = opened(qtbot, DepthExplorer)
    other.restore(depth.state())
    assert other.state() == depth.state()
    assert other.keep_button.isChecked()
    np.testing.assert_array_equal(other.plot.kept.gradients, depth.plot.kept.gradients)
    np.testing.assert_array_equal(other.found.gradients, depth.found.gradients)
    assert other.plot.legend.entries[-1].text == "kept: ReLU, Normal, σ = 0.1"
    other.restore({"kept": None})
    assert other.facts()["kept"] is False
    for bad in (3, {"sigma": -1}, {"x": 1}):
        other.restore({"kept": bad})
    assert len(other.sentences) == 3
