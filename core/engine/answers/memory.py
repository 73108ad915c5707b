"""Who shares memory with whom, found out by doing it in MXNet."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from core.engine.mx import mx
from core.explorers.memory import ADDED, SHAPE, WAYS, ArrayState, Sharing, SharingAnswer, SharingOfAll, Verdict
from core.texts import say

_MAKERS: dict[str, Callable[[Any], Any]] = {
    "assign": lambda x: x,
    "rows": lambda x: x[1:3],
    "row": lambda x: x[1],
    "columns": lambda x: x[:, 1:3],
    "every_second": lambda x: x[::2],
    "list": lambda x: x[[0, 2]],
    "reshape": lambda x: x.reshape((2, 6)),
    "transpose": lambda x: x.T,
    "copy": lambda x: x.copy(),
    "context": lambda x: x.as_in_context(x.context),
    "detach": lambda x: x.detach(),
    "astype": lambda x: x.astype("float32"),
    "plus": lambda x: x + 0,
    "asnumpy": lambda x: x.asnumpy(),
    "array": mx.nd.array,
    "from_numpy": mx.nd.from_numpy,
}


def share(question: Sharing) -> SharingAnswer:
    """Run the line, write the entry, and return both arrays before and after."""
    if WAYS[question.way].group == "write":
        return _write(question)
    left = _numbers() if WAYS[question.way].left == "n" else mx.nd.array(_numbers())
    right = _MAKERS[question.way](left)
    before = _state(left), _state(right)
    refusal = ""
    if question.side != "none":
        target = left if question.side == "left" else right
        try:
            target[question.index] = question.value
            # MXNet writes in the background; NumPy, which may read the same memory, does not wait for it.
            mx.nd.waitall()
        except ValueError:
            refusal = say("from_numpy has made n read-only, since y lives in its memory: write y, and n shows it.")
    return SharingAnswer((before[0], _state(left)), (before[1], _state(right)), refusal)


def share_all(question: SharingOfAll) -> Iterator[Mapping[str, Verdict]]:
    """Yield for one line after another what is found out when an entry that both arrays have is written."""
    for name, way in WAYS.items():
        answer = share(Sharing(name, "right", (0,) * _rank(name), -1.0))
        if way.group == "write":
            shown = answer.left[0].object_id == answer.left[1].object_id
        else:
            shown = bool(answer.changed("left").any())
        yield {name: Verdict(answer.same_object, shown)}


def _rank(name: str) -> int:
    return 1 if name == "row" else 2


def _numbers() -> Any:
    return np.arange(np.prod(SHAPE), dtype=np.float32).reshape(SHAPE)


def _write(question: Sharing) -> SharingAnswer:
    x, d = mx.nd.array(_numbers()), mx.nd.full(SHAPE, ADDED)
    z = x
    before = _state(x), _state(z)
    if question.side != "none":
        if question.way == "rebind":
            x = x + d
        elif question.way == "in_place":
            x[:] = x + d
        elif question.way == "augmented":
            x += d
        else:
            mx.nd.elemwise_add(x, d, out=x)
    return SharingAnswer((before[0], _state(x)), (before[1], _state(z)))


def _state(array: Any) -> ArrayState:
    if isinstance(array, np.ndarray):
        return ArrayState(id(array), array.ctypes.data, array.copy(), True)
    array.wait_to_read()
    address = ctypes.c_void_p()
    mx.base.check_call(mx.base._LIB.MXNDArrayGetData(array.handle, ctypes.byref(address)))
    return ArrayState(id(array), int(address.value or 0), array.asnumpy(), False)
