"""The network and its first weights, as Gluon has them: a ``Sequential``, or a ``Block`` of one's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from core.codegen.own_classes import write_own_classes
from core.codegen.segments import Segment, segments
from core.codegen.source import Source, keywords, literal
from core.codegen.subject import Subject
from core.initializers import InitCall
from core.layers import Dropout, GluonCall
from core.texts import say

_NAMES = {
    "conv2d": "conv",
    "max_pool2d": "pool",
    "avg_pool2d": "pool",
    "batch_norm": "norm",
    "layer_norm": "norm",
    "dense": "hidden",
}

# What these constructors of MXNet take by themselves need not be written.
_DEFAULTS: dict[str, dict[str, object]] = {
    "Xavier": {"rnd_type": "uniform", "factor_type": "avg", "magnitude": 3.0},
    "MSRAPrelu": {"factor_type": "avg", "slope": 0.25},
    "Orthogonal": {"scale": 1.414, "rand_type": "uniform"},
}


def write_concise_net(source: Source, subject: Subject) -> None:
    """Write the network as a ``Sequential``."""
    write_own_classes(source, subject)
    source.section(say("Model"), blanks=2 if source.ends_indented else 1)
    for owner in sorted(set(subject.owners.values())):
        begin = f"{_shared_name(subject, owner)} = "
        source.built(begin, block_texts(subject, owner)[0], "", *subject.layer_paths(owner))
    source.add("net = nn.Sequential()")
    together: list[Segment] = []
    for segment in [*_segments(subject), None]:
        if segment is not None and segment.repeats == 1:
            together.append(segment)
            continue
        if together:
            _write_additions(source, subject, "net", together, "forward")
            together = []
        if segment is not None:
            _write_repeats(source, subject, "net", segment, "forward")
    _write_initialisation(source, subject)


def write_block_net(source: Source, subject: Subject) -> None:
    """Write the network as a subclass of ``Block``."""
    write_own_classes(source, subject)
    source.section(say("Model"), blanks=2)
    named = list(_named(subject))
    source.add("class Net(nn.Block):")
    with source.indented():
        source.add("def __init__(self):\n    super().__init__()")
        with source.indented():
            for segment, name in named:
                owner = subject.owners.get(segment.start)
                giver = next((f"self.{other}" for s, other in named if s.start == owner), "")
                _write_attributes(source, subject, segment, name, giver)
        source.blank()
        source.add("def forward(self, X):", phase="forward")
        with source.indented():
            for segment, name in named:
                calls = 1 if segment.repeats > 1 else len(_calls(subject, segment.start))
                outputs = f"self.{name}(X)" if calls == 1 else f"self.{name}_activation(self.{name}(X))"
                begin = "return" if segment is named[-1][0] else "X ="
                source.add(f"{begin} {outputs}", *_paths(subject, segment), phase="forward")
    source.blank(2)
    source.add("net = Net()")
    _write_initialisation(source, subject)


def _segments(subject: Subject) -> Iterator[Segment]:
    shared = {*subject.owners, *subject.owners.values()}
    # Layers that share stand for themselves.
    positions = range(len(subject.experiment.layers))
    return segments([(block_texts(subject, i), i if i in shared else -1) for i in positions])


def _calls(subject: Subject, position: int) -> tuple[GluonCall, ...]:
    return subject.experiment.layers[position].gluon_calls(subject.num_outputs)


def block_texts(subject: Subject, position: int, params: str = "") -> tuple[str, ...]:
    """Return the constructors' calls of the blocks that make up a layer.

    Args:
        subject: what about.
        position: of the layer.
        params: the block whose parameters it shares, as an expression.
    """
    first, *others = _calls(subject, position)
    return _block_text(first, params), *map(_block_text, others)


def _block_text(call: GluonCall, params: str = "") -> str:
    arguments = [literal(value) for value in call.args]
    for name, value in call.kwargs.items():
        if isinstance(value, InitCall):
            arguments += [] if params else [f"{name}={_init_text(value)}"]
        else:
            arguments.append(f"{name}={literal(value)}")
    arguments += [f"params={params}.params"] if params else []
    return f"{'nn.' if call.source == 'nn' else ''}{call.name}({', '.join(arguments)})"


def _shared_name(subject: Subject, owner: int) -> str:
    """Return the name of the variable for a layer whose parameters others share."""
    several = sorted(set(subject.owners.values()))
    return f"shared{several.index(owner) + 1}" if len(several) > 1 else "shared"


def _texts_in_sequence(subject: Subject, position: int) -> tuple[str, ...]:
    """Return the blocks of a layer as they are added to a ``Sequential``."""
    if position in subject.owners:
        return block_texts(subject, position, _shared_name(subject, subject.owners[position]))
    texts = block_texts(subject, position)
    return (_shared_name(subject, position), *texts[1:]) if position in subject.owners.values() else texts


def _init_text(call: InitCall) -> str:
    usual = _DEFAULTS.get(call.name, {})
    options = {name: value for name, value in call.kwargs.items() if usual.get(name) != value}
    return f"init.{call.name}({', '.join(keywords(options))})"


def _paths(subject: Subject, segment: Segment, offset: int | None = None) -> list[str]:
    """Return the paths of the layers of a segment, or of those at one place of its group."""
    offsets = range(segment.period) if offset is None else [offset]
    return [path for o in offsets for position in segment.positions(o) for path in subject.layer_paths(position)]


def _write_additions(source: Source, subject: Subject, net: str, several: list[Segment], phase: str) -> None:
    """Write how single layers are added to a network."""
    source.add(f"{net}.add(")
    with source.indented():
        for segment in several:
            for text in _texts_in_sequence(subject, segment.start):
                if "(" in text:
                    source.built("", text, ",", *_paths(subject, segment), phase=phase)
                else:
                    source.add(f"{text},", *_paths(subject, segment), phase=phase)
    source.add(")")


def _write_repeats(source: Source, subject: Subject, net: str, segment: Segment, phase: str = "") -> None:
    """Write the loop that adds the layers of a segment to a network."""
    source.add(f"for _ in range({segment.repeats}):", *_paths(subject, segment))
    with source.indented():
        for offset in range(segment.period):
            for text in block_texts(subject, segment.start + offset):
                source.add(f"{net}.add({text})", *_paths(subject, segment, offset), phase=phase)


def _named(subject: Subject) -> Iterator[tuple[Segment, str]]:
    """Yield the segments with the names of their attributes, those of one kind numbered."""
    several = list(_segments(subject))
    kinds = [_kind(subject, segment) for segment in several]
    counts: Counter[str] = Counter()
    for segment, kind in zip(several, kinds, strict=True):
        counts[kind] += 1
        yield segment, f"{kind}{counts[kind]}" if kinds.count(kind) > 1 else kind


def _kind(subject: Subject, segment: Segment) -> str:
    if segment.repeats > 1:
        return "blocks"
    if segment.start == subject.stack.output_position:
        return "output"
    kind = subject.experiment.layers[segment.start].kind
    return _NAMES.get(kind, kind)


def _write_attributes(source: Source, subject: Subject, segment: Segment, name: str, giver: str) -> None:
    """Write the blocks of layers as attributes; ``giver`` is the one that a layer shares its parameters with."""
    if segment.repeats > 1:
        source.add(f"self.{name} = nn.Sequential()", *_paths(subject, segment))
        _write_repeats(source, subject, f"self.{name}", segment)
        return
    for text, end in zip(block_texts(subject, segment.start, giver), ("", "_activation"), strict=False):
        source.built(f"self.{name}{end} = ", text, "", *_paths(subject, segment))


def _write_initialisation(source: Source, subject: Subject) -> None:
    experiment = subject.experiment
    source.blank()
    source.add(f"mx.random.seed({experiment.training.seed})", "training.seed", phase="initialise")
    call = experiment.initializer.gluon_call()
    paths = ["initializer", *(f"initializer.{name}" for name in call.kwargs)]
    source.add(f"net.initialize({_init_text(call)})", *paths, phase="initialise")
    has_dropout = any(isinstance(layer, Dropout) for layer in experiment.layers)
    if has_dropout:
        source.add(f"# {say('The weights are drawn now, before any dropout mask')}")
    elif subject.has_penalty:
        source.add(f"# {say('The weights are drawn now')}")
    if has_dropout or subject.has_penalty:
        source.add("net(nd.array(X_train[:1]))", phase="initialise")
    if subject.has_penalty:
        pattern = ".*weight" if experiment.penalty.on == "weights" else ".*(weight|bias|gamma|beta)"
        params = f'net.collect_params("{pattern}").values()'
        source.bracketed("weights = ", [f"param.data() for param in {params}"], "penalty.on")
