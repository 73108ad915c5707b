"""The layers of a stack, named as in Gluon: settings, output shape, parameters, Gluon blocks.

A new kind of layer is one class in a module here and its entry in ``Layer``.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from core.fields import alternatives
from core.layers.base import ActivationName, GluonCall, LayerBase, ParameterShape, Shape
from core.layers.basic import Activation, Dense, Dropout, Flatten
from core.layers.normalization import BatchNorm, LayerNorm
from core.layers.own import CenteredLayer, CustomLayer, MyDense
from core.layers.parametric import ParametricLayer
from core.layers.windows import AvgPool2D, Conv2D, MaxPool2D, PoolLayer, WindowLayer

Layer = Annotated[
    Dense
    | Dropout
    | Activation
    | Flatten
    | Conv2D
    | MaxPool2D
    | AvgPool2D
    | BatchNorm
    | LayerNorm
    | CenteredLayer
    | MyDense
    | CustomLayer,
    Field(discriminator="kind"),
]
LAYERS: tuple[type[LayerBase], ...] = alternatives(Layer)
"""In the order of the window."""

__all__ = [
    "LAYERS",
    "Activation",
    "ActivationName",
    "AvgPool2D",
    "BatchNorm",
    "CenteredLayer",
    "Conv2D",
    "CustomLayer",
    "Dense",
    "Dropout",
    "Flatten",
    "GluonCall",
    "Layer",
    "LayerBase",
    "LayerNorm",
    "MaxPool2D",
    "MyDense",
    "ParameterShape",
    "ParametricLayer",
    "PoolLayer",
    "Shape",
    "WindowLayer",
]
