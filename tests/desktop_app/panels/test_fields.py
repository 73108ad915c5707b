"""What all editors of fields have in common, and typing into them."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from core.data import Circle, OwnPoints
from core.experiment import VARIANTS, Experiment, Training, with_value
from core.fields import FieldFacts, Value, field_facts, settings_of
from core.sentences import allowed
from desktop_app.panels.fields import commit_pending, editor_for
from desktop_app.panels.list_fields import ChoicesEditor, RecordsEditor
from desktop_app.theme import theme, themes
from tests.desktop_app.panels.field_helpers import START, Desk, Keeper, box_of, kind_of, type_text

MODELS: list[type[Value]] = [*(variant for variants in VARIANTS.values() for variant in variants), Training]
FIELDS = [(model, facts) for model in MODELS for facts in settings_of(model)]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


@pytest.mark.parametrize(("model", "facts"), FIELDS, ids=[f"{m.__name__}.{f.name}" for m, f in FIELDS])
def test_every_field_has_an_editor_that_shows_it_in_silence(
    qtbot: QtBot, model: type[Value], facts: FieldFacts
) -> None:
    editor = editor_for(facts)
    qtbot.addWidget(editor)
    heard: list[Any] = []
    editor.edited.connect(heard.append)
    editor.show_value(facts.default)
    assert heard == []
    assert editor.value == facts.default
    focus_part = editor.focusProxy()
    assert focus_part is not None
    name = focus_part.accessibleName()
    assert name.startswith(f"{facts.title}: ") if facts.kind in ("choices", "records") else name == facts.title
    assert focus_part.accessibleDescription() == facts.help
    assert facts.help.replace("'", "&#x27;") in editor.toolTip()
    if facts.kind in ("int", "float"):
        assert allowed(facts).replace("'", "&#x27;") in editor.toolTip()


def test_a_group_of_settings_has_no_editor() -> None:
    with pytest.raises(ValueError, match="group of settings"):
        editor_for(field_facts(Experiment, "optimizer"))


class TestTyping:
    def test_enter_commits(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("training.num_epochs"))
        type_text(box_of(keeper), "12")
        assert keeper.asked == [], "nothing changes while one types"
        QTest.keyClick(box_of(keeper), Qt.Key.Key_Return)
        assert keeper.asked == [12]
        assert isinstance(keeper.asked[0], int)
        assert keeper.value == 12

    def test_leaving_the_box_commits_once(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("optimizer.momentum"))
        type_text(box_of(keeper), ".9")
        QTest.mouseClick(desk.other, Qt.MouseButton.LeftButton)
        assert desk.other.hasFocus()
        assert keeper.asked == [0.9]
        assert box_of(keeper).text() == "0.9"

    def test_an_exponent_is_understood(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("optimizer.learning_rate"))
        type_text(box_of(keeper), "1e-3\r")
        assert keeper.value == 0.001
        assert box_of(keeper).text() == "0.001"

    def test_the_same_number_written_otherwise_changes_nothing(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("optimizer.learning_rate"))
        type_text(box_of(keeper), "1e-1\r")
        assert keeper.asked == []
        assert box_of(keeper).text() == "0.1"

    def test_entering_and_leaving_changes_nothing(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("data.noise"))
        box_of(keeper).setFocus()
        desk.other.setFocus()
        assert keeper.asked == []

    @pytest.mark.parametrize(
        ("path", "text", "asked"),
        [
            ("training.num_epochs", "0", 0),
            ("training.num_epochs", "2.5", 2.5),
            ("training.num_epochs", "many", "many"),
            ("optimizer.learning_rate", "0,1,2", "0,1,2"),
            ("training.batch_size", "1,000", "1,000"),
            ("optimizer.momentum", "1", 1.0),
            ("layers.1.rate", "1", 1.0),
        ],
    )
    def test_a_refused_text_stays_with_the_reason(self, desk: Desk, path: str, text: str, asked: Any) -> None:
        keeper = desk.put(*kind_of(path))
        before = keeper.value
        box = box_of(keeper)
        type_text(box, text + "\r")
        assert keeper.asked == [asked]
        assert keeper.value == before
        assert box.text() == text
        assert box.property("invalid") is True
        assert allowed(keeper.editor.facts) in keeper.editor.problem
        assert allowed(keeper.editor.facts) in box.accessibleDescription()

    def test_a_refusal_shows_what_was_typed(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("layers.1.rate"))
        type_text(box_of(keeper), "1\r")
        assert "rate: 1 is out of range. Give a number from 0 to less than 1." in keeper.editor.problem

    def test_a_decimal_comma_is_understood(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("optimizer.learning_rate"))
        type_text(box_of(keeper), "0,25\r")
        assert keeper.value == 0.25
        assert box_of(keeper).text() == "0.25"

    def test_infinity_is_refused_with_a_reason(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("optimizer.learning_rate"))
        type_text(box_of(keeper), "1e999\r")
        assert "finite" in keeper.editor.problem

    def test_escape_restores(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("training.num_epochs"))
        box = box_of(keeper)
        type_text(box, "-3\r")
        assert keeper.editor.problem
        QTest.keyClick(box, Qt.Key.Key_Escape)
        assert box.text() == "5"
        assert keeper.editor.problem == ""
        assert box.property("invalid") is False
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert keeper.asked == [-3]

    def test_mending_a_refused_text(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("training.num_epochs"))
        box = box_of(keeper)
        type_text(box, "-3\r")
        QTest.keyClick(box, Qt.Key.Key_Home)
        QTest.keyClick(box, Qt.Key.Key_Delete)
        assert keeper.editor.problem == "", "the mark goes as soon as one types on"
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert keeper.value == 3

    def test_a_refused_text_is_not_asked_for_again_when_the_focus_leaves(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("training.num_epochs"))
        type_text(box_of(keeper), "0\r")
        commit_pending()
        desk.other.setFocus()
        assert keeper.asked == [0]
        assert box_of(keeper).text() == "0"

    def test_what_is_being_typed_survives_news_of_other_fields(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("training.num_epochs"))
        type_text(box_of(keeper), "12")
        keeper.show()
        assert box_of(keeper).text() == "12"
        keeper.experiment = with_value(keeper.experiment, keeper.path, 7)
        keeper.show()
        assert box_of(keeper).text() == "7"

    def test_commit_pending_before_a_run(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("training.num_epochs"))
        type_text(box_of(keeper), "12")
        commit_pending()
        assert keeper.value == 12
        commit_pending()
        assert keeper.asked == [12]

    def test_undo_reaches_the_window_unless_there_is_typing_to_take_back(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("training.num_epochs"))
        box = box_of(keeper)
        undone: list[bool] = []
        shortcut = QShortcut(QKeySequence.StandardKey.Undo, desk.window)
        shortcut.activated.connect(lambda: undone.append(True))
        type_text(box, "12\r")
        QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert undone == [True]
        type_text(box, "34")
        QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert undone == [True]
        assert box.text() != "34"


def test_a_refused_field_is_framed_in_red(desk: Desk, qapp: QApplication) -> None:
    style, palette, choice = qapp.styleSheet(), qapp.palette(), themes.choice
    themes.choose("light")
    try:
        keeper = desk.put(*kind_of("training.num_epochs"))
        box = box_of(keeper)
        desk.other.setFocus()

        def edge() -> str:
            return str(box.grab().toImage().pixelColor(box.width() // 2, 0).name())

        assert edge() == theme().border
        keeper.apply(0)
        assert edge() == theme().danger
        keeper.show()
        assert edge() == theme().border
    finally:
        themes.choose(choice)
        qapp.setStyleSheet(style)
        qapp.setPalette(palette)


class TestChoices:
    def put(self, desk: Desk) -> Keeper:
        return desk.put(Circle, "inputs", "data.inputs", with_value(START, "data.kind", "circle"))

    def boxes(self, keeper: Keeper) -> dict[str, QCheckBox]:
        assert isinstance(keeper.editor, ChoicesEditor)
        return keeper.editor.boxes

    def ticked(self, keeper: Keeper) -> list[str]:
        return [name for name, box in self.boxes(keeper).items() if box.isChecked()]

    def test_it_shows_what_is_chosen_in_words_of_the_window(self, desk: Desk) -> None:
        keeper = self.put(desk)
        assert self.ticked(keeper) == ["x1", "x2"]
        assert [box.text() for box in self.boxes(keeper).values()] == [
            "x₁",
            "x₂",
            "x₁²",
            "x₂²",
            "x₁x₂",
            "sin x₁",
            "sin x₂",
        ]

    def test_a_click_ticks_and_another_unticks(self, desk: Desk) -> None:
        keeper = self.put(desk)
        for name in ("sin(x1)", "x1^2", "x2"):
            click_box(self.boxes(keeper)[name])
        assert keeper.asked == [("x1", "x2", "sin(x1)"), ("x1", "x2", "x1^2", "sin(x1)"), ("x1", "x1^2", "sin(x1)")]
        assert self.ticked(keeper) == ["x1", "x1^2", "sin(x1)"] == list(keeper.value)

    def test_the_keyboard_ticks(self, desk: Desk) -> None:
        keeper = self.put(desk)
        keeper.editor.setFocus()
        QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Space)
        assert keeper.value == ("x1",)

    def test_the_last_one_stays_ticked(self, desk: Desk) -> None:
        keeper = self.put(desk)
        click_box(self.boxes(keeper)["x1"])
        click_box(self.boxes(keeper)["x2"])
        assert self.ticked(keeper) == ["x2"]
        assert "nothing is chosen" in keeper.editor.problem
        click_box(self.boxes(keeper)["x1*x2"])
        assert keeper.editor.problem == ""
        assert keeper.value == ("x2", "x1*x2")


class TestRecords:
    def test_it_counts_and_removes_all(self, desk: Desk) -> None:
        keeper = desk.put(OwnPoints, "points", "data.points", with_value(START, "data.kind", "own_points"))
        editor = keeper.editor
        assert isinstance(editor, RecordsEditor)
        assert editor.count.text() == f"{len(OwnPoints().points)} of at most 1,000"
        QTest.mouseClick(editor.clear, Qt.MouseButton.LeftButton)
        assert keeper.value == ()
        assert editor.count.text() == "0 of at most 1,000"
        assert not editor.clear.isEnabled()


def click_box(box: QCheckBox) -> None:
    """Click on the square, not into the room beside it."""
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
