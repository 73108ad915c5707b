"""Layers that normalise what passes through them."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from core.fields import setting
from core.layers.base import GluonCall, LayerBase, ParameterShape, Shape


class BatchNorm(LayerBase):
    """Normalises every unit or channel over the batch, then scales it by gamma and shifts it by beta.

    While training the mean and variance are those of the batch; prediction uses running means of both.
    """

    title: ClassVar[str] = "BatchNorm"
    help: ClassVar[str] = (
        "Brings every unit or channel to mean 0, variance 1 over the batch, then scales and shifts it."
    )

    kind: Literal["batch_norm"] = "batch_norm"
    momentum: float = setting(
        0.9,
        title="Momentum",
        help="Share of the running mean and variance that each batch keeps. Prediction uses these running values.",
        ge=0,
        lt=1,
        step=0.05,
    )
    epsilon: float = setting(
        1e-5, title="ε", help="Added to the variance, so that nothing is divided by 0.", gt=0, le=1, log=True
    )
    center: bool = setting(True, title="β", help="Learn a shift β for every unit or channel (center).")
    scale: bool = setting(True, title="γ", help="Learn a factor γ for every unit or channel (scale).")

    def parameter_shapes(self, input_shape: Shape, num_outputs: int) -> tuple[ParameterShape, ...]:
        """Return gamma, beta and the running mean and variance, each with one entry for a unit or channel."""
        shape = input_shape[:1]
        return (
            ParameterShape("gamma", shape, self.scale),
            ParameterShape("beta", shape, self.center),
            ParameterShape("running_mean", shape, False),
            ParameterShape("running_var", shape, False),
        )

    def gluon_calls(self, num_outputs: int) -> tuple[GluonCall, ...]:
        """Return ``nn.BatchNorm``."""
        return (GluonCall("BatchNorm", (), _changed(self)),)


class LayerNorm(LayerBase):
    """Normalises every sample along its last axis, then scales it by gamma and shifts it by beta."""

    title: ClassVar[str] = "LayerNorm"
    help: ClassVar[str] = "Brings every sample to mean 0, variance 1 along its last axis, then scales and shifts it."

    kind: Literal["layer_norm"] = "layer_norm"
    epsilon: float = setting(
        1e-5, title="ε", help="Added to the variance, so that nothing is divided by 0.", gt=0, le=1, log=True
    )

    def parameter_shapes(self, input_shape: Shape, num_outputs: int) -> tuple[ParameterShape, ...]:
        """Return gamma and beta, each as long as the last axis."""
        return ParameterShape("gamma", input_shape[-1:]), ParameterShape("beta", input_shape[-1:])

    def gluon_calls(self, num_outputs: int) -> tuple[GluonCall, ...]:
        """Return ``nn.LayerNorm``."""
        return (GluonCall("LayerNorm", (), _changed(self)),)


def _changed(layer: LayerBase) -> dict[str, Any]:
    """Return the settings that are not Gluon's defaults, which are ours."""
    return layer.model_dump(exclude={"kind"}, exclude_defaults=True)
