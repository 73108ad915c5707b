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
from functools import cache
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
        yield from (text for figure in entry.figures for text in (figure.title, figure.printed))


def _table_texts() -> Iterator[str]:
    for function in ACTIVATIONS.values():
        yield from (function.title, function.note)
    for metric in METRICS.values():
        yield from (metric.title, metric.help)
    yield from (field_facts(Experiment, name).title for name in Experiment.model_fields)


def misplaced() -> list[str]:
    """Return what translators' tools cannot find, and where it stands."""
    return [problem for finder in _finders() for problem in finder.problems]


def _literals() -> Iterator[Text]:
    for finder in _finders():
        yield from finder.texts


@cache
def _finders() -> tuple[Finder, ...]:
    return tuple(_found())


def _found() -> Iterator[Finder]:
    for folder in ("core", "desktop_app"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = str(path.relative_to(ROOT))
            if name not in ("core/texts.py", "desktop_app/texts.py"):
                yield Finder(path.read_text(encoding="utf-8"), name)


class Finder:
    """Finds the literals of one module that are translated, and those that only look like it."""

    def __init__(self, source: str, name: str) -> None:
        self.texts: list[Text] = []
        self.problems: list[str] = []
        self._name = name
        self._visit(ast.parse(source), "")

    def _visit(self, node: ast.AST, context: str) -> None:
        if isinstance(node, ast.ClassDef):
            context = node.name
        if isinstance(node, ast.Call):
            self._call(node, context)
        for child in ast.iter_child_nodes(node):
            self._visit(child, context)

    def _call(self, call: ast.Call, context: str) -> None:
        function, args = call.func, call.args
        called = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        if called == "tr" and isinstance(function, ast.Attribute) and args:
            owner = function.value
            if context and isinstance(owner, ast.Name) and owner.id in ("self", "cls"):
                self._add(context, args[0], call)
            else:
                self._complain(call, "who translates is not self: use QCoreApplication.translate with a context")
        elif called == "tr" and args:
            self._complain(call, "a method under another name: use QCoreApplication.translate with a context")
        elif called in ("translate", "QT_TRANSLATE_NOOP") and len(args) > 1 and _text(args[0]) is not None:
            self._add(_text(args[0]) or "", args[1], call)
        elif called == "say" and args:
            # What is no literal is a title of a setting or the like, which is known otherwise.
            said = args[0]
            branches = (said.body, said.orelse) if isinstance(said, ast.IfExp) else (said,)
            self.texts += [(CORE, text) for text in map(_text, branches) if text is not None]
        elif called == "unsaid" and args:
            self._add(CORE, args[0], call)

    def _add(self, context: str, node: ast.AST, call: ast.Call) -> None:
        text = _text(node)
        if text is None:
            self._complain(call, "not a literal")
        else:
            self.texts.append((context, text))

    def _complain(self, call: ast.Call, what: str) -> None:
        self.problems.append(f"{self._name}:{call.lineno}: {what}")


def _text(node: ast.AST) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
