"""The explorer of parameter files: what is in one, and whether it fits a network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QTableWidget, QTableWidgetItem, QWidget

from core.experiment import Experiment
from core.explorers.parameters import EXAMPLE_SHAPES, FoundFile, OpenFile, ParametersSetup, Shapes, fit_rows
from core.stack import gluon_parameter_shapes
from desktop_app.lessons.explorers.asking_explorer import AskingExplorer
from desktop_app.lessons.explorers.setup_explorer import Fact


class ParametersExplorer(AskingExplorer[ParametersSetup]):
    """A file that the user opens, or an example, as a table of its arrays."""

    name: ClassVar[str] = "parameters"
    chapter: ClassVar[int] = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ParametersSetup(), parent)
        self.found: FoundFile | None = None
        self.refusal = ""
        self._experiment: Experiment | None = None
        self.add_control("example")
        self.table = QTableWidget(0, 3)
        self.stage.addWidget(self.table)
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.stage.addWidget(self.verdict)
        self.refresh()

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""
        return QCoreApplication.translate("ParametersExplorer", "A parameter file")

    def facts(self) -> dict[str, Fact]:
        """Return what goals of lessons may ask, once the file was read."""
        setup = self.setup
        known: dict[str, Fact] = {"example": "" if setup.path else setup.example}
        if not self.is_done:
            return known
        found = self.found
        return known | {
            "opened": found is not None,
            "refused": bool(self.refusal),
            "num_arrays": 0 if found is None else len(found.arrays),
            "num_parameters": 0 if found is None else sum(array.size for array in found.arrays),
            "fits": found is not None and found.fits,
        }

    def show_experiment(self, experiment: Experiment) -> None:
        """Compare files with the network of an experiment."""
        self._experiment = experiment
        self.refresh()

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take other values; an example takes the place of a file."""
        values = dict(state)
        if values.get("example") and "path" not in values:
            values["path"] = ""
        super().restore(values)

    def show_problem(self, question: object, sentence: str) -> None:
        """Show why the file cannot be read."""
        if question == self._question():
            self.found, self.refusal, self.is_done = None, sentence, True
            self._show()
            self.facts_changed.emit()

    def _network(self) -> Shapes:
        """Return the shapes of the network to compare with."""
        if not self.setup.path:
            return EXAMPLE_SHAPES
        return () if self._experiment is None else tuple(gluon_parameter_shapes(self._experiment).items())

    def _question(self) -> OpenFile:
        return OpenFile(self.setup.path, self.setup.example, self._network())

    def _take(self, answer: FoundFile) -> None:
        self.found, self.refusal = answer, ""
        self._show()

    def _show(self) -> None:
        found = self.found
        self.verdict.setText(self.refusal if found is None else found.loading)
        rows = () if found is None else fit_rows({a.name: a.shape for a in found.arrays}, self._network())
        self.table.setRowCount(len(rows))
        for position, row in enumerate(rows):
            for column, text in enumerate((row.fit, row.name, str(row.given))):
                self.table.setItem(position, column, QTableWidgetItem(text))
