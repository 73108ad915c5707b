"""Layers that share their parameters: who owns them, what does not fit, and how edits keep it right.

The first layer of those that share is the owner: it has a name, and the later ones refer to it by that name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from core.layers import LAYERS, LayerBase, ParametricLayer
from core.texts import say

Trees = list[dict[str, Any]]
"""Layers as JSON has them."""

_PARAMETRIC = {kind.kind_name(): kind for kind in LAYERS if issubclass(kind, ParametricLayer)}


def owners(layers: Sequence[LayerBase]) -> dict[int, int]:
    """Return the position of the owner for each layer that shares the parameters of an earlier one, by position.

    What refers to no earlier layer of its kind, or to one that shares itself, is left out.
    """
    found: dict[int, int] = {}
    for position in range(len(layers)):
        owner = _named_before(layers, position)
        if owner is not None and not problem(layers, position):
            found[position] = owner
    return found


def sharers(layers: Sequence[LayerBase], position: int) -> tuple[int, ...]:
    """Return the positions of the layers that use the parameters of the one at ``position``."""
    return tuple(sharer for sharer, owner in owners(layers).items() if owner == position)


def problem(layers: Sequence[LayerBase], position: int) -> str:
    """Return why a layer cannot share the parameters of the one that it names, shapes aside; empty if it can."""
    layer = layers[position]
    if not isinstance(layer, ParametricLayer) or not layer.shares:
        return ""
    owner = _named_before(layers, position)
    if owner is None:
        return say(
            "it shares the parameters of a layer '{name}', but no earlier layer has that name. "
            "Choose another one, or let it have its own.",
            name=layer.shares,
        )
    found = layers[owner]
    number = owner + 1
    if type(found) is not type(layer):
        return say(
            "it shares the parameters of layer {number}, which is a {title}. Both must be of the same kind.",
            number=number,
            title=found.title,
        )
    assert isinstance(found, ParametricLayer)
    if found.shares:
        return say(
            "it shares the parameters of layer {number}, which shares those of another one. Choose that one.",
            number=number,
        )
    if sum(isinstance(other, ParametricLayer) and other.name == layer.shares for other in layers) > 1:
        return say("it shares the parameters of '{name}', but several layers have that name.", name=layer.shares)
    return ""


def _named_before(layers: Sequence[LayerBase], position: int) -> int | None:
    """Return the position of the earlier layer whose name the one at ``position`` refers to."""
    layer = layers[position]
    if not isinstance(layer, ParametricLayer) or not layer.shares:
        return None
    for earlier in range(position):
        other = layers[earlier]
        if isinstance(other, ParametricLayer) and other.name == layer.shares:
            return earlier
    return None


def shared(layers: Trees, position: int, owner: int) -> Trees:
    """Return layers of which the one at ``position`` uses the parameters of the one at ``owner``.

    It takes over the settings on which the shapes of the parameters depend.
    """
    layers = separated(layers, position)
    giver, taker = layers[owner], layers[position]
    name = giver.get("name") or _new_name(layers, giver["kind"])
    alike = {field: giver[field] for field in _PARAMETRIC[giver["kind"]].shape_fields}
    layers[owner] = giver | {"name": name}
    layers[position] = taker | alike | {"name": "", "shares": name}
    return settled(layers)


def separated(layers: Trees, position: int) -> Trees:
    """Return layers of which the one at ``position`` has parameters of its own; those that used its share on."""
    layers = [dict(layer) for layer in layers]
    layer = layers[position]
    if "shares" not in layer:
        return layers
    before = layer["name"]
    layers[position] = layer | {"name": "", "shares": ""}
    heirs = [later for later in layers if before and later.get("shares") == before]
    if heirs:
        heirs[0].update(name=before, shares="")
    return settled(layers)


def settled(layers: Trees) -> Trees:
    """Return layers after one was moved, added or removed, so that the first of those that share is the owner again.

    A new owner takes over how the weights are drawn. Names to which nobody refers any more are dropped.
    """
    layers = [dict(layer) for layer in layers]
    for name in {layer["shares"] for layer in layers if layer.get("shares")}:
        group = [layer for layer in layers if name in (layer.get("name"), layer.get("shares"))]
        if len({layer["kind"] for layer in group}) > 1:
            continue  # as it was opened; a sentence tells about it
        old = next((layer for layer in group if layer["name"] == name), group[0])
        drawn = {"initializer": old["initializer"]} if "initializer" in old else {}
        for layer in group:
            layer.update(name="", shares=name)
        group[0].update(drawn, name=name, shares="")
    used = {layer.get("shares") for layer in layers}
    for layer in layers:
        if layer.get("name") and layer["name"] not in used:
            layer["name"] = ""
    return layers


def copied(layer: dict[str, Any]) -> dict[str, Any]:
    """Return a copy of a layer that has parameters of its own where the original owns them."""
    return layer | {"name": ""} if layer.get("name") else dict(layer)


def alike(layers: Sequence[LayerBase], position: int, field: str) -> Iterator[int]:
    """Yield the other layers that must have the same value of a field, since they share parameters."""
    layer = layers[position]
    if not isinstance(layer, ParametricLayer) or field not in layer.shape_fields:
        return
    found = owners(layers)
    owner = found.get(position, position)
    for other in (owner, *sharers(layers, owner)):
        if other != position:
            yield other


def _new_name(layers: Trees, kind: str) -> str:
    """Return a name that no layer has: dense1, dense2 and so on."""
    taken = {layer.get("name") for layer in layers} | {layer.get("shares") for layer in layers}
    number = 1
    while f"{kind}{number}" in taken:
        number += 1
    return f"{kind}{number}"
