"""Small data sets and predictions for the tests of the Samples tab, and what its controls and pictures need."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from core.data import DataFacts, Parts, Samples
from core.events import Predicted

NAMES = ("t-shirt", "trouser", "pullover", "dress")


def pictures(n: int, *, seed: int = 0, shape: tuple[int, ...] = (1, 28, 28), floats: bool = False) -> Samples:
    """Return noise with labels."""
    random = np.random.RandomState(seed)
    X = random.randint(0, 256, size=(n, *shape), dtype=np.uint8)
    y = random.randint(0, len(NAMES), size=n).astype(np.int64)
    return Samples((X / 255.0).astype(np.float32) if floats else X, y)


def parts_of(train: Samples, validation: Samples | None = None, test: Samples | None = None) -> Parts:
    sizes = [0 if samples is None else len(samples) for samples in (train, validation, test)]
    facts = DataFacts("classification", train.X.shape[1:], len(NAMES), NAMES, *sizes)
    return Parts(facts, train, validation, test)


def numbers(n: int, *, seed: int = 0, num_outputs: int = 1) -> Parts:
    """Return a regression data set with a training part only."""
    random = np.random.RandomState(seed)
    X = random.normal(size=(n, 2)).astype(np.float32)
    y = random.normal(size=(n, num_outputs)).astype(np.float32)
    return Parts(DataFacts("regression", (2,), num_outputs, (), n, 0, 0), Samples(X, y), None, None)


def probabilities(n: int, *, seed: int = 1) -> NDArray[np.float32]:
    drawn = np.random.RandomState(seed).dirichlet(np.ones(len(NAMES)), size=n)
    return drawn.astype(np.float32)


def choices(n: int, *, seed: int = 1) -> NDArray[np.float32]:
    """Return what a network says that only chooses: 1 for one class of every sample, 0 for the others."""
    return np.eye(len(NAMES), dtype=np.float32)[probabilities(n, seed=seed).argmax(axis=1)]


def predicted(outputs: NDArray[np.float32], part: str = "validation", step: int = 7, *, sure: bool = True) -> Predicted:
    return Predicted(1, step, part, outputs, has_probabilities=sure)  # type: ignore[arg-type]


TRAIN, VALIDATION, TEST = pictures(60, seed=1), pictures(200, seed=2), pictures(30, seed=3)


def pick(box: QWidget, *keys: Qt.Key) -> None:
    box.setFocus()
    for key in keys:
        QTest.keyClick(box, key)


def grabbed(widget: QWidget) -> NDArray[np.int64]:
    """Return the widget's picture, ``(h, w, 3)``."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(np.int64)
