"""The marks over the curves of a run: its best epoch, what was changed while it went on, where it diverged."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from core.events import EpochDone
from core.experiment import LiveSettings, live_settings
from core.history import History
from desktop_app.plots.marks import Mark
from desktop_app.plots.plot_style import percent, readable


def run_marks(history: History) -> list[Mark]:
    """Return the marks of a run; ``x`` counts epochs."""
    if history.started is None:
        return []
    per_epoch = max(1, history.started.batches_per_epoch)
    marks = [Mark(step / per_epoch, text, row=1) for step, text in _changes(history)]
    best = history.best_epoch
    if best is not None:
        marks.append(Mark(best.step / per_epoch, best_text(best), "text", Qt.PenStyle.DashLine))
    ended = history.ended
    if ended is not None and ended.reason == "diverged":
        marks.append(Mark(ended.step / per_epoch, _tr("diverged"), "danger", Qt.PenStyle.SolidLine, row=2))
    return marks


def best_text(best: EpochDone) -> str:
    """Return what makes an epoch the best, such as "best: epoch 4, 86.2 %"."""
    if best.validation_accuracy is not None:
        value = percent(best.validation_accuracy)
    else:
        loss = best.train_loss if best.validation_loss is None else best.validation_loss
        value = _tr("loss {loss}").format(loss=readable(loss))
    return _tr("best: epoch {epoch}, {value}").format(epoch=best.epoch, value=value)


def _changes(history: History) -> list[tuple[int, str]]:
    """Return the steps after which settings changed, and how; changes after the same step are one."""
    if history.started is None:
        return []
    settings = {change.step: change.settings for change in history.changes}
    before = live_settings(history.started.experiment)
    found = []
    for step, after in settings.items():
        text = _difference(before, after)
        if text:
            found.append((step, text))
        before = after
    return found


def _difference(before: LiveSettings, after: LiveSettings) -> str:
    several = len(after.dropout_rates) > 1
    pairs = [
        (_tr("lr"), before.learning_rate, after.learning_rate),
        (_tr("weight decay"), before.wd, after.wd),
        *(
            (_tr("dropout {number}").format(number=number) if several else _tr("dropout"), old, new)
            for number, (old, new) in enumerate(zip(before.dropout_rates, after.dropout_rates, strict=False), start=1)
        ),
    ]
    return ", ".join(f"{name} {old:g} → {new:g}" for name, old, new in pairs if old != new)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CurvesView", text)
