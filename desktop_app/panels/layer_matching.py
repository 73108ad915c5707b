"""Which card shows which layer after a change, and where a new layer goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.layers import LAYERS, LayerBase, WindowLayer
from core.stack import StackReport

IMAGE_AXES = 3
"""Channels, height and width."""
_IMAGE_KINDS = [layer.kind_name() for layer in LAYERS if issubclass(layer, WindowLayer)]


def matching(old: Sequence[LayerBase], new: Sequence[LayerBase]) -> list[int | None]:
    """Return for each new layer the position of the old one whose card shows it from now on, None for a new card.

    Layers that are equal at both ends keep their cards; in between an equal layer is taken for one that moved, and
    one of the same kind for one that changed. Only layers of the same kind share a card.
    """
    start = _common(old, new)
    end = min(_common(old[::-1], new[::-1]), len(old) - start, len(new) - start)
    found: list[int | None] = [None] * len(new)
    found[:start] = range(start)
    for k in range(1, end + 1):
        found[-k] = len(old) - k
    free = list(range(start, len(old) - end))

    def pair(same: Callable[[LayerBase, LayerBase], bool]) -> None:
        for i in range(start, len(new) - end):
            match = next((k for k in free if found[i] is None and same(old[k], new[i])), None)
            if match is not None:
                found[i] = match
                free.remove(match)

    pair(lambda before, after: before == after)
    pair(lambda before, after: type(before) is type(after))
    return found


def _common(first: Sequence[LayerBase], second: Sequence[LayerBase]) -> int:
    """Return how many layers both sequences have in common at their beginning."""
    number = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        number += 1
    return number


def place_for_new_layer(report: StackReport, selected: int | None, kind: str) -> int:
    """Return the position of a layer to be added: after the selected one or at the end.

    Args:
        report: of the stack as it is.
        selected: position of the selected layer, or None.
        kind: of the new layer.

    Returns:
        A position that never lies behind an output layer which follows the data set, if that closes the stack
        or is the selected one. What works on images is put where there are still images, if there are any.
    """
    place = len(report.layers) if selected is None else selected + 1
    behind_output = place > 0 and place - 1 == report.output_position
    if behind_output and report.layers[place - 1].follows_data:
        place -= 1
    if kind in _IMAGE_KINDS:
        shapes = [report.input_shape, *(layer.output_shape for layer in report.layers)]
        return max((i for i in range(place + 1) if len(shapes[i]) == IMAGE_AXES), default=place)
    return place
