"""Downloading the files of Fashion-MNIST: checked by SHA-256, to be cancelled at any moment, nothing half-written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any
from urllib.parse import urlsplit

from core.data.fashion_mnist import BASE_URLS, FILES, DataFile
from core.errors import Cancelled, DataError
from core.texts import say, unsaid

CONNECT_SECONDS, READ_SECONDS = 10, 20
"""How long a server may take to accept the connection, and to send its next byte."""

_CHUNK = 1 << 15
_POLL_SECONDS = 0.05
_NOT_OFFICIAL = unsaid("what it sent is not the official file")


class _SourceError(Exception):
    """Why one source did not give a file, as half a sentence; the next source may."""


def download(
    folder: Path,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
    *,
    base_urls: Sequence[str] = BASE_URLS,
    files: Sequence[DataFile] = FILES,
) -> Path:
    """Download what a folder lacks of the files; good files stay as they are, damaged ones are replaced.

    Blocks until the end, but asks ``cancelled`` many times a second even if the server is silent.

    Args:
        folder: where the files go; made if it is missing.
        progress: called with the bytes that are there and those of all files together.
        cancelled: tells whether to stop.
        base_urls: where the files are, tried in this order.
        files: what to download.

    Returns:
        The folder, in which now all files are right.

    Raises:
        Cancelled: if ``cancelled`` said so; nothing half-written is left, and files that were complete are kept.
        DataError: a sentence that says what went wrong and what to do.
    """
    total = sum(file.size for file in files)
    done = 0
    progress(done, total)
    for file in files:
        _fetch(folder, file, base_urls, _Meter(done, total, progress, cancelled))
        done += file.size
        progress(done, total)
    return folder


class _Meter:
    """Reports the bytes of one file on top of those of the files before it, and stops when the user cancels."""

    def __init__(
        self, before: int, total: int, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> None:
        self._before, self._total, self._progress, self._cancelled = before, total, progress, cancelled

    def report(self, received: int) -> None:
        self._progress(self._before + received, self._total)

    def check(self) -> None:
        if self._cancelled():
            raise Cancelled(say("The download was cancelled."))


def _fetch(folder: Path, file: DataFile, base_urls: Sequence[str], meter: _Meter) -> None:
    """Bring one file into the folder from the first source that has it."""
    # Imported here, as requests below: they take time that the start of the window should not pay.
    import pooch

    pooch.get_logger().setLevel("WARNING")
    path = folder / file.name
    if os.path.isdir(path):
        raise DataError(say("{path} is a folder, but a file should go there. Remove it and try again.", path=path))
    failures = []
    for base_url in base_urls:
        meter.check()
        host = urlsplit(base_url).hostname
        try:
            os.makedirs(folder, exist_ok=True)
            writer = _Downloader(file.size, meter)
            pooch.retrieve(base_url + file.name, file.sha256, file.name, folder, downloader=writer)
            return
        except _SourceError as error:
            failures.append(f"{host}: {error}")
        except ValueError:  # from pooch, if the SHA-256 is another one
            failures.append(f"{host}: {_NOT_OFFICIAL}")
        except OSError as error:
            # pooch puts words of its own around the system's.
            cause = error.__cause__ if isinstance(error.__cause__, OSError) else error
            raise DataError(
                say(
                    "{path} cannot be written: {reason}. Make room on the disk or check the permissions of "
                    "the folder, and try again.",
                    path=path,
                    reason=cause.strerror or cause,
                )
            ) from error
    raise DataError(
        say(
            "{name} could not be downloaded. {names}. Check the connection to the internet and try again.",
            name=file.name,
            names="; ".join(failures),
        )
    )


class _Downloader:
    """What pooch calls to write the content of an address into a temporary file."""

    def __init__(self, size: int, meter: _Meter) -> None:
        self._size, self._meter = size, meter

    def __call__(self, url: str, output_file: str, pooch: Any) -> None:
        source = _Source(url, self._size)
        received = 0
        try:
            with open(output_file, "wb") as file:
                while chunk := source.read(self._meter.check):
                    received += len(chunk)
                    if received > self._size:
                        raise _SourceError(say(_NOT_OFFICIAL))
                    file.write(chunk)
                    self._meter.report(received)
                file.flush()
                os.fsync(file.fileno())
            # Temporary files are for their owner alone, but a data folder may serve a class.
            os.chmod(output_file, 0o644)
        finally:
            source.close()


class _Source:
    """Reads from the network in a thread of its own, so that a silent server cannot hold up a cancellation.

    The thread ends by itself: at the next chunk after :meth:`close`, or when the server is silent for too long.
    It touches no files.
    """

    def __init__(self, url: str, size: int) -> None:
        self._url, self._size = url, size
        self._chunks: SimpleQueue[bytes | Exception] = SimpleQueue()
        self._closed = Event()
        Thread(target=self._run, name="download", daemon=True).start()

    def read(self, check: Callable[[], None]) -> bytes:
        """Return the next bytes, or none at the end; calls ``check`` while it waits."""
        while True:
            check()
            try:
                chunk = self._chunks.get(timeout=_POLL_SECONDS)
            except Empty:
                continue
            if isinstance(chunk, Exception):
                raise _SourceError(_reason(chunk)) from chunk
            return chunk

    def close(self) -> None:
        """Let the thread end."""
        self._closed.set()

    def _run(self) -> None:
        try:
            for chunk in self._stream():
                self._chunks.put(chunk)
                if self._closed.is_set():
                    return
            self._chunks.put(b"")
        except Exception as error:  # Nobody else sees it in this thread: the reader raises it.
            self._chunks.put(error)

    def _stream(self) -> Iterator[bytes]:
        import requests

        timeout = CONNECT_SECONDS, READ_SECONDS
        # The hash is that of the compressed file, so nothing on the way should unpack it.
        headers = {"Accept-Encoding": "identity"}
        with requests.get(self._url, stream=True, timeout=timeout, headers=headers) as response:
            response.raise_for_status()
            rest = self._size + 1
            while rest > 0 and (chunk := response.raw.read(min(rest, _CHUNK), decode_content=False)):
                rest -= len(chunk)
                yield chunk


def _reason(error: Exception) -> str:
    import requests
    import urllib3.exceptions

    if isinstance(error, requests.HTTPError) and error.response is not None:
        status = error.response.status_code
        if status == 404:
            return say("it does not have the file (404)")
        return say("it answered with the error {status}", status=status)
    if isinstance(error, requests.Timeout | urllib3.exceptions.TimeoutError):
        return say("it did not answer in time")
    if isinstance(error, requests.exceptions.SSLError):
        return say("no secure connection")
    if isinstance(error, requests.ConnectionError):
        return say("no connection")
    if isinstance(error, urllib3.exceptions.HTTPError):
        return say("the connection broke off")
    return str(error)
