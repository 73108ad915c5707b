"""Some samples of a part with the network's answers: pictures as tiles, all else as rows; the chosen one in full."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from core.data import Parts, Samples
from core.events import Predicted
from core.mistakes import sample_losses
from desktop_app.plots.mistake_tile import MistakeDelegate
from desktop_app.plots.plot_style import readable
from desktop_app.plots.sample_detail import Answer, SampleDetail
from desktop_app.plots.sample_grid import SampleModel, Tile, TileGrid
from desktop_app.plots.sample_images import SampleImages, is_image
from desktop_app.plots.sample_order import Verdicts, judged
from desktop_app.plots.sample_table import (
    Column,
    SampleTable,
    classification_columns,
    number_column,
    regression_columns,
)
from desktop_app.theme import themes

translate = QCoreApplication.translate


class SampleBrowser(QWidget):
    """Shows samples in a given order. The arrow keys and the mouse choose one, which is shown in full beside them.

    Args:
        orientation: whether the chosen sample stands beside (horizontal) or below the others.
        parent: the widget in which it lies.
    """

    def __init__(self, orientation: Qt.Orientation = Qt.Orientation.Horizontal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: Parts | None = None
        self._samples: Samples | None = None
        self._predicted: Predicted | None = None
        self._verdicts: Verdicts | None = None
        self._images: tuple[Samples, SampleImages] | None = None
        self._has_pictures = False
        self.shown: NDArray[np.int64] = np.empty(0, np.int64)
        self.model, self.delegate = SampleModel(self), MistakeDelegate(self)
        self.grid, self.table, self.detail = TileGrid(), SampleTable(), SampleDetail()
        self._large = orientation == Qt.Orientation.Horizontal
        self.grid.setModel(self.model)
        self.grid.setItemDelegate(self.delegate)
        self.grid.viewport().setAutoFillBackground(False)
        self.grid.selectionModel().currentChanged.connect(self._show_current)
        self.table.selectionModel().currentChanged.connect(self._show_current)
        self.lists = QStackedWidget()
        for view in (self.grid, self.table):
            view.setFrameShape(QFrame.Shape.NoFrame)
            view.setAccessibleName(self.tr("Samples"))
            self.lists.addWidget(view)
        card = QFrame()
        card.setObjectName("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(5, 5, 5, 5)
        inner.addWidget(self.lists)
        self.splitter = QSplitter(orientation)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(card)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([600, 260])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        themes.changed.connect(self.grid.viewport().update)

    @property
    def position(self) -> int | None:
        """Position in its part of the sample that is shown in full."""
        view = self.grid if self._has_pictures else self.table
        row = view.currentIndex().row()
        shown = self.model.shown if self._has_pictures else self.table.samples.shown
        return int(shown[row]) if 0 <= row < len(shown) else None

    def show_samples(
        self, parts: Parts, samples: Samples, predicted: Predicted, shown: NDArray[np.int64], *, from_top: bool = False
    ) -> None:
        """Show samples of a part.

        Args:
            parts: the data set.
            samples: the part.
            predicted: what the network says of the whole part; finite.
            shown: positions of the samples to show, in their order.
            from_top: forget which one was chosen.
        """
        before = None if from_top else self.position
        self._parts, self._samples, self._predicted, self.shown = parts, samples, predicted, shown
        facts = parts.facts
        self._has_pictures = facts.task == "classification" and is_image(facts.input_shape)
        self._verdicts = None
        if facts.task == "classification":
            sure = predicted.has_probabilities
            self._verdicts = judged(samples.y.astype(np.int64), predicted.outputs, has_probabilities=sure)
        if self._has_pictures:
            self._fill_grid(parts, samples, predicted)
        else:
            self.table.show_samples(self._columns(parts, samples, predicted), shown, keep_sorting=not from_top)
        self.lists.setCurrentWidget(self.grid if self._has_pictures else self.table)
        self._choose(before)

    def _fill_grid(self, parts: Parts, samples: Samples, predicted: Predicted) -> None:
        if self._images is None or self._images[0] is not samples:
            self._images = samples, SampleImages(samples.X)
        labels = samples.y.astype(np.int64)
        self.delegate.class_names = parts.facts.class_names
        self.delegate.probabilities = predicted.outputs
        self.delegate.losses = sample_losses(labels, predicted.outputs) if predicted.has_probabilities else None
        offset = self.grid.verticalScrollBar().value()
        self.model.show(self._images[1], labels, parts.facts.class_names, self._verdicts, self.shown)
        self.grid.verticalScrollBar().setValue(offset)

    def _columns(self, parts: Parts, samples: Samples, predicted: Predicted) -> list[Column]:
        """Return the columns of the table; what is compared stands before the inputs."""
        names = parts.facts.input_names
        if self._verdicts is None:
            columns = regression_columns(samples, predicted.outputs, names)
        else:
            columns = classification_columns(samples, parts.facts.class_names, self._verdicts, names)
            if predicted.has_probabilities:
                losses = sample_losses(samples.y.astype(np.int64), predicted.outputs)
                columns.append(number_column("loss", self.tr("Loss"), losses, by_size=True))
        num_inputs = int(np.prod(samples.X.shape[1:]))
        return [columns[0], *columns[1 + num_inputs :], *columns[1 : 1 + num_inputs]]

    def _choose(self, position: int | None) -> None:
        """Choose a sample again, or else the first."""
        view = self.grid if self._has_pictures else self.table
        shown = self.model.shown if self._has_pictures else self.table.samples.shown
        again = np.flatnonzero(shown == position) if position is not None else np.empty(0)
        row = int(again[0]) if again.size else 0
        flag = view.selectionModel().SelectionFlag
        flags = flag.ClearAndSelect if self._has_pictures else flag.ClearAndSelect | flag.Rows
        view.selectionModel().setCurrentIndex(view.model().index(row, 0), flags)
        self._show_current()

    def _show_current(self) -> None:
        position, samples, predicted, parts = self.position, self._samples, self._predicted, self._parts
        if position is None or samples is None or predicted is None or parts is None:
            self.detail.show_sample(None, None)
            return
        names, images = parts.facts.class_names, self._images if self._has_pictures and self._large else None
        if self._verdicts is None:
            self.detail.show_sample(Tile(None, position, "", None, np.nan, False), None)
            self.detail.text.setText(_difference(samples.y[position], predicted.outputs[position]))
            return
        label, said = int(samples.y[position]), int(self._verdicts.predicted[position])
        confidence = float(self._verdicts.confidence[position])
        tile = Tile(images[1] if images else None, position, names[label], names[said], confidence, label != said)
        answer = Answer(predicted.outputs[position], names, label, predicted.has_probabilities)
        self.detail.show_sample(tile, answer)


def _difference(target: NDArray[np.float32], output: NDArray[np.float32]) -> str:
    """Return target, prediction and difference in words."""
    rows = (
        (translate("SampleBrowser", "Target y"), target),
        (translate("SampleBrowser", "Prediction ŷ"), output),
        (translate("SampleBrowser", "Difference ŷ − y"), output - target),
    )
    return "\n".join(f"{title}: {', '.join(readable(float(value)) for value in values)}" for title, values in rows)
