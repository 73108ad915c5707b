"""Image files of any size, colour and depth, read as grey values."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import DataError
from core.sentences import shortened
from core.texts import say

MAX_FILE_BYTES = 100_000_000
MAX_PIXELS = 50_000_000
SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".pgm", ".ppm")

# Others can start programs (EPS) or are of no use here.
_FORMATS = ("PNG", "JPEG", "BMP", "GIF", "WEBP", "TIFF", "PPM")
_WHITE = 255


class BrokenImageError(Exception):
    """Why an image cannot be used, as half a sentence."""


def read_grey(path: Path) -> NDArray[np.uint8]:
    """Return the grey values of any image file, ``(height, width)``; transparent parts are white.

    Raises:
        DataError: a sentence that names the file.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else "") or str(error)
        raise DataError(say("{name} cannot be read: {why}. Choose another file.", name=path.name, why=why)) from error
    if len(content) > MAX_FILE_BYTES:
        raise DataError(
            say(
                "{name} is larger than {max_file_bytes} MB. Choose a smaller file.",
                name=path.name,
                max_file_bytes=MAX_FILE_BYTES // 1_000_000,
            )
        )
    try:
        return np.asarray(_decoded(content))
    except BrokenImageError as error:
        raise DataError(say("{name}: {error}. Choose another file.", name=path.name, error=error)) from error


def grey_image(content: bytes, size: int, fit: str) -> NDArray[np.uint8]:
    """Return the content of an image file as ``(size, size)`` grey values; transparent parts are white.

    Args:
        content: the bytes of the file.
        size: height and width of what is returned, in pixels.
        fit: "pad", "crop" or "stretch", for an image that is not square.

    Raises:
        BrokenImageError: half a sentence.
    """
    from PIL import Image, ImageOps

    grey = _decoded(content)
    if fit == "crop":
        return np.asarray(ImageOps.fit(grey, (size, size)))
    if fit == "pad":
        pixels = np.asarray(grey)
        border = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
        return np.asarray(ImageOps.pad(grey, (size, size), color=round(float(border.mean()))))
    return np.asarray(grey.resize((size, size), Image.Resampling.BICUBIC))


def _decoded(content: bytes) -> Any:
    """Return a grey image of Pillow."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                raise BrokenImageError(
                    say(
                        "it has {width:,} pixels, more than {max_pixels:,}",
                        width=image.width * image.height,
                        max_pixels=MAX_PIXELS,
                    )
                )
            return _to_grey(ImageOps.exif_transpose(image))
    except BrokenImageError:
        raise
    except Exception as error:  # whatever the decoders, and those under them, make of a damaged file
        raise BrokenImageError(
            say("this is no image that can be read ({value})", value=shortened(str(error)) or type(error).__name__)
        ) from error


def _to_grey(image: Any) -> Any:
    from PIL import Image

    if image.mode.startswith("I") or image.mode == "F":
        # 16 bits and more: conversion would clip what is above 255.
        values = np.asarray(image, np.float64)
        top = 65535.0 if image.mode.startswith("I") and values.max(initial=0) > _WHITE else float(_WHITE)
        return Image.fromarray((values / top * _WHITE).clip(0, _WHITE).astype(np.uint8))
    if image.has_transparency_data:
        coloured = image.convert("RGBA")
        ground = Image.new("RGBA", coloured.size, (_WHITE, _WHITE, _WHITE, _WHITE))
        return Image.alpha_composite(ground, coloured).convert("L")
    return image.convert("L")
