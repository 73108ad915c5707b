"""A program as a Jupyter notebook."""

from __future__ import annotations

import ast
import json
from typing import Any

from core.codegen.source import Program


def notebook(program: Program) -> str:
    """Return a program as the content of an ``.ipynb`` file, nbformat 4.5: a heading and a cell for each section."""
    lines = program.text.split("\n")
    starts = [section.line - 1 for section in program.sections]
    head = lines[: starts[0]]
    cells = []
    if head[0].startswith('"""'):
        # The docstring is the title.
        cells.append(_cell("markdown", f"# {ast.literal_eval(head[0])}"))
        del head[0]
    cells.append(_code("\n".join(head)))
    for section, start, end in zip(program.sections, starts, [*starts[1:], len(lines)], strict=True):
        cells += [_cell("markdown", f"## {section.title}"), _code("\n".join(lines[start + 1 : end]))]
    for number, cell in enumerate(cells, start=1):
        cell["id"] = f"cell-{number}"
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    tree = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"


def _cell(kind: str, text: str) -> dict[str, Any]:
    return {"cell_type": kind, "metadata": {}, "source": text.splitlines(keepends=True)}


def _code(text: str) -> dict[str, Any]:
    return _cell("code", text.strip("\n")) | {"execution_count": None, "outputs": []}
