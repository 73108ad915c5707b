"""Mean and standard deviation over the folds in large type, to be read from the last row of a lecture hall."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from core.selection.figures import Part
from core.selection.kfold import FoldFigure
from desktop_app.plots.metric_choice import in_sentence, metric_text, metric_title, spread_text
from desktop_app.style import scaled

_LARGE, _MIDDLE = 2.1, 1.25


class FoldSummary(QWidget):
    """The figure of the validation parts, and in smaller type that of the training parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 4, 8, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(1)
        self.names: dict[Part, QLabel] = {}
        self.figures: dict[Part, QLabel] = {}
        sizes: dict[Part, float] = {"validation": _LARGE, "train": _MIDDLE}
        for column, (part, size) in enumerate(sizes.items()):
            name, figure = QLabel(), QLabel()
            name.setProperty("role", "muted")
            font = scaled(figure.font(), size)
            font.setBold(True)
            figure.setFont(font)
            self.names[part], self.figures[part] = name, figure
            grid.addWidget(name, 0, column)
            grid.addWidget(figure, 1, column)
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        grid.addWidget(self.note, 2, 0, 1, 3)
        grid.setColumnStretch(2, 1)

    def show_figures(self, figures: Mapping[Part, FoldFigure], metric: str) -> None:
        """Show the figures over the folds that are done, those of a metric by part; none before a fold is done."""
        titles: dict[Part, str] = {"validation": self.tr("Validation"), "train": self.tr("Training")}
        for part, title in titles.items():
            found = figures.get(part)
            text = metric_text(metric, math.nan) if found is None else spread_text(metric, found.mean, found.deviation)
            self.figures[part].setText(text)
            name = f"{title}: {in_sentence(metric_title(metric))}"
            self.names[part].setText(name)
            self.figures[part].setAccessibleName(name)
        found = figures.get("validation") or figures.get("train")
        number = 0 if found is None else int(np.isfinite(found.values).sum())
        self.note.setText(self.tr("mean ± standard deviation of {0} folds").format(number) if number > 1 else "")
