"""Loss, trainer and data loaders, as Gluon has them."""

from __future__ import annotations

from core.codegen.data import parts_of
from core.codegen.learning import Learning
from core.codegen.schedule import has_scheduler, write_rate_function, write_scheduler
from core.codegen.source import WIDTH, Source, broken, keywords, literal
from core.codegen.subject import Subject
from core.texts import say

# What these constructors of MXNet take by themselves need not be written.
_DEFAULTS: dict[str, dict[str, object]] = {
    "nag": {},
    "adam": {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8},
    "rmsprop": {"gamma1": 0.9, "gamma2": 0.9, "epsilon": 1e-8, "centered": False},
    "adagrad": {"eps": 1e-7},
    "adadelta": {"rho": 0.9, "epsilon": 1e-5},
    "HingeLoss": {"margin": 1.0},
    "HuberLoss": {"rho": 1.0},
}


def write_iterators(source: Source, subject: Subject) -> None:
    """Write the data loaders."""
    source.blank()
    source.add(f"np.random.seed({subject.experiment.training.seed})", "training.seed", phase="load")
    for part in parts_of(subject):
        given = ["batch_size", "shuffle=True"] if part == "train" else [f"batch_size={subject.evaluation_size}"]
        paths = ("training.batch_size",) if part == "train" else ()
        arrays = f"gluon.data.ArrayDataset(X_{part}, y_{part})"
        source.call(f"{part}_iter = gluon.data.DataLoader", [arrays, *given], *paths, phase="load")


def write_loss_and_trainer(source: Source, subject: Subject) -> Learning:
    """Write loss and trainer, and return how the loop uses them."""
    source.section(say("Loss and optimizer"))
    loss = subject.experiment.loss
    usual = _DEFAULTS.get(loss.gluon_name, {})
    options = {name: value for name, value in loss.gluon_options().items() if usual.get(name) != value}
    source.call(f"loss = gluon.loss.{loss.gluon_name}", keywords(options), *subject.loss_paths(), phase="loss")
    if has_scheduler(subject):
        write_scheduler(source, subject)
    _write_trainer(source, subject)
    by_hand = subject.follows_schedule and not has_scheduler(subject)
    if by_hand:
        write_rate_function(source, subject)
    rate = ("trainer.set_learning_rate(learning_rate(step))",) if by_hand else ()
    return Learning(
        epoch=(),
        batches="train_iter",
        update=(*rate, "trainer.step(batch_size)"),
        counts_steps=by_hand,
        kept="[param.data().copy() for param in net.collect_params().values()]",
        taking_back=(
            "for param, best_param in zip(net.collect_params().values(), best_params):",
            "    param.set_data(best_param)",
        ),
    )


def _write_trainer(source: Source, subject: Subject) -> None:
    """Write the trainer, and what of the network does not decay."""
    optimizer = subject.experiment.optimizer
    spared = _spared(subject)
    if optimizer.wd and optimizer.wd_on == "weights" and spared:
        pattern = f".*{spared[0]}" if len(spared) == 1 else f".*({'|'.join(spared)})"
        source.add(f'net.collect_params("{pattern}").setattr("wd_mult", 0)', "optimizer.wd_on", phase="update")
    entries = [f'"{name}": {value}' for name, value in _options(subject).items()]
    first = ["net.collect_params()", literal(optimizer.gluon_name)]
    text = broken("trainer = gluon.Trainer", [*first, "{" + ", ".join(entries) + "}"] if entries else first)
    if any(len(line) > WIDTH for line in text.split("\n")):
        lines = [*(f"    {argument}," for argument in first), "    {", *(f"        {e}," for e in entries), "    },"]
        text = "\n".join(["trainer = gluon.Trainer(", *lines, ")"])
    source.add(text, *subject.optimizer_paths(), phase="update")


def _options(subject: Subject) -> dict[str, str]:
    """Return the options of the trainer as expressions, without those that are MXNet's own."""
    optimizer = subject.experiment.optimizer
    usual, options = _DEFAULTS.get(optimizer.gluon_name, {}), optimizer.gluon_options()
    if not optimizer.uses_learning_rate:
        del options["learning_rate"]
    names = {"learning_rate": "lr", "wd": "wd"}
    found = {name: names.get(name, literal(v)) for name, v in options.items() if usual.get(name) != v}
    return found | {"lr_scheduler": "scheduler"} if has_scheduler(subject) else found


def _spared(subject: Subject) -> list[str]:
    """Return the ends of the names of all trained parameters that are no weights."""
    names = [p.name for report in subject.stack.layers for p in report.parameters if p.trained and p.name != "weight"]
    return list(dict.fromkeys(names))
