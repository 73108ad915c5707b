"""Widgets that are bases only: their abstract methods must be there before one can be made."""

from __future__ import annotations

from abc import ABCMeta
from typing import Any

from PySide6.QtWidgets import QWidget


class AbstractWidgetType(ABCMeta, type(QWidget)):  # type: ignore[misc]
    """The type of widgets with ``abstractmethod``s; Qt's own makes instances without looking for any."""

    def __call__(cls, *args: Any, **more: Any) -> Any:
        """Make an instance, unless something is left abstract."""
        if cls.__abstractmethods__:
            missing = ", ".join(sorted(cls.__abstractmethods__))
            raise TypeError(f"{cls.__name__} is abstract: it lacks {missing}")
        return super().__call__(*args, **more)
