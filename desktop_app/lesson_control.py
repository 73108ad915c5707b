"""The lessons beside the laboratory: does what a page offers to try, and follows what the reader reaches."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from core.edits import SetValue
from core.experiment import Experiment
from core.lessons.conditions import LessonError
from core.lessons.facts import experiment_facts, explorer_facts, run_facts
from core.lessons.help import help_target, option_of
from core.lessons.lesson import find_lesson, lessons, view_name
from core.lessons.links import Action, ToPage, Try
from core.lessons.progress import Progress
from core.lessons.tracking import Reached, Tracker
from core.selection.shipped import ready_name
from core.storage import reason
from desktop_app.help_mark import HelpMark
from desktop_app.lessons.lesson_dock import LessonDock
from desktop_app.panels.fields import commit_pending
from desktop_app.panels.setting_path import setting_path

_MAX_LEFT = 50
"""So many experiments that pages have left are known again."""


class LessonControl(QObject):
    """Connects the dock of a window with what lives.

    Args:
        front: the window's wiring: its window, session, run, files, book, teller, sweep files.
        language: of the lessons.
        file: where the progress is kept.
    """

    def __init__(self, front: Any, language: str, file: Path) -> None:
        super().__init__(front)
        self._front, self._language, self._file = front, language, file
        self.progress = Progress.load(file)
        self.tracker: Tracker | None = None
        self._done: dict[str, bool | str] = {}
        self._left: list[Experiment] = []
        window = front.window
        self.dock = LessonDock(language, window)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self.dock.visibilityChanged.connect(self._focus)
        self.dock.set_zoom(front.preferences.lesson_zoom)
        self.dock.zoomed.connect(self._keep_zoom)
        self.dock.page_wanted.connect(self.open)
        window.help_desk.wanted.connect(self.explain)
        page = self.dock.page
        page.tried.connect(self._try)
        page.chosen.connect(self._choose)
        page.asked_again.connect(self._ask_again)
        page.row_wanted.connect(lambda key: front.book.run([key]))
        page.read.connect(self._note_read)
        page.failed.connect(front.teller.show_problem)
        page.saved.connect(front.teller.tell)
        front.book.states_changed.connect(page.show_rows)
        page.show_rows(front.book.states)
        front.run.history_changed.connect(self._look)
        front.session.experiment_changed.connect(self._look)
        window.explore.facts_changed.connect(self._look)
        front.selections.ended.connect(self._on_selection)
        self.dock.show_progress(self.progress)
        if self.progress.problem:
            window.banner.show_message("problem", self.progress.problem, topic="lessons")

    @Slot()
    def show_lessons(self) -> None:
        """Open the dock where the reader was last, or at the contents."""
        names = [lesson.name for lesson in lessons(self._language)]
        if self.tracker is None and self.progress.page in names:
            self.open(ToPage(self.progress.page))
        elif self.tracker is not None and self.dock.lesson is None:
            self.dock.show_lesson(self.tracker)
        self._show_dock()
        if self.tracker is None:
            self.dock.show_contents()

    @Slot()
    def explain_focused(self) -> None:
        """Open the page that explains the setting that has the focus."""
        focused = QApplication.focusWidget()
        if focused is None or not setting_path(focused):
            self.show_lessons()
        else:
            self.explain(focused)

    @Slot(QWidget)
    def explain(self, widget: QWidget) -> None:
        """Open the page that explains the setting that a widget of the panels belongs to."""
        path = (widget.topic if isinstance(widget, HelpMark) else "") or setting_path(widget)
        target = help_target(option_of(path, self._front.session.experiment), self._language) if path else None
        if target is None:
            self.show_lessons()
        else:
            self.open(target)
            self._front.window.section_focus.reveal(path)

    @Slot(object)
    def open(self, target: ToPage) -> None:
        """Show a page in the dock."""
        if self.tracker is None or self.tracker.lesson.name != target.page:
            history = self._front.run.history
            old = history.started.run_id if history.started and history.ended else None
            try:
                lesson = find_lesson(target.page, self._language)
            except LessonError as error:
                self._front.teller.show_problem(str(error))
                return
            self.tracker = Tracker(lesson, self.progress.of(lesson.name), old)
            # What had been finished before says nothing of this page.
            self._done.clear()
            self.progress.page = lesson.name
            self._save()
        self.dock.show_lesson(self.tracker, target.anchor)
        self._show_dock()
        self._focus()
        self._look()

    def take_over(self, old: LessonControl) -> None:
        """Show what the dock of another window shows, in the language of this one."""
        self.progress, self._done, self._left = old.progress, old._done, old._left
        if old.tracker is not None:
            self.tracker = old.tracker.in_words_of(find_lesson(old.tracker.lesson.name, self._language))
        self.dock.take_over(old.dock, None if old.dock.isHidden() else self.tracker)
        self.dock.show_progress(self.progress)

    def _show_dock(self) -> None:
        if self.dock.isHidden():
            self.dock.show()
            width = self.dock.sizeHint().width()
            self._front.window.resizeDocks([self.dock], [width], Qt.Orientation.Horizontal)
        self.dock.raise_()

    @Slot()
    def _focus(self) -> None:
        """Hide the settings that do not matter on the page that is open, for as long as the dock is."""
        sections = self._front.window.section_focus
        # A dock that lies behind another one, or in a window made small, is still open.
        if self.tracker is None or self.dock.isHidden():
            sections.show_all()
        else:
            sections.focus(self.tracker.lesson.name, self.tracker.lesson.header.focus)

    @Slot(float)
    def _keep_zoom(self, zoom: float) -> None:
        self._front.preferences.lesson_zoom = zoom

    def _save(self) -> None:
        try:
            self.progress.save(self._file)
        except OSError as error:
            text = self.tr("The progress in the lessons could not be kept: {0}")
            self._front.teller.show_problem(text.format(reason(error)))
        self.dock.show_progress(self.progress)

    @Slot()
    def _look(self) -> None:
        """Look at goals and questions with what is known now."""
        tracker = self.tracker
        if tracker is None:
            return
        history = self._front.run.history
        if history.started is not None:
            tracker.start_run(history.started.run_id)
        facts = run_facts(history) | experiment_facts(self._front.session.experiment) | self._done
        reached = tracker.take(facts | explorer_facts(self._front.window.explore.facts()))
        self.dock.page.show_reached(reached)
        if reached:
            self._save()

    @Slot(object)
    def _on_selection(self, kind: str) -> None:
        progress = self._front.selections.progress(kind)
        if progress.num_done == progress.num_cells:
            self._done[f"{kind}.done"] = True
            work = self._front.selections.works.get(kind)
            if work is not None and work.sweep is not None:
                self._done["sweep.name"] = ready_name(work.sweep)
            self._look()

    @Slot(str, int)
    def _choose(self, question: str, choice: int) -> None:
        if self.tracker is not None:
            self.tracker.choose(question, choice)
            self.dock.page.show_reached(Reached())
            self._save()

    @Slot(str)
    def _ask_again(self, question: str) -> None:
        if self.tracker is not None:
            self.tracker.ask_again(question)
            self.dock.page.show_reached(Reached())
            self._save()

    @Slot()
    def _note_read(self) -> None:
        if self.tracker is not None and not self.tracker.progress.read:
            self.tracker.progress.read = True
            self._save()

    @Slot(object)
    def _try(self, target: Try) -> None:
        commit_pending()
        session = self._front.session
        owned = not session.is_modified or session.experiment in self._left
        # Who loads or sets something and trains is promised a run of just that, whatever runs or is paused.
        afresh = any(action.verb in ("preset", "set") for action in target.actions)
        for action in target.actions:
            if not self._do(action, owned, afresh):
                # What follows was not meant for the experiment that is still there.
                break
            owned = owned or action.verb == "preset"
            # Each of them, since steps can be undone.
            if owned and session.experiment not in self._left:
                self._left = [session.experiment, *self._left[: _MAX_LEFT - 1]]

    def _do(self, action: Action, owned: bool, afresh: bool) -> bool:
        """Do what a page offers; return whether that could be done.

        Args:
            action: what to do.
            owned: the unsaved changes are those that pages have made, and nobody misses them.
            afresh: to train begins a new run, even while another one goes on.
        """
        front, window = self._front, self._front.window
        if action.verb == "preset":
            return bool(front.files.try_preset(action.name, asks=not owned))
        if action.verb == "set":
            path = tuple(int(key) if key.isdecimal() else key for key in action.name.split("."))
            return bool(front.session.apply(SetValue(path, action.value, merges=False)))
        if action.verb == "view":
            window.tabs.setCurrentWidget(getattr(window, view_name(action.name)))
        elif action.verb == "explorer":
            window.tabs.setCurrentWidget(window.explore)
            window.explore.open(action.name, action.value)
        elif action.verb == "sweep":
            window.tabs.setCurrentWidget(window.sweep)
            return bool(front.sweep_files.load_ready(action.name))
        elif action.verb == "kfold":
            window.tabs.setCurrentWidget(window.kfold)
            front.selection_display.start_kfold(window.kfold.num_folds)
        elif action.name == "sweep":
            front.selection_display.start_sweep()
        else:
            self._train(afresh)
        return True

    def _train(self, afresh: bool) -> None:
        """Train, or go on with a run that was paused."""
        front = self._front
        if afresh or (front.run.phase == "paused" and front.run.settings_changed):
            front.run.reset()
        if front.run.phase != "running":
            front.teller.unless_refused(front.run.train_or_pause)
