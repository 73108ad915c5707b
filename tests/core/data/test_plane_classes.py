"""Geometry of the classes in the plane, and what scikit-learn's classifiers can make of them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats
from sklearn.datasets import make_moons
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier

from core.data import Blobs, Circle, Gauss, Moons, Samples, Spiral, SpiralArms, Xor


def drawn(data: Any) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return all points and labels."""
    parts = [part for part in (data.load().train, data.load().validation) if part is not None]
    return np.concatenate([part.points for part in parts]), np.concatenate([part.y for part in parts])


def linear_accuracy(data: Any) -> float:
    parts: tuple[Samples, Samples] = data.load().train, data.load().validation
    model = LogisticRegression(max_iter=2000, C=100).fit(parts[0].X, parts[0].y)
    return float(model.score(parts[1].X, parts[1].y))


class TestCircle:
    def test_a_disc_lies_in_a_ring(self) -> None:
        points, labels = drawn(Circle(num_samples=2000))
        radii, angles = np.hypot(*points.T), np.arctan2(*points.T)
        assert np.bincount(labels).tolist() == [1000, 1000]
        assert stats.kstest(radii[labels == 1], stats.uniform(0, 2.5).cdf).pvalue > 0.001
        assert stats.kstest(radii[labels == 0], stats.uniform(3.5, 1.5).cdf).pvalue > 0.001
        assert stats.kstest(angles, stats.uniform(-np.pi, 2 * np.pi).cdf).pvalue > 0.001

    def test_noise_changes_labels_near_the_border_only(self) -> None:
        points, labels = drawn(Circle(num_samples=2000, noise=0.1))
        radii = np.hypot(*points.T)
        wrong = labels != (radii < 3)
        # The farthest that both coordinates together can move a point is 0.1 * 5 * sqrt(2).
        assert np.abs(radii[wrong] - 2.5).max() <= 0.1 * 5 * np.sqrt(2) + 1e-6
        assert 20 < wrong.sum() < 200
        assert not np.any(wrong & (radii > 3.5))

    def test_a_line_fails_and_squares_solve_it(self) -> None:
        assert linear_accuracy(Circle()) < 0.75
        assert linear_accuracy(Circle(inputs=("x1^2", "x2^2"))) == 1


class TestXor:
    def test_signs_decide_and_the_axes_are_free(self) -> None:
        points, labels = drawn(Xor(num_samples=2000))
        np.testing.assert_array_equal(labels, (np.sign(points).prod(axis=1) > 0).astype(int))
        sizes = np.abs(points)
        assert sizes.min() >= 0.3
        assert stats.kstest(sizes.ravel(), stats.uniform(0.3, 5).cdf).pvalue > 0.001

    def test_noise_changes_labels_near_the_axes_only(self) -> None:
        points, labels = drawn(Xor(num_samples=2000, noise=0.2))
        wrong = labels != (points.prod(axis=1) > 0)
        assert 50 < wrong.sum() < 600
        assert np.abs(points[wrong]).min(axis=1).max() <= 0.2 * 5

    def test_a_line_fails_and_the_product_solves_it(self) -> None:
        assert linear_accuracy(Xor()) < 0.7
        assert linear_accuracy(Xor(inputs=("x1*x2",))) == 1


@pytest.mark.parametrize(("noise", "variance"), [(0.0, 0.5), (0.25, 2.25), (0.5, 4.0)])
def test_gauss_has_the_clouds_of_the_playground(noise: float, variance: float) -> None:
    points, labels = drawn(Gauss(num_samples=2000, noise=noise))
    for label, centre in ((0, -2), (1, 2)):
        cloud = (points[labels == label] - centre) / np.sqrt(variance)
        assert len(cloud) == 1000
        assert stats.kstest(cloud.ravel(), "norm").pvalue > 0.001
        assert abs(np.corrcoef(cloud.T)[0, 1]) < 0.1
    # Bayes: a line between the centres, 2 sqrt(2) deviations from each.
    assert linear_accuracy(Gauss(num_samples=2000, noise=noise)) == pytest.approx(
        stats.norm.cdf(2 * np.sqrt(2 / variance)), abs=0.03
    )


class TestSpiral:
    @pytest.mark.parametrize(
        ("data", "arms", "turns"), [(Spiral(), 2, 1.75), (SpiralArms(), 3, 0.75), (SpiralArms(num_classes=7), 7, 0.75)]
    )
    def test_points_lie_on_their_arms(self, data: Any, arms: int, turns: float) -> None:
        points, labels = drawn(data)
        radii = np.hypot(*points.T)
        assert np.ptp(np.bincount(labels, minlength=arms)) <= 1
        angles = 2 * np.pi * (turns * radii / 5 + labels / arms)
        np.testing.assert_allclose(
            points, radii[:, None] * np.column_stack([np.sin(angles), np.cos(angles)]), atol=1e-4
        )
        for label in range(arms):
            arm = np.sort(radii[labels == label])
            np.testing.assert_allclose(arm, np.arange(len(arm)) / len(arm) * 5, atol=1e-5)

    def test_noise_moves_points_evenly_and_by_no_more_than_itself(self) -> None:
        quiet, noisy = (Spiral(num_samples=2000, noise=noise, train_share=0.9).load().train for noise in (0.0, 0.5))
        moved = (noisy.points - quiet.points).ravel()
        np.testing.assert_array_equal(noisy.y, quiet.y)
        assert stats.kstest(moved, stats.uniform(-0.5, 1).cdf).pvalue > 0.001

    @pytest.mark.parametrize("data", [Spiral(), SpiralArms()])
    def test_a_line_fails_and_the_nearest_neighbour_does_not(self, data: Any) -> None:
        parts = data.load()
        neighbours = KNeighborsClassifier(1).fit(parts.train.X, parts.train.y)
        assert neighbours.score(parts.validation.X, parts.validation.y) > 0.97
        assert linear_accuracy(data) < 0.7


class TestMoons:
    def test_they_are_those_of_scikit_learn(self) -> None:
        points, labels = drawn(Moons())
        expected, names = make_moons(500, shuffle=False)
        expected = 3 * (expected - [0.5, 0.25])
        for label in (0, 1):
            ours, theirs = points[labels == label], expected[names == label]
            np.testing.assert_allclose(ours[np.argsort(ours[:, 0])], theirs[np.argsort(theirs[:, 0])], atol=1e-5)

    def test_an_odd_number_is_shared_out_too(self) -> None:
        points, labels = drawn(Moons(num_samples=501))
        assert np.bincount(labels).tolist() == [251, 250]
        middles = np.where(labels[:, None] == 0, [0, 0], [1, 0.5])
        np.testing.assert_allclose(np.hypot(*(points / 3 + [0.5, 0.25] - middles).T), 1, atol=1e-5)

    def test_noise_is_normal(self) -> None:
        quiet, noisy = (Moons(num_samples=2000, noise=noise, train_share=0.9).load().train for noise in (0.0, 0.2))
        assert stats.kstest(((noisy.points - quiet.points) / 0.6).ravel(), "norm").pvalue > 0.001


class TestBlobs:
    @pytest.mark.parametrize("num_classes", [2, 3, 10])
    def test_clouds_stand_at_the_corners_of_a_regular_polygon(self, num_classes: int) -> None:
        data = Blobs(num_classes=num_classes, num_samples=6000, noise=0.1)
        points, labels = drawn(data)
        assert data.facts().num_outputs == num_classes
        centres = np.array([points[labels == k].mean(axis=0) for k in range(num_classes)])
        deviation = 0.4 + 2 * 0.1
        near = 5 * deviation / np.sqrt(6000 / num_classes)
        np.testing.assert_allclose(np.hypot(*centres.T), 3.5, atol=near)
        sides = np.linalg.norm(centres - np.roll(centres, 1, axis=0), axis=1)
        np.testing.assert_allclose(sides, 7 * np.sin(np.pi / num_classes), atol=2 * near)
        spread = points - centres[labels]
        assert spread.std() == pytest.approx(deviation, rel=0.05)

    def test_the_seed_turns_them(self) -> None:
        first, second = (Blobs(seed=seed, train_share=0.9).load().train for seed in (0, 1))
        angles = [np.arctan2(*train.points[train.y == 0].mean(axis=0)) for train in (first, second)]
        assert abs(angles[0] - angles[1]) > 0.1
