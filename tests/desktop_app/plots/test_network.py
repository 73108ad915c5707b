"""The Network tab: what it draws are the weights and outputs that NumPy computes from the same parameters."""

from __future__ import annotations

import csv
import io
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.events import ProbeTaken
from core.experiment import Experiment, from_dict
from core.presets import load_preset
from core.probes import ActivationsProbe, GradientsProbe, NeuronMapsProbe, Probe, Subject, WeightsProbe
from core.stack import gluon_parameter_shapes
from desktop_app.plots.map_colours import target_colours
from desktop_app.plots.network import NetworkView
from desktop_app.plots.network_links import WIDEST, link_looks, link_widths
from desktop_app.plots.network_values import BiasRef, LinkRef, Ref, UnitRef
from desktop_app.theme import theme, themes
from tests.desktop_app.plots.sample_data import grabbed

LEFT = Qt.MouseButton.LeftButton
HIDDEN = {"kind": "dense", "units": 8, "activation": "tanh"}
SPIRAL = from_dict(
    {
        "data": {"kind": "spiral"},
        "layers": [HIDDEN, HIDDEN, {"kind": "dense", "units": 1}],
        "loss": {"kind": "sigmoid_cross_entropy"},
    }
)
CONV = {"kind": "conv2d", "channels": 6, "kernel_size": 3, "padding": 1, "activation": "relu"}
DIGITS = from_dict({"data": {"kind": "digits"}, "layers": [CONV, {"kind": "max_pool2d"}, CONV, {"kind": "dense"}]})
DIGITS_MLP = load_preset("digits-mlp")
LINE = from_dict({"data": {"kind": "polynomial"}, "layers": [{"kind": "dense"}], "loss": {"kind": "l2"}})


class Bench:
    """The tab, told things as ``ProbeControl`` tells them."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.saved_to = folder / "picture"
        self.view = NetworkView(choose=lambda *_: str(self.saved_to))
        self.edited: list[tuple[str, tuple[int, ...], float]] = []
        self.switched: list[tuple[int, int, bool]] = []
        self.view.weight_edited.connect(lambda *edit: self.edited.append(edit))
        self.view.unit_switched.connect(lambda *switch: self.switched.append(switch))
        self.view.resize(950, 600)
        qtbot.addWidget(self.view)
        self.view.show()
        QTest.qWaitForWindowExposed(self.view)

    @property
    def picture(self):
        return self.view.picture

    def subject(self, experiment: Experiment, *, has_network: bool = True, loaded: bool = True) -> None:
        parts = experiment.data.load() if loaded else None
        self.view.show_subject(Subject(experiment, parts, has_network))
        self.view.grab()

    def weights(self, experiment: Experiment, seed: int = 0, **more: np.ndarray) -> dict[str, np.ndarray]:
        """Answer the probe for weights with random numbers, which are returned."""
        draw = np.random.default_rng(seed)
        shapes = gluon_parameter_shapes(experiment)
        arrays = {name: draw.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}
        self.answer(WeightsProbe, **arrays, **more)
        return arrays

    def answer(self, kind: type[Probe], **values: np.ndarray) -> None:
        (probe,) = (probe for probe in self.view.probes() if isinstance(probe, kind))
        self.view.show_probe(ProbeTaken(1, 7, probe, values))
        self.view.grab()

    def pens(self, target: int) -> dict[tuple[int, int], tuple[float, str]]:
        """Return width and colour of all links to a column, by target and source."""
        (links,) = (links for links in self.picture.drawing.layout.links if links.target == target)
        looks = link_looks(self.picture.drawing, links)
        names = {1: theme().train, -1: theme().validation, 0: theme().muted}
        rows = zip(looks.targets, looks.sources, looks.widths, looks.signs, strict=True)
        return {(int(t), int(s)): (float(width), names[int(sign)]) for t, s, width, sign in rows}

    def place(self, ref: Ref) -> QPoint:
        """Return a place of the viewport where nothing lies over a unit, a bias or a link."""
        if not isinstance(ref, LinkRef):
            return self.picture.middle_of(ref)
        (links,) = (links for links in self.picture.drawing.layout.links if links.target == ref.column)
        one = np.array([ref.unit]), np.array([ref.source])
        along = [links.points_at(*one, share)[0] for share in np.linspace(0.05, 0.95, 37)]
        places = [self.picture.mapFromScene(QPointF(*point)) for point in along]
        return next(place for place in places if self.picture.ref_at(self.picture.mapToScene(place)) == ref)

    def hover(self, ref: Ref) -> str:
        QTest.mouseMove(self.picture.viewport(), self.place(ref))
        return self.view.card.label.text() if self.view.card.isVisible() else ""

    def click(self, ref: Ref) -> None:
        QTest.mouseClick(self.picture.viewport(), LEFT, pos=self.place(ref))


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Bench:
    themes.choose("light")
    return Bench(qtbot, tmp_path)


def tiles(bench: Bench) -> list[int]:
    return [len(place.tiles) for place in bench.picture.drawing.layout.columns]


# -- what is drawn ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("has_network", [False, True])
def test_every_unit_and_every_weight_is_drawn(bench, has_network):
    bench.subject(SPIRAL, has_network=has_network)
    layout = bench.picture.drawing.layout
    assert tiles(bench) == [2, 8, 8, 1]
    assert [(len(links.starts), len(links.ends), links.folded) for links in layout.links] == [
        (2, 8, False),
        (8, 8, False),
        (8, 1, False),
    ]
    assert len(bench.pens(1)) == 16
    edges = [(place.tiles[0].left(), place.tiles[0].right()) for place in layout.columns]
    assert all(right < left for (_, right), (left, _) in pairwise(edges))
    assert layout.size.width() <= bench.picture.width()
    assert ("Press Train" in bench.view.state.text()) is not has_network
    assert bool(bench.view.probes()) is has_network


def test_a_link_is_as_wide_as_its_weight_and_has_the_colour_of_its_sign(bench):
    bench.subject(SPIRAL)
    W = bench.weights(SPIRAL)["1.weight"]
    pens = bench.pens(2)
    assert len(pens) == 64
    for (target, source), (width, name) in pens.items():
        w = W[target, source]
        assert width == pytest.approx(WIDEST * abs(w) / (abs(w) + np.sqrt(2 / 8)))
        assert name == (theme().train if w > 0 else theme().validation)


@pytest.mark.parametrize("value", [np.inf, -np.inf, np.nan])
def test_a_weight_that_is_no_number_is_drawn_all_the_same(bench, value):
    assert link_widths(np.array([value]), 1.0) == [WIDEST]
    bench.subject(SPIRAL)
    shapes = gluon_parameter_shapes(SPIRAL)
    bench.answer(WeightsProbe, **{name: np.full(shape, value, np.float32) for name, shape in shapes.items()})
    assert len(bench.pens(1)) == 16


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_pixel_of_a_tile_has_the_colour_of_the_output_at_its_place(bench, look):
    themes.choose(look)
    bench.subject(SPIRAL)
    places = np.linspace(-6, 6, 32, dtype=np.float32)
    x1, x2 = np.meshgrid(places, places)
    draw = np.random.default_rng(3)
    W, b = draw.normal(size=(8, 2)) / 6, draw.normal(size=8)
    points = np.stack([x1.ravel(), x2.ravel()])
    H = np.tanh(W @ points + b[:, None]).reshape(8, 32, 32).astype(np.float32)
    bench.answer(NeuronMapsProbe, axis0=places, axis1=places, input=np.stack([x1, x2]), layer0=H)
    picture = grabbed(bench.picture)
    for unit in range(8):
        tile = bench.picture.drawing.layout.columns[1].tiles[unit]
        for across, up in [(0.25, 0.25), (0.75, 0.3), (0.5, 0.8)]:
            x, y = -6 + 12 * across, -6 + 12 * up
            place = bench.picture.mapFromScene(tile.left() + across * tile.width(), tile.bottom() - up * tile.height())
            # Half a pixel of the tile is up to .02 of its side.
            values = [np.tanh(W[unit] @ (x + dx, y + dy) + b[unit]) for dx in (-0.3, 0, 0.3) for dy in (-0.3, 0, 0.3)]
            near = target_colours(np.array(values, np.float32), float(np.abs(H).max())).astype(int)
            seen = picture[place.y(), place.x()].astype(int)
            assert (seen >= near.min(axis=0) - 6).all()
            assert (seen <= near.max(axis=0) + 6).all()


def test_over_one_axis_the_tiles_hold_curves(bench):
    bench.subject(LINE)
    places = np.linspace(-3, 3, 64, dtype=np.float32)
    inputs = np.stack([places**k for k in range(tiles(bench)[0])])
    bench.answer(NeuronMapsProbe, axis0=places, input=inputs, layer0=inputs[:1] * 2)
    np.testing.assert_array_equal(bench.picture.tiles.curves[1], inputs[:1] * 2)


def test_the_weights_of_a_unit_are_an_image_where_the_inputs_are(bench):
    bench.subject(DIGITS_MLP)
    W = bench.weights(DIGITS_MLP)["0.weight"]
    ref = UnitRef(1, 5)
    np.testing.assert_array_equal(bench.picture.drawing.values.weight_image(ref), W[5].reshape(8, 8))
    image = bench.picture.tiles.picture_of(ref)
    count = tiles(bench)[1]
    largest = np.quantile(np.abs(W[:count]), 0.99)
    expected = target_colours(W[5].reshape(8, 8), float(largest))
    for row, column in [(0, 0), (0, 7), (5, 2)]:
        np.testing.assert_array_equal(image[row, column], expected[row, column])


def test_classes_with_weight_images_stand_in_one_column_with_all_their_names(bench):
    bench.subject(load_preset("softmax-regression"), loaded=False)
    column, place = bench.picture.drawing.columns[-1], bench.picture.drawing.layout.columns[-1]
    assert len(place.tiles) == len(place.names) == len(column.names) == 10
    assert len({tile.left() for tile in place.tiles}) == 1
    assert not any(name.intersects(tile) for name in place.names for tile in place.tiles)
    assert all(upper.bottom() < lower.top() for upper, lower in pairwise(place.tiles))


def test_samples_are_counted_from_0_as_everywhere(bench):
    bench.subject(DIGITS_MLP)
    box = bench.view.sample_box
    assert box.text() == "Sample 0"
    assert box.maximum() == len(DIGITS_MLP.data.load().train) - 1
    QTest.keyClick(box, Qt.Key.Key_Up)
    (probe,) = (probe for probe in bench.view.probes() if isinstance(probe, ActivationsProbe))
    assert probe.positions == (1,)


def test_sixteen_units_are_all_seen_on_a_small_screen(bench):
    hidden = {"kind": "dense", "units": 16, "activation": "tanh"}
    bench.subject(from_dict({"data": {"kind": "spiral"}, "layers": [hidden, {"kind": "dense"}]}))
    bench.view.resize(945, 600)
    bench.view.grab()
    assert tiles(bench)[1] == 16
    drawn = bench.picture.drawing.layout.columns[1].tiles
    assert all(above.bottom() < below.top() for above, below in pairwise(drawn))


def test_a_large_layer_is_folded(bench):
    wide = {"kind": "dense", "units": 256, "activation": "relu"}
    experiment = from_dict({"data": {"kind": "digits"}, "layers": [wide, wide, {"kind": "dense"}]})
    bench.subject(experiment)
    shown = tiles(bench)
    assert shown[0] == 1
    assert 8 <= shown[1] < 256
    assert 8 <= shown[2] < 256
    assert shown[3] == 10
    layout = bench.picture.drawing.layout
    assert [place.more is not None for place in layout.columns] == [False, True, True, False]
    W = bench.weights(experiment)["1.weight"][: shown[2], : shown[1]]
    pens = bench.pens(2)
    assert len(pens) == 40
    weakest = min(abs(W[pair]) for pair in pens)
    others = [abs(W[t, s]) for t in range(shown[2]) for s in range(shown[1]) if (t, s) not in pens]
    assert max(others) <= weakest
    bench.hover(UnitRef(2, 3))
    assert {target for target, _ in bench.pens(2)} == {3}
    assert len(bench.pens(2)) == shown[1]


def test_channels_have_their_maps_and_kernels_and_pooling_is_slim(bench):
    bench.subject(DIGITS)
    columns = bench.picture.drawing.columns
    assert [column.kind for column in columns] == ["image", "maps", "slim", "maps", "units"]
    arrays = bench.weights(DIGITS)
    maps = np.random.default_rng(1).normal(size=(1, 6, 8, 8)).astype(np.float32)
    bench.answer(ActivationsProbe, input=maps[:, :1], layer0=maps)
    assert [bench.picture.tiles.picture_of(UnitRef(1, unit)).shape for unit in range(6)] == [(8, 8, 3)] * 6
    kernel = arrays["2.weight"]
    np.testing.assert_allclose(bench.picture.drawing.values.kernel(UnitRef(3, 2)), kernel[2].mean(axis=0), rtol=1e-5)
    values = bench.picture.drawing.values
    assert values.value(LinkRef(3, 2, 4)) == pytest.approx(kernel[2, 4].mean(), rel=1e-4)
    assert values.entry(LinkRef(3, 2, 4)) is None, "a kernel is many numbers"


def test_a_deep_network_is_scrolled(bench):
    bench.subject(load_preset("deep-tanh"))
    assert len(tiles(bench)) == 52
    bar = bench.picture.horizontalScrollBar()
    assert bar.maximum() > 1000
    for _ in range(52):
        QTest.keyClick(bench.picture, Qt.Key.Key_Right)
    assert bench.picture.drawing.chosen == UnitRef(51, 0)
    assert bar.value() > 0.9 * bar.maximum()


@pytest.mark.parametrize("name", ["breast-cancer", "mlp-dropout", "batch-norm", "linear-regression", "polynomial"])
def test_all_kinds_of_presets_can_be_drawn_before_they_are_trained(bench, name):
    bench.subject(load_preset(name), has_network=False, loaded=False)
    assert bench.picture.drawing.layout.columns


# -- mouse and keys ---------------------------------------------------------------------------------------------------


def test_the_card_tells_weight_and_gradient(bench):
    bench.subject(SPIRAL)
    arrays = bench.weights(SPIRAL)
    bench.hover(LinkRef(1, 3, 1))
    assert any(isinstance(probe, GradientsProbe) for probe in bench.view.probes())
    bench.answer(GradientsProbe, **{name: 10 * array for name, array in arrays.items()})
    text = bench.view.card.label.text().replace("−", "-")
    w = arrays["0.weight"][3, 1]
    assert "x₂ → unit 4" in text
    assert f"{w:.3g}"[:4] in text
    assert f"{10 * w:.3g}"[:4] in text
    QApplication.sendEvent(bench.picture, QEvent(QEvent.Type.Leave))
    assert not any(isinstance(probe, GradientsProbe) for probe in bench.view.probes()), "nobody looks at them"


def test_the_card_tells_the_output_under_the_mouse(bench):
    bench.subject(SPIRAL)
    places = np.linspace(-6, 6, 32, dtype=np.float32)
    x1, x2 = np.meshgrid(places, places)
    bench.answer(NeuronMapsProbe, axis0=places, axis1=places, input=np.stack([x1, x2]), layer0=np.stack([x1 + x2] * 8))
    middle = bench.picture.middle_of(UnitRef(1, 2))
    tile = bench.picture.drawing.layout.columns[1].tiles[2]
    QTest.mouseMove(bench.picture.viewport(), middle + QPoint(10, -12))
    place = bench.picture.mapToScene(middle + QPoint(10, -12))
    expected = (
        12 * (place.x() - tile.center().x()) / tile.width() + 12 * (tile.center().y() - place.y()) / tile.height()
    )
    values = bench.view.card.label.text().replace("−", "-").partition("output here")[2]
    told = float(values.partition("</td></tr>")[0].rpartition(">")[2])
    assert told == pytest.approx(expected, abs=0.5)
    assert bench.view.card.picture.isVisible()


def test_a_click_on_a_link_edits_its_weight(bench):
    bench.subject(SPIRAL)
    arrays = bench.weights(SPIRAL)
    bench.click(LinkRef(1, 6, 0))
    editor = bench.view.editor
    assert editor.isVisible()
    assert editor.choice.currentText() == "from x₁"
    assert editor.box.value() == pytest.approx(arrays["0.weight"][6, 0], abs=1e-6)
    QTest.keyClicks(editor.box, "-1.25")
    assert bench.edited == []
    QTest.keyClick(editor.box, Qt.Key.Key_Return)
    assert bench.edited == [("0.weight", (6, 0), -1.25)]
    assert not editor.isVisible()


def test_a_click_on_a_bias_edits_it_and_keys_reach_every_number(bench):
    bench.subject(SPIRAL)
    arrays = bench.weights(SPIRAL)
    bench.click(BiasRef(2, 5))
    editor = bench.view.editor
    assert editor.choice.currentText() == "bias"
    QTest.keyClick(editor.box, Qt.Key.Key_Up)
    ((name, index, value),) = bench.edited
    assert (name, index) == ("1.bias", (5,))
    assert value == pytest.approx(arrays["1.bias"][5] + 0.1, abs=1e-6)
    QTest.keyClick(editor.box, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert bench.edited == [(name, index, value)]
    bench.picture.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_F2):
        QTest.keyClick(bench.picture, key)
    QTest.keyClick(editor.choice, Qt.Key.Key_Down)
    assert editor.choice.currentText() == "from x₁"
    assert editor.box.value() == pytest.approx(arrays["0.weight"][0, 0], abs=1e-6)


def test_a_click_switches_a_unit_off_and_another_one_on(bench):
    bench.subject(SPIRAL)
    bench.weights(SPIRAL)
    bench.click(UnitRef(2, 4))
    assert bench.switched == [(1, 4, False)]
    bench.weights(SPIRAL, **{"layer1:off": np.array([4.0], np.float32)})
    bench.click(UnitRef(2, 4))
    assert bench.switched[1:] == [(1, 4, True)]
    bench.click(UnitRef(0, 0))
    assert len(bench.switched) == 2, "an input cannot be switched off"


def test_keys_move_over_the_units_and_switch_them(bench):
    bench.subject(SPIRAL)
    bench.weights(SPIRAL)
    keys = [Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return]
    for key in keys:
        QTest.keyClick(bench.picture, key)
    assert bench.switched == [(0, 1, False)]
    assert bench.view.card.isVisible()
    QTest.keyClick(bench.picture, Qt.Key.Key_Escape)
    assert bench.picture.drawing.chosen is None
    assert not bench.view.card.isVisible()


def test_nothing_can_be_pressed_before_there_is_a_network(bench):
    bench.subject(SPIRAL, has_network=False)
    bench.click(UnitRef(1, 1))
    bench.click(LinkRef(1, 1, 0))
    assert bench.switched == []
    assert not bench.view.editor.isVisible()
    assert not bench.view.flow.play.isEnabled()


# -- one step ---------------------------------------------------------------------------------------------------------


def shown_step(bench: Bench) -> dict[str, np.ndarray]:
    bench.subject(SPIRAL)
    arrays = bench.weights(SPIRAL)
    QTest.mouseClick(bench.view.flow.play, LEFT)
    bench.answer(GradientsProbe, **{name: -array for name, array in arrays.items()})
    X = bench.view._subject.parts.train.X[:1]
    h0 = np.tanh(X @ arrays["0.weight"].T + arrays["0.bias"])
    h1 = np.tanh(h0 @ arrays["1.weight"].T + arrays["1.bias"])
    outputs = h1 @ arrays["2.weight"].T + arrays["2.bias"]
    bench.answer(ActivationsProbe, input=X, layer0=h0, layer1=h1, layer2=outputs)
    return arrays | {"h0": h0}


def test_a_step_is_shown_layer_by_layer_with_numbers(bench):
    arrays, flow, drawn = shown_step(bench), bench.view.flow, bench.picture.tiles
    QTest.mouseClick(flow.play, LEFT)
    assert not flow.is_playing
    QTest.mouseClick(flow.back, LEFT)
    assert drawn.arrived(0, 0)
    assert drawn.arrived(1, 0) == ""
    QTest.mouseClick(flow.on, LEFT)
    assert float(drawn.arrived(1, 2).replace("−", "-")) == pytest.approx(arrays["h0"][0, 2], rel=0.06)
    assert drawn.arrived(2, 0) == ""
    QTest.mouseClick(flow.on, LEFT)
    QTest.mouseClick(flow.on, LEFT)
    QTest.mouseClick(flow.on, LEFT)
    assert flow.is_backwards
    assert "Backwards" in bench.view.state.text()
    assert float(drawn.arrived(3, 0).replace("−", "-")) == pytest.approx(-arrays["2.bias"][0], rel=0.06)
    w = arrays["2.weight"][0, 0]
    assert bench.pens(3)[0, 0][1] == (theme().validation if w > 0 else theme().train), "the gradient's sign"
    assert bench.pens(2)[0, 0][1] == (theme().train if arrays["1.weight"][0, 0] > 0 else theme().validation)
    QTest.mouseClick(flow.close_button, LEFT)
    assert flow.position is None
    assert drawn.arrived(0, 0) == ""


def test_a_step_plays_when_asked_and_stops_by_itself(bench, qtbot):
    bench.subject(SPIRAL)
    flow = bench.view.flow
    assert not flow.is_playing
    flow._timer.setInterval(0)
    QTest.mouseClick(flow.play, LEFT)
    qtbot.waitUntil(lambda: flow.position == 6.0, timeout=20_000)
    assert not flow.is_playing


def test_a_hidden_step_stands_still(bench):
    bench.subject(SPIRAL)
    QTest.mouseClick(bench.view.flow.play, LEFT)
    assert bench.view.flow.is_playing
    bench.view.hide()
    assert not bench.view.flow.is_playing


def test_another_network_ends_the_step(bench):
    bench.subject(SPIRAL)
    QTest.mouseClick(bench.view.flow.play, LEFT)
    bench.subject(LINE)
    assert bench.view.flow.position is None
    assert bench.picture.drawing.reached is None


# -- export -----------------------------------------------------------------------------------------------------------


def test_weights_are_exported(bench):
    bench.subject(SPIRAL)
    arrays = bench.weights(SPIRAL)
    rows = list(csv.DictReader(io.StringIO(bench.view.to_csv())))
    assert len(rows) == sum(array.size for array in arrays.values())
    for row in rows:
        index = tuple(int(n) for n in row["index"].split())
        assert float(row["value"]) == pytest.approx(arrays[row["parameter"]][index], rel=1e-6)
    png, svg, _ = bench.view.export_button.menu().actions()
    png.trigger()
    assert bench.saved_to.with_name("picture.png").read_bytes().startswith(b"\x89PNG")
    svg.trigger()
    assert b"tanh" in bench.saved_to.with_name("picture.svg").read_bytes()
