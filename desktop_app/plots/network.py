"""The Network tab: the network as a picture, unit by unit, with its numbers while it trains."""

from __future__ import annotations

import csv
import io
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from core.events import ProbeTaken
from core.probes import ActivationsProbe, GradientsProbe, NeuronMapsProbe, Probe, Subject, WeightsProbe
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.fitting_row import FittingRow
from desktop_app.plots.network_card import NetworkCard, card_text
from desktop_app.plots.network_columns import columns_of
from desktop_app.plots.network_editor import Entry, NetworkEditor
from desktop_app.plots.network_flow import FlowBar
from desktop_app.plots.network_picture import NetworkPicture
from desktop_app.plots.network_values import BiasRef, LinkRef, Ref, UnitRef
from desktop_app.plots.sample_images import SampleImages, is_image
from desktop_app.plots.state_label import StateLabel
from desktop_app.theme import theme, themes

MAX_WEIGHTS = 1_000_000
"""Weights of a larger layer are not drawn."""

_PLANE_PLACES, _LINE_PLACES = 32, 64
_MAX_ENTRIES = 1000


class NetworkView(QWidget):
    """Shows a network: what its units say, its weights, and on request how a sample goes through it.

    Signals:
        probes_changed: other probes are needed.
        weight_edited: the structural name of a parameter, the index in it, and the value that the user wants.
        unit_switched: position of a layer, number of a unit, and whether it shall work.
        saved: a sentence about an export.
        failed: a sentence about an export, or about a number that was typed.

    Args:
        parent: the widget in which it lies.
        choose: asks for the file of an export.
    """

    probes_changed = Signal()
    weight_edited = Signal(str, object, float)
    unit_switched = Signal(int, int, bool)
    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(parent)
        self._subject: Subject | None = None
        self._pointed: tuple[Ref, QPoint] | None = None
        self.picture, self.flow = NetworkPicture(), FlowBar()
        self.card, self.editor = NetworkCard(self.picture), NetworkEditor(self.picture)
        self._make_bar(choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self.picture, 1)
        tools = [self.flow.play, self.flow.back, self.flow.on, self.flow.close_button]
        for before, after in pairwise([*tools, self.sample_box, self.export_button, self.picture]):
            self.setTabOrder(before, after)
        self.picture.pointed.connect(self._point)
        self.picture.unit_pressed.connect(self._switch)
        self.picture.entry_pressed.connect(self._edit)
        self.editor.edited.connect(self.weight_edited)
        self.editor.box.refused.connect(self.failed)
        self.flow.moved.connect(self._show_flow)
        self.flow.opened.connect(self._on_flow_opened)
        themes.changed.connect(self._show_sample)

    # -- what ProbeControl calls --------------------------------------------------------------------------------------

    def probes(self) -> tuple[Probe, ...]:
        """Return what is needed for the present picture."""
        if self._subject is None or not self._subject.has_network:
            return ()
        axes = len(self._subject.experiment.data.facts().axes)
        shown = self.flow.position is not None
        wanted: list[Probe] = [WeightsProbe(MAX_WEIGHTS)]
        if axes in (1, 2):
            wanted.append(NeuronMapsProbe(_PLANE_PLACES if axes == 2 else _LINE_PLACES))
        if axes not in (1, 2) or shown:
            wanted.append(ActivationsProbe("train", (self.sample_box.value(),)))
        if shown or self._pointed is not None:
            wanted.append(GradientsProbe(MAX_WEIGHTS))
        return tuple(wanted)

    def show_subject(self, subject: Subject) -> None:
        """Begin afresh with another network, or with the experiment that is being edited."""
        self._subject, self._pointed = subject, None
        self.card.hide()
        self.editor.close_form()
        columns = columns_of(subject.experiment)
        self.picture.show_columns(columns)
        self.flow.set_layers(sum(column.kind != "slim" for column in columns) - 1)
        self.flow.setEnabled(subject.has_network)
        train = subject.parts.train if subject.parts is not None else None
        self.sample_box.setRange(0, max(len(train), 1) - 1 if train is not None else 0)
        self.sample_box.setEnabled(train is not None)
        self._show_sample()
        self._tell()
        self.probes_changed.emit()

    def show_probe(self, taken: ProbeTaken) -> None:
        """Show what the network holds now."""
        values = self.picture.drawing.values
        values.take(taken)
        if isinstance(taken.probe, GradientsProbe):
            self.flow.set_backwards(bool(taken.values))
        if not isinstance(taken.probe, GradientsProbe) or self.flow.is_backwards:
            self.picture.refresh()
        self._show_card()
        self._tell()

    def to_csv(self) -> str:
        """Return all weights and biases that are known, one in a row."""
        values, out = self.picture.drawing.values, io.StringIO()
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["parameter", "index", "value"])
        for name, array in values.weights.items():
            if ":" not in name:
                for index, value in np.ndenumerate(array):
                    rows.writerow([name, " ".join(map(str, index)), f"{value:.9g}"])
        return out.getvalue()

    # -- building -----------------------------------------------------------------------------------------------------

    def _make_bar(self, choose: Chooser) -> None:
        self._bar, self.state = FittingRow(), StateLabel()
        self.sample_box = QSpinBox()
        self.sample_box.setPrefix(self.tr("Sample "))
        self.sample_box.setAccessibleName(self.tr("Training sample"))
        self.sample_box.setToolTip(self.tr("Which training sample goes through the network"))
        self.sample_box.setRange(0, 0)
        self.sample_box.lineEdit().setTextMargins(6, 0, 0, 0)
        self.sample_box.valueChanged.connect(self._on_sample_changed)
        self.export_button = ExportButton.for_plot(self.picture, self._title, self.to_csv, choose, self)
        self.export_button.saved.connect(self.saved)
        self.export_button.failed.connect(self.failed)
        for widget in (self.flow, self.sample_box):
            self._bar.tools.addWidget(widget)
        self._bar.add_state(self.state)
        self._bar.add_shrinking(self.export_button)

    # -- the sample and its way ---------------------------------------------------------------------------------------

    def _on_sample_changed(self) -> None:
        self._show_sample()
        self.probes_changed.emit()

    def _show_sample(self) -> None:
        subject = self._subject
        if subject is None or subject.parts is None or not is_image(subject.parts.facts.input_shape):
            return
        images = SampleImages(subject.parts.train.X)
        pixels = images.pixels(self.sample_box.value(), inverted=theme().name == "light")
        self.picture.show_input(pixels if pixels.ndim == 3 else np.stack([pixels] * 3, axis=-1))

    def _on_flow_opened(self) -> None:
        self.probes_changed.emit()

    def _show_flow(self) -> None:
        self.picture.show_flow(self.flow.reached, backwards=self.flow.is_backwards)
        self._tell()

    # -- the mouse ----------------------------------------------------------------------------------------------------

    def _point(self, ref: Ref | None, place: QPoint) -> None:
        before = self._pointed is not None
        self._pointed = (ref, place) if ref is not None else None
        if before != (ref is not None):
            self.probes_changed.emit()
        self._show_card()

    def _show_card(self) -> None:
        """Tell about what the mouse points at; the numbers may have changed."""
        drawing, layout = self.picture.drawing, self.picture.drawing.layout
        if self._pointed is None or layout is None or self._subject is None or self.editor.isVisible():
            self.card.hide()
            return
        ref, place = self._pointed
        picture, mark = None, None
        if isinstance(ref, UnitRef):
            tile = layout.columns[ref.column].tiles[ref.unit]
            picture = self.picture.tiles.picture_of(ref)
            away = self.picture.mapToScene(place) - tile.topLeft()
            mark = QPointF(away.x() / tile.width(), away.y() / tile.height())
        text = card_text(drawing, ref, self._subject.experiment.data.facts().axes, mark)
        plane = bool(drawing.values.maps)
        self.card.show_ref(text, picture, mark if plane else None, place, smooth=plane)

    def _switch(self, ref: UnitRef) -> None:
        column = self.picture.drawing.columns[ref.column]
        if column.can_switch and self._subject is not None and self._subject.has_network:
            off = ref.unit in self.picture.drawing.values.off(ref.column)
            self.unit_switched.emit(column.layer, ref.unit, off)

    def _edit(self, ref: BiasRef | LinkRef, place: QPoint) -> None:
        """Open the form for the numbers of a unit."""
        entries = self._entries(ref)
        wanted = self.picture.drawing.values.entry(ref)
        if not entries:
            return
        position = next((i for i, entry in enumerate(entries) if (entry.name, entry.index) == wanted), 0)
        column = self.picture.drawing.columns[ref.column]
        self.card.hide()
        self.editor.open(f"{column.title}, {column.unit_name(ref.unit)}", entries, position, place)

    def _entries(self, ref: BiasRef | LinkRef) -> tuple[Entry, ...]:
        """Return bias and weights of the unit at which a link ends, ``_MAX_ENTRIES`` at most."""
        drawing = self.picture.drawing
        column, values = drawing.columns[ref.column], drawing.values
        found = []
        bias = values.value(BiasRef(ref.column, ref.unit)) if column.bias is not None else None
        if bias is not None and column.bias is not None:
            found.append(Entry(self.tr("bias"), column.bias, (ref.unit,), bias))
        weights = values.weights.get(column.weight or "")
        if weights is None or column.weight is None or column.source is None:
            return tuple(found)
        source = drawing.columns[column.source]
        for index, value in np.ndenumerate(weights[ref.unit]):
            if len(found) >= _MAX_ENTRIES:
                break
            name = source.unit_name(index[0]) if column.direct else self.tr("input {n}").format(n=index[0] + 1)
            title = self.tr("from {name}").format(name=name)
            if len(index) == 3:
                title = self.tr("kernel, row {row}, column {column}, {name}").format(
                    row=index[1] + 1, column=index[2] + 1, name=title
                )
            found.append(Entry(title, column.weight, (ref.unit, *index), float(value)))
        return tuple(found)

    # -- texts --------------------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        step = self.picture.drawing.values.step
        if self._subject is None or not self._subject.has_network:
            text = self.tr("Press Train to fill the network with numbers.")
        elif self.flow.position is not None:
            text = self._flow_text()
        else:
            text = "" if step is None else self.tr("after step {step}").format(step=f"{step:,}")
        self.state.show_text(text)

    def _flow_text(self) -> str:
        """Return what happens at the present place of a step that is shown."""
        drawing, reached = self.picture.drawing, self.flow.reached or 0.0
        tiled = drawing.tiled()
        if self.flow.is_backwards:
            column = drawing.columns[tiled[max(len(tiled) - 1 - int(reached), 0)]]
            if column.layer < 0:
                return self.tr("Backwards: every weight has its gradient; SGD goes against it.")
            return self.tr("Backwards: gradients of {layer} in the last step").format(layer=column.title)
        column = drawing.columns[tiled[min(int(reached) + 1, len(tiled) - 1)]]
        if int(reached) >= len(tiled) - 1:
            return self.tr("Forwards: the answer for this sample")
        what = self.tr("Forwards: {layer} sums up weight · input, and adds the bias").format(layer=column.title)
        return (
            self.tr("{what}, then {function}").format(what=what, function=column.activation)
            if column.activation
            else what
        )

    def _title(self) -> str:
        name = self._subject.experiment.name if self._subject is not None else ""
        return self.tr("{name} network").format(name=name)
