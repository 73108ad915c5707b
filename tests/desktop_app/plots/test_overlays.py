from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from core.experiment import with_value
from core.history import History
from core.presets import load_preset
from core.runs import KeptRun, Runs
from desktop_app.plots.curves import CurvesView
from desktop_app.plots.overlays import MAX_OVERLAYS
from desktop_app.plots.plot_style import colour
from desktop_app.plots.run_looks import draw_run_look, run_style
from desktop_app.theme import ThemeChoice, themes
from tests.core.outcomes import WHEN, named, run_outcome
from tests.desktop_app.plots.runs import fill, finished_run, middle_of, place_of, send_mouse, settle, started, x_of


def kept(*names: str, epochs: int = 3) -> tuple[KeptRun, ...]:
    """Return kept runs whose training loss at epoch e is 2/e and whose validation loss is 3/e."""
    runs = Runs()
    for number, name in enumerate(names):
        runs = runs.added(str(number), name, WHEN, run_outcome(named(name), epochs))
    return tuple(runs)


def names_in(view: CurvesView) -> list[str]:
    return [entry.text for entry in view.legend.entries]


def text_of(view: CurvesView) -> str:
    return re.sub(r"(<[^>]+>)+", "|", view.inspector.readout.label.text())


def test_kept_runs_lie_under_the_present_one(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(finished_run(2))
    view.show_runs(kept("A", "B", epochs=4))
    first, second = view.overlays.shown
    np.testing.assert_allclose(first.lines["train_loss"].x, [1, 2, 3, 4])
    np.testing.assert_allclose(first.lines["train_loss"].y, [2, 1, 2 / 3, 0.5])
    np.testing.assert_allclose(second.lines["validation_lower"].y, [0.4] * 4)
    assert x_of(view.loss)[1] > 4
    assert names_in(view)[-2:] == ["A", "B"]
    assert view.canvas.accessibleDescription().endswith("compared with A, B")
    assert all(line.zValue() < view.lines["batch_loss"].zValue() for line in first.lines.values())
    np.testing.assert_allclose(view.lines["train_loss"].y, [2.15, 1.15])


def test_runs_differ_in_symbol_and_their_parts_in_dash(curves_view: CurvesView) -> None:
    styles = [run_style(number) for number in range(56)]
    assert len({(style.colour, style.symbol) for style in styles}) == 56
    assert len({style.symbol for style in styles[:7]}) == 7
    assert not {style.symbol for style in styles} & {"circle", "diamond"}
    assert run_style(3, "train").dash != run_style(3, "validation").dash


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_a_run_is_drawn_in_its_colour(curves_view: CurvesView, choice: ThemeChoice) -> None:
    themes.choose(choice)
    view = curves_view
    view.show_runs(kept("A"))
    settle(view)
    assert not view.empty.isVisible(), "kept runs can be looked at without a present one"
    image = view.canvas.grab().toImage()
    wanted = colour(run_style(0).colour).name()
    assert QColor(image.pixel(place_of(view.canvas, view.loss, 2.0, 1.0))).name() == wanted
    picture = QImage(60, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.black)
    painter = QPainter(picture)
    draw_run_look(painter, QRectF(0, 0, 60, 20), 0)
    painter.end()
    assert picture.pixelColor(30, 10).name() == wanted


def test_runs_come_and_go(curves_view: CurvesView) -> None:
    view = curves_view
    before = len(view.loss.lines), len(view.figure_plot.lines)
    runs = kept("A", "B", "C")
    view.show_runs(runs)
    assert len(view.loss.lines) == before[0] + 6
    line = view.overlays.shown[1].lines["train_loss"]
    view.show_runs([replace(runs[1], name="Better")])
    assert (len(view.loss.lines), len(view.figure_plot.lines)) == (before[0] + 2, before[1] + 2)
    assert view.overlays.shown[0].lines["train_loss"] is line, "what stays is not made anew"
    assert names_in(view) == ["training", "validation", "Better"]
    view.show_runs([replace(runs[1], colour=5)])
    assert view.overlays.shown[0].lines["train_loss"].style == run_style(5)
    view.show_runs([])
    assert view.empty.isVisible()
    assert (len(view.loss.lines), len(view.figure_plot.lines)) == before


def test_a_new_run_grows_over_the_kept_ones(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_runs(kept("A"))
    history = fill(History(), started(4, 3))
    view.show_history(history)
    assert not view.empty.isVisible()
    view.show_history(finished_run(1))
    assert len(view.lines["train_loss"].x) == 1
    assert len(view.overlays.shown[0].lines["train_loss"].x) == 3


def test_too_many_runs_are_counted(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_runs(kept(*(f"Run {i}" for i in range(MAX_OVERLAYS + 3))))
    assert len(view.overlays.shown) == MAX_OVERLAYS
    assert names_in(view)[-1] == "and 3 more that are not drawn"
    settle(view)


def test_runs_of_another_task_are_not_drawn(curves_view: CurvesView) -> None:
    view = curves_view
    plane = load_preset("plane")
    runs = tuple(Runs(kept("A")).added("p", "Plane", WHEN, run_outcome(plane)))
    view.show_runs(runs)
    assert [overlay.run.name for overlay in view.overlays.shown] == ["Plane"]
    view.show_history(finished_run(2))
    assert [overlay.run.name for overlay in view.overlays.shown] == ["A"]
    assert names_in(view)[-2:] == ["A", "1 of another task, not drawn"]


def test_epochs_are_those_of_the_present_data_set(curves_view: CurvesView) -> None:
    view = curves_view
    circle = with_value(load_preset("circle"), "name", "Circle")
    runs = tuple(Runs(kept("A", epochs=8)).added("c", "Circle", WHEN, run_outcome(circle, 60)))
    view.show_history(finished_run(2))
    view.show_runs(runs, frozenset("c"))
    assert [overlay.run.name for overlay in view.overlays.shown] == ["A"]
    assert names_in(view)[-2:] == ["A", "1 of another data set, not drawn"]
    view.show_runs(runs)
    assert [overlay.run.name for overlay in view.overlays.shown] == ["A", "Circle"]
    assert 8 < x_of(view.loss)[1] < 9, "a run of other data does not squeeze the others"


def test_the_logarithm_holds_for_kept_runs_too(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_runs(kept("A", epochs=40))
    QTest.keyClick(view.log_box, Qt.Key.Key_Space)
    line = view.overlays.shown[0].lines["train_loss"]
    np.testing.assert_allclose(line.y, np.log10(2 / np.arange(1, 41)))
    low, high = view.loss.view.viewRange()[1]
    assert low < np.log10(2 / 40) < np.log10(3) < high


def test_the_crosshair_reads_kept_runs(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(finished_run(3))
    view.show_runs(kept("A <b>", "B"))
    settle(view)
    send_mouse(view.canvas.viewport(), QEvent.Type.MouseMove, place_of(view.canvas, view.loss, 2.05, 1.0))
    text = text_of(view)
    assert "kept runs at this epoch: training / validation" in text
    assert "A &lt;b&gt;|1.00 / 1.50|50.0 % / 40.0 %" in text
    assert text.index("|B|") < text.index("A &lt;b&gt;"), "the newest first"
    rings = view.inspector.crosshairs["loss"].rings
    assert (2.0, 1.5, run_style(1).colour) in rings


def test_the_crosshair_reads_kept_runs_without_a_present_one(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_runs(kept(*"ABCDEFGH"))
    settle(view)
    send_mouse(view.canvas.viewport(), QEvent.Type.MouseMove, middle_of(view.canvas, view.figure_plot))
    text = text_of(view)
    assert "H|1.00 / 1.50|50.0 % / 40.0 %" in text
    assert "and 2 more" in text
    view.show_runs([])
    assert not view.inspector.readout.isVisible()


def test_a_long_run_has_spread_symbols(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_runs(kept("A", epochs=200))
    settle(view)
    image = view.canvas.grab().toImage()
    first, wanted = place_of(view.canvas, view.figure_plot, 1.0, 0.5), colour(run_style(0).colour).name()
    for x, y in ((0, 0), (0, 2), (0, -2)):
        assert QColor(image.pixel(first.x() + x, first.y() + y)).name() == wanted


def with_figures(history: History, names: tuple[str, ...]) -> History:
    history.epochs = [
        replace(
            epoch,
            train_metrics=dict.fromkeys(names, 1.0 / epoch.epoch),
            validation_metrics=dict.fromkeys(names, 2.0 / epoch.epoch),
            weight_norm=float(epoch.epoch),
            learning_rate=0.1,
        )
        for epoch in history.epochs
    ]
    return history


def choices(view: CurvesView) -> list[str]:
    return [view.figure_box.itemText(position) for position in range(view.figure_box.count())]


def test_the_lower_plot_shows_what_is_chosen(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(with_figures(finished_run(3), ("accuracy", "top3", "log_loss")))
    assert choices(view) == ["Accuracy", "Top-3 accuracy", "Log loss", "Weight norm", "Learning rate"]
    assert view.figure_plot.left.labelText == "accuracy (%)"
    assert view.figure_plot.left.percent
    view.figure_box.setFocus()
    for _ in range(2):
        QTest.keyClick(view.figure_box, Qt.Key.Key_Down)
    assert view.figure_box.figure == "log_loss"
    np.testing.assert_allclose(view.lines["validation_lower"].y, [2, 1, 2 / 3])
    assert len(view.lines["batch_lower"].x) == 0
    assert view.figure_plot.left.labelText == "log loss"
    assert not view.figure_plot.left.percent
    settle(view)
    send_mouse(view.canvas.viewport(), QEvent.Type.MouseMove, place_of(view.canvas, view.loss, 2.0, 1.0))
    assert "validation, epoch 2|1.438|1.000" in text_of(view)
    QTest.keyClick(view.figure_box, Qt.Key.Key_Down)
    np.testing.assert_allclose(view.lines["train_lower"].y, [1, 2, 3])
    assert not np.isfinite(view.lines["validation_lower"].y).any()
    low, high = view.figure_plot.view.viewRange()[1]
    assert low < 1 < 3 < high


def test_a_choice_comes_back_where_a_run_has_it(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(with_figures(finished_run(3), ("accuracy", "log_loss")))
    view.figure_box.setFocus()
    QTest.keyClick(view.figure_box, Qt.Key.Key_Down)
    assert view.figure_box.figure == "log_loss"
    view.show_history(with_figures(finished_run(3, accuracy=False), ("rmse", "r2", "mae")))
    assert choices(view)[:3] == ["RMSE", "R²", "MAE"]
    assert view.figure_box.figure == "rmse"
    assert view.figure_plot.left.labelText == "RMSE"
    view.show_history(with_figures(finished_run(3), ("accuracy", "log_loss")))
    assert view.figure_box.figure == "log_loss"


def test_the_choices_of_a_run_that_begins_are_those_that_it_will_have(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_runs(kept("A"))
    view.show_history(fill(History(), started(4, 3)))
    assert choices(view)[:3] == ["Accuracy", "Top-3 accuracy", "Log loss"]


def test_the_csv_of_several_runs_says_whose_row_it_is(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(finished_run(2))
    view.show_runs(kept("A", epochs=3))
    rows = list(csv.DictReader(io.StringIO(view._csv())))
    of_a = [row for row in rows if row["run"] == "A"]
    assert [float(row["train_loss"]) for row in of_a] == [2, 1, 2 / 3]
    assert {row["run"] for row in rows} == {"A", "My MLP"}
    assert len(rows) == 3 + 8 + 2
