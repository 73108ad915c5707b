"""Finds every text that the window shows: literals in the source, and what the core says of its settings and files.

Qt looks a text of ``self.tr`` up under the class of the widget and, if it is not there, under its base classes, in
their order. So the class in whose body it stands is the right context, also for widgets of derived classes.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import core
from core.activations import ACTIVATIONS
from core.book import ENTRIES
from core.experiment import Experiment
from core.fields import Value, Variant, field_facts
from core.metrics import METRICS
from core.presets import presets
from core.selection.shipped import sweeps

ROOT = Path(__file__).resolve().parents[2]
CORE = "core"
_WORD = re.compile(r"[A-Za-z]{2}")

Text = tuple[str, str]
"""The context under which a text is looked up, and the text."""


class Misplaced(Exception):  # noqa: N818 - it is the text that is wrong
    """A text that translators' tools cannot find, and where it stands."""


def all_texts() -> list[Text]:
    """Return all texts, without repetitions, sorted by their context; within it in the order of the source."""
    found = dict.fromkeys([*_literals(), *((CORE, text) for text in core_texts())])
    return sorted(found, key=lambda text: text[0])


def core_texts() -> list[str]:
    """Return what the core says of settings, presets, sweeps, rows of the book and functions, as windows show it."""
    for module in pkgutil.walk_packages(core.__path__, "core."):
        if not module.name.startswith(("core.engine", "core.selection.dask")):
            importlib.import_module(module.name)
    texts = [*_setting_texts(), *_file_texts(), *_table_texts()]
    return [text for text in dict.fromkeys(texts) if _WORD.search(text)]


def _setting_texts() -> Iterator[str]:
    for model in _subclasses(Value):
        if not model.__module__.startswith("core."):
            continue
        for name in ("title", "help", "family"):
            value = getattr(model, name, "")
            if issubclass(model, Variant) and isinstance(value, str):
                yield value
        for name in model.model_fields:
            facts = field_facts(model, name)
            if name != "kind" and facts.title != name:
                yield from (facts.title, facts.help, facts.word, *facts.choices.values())


def _subclasses(model: type[Value]) -> Iterator[type[Value]]:
    for child in model.__subclasses__():
        yield child
        yield from _subclasses(child)


def _file_texts() -> Iterator[str]:
    for preset in presets():
        yield from (preset.group, preset.title, preset.summary, preset.experiment.notes)
        yield from preset.experiment.data.facts().class_names
    for sweep in sweeps():
        yield from (sweep.title, sweep.summary)
    for entry in ENTRIES:
        yield from (entry.group, entry.title, entry.configuration, entry.explanation)
        yield from (figure.title for figure in entry.figures)


def _table_texts() -> Iterator[str]:
    for function in ACTIVATIONS.values():
        yield from (function.title, function.note)
    for metric in METRICS.values():
        yield from (metric.title, metric.help)
    yield from (field_facts(Experiment, name).title for name in Experiment.model_fields)


def _literals() -> Iterator[Text]:
    for folder in ("core", "desktop_app"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield from literals(path.read_text(encoding="utf-8"), str(path.relative_to(ROOT)))


def literals(source: str, name: str) -> Iterator[Text]:
    """Yield the literals of a module that are translated.

    Raises:
        Misplaced: for a text that is not a literal, or whose context only shows while the program runs.
    """
    yield from _visit(ast.parse(source), "", name)


def _visit(node: ast.AST, context: str, name: str) -> Iterator[Text]:
    if isinstance(node, ast.ClassDef):
        context = node.name
    if isinstance(node, ast.Call):
        yield from _call(node, context, name)
    for child in ast.iter_child_nodes(node):
        yield from _visit(child, context, name)


def _call(call: ast.Call, context: str, name: str) -> Iterator[Text]:
    function = call.func
    called = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    where = f"{name}:{call.lineno}"
    if called == "tr" and isinstance(function, ast.Attribute) and call.args:
        owner = function.value
        if not (isinstance(owner, ast.Name) and owner.id in ("self", "cls")) or not context:
            raise Misplaced(f"{where}: who translates is not self; use QCoreApplication.translate with a context")
        yield context, _literal(call.args[0], where)
    elif called == "translate" and len(call.args) > 1 and _is_text(call.args[0]):
        yield _literal(call.args[0], where), _literal(call.args[1], where)
    elif called in ("say", "unsaid") and call.args and not _is_own(name):
        try:
            yield CORE, _literal(call.args[0], where)
        except Misplaced:
            # A title of a setting or the like, which is known otherwise.
            if called == "unsaid":
                raise


def _is_own(name: str) -> bool:
    """Tell whether a module is that which defines how sentences are said."""
    return name in ("core/texts.py", "desktop_app/texts.py")


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _literal(node: ast.AST, where: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise Misplaced(f"{where}: not a literal")
