"""The sampling explorer: samples of a distribution, and what can be learned from more and more of them."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget

from core.explorers.programs import sampling_program
from core.explorers.sampling import SamplingSetup, convergence, draw, histogram
from desktop_app.icons import icon
from desktop_app.lessons.explorers.number_text import short
from desktop_app.lessons.explorers.program_button import ProgramButton
from desktop_app.lessons.explorers.sampling_plots import ConvergencePlot, HistogramPlot
from desktop_app.lessons.explorers.setup_explorer import Fact, SetupExplorer, let_shrink
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.plot_style import readable
from desktop_app.texts import translated

_GROWTH_MS = 3500
_ROOMY = 760
_MOST_ROWS = 20_000


class SamplingExplorer(SetupExplorer[SamplingSetup]):
    """A distribution with its parameters, n samples of it, their histogram, and mean and variance over n."""

    name = "sampling"
    chapter = 1

    def __init__(self, *, choose: Chooser = choose_file) -> None:
        super().__init__(SamplingSetup())
        self.explanation.setText(
            self.tr("Few samples look like anything; many look like the distribution that they come from.")
        )
        self._samples = draw(self.setup)
        self._drawn: SamplingSetup | None = None
        for name in ("distribution", "low", "high", "mu", "sigma", "rate"):
            self.add_control(name, **({} if name == "distribution" else {"slider": False}))
        self.add_control("n")
        self.add_control("seed", slider=False)
        self.dice = QToolButton()
        self.dice.setIcon(icon("dice"))
        self.dice.setAutoRaise(False)
        self.dice.setToolTip(self.tr("Take the next seed: other samples of the same distribution"))
        self.dice.setAccessibleName(self.tr("Next seed"))
        self.dice.clicked.connect(lambda: self.change(seed=(self.setup.seed + 1) % 2**31))
        self.grow_button = QToolButton()
        self.grow_button.setIcon(icon("train"))
        self.grow_button.setText(self.tr("Let n grow"))
        self.grow_button.setToolTip(self.tr("Add the samples one after another, from the first to the last"))
        self.grow_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.grow_button.setAutoRaise(False)
        self.grow_button.clicked.connect(self._toggle_growth)
        for button in (self.dice, self.grow_button):
            self.tools.addWidget(button)
        self._growth = QVariantAnimation(self)
        self._growth.setDuration(_GROWTH_MS)
        self._growth.valueChanged.connect(self._on_grown)
        self._growth.stateChanged.connect(self._show_growth)
        self._arrange(choose)
        self.refresh()

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""
        return QCoreApplication.translate("SamplingExplorer", "Sampling")

    def facts(self) -> dict[str, Fact]:
        """Return the settings, and mean and variance of the samples with their distances from the true ones."""
        setup, samples = self.setup, self._samples
        mean, variance = float(samples.mean()), float(samples.var())
        return {
            "distribution": setup.distribution,
            "n": setup.n,
            "seed": setup.seed,
            "mean": mean,
            "variance": variance,
            "mean_error": abs(mean - setup.mean),
            "variance_error": abs(variance - setup.variance) / setup.variance,
            "standard_error": math.sqrt(setup.variance / setup.n),
            "true_mean": setup.mean,
            "true_variance": setup.variance,
        }

    def _arrange(self, choose: Chooser) -> None:
        self.heading = QLabel()
        self.heading.setProperty("role", "heading")
        self.heading.setWordWrap(True)
        self.figures = QLabel()
        self.figures.setWordWrap(True)
        self.histogram, self.convergence = HistogramPlot(), ConvergencePlot()
        self.body = QSplitter()
        self.body.setChildrenCollapsible(False)
        self.body.addWidget(self.histogram)
        self.body.addWidget(self.convergence)
        self.body.setStretchFactor(0, 1)
        self.body.setStretchFactor(1, 1)
        self.sheet = QWidget()
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.figures)
        column.addWidget(let_shrink(self.body), 1)
        self.histogram.setMinimumSize(240, 180)
        self.convergence.setMinimumSize(240, 270)
        self.add_scrolled(self.sheet)
        self._corner.addWidget(ProgramButton(lambda: sampling_program(self.setup)))
        self.add_export(
            ExportButton.for_widget(self.sheet, self._long_title, self._csv, choose, self, heading=self.title)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the plots side by side if there is room, else one below the other."""
        super().resizeEvent(event)
        wide = event.size().width() >= _ROOMY
        self.body.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self.body.setMinimumHeight(self.body.minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Let nothing grow unseen."""
        if event.type() == QEvent.Type.Hide and self._growth.state() == QAbstractAnimation.State.Running:
            self._growth.stop()
            self._show_first(self.setup.n)
        return bool(super().event(event))

    def _long_title(self) -> str:
        """Return the distribution with its parameters, n and the seed."""
        setup = self.setup
        parameters = ", ".join(
            f"{translated(str(type(setup).model_fields[name].title))} = {short(getattr(setup, name))}"
            for name in setup.parameters
        )
        return self.tr("{distribution} ({parameters}): n = {n}, seed {seed}").format(
            distribution=self.controls["distribution"].box.currentText(),  # type: ignore[union-attr]
            parameters=parameters,
            n=setup.n,
            seed=setup.seed,
        )

    def _csv(self) -> str:
        """Return the samples, one in a line, up to 20,000 of them."""
        rows = [f"{i},{value:.9g}" for i, value in enumerate(self._samples[:_MOST_ROWS], start=1)]
        return "\n".join(["n,sample", *rows, ""])

    def _draw(self) -> None:
        for name in ("low", "high", "mu", "sigma", "rate"):
            self.controls[name].setVisible(name in self.setup.parameters)
        if self.setup != self._drawn:
            self._drawn = self.setup
            self._growth.stop()
            self._samples = draw(self.setup)
            self._show_first(self.setup.n)

    def _show_first(self, n: int) -> None:
        """Show the first samples."""
        setup, samples = self.setup, self._samples[:n]
        self.histogram.show_histogram(histogram(setup, samples))
        self.convergence.show_convergence(convergence(setup, samples), setup.mean, setup.variance)
        self.heading.setText(self._long_title())
        self.figures.setText(
            self.tr(
                "Of the first {n} samples: mean {mean} (distribution: {true_mean}), variance {variance} "
                "(distribution: {true_variance})."
            ).format(
                n=n,
                mean=readable(float(samples.mean())),
                true_mean=short(setup.mean),
                variance=readable(float(samples.var())),
                true_variance=short(setup.variance),
            )
        )

    @Slot()
    def _toggle_growth(self) -> None:
        if self._growth.state() == QAbstractAnimation.State.Running:
            self._growth.stop()
            self._show_first(self.setup.n)
            return
        self._growth.setStartValue(0.0)
        self._growth.setEndValue(float(np.log(self.setup.n)))
        self._growth.start()

    @Slot(object)
    def _on_grown(self, log_n: float) -> None:
        self._show_first(max(1, min(self.setup.n, round(math.exp(log_n)))))

    @Slot()
    def _show_growth(self) -> None:
        running = self._growth.state() == QAbstractAnimation.State.Running
        self.grow_button.setIcon(icon("stop" if running else "train"))
