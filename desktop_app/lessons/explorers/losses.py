"""The losses explorer: why cross-entropy learns from its worst mistakes and the squared error does not."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSplitter, QVBoxLayout, QWidget
from scipy.special import expit

from core.explorers.losses import CURVES, MOST_STEPS, LossesSetup, count_parameters, steps_until
from desktop_app.lessons.explorers.columns import csv_of
from desktop_app.lessons.explorers.controls import NumberControl, control_of
from desktop_app.lessons.explorers.losses_plots import CurvesPlot, DescentPlot
from desktop_app.lessons.explorers.setup_explorer import Fact, SetupExplorer, let_shrink
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.plot_style import readable

_ROOMY = 700  # pixels
GOAL = 0.9
"""The probability of the true class that the descent is to reach."""


class LossesExplorer(SetupExplorer[LossesSetup]):
    """Compares two losses, their gradients and where they lead, and counts the parameters of an image network."""

    name: ClassVar[str] = "losses"
    chapter: ClassVar[int] = 3

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(LossesSetup(), parent)
        self.explanation.setText(
            self.tr(
                "p is the probability that the network gives to the true class, p = σ(o). Drag the cursor to a mistake "
                "(p near 0): the loss is high with both, but only one of them has a gradient there."
            )
        )
        self.names = {
            "cross_entropy": self.tr("cross-entropy −log p"),
            "squared": self.tr("squared error (1 − p)² / 2"),
        }
        self.add_control("logit")
        self.add_control("learning_rate")
        self.curves, self.descent = CurvesPlot(self.names), DescentPlot(self.names)
        self.curves.logit_wanted.connect(lambda logit: self.change(logit=logit))
        self.reading = QLabel()
        self.reading.setTextFormat(Qt.TextFormat.RichText)
        self.reading.setWordWrap(True)
        self._build_stage()
        self.add_export(ExportButton.for_widget(self.picture, self.title, self.to_csv, choose, self))
        self.refresh()

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""
        return QCoreApplication.translate("LossesExplorer", "Losses and gradients")

    def facts(self) -> dict[str, Fact]:
        """Return what goals of lessons may ask."""
        setup, o = self.setup, np.asarray(self.setup.logit)
        found: dict[str, Fact] = {
            "probability": float(expit(setup.logit)),
            "parameters": sum(layer.total for layer in count_parameters(setup)),
            "hidden": setup.hidden,
        }
        for name, curve in CURVES.items():
            found[f"{name}_gradient"] = float(curve.derivative(o))
            # One step more than were tried stands for "not yet".
            steps = steps_until(self.descent.paths[name], GOAL)
            found[f"{name}_steps"] = MOST_STEPS + 1 if steps is None else steps
        return found

    def to_csv(self) -> str:
        """Return loss and gradient of both over the logit, and the probability after each step of both descents."""
        o = self.curves.lines["squared"][1].x
        columns = {"logit": o, "probability": expit(o)}
        for name, curve in CURVES.items():
            columns |= {name: curve.f(o), f"{name}_gradient": curve.derivative(o)}
        columns["step"] = self.descent.lines["squared"].x
        columns |= {f"{name}_descent": self.descent.lines[name].y for name in CURVES}
        return csv_of(columns)

    def _build_stage(self) -> None:
        self.picture = QFrame()
        grid = QGridLayout(self.picture)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(self.reading, 0, 0)
        self.beneath = QSplitter(Qt.Orientation.Horizontal)
        self.beneath.addWidget(self.descent)
        self.beneath.addWidget(self._make_counter())
        self.beneath.setChildrenCollapsible(False)
        self.beneath.setStretchFactor(0, 3)
        self.beneath.setStretchFactor(1, 2)
        grid.addWidget(let_shrink(self.curves), 1, 0)
        grid.addWidget(let_shrink(self.beneath), 2, 0)
        grid.setRowStretch(1, 6)
        grid.setRowStretch(2, 5)
        self.curves.setMinimumSize(360, 190)
        self.descent.setMinimumSize(260, 180)
        self.add_scrolled(self.picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the counter of parameters beside the descent if there is room, else below."""
        super().resizeEvent(event)
        wide = event.size().width() >= _ROOMY
        self.beneath.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self.beneath.setMinimumHeight(self.beneath.minimumSizeHint().height())

    def _make_counter(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        heading, self.count = QLabel(self.tr("How many parameters for an image?")), QLabel()
        heading.setProperty("role", "heading")
        heading.setWordWrap(True)
        self.count.setWordWrap(True)
        self.count.setTextFormat(Qt.TextFormat.RichText)
        self.count.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(heading)
        boxes = QGridLayout()
        boxes.setHorizontalSpacing(12)
        boxes.setVerticalSpacing(4)
        for position, name in enumerate(("height", "width", "channels", "classes", "hidden")):
            boxes.addWidget(self._make_box(name), position // 2, position % 2)
        column.addLayout(boxes)
        column.addWidget(self.count, 1)
        return card

    def _make_box(self, name: str) -> NumberControl:
        control = control_of(LossesSetup, name, slider=False)
        assert isinstance(control, NumberControl)
        control.edited.connect(lambda value: self.change(**{name: value}))
        control.refused.connect(self.failed)
        self.controls[name] = control
        return control

    def _draw(self) -> None:
        self.curves.show_logit(self.setup.logit)
        self.descent.show_setup(self.setup)
        self.reading.setText(self._reading())
        self.count.setText(self._count_text())

    def _reading(self) -> str:
        facts = self.facts()
        late = self.tr("more than {steps}").format(steps=MOST_STEPS)
        steps = {
            name: late if float(facts[f"{name}_steps"]) > MOST_STEPS else str(facts[f"{name}_steps"]) for name in CURVES
        }
        return self.tr(
            "At p = {p}: gradient <b>{first}</b> with cross-entropy, <b>{second}</b> with the squared error. "
            "Steps to p = {goal}: <b>{one}</b> and <b>{two}</b>."
        ).format(
            p=readable(float(facts["probability"]), 3),
            first=readable(float(facts["cross_entropy_gradient"]), 3),
            second=readable(float(facts["squared_gradient"]), 3),
            goal=GOAL,
            one=steps["cross_entropy"],
            two=steps["squared"],
        )

    def _count_text(self) -> str:
        setup, layers = self.setup, count_parameters(self.setup)
        lines = [
            self.tr("{height} × {width} × {channels} = <b>{inputs}</b> inputs").format(
                height=setup.height, width=setup.width, channels=setup.channels, inputs=f"{layers[0].inputs:,}"
            )
        ]
        lines += [f"{layer.inputs:,} × {layer.units:,} + {layer.units:,} = <b>{layer.total:,}</b>" for layer in layers]
        if len(layers) > 1:
            total = f"{sum(layer.total for layer in layers):,}"
            lines.append(self.tr("together <b>{total}</b> parameters").format(total=total))
        return "<br>".join(lines)
