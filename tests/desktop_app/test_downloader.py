from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from desktop_app.background import Progress
from desktop_app.downloader import Downloader
from tests.file_server import FileServer, official, some_bodies

BODIES = some_bodies()
FILES = [official(name, body) for name, body in BODIES.items()]
TOTAL = 270_000


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FileServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with FileServer(dict(BODIES)) as server:
        yield server


class Heard:
    """What a downloader said, and whether it said it in the thread of the window."""

    def __init__(self, downloader: Downloader) -> None:
        self.progress: list[Progress] = []
        self.ends: list[object] = []
        self.threads: set[int] = set()
        downloader.progress.connect(self._on_progress)
        downloader.finished.connect(self._on_end)
        downloader.failed.connect(self._on_end)
        downloader.cancelled.connect(lambda: self._on_end("cancelled"))

    def _on_progress(self, progress: Progress) -> None:
        self.progress.append(progress)
        self.threads.add(threading.get_ident())

    def _on_end(self, end: object) -> None:
        self.ends.append(end)
        self.threads.add(threading.get_ident())


@pytest.fixture
def downloader(qtbot: QtBot, server: FileServer) -> Iterator[Downloader]:
    downloader = Downloader(base_urls=[server.url], files=FILES)
    yield downloader
    downloader.shutdown()
    assert not downloader.is_running
    assert not downloader.findChildren(QThread)[0].isRunning()


@pytest.fixture
def heard(downloader: Downloader) -> Heard:
    return Heard(downloader)


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_download_ends_with_the_folder(qtbot: QtBot, downloader: Downloader, heard: Heard, tmp_path: Path) -> None:
    assert not downloader.is_running
    with qtbot.waitSignal(downloader.finished):
        downloader.download(tmp_path)
        assert downloader.is_running
    assert not downloader.is_running
    assert heard.ends == [tmp_path]
    assert content(tmp_path) == BODIES
    assert heard.progress[0] == Progress(0, TOTAL)
    assert heard.progress[-1] == Progress(TOTAL, TOTAL)
    assert heard.threads == {threading.get_ident()}


def test_a_second_start_meanwhile_does_nothing(
    qtbot: QtBot, downloader: Downloader, heard: Heard, server: FileServer, tmp_path: Path
) -> None:
    with qtbot.waitSignal(downloader.finished):
        downloader.download(tmp_path)
        downloader.download(tmp_path / "other")
    assert heard.ends == [tmp_path]
    assert server.asked == ["first.gz", "second.gz"]


def test_without_a_folder_the_files_go_to_the_data_directory_of_the_user(
    qtbot: QtBot, downloader: Downloader, heard: Heard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GLUON_LAB_DATA", raising=False)
    monkeypatch.setattr("core.data.fashion_mnist.user_data_dir", lambda: tmp_path)
    with qtbot.waitSignal(downloader.finished):
        downloader.download()
    assert heard.ends == [tmp_path / "fashion-mnist"]
    assert content(tmp_path / "fashion-mnist") == BODIES


def test_cancelling_while_the_server_is_silent_leaves_nothing(
    qtbot: QtBot, downloader: Downloader, heard: Heard, server: FileServer, tmp_path: Path
) -> None:
    server.hold_after["first.gz"] = 100_000
    with qtbot.waitSignal(downloader.progress, check_params_cb=lambda progress: progress.done > 0):
        downloader.download(tmp_path)
    with qtbot.waitSignal(downloader.cancelled):
        downloader.cancel()
    assert heard.ends == ["cancelled"]
    assert content(tmp_path) == {}
    assert not downloader.is_running


def test_trying_again_after_a_failure_and_after_cancelling(
    qtbot: QtBot, downloader: Downloader, heard: Heard, server: FileServer, tmp_path: Path
) -> None:
    server.cut_after["second.gz"] = 1000
    with qtbot.waitSignal(downloader.failed) as failed:
        downloader.download(tmp_path)
    assert "second.gz could not be downloaded. 127.0.0.1: the connection broke off." in failed.args[0]
    with qtbot.waitSignal(downloader.cancelled):
        downloader.download(tmp_path)
        downloader.cancel()
    server.cut_after.clear()
    with qtbot.waitSignal(downloader.finished):
        downloader.download(tmp_path)
    assert heard.ends == [failed.args[0], "cancelled", tmp_path]
    assert content(tmp_path) == BODIES


def test_a_listener_may_start_the_next_download_at_once(
    qtbot: QtBot, downloader: Downloader, heard: Heard, server: FileServer, tmp_path: Path
) -> None:
    held = server.bodies.pop("first.gz")

    def mend_and_retry(_: str) -> None:
        server.bodies["first.gz"] = held
        downloader.download(tmp_path)

    downloader.failed.connect(mend_and_retry)
    with qtbot.waitSignal(downloader.finished):
        downloader.download(tmp_path)
    assert len(heard.ends) == 2
    assert heard.ends[1] == tmp_path


def test_shutting_down_in_the_middle_is_prompt_and_tells_the_end(
    qtbot: QtBot, downloader: Downloader, heard: Heard, server: FileServer, tmp_path: Path
) -> None:
    server.hold_after["first.gz"] = 100_000
    with qtbot.waitSignal(downloader.progress, check_params_cb=lambda progress: progress.done > 0):
        downloader.download(tmp_path)
    downloader.shutdown()
    assert not server.released.is_set(), "the server is still silent"
    assert heard.ends == ["cancelled"]
    assert not downloader.is_running
    assert content(tmp_path) == {}
    downloader.shutdown()
    assert heard.ends == ["cancelled"]


def test_shutting_down_right_after_the_start_tells_the_end(
    downloader: Downloader, heard: Heard, tmp_path: Path
) -> None:
    downloader.download(tmp_path / "new")
    downloader.shutdown()
    assert heard.ends == ["cancelled"]


def test_an_unforeseen_error_ends_the_download_too(
    qtbot: QtBot, downloader: Downloader, heard: Heard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> Path:
        raise RuntimeError("nobody thought of this")

    monkeypatch.setattr("desktop_app.downloader.download", broken)
    with qtbot.waitSignal(downloader.failed) as failed:
        downloader.download(tmp_path)
    assert "nobody thought of this" in failed.args[0]
    assert len(heard.ends) == 1
    assert not downloader.is_running
