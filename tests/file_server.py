"""A web server on this computer for the tests of downloads; each answer is scripted by its path."""

from __future__ import annotations

import hashlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from core.data.fashion_mnist import DataFile


class FileServer:
    """Serves ``bodies`` by path, misbehaves as told, and remembers the paths it was asked for.

    ``cut_after`` ends the connection in the middle of a body. ``hold_after`` sends no more of a body before
    ``released`` is set; ``holding`` is set when that point is reached. ``left`` has the paths of which the client
    did not want all.
    """

    def __init__(self, bodies: dict[str, bytes]) -> None:
        self.bodies = bodies
        self.cut_after: dict[str, int] = {}
        self.hold_after: dict[str, int] = {}
        self.holding, self.released = threading.Event(), threading.Event()
        self.asked: list[str] = []
        self.left: list[str] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self) -> FileServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
        join_downloads()

    def _handler(server) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - self is the handler's inside
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = self.path.removeprefix("/")
                server.asked.append(path)
                body = server.bodies.get(path)
                if body is None:
                    self.send_error(404)
                    return
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                try:
                    server._send(self, path, body)
                except OSError:
                    server.left.append(path)
                    self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:
                """Keep the output of the tests clean."""

        return Handler

    def _send(self, handler: BaseHTTPRequestHandler, path: str, body: bytes) -> None:
        if path in self.cut_after:
            handler.wfile.write(body[: self.cut_after[path]])
            handler.close_connection = True
            return
        first = self.hold_after.get(path, len(body))
        handler.wfile.write(body[:first])
        if first < len(body):
            handler.wfile.flush()
            self.holding.set()
            self.released.wait(30)
            handler.wfile.write(body[first:])


def join_downloads() -> None:
    """Wait for the threads that downloads gave up; they end as soon as their server has gone."""
    for thread in threading.enumerate():
        if thread.name == "download":
            thread.join(10)
            assert not thread.is_alive()


def official(name: str, body: bytes) -> DataFile:
    """Describe a small file as if it were one of the official ones."""
    return DataFile(name, len(body), hashlib.sha256(body).hexdigest(), (len(body),))


def some_bodies() -> dict[str, bytes]:
    """Return two files of 200,000 and 70,000 bytes that hardly compress."""
    digits = b"".join(hashlib.sha256(bytes([i % 256, i // 256])).digest() for i in range(6250))
    return {"first.gz": digits, "second.gz": digits[:70_000]}
