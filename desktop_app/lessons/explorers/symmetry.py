"""The symmetry explorer: hidden units that begin equal stay equal, and what parts them."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from core.explorers.symmetry import SymmetryQuestion, SymmetrySetup, Training
from desktop_app.lessons.explorers.asking_explorer import AskingExplorer
from desktop_app.lessons.explorers.examples import ExamplesButton
from desktop_app.lessons.explorers.pair import show_pair
from desktop_app.lessons.explorers.setup_explorer import Fact
from desktop_app.lessons.explorers.symmetry_plots import SymmetryCurves, WeightsPlane
from desktop_app.plots.export import Chooser, choose_file
from desktop_app.plots.plot_style import readable


class SymmetryExplorer(AskingExplorer[SymmetrySetup]):
    """Shows where the weights of each hidden unit go while a small network learns XOR."""

    name: ClassVar[str] = "symmetry"
    chapter: ClassVar[int] = 7

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(SymmetrySetup(), parent)
        self.training: Training | None = None
        examples = self._examples()
        self.examples = ExamplesButton(examples)
        self.examples.chosen.connect(lambda text: self.change(**examples[text]))
        self.tools.addWidget(self.examples)
        for name in ("start", "noise", "rate", "units", "activation", "learning_rate", "num_steps"):
            options = {} if name in ("start", "noise", "rate", "activation") else {"slider": False}
            self.add_control(name, **options)
        self.plane, self.curves = WeightsPlane(), SymmetryCurves()
        show_pair(self, (self.plane, 1), (self.curves, 1), self.to_csv, choose)
        self.refresh()

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""
        return QCoreApplication.translate("SymmetryExplorer", "Symmetric initialisation")

    def facts(self) -> dict[str, Fact]:
        """Return what goals of lessons may ask; figures are there when the training is complete."""
        setup = self.setup
        known: dict[str, Fact] = {"units": setup.units, "noise": setup.noise, "rate": setup.rate, "start": setup.start}
        if self.training is not None and self.is_done and not self.training.diverged:
            known |= {
                "different": self.training.num_different,
                "equal": self.training.num_different == 1,
                "loss": float(self.training.losses[-1]),
            }
        return known

    def to_csv(self) -> str:
        """Return loss, largest difference and all weights of the units for every step."""
        training = self.training
        units = range(0 if training is None else training.W.shape[1])
        names = [f"{name}_{i + 1}" for i in units for name in ("w1", "w2", "b", "v")]
        lines = [",".join(["step", "loss", "largest_difference", *names])]
        if training is not None:
            whole = np.concatenate([training.W, training.b[..., None], training.v[..., None]], axis=2)
            columns = np.column_stack([training.losses, training.distances, whole.reshape(len(whole), -1)])
            lines += [f"{i}," + ",".join(f"{value:.9g}" for value in row) for i, row in enumerate(columns.tolist())]
        return "\n".join(lines) + "\n"

    def _examples(self) -> dict[str, dict[str, Any]]:
        equal = {"noise": 0.0, "rate": 0.0, "start": 0.5}
        return {
            self.tr("All weights 0.5: one unit only"): equal,
            self.tr("All weights 0: nothing moves"): equal | {"start": 0.0},
            self.tr("A trace of noise parts the units"): equal | {"noise": 0.01},
            self.tr("Random weights, as it is done"): equal | {"start": 0.0, "noise": 0.5},
            self.tr("Dropout parts the units too"): equal | {"rate": 0.5},
        }

    def _question(self) -> SymmetryQuestion:
        return SymmetryQuestion(self.setup)

    def _begin(self) -> None:
        self._show(None)

    def _take(self, answer: Training) -> None:
        self._show(answer)

    def _show(self, training: Training | None) -> None:
        self.training = training
        self.plane.show_training(training)
        self.curves.show_training(training, self.setup.num_steps)
        if training is not None:
            self.explanation.setText(self._verdict(training))

    def _verdict(self, training: Training) -> str:
        loss, units = readable(float(training.losses[-1]), 2), training.W.shape[1]
        if training.diverged:
            text = self.tr("<b>The training has diverged:</b> every step was longer than the last. Choose a smaller η.")
        elif training.num_different == 1:
            text = self.tr("<b>All {units} hidden units are equal</b> to the last bit: they count as one. Loss {loss}.")
        elif self.setup.noise == 0:
            text = self.tr(
                "<b>Dropout has parted the {units} equal units:</b> in a step some learn, others do not. Loss {loss}."
            )
        else:
            text = self.tr("<b>The units go their own ways,</b> since they began differently. Loss {loss}.")
        return text.format(units=units, loss=loss)
