"""Layers that are not Gluon's: two examples that come along, and the user's own from a file."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from core import programs
from core.fields import setting
from core.layers.base import GluonCall, LayerBase, ParameterShape, Shape
from core.layers.parametric import ParametricLayer
from core.texts import say, unsaid


class CenteredLayer(LayerBase):
    """Subtracts from every sample the mean of its entries; the book's example of a layer without parameters."""

    title: ClassVar[str] = "CenteredLayer"
    help: ClassVar[str] = (
        "Subtracts from every sample the mean of its entries: a layer of one's own without parameters."
    )

    kind: Literal["centered_layer"] = "centered_layer"

    def gluon_calls(self, num_outputs: int) -> tuple[GluonCall, ...]:
        """Return the block that comes along."""
        return (GluonCall("CenteredLayer", source="own"),)


class MyDense(ParametricLayer):
    """The book's example of a layer with parameters: ``relu(X W + b)`` with a W of shape ``(inputs, units)``."""

    title: ClassVar[str] = "MyDense"
    help: ClassVar[str] = "A Dense of one's own: relu(X·W + b), with W of shape (inputs, units)."
    shape_fields: ClassVar[tuple[str, ...]] = ("units",)

    kind: Literal["my_dense"] = "my_dense"
    units: int = setting(16, title="Units", help="Number of outputs of this layer.", ge=1, le=100_000, step=1)

    @property
    def activation_name(self) -> str | None:
        """ReLU, always."""
        return "relu"

    def misfit(self, input_shape: Shape) -> str:
        """Refuse images: the layer multiplies rows of numbers."""
        if len(input_shape) == 1:
            return ""
        return say("MyDense multiplies rows of numbers, but gets images. Put a Flatten layer before it.")

    def output_shape(self, input_shape: Shape, num_outputs: int) -> Shape:
        """Return ``(units,)``."""
        return (self.units,)

    def parameter_shapes(self, input_shape: Shape, num_outputs: int) -> tuple[ParameterShape, ...]:
        """Return weight ``(inputs, units)`` and bias ``(units,)``."""
        return ParameterShape("weight", (input_shape[0], self.units)), ParameterShape("bias", (self.units,))

    def gluon_calls(self, num_outputs: int) -> tuple[GluonCall, ...]:
        """Return the block that comes along."""
        return (GluonCall("MyDense", (self.units,), source="own"),)


def _checked_hash(sha256: str) -> str:
    if sha256 and (len(sha256) != 64 or sha256.strip("0123456789abcdef")):
        raise PydanticCustomError("wrong_form", "{sentence}", {"sentence": say("a SHA-256 has 64 digits from 0 to f.")})
    return sha256


def _checked_class(name: str) -> str:
    if name and not name.isidentifier():
        raise PydanticCustomError("wrong_form", "{sentence}", {"sentence": say("this is no name of a class.")})
    return name


_REFUSALS: dict[programs.FileState, str] = {
    "there": unsaid("{file} is a program that you have not agreed to run. Look at it and agree, or remove the layer."),
    "missing": unsaid("The file {file} with this layer is not there. Find it, or remove the layer."),
    "changed": unsaid(
        "{file} is not the program any more that this layer was made with. Look at it as it is now, find another file, "
        "or remove the layer."
    ),
}


class CustomLayer(LayerBase):
    """A layer from a Python file of the user. The experiment holds no program, only where it was and its hash."""

    title: ClassVar[str] = "Custom"
    help: ClassVar[str] = "A layer of your own, from a Python file with a class made from Block or HybridBlock."

    kind: Literal["custom"] = "custom"
    class_name: Annotated[str, AfterValidator(_checked_class)] = setting(
        "", title="Class", help="The class in the file that makes the layer.", max_length=200, hidden=True
    )
    file: str = setting(
        "", title="File", help="Path of the Python file. It runs only after you agreed.", max_length=4096, hidden=True
    )
    sha256: Annotated[str, AfterValidator(_checked_hash)] = setting(
        "", title="SHA-256", help="Of the file's content: by it the program is known.", max_length=64, hidden=True
    )

    @property
    def file_name(self) -> str:
        """The name of the file without its folder."""
        return self.file.replace("\\", "/").rpartition("/")[2]

    def misfit(self, input_shape: Shape) -> str:
        """Return why the layer cannot be used, or not yet."""
        if not (self.file and self.sha256 and self.class_name):
            return say("No file was chosen for this layer. Choose one, or remove the layer.")
        if programs.agreed(self.sha256) is None:
            return say(_REFUSALS[programs.file_state(self.file, self.sha256)], file=self.file_name)
        seen = programs.seen(self.sha256, self.class_name, input_shape)
        if seen is None:
            return say("{name} was not yet tried on inputs of this shape.", name=self.class_name)
        return seen.problem

    def hint(self, input_shape: Shape) -> str:
        """Return what is unusual about the layer on inputs of a shape, or empty."""
        if programs.file_state(self.file, self.sha256) == "changed":
            return say(
                "{file} has changed since you agreed. The layer still is the program to which you agreed.",
                file=self.file_name,
            )
        seen = programs.seen(self.sha256, self.class_name, input_shape)
        return "" if seen is None else seen.hint

    def output_shape(self, input_shape: Shape, num_outputs: int) -> Shape:
        """Return the shape that the engine saw."""
        seen = programs.seen(self.sha256, self.class_name, input_shape)
        return input_shape if seen is None else seen.output_shape

    def parameter_shapes(self, input_shape: Shape, num_outputs: int) -> tuple[ParameterShape, ...]:
        """Return the parameters that the engine saw."""
        seen = programs.seen(self.sha256, self.class_name, input_shape)
        return () if seen is None else seen.parameters

    def gluon_calls(self, num_outputs: int) -> tuple[GluonCall, ...]:
        """Return the block of the user's class."""
        return (GluonCall(self.class_name, source=self.sha256),)
