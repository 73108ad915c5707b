"""The text of programs: it is Python, formatted as usual, and its marks cover what matters."""

from __future__ import annotations

import ast
import json
import subprocess
import sys

import pytest
from hypothesis import given, settings

from core.codegen import PHASES, STYLES, notebook, program, refusal
from core.errors import ExperimentError
from core.experiment import Experiment, from_dict, live_settings, with_value
from core.fields import settings_of
from core.presets import load_preset, presets
from core.texts import use_translator
from tests.core.codegen.test_twins import VARIANTS
from tests.core.strategies import trees

WORKING = {preset.name: preset.experiment for preset in presets()} | VARIANTS


def all_programs():
    return [(name, program(experiment, style)) for name, experiment in WORKING.items() for style in STYLES]


@pytest.fixture(scope="module")
def programs():
    return all_programs()


def test_they_import_mxnet_and_numpy_and_nothing_of_ours(programs):
    for _, written in programs:
        imported = set()
        for node in ast.walk(ast.parse(written.text)):
            if isinstance(node, ast.Import):
                imported |= {name.name for name in node.names}
            if isinstance(node, ast.ImportFrom):
                imported.add(node.module)
        assert imported <= {"gzip", "math", "os", "time", "numpy", "mxnet", "mxnet.gluon"}


def test_everything_that_is_defined_is_used(programs):
    for name, written in programs:
        tree = ast.parse(written.text)
        defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
        used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        assert defined <= used, name


def test_they_are_formatted_as_usual(programs, tmp_path):
    pytest.importorskip("ruff")
    for number, (_, written) in enumerate(programs):
        (tmp_path / f"program{number}.py").write_text(written.text, encoding="utf-8")
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--no-cache", "--diff", str(tmp_path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.stdout == ""


def test_marks_point_at_lines_that_exist_and_at_settings_that_exist(programs):
    for name, written in programs:
        lines = written.text.splitlines()
        tree = json.loads(WORKING[name].model_dump_json())
        for mark in written.marks:
            assert lines[mark.line - 1].strip()
            assert mark.phase == "" or mark.phase in PHASES
            node = tree
            for key in mark.path.split(".") if mark.path else []:
                node = node[int(key) if isinstance(node, list) else key]


def test_marks_cover_every_setting_that_matters(programs):
    for name, written in programs:
        marked = {mark.path for mark in written.marks}
        missing = [path for path in _telling(WORKING[name]) if path not in marked]
        assert missing == [], (name, written.style)


def _telling(experiment: Experiment):
    """Yield the paths of the settings that a program must speak of."""
    yield from ("data", "training.num_epochs", "training.batch_size", "training.seed", "loss", "optimizer")
    yield "initializer" if any(hasattr(layer, "units") for layer in experiment.layers) else "data"
    for position, layer in enumerate(experiment.layers):
        yield f"layers.{position}"
        yield from (f"layers.{position}.{facts.name}" for facts in settings_of(type(layer)))
    optimizer, live = experiment.optimizer, live_settings(experiment)
    yield from (["optimizer.learning_rate"] if optimizer.uses_learning_rate else [])
    yield from (["optimizer.wd"] if live.wd else [])
    yield from (["penalty.l1"] if live.l1 else [])
    yield from (["penalty.l2"] if live.l2 else [])
    yield from (["stopping.patience", "stopping.watch"] if experiment.stopping.patience else [])


def test_every_phase_of_the_loop_has_a_line(programs):
    for name, written in programs:
        assert {mark.phase for mark in written.marks} >= set(PHASES) - {"evaluate", "test"}, name


@settings(max_examples=20, deadline=None)
@given(trees)
def test_any_experiment_gives_a_program_or_a_sentence(tree):
    try:
        experiment = from_dict(tree)
    except ExperimentError:
        return
    for style in STYLES:
        sentence = refusal(experiment, style)
        if sentence:
            with pytest.raises(ExperimentError):
                program(experiment, style)
        else:
            ast.parse(program(experiment, style).text)


@pytest.mark.parametrize("name", ['"""', "\\", "a\nimport os", "coding: utf-7", "\x00\x0c\u2028", "'\"\\N{x}"])
@pytest.mark.parametrize("style", STYLES)
def test_a_name_never_becomes_a_part_of_the_program(name, style):
    plain = program(with_value(load_preset("mlp"), "name", "x"), style)
    written = program(with_value(load_preset("mlp"), "name", name), style)
    assert ast.dump(_without_docstring(written.text)) == ast.dump(_without_docstring(plain.text))


def _without_docstring(text):
    tree = ast.parse(text)
    if isinstance(tree.body[0], ast.Expr):
        del tree.body[0]
    return tree


def test_comments_are_in_the_language_that_was_chosen():
    use_translator(lambda text: {"Training": "训练"}.get(text, text))
    try:
        assert "\n# 训练\n" in program(load_preset("xor"), "concise").text
    finally:
        use_translator(None)


def test_what_cannot_be_trained_has_no_program():
    assert "layers" in refusal(Experiment(), "concise")


def test_a_notebook_has_the_program_in_its_cells_and_is_of_the_form_of_nbformat_4():
    written = program(load_preset("mlp-dropout"), "block")
    tree = json.loads(notebook(written))
    assert (tree["nbformat"], tree["nbformat_minor"]) == (4, 5)
    assert set(tree) == {"cells", "metadata", "nbformat", "nbformat_minor"}
    ids = [cell["id"] for cell in tree["cells"]]
    assert len(set(ids)) == len(ids)
    for cell in tree["cells"]:
        code = {"execution_count", "outputs"} if cell["cell_type"] == "code" else set()
        assert set(cell) == {"cell_type", "id", "metadata", "source"} | code
        assert all(line.endswith("\n") for line in cell["source"][:-1])
    texts = ["".join(cell["source"]) for cell in tree["cells"] if cell["cell_type"] == "code"]
    for text in texts:
        ast.parse(text)
    joined = ast.parse("\n".join(texts))
    assert ast.dump(joined) == ast.dump(_without_docstring(written.text))
    assert "".join(tree["cells"][0]["source"]) == "# Multilayer perceptron with dropout"
