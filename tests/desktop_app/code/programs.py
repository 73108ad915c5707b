"""A short program in the shape of those of the core, for tests of the Code tab."""

from __future__ import annotations

from core.codegen import Mark, Program
from core.errors import ExperimentError
from core.experiment import Experiment
from core.layers import Dense

_LINES = (
    ('"""{name}"""', "name", ""),
    ("lr, batch_size = {lr}, {batch}", "optimizer.learning_rate training.batch_size", ""),
    ('data = np.load("digits.npz")', "data", "load"),
    ("net = nn.Sequential()", "layers", "forward"),
)
_LOOP = (
    ("net.initialize(init.Normal(sigma={sigma}))", "initializer initializer.sigma", "initialise"),
    ("for X, y in train_iter:", "", "batch"),
    ("    with autograd.record():", "", ""),
    ("        y_hat = net(X)", "layers", "forward"),
    ("        l = loss(y_hat, y)", "loss", "loss"),
    ("    l.backward()", "", "backward"),
    ("    trainer.step(batch_size)", "optimizer", "update"),
    ("print(evaluate(valid_iter))  # «ä» 𝛼", "", "evaluate"),
)


def short_program(experiment: Experiment, style: str) -> Program:
    """Return a program of the present settings; there is none from scratch."""
    if style == "scratch":
        raise ExperimentError("No program from scratch has a Conv2D.")
    layers = [
        (
            f'net.add(nn.Dense({layer.units}, activation="{layer.activation}"))',
            f"layers.{i} layers.{i}.units",
            "forward",
        )
        for i, layer in enumerate(experiment.layers)
        if isinstance(layer, Dense)
    ]
    values = {
        "name": experiment.name,
        "lr": experiment.optimizer.learning_rate,
        "batch": experiment.training.batch_size,
        "sigma": getattr(experiment.initializer, "sigma", 0),
    }
    lines = [*_LINES, *layers, *_LOOP]
    text = "".join(line.format(**values) + "\n" for line, _, _ in lines)
    marks = [
        Mark(number, path, phase)
        for number, (_, paths, phase) in enumerate(lines, start=1)
        for path in paths.split() or [""]
    ]
    return Program(style, text, tuple(marks), ("digits.npz",), ())
