"""The explorer of parameter files, with mouse and keyboard."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.engine.parameters import write_arrays
from core.events import ProbeTaken
from core.explorers.parameters import describe, example_arrays
from core.presets import load_preset
from core.probes import Subject
from core.stack import gluon_parameter_shapes
from desktop_app.lessons.explorers.parameters import ParametersExplorer
from desktop_app.plots.export import ExportButton
from desktop_app.plots.plot_style import readable
from tests.desktop_app.lessons.explorers.opened import opened

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def parameters(qtbot, light_theme, fast_mouse):
    return opened(qtbot, ParametersExplorer)


def cells(explorer, column):
    return [explorer.table.item(row, column).text() for row in range(explorer.table.rowCount())]


@pytest.mark.parametrize(
    ("example", "facts"),
    [
        ("fits", {"opened": True, "fits": True, "refused": False, "num_arrays": 4, "num_parameters": 75}),
        ("wrong-shape", {"opened": True, "fits": False, "refused": False, "num_arrays": 4, "num_parameters": 93}),
        ("damaged", {"opened": False, "fits": False, "refused": True, "num_arrays": 0, "num_parameters": 0}),
    ],
)
def test_examples(qtbot, parameters, example, facts):
    qtbot.mouseClick(parameters.example_buttons[example], LEFT)
    assert parameters.facts() == {"example": example} | facts
    assert parameters.example_buttons[example].isChecked()
    label = parameters.refused_text if facts["refused"] else parameters.verdict
    assert label.isVisible()
    assert label.text().endswith(".")


def test_rows_are_chosen_and_shown(qtbot, parameters):
    qtbot.mouseClick(parameters.example_buttons["wrong-shape"], LEFT)
    assert cells(parameters, 1) == ["✗ shape differs"] * 3 + ["✓ fits"]
    parameters.table.setFocus()
    for _ in range(2):
        qtbot.keyClick(parameters.table, Qt.Key.Key_Down)
    assert parameters.setup.chosen == "1.weight"
    assert parameters.map.title == "1.weight (3, 10)"
    place = parameters.map.matrix_rect().topLeft() + QPointF(1, 1)
    value = example_arrays("wrong-shape")["1.weight"][0, 0]
    assert parameters.map.text_at(place) == f"[0, 0] = {value:.6g}"
    assert parameters.map.text_at(QPointF(0, 0)) == ""
    assert parameters.histogram.counts.sum() == 30
    view = parameters.histogram
    middle = view.plot.view.mapViewToScene(QPointF((view.edges[3] + view.edges[4]) / 2, 0.5))
    QTest.mouseMove(view.viewport(), view.mapFromScene(middle))
    assert f"count: {view.counts[3]:.0f}" in view.card.label.text()


def test_a_file_is_dropped_and_compared_with_the_experiment(qtbot, parameters, tmp_path):
    experiment = load_preset("mlp")
    shapes = gluon_parameter_shapes(experiment)
    arrays = {name: np.full(shape, 0.5, np.float32) for name, shape in shapes.items()}
    first = next(iter(arrays))
    path = tmp_path / "mine.params"
    write_arrays(path, arrays)
    parameters.show_experiment(experiment)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    place = parameters.rect().center()
    arguments = (Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    entering, dropping = QDragEnterEvent(place, *arguments), QDropEvent(QPointF(place), *arguments)
    QApplication.sendEvent(parameters, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(parameters, dropping)
    assert parameters.facts()["fits"]
    assert "the network of the experiment" in parameters.source.text()
    assert "the first 64 × 64" in parameters.map.title
    parameters.show_experiment(load_preset("digits-mlp"))
    assert not parameters.facts()["fits"]
    assert cells(parameters, 1)[0] == "✗ shape differs"
    assert parameters.to_csv().splitlines()[1].startswith(f'"{first}",')
    qtbot.mouseClick(parameters.example_buttons["fits"], LEFT)
    assert parameters.setup.path == ""
    assert parameters.facts()["fits"]


def test_a_file_is_chosen_and_may_be_none_at_all(qtbot, light_theme, tmp_path):
    wrong = tmp_path / "<b>text.params"
    wrong.write_text("these are no parameters at all")
    paths = ["", str(wrong)]
    explorer = opened(qtbot, lambda: ParametersExplorer(ask=lambda _: paths.pop(0)))
    qtbot.mouseClick(explorer.open_button, LEFT)
    assert explorer.facts()["opened"]
    qtbot.mouseClick(explorer.open_button, LEFT)
    assert explorer.facts()["refused"]
    assert "it is not a parameter file of Gluon" in explorer.refused_text.text()
    assert "&lt;b&gt;" in explorer.refused_title.text()
    assert not explorer.table.isVisible()
    explorer.restore({"path": ""})
    assert explorer.table.isVisible()


def test_without_an_experiment_there_is_nothing_to_compare_with(parameters, tmp_path):
    path = tmp_path / "some.params"
    write_arrays(path, {"a": np.zeros(3, np.float32)})
    parameters.restore({"path": str(path)})
    assert parameters.verdict.text() == "There is no network to compare with."
    assert parameters.table.isColumnHidden(1)
    button = parameters.findChild(ExportButton)
    button._choose = lambda *_: str(tmp_path / "out")
    for action in button.menu().actions():
        action.trigger()
    assert {path.suffix for path in tmp_path.iterdir()} == {".params", ".csv", ".png", ".svg"}
    parameters.restore({"example": "other"})
    assert len(parameters.sentences) == 1


def test_the_network_in_the_window_is_shown_while_it_trains(qtbot, parameters):
    experiment = load_preset("digits-mlp")
    parameters.show_subject(Subject(experiment, None, has_network=False))
    with qtbot.waitSignal(parameters.probes_changed):
        qtbot.mouseClick(parameters.live_button, LEFT)
    assert parameters.probes() == ()
    assert "Press Train" in parameters.source.text()
    assert not parameters.table.isVisible()
    parameters.show_subject(Subject(experiment, None, has_network=True))
    (probe,) = parameters.probes()
    draw = np.random.default_rng(0)
    W, b = draw.normal(size=(64, 64)).astype(np.float32), draw.normal(size=64).astype(np.float32)
    parameters.show_probe(ProbeTaken(1, 3, probe, {"0.weight": W, "0.weight:norm": np.float32(1), "0.bias": b}))
    assert "after step 3" in parameters.source.text()
    assert cells(parameters, 0) == ["0.weight", "0.bias", "1.weight", "1.bias"]
    assert cells(parameters, 5)[:2] == [readable(W.mean(dtype=float), 3), readable(b.mean(dtype=float), 3)]
    assert cells(parameters, 4)[2:] == ["", ""], "what is too large is told by its shape"
    assert parameters.facts()["num_parameters"] == 4810
    assert parameters.histogram.counts.sum() == 4096
    for step in (4, 5):
        parameters.show_probe(ProbeTaken(1, step, probe, {"0.weight": step * W}))
    assert "after step 3" in parameters.source.text(), "the window is not to be busy with it"
    qtbot.waitUntil(lambda: "after step 5" in parameters.source.text())
    np.testing.assert_array_equal(parameters.map.values, 5 * W)
    assert parameters.to_csv().splitlines()[1].startswith('"0.weight","(64, 64)","",,float32,4096,')
    qtbot.mouseClick(parameters.example_buttons["fits"], LEFT)
    assert parameters.probes() == ()
    assert cells(parameters, 1) == ["✓ fits"] * 4


def test_numbers_that_are_not_finite_are_left_out_of_the_histogram():
    array = describe("0.weight", np.array([np.nan, 1, 2, np.inf], dtype=np.float32))
    assert array.counts.sum() == 2
    assert np.isnan(array.mean)
    assert describe("0.bias", np.full(3, np.nan, dtype=np.float32)).counts.sum() == 0
