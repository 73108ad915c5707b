"""Experiment files of older schemas -> today's schema, one small function for each schema step.

A change of the schema raises ``CURRENT_VERSION`` by one and adds its step to ``STEPS``.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from core.errors import ExperimentError, NewerFileError
from core.sentences import shown
from core.texts import say, unsaid

Tree = dict[str, Any]
Step = Callable[[Tree], Tree]

CURRENT_VERSION = 3
VERSION_KEY = "schema_version"


def _without_new_groups(tree: Tree) -> Tree:
    """Version 2 brought schedules, the penalty in the loss and stop conditions; before, every run went without them."""
    stopping = {"patience": 0, "target": "off", "seconds": 0.0}
    return {"schedule": {"kind": "constant"}, "penalty": {"l1": 0.0, "l2": 0.0}, "stopping": stopping} | tree


def _with_own_parameters(tree: Tree) -> Tree:
    """Version 3 brought parameters that layers share, and layers of one's own; before, every layer had its own."""

    def migrated(layer: Any) -> Any:
        is_weighted = isinstance(layer, dict) and layer.get("kind") in ("dense", "conv2d")
        return {"kind": layer["kind"], "name": "", "shares": ""} | layer if is_weighted else layer

    layers = tree.get("layers")
    return tree | {"layers": [migrated(layer) for layer in layers]} if isinstance(layers, list) else tree


STEPS: Mapping[int, Step] = MappingProxyType({1: _without_new_groups, 2: _with_own_parameters})
"""``STEPS[n]`` turns a file's tree of version ``n`` into one of version ``n + 1``."""


def migrate(tree: Tree, steps: Mapping[int, Step] = STEPS, current: int = CURRENT_VERSION) -> Tree:
    """Return the tree of a file in today's schema; the given one stays as it is.

    Args:
        tree: what the file holds, with its ``schema_version``.
        steps: the schema steps.
        current: the version to reach.

    Raises:
        NewerFileError: if the version is newer than ``current``.
        ExperimentError: if the version is missing or is no version; or if an older file does not hold what its version
            asks for.
    """
    version = _version(tree, current)
    tree = copy.deepcopy(tree)
    for step in range(version, current):
        try:
            tree = steps[step](tree)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise ExperimentError(
                say(
                    "it says {key} {version}, but does not hold what such a file must hold. It may be damaged.",
                    key=VERSION_KEY,
                    version=version,
                )
            ) from error
        tree[VERSION_KEY] = step + 1
    return tree


def _version(tree: Tree, current: int) -> int:
    if VERSION_KEY not in tree:
        text = unsaid("{path}: this is missing. Add it; today's version is {current}.")
        raise ExperimentError(say(text, path=VERSION_KEY, current=current))
    version = tree[VERSION_KEY]
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        text = unsaid("{path}: {version} is not a version. Versions are 1, 2, 3, and so on.")
        raise ExperimentError(say(text, path=VERSION_KEY, version=shown(version)))
    if version > current:
        raise NewerFileError(
            say(
                "{path}: it was made by a newer Gluon Lab (version {version} of the format; this one reads "
                "up to {current}). Update Gluon Lab to open it.",
                path=VERSION_KEY,
                version=shown(version),
                current=current,
            )
        )
    return version
