"""A box to type the place of a cursor into; the keys, the wheel and its buttons move it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from core.fields import FieldFacts
from core.sentences import refusal, shown
from core.texts import say
from core.typed_numbers import parse_number
from desktop_app.style import set_property

_DECIMALS = 3
_PADDING = 6  # as style/window.qss has it for other boxes; Qt does not apply it inside of a spin box


class CursorBox(QDoubleSpinBox):
    """Holds a number from ``-limit`` to ``limit``, shown with a point and no more digits than it needs.

    Numbers may be typed with a comma or an exponent. What is none, or does not fit, stays there and changes nothing.

    Signals:
        refused: why what was typed is not taken, and what is.
    """

    refused = Signal(str)

    def __init__(self, limit: float, step: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(_DECIMALS)
        self.setRange(-limit, limit)
        self.setSingleStep(step)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(_PADDING, 0, 0, 0)
        self._typed = False
        self.lineEdit().textEdited.connect(self._on_typed)

    def setValue(self, value: float) -> None:  # noqa: N802
        """Show a number in place of what is typed."""
        super().setValue(value)
        self._typed = False
        self._mark(False)

    def textFromValue(self, value: float) -> str:  # noqa: N802
        """Return the number without zeros at its end."""
        return f"{value + 0.0:.{_DECIMALS}f}".rstrip("0").rstrip(".")

    def valueFromText(self, text: str) -> float:  # noqa: N802
        """Return the number that is typed, or the one before if it does not fit."""
        return self.value() if self._problem(text) else float(self._number(text))

    def validate(self, text: str, position: int) -> Any:
        """Let everything be typed; only a number that fits is taken."""
        states = QValidator.State
        return (states.Intermediate if self._problem(text) else states.Acceptable), text, position

    def stepBy(self, steps: int) -> None:  # noqa: N802
        """Step from the number that is typed, or if it does not fit from the one before."""
        if self._refuse():
            self.setValue(self.value())
        super().stepBy(steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is typed with Enter, or say why not."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        text = self._refuse()
        super().keyPressEvent(event)
        if text:
            self._keep(text)
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what is typed, or say why not."""
        text = self._refuse()
        super().focusOutEvent(event)
        if text:
            self._keep(text)

    def _number(self, text: str) -> float | str:
        """Return the number of a text with prefix and suffix, or the bare text if it is none."""
        bare = text.removeprefix(self.prefix()).removesuffix(self.suffix())
        number = parse_number(bare, whole=self.decimals() == 0)
        # As a float a huge number is told with an exponent, as it is typed.
        return number if isinstance(number, str) else float(number)

    def _problem(self, text: str) -> str:
        """Return why a text cannot be taken, or an empty text."""
        number = self._number(text)
        is_whole = self.decimals() == 0
        facts = FieldFacts(
            name="",
            kind="int" if is_whole else "float",
            title="",
            help="",
            default=0,
            minimum=self.minimum(),
            maximum=self.maximum(),
        )
        if isinstance(number, str) or not self.minimum() <= number <= self.maximum():
            return refusal(number, facts)
        if number == round(number, self.decimals()):
            return ""
        if is_whole:
            return refusal(number, facts)
        return say("{given} has too many decimals. At most {most} fit here.", given=shown(number), most=self.decimals())

    def _refuse(self) -> str:
        """Say why what was typed cannot be taken, and return it; nothing if it can, or if nothing is typed."""
        text = self.lineEdit().text()
        is_new, self._typed = self._typed, False
        problem = self._problem(text) if text != self.prefix() + self.suffix() else ""
        self._mark(bool(problem))
        if not problem:
            return ""
        if is_new:
            name = self.accessibleName()
            self.refused.emit(say("{path}: {what}", path=name, what=problem) if name else problem)
        return text

    def _keep(self, text: str) -> None:
        """Put back what Qt has replaced by the number before."""
        self.lineEdit().setText(text)
        self._mark(True)

    def _on_typed(self) -> None:
        self._typed = True
        self._mark(False)

    def _mark(self, is_wrong: bool) -> None:
        if bool(self.property("invalid")) != is_wrong:
            set_property(self, "invalid", is_wrong)
