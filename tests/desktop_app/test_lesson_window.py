"""The lessons in the window: opened by key, tried, predicted, reached, remembered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.edits import SetValue
from core.lessons.blocks import Buttons
from core.lessons.glossary import glossary
from core.lessons.help import help_target, option_of
from core.lessons.lesson import find_lesson, lessons
from core.lessons.links import ToPage, parse_target
from core.lessons.progress import Progress
from core.presets import load_preset
from core.selection.cells import CellResult
from core.selection.shipped import resolve_sweep
from core.selection.sweep_storage import load_sweep
from desktop_app.languages import languages
from tests.desktop_app.windows import opened


@pytest.fixture
def laboratory(qtbot, tmp_path):
    with opened(qtbot, tmp_path, load_preset("circle"), "curves_tab") as laboratory:
        yield laboratory


def test_a_reader_opens_a_page_tries_what_it_offers_and_finds_it_again(laboratory, qtbot):
    window, control = laboratory.window, laboratory.front.lessons
    assert control.dock.isHidden()
    window.lessons_requested.emit()
    assert control.dock.isVisible()
    page = next(p for p in lessons("en") if p.header.preset and p.header.predict and p.header.goals)
    control.dock.page_wanted.emit(ToPage(page.name))
    view = control.dock.page
    assert view.head.buttons
    view.head.buttons[0].click()
    assert laboratory.session.experiment == load_preset(page.header.preset)
    question = view.questions[0]
    qtbot.mouseClick(question.rows[1].text.viewport(), Qt.MouseButton.LeftButton)
    question.rows[1].button.click()
    assert (
        Progress.load(laboratory.preferences.progress_file).pages[page.name].answers[page.header.predict[0].id].choice
    )
    assert Progress.load(laboratory.preferences.progress_file).page == page.name
    assert view.goals[0].marks


def test_a_reader_is_told_where_progress_is_that_cannot_be_read(qtbot, tmp_path):
    (tmp_path / "lessons.json").write_text("{", encoding="utf-8")
    with opened(qtbot, tmp_path, load_preset("circle"), "curves_tab") as laboratory:
        assert laboratory.window.banner.isVisible()
        assert str(tmp_path / "unreadable-lessons.json") in laboratory.window.banner.label.text()


def test_what_follows_is_not_done_to_an_experiment_that_the_reader_keeps(laboratory):
    session, page = laboratory.session, laboratory.front.lessons.dock.page
    session.apply(SetValue(("training", "num_epochs"), 7))
    laboratory.files._dialogs.answer = "cancel"
    kept = session.experiment
    page.tried.emit(parse_target("try:preset=polynomial-overfits&set=training.num_epochs:2&train"))
    assert session.experiment == kept
    page.tried.emit(parse_target("try:set=layers.40.units:5&set=training.num_epochs:2&train"))
    assert session.experiment == kept
    assert laboratory.run.phase == "idle"
    assert laboratory.run.history.started is None


def test_what_a_page_trains_is_a_run_of_what_it_says(laboratory, qtbot):
    run, page = laboratory.run, laboratory.front.lessons.dock.page
    with qtbot.waitSignal(run.history_changed, check_params_cb=lambda: run.history.started is not None):
        page.tried.emit(parse_target("try:preset=weight-decay-off&train"))
    assert run.phase == "running"
    off = run.history.started.run_id
    page.tried.emit(parse_target("try:train"))
    assert run.phase == "running", "it goes on"

    def has_begun_anew():
        return run.history.started is not None and run.history.started.run_id != off

    with qtbot.waitSignal(run.history_changed, check_params_cb=has_begun_anew):
        page.tried.emit(parse_target("try:preset=weight-decay&train"))
    assert run.history.started.experiment == load_preset("weight-decay")
    assert not run.history.changes
    run.reset()


def test_nobody_is_asked_to_save_what_only_a_page_has_changed(laboratory):
    session, page = laboratory.session, laboratory.front.lessons.dock.page
    laboratory.files._dialogs.answer = "cancel"
    page.tried.emit(parse_target("try:set=training.num_epochs:7"))
    page.tried.emit(parse_target("try:set=training.batch_size:11"))
    assert session.is_modified
    page.tried.emit(parse_target("try:preset=polynomial-overfits&set=training.num_epochs:3"))
    assert session.experiment.name == load_preset("polynomial-overfits").name
    session.undo_stack.undo()
    assert session.experiment == load_preset("polynomial-overfits")
    assert not session.is_modified
    session.undo_stack.undo()
    assert session.experiment.training.batch_size == 11, "nothing that a page does is lost"
    page.tried.emit(parse_target("try:preset=circle"))
    assert session.experiment == load_preset("circle")
    page.tried.emit(parse_target("try:set=training.num_epochs:7"))
    session.apply(SetValue(("training", "batch_size"), 12))
    page.tried.emit(parse_target("try:set=training.num_epochs:8"))
    kept = session.experiment
    page.tried.emit(parse_target("try:preset=circle"))
    assert session.experiment == kept, "the reader has changed something too"


def test_folds_and_sweeps_start_when_the_button_says_so(laboratory, qtbot, monkeypatch):
    window, control, started = laboratory.window, laboratory.front.lessons, []
    # Without the worker processes, which have tests of their own.
    monkeypatch.setattr(laboratory.selections, "_start", lambda work, cells: started.append((work.kind, len(cells))))
    control.open(ToPage("5-2-k-fold"))
    board, start = control.dock.page.buttons[0].buttons
    qtbot.mouseClick(board, Qt.MouseButton.LeftButton)
    assert (window.tabs.currentWidget(), started) == (window.kfold, [])
    window.kfold.folds_box.setValue(4)
    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    assert started == [("kfold", 4)]
    control.dock.page.tried.emit(parse_target("try:sweep=weight-decay"))
    assert (window.tabs.currentWidget(), len(started)) == (window.sweep, 1)
    control.dock.page.tried.emit(parse_target("try:sweep=weight-decay&train"))
    assert started[1:] == [("sweep", resolve_sweep("weight-decay").num_cells)]
    assert laboratory.run.phase == "idle"


def test_what_was_finished_before_a_page_was_opened_ticks_nothing(laboratory):
    control = laboratory.front.lessons
    control._on_selection("kfold")
    control.open(ToPage("5-2-k-fold"))
    assert control.tracker.progress.goals == []
    control.tracker.choose("how-many", 1)
    control._on_selection("kfold")
    assert control.tracker.progress.goals == ["folds"]
    assert control.tracker.progress.answers["how-many"].outcome == 1


def test_a_sweep_of_the_readers_own_is_not_replaced_without_asking(laboratory, qtbot, monkeypatch, tmp_path):
    editor, dialogs, started = laboratory.window.sweep.editor, laboratory.files._dialogs, []
    monkeypatch.setattr(laboratory.selections, "_start", lambda work, cells: started.append(work.sweep))
    tried = laboratory.front.lessons.dock.page.tried
    tried.emit(parse_target("try:sweep=dropout-rate"))
    tried.emit(parse_target("try:sweep=weight-decay"))
    assert dialogs.asked == []
    editor.first.values.box.selectAll()
    QTest.keyClicks(editor.first.values.box, "0.5, 0.25")
    dialogs.answer = "cancel"
    tried.emit(parse_target("try:sweep=overfitting-map&train"))
    own = editor.sweep
    assert (own.settings[0].values, started) == ((0.5, 0.25), [])
    assert dialogs.asked == [("unsaved_changes", own.name)]
    dialogs.answer, dialogs.path = "save", tmp_path / "own.gluonlab-sweep.json"
    tried.emit(parse_target("try:sweep=overfitting-map&train"))
    assert load_sweep(dialogs.path) == own
    assert started == [resolve_sweep("overfitting-map")]


def test_the_map_is_drawn_by_its_own_sweep_only(laboratory, monkeypatch):
    control = laboratory.front.lessons
    monkeypatch.setattr(laboratory.selections, "_start", lambda work, cells: works.update({"sweep": work}))
    works = laboratory.selections.works
    control.open(ToPage("5-3-overfitting-map"))
    for name, ticked in (("weight-decay", []), ("overfitting-map", ["map"])):
        control.dock.page.tried.emit(parse_target(f"try:sweep={name}&train"))
        for cell in works["sweep"].sweep.cells():
            works["sweep"].board.finish(CellResult(cell.key, None))
        control._on_selection("sweep")
        assert control.tracker.progress.goals == ticked


def test_whoever_comes_back_from_a_search_goes_on_reading_where_they_were(laboratory, qtbot):
    dock = laboratory.front.lessons.dock
    laboratory.front.lessons.open(ToPage("6-1-weight-decay", "weights-or-biases"))
    bar = dock.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 100)
    bar.setValue(50)
    dock.line.setText("dropout")
    dock.line.clear()
    qtbot.waitUntil(dock.page.isVisible)
    QApplication.processEvents()
    assert bar.value() == 50


def test_another_language_finds_the_reader_at_the_same_place(laboratory, qtbot):
    control = laboratory.front.lessons
    control.open(ToPage("7-1-backpropagation"))
    control.tracker.choose("penalty-gradient", 2)
    control.tracker.start_run(1)
    page = control.dock.page
    page.set_zoom(1.25)
    sheet = page.widget()
    qtbot.waitUntil(lambda: sheet.height() == sheet.heightForWidth(page.viewport().width()) > 3000)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum() // 2)
    try:
        laboratory._choose_language("zh_CN")
        control, page = laboratory.front.lessons, laboratory.front.lessons.dock.page
        assert page.lesson is find_lesson("7-1-backpropagation", "zh_CN")
        assert page.style_now.zoom == 1.25
        assert not control.tracker.may_choose("penalty-gradient")
        qtbot.waitUntil(lambda: 0.4 < page.share < 0.6)
    finally:
        languages.choose("en")


def test_search_finds_words_and_leads_there(laboratory):
    control = laboratory.front.lessons
    window = laboratory.window
    window.contents_requested.emit()
    control.dock.line.setText("weight decay")
    assert control.dock.found.count()
    control.dock.found.itemActivated.emit(control.dock.found.item(0))
    assert control.dock.stack.currentWidget() is control.dock.page


def test_an_entry_of_the_glossary_opens_and_leads_to_its_pages(laboratory, qtbot):
    dock = laboratory.front.lessons.dock
    laboratory.window.contents_requested.emit()
    dock.line.setText(glossary("en")["overfitting"].title)
    hits = [dock.found.item(row).data(Qt.ItemDataRole.UserRole) for row in range(dock.found.count())]
    row = next(row for row, hit in enumerate(hits) if not hit.page and hit.anchor == "overfitting")
    dock.found.setCurrentRow(row)
    QTest.keyClick(dock.found, Qt.Key.Key_Return)
    assert dock.stack.currentWidget() is dock.term
    assert dock.term.term == "overfitting"
    QTest.keyClick(dock.term, Qt.Key.Key_Escape)
    assert dock.stack.currentWidget() is dock.found
    dock.found.scrollToItem(dock.found.item(row))
    place = dock.found.visualItemRect(dock.found.item(row)).center()
    qtbot.mouseClick(dock.found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dock.stack.currentWidget() is dock.term
    qtbot.mouseClick(dock.term.pages[0], Qt.MouseButton.LeftButton)
    assert dock.stack.currentWidget() is dock.page
    dock.page.term_wanted.emit("overfitting")
    qtbot.mouseClick(dock.term.back, Qt.MouseButton.LeftButton)
    assert dock.stack.currentWidget() is dock.page
    QTest.keyClick(dock.page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert laboratory.preferences.lesson_zoom == dock.page.style_now.zoom > 1


def test_the_setting_with_the_focus_is_explained(laboratory):
    window, control = laboratory.window, laboratory.front.lessons
    window.settings.reveal("optimizer.learning_rate")
    window.explanation_requested.emit()
    target = help_target(option_of("optimizer.learning_rate", laboratory.session.experiment), "en")
    assert target == ToPage("2-2-minibatch-sgd", "learning-rate")
    assert control.tracker.lesson.name == target.page


def test_every_page_is_shown_and_leaves_the_tabs_room(laboratory, qtbot):
    window, control = laboratory.window, laboratory.front.lessons
    window.resize(QSize(1280, 720))
    for lesson in lessons("en"):
        control.open(ToPage(lesson.name))
        assert control.dock.page.texts
        assert len(control.dock.page.buttons) == sum(isinstance(block, Buttons) for block in lesson.blocks)
    assert window.width() == 1280
    assert window.tabs.width() >= 480
    assert control.dock.page.widget().mapTo(control.dock.page, QPoint(0, 0)).x() == 0
