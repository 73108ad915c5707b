"""Start and Cancel of many runs side by side, how far they are, and what is to be said of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop_app.icons import icon
from desktop_app.run_bar import ElidedLabel
from desktop_app.texts import duration


@dataclass(frozen=True)
class SelectionProgress:
    """How far a selection is.

    ``num_done`` counts all runs that are over, also the ``num_failed``; failed and cancelled ones may be run again.
    ``seconds`` is how long it has taken, ``seconds_left`` None while it is not known.
    """

    num_done: int = 0
    num_cells: int = 0
    num_running: int = 0
    num_failed: int = 0
    num_cancelled: int = 0
    share: float = 0.0
    seconds_left: float | None = None
    running: bool = False
    seconds: float = 0.0


class SelectionBar(QWidget):
    """Two rows: what the owner puts before the buttons, the buttons, progress; and a line with what went wrong.

    Signals:
        start_pressed, cancel_pressed, retry_pressed: what was pressed.
    """

    start_pressed = Signal()
    cancel_pressed = Signal()
    retry_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._obstacle, self._progress = "", SelectionProgress()
        self._changed, self._is_ready = False, True
        self.start = QPushButton(self.tr("Start"))
        self.start.setIcon(icon("train", on_accent=True))
        self.start.setProperty("primary", "true")
        self.start.clicked.connect(lambda: self.start_pressed.emit())
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setIcon(icon("stop"))
        self.cancel.setToolTip(self.tr("End what still runs; what is done is kept"))
        self.cancel.clicked.connect(lambda: self.cancel_pressed.emit())
        self.state = ElidedLabel()
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.retry = QPushButton(self.tr("Run again"))
        self.retry.setIcon(icon("retry"))
        self.retry.clicked.connect(lambda: self.retry_pressed.emit())
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self._build()
        self._show()

    def _build(self) -> None:
        self.leading, self.trailing = QHBoxLayout(), QHBoxLayout()
        for layout in (self.leading, self.trailing):
            layout.setSpacing(8)
        progress = QVBoxLayout()
        progress.setSpacing(3)
        progress.addStretch(1)
        progress.addWidget(self.state)
        progress.addWidget(self.bar)
        progress.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(self.leading)
        row.addWidget(self.start)
        row.addWidget(self.cancel)
        row.addSpacing(6)
        row.addLayout(progress, 1)
        row.addSpacing(6)
        row.addLayout(self.trailing)
        self.frame = QFrame()
        self.frame.setObjectName("message")
        self.frame.setProperty("level", "hint")
        notes = QHBoxLayout(self.frame)
        notes.setContentsMargins(9, 5, 9, 5)
        notes.addWidget(self.note, 1)
        notes.addWidget(self.retry)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.frame)

    def show_obstacle(self, sentence: str) -> None:
        """Tell why it cannot start now; an empty text if it can."""
        self._obstacle = sentence
        self._show()

    def show_ready(self, ready: bool) -> None:
        """Tell whether there is something to start; if not, the owner says elsewhere why."""
        self._is_ready = ready
        self._show()

    def show_progress(self, progress: SelectionProgress) -> None:
        """Show how far the selection is."""
        self._progress = progress
        self._show()

    def show_changed(self, changed: bool) -> None:
        """Tell whether the experiment differs from the one that the selection has."""
        self._changed = changed
        self._show()

    def _show(self) -> None:
        progress, running = self._progress, self._progress.running
        self.start.setEnabled(not running and not self._obstacle and self._is_ready)
        self.start.setToolTip("" if running else self._obstacle)
        self.cancel.setEnabled(running)
        self.bar.setValue(round(1000 * progress.share))
        self.bar.setVisible(progress.num_cells > 0)
        self.state.setText(self._state_text())
        self.state.setToolTip(self.state.text())
        note = self._note()
        self.note.setText(note)
        self.retry.setVisible(self._may_retry())
        self.frame.setVisible(bool(note))

    def _may_retry(self) -> bool:
        return not self._progress.running and self._progress.num_failed + self._progress.num_cancelled > 0

    def _state_text(self) -> str:
        progress = self._progress
        if not progress.num_cells:
            return ""
        done = self.tr("{0} of {1} runs done").format(progress.num_done, progress.num_cells)
        parts = [done]
        if progress.running:
            parts.append(self.tr("{0} running").format(progress.num_running) if progress.num_running else "")
            if not progress.num_running and not progress.num_done:
                parts = [self.tr("Starting worker processes…")]
            if progress.seconds_left is not None:
                parts.append(self.tr("{0} left").format(duration(progress.seconds_left)))
        elif progress.seconds:
            parts.append(duration(progress.seconds))
        return " · ".join(part for part in parts if part)

    def _note(self) -> str:
        progress, notes = self._progress, []
        if progress.num_failed:
            text = self.tr("{0} of {1} runs failed; their places say why.")
            notes.append(text.format(progress.num_failed, progress.num_cells))
        if progress.num_cancelled:
            text = self.tr("{0} of {1} runs were cancelled; what was done is kept.")
            notes.append(text.format(progress.num_cancelled, progress.num_cells))
        if self._changed and progress.num_cells:
            notes.append(self.tr("Settings changed since this was started: it shows the settings of that time."))
        if self._obstacle and not progress.running:
            notes.append(self._obstacle)
        return " ".join(notes)
