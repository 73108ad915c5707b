"""The NDArray explorer, with mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop_app.lessons.explorers.memory import MemoryExplorer
from desktop_app.lessons.explorers.memory_picture import Place
from desktop_app.plots.export import ExportButton
from tests.desktop_app.lessons.explorers.answering import answered


@pytest.fixture
def explorer(qtbot, tmp_path):
    explorer = MemoryExplorer(choose=lambda *_: str(tmp_path / "memory"))
    qtbot.addWidget(explorer)
    answered(explorer)
    explorer.resize(1000, 600)
    explorer.show()
    return explorer


def click(qtbot, explorer, side, index):
    place = explorer.picture.cell_rect(Place(side, index)).center().toPoint()
    qtbot.mouseClick(explorer.picture, Qt.MouseButton.LeftButton, pos=place)


def test_a_click_writes_an_entry_and_the_view_shows_it(qtbot, explorer):
    assert not explorer.facts()["written"]
    click(qtbot, explorer, "left", (1, 2))
    assert explorer.facts() == {
        "way": "rows",
        "side": "left",
        "written": True,
        "group": "make",
        "same_object": False,
        "shares_memory": True,
        "num_changed_other": 1,
        "id_kept": True,
        "refused": False,
    }
    assert explorer.written.text() == "An entry of x was written, and y shows it at once."
    qtbot.mouseClick(explorer.reset_button, Qt.MouseButton.LeftButton)
    assert not explorer.facts()["written"]
    assert not explorer.written.isVisible()


def test_a_line_is_chosen_with_the_keys_and_an_entry_is_written_with_them(qtbot, explorer):
    explorer.list.setFocus()
    for _ in range(2):
        qtbot.keyClick(explorer.list, Qt.Key.Key_Down)
    assert explorer.setup.way == "columns"
    explorer.picture.setFocus()
    qtbot.keyClick(explorer.picture, Qt.Key.Key_Right)
    assert explorer.picture.cursor_place == Place("right", (1, 0))
    qtbot.keyClick(explorer.picture, Qt.Key.Key_Return)
    assert explorer.setup.side == "right"
    assert explorer.facts()["num_changed_other"] == 0
    assert "stayed as it was" in explorer.written.text()


def test_headings_are_passed_over(qtbot, explorer):
    explorer.change(way="plus")
    explorer.list.setFocus()
    qtbot.keyClick(explorer.list, Qt.Key.Key_Down)
    assert explorer.setup.way == "asnumpy"


def test_a_statement_is_run(qtbot, explorer):
    explorer.change(way="rebind")
    assert explorer.facts()["same_object"]
    qtbot.mouseClick(explorer.run_button, Qt.MouseButton.LeftButton)
    assert not explorer.facts()["id_kept"]
    assert "→" in explorer.ids.text()
    assert not explorer.run_button.isEnabled()
    click(qtbot, explorer, "left", (0, 0))
    assert explorer.setup.index == (1, 2), "the line itself writes"


def test_all_lines_are_found_out_and_exported(explorer, tmp_path):
    explorer.findChild(ExportButton).menu().actions()[2].trigger()
    lines = (tmp_path / "memory.csv").read_text().splitlines()
    assert '"y = x[1:3]",shared memory' in lines
    assert '"x = x + d",new memory' in lines
    assert len(lines) == 21


def test_a_narrow_explorer_has_a_box_in_place_of_the_list(qtbot, explorer):
    explorer.resize(600, 600)
    assert explorer.box.isVisible()
    assert not explorer.list.isVisible()
    qtbot.keyClick(explorer.box, Qt.Key.Key_Down)
    assert explorer.setup.way == "row"


def test_a_state_of_a_lesson_is_taken_or_refused_with_a_sentence(explorer):
    said = []
    explorer.failed.connect(said.append)
    explorer.restore({"way": "row", "side": "right", "index": [2]})
    assert explorer.facts()["num_changed_other"] == 1
    explorer.restore({"way": "row", "side": "right", "index": [3]})
    assert said == ["There is no entry [3] in an array of shape (3,)."]
