"""Layers that slide a window over images: convolution and pooling. Windows are square."""

from __future__ import annotations

from math import prod
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import Field

from core.fields import setting
from core.initializers import LayerInitializer, NetworkInitializer
from core.layers.base import (
    ACTIVATION_TITLES,
    ActivationName,
    GluonCall,
    LayerBase,
    ParameterShape,
    Shape,
    with_activation,
)
from core.layers.parametric import ParametricLayer
from core.sentences import counted
from core.texts import say, unsaid

MAX_LENGTH = 1000
"""Longest side of a window, longest step and widest padding, in pixels."""


class Window(NamedTuple):
    """A square window that slides over an image: its side, how far it moves, the border around the image; pixels."""

    side: int
    step: int
    padding: int

    def places(self, length: int) -> int:
        """Return at how many places the window fits along a side of the image, 0 or less if it does not."""
        return (length + 2 * self.padding - self.side) // self.step + 1


class WindowLayer(LayerBase):
    """Base of the layers that work on images of channels × height × width.

    ``window_field`` is the name of the field that holds the side of the window.
    """

    window_field: ClassVar[str]
    window_name: ClassVar[str]

    def window(self) -> Window:
        """Return the window, with 'auto' resolved."""
        raise TypeError(f"{type(self).__name__} has no window")

    def channels_of(self, input_shape: Shape) -> int:
        """Return the number of channels of the output."""
        return input_shape[0]

    def misfit(self, input_shape: Shape) -> str:
        """Return what is wrong about a sample that is no image, or smaller than the window."""
        if len(input_shape) != 3:
            numbers = counted(prod(input_shape), "number")
            return say(
                "{title} works on images, but gets {numbers} in a row. Put it before all Dense and "
                "Flatten layers, or remove it.",
                title=say(self.title),
                numbers=numbers,
            )
        window, (_, height, width) = self.window(), input_shape
        if window.places(min(height, width)) < 1:
            size = f"{window.side}×{window.side}"
            text = unsaid(
                "The {window_name} {size} is larger than the image {height}×{width} that it gets. "
                "Make it smaller, or the padding wider."
            )
            if window.padding:
                text = unsaid(
                    "The {window_name} {size} is larger than the image {height}×{width} that it gets, "
                    "even with a padding of {padding}. Make it smaller, or the padding wider."
                )
            return say(
                text,
                window_name=say(self.window_name),
                size=size,
                height=height,
                width=width,
                padding=window.padding,
            )
        return ""

    def output_shape(self, input_shape: Shape, num_outputs: int) -> Shape:
        """Return ``(channels, height, width)``."""
        height, width = map(self.window().places, input_shape[1:])
        return self.channels_of(input_shape), height, width


class Conv2D(WindowLayer, ParametricLayer):
    """Convolution: every channel of the output is a small kernel that slides over all channels of the input."""

    title: ClassVar[str] = "Conv2D"
    help: ClassVar[str] = "Slides small kernels over an image; each gives one channel that shows where it fits."
    window_field: ClassVar[str] = "kernel_size"
    window_name: ClassVar[str] = "kernel"
    shape_fields: ClassVar[tuple[str, ...]] = ("channels", "kernel_size", "use_bias")

    kind: Literal["conv2d"] = "conv2d"
    channels: int = setting(
        16, title="Channels", help="Number of kernels, and so of output channels.", ge=1, le=10_000, step=1
    )
    activation: Literal["none"] | ActivationName = setting(
        "none",
        title="Activation",
        help="Function applied to every output. 'none' keeps the layer linear.",
        choices={"none": "none"} | ACTIVATION_TITLES,
    )
    use_bias: bool = setting(True, title="Bias", help="Add a bias to every channel.")
    kernel_size: int = setting(
        3, title="Kernel", help="Side of the square kernels, in pixels.", ge=1, le=MAX_LENGTH, step=1
    )
    strides: int = setting(
        1, title="Strides", help="Pixels from one place of the kernel to the next.", ge=1, le=MAX_LENGTH, step=1
    )
    padding: int = setting(
        0,
        title="Padding",
        help="Rows and columns of zeros around the image: (kernel − 1) / 2 keeps its size while strides are 1.",
        ge=0,
        le=MAX_LENGTH,
        step=1,
    )
    initializer: LayerInitializer = setting(
        NetworkInitializer(), title="Initialiser", help="How the first weights of this layer are drawn.", hidden=True
    )

    @property
    def activation_name(self) -> str | None:
        """Name of the activation function."""
        return None if self.activation == "none" else self.activation

    def window(self) -> Window:
        """Return the kernel as a window."""
        return Window(self.kernel_size, self.strides, self.padding)

    def channels_of(self, input_shape: Shape) -> int:
        """Return the number of kernels."""
        return self.channels

    def parameter_shapes(self, input_shape: Shape, num_outputs: int) -> tuple[ParameterShape, ...]:
        """Return weight ``(channels, input channels, kernel, kernel)`` and bias ``(channels,)``."""
        shape = (self.channels, input_shape[0], self.kernel_size, self.kernel_size)
        weight = ParameterShape("weight", shape)
        return (weight, ParameterShape("bias", (self.channels,))) if self.use_bias else (weight,)

    def gluon_calls(self, num_outputs: int) -> tuple[GluonCall, ...]:
        """Return ``nn.Conv2D``, followed by a block of its own for an activation that Conv2D does not know."""
        kwargs: dict[str, Any] = {"channels": self.channels, "kernel_size": self.kernel_size}
        kwargs |= self.model_dump(include={"strides", "padding", "use_bias"}, exclude_defaults=True)
        call = GluonCall("Conv2D", (), kwargs | self.initializer.layer_options())
        return with_activation(call, self.activation_name)


class PoolLayer(WindowLayer):
    """Base of the pooling layers."""

    window_field: ClassVar[str] = "pool_size"
    window_name: ClassVar[str] = "pool"

    pool_size: int = setting(
        2, title="Pool size", help="Side of the square that becomes one number, in pixels.", ge=1, le=MAX_LENGTH, step=1
    )
    strides: Annotated[int, Field(ge=1, le=MAX_LENGTH)] | Literal["auto"] = setting(
        "auto", title="Strides", help="Pixels from one square to the next. 'auto' is the pool size: no overlap.", step=1
    )
    padding: int = setting(
        0,
        title="Padding",
        help="Rows and columns put around the image before pooling; less than the pool size.",
        ge=0,
        le=MAX_LENGTH,
        step=1,
    )

    def window(self) -> Window:
        """Return the square as a window."""
        return Window(self.pool_size, self.pool_size if self.strides == "auto" else self.strides, self.padding)

    def auto_values(self, num_outputs: int) -> dict[str, int]:
        """Return the pool size for the strides."""
        return {"strides": self.pool_size}

    def misfit(self, input_shape: Shape) -> str:
        """Return what is wrong, also about a padding that holds nothing but itself."""
        if self.padding >= self.pool_size:
            size = f"{self.pool_size}×{self.pool_size}"
            return say(
                "A padding of {padding} is too wide for the pool {size}. Make it less than the pool size.",
                padding=self.padding,
                size=size,
            )
        return super().misfit(input_shape)

    def gluon_calls(self, num_outputs: int) -> tuple[GluonCall, ...]:
        """Return ``nn.MaxPool2D`` or ``nn.AvgPool2D``."""
        kwargs = {"pool_size": self.pool_size}
        kwargs |= self.model_dump(include={"strides", "padding"}, exclude_defaults=True)
        return (GluonCall(self.title, (), kwargs),)


class MaxPool2D(PoolLayer):
    """Makes an image smaller: the largest number of every square is kept."""

    title: ClassVar[str] = "MaxPool2D"
    help: ClassVar[str] = "Makes images smaller: of every square, the largest number is kept."

    kind: Literal["max_pool2d"] = "max_pool2d"


class AvgPool2D(PoolLayer):
    """Makes an image smaller: the mean of every square is kept, zeros of the padding included."""

    title: ClassVar[str] = "AvgPool2D"
    help: ClassVar[str] = "Makes images smaller: of every square, the mean is kept."

    kind: Literal["avg_pool2d"] = "avg_pool2d"
