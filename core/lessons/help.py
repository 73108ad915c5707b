"""Which page explains an option of the panels: derived from the pages' own ``explains``, with somewhere to go for all.

An option is named by its group, the kind where the group has kinds, and its field: ``optimizer.sgd.momentum``,
``layers.initializer.normal.sigma``, ``training.batch_size``; ``optimizer.sgd`` is the kind, ``optimizer`` the group.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from core.experiment import VARIANTS, Experiment, Training
from core.fields import Value, Variant, settings_of
from core.layers import ParametricLayer
from core.lessons.lesson import lessons
from core.lessons.links import ToPage
from core.penalty import Penalty
from core.stopping import Stopping

_PLAIN_GROUPS: dict[str, type[Value]] = {"training": Training, "penalty": Penalty, "stopping": Stopping}

_SECTION_PAGES = {
    "data": "5-1-generalisation",
    "layers": "4-3-multilayer-perceptron",
    "loss": "3-2-cross-entropy",
    "optimizer": "2-2-minibatch-sgd",
    "schedule": "2-2-minibatch-sgd",
    "penalty": "6-2-penalties-and-balls",
    "initializer": "7-3-initialisation",
    "training": "2-2-minibatch-sgd",
    "stopping": "5-1-generalisation",
    "kfold": "5-2-k-fold",
    "sweep": "5-3-overfitting-map",
}
"""Where an option leads that no page explains: to the page that its section belongs to."""

_LAST_RESORT = "5-1-generalisation"


def options() -> Iterator[str]:
    """Yield all options: every field of every kind of every group, the kinds and the groups."""
    for group, variants in VARIANTS.items():
        yield group
        for variant in variants:
            yield f"{group}.{variant.kind_name()}"
            for facts in settings_of(variant):
                yield f"{group}.{variant.kind_name()}.{facts.name}"
            if issubclass(variant, ParametricLayer):
                # Hidden from forms, since the cards have a button for it.
                yield f"{group}.{variant.kind_name()}.shares"
    for group, model in _PLAIN_GROUPS.items():
        yield group
        for facts in settings_of(model):
            yield f"{group}.{facts.name}"


def is_option(path: str) -> bool:
    """Tell whether a page may explain ``path``: an option, or a setting of several kinds without naming one."""
    return path in _explainable()


def option_of(path: str, experiment: Experiment) -> str:
    """Return the option at a path of an experiment, such as ``layers.dense.units`` for ``layers.1.units``."""
    node: Any = experiment
    parts: list[str] = []
    for key in path.split("."):
        node = node[int(key)] if key.isdecimal() and int(key) < len(node) else getattr(node, key, None)
        if not key.isdecimal():
            parts.append(key)
        if isinstance(node, Variant):
            parts.append(node.kind_name())
    if parts[0] == "layers" and "initializer" in parts:
        # The kind of the layer is no part of the name of its initialiser's options.
        parts.pop(1)
    return ".".join(parts)


def help_target(option: str, language: str) -> ToPage | None:
    """Return the page and the heading that explain an option best; None if it is no option or there are no pages."""
    explained = _explained(language)
    for candidate in _candidates(option):
        if candidate in explained:
            return explained[candidate]
    names = {lesson.name for lesson in lessons(language)}
    pages = (_SECTION_PAGES.get(option.partition(".")[0]), _LAST_RESORT)
    return next((ToPage(page) for page in pages if page in names), None)


def _candidates(option: str) -> list[str]:
    """Return the names under which an option may be explained, the most special one first."""
    fitting = [group for group in VARIANTS if option == group or option.startswith(f"{group}.")]
    group = max(fitting, key=len, default=option.partition(".")[0])
    rest = [part for part in option[len(group) + 1 :].split(".") if part]
    found = [option]
    if group in VARIANTS and len(rest) == 2:
        found.append(f"{group}.{rest[1]}")
    if group in VARIANTS and rest:
        found.append(f"{group}.{rest[0]}")
    found.append(group)
    if "." in group:
        # The initialiser of a layer is explained where initialisers are, or else where layers are.
        outer, inner = group.split(".")
        found += [*_candidates(".".join((inner, *rest))), outer]
    return found


@cache
def _explainable() -> frozenset[str]:
    return frozenset(candidate for option in options() for candidate in _candidates(option)) | {
        name for name in Experiment.model_fields if name in ("name", "notes")
    }


@cache
def _explained(language: str) -> dict[str, ToPage]:
    """Return what the pages explain; of several the first in the order of reading."""
    found: dict[str, ToPage] = {}
    for lesson in lessons(language):
        for path, anchor in lesson.header.explains.items():
            found.setdefault(path, ToPage(lesson.name, anchor))
    return found
