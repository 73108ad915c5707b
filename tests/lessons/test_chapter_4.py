"""Layers, activation functions and the multilayer perceptron, as a reader goes through the pages."""

from __future__ import annotations

import pytest

from core.lessons.links import Action, Try
from tests.lessons.harness import Reader


def test_layers_without_activation_are_one_layer(qapp):
    reader = Reader("4-1-why-layers")
    reader.press("See it collapse")
    assert reader.ticked == set()
    reader.press("Three layers")
    assert reader.ticked == {"collapsed"}
    reader.press("Put tanh between")
    assert reader.ticked == {"collapsed", "bent"}
    reader.close()


def test_a_hidden_layer_helps_only_with_activation():
    reader = Reader("4-1-why-layers")
    reader.press("Try it with one layer")
    assert reader.history.present_epoch.validation_accuracy < 0.8
    reader.choose("more", 0)
    reader.press("Train a hidden layer without activation")
    assert reader.outcomes == {"more": 2}
    assert reader.ticked == set()
    reader.press("Train a hidden layer with tanh")
    assert reader.view == "boundary"
    assert reader.ticked == {"solved"}
    reader.press("See each unit")
    assert reader.view == "network"


def test_the_ring_is_learned_with_other_activations():
    reader = Reader("4-2-activations")
    reader.press("Compare the three")
    assert (reader.view, reader.ticked) == ("activations", set())
    reader.choose("slope", 0)
    reader.press("Train tanh")
    assert (reader.ticked, reader.outcomes) == (set(), {"slope": None})
    assert reader.history.present_epoch.validation_loss == pytest.approx(0.14, abs=0.01)
    reader.press("Train sigmoid")
    assert (reader.ticked, reader.outcomes) == ({"sigmoid"}, {"slope": None})
    reader.press("Train ReLU")
    assert (reader.ticked, reader.outcomes) == ({"sigmoid", "relu"}, {"slope": 2})
    reader.press("Sigmoid, 60 epochs")
    assert len(reader.history.epochs) == 60
    assert reader.history.present_epoch.validation_accuracy > 0.95, "even the slowest gets there"


def test_steps_add_up_to_any_curve(qapp):
    reader = Reader("4-3-multilayer-perceptron")
    reader.choose("units", 0)
    # None of these is what the question speaks of.
    reader.explore("approximator", target="sine", units=16, activation="relu")
    reader.explore("approximator", activation="sigmoid", steepness=20)
    reader.explore("approximator", units=16, steepness=60, fitted=False)
    assert reader.outcomes == {"units": None}
    reader.progress.goals.clear()
    reader.explore("approximator", places=[0.1] * 4, units=4)
    reader.press("Open the steps")
    assert reader.explore("approximator")["rmse"] == pytest.approx(0.17, abs=0.01)
    assert (reader.ticked, reader.outcomes) == (set(), {"units": None})
    reader.press("16 units")
    assert (reader.ticked, reader.outcomes) == ({"close"}, {"units": 1})
    reader.press("Faster and faster")
    assert reader.ticked == {"close"}
    reader.press("40 steeper units")
    assert reader.ticked == {"close", "chirp"}
    reader.close()


def test_garments_are_told_apart(fashion_mnist_dir):
    reader = Reader("4-3-multilayer-perceptron", data_dir=fashion_mnist_dir)
    assert reader.ticked == set()
    reader.press("Train one epoch")
    assert reader.ticked == {"garments"}
    assert reader.target("All five") == Try((Action("preset", "mlp"), Action("view", "curves"), Action("train")))
