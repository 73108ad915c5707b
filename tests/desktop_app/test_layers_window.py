"""Layers for images, initialisers and losses from the cards to the end of a run, in the real window."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from core.experiment import Experiment, from_dict
from core.initializers import MSRAPrelu
from tests.desktop_app.test_app import User, close, open_laboratory

CIRCLE = {
    "data": {"kind": "circle", "num_samples": 200},
    "layers": [{"kind": "dense", "units": 8, "activation": "relu"}, {"kind": "dense"}],
    "optimizer": {"kind": "adam", "learning_rate": 0.03},
    "initializer": {"kind": "xavier"},
    "training": {"num_epochs": 60, "batch_size": 20},
}


@pytest.fixture
def open_user(qtbot, tmp_path):
    opened = []

    def open_with(experiment):
        laboratory = open_laboratory(tmp_path, experiment)
        opened.append(laboratory)
        user = User(laboratory, qtbot)
        user.window.resize(1280, 720)
        user.wait(lambda: user.run.phase == "idle" and laboratory.data.parts is not None)
        return user

    yield open_with
    for laboratory in opened:
        close(laboratory, qtbot)


def test_a_network_for_images_is_built_trained_and_taken_back(open_user):
    user = open_user(Experiment())
    user.add("conv2d")
    user.type_into(user.card(0).editors["channels"], "8")
    user.click(user.card(0).initializer_button)
    user.choose(user.card(0).initializer.kinds, "MSRAPrelu")
    user.add("batch_norm")
    user.add("max_pool2d")
    user.add("dense")
    stack = user.window.layer_stack
    assert [card.shape_label.text() for card in stack.column.cards] == ["→ 8×6×6", "→ 8×6×6", "→ 8×3×3", "→ 10"]
    assert user.session.experiment.layers[0].initializer == MSRAPrelu()
    user.type_into(user.window.settings.sections["optimizer"].form.editor("learning_rate"), "0.2")
    built = user.session.experiment
    user.press(user.window.run_bar.train)
    user.wait(lambda: user.run.phase == "ended")
    history = user.run.history
    assert history.ended.reason == "finished"
    assert history.started.num_parameters == 8 * 9 + 8 + 4 * 8 + 72 * 10 + 10
    assert history.epochs[-1].validation_accuracy > 0.8
    undo_stack = user.session.undo_stack
    while undo_stack.canUndo():
        user.qtbot.keyClick(user.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert user.session.experiment == Experiment()
    undo_stack.setIndex(undo_stack.count())
    assert user.session.experiment == built


@pytest.mark.parametrize(("loss", "last_heading"), [("Hinge", "Prediction"), ("Sigmoid cross-entropy", "Probability")])
def test_two_classes_are_told_apart_by_one_output(open_user, loss, last_heading):
    user = open_user(from_dict(CIRCLE))
    user.choose(user.window.settings.sections["loss"].kinds, loss)
    assert user.card(1).shape_label.text() == "→ 1"
    user.press(user.window.run_bar.train)
    user.wait(lambda: user.run.phase == "ended")
    assert user.run.history.epochs[-1].validation_accuracy > 0.9
    view = user.window.data_view
    user.window.tabs.setCurrentWidget(view)
    user.click(view.table_button)

    def headings():
        columns = range(view.samples.table.model().columnCount())
        return [view.samples.table.model().headerData(k, Qt.Orientation.Horizontal) for k in columns]

    user.wait(lambda: "Prediction" in headings())
    assert headings()[-1] == last_heading
    user.window.tabs.setCurrentWidget(user.window.boundary)
    user.wait(lambda: user.window.boundary.plot.taken is not None)
    outputs = user.window.boundary.plot.taken.values["outputs"]
    assert user.window.boundary.plot.bar.plot.view.isVisible() == (loss != "Hinge")
    assert outputs.shape[-1] == 2
    np.testing.assert_allclose(outputs.sum(axis=-1), 1, rtol=1e-5)
    assert np.isin(outputs, [0, 1]).all() == (loss == "Hinge")
