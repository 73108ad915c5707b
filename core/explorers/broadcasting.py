"""Broadcasting: shapes aligned from the right, what is stretched along which axis, and what cannot be.

Axes are counted from the right, -1 being the last, since that is where broadcasting begins.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.explorers.setup import Setup, SetupError, one_line
from core.fields import setting
from core.questions import Question
from core.texts import say

Shape = tuple[int, ...]
StepKind = Literal["start", "pad", "stretch", "fail", "compute"]

MAX_SIZE, MAX_RANK, MAX_CELLS = 6, 4, 120
MAX_ARRAYS = 3
NAMES = ("A", "B", "C")
OPERATIONS = {
    "add": "+",
    "subtract": "−",
    "multiply": "×",
    "divide": "÷",
    "maximum": "maximum",
    "minimum": "minimum",
    "greater": ">",
    "equal": "==",
}
EXAMPLES = (
    "(4,3)+(3,)",
    "(3,4,2)+(4,2)",
    "(4,3)+(4,1)",
    "(3,1)+(1,2)",
    "(4,3)+(1,)",
    "(2,1,3)*(4,1)",
    "(4,3)+(4,)",
    "(2,3,1)+(3,4)+(2,1,4)",
)
_SIGNS = {"+": "add", "-": "subtract", "−": "subtract", "*": "multiply", "×": "multiply", "/": "divide", "÷": "divide"}
_SHAPE = re.compile(r"\(([^()]*)\)|(\d+)")


class BroadcastingSetup(Setup):
    """The shapes of two or three arrays, and what is computed of their entries."""

    shapes: str = setting(
        EXAMPLES[0],
        title="Shapes",
        help="Shapes such as (4,3)+(3,): two or three, with the sign of an operation between them, or a comma.",
        max_length=80,
    )
    operation: str = setting(
        "add", title="Operation", help="What is computed of the entries that meet.", choices=OPERATIONS
    )

    def problem(self) -> str:
        """Return what is wrong with the shapes or the operation."""
        if self.operation not in OPERATIONS:
            return say("The operations are: {names}.", names=", ".join(OPERATIONS))
        try:
            parse_shapes(self.shapes)
        except SetupError as error:
            return str(error)
        return ""

    @property
    def arrays(self) -> tuple[Shape, ...]:
        """The shapes."""
        return parse_shapes(self.shapes)[0]


@dataclass(frozen=True)
class Broadcast(Question):
    """Compute an operation on arrays of these shapes, whose entries are those of :func:`entries`."""

    shapes: tuple[Shape, ...]
    operation: str


@dataclass(frozen=True, eq=False)
class BroadcastAnswer:
    """The result, or None and what MXNet said."""

    result: NDArray[np.float32] | None
    refusal: str = ""


@dataclass(frozen=True)
class AlignedAxis:
    """One axis of all arrays: their sizes, None where an array has no such axis, and the size of the result.

    ``result`` is None if the sizes do not go together.
    """

    axis: int
    sizes: tuple[int | None, ...]
    result: int | None

    @property
    def stretched(self) -> tuple[int, ...]:
        """Positions of the arrays that are stretched along this axis."""
        if self.result is None or self.result == 1:
            return ()
        return tuple(position for position, size in enumerate(self.sizes) if size in (1, None))


@dataclass(frozen=True)
class Step:
    """One step of the animation, with the sentence that tells it; ``axis`` is 0 where no axis is meant."""

    kind: StepKind
    axis: int
    sentence: str


def parse_shapes(text: str) -> tuple[tuple[Shape, ...], str]:
    """Return the shapes in a text such as ``"(4,3)+(3,)"``, and the operation between them, empty if it names none.

    Raises:
        SetupError: with a sentence, if the text holds no two or three shapes of a size that can be shown.
    """
    found: list[Shape] = []
    signs: set[str] = set()
    place = 0
    for match in _SHAPE.finditer(text):
        signs.add(_sign(text[place : match.start()], bool(found)))
        found.append(_shape(match[1] if match[1] is not None else match[2]))
        place = match.end()
    if text[place:].strip():
        raise SetupError(_unclear(text[place:].strip()))
    if not 2 <= len(found) <= MAX_ARRAYS:
        raise SetupError(say("Type two or three shapes, such as (4,3)+(3,)."))
    signs.discard("")
    if len(signs) > 1:
        raise SetupError(say("Put the same sign between all shapes: one operation is computed at a time."))
    refuse_large(found)
    return tuple(found), next(iter(signs), "")


def refuse_large(shapes: Sequence[Shape]) -> None:
    """Raise SetupError with a sentence if the arrays are too large to be shown."""
    cells = math.prod(max(size or 1 for size in axis.sizes) for axis in align(shapes))
    if cells > MAX_CELLS:
        raise SetupError(
            say("The result would have {cells} entries. Up to {limit} can be shown here.", cells=cells, limit=MAX_CELLS)
        )


def _sign(between: str, is_between: bool) -> str:
    """Return the operation that the text before a shape names."""
    sign = between.strip()
    if sign in ("", ",", ";") and (sign == "" or is_between):
        return ""
    if is_between and sign in _SIGNS:
        return _SIGNS[sign]
    raise SetupError(_unclear(sign))


def _unclear(text: str) -> str:
    return say("“{text}” is not clear. Type shapes such as (4,3)+(3,).", text=one_line(text))


def _shape(text: str) -> Shape:
    """Return the shape in the text between two brackets."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) > 1 and not parts[-1]:
        parts.pop()
    if not all(re.fullmatch(r"[0-9]{1,9}", part) for part in parts):
        raise SetupError(
            say("({text}) is no shape. A shape is a list of whole numbers, such as (4,3).", text=text[:20])
        )
    sizes = tuple(int(part) for part in parts)
    if len(sizes) > MAX_RANK:
        raise SetupError(say("An array can have up to {limit} axes here.", limit=MAX_RANK))
    if not all(1 <= size <= MAX_SIZE for size in sizes):
        raise SetupError(say("Every axis can have from 1 to {limit} entries here.", limit=MAX_SIZE))
    return sizes


def shape_text(shape: Shape) -> str:
    """Return a shape as Python writes it without blanks, such as ``(3,)``."""
    return f"({','.join(map(str, shape))}{',' if len(shape) == 1 else ''})"


def shapes_text(shapes: Sequence[Shape], operation: str) -> str:
    """Return the text that :func:`parse_shapes` reads."""
    sign = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/"}.get(operation, ", ")
    return sign.join(map(shape_text, shapes))


def align(shapes: Sequence[Shape]) -> tuple[AlignedAxis, ...]:
    """Return the axes of arrays aligned from the right, the leftmost first."""
    rank = max(map(len, shapes))
    axes = []
    for axis in range(-rank, 0):
        sizes = tuple(shape[axis] if -axis <= len(shape) else None for shape in shapes)
        larger = {size for size in sizes if size not in (1, None)}
        axes.append(AlignedAxis(axis, sizes, None if len(larger) > 1 else next(iter(larger), 1)))
    return tuple(axes)


def result_shape(shapes: Sequence[Shape]) -> Shape | None:
    """Return the shape of the result, None if the arrays cannot be broadcast."""
    sizes = [axis.result for axis in align(shapes)]
    return None if None in sizes else tuple(size for size in sizes if size is not None)


def entries(position: int, shape: Shape, operation: str) -> NDArray[np.float32]:
    """Return the entries of the array at a position: 0, 1, 2, ..., then 10, 20, 30, ..., then 100, 200, 300, ....

    Where entries are compared, those of the later arrays go up and down among those of the first.
    """
    count = np.arange(math.prod(shape), dtype=np.float32)
    if position and operation in ("maximum", "minimum", "greater", "equal"):
        count = (count * (5 if position == 1 else 7) + 3 * position) % 12
    elif position:
        count = 10.0**position * (count + 1)
    return count.reshape(shape).astype(np.float32)


def steps(shapes: Sequence[Shape]) -> tuple[Step, ...]:
    """Return the steps from the arrays as they are to the result, or to the axis that fails."""
    axes = align(shapes)
    told = [Step("start", 0, say("The shapes are written one below the other, so that their last axes meet."))]
    short = [NAMES[i] for i, shape in enumerate(shapes) if len(shape) < len(axes)]
    if short:
        text = say("Missing axes are put in front, each with a 1: in {names}.", names=", ".join(short))
        told.append(Step("pad", 0, text))
    for axis in reversed(axes):
        if axis.result is None:
            told.append(Step("fail", axis.axis, failure(axis)))
            return tuple(told)
        if axis.stretched:
            told.append(Step("stretch", axis.axis, _stretching(axis)))
    told.append(Step("compute", 0, _meeting(shapes, axes)))
    return tuple(told)


def _stretching(axis: AlignedAxis) -> str:
    return say(
        "Axis {axis}: the 1 of {names} is stretched to {size}. Ghosts stand for the same entry: nothing is copied.",
        axis=_signed(axis.axis),
        names=", ".join(NAMES[position] for position in axis.stretched),
        size=axis.result,
    )


def _meeting(shapes: Sequence[Shape], axes: Sequence[AlignedAxis]) -> str:
    shape = shape_text(tuple(axis.result or 1 for axis in axes))
    if any(axis.stretched for axis in axes):
        return say("Now all have the shape {shape}, and entries in the same place meet. MXNet computes.", shape=shape)
    return say("All have the shape {shape} already: nothing is stretched. MXNet computed it.", shape=shape)


def failure(axis: AlignedAxis) -> str:
    """Return why the sizes along an axis do not go together, and what would do."""
    larger = [(NAMES[i], size) for i, size in enumerate(axis.sizes) if size not in (1, None)]
    first, second = larger[0], next(item for item in larger if item[1] != larger[0][1])
    return say(
        "Axis {axis}: {a} has {m} entries and {b} has {n}. They would have to be equal, or one of them 1.",
        axis=_signed(axis.axis),
        a=first[0],
        m=first[1],
        b=second[0],
        n=second[1],
    )


def _signed(axis: int) -> str:
    return f"−{-axis}"


def facts_of(shapes: Sequence[Shape], operation: str) -> dict[str, Any]:
    """Return what goals may ask of the shapes."""
    axes, shape = align(shapes), result_shape(shapes)
    failing = next((axis.axis for axis in reversed(axes) if axis.result is None), 0)
    return {
        "shapes": " ".join(map(shape_text, shapes)),
        "works": shape is not None,
        "failing_axis": failing,
        "result_shape": shape_text(shape) if shape else "",
        "result_size": math.prod(shape) if shape else 0,
        "num_arrays": len(shapes),
        "num_axes": len(axes),
        "num_stretched": sum(bool(axis.stretched) for axis in axes) if shape else 0,
        "all_stretched": shape is not None
        and all(any(i in axis.stretched for axis in axes) for i in range(len(shapes))),
        "operation": operation,
    }
