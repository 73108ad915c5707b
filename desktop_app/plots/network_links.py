"""Which links of a network are drawn, how wide and in which colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath, QPen

from desktop_app.plots.network_columns import Column
from desktop_app.plots.network_layout import Links, NetworkLayout
from desktop_app.plots.network_values import LinkRef, NetworkValues, Ref, UnitRef
from desktop_app.plots.plot_style import colour, plot_pen
from desktop_app.point_marks import PointStyle

WIDEST = 7.0
"""Width of a link with a weight beyond all measure, in pixels."""
STRONGEST = 40
"""So many links are drawn between columns that are folded."""

_LEAST = 0.15  # width that is still seen
_FAINT = 0.16  # opacity of what does not belong to the chosen unit
_REACH = 4.0  # pixels from the middle of a link to the mouse

Indices = NDArray[np.int64]


def link_width(value: float, scale: float) -> float:
    """Return the width of a link, in pixels: half of ``WIDEST`` for a weight of ``scale``, never more than that."""
    size = abs(value)
    return WIDEST * size / (size + scale) if np.isfinite(size) else WIDEST


def sign_colour(value: float) -> QColor:
    """Return the colour of a number's sign: blue for positive, orange for negative, grey for what is no number."""
    if np.isnan(value):
        return colour("muted")
    return PointStyle(share=1.0 if value >= 0 else -1.0).colour


@dataclass
class Drawing:
    """What the items of the picture draw.

    Attributes:
        columns, layout, values: the network, where it lies, and its numbers.
        hovered: what lies under the mouse.
        chosen: the unit that the keyboard has chosen.
        reached: while a step is shown: how many columns of tiles the signal has reached, and how far it is on its way
            to the next one; None otherwise.
        backwards: whether it is the gradients that are shown on their way back.
    """

    columns: tuple[Column, ...] = ()
    layout: NetworkLayout | None = None
    values: NetworkValues = field(default_factory=NetworkValues)
    hovered: Ref | None = None
    chosen: UnitRef | None = None
    reached: float | None = None
    backwards: bool = False

    @property
    def focus(self) -> UnitRef | None:
        """The unit whose links stand out: the one under the mouse, else the chosen one."""
        return self.hovered if isinstance(self.hovered, UnitRef) else self.chosen if self.hovered is None else None

    def tiled(self) -> list[int]:
        """Return the numbers of the columns with tiles."""
        return [number for number, column in enumerate(self.columns) if column.kind != "slim"]

    def order(self, number: int) -> int:
        """Return how many columns with tiles lie before a column."""
        return sum(column.kind != "slim" for column in self.columns[:number])

    def shows_gradients(self, links: Links) -> bool:
        """Whether the gradients have already come back over these links."""
        if self.reached is None or not self.backwards:
            return False
        return self.order(links.target) > len(self.tiled()) - 1 - self.reached


def drawn_links(drawing: Drawing, links: Links) -> tuple[Indices, Indices]:
    """Return the targets and the sources of the links that are drawn between two columns."""
    targets, sources = len(links.ends), len(links.starts)
    focus = drawing.focus
    if not links.folded:
        return _pairs(np.ones((targets, sources), dtype=bool))
    if focus is not None and focus.column in (links.target, links.source):
        mine = np.zeros((targets, sources), dtype=bool)
        if focus.column == links.target:
            mine[focus.unit] = True
        else:
            mine[:, focus.unit] = True
        return _pairs(mine)
    values = drawing.values.link_values(links.target, targets, sources)
    if values is None:
        return _pairs(np.zeros((targets, sources), dtype=bool))
    sizes = np.abs(values).ravel()
    strongest = np.sort(np.argsort(-sizes, kind="stable")[:STRONGEST])
    return strongest // sources, strongest % sources


def _pairs(mask: NDArray[np.bool_]) -> tuple[Indices, Indices]:
    targets, sources = np.nonzero(mask)
    return targets, sources


def link_pens(drawing: Drawing, links: Links) -> Iterator[tuple[QPainterPath, QPen]]:
    """Yield path and pen of every link that is drawn between two columns."""
    targets, sources = drawn_links(drawing, links)
    gradient = drawing.shows_gradients(links)
    values = drawing.values.link_values(links.target, len(links.ends), len(links.starts), gradient=gradient)
    if values is None:
        pen = plot_pen("border", 1.0)
        for target, source in zip(targets.tolist(), sources.tolist(), strict=True):
            yield links.path(target, source), pen
        return
    scale = drawing.values.scale(links.target)
    if gradient:
        scale = float(np.abs(values).max(initial=0.0)) / 3 or 1.0
    off_targets, off_sources = drawing.values.off(links.target), drawing.values.off(links.source)
    for target, source in zip(targets.tolist(), sources.tolist(), strict=True):
        value = float(values[target, source])
        width = link_width(value, scale)
        if width < _LEAST:
            continue
        ink = sign_colour(value)
        ink.setAlphaF(_strength(drawing, links, target, source, target in off_targets or source in off_sources))
        pen = plot_pen("text", width)
        pen.setColor(ink)
        yield links.path(target, source), pen


def _strength(drawing: Drawing, links: Links, target: int, source: int, off: bool) -> float:
    """Return the opacity of a link."""
    focus, hovered = drawing.focus, drawing.hovered
    if off:
        return _FAINT
    if isinstance(hovered, LinkRef):
        return 1.0 if hovered == LinkRef(links.target, target, source) else 0.5
    if focus is None or focus in (UnitRef(links.target, target), UnitRef(links.source, source)):
        return 0.85
    return _FAINT


def link_at(drawing: Drawing, place: QPointF) -> LinkRef | None:
    """Return the link at a place."""
    if drawing.layout is None:
        return None
    for links in drawing.layout.links:
        if not links.starts[:, 0].min() <= place.x() <= links.ends[:, 0].max():
            continue
        targets, sources = drawn_links(drawing, links)
        if len(targets):
            distances = links.distances(targets, sources, place)
            nearest = int(distances.argmin())
            if distances[nearest] <= _REACH:
                return LinkRef(links.target, int(targets[nearest]), int(sources[nearest]))
    return None
