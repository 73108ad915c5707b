"""Where a layer from a file comes from, in its card, and the ways to its program."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core import programs
from core.layers import CustomLayer
from core.stack import LayerReport
from desktop_app.panels.card_labels import plain_label
from desktop_app.panels.message_frame import Message, MessageFrame
from desktop_app.texts import translated


class ProgramRows(QWidget):
    """Shows class and file of a layer, what keeps it from running, and buttons.

    Signals:
        program_wanted: the user wants to see the program.
        search_wanted: the user wants to say where the file is.
    """

    program_wanted = Signal()
    search_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name_label = plain_label("heading")
        self.file_label = plain_label("muted", small=True)
        self.problem = MessageFrame(Message("", "problem"))
        self.look_button, self.find_button = QPushButton(), QPushButton(self.tr("Find the file…"))
        self.look_button.clicked.connect(self.program_wanted)
        self.find_button.clicked.connect(self.search_wanted)
        names = QHBoxLayout()
        names.setSpacing(8)
        names.addWidget(self.name_label)
        names.addWidget(self.file_label, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.look_button)
        buttons.addWidget(self.find_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(names)
        column.addWidget(self.problem)
        column.addLayout(buttons)

    def show_layer(self, report: LayerReport) -> None:
        """Show a layer from a file."""
        layer = report.layer
        assert isinstance(layer, CustomLayer)
        self.name_label.setText(layer.class_name or "–")
        self.file_label.setText(layer.file_name)
        tip = self.tr("{file}\nSHA-256 {hash}")
        self.file_label.setToolTip(tip.format(file=layer.file, hash=layer.sha256))
        state, is_agreed = programs.file_state(layer.file, layer.sha256), programs.agreed(layer.sha256) is not None
        if not (layer.file and layer.sha256):
            state = "missing"
        is_waiting = is_agreed and programs.seen(layer.sha256, layer.class_name, report.input_shape) is None
        text = translated(report.problem)
        if is_waiting:
            text = self.tr("{name} is being tried on inputs of this shape…").format(name=layer.class_name)
        self.problem.show_text(text)
        self.problem.setVisible(bool(text))
        looks = {
            "there": self.tr("Show the program…") if is_agreed else self.tr("Look at the program…"),
            "missing": self.tr("Show the program…"),
            "changed": self.tr("Look at it as it is now…"),
        }
        self.look_button.setText(looks[state])
        # Of a file that is not there, only the copy to which the user agreed can be shown.
        self.look_button.setVisible(is_agreed or state != "missing")
        self.find_button.setVisible(not is_agreed and state != "there")

    def tab_stops(self) -> list[QWidget]:
        """Return what the Tab key visits, in order."""
        return [self.look_button, self.find_button]
