from __future__ import annotations

from abc import abstractmethod

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.abstract import AbstractWidgetType


class Base(QWidget, metaclass=AbstractWidgetType):
    told = Signal(str)

    @abstractmethod
    def text(self) -> str: ...


class Whole(Base):
    def text(self) -> str:
        return "whole"


def test_only_a_widget_with_all_methods_can_be_made(qtbot: QtBot) -> None:
    with pytest.raises(TypeError, match="Base is abstract: it lacks text"):
        Base()
    found = Whole()
    qtbot.addWidget(found)
    with qtbot.waitSignal(found.told) as told:
        found.told.emit(found.text())
    assert told.args == ["whole"]
