"""The menu of presets."""

from __future__ import annotations

from PySide6.QtGui import QAction, QUndoStack
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from core.presets import presets
from desktop_app.main_window import MainWindow


def test_presets_stand_in_a_menu_for_each_group(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.build_menus(QUndoStack(window), presets())
    found: dict[str, list[QAction]] = {}
    for action in window.preset_menu.actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        found[menu.title()] = menu.actions()
    assert [(group, a.text()) for group, actions in found.items() for a in actions] == [
        (preset.group, preset.title) for preset in presets()
    ]
    asked: list[str] = []
    window.preset_requested.connect(asked.append)
    for actions in found.values():
        for action in actions:
            action.trigger()
    assert asked == [preset.name for preset in presets()]
    window.may_close = True
