"""What the explorers of arrays show, as small MXNet programs to take away."""

from __future__ import annotations

import math

import numpy as np

from core.codegen.source import before_mxnet
from core.explorers.autograd import AutogradSetup, graph_of, values_of, x_text
from core.explorers.broadcasting import NAMES, BroadcastingSetup, entries
from core.explorers.expression import Graph, depends_on_x
from core.explorers.memory import ADDED, SHAPE, WAYS, MemorySetup
from core.explorers.sampling import SamplingSetup

_SIGNS = {"add": ("+", 1), "subtract": ("-", 1), "multiply": ("*", 2), "divide": ("/", 2)}
_NEGATIVE, _POWER, _ATOM = 3, 4, 5


def autograd_program(setup: AutogradSetup) -> str:
    """Return the program that differentiates the expression at x."""
    graph, x = graph_of(setup.expression, setup.x)
    numbers = x_text(x) if x.size > 1 or x.ndim == 2 else f"[{x_text(x)}]"
    return "\n".join(
        (
            *_imports("autograd, nd"),
            f"x = nd.array({numbers})",
            "x.attach_grad()",
            "with autograd.record():",
            f"    y = {source(graph)}",
            "y.backward()",
            "print(y)",
            "print(x.grad)",
            "",
        )
    )


def _imports(names: str) -> list[str]:
    return ["import numpy as np", "", *before_mxnet(), f"from mxnet import {names}", ""]


def source(graph: Graph) -> str:
    """Return the expression of a graph as MXNet's Python."""
    return _Writer(graph).write(len(graph) - 1)[0]


class _Writer:
    """Writes nodes with as few brackets as Python needs."""

    def __init__(self, graph: Graph) -> None:
        self._graph, self._depends = graph, depends_on_x(graph)
        self._values = values_of(graph, np.ones(1))

    def write(self, position: int, *, as_array: bool = False) -> tuple[str, int]:
        """Return the text of a node, and how tightly it binds; numbers become arrays where functions need them."""
        node = self._graph[position]
        if node.kind == "x":
            return "x", _ATOM
        if node.kind == "number":
            text = f"{node.number:.17g}" if node.number != round(node.number) else f"{node.number:.0f}"
            if as_array:
                return f"nd.array([{text}])", _ATOM
            return text, _NEGATIVE if node.number < 0 else _ATOM
        if not self._depends[position] and not np.isfinite(self._values[position]).all():
            # Python has no number for it, as for 1 / 0.
            as_array = True
        if node.kind in _SIGNS:
            sign, strength = _SIGNS[node.kind]
            left = self._inside(node.inputs[0], strength, as_array)
            right = self._inside(node.inputs[1], strength + 1, as_array)
            return f"{left} {sign} {right}", strength
        if node.kind == "negative":
            return f"-{self._inside(node.inputs[0], _NEGATIVE, as_array)}", _NEGATIVE
        if node.kind == "power":
            base = self._inside(node.inputs[0], _ATOM, as_array)
            return f"{base} ** {self._inside(node.inputs[1], _POWER, as_array)}", _POWER
        if node.kind == "transpose":
            return f"{self._inside(node.inputs[0], _ATOM, not self._depends[node.inputs[0]])}.T", _ATOM
        inputs = (self.write(i, as_array=not self._depends[i])[0] for i in node.inputs)
        return f"nd.{node.kind}({', '.join(inputs)})", _ATOM

    def _inside(self, position: int, strength: int, as_array: bool) -> str:
        text, binds = self.write(position, as_array=as_array)
        return text if binds >= strength else f"({text})"


def broadcasting_program(setup: BroadcastingSetup) -> str:
    """Return the program that computes the operation on the arrays."""
    lines = _imports("nd")
    for position, shape in enumerate(setup.arrays):
        numbers = entries(position, shape, setup.operation)
        step = numbers.ravel()[1] - numbers.ravel()[0] if numbers.size > 1 else 1
        first, count = numbers.ravel()[0], math.prod(shape)
        if (numbers.ravel() == first + step * np.arange(count)).all() and step > 0:
            made = f"nd.arange({first:.0f}, {first + step * count:.0f}, {step:.0f}).reshape({shape})"
        else:
            made = f"nd.array({numbers.astype(int).ravel().tolist()}).reshape({shape})"
        lines.append(f"{NAMES[position]} = {made}")
    names = NAMES[: len(setup.arrays)]
    sign = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/"}.get(setup.operation)
    result = f" {sign} ".join(names) if sign else names[0]
    for name in () if sign else names[1:]:
        result = f"nd.broadcast_{setup.operation}({result}, {name})"
    return "\n".join([*lines, f"print({result})", ""])


def memory_program(setup: MemorySetup) -> str:
    """Return the program that runs the line, writes the entry, and prints both arrays."""
    way = WAYS[setup.way]
    size = math.prod(SHAPE)
    lines = _imports("nd")
    if way.left == "n":
        lines.append(f"n = np.arange({size}, dtype='float32').reshape({SHAPE})")
    else:
        lines.append(f"x = nd.arange({size}).reshape({SHAPE})")
    if way.group == "write":
        lines += ["z = x", f"d = nd.full({SHAPE}, {ADDED:.0f})", "print(id(x))", way.code, "print(id(x))"]
    else:
        lines.append(way.code)
        if setup.side != "none":
            name = way.left if setup.side == "left" else way.right
            lines.append(f"{name}[{', '.join(map(str, setup.index))}] = {setup.value:g}")
    return "\n".join([*lines, f"print({way.left})", f"print({way.right})", ""])


def sampling_program(setup: SamplingSetup) -> str:
    """Return the program that draws the same samples."""
    call = {
        "uniform": f"uniform({setup.low:g}, {setup.high:g}, {setup.n})",
        "normal": f"normal({setup.mu:g}, {setup.sigma:g}, {setup.n})",
        "poisson": f"poisson({setup.rate:g}, {setup.n})",
    }[setup.distribution]
    return "\n".join(
        (
            *_imports("nd"),
            f"samples = nd.array(np.random.RandomState({setup.seed}).{call})",
            "mean = samples.mean()",
            "variance = ((samples - mean) ** 2).mean()",
            "print(mean, variance)",
            "",
        )
    )
