"""One step of backpropagation: its formula, and the numbers that go in and come out."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.data import DataFacts
from core.events import ProbeTaken
from core.microscope import GRADIENT, MicroscopeStep, MicroscopeSteps
from core.probes import MicroscopeProbe
from desktop_app.plots.card_flow import CardFlow
from desktop_app.plots.formula import FormulaLabel
from desktop_app.plots.microscope_tables import check_of, matrix_of, verdict
from desktop_app.texts import translated


class MicroscopePage(QWidget):
    """Shows the result of a step first, then its numeric check if it is a gradient, then what it is computed from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formula, self.note, self.flow = FormulaLabel(scale=1.5), QLabel(), CardFlow()
        self.legend = QLabel(
            self.tr("Blue is positive, orange negative; the strongest colour is the largest number of its table.")
        )
        self.legend.setContentsMargins(14, 3, 14, 5)
        for label in (self.note, self.legend):
            label.setProperty("role", "muted")
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(4)
        inner = QVBoxLayout()
        inner.setContentsMargins(14, 0, 14, 0)
        inner.addWidget(self.formula)
        inner.addWidget(self.note)
        layout.addLayout(inner)
        layout.addWidget(self.flow, 1)
        layout.addWidget(self.legend)

    def show_step(self, step: MicroscopeStep, steps: MicroscopeSteps, taken: ProbeTaken, facts: DataFacts) -> None:
        """Show the numbers of a step."""
        probe, values = taken.probe, taken.values
        assert isinstance(probe, MicroscopeProbe)
        if step.formula != self.formula.latex:
            self.formula.set_latex(step.formula)
        self.formula.setMinimumHeight(max(self.formula.minimumHeight(), self.formula.sizeHint().height()))
        check = check_of(step.result.removesuffix(GRADIENT), values) if step.is_backwards else None
        notes = [translated(step.note)] if step.note else []
        if step.is_backwards and check is None:
            notes.append(self.tr("The network is too large to check its gradients by differences."))
        self.note.setText(" ".join(notes))
        self.note.setVisible(bool(notes))
        cards = iter(self.flow.use(1 + (check is not None) + len(step.operands)))
        next(cards).show_matrix(matrix_of(step.result, values, steps, probe, facts), is_result=True)
        if check is not None:
            next(cards).show_matrix(check, note=verdict(check))
        for card, name in zip(cards, step.operands, strict=True):
            card.show_matrix(matrix_of(name, values, steps, probe, facts))
        self.flow.arrange()
