"""The approximator: a curve as a sum of steps or kinks, each of them a hidden unit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from core.explorers.approximator import Approximation, ApproximatorSetup, approximate
from desktop_app.icons import icon
from desktop_app.lessons.explorers.approximator_plot import ApproximatorPlot
from desktop_app.lessons.explorers.setup_explorer import Fact, SetupExplorer
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.formula import FormulaLabel
from desktop_app.plots.plot_style import readable

_FORMULAS = {
    "sigmoid": r"\hat{y} = \sum_j v_j\, \sigma(a\,(x - c_j)) + b",
    "tanh": r"\hat{y} = \sum_j v_j \tanh(a\,(x - c_j)) + b",
    "relu": r"\hat{y} = \sum_j v_j \max(x - c_j, 0) + b",
}


class ApproximatorExplorer(SetupExplorer[ApproximatorSetup]):
    """Shows target, output and contributions; units by hand or by least squares."""

    name: ClassVar[str] = "approximator"
    chapter: ClassVar[int] = 4

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(ApproximatorSetup(), parent)
        self.explanation.setText(
            self.tr(
                "Each hidden unit is a step (or with ReLU a kink); their weighted sum is the output. Add units, or "
                "switch the fit off and drag the knobs: sideways moves a step, up and down makes it higher."
            )
        )
        for name in ("target", "activation", "units", "steepness", "fitted"):
            self.add_control(name)
        self.pencil = QToolButton()
        self.pencil.setIcon(icon("rename"))
        self.pencil.setText(self.tr("Draw the target"))
        self.pencil.setToolTip(self.tr("Draw a curve with the mouse in the upper plot"))
        self.pencil.setCheckable(True)
        self.pencil.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.pencil.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tools.addWidget(self.pencil)
        self.plot = ApproximatorPlot()
        self.pencil.toggled.connect(self._let_draw)
        self.plot.unit_moved.connect(self._move_unit)
        self.plot.drawn.connect(lambda heights: self.change(target="drawn", drawn=heights))
        self.formula, self.reading = FormulaLabel(scale=1.1), QLabel()
        self.reading.setTextFormat(Qt.TextFormat.RichText)
        self.reading.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(self.formula)
        head.addWidget(self.reading, 1)
        self.stage.addLayout(head)
        self.stage.addWidget(self.plot, 1)
        self.add_export(ExportButton.for_plot(self.plot, self.title, self.to_csv, choose, self))
        self.refresh()

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""
        return QCoreApplication.translate("ApproximatorExplorer", "A curve from hidden units")

    @property
    def found(self) -> Approximation:
        """What is shown."""
        assert self.plot.approximation is not None
        return self.plot.approximation

    def facts(self) -> dict[str, Fact]:
        """Return what goals of lessons may ask."""
        return {
            "target": self.setup.target,
            "activation": self.setup.activation,
            "units": self.setup.units,
            "steepness": self.setup.steepness,
            "by_hand": not self.setup.fitted,
            "drawn": self.setup.target == "drawn" and bool(self.setup.drawn),
            "rmse": self.found.rmse,
            "largest_error": self.found.largest_error,
        }

    def to_csv(self) -> str:
        """Return target, output and contributions at every place."""
        found = self.found
        head = [f"unit{k + 1}" for k in range(len(found.places))]
        lines = [",".join(["x", "target", "output", *head])]
        rows = np.column_stack([found.x, found.target, found.output, *found.contributions])
        lines += [",".join(f"{value:.9g}" for value in row) for row in rows.tolist()]
        return "\n".join(lines) + "\n"

    def change(self, **values: Any) -> None:
        """Take other values; the hand begins where the fit ends."""
        if values.get("fitted") is False:
            values |= self._as_it_is()
        super().change(**values)

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take other values; other units forget where the old ones stood."""
        anew: dict[str, Any] = {"places": [], "heights": []} if {"units", "activation"} & set(state) else {}
        super().restore(anew | dict(state))

    def _as_it_is(self) -> dict[str, Any]:
        found = self.found
        heights = np.clip(found.heights, -1000, 1000)
        return {"places": found.places.tolist(), "heights": heights.tolist(), "bias": found.bias}

    def _let_draw(self, on: bool) -> None:
        self.plot.drawing = on
        if on and self.setup.target != "drawn":
            self.change(target="drawn", drawn=[0.0, 0.0] if not self.setup.drawn else list(self.setup.drawn))

    def _move_unit(self, position: int, place: float, height: float) -> None:
        values = self._as_it_is()
        values["places"][position] = place
        if not self.setup.fitted:
            values["heights"][position] = height
        self.change(**values)

    def _draw(self) -> None:
        setup = self.setup
        kinked = setup.activation == "relu"
        self.controls["steepness"].setEnabled(not kinked)
        found = approximate(setup)
        self.plot.show_approximation(found, kinked=kinked)
        self.formula.set_latex(_FORMULAS[setup.activation])
        self.reading.setText(
            self.tr(
                "Error: <b>{rmse}</b> (root of the mean square), at most <b>{largest}</b>. {count} parameters."
            ).format(rmse=readable(found.rmse, 3), largest=readable(found.largest_error, 3), count=3 * setup.units + 1)
        )
