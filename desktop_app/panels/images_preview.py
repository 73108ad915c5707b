"""The dialog that looks through files of images before they are used: what they hold, and what cannot be read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from core.data.idx_pair import IdxPair, idx_pair_data
from core.data.image_folder import ImageFolder, image_folder_data
from core.data.user_file import Watch
from core.texts import unsaid
from desktop_app.background import Background, Progress
from desktop_app.panels.message_frame import Message, Messages

_SHOWN = 12


class ImagesDialog(QDialog):
    """Looks through the images in the background as soon as it is shown.

    Args:
        paths: one folder with a sub-folder for each class, or two IDX files.
        current: the data set of the experiment, if it is of the same kind: its shares, size and seed are kept.
        parent: the window.

    Signals:
        chosen: an ImageFolder or IdxPair, when the user presses "Use images"; the dialog closes.
    """

    chosen = Signal(object)

    def __init__(
        self, paths: tuple[Path, ...], current: ImageFolder | IdxPair | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._paths, self._current = paths, current
        self._data: ImageFolder | IdxPair | None = None
        self._reading = Background(unsaid("The file could not be read: {error}. Try another one."), self)
        self._reading.progress.connect(self._show_progress)
        self._reading.finished.connect(self._show_data)
        self._reading.failed.connect(self._show_failure)
        self._reading.cancelled.connect(self.reject)
        self.setWindowTitle(self.tr("Open data: {name}").format(name=paths[0].name))
        self._build()
        self.resize(520, 260)

    def _build(self) -> None:
        path = QLabel("\n".join(str(path) for path in self._paths))
        path.setProperty("role", "muted")
        self.summary = QLabel(self.tr("Looking through the images…"))
        self.summary.setProperty("role", "heading")
        self.classes = QLabel()
        for label in (path, self.summary, self.classes):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Reading"))
        self.progress.setRange(0, 0)
        self.messages = Messages()
        self.use = QPushButton(self.tr("Use images"))
        self.use.setProperty("primary", True)
        self.use.setDefault(True)
        self.use.setEnabled(False)
        self.use.clicked.connect(self._choose)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(10)
        for widget in (path, self.summary, self.progress, self.classes, self.messages):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addLayout(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to read."""
        super().showEvent(event)
        if self._data is None and not self._reading.is_running:
            self._reading.start(self._read)

    def done(self, result: int) -> None:
        """Stop reading, and close."""
        self._reading.shutdown()
        super().done(result)

    def _read(self, watch: Watch) -> ImageFolder | IdxPair:
        """Do the work, in the other thread."""
        if len(self._paths) == 2:
            pair, before = idx_pair_data(*self._paths, watch), self._current
            return before.model_copy(update={"files": pair.files}) if isinstance(before, IdxPair) else pair
        folder, before = image_folder_data(self._paths[0], watch), self._current
        return before.model_copy(update={"folder": folder.folder}) if isinstance(before, ImageFolder) else folder

    @Slot(object)
    def _show_progress(self, progress: Progress) -> None:
        self.progress.setRange(0, 1000)
        self.progress.setValue(round(1000 * progress.done / max(1, progress.total)))

    @Slot(str)
    def _show_failure(self, sentence: str) -> None:
        self.progress.hide()
        self.summary.setText(self.tr("These images cannot be used."))
        self.messages.show_messages([Message(sentence, "problem")])

    @Slot(object)
    def _show_data(self, data: ImageFolder | IdxPair) -> None:
        self._data = data
        facts = data.facts()
        number = facts.num_train + facts.num_validation + facts.num_test
        _, height, width = facts.input_shape
        self.progress.hide()
        self.summary.setText(
            self.tr("{images} images · {height}×{width} pixels · {classes} classes").format(
                images=f"{number:,}", height=height, width=width, classes=f"{facts.num_outputs:,}"
            )
        )
        self.classes.setText(_listed(self._named(data)))
        broken = data.folder.broken if isinstance(data, ImageFolder) and data.folder is not None else ()
        if broken:
            text = self.tr("Left out, since they cannot be read ({count}): {names}").format(
                count=f"{len(broken):,}", names=_listed(broken)
            )
            self.messages.show_messages([Message(text, "hint")])
        self.use.setEnabled(True)
        self.use.setFocus()

    def _named(self, data: ImageFolder | IdxPair) -> tuple[str, ...]:
        """Return the classes, with the number of their images where that is known."""
        if isinstance(data, ImageFolder) and data.folder is not None:
            pairs = zip(data.folder.classes, data.folder.counts, strict=True)
            return tuple(f"{name} ({count:,})" for name, count in pairs)
        return data.facts().class_names

    @Slot()
    def _choose(self) -> None:
        if self._data is not None:
            self.accept()
            self.chosen.emit(self._data)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names[:_SHOWN]) + ("…" if len(names) > _SHOWN else "")
