from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import entropy
from sklearn.metrics import confusion_matrix, log_loss

from core.mistakes import largest_errors, sample_losses, samples_in_cell, surest_mistakes, top_classes

RANDOM = np.random.RandomState(0)
LABELS = RANDOM.randint(0, 5, 400)
EXACT = RANDOM.dirichlet(np.ones(5), 400)
OUTPUTS = EXACT.astype(np.float32)


def test_the_loss_of_a_sample_is_its_cross_entropy():
    losses = sample_losses(LABELS, OUTPUTS)
    expected = [
        entropy(np.eye(5)[label]) + entropy(np.eye(5)[label], p) for label, p in zip(LABELS, OUTPUTS, strict=True)
    ]
    np.testing.assert_allclose(losses, expected, rtol=1e-5)
    assert losses.mean() == pytest.approx(log_loss(LABELS, EXACT), rel=1e-5)
    assert sample_losses(np.array([1]), np.array([[1, 0]], np.float32)) == [np.inf]


def test_the_worst_mistakes_come_first_and_right_answers_not_at_all():
    found = surest_mistakes(LABELS, OUTPUTS)
    expected = sorted(
        (i for i in range(400) if OUTPUTS[i].argmax() != LABELS[i]),
        key=lambda i: (OUTPUTS[i, LABELS[i]], -OUTPUTS[i].max(), i),
    )
    assert found.tolist() == expected


def test_among_mistakes_without_any_probability_of_the_label_the_surest_comes_first():
    outputs = np.array([[0.6, 0.4, 0], [0.9, 0.1, 0], [0.2, 0.3, 0.5], [0.6, 0.4, 0]], np.float32)
    assert surest_mistakes(np.array([2, 2, 2, 2]), outputs).tolist() == [1, 0, 3]
    choices = np.eye(3, dtype=np.float32)[[0, 1, 0, 2]]
    assert surest_mistakes(np.array([1, 1, 1, 0]), choices).tolist() == [0, 2, 3]


def test_every_sample_is_in_the_cell_that_counts_it():
    counts = confusion_matrix(LABELS, OUTPUTS.argmax(axis=1), labels=range(5))
    for cell in np.ndindex(5, 5):
        found = samples_in_cell(LABELS, OUTPUTS, cell)
        assert len(found) == counts[cell]
        assert set(LABELS[found]) <= {cell[0]}
        assert set(OUTPUTS[found].argmax(axis=1)) <= {cell[1]}
        assert (np.diff(OUTPUTS[found].max(axis=1)) <= 0).all()
    for k in range(5):
        missed, taken = samples_in_cell(LABELS, OUTPUTS, (k, 5)), samples_in_cell(LABELS, OUTPUTS, (5, k))
        assert len(missed) == counts[k].sum() - counts[k, k]
        assert len(taken) == counts[:, k].sum() - counts[k, k]


def test_the_largest_errors_come_first():
    targets, outputs = RANDOM.normal(size=(2, 50, 3)).astype(np.float32)
    errors = np.abs(outputs - targets).mean(axis=1)
    np.testing.assert_allclose(errors[largest_errors(targets, outputs)], np.sort(errors)[::-1], rtol=1e-6)


def test_the_label_is_always_among_the_classes_that_are_shown():
    p = np.array([0.1, 0.5, 0.3, 0.06, 0.04])
    assert top_classes(p, 2, 3) == [1, 2, 0]
    assert top_classes(p, 4, 3) == [1, 2, 4]
    assert top_classes(p[:2], 0, 3) == [1, 0]
