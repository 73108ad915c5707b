"""Tab goes where the eye goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.plots.tab_order import follow_layouts


def test_tab_visits_widgets_in_the_order_of_their_layouts(qtbot):
    # Made in an order of its own, as Tab would have it.
    last, page, inside, first, second = (QLineEdit() for _ in range(5))
    pages, area, inner, whole = QStackedWidget(), QScrollArea(), QWidget(), QWidget()
    pages.addWidget(page)
    QVBoxLayout(inner).addWidget(inside)
    area.setWidget(inner)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    row = QHBoxLayout()
    row.addWidget(first)
    row.addStretch(1)
    row.addWidget(second)
    layout = QVBoxLayout(whole)
    layout.addLayout(row)
    for widget in (pages, area, last):
        layout.addWidget(widget)
    follow_layouts(whole)
    qtbot.addWidget(whole)
    with qtbot.waitActive(whole):
        whole.show()
    first.setFocus()
    visited = [first]
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert visited == [first, second, page, inside, last]
