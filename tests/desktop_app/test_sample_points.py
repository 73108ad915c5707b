from __future__ import annotations

import csv
import io
from typing import Any

import numpy as np
import pytest
from scipy.spatial import KDTree

from core.data import Circle, Digits, HighDimensional, Iris, LinearRegression, MultiGauss, Polynomial, SpiralArms
from desktop_app.sample_points import MOST_POINTS, Points, points_of


def found(data: Any) -> Points:
    points = points_of(data.load())
    assert points is not None
    return points


@pytest.mark.parametrize("data", [Circle(test_share=0.2), SpiralArms(num_classes=5)], ids=lambda data: data.kind)
def test_classes_have_a_style_for_each_part(data: Any) -> None:
    parts, points = data.load(), found(data)
    assert len(points) == points.total == data.num_samples
    for name in ("train", "validation", "test"):
        samples = getattr(parts, name)
        of_part = np.array([part == name for part in points.parts])
        if samples is None:
            assert not of_part.any()
            continue
        np.testing.assert_array_equal(points.places[of_part], samples.points)
        np.testing.assert_array_equal(points.values[of_part], samples.y)
        for label, code in zip(samples.y, points.codes[of_part], strict=True):
            style = points.styles[code]
            assert (style.label, style.part) == (label, name)


def test_targets_over_a_plane_become_shades() -> None:
    points = found(MultiGauss(noise=0.2))
    shares = np.array([points.styles[code].share for code in points.codes])
    np.testing.assert_allclose(shares, points.values / np.abs(points.values).max(), atol=0.051)


def test_one_axis_gives_curves_of_parts() -> None:
    data = Polynomial(num_test=7)
    parts, points = data.load(), found(data)
    train = np.array([part == "train" for part in points.parts])
    np.testing.assert_array_equal(points.places[train, 0], parts.train.points[:, 0])
    np.testing.assert_array_equal(points.places[train, 1], parts.train.y[:, 0])
    assert {points.styles[code].part for code in points.codes} == {"train", "validation", "test"}


def test_what_has_no_axes_or_too_many_is_no_picture() -> None:
    for data in (Iris(), Digits(), HighDimensional(), LinearRegression(w=(1.0, 2.0, 3.0))):
        assert points_of(data.load()) is None
    assert points_of(LinearRegression(w=(1.0, 2.0)).load()) is not None


def test_of_too_many_samples_some_of_each_part_are_drawn() -> None:
    points = found(Circle(num_samples=100_000, test_share=0.1))
    assert points.total == 100_000
    assert 0.99 * MOST_POINTS <= len(points) <= MOST_POINTS
    shares = [points.parts.count(part) / len(points) for part in ("train", "validation", "test")]
    np.testing.assert_allclose(shares, [0.5, 0.4, 0.1], atol=0.01)


def test_the_nearest_point_is_that_of_scipy() -> None:
    points, scale = found(Circle()), (0.01, 0.02)
    tree = KDTree(points.places / scale)
    for place in np.random.RandomState(0).uniform(-7, 7, size=(50, 2)):
        distance, position = tree.query(place / scale)
        nearest = points.nearest(*place, scale)
        assert nearest is not None
        assert nearest[0] == position
        assert nearest[1] == pytest.approx(distance)


def test_the_numbers_of_a_picture() -> None:
    for data, last in ((Circle(num_samples=40, test_share=0.1), "class"), (MultiGauss(num_samples=20), "y")):
        points = found(data)
        header, *rows = csv.reader(io.StringIO(points.to_csv()))
        assert header == ["part", "x1", "x2", last]
        np.testing.assert_array_equal(np.array([row[1:3] for row in rows]).astype(np.float32), points.places)
        if last == "class":
            assert [row[3] for row in rows] == ["AB"[int(value)] for value in points.values]
        else:
            np.testing.assert_array_equal(np.array([row[3] for row in rows]).astype(np.float32), points.values)
    header, *_ = csv.reader(io.StringIO(found(Polynomial()).to_csv()))
    assert header == ["part", "x", "y"]
