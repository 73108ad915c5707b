"""The parameters explorer: shapes that become known, initialisers, patterns, and parameters that two layers share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from core.explorers.deferred import STAGES, DeferredSetup, Look, Looked, access_code, followed
from core.explorers.patterns import LONGEST, PatternError, checked
from desktop_app.lessons.explorers.asking_explorer import AskingExplorer
from desktop_app.lessons.explorers.deferred_table import ParameterTable
from desktop_app.lessons.explorers.setup_explorer import Fact
from desktop_app.style import set_property


class DeferredExplorer(AskingExplorer[DeferredSetup]):
    """A small network that is constructed, initialised and used step by step, and all of its parameters."""

    name: ClassVar[str] = "deferred"
    chapter: ClassVar[int] = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(DeferredSetup(), parent)
        self.looked: Looked | None = None
        self.add_control("stage")
        self.add_control("initializer")
        self.add_control("shared")
        self.again_button = QPushButton(self.tr("Initialise again"))
        self.again_button.clicked.connect(self._initialise_again)
        self.tools.addWidget(self.again_button)
        self.pattern_edit = QLineEdit()
        self.pattern_edit.setMaxLength(LONGEST)
        self.pattern_edit.setAccessibleName(self.tr("Pattern"))
        self.pattern_edit.textEdited.connect(self._type_pattern)
        self.tools.addWidget(self.pattern_edit)
        self.table = ParameterTable()
        self.table.chosen.connect(lambda place: self.change(chosen=place))
        self.stage.addWidget(self.table)
        self.output = QLabel()
        self.output.setWordWrap(True)
        self.stage.addWidget(self.output)
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

    def _initialise_again(self) -> None:
        kind = self.controls["initializer"].value
        self.change(initializer=kind, previous=self.setup.initializer, reinit=self.setup.reinit + 1, ignored="")

    def _type_pattern(self, text: str) -> None:
        try:
            checked(text)
        except PatternError as error:
            set_property(self.pattern_edit, "invalid", True)
            self.output.setText(str(error))
            return
        set_property(self.pattern_edit, "invalid", False)
        self.change(pattern=text)

    def _draw(self) -> None:
        if self.pattern_edit.text() != self.setup.pattern:
            self.pattern_edit.setText(self.setup.pattern)
        self.again_button.setEnabled(self.setup.stage != STAGES[0])
        super()._draw()

    def _question(self) -> Look:
        return Look(self.setup)

    def _take(self, answer: Looked) -> None:
        self.looked = answer
        self.table.show_rows(answer, bool(self.setup.pattern), self.setup.chosen)
        code = access_code(self.setup, self.setup.access)
        self.output.setText(
            "\n".join((answer.forward_refusal, ">>> " + code, answer.access_refusal or answer.text, answer.told))
        )
