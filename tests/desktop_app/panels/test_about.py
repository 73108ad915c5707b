"""Name and notes of the experiment, with mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.edits import SetValue
from core.errors import ExperimentError
from core.experiment import Experiment
from desktop_app.panels.fields import commit_pending
from desktop_app.panels.settings import SettingsPanel


class Keeper:
    """Keeps an experiment like the session."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window, self.panel = QWidget(), SettingsPanel()
        QVBoxLayout(self.window).addWidget(self.panel)
        self.about = self.panel.about
        self.asked: list[SetValue] = []
        self.experiment = Experiment()
        self.panel.edited.connect(self.apply)
        self.panel.show_experiment(self.experiment)
        self.window.resize(300, 700)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def apply(self, edit: SetValue) -> None:
        self.asked.append(edit)
        try:
            self.experiment = edit.apply(self.experiment)
        except ExperimentError as error:
            assert self.panel.show_problem(str(edit.path[0]), str(error))
        else:
            self.panel.show_experiment(self.experiment)

    def unfold(self) -> None:
        QTest.mouseClick(self.about.header, Qt.MouseButton.LeftButton)


def test_it_is_folded_until_somebody_wants_it(qtbot: QtBot) -> None:
    keeper = Keeper(qtbot)
    assert keeper.about.header.isVisible()
    assert not keeper.about.notes.isVisible()
    keeper.unfold()
    assert keeper.about.name.isVisible()
    assert keeper.about.notes.isVisible()


def test_name_and_notes_are_committed_when_the_focus_leaves_them(qtbot: QtBot) -> None:
    keeper = Keeper(qtbot)
    keeper.unfold()
    line, box = keeper.about.name.line, keeper.about.notes.box
    assert line.text() == "Untitled"
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Two layers")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert box.hasFocus()
    QTest.keyClicks(box, "First")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "second")
    assert keeper.asked == [SetValue(("name",), "Two layers", "Name")]
    keeper.panel.show_experiment(keeper.experiment)
    assert box.toPlainText() == "First\nsecond", "an answer in between does not wipe what is being typed"
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert keeper.asked[1:] == [SetValue(("notes",), "First\nsecond", "Notes")]
    assert (keeper.experiment.name, keeper.experiment.notes) == ("Two layers", "First\nsecond")


def test_what_is_typed_counts_before_a_file_is_saved(qtbot: QtBot) -> None:
    keeper = Keeper(qtbot)
    keeper.unfold()
    keeper.about.notes.box.setFocus()
    QTest.keyClicks(keeper.about.notes.box, "why")
    commit_pending()
    assert keeper.experiment.notes == "why"


def test_escape_brings_the_notes_back(qtbot: QtBot) -> None:
    keeper = Keeper(qtbot)
    keeper.unfold()
    box = keeper.about.notes.box
    box.setFocus()
    QTest.keyClicks(box, "no")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.toPlainText() == ""
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert keeper.asked == []


def test_lengths_follow_the_core(qtbot: QtBot) -> None:
    keeper = Keeper(qtbot)
    assert keeper.about.name.line.maxLength() == 200
    box = keeper.about.notes.box
    keeper.unfold()
    box.setFocus()
    # In lines of 100 characters: one of 100,001 takes seconds to be broken into rows.
    box.insertPlainText(("x" * 99 + "\n") * 1000 + "x")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert keeper.experiment.notes == ""
    assert "100,000" in keeper.about.notes.problem or "100000" in keeper.about.notes.problem
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert len(keeper.experiment.notes) == 99_999
    assert keeper.about.notes.problem == ""
