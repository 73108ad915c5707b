"""What a data set holds, at a glance: its preview, pictures of its family to click, and other samples at a click."""

from __future__ import annotations

from PySide6.QtCore import QRandomGenerator, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from core.data import DataSet, Parts
from core.edits import SetValue
from core.texts import unsaid
from desktop_app.icons import icon
from desktop_app.panels.data_preview import DataPreview
from desktop_app.panels.plane_pictures import PlanePictures

_SEEDS = 10_000


class DataOverview(QWidget):
    """Stands above the settings of the data set.

    Signals:
        edited: a :class:`core.edits.SetValue`.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: DataSet | None = None
        self.preview, self.pictures = DataPreview(), PlanePictures()
        self.regenerate = QPushButton(icon("dice"), self.tr("Regenerate"))
        self.regenerate.setToolTip(self.tr("Draw other samples: with another data seed"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.pictures.chosen.connect(lambda kind: self.edited.emit(SetValue(("data", "kind"), kind, unsaid("data"))))
        self.regenerate.clicked.connect(self._draw_again)
        self._place(beside=True)
        for widget in (self.preview, self.pictures, self.regenerate):
            widget.hide()

    def show_data(self, data: DataSet) -> None:
        """Show which data set it is; its preview follows with :meth:`show_parts`."""
        self._data = data
        self.pictures.show_data(data)
        self.regenerate.setVisible(data.is_drawn)
        self._arrange()

    def show_parts(self, data: DataSet | None, parts: Parts | None) -> None:
        """Show what the data set holds; without parts the preview is hidden."""
        self.preview.show_parts(data, parts)
        self._arrange()

    def _arrange(self) -> None:
        self._place(beside=not self.pictures.isHidden())
        self.setVisible(not (self.preview.isHidden() and self.pictures.isHidden() and self.regenerate.isHidden()))

    def _place(self, *, beside: bool) -> None:
        """Put the pictures to click beside the preview of points in the plane, or the preview across."""
        top = Qt.AlignmentFlag.AlignTop
        if beside:
            self._grid.addWidget(self.preview, 0, 0, 2, 1, top)
            self._grid.addWidget(self.pictures, 0, 1, top)
            self._grid.addWidget(self.regenerate, 1, 1)
        else:
            self._grid.addWidget(self.preview, 0, 0, 1, 2)
            self._grid.addWidget(self.regenerate, 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def _draw_again(self) -> None:
        seed = present = self._data.model_dump()["seed"] if self._data is not None else 0
        while seed == present:
            seed = QRandomGenerator.global_().bounded(_SEEDS)
        self.edited.emit(SetValue(("data", "seed"), seed, unsaid("data seed"), merges=False))
