"""The marks over the curves of a run: its best epoch, what was changed while it went on, where it diverged."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from core.events import EpochDone, SettingsChanged, UnitSwitched, WeightSet
from core.experiment import LiveSettings, live_settings
from core.history import History
from desktop_app.plots.marks import Mark
from desktop_app.plots.plot_style import percent, readable

translate = QCoreApplication.translate  # a name by which lupdate finds texts


def run_marks(history: History) -> list[Mark]:
    """Return the marks of a run, the most important ones first; ``x`` counts epochs."""
    if history.started is None:
        return []
    per_epoch = max(1, history.started.batches_per_epoch)
    marks = []
    best, back, ended = history.best_epoch, history.taken_back, history.ended
    if back is not None:
        text = translate("CurvesView", "the network has the parameters of epoch {0} again").format(back.epoch)
        marks.append(Mark(back.step / per_epoch, text, "text", Qt.PenStyle.DashLine))
    elif best is not None:
        marks.append(Mark(best.step / per_epoch, best_text(best), "text", Qt.PenStyle.DashLine))
    if ended is not None and ended.reason == "diverged":
        text = translate("CurvesView", "diverged")
        marks.append(Mark(ended.step / per_epoch, text, "danger", Qt.PenStyle.SolidLine))
    return marks + [Mark(step / per_epoch, text) for step, text in _changes(history)]


def is_penalised(history: History) -> bool:
    """Tell whether a run has, or had, a penalty in its loss: what it tells is the loss without it."""
    if history.started is None:
        return False
    changed = (change.settings for change in history.changes if isinstance(change, SettingsChanged))
    return any(settings.l1 or settings.l2 for settings in (live_settings(history.started.experiment), *changed))


def best_text(best: EpochDone) -> str:
    """Return what makes an epoch the best, such as "best validation accuracy: epoch 4, 86.2 %"."""
    if best.validation_accuracy is not None:
        text = translate("CurvesView", "best validation accuracy: epoch {epoch}, {value}")
        value = percent(best.validation_accuracy)
    elif best.validation_loss is not None:
        text = translate("CurvesView", "lowest validation loss: epoch {epoch}, {value}")
        value = readable(best.validation_loss)
    else:
        text = translate("CurvesView", "lowest training loss: epoch {epoch}, {value}")
        value = readable(best.train_loss)
    return text.format(epoch=best.epoch, value=value)


def _changes(history: History) -> list[tuple[int, str]]:
    """Return the steps after which settings changed, and how; changes after the same step are one."""
    if history.started is None:
        return []
    settings = {change.step: change.settings for change in history.changes if isinstance(change, SettingsChanged)}
    before = live_settings(history.started.experiment)
    found = []
    for step, after in settings.items():
        text = _difference(before, after)
        if text:
            found.append((step, text))
        before = after
    return sorted(found + _interventions(history), key=lambda change: change[0])


def _interventions(history: History) -> list[tuple[int, str]]:
    """Return the steps after which weights were set and units switched by hand, and how."""
    texts: dict[int, list[str]] = {}
    for change in history.changes:
        if isinstance(change, WeightSet):
            entry = f"{change.name}[{', '.join(map(str, change.index))}]"
            texts.setdefault(change.step, []).append(f"{entry} = {change.value:.4g}")
        elif isinstance(change, UnitSwitched):
            text = (
                translate("CurvesView", "layer {layer}: unit {unit} on")
                if change.on
                else translate("CurvesView", "layer {layer}: unit {unit} off")
            )
            # Persons count from 1.
            texts.setdefault(change.step, []).append(text.format(layer=change.layer + 1, unit=change.unit + 1))
    return [(step, ", ".join(done[:2]) + (" …" if len(done) > 2 else "")) for step, done in texts.items()]


def _difference(before: LiveSettings, after: LiveSettings) -> str:
    several = len(after.dropout_rates) > 1
    dropout = translate("CurvesView", "dropout {number}") if several else translate("CurvesView", "dropout")
    rates = zip(before.dropout_rates, after.dropout_rates, strict=False)
    pairs = [
        (translate("CurvesView", "lr"), before.learning_rate, after.learning_rate),
        (translate("CurvesView", "weight decay"), before.wd, after.wd),
        (translate("CurvesView", "L1"), before.l1, after.l1),
        (translate("CurvesView", "L2"), before.l2, after.l2),
        *((dropout.format(number=number), old, new) for number, (old, new) in enumerate(rates, start=1)),
    ]
    return ", ".join(f"{name} {old:g} → {new:g}" for name, old, new in pairs if old != new)
