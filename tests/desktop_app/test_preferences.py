from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray

from core.errors import ExperimentError
from core.presets import load_preset
from desktop_app.preferences import Preferences


@pytest.fixture
def folder(qapp, tmp_path):
    return tmp_path / "deep" / "folder"


def test_everything_comes_back_after_a_restart(folder, tmp_path):
    file = tmp_path / "a.gluonlab.json"
    file.touch()
    first = Preferences(folder)
    first.theme = "dark"
    first.code_style, first.lesson_zoom = "scratch", 1.4
    first.geometry, first.layout = QByteArray(b"here"), QByteArray(b"docks")
    first.add_recent_file(file)
    first.remember(load_preset("mlp"), file, True)
    first.save()
    second = Preferences(folder)
    assert second.theme == "dark"
    assert (second.code_style, second.lesson_zoom) == ("scratch", 1.4)
    assert (second.geometry, second.layout) == (b"here", b"docks")
    assert second.recent_files == [file]
    assert second.last() == (load_preset("mlp"), file, True)


def test_a_new_user_has_defaults(folder):
    preferences = Preferences(folder)
    assert preferences.theme == "system"
    assert (preferences.code_style, preferences.lesson_zoom) == ("", 1.0)
    assert preferences.recent_files == []
    assert preferences.last() is None
    assert preferences.geometry.isEmpty()


def test_nonsense_in_the_file_is_not_believed(folder):
    folder.mkdir(parents=True)
    (folder / "window.ini").write_text(
        "[General]\ntheme=pink\nlesson_zoom=nan\ncode_style=@Invalid()\nrecent_files=7\ngeometry=x\nlast_modified=perhaps\n"
    )
    (folder / "last.gluonlab.json").write_text("{ nonsense")
    preferences = Preferences(folder)
    assert preferences.theme == "system"
    assert preferences.recent_files == []
    assert preferences.geometry.isEmpty()


def test_a_last_experiment_that_cannot_be_read_is_kept_and_told(folder):
    folder.mkdir(parents=True)
    newer = '{"format": "gluon-lab experiment", "schema_version": 99}'
    (folder / "last.gluonlab.json").write_text(newer)
    preferences = Preferences(folder)
    with pytest.raises(ExperimentError, match="could not be restored") as error:
        preferences.last()
    (kept,) = folder.glob("unreadable-*.gluonlab.json")
    assert kept.read_text() == newer
    assert str(kept) in str(error.value)
    assert preferences.last() is None


def test_a_file_that_was_deleted_is_forgotten(folder, tmp_path):
    file = tmp_path / "a.gluonlab.json"
    file.touch()
    preferences = Preferences(folder)
    preferences.remember(load_preset("mlp"), file, False)
    preferences.add_recent_file(file)
    file.unlink()
    assert preferences.recent_files == []
    assert preferences.last() == (load_preset("mlp"), None, False)
