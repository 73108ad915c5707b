"""Whatever a user types or a lesson sets: an explorer takes it or says a sentence; nothing is executed."""

from __future__ import annotations

import builtins

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit

from desktop_app.lessons.explorers import EXPLORERS
from desktop_app.lessons.explorers.autograd import AutogradExplorer
from desktop_app.lessons.explorers.broadcasting import BroadcastingExplorer
from desktop_app.lessons.explorers.deferred import DeferredExplorer
from desktop_app.lessons.explorers.losses import LossesExplorer
from desktop_app.lessons.explorers.memory import MemoryExplorer
from desktop_app.lessons.explorers.sampling import SamplingExplorer
from desktop_app.lessons.explorers.softmax import SoftmaxExplorer
from tests.desktop_app.lessons.explorers.opened import opened

FEW = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
CODE = st.sampled_from(
    [
        "canary()",
        "__import__('builtins').canary()",
        "(lambda: canary())()",
        "x.__class__",
        "2*x; canary()",
        "[canary()]",
    ]
)
TYPED = CODE | st.text(alphabet="()[]0123456789,+-*/. x@Tedotsum", max_size=14)
STATES = st.dictionaries(
    st.sampled_from(
        ["layers", "units", "logits", "n", "seed", "way", "results", "edits", "drawn", "shapes", "run", "x"]
    )
    | st.text(max_size=4),
    CODE
    | st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats()
    | st.lists(st.integers() | st.text(max_size=3), max_size=3)
    | st.just([[[1]]])
    | st.just({"a": 1}),
    max_size=2,
)


@pytest.fixture
def watched(monkeypatch):
    """Collect the calls of what every text above would call if it were run as a program."""
    calls = []
    monkeypatch.setattr(builtins, "canary", lambda: calls.append("sung"), raising=False)
    return calls


def write(edit, text):
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text.replace("\n", " "))
    QTest.keyClick(edit, Qt.Key.Key_Return)


@pytest.mark.parametrize("kind", [BroadcastingExplorer, AutogradExplorer, SamplingExplorer])
def test_whatever_is_typed_is_shown_or_a_sentence(kind, qtbot, light_theme, watched):
    explorer = opened(qtbot, kind, 600, 500)
    boxes = explorer.findChildren(QAbstractSpinBox)
    inner = {box.lineEdit() for box in boxes}
    edits = [edit for edit in explorer.findChildren(QLineEdit) if edit not in inner and edit.isVisible()]
    fields = [*edits, *(box for box in boxes if box.isVisible())]
    assert fields

    @FEW
    @given(field=st.sampled_from(fields), text=TYPED)
    def typed(field, text):
        write(field, text)
        assert all(sentence.endswith((".", "?")) for sentence in explorer.sentences)
        assert explorer.facts()
        twin = type(explorer.setup).model_validate_json(explorer.setup.model_dump_json())
        assert twin == explorer.setup, "what is set is always something that can be set"

    typed()
    assert watched == []


def test_numbers_are_taken_as_typed_or_refused_with_what_fits(qtbot, light_theme):
    explorer = opened(qtbot, SamplingExplorer, 900, 500)
    box = explorer.controls["n"].box
    for text, number in (("1e3", 1000), ("2.5E2", 250), (" 7 ", 7), ("99999", 99_999)):
        write(box, text)
        assert explorer.setup.n == number
        assert box.text() == str(number)
    for text, what in (
        ("99999999", "99999999 is out of range."),
        ("1e99", "1e99 is out of range."),
        ("1e400", "Infinity is out of range."),
        ("0", "0 is out of range."),
        ("2.5", "2.5 does not fit here."),
        ("1e", "'1e' does not fit here."),
        ("1 000", "'1 000' does not fit here."),
        ("nan", "NaN does not fit here."),
    ):
        explorer.sentences.clear()
        write(box, text)
        explorer.dice.setFocus()
        assert explorer.sentences == [f"n: {what} Give a whole number from 1 to 100000."]
        assert (box.text(), box.property("invalid")) == (text, True), "it can be mended"
        assert explorer.setup.n == 99_999
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert (explorer.setup.n, box.property("invalid")) == (99_899, False)
    write(box, "abc")
    explorer.change(seed=3)
    assert (box.text(), box.property("invalid")) == ("99899", False), "the picture is that of the numbers"
    explorer.change(distribution="poisson")
    write(explorer.controls["rate"].box, "1e30")
    assert explorer.setup.rate == 4.0
    assert explorer.sentences[-1] == "λ: 1e30 is out of range. Give a number from 0.1 to 100."
    write(explorer.controls["rate"].box, "0,1234")
    assert explorer.sentences[-1] == "λ: 0.1234 has too many decimals. At most 3 fit here."
    box = explorer.controls["rate"].box
    write(box, "12,5")
    assert explorer.setup.rate == 12.5
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "12.5"


def test_every_box_of_an_explorer_tells_why_it_refuses(qtbot, light_theme):
    for kind in (SoftmaxExplorer, DeferredExplorer, LossesExplorer, MemoryExplorer):
        explorer = opened(qtbot, kind, 900, 600)
        before = explorer.state()
        boxes = [box for box in explorer.findChildren(QAbstractSpinBox) if box.isVisible()]
        assert boxes
        for box in boxes:
            explorer.sentences.clear()
            write(box, "1e99")
            (sentence,) = explorer.sentences
            assert sentence.startswith(f"{box.accessibleName()}: 1e99 is out of range. Give a")
            assert box.text().endswith("1e99")
        assert explorer.state() == before


@pytest.mark.parametrize("kind", EXPLORERS, ids=lambda kind: kind.name)
def test_whatever_a_lesson_sets_is_taken_or_a_sentence(kind, qtbot, light_theme, watched):
    explorer = kind()
    qtbot.addWidget(explorer)
    sentences = []
    explorer.failed.connect(sentences.append)

    @FEW
    @given(state=STATES)
    def taken(state):
        before, sentences[:] = explorer.state(), []
        explorer.restore(state)
        if sentences:
            assert all(sentence.endswith((".", "?")) and "\n" not in sentence for sentence in sentences)
            assert explorer.state() == before, "what is refused changes nothing"

    taken()
    assert watched == []
