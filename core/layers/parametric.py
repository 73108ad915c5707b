"""Layers with parameters of their own, or with those of another layer."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from core.fields import setting
from core.layers.base import LayerBase
from core.texts import say

MAX_NAME_LENGTH = 40
_NAME = re.compile("[a-z][a-z0-9_]*")


def _checked_name(name: str) -> str:
    if name and not _NAME.fullmatch(name):
        sentence = say("this is no name for a layer. Use small letters, digits and underscores, such as dense1.")
        raise PydanticCustomError("wrong_form", "{sentence}", {"sentence": sentence})
    return name


LayerName = Annotated[str, AfterValidator(_checked_name)]
"""Empty, or a word that a program could use as a variable."""


class ParametricLayer(LayerBase):
    """Base of the layers that can share their parameters.

    A layer is referred to by its ``name``, never by its position, so that others may be moved, added and removed.
    ``shape_fields`` are the settings that the shapes of the parameters depend on: layers that share have equal ones.
    """

    shape_fields: ClassVar[tuple[str, ...]]

    name: LayerName = setting(
        "",
        title="Name",
        help="By this name other layers refer to this one, to share its parameters.",
        max_length=MAX_NAME_LENGTH,
        hidden=True,
    )
    shares: LayerName = setting(
        "",
        title="Shares parameters with",
        help="Name of an earlier layer whose parameters this one uses too; their gradients are added. "
        "Empty for parameters of its own.",
        max_length=MAX_NAME_LENGTH,
        hidden=True,
    )
