"""What the window says in words: the banner, the status bar, and where a refused edit is explained."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Slot

from core.edits import SetValue
from core.errors import essence
from core.events import RunEnded
from core.texts import Sentence, retold, unsaid
from desktop_app.banner import Message
from desktop_app.main_window import MainWindow
from desktop_app.panels.fields import commit_pending, refused_editor
from desktop_app.panels.setting_path import setting_path
from desktop_app.run_control import RunControl
from desktop_app.run_texts import early_end_text, end_text
from desktop_app.session import Refusal, Session
from desktop_app.texts import translated


class Teller(QObject):
    """Puts sentences where the user looks for them.

    Signals that bring one here carry an object: as ``str`` it would forget how it was made, and could not be told again
    in another language.
    """

    def __init__(self, window: MainWindow, session: Session, run: RunControl, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._session, self._run = window, session, run
        self._hinted = False

    def carry_over(self, old: Teller) -> None:
        """Say again what the banner of another window says, in the language of now; leave out what only it can say."""
        shown = old._window.banner.message if old._window.banner.isVisible() else Message()
        # A hint that was closed is not shown a second time.
        self._hinted = old._hinted and shown.topic != "settings"
        self.show_settings_hint()
        ended = self._run.history.ended
        if ended is not None:
            self._tell_end(ended, with_banner=shown.topic == "run")
        if isinstance(shown.text, Sentence) and shown.topic not in ("settings", "run"):
            text, button = retold(shown.text), retold(shown.button)
            self._window.banner.show_message(shown.level, text, button, shown.do, topic=shown.topic)

    @Slot(object)
    def show_problem(self, sentence: str) -> None:
        """Say what went wrong with something that the user asked for."""
        self._window.banner.show_message("problem", sentence, topic="request")

    @Slot(str)
    def tell(self, text: str) -> None:
        """Say what was done; what went wrong before that is over."""
        self._window.banner.clear_topic("request")
        self._window.status.setText(text)

    @Slot(object)
    def show_refusal(self, refusal: Refusal) -> None:
        """Say why an edit was refused, at its field if it has one."""
        window = self._window
        window.section_focus.reveal(refusal.path)
        if refusal.path.startswith("layers."):
            window.layer_stack.show_problem(refusal.path, refusal.sentence)
        elif not any(p.show_problem(refusal.path, refusal.sentence) for p in (window.data_panel, window.settings)):
            self.show_problem(refusal.sentence)

    def show_settings_hint(self) -> None:
        """Say once, when it becomes true, that a running network does not have the present settings."""
        waiting = self._run.settings_changed and self._run.phase in ("running", "paused")
        if waiting and not self._hinted:
            text = self.tr("Settings changed. The network still has the old ones: press Reset to apply the new ones.")
            self._window.banner.show_message("hint", text, self.tr("Reset"), self._run.reset, topic="settings")
        elif not waiting:
            self._window.banner.clear_topic("settings")
        self._hinted = waiting

    def unless_refused(self, go_on: Callable[[], None]) -> None:
        """Start or go on, unless a field shows something that the experiment could not take."""
        # What stands typed in a field counts, though Enter was not pressed.
        commit_pending()
        refused = refused_editor(self._window)
        if refused is None or self._run.phase == "running":
            go_on()
            return
        self._window.section_focus.reveal(setting_path(refused))
        refused.setFocus()
        where = translated(refused.facts.title)
        self.show_problem(self.tr("Mend this first: {0}. {1}").format(where, refused.problem))

    @Slot(object)
    def show_end(self, ended: RunEnded) -> None:
        """Say how a run ended, and offer what helps if it went wrong."""
        self._tell_end(ended, with_banner=True)

    def _tell_end(self, ended: RunEnded, *, with_banner: bool) -> None:
        rate, message = ended.suggested_learning_rate, retold(ended.message)
        if ended.reason in ("diverged", "failed") and not with_banner:
            return
        if rate is not None:
            button = self.tr("Set learning rate to {0} and reset").format(f"{rate:g}")
            self._show_run_problem(message, button, lambda: self._lower_rate(rate))
        elif ended.reason == "diverged":
            self._show_run_problem(message)
        elif ended.reason == "failed":
            self._show_run_problem(message, self.tr("Reset"), self._run.reset)
        else:
            self.tell(end_text(ended, self._run.history))
            early = early_end_text(ended, self._run.history)
            if early and with_banner:
                self._window.banner.show_message("info", early, topic="run")

    def show_mistake(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take the place of ``sys.excepthook``: an error that nobody foresaw is told, and the window goes on."""
        sys.__excepthook__(kind, error, trace)
        self.show_problem(
            self.tr("Something went wrong inside Gluon Lab: {0} Your experiment is kept.").format(essence(error))
        )

    def _show_run_problem(self, text: str, button: str = "", do: Callable[[], object] | None = None) -> None:
        self._window.banner.show_message("problem", text, button, do, topic="run")

    def _lower_rate(self, rate: float) -> None:
        self._session.apply(SetValue(("optimizer", "learning_rate"), rate, unsaid("learning rate")))
        self._run.reset()
