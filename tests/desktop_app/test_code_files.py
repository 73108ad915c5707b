"""Saving the program that is shown: which file, in which thread, and what is said about it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from core.errors import ResourcesError
from core.experiment import Experiment
from core.layers import Dense
from desktop_app.code.view import CodeView
from desktop_app.code_files import CodeFiles
from desktop_app.dialogs import Dialogs
from tests.desktop_app.code.programs import short_program
from tests.desktop_app.fakes import FakeDialogs

EXPERIMENT = Experiment(name="My net", layers=(Dense(),))


class Bench:
    def __init__(self, qtbot: QtBot) -> None:
        self.view, self.dialogs = CodeView(), FakeDialogs()
        self.view.compose = short_program
        self.saved: list[tuple[object, ...]] = []
        self.problem = ""
        self.files = CodeFiles(self.view, self.dialogs, Path("data"), self.view, save=self._save)  # type: ignore[arg-type]
        self.view.save_wanted.connect(self.files.save)
        self.told: list[str] = []
        self.files.told.connect(self.told.append)
        qtbot.addWidget(self.view)
        self.view.show_experiment(EXPERIMENT)
        self.view.show()

    def _save(
        self, experiment: Experiment, style: str, path: Path, data_dir: Path | None, notebook: bool
    ) -> tuple[Path, ...]:
        self.saved.append((experiment, style, path, data_dir, notebook, threading.current_thread()))
        if self.problem:
            raise ResourcesError(self.problem)
        return (path, path.with_suffix(".npz")) if style == "concise" else (path,)

    def press(self) -> None:
        QTest.mouseClick(self.view.save, Qt.MouseButton.LeftButton)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(qtbot)
    yield bench
    bench.files.shutdown()


def test_the_program_is_written_elsewhere_and_told_of(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    bench.dialogs.path = tmp_path / "net.ipynb"
    bench.press()
    assert not bench.view.save.isEnabled()
    qtbot.waitUntil(bench.view.save.isEnabled)
    assert bench.saved[0][:5] == (EXPERIMENT, "concise", tmp_path / "net.ipynb", Path("data"), True)
    assert bench.saved[0][5] is not threading.main_thread()
    assert bench.told == [
        f"Saving {tmp_path / 'net.ipynb'}…",
        f"Saved {tmp_path / 'net.ipynb'}, and net.npz beside it.",
    ]
    suggestion, has_data = bench.dialogs.asked[0][1]  # type: ignore[misc]
    assert (suggestion.name, has_data) == ("my-net.py", True)
    bench.view.styles["block"].click()
    bench.dialogs.path = tmp_path / "net.py"
    bench.press()
    qtbot.waitUntil(bench.view.save.isEnabled)
    assert bench.told[-1] == f"Saved {tmp_path / 'net.py'}"
    assert bench.dialogs.asked[1][1] == (tmp_path / "my-net.py", True)


def test_failures_are_sentences_and_who_changes_their_mind_saves_nothing(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    bench.press()
    assert bench.saved == []
    bench.dialogs.path, bench.problem = tmp_path / "net.py", "The disk is full."
    with qtbot.waitSignal(bench.files.failed) as failed:
        bench.press()
    assert failed.args == ["The disk is full."]
    assert bench.told[-1] == "The program was not saved."
    assert bench.view.save.isEnabled()
    bench.view.styles["scratch"].click()
    bench.files.save()
    assert len(bench.saved) == 1


@pytest.mark.parametrize(
    ("typed", "chosen", "expected"),
    [
        ("net.py", "Python program (*.py)", "net.py"),
        ("net", "Notebook (*.ipynb)", "net.ipynb"),
        ("net.IPYNB", "Python program (*.py)", "net.IPYNB"),
        ("", "", None),
    ],
)
def test_the_name_ends_as_the_kind_of_file_asks(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str, chosen: str, expected: str | None
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    name = str(tmp_path / typed) if typed else ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, chosen))
    path = Dialogs(parent).save_program(tmp_path / "x.py", has_data=True)
    assert path == (tmp_path / expected if expected else None)


def test_data_of_the_same_name_are_not_replaced_unasked(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    path = tmp_path / "net.py"
    (tmp_path / "net.npz").write_bytes(b"mine")
    asked: list[str] = []
    answers = {"answer": QMessageBox.StandardButton.No}

    def question(_parent: QWidget, _title: str, text: str) -> QMessageBox.StandardButton:
        asked.append(text)
        return answers["answer"]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QMessageBox, "question", question)
    dialogs = Dialogs(parent)
    assert dialogs.save_program(path, has_data=True) is None
    assert asked == ["net.npz exists already. Replace it?"]
    assert dialogs.save_program(path, has_data=False) == path
    answers["answer"] = QMessageBox.StandardButton.Yes
    assert dialogs.save_program(path, has_data=True) == path
    path.write_text("old")
    assert dialogs.save_program(path, has_data=True) == path
    assert len(asked) == 2
