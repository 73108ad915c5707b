"""The parameters explorer: shapes that become known, initialisers, patterns, and parameters that two layers share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QTabWidget, QWidget

from core.explorers.deferred import DeferredSetup, Look, Looked, ParameterRow, followed
from core.explorers.deferred_program import deferred_program
from desktop_app.lessons.explorers.asking_explorer import AskingExplorer
from desktop_app.lessons.explorers.deferred_network import NetworkCards
from desktop_app.lessons.explorers.deferred_panels import AccessPanel, PatternPanel, SharingPanel
from desktop_app.lessons.explorers.deferred_steps import Steps
from desktop_app.lessons.explorers.program_button import ProgramButton
from desktop_app.lessons.explorers.setup_explorer import Fact
from desktop_app.lessons.explorers.values_plot import ValuesPlot
from desktop_app.plots.export import Chooser, ExportButton, choose_file, png_of_widget, svg_of_widget
from desktop_app.plots.plot_style import readable
from desktop_app.style import set_property

_BINS = 24


class DeferredExplorer(AskingExplorer[DeferredSetup]):
    """A small network that is constructed, initialised and used step by step, and all of its parameters."""

    name: ClassVar[str] = "deferred"
    chapter: ClassVar[int] = 8

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(DeferredSetup(), parent)
        self.looked: Looked | None = None
        self.explanation.setText(
            self.tr("When do parameters get their shapes and their numbers? Take one step after the other, and look.")
        )
        self.steps, self.network = Steps(), NetworkCards()
        self.steps.wanted.connect(self.restore)
        for part in (self.steps, self.network):
            part.refused.connect(self.failed)
        self.network.edited.connect(lambda layers: self.change(layers=layers))
        self.network.chosen.connect(lambda place: self.change(chosen=place))
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.pattern, self.asked_of, self.sharing = PatternPanel(), AccessPanel(), SharingPanel()
        self.values = ValuesPlot()
        self.pattern.typed.connect(lambda text: self.change(pattern=text))
        self.pattern.chosen.connect(lambda place: self.change(chosen=place))
        self.asked_of.wanted.connect(lambda access: self.change(access=access))
        self.sharing.edited.connect(lambda edit: self.change(edit=edit))
        self._arrange(choose)
        self.refresh()

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""
        return QCoreApplication.translate("DeferredExplorer", "Parameters and deferred initialisation")

    def facts(self) -> dict[str, Fact]:
        """Return what goals of lessons may ask; figures are there once MXNet has answered."""
        setup = self.setup
        known: dict[str, Fact] = {
            "stage": setup.stage,
            "shared": setup.shared,
            "reinitialized": setup.reinit > 0,
            "initializer": setup.initializer,
            "access": setup.access,
            "num_layers": len(setup.layers),
        }
        looked = self.looked
        if looked is None or not self.is_done:
            return known
        first = looked.row_of("0.weight").values
        return known | {
            "num_known": sum(row.is_known for row in looked.rows),
            "num_initialized": sum(row.values is not None for row in looked.rows),
            "num_parameters": len(looked.rows),
            "num_matching": sum(row.matches for row in looked.rows),
            "refused": bool(looked.forward_refusal or looked.access_refusal),
            "gradient_is_sum": bool(looked.sums) and all(found.is_sum for found in looked.sums.values()),
            "edited": bool(setup.edit) and first is not None,
            "std": float(first.std()) if first is not None else -1.0,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take other values, and what follows from them."""
        super().restore(followed(self.setup, state))

    def show_problem(self, question: object, sentence: str) -> None:
        """Show why there is no answer."""
        self._say(sentence, "problem")

    # -- building and drawing -----------------------------------------------------------------------------------------

    def _arrange(self, choose: Chooser) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for title, panel in (
            (self.tr("Parameters"), self.pattern),
            (self.tr("Access"), self.asked_of),
            (self.tr("Values"), self.values),
            (self.tr("Sharing"), self.sharing),
        ):
            self.tabs.addTab(panel, title)
        self.stage.addWidget(self.steps)
        self.stage.addWidget(self.network, 3)
        self.stage.addWidget(self.verdict)
        self.stage.addWidget(self.tabs, 4)
        self.sharing.add_switch(self.add_control("shared"))
        self._corner.addWidget(ProgramButton(lambda: deferred_program(self.setup)))
        self.add_export(
            ExportButton(
                self.title,
                png=lambda: png_of_widget(self, self.title()),
                svg=lambda: svg_of_widget(self, self.title()),
                csv=self.to_csv,
                choose=choose,
            )
        )

    def to_csv(self) -> str:
        """Return all parameters with their shapes and statistics."""
        lines = ["name,uses,shape,mean,std,matches"]
        for row in () if self.looked is None else self.looked.rows:
            numbers = ["", ""] if row.values is None else [f"{row.values.mean():.9g}", f"{row.values.std():.9g}"]
            lines.append(",".join([row.name, " ".join(row.uses), f'"{row.shape}"', *numbers, str(row.matches)]))
        return "\n".join([*lines, ""])

    def _draw(self) -> None:
        setup = self.setup
        self.controls["shared"].setEnabled(len(setup.layers) > 1)
        self.steps.show_setup(setup)
        self.network.show_network(setup, None)
        self.pattern.show_setup(setup)
        self.asked_of.show_setup(setup)
        super()._draw()

    def _question(self) -> Look:
        return Look(self.setup)

    def _begin(self) -> None:
        if self.looked is None:
            self._say(self.tr("MXNet is asked…"), "muted")

    def _take(self, answer: Looked) -> None:
        self.looked = answer
        self.network.show_network(self.setup, answer)
        self.pattern.show_looked(self.setup, answer)
        self.asked_of.show_looked(self.setup, answer)
        self.sharing.show_looked(self.setup, answer)
        self._show_values(answer.row_of(self.setup.chosen))
        if answer.forward_refusal:
            self._say(answer.forward_refusal, "problem")
        elif answer.told:
            self._say(answer.told, "hint")
        else:
            self._say(self._stage_text(answer), "")

    def _say(self, text: str, role: str) -> None:
        self.verdict.setText(text)
        set_property(self.verdict, "role", role)

    def _show_values(self, row: ParameterRow) -> None:
        if row.values is None:
            self.values.clear_counts(self.tr("{0}: no numbers yet").format(row.name))
            return
        both = [values for values in (row.values, row.before) if values is not None]
        low, high = float(min(v.min() for v in both)), float(max(v.max() for v in both))
        span = (low, high) if high > low else (low - 0.5, high + 0.5)
        counts = [np.histogram(values, bins=_BINS, range=span) for values in both]
        title = self.tr("{name}: mean {mean}, std {std}").format(
            name=row.name, mean=readable(float(row.values.mean()), 3), std=readable(float(row.values.std()), 3)
        )
        self.values.show_counts(title, counts[0][1], counts[0][0], counts[1][0] if len(counts) > 1 else None)

    def _stage_text(self, looked: Looked) -> str:
        """Return what the present stage means, in a sentence."""
        waiting = [row for row in looked.rows if not row.is_known]
        numbers = {"number": len(waiting), "all": len(looked.rows)}
        if self.setup.stage == "constructed":
            if not waiting:
                return self.tr("Constructed. All shapes are known already, since every in_units is given.")
            return self.tr(
                "Constructed. {number} of {all} parameters have a 0 in their shape: how many inputs their layer gets "
                "is not known yet."
            ).format(**numbers)
        if waiting:
            return self.tr(
                "Initialised, but {number} of {all} parameters still have no numbers: without their shapes, their "
                "initialisation is deferred to the first forward pass."
            ).format(**numbers)
        weight = looked.row_of("0.weight")
        if self.setup.reinit and weight.values is not None and weight.before is not None:
            return self.tr(
                "Initialised again: the standard deviation of net[0].weight went from {before} to {now}; the shapes "
                "stay."
            ).format(before=readable(float(weight.before.std()), 3), now=readable(float(weight.values.std()), 3))
        if self.setup.stage == "initialized":
            return self.tr("Initialised at once: with every in_units given, nothing has to wait for an X.")
        return self.tr("X has gone through the network: every shape is known, and every parameter has numbers.")
