"""Linear regression and its training, as a reader goes through the pages."""

from __future__ import annotations

from tests.lessons.harness import Reader


def test_the_loss_stands_still_at_half_the_variance_of_the_noise():
    reader = Reader("2-1-linear-regression")
    reader.choose("floor", 0)
    reader.press("Look at the data")
    assert (reader.view, reader.ticked) == ("data_view", set())
    reader.press("Train")
    assert reader.ticked == {"found"}
    assert reader.outcomes == {"floor": 1}
    reader.press("See the bowl")
    assert reader.view == "boundary"
    reader.press("Noise 0.5")
    assert reader.ticked == {"found"}
    reader.press("Train again")
    assert reader.ticked == {"found", "noisy"}


def test_a_learning_rate_is_too_small_or_too_large():
    reader = Reader("2-2-minibatch-sgd")
    reader.press("Train")
    assert reader.ticked == set()
    reader.press("η = 0.001")
    reader.train()
    assert reader.ticked == {"timid"}
    reader.set("optimizer.learning_rate", 1.0)
    assert reader.train().ended.reason == "finished"
    reader.press("η = 3")
    reader.train()
    assert reader.ticked == {"timid", "diverged"}


def test_few_exact_steps_learn_less_than_many_rough_ones():
    reader = Reader("2-2-minibatch-sgd")
    reader.choose("batch", 0)
    reader.press("Load linear regression")
    reader.train()
    assert reader.outcomes == {"batch": None}
    reader.press("Batches of 1000")
    reader.train()
    assert reader.outcomes == {"batch": 2}
    assert reader.ticked == set()
    reader.press("η = 0.5, 30 epochs")
    reader.train()
    assert reader.ticked == {"large-batch"}


def test_one_call_beats_a_loop(qapp):
    reader = Reader("2-3-scratch-and-gluon")
    reader.press("Open the program")
    assert reader.view == "code"
    reader.choose("factor", 0)
    reader.explore("race", largest=1000, limit=0.05)
    assert reader.ticked == set()
    reader.press("Start the race")
    assert reader.ticked == {"race", "hundred"}
    assert reader.outcomes == {"factor": 2}
    reader.press("Batches of 1")
    reader.train()
    assert reader.ticked == {"race", "hundred", "same"}
    reader.close()
