"""The Network tab under test, and the networks that it shows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.events import ProbeTaken
from core.experiment import Experiment, from_dict
from core.presets import load_preset
from core.probes import Probe, Subject, WeightsProbe
from core.stack import gluon_parameter_shapes
from desktop_app.plots.network import NetworkView
from desktop_app.plots.network_links import link_looks
from desktop_app.plots.network_values import LinkRef, Ref
from desktop_app.theme import theme

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


class NetworkBench:
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
        with qtbot.waitExposed(self.view):
            self.view.show()

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

    def num_tiles(self) -> list[int]:
        """Return how many units of each column are drawn."""
        return [len(place.tiles) for place in self.picture.drawing.layout.columns]
