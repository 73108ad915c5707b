"""The interactive explorers of the lessons. A new one is one module here and one entry in ``EXPLORERS``."""

from __future__ import annotations

from desktop_app.lessons.explorers.broadcasting import BroadcastingExplorer

EXPLORERS: tuple[type, ...] = (BroadcastingExplorer,)
"""All explorers, in the order of the chapters."""
