"""The "?" beside every option, and where it leads."""

from __future__ import annotations

from functools import cache

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from core.edits import SetValue
from core.experiment import VARIANTS, Experiment, from_dict
from core.fields import settings_of
from core.layers import LAYERS
from core.lessons.help import help_target, option_of, options
from core.lessons.lesson import find_lesson
from core.lessons.links import ToPage
from core.presets import load_preset
from desktop_app.help_mark import HelpDesk, HelpMark
from desktop_app.panels.layer_card import LayerCard
from desktop_app.panels.layer_stack import LayerStackPanel
from desktop_app.panels.section import Section
from desktop_app.panels.setting_path import mark_setting, setting_path
from tests.desktop_app.windows import opened

GROUPS = ("data", "loss", "optimizer", "schedule", "penalty", "initializer", "training", "stopping")


@cache
def places(option: str) -> None:
    """Fail unless an option leads to a heading that is there, or to a page, in both languages."""
    for language in ("en", "zh_CN"):
        target = help_target(option, language)
        assert target is not None, option
        lesson = find_lesson(target.page, language)
        assert not target.anchor or target.anchor in lesson.anchors, option


def marked(widget: QWidget) -> set[str]:
    """Return the paths of the marks in a widget that could be seen."""
    found = [mark for mark in widget.findChildren(HelpMark) if mark.isVisibleTo(widget)]
    assert all(mark.accessibleName().startswith("Explain: ") and mark.toolTip() for mark in found)
    return {setting_path(mark) for mark in found}


def option(group: str, model: type, name: str = "") -> str:
    """Return the name of an option among those that pages explain."""
    kinds = [model.kind_name()] if group in VARIANTS else []  # type: ignore[attr-defined]
    return ".".join([group, *kinds, *([name] if name else [])])


@pytest.mark.parametrize("group", GROUPS)
def test_every_row_of_a_form_has_a_mark_that_leads_somewhere(qtbot, group):
    section = Section(group)
    qtbot.addWidget(section)
    values = [model() for model in VARIANTS[group]] if group in VARIANTS else [getattr(Experiment(), group)]
    for value in values:
        section.show_value(value)
        fields = {facts.name for facts in settings_of(type(value))}
        assert marked(section) == {group, *(f"{group}.{name}" for name in fields)}
        for name in ("", *fields):
            assert option(group, type(value), name) in set(options()) or not name
            places(option(group, type(value), name))


@pytest.mark.parametrize("kind", LAYERS)
def test_every_field_of_a_card_has_a_mark_that_leads_somewhere(qtbot, kind):
    holder = QWidget()
    qtbot.addWidget(holder)
    mark_setting(holder, "layers.0")
    card = LayerCard(kind, holder)
    fields = {facts.name for facts in settings_of(kind) if facts.kind != "variant"}
    assert marked(holder) == {"layers.0", *(f"layers.0.{name}" for name in fields)}
    for name in ("", *fields):
        places(option("layers", kind, name))
    assert card.kind is kind


def test_an_initialiser_of_a_layer_has_marks_too(qtbot):
    panel = LayerStackPanel()
    qtbot.addWidget(panel)
    experiment = from_dict({"layers": [{"kind": "dense", "initializer": {"kind": "xavier"}}]})
    panel.show_experiment(experiment)
    paths = marked(panel)
    assert {"layers", "layers.0.initializer", "layers.0.initializer.magnitude"} <= paths
    for path in paths:
        places(option_of(path, experiment))


def test_a_mark_alone_is_reached_by_the_tab_key_and_one_beside_a_field_is_not(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    desk, heard = HelpDesk(window), []
    desk.wanted.connect(heard.append)
    alone, beside = HelpMark("Sweep", topic="sweep", parent=window), HelpMark("Units", QWidget(window), parent=window)
    window.show()
    QTest.keyClick(alone, Qt.Key.Key_Space)
    QTest.mouseClick(beside, Qt.MouseButton.LeftButton)
    assert heard == [alone, beside]
    assert alone.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not beside.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.fixture
def laboratory(qtbot, tmp_path):
    with opened(qtbot, tmp_path, load_preset("circle"), "kfold") as laboratory:
        yield laboratory


def test_marks_open_pages_and_pages_hide_what_does_not_matter(laboratory, qtbot):
    window, control, sections = laboratory.window, laboratory.front.lessons, laboratory.window.section_focus
    settings = window.settings.sections
    mark = next(m for m in window.settings.findChildren(HelpMark) if setting_path(m) == "optimizer.wd")
    qtbot.mouseClick(mark, Qt.MouseButton.LeftButton)
    assert control.tracker.lesson.name == "6-1-weight-decay"
    assert control.dock.isVisible()
    assert control.tracker.lesson.header.focus == ("optimizer", "data")
    hidden = [settings[group] for group in ("loss", "schedule", "penalty", "initializer", "training", "stopping")]
    hidden += [window.layer_stack, window.settings.about]
    assert not any(part.isVisible() for part in hidden)
    assert settings["optimizer"].isVisible()
    assert window.data_panel.isVisible()
    assert sections.label.text().startswith("Hidden for this lesson: Layers, Loss, Schedule,")

    # What leads to a hidden setting shows it: a line of the program, an edit that is refused.
    window.code.setting_chosen.emit("training.batch_size")
    assert settings["training"].isVisible()
    laboratory.session.apply(SetValue(("loss", "kind"), "nonsense"))
    assert settings["loss"].isVisible()
    assert not settings["schedule"].isVisible()

    qtbot.mouseClick(sections.button, Qt.MouseButton.LeftButton)
    assert all(part.isVisible() for part in hidden)
    assert not sections.isVisible()
    control.open(ToPage("6-2-penalties-and-balls"))
    assert settings["penalty"].isVisible()
    assert not settings["optimizer"].isVisible()
    control.open(ToPage("6-1-weight-decay"))
    assert all(part.isVisible() for part in hidden), "they stay back for this page"
    control.open(ToPage("6-2-penalties-and-balls"))
    control.dock.close()
    assert all(part.isVisible() for part in (*hidden, settings["optimizer"]))

    # Shift+F1 for a setting that its page hides brings it back.
    window.activateWindow()
    settings["optimizer"].form.editor("learning_rate").setFocus()
    control.explain_focused()
    assert control.tracker.lesson.name == "2-2-minibatch-sgd"
    control.open(ToPage("6-2-penalties-and-balls"))
    for mark in (m for view in (window.kfold, window.sweep) for m in view.findChildren(HelpMark)):
        qtbot.mouseClick(mark, Qt.MouseButton.LeftButton)
        assert control.tracker.lesson.name == help_target(mark.topic, "en").page
