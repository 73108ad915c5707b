"""The network, its first weights, its loss and its trainer, as Gluon has them."""

from __future__ import annotations

from typing import Any

from core.codegen.source import Source, broken, keywords, literal
from core.codegen.subject import Subject
from core.initializers import InitCall
from core.layers import BatchNorm, Dropout, GluonCall, LayerBase
from core.texts import say


def layer_paths(position: int, layer: LayerBase) -> tuple[str, ...]:
    """Return the paths of a layer and of all its settings."""
    names = (name for name in type(layer).model_fields if name not in ("kind", "initializer"))
    own = getattr(layer, "initializer", None)
    drawn = (f"layers.{position}.initializer",) if own is not None else ()
    return (f"layers.{position}", *(f"layers.{position}.{name}" for name in names), *drawn)


def block_text(call: GluonCall) -> str:
    """Return the constructor's call of one block."""
    arguments = [literal(value) for value in call.args]
    for name, value in call.kwargs.items():
        arguments.append(f"{name}={init_text(value) if isinstance(value, InitCall) else literal(value)}")
    return f"nn.{call.name}({', '.join(arguments)})"


def init_text(call: InitCall) -> str:
    """Return the constructor's call of an initialiser."""
    return f"init.{call.name}({', '.join(keywords(call.kwargs))})"


def write_concise_net(source: Source, subject: Subject) -> None:
    """Write the network as a ``Sequential``."""
    source.section(say("Model"))
    source.add("net = nn.Sequential()")
    source.add("net.add(")
    with source.indented():
        for position, layer in enumerate(subject.experiment.layers):
            for call in layer.gluon_calls(subject.num_outputs):
                source.add(f"{block_text(call)},", *layer_paths(position, layer), phase="forward")
    source.add(")")
    _write_initialisation(source, subject)


def _write_initialisation(source: Source, subject: Subject) -> None:
    experiment = subject.experiment
    source.blank()
    source.add(f"mx.random.seed({experiment.training.seed})", "training.seed", phase="initialise")
    call = experiment.initializer.gluon_call()
    paths = ["initializer", *(f"initializer.{name}" for name in call.kwargs)]
    source.add(f"net.initialize({init_text(call)})", *paths, phase="initialise")
    if any(isinstance(layer, Dropout) for layer in experiment.layers):
        source.add(f"# {say('Draws the weights now, before the first dropout masks are drawn')}")
        source.add("net(nd.array(X_train[:1]))", phase="initialise")


def write_loss(source: Source, subject: Subject) -> None:
    """Write the loss."""
    loss = subject.experiment.loss
    paths = ("loss", *(f"loss.{name}" for name in type(loss).model_fields if name != "kind"))
    source.call(f"loss = gluon.loss.{loss.gluon_name}", keywords(loss.gluon_options()), *paths, phase="loss")


def write_trainer(source: Source, subject: Subject) -> None:
    """Write the trainer, and what of the network does not decay."""
    optimizer = subject.experiment.optimizer
    spared = _spared(subject)
    if optimizer.wd and optimizer.wd_on == "weights" and spared:
        pattern = "|".join(f".*{name}" for name in spared)
        source.add(f'net.collect_params("{pattern}").setattr("wd_mult", 0)', "optimizer.wd_on", phase="update")
    options = optimizer_options(optimizer.gluon_options())
    entries = [f'"{name}": {value}' for name, value in options.items()]
    paths = ["optimizer", *(f"optimizer.{name}" for name in type(optimizer).model_fields if name != "kind")]
    whole = "{" + ", ".join(entries) + "}"
    arguments = ["net.collect_params()", literal(optimizer.gluon_name), whole]
    text = broken("trainer = gluon.Trainer", arguments)
    if max(map(len, text.split("\n"))) > 88:
        inner = "\n".join(f"        {entry}," for entry in entries)
        first = ",\n    ".join(arguments[:2])
        text = f"trainer = gluon.Trainer(\n    {first},\n    {{\n{inner}\n    }},\n)"
    source.add(text, *paths, phase="update")


def optimizer_options(options: dict[str, Any]) -> dict[str, str]:
    """Return options of an optimizer as expressions: those that a program gives a name by their names."""
    names = {"learning_rate": "lr", "wd": "wd"}
    return {name: names.get(name, literal(value)) for name, value in options.items()}


def _spared(subject: Subject) -> list[str]:
    """Return the ends of the names of all trained parameters that are no weights."""
    names = [p.name for report in subject.stack.layers for p in report.parameters if p.trained and p.name != "weight"]
    return list(dict.fromkeys(names))


def needs_input_gradient(subject: Subject) -> bool:
    """Tell whether the inputs must ask for a gradient, so that a BatchNorm before all weights keeps running values."""
    for report in subject.stack.layers:
        if report.num_untrained < report.num_parameters:
            return False
        if isinstance(report.layer, BatchNorm):
            return True
    return False
