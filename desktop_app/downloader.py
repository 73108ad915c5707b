"""Downloads data files in the background of the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from core.data.download import download
from core.data.fashion_mnist import BASE_URLS, FILES, DataFile, download_folder
from core.data.user_file import Watch
from core.texts import unsaid
from desktop_app.background import Background


class Downloader(Background):
    """Downloads the files of Fashion-MNIST; ``finished`` carries their folder.

    Args:
        parent: owns this object.
        base_urls: the sources, in the order in which they are tried.
        files: what to download.
    """

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        base_urls: Sequence[str] = BASE_URLS,
        files: Sequence[DataFile] = FILES,
    ) -> None:
        super().__init__(unsaid("The download failed: {error}. Try again."), parent)
        self._base_urls, self._files = tuple(base_urls), tuple(files)

    def download(self, folder: Path | None = None) -> None:
        """Start to download into a folder, None for the usual one; does nothing while a download goes on."""
        if self.is_running:
            return
        place = folder or download_folder()

        def work(watch: Watch) -> Path:
            return download(place, watch.report, watch.cancelled, base_urls=self._base_urls, files=self._files)

        self.start(work)
