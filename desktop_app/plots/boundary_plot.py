"""What the network says between the samples: as colours over a plane, or as a curve over an axis."""

from __future__ import annotations

from html import escape

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from core.data import Parts
from core.events import ProbeTaken
from core.probes import BoundaryProbe, Subject
from desktop_app.plots.map_colours import STEPS, class_colours, target_colours
from desktop_app.plots.map_image import ColourBar, MapImage
from desktop_app.plots.plot_style import LegendEntry, LineStyle, percent, readable
from desktop_app.plots.sample_plot import SamplePlot
from desktop_app.point_marks import PointStyle
from desktop_app.sample_points import Points
from desktop_app.texts import translated

FIT = LineStyle("accent", width=2.6)
_PLANE_PLACES, _LINE_PLACES = 100, 300
_FINER = 3  # times as fine as the answers, where colours have sharp edges
_SETTLE_MS = 120

Outputs = NDArray[np.float32]


class BoundaryPlot(SamplePlot):
    """Shows samples, and the answers of the network all around them.

    Signals:
        probe_changed: another part of the plane is looked at, or at another data set.
    """

    probe_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What the network says between the samples"))
        self.taken: ProbeTaken | None = None
        self._subject: Subject | None = None
        self._with_all_parts = True
        self._discrete = False
        self._mouse: QPointF | None = None
        self.image, self.fit = MapImage(), self.plot.add_line(FIT)
        self.fit.bold_limit = 2 * _LINE_PLACES
        self.plot.view.addItem(self.image, ignoreBounds=True)
        self.bar = ColourBar(self, 1)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.probe_changed)
        self.plot.view.sigRangeChanged.connect(self._range_changed)
        self.restyled.connect(self._restyle)

    # -- what the view calls ------------------------------------------------------------------------------------------

    def show_subject(self, subject: Subject) -> bool:
        """Show the samples of another experiment, or of another run of it; tell whether they can be drawn."""
        self._subject, self.taken = subject, None
        return self._show_samples()

    def set_all_parts(self, on: bool) -> None:
        """Show the samples of all parts, or those of the training part only."""
        self._with_all_parts = on
        self._show_samples()

    def set_discrete(self, on: bool) -> None:
        """Show which class is the likeliest (or which sign a number has), not how sure that is."""
        self._discrete = on
        self._restyle()

    def show_answers(self, taken: ProbeTaken) -> None:
        """Show the answer to :meth:`probe`."""
        self.taken = taken
        self._draw()
        self._hover(self._mouse)

    @property
    def is_plane(self) -> bool:
        """Whether the samples lie in a plane, not over an axis."""
        return self.points is not None and len(self.points.facts.axes) == 2

    @property
    def has_shades(self) -> bool:
        """Whether answers are more than a choice: with some losses the network does not say how sure it is."""
        loss = None if self._subject is None else self._subject.experiment.loss
        return loss is None or loss.gives_probabilities or "classification" not in loss.tasks

    @property
    def is_discrete(self) -> bool:
        """Whether only the class, or the sign, is shown."""
        return self._discrete or not self.has_shades

    @property
    def is_finite(self) -> bool:
        """Whether all answers are numbers."""
        return self.taken is None or bool(np.isfinite(self.taken.values["outputs"]).all())

    def probe(self) -> BoundaryProbe:
        """Return what to ask about the part of the plane or axis that is seen."""
        x, y = ((float(low), float(high)) for low, high in self.plot.view.viewRange())
        if not self.is_plane:
            return BoundaryProbe(_LINE_PLACES, (x,))
        return BoundaryProbe(_PLANE_PLACES, None if self._following else (x, y))

    def to_csv(self) -> str:
        """Return the answers at every place."""
        taken, points = self.taken, self.points
        if taken is None or points is None:
            return super().to_csv()
        names = [axis.name for axis in points.facts.axes]
        head = "p" if self.has_shades else "chosen"
        answers = [f"{head}({name})" for name in points.facts.class_names] or ["y_hat"]
        mesh = np.meshgrid(*(taken.values[f"axis{i}"] for i in range(len(names))))
        outputs = taken.values["outputs"].reshape(mesh[0].size, -1)
        rows = np.column_stack([*(places.ravel() for places in mesh), outputs])
        lines = [",".join([*names, *answers])]
        lines += [",".join(f"{value:.9g}" for value in row) for row in rows.tolist()]
        return "\n".join(lines) + "\n"

    # -- drawing ------------------------------------------------------------------------------------------------------

    def _show_samples(self) -> bool:
        subject = self._subject
        if subject is None:
            return False
        parts = subject.parts
        if parts is not None and not self._with_all_parts:
            parts = Parts(parts.facts, parts.train, None, None)
        drawn = self.show_data(subject.experiment.data, parts)
        self._restyle()
        return drawn

    def _restyle(self) -> None:
        shaded = self.is_plane and self.has_shades
        self.bar.show(shaded)
        if self.points is not None and shaded:
            self._draw_bar(self.points)
        self._draw()

    def _draw(self) -> None:
        values = self.taken.values if self.taken is not None else {}
        plane = values if self.is_plane else {}
        line = {} if self.is_plane else values
        self.image.setVisible(bool(plane))
        if plane:
            self._draw_map(plane["axis0"], plane["axis1"], plane["outputs"])
        nothing = np.empty(0)
        x, y = (line["axis0"], line["outputs"][:, 0]) if line else (nothing, nothing)
        self.fit.set_points(x.astype(np.float64), y.astype(np.float64))

    def _draw_map(self, axis0: Outputs, axis1: Outputs, outputs: Outputs) -> None:
        if self.is_discrete:
            outputs, axis0, axis1 = _finer(outputs), _finer(axis0), _finer(axis1)
        self.image.crisp = self.is_discrete
        self.image.show_colours(self.colours(outputs), axis0, axis1)

    def colours(self, outputs: Outputs) -> NDArray[np.uint8]:
        """Return the colours ``(..., 3)`` that answers ``(..., k)`` have in the map."""
        if self.points is not None and self.points.facts.class_names:
            return class_colours(outputs, discrete=self.is_discrete)
        return target_colours(outputs[..., 0], self._largest(), discrete=self.is_discrete)

    def _largest(self) -> float:
        """Return which target, or minus which, has the strongest colour, as for the points."""
        return float(np.abs(self.points.values).max(initial=0.0)) or 1.0 if self.points is not None else 1.0

    def _draw_bar(self, points: Points) -> None:
        num_classes = len(points.facts.class_names)
        if not num_classes:
            values = np.linspace(-self._largest(), self._largest(), 2 * STEPS + 1, dtype=np.float32)
            colours = self.colours(values[:, None])[:, None]
            self.bar.show_scale(colours, (-self._largest(), self._largest()), self.tr("prediction ŷ"))
            return
        shares = np.linspace(1 / num_classes, 1, STEPS, dtype=np.float32)
        others = (1 - shares) / max(num_classes - 1, 1)
        outputs = np.where(np.eye(num_classes, dtype=bool), shares[:, None, None], others[:, None, None])
        # Where all classes are equally likely the first one would win.
        outputs[0] += 1e-6 * np.eye(num_classes)
        name = self.tr("probability of the likeliest class (%)")
        self.bar.show_scale(self.colours(outputs), (1 / num_classes, 1.0), name, percent=True)

    def _entries(self, points: Points) -> list[LegendEntry]:
        entries = super()._entries(points)
        if len(points.facts.axes) == 1:
            return [*entries, LegendEntry(self.tr("network"), FIT)]
        return [
            entry for entry in entries if not (isinstance(entry.style, PointStyle) and entry.style.share is not None)
        ]

    def _range_changed(self) -> None:
        if self._subject is not None and self._subject.has_network and self.isVisible():
            self._settle.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing more."""
        super().hideEvent(event)
        self._settle.stop()

    # -- the mouse ----------------------------------------------------------------------------------------------------

    def _hover(self, scene: QPointF | None) -> None:
        """Show what the network says under the mouse, and which sample lies there."""
        self._mouse = scene
        super()._hover(scene)
        place = None if scene is None else self.place_at(scene)
        if scene is None or place is None or self.taken is None or self.points is None:
            return
        text = self._answer_text(place.x(), place.y())
        if not text:
            return
        found = self.under(place.x(), place.y())
        if found is not None:
            text = f"{self._reading(self.points, found)}<hr>{text}"
        else:
            self.crosshair.point_at(place.x(), place.y(), [])
        self.card.show_text(text, self.mapFromScene(scene))

    def _answer_text(self, x: float, y: float) -> str:
        """Return what the network says at a place of the view as rich text; nothing beyond what was asked."""
        assert self.taken is not None
        assert self.points is not None
        values, facts = self.taken.values, self.points.facts
        across = _nearest(values["axis0"], x)
        if not self.is_plane:
            answer = None if across is None else float(np.interp(x, values["axis0"], values["outputs"][:, 0]))
            where = f"{escape(facts.axes[0].title)} = {readable(x)}"
            return (
                "" if answer is None else self.tr("{where}<br>network: ŷ = {y}").format(where=where, y=readable(answer))
            )
        up = _nearest(values["axis1"], y)
        if across is None or up is None:
            return ""
        outputs = values["outputs"][up, across].tolist()
        first, second = (escape(axis.title) for axis in facts.axes)
        where = f"{first} = {readable(x, 3)}, {second} = {readable(y, 3)}"
        if not facts.class_names:
            return f"{where}<br>" + self.tr("network: ŷ = {y}").format(y=readable(outputs[0]))
        rows = "".join(
            f"<tr><td style='color:{PointStyle(k).colour.name()}'>■</td>"
            f"<td style='padding-left:6px'>{escape(translated(name))}</td>"
            f"<td align='right' style='padding-left:14px'>{self._share_text(share)}</td></tr>"
            for k, (name, share) in enumerate(zip(facts.class_names, outputs, strict=True))
        )
        return f"{where}<table cellspacing='0' style='margin-top:4px'>{rows}</table>"

    def _share_text(self, share: float) -> str:
        """Return the probability of a class, or whether it is the one that the network chooses."""
        if self.has_shades:
            return percent(share)
        return self.tr("chosen") if share > 0.5 else ""


def _nearest(places: Outputs, x: float) -> int | None:
    """Return the position of the nearest of evenly spaced places; None for what lies beyond them."""
    step = float(places[-1] - places[0]) / (len(places) - 1)
    position = round((x - float(places[0])) / step)
    return position if 0 <= position < len(places) else None


def _finer(values: Outputs) -> Outputs:
    """Return values at places that are closer by ``_FINER`` along the axes of places, in between straight lines."""
    for axis in range(max(1, values.ndim - 1)):
        n = values.shape[axis]
        at = np.linspace(0, n - 1, (n - 1) * _FINER + 1)
        low = np.minimum(at.astype(int), n - 2)
        share = (at - low).astype(np.float32).reshape([-1 if i == axis else 1 for i in range(values.ndim)])
        values = values.take(low, axis) * (1 - share) + values.take(low + 1, axis) * share
    return values
