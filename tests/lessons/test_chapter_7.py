"""Backpropagation and numerical stability, as a reader goes through the pages."""

from __future__ import annotations

import pytest

from tests.lessons.harness import Reader


def test_xor_is_learned_and_a_penalty_pulls_its_weights():
    reader = Reader("7-1-backpropagation")
    reader.press("Open the microscope")
    assert reader.view == "microscope"
    assert reader.ticked == set()
    reader.press("Train XOR")
    assert reader.ticked == {"one-epoch", "learned"}
    assert reader.history.present_epoch.weight_norm == pytest.approx(5.2, abs=0.3)
    reader.choose("penalty-gradient", 0)
    reader.press("Set λ = 0.01")
    reader.train()
    assert reader.ticked == {"one-epoch", "learned", "pulled"}
    assert reader.outcomes == {"penalty-gradient": 2}


def test_products_of_matrices_explode_vanish_and_stay(at):
    reader = at("7-2-vanishing-exploding")
    reader.choose("product", 0)
    reader.explore("matrices")
    reader.explore("depth")
    assert reader.outcomes["product"] == 2, "the explorer begins with what the page asks for"
    reader.tracker.ask_again("product")
    reader.choose("product", 0)
    reader.set("training.seed", 1)
    assert reader.outcomes == {"product": None}, "behind another explorer nobody sees the product"
    reader.press("Multiply them")
    assert reader.outcomes == {"product": 2}
    assert reader.ticked == set()
    for label, low, high in (("σ = 0.5", -20, -2), ("σ = 0.7", 4, 14)):
        reader.press(label)
        assert low < reader.explore("matrices")["log_norm"] < high
    assert reader.ticked == set()
    reader.explorer("matrices").steady_button.click()
    assert reader.ticked == {"matrices"}


def test_gradients_vanish_and_explode(at):
    reader = at("7-2-vanishing-exploding")
    reader.choose("sigmoid", 1)
    assert reader.ticked == set()
    reader.press("50 sigmoid layers")
    assert reader.outcomes == {"sigmoid": 2}
    assert reader.ticked == {"vanishes"}
    reader.press("With σ = 0.8")
    assert not reader.explore("depth")["vanishes"]
    reader.press("ReLU, σ = 0.1")
    assert reader.explore("depth")["vanishes"]
    reader.press("ReLU, σ = 0.4")
    assert reader.ticked == {"vanishes", "explodes"}
    reader.press("Train what explodes")
    assert reader.ticked == {"vanishes", "explodes", "diverges"}
    reader.press("Open what vanishes")
    assert reader.view == "weights"


def test_xavier_and_he_are_the_way_out(at):
    reader = at("7-3-initialisation")
    reader.press("ReLU with Xavier")
    assert reader.explore("depth")["vanishes"]
    assert reader.ticked == set()
    reader.press("ReLU with He")
    assert reader.ticked == {"he"}
    reader.press("tanh with Xavier")
    facts = reader.explore("depth")
    assert not facts["vanishes"]
    assert not facts["explodes"]
    reader.press("He over Xavier")
    facts = reader.explore("depth")
    assert facts["kept"]
    assert facts["initializer"] == "msra_prelu"
    assert not facts["vanishes"]
    reader.press("look")
    assert reader.explore("depth")["output"] == pytest.approx(1, abs=0.05)


def test_equal_units_stay_equal_until_something_parts_them(at):
    reader = at("7-3-initialisation")
    reader.press("All weights 0.5")
    assert reader.ticked == {"equal"}
    reader.press("try it")
    assert reader.explore("symmetry")["different"] > 1
    assert "parted" not in reader.ticked
    reader.press("A little noise")
    assert reader.ticked == {"equal", "parted"}


def test_zeros_learn_nothing():
    reader = Reader("7-3-initialisation")
    reader.choose("zeros", 2)
    assert reader.ticked == set()
    reader.press("Train from zeros")
    assert reader.ticked == {"nothing"}
    assert reader.outcomes == {"zeros": 0}
    for label in ("The same with random weights", "ten sigmoid layers", "the same with BatchNorm"):
        reader.press(label)
