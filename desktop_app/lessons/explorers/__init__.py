"""The interactive explorers of the lessons. A new one is one module here and one entry in ``EXPLORERS``."""

from __future__ import annotations

EXPLORERS: tuple[type, ...] = ()
"""All explorers, in the order of the chapters."""
