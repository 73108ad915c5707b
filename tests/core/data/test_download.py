from __future__ import annotations

import os
import resource
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.data.download import download
from core.errors import Cancelled, DataError
from tests.file_server import FileServer, join_downloads, official, some_bodies

BODIES = some_bodies()
FILES = [official(name, body) for name, body in BODIES.items()]
TOTAL = 270_000


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def server() -> Iterator[FileServer]:
    with FileServer(dict(BODIES)) as server:
        yield server


@pytest.fixture
def mirror() -> Iterator[FileServer]:
    with FileServer(dict(BODIES)) as server:
        yield server


@pytest.fixture
def nobody() -> Iterator[str]:
    """Return an address that refuses connections."""
    with socket.socket() as taken:
        # Bound but not listening: nobody else can take the port meanwhile.
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}/"


@pytest.fixture
def mute() -> Iterator[str]:
    """Return an address that takes connections but never answers."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    join_downloads()


class Watcher:
    """Records the progress."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, int]] = []

    def __call__(self, done: int, total: int) -> None:
        self.seen.append((done, total))


def never() -> bool:
    return False


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_all_files_are_there_afterwards_and_nothing_else(tmp_path: Path, server: FileServer) -> None:
    folder, progress = tmp_path / "new" / "folder", Watcher()
    assert download(folder, progress, never, base_urls=[server.url], files=FILES) == folder
    assert content(folder) == BODIES
    assert server.asked == ["first.gz", "second.gz"]
    assert progress.seen[0] == (0, TOTAL)
    assert progress.seen[-1] == (TOTAL, TOTAL)
    assert progress.seen == sorted(progress.seen)
    assert len(progress.seen) > 6, "progress comes within the files too"
    assert all((folder / file.name).stat().st_mode & 0o777 == 0o644 for file in FILES)


def test_good_files_are_kept_and_damaged_ones_replaced(tmp_path: Path, server: FileServer) -> None:
    (tmp_path / "first.gz").write_bytes(BODIES["first.gz"])
    (tmp_path / "second.gz").write_bytes(BODIES["second.gz"][:-1] + b"?")
    before, progress = (tmp_path / "first.gz").stat(), Watcher()
    download(tmp_path, progress, never, base_urls=[server.url], files=FILES)
    assert server.asked == ["second.gz"]
    assert (tmp_path / "first.gz").stat() == before
    assert content(tmp_path) == BODIES
    assert progress.seen[1] == (200_000, TOTAL)


def test_the_second_source_helps_if_the_first_lacks_a_file(
    tmp_path: Path, server: FileServer, mirror: FileServer
) -> None:
    del server.bodies["first.gz"]
    download(tmp_path, Watcher(), never, base_urls=[server.url, mirror.url], files=FILES)
    assert content(tmp_path) == BODIES
    assert (server.asked, mirror.asked) == (["first.gz", "second.gz"], ["first.gz"])


def test_the_second_source_helps_if_the_first_refuses_cuts_off_or_lies(
    tmp_path: Path, server: FileServer, mirror: FileServer, nobody: str
) -> None:
    server.bodies["first.gz"] = b"?" * 200_000
    server.cut_after["second.gz"] = 50_000
    progress = Watcher()
    download(tmp_path, progress, never, base_urls=[nobody, server.url, mirror.url], files=FILES)
    assert content(tmp_path) == BODIES
    assert progress.seen[-1] == (TOTAL, TOTAL)
    assert max(done for done, _ in progress.seen) == TOTAL


def refused(folder: Path, *base_urls: str) -> str:
    """Return the sentence of a download that fails; nothing may be left of it."""
    with pytest.raises(DataError) as caught:
        download(folder, Watcher(), never, base_urls=base_urls, files=FILES)
    assert not isinstance(caught.value, Cancelled)
    assert content(folder) == {}
    return str(caught.value)


def test_no_connection_is_a_sentence(tmp_path: Path, nobody: str) -> None:
    text = refused(tmp_path, nobody)
    assert text.startswith("first.gz could not be downloaded. 127.0.0.1: no connection.")
    assert "Check the connection to the internet and try again." in text


def test_a_file_that_no_source_has_is_a_sentence(tmp_path: Path, server: FileServer, nobody: str) -> None:
    server.bodies.clear()
    text = refused(tmp_path, server.url, nobody)
    assert "127.0.0.1: it does not have the file (404); 127.0.0.1: no connection." in text


@pytest.mark.parametrize(
    "body", [b"?" * 200_000, b"<html>Log in to this network</html>", b"?" * 2_000_000, BODIES["first.gz"] + b"\0"]
)
def test_anything_but_the_official_file_is_a_sentence(tmp_path: Path, server: FileServer, body: bytes) -> None:
    server.bodies["first.gz"] = body
    assert "127.0.0.1: what it sent is not the official file." in refused(tmp_path, server.url)


def test_a_connection_that_breaks_off_is_a_sentence_and_trying_again_helps(tmp_path: Path, server: FileServer) -> None:
    server.cut_after["first.gz"] = 100_000
    assert "127.0.0.1: the connection broke off." in refused(tmp_path, server.url)
    server.cut_after.clear()
    download(tmp_path, Watcher(), never, base_urls=[server.url], files=FILES)
    assert content(tmp_path) == BODIES


def test_a_silent_server_is_given_up(tmp_path: Path, server: FileServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.data.download.READ_SECONDS", 0.2)
    server.hold_after["first.gz"] = 0
    assert "127.0.0.1: it did not answer in time." in refused(tmp_path, server.url)


def test_a_server_that_never_answers_is_given_up(tmp_path: Path, mute: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.data.download.READ_SECONDS", 0.2)
    assert "127.0.0.1: it did not answer in time." in refused(tmp_path, mute)


def test_an_address_that_cannot_work_is_a_sentence(tmp_path: Path, server: FileServer) -> None:
    text = refused(tmp_path, server.url.replace("http:", "https:"), "nonsense://somewhere/")
    assert "127.0.0.1: no secure connection; somewhere: No connection adapters were found" in text


def test_cancelling_works_while_a_server_never_answers(tmp_path: Path, mute: str) -> None:
    asked = iter([False, False, False])
    with pytest.raises(Cancelled):
        download(tmp_path, Watcher(), lambda: next(asked, True), base_urls=[mute], files=FILES)
    assert content(tmp_path) == {}


def test_cancelling_works_while_the_server_is_silent(tmp_path: Path, server: FileServer) -> None:
    server.hold_after["second.gz"] = 40_000
    progress = Watcher()
    with pytest.raises(Cancelled):
        download(tmp_path, progress, server.holding.is_set, base_urls=[server.url], files=FILES)
    assert not server.released.is_set(), "the server has not gone on"
    assert content(tmp_path) == {"first.gz": BODIES["first.gz"]}, "what was complete is kept, nothing else"
    assert progress.seen[-1][0] < TOTAL
    server.released.set()
    server.hold_after.clear()
    download(tmp_path, progress, never, base_urls=[server.url], files=FILES)
    assert content(tmp_path) == BODIES
    assert server.asked == ["first.gz", "second.gz", "second.gz"]


def test_cancelling_works_between_two_pieces(tmp_path: Path, server: FileServer) -> None:
    progress = Watcher()
    with pytest.raises(Cancelled):
        download(tmp_path, progress, lambda: len(progress.seen) >= 3, base_urls=[server.url], files=FILES)
    assert len(progress.seen) == 3
    assert content(tmp_path) == {}


def test_after_cancelling_nothing_more_is_fetched(tmp_path: Path) -> None:
    body = bytes(30_000_000)
    with FileServer({"big.gz": body}) as server:
        server.hold_after["big.gz"] = 100_000
        with pytest.raises(Cancelled):
            download(
                tmp_path, Watcher(), server.holding.is_set, base_urls=[server.url], files=[official("big.gz", body)]
            )
    # Leaving the server released the rest, which is far more than a connection holds back.
    assert server.left == ["big.gz"]


def test_progress_never_goes_beyond_the_total(tmp_path: Path, server: FileServer) -> None:
    server.bodies["second.gz"] += b"more"
    progress = Watcher()
    with pytest.raises(DataError, match="not the official file"):
        download(tmp_path, progress, never, base_urls=[server.url], files=FILES)
    assert max(done for done, _ in progress.seen) <= TOTAL


def test_cancelling_beforehand_asks_nobody(tmp_path: Path, server: FileServer) -> None:
    with pytest.raises(Cancelled):
        download(tmp_path, Watcher(), lambda: True, base_urls=[server.url], files=FILES)
    assert server.asked == []


@pytest.fixture
def small_files_only() -> Iterator[None]:
    """Let the system refuse to write more than 100,000 bytes into a file, as a full disk would."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_takes_no_more_is_a_sentence(
    tmp_path: Path, server: FileServer, mirror: FileServer, small_files_only: None
) -> None:
    text = refused(tmp_path, server.url, mirror.url)
    assert f"{tmp_path / 'first.gz'} cannot be written: File too large. Make room" in text
    assert mirror.asked == [], "another source does not help"


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path, server: FileServer) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DataError, match=r"cannot be written: (File exists|Not a directory)\. Make room"):
        download(tmp_path / "file", Watcher(), never, base_urls=[server.url], files=FILES)


@pytest.fixture
def ordinary_user() -> Iterator[None]:
    """Be someone who may not write everywhere, also where the tests run as the administrator."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


@pytest.fixture
def protected(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "protected"
    folder.mkdir()
    for path in (tmp_path, *tmp_path.parents[:2]):
        path.chmod(0o755)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


def test_a_protected_folder_is_a_sentence(protected: Path, server: FileServer, ordinary_user: None) -> None:
    with pytest.raises(DataError, match=r"first\.gz cannot be written: Permission denied\. Make room"):
        download(protected, Watcher(), never, base_urls=[server.url], files=FILES)


def test_a_folder_in_the_way_is_a_sentence(tmp_path: Path, server: FileServer) -> None:
    (tmp_path / "first.gz").mkdir()
    with pytest.raises(DataError, match=r"first\.gz is a folder, but a file should go there\. Remove it"):
        download(tmp_path, Watcher(), never, base_urls=[server.url], files=FILES)
    assert not list((tmp_path / "first.gz").iterdir())
