"""What stands in place of samples while there are none: a sentence, and where it helps a button to download them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.data import DataSet
from desktop_app.icons import icon
from desktop_app.texts import translated
from desktop_app.theme import themes


class SampleMessage(QWidget):
    """A sentence in the middle; ``download_requested`` is emitted by its button."""

    download_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self.text = QLabel(), QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.download = QPushButton()
        self.download.setIcon(icon("download", on_accent=True))
        self.download.setProperty("primary", "true")
        self.download.clicked.connect(lambda: self.download_requested.emit())
        card = QFrame()
        card.setObjectName("card")
        card.setMaximumWidth(460)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(28, 24, 28, 24)
        inner.setSpacing(14)
        inner.addWidget(self._picture)
        inner.addWidget(self.text)
        inner.addWidget(self.download, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 4)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(2)
        themes.changed.connect(self._draw_picture)
        self._draw_picture()
        self.show_text("", None)

    def show_text(self, problem: str, downloadable: DataSet | None) -> None:
        """Show why there are no samples; an empty text says that they are being loaded.

        Args:
            problem: a sentence.
            downloadable: the data set whose files can be downloaded, if that would help.
        """
        self._picture.setVisible(bool(problem))
        self.text.setText(translated(problem) if problem else self.tr("Loading…"))
        self.download.setVisible(downloadable is not None)
        if downloadable is not None:
            title, size = translated(downloadable.title), f"{downloadable.download_bytes / 1e6:.0f}"
            self.download.setText(self.tr("Download {title} ({size} MB)").format(title=title, size=size))

    def _draw_picture(self) -> None:
        self._picture.setPixmap(icon("warning").pixmap(QSize(28, 28), self.devicePixelRatio()))
