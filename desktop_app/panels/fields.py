"""One editor widget for each kind of field; range, step, help and choices come from the field's facts.

``editor_for(facts)`` makes the widget. It shows values with ``show_value``, never changes anything by itself, and
emits ``edited`` with what the user asks for, valid or not: whoever keeps the experiment decides, and answers with
``show_value`` or ``show_problem``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QRandomGenerator, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.fields import FieldFacts
from core.sentences import number_text
from core.typed_numbers import parse_number, parse_numbers
from desktop_app.panels.field_editor import FieldEditor
from desktop_app.panels.inputs import ChoiceBox, LineEdit, NumberBox, Slider, tool_button
from desktop_app.panels.list_fields import ChoicesEditor, RecordsEditor
from desktop_app.panels.number_text import (
    log_positions,
    nearest_position,
    stepped,
)
from desktop_app.texts import translated

_SEEDS = 10_000
_NARROW_TITLE = 20


class NumberEditor(FieldEditor):
    """A number that may be typed or stepped; with ``facts.word`` also a word such as "auto", and a button for it."""

    def __init__(self, facts: FieldFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.box = NumberBox()
        self._adopt(self.box)
        self._resolved: int | None = None
        self._shown = ""
        self._link: QToolButton | None = None
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box)
        if facts.word:
            icon_name, text = self._word_button()
            self._link = tool_button(icon_name, text)
            self._link.setCheckable(True)
            self._link.clicked.connect(self._toggle_auto)
            row.addWidget(self._link)
        self._row = row
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(row)
        self.box.textEdited.connect(lambda: self.show_problem(""))
        self.box.editingFinished.connect(self.commit)
        self.box.escaped.connect(self._restore)
        self.box.stepped.connect(self._step)
        self._display()

    def _word_button(self) -> tuple[str, str]:
        """Return icon and name of the button that chooses the word instead of a number."""
        if self.facts.word == "all":
            return "check", self.tr("Take all")
        if self.facts.name == "units":
            return "link", self.tr("Follow the data set automatically")
        return "link", self.tr("Choose automatically")

    @property
    def text(self) -> str:
        """What stands in the box; empty when it shows a word."""
        return self.box.text()

    def show_auto_value(self, resolved: int) -> None:
        """Say which number "auto" stands for."""
        self._resolved = resolved
        self._display_placeholder()

    def show_value(self, value: Any) -> None:
        """Show ``value``, but keep what is being typed if the value is the one already shown."""
        typing = self.box.hasFocus() and self.text != self._shown and not self.problem
        if not (typing and value == self.value):
            super().show_value(value)

    def commit(self) -> None:
        """Emit the typed number or text, unless it is the value already shown."""
        if self.text == self._shown or self.problem:
            return
        typed = self._typed()
        if typed == self.value:
            self._restore()
        else:
            self.edited.emit(typed)

    def _typed(self) -> Any:
        word = self.facts.word
        if not self.text.strip() and self._shows_word:
            return word
        typed = parse_number(self.text, whole=self.facts.kind == "int")
        return word if word and isinstance(typed, str) and typed.lower() == word else typed

    @property
    def _shows_word(self) -> bool:
        return bool(self.facts.word) and self.value == self.facts.word

    def _step(self, steps: int) -> None:
        typed = self._typed()
        start = self._number() if isinstance(typed, str) else typed
        new = stepped(start, steps, self.facts)
        if new != self.value or self.text != self._shown:
            self._put(new)
            if new == self.value:
                self._restore()
            else:
                self.edited.emit(new)

    def _number(self) -> float:
        """Return the value as a number, whatever it is now."""
        if not self._shows_word:
            return float(self.value) if self.facts.kind == "float" else int(self.value)
        least = self.facts.step if self.facts.word == "all" else self.facts.minimum
        return self._resolved if self._resolved is not None else int(least or 1)

    def _restore(self) -> None:
        self._display()
        self.show_problem("")

    def _display(self) -> None:
        self._shown = "" if self._shows_word else number_text(self.value)
        self._put(self.value)
        if self._link is not None:
            self._link.setChecked(self._shows_word)
        self._display_placeholder()

    def _put(self, value: Any) -> None:
        text = "" if value == self.facts.word else number_text(value)
        if self.box.put(text) and self.box.hasFocus():
            self.box.selectAll()

    def _display_placeholder(self) -> None:
        resolved = "" if self._resolved is None else f" ({self._resolved})"
        self.box.setPlaceholderText(translated(self.facts.word) + resolved if self._shows_word else "")

    def _toggle_auto(self, automatic: bool) -> None:
        new: Any = self.facts.word if automatic else self._number()
        self._restore()
        if new != self.value:
            self.edited.emit(new)

    def _marked(self) -> Iterable[QWidget]:
        return (self.box,)


class SeedEditor(NumberEditor):
    """A seed, with a die that draws another one; four digits are easy to read out and to write down."""

    def __init__(self, facts: FieldFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.die = tool_button("dice", self.tr("Draw another seed"))
        self.die.clicked.connect(self._draw)
        self._row.addWidget(self.die)

    def _draw(self) -> None:
        seed = self.value
        while seed == self.value:
            seed = QRandomGenerator.global_().bounded(_SEEDS)
        self._restore()
        self.edited.emit(seed)


class LogNumberEditor(NumberEditor):
    """A number with a logarithmic slider under it; every move of the slider is emitted at once."""

    def __init__(self, facts: FieldFacts, parent: QWidget | None = None) -> None:
        self._positions = log_positions(facts)
        self.slider = Slider(Qt.Orientation.Horizontal)
        super().__init__(facts, parent)
        self.slider.setRange(0, len(self._positions) - 1)
        self.slider.setPageStep(6)
        # The box offers the same steps to the keyboard; one stop for the Tab key is enough.
        self.slider.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.slider.setAccessibleName(translated(facts.title))
        self.slider.valueChanged.connect(self._slide)
        self._column.addWidget(self.slider)
        self._display()

    def _display(self) -> None:
        super()._display()
        with QSignalBlocker(self.slider):
            self.slider.setValue(nearest_position(self.value, self._positions))

    def _slide(self, position: int) -> None:
        self._put(self._positions[position])
        self.edited.emit(self._positions[position])


class TextEditor(FieldEditor):
    """A line of text, or numbers separated by commas."""

    def __init__(self, facts: FieldFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.line = LineEdit()
        self._adopt(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self.line.textEdited.connect(lambda: self.show_problem(""))
        self.line.editingFinished.connect(self.commit)
        self._display()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Restore the value on Escape, which the line leaves to its parent."""
        if event.key() == Qt.Key.Key_Escape:
            self._display()
            self.show_problem("")
        else:
            super().keyPressEvent(event)

    def commit(self) -> None:
        """Emit the typed text or numbers, unless it is the value already shown."""
        typed = parse_numbers(self.line.text()) if self.facts.kind == "numbers" else self.line.text()
        if typed == self.value:
            self._display()
        elif not self.problem:
            self.edited.emit(typed)

    def _display(self) -> None:
        shown = ", ".join(number_text(v) for v in self.value) if self.facts.kind == "numbers" else str(self.value)
        self.line.put(shown)

    def _marked(self) -> Iterable[QWidget]:
        return (self.line,)


class BoolEditor(FieldEditor):
    """A check box; its row's label may be left out, since ``box`` can carry the title (:meth:`show_title`)."""

    def __init__(self, facts: FieldFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.box = QCheckBox()
        self._adopt(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.box.clicked.connect(self._click)
        self._display()

    def show_title(self) -> None:
        """Write the field's title beside the box."""
        self.box.setText(translated(self.facts.title))

    def _click(self, checked: bool) -> None:
        self._display()
        self.edited.emit(checked)

    def _display(self) -> None:
        self.box.setChecked(bool(self.value))


class ChoiceEditor(FieldEditor):
    """A combo box of the field's choices."""

    def __init__(self, facts: FieldFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.box = ChoiceBox()
        self._adopt(self.box)
        for value, title in facts.choices.items():
            self.box.add(value, translated(title))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.box.chosen.connect(self.edited)
        self._display()

    def is_wide(self) -> bool:
        """Whether the titles of the choices want a row of their own beneath the label."""
        return max((len(translated(title)) for title in self.facts.choices.values()), default=0) > _NARROW_TITLE

    def _display(self) -> None:
        self.box.show_value(self.value)


def editor_for(facts: FieldFacts, parent: QWidget | None = None) -> FieldEditor:
    """Return the editor that fits the field.

    Raises:
        ValueError: if the field is a group of settings, which a form edits.
    """
    if facts.kind == "int" and facts.name == "seed":
        return SeedEditor(facts, parent)
    if facts.kind in ("int", "float"):
        return LogNumberEditor(facts, parent) if facts.log else NumberEditor(facts, parent)
    makers: dict[str, Callable[[FieldFacts, QWidget | None], FieldEditor]] = {
        "bool": BoolEditor,
        "choice": ChoiceEditor,
        "choices": ChoicesEditor,
        "records": RecordsEditor,
        "text": TextEditor,
        "numbers": TextEditor,
    }
    if facts.kind not in makers:
        raise ValueError(f"{facts.name} is a group of settings, not one value")
    return makers[facts.kind](facts, parent)


def commit_pending() -> None:
    """Commit what stands typed in the field that has the focus: call it before a run starts or a file is saved."""
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None:
        if isinstance(widget, FieldEditor):
            widget.commit()
        widget = widget.parentWidget()


def refused_editor(root: QWidget) -> FieldEditor | None:
    """Return the first visible field below ``root`` that shows what the experiment could not take, or None."""
    # It makes none.
    editors = root.findChildren(FieldEditor)  # type: ignore[type-abstract]
    return next((editor for editor in editors if editor.problem and editor.isVisible()), None)
