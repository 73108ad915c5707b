"""Two names for numbers: whether they are one object, share memory, or are copies, as MXNet really does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.explorers.setup import Setup
from core.fields import setting
from core.questions import Question
from core.texts import say

Index = tuple[int, ...]
Group = Literal["make", "convert", "write"]
Numbers = NDArray[np.float32]

SHAPE = (4, 3)
"""The shape of x, whose entries are 0, 1, 2, ..., 11."""
ADDED = 10.0
"""Every entry of d, which the statements that write x add to it."""


@dataclass(frozen=True)
class Way:
    """One line of a program. ``left`` and ``right`` are the names of the two arrays that are compared.

    Lines of the group "write" are run after ``z = x``, and write x; the others make the right one from the left one.
    """

    code: str
    left: str
    right: str
    group: Group


def _make(code: str) -> Way:
    return Way(code, "x", "y", "make")


def _write(code: str) -> Way:
    return Way(code, "x", "z", "write")


WAYS = {
    "assign": _make("y = x"),
    "rows": _make("y = x[1:3]"),
    "row": _make("y = x[1]"),
    "columns": _make("y = x[:, 1:3]"),
    "every_second": _make("y = x[::2]"),
    "list": _make("y = x[[0, 2]]"),
    "reshape": _make("y = x.reshape((2, 6))"),
    "transpose": _make("y = x.T"),
    "copy": _make("y = x.copy()"),
    "context": _make("y = x.as_in_context(x.context)"),
    "detach": _make("y = x.detach()"),
    "astype": _make("y = x.astype('float32')"),
    "plus": _make("y = x + 0"),
    "asnumpy": Way("n = x.asnumpy()", "x", "n", "convert"),
    "array": Way("y = nd.array(n)", "n", "y", "convert"),
    "from_numpy": Way("y = nd.from_numpy(n)", "n", "y", "convert"),
    "rebind": _write("x = x + d"),
    "in_place": _write("x[:] = x + d"),
    "augmented": _write("x += d"),
    "out": _write("nd.elemwise_add(x, d, out=x)"),
}


def group_title(group: Group) -> str:
    """Return what the lines of a group do."""
    return {
        "make": say("y is made from x"),
        "convert": say("NDArray and NumPy"),
        "write": say("x is written, after z = x"),
    }[group]


class MemorySetup(Setup):
    """A line of a program, and the entry that is written afterwards."""

    way: str = setting(
        "rows", title="Line", help="How the second array comes about.", choices={k: w.code for k, w in WAYS.items()}
    )
    side: str = setting(
        "none",
        title="Written",
        help="Which of the two arrays is written; for lines that write x themselves, “left” runs them.",
        choices={"none": "none", "left": "left", "right": "right"},
    )
    index: tuple[int, ...] = setting(
        (1, 2), title="Entry", help="The entry that is written, counted from 0.", max_length=2
    )
    value: float = setting(
        99.0, title="Write", help="The number that a click writes into an entry.", ge=-999.0, le=999.0, step=1.0
    )

    def problem(self) -> str:
        """Return what is wrong with the line or the entry."""
        if self.way not in WAYS:
            return say("The lines are: {names}.", names=", ".join(WAYS))
        if self.side not in ("none", "left", "right"):
            return say("Either the left or the right array is written, or none.")
        if self.side == "none" or WAYS[self.way].group == "write":
            return ""
        shape = shape_of(self.way, self.side)
        if len(self.index) != len(shape) or not all(0 <= i < n for i, n in zip(self.index, shape, strict=True)):
            return say("There is no entry {index} in an array of shape {shape}.", index=list(self.index), shape=shape)
        return ""


def shape_of(way: str, side: str) -> tuple[int, ...]:
    """Return the shape of one of the two arrays."""
    if side != "right":
        return SHAPE
    return {
        "rows": (2, 3),
        "row": (3,),
        "columns": (4, 2),
        "every_second": (2, 3),
        "list": (2, 3),
        "reshape": (2, 6),
        "transpose": (3, 4),
    }.get(way, SHAPE)


@dataclass(frozen=True)
class Sharing(Question):
    """Run a line, then write an entry of one of the two arrays (``side`` "left" or "right"), or none."""

    way: str
    side: str
    index: Index
    value: float


@dataclass(frozen=True)
class SharingOfAll(Question):
    """Find out for every line whether it shares memory, by writing into it."""


@dataclass(frozen=True, eq=False)
class ArrayState:
    """An array at one moment: what Python's ``id`` says, where its numbers lie, and what they are."""

    object_id: int
    address: int
    values: Numbers
    is_numpy: bool


@dataclass(frozen=True, eq=False)
class SharingAnswer:
    """Both arrays before and after something was written; ``refusal`` is what was said if it could not be."""

    left: tuple[ArrayState, ArrayState]
    right: tuple[ArrayState, ArrayState]
    refusal: str = ""

    @property
    def same_object(self) -> bool:
        """Whether both names belong to one object at the end."""
        return self.left[1].object_id == self.right[1].object_id

    @property
    def offset(self) -> int | None:
        """How many bytes the right one's numbers begin behind those of the left one, None if they lie elsewhere."""
        apart = self.right[1].address - self.left[1].address
        return apart if 0 <= apart < self.left[1].values.nbytes else None

    @property
    def shares_memory(self) -> bool:
        """Whether the numbers lie in the same place."""
        return self.offset is not None

    def changed(self, side: str) -> NDArray[np.bool_]:
        """Tell of each entry of an array whether it is another number now."""
        before, after = self.left if side == "left" else self.right
        return np.not_equal(before.values, after.values)


@dataclass(frozen=True)
class Verdict:
    """What was found out of a line: whether both are one object, and whether what is written shows in the other."""

    same_object: bool
    shares_memory: bool


def verdict_text(answer: SharingAnswer, way: Way) -> str:
    """Return what the addresses say, in a sentence."""
    names = {"left": way.left, "right": way.right}
    if answer.same_object:
        return say("{left} and {right} are one object: two names for the same array.", **names)
    offset = answer.offset
    if offset is None and way.group == "write":
        return say("{left} and {right} are two arrays now, each with a memory of its own.", **names)
    if offset is None:
        return say("{right} has a memory of its own: it is a copy.", **names)
    if offset == 0:
        return say("{left} and {right} are two objects that share one memory.", **names)
    return say(
        "{left} and {right} share memory: {right} begins {bytes} bytes, which are {count} numbers, behind {left}.",
        bytes=offset,
        count=offset // 4,
        **names,
    )


def written_text(answer: SharingAnswer, way: Way, side: str) -> str:
    """Return what writing did, in a sentence."""
    if answer.refusal:
        return answer.refusal
    if way.group == "write":
        kept = answer.left[0].object_id == answer.left[1].object_id
        if kept:
            return say("The result went into the memory of x: id(x) is the same, and z shows it too.")
        return say("The result has a new memory, and the name x moved there: id(x) is another one. z kept the old one.")
    written, other = (way.left, way.right) if side == "left" else (way.right, way.left)
    number = int(answer.changed("right" if side == "left" else "left").sum())
    if number:
        return say("An entry of {written} was written, and {other} shows it at once.", written=written, other=other)
    if answer.shares_memory:
        return say("An entry of {written} was written that is no part of {other}.", written=written, other=other)
    return say("An entry of {written} was written, and {other} stayed as it was.", written=written, other=other)
