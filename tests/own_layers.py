"""Programs of users, good and hostile ones, as a test of layers from files needs them."""

from __future__ import annotations

import threading
from pathlib import Path

from core.experiment import Experiment, from_dict
from core.programs import Program


class Gate:
    """Where a layer stands still in training until the test lets it through."""

    def __init__(self) -> None:
        self.reached, self.opened = threading.Event(), threading.Event()

    def pass_through(self) -> None:
        self.reached.set()
        self.opened.wait()

    def shut(self) -> None:
        self.reached.clear()
        self.opened.clear()


GATE = Gate()

_HEAD = """import time

import mxnet as mx
import numpy as np
from mxnet import autograd, nd
from mxnet.gluon import nn


"""

MY_DENSE = """class OwnDense(nn.HybridBlock):
    def __init__(self, units=7):
        super().__init__()
        self.weight = self.params.get("weight", shape=(units, 0), allow_deferred_init=True)
        self.bias = self.params.get("bias", shape=(units,), init="zeros")
        self.units = units

    def infer_shape(self, X):
        self.weight.shape = (self.units, X.shape[1])

    def hybrid_forward(self, F, X, weight, bias):
        return F.relu(F.FullyConnected(X, weight, bias, num_hidden=self.units))
"""

_SCALED = """class Own(nn.HybridBlock):
    def __init__(self):
        super().__init__()
        self.scale = self.params.get("scale", shape=(6,){init})

    def hybrid_forward(self, F, X, scale):
        return F.broadcast_mul(X, scale.expand_dims(0))
"""

_WRONG = """class Wrong(autograd.Function):
    def forward(self, X):
        return X * X

    def backward(self, dY):
        {body}


"""

_BLOCK = "class Own(nn.Block):\n    def forward(self, X):\n        {body}\n"
_HYBRID = "class Own(nn.HybridBlock):\n    def hybrid_forward(self, F, X):\n        {body}\n"

SOURCES = {
    "dense": MY_DENSE.replace("OwnDense", "Own"),
    "doubled": _HYBRID.format(body="return 2 * X"),
    "normed": "class Own(nn.HybridBlock):\n    def __init__(self):\n        super().__init__()\n"
    "        self.norm = nn.BatchNorm()\n        self.drop = nn.Dropout(0.5)\n\n"
    "    def hybrid_forward(self, F, X):\n        return self.drop(self.norm(X))\n",
    "vector": _SCALED.format(init=""),
    "vector with init": _SCALED.format(init=", init='ones'"),
    "imperative": _BLOCK.format(body="return 2 * X"),
    "unhybridizable": _HYBRID.format(body="return X.reshape((X.shape[0], -1))"),
    "noise": _BLOCK.format(body="return X + nd.random.normal(shape=X.shape)"),
    "numpy noise": _BLOCK.format(body="return X + nd.array(np.random.normal(size=X.shape))"),
    "wrong gradient": _WRONG.format(body="return dY") + _BLOCK.format(body="return Wrong()(X)"),
    "no gradient": _BLOCK.format(body="return nd.array(2 * X.asnumpy())"),
    "failing gradient": _WRONG.format(body="raise ValueError('no way back')") + _BLOCK.format(body="return Wrong()(X)"),
    "endless": "while True:\n    pass\n" + _BLOCK.format(body="return X"),
    "raising": _BLOCK.format(body="return X") + "\n    def __init__(self):\n        raise KeyError('mine')\n",
    "arguments": _BLOCK.format(body="return X") + "\n    def __init__(self, units):\n        super().__init__()\n",
    "wrong shape": _BLOCK.format(body="return X.sum()"),
    "two outputs": _BLOCK.format(body="return X, X"),
    "not finite": _HYBRID.format(body="return F.log(X)"),
    "exit": _BLOCK.format(body="import os; os._exit(3)"),
    "standing still": "from tests.own_layers import GATE\n\n"
    + _BLOCK.format(body="GATE.pass_through() if autograd.is_training() else None; return X"),
    "hang in C": "import ctypes\n\nctypes.PyDLL(None).sleep(60)\n" + _BLOCK.format(body="return X"),
}
"""Each holds a class ``Own``."""


def program(name: str) -> Program:
    """Return one of the programs above."""
    return Program(f"{name.replace(' ', '_')}.py", (_HEAD + SOURCES[name]).encode())


def saved(folder: Path, name: str = "doubled") -> Path:
    """Write one of the programs above into a folder, and return its path."""
    own = program(name)
    path = folder / own.name
    path.write_bytes(own.source)
    return path


def custom(own: Program, file: Path | str = "/nowhere/own.py") -> dict[str, str]:
    """Return a layer of the class ``Own`` of a program, as an experiment file has it."""
    return {"kind": "custom", "class_name": "Own", "file": str(file), "sha256": own.sha256}


def with_layer(own: Program, file: Path | str = "/nowhere/own.py", **settings: object) -> Experiment:
    """Return a small experiment on two inputs, with a layer of the user's own between two Dense layers."""
    layers = [{"kind": "dense", "units": 6, "activation": "tanh"}, custom(own, file), {"kind": "dense"}]
    data = {"kind": "circle", "num_samples": 100}
    return from_dict({"data": data, "layers": layers, "training": {"num_epochs": 2, "batch_size": 20}} | settings)
