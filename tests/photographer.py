"""Takes pictures of the real window, offscreen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.app import Laboratory

SIZES = {"1280x720": QSize(1280, 720), "1920x1080": QSize(1920, 1080)}
THEMES = ("light", "dark")
_LIMIT_MS = 600_000


class Photographer:
    """Brings a laboratory into a state and takes pictures of it."""

    def __init__(self, laboratory: Laboratory, folder: Path) -> None:
        self.laboratory = laboratory
        self._folder = folder

    def wait(self, condition: Callable[[], bool], signal: object) -> None:
        """Run the event loop until ``condition`` holds; it is looked at whenever ``signal`` is emitted."""
        loop = QEventLoop()
        late = QTimer(singleShot=True, interval=_LIMIT_MS)
        late.timeout.connect(lambda: loop.exit(1))
        late.start()

        def look(*_: object) -> None:
            if condition():
                loop.quit()

        signal.connect(look)  # type: ignore[attr-defined]
        if not condition() and loop.exec():
            raise TimeoutError("the window did not get into the state that was to be photographed")
        signal.disconnect(look)  # type: ignore[attr-defined]

    def settle(self) -> None:
        """Let layouts, repaints and queued answers through."""
        for _ in range(20):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)

    def take(self, state: str, dialog: QWidget | None = None) -> Iterator[Path]:
        """Take one picture for each theme and size; of a dialog one for each theme."""
        window = self.laboratory.window
        if dialog is not None:
            for theme in THEMES:
                window.theme_requested.emit(theme)
                self.settle()
                path = self._folder / f"{state}-{theme}.png"
                dialog.grab().save(str(path))
                yield path
            return
        for theme in THEMES:
            window.theme_requested.emit(theme)
            for name, size in SIZES.items():
                window.resize(size)
                self.settle()
                path = self._folder / f"{state}-{theme}-{name}.png"
                window.grab().save(str(path))
                yield path
