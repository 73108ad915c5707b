"""From an experiment to its program."""

from __future__ import annotations

import re
from pathlib import Path

from core.codegen.data import parts_of, write_data
from core.codegen.gluon_net import write_concise_net, write_loss, write_trainer
from core.codegen.loop import write_evaluation, write_loop
from core.codegen.source import Program, Source
from core.codegen.subject import Subject
from core.data.fashion_mnist import FILES, find_files, image_paths
from core.errors import ExperimentError
from core.experiment import Experiment
from core.stack import inspect_stack
from core.storage import file_stem
from core.texts import say

STYLES = ("concise", "block", "scratch")
"""With ``nn.Sequential``; with a subclass of ``nn.Block``; with nothing but arrays and autograd."""


def refusal(experiment: Experiment, style: str) -> str:
    """Return a sentence about why there is no program of this style for an experiment, or nothing if there is one.

    Args:
        experiment: any.
        style: one of ``STYLES``.
    """
    problems = inspect_stack(experiment).problems
    if problems:
        return " ".join(problems)
    is_plain = experiment.schedule.kind == "constant" and not (experiment.penalty.l1 or experiment.penalty.l2)
    return "" if style == "concise" and is_plain else say("There is no program of this style yet.")


def program(experiment: Experiment, style: str, data_file: str | None = None, data_dir: Path | None = None) -> Program:
    """Return the program of an experiment.

    Args:
        experiment: what the program does.
        style: one of ``STYLES``.
        data_file: name of the ``.npz`` with the data; by default made of the experiment's name.
        data_dir: where to look first for the files of Fashion-MNIST.

    Raises:
        ExperimentError: there is none; the sentence is that of :func:`refusal`.
    """
    sentence = refusal(experiment, style)
    if sentence:
        raise ExperimentError(sentence)
    subject = Subject(experiment, data_file or f"{file_stem(experiment.name, 'data')}.npz", _image_files(data_dir))
    source = Source()
    _write_hyperparameters(source, subject)
    write_data(source, subject)
    _write_iterators(source, subject)
    write_concise_net(source, subject)
    write_loss(source, subject)
    write_trainer(source, subject)
    source.section(say("Training"))
    write_evaluation(source, subject)
    write_loop(source, subject, ["trainer.step(batch_size)"], ["optimizer"])
    source.begin_with(_header(experiment, source.text()))
    return source.program(style, () if subject.reads_images else (subject.data_file,))


def _image_files(data_dir: Path | None) -> tuple[str, ...]:
    """Return the four files of Fashion-MNIST where they were found, or else beside the program."""
    folder = find_files(data_dir)
    if folder is None:
        return tuple(f"fashion-mnist/{file.name}" for file in FILES)
    return tuple(map(str, image_paths(folder)))


def _write_hyperparameters(source: Source, subject: Subject) -> None:
    training, optimizer = subject.experiment.training, subject.experiment.optimizer
    source.section(say("Hyperparameters"))
    source.add(f"num_epochs = {training.num_epochs}", "training.num_epochs")
    source.add(f"batch_size = {subject.batch_size}", "training.batch_size")
    source.add(f"lr = {optimizer.learning_rate!r}", "optimizer.learning_rate")
    if optimizer.wd:
        source.add(f"wd = {optimizer.wd!r}", "optimizer.wd")


def _write_iterators(source: Source, subject: Subject) -> None:
    """Write the data loaders."""
    source.blank()
    source.add(f"np.random.seed({subject.experiment.training.seed})", "training.seed", phase="load")
    for part in parts_of(subject):
        given = ["batch_size", "shuffle=True"] if part == "train" else [f"batch_size={subject.evaluation_size}"]
        paths = ("training.batch_size",) if part == "train" else ("data",)
        arrays = f"gluon.data.ArrayDataset(X_{part}, y_{part})"
        source.call(f"{part}_iter = gluon.data.DataLoader", [arrays, *given], *paths, phase="load")


def _header(experiment: Experiment, body: str) -> list[str]:
    """Return the name of the experiment and the imports that the body needs."""
    name = "".join(sign for sign in " ".join(experiment.name.split()) if sign.isprintable())
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    lines = [f'"""{escaped}"""', ""] if escaped else []

    def used(*modules: str) -> list[str]:
        return [module for module in modules if re.search(rf"\b{module}\.", body)]

    standard = [f"import {module}" for module in used("gzip", "time")]
    lines += [*standard, ""] if standard else []
    lines += ["import numpy as np", "", f"# {say('MXNet 1.9.1 asks for this name, which NumPy has given up')}"]
    lines += ["np.bool = np.bool_", "import mxnet as mx"]
    lines += [f"from mxnet import {', '.join(used('autograd', 'gluon', 'init', 'nd'))}"]
    return [*lines, "from mxnet.gluon import nn", ""] if used("nn") else [*lines, ""]
