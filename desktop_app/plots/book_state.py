"""How far a row of the book has come, and the words and pictures for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from core.verdicts import Comparison, Verdict, number_text
from desktop_app.texts import translated
from desktop_app.theme import theme

Status = Literal["not run", "waiting", "running", "inside", "outside", "failed"]
translate = QCoreApplication.translate  # a name by which lupdate finds texts

ICONS: dict[Status, str] = {
    "not run": "",
    "waiting": "",
    "running": "train",
    "inside": "check",
    "outside": "warning",
    "failed": "warning",
}


@dataclass(frozen=True)
class RowState:
    """What is known of a row: ``share`` of 0 to 1 while it runs, ``verdict`` of the last time that it was done."""

    status: Status = "not run"
    share: float = 0.0
    verdict: Verdict | None = None

    @property
    def on_its_way(self) -> bool:
        """Whether it was asked for and is not done."""
        return self.status in ("waiting", "running")


def state_of(verdict: Verdict) -> RowState:
    """Return the state of a row that is done."""
    if not verdict.comparisons:
        return RowState("failed", 1.0, verdict)
    return RowState("inside" if verdict.inside else "outside", 1.0, verdict)


def status_text(state: RowState) -> str:
    """Return a word or two for the table."""
    if state.status == "running" and state.share:
        return translate("Book", "running, {0} %").format(f"{100 * state.share:.0f}")
    return {
        "not run": translate("Book", "not run yet"),
        "waiting": translate("Book", "waiting"),
        "running": translate("Book", "running"),
        "inside": translate("Book", "inside the band"),
        "outside": translate("Book", "outside the band"),
        "failed": translate("Book", "could not be run"),
    }[state.status]


def colour(status: Status) -> str:
    """Return the colour of a status in the present theme; it only adds to picture and words."""
    colours = theme()
    return {
        "not run": colours.muted,
        "waiting": colours.muted,
        "running": colours.accent,
        "inside": colours.success,
        "outside": colours.danger,
        "failed": colours.danger,
    }[status]


def here_text(comparison: Comparison) -> str:
    """Return the value of a figure here, a dash where there is none."""
    return "–" if comparison.value is None else with_minus(number_text(comparison.value))


def with_minus(text: str) -> str:
    """Return a number with a true minus sign."""
    return text.replace("-", "−")


def telling(verdict: Verdict) -> Comparison:
    """Return the figure that stands for all: the first one outside of its band, or else the first."""
    return next((comparison for comparison in verdict.comparisons if not comparison.inside), verdict.comparisons[0])


def badge_text(verdict: Verdict) -> str:
    """Return one line, such as "Validation accuracy: book 0.876 · here 0.862 · inside the band"."""
    first = telling(verdict)
    words = [translate("Book", "here {0}").format(here_text(first)), status_text(state_of(verdict))]
    if first.figure.printed:
        words.insert(0, translate("Book", "book {0}").format(with_minus(translated(first.figure.printed))))
    return f"{translated(first.figure.title)}: {' · '.join(words)}"
