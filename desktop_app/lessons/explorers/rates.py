"""The rates explorer: how much noise the dropout rates of two layers put on the output."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from core.explorers.rates import Paths, RatesSetup, draw_outputs, paths, share_of_paths
from desktop_app.lessons.explorers.pair import show_pair
from desktop_app.lessons.explorers.rates_plots import OutputBars, RatesMap
from desktop_app.lessons.explorers.setup_explorer import Fact, SetupExplorer
from desktop_app.plots.export import Chooser, choose_file
from desktop_app.plots.plot_style import percent, readable

_SIGMAS = 4.0


class RatesExplorer(SetupExplorer[RatesSetup]):
    """Compares the dropout rates of two layers in a row."""

    name: ClassVar[str] = "rates"
    chapter: ClassVar[int] = 6

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(RatesSetup(), parent)
        self.paths: Paths = paths(self.setup)
        self.outputs = draw_outputs(self.setup, self.paths)
        for name in ("first", "second"):
            self.add_control(name)
        self.swap_button = QPushButton(self.tr("Swap the rates"))
        self.swap_button.clicked.connect(lambda: self.change(first=self.setup.second, second=self.setup.first))
        self.tools.addWidget(self.swap_button)
        for name in ("first_units", "second_units"):
            self.add_control(name)
        self.add_control("seed", slider=False)
        self.map, self.bars = RatesMap(), OutputBars()
        self.map.rates_wanted.connect(lambda first, second: self.change(first=first, second=second))
        show_pair(self, (self.map, 4), (self.bars, 3), self.to_csv, choose)
        self.refresh()

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""
        return QCoreApplication.translate("RatesExplorer", "Dropout rates of two layers")

    def facts(self) -> dict[str, Fact]:
        """Return what goals of lessons may ask."""
        setup = self.setup
        return {
            "first": setup.first,
            "second": setup.second,
            "first_units": setup.first_units,
            "second_units": setup.second_units,
            "deviation": self._deviation(),
            "mean": float(self.outputs.mean()),
            "share": share_of_paths(setup.first, setup.second),
        }

    def to_csv(self) -> str:
        """Return the outputs that were drawn, one on each line."""
        return "\n".join(["output", *(f"{value:.9g}" for value in self.outputs)]) + "\n"

    def _deviation(self) -> float:
        return float(self.paths.deviation(self.setup.first, self.setup.second))

    def _draw(self) -> None:
        self.paths = paths(self.setup)
        self.outputs = draw_outputs(self.setup, self.paths)
        self.map.show_rates(self.setup, self.paths)
        deviation = self._deviation()
        # Whole numbers, so that the axis stands still while a slider moves a little.
        largest = float(np.ceil(max(1 + _SIGMAS * deviation, 1.5)))
        self.bars.show_outputs(self.outputs, deviation, largest)
        self.explanation.setText(self._verdict(deviation))

    def _verdict(self, deviation: float) -> str:
        text = self.tr(
            "On average the output is 1, as without dropout (drawn: {mean}), with a noise of <b>σ = {deviation}</b> "
            "(drawn: {drawn}). A pair of masks keeps {share} of the paths."
        )
        return text.format(
            mean=readable(float(self.outputs.mean()), 3),
            deviation=readable(deviation, 3),
            drawn=readable(float(self.outputs.std()), 3),
            share=percent(share_of_paths(self.setup.first, self.setup.second)),
        )
