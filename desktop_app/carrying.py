"""Carries what the user has set in one window over to another that was built in the same way, in another language.

Most of what a window shows comes from the session, the run and the selections. What is left (which box is ticked, which
entry is chosen, how a splitter is drawn) is found at the same place of both windows. A widget that has methods
``state()`` and ``restore(state)`` is asked through them instead, with all that it holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QScrollBar,
    QSpinBox,
    QSplitter,
    QTabWidget,
    QWidget,
)


def carry_over(old: QMainWindow, new: QMainWindow) -> None:
    """Set everything in ``new`` that the user has set in ``old``."""
    for before, after in _pairs(old, new):
        _carry(before, after)
    # A scroll bar has its range once all is laid out.
    for before, after in _pairs(old, new):
        if isinstance(before, QScrollBar):
            after.setValue(before.value())


def _pairs(old: QWidget, new: QWidget) -> Iterator[tuple[Any, Any]]:
    """Yield the widgets at the same places, of the same class, from the outside to the inside."""
    if type(old) is not type(new):
        return
    yield old, new
    if _has_state(old):
        return
    there = _by_class(new)
    for kind, widgets in _by_class(old).items():
        # Where their numbers differ, nobody knows which belong together.
        if len(widgets) == len(there[kind]):
            for before, after in zip(widgets, there[kind], strict=True):
                yield from _pairs(before, after)


def _by_class(parent: QWidget) -> dict[type, list[QWidget]]:
    found = defaultdict(list)
    for child in parent.children():
        if isinstance(child, QWidget) and not _is_dialog(child):
            found[type(child)].append(child)
    return found


def _is_dialog(widget: QObject) -> bool:
    return isinstance(widget, QWidget) and widget.isWindow()


def _has_state(widget: QWidget) -> bool:
    return hasattr(widget, "state") and hasattr(widget, "restore")


def _carry(old: Any, new: Any) -> None:
    if _has_state(old):
        new.restore(old.state())
        return
    for kind, carry in _CARRIERS.items():
        if isinstance(old, kind):
            carry(old, new)
            return


def _carry_button(old: QAbstractButton, new: QAbstractButton) -> None:
    if old.isCheckable() and old.isChecked() != new.isChecked() and (old.isChecked() or not _is_exclusive(new)):
        new.setChecked(old.isChecked())


def _is_exclusive(button: QAbstractButton) -> bool:
    group = button.group()
    return button.autoExclusive() or (group is not None and group.exclusive())


def _carry_choice(old: QComboBox, new: QComboBox) -> None:
    if old.count() == new.count() and old.currentIndex() != new.currentIndex():
        new.setCurrentIndex(old.currentIndex())
        # What only listens to the user is to hear of it as well.
        new.activated.emit(new.currentIndex())


def _carry_text(old: QLineEdit, new: QLineEdit) -> None:
    if old.isModified() and old.text() != new.text():
        new.setText(old.text())


def _carry_value(old: QSpinBox | QAbstractSlider, new: QSpinBox | QAbstractSlider) -> None:
    if old.value() != new.value():
        new.setValue(old.value())


def _carry_page(old: QTabWidget, new: QTabWidget) -> None:
    if old.count() == new.count():
        new.setCurrentIndex(old.currentIndex())


def _carry_layout(old: Any, new: Any) -> None:
    new.restoreState(old.saveState())


_CARRIERS: dict[type, Callable[[Any, Any], None]] = {
    QMainWindow: _carry_layout,
    QScrollBar: lambda old, new: None,
    QAbstractButton: _carry_button,
    QComboBox: _carry_choice,
    QLineEdit: _carry_text,
    QSpinBox: _carry_value,
    QAbstractSlider: _carry_value,
    QTabWidget: _carry_page,
    QSplitter: _carry_layout,
}
