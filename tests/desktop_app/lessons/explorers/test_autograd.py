"""The autograd explorer, with mouse and keyboard."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from core.explorers.autograd import EXAMPLES
from core.explorers.expression import parse
from desktop_app.lessons.explorers.autograd import AutogradExplorer
from desktop_app.lessons.explorers.graph_layout import layout_of
from desktop_app.lessons.explorers.program_button import ProgramButton
from desktop_app.plots.export import ExportButton
from tests.desktop_app.lessons.explorers.answering import answered


@pytest.fixture
def explorer(qtbot, tmp_path):
    explorer = AutogradExplorer(choose=lambda *_: str(tmp_path / "gradient"))
    qtbot.addWidget(explorer)
    explorer.player._animation.setDuration(1)
    answered(explorer)
    explorer.resize(900, 600)
    explorer._ask()
    return explorer


def type_into(qtbot, edit, text, *, enter=True):
    edit.selectAll()
    qtbot.keyClicks(edit, text)
    if enter:
        qtbot.keyClick(edit, Qt.Key.Key_Return)


def test_the_first_example_is_that_of_the_book(explorer):
    facts = explorer.facts()
    assert (facts["y"], facts["gradient"], facts["agrees"], facts["summed"]) == (28, 24, True, False)
    assert explorer.check.text().startswith("Check: (L(x + h) − L(x − h)) / 2h for each entry of x agrees")


def test_a_typed_expression_is_computed_and_played(qtbot, explorer):
    explorer.show()
    type_into(qtbot, explorer.x_edit, "[[1, 2], [3, 4]]")
    type_into(qtbot, explorer.y_edit, "x ** 3")
    qtbot.waitUntil(lambda: explorer.facts()["seen"])
    facts = explorer.facts()
    assert facts["summed"]
    assert facts["is_matrix"]
    assert facts["uses_power"]
    np.testing.assert_allclose(facts["gradient"], 3 * (1 + 4 + 9 + 16))
    explorer.player.back_button.click()
    assert explorer.sentence.text().startswith("Backwards: y has shape (2, 2). backward() differentiates the sum")


def test_a_mistake_is_said_while_it_is_typed_at_the_field_that_has_it(qtbot, explorer):
    explorer.show()
    type_into(qtbot, explorer.y_edit, "exp(x", enter=False)
    assert explorer.sentence.text() == "A “)” is missing after “exp(x”."
    assert explorer.y_edit.property("invalid")
    assert not explorer.x_edit.property("invalid")
    type_into(qtbot, explorer.y_edit, "exp(x)")
    assert not explorer.y_edit.property("invalid")
    type_into(qtbot, explorer.x_edit, "[1, 2")
    assert explorer.x_edit.property("invalid")
    assert explorer.setup.x == EXAMPLES[0][1]
    explorer.hide()


def test_values_come_forwards_and_gradients_backwards(qtbot, explorer):
    player, picture = explorer.player, explorer.picture
    explorer.show()
    qtbot.waitUntil(lambda: player.at_end)
    player.step_button.click()
    assert player.position == 0
    known = [[picture.scene.value(i) is not None for i in range(5)]]
    while not player.at_end:
        player.step_button.click()
        qtbot.waitUntil(lambda: not player.is_playing)
        known.append([picture.scene.gradient(i) is not None for i in range(5)])
    order = [sum(row) for row in known[1:]]
    assert order == sorted(order)
    assert known[-1].count(True) == 4, "all but the number 2"
    explorer.hide()


def test_a_kink_is_told(explorer):
    explorer.show()
    explorer.restore({"expression": "sum(relu(x))", "x": "[0, 1]"})
    assert not explorer.facts()["agrees"]
    assert "kink" in explorer.check.text()
    explorer.restore({"expression": "log(x)", "x": "-1"})
    assert not explorer.facts()["finite"]
    assert "not finite" in explorer.check.text()


def test_a_node_tells_its_numbers_under_the_mouse(qtbot, explorer):
    explorer.show()
    qtbot.waitUntil(lambda: explorer.player.at_end)
    scale, corner = explorer.picture._scale()
    box = explorer.picture._boxes[1]
    qtbot.mouseMove(explorer.picture, (corner + box.center() * scale).toPoint())
    text = explorer.picture._card.label.text()
    assert explorer.picture.pointed == 1
    assert "value" in text
    assert "gradient" in text
    explorer.hide()


def test_a_state_of_a_lesson_is_taken_or_refused_with_a_sentence(explorer):
    explorer.show()
    said = []
    explorer.failed.connect(said.append)
    explorer.restore({"expression": "sum(x * x)", "x": "[1, 2]"})
    assert explorer.facts()["gradient"] == 6
    explorer.restore({"x": [1, 2]})
    assert explorer.setup.x == "[1, 2]"
    explorer.restore({"expression": "__import__('os')"})
    assert said == ["“'” has no meaning in an expression."]
    assert explorer.state() == {"expression": "sum(x * x)", "x": "[1, 2]"}


@pytest.mark.parametrize("text", [expression for expression, _ in EXAMPLES] + ["x", "((x+x)*(x+x))@((x+x)*(x+x))"])
def test_boxes_never_touch(explorer, text):
    explorer.restore({"expression": text, "x": "[[1, 2], [3, 4]]"})
    boxes = explorer.picture._boxes
    for i, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[:i])
    layout = layout_of(parse(text))
    assert all(layout.columns[wire.source] < layout.columns[wire.target] for wire in layout.wires)


def test_numbers_are_exported(explorer, tmp_path):
    explorer.findChild(ExportButton).menu().actions()[2].trigger()
    lines = (tmp_path / "gradient.csv").read_text().splitlines()
    assert lines[0] == "entry,x,gradient,central difference"
    assert [float(line.split(",")[2]) for line in lines[1:]] == [0, 4, 8, 12]


def test_an_example_is_chosen_from_the_menu(explorer):
    explorer.show()
    explorer.examples.menu().actions()[2].trigger()
    assert (explorer.setup.expression, explorer.setup.x) == EXAMPLES[2]
    assert explorer.facts()["uses_sigmoid"]


def test_the_program_is_shown_and_copied(qtbot, explorer, qapp):
    button = explorer.findChild(ProgramButton)
    button.menu().aboutToShow.emit()
    assert "    y = 2 * nd.dot(x.T, x)" in button.editor.toPlainText()
    button.copy_button.click()
    assert "\nfrom mxnet import autograd, nd\n" in qapp.clipboard().text()
