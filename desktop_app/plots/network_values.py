"""The numbers in the picture of a network: what probes have answered, by tile and by link."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.events import ProbeTaken
from core.probes import ActivationsProbe, GradientsProbe, NeuronMapsProbe, WeightsProbe
from desktop_app.plots.network_columns import Column

Numbers = NDArray[np.float32]
_STRONG = 0.99  # the share of weights that are not drawn in the strongest colour


@dataclass(frozen=True)
class UnitRef:
    """A unit, a channel or an input: number of its column and its own."""

    column: int
    unit: int


@dataclass(frozen=True)
class BiasRef:
    """The bias of a unit."""

    column: int
    unit: int


@dataclass(frozen=True)
class LinkRef:
    """What leads from a unit of the source of a column to one of its own units."""

    column: int
    unit: int
    source: int


Ref = UnitRef | BiasRef | LinkRef


@dataclass
class NetworkValues:
    """Keeps the last answers; everything is None or empty as long as there are none.

    Attributes:
        columns: those of the network that the answers are about.
        step: after which the last answer was taken.
    """

    columns: tuple[Column, ...] = ()
    step: int | None = None
    weights: dict[str, Numbers] = field(default_factory=dict)
    gradients: dict[str, Numbers] = field(default_factory=dict)
    maps: dict[str, Numbers] = field(default_factory=dict)
    sample: dict[str, Numbers] = field(default_factory=dict)

    def take(self, taken: ProbeTaken) -> None:
        """Keep an answer."""
        self.step = taken.step
        if isinstance(taken.probe, WeightsProbe):
            self.weights = taken.values
        elif isinstance(taken.probe, GradientsProbe):
            self.gradients = taken.values
        elif isinstance(taken.probe, NeuronMapsProbe):
            self.maps = taken.values
        elif isinstance(taken.probe, ActivationsProbe):
            self.sample = taken.values

    # -- numbers ------------------------------------------------------------------------------------------------------

    def off(self, column: int) -> frozenset[int]:
        """Return the units of a column that are switched off."""
        units = self.weights.get(f"layer{self.columns[column].layer}:off")
        return frozenset() if units is None else frozenset(int(unit) for unit in units)

    def entry(self, ref: BiasRef | LinkRef) -> tuple[str, tuple[int, ...]] | None:
        """Return name and index of the one number behind a mark or a link; None if there is not exactly one."""
        column = self.columns[ref.column]
        if isinstance(ref, BiasRef):
            return (column.bias, (ref.unit,)) if column.bias is not None else None
        if column.weight is None or column.kind != "units":
            return None
        return column.weight, (ref.unit, ref.source)

    def value(self, ref: BiasRef | LinkRef, *, gradient: bool = False) -> float | None:
        """Return a bias, a weight or the mean of a kernel, or its gradient; None while it is not known."""
        column = self.columns[ref.column]
        name = column.bias if isinstance(ref, BiasRef) else column.weight
        array = (self.gradients if gradient else self.weights).get(name or "")
        if array is None:
            return None
        part = array[ref.unit] if isinstance(ref, BiasRef) else array[ref.unit, ref.source]
        return float(part.mean())

    def link_values(self, column: int, targets: int, sources: int, *, gradient: bool = False) -> Numbers | None:
        """Return the weights ``(targets, sources)`` of the first units, of kernels their means; None if not known."""
        array = (self.gradients if gradient else self.weights).get(self.columns[column].weight or "")
        if array is None:
            return None
        part = array[:targets, :sources]
        return part.reshape(*part.shape[:2], -1).mean(axis=2)

    def scale(self, column: int) -> float:
        """Return which weight is drawn with half the greatest width: as large as good first weights of this layer."""
        array = self.weights.get(self.columns[column].weight or "")
        fan_in = array[0].size if array is not None and len(array) else 1
        return float(np.sqrt(2 / fan_in))

    def unit_value(self, ref: UnitRef) -> float | None:
        """Return what a unit says of the sample; of a channel the mean."""
        outputs = self.sample.get(self.columns[ref.column].values_name)
        if outputs is None:
            return None
        return float(outputs[0, ref.unit].mean())

    def unit_map(self, ref: UnitRef) -> Numbers | None:
        """Return what a unit says over the plane ``(rows, columns)`` or the axis ``(columns,)``; None if not known."""
        maps = self.maps.get(self.columns[ref.column].values_name)
        return maps[ref.unit] if maps is not None and ref.unit < len(maps) else None

    def weight_image(self, ref: UnitRef) -> Numbers | None:
        """Return the weights of a unit as an image ``(h, w)``, of a colour image the mean over its channels."""
        column = self.columns[ref.column]
        array = self.weights.get(column.weight or "")
        if array is None or column.weight_image is None:
            return None
        return _flat(array[ref.unit].reshape(column.weight_image))

    def kernel(self, ref: UnitRef) -> Numbers | None:
        """Return the kernel of a channel ``(k, k)``, the mean over the channels that it gets; None if not known."""
        array = self.weights.get(self.columns[ref.column].weight or "")
        return array[ref.unit].mean(axis=0) if array is not None and array.ndim == 4 else None

    # -- pictures -----------------------------------------------------------------------------------------------------

    def tile_numbers(self, number: int, count: int) -> tuple[Numbers, float] | None:
        """Return what is in the first tiles of a column, and which number has the strongest colour; None if not known.

        The numbers are pictures ``(n, h, w)`` with the first row at the top, of one pixel for a single number; n is
        less than ``count`` if less is known.
        """
        column = self.columns[number]
        pictures = [self._numbers(column, UnitRef(number, unit)) for unit in range(count)]
        known = [picture for picture in pictures if picture is not None]
        if not known or known[0].ndim == 1:
            return None
        weights = column.weight_image is not None and column.values_name not in self.maps
        return _scaled(np.stack(known), _STRONG if weights else 1.0)

    def kernel_numbers(self, number: int, count: int) -> tuple[Numbers, float] | None:
        """Return the kernels of the first channels, as :meth:`tile_numbers` does; None if they are not known."""
        kernels = [kernel for unit in range(count) if (kernel := self.kernel(UnitRef(number, unit))) is not None]
        return _scaled(np.stack(kernels), 1.0) if kernels else None

    def _numbers(self, column: Column, ref: UnitRef) -> Numbers | None:
        found = self.unit_map(ref)
        if found is not None and found.ndim == 2:
            found = found[::-1]  # the first row of a picture is the highest one
        if found is None and column.weight_image is not None:
            found = self.weight_image(ref)
        if column.kind != "image" and found is None and (outputs := self.sample.get(column.values_name)) is not None:
            found = outputs[0, ref.unit]
            found = found.reshape(1, 1) if found.ndim == 0 else _flat(found)
        return found


def _flat(picture: Numbers) -> Numbers:
    """Return the mean over the channels of a picture."""
    mean: Numbers = picture.mean(axis=0) if picture.ndim == 3 else picture
    return mean


def _scaled(stack: Numbers, share: float) -> tuple[Numbers, float]:
    """Return numbers, and the size that this share of them does not exceed."""
    sizes = np.abs(stack[np.isfinite(stack)])
    if not sizes.size:
        return stack, 1.0
    return stack, float(np.quantile(sizes, share) if share < 1 else sizes.max()) or 1.0
