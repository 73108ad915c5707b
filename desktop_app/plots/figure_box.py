"""The choice of what the lower plot of the curves shows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from desktop_app.plots.figures import FIGURES, figure_title

_LEAST_WIDTH = 92  # pixels; where there is no more room, the rest of a long name is seen in the list
_ROOM = 24  # pixels


class FigureBox(QComboBox):
    """Lists the figures that the runs have; ``chosen`` is emitted when the user has picked one.

    What was picked comes back whenever a run has it; until then, and for all others, the most telling one is shown.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: list[str] = []
        self.setAccessibleName(self.tr("Figure in the lower plot"))
        self.setToolTip(self.tr("What the lower plot shows"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(self._choose)
        self.offer([])

    @property
    def figure(self) -> str:
        """Name of the figure, empty if there is none."""
        return self.currentData() or ""

    def minimumSizeHint(self) -> QSize:
        """Let a narrow row cut off long names."""
        return super().minimumSizeHint().boundedTo(QSize(_LEAST_WIDTH, 1000))

    def offer(self, figures: Iterable[Iterable[str]]) -> None:
        """List the figures that at least one of the runs has.

        Args:
            figures: the names of the figures of each run; of the present one last.
        """
        of_runs = [list(names) for names in figures]
        found = [name for name in FIGURES if any(name in names for names in of_runs)]
        if found != [self.itemData(position) for position in range(self.count())]:
            self.clear()
            for name in found:
                self.addItem(figure_title(name), name)
            self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + _ROOM)
        first = of_runs[-1] if of_runs else []
        usual = next(iter(first), found[0] if found else "")
        self.setCurrentIndex(self.findData(next((name for name in self._wanted if name in found), usual)))
        self.setVisible(bool(found))

    def _choose(self, position: int) -> None:
        name = self.itemData(position)
        self._wanted = [name, *(other for other in self._wanted if other != name)]
        self.chosen.emit()
