"""The choice of the metric that a board of many runs shows, and its numbers as text."""

from __future__ import annotations

from math import floor, isfinite, isnan, log10

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from core.data import DataFacts
from core.metrics import LOSS, METRICS, metrics_for
from core.metrics import metric_title as core_title
from desktop_app.plots.plot_style import percent, power_text, readable
from desktop_app.texts import translated


def metric_title(name: str) -> str:
    """Return a metric's title, the loss included, in the language of the window."""
    return translated(core_title(name))


def in_sentence(title: str) -> str:
    """Return a title as it stands within a sentence: "accuracy", but "RMSE" and "R²"."""
    return title if title.isupper() or len(title) < 3 else title[0].lower() + title[1:]


def is_percent(name: str) -> bool:
    """Tell whether a metric is a share that is shown in percent."""
    return name != LOSS and METRICS[name].percent


def metric_text(name: str, value: float, digits: int = 4) -> str:
    """Return a value of a metric, such as "97.1 %" or "0.0812", and a dash for none."""
    if isnan(value):
        return "–"
    return percent(value) if is_percent(name) else readable(value, digits)


def tick_text(name: str, value: float) -> str:
    """Return a round value beside a scale, such as "90 %", "0.1" or "10⁻⁵"."""
    if is_percent(name):
        return f"{100 * value:.4g} %"
    text = f"{value:.4g}"
    return power_text(value, 3) if "e" in text else text.replace("-", "−")


def spread_text(name: str, mean: float, deviation: float) -> str:
    """Return mean and standard deviation, such as "97.1 % ± 0.8 %" or "0.253 ± 0.039", with the same decimals."""
    if not isfinite(deviation) or not isfinite(mean):
        return metric_text(name, mean)
    if is_percent(name):
        return f"{percent(mean)} ± {percent(deviation)}"
    decimals = 1 - floor(log10(deviation)) if deviation > 0 else -1
    if not 0 <= decimals <= 6:
        return f"{readable(mean)} ± {readable(deviation, 2)}"
    return f"{mean:.{decimals}f} ± {deviation:.{decimals}f}".replace("-", "−")


class MetricChoice(QComboBox):
    """The metrics that suit a task, and the loss.

    Signals:
        chosen: the user has chosen another metric.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTip(self.tr("What is shown of every run"))
        self.setAccessibleName(self.tr("Metric"))
        # The metrics of other data may have longer names than those at the first sight.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItem(metric_title(LOSS), LOSS)
        self._by_hand = False
        self.activated.connect(self._choose)

    @property
    def name(self) -> str:
        """The metric's name."""
        return str(self.currentData())

    def show_facts(self, facts: DataFacts) -> None:
        """Offer what suits a data set: what the user has chosen stays where it can, else the most telling is shown."""
        names = [*(metric.name for metric in metrics_for(facts.task, facts.num_outputs)), LOSS]
        before = self.name
        with QSignalBlocker(self):
            self.clear()
            for name in names:
                self.addItem(metric_title(name), name)
            self.setCurrentIndex(names.index(before) if self._by_hand and before in names else 0)

    def _choose(self) -> None:
        self._by_hand = True
        self.chosen.emit()
