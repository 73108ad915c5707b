"""From an experiment to its program."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from core.codegen.data import write_data
from core.codegen.gluon_learning import write_iterators, write_loss_and_trainer
from core.codegen.gluon_net import write_block_net, write_concise_net
from core.codegen.learning import Learning
from core.codegen.loop import write_evaluation, write_loop
from core.codegen.own_classes import OwnModule, own_modules
from core.codegen.scratch_learning import (
    write_scratch_iterators,
    write_scratch_loss_and_optimizer,
)
from core.codegen.scratch_net import write_scratch_net
from core.codegen.source import Program, Source, before_mxnet
from core.codegen.subject import Subject
from core.data.fashion_mnist import FILES, find_files, image_paths
from core.errors import ExperimentError
from core.experiment import Experiment
from core.layers import CustomLayer
from core.processor import KERNELS_VARIABLE, blas_kernels
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
    if style == "scratch" and any(isinstance(layer, CustomLayer) for layer in experiment.layers):
        return say("A layer of your own is a Gluon block, so there is no program from scratch with it.")
    return ""


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
    learning = _WRITERS[style](source, subject)
    write_evaluation(source, subject)
    write_loop(source, subject, learning)
    modules = own_modules(subject)
    source.begin_with(_header(experiment, source.text(), modules))
    data = () if subject.reads_images else (subject.data_file,)
    return source.program(style, (*data, *(m.file for m in modules)), tuple((m.file, m.source) for m in modules))


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
    if optimizer.uses_learning_rate:
        source.add(f"lr = {optimizer.learning_rate!r}", "optimizer.learning_rate")
    if optimizer.wd:
        source.add(f"wd = {optimizer.wd!r}", "optimizer.wd")
    penalty = subject.experiment.penalty
    for name, value in (("l1", penalty.l1), ("l2", penalty.l2)):
        if value:
            source.add(f"{name} = {value!r}", f"penalty.{name}")


def _write_concise(source: Source, subject: Subject) -> Learning:
    write_iterators(source, subject)
    write_concise_net(source, subject)
    return write_loss_and_trainer(source, subject)


def _write_block(source: Source, subject: Subject) -> Learning:
    write_iterators(source, subject)
    write_block_net(source, subject)
    return write_loss_and_trainer(source, subject)


def _write_scratch(source: Source, subject: Subject) -> Learning:
    write_scratch_iterators(source, subject)
    lists = write_scratch_net(source, subject)
    return write_scratch_loss_and_optimizer(source, subject, lists)


_WRITERS = {"concise": _write_concise, "block": _write_block, "scratch": _write_scratch}


def _header(experiment: Experiment, body: str, modules: Sequence[OwnModule]) -> list[str]:
    """Return the name of the experiment and the imports that the body needs."""
    name = "".join(sign for sign in " ".join(experiment.name.split()) if sign.isprintable())
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    # A product of matrices that is not Gluon's own depends on the kernels of OpenBLAS.
    tells_kernels = bool(blas_kernels()) and (bool(modules) or re.search(r"\b(nd|F)\.dot\b", body) is not None)

    def used(*names: str) -> list[str]:
        return [name for name in names if re.search(rf"\b{name}\.", body)]

    standard = [f"import {name}" for name in (*used("gzip", "math"), *["os"] * tells_kernels, *used("time"))]
    lines = [f'"""{escaped}"""', ""] if escaped else []
    lines += [*standard, ""] if standard else []
    lines += ["import numpy as np", ""]
    if tells_kernels:
        lines.append(f"# {say('The kernels that Gluon Lab takes: others round otherwise')}")
        lines.append(f'os.environ.setdefault("{KERNELS_VARIABLE}", "{blas_kernels()}")')
    lines += [
        *before_mxnet(),
        "import mxnet as mx",
        f"from mxnet import {', '.join(used('autograd', 'gluon', 'init', 'nd'))}",
    ]
    lines += ["from mxnet.gluon import nn"] if used("nn") else []
    lines += [f"from {module.name} import {', '.join(module.classes)}" for module in modules]
    return [*lines, ""]
