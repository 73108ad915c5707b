"""The expectation explorer: why dropout scales the kept units."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from core.explorers.expectation import MAX_DRAWS, Draws, ExpectationSetup, draw, expected_share
from desktop_app.lessons.explorers.columns import csv_of
from desktop_app.lessons.explorers.expectation_plots import MaskPlot, RunningMeans
from desktop_app.lessons.explorers.pair import show_pair
from desktop_app.lessons.explorers.setup_explorer import Fact, SetupExplorer
from desktop_app.plots.export import Chooser, choose_file
from desktop_app.plots.plot_style import readable


class ExpectationExplorer(SetupExplorer[ExpectationSetup]):
    """Draws masks, and shows how what comes out approaches what goes in."""

    name: ClassVar[str] = "expectation"
    chapter: ClassVar[int] = 6

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(ExpectationSetup(), parent)
        self.draws: Draws = draw(self.setup)
        self.add_control("rate")
        self.add_control("scaled")
        self.add_control("draws")
        self.more_buttons = [self._more(1), self._more(100)]
        self.add_control("units")
        self.add_control("seed", slider=False)
        self.masks, self.means = MaskPlot(), RunningMeans()
        show_pair(self, (self.masks, 2), (self.means, 3), self.to_csv, choose)
        self.refresh()

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""
        return QCoreApplication.translate("ExpectationExplorer", "Expectation of dropout")

    def facts(self) -> dict[str, Fact]:
        """Return what goals of lessons may ask."""
        setup = self.setup
        return {
            "rate": setup.rate,
            "scaled": setup.scaled,
            "draws": setup.draws,
            "mean": self._mean(),
            "expected": expected_share(setup),
            "farthest": float(np.abs(self.draws.shares[-1] - expected_share(setup)).max()),
        }

    def to_csv(self) -> str:
        """Return the running means of all units and of the whole layer, as shares of what goes in."""
        shares = self.draws.shares
        columns = {"draws": range(1, len(shares) + 1), "layer": self.draws.means.sum(axis=1) / self.draws.h.sum()}
        return csv_of(columns | {f"unit_{i + 1}": column for i, column in enumerate(shares.T)})

    def _more(self, number: int) -> QPushButton:
        button = QPushButton(f"+{number}")
        button.setToolTip(self.tr("Draw {0} more").format(number))
        button.setAccessibleName(button.toolTip())
        button.clicked.connect(lambda: self.change(draws=min(MAX_DRAWS, self.setup.draws + number)))
        self.tools.addWidget(button)
        return button

    def _mean(self) -> float:
        return float(self.draws.means[-1].sum() / self.draws.h.sum())

    def _draw(self) -> None:
        self.draws = draw(self.setup)
        self.masks.show_draws(self.draws)
        self.means.show_draws(self.setup, self.draws)
        self.explanation.setText(self._verdict())

    def _verdict(self) -> str:
        setup = self.setup
        values = {
            "draws": setup.draws,
            "mean": readable(self._mean(), 3),
            "factor": readable(1 / (1 - setup.rate), 3),
            "share": readable(1 - setup.rate, 3),
        }
        if setup.scaled:
            text = self.tr(
                "Kept units say {factor} times as much, dropped ones 0. After {draws} draws the layer says on average "
                "<b>{mean}</b> of what it says without dropout; the expectation is 1."
            )
        else:
            text = self.tr(
                "Without scaling the layer says on average <b>{mean}</b> of what it says without dropout after {draws} "
                "draws; the expectation is 1 − p = {share}: in prediction everything would be too large."
            )
        return text.format(**values)
