"""Mixtures of colours against published values of Oklab."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from desktop_app.oklab import mixed, oklab, rgb


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("#ffffff", (1.0, 0.0, 0.0)),
        ("#000000", (0.0, 0.0, 0.0)),
        ("#ff0000", (0.62796, 0.22486, 0.12585)),
        ("#00ff00", (0.86644, -0.23389, 0.17950)),
        ("#0000ff", (0.45201, -0.03246, -0.31153)),
    ],
)
def test_primary_colours_have_their_published_places(name: str, expected: tuple[float, float, float]) -> None:
    np.testing.assert_allclose(oklab(rgb(QColor(name))), expected, atol=2e-4)


def test_a_mixture_begins_and_ends_with_its_colours_and_grows_evenly_lighter() -> None:
    dark, light = QColor("#0072b2"), QColor("#ffffff")
    mixture = mixed(dark, light, np.linspace(0, 1, 33))
    assert tuple(mixture[0]) == (0x00, 0x72, 0xB2)
    assert tuple(mixture[-1]) == (255, 255, 255)
    lightness = np.array([oklab(row / 255)[0] for row in mixture])
    np.testing.assert_allclose(np.diff(lightness), np.diff(lightness).mean(), atol=4e-3)
