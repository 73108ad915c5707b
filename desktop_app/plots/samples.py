"""The Samples tab: the data set's samples with their labels and, once there is one, the network's answer."""

from __future__ import annotations

from typing import Literal, cast, get_args

import numpy as np
from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSlider,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.data import DataSet, Parts, Samples
from core.events import Predicted
from desktop_app.plots.plot_style import readable
from desktop_app.plots.sample_detail import Answer, SampleDetail
from desktop_app.plots.sample_grid import SampleModel, TileGrid
from desktop_app.plots.sample_images import SampleImages, is_image
from desktop_app.plots.sample_message import SampleMessage
from desktop_app.plots.sample_order import Order, Verdicts, arranged, judged
from desktop_app.plots.sample_table import SampleTable, classification_columns, regression_columns
from desktop_app.plots.sample_tile import TileDelegate
from desktop_app.theme import themes

Part = Literal["train", "validation", "test"]
_PARTS: tuple[Part, ...] = get_args(Part)


def _card(view: QAbstractItemView) -> QFrame:
    """Put a view, without a frame of its own, on a card."""
    card = QFrame()
    card.setObjectName("card")
    view.setFrameShape(QFrame.Shape.NoFrame)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(5, 5, 5, 5)
    layout.addWidget(view)
    return card


class SamplesView(QWidget):
    """Shows one part of the data set: pictures as a grid, everything else as a table.

    ``part_wanted`` carries the name of the part ("train", "validation" or "test") to which the user has switched, so
    that its predictions can be computed and given to :meth:`show_predictions`. ``download_requested`` asks for the
    missing files.
    """

    part_wanted = Signal(object)
    download_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: Parts | None = None
        self._wanted_part: Part = "validation"
        self._wanted_order: Order = "all"
        self._predicted: Predicted | None = None
        self._verdicts: Verdicts | None = None
        self._images: SampleImages | None = None
        self.model, self._delegate = SampleModel(self), TileDelegate(self)
        self._build_controls()
        self._build_pages()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self._controls)
        layout.addWidget(self._pages, 1)
        themes.changed.connect(self.grid.viewport().update)
        self.show_parts(None)

    # -- what the host calls ------------------------------------------------------------------------------------------

    @property
    def part(self) -> Part:
        """The part that is shown: the user's choice, or the next best where the data set has no such part."""
        present = self._present_parts()
        return self._wanted_part if self._wanted_part in present or not present else present[-1]

    def show_parts(self, parts: Parts | None, problem: str = "", *, downloadable: DataSet | None = None) -> None:
        """Show a data set, without predictions.

        Args:
            parts: None while it is loading, or if it cannot be shown.
            problem: why it cannot be shown and what to do.
            downloadable: the data set whose files can be downloaded, if that would help.
        """
        self._parts, self._predicted = parts, None
        self._controls.setVisible(parts is not None)
        if parts is None:
            self._images = None
            self.message.show_text(problem, downloadable)
            self._pages.setCurrentWidget(self.message)
            return
        self._fill_controls(parts)
        self._show_part()

    def show_predictions(self, predicted: Predicted | None) -> None:
        """Show what the network says of the present part; None takes it away.

        Predictions of another part, or of another number of samples or outputs, are ignored.
        """
        samples = self._samples()
        if samples is None or self._parts is None:
            return
        if predicted is not None:
            fits = predicted.outputs.shape == (len(samples), self._parts.facts.num_outputs)
            if predicted.part != self.part or not fits:
                return
        self._predicted = predicted
        self._judge(samples)
        self._arrange(from_top=False)

    # -- building -----------------------------------------------------------------------------------------------------

    def _build_controls(self) -> None:
        self.part_box = self._box(self.tr("Part of the data"), self._choose_part)
        self.order_box = self._box(self.tr("Order and selection"), self._choose_order)
        self.class_box = self._box(self.tr("Show only samples with this label"), lambda: self._arrange(from_top=True))
        titles = {"all": self.tr("all"), "wrong_first": self.tr("wrong first"), "wrong_only": self.tr("wrong only")}
        for order, title in titles.items():
            self.order_box.addItem(title, order)
        self._size_label = QLabel(self.tr("Size"))
        self.size_slider = QSlider(Qt.Orientation.Horizontal)
        self.size_slider.setRange(1, 5)
        self.size_slider.setPageStep(1)
        self.size_slider.setValue(self._delegate.zoom)
        self.size_slider.setFixedWidth(90)
        self.size_slider.setToolTip(self.tr("Size of the images"))
        self.size_slider.setAccessibleName(self.tr("Size of the images"))
        self.size_slider.valueChanged.connect(self._choose_size)
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self._controls = QWidget()
        row = QHBoxLayout()
        row.setSpacing(8)
        for box in (self.part_box, self.order_box, self.class_box):
            row.addWidget(box)
        row.addStretch(1)
        row.addWidget(self._size_label)
        row.addWidget(self.size_slider)
        layout = QVBoxLayout(self._controls)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.summary)

    def _box(self, name: str, chosen: object) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.currentIndexChanged.connect(chosen)
        return box

    def _build_pages(self) -> None:
        self.grid, self.detail, self.table = TileGrid(), SampleDetail(), SampleTable()
        self.grid.setItemDelegate(self._delegate)
        self.grid.setModel(self.model)
        self.grid.setAccessibleName(self.tr("Samples"))
        self.table.setAccessibleName(self.tr("Samples"))
        self.grid.hovered.connect(self._hover)
        self.grid.selectionModel().currentChanged.connect(self._show_current)
        self.message = SampleMessage()
        self.message.download_requested.connect(self.download_requested)
        self.grid.viewport().setAutoFillBackground(False)
        self._table_card = _card(self.table)
        self._gallery = QSplitter()
        self._gallery.addWidget(_card(self.grid))
        self._gallery.addWidget(self.detail)
        self._gallery.setChildrenCollapsible(False)
        self._gallery.setStretchFactor(0, 1)
        self._gallery.setStretchFactor(1, 0)
        self._gallery.setSizes([600, 250])
        self._pages = QStackedWidget()
        for page in (self.message, self._gallery, self._table_card):
            self._pages.addWidget(page)

    # -- state --------------------------------------------------------------------------------------------------------

    def _present_parts(self) -> list[Part]:
        """Return the parts that exist; the last one is the best to begin with."""
        order: tuple[Part, ...] = ("test", "train", "validation")
        return [part for part in order if self._parts is not None and getattr(self._parts, part) is not None]

    def _samples(self) -> Samples | None:
        return None if self._parts is None else cast("Samples | None", getattr(self._parts, self.part))

    def _fill_controls(self, parts: Parts) -> None:
        names = {"train": self.tr("training"), "validation": self.tr("validation"), "test": self.tr("test")}
        with QSignalBlocker(self.part_box):
            self.part_box.clear()
            for part in _PARTS:
                samples = getattr(parts, part)
                if samples is not None:
                    self.part_box.addItem(f"{names[part]} · {len(samples):,}", part)
            self.part_box.setCurrentIndex(self.part_box.findData(self.part))
        before = self.class_box.currentText()
        with QSignalBlocker(self.class_box):
            self.class_box.clear()
            self.class_box.addItem(self.tr("all classes"), None)
            for k, name in enumerate(parts.facts.class_names):
                self.class_box.addItem(name, k)
            self.class_box.setCurrentIndex(max(0, self.class_box.findText(before)))

    def _show_part(self) -> None:
        """Show the present part from its beginning, without predictions."""
        samples, parts = self._samples(), self._parts
        if samples is None or parts is None:
            return
        classification = parts.facts.task == "classification"
        pictures = classification and is_image(parts.facts.input_shape)
        self._images = SampleImages(samples.X) if pictures else None
        for box in (self.order_box, self.class_box):
            box.setVisible(classification)
        self.size_slider.setVisible(pictures)
        self._size_label.setVisible(pictures)
        self._predicted = None
        self._judge(samples)
        self._arrange(from_top=True)
        self._pages.setCurrentWidget(self._gallery if pictures else self._table_card)

    def _judge(self, samples: Samples) -> None:
        """Compare predictions and labels; the order can be chosen only when that is possible."""
        self._verdicts = None
        predicted, parts = self._predicted, self._parts
        usable = predicted is not None and bool(np.isfinite(predicted.outputs).all())
        if predicted is not None and usable and parts is not None and parts.facts.task == "classification":
            labels, sure = samples.y.astype(np.int64), predicted.has_probabilities
            self._verdicts = judged(labels, predicted.outputs, has_probabilities=sure)
        order = self._wanted_order if self._verdicts is not None else "all"
        with QSignalBlocker(self.order_box):
            self.order_box.setCurrentIndex(self.order_box.findData(order))
        self.order_box.setEnabled(self._verdicts is not None)
        self._delegate.with_verdicts = self._verdicts is not None
        self._delegate.class_names = parts.facts.class_names if parts is not None else ()

    def _arrange(self, *, from_top: bool) -> None:
        """Show the chosen samples in the chosen order; ``from_top`` forgets where the user was."""
        samples, parts = self._samples(), self._parts
        if samples is None or parts is None:
            return
        only_class, order = self.class_box.currentData(), self.order_box.currentData()
        if parts.facts.task == "regression":
            shown = np.arange(len(samples))
            outputs = None if self._predicted is None else self._predicted.outputs
            self.table.show_samples(
                regression_columns(samples, outputs, parts.facts.input_names), shown, keep_sorting=not from_top
            )
        else:
            shown = arranged(samples.y.astype(np.int64), self._verdicts, order, only_class)
            names = parts.facts.class_names
            if self._images is None:
                columns = classification_columns(samples, names, self._verdicts, parts.facts.input_names)
                self.table.show_samples(columns, shown, keep_sorting=not from_top)
            else:
                self._fill_grid(samples, self._images, names, shown, from_top=from_top)
        self.summary.setText(self._summary_text(samples, parts, shown))

    def _fill_grid(
        self, samples: Samples, images: SampleImages, names: tuple[str, ...], shown: np.ndarray, *, from_top: bool
    ) -> None:
        current, offset = self.grid.currentIndex().row(), self.grid.verticalScrollBar().value()
        position = int(self.model.shown[current]) if current >= 0 and not from_top else -1
        self.model.show(images, samples.y.astype(np.int64), names, self._verdicts, shown)
        self.grid.verticalScrollBar().setValue(0 if from_top else offset)
        again = np.flatnonzero(shown == position)
        self.grid.selectionModel().setCurrentIndex(
            self.model.index(int(again[0]) if again.size else 0, 0),
            self.grid.selectionModel().SelectionFlag.ClearAndSelect,
        )
        self._show_current()

    # -- what the user does -------------------------------------------------------------------------------------------

    def _choose_part(self) -> None:
        self._wanted_part = self.part_box.currentData()
        self._show_part()
        self.part_wanted.emit(self.part)

    def _choose_order(self) -> None:
        self._wanted_order = self.order_box.currentData()
        self._arrange(from_top=True)

    def _choose_size(self, zoom: int) -> None:
        self._delegate.zoom = zoom
        self.grid.relayout()

    def _hover(self, row: int | None) -> None:
        if row is None:
            self._show_current()
        else:
            self._show_detail(row)

    def _show_current(self, current: QModelIndex | None = None) -> None:
        row = self.grid.currentIndex().row()
        self._show_detail(row if row >= 0 else None)

    def _show_detail(self, row: int | None) -> None:
        if row is None or self._parts is None:
            self.detail.show_sample(None, None)
            return
        tile, samples = self.model.tile(row), self._samples()
        answer = None
        if self._verdicts is not None and samples is not None:
            probabilities = self._verdicts.probabilities[tile.position]
            names, label = self._parts.facts.class_names, int(samples.y[tile.position])
            answer = Answer(probabilities, names, label, self._verdicts.has_probabilities)
        self.detail.show_sample(tile, answer)

    # -- the line above the samples -----------------------------------------------------------------------------------

    def _summary_text(self, samples: Samples, parts: Parts, shown: np.ndarray) -> str:
        if parts.facts.task == "regression":
            found = self.tr("{total} samples").format(total=f"{len(samples):,}")
        else:
            found = self._count_text(samples)
        predicted = self._predicted
        if predicted is None:
            if self.part == "test":
                return f"{found} · " + self.tr("Predictions for the test part are shown after the run has finished.")
            return f"{found} · " + self.tr("Train the network to see its answers.")
        if not np.isfinite(predicted.outputs).all():
            return f"{found} · " + self.tr(
                "The network's answers are no numbers any more. Press Reset and train with a smaller learning rate."
            )
        if parts.facts.task == "regression":
            error = float(np.abs(predicted.outputs - samples.y.reshape(predicted.outputs.shape)).mean())
            found += " · " + self.tr("mean error |ŷ − y| {error}").format(error=readable(error))
        elif not len(shown):
            found += " · " + self.tr("nothing to show here")
        if predicted.step == 0:
            return f"{found} · " + self.tr("loaded parameters")
        return f"{found} · " + self.tr("after step {step}").format(step=f"{predicted.step:,}")

    def _count_text(self, samples: Samples) -> str:
        only_class = self.class_box.currentData()
        chosen = np.ones(len(samples), dtype=bool) if only_class is None else samples.y == only_class
        total = int(np.count_nonzero(chosen))
        prefix = "" if only_class is None else f"{self.class_box.currentText()}: "
        if self._verdicts is None:
            return prefix + self.tr("{total} samples").format(total=f"{total:,}")
        wrong = int(np.count_nonzero(self._verdicts.wrong & chosen))
        share = f"{100 * wrong / total:.1f}" if total else "0"
        text = self.tr("{wrong} of {total} wrong ({share} %)")
        return prefix + text.format(wrong=f"{wrong:,}", total=f"{total:,}", share=share)
