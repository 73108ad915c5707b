"""Two pictures of an explorer side by side, which are exported together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.lessons.explorers.setup_explorer import SetupExplorer
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.export import Chooser, ExportButton


def show_pair(
    explorer: SetupExplorer[Any],
    left: tuple[Canvas, int],
    right: tuple[Canvas, int],
    csv: Callable[[], str],
    choose: Chooser,
) -> None:
    """Put two pictures into the stage of an explorer, and a button that exports them.

    Args:
        explorer: gets them.
        left: a picture, and its part of the width.
        right: the same.
        csv: makes the numbers.
        choose: asks for the file of an export.
    """
    picture = QWidget()
    row = QHBoxLayout(picture)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for canvas, part in (left, right):
        row.addWidget(canvas, part)
    explorer.stage.addWidget(picture)
    explorer.add_export(ExportButton.for_widget(picture, explorer.title, csv, choose, explorer))
