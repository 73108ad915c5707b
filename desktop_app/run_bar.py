"""The tool bar of a run: its buttons, how far it is, how fast it goes, how long it still takes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QStylePainter,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.engine_messages import Phase
from desktop_app.icons import icon
from desktop_app.style import set_property
from desktop_app.texts import duration

_AROUND_TEXT = 64
"""Icon, gap and padding of a button."""

_WIDTH_WITH_SPEED = 1180
"""From this width on there is room for the speed beside all figures of the score board."""


@dataclass(frozen=True)
class Progress:
    """How far a run is, and how it ended, if it has.

    ``samples_per_second`` and ``seconds_left`` are None while they are not known. ``is_early`` tells that a run has
    finished before the last of its epochs, because a stop condition held; its ``share`` is 1 all the same.
    """

    epoch: int = 0
    num_epochs: int = 0
    share: float = 0.0
    samples_per_second: float | None = None
    seconds_left: float | None = None
    ending: str = ""
    is_early: bool = False


class RunBar(QToolBar):
    """Reset, Train or Pause, Step, Stop, and the progress of the run; it only emits what was pressed."""

    reset_pressed = Signal()
    train_pressed = Signal()
    step_batch_pressed = Signal()
    step_epoch_pressed = Signal()
    stop_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Run"))
        self.setObjectName("run_bar")
        self.setMovable(False)
        # Nothing would bring it back.
        self.toggleViewAction().setEnabled(False)
        self.setIconSize(QSize(18, 18))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.reset = self._action("reset", self.tr("Reset"), "Ctrl+Shift+R", self.reset_pressed)
        self.train = self._action("train", self.tr("Train"), "F5", self.train_pressed)
        self.step_batch = self._action("step_batch", self.tr("Batch"), "F10", self.step_batch_pressed)
        self.step_epoch = self._action("step_epoch", self.tr("Epoch"), "Shift+F10", self.step_epoch_pressed)
        self.stop = self._action("stop", self.tr("Stop"), "Shift+F5", self.stop_pressed)
        self._phase: Phase = "loading"
        self._obstacle, self._progress = "", Progress()
        self._explain()
        self._train_button = self.widgetForAction(self.train)
        self._train_button.setObjectName("primary")
        # Wide enough for its longest word, so that the bar does not jump when it changes.
        phases: tuple[Phase, ...] = ("idle", "running", "paused", "ended")
        words = (self._train_text(phase) for phase in phases)
        width = max(self._train_button.fontMetrics().horizontalAdvance(word) for word in words)
        self._train_button.setFixedWidth(width + _AROUND_TEXT)
        for action in self.actions():
            button = self.widgetForAction(action)
            if isinstance(button, QToolButton):
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(self._progress_area())
        self.show_phase("loading", "")

    def show_phase(self, phase: Phase, obstacle: str) -> None:
        """Enable what is possible.

        Args:
            phase: of the engine.
            obstacle: a sentence that says why training cannot start, or an empty text.
        """
        running, alive = phase == "running", phase in ("running", "paused")
        may_begin = phase in ("idle", "ended") and not obstacle
        self._phase, self._obstacle = phase, obstacle
        self.train.setEnabled(alive or may_begin)
        self.train.setText(self._train_text(phase))
        self.train.setIcon(icon("pause" if running else "train", on_accent=True))
        self.train.setToolTip(obstacle if phase in ("idle", "ended") and obstacle else self._train_tip(phase))
        # After the end they would throw the trained network away for a single step.
        may_step = phase == "paused" or (phase == "idle" and may_begin)
        self.step_batch.setEnabled(may_step)
        self.step_epoch.setEnabled(may_step)
        self.stop.setEnabled(alive)
        self.reset.setEnabled(phase in ("running", "paused", "ended"))
        self._busy.setVisible(phase == "loading")
        self._bar.setVisible(phase != "loading")
        self._show_state()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the run is."""
        self._progress = progress
        self._bar.setValue(round(1000 * progress.share))
        speed = "" if progress.samples_per_second is None else f"{progress.samples_per_second:,.0f}"
        self._speed.setText(self.tr("{0} samples/s").format(speed) if speed else "")
        left = "" if progress.seconds_left is None else duration(progress.seconds_left)
        self._left.setText(self.tr("{0} left").format(left) if left else "")
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the speed out of a narrow bar, so that nothing else falls off its end."""
        self._speed.setVisible(self.width() >= _WIDTH_WITH_SPEED)
        super().resizeEvent(event)

    def _show_state(self) -> None:
        """Say what the engine does, how far it is, or what keeps it from starting."""
        progress = self._progress
        waiting = self._phase in ("idle", "ended") and self._obstacle
        text = self._obstacle if waiting else self._state_text()
        if progress.num_epochs and not waiting:
            text = f"{text} · {self._epochs_text()}"
        self._state.setText(text)
        self._state.setToolTip(text)
        set_property(self._state, "role", "hint" if waiting else "")

    def _epochs_text(self) -> str:
        progress = self._progress
        if progress.is_early:
            return self.tr("epoch {0} (stopped early)").format(progress.epoch)
        epochs = self.tr("epoch {0} of {1}").format(progress.epoch, progress.num_epochs)
        return f"{epochs} · {100 * progress.share:.0f} %"

    def _state_text(self) -> str:
        endings = {
            "finished": self.tr("Finished"),
            "stopped": self.tr("Stopped"),
            "diverged": self.tr("Diverged"),
            "failed": self.tr("Failed"),
        }
        states = {
            "loading": self.tr("Loading MXNet…"),
            "broken": self.tr("MXNet cannot be loaded"),
            "idle": self.tr("Ready"),
            "running": self.tr("Training"),
            "paused": self.tr("Paused"),
            "ended": endings.get(self._progress.ending, ""),
        }
        return states[self._phase]

    def _train_text(self, phase: Phase) -> str:
        texts = {"running": self.tr("Pause"), "paused": self.tr("Continue"), "ended": self.tr("Train again")}
        return texts.get(phase, self.tr("Train"))

    def _action(self, name: str, text: str, keys: str, pressed: object) -> QAction:
        action = self.addAction(icon(name, on_accent=name == "train"), text)
        # Made for a button that is filled with the accent, it would not be seen on the ground of a menu.
        action.setIconVisibleInMenu(name != "train")
        action.setShortcut(QKeySequence(keys))
        action.setAutoRepeat(False)
        action.triggered.connect(pressed)
        return action

    def _explain(self) -> None:
        self.reset.setToolTip(self.tr("Forget the network and start from fresh weights, with the present settings"))
        self.step_batch.setToolTip(self.tr("Train for one minibatch"))
        self.step_epoch.setToolTip(self.tr("Train to the end of the epoch"))
        self.stop.setToolTip(self.tr("End the run; the network is kept"))
        for action in self.actions():
            action.setStatusTip("")
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{action.toolTip()} ({keys})")

    def _train_tip(self, phase: Phase) -> str:
        tips = {
            "loading": self.tr("MXNet is still being loaded"),
            "broken": self.tr("MXNet cannot be loaded; 'gluon-lab doctor' says why"),
            "idle": self.tr("Train the network"),
            "running": self.tr("Pause after this minibatch"),
            "paused": self.tr("Go on training"),
            "ended": self.tr("Train again, from fresh weights; the trained ones are lost unless you save them"),
        }
        return f"{tips[phase]} (F5)"

    def _progress_area(self) -> QWidget:
        area = QWidget()
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._busy = _bar()
        self._busy.setRange(0, 0)
        self._bar = _bar()
        self._bar.setRange(0, 1000)
        self._bar.setAccessibleName(self.tr("Progress of the run"))
        self._state, self._speed, self._left = ElidedLabel(), QLabel(), QLabel()
        for label in (self._speed, self._left):
            label.setProperty("role", "muted")
        texts = QHBoxLayout()
        texts.setSpacing(16)
        texts.addWidget(self._state, 1)
        texts.addWidget(self._speed)
        texts.addWidget(self._left)
        column = QVBoxLayout(area)
        column.setContentsMargins(14, 0, 8, 0)
        column.setSpacing(3)
        column.addLayout(texts)
        column.addWidget(self._busy)
        column.addWidget(self._bar)
        return area


class ElidedLabel(QLabel):
    """One line of text that ends in an ellipsis where there is no room."""

    def minimumSizeHint(self) -> QSize:
        """Return a size that never pushes others aside."""
        return QSize(40, super().minimumSizeHint().height())

    def wanted_width(self) -> int:
        """Return the pixels that the whole text takes beyond the least width."""
        return max(self.sizeHint().width() - self.minimumSizeHint().width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        painter = QStylePainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        role = self.foregroundRole()
        self.style().drawItemText(painter, self.rect(), self.alignment(), self.palette(), self.isEnabled(), text, role)


def _bar() -> QProgressBar:
    bar = QProgressBar()
    bar.setTextVisible(False)
    return bar
