from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.events import RunEnded
from core.history import History
from desktop_app.plots.curves import CurvesView
from tests.desktop_app.plots.runs import (
    RIGHT,
    drag,
    epoch_events,
    fill,
    finished_run,
    middle_of,
    place_of,
    send_mouse,
    settle,
    started,
    turn_wheel,
    x_of,
)


def test_the_logarithm_keeps_the_epochs_that_were_zoomed_to(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(finished_run(3))
    settle(view)
    turn_wheel(view.canvas, place_of(view.canvas, view.loss, 2.5, 1.0), 3)
    epochs = x_of(view.loss)
    view.log_box.click()
    assert x_of(view.loss) == pytest.approx(epochs)
    low, high = view.loss.view.viewRange()[1]
    line = view.lines["validation_loss"]
    seen = line.y[(line.x >= epochs[0]) & (line.x <= epochs[1])]
    assert len(seen) > 0
    assert ((low < seen) & (seen < high)).all()


def test_the_crosshair_reads_the_nearest_point(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(finished_run(3))
    settle(view)
    send_mouse(view.canvas.viewport(), QEvent.Type.MouseMove, place_of(view.canvas, view.loss, 1.79, 1.0))
    readout = view.inspector.readout
    assert readout.isVisible()
    text = re.sub(r"<[^>]+>", " ", readout.label.text())
    # The nearest batch is the 7th, the third of the second epoch; the nearest end is that of epoch 2.
    numbers = re.findall(r"[\d.]+", text)
    assert numbers == ["1.75", "7", "1.200", "16.7", "2", "1.150", "52.0", "2", "1.438", "47.0"]
    for part in ("loss", "lower"):
        crosshair = view.inspector.crosshairs[part]
        assert crosshair.isVisible()
        assert crosshair.x == 1.75
    assert view.inspector.crosshairs["loss"].y == pytest.approx(1.0, abs=0.02)
    assert view.inspector.crosshairs["lower"].y is None
    assert (1.75, pytest.approx(1.2), "train") in view.inspector.crosshairs["loss"].rings
    assert (2.0, pytest.approx(0.47), "validation") in view.inspector.crosshairs["lower"].rings


def test_the_crosshair_leaves_with_the_mouse(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(finished_run(3))
    settle(view)
    readout = view.inspector.readout
    send_mouse(view.canvas.viewport(), QEvent.Type.MouseMove, middle_of(view.canvas, view.figure_plot))
    assert readout.isVisible()
    assert view.canvas.rect().contains(readout.geometry())
    send_mouse(view.canvas.viewport(), QEvent.Type.MouseMove, QPoint(3, 3))
    assert not readout.isVisible()
    send_mouse(view.canvas.viewport(), QEvent.Type.MouseMove, middle_of(view.canvas, view.figure_plot))
    assert readout.isVisible()
    QApplication.sendEvent(view.canvas.viewport(), QEvent(QEvent.Type.Leave))
    QApplication.sendEvent(view.canvas, QEvent(QEvent.Type.Leave))
    assert not readout.isVisible()
    assert not any(crosshair.isVisible() for crosshair in view.inspector.crosshairs.values())


def test_the_crosshair_reads_a_diverged_loss(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(fill(History(), started(4, 3), *epoch_events(1, [1.0, float("nan"), 0.0, float("inf")])))
    view.log_box.setChecked(True)
    settle(view)
    send_mouse(view.canvas.viewport(), QEvent.Type.MouseMove, place_of(view.canvas, view.loss, 0.5, -0.1))
    assert "NaN" in view.inspector.readout.label.text()
    settle(view)


def test_wheel_zooms_and_home_follows_again(curves_view: CurvesView) -> None:
    view = curves_view
    history = finished_run(3)
    view.show_history(history)
    settle(view)
    whole = view.loss.view.viewRange()
    turn_wheel(view.canvas, middle_of(view.canvas, view.loss), 3)
    zoomed = x_of(view.loss)
    assert zoomed[1] - zoomed[0] < 0.8 * (whole[0][1] - whole[0][0])
    assert x_of(view.figure_plot) == pytest.approx(zoomed)
    fill(history, RunEnded(1, 12, "finished", "Done"))
    view.show_history(history)
    assert x_of(view.loss) == pytest.approx(zoomed)
    QTest.keyClick(view.canvas, Qt.Key.Key_Home)
    assert x_of(view.loss) == pytest.approx(whole[0])
    assert view.loss.view.viewRange()[1] == pytest.approx(whole[1])
    assert x_of(view.figure_plot) == pytest.approx(whole[0])


def test_drag_pans(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(finished_run(3))
    settle(view)
    before, middle = x_of(view.loss), middle_of(view.canvas, view.figure_plot)
    drag(view.canvas, middle, middle + QPoint(-100, 0))
    shift = 100 * (before[1] - before[0]) / view.loss.view.width()
    assert x_of(view.figure_plot) == pytest.approx([before[0] + shift, before[1] + shift], abs=0.02)
    assert x_of(view.loss) == pytest.approx(x_of(view.figure_plot))


@pytest.mark.parametrize("with_shift", [True, False])
def test_a_box_zooms(curves_view: CurvesView, with_shift: bool) -> None:
    view = curves_view
    view.show_history(finished_run(3))
    settle(view)
    start, end = place_of(view.canvas, view.loss, 1.0, 1.5), place_of(view.canvas, view.loss, 2.0, 0.5)
    if with_shift:
        drag(view.canvas, start, end, modifiers=Qt.KeyboardModifier.ShiftModifier)
    else:
        drag(view.canvas, start, end, RIGHT)
    assert x_of(view.loss) == pytest.approx([1.0, 2.0], abs=0.02)
    assert view.loss.view.viewRange()[1] == pytest.approx([0.5, 1.5], abs=0.03)
    assert x_of(view.figure_plot) == pytest.approx([1.0, 2.0], abs=0.02)


def test_double_click_and_button_reset_the_view(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(finished_run(3))
    settle(view)
    whole, middle = x_of(view.loss), middle_of(view.canvas, view.loss)
    turn_wheel(view.canvas, middle, 3)
    QTest.mouseDClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert x_of(view.loss) == pytest.approx(whole)
    turn_wheel(view.canvas, middle, 3)
    assert x_of(view.loss) != pytest.approx(whole)
    QTest.mouseClick(view.reset_button, Qt.MouseButton.LeftButton)
    assert x_of(view.loss) == pytest.approx(whole)


def test_keys_move_and_zoom(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(finished_run(3))
    settle(view)
    left, right = x_of(view.loss)
    QTest.keyClick(view.canvas, Qt.Key.Key_Right)
    step = 0.1 * (right - left)
    assert x_of(view.loss) == pytest.approx([left + step, right + step])
    assert x_of(view.figure_plot) == pytest.approx([left + step, right + step])
    QTest.keyClick(view.canvas, Qt.Key.Key_Plus)
    assert x_of(view.loss)[1] - x_of(view.loss)[0] == pytest.approx(0.8 * (right - left))
    QTest.keyClick(view.canvas, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert x_of(view.loss) == pytest.approx([left, right])


def test_what_the_keyboard_reaches_has_a_name(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(finished_run(3))
    reached: list[QWidget] = []
    view.log_box.setFocus()
    for _ in range(6):
        reached.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert set(reached) == {
        view.log_box,
        view.batches_box,
        view.figure_box,
        view.reset_button,
        view.export_button,
        view.canvas,
    }
    assert all(widget.accessibleName() or getattr(widget, "text", str)() for widget in reached)


def test_batches_can_be_hidden(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(finished_run(3))
    view.batches_box.click()
    assert not view.lines["batch_loss"].isVisible()
    assert [entry.text for entry in view.legend.entries] == ["training, each epoch", "validation, each epoch"]
    low, high = view.figure_plot.view.viewRange()[1]
    assert low < 0.46 < 0.53 < high
    assert low < 0 < 1 < high, "the axis of accuracy always shows all"
    settle(view)
    send_mouse(view.canvas.viewport(), QEvent.Type.MouseMove, middle_of(view.canvas, view.loss))
    assert "batch" not in view.inspector.readout.label.text()
    view.batches_box.click()
    assert view.lines["batch_loss"].isVisible()
