"""Model selection, as a reader goes through its pages."""

from __future__ import annotations

from tests.lessons.harness import Reader


def test_two_samples_overfit_and_a_hundred_do_not():
    reader = Reader("5-1-generalisation")
    reader.choose("two-samples", 0)
    assert reader.ticked == set()
    # Another experiment says nothing of two samples.
    reader.press("Take 100 training samples")
    reader.train()
    assert (reader.ticked, reader.outcomes) == ({"enough"}, {"two-samples": None})
    reader.press("Train on two samples")
    assert reader.ticked == {"overfits", "enough"}
    assert reader.outcomes == {"two-samples": 1}
    reader.press("Look at the fit")
    assert reader.view == "boundary"
    reader.press("Open a run that stops early")
    assert reader.experiment.stopping.patience > 0


def test_the_folds_are_validated_once():
    reader = Reader("5-2-k-fold")
    reader.choose("how-many", 1)
    reader.press("Open the board")
    assert reader.view == "kfold"
    assert reader.ticked == set()
    assert reader.outcomes == {"how-many": None}
    reader.press("Validate on every fold")
    assert reader.ticked == {"folds"}
    assert reader.outcomes == {"how-many": 1}
    reader.press("Try it with the digits")
    assert reader.experiment.data.kind == "digits"


def test_a_line_underfits_and_the_right_degree_fits():
    reader = Reader("5-3-overfitting-map")
    reader.choose("straight-line", 2)
    assert reader.ticked == set()
    reader.set("data.degree", 3)
    reader.train()
    assert (reader.ticked, reader.outcomes) == ({"right"}, {"straight-line": None})
    reader.press("Train on x alone")
    assert reader.ticked == {"underfits", "right"}
    assert reader.outcomes == {"straight-line": 2}
    reader.press("Look at the line")
    reader.press("Take the right degree")
    assert reader.experiment.data.degree == 3
    reader.train()
    assert reader.ticked == {"underfits", "right"}
    reader.finish("sweep")
    assert "map" not in reader.ticked, "it was another sweep"
    reader.press("Draw the map")
    assert reader.ticked == {"underfits", "right", "map"}
