"""Editors of single fields, driven with mouse and keyboard."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.data import Circle, OwnPoints
from core.errors import ExperimentError
from core.experiment import VARIANTS, Experiment, Training, from_dict, with_value
from core.fields import FieldFacts, Value, field_facts, settings_of
from core.sentences import allowed
from desktop_app.panels import fields
from desktop_app.panels.fields import (
    BoolEditor,
    ChoiceEditor,
    FieldEditor,
    LogNumberEditor,
    NumberEditor,
    SeedEditor,
    TextEditor,
    commit_pending,
    editor_for,
)
from desktop_app.panels.list_fields import ChoicesEditor, RecordsEditor
from desktop_app.theme import theme, themes

MODELS: list[type[Value]] = [*(variant for variants in VARIANTS.values() for variant in variants), Training]
FIELDS = [(model, facts) for model in MODELS for facts in settings_of(model)]
START = from_dict(
    {
        "data": {"kind": "linear_regression"},
        "loss": {"kind": "l2"},
        "layers": [{"kind": "dense"}, {"kind": "dropout"}],
        "optimizer": {"kind": "sgd"},
    }
)


class Keeper:
    """Keeps an experiment like the session: applies what the editor asks for, and answers."""

    def __init__(self, editor: FieldEditor, path: str, experiment: Experiment) -> None:
        self.editor, self.path = editor, path
        self.experiment = experiment
        self.asked: list[Any] = []
        editor.edited.connect(self.apply)
        self.show()

    @property
    def value(self) -> Any:
        node: Any = self.experiment
        for key in self.path.split("."):
            node = node[int(key)] if key.isdigit() else getattr(node, key)
        return node

    def show(self) -> None:
        self.editor.show_value(self.value)

    def apply(self, value: Any) -> None:
        self.asked.append(value)
        try:
            self.experiment = with_value(self.experiment, self.path, value)
        except ExperimentError as error:
            self.editor.show_problem(str(error))
        else:
            self.show()


class Desk:
    """A window with one editor on it, and a line beside it that can take the focus."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.column = QVBoxLayout(self.window)
        self.other = QLineEdit()
        self.column.addWidget(self.other)
        qtbot.addWidget(self.window)
        self._qtbot = qtbot

    def put(self, model: type[Value], name: str, path: str, experiment: Experiment = START) -> Keeper:
        editor = editor_for(field_facts(model, name))
        self.column.addWidget(editor)
        self.window.resize(300, 100)
        with self._qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        return Keeper(editor, path, experiment)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def kind_of(path: str) -> tuple[type[Value], str, str]:
    """Return the class and the name of the field of START at ``path``."""
    node: Any = START
    *groups, name = path.split(".")
    for key in groups:
        node = node[int(key)] if key.isdigit() else getattr(node, key)
    return type(node), name, path


def type_text(box: QLineEdit, text: str) -> None:
    """Replace the text of the box."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, text)


def turn_wheel(widget: QWidget, notches: float, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> bool:
    """Turn the wheel over the widget, and tell whether the widget took it."""
    middle = QPointF(widget.rect().center())
    delta = QPoint(0, round(notches * 120))
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        delta,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def box_of(keeper: Keeper) -> Any:
    assert isinstance(keeper.editor, NumberEditor)
    return keeper.editor.box


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
            ("optimizer.learning_rate", "0,1", "0,1"),
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
