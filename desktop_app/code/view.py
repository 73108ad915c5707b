"""The Code tab: the present experiment as a program in three styles, linked with the panels and the run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from core import codegen
from core.codegen import Program
from core.errors import GluonLabError
from core.experiment import Experiment
from desktop_app.code.links import Lines, changed_lines, last_group, lines_about, lines_in_phase, path_of_line
from desktop_app.code.search_bar import SearchBar
from desktop_app.code.slow_bar import SlowBar
from desktop_app.code.source import SourceView
from desktop_app.code.walk import ONCE, STEP, Stage, Walk
from desktop_app.icons import icon
from desktop_app.plots.fitting_row import FittingRow
from desktop_app.plots.message import PlotMessage
from desktop_app.texts import translated

Compose = Callable[[Experiment, str], Program]

_FLASHED_SHARE = 0.5
"""If more of a program is new, it is another one: nothing in it has "changed"."""


class CodeView(QWidget):
    """Shows the program of the present experiment; it is composed only while it is seen.

    Signals:
        setting_chosen: the path of the setting whose line was clicked.
        slow_toggled: whether the user wants the slow motion; leaving the tab ends it.
        step_wanted: the slow motion has shown all of the last step.
        save_wanted: the user wants to save the program.
        told: a sentence about what was done.

    Args:
        parent: the widget in which it lies.

    Attributes:
        compose: makes the program, or raises a GluonLabError with a sentence why there is none.
        experiment: the present one.
        program: what is shown; None where there is no such program.
    """

    setting_chosen = Signal(str)
    slow_toggled = Signal(bool)
    step_wanted = Signal()
    save_wanted = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.compose: Compose = codegen.program
        self.experiment: Experiment | None = None
        self._stale, self._saving, self._path = True, False, ""
        self.program: Program | None = None
        self._notes: dict[str, str] = {}
        self.style_name = codegen.STYLES[0]
        self.source, self.message = SourceView(), PlotMessage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.source)
        self.pages.addWidget(self.message)
        self.walk = Walk(self)
        self.walk.shown.connect(self._show_stage)
        self.walk.step_wanted.connect(self.step_wanted)
        self.slow_bar, self.search = SlowBar(self.walk), SearchBar(self.source)
        self.source.setAccessibleName(self.tr("Program of the experiment"))
        self.source.setAccessibleDescription(self.tr("Enter goes to the setting that a line speaks of."))
        self.source.line_chosen.connect(self._choose_line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._make_tools(), self.slow_bar, self.pages, self.search):
            column.addWidget(widget, 1 if widget is self.pages else 0)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.open_bar)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # -- what the window calls ----------------------------------------------------------------------------------------

    @Slot(object)
    def show_experiment(self, experiment: Experiment) -> None:
        """Show the program of an experiment, as soon as it is seen."""
        self.experiment, self._stale = experiment, True
        self._renew(flash=True)

    @Slot(str)
    def show_focus(self, path: str) -> None:
        """Light up the lines that speak of a setting, such as ``layers.1.units``."""
        self._path = path
        self._link(scroll=True)

    def show_stages(self, stages: Sequence[Stage]) -> None:
        """Walk through the stages of the step that was just done, instead of those that were not shown yet."""
        program = self.program
        if program is not None and self.is_slow:
            self.walk.replace(stage for stage in stages if lines_in_phase(program, stage.phase))

    @property
    def is_slow(self) -> bool:
        """Whether the slow motion is on."""
        return self.slow.isChecked()

    def end_slow(self) -> None:
        """Switch the slow motion off."""
        self.slow.setChecked(False)

    def show_saving(self, is_saving: bool) -> None:
        """Offer to save only while nothing is being saved."""
        self._saving = is_saving
        self._show_tools()

    def state(self) -> dict[str, object]:
        """Return what :meth:`restore` needs to look the same again."""
        return {"style": self.style_name}

    def restore(self, state: Mapping[str, object]) -> None:
        """Show the style that was shown before."""
        button = self.styles.get(str(state.get("style", "")))
        if button is not None:
            button.setChecked(True)

    # -- building -----------------------------------------------------------------------------------------------------

    def _make_tools(self) -> QWidget:
        bar, group = FittingRow(), QButtonGroup(self)
        switch = QHBoxLayout()
        switch.setSpacing(3)
        self.styles: dict[str, QToolButton] = {}
        for style, (title, tip) in self._style_texts().items():
            button = self.styles[style] = QToolButton()
            button.setText(title)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.toggled.connect(lambda on, style=style: self._choose_style(style) if on else None)
            group.addButton(button)
            switch.addWidget(button)
        bar.tools.addLayout(switch)
        bar.tools.addSpacing(6)
        self.slow = self._tool("slow", self.tr("Slow motion"))
        self.slow.setToolTip(
            self.tr("Train batch by batch, and mark the lines that are executed: forward, loss, backward, update")
        )
        self.slow.setCheckable(True)
        self.slow.toggled.connect(self._toggle_slow)
        bar.add_shrinking(self.slow)
        bar.tools.addStretch(1)
        letters = QHBoxLayout()
        letters.setSpacing(0)
        self.smaller = self._letters("A−", self.tr("Smaller letters"), "Ctrl+-", -1)
        self.larger = self._letters("A+", self.tr("Larger letters"), "Ctrl++", 1)
        letters.addWidget(self.smaller)
        letters.addWidget(self.larger)
        bar.tools.addLayout(letters)
        self.copy = self._tool("duplicate", self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy what is selected, or the whole program"))
        self.copy.clicked.connect(self._copy)
        self.save = self._tool("save", self.tr("Save…"))
        self.save.setToolTip(self.tr("Save as a Python program or as a notebook, with its data beside it"))
        self.save.clicked.connect(self.save_wanted)
        bar.add_shrinking(self.copy)
        bar.add_shrinking(self.save)
        self.styles[self.style_name].setChecked(True)
        return bar

    def _style_texts(self) -> dict[str, tuple[str, str]]:
        """Return title and tool tip of each style."""
        return {
            "concise": (self.tr("Concise"), self.tr("The network as a Sequential, as short as Gluon allows")),
            "block": (self.tr("Block"), self.tr("The network as a class of its own, with its forward written out")),
            "scratch": (
                self.tr("From scratch"),
                self.tr("Only NDArray and autograd: layers, loss and optimizer written by hand"),
            ),
        }

    def _tool(self, icon_name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(icon_name))
        button.setText(text)
        button.setAccessibleName(text)
        return button

    def _letters(self, text: str, name: str, keys: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName("flat")
        button.setAutoRaise(True)
        button.setText(text)
        button.setToolTip(f"{name} ({keys})")
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.source.zoomIn(by))
        return button

    # -- the program --------------------------------------------------------------------------------------------------

    def _choose_style(self, style: str) -> None:
        self.style_name, self._stale = style, True
        self._renew()

    def _renew(self, *, flash: bool = False) -> None:
        """Compose the program again, if it is seen and no longer true."""
        if not self._stale or self.experiment is None or not self.isVisible():
            return
        self._stale = False
        before, self.program = self.program, None
        try:
            self.program = self.compose(self.experiment, self.style_name)
        except GluonLabError as error:
            self._show_refusal(str(error))
            return
        self._show_program(self.program, before.text if before is not None and flash else "")

    def _show_program(self, program: Program, before: str) -> None:
        self.pages.setCurrentWidget(self.source)
        self._show_tools()
        if self.source.toPlainText() != program.text:
            self.source.show_text(program.text)
            self.search.renew()
        self._link(scroll=False)
        changed = changed_lines(before, program.text) if before else ()
        if len(changed) <= _FLASHED_SHARE * program.text.count("\n"):
            self.source.flash(changed)
        if self.walk.stage is not None:
            self._light_stage(self.walk.stage, program)

    def _show_refusal(self, sentence: str) -> None:
        self.end_slow()
        self.search.hide()
        self.source.show_text("")
        self.message.show_text(self.tr("There is no such program for this experiment"), translated(sentence))
        self.pages.setCurrentWidget(self.message)
        self._show_tools()

    def _show_tools(self) -> None:
        for button in (self.copy, self.slow):
            button.setEnabled(self.program is not None)
        self.save.setEnabled(self.program is not None and not self._saving)

    def _link(self, *, scroll: bool) -> None:
        if self.program is not None and not self._stale:
            self.source.link(lines_about(self.program, self._path), scroll=scroll and not self.is_slow)

    @Slot(int, str)
    def _choose_line(self, line: int, word: str) -> None:
        path = path_of_line(self.program, line, word) if self.program is not None else ""
        if path:
            self._path = path
            self._link(scroll=False)
            self.setting_chosen.emit(path)

    def _copy(self) -> None:
        selected = self.source.textCursor().hasSelection()
        self.source.copy_text()
        self.told.emit(self.tr("Copied what is selected.") if selected else self.tr("Copied the program."))

    # -- slow motion --------------------------------------------------------------------------------------------------

    def _toggle_slow(self, on: bool) -> None:
        self.slow_bar.setVisible(on)
        if on:
            self.walk.begin()
        else:
            self.walk.stop()
            self._notes.clear()
            self.source.run_lines(())
        self.slow_bar.show_phase("")
        self.slow_toggled.emit(on)

    @Slot(object)
    def _show_stage(self, stage: Stage) -> None:
        self.slow_bar.show_phase(stage.phase)
        if self.program is not None:
            self._light_stage(stage, self.program)

    def _light_stage(self, stage: Stage, program: Program) -> None:
        lines = lines_in_phase(program, stage.phase)
        if stage.phase in (*ONCE, STEP[0]):
            # What an earlier step said is no longer true.
            self._notes.clear()
        if stage.note:
            self._notes[stage.phase] = stage.note
        places = {phase: _place_of_note(lines_in_phase(program, phase), phase) for phase in self._notes}
        self.source.run_lines(lines, {line: self._notes[phase] for phase, line in places.items()})

    def showEvent(self, event: QShowEvent) -> None:
        """Compose the program that is true now."""
        super().showEvent(event)
        self._renew()
        self._link(scroll=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """End the slow motion: nobody would see it. A window that is only minimised keeps it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.end_slow()


def _place_of_note(lines: Lines, phase: str) -> int:
    """Return the line behind which the note of a phase stands: where the loop executes it; 0 if nowhere."""
    if not lines:
        return 0
    return lines[-1] if phase in (ONCE[-1], STEP[0]) else last_group(lines)[0]
