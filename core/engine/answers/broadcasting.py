"""Broadcasting as MXNet does it."""

from __future__ import annotations

from functools import reduce

from core.engine.mx import mx
from core.errors import essence
from core.explorers.broadcasting import Broadcast, BroadcastAnswer, entries

_OPERATORS = {
    "add": mx.nd.broadcast_add,
    "subtract": mx.nd.broadcast_sub,
    "multiply": mx.nd.broadcast_mul,
    "divide": mx.nd.broadcast_div,
    "maximum": mx.nd.broadcast_maximum,
    "minimum": mx.nd.broadcast_minimum,
    "greater": mx.nd.broadcast_greater,
    "equal": mx.nd.broadcast_equal,
}


def broadcast(question: Broadcast) -> BroadcastAnswer:
    """Return what MXNet makes of the arrays, the first two first."""
    arrays = [
        mx.nd.array(entries(position, shape, question.operation)) for position, shape in enumerate(question.shapes)
    ]
    try:
        return BroadcastAnswer(reduce(_OPERATORS[question.operation], arrays).asnumpy())
    except mx.base.MXNetError as error:
        # In front of the sentence stands the condition that failed, in C++.
        return BroadcastAnswer(None, essence(error).rpartition(": ")[2])
