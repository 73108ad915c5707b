"""Which setting has the focus, and how the focus gets to a setting, over the real panels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.experiment import Experiment
from core.initializers import Xavier
from core.layers import Dense, Dropout
from core.optimizers import SGD
from desktop_app.panels.layer_stack import LayerStackPanel
from desktop_app.panels.setting_path import SettingFocus, setting_path
from desktop_app.panels.settings import DataPanel, SettingsPanel

EXPERIMENT = Experiment(
    layers=(Dense(units=64, initializer=Xavier()), Dropout(rate=0.2), Dense()), optimizer=SGD(momentum=0.9)
)


class Panels:
    """The three panels in one window with an experiment, and the paths that they told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.layers, self.settings = LayerStackPanel(), SettingsPanel()
        self.all = (DataPanel(), self.layers, self.settings)
        content, self.elsewhere = QWidget(), QLineEdit()
        column = QVBoxLayout(content)
        for panel in self.all:
            column.addWidget(panel)
        self.window = QWidget()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(content)
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.elsewhere)
        layout.addWidget(area)
        self.window.resize(320, 600)
        qtbot.addWidget(self.window)
        self.focus = SettingFocus(self.all, self.window)
        self.told: list[str] = []
        self.focus.focused.connect(self.told.append)
        for panel in self.all:
            panel.show_experiment(EXPERIMENT)
        with qtbot.waitExposed(self.window):
            self.window.show()
            self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.told.clear()

    def reveal(self, path: str) -> None:
        assert [panel.reveal(path) for panel in self.all].count(True) == 1


@pytest.fixture
def panels(qtbot: QtBot) -> Panels:
    return Panels(qtbot)


def test_every_setting_that_can_be_revealed_says_the_same_path_when_it_has_the_focus(panels: Panels) -> None:
    paths = (
        "layers.0.units layers.0.activation layers.1.rate layers.1 layers.0.initializer.factor_type "
        "optimizer.learning_rate optimizer.wd optimizer.momentum training.batch_size training.seed "
        "penalty.l2 name notes"
    )
    for path in paths.split():
        panels.told.clear()
        panels.reveal(path)
        assert panels.told[-1:] == [path]
        assert setting_path(QApplication.focusWidget()) == path


def test_groups_and_settings_that_are_not_there_lead_to_what_is(panels: Panels) -> None:
    for path, expected in (
        ("optimizer", "optimizer"),
        ("optimizer.beta1", "optimizer"),
        ("loss", "loss"),
        ("layers.0.initializer", "layers.0.initializer"),
        ("layers.2.rate", "layers.2"),
        ("layers.1.initializer.sigma", "layers.1"),
    ):
        panels.reveal(path)
        assert setting_path(QApplication.focusWidget()) == expected
    panels.reveal("layers.9.units")
    assert not any(panel.reveal("nonsense.units") for panel in panels.all)


def test_a_folded_section_unfolds_and_is_scrolled_into_view(panels: Panels, qtbot: QtBot) -> None:
    section = panels.settings.sections["stopping"]
    section.fold()
    panels.reveal("stopping.patience")
    editor = section.form.editor("patience")
    qtbot.waitUntil(lambda: not editor.visibleRegion().isEmpty())
    assert editor.isVisible()


def test_a_click_on_a_card_tells_of_it_and_what_is_elsewhere_is_not_told_of(panels: Panels) -> None:
    card = panels.layers.column.cards[1]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert panels.told[-1:] == ["layers.1"]
    panels.told.clear()
    panels.elsewhere.setFocus()
    assert panels.told == []
    assert setting_path(QWidget()) == ""
    assert setting_path(None) == ""
