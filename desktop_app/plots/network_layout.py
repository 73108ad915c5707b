"""Where the tiles, bars and links of a network lie in its picture, in pixels; what is too large is folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainterPath

from desktop_app.plots.network_columns import Column

MARGIN = 16.0
_SMALLEST, _LARGEST = 26.0, 58.0  # side of a tile
_TIGHT, _TIGHT_GAP = 20.0, 4.0  # side and gap of tiles that are all seen just so
_SMALLEST_PICTURE, _LARGEST_PICTURE = 26.0, 46.0  # side of a tile with a weight image
_GAP = 8.0
_ACROSS = 4
_SLIM = 24.0
_CELL = 86.0  # least room for the heading of a column
_BETWEEN, _BETWEEN_SLIM, _AIRY_BETWEEN = 30.0, 14.0, 74.0
_MOST_BETWEEN = 220.0
_CURVE_PIECES = 20
MAX_LINKS = 400
"""Between two columns; of more, only the strongest are drawn, and those of the chosen unit."""

Places = NDArray[np.float64]
Indices = NDArray[np.int64]


@dataclass(frozen=True)
class ColumnPlace:
    """Where a column lies.

    Attributes:
        cell: the room for the whole column below its heading.
        tiles: the tile of each unit that is drawn: the first ones.
        kernels: beside the tiles of channels, where their kernels are drawn; empty otherwise.
        more: where the number of units that are not drawn stands; None if all are.
        names: where the names of the units stand, one for each tile; empty if they have none.
    """

    cell: QRectF
    tiles: tuple[QRectF, ...] = ()
    kernels: tuple[QRectF, ...] = ()
    more: QRectF | None = None
    names: tuple[QRectF, ...] = ()


@dataclass(frozen=True)
class Links:
    """All links that could be drawn from the tiles of one column to those of another.

    Attributes:
        source, target: numbers of the columns.
        starts, ends: ``(sources, 2)`` and ``(targets, 2)``.
        folded: whether there are too many for all to be drawn.
    """

    source: int
    target: int
    starts: Places
    ends: Places
    folded: bool

    @cached_property
    def _all_curves(self) -> tuple[Places, Places]:
        """Points ``(targets, sources, points, 2)`` on the curves of all links, and unit normals there."""
        start, end = self.starts[None, :, None], self.ends[:, None, None]
        t = np.linspace(0, 1, _CURVE_PIECES + 1)
        # Cubic curves whose inner control points lie half-way across, at the height of the ends.
        across = np.stack([1.5 * t * (1 - t) + t**3, 3 * t**2 - 2 * t**3], axis=-1)
        slope = np.stack([1.5 - 3 * t + 3 * t**2, 6 * t * (1 - t)], axis=-1) * (end - start)
        normals = np.stack([-slope[..., 1], slope[..., 0]], axis=-1)
        return start + across * (end - start), normals / np.linalg.norm(normals, axis=-1, keepdims=True)

    def ribbons(self, targets: Indices, sources: Indices, widths: Places, together: int = 1) -> list[QPainterPath]:
        """Return the areas of links of these widths, as paths of some links each."""
        curves, normals = self._all_curves
        middle, aside = curves[targets, sources], normals[targets, sources] * widths[:, None, None] / 2
        rims = np.concatenate([middle + aside, (middle - aside)[:, ::-1]], axis=1)
        connect = np.ones(rims.shape[:2], dtype=np.int32)
        connect[:, -1] = 0
        found = []
        for start in range(0, len(rims), together):
            x, y = rims[start : start + together].reshape(-1, 2).T
            ends = connect[start : start + together].ravel()
            path: QPainterPath = pg.arrayToQPath(x, y, connect=ends, finiteCheck=False)
            path.setFillRule(Qt.FillRule.WindingFill)
            found.append(path)
        return found

    def points_at(self, targets: Indices, sources: Indices, share: float) -> Places:
        """Return a point ``(links, 2)`` on each of these links: its start for 0, its end for 1."""
        curves, _ = self._all_curves
        place = share * _CURVE_PIECES
        low = min(int(place), _CURVE_PIECES - 1)
        rows = curves[targets, sources]
        found: Places = rows[:, low] + (place - low) * (rows[:, low + 1] - rows[:, low])
        return found

    def distances(self, targets: Indices, sources: Indices, place: QPointF) -> Places:
        """Return how far a place is from each of these links."""
        points = self._all_curves[0][targets, sources]
        first, step = points[:, :-1], np.diff(points, axis=1)
        away = np.array([place.x(), place.y()]) - first
        share = np.clip((away * step).sum(-1) / np.maximum((step**2).sum(-1), 1e-9), 0, 1)
        found: Places = np.hypot(*np.moveaxis(away - share[..., None] * step, -1, 0)).min(axis=1)
        return found


@dataclass(frozen=True)
class NetworkLayout:
    """Where everything lies: one place for each column, the links, and the size of the whole picture."""

    columns: tuple[ColumnPlace, ...]
    links: tuple[Links, ...]
    size: QSizeF

    def tile_at(self, place: QPointF) -> tuple[int, int] | None:
        """Return column and unit of the tile at a place."""
        for number, column in enumerate(self.columns):
            for unit, tile in enumerate(column.tiles):
                if tile.contains(place):
                    return number, unit
        return None


def bias_mark(tile: QRectF) -> QRectF:
    """Return where the bias of a unit is drawn: at the lower left corner of its tile."""
    side = min(11.0, max(8.0, 0.2 * tile.width()))
    return QRectF(tile.left() - 0.45 * side, tile.bottom() - 0.6 * side, side, side)


def network_layout(
    columns: Sequence[Column], size: QSizeF, head: float, foot: float, name_widths: Sequence[float]
) -> NetworkLayout:
    """Lay out a network.

    Args:
        columns: what to draw.
        size: of the window on the picture; the picture is wider if it must be.
        head: room for the headings.
        foot: room below the columns.
        name_widths: for each column the room that the names of its units need; 0 for none.
    """
    height = max(size.height() - head - foot - 2 * MARGIN, 3 * _SMALLEST)
    side = _tile_side(columns, height)
    room = size.width() - 2 * MARGIN
    picture = min(150.0, height, max(84.0, 0.16 * size.width()))
    for between, largest in ((_AIRY_BETWEEN, picture), (_BETWEEN, min(picture, 110.0))):
        grids = [_grid(column, side, height, largest) for column in columns]
        widths = [_width(column, grid, name) for column, grid, name in zip(columns, grids, name_widths, strict=True)]
        least = [_least_between(columns, i, between) for i in range(len(columns) - 1)]
        spare = room - sum(widths) - sum(least)
        if spare >= 0:
            break
    # A small network in a wide window stays together.
    shares = [min(gap / max(sum(least), 1.0) * max(spare, 0.0), _MOST_BETWEEN) for gap in least]
    left = MARGIN + max(0.0, (spare - sum(shares)) / 2)
    middle = head + MARGIN + height / 2
    places = []
    for i, (grid, width) in enumerate(zip(grids, widths, strict=True)):
        cell = QRectF(left, middle - height / 2, width, height)
        places.append(_placed(grid, cell, name_widths[i], left_side=i == 0))
        left += width + (least[i] + shares[i] if i < len(least) else 0.0)
    total = QSizeF(max(size.width(), left + MARGIN), size.height())
    return NetworkLayout(tuple(places), tuple(_links(columns, places)), total)


def _tile_side(columns: Sequence[Column], height: float) -> float:
    """Return the common side of tiles: as large as lets all units of the largest column that fits be seen."""
    most = int((height + _GAP) // (_SMALLEST + _GAP))
    counts = [column.num_units for column in columns if column.kind in ("units", "maps")]
    largest = max(counts, default=1)
    if most < largest <= int((height + _TIGHT_GAP) // (_TIGHT + _TIGHT_GAP)):
        return min(_SMALLEST - 1, floor((height + _TIGHT_GAP) / largest - _TIGHT_GAP))
    rows = max((min(count, most) for count in counts), default=1)
    return min(_LARGEST, max(_SMALLEST, floor((height + _GAP) / rows - _GAP)))


def _gap(side: float) -> float:
    return _GAP if side >= _SMALLEST else _TIGHT_GAP


@dataclass(frozen=True)
class _Grid:
    """Tiles of one column around the origin."""

    width: float
    tiles: tuple[QRectF, ...] = ()
    kernel: float = 0.0
    more: QRectF | None = None


def _grid(column: Column, side: float, height: float, picture: float) -> _Grid:
    if column.kind == "slim":
        return _Grid(_SLIM)
    if column.kind == "image":
        return _Grid(picture, (QRectF(-picture / 2, -picture / 2, picture, picture),))
    kernel = round(0.5 * side) + 4 if column.kind == "maps" and column.weight is not None else 0.0
    count, across = column.num_units, 1
    if column.weight_image is not None and column.names:
        side = min(_LARGEST_PICTURE, max(_SMALLEST_PICTURE, floor((height + _GAP) / count - _GAP)))
    elif column.weight_image is not None:
        capacity = int((height + _GAP) // (_LARGEST_PICTURE + _GAP))
        across = min(_ACROSS, max(1, ceil(count / max(capacity, 1))))
        rows = ceil(count / across)
        side = min(_LARGEST_PICTURE, max(_SMALLEST_PICTURE, floor((height + _GAP) / rows - _GAP)))
        side = _LARGEST_PICTURE if count > across * int((height + _GAP) // (_SMALLEST_PICTURE + _GAP)) else side
    gap = _gap(side)
    rows = int((height + gap) // (side + gap) + 1e-9)
    folded = ceil(count / across) > rows
    shown_rows = rows - 1 if folded else ceil(count / across)
    drawn = min(count, across * max(shown_rows, 1))
    width = across * (side + gap) - gap
    total = ceil(drawn / across) * (side + gap) - gap + (side if folded else 0.0)
    tiles = tuple(
        QRectF(
            (i % across) * (side + gap) - width / 2 + kernel / 2, (i // across) * (side + gap) - total / 2, side, side
        )
        for i in range(drawn)
    )
    more = QRectF(-_CELL / 2, total / 2 - side + gap / 2, _CELL, side) if folded else None
    return _Grid(width + kernel, tiles, kernel, more)


def _width(column: Column, grid: _Grid, name_width: float) -> float:
    return grid.width if column.kind == "slim" else max(grid.width + name_width, _CELL)


def _least_between(columns: Sequence[Column], i: int, usual: float) -> float:
    slim = "slim" in (columns[i].kind, columns[i + 1].kind)
    return _BETWEEN_SLIM if slim else usual


def _placed(grid: _Grid, cell: QRectF, name_width: float, *, left_side: bool) -> ColumnPlace:
    shift = name_width / 2 if left_side else -name_width / 2
    middle = QPointF(cell.center().x() + shift, cell.center().y())
    # On whole pixels they are sharp, and drawn many times as fast.
    tiles = tuple(_on_pixels(tile.translated(middle)) for tile in grid.tiles)
    kernels: tuple[QRectF, ...] = ()
    if grid.kernel:
        side = grid.kernel - 4
        kernels = tuple(_on_pixels(QRectF(t.left() - side - 4, t.center().y() - side / 2, side, side)) for t in tiles)
    more = grid.more.translated(middle) if grid.more is not None else None
    names: tuple[QRectF, ...] = ()
    if name_width and left_side:
        names = tuple(QRectF(tile.left() - name_width, tile.top(), name_width, tile.height()) for tile in tiles)
    elif name_width:
        names = tuple(QRectF(tile.right(), tile.top(), name_width, tile.height()) for tile in tiles)
    return ColumnPlace(cell, tiles, kernels, more, names)


def _on_pixels(box: QRectF) -> QRectF:
    return QRectF(round(box.left()), round(box.top()), round(box.width()), round(box.height()))


def _links(columns: Sequence[Column], places: Sequence[ColumnPlace]) -> list[Links]:
    found = []
    for number, column in enumerate(columns):
        if column.source is None or not column.direct:
            continue
        source, target = places[column.source], places[number]
        starts = np.array([(tile.right(), tile.center().y()) for tile in source.tiles])
        ends = np.array([(tile.left(), tile.center().y()) for tile in target.kernels or target.tiles])
        folded = source.more is not None or target.more is not None or len(starts) * len(ends) > MAX_LINKS
        found.append(Links(column.source, number, starts, ends, folded))
    return found
