"""Which links of a network are drawn, how wide and in which colours."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath

from desktop_app.plots.network_columns import Column
from desktop_app.plots.network_layout import Links, NetworkLayout, Places
from desktop_app.plots.network_values import LinkRef, NetworkValues, Ref, UnitRef
from desktop_app.plots.plot_style import LineStyle, colour
from desktop_app.point_marks import PointStyle

WIDEST = 7.0
"""Width of a link with a weight beyond all measure, in pixels, where there is room for it."""
STRONGEST = 40
"""So many links are drawn between columns that are folded."""

_TOGETHER = 4  # links in one path
_LEAST = 0.15  # width that is still seen
_COVER, _THINNEST = 1.4, 2.0  # so often links of the widest kind may cover their ground; what the widest has at least
_FAINT, _HALF = 0.16, 0.55  # strength of what does not belong to the chosen unit, or is not the link under the mouse
_REACH = 4.0  # pixels from the middle of a link to the mouse

_SIGNS = {0: "muted", 1: "train", -1: "validation"}

Indices = NDArray[np.int64]


def link_widths(values: Places, scale: float, widest: float = WIDEST) -> Places:
    """Return the widths of links, in pixels: half of ``widest`` for a weight of ``scale``, never more than that."""
    sizes = np.abs(values)
    known = np.where(np.isfinite(sizes), sizes, 0.0)
    return np.where(np.isfinite(sizes), widest * known / (known + scale), widest)


def widest_of(links: Links, number: int) -> float:
    """Return the greatest width of so many links: so many that they would hide each other are drawn thinner."""
    ends = np.concatenate([links.starts[:, 1], links.ends[:, 1]])
    height = max(float(np.ptp(links.starts[:, 1])), float(np.ptp(links.ends[:, 1]))) if len(ends) else 0.0
    return float(np.clip(_COVER * height / max(number, 1), _THINNEST, WIDEST)) if height else WIDEST


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


@dataclass(frozen=True)
class LinkLooks:
    """How the links between two columns are drawn; all arrays have one entry for each link.

    Attributes:
        targets, sources: units at both ends.
        widths: in pixels.
        signs: 1 and -1, 0 for what is no number or not known.
        strengths: how much of the colour of its sign a link has, the rest is that of the ground.
    """

    targets: Indices
    sources: Indices
    widths: Places
    signs: NDArray[np.int64]
    strengths: Places


def link_looks(drawing: Drawing, links: Links) -> LinkLooks:
    """Return how the links between two columns are drawn."""
    targets, sources = drawn_links(drawing, links)
    gradient = drawing.shows_gradients(links)
    found = drawing.values.link_values(links.target, len(links.ends), len(links.starts), gradient=gradient)
    strengths = _strengths(drawing, links, targets, sources)
    if found is None:
        unknown = np.zeros(len(targets), dtype=np.int64)
        return LinkLooks(targets, sources, np.ones(len(targets)), unknown, strengths)
    values = found[targets, sources].astype(np.float64)
    scale = float(np.abs(values).max(initial=0.0)) / 3 or 1.0 if gradient else drawing.values.scale(links.target)
    signs = np.where(np.isnan(values), 0, np.where(values >= 0, 1, -1))
    return LinkLooks(targets, sources, link_widths(values, scale, widest_of(links, len(targets))), signs, strengths)


def _strengths(drawing: Drawing, links: Links, targets: Indices, sources: Indices) -> Places:
    focus, hovered = drawing.focus, drawing.hovered
    strengths = np.ones(len(targets))
    if isinstance(hovered, LinkRef):
        mine = (targets == hovered.unit) & (sources == hovered.source) & (hovered.column == links.target)
        strengths[~mine] = _HALF
    elif focus is not None:
        into = (targets == focus.unit) & (focus.column == links.target)
        out = (sources == focus.unit) & (focus.column == links.source)
        strengths[~(into | out)] = _FAINT
    off = np.isin(targets, list(drawing.values.off(links.target)))
    strengths[off | np.isin(sources, list(drawing.values.off(links.source)))] = _FAINT
    return strengths


def link_shapes(drawing: Drawing, links: Links) -> list[tuple[QPainterPath, QColor]]:
    """Return what to fill, what is faint first, and then what is thin: several links of one colour in a path.

    Each call of Qt waits until the thread that trains lets go of Python: hundreds of them make the window stutter. On
    the other hand, the time that a path takes grows with the square of what lies side by side in it.
    """
    looks = link_looks(drawing, links)
    found: list[tuple[QPainterPath, QColor]] = []
    by_width = np.argsort(looks.widths, kind="stable")
    for strength in np.unique(looks.strengths):
        shapes: list[tuple[float, QPainterPath, QColor]] = []
        for sign, name in _SIGNS.items():
            mine = by_width[
                ((looks.strengths == strength) & (looks.signs == sign) & (looks.widths >= _LEAST))[by_width]
            ]
            ink = LineStyle(name, strength=float(strength)).mixed()
            paths = links.ribbons(looks.targets[mine], looks.sources[mine], looks.widths[mine], _TOGETHER)
            shapes.extend(
                (width, path, ink) for width, path in zip(looks.widths[mine][::_TOGETHER], paths, strict=True)
            )
        found.extend((path, ink) for _, path, ink in sorted(shapes, key=lambda shape: shape[0]))
    return found


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
