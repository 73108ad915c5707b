"""The latest figures of the run in large type, to be read from the last row of a lecture hall."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from core.events import EpochDone, RunEnded
from core.history import History
from core.metrics import LOSS, METRICS, metric_title
from desktop_app.texts import translated
from desktop_app.theme import theme, themes

_ENLARGED = 1.25


class ScoreBoard(QWidget):
    """Accuracy, or loss where there is no accuracy, on training, validation and test data; empty before a run.

    The tool tips tell all metrics.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(6)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.figures: dict[str, QLabel] = {}
        self._names: dict[str, QLabel] = {}
        for part, text, short in (
            ("train", self.tr("training"), self.tr("train")),
            ("validation", self.tr("validation"), self.tr("val.")),
            ("test", self.tr("test"), self.tr("test")),
        ):
            name, figure = QLabel(short), QLabel()
            name.setProperty("role", "muted")
            font = QFont(figure.font())
            font.setPointSizeF(font.pointSizeF() * _ENLARGED)
            font.setBold(True)
            figure.setFont(font)
            figure.setAccessibleName(text)
            self._names[part], self.figures[part] = name, figure
            row.addWidget(name)
            row.addWidget(figure)
            row.addSpacing(8)
        self.untouched = QLabel()
        self.untouched.setToolTip(
            self.tr("The test part is used once, when the run has finished, so that nothing is chosen by it.")
        )
        row.insertWidget(row.indexOf(self.figures["test"]), self.untouched)
        themes.changed.connect(self._colour)
        self._colour()
        self.show_history(History())

    def show_history(self, history: History) -> None:
        """Show the figures of the network as it is: after the last epoch, or after the one that was taken back.

        Those of the test part, which is used once, come when the run has finished.
        """
        ended, epoch = history.ended, history.present_epoch
        when = self.tr("After epoch {0}").format(epoch.epoch) if epoch else ""
        self._show("train", _figures(epoch, "train"), when)
        self._show("validation", _figures(epoch, "validation"), when)
        self._show("test", _figures(ended, "test"), self.tr("The test part was used once, at the end."))
        started = history.started
        untouched = started is not None and started.num_test > 0 and (ended is None or ended.test_loss is None)
        self.untouched.setVisible(untouched)
        if untouched:
            self._names["test"].show()
            self.untouched.setText(self.tr("at the end") if ended is None else self.tr("not used"))

    def _show(self, part: str, figures: Mapping[str, float], when: str) -> None:
        text, tip = "", ""
        if figures:
            main = "accuracy" if "accuracy" in figures else LOSS
            text = f"{100 * figures[main]:.1f} %" if main == "accuracy" else f"{figures[main]:.3g}"
            lines = [f"{translated(metric_title(name))}: {_readable(name, value)}" for name, value in figures.items()]
            tip = "<br>".join([*lines, when])
        self.figures[part].setText(text)
        for label in (self._names[part], self.figures[part]):
            label.setVisible(bool(text))
            label.setToolTip(tip)

    def _colour(self) -> None:
        colours = {"train": theme().train, "validation": theme().validation, "test": theme().text}
        for part, figure in self.figures.items():
            figure.setStyleSheet(f"color: {colours[part]}")


def _figures(told: EpochDone | RunEnded | None, part: str) -> dict[str, float]:
    """Return loss and metrics of a part by name, as far as there are any."""
    found = {name: getattr(told, f"{part}_{name}", None) for name in (LOSS, "accuracy")}
    found |= getattr(told, f"{part}_metrics", {})
    return {name: value for name, value in found.items() if value is not None}


def _readable(name: str, value: float) -> str:
    return f"{100 * value:.2f} %" if name in METRICS and METRICS[name].percent else f"{value:.4g}"
