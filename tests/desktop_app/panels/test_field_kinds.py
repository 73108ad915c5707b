"""The controls of each kind of field, driven with mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QSlider, QStyle, QStyleOptionSlider, QToolButton
from pytestqt.qtbot import QtBot

from core.data import Digits
from core.experiment import Experiment
from core.fields import field_facts
from desktop_app.panels import fields
from desktop_app.panels.fields import (
    BoolEditor,
    ChoiceEditor,
    LogNumberEditor,
    NumberEditor,
    SeedEditor,
    TextEditor,
    editor_for,
)
from tests.desktop_app.panels.field_helpers import Desk, Keeper, box_of, kind_of, turn_wheel, type_text


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


class TestStepping:
    @pytest.mark.parametrize(
        ("path", "key", "expected"),
        [
            ("training.num_epochs", Qt.Key.Key_Up, 6),
            ("training.num_epochs", Qt.Key.Key_Down, 4),
            ("training.num_epochs", Qt.Key.Key_PageUp, 15),
            ("training.num_epochs", Qt.Key.Key_PageDown, 1),
            ("layers.1.rate", Qt.Key.Key_Up, 0.55),
            ("layers.1.rate", Qt.Key.Key_PageDown, 0.0),
            ("layers.1.rate", Qt.Key.Key_PageUp, 0.95),
            ("data.num_samples", Qt.Key.Key_Up, 1100),
            ("optimizer.learning_rate", Qt.Key.Key_Up, 0.15),
            ("optimizer.learning_rate", Qt.Key.Key_Down, 0.07),
            ("optimizer.learning_rate", Qt.Key.Key_PageDown, 0.01),
            ("optimizer.wd", Qt.Key.Key_Up, 1e-5),
        ],
    )
    def test_keys(self, desk: Desk, path: str, key: Qt.Key, expected: float) -> None:
        keeper = desk.put(*kind_of(path))
        box_of(keeper).setFocus()
        QTest.keyClick(box_of(keeper), key)
        assert keeper.asked == [expected]
        assert type(keeper.asked[0]) is type(keeper.value)
        assert keeper.value == expected

    def test_a_step_at_the_bound_asks_for_nothing(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("optimizer.momentum"))
        box_of(keeper).setFocus()
        QTest.keyClick(box_of(keeper), Qt.Key.Key_Down)
        assert keeper.asked == []

    def test_a_step_starts_from_what_is_typed(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("training.batch_size"))
        type_text(box_of(keeper), "63")
        QTest.keyClick(box_of(keeper), Qt.Key.Key_Up)
        assert keeper.asked == [64]

    def test_a_step_from_a_typed_word_starts_from_the_value(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("training.num_epochs"))
        type_text(box_of(keeper), "x")
        QTest.keyClick(box_of(keeper), Qt.Key.Key_Up)
        assert keeper.value == 6

    def test_the_wheel_steps_only_with_the_focus(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("training.num_epochs"))
        desk.other.setFocus()
        assert not turn_wheel(box_of(keeper), 1), "the panel scrolls instead"
        assert keeper.asked == []
        box_of(keeper).setFocus()
        assert turn_wheel(box_of(keeper), 1)
        turn_wheel(box_of(keeper), -2)
        assert keeper.asked == [6, 4]
        turn_wheel(box_of(keeper), 1, Qt.KeyboardModifier.ControlModifier)
        assert keeper.asked[-1] == 14

    def test_a_touch_pad_adds_up_to_a_step(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("training.num_epochs"))
        box_of(keeper).setFocus()
        for _ in range(5):
            turn_wheel(box_of(keeper), 0.25)
        assert keeper.asked == [6]

    def test_buttons(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("training.num_epochs"))
        up, down = box_of(keeper).up, box_of(keeper).down
        QTest.mouseClick(up, Qt.MouseButton.LeftButton)
        QTest.mouseClick(up, Qt.MouseButton.LeftButton)
        QTest.mouseClick(down, Qt.MouseButton.LeftButton)
        assert keeper.asked == [6, 7, 6]
        assert box_of(keeper).hasFocus()
        assert up.geometry().bottom() < down.geometry().top() + 1
        assert box_of(keeper).rect().contains(down.geometry())


class TestSlider:
    def slider_of(self, keeper: Keeper) -> QSlider:
        assert isinstance(keeper.editor, LogNumberEditor)
        return keeper.editor.slider

    def handle(self, slider: QSlider) -> QPoint:
        option = QStyleOptionSlider()
        slider.initStyleOption(option)
        part = QStyle.SubControl.SC_SliderHandle
        return slider.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, slider).center()

    def test_dragging_is_live_and_ends_at_the_ends(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("optimizer.learning_rate"))
        slider = self.slider_of(keeper)
        start = self.handle(slider)
        QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(slider, start + QPoint(20, 0))
        assert keeper.asked, "the rate follows while the button is down"
        assert keeper.value > 0.1
        assert float(box_of(keeper).text()) == keeper.value
        QTest.mouseMove(slider, QPoint(slider.width() + 50, start.y()))
        assert keeper.value == 10
        QTest.mouseMove(slider, QPoint(-50, start.y()))
        QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(-50, start.y()))
        assert keeper.value == 1e-5
        assert keeper.asked == list(dict.fromkeys(keeper.asked)), "no value is asked for twice"

    def test_the_left_end_is_zero_where_zero_is_allowed(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("optimizer.wd"))
        slider = self.slider_of(keeper)
        assert slider.value() == 0
        slider.setFocus()
        QTest.keyClick(slider, Qt.Key.Key_Right)
        assert keeper.value == 1e-5
        QTest.keyClick(slider, Qt.Key.Key_Home)
        assert keeper.value == 0
        assert box_of(keeper).text() == "0"

    def test_it_follows_the_value_in_silence(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("optimizer.learning_rate"))
        slider = self.slider_of(keeper)
        middle = slider.value()
        keeper.editor.show_value(1000.0)
        assert slider.value() == slider.maximum()
        keeper.editor.show_value(0.1)
        assert slider.value() == middle
        assert keeper.asked == []

    def test_the_wheel_moves_it_only_with_the_focus(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("optimizer.learning_rate"))
        slider = self.slider_of(keeper)
        assert not turn_wheel(slider, 1)
        assert keeper.asked == []
        slider.setFocus()
        turn_wheel(slider, 1)
        assert keeper.value > 0.1


class TestAuto:
    def put(self, desk: Desk) -> tuple[Keeper, QToolButton]:
        keeper = desk.put(*kind_of("layers.0.units"))
        assert isinstance(keeper.editor, NumberEditor)
        keeper.editor.show_auto_value(10)
        link = next(b for b in keeper.editor.findChildren(QToolButton) if b.isCheckable())
        return keeper, link

    def test_auto_is_visible_with_what_it_stands_for(self, desk: Desk) -> None:
        keeper, link = self.put(desk)
        assert box_of(keeper).text() == ""
        assert box_of(keeper).placeholderText() == "auto (10)"
        assert link.isChecked()

    def test_the_link_turns_auto_off_and_on(self, desk: Desk) -> None:
        keeper, link = self.put(desk)
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
        assert keeper.value == 10
        assert box_of(keeper).text() == "10"
        assert not link.isChecked()
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
        assert keeper.value == "auto"
        assert box_of(keeper).placeholderText() == "auto (10)"

    def test_typing_a_number_and_the_word(self, desk: Desk) -> None:
        keeper, link = self.put(desk)
        type_text(box_of(keeper), "256\r")
        assert keeper.value == 256
        assert not link.isChecked()
        type_text(box_of(keeper), "Auto\r")
        assert keeper.value == "auto"
        assert link.isChecked()

    def test_stepping_starts_from_what_auto_stands_for(self, desk: Desk) -> None:
        keeper, _ = self.put(desk)
        box_of(keeper).setFocus()
        QTest.keyClick(box_of(keeper), Qt.Key.Key_Up)
        assert keeper.value == 11

    def test_leaving_the_empty_box_keeps_auto(self, desk: Desk) -> None:
        keeper, _ = self.put(desk)
        type_text(box_of(keeper), "7")
        QTest.keyClick(box_of(keeper), Qt.Key.Key_Backspace)
        desk.other.setFocus()
        assert keeper.asked == []

    def test_zero_units_are_refused(self, desk: Desk) -> None:
        keeper, link = self.put(desk)
        type_text(box_of(keeper), "0\r")
        assert "or 'auto'" in keeper.editor.problem
        assert link.isChecked(), "the link shows the experiment, not the typing"


class TestAll:
    def test_all_is_a_word_beside_a_number(self, desk: Desk) -> None:
        keeper = desk.put(Digits, "num_train", "data.num_train", Experiment())
        box = box_of(keeper)
        button = next(b for b in keeper.editor.findChildren(QToolButton) if b.isCheckable())
        assert (box.text(), box.placeholderText(), button.isChecked()) == ("", "all", True)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert keeper.value == 100
        type_text(box, "20\r")
        assert keeper.value == 20
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert keeper.value == "all"
        type_text(box, "0\r")
        assert "or 'all'" in keeper.editor.problem
        type_text(box, "All\r")
        assert keeper.value == "all"


class TestOtherKinds:
    def test_check_box(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("layers.0.use_bias"))
        assert isinstance(keeper.editor, BoolEditor)
        keeper.editor.show_title()
        assert keeper.editor.box.text() == "Bias"
        keeper.editor.box.setFocus()
        QTest.keyClick(keeper.editor.box, Qt.Key.Key_Space)
        assert keeper.asked == [False]
        assert not keeper.editor.box.isChecked()

    def test_choice_with_the_keyboard(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("layers.0.activation"))
        assert isinstance(keeper.editor, ChoiceEditor)
        box = keeper.editor.box
        assert [box.itemText(i) for i in range(3)] == ["none", "ReLU", "Sigmoid"]
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert keeper.value == "relu"
        assert box.currentText() == "ReLU"

    def test_choice_with_the_mouse(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("layers.0.activation"))
        box = keeper.editor.findChild(QComboBox)
        assert box is not None
        box.showPopup()
        view = box.view()
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(box.model().index(3, 0)).center()
        )
        box.hidePopup()
        assert keeper.value == box.itemData(3)

    def test_the_wheel_changes_a_choice_only_with_the_focus(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("optimizer.wd_on"))
        box = keeper.editor.findChild(QComboBox)
        assert box is not None
        assert not turn_wheel(box, -1)
        assert keeper.asked == []
        box.setFocus()
        turn_wheel(box, -1)
        assert keeper.value == "weights_and_biases"

    def test_a_choice_shows_the_value_until_the_answer_comes(self, desk: Desk) -> None:
        editor = editor_for(field_facts(*kind_of("optimizer.wd_on")[:2]))
        desk.column.addWidget(editor)
        desk.window.show()
        asked: list[str] = []
        editor.edited.connect(asked.append)
        box = editor.findChild(QComboBox)
        assert box is not None
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert asked == ["weights_and_biases"]
        assert box.currentText() == "weights only"

    def test_numbers(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("data.w"))
        assert isinstance(keeper.editor, TextEditor)
        line = keeper.editor.line
        assert line.text() == "2, -3.4"
        type_text(line, "1, 2.5,-3\r")
        assert keeper.value == (1.0, 2.5, -3.0)
        assert line.text() == "1, 2.5, -3"
        type_text(line, "1, x\r")
        assert keeper.asked[-1] == "1, x"
        assert line.property("invalid") is True
        QTest.keyClick(line, Qt.Key.Key_Escape)
        assert line.text() == "1, 2.5, -3"
        assert keeper.editor.problem == ""

    def test_text(self, desk: Desk) -> None:
        keeper = desk.put(Experiment, "name", "name")
        line = keeper.editor.findChild(QLineEdit)
        assert line is not None
        type_text(line, "Dropout")
        desk.other.setFocus()
        assert keeper.value == "Dropout"
        line.setFocus()
        desk.other.setFocus()
        assert keeper.asked == ["Dropout"]

    def test_the_die_draws_another_seed_each_time(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(fields, "_SEEDS", 2)
        keeper = desk.put(*kind_of("training.seed"))
        assert isinstance(keeper.editor, SeedEditor)
        for _ in range(20):
            before = keeper.value
            QTest.mouseClick(keeper.editor.die, Qt.MouseButton.LeftButton)
            assert keeper.value != before
        assert keeper.asked == [1, 0] * 10

    def test_a_locked_field_says_why(self, desk: Desk) -> None:
        keeper = desk.put(*kind_of("training.num_epochs"))
        keeper.editor.lock("Not now.")
        assert not box_of(keeper).isEnabled()
        assert "Not now." in keeper.editor.toolTip()
        keeper.editor.lock("")
        assert box_of(keeper).isEnabled()
        assert "Not now." not in keeper.editor.toolTip()
