"""Texts about a run for the status bar."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from core.events import RunEnded
from core.history import History


def end_text(ended: RunEnded, history: History) -> str:
    """Return one line about a run that has finished or was stopped: how long it took and what came of it."""
    if ended.reason == "finished":
        figures = [QCoreApplication.translate("Run", "Finished")]
    else:
        figures = [QCoreApplication.translate("Run", "Stopped after {0} steps").format(f"{ended.step:,}")]
    figures.append(QCoreApplication.translate("Run", "{0} s of computing").format(f"{ended.seconds:.1f}"))
    last = history.present_epoch
    accuracy_text = QCoreApplication.translate("Run", "{0} accuracy {1} %")
    loss_text = QCoreApplication.translate("Run", "{0} loss {1}")
    for name, loss, accuracy in (
        (
            QCoreApplication.translate("Run", "training"),
            last.train_loss if last else None,
            last.train_accuracy if last else None,
        ),
        (QCoreApplication.translate("Run", "validation"), ended.validation_loss, ended.validation_accuracy),
        (QCoreApplication.translate("Run", "test"), ended.test_loss, ended.test_accuracy),
    ):
        if accuracy is not None:
            figures.append(accuracy_text.format(name, f"{100 * accuracy:.2f}"))
        elif loss is not None:
            figures.append(loss_text.format(name, f"{loss:.4g}"))
    figures.extend(f"{name} {_numbers(values)}" for name, values in (ended.parameters or {}).items())
    return " · ".join(figures)


def early_end_text(ended: RunEnded, history: History) -> str:
    """Return why a run has finished before its last epoch, or with the parameters of an earlier one; else nothing."""
    if ended.reason != "finished" or history.started is None or not history.epochs:
        return ""
    planned = history.started.experiment.training.num_epochs
    return ended.message if history.epochs[-1].epoch < planned or history.taken_back else ""


def _numbers(values: NDArray[np.float32]) -> str:
    """Return the entries of a small array, such as "[2.0000, −3.3999]"."""
    texts = [f"{value:.4f}".replace("-", "−") for value in values.ravel().tolist()]
    return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"
