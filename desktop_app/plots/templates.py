"""Which weights of the first layer belong to which pixels, and where their pictures lie."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, prod

from PySide6.QtCore import QCoreApplication

from core.experiment import Experiment
from core.layers import Conv2D, Dense, Dropout, Flatten
from core.stack import inspect_stack, layer_parameter_shapes
from desktop_app.plots.sample_images import is_image
from desktop_app.texts import translated

Shape = tuple[int, ...]
_LOOKED_THROUGH = (Flatten, Dropout)
translate = QCoreApplication.translate
_GAP = 12.0  # pixels


@dataclass(frozen=True)
class Templates:
    """The weights of the first layer as pictures.

    Attributes:
        parameter: the structural name of the weights.
        shape: units, channels, height, width.
        names: of the units: the classes, if there is no other layer.
    """

    parameter: str
    shape: tuple[int, int, int, int]
    names: tuple[str, ...]


def templates_of(experiment: Experiment) -> Templates | None:
    """Return the templates of an experiment; None if the first layer that learns does not look at images."""
    facts = experiment.data.facts()
    reports = inspect_stack(experiment).layers
    position = next((i for i, report in enumerate(reports) if not isinstance(report.layer, _LOOKED_THROUGH)), None)
    if position is None or not is_image(facts.input_shape):
        return None
    report, parameters = reports[position], layer_parameter_shapes(experiment)[position]
    *colours, height, width = facts.input_shape
    channels = colours[0] if colours else 1
    name = next(iter(parameters), "")
    if isinstance(report.layer, Conv2D):
        units, channels, height, width = parameters[name]
        names = tuple(translate("Templates", "kernel {number}").format(number=i + 1) for i in range(units))
        return Templates(name, (units, channels, height, width), names)
    if not isinstance(report.layer, Dense) or parameters[name][1] != prod(facts.input_shape):
        return None
    units = parameters[name][0]
    if report.is_output and units == len(facts.class_names):
        names = tuple(translated(class_name) for class_name in facts.class_names)
    else:
        names = tuple(translate("Templates", "unit {number}").format(number=i + 1) for i in range(units))
    return Templates(name, (units, channels, height, width), names)


@dataclass(frozen=True)
class TileLayout:
    """Where pictures lie: in rows, one pixel of a picture for one unit of length, downwards from (0, 0).

    Attributes:
        columns: pictures in a row.
        step: from one picture to the next, across and down.
        size: of all of them together.
        tile: width and height of a picture.
    """

    columns: int
    step: tuple[float, float]
    size: tuple[float, float]
    tile: tuple[int, int]

    @classmethod
    def of(cls, number: int, tile: tuple[int, int], area: tuple[float, float], line: float) -> TileLayout:
        """Return the layout with the largest pictures.

        Args:
            number: of pictures, at least one.
            tile: their width and height.
            area: width and height of the place for them, in pixels.
            line: the height of a name, in pixels.
        """
        width, height = tile

        def zoom(columns: int) -> float:
            across = (area[0] - _GAP) / columns - _GAP
            down = (area[1] - _GAP) / ceil(number / columns) - line - _GAP
            return min(across / width, down / height)

        columns = max(range(1, number + 1), key=zoom)
        scale = max(zoom(columns), 0.1)
        step = width + _GAP / scale, height + (_GAP + line) / scale
        rows = ceil(number / columns)
        return cls(columns, step, (columns * step[0] + _GAP / scale, rows * step[1] + _GAP / scale), tile)

    def corner(self, position: int) -> tuple[float, float]:
        """Return the left end and the upper end of a picture; y grows upwards."""
        row, column = divmod(position, self.columns)
        margin = self.step[0] - self.tile[0]
        return margin + column * self.step[0], -(margin + row * self.step[1])

    def pixel_at(self, x: float, y: float) -> tuple[int, int, int] | None:
        """Return position, row and column of the pixel at a place; None between the pictures."""
        margin = self.step[0] - self.tile[0]
        column, row = int((x - margin) // self.step[0]), int((-y - margin) // self.step[1])
        if not 0 <= column < self.columns or row < 0:
            return None
        left, top = self.corner(row * self.columns + column)
        across, down = int((x - left) // 1), int((top - y) // 1)
        inside = 0 <= across < self.tile[0] and 0 <= down < self.tile[1]
        return (row * self.columns + column, down, across) if inside else None
