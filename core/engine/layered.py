"""A stack that knows which of its blocks make up a layer, and whose units can be switched off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.engine.mx import mx
from core.layers import Shape


class LayeredSequential(mx.gluon.nn.HybridSequential):  # type: ignore[misc]
    """Gluon's ``HybridSequential``, filled layer by layer: a layer may be made of several blocks.

    Names and graph are the same, unless a unit is switched off: then its layer is followed by a mask. While it
    ``shows_masks``, ``seen`` are the inputs and masks, in turn, of the Dropout layers in the graph that was made last:
    Gluon's operator keeps its mask for itself, but applied to ones it gives just that mask, from the same random
    numbers, and a product with it has the same bits, forwards and backwards.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ends: list[int] = []
        self.shows_masks = False
        self.seen: list[Any] = []
        self._off: dict[int, tuple[Shape, frozenset[int]]] = {}

    def add_layer(self, *blocks: Any) -> None:
        """Add the blocks of one layer."""
        self.add(*blocks)
        self._ends.append(len(self))

    def register_child(self, block: Any, name: str | None = None) -> None:
        """Take a block in, also a layer of the user's own that cannot be compiled: then none of the net may be."""
        mx.gluon.Block.register_child(self, block, name)
        self._clear_cached_op()

    def switch(self, layer: int, unit: int, on: bool, shape: Shape) -> None:
        """Let a unit say 0, in training and prediction, or work again. Compile again what was compiled before.

        Args:
            layer: position of the layer.
            unit: position along the first axis of its outputs: a unit or, of an image, a channel.
            on: whether it works.
            shape: of one output of the layer.
        """
        off = self._off.pop(layer, (shape, frozenset()))[1]
        off = off - {unit} if on else off | {unit}
        if off:
            self._off[layer] = (shape, off)

    @property
    def switched_off(self) -> dict[int, tuple[int, ...]]:
        """The units that say 0, in ascending order, by the position of their layer."""
        return {layer: tuple(sorted(off)) for layer, (_, off) in self._off.items()}

    def hybrid_forward(self, F: Any, x: Any) -> Any:  # noqa: N803 - Gluon's own name
        """Return the outputs of the last layer."""
        self.seen = []
        *_, outputs = [x, *self._through_layers(F, x)]
        return outputs

    def layer_outputs(self, X: Any) -> Iterator[Any]:
        """Yield the outputs of every layer in prediction mode, each with the samples along its first axis."""
        for blocks, mask in self.layers():
            for block in blocks:
                X = block(X)
            X = X if mask is None else mx.nd.broadcast_mul(X, mask)
            yield X

    def dropouts(self) -> list[Any]:
        """Return the Dropout blocks."""
        return [block for block in self if isinstance(block, mx.gluon.nn.Dropout)]

    def layers(self) -> Iterator[tuple[list[Any], Any]]:
        """Yield the blocks of every layer, and what to multiply its outputs with; None where all units work."""
        for blocks, off in self._parts():
            yield blocks, None if off is None else _mask(mx.nd, *off)

    def _parts(self) -> Iterator[tuple[list[Any], tuple[Shape, frozenset[int]] | None]]:
        blocks = list(self)
        start = 0
        for layer, end in enumerate(self._ends):
            yield blocks[start:end], self._off.get(layer)
            start = end

    def _is_shown(self, block: Any) -> bool:
        return self.shows_masks and isinstance(block, mx.gluon.nn.Dropout)

    def _masked(self, F: Any, x: Any, dropout: Any) -> Any:  # noqa: N803
        mask = dropout(F.ones_like(x))
        self.seen += [x, mask]
        return x * mask

    def _through_layers(self, F: Any, x: Any) -> Iterator[Any]:  # noqa: N803
        for blocks, off in self._parts():
            for block in blocks:
                x = self._masked(F, x, block) if self._is_shown(block) else block(x)
            if off is not None:
                x = F.broadcast_mul(x, _mask(F, *off))
            yield x


def _mask(F: Any, shape: Shape, off: frozenset[int]) -> Any:  # noqa: N803
    """Return 1 for every unit that works and 0 for the others, with all axes of a batch of outputs."""
    numbers = F.arange(shape[0])
    kept = numbers >= 0
    for unit in sorted(off):
        kept = kept * (numbers != unit)
    return F.reshape(kept, shape=(1, shape[0], *(1 for _ in shape[1:])))
