"""What a folded section holds, in a few words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.metrics import higher_is_better, metric_title
from core.penalty import Penalty
from core.sentences import number_text
from core.stopping import Stopping
from desktop_app.texts import translated


def _tr(text: str) -> str:
    return QCoreApplication.translate("Summary", text)


def penalty_summary(penalty: Penalty) -> str:
    """Return such as "L2 0.01", or "off"."""
    parts = [(_tr("L1"), penalty.l1), (_tr("L2"), penalty.l2)]
    return _joined([f"{name} {number_text(strength)}" for name, strength in parts if strength])


def stopping_summary(stopping: Stopping) -> str:
    """Return such as "patience 5 · validation loss ≤ 0.1 · 60 s", or "off"."""
    parts = []
    if stopping.patience:
        parts.append(_tr("patience {0}").format(stopping.patience))
    if stopping.target != "off":
        part = _tr("training") if stopping.target == "train" else _tr("validation")
        relation = "≥" if higher_is_better(stopping.target_metric) else "≤"
        title = translated(metric_title(stopping.target_metric))
        title = title if title.isupper() else title.lower()
        parts.append(f"{part} {title} {relation} {number_text(stopping.target_value)}")
    if stopping.seconds:
        parts.append(_tr("{0} s").format(number_text(stopping.seconds)))
    return _joined(parts)


def _joined(parts: list[str]) -> str:
    return " · ".join(parts) or _tr("off")
