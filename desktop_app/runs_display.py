"""Connects the list of kept runs with its panel, the curves, the banner and the dialogs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Slot

from core.runs import KeptRun
from core.texts import say
from desktop_app.dialogs import Dialogs
from desktop_app.main_window import MainWindow
from desktop_app.panels.run_items import RunItem, run_item
from desktop_app.runs_control import RunsControl
from desktop_app.teller import Teller

_Basis = tuple[KeptRun, tuple[str, ...] | None, bool]


class RunsDisplay(QObject):
    """Shows what the list of runs holds, and hands on what the user wants.

    Args:
        window: with panel and curves; owns this object.
        control: the list.
        teller: for sentences.
        dialogs: the questions about files.
    """

    def __init__(self, window: MainWindow, control: RunsControl, teller: Teller, dialogs: Dialogs) -> None:
        super().__init__(window)
        self._window, self._control, self._dialogs = window, control, dialogs
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._items: dict[str, tuple[_Basis, RunItem]] = {}
        panel = window.runs
        panel.show_requested.connect(control.show)
        panel.pin_requested.connect(control.pin)
        panel.rename_requested.connect(control.rename)
        panel.delete_requested.connect(control.delete)
        panel.take_requested.connect(control.take)
        panel.export_requested.connect(self._export)
        control.changed.connect(self._show)
        control.deleted.connect(self._offer_undo)
        control.told.connect(teller.tell)
        control.failed.connect(teller.show_problem)
        self._show()

    @Slot()
    def _show(self) -> None:
        items = {run.key: self._item(run) for run in self._control.runs}
        self._items = items
        self._window.runs.show_items([item for _, item in items.values()][::-1])
        self._window.curves.show_runs(self._control.overlaid, self._control.apart)

    def _item(self, run: KeptRun) -> tuple[_Basis, RunItem]:
        """Return the row of a run and what it was made of; of most runs it is still the old one."""
        basis = run, self._control.differs(run), run.key == self._control.present_key
        old = self._items.get(run.key)
        return old if old is not None and old[0] == basis else (basis, run_item(*basis))

    @Slot(object)
    def _offer_undo(self, gone: Sequence[KeptRun]) -> None:
        if len(gone) == 1:
            text = say("The run “{name}” was deleted.", name=gone[0].name)
        else:
            text = say("{number} runs were deleted.", number=len(gone))
        # A window in another language may take the message over: nothing in it may hold this one.
        undo = partial(self._control.restore, gone)
        self._window.banner.show_message("info", text, say("Undo"), undo, topic="runs")

    @Slot()
    def _export(self) -> None:
        path = self._dialogs.export_runs(self._folder / "runs.csv")
        if path is not None:
            self._folder = path.parent
            self._control.export(path)
