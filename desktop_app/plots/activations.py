"""The Activations tab: activation functions, their derivatives, formulas, and a cursor that reads both."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from core.activations import ACTIVATIONS
from core.experiment import Experiment
from desktop_app.plots.activation_curves import to_csv
from desktop_app.plots.activation_list import FunctionList, FunctionModel
from desktop_app.plots.activation_plot import LIMIT, ActivationPlot, readings_at
from desktop_app.plots.cursor_box import CursorBox
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.formula import FormulaLabel
from desktop_app.plots.reset_button import ResetButton
from desktop_app.texts import translated

_ROOMY, _COMPACT = 760, 300
"""Width of the tab from which the list is as wide as it likes, and what it has in a narrower one, in pixels."""
FIRST_SHOWN = ("relu", "sigmoid", "tanh")


def used_functions(experiment: Experiment) -> set[str]:
    """Return the names of the activation functions in the experiment's stack."""
    return {layer.activation_name for layer in experiment.layers if layer.activation_name is not None}


class ActivationsView(QWidget):
    """Shows the checked functions and the one in focus.

    ``saved`` and ``failed`` carry a sentence about an export, ``failed`` also one about what was typed.

    Args:
        parent: the widget in which it lies.
        choose: asks for the file of an export.
    """

    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(parent)
        self._used: set[str] = set()
        self._compact = False
        self.functions = FunctionModel(self)
        self.list = FunctionList(self.functions)
        self.plot = ActivationPlot()
        self.plot.setAccessibleName(self.tr("Activation functions and their derivatives"))
        self._make_bar(choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 5, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(self._bar)
        layout.addWidget(self._make_formulas())
        self._body = self._make_body()
        layout.addWidget(self._body, 1)
        order: tuple[QWidget, ...] = (self.x_box, self.reset_button, self.export_button, self.list, self.plot)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        self.functions.checked_changed.connect(self._refresh)
        self.list.current_changed.connect(self._refresh)
        self.plot.cursor_wanted.connect(self.x_box.setValue)
        self.functions.check(FIRST_SHOWN)
        self.list.set_current(FIRST_SHOWN[0])
        self.x_box.setValue(1.0)

    @property
    def shown(self) -> tuple[str, ...]:
        """Names of the functions that are drawn: those that are checked, and the one in focus."""
        chosen = {*self.functions.checked(), self.list.current}
        return tuple(name for name in ACTIVATIONS if name in chosen)

    def show_experiment(self, experiment: Experiment) -> None:
        """Mark the functions of the stack; what is new among them is shown."""
        used = used_functions(experiment)
        new = used - self._used
        if used == self._used:
            return
        self._used = used
        self.functions.set_used(used)
        self.functions.check(new)
        self.list.relayout()
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list less room in a narrow tab, for the curves to be seen."""
        super().resizeEvent(event)
        compact = event.size().width() < _ROOMY
        if compact != self._compact:
            self._compact = compact
            width = _COMPACT if compact else self.list.sizeHint().width() + 10
            self._body.setSizes([width, max(event.size().width() - width, 1)])

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the formulas, which takes its time, only when somebody looks."""
        super().showEvent(event)
        self._show_formulas()

    def _make_bar(self, choose: Chooser) -> None:
        self.x_box = CursorBox(LIMIT, 0.1)
        self.x_box.setFixedWidth(90)
        self.x_box.setAccessibleName(self.tr("Place of the cursor, x"))
        self.x_box.setToolTip(self.tr("Place of the cursor. In the plot: drag it, click, or press Left and Right."))
        self.x_box.valueChanged.connect(self._move_cursor)
        self.x_box.refused.connect(self.failed)
        x_label = QLabel("&x =")
        x_label.setBuddy(self.x_box)
        self.reset_button = ResetButton(self, self.tr("Show x from −6 to 6"), ["Ctrl+0"], self.plot.reset_view)
        self.export_button = ExportButton.for_plot(
            self.plot, lambda: self.tr("Activation functions"), lambda: to_csv(self.plot.curves), choose, self
        )
        self.export_button.saved.connect(self.saved)
        self.export_button.failed.connect(self.failed)
        self._bar = QHBoxLayout()
        self._bar.setSpacing(8)
        self._bar.addWidget(x_label)
        self._bar.addWidget(self.x_box)
        self._bar.addStretch()
        self._bar.addWidget(self.reset_button)
        self._bar.addWidget(self.export_button)

    def _make_formulas(self) -> QFrame:
        self.formula, self.derivative_formula = FormulaLabel(), FormulaLabel()
        self.note = QLabel()
        self.note.setWordWrap(True)
        card = QFrame()
        card.setObjectName("card")
        grid = QGridLayout(card)
        grid.setContentsMargins(14, 6, 14, 8)
        grid.setHorizontalSpacing(24)
        grid.setColumnMinimumWidth(0, 40 * self.fontMetrics().averageCharWidth())
        grid.setVerticalSpacing(2)
        for column, label in enumerate((self.formula, self.derivative_formula)):
            # As high as the highest formula, so that nothing moves when another function comes into focus.
            label.setFixedHeight(3 * self.fontMetrics().height())
            grid.addWidget(label, 0, column)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.note, 1, 0, 1, 2)
        return card

    def _make_body(self) -> QSplitter:
        card = QFrame()
        card.setObjectName("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(5, 5, 5, 5)
        inner.addWidget(self.list)
        body = QSplitter()
        body.addWidget(card)
        body.addWidget(self.plot)
        body.setChildrenCollapsible(False)
        body.setStretchFactor(0, 0)
        body.setStretchFactor(1, 1)
        body.setSizes([self.list.sizeHint().width() + 10, 700])
        return body

    def _refresh(self) -> None:
        self.plot.show_functions(self.shown, self.list.current)
        self._read()
        function = ACTIVATIONS[self.list.current]
        self.note.setText(f"<b>{function.title}</b> &nbsp; {escape(translated(function.note))}")
        if self.isVisible():
            self._show_formulas()

    def _show_formulas(self) -> None:
        function = ACTIVATIONS[self.list.current]
        self.formula.set_latex(f"f(x) = {function.formula}")
        self.derivative_formula.set_latex(f"f'(x) = {function.derivative_formula}")

    def _move_cursor(self, x: float) -> None:
        self.plot.set_cursor(x)
        self._read()

    def _read(self) -> None:
        self.functions.set_readings(readings_at(self.x_box.value(), self.shown))
