from __future__ import annotations

import numpy as np
import pytest

from core.data import DataFacts, Digits, Parts, Samples
from core.data.rows import InputColumn, RowForm
from core.drawing import PictureStyle, box_of, ink_of, prepared, style_of


def blob(height: int, width: int, box: tuple[int, int, int, int], value: float = 1.0) -> np.ndarray:
    ink = np.zeros((height, width), np.float32)
    ink[box[0] : box[1], box[2] : box[3]] = value
    return ink


def parts_of(X: np.ndarray, form: RowForm | None = None) -> Parts:
    y = np.arange(len(X)) % 2
    facts = DataFacts("classification", X.shape[1:], 2, ("a", "b"), len(X), 0, 0)
    return Parts(facts, Samples(X, y), None, None, form)


def centred(n: int, *, by: str) -> np.ndarray:
    """Return uint8 pictures of 28 pixels whose drawings fill 20 of them, in the middle by their box or their mass."""
    random, pictures = np.random.RandomState(0), []
    for _ in range(n):
        heavy = blob(20, int(random.randint(6, 12)), (0, 20, 0, 12), 0.2)
        heavy[: random.randint(3, 10)] = 1.0
        heavy = heavy[:: random.choice([-1, 1])]
        middle = np.array(heavy.shape) / 2
        if by == "mass":
            middle = np.array([(heavy.sum(axis=1) @ (np.arange(20) + 0.5)) / heavy.sum(), heavy.shape[1] / 2])
        top, left = np.clip(np.rint(14 - middle).astype(int), 0, None)
        picture = np.zeros((28, 28))
        picture[top : top + 20, left : left + heavy.shape[1]] = heavy
        pictures.append(picture)
    return (255 * np.stack(pictures)[:, None]).astype(np.uint8)


@pytest.mark.parametrize("by", ["mass", "box"])
def test_the_style_is_measured_on_the_training_part(by):
    style = style_of(parts_of(centred(60, by=by)))
    assert style == PictureStyle((1, 28, 28), 20 / 28, by, False)
    bright = style_of(parts_of(255 - centred(60, by=by)))
    assert bright == PictureStyle((1, 28, 28), 20 / 28, by, True)


def test_a_drawing_is_scaled_to_the_usual_box_and_centred():
    parts = parts_of(centred(60, by="box"))
    X = prepared(blob(280, 280, (10, 110, 30, 80)), style_of(parts), parts)
    assert X.shape == (1, 1, 28, 28)
    assert X.dtype == np.float32
    np.testing.assert_array_equal(X[0, 0], blob(28, 28, (4, 24, 9, 19)))


def test_by_its_mass_a_drawing_that_is_heavy_above_lies_lower():
    parts = parts_of(centred(60, by="mass"))
    ink = blob(280, 280, (0, 200, 100, 200), 0.4) + blob(280, 280, (0, 50, 100, 200), 0.6)
    X = prepared(ink, style_of(parts), parts)[0, 0]
    mass = (X.sum(axis=1) @ (np.arange(28) + 0.5)) / X.sum()
    assert mass == pytest.approx(14, abs=0.5)
    assert box_of(X)[0] > 4


def test_without_fitting_the_whole_canvas_becomes_smaller():
    parts = parts_of(centred(60, by="box"))
    ink = np.random.RandomState(1).uniform(size=(280, 280)).astype(np.float32)
    X = prepared(ink, style_of(parts), parts, fit=False)
    np.testing.assert_allclose(X[0, 0], ink.reshape(28, 10, 28, 10).mean(axis=(1, 3)), atol=1e-5)


def test_an_empty_canvas_is_an_empty_picture():
    parts = parts_of(255 - centred(60, by="box"))
    assert (prepared(np.zeros((280, 280), np.float32), style_of(parts), parts) == 1).all()


def test_pictures_that_are_columns_of_a_table_are_scaled_as_the_columns_are():
    raw = centred(60, by="box").reshape(60, -1).astype(np.float64)
    mean, deviation = raw.mean(axis=0), np.where(raw.std(axis=0) > 0, raw.std(axis=0), 1.0)
    columns = tuple(InputColumn(f"p{j}", mean=mean[j], deviation=deviation[j]) for j in range(784))
    X = ((raw - mean) / deviation).astype(np.float32).reshape(60, 1, 28, 28)
    parts = parts_of(X, RowForm(columns))
    style = style_of(parts)
    assert style == PictureStyle((1, 28, 28), 20 / 28, "box", False)
    made = prepared(
        np.kron(raw[0].reshape(28, 28) / 255, np.ones((10, 10))).astype(np.float32), style, parts, fit=False
    )
    np.testing.assert_allclose(made[0], X[0], atol=1e-4)


def test_a_digit_that_is_drawn_large_becomes_that_digit_again():
    parts = Digits().load()
    style = style_of(parts)
    assert style.shape == (1, 8, 8)
    assert style.fills == 8
    images = parts.train.X[:100]
    again = np.concatenate(
        [prepared(np.kron(image[0], np.ones((32, 32), np.float32)), style, parts) for image in images]
    )
    assert np.corrcoef(images.ravel(), again.ravel())[0, 1] > 0.9


@pytest.mark.parametrize("bright", [False, True])
def test_a_picture_from_a_file_becomes_ink_in_the_middle(bright):
    grey = (255 * blob(50, 100, (10, 40, 20, 60))).astype(np.uint8)
    ink = ink_of(255 - grey if bright else grey, (200, 200))
    assert ink.shape == (200, 200)
    np.testing.assert_allclose(box_of(ink), (70, 130, 40, 120), atol=1)
