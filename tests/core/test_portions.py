"""How many samples are evaluated at once."""

from __future__ import annotations

import pytest

from core.portions import evaluation_batch
from tests.core.engine.runs import DENSE, small


def of_size(layers, batch_size=200):
    return small(layers, training={"batch_size": batch_size})


def test_evaluation_takes_fewer_samples_at_once_where_each_costs_much():
    conv = {"kind": "conv2d", "channels": 64, "padding": 1}
    # 64 channels of 64 kernels of 3 by 3 weights and one bias, at 64 places.
    work = 64 * (64 * 9 + 1) * 64
    experiment = of_size([conv, *[conv] * 9, DENSE])
    assert evaluation_batch(experiment) == 4 * 10**9 // (9 * work + 64 * 10 * 64 + 64 * 64 * 10 + 10)
    assert evaluation_batch(of_size([conv, *[conv | {"channels": 600}] * 9, DENSE])) == 64


@pytest.mark.parametrize(("batch_size", "expected"), [(1, 1024), (256, 1024), (2000, 2000), (100_000, 4096)])
def test_evaluation_takes_many_samples_at_once_but_not_too_many(batch_size, expected):
    assert evaluation_batch(of_size([DENSE], batch_size=batch_size)) == expected
