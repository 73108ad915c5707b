"""Light and dark: palettes, style sheet and plot colours.

Without a desktop's platform theme Qt's own colour scheme switch changes nothing, so both palettes are ours, on Fusion.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

ThemeChoice = Literal["system", "light", "dark"]

# Okabe and Ito's colours (2008), told apart with every common form of colour blindness, in two brightnesses.
_SERIES_LIGHT = ("#0072b2", "#d55e00", "#009e73", "#b0578d", "#9a7400", "#3a9bdc", "#5b5b5b", "#7a4fb5")
_SERIES_DARK = ("#56b4e9", "#ff9d4d", "#2fd6a2", "#e58fc4", "#f0e442", "#8ab4ff", "#c4c4c4", "#b99aff")


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
    series: tuple[str, ...] = field(default=())


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
        if isinstance(app, QApplication):
            app.setPalette(_palette(self.current))
            app.setStyleSheet(_style_sheet(self.current))
        self.changed.emit()


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
    return f"""
    QToolTip {{ background: {colours.card}; color: {colours.text}; border: 1px solid {colours.border}; padding: 4px; }}
    QMainWindow::separator {{ background: {colours.window}; width: 5px; height: 5px; }}
    QMainWindow::separator:hover {{ background: {colours.accent}; }}
    QToolBar {{ background: {colours.panel}; border: none; border-bottom: 1px solid {colours.border};
        padding: 4px 6px; spacing: 4px; }}
    QToolBar QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 5px 10px; }}
    QToolBar QToolButton:hover {{ background: {colours.accent_soft}; }}
    QToolBar QToolButton:pressed {{ background: {colours.border}; }}
    QToolBar QToolButton:focus {{ border-color: {colours.accent}; }}
    QToolBar QToolButton#primary {{ background: {colours.accent}; color: {colours.accent_text}; font-weight: 600; }}
    QToolBar QToolButton#primary:disabled {{ background: {colours.border}; color: {colours.muted}; }}
    QStatusBar {{ background: {colours.panel}; border-top: 1px solid {colours.border}; color: {colours.muted}; }}
    QStatusBar::item {{ border: none; }}
    QDockWidget {{ font-weight: 600; }}
    QDockWidget::title {{ background: {colours.panel}; padding: 6px 10px; border-bottom: 1px solid {colours.border}; }}
    QScrollArea {{ border: none; background: transparent; }}
    QTabWidget::pane {{ border: none; border-top: 1px solid {colours.border}; }}
    QTabBar {{ background: {colours.panel}; }}
    QTabBar::tab {{ background: transparent; color: {colours.muted}; padding: 8px 16px; border: none;
        border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {colours.text}; border-bottom: 2px solid {colours.accent}; }}
    QTabBar::tab:hover {{ color: {colours.text}; }}
    QTabBar::tab:focus {{ color: {colours.accent}; }}
    QProgressBar {{ background: {colours.border}; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }}
    QProgressBar::chunk {{ background: {colours.accent}; border-radius: 4px; }}
    QFrame#card {{ background: {colours.card}; border: 1px solid {colours.border}; border-radius: 8px; }}
    QFrame#card[selected="true"] {{ border: 1px solid {colours.accent}; }}
    QFrame#message[level="problem"] {{ background: {colours.danger_soft}; border: none; border-radius: 6px; }}
    QFrame#message[level="hint"] {{ background: {colours.warning_soft}; border: none; border-radius: 6px; }}
    QFrame#message[level="info"] {{ background: {colours.accent_soft}; border: none; border-radius: 6px; }}
    QLabel[role="heading"] {{ font-weight: 600; }}
    QLabel[role="muted"] {{ color: {colours.muted}; }}
    QLabel[role="problem"] {{ color: {colours.danger}; }}
    QLabel[role="hint"] {{ color: {colours.warning}; }}
    QLineEdit, QAbstractSpinBox, QComboBox {{ background: {colours.field}; border: 1px solid {colours.border};
        border-radius: 5px; padding: 3px 6px; min-height: 18px; selection-background-color: {colours.accent};
        selection-color: {colours.accent_text}; }}
    QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {{ border-color: {colours.accent}; }}
    QLineEdit[invalid="true"], QAbstractSpinBox[invalid="true"] {{ border-color: {colours.danger}; }}
    QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {{ background: {colours.window};
        color: {colours.muted}; }}
    QPushButton {{ background: {colours.card}; border: 1px solid {colours.border}; border-radius: 6px;
        padding: 5px 12px; }}
    QPushButton:hover {{ border-color: {colours.accent}; }}
    QPushButton:focus {{ border-color: {colours.accent}; }}
    QPushButton:pressed {{ background: {colours.accent_soft}; }}
    QPushButton:disabled {{ color: {colours.muted}; background: {colours.window}; }}
    QPushButton[primary="true"] {{ background: {colours.accent}; color: {colours.accent_text};
        border-color: {colours.accent}; font-weight: 600; }}
    QMenu {{ background: {colours.card}; border: 1px solid {colours.border}; padding: 4px; }}
    QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {colours.accent_soft}; color: {colours.text}; }}
    QMenu::item:disabled {{ color: {colours.muted}; }}
    QMenu::separator {{ height: 1px; background: {colours.border}; margin: 4px 8px; }}
    QMenuBar {{ background: {colours.panel}; }}
    QMenuBar::item {{ padding: 5px 10px; background: transparent; }}
    QMenuBar::item:selected {{ background: {colours.accent_soft}; color: {colours.text}; border-radius: 4px; }}
    """
