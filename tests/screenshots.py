"""Makes the pictures of the window again: ``python -m tests.screenshots [FOLDER]``.

Opens the real window offscreen with the preset ``mlp`` on Fashion-MNIST (``GLUON_LAB_DATA`` says where it is), trains
it beside a kept run, and saves the window idle, training and finished and its other tabs, in light and dark, at the
sizes of a projector and a desk screen.
Then the Boundary tab and the Weights tab with three presets each, the tabs Network, Mistakes, Dropout and Backprop,
K-fold on the digits and the map of under- and overfitting, these two with worker processes, all explorers, the
Code tab in slow motion, a page of the lessons, the dialog about a layer from a file, and the window in Chinese.
``--only kfold``, for instance, takes those pictures alone.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QApplication

from core.experiment import with_value
from core.lessons.links import ToPage
from core.presets import load_preset
from desktop_app.app import Laboratory
from desktop_app.preferences import Preferences
from tests.photographer import SIZES, Photographer

_EPOCHS = 10
_OWN_LAYER = '''"""A bounded layer with a slope of its own."""

from mxnet.gluon import nn


class ScaledTanh(nn.HybridBlock):
    """tanh(a x), with a slope a that is learned."""

    def __init__(self):
        super().__init__()
        self.slope = self.params.get("slope", shape=(1,), init="ones")

    def hybrid_forward(self, F, X, slope):
        return F.tanh(F.broadcast_mul(X, slope))
'''
_COMPARED = "softmax-regression"
"""The preset whose kept run stands beside the one that is photographed."""


def photograph(photographer: Photographer, preset: str) -> Iterator[Path]:
    """Take all pictures."""
    laboratory = photographer.laboratory
    window, run, host = laboratory.window, laboratory.run, laboratory.host
    laboratory.session.begin(with_value(load_preset(_COMPARED), "training.num_epochs", _EPOCHS))
    photographer.wait(lambda: host.phase == "idle" and laboratory.data.parts is not None, host.received)
    yield from photographer.take("idle")
    run.train_or_pause()
    photographer.wait(lambda: host.phase == "ended", run.state_changed)
    laboratory.runs.show([laboratory.runs.present_key], True)
    laboratory.session.begin(with_value(load_preset(preset), "training.num_epochs", _EPOCHS))
    run.reset()
    photographer.wait(lambda: host.phase == "idle", run.state_changed)
    run.train_or_pause()
    photographer.wait(lambda: len(run.history.epochs) >= _EPOCHS // 3, run.history_changed)
    yield from photographer.take("training")
    if host.phase != "running":
        raise RuntimeError("the run was over before it was photographed; give it more epochs")
    photographer.wait(lambda: host.phase == "ended", run.state_changed)
    yield from photographer.take("finished")
    for view, name in (
        (window.activations, "activations"),
        (window.data_view, "samples"),
        (window.book, "book"),
    ):
        window.tabs.setCurrentWidget(view)
        photographer.settle()
        yield from photographer.take(name)


def photograph_kfold(photographer: Photographer) -> Iterator[Path]:
    """Take pictures of K-fold while it runs and when it is done."""
    laboratory = photographer.laboratory
    window, selections = laboratory.window, laboratory.selections
    laboratory.session.begin(with_value(load_preset("digits-mlp"), "training.num_epochs", 2 * _EPOCHS))
    window.tabs.setCurrentWidget(window.kfold)
    photographer.wait(lambda: laboratory.host.phase == "idle", laboratory.host.received)
    yield from photographer.take("kfold-idle")
    selections.start_kfold(5)
    board = selections.works["kfold"].board
    photographer.wait(lambda: len(board.with_state("done")) >= 2, selections.changed)
    yield from photographer.take("kfold-running")
    photographer.wait(lambda: selections.running is None, selections.changed)
    yield from photographer.take("kfold")


def photograph_sweep(photographer: Photographer) -> Iterator[Path]:
    """Take pictures of the map of under- and overfitting, with a fit that is too wild for its samples."""
    laboratory = photographer.laboratory
    window, selections = laboratory.window, laboratory.selections
    window.overfitting_map_requested.emit()
    photographer.settle()
    yield from photographer.take("sweep-idle")
    sweep = window.sweep.editor.sweep
    assert sweep is not None
    window.sweep.editor.show_sweep(sweep.changed(seeds=sweep.seeds[:1]))
    window.sweep.view.start_requested.emit()
    photographer.wait(lambda: selections.running is None, selections.changed)
    window.sweep.view.map.index_chosen.emit((len(sweep.settings[0].values) - 1, 2))
    yield from photographer.take("sweep")


def photograph_boundary(photographer: Photographer) -> Iterator[Path]:
    """Take pictures of the plane before and after training, of a fitted curve, and of the bowl."""
    laboratory = photographer.laboratory
    window, run, host = laboratory.window, laboratory.run, laboratory.host
    window.tabs.setCurrentWidget(window.boundary)
    for preset, name in (("spiral-arms", "boundary"), ("polynomial", "boundary-curve"), ("linear-regression", "bowl")):
        laboratory.session.begin(load_preset(preset))
        run.reset()
        photographer.wait(lambda: host.phase == "idle" and laboratory.data.parts is not None, host.received)
        if name == "boundary":
            yield from photographer.take("boundary-idle")
        run.train_or_pause()
        photographer.wait(lambda: host.phase == "ended", run.state_changed)
        if name == "bowl":
            window.boundary.bowl_button.click()
        photographer.settle()
        yield from photographer.take(name)


def photograph_mistakes(photographer: Photographer) -> Iterator[Path]:
    """Take pictures of a cell's samples, of the wall, of the classes, and of a drawing with its answer."""
    laboratory = photographer.laboratory
    window, run, host = laboratory.window, laboratory.run, laboratory.host
    mistakes = window.mistakes
    laboratory.session.begin(with_value(load_preset("mlp"), "training.num_epochs", 3))
    run.reset()
    window.tabs.setCurrentWidget(mistakes)
    photographer.wait(lambda: host.phase == "idle" and laboratory.data.parts is not None, host.received)
    run.train_or_pause()
    photographer.wait(lambda: host.phase == "ended", run.state_changed)
    mistakes.confusion.open_cell((6, 0))
    photographer.wait(mistakes.confusion.samples.browser.isVisible, host.received)
    yield from photographer.take("mistakes")
    mistakes.button(mistakes.worst).click()
    photographer.wait(mistakes.worst.browser.isVisible, host.received)
    yield from photographer.take("mistakes-worst")
    mistakes.button(mistakes.by_class).click()
    photographer.settle()
    yield from photographer.take("mistakes-classes")
    mistakes.button(mistakes.own).click()
    outline = ((100, 50), (60, 75), (35, 130), (75, 145), (85, 120), (85, 235), (195, 235), (195, 120), (205, 145))
    outline += ((245, 130), (220, 75), (180, 50), (140, 65), (100, 50))
    for start, end in pairwise(outline):
        mistakes.own.drawing.canvas.draw_line(QPointF(*start), QPointF(*end))
    photographer.wait(lambda: mistakes.own.answer.outputs is not None, host.received)
    yield from photographer.take("mistakes-own")


def photograph_weights(photographer: Photographer) -> Iterator[Path]:
    """Take a picture of every part of the Weights tab, at the end of a run that suits it."""
    laboratory = photographer.laboratory
    window, run, host = laboratory.window, laboratory.run, laboratory.host
    window.tabs.setCurrentWidget(window.weights)
    presets = {"Histograms": "mlp", "Norms": "mlp", "Gradients": "deep-sigmoid", "Templates": "softmax-regression"}
    for button in window.weights.buttons:
        button.click()
        laboratory.session.begin(load_preset(presets[button.text()]))
        run.reset()
        photographer.wait(lambda: host.phase == "idle" and laboratory.data.parts is not None, host.received)
        run.train_or_pause()
        photographer.wait(lambda: host.phase == "ended", run.state_changed)
        photographer.settle()
        yield from photographer.take(button.text().lower())


def photograph_network(photographer: Photographer) -> Iterator[Path]:
    """Take pictures of the network that has learned the spiral."""
    laboratory = photographer.laboratory
    window, run, host = laboratory.window, laboratory.run, laboratory.host
    window.tabs.setCurrentWidget(window.network)
    laboratory.session.begin(load_preset("spiral"))
    run.reset()
    photographer.wait(lambda: host.phase == "idle" and laboratory.data.parts is not None, host.received)
    run.train_or_pause()
    photographer.wait(lambda: host.phase == "ended", run.state_changed)
    photographer.settle()
    yield from photographer.take("network")


def photograph_dropout(photographer: Photographer) -> Iterator[Path]:
    """Take pictures of two Dropout layers after some steps, and of the tab without such a layer."""
    laboratory = photographer.laboratory
    window, run, host = laboratory.window, laboratory.run, laboratory.host
    window.tabs.setCurrentWidget(window.dropout)
    laboratory.session.begin(load_preset("digits-mlp"))
    run.reset()
    photographer.wait(lambda: host.phase == "idle" and laboratory.data.parts is not None, host.received)
    yield from photographer.take("dropout-empty")
    laboratory.session.begin(with_value(load_preset("digits-dropout"), "training.num_epochs", 2))
    run.train_or_pause()
    photographer.wait(lambda: host.phase == "ended", run.state_changed)
    window.dropout.sample_box.setValue(6)
    photographer.settle()
    yield from photographer.take("dropout")


def photograph_backprop(photographer: Photographer) -> Iterator[Path]:
    """Take pictures of a step forwards and one backwards through the network for the spiral."""
    laboratory = photographer.laboratory
    window, run, host = laboratory.window, laboratory.run, laboratory.host
    window.tabs.setCurrentWidget(window.microscope)
    laboratory.session.begin(with_value(load_preset("spiral"), "training.num_epochs", 20))
    run.reset()
    photographer.wait(lambda: host.phase == "idle" and laboratory.data.parts is not None, host.received)
    run.train_or_pause()
    photographer.wait(lambda: host.phase == "ended", run.state_changed)
    window.microscope.number_box.setValue(3)
    photographer.settle()
    yield from photographer.take("backprop-forwards")
    backwards = next(i for i, step in enumerate(window.microscope.steps.steps) if step.is_backwards)
    window.microscope.go(backwards + 1)
    photographer.settle()
    yield from photographer.take("backprop")


def photograph_explore(photographer: Photographer) -> Iterator[Path]:
    """Take pictures of every explorer; animations stand at their end."""
    laboratory = photographer.laboratory
    window, run, host = laboratory.window, laboratory.run, laboratory.host
    laboratory.session.begin(with_value(load_preset("digits-mlp"), "training.num_epochs", _EPOCHS))
    run.reset()
    photographer.wait(lambda: host.phase == "idle" and laboratory.data.parts is not None, host.received)
    run.train_or_pause()
    photographer.wait(lambda: host.phase == "ended", run.state_changed)
    window.tabs.setCurrentWidget(window.explore)
    states = {
        "ndarray": {"side": "left"},
        "broadcasting": {"shapes": "(3,4,2)+(4,2)"},
        "autograd": {"expression": "sum(relu(x @ x.T))", "x": "[[1, -2], [3, 1]]"},
        "sampling": {"n": 2000},
        "ball": {"penalty": "l1"},
        "depth": {"initializer": "msra_prelu", "kept": {"initializer": "xavier"}},
        "symmetry": {"noise": 0.05},
        "deferred": {"stage": "forward", "initializer": "xavier"},
        "parameters": {"live": True},
    }
    for name in window.explore.names():
        window.explore.open(name, states.get(name))
        explorer = window.explore.explorer(name)
        photographer.wait(lambda explorer=explorer: getattr(explorer, "is_done", True), explorer.facts_changed)
        if name == "parameters":
            photographer.wait(lambda explorer=explorer: bool(explorer.live.rows), explorer.facts_changed)
        if hasattr(explorer, "player"):
            explorer.player.set_steps(explorer.player.num_steps, play=False)
        photographer.settle()
        yield from photographer.take(f"explore-{name}")


def photograph_chinese(photographer: Photographer) -> Iterator[Path]:
    """Take pictures of the window in Chinese, while a network learns the digits."""
    laboratory = photographer.laboratory
    laboratory.window.language_requested.emit("zh_CN")
    photographer.settle()
    run, host = laboratory.run, laboratory.host
    laboratory.session.begin(load_preset("digits-dropout"))
    run.reset()
    photographer.wait(lambda: host.phase == "idle" and laboratory.data.parts is not None, host.received)
    run.train_or_pause()
    photographer.wait(lambda: len(run.history.epochs) > 8, run.history_changed)
    run.train_or_pause()
    yield from photographer.take("chinese")
    window = laboratory.window
    laboratory.front.lessons.open(ToPage("6-2-penalties-and-balls"))
    window.tabs.setCurrentWidget(window.explore)
    window.explore.open("ball", {"penalty": "l1"})
    photographer.settle()
    yield from photographer.take("chinese-lesson")


def photograph_custom(photographer: Photographer) -> Iterator[Path]:
    """Take pictures of the question whether the program of a layer may run, and of what was found out about it."""
    laboratory = photographer.laboratory
    files, host = laboratory.front.layer_files, laboratory.host
    laboratory.session.begin(load_preset("digits-mlp"))
    photographer.wait(lambda: host.phase != "loading", host.received)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scaled_tanh.py"
        path.write_text(_OWN_LAYER)
        laboratory.dialogs.open_program = lambda _: path  # type: ignore[method-assign]
        files.add(1)
        dialog = files.dialog
        assert dialog is not None
        photographer.settle()
        yield from photographer.take("custom-layer", dialog)
        dialog.run.click()
        photographer.wait(dialog.use.isEnabled, laboratory.layers.checked)
        photographer.settle()
        yield from photographer.take("custom-layer-tried", dialog)
        dialog.reject()


def photograph_code(photographer: Photographer) -> Iterator[Path]:
    """Take pictures of the program of a run in slow motion, halted where the gradients are computed."""
    laboratory = photographer.laboratory
    window, run, host = laboratory.window, laboratory.run, laboratory.host
    laboratory.session.begin(load_preset("digits-mlp"))
    run.reset()
    photographer.wait(lambda: host.phase == "idle" and laboratory.data.parts is not None, host.received)
    window.tabs.setCurrentWidget(window.code)
    window.resize(SIZES["1280x720"])
    window.layer_stack.reveal("layers.0.units")
    view = window.code
    view.slow_bar.speed.setValue(view.slow_bar.speed.maximum())
    view.slow.click()

    def is_halted_at_the_gradient() -> bool:
        if view.walk.stage is not None and view.walk.stage.phase == "backward":
            view.slow_bar.halt.click()
        return view.walk.is_halted

    photographer.wait(is_halted_at_the_gradient, view.walk.shown)
    yield from photographer.take("code")
    view.end_slow()


def photograph_lessons(photographer: Photographer) -> Iterator[Path]:
    """Take pictures of a page whose question was answered and tried, and of the glossary."""
    laboratory = photographer.laboratory
    window, run, host = laboratory.window, laboratory.run, laboratory.host
    photographer.wait(lambda: host.phase != "loading", host.received)
    control = laboratory.front.lessons
    control.open(ToPage("6-1-weight-decay"))
    page = control.dock.page
    window.tabs.setCurrentWidget(window.curves_tab)
    window.curves_tab.runs_button.setChecked(False)
    for button in (page.buttons[0].buttons[0], *page.buttons[1].buttons):
        ended = run.history.ended
        if button is page.buttons[1].buttons[0]:
            page.questions[0].rows[2].button.click()
        button.click()
        if button.property("primary"):
            photographer.wait(lambda ended=ended: run.history.ended not in (None, ended), run.run_ended)
    page.set_zoom(0.9)
    photographer.settle()
    bar = page.verticalScrollBar()
    bar.setValue(page.questions[0].mapTo(page.widget(), QPoint(0, -12)).y())
    yield from photographer.take("lessons")
    control.dock.show_term("weight-decay")
    yield from photographer.take("glossary")
    control.dock.close()


def main() -> None:
    """Read the arguments and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("resources/screenshots"))
    parser.add_argument("--preset", default="mlp")
    parser.add_argument("--only", help="the name of one tour, such as kfold")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as memory:
        laboratory = Laboratory(Preferences(Path(memory)))
        laboratory.open()
        photographer = Photographer(laboratory, arguments.folder)
        tours = {
            "run": lambda: photograph(photographer, arguments.preset),
            "boundary": lambda: photograph_boundary(photographer),
            "network": lambda: photograph_network(photographer),
            "weights": lambda: photograph_weights(photographer),
            "mistakes": lambda: photograph_mistakes(photographer),
            "dropout": lambda: photograph_dropout(photographer),
            "backprop": lambda: photograph_backprop(photographer),
            "kfold": lambda: photograph_kfold(photographer),
            "sweep": lambda: photograph_sweep(photographer),
            "explore": lambda: photograph_explore(photographer),
            "code": lambda: photograph_code(photographer),
            "lessons": lambda: photograph_lessons(photographer),
            "custom": lambda: photograph_custom(photographer),
            "chinese": lambda: photograph_chinese(photographer),
        }
        for name, tour in tours.items():
            for path in tour() if arguments.only in (None, name) else ():
                print(path)
        laboratory.files.may_leave = lambda: True  # type: ignore[method-assign]
        laboratory.host.closed.connect(app.quit)
        laboratory.window.close()
        app.exec()


if __name__ == "__main__":
    main()
