"""A small session for tests: applies edits through the core, and shows the outcome back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.data import FashionMNIST
from core.edits import Edit, SetValue
from core.errors import ExperimentError
from core.experiment import Experiment
from core.layers import Dense, Dropout, LayerBase
from desktop_app.panels.layer_card import LayerCard
from desktop_app.panels.layer_stack import LayerStackPanel

MLP = (Dense(units=256, activation="relu"), Dropout(rate=0.2), Dense())


class Bench:
    """The panel in a scroll area of 300 pixels' width, and who answers it."""

    def __init__(self, qtbot: QtBot, *layers: LayerBase, height: int = 900, **settings: Any) -> None:
        self.panel = LayerStackPanel()
        self.edits: list[Edit] = []
        self.refused: list[str] = []
        self.past: list[Experiment] = []
        self.experiment = Experiment(layers=layers, **({"data": FashionMNIST()} | settings))
        self.panel.edited.connect(self.apply)
        self.panel.show_experiment(self.experiment)
        self.area = QScrollArea()
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.panel)
        # Something before the panel, as in the real window: it gets the focus when the window opens.
        self.elsewhere = QLineEdit(accessibleName="Elsewhere")
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.elsewhere)
        column.addWidget(self.area)
        self.window.resize(300, height + self.elsewhere.sizeHint().height())
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        settle()
        assert focused() is self.elsewhere

    def apply(self, edit: Edit) -> None:
        self.edits.append(edit)
        try:
            changed = edit.apply(self.experiment)
        except ExperimentError as error:
            self.refused.append(str(error))
            path = ".".join(str(key) for key in edit.path) if isinstance(edit, SetValue) else ""
            self.panel.show_problem(path, str(error))
            return
        self.past.append(self.experiment)
        self.experiment = changed
        self.panel.show_experiment(changed)

    def undo(self) -> None:
        self.experiment = self.past.pop()
        self.panel.show_experiment(self.experiment)
        settle()

    @property
    def cards(self) -> list[LayerCard]:
        return self.panel.column.cards

    @property
    def selected(self) -> int | None:
        assert [card.selected for card in self.cards].count(True) <= 1
        return next((i for i, card in enumerate(self.cards) if card.selected), None)

    @property
    def kinds(self) -> list[str]:
        """The kinds in the order in which the cards stand on the screen."""
        ordered = sorted(self.cards, key=lambda card: card.mapToGlobal(QPoint(0, 0)).y())
        assert ordered == self.cards
        return [card.kind.kind_name() for card in self.cards]

    def add(self, kind: str) -> None:
        click(self.panel.add_buttons[kind])

    def box(self, position: int, name: str) -> QWidget:
        """The widget of a field that takes the keys."""
        box = self.cards[position].editors[name].focusProxy()
        assert box is not None
        return box


def settle() -> None:
    """Let the layouts and zero timers that are due do their work."""
    for _ in range(3):
        QApplication.processEvents()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def click(widget: QWidget, position: QPoint | None = None) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=position or widget.rect().center())
    settle()


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key the way the window system does: the window decides which widget gets it."""
    window = focused().window().windowHandle()
    QTest.keyClick(window, key, modifiers)
    settle()


def type_text(text: str) -> None:
    """Type over what is in the field that has the focus."""
    QTest.keySequence(focused().window().windowHandle(), "Ctrl+A")
    for letter in text:
        QTest.keyClick(focused().window().windowHandle(), letter)


def drag(bench: Bench, source: int, y: int, *, drop: bool = True) -> None:
    """Drag a card by its handle to a height in the column's coordinates, with stops on the way."""
    handle = bench.cards[source].handle
    start = handle.rect().center()
    end = handle.mapFrom(bench.panel.column, QPoint(20, y))
    end.setX(start.x())
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    for part in range(1, 5):
        QTest.mouseMove(handle, start + (end - start) * part / 4)
    settle()
    if drop:
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=end)
        settle()


def choose(bench: Bench, position: int, name: str, value: str) -> None:
    """Open the combo box of a field with the mouse and walk to an entry."""
    choose_entry(bench.box(position, name), value)


def choose_entry(box: QComboBox, value: str) -> None:
    """Open a combo box with the mouse and walk to an entry."""
    click(box)
    view = box.view()
    assert view.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Home)
    for _ in range(box.findData(value)):
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    settle()


def pick_from_menu(menu: QMenu, title: str) -> None:
    """Walk down an open menu with the keyboard."""
    assert menu.isVisible()
    entries = [action for action in menu.actions() if action.isEnabled()]
    wanted = next(action for action in entries if action.text().split("\t")[0] == title)
    for _ in range(len(entries)):
        if menu.activeAction() is wanted:
            break
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()
