"""The tab with the curves and, at their right, the list of runs, which folds."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QToolButton, QWidget

from desktop_app.icons import icon
from desktop_app.plots.curves import CurvesView

_RUNS_WIDTH = 290
_ROOMY = 640
"""A narrower tab shows the list only when it is asked for: the curves would be too small beside it."""


class CurvesTab(QSplitter):
    """Shares its room between curves and runs.

    Args:
        curves: get a button that shows and hides the runs.
        runs: the list of runs.
    """

    def __init__(self, curves: CurvesView, runs: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._runs = runs
        self._hidden_by_width = False
        self.addWidget(curves)
        self.addWidget(runs)
        self.setCollapsible(0, False)
        self.setCollapsible(1, False)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setHandleWidth(5)
        self.setSizes([640, _RUNS_WIDTH])
        self.runs_button = QToolButton()
        self.runs_button.setIcon(icon("runs"))
        self.runs_button.setText(self.tr("Runs"))
        self.runs_button.setToolTip(self.tr("Show the list of runs (Ctrl+R)"))
        self.runs_button.setShortcut("Ctrl+R")
        self.runs_button.setAccessibleName(self.tr("Runs"))
        self.runs_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.runs_button.setCheckable(True)
        self.runs_button.setChecked(True)
        self.runs_button.toggled.connect(self._show_runs)
        curves.add_button(self.runs_button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the runs away when the tab becomes narrow, and bring them back."""
        super().resizeEvent(event)
        self._fit_runs(was_narrow=0 <= event.oldSize().width() < _ROOMY)

    def _fit_runs(self, *, was_narrow: bool) -> None:
        narrow = self.width() < _ROOMY
        if narrow and not was_narrow and self.runs_button.isChecked():
            self.runs_button.setChecked(False)
            self._hidden_by_width = True
        elif not narrow and self._hidden_by_width:
            self.runs_button.setChecked(True)

    def _show_runs(self, shown: bool) -> None:
        self._hidden_by_width = False
        self._runs.setVisible(shown)

    def layout_state(self) -> QByteArray:
        """Return how the room is shared, for the next start."""
        shown = b"1" if self.runs_button.isChecked() or self._hidden_by_width else b"0"
        return QByteArray(shown + self.saveState().data())

    def restore_layout(self, state: QByteArray) -> None:
        """Share the room as it was when ``state`` was returned; an empty or a strange one changes nothing."""
        if state.size() > 1 and self.restoreState(state.mid(1)):
            self._hidden_by_width = False
            self.runs_button.setChecked(state.startsWith(b"1"))
            self._runs.setVisible(self.runs_button.isChecked())
            self._fit_runs(was_narrow=False)
