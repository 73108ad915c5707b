"""The form of one group of settings."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from core.edits import SetValue
from core.experiment import VARIANTS, Training
from core.fields import Value, setting, settings_of
from core.initializers import Normal, Zero
from core.losses import L2
from core.optimizers import SGD, AdaDelta, Adam, RMSProp
from desktop_app.panels.fields import NumberEditor
from desktop_app.panels.form import Form, LiveMark
from desktop_app.theme import theme

MODELS: list[type[Value]] = [*(v for group, variants in VARIANTS.items() for v in variants if group != "layers")]


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form(("optimizer",))
    qtbot.addWidget(form)
    form.resize(280, 300)
    form.show_group(SGD())
    form.show()
    return form


def visible_labels(form: Form) -> list[str]:
    return [label.text() for label in form.findChildren(QLabel) if label.isVisible() and label.buddy() is not None]


def problem_lines(form: Form) -> list[str]:
    return [
        label.text() for label in form.findChildren(QLabel) if label.isVisible() and label.property("role") == "problem"
    ]


def box_of(form: Form, name: str) -> QLineEdit:
    editor = form.editor(name)
    assert isinstance(editor, NumberEditor)
    return editor.box


@pytest.mark.parametrize("model", [*MODELS, Training])
def test_it_has_a_row_for_every_setting(form: Form, model: type[Value]) -> None:
    heard: list[Any] = []
    form.edited.connect(heard.append)
    form.show_group(model())
    assert visible_labels(form) == [facts.title for facts in settings_of(model)]
    for facts in settings_of(model):
        assert form.editor(facts.name).value == facts.default
    assert heard == []
    assert form.isVisible() == bool(settings_of(model))


def test_it_asks_for_a_value_by_its_path(form: Form, qtbot: QtBot) -> None:
    heard: list[SetValue] = []
    form.edited.connect(heard.append)
    QTest.keyClick(box_of(form, "momentum"), Qt.Key.Key_Up)
    assert heard == [SetValue(("optimizer", "momentum"), 0.05, "Momentum")]


def test_another_kind_of_group_takes_its_rows_along(form: Form) -> None:
    form.show_group(Adam(beta1=0.5))
    assert "Momentum" not in visible_labels(form)
    assert form.editor("beta1").value == 0.5
    with pytest.raises(KeyError):
        form.editor("momentum")
    form.show_group(SGD(momentum=0.9))
    assert form.editor("momentum").value == 0.9
    assert box_of(form, "momentum").text() == "0.9"
    assert "β₁" not in visible_labels(form)


def test_a_hidden_kind_does_not_ask_in_the_name_of_the_shown_one(form: Form) -> None:
    form.show_group(Adam())
    heard: list[SetValue] = []
    form.edited.connect(heard.append)
    QTest.keyClick(box_of(form, "learning_rate"), Qt.Key.Key_Up)
    assert [edit.value for edit in heard] == [0.0015]


def test_a_problem_stands_below_its_field_until_the_group_is_shown_again(form: Form) -> None:
    assert form.show_problem("momentum", "1 is out of range.")
    assert problem_lines(form) == ["1 is out of range."]
    line = next(label for label in form.findChildren(QLabel) if label.text() == "1 is out of range.")
    assert line.y() > form.editor("momentum").geometry().bottom()
    form.show_group(SGD())
    assert problem_lines(form) == []


def test_escape_takes_the_sentence_away(form: Form) -> None:
    form.show_problem("wd", "No.")
    QTest.keyClick(box_of(form, "wd"), Qt.Key.Key_Escape)
    assert problem_lines(form) == []


def test_a_long_word_in_a_problem_does_not_widen_the_form(form: Form) -> None:
    before = form.minimumSizeHint().width()
    form.show_problem("momentum", f"{10**80} is out of range.")
    assert form.minimumSizeHint().width() == before


def test_a_problem_of_an_unknown_field_is_not_shown(form: Form) -> None:
    assert not form.show_problem("beta1", "No.")
    assert problem_lines(form) == []


def test_what_can_change_live_is_marked(form: Form) -> None:
    live = [facts for facts in settings_of(SGD) if facts.live]
    marks = form.findChildren(LiveMark)
    assert len(marks) == len(live) == 2
    assert "while training" in marks[0].toolTip()
    picture = marks[0].grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert QColor(theme().accent).name() in colours


def test_a_group_without_settings_takes_no_room(form: Form) -> None:
    for empty in (L2(), Zero()):
        form.show_group(empty)
        assert form.is_empty
        assert not form.isVisible()
    form.show_group(Normal())
    assert form.isVisible()
    assert not form.is_empty


def test_editors_of_all_forms_stand_in_line(qtbot: QtBot) -> None:
    lefts = set()
    for model in (*MODELS, Training):
        form = Form(("x",))
        qtbot.addWidget(form)
        form.resize(280, 400)
        form.show_group(model())
        form.show()
        for facts in settings_of(model):
            editor = form.editor(facts.name)
            if editor.width() < 200:
                lefts.add(editor.x())
        form.close()
    assert len(lefts) == 1


def test_the_label_leads_to_the_editor(form: Form, qtbot: QtBot) -> None:
    label = next(label for label in form.findChildren(QLabel) if label.text() == "Momentum")
    assert label.buddy() is form.editor("momentum")
    assert form.editor("momentum").focusProxy() is box_of(form, "momentum")


def test_a_field_that_does_not_matter_is_locked_and_says_what_to_choose(form: Form) -> None:
    class Schedule(Value):
        kind: str = "schedule"
        decay: str = setting("none", title="Decay", help="How.", choices={"none": "keep the rate", "steps": "in steps"})
        factor: float = setting(0.5, title="Factor", help="By how much.", ge=0, le=1, only_when=("decay", "steps"))

    form.show_group(Schedule())
    factor = form.editor("factor")
    assert not factor.isEnabled()
    assert "Choose “in steps” under “Decay” to use this." in factor.toolTip()
    assert form.editor("decay").isEnabled()
    form.show_group(Schedule(decay="steps"))
    assert factor.isEnabled()
    assert "Choose" not in factor.toolTip()


def test_a_field_that_matters_only_with_a_tick_says_so(form: Form) -> None:
    form.show_group(RMSProp())
    gamma2 = form.editor("gamma2")
    assert not gamma2.isEnabled()
    assert "Tick “Centered” to use this." in gamma2.toolTip()
    form.show_group(RMSProp(centered=True))
    assert gamma2.isEnabled()


def test_what_has_no_effect_has_no_row(form: Form) -> None:
    form.show_group(AdaDelta())
    with pytest.raises(KeyError):
        form.editor("learning_rate")
    assert form.editor("rho").isVisible()
