"""The bar that offers to download the files of a data set, shows how far that is, and what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop_app.icons import icon
from desktop_app.style import set_property

_MEGABYTE = 1e6


class DataSourceBar(QFrame):
    """Hidden while the files are there.

    Signals:
        download_requested: the user wants the files.
        cancel_requested: the user does not want to wait for them; answer with :meth:`show_missing`.
    """

    download_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._cancelling = False
        self._size = 0
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.download = QPushButton()
        self.download.setProperty("primary", True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Download"))
        self.cancel = QPushButton(self.tr("Cancel"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.progress, 1)
        row.addWidget(self.download)
        row.addWidget(self.cancel)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 8, 9, 9)
        column.setSpacing(8)
        column.addWidget(self.message)
        column.addLayout(row)
        self.download.clicked.connect(self._request)
        self.cancel.clicked.connect(self._give_up)
        self.show_ready()

    def show_ready(self) -> None:
        """Hide the bar: nothing is missing."""
        self._cancelling = False
        self.hide()

    def set_size(self, num_bytes: int) -> None:
        """Say how much there is to download; 0 if that is not known."""
        self._size = num_bytes

    def show_missing(self, sentence: str) -> None:
        """Offer the download; ``sentence`` says what is missing."""
        text = self.tr("Download ({size} MB)") if self._size else self.tr("Download")
        self._offer("info", sentence, text.format(size=_megabytes(self._size)), "download")

    def show_failed(self, sentence: str) -> None:
        """Offer to try again; ``sentence`` says what went wrong."""
        self._offer("problem", sentence, self.tr("Try again"), "retry")

    def show_progress(self, done: int, total: int) -> None:
        """Show how many bytes are there; a ``total`` of 0 is not known yet."""
        set_property(self, "level", "info")
        self.progress.setRange(0, 1000 if total else 0)
        self.progress.setValue(round(1000 * done / total) if total else 0)
        if not self._cancelling:
            text = self.tr("Downloading: {done} of {total} MB") if total else self.tr("Downloading…")
            self.message.setText(text.format(done=_megabytes(done), total=_megabytes(total)))
        self._show_parts(downloading=True)

    def _offer(self, level: str, sentence: str, action: str, icon_name: str) -> None:
        set_property(self, "level", level)
        self.message.setText(sentence)
        self.download.setText(action)
        self.download.setIcon(icon(icon_name, on_accent=True))
        self._cancelling = False
        self._show_parts(downloading=False)

    def _show_parts(self, *, downloading: bool) -> None:
        leaving, coming = (self.download, self.cancel) if downloading else (self.cancel, self.download)
        had_focus = leaving.hasFocus()
        coming.show()
        if had_focus:
            coming.setFocus()
        leaving.hide()
        self.progress.setVisible(downloading)
        self.show()

    def _request(self) -> None:
        self.show_progress(0, self._size)
        self.download_requested.emit()

    def _give_up(self) -> None:
        # The answer may take a moment. The button stays enabled until then: it would lose the focus.
        if not self._cancelling:
            self._cancelling = True
            self.message.setText(self.tr("Cancelling…"))
            self.cancel_requested.emit()


def _megabytes(count: int) -> str:
    return f"{count / _MEGABYTE:.0f}"
