"""A row of one's own: a field for each column, typed as it stands in the file; for points also a click."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.data import DataSet, Parts
from core.data.names import title_of_input
from core.data.rows import MISSING, InputColumn, RowForm, plain_form, split_row
from core.errors import DataError
from core.sentences import number_text
from desktop_app.plots.own_point import OwnPoint
from desktop_app.plots.plot_style import readable
from desktop_app.plots.tab_order import follow_layouts
from desktop_app.style import set_property

_NO_LIMIT = (1 << 24) - 1  # Qt's QWIDGETSIZE_MAX

MOST_FIELDS = 100
"""Columns that can be typed one by one; of a wider table the others keep their usual values."""


class OwnRow(QWidget):
    """Turns typed cells into the inputs of a network.

    Signals:
        changed: :meth:`inputs` or :attr:`problem` has changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem = ""
        self.form: RowForm | None = None
        self.fields: list[QLineEdit | QComboBox] = []
        self.hints: list[QLabel] = []
        self._data: DataSet | None = None
        self._parts: Parts | None = None
        self.row_edit = QLineEdit()
        self.row_edit.setPlaceholderText(self.tr("a row of a CSV file, then Enter"))
        self.row_edit.setAccessibleName(self.tr("Row of a CSV file"))
        self.row_edit.setToolTip(
            self.tr("Cells of all columns in their order, with commas, semicolons or tabs between")
        )
        self.row_edit.returnPressed.connect(self._take_row)
        self.usual_button = QToolButton()
        self.usual_button.setText(self.tr("Usual values"))
        self.usual_button.setToolTip(self.tr("Put the median of the training part into every field"))
        self.usual_button.clicked.connect(self.show_usual)
        self.note, self.problem_label = QLabel(), QLabel()
        self.note.setProperty("role", "muted")
        self.problem_label.setProperty("role", "problem")
        for label in (self.note, self.problem_label):
            label.setWordWrap(True)
        self.point = OwnPoint()
        self.point.chosen.connect(self._take_point)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.row_edit, 1)
        top.addWidget(self.usual_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.problem_label)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.point, 3)
        layout.addWidget(self.note)

    def show_parts(self, data: DataSet, parts: Parts) -> None:
        """Offer the columns of a data set, or the axes of points; what is typed stays if they are the same."""
        if parts is self._parts:
            return
        self._data, self._parts = data, parts
        form = _form_of(parts)
        before, self.form = self.form, form
        axes = parts.facts.axes
        self.point.setVisible(bool(axes))
        if axes:
            self.point.show_data(data, parts)
        same = before is not None and [c.name for c in before.columns] == [c.name for c in form.columns]
        if not same or any(a.categories != b.categories for a, b in zip(before.columns, form.columns, strict=True)):  # type: ignore[union-attr]
            self._build_fields(form)
        self.note.setText(self._note(form))
        self.note.setVisible(bool(self.note.text()))
        self._read()

    def inputs(self) -> NDArray[np.float32] | None:
        """Return the row as the network sees it, ``(1, *input_shape)``; None if a cell cannot be read."""
        if self.form is None or self._parts is None or self._data is None or self.problem:
            return None
        typed = [column.parsed(text) for column, text in zip(self.form.columns, self.texts(), strict=True)]
        if self._parts.facts.axes:
            return self._data.features(np.array([typed], dtype=np.float64))
        return self.form.inputs(typed).reshape(1, *self._parts.facts.input_shape)

    def texts(self) -> list[str]:
        """Return the cells of all columns."""
        if self.form is None:
            return []
        typed = [field.text() if isinstance(field, QLineEdit) else field.currentData() for field in self.fields]
        return typed + [_usual(column) for column in self.form.columns[len(typed) :]]

    def show_texts(self, texts: Sequence[str]) -> None:
        """Put cells into the fields."""
        for field, text in zip(self.fields, texts, strict=False):
            with QSignalBlocker(field):
                if isinstance(field, QLineEdit):
                    field.setText(text)
                else:
                    field.setCurrentIndex(max(0, field.findData(text)))
        self._read()

    def show_usual(self) -> None:
        """Put the usual value into every field."""
        if self.form is not None:
            self.show_texts([_usual(column) for column in self.form.columns])

    # -- building -----------------------------------------------------------------------------------------------------

    def _build_fields(self, form: RowForm) -> None:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(2, 1)
        self.fields, self.hints = [], []
        for row, column in enumerate(form.columns[:MOST_FIELDS]):
            name = title_of_input(column.name)
            label, field = QLabel(name), self._field(column)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(field)
            field.setAccessibleName(name)
            usual = QLabel(self._range(column))
            usual.setProperty("role", "muted")
            usual.setWordWrap(True)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            grid.addWidget(usual, row, 2)
            self.fields.append(field)
            self.hints.append(usual)
        grid.setRowStretch(len(self.fields), 1)
        self.area.setWidget(content)
        follow_layouts(self)
        row_height = self.fontMetrics().height() + 18
        self.area.setMinimumHeight(min(len(self.fields), 3) * row_height)
        self.area.setMaximumHeight(len(self.fields) * row_height if self.point.isVisibleTo(self) else _NO_LIMIT)

    def _field(self, column: InputColumn) -> QLineEdit | QComboBox:
        if column.categories:
            box = QComboBox()
            for name in (*column.categories, *([MISSING] if column.may_miss else [])):
                box.addItem(name, name)
            box.currentIndexChanged.connect(self._read)
            return box
        field = QLineEdit(_usual(column))
        field.setMinimumWidth(110)
        field.setMaximumWidth(190)
        field.setMaxLength(60)
        field.textEdited.connect(self._read)
        return field

    def _range(self, column: InputColumn) -> str:
        if column.categories:
            return ""
        text = self.tr("usually {low} to {high}").format(low=readable(column.low, 3), high=readable(column.high, 3))
        return text + (self.tr(", may be empty") if column.may_miss else "")

    def _note(self, form: RowForm) -> str:
        parts = []
        if len(form.columns) > MOST_FIELDS:
            text = self.tr("The other {number} columns keep their usual values.")
            parts.append(text.format(number=f"{len(form.columns) - MOST_FIELDS:,}"))
        if form.is_scaled:
            parts.append(
                self.tr("Numbers are standardised as the training part was: minus its mean, by its deviation.")
            )
        if any(column.may_miss for column in form.columns):
            parts.append(self.tr("A missing number counts as the mean."))
        return " ".join(parts)

    # -- what the user does -------------------------------------------------------------------------------------------

    def _take_row(self) -> None:
        if self.form is None:
            return
        try:
            cells = split_row(self.row_edit.text(), len(self.form.columns))
            for column, cell in zip(self.form.columns, cells, strict=True):
                column.parsed(cell)
        except DataError as error:
            self._tell(str(error))
            return
        self.show_texts([cell or MISSING for cell in cells])

    def _take_point(self, place: QPointF) -> None:
        self.show_texts([number_text(float(f"{value:.4g}")) for value in (place.x(), place.y())][: len(self.fields)])

    def _read(self) -> None:
        """Look at every cell, and say beside it what is wrong."""
        problem = ""
        if self.form is not None:
            for field, hint, column, text in zip(
                self.fields, self.hints, self.form.columns, self.texts(), strict=False
            ):
                sentence = ""
                try:
                    column.parsed(text)
                except DataError as error:
                    sentence = str(error)
                set_property(field, "invalid", bool(sentence))
                set_property(hint, "role", "problem" if sentence else "muted")
                hint.setText(sentence or self._range(column))
                problem = problem or sentence
        self._tell(problem, is_shown=False)
        has_axes = self._parts is not None and bool(self._parts.facts.axes)
        if has_axes and self.form is not None and not problem:
            values = [column.parsed(text) for column, text in zip(self.form.columns, self.texts(), strict=True)]
            self.point.show_point([float(value) for value in values if isinstance(value, float)])
        self.changed.emit()

    def _tell(self, problem: str, *, is_shown: bool = True) -> None:
        """Keep what is wrong; that of a field is said beside it."""
        self.problem = problem
        self.problem_label.setText(problem)
        self.problem_label.setVisible(bool(problem) and is_shown)


def _form_of(parts: Parts) -> RowForm:
    """Return the columns to type: axes for points, else those of the table."""
    facts = parts.facts
    if facts.axes and parts.train.points is not None:
        return plain_form([axis.name for axis in facts.axes], parts.train.points)
    if parts.form is not None:
        return parts.form
    X = parts.train.X.reshape(len(parts.train), -1)
    names = facts.input_names or tuple(f"x{j + 1}" for j in range(X.shape[1]))
    return plain_form(names, X)


def _usual(column: InputColumn) -> str:
    return column.categories[0] if column.categories else number_text(float(f"{column.usual:.4g}"))
