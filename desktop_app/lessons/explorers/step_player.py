"""Buttons that play an animation of several steps, or take them one by one."""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop_app.icons import icon

STEP_MS = 900


class StepPlayer(QWidget):
    """Leads through steps 0, 1, ..., each of which goes from 0 to 1.

    It jumps to the end of its step when it is hidden: nothing moves unseen.

    Signals:
        moved: the present step, and how far it has come.
    """

    moved = Signal(int, float)

    def __init__(self, parent: QWidget | None = None, *, step_ms: int = STEP_MS) -> None:
        super().__init__(parent)
        self.num_steps, self.position, self.share = 1, 0, 1.0
        self._goes_on = False
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(step_ms)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._on_moved)
        self._animation.finished.connect(self._on_finished)
        self.play_button, self.back_button, self.step_button = QToolButton(), QToolButton(), QToolButton()
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button, picture, name, do in (
            (self.play_button, "train", self.tr("Play"), self.toggle),
            (self.back_button, "undo", self.tr("Step back"), self.back),
            (self.step_button, "step_batch", self.tr("Step"), self.step),
        ):
            button.setIcon(icon(picture))
            button.setText(name)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setAutoRaise(False)
            button.clicked.connect(do)
            row.addWidget(button)
        self.back_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        row.addWidget(self.count)
        # The texts change while somebody reads them: nothing beside them may move.
        metrics = self.fontMetrics()
        texts = (self.tr("Play"), self.tr("Pause"), self.tr("Replay"))
        self.play_button.setMinimumWidth(max(map(metrics.horizontalAdvance, texts)) + 48)
        self.count.setMinimumWidth(metrics.horizontalAdvance(self.tr("{0} of {1}").format(88, 88)))

    @property
    def at_end(self) -> bool:
        """Whether the last step is completed."""
        return self.position == self.num_steps - 1 and self.share == 1

    @property
    def is_playing(self) -> bool:
        """Whether something moves."""
        return self._animation.state() == QAbstractAnimation.State.Running

    def set_steps(self, number: int, *, play: bool) -> None:
        """Begin afresh with so many steps: play them, if it can be seen, or show the end."""
        self._animation.stop()
        self.num_steps = number
        if play and self.isVisible():
            self.play()
        else:
            self._show(number - 1, 1.0)

    @Slot()
    def play(self) -> None:
        """Play from the beginning."""
        self._goes_on = True
        self._begin(0)

    @Slot()
    def toggle(self) -> None:
        """Pause, go on, or play again."""
        if self.is_playing:
            self._animation.stop()
            self._show(self.position, 1.0)
        elif self.at_end:
            self.play()
        else:
            self._goes_on = True
            self._begin(self.position + 1)

    @Slot()
    def step(self) -> None:
        """Complete this step, or take the next one; after the last one begin again."""
        self._goes_on = False
        if self.is_playing:
            self._animation.stop()
            self._show(self.position, 1.0)
        elif self.at_end:
            self._show(0, 1.0)
        else:
            self._begin(self.position + 1)

    @Slot()
    def back(self) -> None:
        """Go back to the end of the step before."""
        self._animation.stop()
        self._show(max(0, self.position - 1), 1.0)

    def _begin(self, position: int) -> None:
        self._animation.stop()
        self.position, self.share = position, 0.0
        self.moved.emit(position, 0.0)
        self._animation.start()
        self._refresh()

    @Slot(object)
    def _on_moved(self, share: float) -> None:
        self.share = min(share, 1.0)
        self.moved.emit(self.position, self.share)

    @Slot()
    def _on_finished(self) -> None:
        self.share = 1.0
        if self._goes_on and self.position < self.num_steps - 1:
            self._begin(self.position + 1)
        else:
            self._show(self.position, 1.0)

    def _show(self, position: int, share: float) -> None:
        self.position, self.share = position, share
        self.moved.emit(position, share)
        self._refresh()

    def _refresh(self) -> None:
        playing = self.is_playing
        self.play_button.setIcon(icon("pause" if playing else "train"))
        self.play_button.setText(self.tr("Pause") if playing else self.tr("Replay") if self.at_end else self.tr("Play"))
        self.back_button.setEnabled(self.position > 0)
        self.count.setText(self.tr("{0} of {1}").format(self.position + 1, self.num_steps))

    def event(self, event: QEvent) -> bool:
        """Stop when it is hidden."""
        if event.type() == QEvent.Type.Hide and self.is_playing:
            self._animation.stop()
            self._show(self.num_steps - 1, 1.0)
        return bool(super().event(event))

    def watch(self, widget: QObject) -> None:
        """Play when a widget is first seen."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Play once when the widget comes into sight."""
        if event.type() == QEvent.Type.Show:
            watched.removeEventFilter(self)
            self.play()
        return False
