from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QRectF
from pytestqt.qtbot import QtBot

from core.events import EpochDone, RunEnded, SettingsChanged, UnitSwitched, WeightSet
from core.experiment import LiveSettings, live_settings
from desktop_app.plots.curves import CurvesView
from desktop_app.plots.marks import Mark, place_labels
from desktop_app.plots.plot_style import plot_font
from desktop_app.plots.run_marks import best_text, is_penalised, run_marks
from tests.desktop_app.plots.runs import finished_run, place_of, send_mouse, settle

FRAME = QRectF(50, 20, 600, 240)


@given(st.lists(st.floats(50, 650), max_size=30))
def test_no_label_covers_another(qapp: object, xs: list[float]) -> None:
    found = place_labels(plot_font(), [(Mark(0, f"lr 0.1 → 0.{i}"), x) for i, x in enumerate(xs)], FRAME)
    assert all(FRAME.contains(box) for _, box in found)
    assert not any(first.intersects(second) for (_, first), (_, second) in combinations(found, 2))
    if len(xs) <= 8:
        assert len(found) == len(xs)


def test_the_first_mark_has_the_highest_row(qtbot: QtBot) -> None:
    marks = [Mark(0, "best validation accuracy: epoch 30, 98.0 %"), Mark(0, "lr 0.1 → 0.2"), Mark(0)]
    found = place_labels(plot_font(), [(mark, 640.0) for mark in marks], FRAME)
    assert [mark for mark, _ in found] == marks[:2]
    assert found[0][1].top() < found[1][1].top()
    assert found[0][1].right() < 640


@pytest.mark.parametrize(
    ("accuracy", "validation_loss", "text"),
    [
        (0.805, 0.6, "best validation accuracy: epoch 2, 80.5 %"),
        (None, 0.6, "lowest validation loss: epoch 2, 0.6000"),
        (None, None, "lowest training loss: epoch 2, 0.5000"),
    ],
)
def test_the_best_epoch_says_in_what(accuracy: float | None, validation_loss: float | None, text: str) -> None:
    assert best_text(EpochDone(1, 8, 2, 0.5, None, validation_loss, accuracy, 100.0, 1.0)) == text


def test_the_epoch_that_was_taken_back_is_marked_instead_of_the_best_one() -> None:
    history = finished_run(3)
    for taken_back, expected in ((1, "the network has the parameters of epoch 1 again"), (3, "best validation")):
        assert history.add(RunEnded(1, 12, "finished", "", best_epoch=taken_back))
        mark = run_marks(history)[0]
        assert mark.text.startswith(expected)
    assert history.present_epoch is history.epochs[-1]


def test_a_change_of_the_penalty_is_told() -> None:
    history = finished_run(3)
    before = live_settings(history.started.experiment)  # type: ignore[union-attr]
    assert history.add(SettingsChanged(1, 6, replace(before, l1=0.1, l2=0.5)))
    assert run_marks(history)[-1].text == "L1 0 → 0.1, L2 0 → 0.5"


def test_the_axis_says_when_the_loss_is_that_without_a_penalty(curves_view: CurvesView) -> None:
    view, history = curves_view, finished_run(3)
    before = live_settings(history.started.experiment)  # type: ignore[union-attr]
    view.show_history(history)
    assert not is_penalised(history)
    assert view.loss.left.labelText == "loss"
    assert history.add(SettingsChanged(1, 6, replace(before, l1=0.1)))
    assert is_penalised(history)
    view.show_history(history)
    assert view.loss.left.labelText == "loss without penalty"
    view.log_box.click()
    assert view.loss.left.labelText == "loss without penalty (log)"


def test_the_mouse_reads_what_was_changed(curves_view: CurvesView) -> None:
    view, history = curves_view, finished_run(3)
    assert history.add(SettingsChanged(1, 6, LiveSettings(0.7, 0.0, ())))
    change = run_marks(history)[-1].text
    assert change.endswith("→ 0.7")
    view.show_history(history)
    settle(view)
    for x, expected in ((1.5, True), (0.5, False)):
        send_mouse(view.canvas.viewport(), QEvent.Type.MouseMove, place_of(view.canvas, view.loss, x, 0.5))
        assert (change in view.inspector.readout.label.text()) == expected


def test_what_was_done_to_the_network_by_hand_is_marked_in_its_order() -> None:
    history = finished_run(3)
    for change in (
        WeightSet(1, 5, "0.weight", (3, 1), 0.1, -2.5),
        SettingsChanged(1, 6, LiveSettings(0.7, 0.0, ())),
        UnitSwitched(1, 8, 0, 2, False),
        UnitSwitched(1, 9, 0, 2, True),
        *(WeightSet(1, 9, "2.bias", (i,), 0.0, 1.0) for i in range(3)),
    ):
        assert history.add(change)
    first, lr, off, on = (mark.text for mark in run_marks(history)[-4:])
    assert first == "0.weight[3, 1] = -2.5"
    assert lr.endswith("→ 0.7")
    assert off == "layer 1: unit 3 off"
    assert on == "layer 1: unit 3 on, 2.bias[0] = 1 …"
