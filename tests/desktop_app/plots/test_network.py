"""The Network tab: what it draws are the weights and outputs that NumPy computes from the same parameters."""

from __future__ import annotations

import csv
import io
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.experiment import from_dict
from core.presets import load_preset
from core.probes import ActivationsProbe, NeuronMapsProbe, WeightsProbe
from core.stack import gluon_parameter_shapes
from desktop_app.plots.map_colours import target_colours
from desktop_app.plots.network_links import WIDEST, link_widths
from desktop_app.plots.network_values import LinkRef, UnitRef
from desktop_app.theme import theme, themes
from tests.desktop_app.plots.network_bench import DIGITS, DIGITS_MLP, LINE, SPIRAL
from tests.desktop_app.plots.sample_data import grabbed


@pytest.mark.parametrize("has_network", [False, True])
def test_every_unit_and_every_weight_is_drawn(network, has_network):
    network.subject(SPIRAL, has_network=has_network)
    layout = network.picture.drawing.layout
    assert network.num_tiles() == [2, 8, 8, 1]
    assert [(len(links.starts), len(links.ends), links.folded) for links in layout.links] == [
        (2, 8, False),
        (8, 8, False),
        (8, 1, False),
    ]
    assert len(network.pens(1)) == 16
    edges = [(place.tiles[0].left(), place.tiles[0].right()) for place in layout.columns]
    assert all(right < left for (_, right), (left, _) in pairwise(edges))
    assert layout.size.width() <= network.picture.width()
    assert ("Press Train" in network.view.state.text()) is not has_network
    assert bool(network.view.probes()) is has_network


def test_a_link_is_as_wide_as_its_weight_and_has_the_colour_of_its_sign(network):
    network.subject(SPIRAL)
    W = network.weights(SPIRAL)["1.weight"]
    pens = network.pens(2)
    assert len(pens) == 64
    for (target, source), (width, name) in pens.items():
        w = W[target, source]
        assert width == pytest.approx(WIDEST * abs(w) / (abs(w) + np.sqrt(2 / 8)))
        assert name == (theme().train if w > 0 else theme().validation)


@pytest.mark.parametrize("value", [np.inf, -np.inf, np.nan])
def test_a_weight_that_is_no_number_is_drawn_all_the_same(network, value):
    assert link_widths(np.array([value]), 1.0) == [WIDEST]
    network.subject(SPIRAL)
    shapes = gluon_parameter_shapes(SPIRAL)
    network.answer(WeightsProbe, **{name: np.full(shape, value, np.float32) for name, shape in shapes.items()})
    assert len(network.pens(1)) == 16


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_pixel_of_a_tile_has_the_colour_of_the_output_at_its_place(network, look):
    themes.choose(look)
    network.subject(SPIRAL)
    places = np.linspace(-6, 6, 32, dtype=np.float32)
    x1, x2 = np.meshgrid(places, places)
    draw = np.random.default_rng(3)
    W, b = draw.normal(size=(8, 2)) / 6, draw.normal(size=8)
    points = np.stack([x1.ravel(), x2.ravel()])
    H = np.tanh(W @ points + b[:, None]).reshape(8, 32, 32).astype(np.float32)
    network.answer(NeuronMapsProbe, axis0=places, axis1=places, input=np.stack([x1, x2]), layer0=H)
    picture = grabbed(network.picture)
    for unit in range(8):
        tile = network.picture.drawing.layout.columns[1].tiles[unit]
        for across, up in [(0.25, 0.25), (0.75, 0.3), (0.5, 0.8)]:
            x, y = -6 + 12 * across, -6 + 12 * up
            place = network.picture.mapFromScene(
                tile.left() + across * tile.width(), tile.bottom() - up * tile.height()
            )
            # Half a pixel of the tile is up to .02 of its side.
            values = [np.tanh(W[unit] @ (x + dx, y + dy) + b[unit]) for dx in (-0.3, 0, 0.3) for dy in (-0.3, 0, 0.3)]
            near = target_colours(np.array(values, np.float32), float(np.abs(H).max())).astype(int)
            seen = picture[place.y(), place.x()].astype(int)
            assert (seen >= near.min(axis=0) - 6).all()
            assert (seen <= near.max(axis=0) + 6).all()


def test_over_one_axis_the_tiles_hold_curves(network):
    network.subject(LINE)
    places = np.linspace(-3, 3, 64, dtype=np.float32)
    inputs = np.stack([places**k for k in range(network.num_tiles()[0])])
    network.answer(NeuronMapsProbe, axis0=places, input=inputs, layer0=inputs[:1] * 2)
    np.testing.assert_array_equal(network.picture.tiles.curves[1], inputs[:1] * 2)


def test_the_weights_of_a_unit_are_an_image_where_the_inputs_are(network):
    network.subject(DIGITS_MLP)
    W = network.weights(DIGITS_MLP)["0.weight"]
    ref = UnitRef(1, 5)
    np.testing.assert_array_equal(network.picture.drawing.values.weight_image(ref), W[5].reshape(8, 8))
    image = network.picture.tiles.picture_of(ref)
    count = network.num_tiles()[1]
    largest = np.quantile(np.abs(W[:count]), 0.99)
    expected = target_colours(W[5].reshape(8, 8), float(largest))
    for row, column in [(0, 0), (0, 7), (5, 2)]:
        np.testing.assert_array_equal(image[row, column], expected[row, column])


def test_classes_with_weight_images_stand_in_one_column_with_all_their_names(network):
    network.subject(load_preset("softmax-regression"), loaded=False)
    column, place = network.picture.drawing.columns[-1], network.picture.drawing.layout.columns[-1]
    assert len(place.tiles) == len(place.names) == len(column.names) == 10
    assert len({tile.left() for tile in place.tiles}) == 1
    assert not any(name.intersects(tile) for name in place.names for tile in place.tiles)
    assert all(upper.bottom() < lower.top() for upper, lower in pairwise(place.tiles))


def test_samples_are_counted_from_0_as_everywhere(network):
    network.subject(DIGITS_MLP)
    box = network.view.sample_box
    assert box.text() == "Sample 0"
    assert box.maximum() == len(DIGITS_MLP.data.load().train) - 1
    QTest.keyClick(box, Qt.Key.Key_Up)
    (probe,) = (probe for probe in network.view.probes() if isinstance(probe, ActivationsProbe))
    assert probe.positions == (1,)


def test_sixteen_units_are_all_seen_on_a_small_screen(network):
    hidden = {"kind": "dense", "units": 16, "activation": "tanh"}
    network.subject(from_dict({"data": {"kind": "spiral"}, "layers": [hidden, {"kind": "dense"}]}))
    network.view.resize(945, 600)
    network.view.grab()
    assert network.num_tiles()[1] == 16
    drawn = network.picture.drawing.layout.columns[1].tiles
    assert all(above.bottom() < below.top() for above, below in pairwise(drawn))


def test_a_large_layer_is_folded(network):
    wide = {"kind": "dense", "units": 256, "activation": "relu"}
    experiment = from_dict({"data": {"kind": "digits"}, "layers": [wide, wide, {"kind": "dense"}]})
    network.subject(experiment)
    shown = network.num_tiles()
    assert shown[0] == 1
    assert 8 <= shown[1] < 256
    assert 8 <= shown[2] < 256
    assert shown[3] == 10
    layout = network.picture.drawing.layout
    assert [place.more is not None for place in layout.columns] == [False, True, True, False]
    W = network.weights(experiment)["1.weight"][: shown[2], : shown[1]]
    pens = network.pens(2)
    assert len(pens) == 40
    weakest = min(abs(W[pair]) for pair in pens)
    others = [abs(W[t, s]) for t in range(shown[2]) for s in range(shown[1]) if (t, s) not in pens]
    assert max(others) <= weakest
    network.hover(UnitRef(2, 3))
    assert {target for target, _ in network.pens(2)} == {3}
    assert len(network.pens(2)) == shown[1]


def test_channels_have_their_maps_and_kernels_and_pooling_is_slim(network):
    network.subject(DIGITS)
    columns = network.picture.drawing.columns
    assert [column.kind for column in columns] == ["image", "maps", "slim", "maps", "units"]
    arrays = network.weights(DIGITS)
    maps = np.random.default_rng(1).normal(size=(1, 6, 8, 8)).astype(np.float32)
    network.answer(ActivationsProbe, input=maps[:, :1], layer0=maps)
    assert [network.picture.tiles.picture_of(UnitRef(1, unit)).shape for unit in range(6)] == [(8, 8, 3)] * 6
    kernel = arrays["2.weight"]
    np.testing.assert_allclose(network.picture.drawing.values.kernel(UnitRef(3, 2)), kernel[2].mean(axis=0), rtol=1e-5)
    values = network.picture.drawing.values
    assert values.value(LinkRef(3, 2, 4)) == pytest.approx(kernel[2, 4].mean(), rel=1e-4)
    assert values.entry(LinkRef(3, 2, 4)) is None, "a kernel is many numbers"


def test_a_deep_network_is_scrolled(network):
    network.subject(load_preset("deep-tanh"))
    assert len(network.num_tiles()) == 52
    bar = network.picture.horizontalScrollBar()
    assert bar.maximum() > 1000
    for _ in range(52):
        QTest.keyClick(network.picture, Qt.Key.Key_Right)
    assert network.picture.drawing.chosen == UnitRef(51, 0)
    assert bar.value() > 0.9 * bar.maximum()


@pytest.mark.parametrize("name", ["breast-cancer", "mlp-dropout", "batch-norm", "linear-regression", "polynomial"])
def test_all_kinds_of_presets_can_be_drawn_before_they_are_trained(network, name):
    network.subject(load_preset(name), has_network=False, loaded=False)
    assert network.picture.drawing.layout.columns


def test_weights_are_exported(network):
    network.subject(SPIRAL)
    arrays = network.weights(SPIRAL)
    rows = list(csv.DictReader(io.StringIO(network.view.to_csv())))
    assert len(rows) == sum(array.size for array in arrays.values())
    for row in rows:
        index = tuple(int(n) for n in row["index"].split())
        assert float(row["value"]) == pytest.approx(arrays[row["parameter"]][index], rel=1e-6)
    png, svg, _ = network.view.export_button.menu().actions()
    png.trigger()
    assert network.saved_to.with_name("picture.png").read_bytes().startswith(b"\x89PNG")
    svg.trigger()
    assert b"tanh" in network.saved_to.with_name("picture.svg").read_bytes()
