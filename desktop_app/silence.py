"""What the window asks when the engine's thread does not answer any more."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget


class SilenceQuestion(QObject):
    """Asks whether to wait or to end the application; goes away by itself when there is an answer after all.

    Signals:
        end_wanted: the user does not want to wait.
    """

    end_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.box: QMessageBox | None = None
        self.end: QPushButton | None = None

    def ask(self, window: QWidget, *, has_program: bool) -> None:
        """Ask, unless the question is there already.

        Args:
            window: in front of which the question stands.
            has_program: whether a layer of the user's own is in the network, and most likely the cause.
        """
        if self.box is not None:
            # A window that closes meanwhile takes no input, and this neither.
            self.box.setEnabled(True)
            return
        title = self.tr("The engine does not answer")
        if has_program:
            title = self.tr("The program of a layer does not answer")
        box = self.box = QMessageBox(QMessageBox.Icon.Warning, title, f"<h3>{title}</h3>", parent=window)
        box.setInformativeText(
            self.tr(
                "Wait, or end Gluon Lab? Unsaved work is kept and is there again at the next start; the trained "
                "network is lost."
            )
        )
        self.end = box.addButton(self.tr("End Gluon Lab"), QMessageBox.ButtonRole.DestructiveRole)
        wait = box.addButton(self.tr("Wait"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(wait)
        box.setEscapeButton(wait)
        box.setWindowModality(Qt.WindowModality.WindowModal)
        # While the application closes, its window takes no input; this does.
        box.setEnabled(True)
        box.finished.connect(self._on_finished)
        box.open()

    def withdraw(self) -> None:
        """Take the question away."""
        if self.box is not None:
            self.box.reject()

    @Slot()
    def _on_finished(self) -> None:
        box, end, self.box, self.end = self.box, self.end, None, None
        assert box is not None
        is_over = box.clickedButton() is end
        box.deleteLater()
        if is_over:
            self.end_wanted.emit()
