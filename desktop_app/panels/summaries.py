"""What a folded section holds, in a few words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.metrics import higher_is_better, metric_title
from core.penalty import Penalty
from core.sentences import number_text
from core.stopping import Stopping
from desktop_app.texts import translated

translate = QCoreApplication.translate


def penalty_summary(penalty: Penalty) -> str:
    """Return such as "L2 0.01", or "off"."""
    parts = [("L1", penalty.l1), ("L2", penalty.l2)]
    return _joined([f"{name} {number_text(strength)}" for name, strength in parts if strength])


def stopping_summary(stopping: Stopping) -> str:
    """Return such as "patience 5 · validation loss ≤ 0.1 · 60 s", or "off"."""
    parts = []
    if stopping.patience:
        parts.append(translate("Summary", "patience {0}").format(stopping.patience))
    if stopping.target != "off":
        part = translate("Summary", "training") if stopping.target == "train" else translate("Summary", "validation")
        relation = "≥" if higher_is_better(stopping.target_metric) else "≤"
        title = translated(metric_title(stopping.target_metric))
        title = title if title.isupper() else title.lower()
        parts.append(f"{part} {title} {relation} {number_text(stopping.target_value)}")
    if stopping.seconds:
        parts.append(translate("Summary", "{0} s").format(number_text(stopping.seconds)))
    return _joined(parts)


def _joined(parts: list[str]) -> str:
    return " · ".join(parts) or translate("Summary", "off")
