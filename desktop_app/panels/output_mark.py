"""What the units of an output layer stand for, in a line of its card."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.data.base import DataFacts
from core.stack import LayerReport
from desktop_app.panels.field_rows import caption
from desktop_app.panels.message_frame import IconLabel


class OutputMark(QWidget):
    """Says what the units of the output layer stand for; the link stands for a number that follows the data set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = IconLabel("link", 14)
        self.label = caption("", small=True)
        self.label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self.icon)
        row.addWidget(self.label, 1)

    def show_layer(self, report: LayerReport, facts: DataFacts) -> None:
        """Show what the units of an output layer of the right size stand for."""
        self.icon.setVisible(report.follows_data)
        self.setToolTip(self.tr("The number of units follows the data set.") if report.follows_data else "")
        if facts.task == "classification" and report.output_shape == (1,) and facts.num_outputs == 2:
            self.label.setText(self.tr("One unit: above 0 for {name}").format(name=facts.class_names[1]))
            return
        if facts.task == "classification":
            text = self.tr("One unit for each of {number} classes")
        else:
            text = self.tr("One unit for each of {number} targets")
        if facts.num_outputs == 1:
            text = self.tr("One unit for the target")
        self.label.setText(text.format(number=facts.num_outputs))
