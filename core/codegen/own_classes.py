"""Layers of one's own in a program: the classes that come along, and those from the user's files."""

from __future__ import annotations

import keyword
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from core import programs
from core.codegen.source import Source
from core.codegen.subject import Subject
from core.layers import CenteredLayer, CustomLayer, MyDense
from core.texts import say

_CENTERED = """class CenteredLayer(nn.HybridBlock):
    def hybrid_forward(self, F, X):
        return F.broadcast_sub(X, F.mean(X, axis=0, exclude=True, keepdims=True))"""

_MY_DENSE = """class MyDense(nn.HybridBlock):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.weight = self.params.get(
            "weight", shape=(0, units), allow_deferred_init=True
        )
        self.bias = self.params.get("bias", shape=(units,), init="zeros")

    def infer_shape(self, X):
        self.weight.shape = (X.shape[1], self.units)

    def hybrid_forward(self, F, X, weight, bias):
        return F.relu(F.broadcast_add(F.dot(X, weight), bias))"""

_TEXTS = {CenteredLayer: _CENTERED, MyDense: _MY_DENSE}
_OF_MXNET = (
    "cv2",
    "graphviz",
    "scipy",
    "sklearn",
    "requests",
    "certifi",
    "chardet",
    "charset_normalizer",
    "idna",
    "urllib3",
)
TAKEN = {*sys.stdlib_module_names, "mxnet", "numpy", *_OF_MXNET}
"""Modules that a program imports, or MXNet for it: a file of such a name in the program's folder hides the module."""


@dataclass(frozen=True)
class OwnModule:
    """A file of the user beside a program: its module's name, its content, and the classes that are taken from it."""

    name: str
    source: bytes
    classes: tuple[str, ...]

    @property
    def file(self) -> str:
        """The name of the file."""
        return f"{self.name}.py"


def write_own_classes(source: Source, subject: Subject) -> None:
    """Write the classes that come along, as far as the network has such layers."""
    layers = subject.experiment.layers
    there = [kind for kind in _TEXTS if any(isinstance(layer, kind) for layer in layers)]
    if there:
        source.section(say("Layers of one's own"), blanks=2)
    for kind in there:
        paths = [f"layers.{position}" for position, layer in enumerate(layers) if isinstance(layer, kind)]
        source.add(_TEXTS[kind], *paths)
        source.blank(2)


def own_modules(subject: Subject) -> tuple[OwnModule, ...]:
    """Return the files of the user that the program takes layers from."""
    return tuple(_modules(subject))


def _modules(subject: Subject) -> Iterator[OwnModule]:
    layers = [layer for layer in subject.experiment.layers if isinstance(layer, CustomLayer)]
    taken = {*TAKEN, subject.stem}
    for sha256 in dict.fromkeys(layer.sha256 for layer in layers):
        likes = [layer for layer in layers if layer.sha256 == sha256]
        found = programs.agreed(sha256)
        # A stack with a layer to which nobody agreed has problems, and no program.
        assert found is not None
        name = likes[0].file_name.removesuffix(".py")
        if not name.isidentifier() or keyword.iskeyword(name) or name in taken:
            name = f"own_layer_{sha256[:8]}"
        taken.add(name)
        yield OwnModule(name, found.source, tuple(dict.fromkeys(layer.class_name for layer in likes)))
