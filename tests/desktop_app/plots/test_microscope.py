"""The Backprop tab shows the numbers of the probe, goes through them with mouse and keyboard, and says what is what."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.engine.parameters import get_arrays
from core.engine.probes import Prober
from core.events import BatchDone, ProbeTaken
from core.experiment import Experiment
from core.probes import MicroscopeProbe, Subject
from desktop_app.plots.map_colours import target_colours
from desktop_app.plots.microscope import MicroscopeView
from desktop_app.plots.number_matrix import MatrixCard
from desktop_app.theme import themes
from tests.core.engine.runs import DENSE, DENSE_RELU, a_run, small
from tests.core.engine.test_probes import TANH, on_the_plane

LEFT = Qt.MouseButton.LeftButton
DISPLAY, TIP, GROUND = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.BackgroundRole,
)


class Bench:
    """The tab with a run that it looks into."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.saved_to = folder / "picture"
        self.view = MicroscopeView(choose=lambda *_: str(self.saved_to))
        self.view.resize(950, 600)
        qtbot.addWidget(self.view)
        self.view.show()

    def begin(self, experiment: Experiment, steps: int = 2) -> None:
        self.run = a_run(experiment)
        self.prober = Prober(self.run)
        next(event for event in self.run.events() if isinstance(event, BatchDone) and event.step == steps)
        self.view.show_subject(Subject(experiment, self.run.job.parts, has_network=True))
        assert QTest.qWaitForWindowExposed(self.view)
        self.look()

    def look(self) -> ProbeTaken:
        (probe,) = self.view.probes()
        taken = self.prober.take(probe)
        self.view.show_probe(taken)
        self.view.grab()
        return taken

    @property
    def result(self) -> str:
        return self.view.page.flow.used[0].matrix.title

    def cards(self) -> list[str]:
        return [card.matrix.title for card in self.view.page.flow.used]

    def go_to(self, symbol: str) -> MatrixCard:
        """Click the step of a result; return its card."""
        item = next(item for item in self.view.list.items if item.text(0) == symbol)
        place = self.view.list.visualItemRect(item).center()
        QTest.mouseClick(self.view.list.viewport(), LEFT, pos=place)
        return self.view.page.flow.used[0]


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Bench:
    themes.choose("light")
    return Bench(qtbot, tmp_path)


def cell(card: MatrixCard, row: int, column: int, role: int = DISPLAY) -> object:
    return card.model.data(card.model.index(row, column), role)


def test_it_shows_what_numpy_computes_from_the_parameters(bench):
    bench.begin(on_the_plane((TANH, DENSE)))
    arrays, X = get_arrays(bench.run.net), bench.run.job.parts.train.X[:1].astype(float)
    sums = X @ arrays["0.weight"].T + arrays["0.bias"]
    outputs = np.tanh(sums) @ arrays["1.weight"].T + arrays["1.bias"]
    probabilities = np.exp(outputs) / np.exp(outputs).sum()
    label = np.eye(2)[bench.run.job.parts.train.y[:1]]
    by_sums = (probabilities - label) @ arrays["1.weight"] * (1 - np.tanh(sums) ** 2)
    expected = {"Z₁": sums, "H₁": np.tanh(sums), "O": outputs, "Ŷ": probabilities}
    expected |= {"L": -np.log((probabilities * label).sum(keepdims=True)), "∂L/∂O": probabilities - label}
    expected |= {"∂L/∂W₂": (probabilities - label).T @ np.tanh(sums), "∂L/∂Z₁": by_sums, "∂L/∂W₁": by_sums.T @ X}
    for symbol, numbers in expected.items():
        card = bench.go_to(symbol)
        assert card.matrix.title == symbol
        np.testing.assert_allclose(card.matrix.values, numbers.reshape(card.matrix.values.shape), atol=2e-6)


def test_the_arrow_keys_and_the_buttons_go_from_step_to_step(bench):
    bench.begin(small())
    assert (bench.result, bench.view.place.text()) == ("Z₁", "1 of 14")
    assert not bench.view.back_button.isEnabled()
    QTest.keyClick(bench.view.list, Qt.Key.Key_Right)
    assert bench.result == "H₁"
    QTest.mouseClick(bench.view.forward_button, LEFT)
    assert bench.result == "O"
    QTest.keyClick(bench.view.page.flow, Qt.Key.Key_Right)
    assert bench.result == "Ŷ"
    QTest.keyClick(bench.view.list, Qt.Key.Key_Left)
    QTest.mouseClick(bench.view.back_button, LEFT)
    assert bench.result == "H₁"
    for _ in range(20):
        QTest.keyClick(bench.view.list, Qt.Key.Key_Down)
    assert (bench.result, bench.view.place.text()) == ("∂L/∂X", "14 of 14")
    assert not bench.view.forward_button.isEnabled()


def test_operands_stand_beside_the_result_and_the_numeric_check_beside_a_gradient(bench):
    bench.begin(small())
    bench.go_to("Z₁")
    assert bench.cards() == ["Z₁", "X", "W₁", "b₁"]
    bench.go_to("∂L/∂W₂")
    assert bench.cards() == ["∂L/∂W₂", "Numeric check", "∂L/∂O", "H₁"]
    gradient, check = bench.view.page.flow.used[:2]
    for row, place in enumerate(check.matrix.rows):
        unit, entry = (int(text) for text in place.strip("[]").split(","))
        np.testing.assert_allclose(check.matrix.values[row, 0], gradient.matrix.values[unit, entry])
    np.testing.assert_allclose(check.matrix.values[:, 0], check.matrix.values[:, 1], rtol=1e-3, atol=1e-7)
    assert "agrees" in check.note.text()


def test_a_wrong_gradient_is_said_to_differ(bench):
    bench.begin(small())
    (probe,) = bench.view.probes()
    values = dict(bench.prober.take(probe).values)
    values["1.weight:numeric"] = values["1.weight:numeric"] * 1.5
    bench.view.show_probe(ProbeTaken(1, 3, probe, values))
    bench.go_to("∂L/∂W₂")
    assert "They differ" in bench.view.page.flow.used[1].note.text()


def test_numbers_that_are_not_finite_are_said(bench):
    bench.begin(small())
    (probe,) = bench.view.probes()
    values = dict(bench.prober.take(probe).values)
    for name in ("1.weight:numeric", "1.weight:gradient"):
        values[name] = np.full_like(values[name], np.inf)
    bench.view.show_probe(ProbeTaken(1, 3, probe, values))
    card = bench.go_to("∂L/∂W₂")
    bench.view.grab()
    assert cell(card, 0, 0) == "∞"
    assert "not finite" in bench.view.page.flow.used[1].note.text()


def test_the_mouse_reads_every_digit_and_the_sign_has_a_colour(bench):
    bench.begin(on_the_plane((TANH, DENSE)))
    card = bench.go_to("Z₁")
    values = card.matrix.values
    assert cell(card, 0, 3, TIP) == f"Z₁[#0, 3] = {values[0, 3]:.9g}"
    colours = target_colours(values, float(np.abs(values).max()))
    for column in range(8):
        ground = cell(card, 0, column, GROUND)
        assert [ground.red(), ground.green(), ground.blue()] == colours[0, column].tolist()
        assert cell(card, 0, column).startswith("−") == (values[0, column] < 0)


def test_rows_and_columns_are_named_after_samples_inputs_and_classes(bench):
    bench.begin(on_the_plane((TANH, DENSE)))
    bench.view.number_box.setValue(2)
    bench.look()
    bench.go_to("Z₁")
    card = bench.view.page.flow.used[1]
    assert list(card.matrix.columns) == ["x₁", "x₂", "sin(x₁)"]
    assert list(card.matrix.rows) == ["#0", "#1"]
    assert list(bench.go_to("Ŷ").matrix.columns) == ["A", "B"]
    assert list(bench.go_to("∂L/∂W₂").matrix.rows) == ["A", "B"]


def test_samples_are_chosen_by_part_position_and_number(bench):
    bench.begin(small())
    asked = []
    bench.view.probes_changed.connect(lambda: asked.extend(bench.view.probes()))
    bench.view.position_box.setFocus()
    bench.view.position_box.selectAll()
    QTest.keyClicks(bench.view.position_box, "#5")
    QTest.keyClick(bench.view.position_box, Qt.Key.Key_Return)
    QTest.keyClick(bench.view.number_box, Qt.Key.Key_Up)
    assert asked[-1] == MicroscopeProbe("train", (5, 6))
    QTest.keyClick(bench.view.part_box, Qt.Key.Key_Down)
    assert asked[-1] == MicroscopeProbe("validation", (5, 6))
    bench.view.position_box.setValue(10**6)
    assert asked[-1] == MicroscopeProbe("validation", (718,))


def test_the_step_stays_while_training_goes_on(bench):
    bench.begin(small())
    bench.go_to("∂L/∂b₁")
    before = bench.view.page.flow.used[0].matrix.values.copy()
    bench.run.net[0].bias.set_data(bench.run.net[0].bias.data() + 0.1)
    bench.look()
    assert bench.result == "∂L/∂b₁"
    assert not np.allclose(bench.view.page.flow.used[0].matrix.values, before)


def test_long_arrays_are_shortened_and_say_so(bench):
    bench.begin(small(({"kind": "dense", "units": 1000, "activation": "relu"}, DENSE)))
    bench.go_to("Z₁")
    card = bench.view.page.flow.used[2]
    assert card.matrix.detail == "1,000 × 64, the first 781 of 1,000 rows"
    assert card.matrix.values.shape == (781, 64)


def test_without_a_network_it_says_what_to_do(bench):
    experiment = small()
    assert bench.view.probes() == ()
    bench.view.show_subject(Subject(experiment, experiment.data.load(), has_network=False))
    assert bench.view.probes() == ()
    assert bench.view.message.isVisible()
    assert "Press Batch" in bench.view.message.text.text()
    bench.begin(experiment)
    assert not bench.view.message.isVisible()
    bench.view.show_subject(Subject(experiment, experiment.data.load(), has_network=False))
    assert bench.view.message.isVisible()


def test_another_network_has_other_steps(bench):
    bench.begin(small())
    bench.begin(small((DENSE_RELU, DENSE_RELU, DENSE)))
    assert bench.view.place.text() == "1 of 20"
    assert [item.text(1) for item in bench.view.list.items][:5] == [
        "1. Dense",
        "1. Dense",
        "2. Dense",
        "2. Dense",
        "3. Dense",
    ]


def test_numbers_and_pictures_are_exported(bench):
    bench.begin(small())
    bench.go_to("∂L/∂W₂")
    png, svg, table = bench.view.export_button.menu().actions()
    table.trigger()
    rows = list(csv.DictReader(io.StringIO(bench.saved_to.with_suffix(".csv").read_text("utf-8"))))
    values = bench.view._taken.values
    gradient = [row for row in rows if row["symbol"] == "∂L/∂W₂"]
    assert len(gradient) == 320
    np.testing.assert_allclose(
        [float(row["value"]) for row in gradient], values["1.weight:gradient"].ravel(), rtol=1e-6
    )
    assert sum(row["numeric"] != "" for row in gradient) == len(values["1.weight:numeric"])
    png.trigger()
    assert QImage(str(bench.saved_to.with_suffix(".png"))).width() == 2 * bench.view.page.width()
    svg.trigger()
    assert QSvgRenderer(str(bench.saved_to.with_suffix(".svg"))).isValid()
