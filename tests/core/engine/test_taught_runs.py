"""The presets of the book's small experiments and of the plane: what their notes promise, and closed forms.

Where a promise is kept long before the last epoch, the run ends there: fewer epochs show at least as much.
"""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.linear_model import LinearRegression, Ridge

from core.book import find_entry
from core.engine.parameters import get_arrays
from core.experiment import with_value
from core.history import History
from core.outcome import RunOutcome
from core.presets import load_preset
from core.verdicts import judge
from tests.core.engine.runs import a_run, end_of, epochs, run_all


def with_epochs(name, num_epochs):
    return with_value(load_preset(name), "training.num_epochs", num_epochs)


def final_losses(experiment):
    run, events = run_all(experiment)
    parts = run.job.parts
    return run.evaluate(parts.train).loss, run.evaluate(parts.validation).loss, run, events


def test_the_right_degree_finds_the_polynomial():
    train_loss, validation_loss, run, _ = final_losses(with_epochs("polynomial", 70))
    assert train_loss < 0.02
    assert validation_loss < 0.02
    np.testing.assert_allclose(get_arrays(run.net)["0.weight"][0], [1.2, -3.4, 5.6], atol=0.1)
    np.testing.assert_allclose(get_arrays(run.net)["0.bias"], 5, atol=0.1)


def test_degree_1_underfits_as_least_squares_do():
    train_loss, _, run, _ = final_losses(with_epochs("polynomial-underfits", 50))
    train = run.job.parts.train
    best = LinearRegression().fit(train.X, train.y)
    assert train_loss > 20
    assert train_loss == pytest.approx(0.5 * np.mean((best.predict(train.X) - train.y) ** 2), rel=0.02)


def test_two_samples_overfit():
    train_loss, validation_loss, _, events = final_losses(load_preset("polynomial-overfits"))
    assert validation_loss > 50 * train_loss
    watched = [epoch.validation_loss for epoch in epochs(events)]
    assert watched[-1] > min(watched) + 10, "the curve turns and rises"


def test_the_three_polynomials_are_watched_on_the_same_samples():
    watched = [load_preset(f"polynomial{end}").data.load().validation for end in ("", "-underfits", "-overfits")]
    for other in watched[1:]:
        np.testing.assert_array_equal(other.points, watched[0].points)
        np.testing.assert_array_equal(other.y, watched[0].y)


def test_without_weight_decay_what_no_sample_tells_stays_as_it_was_drawn():
    run = a_run(with_epochs("weight-decay-off", 35))
    before = get_arrays(run.net)["0.weight"][0].copy()
    events = list(run.events())
    after = get_arrays(run.net)["0.weight"][0]
    X = run.job.parts.train.X.astype(np.float64)
    _, _, directions = np.linalg.svd(X, full_matrices=True)
    untold = directions[len(X) :]
    assert len(untold) == 180
    np.testing.assert_allclose(untold @ after, untold @ before, atol=1e-4)
    assert 11 <= np.linalg.norm(after) <= 14
    assert run.evaluate(run.job.parts.train).loss < 1e-10
    assert end_of(events).validation_loss > 20


def test_with_weight_decay_the_weights_are_those_of_ridge_regression():
    _, validation_loss, run, _ = final_losses(load_preset("weight-decay"))
    w = get_arrays(run.net)["0.weight"][0]
    train = run.job.parts.train
    # Half the mean of squares plus half of lambda times w^2 is Ridge's objective over 2n with alpha = n lambda.
    ridge = Ridge(alpha=len(train) * 3.0).fit(train.X, train.y[:, 0])
    assert 0.03 <= np.linalg.norm(w) <= 0.05
    assert np.linalg.norm(w - ridge.coef_) < 0.35 * np.linalg.norm(ridge.coef_)
    assert validation_loss < 0.02


def test_weight_decay_is_all_that_differs():
    off, on = load_preset("weight-decay-off"), load_preset("weight-decay")
    changed = with_value(off, "optimizer.wd", 3.0)
    assert changed.model_copy(update={"name": on.name, "notes": on.notes}) == on


@pytest.mark.parametrize(
    ("name", "num_epochs", "most"),
    [
        ("circle", 40, 0.06),
        ("xor", 24, 0.06),
        ("gauss", 10, 0.02),
        ("spiral", 30, 0.05),
        ("spiral-arms", 45, 0.07),
        ("own-layers", 8, 0.06),
    ],
)
def test_classes_in_the_plane_are_told_apart(name, num_epochs, most):
    _, events = run_all(with_epochs(name, num_epochs))
    assert end_of(events).validation_loss < most
    assert end_of(events).validation_accuracy > 0.97


def test_a_weight_that_is_used_twice_finds_what_has_a_square_root():
    run, events = run_all(load_preset("shared-weight"))
    arrays = get_arrays(run.net)
    assert epochs(events)[-1].train_loss < 1e-4
    assert abs(arrays["0.weight"].item()) == pytest.approx(2, abs=0.01)
    assert arrays["1.weight"].item() == arrays["0.weight"].item()
    run, events = run_all(with_value(load_preset("shared-weight"), "data.w", [-4]))
    assert epochs(events)[-1].train_loss == pytest.approx(0.5 * np.mean(run.job.parts.train.y**2), rel=1e-5)
    assert abs(get_arrays(run.net)["0.weight"].item()) < 1e-4


def test_the_spiral_is_solved_with_other_seeds_too():
    _, events = run_all(with_value(with_value(with_epochs("spiral", 40), "training.seed", 1), "data.seed", 1))
    assert end_of(events).validation_loss < 0.05


@pytest.mark.parametrize(("name", "num_epochs"), [("circle-line", 5), ("xor-zero-weights", 5), ("spiral-sigmoid", 10)])
def test_what_cannot_learn_guesses(name, num_epochs):
    _, events = run_all(with_epochs(name, num_epochs))
    assert end_of(events).validation_loss == pytest.approx(np.log(2), abs=0.03)
    assert end_of(events).validation_accuracy < 0.65


def test_zero_weights_stay_zero():
    run, _ = run_all(with_epochs("xor-zero-weights", 2))
    arrays = get_arrays(run.net)
    assert not arrays["0.weight"].any()
    assert not arrays["1.weight"].any()
    assert arrays["1.bias"].any()


def test_a_large_network_learns_the_noise_by_heart():
    train_loss, validation_loss, _, _ = final_losses(with_epochs("gauss-overfits", 50))
    assert train_loss < 0.05
    assert validation_loss > 1


def test_the_plane_is_found_and_too_large_steps_never_find_it():
    _, validation_loss, run, _ = final_losses(with_epochs("plane", 5))
    assert validation_loss < 1e-10
    np.testing.assert_allclose(get_arrays(run.net)["0.weight"], [[0.1, 0.1]], atol=1e-4)
    _, events = run_all(load_preset("plane-diverges"))
    assert end_of(events).reason == "diverged"


def test_hidden_units_find_the_hills_and_a_line_does_not():
    flat = 0.5 * float(load_preset("multi-gauss").data.load().validation.y.var())
    _, found, _, _ = final_losses(with_epochs("multi-gauss", 12))
    _, lost, _, _ = final_losses(with_epochs("multi-gauss-line", 5))
    assert found < 0.25 * flat
    assert lost == pytest.approx(flat, rel=0.1)


def test_weight_decay_on_biases_shrinks_all_parameters_alike():
    experiment = load_preset("decay-biases")
    run, _ = run_all(with_value(experiment, "training.num_epochs", 5))
    data = experiment.data
    shrunk = np.append(data.w, data.b) / (1 + experiment.optimizer.wd)
    found = np.append(get_arrays(run.net)["0.weight"][0], get_arrays(run.net)["0.bias"])
    np.testing.assert_allclose(found, shrunk, atol=0.05)


@pytest.mark.parametrize("name", ["gauss-early-stopping", "gauss-l2"])
def test_what_regularises_is_all_that_differs(name):
    overfits, other = load_preset("gauss-overfits"), load_preset(name)
    group = {"gauss-early-stopping": "stopping", "gauss-l2": "penalty"}[name]
    changed = overfits.model_copy(update={group: getattr(other, group)})
    assert changed.model_copy(update={"name": other.name, "notes": other.notes}) == other


def test_early_stopping_takes_the_best_parameters_back():
    run, events = run_all(load_preset("gauss-early-stopping"))
    losses = [epoch.validation_loss for epoch in epochs(events)]
    assert len(losses) < 100
    assert end_of(events).validation_loss == min(losses)
    assert run.evaluate(run.job.parts.validation).loss == pytest.approx(min(losses), rel=1e-6)


@pytest.mark.parametrize(
    "name",
    [
        "blobs",
        "moons-line",
        "iris",
        "wine",
        "wine-unscaled",
        "breast-cancer",
        "diabetes",
        "gauss-l2",
        "decay-biases",
        "deep-relu-explodes",
        "batch-norm-off",
        "batch-norm",
    ],
)
def test_a_short_row_of_the_book_is_inside_its_band(name):
    history = History()
    for event in run_all(load_preset(name))[1]:
        history.add(event)
    assert judge(find_entry(name), RunOutcome.of(history)).inside
