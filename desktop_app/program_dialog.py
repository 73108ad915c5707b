"""The dialog that shows a program before it may run, and afterwards what came out when its layer was tried."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase, QTextOption
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.layers import Shape
from core.programs import Check, CheckLine, Program
from desktop_app.code.highlighter import Highlighter
from desktop_app.icons import icon
from desktop_app.panels.layer_card import shape_text
from desktop_app.panels.message_frame import Message, MessageFrame
from desktop_app.style import scaled
from desktop_app.texts import translated
from desktop_app.theme import theme

_LARGE = 1.3
_ICON = 16


class ProgramDialog(QDialog):
    """Shows a program as text; nothing of it runs here.

    Args:
        program: what is to run.
        file: where it is.
        classes: the layers in it; at least one.
        is_agreed: whether the user agreed to this very program before.
        use: text of the button that takes the layer; none without it.
        parent: the window.

    Signals:
        agreed: the user wants it to run.
        trial_wanted: name of the class to try; the user agreed.
        chosen: name of the class that the user wants to use; the dialog closes.
    """

    agreed = Signal()
    trial_wanted = Signal(str)
    chosen = Signal(str)

    def __init__(
        self,
        program: Program,
        file: str,
        classes: Sequence[str],
        *,
        is_agreed: bool = False,
        use: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_agreed = False
        self.setWindowTitle(self.tr("Layer from {file}").format(file=program.name))
        self.heading = _plain(self.tr("This file is a program. Run it?"), "heading")
        self.heading.setFont(scaled(self.heading.font(), _LARGE))
        self.facts = self._facts(program, file, classes)
        self.warning = MessageFrame(Message(self._warning(), "hint"))
        self.source = _source(program)
        self.source.setAccessibleName(self.tr("Source of {file}").format(file=program.name))
        self.lines = _Lines()
        self.run = QPushButton(self.tr("Run it"))
        self.decline = QPushButton(self.tr("Do not run it"))
        self._use = use
        self.use = QPushButton(use)
        self._build()
        self.resize(720, 640)
        if is_agreed:
            self._agree()

    @property
    def class_name(self) -> str:
        """The layer that is chosen."""
        return self.classes.currentText()

    def show_trying(self, input_shape: Shape) -> None:
        """Show that the chosen layer is being tried."""
        text = self.tr("Trying {name} on inputs of shape {shape}, in a process of its own…")
        self.lines.show_text(text.format(name=self.class_name, shape=shape_text(input_shape)))
        self.use.setEnabled(False)

    def show_check(self, check: Check) -> None:
        """Show what came out for the chosen layer."""
        self.lines.show_lines(check.lines)
        self.use.setEnabled(not check.seen.problem)
        is_doubtful = any(line.mark == "failed" for line in check.lines)
        self.use.setText(self.tr("Use it all the same") if is_doubtful and not check.seen.problem else self._use)
        if not check.seen.problem and not self.use.isHidden():
            self.use.setDefault(True)
            self.use.setFocus()

    def _build(self) -> None:
        self.run.setAutoDefault(True)
        self.run.clicked.connect(self._on_run)
        self.decline.clicked.connect(self.reject)
        self.decline.setDefault(True)
        self.use.setProperty("primary", True)
        self.use.setEnabled(False)
        self.use.clicked.connect(self._choose)
        self.use.hide()
        self.lines.hide()
        self.classes.currentTextChanged.connect(self._on_class_changed)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.run, self.decline, self.use):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(self.facts)
        column.addWidget(self.warning)
        column.addWidget(self.source, 1)
        column.addWidget(self.lines)
        column.addLayout(buttons)
        # A key that was meant for something else says no.
        self.decline.setFocus()

    def _facts(self, program: Program, file: str, classes: Sequence[str]) -> QWidget:
        """Return what the program is, in lines."""
        self.file_label, self.hash_label = _plain(file), _plain(program.sha256)
        self.hash_label.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.classes = QComboBox()
        self.classes.addItems(list(classes))
        self.classes.setEnabled(self.classes.count() > 1)
        self.classes.setAccessibleName(self.tr("Layer"))
        found = QWidget()
        form = QFormLayout(found)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for title, widget in (
            (self.tr("File"), self.file_label),
            (self.tr("SHA-256"), self.hash_label),
            (self.tr("Layer"), self.classes),
        ):
            form.addRow(_plain(title, "muted"), widget)
        return found

    def _warning(self) -> str:
        return self.tr(
            "Nothing of it has run yet. It may do whatever you may do: read, change and delete your files, and use the "
            "network. So may what it imports. It is tried in a process of its own, but trains in this one: if it hangs "
            "or crashes then, so may the window, and the trained network is lost; the experiment is kept. Run it only "
            "if you know what it does, or trust whoever wrote it."
        )

    @Slot()
    def _on_run(self) -> None:
        self.agreed.emit()
        self._agree()
        self.trial_wanted.emit(self.class_name)

    def _agree(self) -> None:
        """Show what comes after consent."""
        self._is_agreed = True
        self.heading.setText(self.tr("You agreed to run this program"))
        self.warning.hide()
        self.run.hide()
        self.decline.setText(self.tr("Cancel") if self._use else self.tr("Close"))
        self.use.setVisible(bool(self._use))
        self.lines.show()

    @Slot(str)
    def _on_class_changed(self, name: str) -> None:
        if self._is_agreed:
            self.trial_wanted.emit(name)

    @Slot()
    def _choose(self) -> None:
        self.accept()
        self.chosen.emit(self.class_name)


class _Lines(QWidget):
    """What was checked: a mark, what it was, and what came out; or what goes on instead."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_text(self, text: str) -> None:
        """Say what goes on."""
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        self._show([_plain(text, "muted"), bar])
        self.texts = [text]

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show the lines."""
        self._show([self._row(line) for line in lines])
        self.texts = [translated(line.text) for line in lines]

    def _row(self, line: CheckLine) -> QWidget:
        marks = {
            "passed": ("check", theme().success, self.tr("passed")),
            "noted": ("info", theme().accent, self.tr("to know")),
            "failed": ("close", theme().danger, self.tr("failed")),
        }
        picture, colour, name = marks[line.mark]
        row = QWidget()
        row.setAccessibleName(f"{translated(line.title)}: {name}. {translated(line.text)}")
        mark = QLabel()
        mark.setPixmap(icon(picture, colour=colour).pixmap(_ICON, _ICON))
        mark.setToolTip(name)
        title = _plain(translated(line.title), "heading")
        title.setFixedWidth(title.fontMetrics().height() * 8)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (mark, title):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(_plain(translated(line.text)), 1)
        return row

    def _show(self, widgets: Sequence[QWidget]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for widget in widgets:
            self._column.addWidget(widget)


def _source(program: Program) -> QPlainTextEdit:
    """Return the source to read; long lines are broken, so that nothing stands out of sight at their end."""
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    text.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
    text.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    highlighter = Highlighter(text.document())
    highlighter.take(program.text)
    text.setPlainText(program.text)
    return text


def _plain(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setProperty("role", role)
    return label
