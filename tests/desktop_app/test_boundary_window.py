"""The Boundary tab in the window with the real engine: what is seen is what the network says."""

from __future__ import annotations

import numpy as np
import pytest

from core.engine.network import build_network, predicted
from core.engine.parameters import read_arrays, set_arrays
from core.events import ProbeTaken, RunEnded
from core.experiment import with_value
from core.presets import load_preset
from core.probes import BoundaryProbe, WeightsProbe
from tests.core.engine.runs import a_run, batches
from tests.desktop_app.windows import kept_open, lent, press

TIMEOUT = 60_000
SPIRAL = with_value(load_preset("spiral"), "training.num_epochs", 12)


@pytest.fixture(scope="module")
def window_of_all(qapp, tmp_path_factory):
    with kept_open(tmp_path_factory.mktemp("boundary"), SPIRAL) as laboratory:
        yield laboratory


@pytest.fixture
def laboratory(window_of_all, qtbot):
    with lent(qtbot, window_of_all, "boundary") as laboratory:
        yield laboratory


def test_the_picture_at_the_end_is_that_of_the_trained_network(laboratory, qtbot, tmp_path):
    window, plot = laboratory.window, laboratory.window.boundary.plot
    losses = []
    laboratory.host.received.connect(lambda received: losses.extend(event.loss for event in batches(received)))
    press(laboratory, qtbot, window.run_bar.train)
    qtbot.waitUntil(lambda: plot.taken is not None and plot.taken.step == 12 * 25, timeout=TIMEOUT)
    path = tmp_path / "net.params"
    laboratory.host.save_parameters(path)
    qtbot.waitUntil(path.exists, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: laboratory.run.phase == "ended", timeout=TIMEOUT)

    net = build_network(SPIRAL)
    set_arrays(net, read_arrays(path), "")
    values = plot.taken.values
    points = np.column_stack([axis.ravel() for axis in np.meshgrid(values["axis0"], values["axis1"])])
    from core.engine.mx import mx

    expected = predicted(net(mx.nd.array(SPIRAL.data.features(points))), SPIRAL.loss).asnumpy()
    np.testing.assert_allclose(values["outputs"].reshape(expected.shape), expected, atol=1e-5)
    np.testing.assert_array_equal(plot.image.image, plot.colours(values["outputs"]))

    alone = batches(list(a_run(SPIRAL).events()))
    assert losses == [event.loss for event in alone], "nobody notices that somebody has looked"


def test_a_step_and_a_reset_are_seen_at_once(laboratory, qtbot):
    window, plot = laboratory.window, laboratory.window.boundary.plot
    press(laboratory, qtbot, window.run_bar.step_batch)
    qtbot.waitUntil(lambda: plot.taken is not None and plot.taken.step == 1, timeout=TIMEOUT)
    press(laboratory, qtbot, window.run_bar.reset)
    qtbot.waitUntil(lambda: plot.taken is None, timeout=TIMEOUT)
    assert not plot.image.isVisible()
    assert window.boundary.probes() == ()


def test_a_tab_that_comes_into_sight_while_paused_is_filled_at_once(laboratory, qtbot):
    window, plot = laboratory.window, laboratory.window.boundary.plot
    window.tabs.setCurrentWidget(window.activations)
    press(laboratory, qtbot, window.run_bar.step_batch)
    qtbot.waitUntil(lambda: laboratory.run.phase == "paused", timeout=TIMEOUT)
    assert plot.taken is None
    window.tabs.setCurrentWidget(window.boundary)
    qtbot.waitUntil(lambda: plot.taken is not None, timeout=TIMEOUT)
    assert plot.taken.step == 1


def test_the_engine_answers_while_it_trains_and_stops_at_once(engine):
    experiment = with_value(SPIRAL, "training.num_epochs", 100_000)
    engine.host.watch((BoundaryProbe(), WeightsProbe()))
    engine.host.start(experiment)
    engine.wait_until(lambda: len(engine.of(ProbeTaken)) >= 10)
    engine.host.stop()
    assert engine.wait_for(RunEnded).reason == "stopped"
    engine.wait_for_phase("ended")
    engine.settle()
    ended = engine.of(RunEnded)[-1]
    last = {taken.probe: taken.step for taken in engine.of(ProbeTaken)}
    assert last == {BoundaryProbe(): ended.step, WeightsProbe(): ended.step}
    steps = [taken.step for taken in engine.of(ProbeTaken) if taken.probe == BoundaryProbe()]
    assert steps == sorted(steps)
    assert steps[0] == 0
    engine.host.watch(())
