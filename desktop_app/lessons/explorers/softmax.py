"""The softmax explorer: logits as sliders, probabilities as bars, and what float32 makes of both."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from core.explorers.softmax import (
    NUM_CLASSES,
    SoftmaxSetup,
    Steps,
    by_definition,
    cross_entropy,
    fused,
    gradient,
    softmax,
)
from desktop_app.lessons.explorers.columns import csv_of
from desktop_app.lessons.explorers.controls import NumberBox
from desktop_app.lessons.explorers.examples import ExamplesButton
from desktop_app.lessons.explorers.setup_explorer import Fact, SetupExplorer, let_shrink
from desktop_app.lessons.explorers.softmax_card import ROUND_ONE, StepsCard, as_printed
from desktop_app.lessons.explorers.softmax_plot import SoftmaxPlot
from desktop_app.lessons.explorers.softmax_rows import ClassRows
from desktop_app.plots.export import Chooser, ExportButton, choose_file

_SMALLEST = float(np.finfo(np.float32).tiny)
"""Below it float32 loses digit after digit."""
_NEAR_ONE = 0.01
"""A loss below it belongs to a probability that is near to 1."""


class SoftmaxExplorer(SetupExplorer[SoftmaxSetup]):
    """Shows logits, shift and temperature, probabilities, loss and gradient, twice computed in float32."""

    name: ClassVar[str] = "softmax"
    chapter: ClassVar[int] = 3

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(SoftmaxSetup(), parent)
        self.explanation.setText(
            self.tr(
                "Softmax turns any numbers into probabilities. Move the logits; choose the true class; then shift all "
                "logits together, and see which of the two ways to compute survives."
            )
        )
        self._add_tools()
        self.rows = ClassRows()
        self.rows.logit_edited.connect(self._edit_logit)
        self.rows.label_chosen.connect(lambda label: self.change(label=label))
        self.rows.refused.connect(self.failed)
        self.plain = StepsCard(
            self.tr("As the definition says, in float32"),
            r"\ell = -\log \hat{y}_y, \quad \hat{y}_i = \frac{e^{o_i}}{\sum_j e^{o_j}}",
            ("o", "exp(o)", "ŷ"),
        )
        self.fused = StepsCard(
            self.tr("Less the maximum m, as in Gluon"),
            r"\ell = \log \sum_j e^{o_j - m} - (o_y - m)",
            ("o−m", "exp(o−m)", "ŷ"),
        )
        height = max(card.formula.sizeHint().height() for card in (self.plain, self.fused))
        for card in (self.plain, self.fused):
            card.formula.setFixedHeight(height)
        self.plot = SoftmaxPlot()
        self.plot.logit_wanted.connect(lambda value: self._edit_logit(self.setup.label, value))
        self._build_stage()
        self.add_export(ExportButton.for_widget(self.picture, self.title, self.to_csv, choose, self))
        self.refresh()

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""
        return QCoreApplication.translate("SoftmaxExplorer", "Softmax")

    def facts(self) -> dict[str, Fact]:
        """Return what goals of lessons may ask."""
        setup, inputs = self.setup, self.setup.inputs
        probabilities = softmax(inputs)
        return {
            "classes": len(inputs),
            "shift": setup.shift,
            "temperature": setup.temperature,
            "loss": cross_entropy(inputs, setup.label),
            "probability": float(probabilities[setup.label]),
            "largest": float(probabilities.max()),
            "largest_unshifted": float(softmax(inputs - setup.shift / setup.temperature).max()),
            "smallest": float(probabilities.min()),
            "right": bool(probabilities.argmax() == setup.label),
            "overflowed": by_definition(inputs, setup.label).failed,
        }

    def to_csv(self) -> str:
        """Return all numbers, one line for each class; behind them the curves of the plot."""
        setup, inputs = self.setup, self.setup.inputs
        plain, fused_steps = by_definition(inputs, setup.label), fused(inputs, setup.label)
        slope = gradient(inputs, setup.label) / setup.temperature
        columns = {
            "class": range(len(inputs)),
            "logit": setup.logits,
            "input": inputs,
            "probability": softmax(inputs),
            "gradient": slope,
            "exp_float32": plain.exps,
            "probability_float32": plain.probabilities,
            "exp_shifted_float32": fused_steps.exps,
            "true_logit": self.plot.lines[0].x,
        }
        curves = {f"probability_{k}": self.plot.lines[k].y for k in range(len(inputs))}
        return csv_of(columns | curves)

    # -- building -----------------------------------------------------------------------------------------------------

    def _add_tools(self) -> None:
        examples = self._examples()
        self.examples = ExamplesButton(examples)
        self.examples.chosen.connect(lambda text: self.change(**examples[text]))
        self.tools.addWidget(self.examples)
        self.classes = NumberBox(*NUM_CLASSES, 1, whole=True)
        self.classes.setFixedWidth(64)
        self.classes.setAccessibleName(self.tr("Number of classes"))
        self.classes.valueChanged.connect(self._set_classes)
        self.classes.refused.connect(self.failed)
        label = QLabel(self.tr("Classes"))
        label.setBuddy(self.classes)
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.classes)
        self.tools.addWidget(pair)
        self.add_control("shift", reach=(-120.0, 120.0))
        self.add_control("temperature")

    def _examples(self) -> dict[str, dict[str, object]]:
        usual: dict[str, object] = {"shift": 0.0, "temperature": 1.0, "label": 0}
        return {
            self.tr("Three classes"): usual | {"logits": [2.0, 1.0, 0.1]},
            self.tr("Undecided: all logits equal"): usual | {"logits": [0.0] * 10},
            self.tr("Sure and right"): usual | {"logits": [8.0, 0.0, -2.0]},
            self.tr("Sure and wrong"): usual | {"logits": [-6.0, 8.0, 0.0]},
            self.tr("Overflow: exp(100)"): usual | {"logits": [100.0, 99.0, 98.0]},
            self.tr("Underflow: the true class far behind"): usual | {"logits": [-60.0, 60.0, 0.0]},
        }

    def _build_stage(self) -> None:
        self.loss_line = QLabel()
        self.loss_line.setWordWrap(True)
        self.loss_line.setTextFormat(Qt.TextFormat.RichText)
        self.picture = QFrame()
        self._grid = QGridLayout(self.picture)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._grid.addWidget(self.rows, 0, 0, 1, 2)
        self._grid.addWidget(self.loss_line, 1, 0, 1, 2)
        self._grid.addWidget(self.plain, 2, 0)
        self._grid.addWidget(self.fused, 2, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(let_shrink(self.plot), 3, 0, 1, 2)
        self._grid.setRowStretch(3, 1)
        self.add_scrolled(self.picture)

    # -- the user's hand ----------------------------------------------------------------------------------------------

    def _edit_logit(self, position: int, value: float) -> None:
        logits = list(self.setup.logits)
        logits[position] = round(value, 3)
        self.change(logits=logits)

    def _set_classes(self, wanted: float) -> None:
        number = round(wanted)
        logits = [*self.setup.logits, *[0.0] * number][:number]
        self.change(logits=logits, label=min(self.setup.label, number - 1))

    def _draw(self) -> None:
        setup, inputs = self.setup, self.setup.inputs
        self.classes.blockSignals(True)
        self.classes.setValue(len(inputs))
        self.classes.blockSignals(False)
        probabilities = softmax(inputs)
        self.rows.show_classes(
            setup.logits, setup.label, probabilities, gradient(inputs, setup.label) / setup.temperature
        )
        self.plot.show_setup(setup, probabilities)
        self._name_inputs()
        plain = by_definition(inputs, setup.label)
        fused_steps = fused(inputs, setup.label)
        self.plain.show_steps(plain)
        self.fused.show_steps(fused_steps)
        self.loss_line.setText(self._loss_text(float(probabilities[setup.label]), plain, fused_steps))

    @property
    def _input(self) -> str:
        """What softmax gets, as a formula."""
        shifted = "o + c" if self.setup.shift else "o"
        if self.setup.temperature == 1:
            return shifted
        return f"({shifted}) / T" if self.setup.shift else f"{shifted} / T"

    def _name_inputs(self) -> None:
        """Say in the headings what softmax gets."""
        name = "o" if self._input == "o" else "z"
        self.plain.name_columns((name, f"exp({name})", "ŷ"))
        self.fused.name_columns((f"{name}−m", f"exp({name}−m)", "ŷ"))
        self.rows.name_gradient(scaled=self.setup.temperature != 1)

    def _loss_text(self, probability: float, plain: Steps, fused_steps: Steps) -> str:
        exact = cross_entropy(self.setup.inputs, self.setup.label)
        loss = self.tr("Loss of the true class: <b>ℓ = −log {p} = {loss}</b>.").format(
            p=_probability_text(probability, exact), loss=as_printed(exact)
        )
        told = [loss, self._failure(plain), self._difference(exact, plain, fused_steps)]
        if self._input != "o":
            told.insert(0, self.tr("Softmax gets <b>z = {formula}</b>.").format(formula=self._input))
        return " ".join(sentence for sentence in told if sentence)

    def _failure(self, plain: Steps) -> str:
        """Return why the definition gives no number, or an empty text."""
        if plain.total == np.inf:
            return self.tr("float32 ends at 3.4·10³⁸: exp of more than 88.7 is inf there, and inf / inf is nan.")
        return self.tr("exp became 0 in float32: the logarithm of 0 is minus infinity.") if plain.failed else ""

    def _difference(self, exact: float, plain: Steps, fused_steps: Steps) -> str:
        """Return whether the losses that are numbers agree, at the digits that are shown, and if not why."""
        label = self.setup.label
        losses = [exact, fused_steps.loss, *([] if plain.failed else [plain.loss])]
        if len({as_printed(loss) for loss in losses}) == 1:
            return "" if plain.failed else self.tr("Both ways to compute agree here.")
        if min(exact, plain.total, float(plain.exps[label]), float(plain.probabilities[label])) < _SMALLEST:
            return self.tr("exp is so small that float32 keeps only a few digits of it: the results differ.")
        if as_printed(fused_steps.loss) == as_printed(exact) and exact < _NEAR_ONE:
            return self.tr(
                "ŷ is so near to 1 that float32 loses digits of 1 − ŷ: the results differ. The exponentials less the "
                "maximum keep them."
            )
        return self.tr("float32 rounds every number to about 7 digits: the last digits of the results differ.")


def _probability_text(probability: float, loss: float) -> str:
    """Return a probability; of one that rounds to 1 how much is missing."""
    text = as_printed(probability)
    if text != ROUND_ONE:
        return text
    return f"(1 − {as_printed(-float(np.expm1(-loss)))})" if loss else "1"
