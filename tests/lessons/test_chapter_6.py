"""Weight decay, penalties and dropout, as a reader goes through their pages."""

from __future__ import annotations

import pytest

from tests.lessons.harness import Reader


def test_weight_decay_tames_the_weights():
    reader = Reader("6-1-weight-decay")
    assert reader.ticked == set()
    reader.press("Train without weight decay")
    assert reader.ticked == {"wild"}
    reader.choose("norm", 0)
    assert reader.outcomes == {"norm": None}
    reader.press("Look at the weights")
    assert reader.view == "weights"
    reader.press("Train with λ = 3")
    assert (reader.view, reader.experiment.optimizer.wd) == ("weights", 3)
    assert reader.ticked == {"wild", "tame"}
    assert reader.outcomes == {"norm": 2}


def test_decay_of_the_bias_has_its_price():
    reader = Reader("6-1-weight-decay")
    reader.press("Let the bias decay too")
    assert reader.ticked == {"biases-too"}
    decayed = reader.history.present_epoch.train_loss
    assert decayed == pytest.approx(0.14, abs=0.01), "the page says so"
    reader.press("Only the weights")
    assert reader.experiment.optimizer.wd_on == "weights"
    assert reader.history.present_epoch.train_loss == pytest.approx(decayed / 2, rel=0.1)
    assert reader.view == "curves_tab"
    reader.press("Sweep over λ")
    assert reader.done == {"sweep.done": True, "sweep.name": "weight-decay"}


def test_balls_have_corners_and_strips(at):
    reader = at("6-2-penalties-and-balls")
    reader.choose("corner", 0)
    reader.press("Open it with L2")
    assert reader.ticked == set()
    assert reader.outcomes == {"corner": None}
    reader.explore("ball", lam=6.0, ratio=1.0)
    assert reader.ticked == {"small-not-zero"}
    reader.press("Change to L1")
    assert reader.ticked == {"small-not-zero", "sparse"}
    assert reader.outcomes == {"corner": 1}
    reader.press("Penalise both")
    assert "strip" not in reader.ticked
    reader.press("Leave the bias free")
    assert reader.ticked == {"small-not-zero", "sparse", "strip"}
    reader.press("Train 200 inputs with L1")
    # Only few weights are not near 0: without penalty it ends at 13.7, with a λ of 0.1 at 7.6.
    assert reader.history.present_epoch.weight_norm < 1


def test_dropout_keeps_the_expectation(at):
    reader = at("6-3-dropout")
    reader.press("Toss coins")
    assert reader.ticked == set()
    reader.explore("expectation", draws=1000)
    assert reader.ticked == {"scaled"}
    reader.press("Switch the scaling off")
    assert reader.ticked == {"scaled", "unscaled"}


def test_a_rate_counts_more_on_a_narrow_layer(at):
    reader = at("6-3-dropout")
    reader.press("Compare two rates")
    reader.press("A narrow first layer")
    assert reader.ticked == set()
    before = reader.explore("rates")["deviation"]
    reader.explorer("rates").swap_button.click()
    assert reader.ticked == {"noisier"}
    assert reader.explore("rates")["deviation"] > 1.2 * before


def test_dropout_makes_the_training_loss_larger():
    reader = Reader("6-3-dropout")
    reader.choose("training-loss", 1)
    reader.press("Train with dropout")
    assert reader.ticked == {"train"}
    assert reader.outcomes == {"training-loss": 0}
    assert reader.view == "dropout"
    reader.press("without dropout")
    assert "dropout" not in [layer.kind for layer in reader.experiment.layers]
    reader.press("one rate")
    reader.press("both rates")
    assert (reader.view, reader.done) == ("sweep", {})
