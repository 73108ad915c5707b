"""The collapse explorer: Dense layers without activation are one Dense layer."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from core.explorers.collapse import CollapseSetup, collapsed, layers_of, with_edit
from desktop_app.icons import icon
from desktop_app.lessons.explorers.collapse_maps import NUM_PLACES, CollapseMaps
from desktop_app.lessons.explorers.matrix_strip import MatrixStrip, Term
from desktop_app.lessons.explorers.setup_explorer import Fact, SetupExplorer
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.formula import FormulaLabel
from desktop_app.plots.plot_style import readable

_EQUAL = 1e-9
"""Outputs that differ by less differ by rounding only."""
_SUBSCRIPTS = "₀₁₂₃"


class CollapseExplorer(SetupExplorer[CollapseSetup]):
    """Shows the matrices of a stack, their product, and both maps of the plane."""

    name: ClassVar[str] = "collapse"
    chapter: ClassVar[int] = 4

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(CollapseSetup(), parent)
        self.explanation.setText(
            self.tr(
                "Left the stack, right a single Dense layer with W and b. Without an activation both say the same "
                "everywhere, whatever the numbers: drag some. Then put an activation between the layers."
            )
        )
        for name in ("layers", "units"):
            self.add_control(name, slider=False)
        self.add_control("activation")
        self._add_dice()
        self.strip, self.maps = MatrixStrip(), CollapseMaps()
        self.strip.edited.connect(self._edit)
        self.formula, self.reading = FormulaLabel(scale=1.1), QLabel()
        self.reading.setTextFormat(Qt.TextFormat.RichText)
        self.reading.setWordWrap(True)
        self.picture = QFrame()
        column = QVBoxLayout(self.picture)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.strip, self.formula, self.reading):
            column.addWidget(widget)
        column.addWidget(self.maps, 1)
        self.stage.addWidget(self.picture)
        self.add_export(ExportButton.for_widget(self.picture, self.title, self.to_csv, choose, self))
        self.refresh()

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""
        return QCoreApplication.translate("CollapseExplorer", "Stacked linear layers")

    def facts(self) -> dict[str, Fact]:
        """Return what goals of lessons may ask."""
        return {
            "layers": self.setup.layers,
            "units": self.setup.units,
            "activation": self.setup.activation,
            "difference": self.maps.difference,
            "equal": self.maps.difference < _EQUAL,
            "edited": bool(self.setup.edits),
        }

    def to_csv(self) -> str:
        """Return the outputs of both at every place of the maps."""
        lines = ["x1,x2,stack,single_layer"]
        x1, x2 = np.meshgrid(self.maps.axis, self.maps.axis)
        rows = np.column_stack([x1.ravel(), x2.ravel(), *(outputs.ravel() for outputs in self.maps.outputs)])
        lines += [",".join(f"{value:.9g}" for value in row) for row in rows.tolist()]
        return "\n".join(lines) + "\n"

    def change(self, **values: Any) -> None:
        """Take other values; another size or seed makes new weights, without those changed by hand."""
        if {"layers", "units", "seed"} & set(values):
            values.setdefault("edits", [])
        super().change(**values)

    def _add_dice(self) -> None:
        self.dice = QToolButton()
        self.dice.setIcon(icon("dice"))
        self.dice.setText(self.tr("New weights"))
        self.dice.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.dice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.dice.clicked.connect(lambda: self.change(seed=(self.setup.seed + 1) % 10_000))
        self.tools.addWidget(self.dice)

    def _edit(self, term: int, row: int, column: int, value: float) -> None:
        # Weights and bias of a layer stand one after the other. A column of what is shown holds the weights of a unit.
        layer, is_bias = divmod(term, 2)
        edits = with_edit(self.setup, layer, column, -1 if is_bias else row, value).edits
        self.change(edits=[list(edit) for edit in edits])

    def _draw(self) -> None:
        layers = layers_of(self.setup)
        single, linear = collapsed(layers), self.setup.activation == "none"
        depth, phi = len(layers), "·" if linear else "φ"
        terms: list[Term] = []
        for k, layer in enumerate(layers, 1):
            subscript = _SUBSCRIPTS[k]
            terms.append(Term(f"W{subscript}", layer.W.T, phi if k > 1 else "", editable=True))
            terms.append(Term(f"b{subscript}", layer.b[None, :], editable=True, below=True))
        terms.append(Term("W", single.W.T, "=" if linear else "≠", faded=not linear))
        terms.append(Term("b", single.b[None, :], faded=not linear, below=True))
        self.strip.show_terms(terms)
        self.formula.set_latex(_formula(depth, linear=linear))
        self.maps.show_layers(layers, self.setup.activation, single)
        self.reading.setText(self._reading())

    def _reading(self) -> str:
        difference = self.maps.difference
        shown = readable(difference, 2)
        if difference < _EQUAL:
            text = self.tr("Largest difference on {count} points of the plane: <b>{difference}</b>: rounding only.")
        else:
            text = self.tr(
                "Largest difference on {count} points of the plane: <b>{difference}</b>. No single layer can say what "
                "the stack says. Dashed: where a unit of the first layer is 0."
            )
        return text.format(count=f"{NUM_PLACES**2:,}", difference=shown)


def _formula(depth: int, *, linear: bool) -> str:
    """Return what the stack computes of a row x: as the book writes it, with the weights behind the inputs."""
    if linear:
        product = " ".join(rf"\mathbf{{W}}_{k}" for k in range(1, depth + 1))
        bias = r"\mathbf{b}_1 \mathbf{W}_2 + \mathbf{b}_2"
        if depth == 3:
            bias = rf"({bias}) \mathbf{{W}}_3 + \mathbf{{b}}_3"
        return rf"\hat{{y}} = \mathbf{{x}} \mathbf{{W}} + b, \quad \mathbf{{W}} = {product}, \quad b = {bias}"
    inner = r"\mathbf{x}"
    for k in range(1, depth):
        inner = rf"\phi({inner} \mathbf{{W}}_{k} + \mathbf{{b}}_{k})"
    return rf"\hat{{y}} = {inner}\, \mathbf{{W}}_{depth} + \mathbf{{b}}_{depth} \; \ne \; \mathbf{{x}} \mathbf{{W}} + b"
