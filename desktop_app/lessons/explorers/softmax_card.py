"""What float32 computes on its way to softmax and loss, as a table of a card."""

from __future__ import annotations

from math import isfinite

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout

from core.explorers.softmax import Steps
from desktop_app.plots.formula import FormulaLabel
from desktop_app.plots.plot_style import readable
from desktop_app.style import set_property
from desktop_app.theme import theme, themes

ROUND_ONE = "1.000"
"""What is so near to 1 that no digit of the rest is shown."""


class StepsCard(QFrame):
    """Shows :class:`Steps`; what is no finite number is red.

    Args:
        title: how it is computed.
        formula: of the loss, LaTeX.
        heads: names of the columns: input, exponential, probability.
    """

    def __init__(self, title: str, formula: str, heads: tuple[str, str, str]) -> None:
        super().__init__()
        self.setObjectName("card")
        self.steps: Steps | None = None
        self.heading, self.result = QLabel(title), QLabel()
        self.heading.setProperty("role", "heading")
        self.heading.setWordWrap(True)
        self.result.setWordWrap(True)
        self.result.setTextFormat(Qt.TextFormat.RichText)
        self.formula = FormulaLabel(formula)
        self.formula.setMinimumHeight(self.formula.sizeHint().height())
        self.table = QTableWidget(0, len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setAccessibleName(title)
        self.table.setObjectName("steps")
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        for widget in (self.heading, self.formula, self.table, self.result):
            column.addWidget(widget)
        column.addStretch(1)
        themes.changed.connect(self._recolour)

    def name_columns(self, heads: tuple[str, str, str]) -> None:
        """Write other names over the columns."""
        self.table.setHorizontalHeaderLabels(heads)

    def show_steps(self, steps: Steps) -> None:
        """Show other numbers."""
        self.steps = steps
        self.table.setRowCount(len(steps.inputs))
        self.table.setVerticalHeaderLabels([str(k) for k in range(len(steps.inputs))])
        for k, values in enumerate(zip(steps.inputs, steps.exps, steps.probabilities, strict=True)):
            for column, value in enumerate(values):
                item = QTableWidgetItem(as_printed(float(value)))
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                item.setToolTip(f"{value:.9g}")
                self.table.setItem(k, column, item)
        row = self.table.fontMetrics().height() + 6
        self.table.verticalHeader().setDefaultSectionSize(row)
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + row * len(steps.inputs) + 2)
        set_property(self, "selected", "false")
        self._recolour()

    def _recolour(self) -> None:
        if self.steps is None:
            return
        for k in range(self.table.rowCount()):
            for column in range(self.table.columnCount()):
                item = self.table.item(k, column)
                broken = item is not None and item.text() in ("inf", "−inf", "nan")
                if item is not None:
                    item.setForeground(QColor(theme().danger if broken else theme().text))
        text = self.tr("sum of exp: {total} &nbsp;&nbsp; loss ℓ: {loss}")
        self.result.setText(
            text.format(total=_marked(self.steps.total, self._total_text()), loss=_marked(self.steps.loss))
        )

    def _total_text(self) -> str:
        """Return the sum of the exponentials; of one that rounds to 1 what there is beside it."""
        assert self.steps is not None
        text = as_printed(self.steps.total)
        return f"1 + {as_printed(self.steps.beside_one)}" if text == ROUND_ONE and self.steps.beside_one else text


def as_printed(value: float) -> str:
    """Return a number as a user reads it, and what is none as programs print it: "inf", "nan"."""
    return readable(value, 4) if isfinite(value) else f"{value}".replace("-", "−")


def _marked(value: float, text: str = "") -> str:
    colour = theme().text if isfinite(value) else theme().danger
    return f"<b style='color:{colour}'>{text or as_printed(value)}</b>"
