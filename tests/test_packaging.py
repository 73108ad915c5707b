"""The README, which people and CI follow word for word."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import typer

from desktop_app.cli import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\n(.*?)^```$", README, flags=re.DOTALL | re.MULTILINE)


def test_the_two_commands_and_the_packages_are_one_line_each() -> None:
    packages, open_window, run_tests = BLOCKS[:3]
    assert [block.count("\n") for block in (packages, open_window, run_tests)] == [1, 1, 1]
    assert open_window.endswith("/gluon-lab\n")
    assert run_tests.endswith("-m pytest -n 2 --dist loadfile\n")


def test_ci_finds_exactly_one_line_of_packages() -> None:
    (words,) = re.findall(r"apt-get install -y (.*)", README)
    assert {"python3-venv", "libxcb-cursor0", "libgomp1"} <= set(words.split())
    assert re.fullmatch(r"[a-z0-9.+ -]+", words)


def test_the_readme_names_exactly_the_commands_that_there_are() -> None:
    block = next(block for block in BLOCKS if block.startswith("gluon-lab  "))
    named = re.findall(r"^gluon-lab (\w+)", block, flags=re.MULTILINE)
    command = typer.main.get_command(app)
    assert named == list(command.commands)  # type: ignore[attr-defined]


def test_the_example_has_options_that_exist() -> None:
    example = next(shlex.split(block) for block in BLOCKS if block.startswith("gluon-lab run"))
    parameters = typer.main.get_command(app).commands["run"].params  # type: ignore[attr-defined]
    known = {option for parameter in parameters for option in parameter.opts}
    assert {word for word in example if word.startswith("--")} <= known


def test_the_pictures_are_there_and_the_first_comes_before_all_text() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert [picture for picture in pictures if not (ROOT / picture).is_file()] == []
    assert README.splitlines()[2].endswith(f"({pictures[0]})")
