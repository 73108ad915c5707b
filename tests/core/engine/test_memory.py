"""Runs that do not fit are refused before anything is allocated."""

from __future__ import annotations

import subprocess
import sys

import psutil
import pytest

from core.engine.memory import check_memory, estimated_bytes
from core.errors import ExperimentError, ResourcesError
from tests.core.engine.runs import DENSE, DENSE_RELU, a_run, small


def of_size(layers, batch_size=200, **more):
    return small(layers, training={"batch_size": batch_size}, **more)


def test_the_estimate_is_the_sum_of_what_is_kept():
    # The largest part is that for validation: 719 samples are evaluated at once. 539 are there for training.
    weights = 64 * 32 + 32 + 32 * 10 + 10
    widths = 64 + 32 + 10
    data = 64 * 1797
    sgd = of_size([DENSE_RELU, DENSE])
    assert estimated_bytes(sgd) == 4 * (3 * weights + widths * (3 * 200 + 719) + data)
    all_at_once = of_size([DENSE_RELU, DENSE], batch_size=100_000)
    assert estimated_bytes(all_at_once) == 4 * (3 * weights + widths * (3 * 539 + 719) + data)
    adam = of_size([DENSE_RELU, DENSE], optimizer={"kind": "adam"})
    assert estimated_bytes(adam) == estimated_bytes(sgd) + 4 * weights
    early = of_size([DENSE_RELU, DENSE], stopping={"patience": 3})
    assert estimated_bytes(early) == estimated_bytes(sgd) + 4 * weights, "the best parameters are kept"


def measured(script):
    """Return the numbers that a script prints. Here, memory that earlier tests gave back would be used again unseen."""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return [int(word) for word in done.stdout.split()]


def test_the_estimate_holds_in_reality():
    weights, grown, estimate = measured(_MEASURE)
    assert 2 * weights < grown < estimate


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of one process alone is told by Linux only")
def test_the_estimate_holds_for_images():
    grown, estimate = measured(_MEASURE_IMAGES)
    # Arrays are reused where that is possible, so less is needed than what every layer keeps.
    assert 0.3 * estimate < grown < estimate


_MEASURE = """
import psutil
from core.engine.memory import estimated_bytes
from core.engine.parameters import get_arrays
from tests.core.engine.runs import a_run
from tests.core.engine.test_memory import DENSE, of_size

a_run(of_size([DENSE])).close()
experiment = of_size([{"kind": "dense", "units": 10_000}, {"kind": "dense", "units": 1000}, DENSE])
before = psutil.Process().memory_info().rss
run = a_run(experiment)
events = run.events()
# RunStarted and the first batch: all arrays are there now.
next(events), next(events)
grown = psutil.Process().memory_info().rss - before
print(4 * sum(array.size for array in get_arrays(run.net).values()), grown, estimated_bytes(experiment))
"""


_MEASURE_IMAGES = '''
from pathlib import Path
import numpy as np
from core.engine.memory import estimated_bytes
from core.events import EpochDone
from core.experiment import from_dict
from tests.core.engine.runs import DENSE, a_run, parts_of, small
from core.data import Samples

def peak():
    """Return the most bytes that this process had; ru_maxrss would begin with those of the process that started it."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return 1024 * int(next(line.split()[1] for line in lines if line.startswith("VmHWM:")))

CONV = {"kind": "conv2d", "channels": 48, "padding": 1, "activation": "relu"}
layers = [CONV, {"kind": "max_pool2d"}, CONV, {"kind": "batch_norm"}, {"kind": "avg_pool2d"}, DENSE]
a_run(small(layers)).close()
experiment = from_dict({"data": {"kind": "fashion_mnist", "num_train": 300}, "layers": layers})
X, y = np.zeros((1100, 1, 28, 28), np.uint8), np.zeros(1100, np.int64)
parts = parts_of(X, y, 10, validation=Samples(X, y))
before = peak()
run = a_run(experiment, parts)
for event in run.events():
    if isinstance(event, EpochDone):
        break
print(peak() - before, estimated_bytes(experiment))
'''


class Memory:
    def __init__(self, available):
        self.available = available


@pytest.mark.parametrize(("spare", "fits"), [(0, True), (-1, False)])
def test_the_estimate_is_compared_with_the_free_memory(monkeypatch, spare, fits):
    experiment = of_size([DENSE_RELU, DENSE])
    monkeypatch.setattr(psutil, "virtual_memory", lambda: Memory(estimated_bytes(experiment) + spare))
    if fits:
        check_memory(experiment)
    else:
        with pytest.raises(ResourcesError, match="Use fewer units or channels, fewer layers or a smaller batch size"):
            check_memory(experiment)


def test_more_weights_than_mxnet_can_count_are_refused_whatever_the_memory(monkeypatch):
    monkeypatch.setattr(psutil, "virtual_memory", lambda: Memory(2**60))
    giant = {"kind": "dense", "units": 50_000}
    check_memory(of_size([{"kind": "dense", "units": 40_000}, giant, DENSE]))
    with pytest.raises(ExperimentError, match=r"2,500,000,000 weights; MXNet handles at most 2,147,483,647"):
        a_run(of_size([giant, giant, DENSE]))
