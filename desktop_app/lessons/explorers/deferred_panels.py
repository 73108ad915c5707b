"""What the parameters explorer shows of its network, below the cards: patterns, accesses, and sharing."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.explorers.deferred import ACCESSES, DeferredSetup, Looked, access_code
from core.explorers.patterns import LONGEST, PatternError, checked
from desktop_app.lessons.explorers.deferred_table import ParameterTable
from desktop_app.lessons.explorers.matrix_strip import MatrixStrip, Term
from desktop_app.style import set_property

_EXAMPLE = ".*weight"
_BEFORE, _AFTER = "net.collect_params('", "')"
"""Program text, the same in all languages."""


def code_font(like: QFont) -> QFont:
    """Return the font for programs, as large as another one."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(like.pointSizeF())
    return font


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(8, 6, 8, 6)
    column.setSpacing(6)
    return column


class PatternPanel(QWidget):
    """All parameters as a table, and the pattern that ``collect_params`` chooses by.

    Signals:
        typed: a pattern that can be used.
        chosen: a parameter, such as "0.weight".
    """

    typed = Signal(str)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setMaxLength(LONGEST)
        self.edit.setFont(code_font(self.font()))
        self.edit.setAccessibleName(self.tr("Pattern"))
        self.edit.setPlaceholderText(_EXAMPLE)
        self.edit.setToolTip(
            self.tr("A regular expression that begins to match at the first letter of the name, such as .*weight")
        )
        self.edit.setMinimumWidth(120)
        self.edit.textEdited.connect(self._type)
        before, after = QLabel(_BEFORE), QLabel(_AFTER)
        for label in (before, after):
            label.setFont(code_font(self.font()))
        self.count = QLabel()
        self.count.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(before)
        row.addWidget(self.edit, 2)
        row.addWidget(after)
        row.addSpacing(10)
        row.addWidget(self.count, 3)
        self.table = ParameterTable()
        self.table.chosen.connect(self.chosen)
        column = _column(self)
        column.addLayout(row)
        column.addWidget(self.table, 1)

    def show_setup(self, setup: DeferredSetup) -> None:
        """Show the pattern."""
        if self.edit.text() != setup.pattern:
            self.edit.setText(setup.pattern)
            set_property(self.edit, "invalid", False)

    def show_looked(self, setup: DeferredSetup, looked: Looked) -> None:
        """Show all parameters."""
        self.table.show_rows(looked, bool(setup.pattern), setup.chosen)
        if not self.edit.property("invalid"):
            number = sum(row.matches for row in looked.rows)
            text = self.tr("chooses {0} of {1}") if setup.pattern else self.tr("no pattern: all {1}")
            if not number and any(re.search(setup.pattern, row.name) for row in looked.rows):
                text = self.tr("chooses 0 of {1}: a pattern begins at the first letter of the name; put .* before it")
            self.count.setText(text.format(number, len(looked.rows)))
            set_property(self.count, "role", "hint" if setup.pattern and not number else "muted")

    def _type(self, text: str) -> None:
        try:
            checked(text)
        except PatternError as error:
            set_property(self.edit, "invalid", True)
            self.count.setText(str(error))
            set_property(self.count, "role", "problem")
            return
        set_property(self.edit, "invalid", False)
        self.typed.emit(text)


class AccessPanel(QWidget):
    """Asks the network for one thing or another, and shows what MXNet says.

    Signals:
        wanted: one of ``ACCESSES``.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox()
        self.box.setFont(code_font(self.font()))
        self.box.setAccessibleName(self.tr("What is asked of the network"))
        self.box.addItems([""] * len(ACCESSES))
        self.box.activated.connect(lambda i: self.wanted.emit(ACCESSES[i]))
        hint = QLabel(self.tr("of the parameter that is chosen above"))
        hint.setProperty("role", "muted")
        self.answer = QPlainTextEdit()
        self.answer.setReadOnly(True)
        self.answer.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.answer.setFont(code_font(self.font()))
        self.answer.setAccessibleName(self.tr("What MXNet says"))
        self.answer.setMinimumHeight(40)
        self.refusal = QLabel()
        self.refusal.setWordWrap(True)
        self.refusal.setProperty("role", "problem")
        self.refusal.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.addWidget(self.box)
        row.addWidget(hint)
        row.addStretch(1)
        column = _column(self)
        column.addLayout(row)
        column.addWidget(self.refusal)
        column.addWidget(self.answer, 10)
        column.addStretch(1)
        self.refusal.hide()

    def show_setup(self, setup: DeferredSetup) -> None:
        """Show what is asked."""
        for position, access in enumerate(ACCESSES):
            self.box.setItemText(position, access_code(setup, access))
        self.box.setCurrentIndex(ACCESSES.index(setup.access))

    def show_looked(self, setup: DeferredSetup, looked: Looked) -> None:
        """Show the answer."""
        self.answer.setPlainText(looked.text)
        self.answer.setVisible(not looked.access_refusal)
        self.refusal.setText(looked.access_refusal)
        self.refusal.setVisible(bool(looked.access_refusal))


class SharingPanel(QWidget):
    """Two layers and one weight: what is written into it, and where its gradient comes from.

    Signals:
        edited: the edits that the user wants, as the setup has them.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setup = DeferredSetup()
        self.values_text, self.sum_text = QLabel(), QLabel()
        for label in (self.values_text, self.sum_text):
            label.setWordWrap(True)
        self.values, self.sums = MatrixStrip(), MatrixStrip()
        self.values.setAccessibleName(self.tr("Weights of both layers"))
        self.values.edited.connect(self._edit)
        self.sums.setAccessibleName(self.tr("Gradients of both uses, and their sum"))
        self.sums.setToolTip("")
        inside = QWidget()
        self._column = column = _column(inside)
        for widget in (self.values_text, self.values, self.sum_text, self.sums):
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def add_switch(self, switch: QWidget) -> None:
        """Put the switch that lets the layers share above everything."""
        self._column.insertWidget(0, switch)

    def show_looked(self, setup: DeferredSetup, looked: Looked) -> None:
        """Show weights and gradients."""
        self._setup = setup
        self._show_values(setup, looked)
        kind = setup.chosen.partition(".")[2]
        found = looked.sums.get(kind)
        self.sums.setVisible(found is not None)
        self.sum_text.setVisible(setup.shared)
        if found is None:
            self.sum_text.setText(self.tr("Pass X through the network: then autograd has gradients to show."))
            return
        self.sum_text.setText(
            self.tr(
                "Gradient of net(X).sum(): the layers use one {kind}, so the gradients of both uses add up."
            ).format(kind=kind)
        )
        self.sums.show_terms(
            [
                Term(self.tr("use in net[0]"), _matrix(found.first)),
                Term(self.tr("use in net[1]"), _matrix(found.second), "+"),
                Term(f"net[0].{kind}.grad()", _matrix(found.total), "="),
            ]
        )

    def _show_values(self, setup: DeferredSetup, looked: Looked) -> None:
        rows = [looked.row_of(f"{i}.weight") for i in range(min(2, len(setup.layers)))]
        known = all(row.values is not None for row in rows)
        self.values.setVisible(known)
        if not known:
            text = self.tr("The weights have no numbers yet: initialise them and pass X through the network.")
        elif setup.shared:
            text = self.tr(
                "net[1] was made with params=net[0].params. Drag a number of net[0].weight: net[1].weight is the same "
                "object, and shows it too."
            )
        else:
            text = self.tr(
                "Each layer has a weight of its own. Drag a number of net[0].weight: nothing else changes. Then let "
                "the second layer share the parameters of the first."
            )
        self.values_text.setText(text)
        self.values.show_terms(
            [
                Term(f"net[{i}].weight", _matrix(row.values), "≡" if i and setup.shared else "", editable=not i)
                for i, row in enumerate(rows)
                if row.values is not None
            ]
        )

    def _edit(self, _: int, row: int, column: int, value: float) -> None:
        kept = [edit for edit in self._setup.edits() if edit[:2] != (row, column)]
        self.edited.emit([number for edit in (*kept, (row, column, value)) for number in edit])


def _matrix(values: NDArray[np.float32]) -> NDArray[np.float64]:
    return values.reshape(len(values), -1).astype(np.float64)
