"""What of a widget's texts does not fit into the room that it has."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QTableWidget,
    QToolButton,
    QWidget,
)

from desktop_app.lessons.explorers.controls import NumberControl
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.hover_card import HoverCard

_SLACK = 1
_ARROW = 24
"""Pixels of a combo box that its arrow and its margins take."""


def cut_off(widget: QWidget) -> list[str]:
    """Return all visible texts that are cut off or written over another one; empty if everything fits."""
    found = [text for kind, find in _FINDERS for it in widget.findChildren(kind) if it.isVisible() for text in find(it)]
    for canvas in widget.findChildren(Canvas):
        if canvas.isVisible():
            found += _in_canvas(canvas)
    return found


def _label(label: QLabel) -> Iterator[str]:
    if isinstance(label.parent(), Canvas) or isinstance(label, HoverCard) or not label.text():
        return
    wrapped = label.wordWrap()
    needed = label.heightForWidth(label.width()) if wrapped else label.sizeHint().width()
    if needed > (label.height() if wrapped else label.width()) + _SLACK:
        yield f"label {label.text()!r}"


def _button(button: QAbstractButton) -> Iterator[str]:
    style = button.toolButtonStyle() if isinstance(button, QToolButton) else Qt.ToolButtonStyle.ToolButtonTextOnly
    shown = "" if style == Qt.ToolButtonStyle.ToolButtonIconOnly else button.text().replace("&", "")
    if button.fontMetrics().horizontalAdvance(shown) > button.width():
        yield f"button {shown!r}"


def _combo(box: QComboBox) -> Iterator[str]:
    if box.fontMetrics().horizontalAdvance(box.currentText()) + _ARROW > box.width():
        yield f"choice {box.currentText()!r}"


def _spin(box: QAbstractSpinBox) -> Iterator[str]:
    edit = box.lineEdit()
    if edit.fontMetrics().horizontalAdvance(edit.text()) > edit.width():
        yield f"number {edit.text()!r}"


def _control(control: NumberControl) -> Iterator[str]:
    if not control.rect().contains(control.box.geometry()):
        yield f"box of {control.label.text()!r}"
    parent = control.parentWidget()
    if not parent.rect().contains(control.geometry()):
        yield f"control {control.label.text()!r}"


def _table(table: QTableWidget) -> Iterator[str]:
    header = table.horizontalHeader()
    for column in range(table.columnCount()):
        head = table.horizontalHeaderItem(column)
        needed = header.fontMetrics().horizontalAdvance(head.text()) + 4 if head is not None else 0
        if header.isVisible() and needed > header.sectionSize(column):
            yield f"heading {head.text()!r}"


_FINDERS = (
    (QLabel, _label),
    (QAbstractButton, _button),
    (QComboBox, _combo),
    (QAbstractSpinBox, _spin),
    (NumberControl, _control),
    (QTableWidget, _table),
)


def _in_canvas(canvas: Canvas) -> Iterator[str]:
    for title in canvas.titles:
        if title.shown != title.text:
            yield f"title {title.text!r}"
    for legend in canvas.legends:
        metrics = QFontMetricsF(legend._font)
        for entry, place in legend._places:
            right = place.x() + entry.style.sample_width + legend._GAP + metrics.horizontalAdvance(entry.text)
            if right > legend.size().width() + _SLACK:
                yield f"legend {entry.text!r}"
    yield from _axis_labels(canvas)


def _axis_labels(canvas: Canvas) -> Iterator[str]:
    frame, seen = QRectF(QRect(-2, -2, canvas.viewport().width() + 4, canvas.viewport().height() + 4)), []
    for plot in canvas.plots:
        for axis in (plot.left, plot.bottom):
            if not axis.isVisible() or not axis.label.isVisible() or not axis.labelText:
                continue
            place = canvas.mapFromScene(axis.label.sceneBoundingRect()).boundingRect().toRectF()
            if not frame.contains(place):
                yield f"axis {axis.labelText!r}"
            # Glyphs do not fill the margin of their box.
            inside = place.adjusted(4, 4, -4, -4)
            if any(inside.intersects(other) for other in seen):
                yield f"overlapping axis {axis.labelText!r}"
            seen.append(inside)
