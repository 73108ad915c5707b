from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.edits import MoveLayer, RemoveLayer
from core.layers import Activation, Dense, Dropout, Flatten
from tests.desktop_app.panels.layer_helpers import Bench, click, drag, focused, press, settle

LAYERS = (Flatten(), Dense(units=64, activation="relu"), Dropout(), Dense())


def middle(bench: Bench, position: int) -> int:
    return bench.cards[position].geometry().center().y()


def line(bench: Bench) -> object:
    return bench.panel.column._drag.line


def test_drag_down_and_up_by_the_handle(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *LAYERS)
    card = bench.cards[0]
    drag(bench, 0, middle(bench, 2) + 4)
    assert bench.edits == [MoveLayer(0, 2)]
    assert bench.kinds == ["dense", "dropout", "flatten", "dense"]
    assert bench.cards[2] is card
    assert (bench.selected, focused()) == (2, card)
    drag(bench, 2, -50)
    assert bench.edits[-1] == MoveLayer(2, 0)
    drag(bench, 1, bench.panel.column.height() + 60)
    assert bench.edits[-1] == MoveLayer(1, 3)
    assert bench.kinds == ["flatten", "dropout", "dense", "dense"]


def test_the_line_stands_in_the_gap_where_the_card_will_go(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *LAYERS)
    drag(bench, 0, middle(bench, 2) + 4, drop=False)
    gap = line(bench).geometry()
    assert line(bench).isVisible()
    assert bench.cards[2].geometry().bottom() <= gap.center().y() <= bench.cards[3].geometry().top()
    QTest.mouseMove(bench.cards[0].handle, bench.cards[0].handle.rect().center())
    settle()
    assert not line(bench).isVisible()  # at home nothing would change
    QTest.mouseRelease(bench.cards[0].handle, Qt.MouseButton.LeftButton)
    settle()
    assert not bench.edits


def test_a_press_without_a_move_only_selects(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *LAYERS)
    click(bench.cards[1].handle)
    assert (bench.selected, bench.edits) == (1, [])
    handle = bench.cards[1].handle
    QTest.mousePress(handle, Qt.MouseButton.RightButton)
    QTest.mouseMove(handle, QPoint(5, 300))
    QTest.mouseRelease(handle, Qt.MouseButton.RightButton, pos=QPoint(5, 300))
    settle()
    assert not bench.edits


def test_escape_cancels_a_drag(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *LAYERS)
    drag(bench, 0, middle(bench, 2) + 4, drop=False)
    press(Qt.Key.Key_Escape)
    assert not line(bench).isVisible()
    assert bench.cards[0].graphicsEffect() is None
    QTest.mouseRelease(bench.cards[0].handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    settle()
    assert not bench.edits


def test_a_change_from_elsewhere_cancels_a_drag(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *LAYERS)
    handle = bench.cards[0].handle
    drag(bench, 0, middle(bench, 2) + 4, drop=False)
    bench.apply(RemoveLayer(0))
    settle()
    assert not bench.panel.column.dragging
    bench.apply(RemoveLayer(0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    settle()
    assert bench.edits == [RemoveLayer(0), RemoveLayer(0)]


def test_a_drag_near_the_edge_scrolls(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *(Activation() for _ in range(6)), Dense(), height=220)
    bar = bench.area.verticalScrollBar()
    handle = bench.cards[0].handle
    assert bar.value() == 0
    start = handle.rect().center()
    viewport = bench.area.viewport()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(handle, start + QPoint(0, 30))
    edge = handle.mapFrom(viewport, QPoint(20, viewport.height() - 4))
    QTest.mouseMove(handle, edge)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=handle.mapFrom(viewport, QPoint(20, 210)))
    settle()
    (edit,) = bench.edits
    assert edit.target > 4  # far below what was visible at first
    assert not bench.panel.column._drag._scroll.isActive()
