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
from desktop_app.lessons.explorers.sampling import SamplingExplorer
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
