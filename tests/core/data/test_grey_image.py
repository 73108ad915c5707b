"""What an image file looks like when it was read: oracles are the pixels that were written."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.data.grey_image import BrokenImageError, grey_image, read_grey
from core.errors import DataError


def content_of(pixels: Any, image_format: str = "PNG", **save: Any) -> bytes:
    file = io.BytesIO()
    Image.fromarray(np.asarray(pixels)).save(file, image_format, **save)
    return file.getvalue()


def grey_of(pixels: Any, image_format: str = "PNG", *, fit: str = "pad", **save: Any) -> np.ndarray:
    """Return how an image of 8×8 pixels looks when it was read from a file."""
    return grey_image(content_of(pixels, image_format, **save), 8, fit)


def test_colour_becomes_grey_and_transparent_parts_white() -> None:
    assert (grey_of(np.full((8, 8, 3), (255, 0, 0), np.uint8)) == 76).all(), "ITU-R 601: .299 of 255"
    clear = np.zeros((8, 8, 4), np.uint8)
    clear[:4, :, 3] = 255
    found = grey_of(clear)
    assert (found[:4] == 0).all()
    assert (found[4:] == 255).all()


def test_sixteen_bits_are_scaled_not_clipped() -> None:
    values = np.linspace(0, 65535, 64).reshape(8, 8).astype(np.uint16)
    np.testing.assert_allclose(grey_of(values), values / 257.0, atol=1)


def test_three_ways_to_make_a_square() -> None:
    wide = np.full((8, 24), 100, np.uint8)
    wide[:, 8:16] = 200
    assert (grey_of(wide, fit="crop") == 200).all()
    stretched = grey_of(wide, fit="stretch")
    assert stretched[0, 0] == pytest.approx(100, abs=10)
    assert stretched[0, 4] == pytest.approx(200, abs=10)
    padded = grey_of(np.full((8, 24), 100, np.uint8), fit="pad")
    assert (padded == 100).all(), "filled up with the grey of the border"


def test_a_photograph_stands_upright() -> None:
    pixels = np.zeros((8, 8), np.uint8)
    pixels[:4] = 255
    exif = Image.Exif()
    exif[0x0112] = 3  # upside down
    found = grey_of(pixels, "JPEG", exif=exif, quality=95)
    assert found[6:].min() > 200
    assert found[:2].max() < 50


def test_what_is_no_image_is_half_a_sentence() -> None:
    with pytest.raises(BrokenImageError, match=r"^this is no image that can be read \("):
        grey_image(b"no image", 8, "pad")


def test_a_file_of_any_shape_is_read_in_its_own_size(tmp_path: Path) -> None:
    pixels = np.arange(60, dtype=np.uint8).reshape(6, 10)
    path = tmp_path / "wide.png"
    path.write_bytes(content_of(pixels))
    np.testing.assert_array_equal(read_grey(path), pixels)
    path.write_bytes(b"no image")
    with pytest.raises(DataError, match=r"^wide\.png: this is no image .* Choose another file\.$"):
        read_grey(path)
