"""Light and dark: palettes, style sheet and plot colours.

Without a desktop's platform theme Qt's own colour scheme switch changes nothing, so both palettes are ours, on Fusion.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

ThemeChoice = Literal["system", "light", "dark"]

# The first are Okabe and Ito's colours (2008), told apart with every common form of colour blindness, in two
# brightnesses.
_SERIES_LIGHT = (
    "#0072b2",
    "#d55e00",
    "#009e73",
    "#b0578d",
    "#9a7400",
    "#3a9bdc",
    "#5b5b5b",
    "#7a4fb5",
    "#26266e",
    "#8a1538",
)
_SERIES_DARK = (
    "#56b4e9",
    "#ff9d4d",
    "#2fd6a2",
    "#e58fc4",
    "#f0e442",
    "#8ab4ff",
    "#c4c4c4",
    "#b99aff",
    "#a35cf0",
    "#e5484d",
)


@dataclass(frozen=True)
class Theme:
    """The colours of one appearance, as ``#rrggbb``."""

    name: Literal["light", "dark"]
    window: str
    panel: str
    card: str
    field: str
    border: str
    text: str
    muted: str
    accent: str
    accent_text: str
    accent_soft: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    success: str
    grid: str
    plot_background: str
    train: str
    validation: str
    series: tuple[str, ...]


LIGHT = Theme(
    name="light",
    window="#f3f5f8",
    panel="#f8f9fb",
    card="#ffffff",
    field="#ffffff",
    border="#d3d9e2",
    text="#1b2430",
    muted="#5c6878",
    accent="#1f6feb",
    accent_text="#ffffff",
    accent_soft="#e4eefd",
    danger="#c62f2f",
    danger_soft="#fdeaea",
    warning="#8f5b00",
    warning_soft="#fff4dc",
    success="#1a7f47",
    grid="#dfe4eb",
    plot_background="#ffffff",
    train="#0072b2",
    validation="#d55e00",
    series=_SERIES_LIGHT,
)

DARK = Theme(
    name="dark",
    window="#14181f",
    panel="#191e27",
    card="#212835",
    field="#11151c",
    border="#364052",
    text="#e7ecf3",
    muted="#9aa7b8",
    accent="#4d94ff",
    accent_text="#08111f",
    accent_soft="#1d3050",
    danger="#ff7b72",
    danger_soft="#3b2023",
    warning="#f0b64a",
    warning_soft="#372b14",
    success="#4cc38a",
    grid="#2c3545",
    plot_background="#171c25",
    train="#56b4e9",
    validation="#ff9d4d",
    series=_SERIES_DARK,
)


class Themes(QObject):
    """Keeper of the present theme; ``changed`` is emitted after every switch."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.current = LIGHT
        self.choice: ThemeChoice = "system"

    def choose(self, choice: ThemeChoice) -> None:
        """Switch the application to light, dark, or what the system asks for."""
        self.choice = choice
        if choice == "system":
            scheme = QGuiApplication.styleHints().colorScheme()
            self.current = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        else:
            self.current = DARK if choice == "dark" else LIGHT
        app = QApplication.instance()
        sheet = _style_sheet(self.current)
        # Dressing all widgets anew takes a while: not if they have these clothes on already.
        if isinstance(app, QApplication) and app.styleSheet() != sheet:
            app.setPalette(_palette(self.current))
            app.setStyleSheet(sheet)
            self.changed.emit()

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """Build a window without the style sheet, and dress it once it is whole.

        With the sheet each widget that is put into another is dressed anew, with all that it holds already. The fonts
        that the application has for single classes of widgets are gone afterwards.
        """
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        sheet = app.styleSheet()
        app.setStyleSheet("")
        try:
            yield
        finally:
            app.setStyleSheet(sheet)

    @Slot()
    def follow_system(self) -> None:
        """Switch when the system has switched, if the user wants that."""
        if self.choice == "system":
            self.choose("system")


themes = Themes()


def theme() -> Theme:
    """Return the present theme."""
    return themes.current


def _palette(colours: Theme) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.field,
        QPalette.ColorRole.AlternateBase: colours.panel,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.card,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.danger,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.accent_text,
        QPalette.ColorRole.ToolTipBase: colours.card,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.Mid: colours.border,
        QPalette.ColorRole.Midlight: colours.border,
        QPalette.ColorRole.Light: colours.card,
        QPalette.ColorRole.Dark: colours.border,
        QPalette.ColorRole.Accent: colours.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        faded = QColor(colours.muted)
        faded.setAlpha(140)
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return palette


def _style_sheet(colours: Theme) -> str:
    resources = Path(str(files("resources")))
    template = (resources / "style" / "window.qss").read_text(encoding="utf-8")
    pictures = (resources / "icons" / "style").as_posix()
    return Template(template).substitute(asdict(colours), pictures=pictures)
