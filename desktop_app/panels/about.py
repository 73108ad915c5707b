"""Name and notes of an experiment, in a section that is folded until somebody wants it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from core.edits import SetValue
from core.experiment import Experiment
from core.fields import FieldFacts, field_facts
from desktop_app.panels.field_editor import FieldEditor
from desktop_app.panels.fields import TextEditor
from desktop_app.panels.form import ProblemLine
from desktop_app.panels.section_header import INDENT, SectionHeader
from desktop_app.panels.setting_path import bring_into_view
from desktop_app.texts import translated

_LINES = 6


class NotesBox(QPlainTextEdit):
    """Several lines of text. It leaves Ctrl+Z to the window when there is no typing to take back.

    Signals:
        left: the focus went elsewhere.
        escaped: Escape was pressed.
    """

    left = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 14)

    def event(self, event: QEvent) -> bool:
        """Let the window's undo and redo through."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus has gone, unless a menu or another window has it for a while."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class NotesEditor(FieldEditor):
    """A text of several lines, committed when the focus goes elsewhere."""

    def __init__(self, facts: FieldFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.box = NotesBox()
        self._adopt(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.box.left.connect(self.commit)
        self.box.escaped.connect(self._restore)
        self._display()
        self.box.textChanged.connect(lambda: self.show_problem(""))

    def show_value(self, value: str) -> None:
        """Show ``value``, but keep what is being typed if the value is the one already shown."""
        typing = self.box.hasFocus() and self.box.toPlainText() != self.value
        if not (typing and value == self.value):
            super().show_value(value)

    def commit(self) -> None:
        """Emit the text, unless it is the value already shown."""
        if self.box.toPlainText() != self.value and not self.problem:
            self.edited.emit(self.box.toPlainText())

    def _restore(self) -> None:
        self._display()
        self.show_problem("")

    def _display(self) -> None:
        if self.box.toPlainText() != self.value:
            self.box.setPlainText(self.value)

    def _marked(self) -> Iterable[QWidget]:
        return (self.box,)


class AboutSection(QWidget):
    """A section with the name and the notes.

    Signals:
        edited: a :class:`core.edits.SetValue`.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = SectionHeader(
            self.tr("About this experiment"), self.tr("A name and notes; they are saved with the experiment.")
        )
        self.header.setChecked(False)
        self.body = QWidget()
        self.body.hide()
        self.header.toggled.connect(self.body.setVisible)
        self.name = TextEditor(field_facts(Experiment, "name"))
        self.name.line.setMaxLength(self.name.facts.max_length or self.name.line.maxLength())
        self.notes = NotesEditor(field_facts(Experiment, "notes"))
        rows = QVBoxLayout(self.body)
        rows.setContentsMargins(INDENT, 0, 0, 0)
        rows.setSpacing(4)
        for editor in (self.name, self.notes):
            label, problem = QLabel(translated(editor.facts.title)), ProblemLine()
            label.setBuddy(editor)
            editor.problem_changed.connect(problem.show_sentence)
            editor.edited.connect(partial(self._ask, editor.facts))
            for widget in (label, editor, problem):
                rows.addWidget(widget)
        top = QHBoxLayout()
        top.addWidget(self.header)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.body)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show name and notes; problems that were shown go away."""
        self.name.show_value(experiment.name)
        self.notes.show_value(experiment.notes)

    def show_problem(self, path: str, sentence: str) -> bool:
        """Show why a value was refused, and unfold; tell whether ``path`` leads here."""
        editor = self._editor(path)
        if editor is not None:
            self.header.setChecked(True)
            editor.show_problem(sentence)
        return editor is not None

    def reveal(self, path: str) -> bool:
        """Unfold and give the focus to a field; tell whether ``path`` leads here."""
        editor = self._editor(path)
        if editor is not None:
            self.header.setChecked(True)
            editor.setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_view(editor)
        return editor is not None

    def _editor(self, path: str) -> FieldEditor | None:
        return {"name": self.name, "notes": self.notes}.get(path)

    def _ask(self, facts: FieldFacts, value: str) -> None:
        self.edited.emit(SetValue((facts.name,), value, facts.title))
