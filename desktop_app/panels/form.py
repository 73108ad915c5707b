"""A form for one group of settings: a row with label, editor and problem line for each of its fields."""

from __future__ import annotations

from functools import cache, partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.edits import SetValue
from core.experiment import VARIANTS, Training
from core.fields import FieldFacts, Value, field_facts, settings_of
from core.penalty import Penalty
from core.stopping import Stopping
from desktop_app.help_mark import WIDTH, HelpMark
from desktop_app.panels.field_editor import FieldEditor
from desktop_app.panels.fields import editor_for
from desktop_app.panels.setting_path import mark_setting
from desktop_app.texts import translated
from desktop_app.theme import theme

GAP = 6
"""Pixels between labels and editors."""
# By font and words: a form asks for it each time that another kind of settings is shown.
_widths: dict[tuple[str, tuple[tuple[str, bool], ...]], int] = {}
_BOLT = ((6.2, 0.5), (1.5, 6.6), (4.4, 6.6), (3.6, 11.5), (8.5, 5.0), (5.4, 5.0))


class LiveMark(QWidget):
    """A small bolt beside the name of a setting that can be changed while training."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(10, 12))
        self.setToolTip(self.tr("Can be changed while training"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bolt in the accent colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().accent))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in _BOLT]))


class ProblemLine(QLabel):
    """A sentence in red that takes no room while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "problem")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """Return a size by which a long word, such as a number of many digits, does not widen the form."""
        return QSize(0, super().minimumSizeHint().height())

    def show_sentence(self, sentence: str) -> None:
        """Show the sentence; an empty one hides the line."""
        self.setText(sentence)
        self.setVisible(bool(sentence))


class Form(QWidget):
    """Shows a group of settings, and follows when another kind of group takes its place.

    Signals:
        edited: a :class:`core.edits.SetValue` with the path of the group and the name of the field.
    """

    edited = Signal(object)

    def __init__(self, group: tuple[str | int, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = group
        self._pages: dict[type[Value], _Page] = {}
        self._page: _Page | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_group(self, value: Value) -> None:
        """Show the settings of ``value``; problems that were shown go away."""
        page = self._pages.get(type(value))
        if page is None:
            page = self._pages[type(value)] = _Page(type(value))
            page.edited.connect(self._emit)
            self._column.addWidget(page)
        for name, editor in page.editors.items():
            editor.show_value(getattr(value, name))
            editor.lock(unused_reason(editor.facts, value))
        if page is not self._page:
            if self._page is not None:
                self._page.hide()
            page.show()
            self._page = page
        self.setVisible(bool(page.editors))

    @property
    def is_empty(self) -> bool:
        """Whether the group that is shown has no settings."""
        return not self._editors()

    def editor(self, name: str) -> FieldEditor:
        """Return the editor of a field of the group that is shown.

        Raises:
            KeyError: if the group has no such field.
        """
        return self._editors()[name]

    def field(self, name: str) -> FieldEditor | None:
        """Return the editor of a field, or None if the group that is shown has no such field."""
        return self._editors().get(name)

    def show_problem(self, name: str, sentence: str) -> bool:
        """Show why a value was refused, at its field; tell whether there is such a field."""
        editor = self._editors().get(name)
        if editor is not None:
            editor.show_problem(sentence)
        return editor is not None

    def _editors(self) -> dict[str, FieldEditor]:
        return self._page.editors if self._page is not None else {}

    def _emit(self, name: str, value: Any) -> None:
        title = self.editor(name).facts.title
        self.edited.emit(SetValue((*self._group, name), value, title))


class _Page(QWidget):
    """The rows of one class of settings."""

    edited = Signal(str, object)

    def __init__(self, model: type[Value]) -> None:
        super().__init__()
        self.editors: dict[str, FieldEditor] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnMinimumWidth(0, label_width(self))
        self._grid.setColumnStretch(1, 1)
        for facts in settings_of(model):
            self._add(facts)

    def _add(self, facts: FieldFacts) -> None:
        editor = editor_for(facts)
        self.editors[facts.name] = editor
        label = self._label(facts, editor)
        problem = ProblemLine()
        row = self._grid.rowCount()
        if editor.is_wide():
            self._grid.addWidget(label, row, 0, 1, 2)
            self._grid.addWidget(editor, row + 1, 0, 1, 2)
        else:
            # With its own height the label stands beside the box, not beside the middle of box and slider.
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(editor, row, 1)
        self._grid.addWidget(problem, row + 2, 0, 1, 2)
        editor.problem_changed.connect(problem.show_sentence)
        editor.edited.connect(partial(self.edited.emit, facts.name))

    def _label(self, facts: FieldFacts, editor: FieldEditor) -> QWidget:
        text = QLabel(translated(facts.title))
        text.setBuddy(editor)
        holder = QWidget()
        holder.setToolTip(editor.toolTip())
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(3)
        row.addWidget(text)
        if facts.live:
            row.addWidget(LiveMark())
        mark = HelpMark(translated(facts.title), editor)
        mark_setting(mark, facts.name)
        row.addWidget(mark)
        row.addStretch(1)
        return holder


def unused_reason(facts: FieldFacts, value: Value) -> str:
    """Return why a field of ``value`` does not matter now and what to do, or nothing if it does."""
    if facts.only_when is None or getattr(value, facts.only_when[0]) == facts.only_when[1]:
        return ""
    other = field_facts(type(value), facts.only_when[0])
    if isinstance(facts.only_when[1], bool):
        pattern = QCoreApplication.translate("Form", "Tick “{title}” to use this.")
        return pattern.format(title=translated(other.title))
    return QCoreApplication.translate("Form", "Choose “{choice}” under “{title}” to use this.").format(
        choice=translated(other.choices[facts.only_when[1]]), title=translated(other.title)
    )


def label_width(widget: QWidget) -> int:
    """Return the width of the column of labels, in pixels: the same in all forms, so that editors stand in line."""
    titles = tuple((translated(title), is_live) for title, is_live in _all_titles())
    key = (widget.font().key(), titles)
    if key not in _widths:
        width = widget.fontMetrics().horizontalAdvance
        # A label asks for a pixel or two more than the letters take.
        _widths[key] = max(width(text) + (15 if is_live else 2) + 3 + WIDTH for text, is_live in titles)
    return _widths[key]


@cache
def _all_titles() -> tuple[tuple[str, bool], ...]:
    """Return the title of every setting once, and whether it can be changed while training."""
    groups: list[type[Value]] = [Penalty, Training, Stopping]
    groups += [variant for group, variants in VARIANTS.items() if group != "layers" for variant in variants]
    return tuple(dict.fromkeys((facts.title, facts.live) for group in groups for facts in settings_of(group)))
