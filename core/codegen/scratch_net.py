"""The network from scratch: arrays, and the function ``net``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.codegen.scratch_functions import definitions
from core.codegen.scratch_init import Draws
from core.codegen.scratch_layers import ScratchArray, ScratchLayer, scratch_layer
from core.codegen.segments import Segment, segments
from core.codegen.source import Source
from core.codegen.subject import Subject
from core.losses import SoftmaxCrossEntropy
from core.texts import say


@dataclass(frozen=True)
class _Named:
    """Layers, those of a group one after the other, with the names of their arrays.

    ``collected`` is the name of the list that holds the arrays of all repeats, empty for single layers. ``shares``
    tells that the arrays are those of an earlier layer.
    """

    segment: Segment
    layers: tuple[ScratchLayer, ...]
    names: tuple[tuple[str, ...], ...]
    collected: str
    shares: bool = False

    def output(self, offset: int) -> str:
        """Return what the layer at ``offset`` makes of ``X``."""
        layer = self.layers[offset]
        named = {array.name: name for array, name in zip(layer.arrays, self.names[offset], strict=True)}
        return layer.output.format_map(named)

    def arrays(self) -> Iterator[tuple[int, ScratchArray, str]]:
        """Yield the offset of the layer, the array and its name, for all arrays of its own."""
        if self.shares:
            return
        for offset, (layer, names) in enumerate(zip(self.layers, self.names, strict=True)):
            for array, name in zip(layer.arrays, names, strict=True):
                yield offset, array, name


def write_scratch_net(source: Source, subject: Subject) -> list[str]:
    """Write the network; return the names of the lists of arrays that are needed to restore it."""
    draws = Draws()
    layers = [scratch_layer(subject, report, draws) for report in subject.stack.layers]
    several = _named(layers, subject.owners)
    wanted = [name for layer in layers for name in layer.functions]
    if isinstance(subject.experiment.loss, SoftmaxCrossEntropy):
        wanted.append("log_softmax")
    texts = definitions(wanted) + draws.definitions()
    if texts:
        source.section(say("Functions"), blanks=2)
        source.add(f"# {say('They round as Gluon does, so that the losses agree to the last digits')}")
        source.add("\n\n\n".join(texts))
    source.section(say("Model"), blanks=2 if texts else 1)
    source.add(f"mx.random.seed({subject.experiment.training.seed})", "training.seed", phase="initialise")
    lists = _write_arrays(source, subject, several)
    source.blank(2)
    source.add("def net(X):", phase="forward")
    with source.indented():
        for named in several:
            _write_forward(source, subject, named, is_last=named is several[-1])
    return lists


def _named(layers: list[ScratchLayer], owners: dict[int, int]) -> list[_Named]:
    """Give all arrays their names: numbers follow them where there is more than one layer with arrays.

    Args:
        layers: in their order.
        owners: the position of the layer whose arrays a layer shares, by the position of that layer.
    """
    shared = {*owners, *owners.values()}
    found = list(segments([(layer, i if i in shared else -1) for i, layer in enumerate(layers)]))
    singles = [s for s in found if s.repeats == 1 and layers[s.start].arrays and s.start not in owners]
    numbered = len(singles) > 1 or any(segment.repeats > 1 for segment in found)
    several = sum(segment.repeats > 1 for segment in found)
    named: list[_Named] = []
    number = 0
    for segment in found:
        group = tuple(layers[segment.start : segment.start + segment.period])
        if segment.repeats > 1:
            names = tuple(_names_in_group(group))
            place = sum(bool(other.collected) for other in named) + 1
            has_arrays = any(layer.arrays for layer in group)
            collected = ("blocks" if several == 1 else f"blocks{place}") if has_arrays else ""
            named.append(_Named(segment, group, names, collected))
            continue
        if segment.start in owners:
            given = next(other for other in named if other.segment.start == owners[segment.start])
            named.append(_Named(segment, group, given.names, "", shares=True))
            continue
        number += bool(group[0].arrays)
        ending = str(number) if numbered else ""
        named.append(_Named(segment, group, (tuple(array.name + ending for array in group[0].arrays),), ""))
    return named


def _names_in_group(group: tuple[ScratchLayer, ...]) -> Iterator[tuple[str, ...]]:
    taken: set[str] = set()
    for offset, layer in enumerate(group):
        names = tuple(f"{a.name}_{offset}" if a.name in taken else a.name for a in layer.arrays)
        taken.update(names)
        yield names


def _write_arrays(source: Source, subject: Subject, several: list[_Named]) -> list[str]:
    """Write how the arrays are made and listed; return the names of the lists."""
    collects = any(named.collected for named in several)
    all_arrays = [array for named in several for _, array, _ in named.arrays()]
    lists = {"params": True} if all(array.trained for array in all_arrays) else {"params": True, "running": False}
    if collects:
        source.add("\n".join(f"{name} = []" for name in lists))
    for named in several:
        _write_layer_arrays(source, subject, named)
        if named.collected:
            _write_collecting(source, subject, named, lists)
    for name, trained in lists.items():
        single = [n for named in several if not named.collected for _, a, n in named.arrays() if a.trained == trained]
        if single or not collects:
            source.bracketed(f"{name} {'+=' if collects else '='} ", single)
    if subject.has_penalty:
        _write_weights(source, subject)
    source.add("for param in params:\n    param.attach_grad()", phase="initialise")
    return list(lists)


def _write_weights(source: Source, subject: Subject) -> None:
    if subject.experiment.penalty.on == "weights":
        source.add("weights = [param for param in params if param.ndim > 1]", "penalty.on")
    else:
        source.add("weights = params", "penalty.on")


def _write_layer_arrays(source: Source, subject: Subject, named: _Named) -> None:
    if named.collected:
        return
    for offset, array, name in named.arrays():
        paths = subject.layer_paths(named.segment.positions(offset)[0])
        if name.startswith("W"):
            paths = [*paths, *subject.initializer_paths(named.segment.positions(offset)[0])]
        source.add(f"{name} = {array.made}", *paths, phase="initialise")


def _write_collecting(source: Source, subject: Subject, named: _Named, lists: dict[str, bool]) -> None:
    """Write the loop that makes the arrays of layers that repeat themselves."""
    segment = named.segment
    paths = [path for o in range(segment.period) for p in segment.positions(o) for path in subject.layer_paths(p)]
    source.add(f"{named.collected} = []", *paths)
    source.add(f"for _ in range({segment.repeats}):", *paths)
    with source.indented():
        for offset, array, name in named.arrays():
            own = [path for position in segment.positions(offset) for path in subject.layer_paths(position)]
            if array.name == "W":
                own += subject.initializer_paths(segment.positions(offset)[0])
            source.add(f"{name} = {array.made}", *own, phase="initialise")
        names = [name for _, _, name in named.arrays()]
        comma = "," if len(names) == 1 else ""
        source.add(f"{named.collected}.append(({', '.join(names)}{comma}))", *paths)
        for list_name, trained in lists.items():
            listed = [name for _, array, name in named.arrays() if array.trained == trained]
            if listed:
                source.add(f"{list_name} += [{', '.join(listed)}]", *paths)


def _write_forward(source: Source, subject: Subject, named: _Named, is_last: bool) -> None:
    segment = named.segment
    if segment.repeats == 1:
        begin = "return" if is_last else "X ="
        source.add(f"{begin} {named.output(0)}", *subject.layer_paths(segment.start), phase="forward")
        return
    names = [name for _, _, name in named.arrays()]
    paths = [path for o in range(segment.period) for p in segment.positions(o) for path in subject.layer_paths(p)]
    comma = "," if len(names) == 1 else ""
    loop = f"for {', '.join(names)}{comma} in {named.collected}:" if names else f"for _ in range({segment.repeats}):"
    source.add(loop, *paths, phase="forward")
    with source.indented():
        for offset in range(segment.period):
            own = [path for position in segment.positions(offset) for path in subject.layer_paths(position)]
            source.add(f"X = {named.output(offset)}", *own, phase="forward")
    if is_last:
        source.add("return X", phase="forward")
