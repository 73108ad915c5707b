"""The badge of a run."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from core.book import find_entry
from core.verdicts import Computed, judge
from desktop_app.book_badge import BookBadge
from desktop_app.theme import themes


def test_it_tells_a_verdict_and_goes_without_one(qtbot: QtBot) -> None:
    themes.choose("light")
    badge = BookBadge()
    qtbot.addWidget(badge)
    assert badge.isHidden()
    badge.show_verdict(judge(find_entry("weight-decay"), Computed({"weight_norm": 0.041, "validation_loss": 0.5}, 1)))
    assert not badge.isHidden()
    assert badge.label.text() == badge.accessibleName() == "Validation loss: book 0.011 · here 0.5 · outside the band"
    assert badge.toolTip().splitlines() == [
        "Weight decay: λ = 3",
        "Norm of w · book 0.042 · here 0.041 · band 0.03 – 0.05: inside the band",
        "Validation loss · book 0.011 · here 0.5 · band ≤ 0.02: outside the band",
        "A band is what any seed must reach. The tab Book has all rows.",
    ]
    light = badge.label.styleSheet()
    themes.choose("dark")
    assert badge.label.styleSheet() != light
    themes.choose("light")
    badge.show_verdict(None)
    assert badge.isHidden()
