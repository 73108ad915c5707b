"""The parameters explorer's network as a small MXNet program to take away."""

from __future__ import annotations

from core.explorers.deferred import INITIALIZERS, DeferredSetup, access_code

_OWN = """class MyInit(init.Initializer):
    def _init_weight(self, name, data):
        data[:] = nd.random.uniform(low=-10, high=10, shape=data.shape)
        data *= data.abs() >= 5

"""


def deferred_program(setup: DeferredSetup) -> str:
    """Return a program that does what was done with the network."""
    lines = ["from mxnet import init, nd", "from mxnet.gluon import nn", ""]
    if "own" in _kinds(setup):
        lines.append(_OWN)
    lines.append("net = nn.Sequential()")
    for position, layer in enumerate(setup.layers):
        options = [str(layer.units)]
        options += [f"in_units={layer.in_units}"] if layer.in_units else []
        options += [f"activation='{layer.activation}'"] if layer.activation != "none" else []
        options += ["params=net[0].params"] if setup.shared and position == 1 else []
        lines.append(f"net.add(nn.Dense({', '.join(options)}))")
    if setup.stage != "constructed":
        lines.append(f"net.initialize({_call(setup.previous or setup.initializer)})")
    if setup.stage == "forward":
        lines.append(f"net(nd.random.normal(shape={setup.X_shape}))")
    if setup.stage != "constructed" and setup.reinit:
        lines.append(f"net.initialize({_call(setup.initializer)}, force_reinit=True)")
    if setup.stage != "constructed" and setup.ignored:
        lines.append(f"net.initialize({_call(setup.ignored)})")
    for row, column, value in setup.edits() if setup.stage != "constructed" else ():
        lines.append(f"net[0].weight.data()[{row:.0f}, {column:.0f}] = {value:g}")
    if setup.stage == "forward" and setup.next_shape:
        lines.append(f"net(nd.random.normal(shape={setup.next_shape}))")
    return "\n".join([*lines, f"print({access_code(setup, setup.access)})", ""])


def _kinds(setup: DeferredSetup) -> set[str]:
    return {setup.initializer, setup.previous, setup.ignored}


def _call(kind: str) -> str:
    call = INITIALIZERS[kind]
    return call if kind == "own" else f"init.{call}"
