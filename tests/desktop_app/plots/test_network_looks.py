"""What the picture of a network looks like where there is little room."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor

from core.experiment import from_dict
from core.presets import load_preset
from core.probes import WeightsProbe
from core.stack import gluon_parameter_shapes
from desktop_app.plots.network_links import link_looks, link_shapes
from desktop_app.theme import theme
from tests.desktop_app.plots.sample_data import grabbed


def test_many_links_are_thin_enough_to_be_told_apart_and_the_strongest_lie_on_top(network):
    wide = {"kind": "dense", "units": 16, "activation": "tanh"}
    network.subject(from_dict({"data": {"kind": "spiral"}, "layers": [wide, wide, {"kind": "dense"}]}))
    draw = np.random.default_rng(1)
    shapes = gluon_parameter_shapes(network.view._subject.experiment)
    values = {name: draw.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}
    network.answer(WeightsProbe, **values)
    drawing = network.picture.drawing
    few, many, _ = drawing.layout.links
    looks = link_looks(drawing, many)
    height = np.ptp(many.starts[:, 1])
    assert looks.widths.sum() < height, "beside each other they have room between the columns"
    assert link_looks(drawing, few).widths.max() > looks.widths.max()
    inks = [ink.name() for _, ink in link_shapes(drawing, many)]
    assert set(inks[:20]) == set(inks[-20:]), "neither sign lies over the other"


def test_the_name_of_shared_parameters_is_not_cut_at_the_border(network):
    network.subject(load_preset("shared-weight"), loaded=False)
    network.view.resize(560, 500)
    picture = grabbed(network.picture)
    accent = np.array(QColor(theme().accent).getRgb()[:3])
    at = np.nonzero((np.abs(picture[:40].astype(int) - accent).max(axis=-1) < 40).any(axis=0))[0]
    assert len(at), "the chains and names are drawn"
    assert at.max() < picture.shape[1] - 2
