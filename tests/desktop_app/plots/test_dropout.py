"""The Dropout tab shows the masks that training used, what they do to a sample, and the long run."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.dropout import Z_95
from core.edits import AddLayer
from core.engine.probes import Prober
from core.events import BatchDone, ProbeTaken
from core.experiment import Experiment, live_settings
from core.probes import MasksProbe, Subject
from desktop_app.plots.canvas import Plot
from desktop_app.plots.dropout import DropoutView
from desktop_app.theme import themes
from tests.core.engine.runs import DENSE, a_run, small
from tests.desktop_app.plots.sample_data import grabbed

LEFT = Qt.MouseButton.LeftButton
LAYERS = (
    {"kind": "dense", "units": 12, "activation": "relu"},
    {"kind": "dropout", "rate": 0.2},
    {"kind": "dense", "units": 16, "activation": "tanh"},
    {"kind": "dropout", "rate": 0.5},
    DENSE,
)


class Bench:
    """The tab with a run that it looks into."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.saved_to = folder / "picture"
        self.view = DropoutView(choose=lambda *_: str(self.saved_to))
        self.view.resize(950, 620)
        qtbot.addWidget(self.view)
        self.view.show()

    def begin(self, experiment: Experiment) -> None:
        self.run = a_run(experiment)
        self.prober, self.events = Prober(self.run), self.run.events()
        self.view.show_subject(Subject(experiment, self.run.job.parts, has_network=True))
        assert QTest.qWaitForWindowExposed(self.view)
        self.step()

    def step(self, number: int = 1) -> None:
        for _ in range(number):
            next(event for event in self.events if isinstance(event, BatchDone))
            self.look()

    def look(self) -> ProbeTaken:
        (probe,) = self.view.probes()
        taken = self.prober.take(probe)
        self.view.show_probe(taken)
        self.view.grab()
        QApplication.processEvents()
        self.view.grab()
        return taken

    def place(self, plot: Plot, x: float, y: float) -> QPoint:
        return self.view.plot.mapFromScene(plot.view.mapViewToScene(QPointF(x, y)))

    def hover(self, plot: Plot, x: float, y: float) -> str:
        QTest.mouseMove(self.view.plot.viewport(), self.place(plot, x, y))
        card = self.view.plot.card
        return card.label.text() if card.isVisible() else ""


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, fast_mouse: None) -> Bench:
    themes.choose("light")
    return Bench(qtbot, tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_unit_of_a_mask_is_drawn_as_kept_or_dropped(bench, theme):
    bench.begin(small(LAYERS, training={"batch_size": 6}))
    bench.step(2)
    themes.choose(theme)
    picture = grabbed(bench.view.plot).astype(int)
    for column in bench.view.plot.columns:
        mask = column.layer.mask
        assert mask.shape[0] == 6
        colours = {True: set(), False: set()}
        for sample, unit in np.ndindex(*mask.shape):
            place = bench.place(column.mask, unit, sample)
            colours[bool(mask[sample, unit])].add(tuple(picture[place.y(), place.x()]))
        (kept,), (dropped,) = colours[True], colours[False]
        # Blue against the ground, told apart by lightness alone.
        assert abs(np.mean(kept) - np.mean(dropped)) > 60
        assert kept[2] > kept[0]


def test_a_sample_goes_in_and_comes_out_scaled(bench):
    bench.begin(small(LAYERS, training={"batch_size": 6}))
    bench.step(2)
    for column, rate in zip(bench.view.plot.columns, (0.2, 0.5), strict=True):
        inputs, outputs = column.inputs.opts["height"], column.outputs.opts["height"]
        kept = column.layer.mask[0] > 0
        np.testing.assert_allclose(outputs[kept], inputs[kept] / (1 - rate), rtol=1e-6)
        np.testing.assert_array_equal(outputs[~kept], 0)
        np.testing.assert_array_equal(column.crosses.x, np.flatnonzero(~kept))


def test_in_prediction_all_units_are_kept_and_none_is_scaled(bench):
    bench.begin(small(LAYERS))
    bench.step(2)
    QTest.mouseClick(bench.view.modes[1], LEFT)
    for column in bench.view.plot.columns:
        np.testing.assert_array_equal(column.inputs.opts["height"], column.outputs.opts["height"])
        assert len(column.crosses.x) == 0
        np.testing.assert_allclose(column.inputs.opts["height"], column.layer.predicted[0])
    assert "nothing is dropped" in bench.view.state.text()
    QTest.mouseClick(bench.view.modes[0], LEFT)
    assert len(bench.view.plot.columns[1].crosses.x) > 0


def test_it_says_whether_the_masks_are_those_of_training(bench):
    bench.begin(small(LAYERS))
    assert "A draw like those of training" in bench.view.state.text()
    bench.step()
    assert bench.view.state.text() == "The masks of step 2."


def test_a_click_on_a_row_of_a_mask_chooses_the_sample(bench):
    bench.begin(small(LAYERS, training={"batch_size": 6}))
    column = bench.view.plot.columns[1]
    QTest.mouseClick(bench.view.plot.viewport(), LEFT, pos=bench.place(column.mask, 3, 4))
    assert bench.view.sample_box.value() == 4
    np.testing.assert_allclose(column.inputs.opts["height"], column.layer.inputs[4], rtol=1e-6)
    QTest.keyClick(bench.view.sample_box, Qt.Key.Key_Down)
    np.testing.assert_allclose(column.inputs.opts["height"], column.layer.inputs[3], rtol=1e-6)


def test_the_mean_output_comes_to_the_mean_input(bench):
    bench.begin(small(LAYERS))
    column = bench.view.plot.columns[1]
    mean, spread = column.layer.inputs[0].mean(), column.band.high - column.middle
    np.testing.assert_allclose(column.expected.y, mean, rtol=1e-5)
    assert len(column.curve.y) == 300
    assert abs(column.curve.y[-1] - mean) < 3 * spread[-1] / Z_95
    deviation = np.sqrt((column.layer.inputs[0].astype(float) ** 2).sum()) / 16
    np.testing.assert_allclose(spread, Z_95 * deviation / np.sqrt(column.band.x), rtol=1e-4)
    before = column.curve.y.copy()
    QTest.mouseClick(bench.view.again_button, LEFT)
    assert not np.allclose(column.curve.y, before)


def test_the_share_of_dropped_units_comes_to_the_rate(bench):
    bench.begin(small(LAYERS, training={"batch_size": 50, "num_epochs": 9}))
    QTest.mouseClick(bench.view.long_runs[1], LEFT)
    counted = [0, 0]
    for _ in range(12):
        bench.step()
        (layer, _) = bench.view.plot.layers
        counted[0] += int((layer.mask == 0).sum())
        counted[1] += layer.mask.size
    column = bench.view.plot.columns[0]
    assert len(column.curve.y) == 12
    np.testing.assert_allclose(column.curve.y[-1], counted[0] / counted[1])
    spread = Z_95 * np.sqrt(0.2 * 0.8 / counted[1])
    np.testing.assert_allclose(column.band.high[-1], 0.2 + spread)
    assert abs(column.curve.y[-1] - 0.2) < 5 * spread / Z_95
    bench.look()
    assert len(column.curve.y) == 12  # of one step there is one mask


def test_before_any_mask_is_counted_the_rate_is_drawn(bench):
    bench.begin(small(LAYERS))
    bench.look()
    QTest.mouseClick(bench.view.long_runs[1], LEFT)
    for column, rate in zip(bench.view.plot.columns, (0.2, 0.5), strict=True):
        assert len(column.curve.y) == 0
        np.testing.assert_allclose(column.expected.y, [rate, rate])
        bottom, top = column.long_run.view.viewRange()[1]
        assert 0 <= bottom < rate < top <= 1


def test_a_rate_that_changes_live_is_followed_and_counted_afresh(bench):
    bench.begin(small(LAYERS, training={"num_epochs": 9}))
    bench.step(3)
    bench.run.change(replace(live_settings(bench.run.experiment), dropout_rates=(0.7, 0.5)))
    bench.step()
    first, second = bench.view.plot.columns
    assert "p = 0.7" in first.title.text
    assert "× 3.33" in first.title.text
    assert (len(first.layer.entries), len(second.layer.entries)) == (1, 4)
    np.testing.assert_allclose(np.unique(first.layer.mask), [0, 1 / 0.3], rtol=1e-5)


def test_the_mouse_reads_units_and_curves(bench):
    bench.begin(small(LAYERS, training={"batch_size": 6}))
    bench.step()
    column = bench.view.plot.columns[1]
    mask = column.layer.mask
    kept = int(np.flatnonzero(mask[2])[0])
    text = bench.hover(column.mask, kept, 2)
    assert f"sample 2, unit {kept}" in text
    assert "kept" in text
    assert "× 2.00" in text
    dropped = int(np.flatnonzero(mask[0] == 0)[0])
    assert "dropped" in bench.hover(column.units, dropped, 0)
    assert "after 250 draws" in bench.hover(column.long_run, 250, column.expected.y[0])


def test_without_dropout_a_button_adds_it_before_the_output(bench):
    experiment = small()
    edits = []
    bench.view.edited.connect(edits.append)
    bench.view.show_subject(Subject(experiment, experiment.data.load(), has_network=True))
    assert bench.view.probes() == ()
    assert bench.view.message.title.text() == "No Dropout layer"
    QTest.mouseClick(bench.view.add_button, LEFT)
    assert edits == [AddLayer(1, "dropout")]
    changed = edits[0].apply(experiment)
    assert [layer.kind for layer in changed.layers] == ["dense", "dropout", "dense"]
    bench.view.show_subject(Subject(changed, changed.data.load(), has_network=False))
    assert bench.view.message.title.text() == "No masks yet"
    assert not bench.view.add_button.isVisible()


def test_it_begins_afresh_with_another_network(bench):
    bench.begin(small(LAYERS))
    assert bench.view.probes() == (MasksProbe(),)
    bench.begin(small(LAYERS[2:]))
    assert [layer.position for layer in bench.view.plot.layers] == [1]
    assert bench.view.plot.layers[0].mask.shape[1] == 16


def test_zooming_stays_until_the_view_is_reset(bench):
    bench.begin(small(LAYERS))
    column = bench.view.plot.columns[0]
    whole = column.units.view.viewRange()
    bench.view.plot.setFocus()
    QTest.keyClick(bench.view.plot, Qt.Key.Key_Plus)
    zoomed = column.units.view.viewRange()
    bench.step()
    assert column.units.view.viewRange() == zoomed != whole
    QTest.mouseClick(bench.view.reset_button, LEFT)
    assert column.units.view.viewRange()[0] == whole[0]


def test_numbers_that_are_not_finite_are_said(bench):
    bench.begin(small(LAYERS))
    taken = bench.look()
    inputs = taken.values["layer1:input"].copy()
    inputs[0, :2] = np.nan, np.inf
    bench.view.show_probe(ProbeTaken(1, 9, taken.probe, dict(taken.values) | {"layer1:input": inputs}))
    bench.view.grab()
    assert "not finite" in bench.view.state.text()
    assert "nan" in bench.view.plot.to_csv()
    np.testing.assert_array_equal(bench.view.plot.columns[0].inputs.opts["height"][:2], 0)


def test_many_layers_are_said_to_be_more(bench):
    layers = [layer for _ in range(5) for layer in LAYERS[:2]]
    bench.begin(small((*layers, DENSE)))
    assert len(bench.view.plot.columns) == 4
    assert "The first 4 of 5 layers." in bench.view.state.text()


def test_numbers_and_pictures_are_exported(bench):
    bench.begin(small(LAYERS, training={"batch_size": 6}))
    bench.step()
    png, svg, table = bench.view.export_button.menu().actions()
    table.trigger()
    rows = list(csv.DictReader(io.StringIO(bench.saved_to.with_suffix(".csv").read_text("utf-8"))))
    assert len(rows) == 6 * (12 + 16)
    second = [row for row in rows if row["layer"] == "4"]
    layer = bench.view.plot.layers[1]
    np.testing.assert_allclose([float(row["factor"]) for row in second], layer.mask.ravel(), rtol=1e-6)
    outputs = (layer.inputs * layer.mask).ravel()
    np.testing.assert_allclose([float(row["output"]) for row in second], outputs, rtol=1e-5)
    png.trigger()
    assert not QImage(str(bench.saved_to.with_suffix(".png"))).isNull()
    svg.trigger()
    assert QSvgRenderer(str(bench.saved_to.with_suffix(".svg"))).isValid()
