"""Broadcasting by MXNet against NumPy."""

from __future__ import annotations

from functools import reduce

import numpy as np
import pytest

from core.engine.answers import ANSWERERS
from core.explorers.broadcasting import EXAMPLES, OPERATIONS, Broadcast, entries, parse_shapes

NUMPY = {
    "add": np.add,
    "subtract": np.subtract,
    "multiply": np.multiply,
    "divide": np.divide,
    "maximum": np.maximum,
    "minimum": np.minimum,
    "greater": np.greater,
    "equal": np.equal,
}


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("text", EXAMPLES)
def test_mxnet_says_what_numpy_says(text, operation):
    shapes, _ = parse_shapes(text)
    answer = ANSWERERS[Broadcast](Broadcast(shapes, operation))
    arrays = [entries(position, shape, operation) for position, shape in enumerate(shapes)]
    try:
        expected = reduce(NUMPY[operation], arrays)
    except ValueError:
        assert answer.result is None
        assert answer.refusal.startswith("operands could not be broadcast together with shapes")
    else:
        np.testing.assert_allclose(answer.result, expected, rtol=1e-6)
