"""What the list of runs says of each run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from PySide6.QtCore import QCoreApplication, QLocale

from core.metrics import METRICS, metric_title
from core.run_differences import live_differences
from core.run_figures import PARTS, Figures, Part, final_figures, main_figure
from core.runs import KeptRun
from core.sentences import listed
from core.texts import retold
from desktop_app.texts import translated

translate = QCoreApplication.translate


@dataclass(frozen=True)
class RunItem:
    """One row: the run and its texts. ``differs`` is empty for the first run and for one that differs in nothing."""

    run: KeptRun
    differs: str
    figures: str
    duration: str
    mark: str
    is_present: bool
    tip: str
    spoken: str


def run_item(run: KeptRun, differs: Sequence[str] | None, is_present: bool) -> RunItem:
    """Return the row of a run.

    Args:
        run: the run.
        differs: from the run before it; None if there is none.
        is_present: its curves are those of the present run.
    """
    found = final_figures(run.outcome)
    text = retold(listed(differs or ()))
    if differs is not None and not differs:
        text = translate("RunsPanel", "the same settings again")
    live = listed(live_differences(run.outcome))
    if live:
        text = listed([*filter(None, [text]), translate("RunsPanel", "while it ran: {0}").format(live)])
    figures, duration, mark = figures_text(found), duration_text(run.seconds), mark_text(run)
    spoken = [run.name, mark, figures, duration, text]
    spoken += [translate("RunsPanel", "pinned")] if run.pinned else []
    return RunItem(
        run,
        text,
        figures,
        duration,
        mark,
        is_present,
        _tip(run, text, found, is_present),
        ", ".join(part for part in spoken if part),
    )


def figures_text(figures: Figures) -> str:
    """Return the most telling figure of each part, such as ``train 91.2 · val 86.4 · test 85.8 %``."""
    name = main_figure(figures)
    words = {
        "train": translate("RunsPanel", "train"),
        "validation": translate("RunsPanel", "val"),
        "test": translate("RunsPanel", "test"),
    }
    values = [(words[part], figures[part, name]) for part in PARTS if (part, name) in figures]
    if not values:
        return translate("RunsPanel", "no epoch was finished")
    if name in METRICS and METRICS[name].percent:
        return " · ".join(f"{word} {100 * value:.1f}" for word, value in values) + " %"
    return f"{translated(metric_title(name))} " + " · ".join(f"{w} {value:.3g}" for w, value in values)


def duration_text(seconds: float) -> str:
    """Return a duration such as ``4.2 s`` or ``3 min 20 s``."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def mark_text(run: KeptRun) -> str:
    """Return how a run ended if it was not by finishing."""
    texts: dict[str, Callable[[], str]] = {
        "stopped": lambda: translate("RunsPanel", "stopped"),
        "diverged": lambda: translate("RunsPanel", "diverged"),
        "failed": lambda: translate("RunsPanel", "failed"),
    }
    text = texts.get(run.outcome.ended.reason)
    return text() if text is not None else ""


def _tip(run: KeptRun, differs: str, figures: Figures, is_present: bool) -> str:
    """Return all that is known of a run as rich text."""
    ended = datetime.fromisoformat(run.when).astimezone()
    when = QLocale().toString(ended.replace(tzinfo=None), QLocale.FormatType.ShortFormat)  # type: ignore[call-overload]
    epochs = run.outcome.epochs[-1].epoch if run.outcome.epochs else 0
    lines = [f"<b>{escape(run.name)}</b>", translate("RunsPanel", "{0} · epochs: {1}").format(when, epochs)]
    if differs:
        lines.append(translate("RunsPanel", "Differs from the run before: {0}").format(escape(differs)))
    if is_present:
        lines.append(translate("RunsPanel", "This is the present run. Its tick counts when the next run has begun."))
    if run.outcome.ended.reason != "finished":
        lines.append(escape(run.outcome.ended.message))
    return "<br>".join(lines) + _table(figures)


def _table(figures: Figures) -> str:
    names = [name for name in ("loss", *METRICS) if any((part, name) in figures for part in PARTS)]
    if not names:
        return ""
    titles: dict[Part, str] = {
        "train": translate("RunsPanel", "training"),
        "validation": translate("RunsPanel", "validation"),
        "test": translate("RunsPanel", "test"),
    }
    parts = [part for part in PARTS if any((part, name) in figures for name in names)]
    rows = [["", *(titles[part] for part in parts)]]
    for name in names:
        cells = [figures.get((part, name)) for part in parts]
        rows.append([translated(metric_title(name)), *("" if value is None else f"{value:.4g}" for value in cells)])
    lines = ["".join(f"<td style='padding-right:10px'>{cell}</td>" for cell in row) for row in rows]
    return f"<table style='margin-top:4px'>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"
