"""Softmax, cross-entropy and Fashion-MNIST, as a reader goes through the pages."""

from __future__ import annotations

from core.lessons.links import Action, Try
from tests.lessons.harness import Reader


def test_a_shift_changes_nothing_until_float32_fails(qapp):
    reader = Reader("3-1-softmax")
    reader.choose("shift", 0)
    reader.press("Open softmax")
    assert (reader.ticked, reader.outcomes) == (set(), {"shift": None})
    # As the page says, before the shift.
    reader.explore("softmax", logits=[7, 1, 0.1])
    assert reader.ticked == {"sure"}
    reader.press("Add 50 to all")
    assert (reader.ticked, reader.outcomes) == ({"sure", "shifted"}, {"shift": 2})
    reader.press("Add 100 to all")
    assert reader.ticked == {"sure", "shifted", "overflow"}
    reader.close()


def test_four_clouds_are_told_apart_by_lines():
    reader = Reader("3-1-softmax")
    reader.press("Four clouds of points")
    assert reader.view == "boundary"
    assert reader.history.present_epoch.validation_accuracy > 0.95


def test_the_squared_loss_stalls_where_cross_entropy_pulls(qapp):
    reader = Reader("3-2-cross-entropy")
    reader.choose("first", 0)
    reader.press("Open both losses")
    assert (reader.ticked, reader.outcomes) == (set(), {"first": None})
    reader.press("Start from 0.0025")
    assert (reader.ticked, reader.outcomes) == ({"stalled"}, {"first": 2})
    reader.press("28 × 28 and ten classes")
    assert reader.explore("losses")["parameters"] == 7850
    reader.explore("losses", height=64, width=64, channels=3, classes=1000)
    assert reader.ticked == {"stalled", "colour"}
    reader.close()


def test_one_layer_tells_most_garments_apart(fashion_mnist_dir):
    reader = Reader("3-3-fashion-mnist", data_dir=fashion_mnist_dir)
    reader.press("Look at the images")
    assert (reader.view, reader.ticked) == ("data_view", set())
    reader.choose("epoch", 0)
    reader.press("Train one epoch")
    assert reader.ticked == {"garments"}
    assert reader.outcomes == {"epoch": 1}
    assert reader.target("All five") == Try(
        (Action("preset", "softmax-regression"), Action("view", "curves"), Action("train"))
    )
