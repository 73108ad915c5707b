"""Texts of the core in the language of the window, and times as people say them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.texts import Sentence, retold


def translated(text: str) -> str:
    """Return a text that comes from the core (title, help, sentence) in the window's language."""
    return retold(text) if isinstance(text, Sentence) else QCoreApplication.translate("core", text)


def duration(seconds: float) -> str:
    """Return a duration as people say it: "8 s", "3:05 min", "2:10 h"."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes}:{rest:02d} min"
    return f"{minutes // 60}:{minutes % 60:02d} h"
