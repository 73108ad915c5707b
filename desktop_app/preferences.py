"""What the window remembers from one start to the next: theme, geometry, recent files, the last experiment."""

from __future__ import annotations

from datetime import datetime
from math import isfinite
from pathlib import Path
from typing import cast, get_args

from PySide6.QtCore import QByteArray, QSettings

from core.errors import ExperimentError
from core.experiment import Experiment
from core.storage import SUFFIX, load_experiment, save_experiment
from core.texts import say
from desktop_app.languages import LanguageChoice
from desktop_app.theme import ThemeChoice

_MAX_RECENT = 8
_LAST_EXPERIMENT = f"last{SUFFIX}"


class Preferences:
    """Settings of the window in one folder of the user's.

    Args:
        folder: holds ``window.ini`` and the last experiment; made when needed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, or what the system asks for."""
        value = self._settings.value("theme", "system")
        return cast(ThemeChoice, value) if value in get_args(ThemeChoice) else "system"

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._settings.setValue("theme", choice)

    @property
    def language(self) -> LanguageChoice:
        """The language of the window, or what the system asks for."""
        value = self._settings.value("language", "system")
        return cast(LanguageChoice, value) if value in get_args(LanguageChoice) else "system"

    @language.setter
    def language(self, choice: LanguageChoice) -> None:
        self._settings.setValue("language", choice)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window."""
        return self._bytes("geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("geometry", value)

    @property
    def layout(self) -> QByteArray:
        """Places of docks and tool bars."""
        return self._bytes("layout")

    @layout.setter
    def layout(self, value: QByteArray) -> None:
        self._settings.setValue("layout", value)

    @property
    def runs_layout(self) -> QByteArray:
        """How the room beside the curves is shared with the list of runs."""
        return self._bytes("runs_layout")

    @runs_layout.setter
    def runs_layout(self, value: QByteArray) -> None:
        self._settings.setValue("runs_layout", value)

    @property
    def code_style(self) -> str:
        """The style of program that the Code tab showed; empty at first."""
        return str(self._settings.value("code_style", ""))

    @code_style.setter
    def code_style(self, style: str) -> None:
        self._settings.setValue("code_style", style)

    @property
    def lesson_zoom(self) -> float:
        """How large the texts of the lessons are, 1 for the usual size."""
        try:
            zoom = float(str(self._settings.value("lesson_zoom", 1.0)))
        except ValueError:
            return 1.0
        return zoom if isfinite(zoom) else 1.0

    @lesson_zoom.setter
    def lesson_zoom(self, zoom: float) -> None:
        self._settings.setValue("lesson_zoom", zoom)

    @property
    def runs_folder(self) -> Path:
        """Where the runs are kept."""
        return self._folder / "runs"

    @property
    def agreements_folder(self) -> Path:
        """Where the programs are kept that the user agreed to run."""
        return self._folder / "custom-layers"

    @property
    def progress_file(self) -> Path:
        """Where the progress in the lessons is kept."""
        return self._folder / "lessons.json"

    @property
    def recent_files(self) -> list[Path]:
        """Files that were opened or saved last, newest first, as far as they still exist."""
        value = self._settings.value("recent_files", [])
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [Path(name) for name in names if Path(name).is_file()]

    def add_recent_file(self, path: Path) -> None:
        """Put a file first in the list."""
        paths = [path, *(other for other in self.recent_files if other != path)]
        self._settings.setValue("recent_files", [str(other) for other in paths[:_MAX_RECENT]])

    def remember(self, experiment: Experiment, path: Path | None, modified: bool) -> None:
        """Keep the experiment for the next start.

        Raises:
            ExperimentError: it could not be written.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        save_experiment(experiment, self._folder / _LAST_EXPERIMENT)
        self._settings.setValue("last_path", str(path) if path else "")
        self._settings.setValue("last_modified", modified)

    def last(self) -> tuple[Experiment, Path | None, bool] | None:
        """Return the last experiment, its file, and whether it had unsaved changes; None if there is none.

        Raises:
            ExperimentError: it cannot be read; the text says under which name it is kept.
        """
        remembered = self._folder / _LAST_EXPERIMENT
        if not remembered.exists():
            return None
        try:
            experiment = load_experiment(remembered)
        except ExperimentError as error:
            kept = self._folder / f"unreadable-{datetime.now():%Y-%m-%d-%H-%M-%S-%f}{SUFFIX}"
            remembered.replace(kept)
            sentence = say(
                "The last experiment could not be restored. {error} It is kept as {kept}.", error=error, kept=kept
            )
            raise ExperimentError(sentence) from error
        name = str(self._settings.value("last_path", ""))
        path = Path(name) if name and Path(name).is_file() else None
        return experiment, path, self._settings.value("last_modified", False) in (True, "true")

    def save(self) -> None:
        """Write to disk now."""
        self._settings.sync()

    def _bytes(self, key: str) -> QByteArray:
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
