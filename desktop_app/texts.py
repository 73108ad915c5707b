"""Texts of the core in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def translated(text: str) -> str:
    """Return a text that comes from the core (title, help, sentence) in the window's language."""
    return QCoreApplication.translate("core", text)
