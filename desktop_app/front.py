"""One window in one language: makes its parts, and connects them with one another and with what lives longer."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox

from core.outcome import RunOutcome
from core.presets import presets
from core.stack import inspect_stack
from desktop_app import __version__
from desktop_app.carrying import carry_over
from desktop_app.code_display import CodeDisplay
from desktop_app.data_display import DataDisplay
from desktop_app.engine_messages import Ask, EngineReady, Failed
from desktop_app.explorer_control import ExplorerControl
from desktop_app.languages import languages
from desktop_app.layer_files import LayerFiles
from desktop_app.lesson_control import LessonControl
from desktop_app.life import Life
from desktop_app.main_window import MainWindow
from desktop_app.mistakes_control import MistakesControl
from desktop_app.own_data import OwnData
from desktop_app.panels.fields import commit_pending
from desktop_app.panels.layer_card import parameters_text
from desktop_app.runs_display import RunsDisplay
from desktop_app.selection_display import SelectionDisplay
from desktop_app.sweep_files import OVERFITTING_MAP, SweepFiles
from desktop_app.teller import Teller
from desktop_app.theme import ThemeChoice, themes


class Front(QObject):
    """One window in one language, and all that connects it with what lives.

    Args:
        life: what lives longer than the window; owns this object.
    """

    close_requested = Signal()
    language_requested = Signal(object)

    def __init__(self, life: Life) -> None:
        super().__init__(life)
        self._life = life
        self.session, self.host, self.run, self.data = life.session, life.host, life.run, life.data
        self.predictions, self.probes, self.book, self.runs = life.predictions, life.probes, life.book, life.runs
        self.files, self.data_export, self.preferences = life.files, life.data_export, life.preferences
        self.window = window = MainWindow()
        life.dialogs.attach(window)
        self.data_export.attach(window)
        self.mistakes = MistakesControl(self.host, window.mistakes, self)
        self.explorers = ExplorerControl(self.host, window.explore, self)
        self.teller = Teller(window, self.session, self.run, self)
        self.data_display = DataDisplay(
            window, self.data, life.downloader, self.run, self.predictions, life.data_dir, self
        )
        self.selection_display = SelectionDisplay(window, life.selections, self.session, self.run, self.teller, self)
        self.sweep_files = SweepFiles(window.sweep, life.dialogs, self.teller, self)
        self.own_data = OwnData(self.session, life.dialogs, window)
        self.layer_files = LayerFiles(window, self.session, life.layers, life.dialogs, self.teller)
        RunsDisplay(window, self.runs, self.teller, life.dialogs)
        # Before the run bar is connected: Train ends the slow motion first.
        self.code = CodeDisplay(window, self.session, self.run, self.teller, life.dialogs, life.data_dir)
        window.build_menus(self.session.undo_stack, presets())
        self.selections = life.selections
        self.lessons = LessonControl(self, languages.current, self.preferences.progress_file)
        self._wire_session()
        self._wire_run()
        self._wire_files()
        self._wire_book()
        self._wire_window()
        window.show_theme(self.preferences.theme)
        window.show_language(self.preferences.language)

    def take_over(self, old: Front) -> None:
        """Show in place of another window what that one shows."""
        window = self.window
        window.restoreGeometry(old.window.saveGeometry())
        if not old.window.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
            window.setGeometry(old.window.geometry())
        window.show_recent(self.preferences.recent_files)
        window.export_data_action.setEnabled(self.data_export.is_available)
        self.session.experiment_changed.emit(self.session.experiment)
        self.data_display.show_present()
        self.run.tell_all()
        self.book.states_changed.emit(self.book.states)
        self.selection_display.show_present()
        carry_over(old.window, window)
        window.curves_tab.restore_layout(old.window.curves_tab.layout_state())
        window.sweep.editor.take_over(old.window.sweep.editor)
        self.lessons.take_over(old.lessons)
        window.show()
        window.activateWindow()
        self.teller.carry_over(old.teller)

    def go(self) -> None:
        """Take the window away, with all that belongs to it."""
        for view in self._probe_views():
            self.probes.remove(view)
        self.code.files.shutdown()
        self.window.may_close = True
        self.window.close()
        self.window.deleteLater()
        self.deleteLater()

    def _wire_session(self) -> None:
        session, window = self.session, self.window
        for panel in (window.data_panel, window.layer_stack, window.settings):
            panel.edited.connect(session.apply)
            session.experiment_changed.connect(panel.show_experiment)
        stack, layer_files = window.layer_stack, self.layer_files
        stack.file_wanted.connect(layer_files.add)
        stack.program_wanted.connect(layer_files.look)
        stack.search_wanted.connect(layer_files.find)
        self.files.replaced.connect(layer_files.ask_soon)
        for view in (window.data_view, window.dropout):
            view.edited.connect(session.apply)
        session.experiment_changed.connect(window.activations.show_experiment)
        session.experiment_changed.connect(window.data_view.show_experiment)
        session.experiment_changed.connect(window.explore.show_experiment)
        session.refused.connect(self.teller.show_refusal)
        session.file_changed.connect(self._show_title)
        session.experiment_changed.connect(self._show_title)

    def _wire_run(self) -> None:
        bar, run = self.window.run_bar, self.run
        # What stands typed in a field counts, though Enter was not pressed.
        for pressed in (bar.train_pressed, bar.step_batch_pressed, bar.step_epoch_pressed):
            pressed.connect(commit_pending)
        bar.train_pressed.connect(lambda: self.teller.unless_refused(run.train_or_pause))
        bar.step_batch_pressed.connect(lambda: self.teller.unless_refused(run.step_batch))
        bar.step_epoch_pressed.connect(lambda: self.teller.unless_refused(run.step_epoch))
        bar.stop_pressed.connect(run.stop)
        bar.reset_pressed.connect(run.reset)
        run.progressed.connect(bar.show_progress)
        run.state_changed.connect(self._show_state)
        run.history_changed.connect(self._show_history)
        run.run_ended.connect(self.teller.show_end)
        self.host.received.connect(self._on_received)

    def _wire_files(self) -> None:
        window, files = self.window, self.files
        for requested in (
            window.new_requested,
            window.open_requested,
            window.open_data_requested,
            window.open_images_requested,
            window.recent_requested,
            window.preset_requested,
            window.save_requested,
            window.save_as_requested,
            window.save_parameters_requested,
            window.load_parameters_requested,
        ):
            requested.connect(commit_pending)
        window.new_requested.connect(files.new)
        window.open_requested.connect(files.open)
        window.open_data_requested.connect(self.own_data.open_file)
        window.open_images_requested.connect(self.own_data.open_folder)
        window.export_data_requested.connect(self.data_export.export)
        self.data_export.available_changed.connect(window.export_data_action.setEnabled)
        self.data_export.told.connect(self.teller.tell)
        self.data_export.failed.connect(self.teller.show_problem)
        window.recent_requested.connect(files.open_recent)
        window.preset_requested.connect(files.open_preset)
        window.save_requested.connect(files.save)
        window.save_as_requested.connect(files.save_as)
        window.save_parameters_requested.connect(files.save_parameters)
        window.load_parameters_requested.connect(files.load_parameters)
        files.recent_changed.connect(window.show_recent)
        files.failed.connect(self.teller.show_problem)
        files.told.connect(self.teller.tell)

    def _wire_book(self) -> None:
        view, book = self.window.book, self.book
        view.run_requested.connect(book.run)
        view.cancel_requested.connect(book.cancel)
        view.open_requested.connect(self._open_row)
        book.states_changed.connect(view.show_states)
        book.judged.connect(self.window.book_badge.show_verdict)

    def _wire_window(self) -> None:
        window = self.window
        window.close_requested.connect(self.close_requested)
        window.theme_requested.connect(self._choose_theme)
        window.about_requested.connect(self._show_about)
        window.tabs.currentChanged.connect(self._on_tab_changed)
        # Not from inside the menu of the window that is to go.
        window.language_requested.connect(self.language_requested, Qt.ConnectionType.QueuedConnection)
        for view in self._probe_views():
            self.probes.add(view)
        window.network.weight_edited.connect(self.host.set_weight)
        window.network.unit_switched.connect(self.host.switch_unit)
        for view in (window.curves, window.activations, window.data_view, *self._probe_views()):
            view.failed.connect(self.teller.show_problem)
            view.saved.connect(self.teller.tell)
        self.selection_display.run_wanted.connect(self._add_run)
        window.overfitting_map_requested.connect(self._show_overfitting_map)
        window.lessons_requested.connect(self.lessons.show_lessons)
        window.explanation_requested.connect(self.lessons.explain_focused)
        window.contents_requested.connect(self._show_contents)

    def _probe_views(self) -> list[Any]:
        return [*(view for _, view in self.window.inside), self.window.mistakes, self.window.explore]

    @Slot()
    def _show_title(self) -> None:
        self.window.show_title(self.files.title(), self.session.is_modified)

    @Slot()
    def _show_state(self) -> None:
        run, window = self.run, self.window
        window.run_bar.show_phase(run.phase, run.obstacle)
        alive = run.phase in ("running", "paused", "ended")
        window.save_parameters_action.setEnabled(alive)
        window.load_parameters_action.setEnabled(run.phase != "loading" and not run.obstacle)
        self.teller.show_settings_hint()
        if run.phase != "ended":
            window.banner.clear_topic("run")
        self._show_facts()

    @Slot()
    def _show_history(self) -> None:
        self.window.curves.show_history(self.run.history)
        self.window.mistakes.show_history(self.run.history)
        self.window.score_board.show_history(self.run.history)
        self.book.show_history(self.run.history)
        if self.run.history.ended is None:
            self.window.status.clear()

    @Slot(object)
    def _on_received(self, received: list[object]) -> None:
        for message in received:
            # An explorer shows by itself what became of its question.
            if isinstance(message, Failed) and not isinstance(message.request, Ask):
                self.teller.show_problem(message.sentence)
            elif isinstance(message, EngineReady):
                self._show_facts()

    def _show_facts(self) -> None:
        parameters = inspect_stack(self.session.experiment).num_parameters
        facts = [parameters_text(parameters)]
        if self._life.engine_version:
            facts.append(f"MXNet {self._life.engine_version}")
        self.window.facts.setText("   ·   ".join(facts))

    @Slot(int)
    def _on_tab_changed(self, _position: int) -> None:
        self.predictions.set_active(self.window.tabs.currentWidget() is self.window.data_view)

    @Slot(object)
    def _choose_theme(self, choice: ThemeChoice) -> None:
        self.preferences.theme = choice
        themes.choose(choice)

    @Slot(str)
    def _open_row(self, key: str) -> None:
        """Open the preset of a row of the book, where it can be trained."""
        commit_pending()
        if self.files.open_preset(key):
            self.window.tabs.setCurrentWidget(self.window.curves_tab)

    @Slot(object, str)
    def _add_run(self, outcome: RunOutcome, name: str) -> None:
        self.runs.add_outcome(outcome, name, shown=True)
        self.window.tabs.setCurrentWidget(self.window.curves_tab)

    @Slot()
    def _show_overfitting_map(self) -> None:
        self.window.tabs.setCurrentWidget(self.window.sweep)
        self.sweep_files.load_ready(OVERFITTING_MAP)

    @Slot()
    def _show_contents(self) -> None:
        self.lessons.show_lessons()
        self.lessons.dock.show_contents()

    @Slot()
    def _show_about(self) -> None:
        QMessageBox.about(
            self.window,
            self.tr("About Gluon Lab"),
            self.tr(
                "<h3>Gluon Lab {0}</h3><p>A laboratory for teaching and learning deep learning with MXNet Gluon.</p>"
                "<p>MXNet {1} · Python {2}</p>"
            ).format(__version__, self._life.engine_version or "…", sys.version.split()[0]),
        )
