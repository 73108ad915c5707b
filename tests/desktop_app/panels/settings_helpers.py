"""The panels of data and settings in a window, and hands for them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.edits import SetValue
from core.errors import ExperimentError
from core.experiment import Experiment, from_dict, with_value
from desktop_app.panels.fields import NumberEditor
from desktop_app.panels.section import Section
from desktop_app.panels.settings import DataPanel, SettingsPanel

START = from_dict({"data": {"kind": "fashion_mnist"}, "layers": [{"kind": "dense"}]})
BOOK = with_value(START, "data.validation", "test")


class Keeper:
    """Keeps an experiment like the session, for both panels in one window of 300 pixels."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.data, self.settings = DataPanel(), SettingsPanel()
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.data)
        column.addWidget(self.settings)
        column.addStretch()
        self.asked: list[SetValue] = []
        self.shown = 0
        for panel in (self.data, self.settings):
            panel.edited.connect(self.apply)
        self.show(START)
        self.shown = 0
        self.window.resize(300, 900)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def apply(self, edit: SetValue) -> None:
        self.asked.append(edit)
        try:
            changed = edit.apply(self.experiment)
        except ExperimentError as error:
            self.refuse(".".join(str(key) for key in edit.path), str(error))
        else:
            self.show(changed)

    def refuse(self, path: str, sentence: str) -> None:
        shown = [panel.show_problem(path, sentence) for panel in (self.data, self.settings)]
        assert shown.count(True) == 1

    def show(self, experiment: Experiment) -> None:
        self.experiment = experiment
        self.shown += 1
        self.data.show_experiment(experiment)
        self.settings.show_experiment(experiment)

    def section(self, group: str) -> Section:
        return (self.data.sections | self.settings.sections)[group]

    def kinds(self, group: str) -> QComboBox:
        kinds = self.section(group).kinds
        assert kinds is not None
        return kinds

    def box(self, path: str) -> Any:
        group, name = path.split(".")
        editor = self.section(group).form.editor(name)
        assert isinstance(editor, NumberEditor)
        return editor.box


def choose(box: QComboBox, value: str) -> None:
    """Choose an entry with the mouse in the list that drops down."""
    box.showPopup()
    view, index = box.view(), box.model().index(box.findData(value), 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    box.hidePopup()


def is_allowed(box: QComboBox, value: str) -> bool:
    model = box.model()
    assert isinstance(model, QStandardItemModel)
    return model.item(box.findData(value)).isEnabled()


def type_text(box: Any, text: str) -> None:
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
