"""The Code tab alone, over a short program: what it shows, what it links, what the user can do with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.experiment import Experiment, with_value
from core.layers import Dense
from desktop_app.code.source import SourceView
from desktop_app.code.view import CodeView
from desktop_app.code.walk import Stage
from desktop_app.theme import DARK, LIGHT, themes
from tests.desktop_app.code.programs import short_program

EXPERIMENT = Experiment(name="Small", layers=(Dense(units=8), Dense()))
MANY = Experiment(layers=tuple(Dense(units=8) for _ in range(150)))
FORWARD = (4, 5, 6, 10)


class Bench:
    """The tab in a window of its own, and what it said."""

    def __init__(self, qtbot: QtBot) -> None:
        self.view = CodeView()
        self.composed = 0
        self.view.compose = self._compose
        qtbot.addWidget(self.view)
        self.chosen: list[str] = []
        self.slow: list[bool] = []
        self.view.setting_chosen.connect(self.chosen.append)
        self.view.slow_toggled.connect(self.slow.append)
        self.view.resize(700, 420)

    def _compose(self, experiment: Experiment, style: str) -> object:
        self.composed += 1
        return short_program(experiment, style)

    @property
    def source(self) -> SourceView:
        return self.view.source

    def click_line(self, line: int, word: str = "") -> None:
        """Click on a line, on a word of it if there is one."""
        block = self.source.document().findBlockByNumber(line - 1)
        row = self.source.block_rect(block)
        column = block.text().find(word) + 1 if word else len(block.text()) - 1
        x = row.left() + 4 + self.source.fontMetrics().horizontalAdvance(block.text()[:column])
        QTest.mouseClick(self.source.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(int(x), int(row.center().y())))

    def click(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def sees(self, line: int) -> bool:
        row = self.source.block_rect(self.source.document().findBlockByNumber(line - 1))
        return row.top() >= 0 and row.bottom() <= self.source.viewport().height() + 1


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    bench = Bench(qtbot)
    bench.view.show_experiment(EXPERIMENT)
    with qtbot.waitExposed(bench.view):
        bench.view.show()
        bench.view.activateWindow()
    return bench


def test_it_composes_only_what_is_seen_and_shows_what_is_true(bench: Bench) -> None:
    assert bench.composed == 1
    bench.view.hide()
    for units in (9, 10, 11):
        bench.view.show_experiment(with_value(EXPERIMENT, "layers.0.units", units))
    assert bench.composed == 1
    bench.view.show()
    assert bench.composed == 2
    assert bench.source.toPlainText() == short_program(bench.view.experiment, "concise").text  # type: ignore[arg-type]
    # What changed while nobody looked does not flash.
    assert bench.source.flashing == ()


def test_styles_are_switched_and_where_there_is_none_a_sentence_says_why(bench: Bench) -> None:
    view = bench.view
    bench.click(view.styles["scratch"])
    assert view.pages.currentWidget() is view.message
    assert view.message.text.text() == "No program from scratch has a Conv2D."
    assert not any(button.isEnabled() for button in (view.copy, view.save, view.slow))
    bench.click(view.styles["block"])
    assert (view.pages.currentWidget(), view.program.style) == (view.source, "block")  # type: ignore[union-attr]
    assert all(button.isEnabled() for button in (view.copy, view.save, view.slow))
    state = view.state()
    other = CodeView()
    other.restore(state)
    other.restore({"style": "nonsense"})
    assert other.style_name == "block"
    other.deleteLater()


def test_what_has_the_focus_in_the_panels_lights_up_and_scrolls_into_view(bench: Bench) -> None:
    view, source = bench.view, bench.source
    view.show_focus("layers.0.units")
    assert source.linked == (5,)
    view.show_focus("nonsense")
    assert source.linked == ()
    view.show_experiment(MANY)
    view.show_focus("layers.120")
    assert source.linked == (125,)
    assert bench.sees(125)
    view.hide()
    view.show_focus("layers.3")
    view.show()
    assert bench.sees(source.linked[0])


def test_a_click_on_a_line_leads_to_its_setting_but_selecting_does_not(bench: Bench) -> None:
    bench.click_line(6)
    bench.click_line(2, "batch_size")
    bench.click_line(1, "Small")
    assert bench.chosen == ["layers.1", "training.batch_size", "name"]
    assert bench.source.linked == (1,)
    bench.click_line(9)
    viewport = bench.source.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(10, 30))
    QTest.mouseMove(viewport, QPoint(120, 60))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(120, 60))
    assert bench.source.textCursor().hasSelection()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(10, 415))
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(30, 10))
    assert len(bench.chosen) == 3
    row = bench.source.block_rect(bench.source.document().findBlockByNumber(4))
    QTest.mouseClick(bench.source.gutter, Qt.MouseButton.LeftButton, pos=QPoint(5, int(row.center().y())))
    assert bench.chosen[3:] == ["layers.0"]


def test_enter_leads_from_the_line_of_the_text_cursor_to_its_setting(bench: Bench) -> None:
    bench.source.setFocus()
    for _ in range(4):
        QTest.keyClick(bench.source, Qt.Key.Key_Down)
    QTest.keyClick(bench.source, Qt.Key.Key_Return)
    assert bench.chosen == ["layers.0"]
    size = bench.source.font().pointSizeF()
    QTest.keyClick(bench.source, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert bench.source.font().pointSizeF() > size
    bench.click(bench.view.smaller)
    bench.click(bench.view.smaller)
    assert bench.source.font().pointSizeF() < size


def test_changed_lines_flash_and_fade_and_another_program_does_not_flash(bench: Bench, qtbot: QtBot) -> None:
    view, source = bench.view, bench.source
    source._fade.setDuration(30)
    view.show_experiment(with_value(EXPERIMENT, "optimizer.learning_rate", 0.03))
    assert source.flashing == (2,)
    qtbot.waitUntil(lambda: source.flashing == ())
    view.show_experiment(view.experiment)  # type: ignore[arg-type]
    assert source.flashing == ()
    view.show_experiment(MANY)
    assert source.flashing == ()
    source._fade.setDuration(3000)
    view.show_experiment(with_value(MANY, "layers.100.units", 9))
    assert source.flashing == (105,)
    assert bench.sees(105)
    view.hide()
    assert source.flashing == ()


def test_copy_takes_the_selection_or_the_whole(bench: Bench) -> None:
    told: list[str] = []
    bench.view.told.connect(told.append)
    bench.click(bench.view.copy)
    assert QApplication.clipboard().text() == bench.view.program.text  # type: ignore[union-attr]
    bench.source.setFocus()
    QTest.keyClick(bench.source, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    bench.click(bench.view.copy)
    assert QApplication.clipboard().text() == '"""Small"""\n'
    assert told == ["Copied the program.", "Copied what is selected."]


def test_search_finds_goes_on_and_closes(bench: Bench) -> None:
    view, search = bench.view, bench.view.search
    bench.source.setFocus()
    QTest.keyClick(bench.source, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert search.field.hasFocus()
    QTest.keyClicks(search.field, "DENSE")
    assert search.count.text() == "1 of 2"
    assert len(bench.source.found) == 2
    QTest.keyClick(search.field, Qt.Key.Key_Return)
    assert (search.count.text(), bench.source.textCursor().blockNumber()) == ("2 of 2", 5)
    QTest.keyClick(search.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert search.count.text() == "1 of 2"
    QTest.keyClicks(search.field, "x")
    assert search.count.text() == "Nothing found"
    view.show_experiment(with_value(EXPERIMENT, "name", "densex"))
    assert len(bench.source.found) == 1
    QTest.keyClick(search.field, Qt.Key.Key_Escape)
    assert (search.isHidden(), bench.source.found, bench.source.hasFocus()) == (True, (), True)


def test_slow_motion_marks_the_lines_of_each_stage_with_its_numbers(bench: Bench) -> None:
    view, source = bench.view, bench.source
    bench.click(view.slow)
    assert bench.slow == [True]
    stages = [Stage("batch", "batch 1 of 3"), Stage("forward"), Stage("loss", "loss 0.25"), Stage("backward")]
    view.show_stages([Stage("nowhere"), *stages])
    bench.click(view.slow_bar.halt)
    assert (source.running, source.note(8)) == ((8,), "batch 1 of 3")
    bench.click(view.slow_bar.further)
    assert source.running == FORWARD
    assert view.slow_bar.text.text().startswith("Forward")
    bench.click(view.slow_bar.further)
    assert (source.running, source.note(11), source.note(8)) == ((11,), "loss 0.25", "batch 1 of 3")
    # An edit, or another style, keeps the place.
    view.show_experiment(with_value(EXPERIMENT, "name", "Other"))
    bench.click(view.styles["block"])
    assert (source.running, source.note(11)) == ((11,), "loss 0.25")
    bench.click(view.slow_bar.further)
    wanted: list[bool] = []
    view.step_wanted.connect(lambda: wanted.append(True))
    bench.click(view.slow_bar.further)
    assert wanted == [True]
    view.show_stages([Stage("batch", "batch 2 of 3")])
    assert (source.note(11), source.note(8)) == ("", "batch 2 of 3")
    bench.click(view.styles["scratch"])
    assert bench.slow == [True, False]
    assert view.slow_bar.isHidden()


def test_leaving_the_tab_ends_the_slow_motion(bench: Bench) -> None:
    bench.click(bench.view.slow)
    bench.view.hide()
    assert bench.slow == [True, False]
    assert not bench.view.is_slow


def test_everything_has_a_name_and_the_keyboard_reaches_it(bench: Bench) -> None:
    view = bench.view
    bench.click(view.slow)
    tools = [view.styles["concise"], view.slow, view.copy, view.save, view.smaller, view.larger]
    tools += [view.slow_bar.halt, view.slow_bar.further, view.slow_bar.speed, view.source]
    for tool in tools:
        assert tool.accessibleName() or tool.text()  # type: ignore[attr-defined]
    reached: set[QWidget | None] = set()
    view.styles["concise"].setFocus()
    for _ in range(20):
        reached.add(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert set(tools) <= reached
    view.styles["concise"].setFocus()
    QTest.keyClick(view.styles["concise"], Qt.Key.Key_Right)
    assert view.style_name == "block"
    view.end_slow()


def test_both_appearances_are_drawn(bench: Bench) -> None:
    try:
        for choice, colours in (("dark", DARK), ("light", LIGHT)):
            themes.choose(choice)  # type: ignore[arg-type]
            bench.view.show_focus("layers.0")
            picture = bench.view.grab().toImage()
            seen = {picture.pixelColor(x, y).name() for x in range(0, 640, 5) for y in range(60, 300)}
            assert {colours.field, colours.accent_soft, colours.panel} <= seen
    finally:
        themes.choose("system")
