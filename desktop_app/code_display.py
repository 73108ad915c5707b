"""Connects the Code tab with the experiment, the panels, the run, and the files on disk."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from core import codegen
from desktop_app.code_files import CodeFiles
from desktop_app.dialogs import Dialogs
from desktop_app.main_window import MainWindow
from desktop_app.panels.fields import commit_pending
from desktop_app.panels.setting_path import SettingFocus
from desktop_app.run_control import RunControl
from desktop_app.session import Session
from desktop_app.slow_motion import SlowMotion
from desktop_app.teller import Teller


class CodeDisplay(QObject):
    """Shows the program of the present experiment, and lets its lines and the panels lead to each other.

    Args:
        window: with the tab and the panels; owns this object.
        session: keeps the experiment.
        run: is stepped by the slow motion.
        teller: for sentences.
        dialogs: asks where to save.
        data_dir: where to look first for data files.
    """

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        run: RunControl,
        teller: Teller,
        dialogs: Dialogs,
        data_dir: Path | None = None,
    ) -> None:
        super().__init__(window)
        view = window.code
        self._sections = window.section_focus
        self._panels = (window.data_panel, window.layer_stack, window.settings)
        view.compose = partial(codegen.program, data_dir=data_dir)
        session.experiment_changed.connect(view.show_experiment)
        focus = SettingFocus(self._panels, self)
        focus.focused.connect(view.show_focus)
        view.setting_chosen.connect(self._reveal)
        self.slow = SlowMotion(run, view, teller.unless_refused, self)
        self.slow.refused.connect(teller.show_problem)
        window.run_bar.train_pressed.connect(self.slow.give_way)
        self.files = CodeFiles(view, dialogs, data_dir, self)
        view.save_wanted.connect(commit_pending)
        view.save_wanted.connect(self.files.save)
        view.told.connect(teller.tell)
        self.files.told.connect(teller.tell)
        self.files.failed.connect(teller.show_problem)

    def close(self) -> None:
        """End the slow motion, and wait for what is being saved."""
        self.slow.give_way()
        self.files.shutdown()

    @Slot(str)
    def _reveal(self, path: str) -> None:
        """Give the focus to a setting in the panel that it belongs to."""
        self._sections.reveal(path)
        for panel in self._panels:
            if panel.reveal(path):
                return
