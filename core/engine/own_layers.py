"""Layers that come along as examples of one's own, written as the book would write them."""

from __future__ import annotations

from typing import Any

from core.engine.mx import mx


class CenteredLayer(mx.gluon.HybridBlock):  # type: ignore[misc]
    """Subtracts from every sample the mean of its entries."""

    def hybrid_forward(self, F: Any, x: Any) -> Any:  # noqa: N803, D102 - Gluon's own names
        return F.broadcast_sub(x, F.mean(x, axis=0, exclude=True, keepdims=True))


class MyDense(mx.gluon.HybridBlock):  # type: ignore[misc]
    """``relu(X W + b)``.

    Args:
        units: number of outputs.
        in_units: number of inputs; 0 if the first inputs are to tell.
        more: what every block takes, such as ``params``.
    """

    def __init__(self, units: int, in_units: int = 0, **more: Any) -> None:
        super().__init__(**more)
        self._units = units
        self.weight = self.params.get("weight", shape=(in_units, units), allow_deferred_init=True)
        self.bias = self.params.get("bias", shape=(units,), init="zeros")

    def infer_shape(self, x: Any) -> None:
        """Learn the number of inputs from the first ones."""
        if len(x.shape) != 2:
            raise ValueError("MyDense multiplies rows of numbers")
        self.weight.shape = (x.shape[1], self._units)

    def hybrid_forward(self, F: Any, x: Any, weight: Any, bias: Any) -> Any:  # noqa: N803, D102 - Gluon's own names
        return F.relu(F.broadcast_add(F.dot(x, weight), bias))
