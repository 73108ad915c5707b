"""An editor on a desk for tests: whoever answers it, and hands that type and turn the wheel."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.errors import ExperimentError
from core.experiment import Experiment, from_dict, with_value
from core.fields import Value, field_facts
from desktop_app.panels.field_editor import FieldEditor
from desktop_app.panels.fields import NumberEditor, editor_for

START = from_dict(
    {
        "data": {"kind": "linear_regression"},
        "loss": {"kind": "l2"},
        "layers": [{"kind": "dense"}, {"kind": "dropout"}],
        "optimizer": {"kind": "sgd"},
    }
)


class Keeper:
    """Keeps an experiment like the session: applies what the editor asks for, and answers."""

    def __init__(self, editor: FieldEditor, path: str, experiment: Experiment = START) -> None:
        self.editor, self.path = editor, path
        self.experiment = experiment
        self.asked: list[Any] = []
        editor.edited.connect(self.apply)
        self.show()

    @property
    def value(self) -> Any:
        node: Any = self.experiment
        for key in self.path.split("."):
            node = node[int(key)] if key.isdigit() else getattr(node, key)
        return node

    def show(self) -> None:
        self.editor.show_value(self.value)

    def apply(self, value: Any) -> None:
        self.asked.append(value)
        try:
            self.experiment = with_value(self.experiment, self.path, value)
        except ExperimentError as error:
            self.editor.show_problem(str(error))
        else:
            self.show()


class Desk:
    """A window with one editor on it, and a line beside it that can take the focus."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.column = QVBoxLayout(self.window)
        self.other = QLineEdit()
        self.column.addWidget(self.other)
        qtbot.addWidget(self.window)
        self._qtbot = qtbot

    def put(self, model: type[Value], name: str, path: str, experiment: Experiment = START) -> Keeper:
        editor = editor_for(field_facts(model, name))
        self.column.addWidget(editor)
        self.window.resize(300, 100)
        with self._qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        return Keeper(editor, path, experiment)


def kind_of(path: str) -> tuple[type[Value], str, str]:
    """Return the class and the name of the field of START at ``path``."""
    node: Any = START
    *groups, name = path.split(".")
    for key in groups:
        node = node[int(key)] if key.isdigit() else getattr(node, key)
    return type(node), name, path


def type_text(box: QLineEdit, text: str) -> None:
    """Replace the text of the box."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, text)


def turn_wheel(widget: QWidget, notches: float, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> bool:
    """Turn the wheel over the widget, and tell whether the widget took it."""
    middle = QPointF(widget.rect().center())
    delta = QPoint(0, round(notches * 120))
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        delta,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def box_of(keeper: Keeper) -> Any:
    assert isinstance(keeper.editor, NumberEditor)
    return keeper.editor.box
