"""The composition root: what lives (``life``) and the window of now (``front``), its opening and its end."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from pathlib import Path
from typing import Any

import platformdirs
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QApplication

from core.layers import CustomLayer
from desktop_app.front import Front
from desktop_app.languages import LanguageChoice, languages
from desktop_app.life import Life
from desktop_app.main_window import MainWindow
from desktop_app.panels.fields import commit_pending
from desktop_app.preferences import Preferences
from desktop_app.silence import SilenceQuestion
from desktop_app.theme import themes

APP_NAME = "gluon-lab"


class Laboratory(Life):
    """The whole application but for Qt's own event loop: what lives, and the window of now."""

    def __init__(self, preferences: Preferences, data_dir: Path | None = None, **parts: Any) -> None:
        super().__init__(preferences, data_dir, **parts)
        themes.choose(preferences.theme)
        languages.choose(preferences.language)
        self._show_front()
        self.silence = SilenceQuestion(self)
        self.silence.end_wanted.connect(self._end_without_engine)
        self.host.silence_changed.connect(self._on_silence_changed)
        self.host.closed.connect(self._on_engine_closed)

    @property
    def window(self) -> MainWindow:
        """The window of now."""
        return self.front.window

    def open(self, path: Path | None = None) -> None:
        """Show the window, and load MXNet behind it."""
        self.window.restoreGeometry(self.preferences.geometry)
        self.window.restoreState(self.preferences.layout)
        self.window.curves_tab.restore_layout(self.preferences.runs_layout)
        self.window.code.restore({"style": self.preferences.code_style})
        self.files.restore(path)
        self.window.show()
        self.runs.load()
        self.host.open()

    def _show_front(self) -> None:
        with themes.undressed():
            self.front = Front(self)
        languages.choose_dock_font()
        self.front.close_requested.connect(self._close)
        self.front.language_requested.connect(self._choose_language)

    @Slot(object)
    def _choose_language(self, choice: LanguageChoice) -> None:
        """Build the window anew if it does not speak the chosen language."""
        self.preferences.language = choice
        if self.window.isEnabled() and languages.choose(choice):
            commit_pending()
            self.session.retell()
            old = self.front
            self._show_front()
            self.front.take_over(old)
            old.go()
            # The old window would stay for ever among what main() has frozen.
            gc.unfreeze()
            QTimer.singleShot(0, self, gc.collect)

    @Slot()
    def _close(self) -> None:
        """Close in order: unsaved changes first, then what goes on in the background; then the window."""
        if not self.window.isEnabled():
            return
        commit_pending()
        if not self.files.may_leave():
            return
        if self.session.is_modified:
            self.files.forget_changes()
        self._leave()

    def _leave(self) -> None:
        """Keep everything for the next start, and end what goes on in the background."""
        self.files.remember()
        self.preferences.geometry = self.window.saveGeometry()
        self.preferences.layout = self.window.saveState()
        self.preferences.runs_layout = self.window.curves_tab.layout_state()
        self.preferences.code_style = self.window.code.style_name
        self.preferences.save()
        self.window.setEnabled(False)
        self.front.code.close()
        self.end()

    @Slot(bool)
    def _on_silence_changed(self, is_silent: bool) -> None:
        if is_silent:
            started = self.host.experiment
            has_program = started is not None and any(isinstance(layer, CustomLayer) for layer in started.layers)
            self.silence.ask(self.window, has_program=has_program)
        else:
            self.silence.withdraw()

    @Slot()
    def _end_without_engine(self) -> None:
        """End although the engine's thread does not: the next start shows unsaved work, as after a crash."""
        self.host.give_up()
        if self.window.isEnabled():
            commit_pending()
            self._leave()

    @Slot()
    def _on_engine_closed(self) -> None:
        self.window.may_close = True
        self.window.close()
        self.session.close()


def main(experiment_path: Path | None = None, data_dir: Path | None = None) -> int:
    """Open the window and stay until it is closed; return the exit status."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APP_NAME)
    app.setApplicationDisplayName("Gluon Lab")
    app.setDesktopFileName(APP_NAME)
    app.setStyle("Fusion")
    app.styleHints().colorSchemeChanged.connect(themes.follow_system)
    folder = Path(platformdirs.user_config_dir(APP_NAME, appauthor=False))
    laboratory = Laboratory(Preferences(folder), data_dir)
    sys.excepthook = lambda *mistake: laboratory.front.teller.show_mistake(*mistake)
    laboratory.open(experiment_path)
    # Python hears of Ctrl+C in the terminal when it runs next: at the latest when garbage is looked for, once a second.
    signal.signal(signal.SIGINT, lambda *_: laboratory.window.close())
    # What is there now stays: collections need not look at it again, which would be seen as a stutter.
    gc.collect()
    gc.freeze()
    status = app.exec()
    if laboratory.host.is_given_up:
        # Its thread still runs: neither Qt nor Python could end in order.
        logging.shutdown()
        sys.stdout.flush()
        os._exit(status)
    return status
