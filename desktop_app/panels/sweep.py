"""The editor of a sweep: one or two settings over values, seeds, and sweeps that are ready."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSpinBox, QToolButton, QVBoxLayout, QWidget

from core.errors import ExperimentError
from core.experiment import Experiment
from core.fields import field_facts
from core.selection.sweep import MAX_VALUES, Sweep
from desktop_app.help_mark import HelpMark
from desktop_app.icons import icon
from desktop_app.panels.form import ProblemLine
from desktop_app.panels.inputs import ChoiceBox
from desktop_app.panels.section_header import SectionHeader
from desktop_app.panels.sweep_axis import AxisRow
from desktop_app.run_bar import ElidedLabel
from desktop_app.texts import duration, translated

# While values are being typed, they need not be looked at after each letter.
_SETTLE_MS = 200
_FIRST = "optimizer.learning_rate"


class SweepEditor(QWidget):
    """Describes a sweep of the present experiment, or of one that a loaded sweep brings along.

    Signals:
        changed: another sweep stands here; ``sweep`` and ``problem`` are new.
        ready_chosen: the name of the ready sweep to load.
        open_requested, save_requested: what was pressed.
    """

    changed = Signal()
    ready_chosen = Signal(str)
    open_requested = Signal()
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sweep: Sweep | None = None
        self.problem = ""
        self._present, self._loaded = Experiment(), None  # type: tuple[Experiment, Sweep | None]
        self._seeds: tuple[int, ...] = (0,)
        self._seconds: float | None = None
        self._touched = self._is_stale = self._edited = False
        self._kept: Sweep | None = None
        self._num_workers = 1
        self.first = AxisRow(self.tr("Setting 1"), optional=False)
        self.second = AxisRow(self.tr("Setting 2"), optional=True)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.look)
        self._build_head()
        self._build_seeds()
        self._arrange()
        for row in (self.first, self.second):
            row.changed.connect(self._touch)
        self.first.show_experiment(self._present)
        self.first.show_path(_FIRST)
        self.second.show_experiment(self._present)
        self.second.show_path("")
        self.look()

    @property
    def experiment(self) -> Experiment:
        """What is swept: the present experiment, unless a loaded sweep has brought its own."""
        return self._loaded.experiment if self._loaded is not None else self._present

    @property
    def is_modified(self) -> bool:
        """Whether the user has made a sweep here that is in no file, and none of those that are ready."""
        return self._edited and (self.sweep is None or self.sweep != self._kept)

    def note_kept(self) -> None:
        """Take notice that the sweep that stands here is in a file."""
        self._kept, self._edited = self.sweep, False

    def show_experiment(self, experiment: Experiment) -> None:
        """Follow the present experiment; a sweep that has its own keeps that.

        Until the user touches them, the values follow too. Hidden, it waits until it is shown.
        """
        self._present = experiment
        self._is_stale = True
        if self.isVisible():
            self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow what came while this was hidden."""
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        """Bring settings and sweep to the present experiment, if they are not yet."""
        if not self._is_stale:
            return
        self._is_stale = False
        if self._loaded is None:
            self._show_settings()
        if not self._touched:
            self.first.show_path(_FIRST)
        self.look()

    def show_sweep(self, sweep: Sweep) -> None:
        """Show a sweep that was loaded, with the experiment that it has."""
        self._loaded, self._touched = sweep, True
        self._show_settings()
        self._show_swept(sweep)
        self.header.setChecked(True)
        self.look()
        self.note_kept()

    def take_over(self, old: SweepEditor) -> None:
        """Show what stands in the editor of another window, and know as that one does whether it is in a file."""
        old.look()
        self._loaded, self._present, self._touched = old._loaded, old._present, old._touched
        self._show_settings()
        if old.sweep is not None:
            self._show_swept(old.sweep)
        else:
            for row, before in ((self.first, old.first), (self.second, old.second)):
                row.show_path(before.path, () if before.values.labels else before.values.values)
            self._show_seeds(old._seeds, old.seeded_box.currentData())
        self.look()
        self._kept, self._edited = old._kept, old._edited

    def _show_swept(self, sweep: Sweep) -> None:
        """Show settings, values and seeds; the experiment must be there already."""
        self.first.show_swept(sweep.settings[0])
        if len(sweep.settings) > 1:
            self.second.show_swept(sweep.settings[1])
        else:
            self.second.show_path("")
        self._show_seeds(sweep.seeds, sweep.seeded)

    def _show_seeds(self, seeds: tuple[int, ...], seeded: str) -> None:
        self._seeds = seeds
        with QSignalBlocker(self.seeds_box):
            self.seeds_box.setValue(len(seeds))
        self.seeded_box.show_value(seeded)

    def show_ready(self, entries: Sequence[tuple[str, str, str]]) -> None:
        """Offer sweeps that are ready: name, title and summary of each."""
        menu = QMenu(self.ready_button)
        menu.setToolTipsVisible(True)
        for name, title, summary in entries:
            action = menu.addAction(translated(title))
            action.setToolTip(translated(summary))
            action.triggered.connect(lambda _=False, name=name: self.ready_chosen.emit(name))
        self.ready_button.setMenu(menu)

    def show_pace(self, seconds_per_run: float | None, num_workers: int) -> None:
        """Tell how long a run takes, if that is known, and how many go on side by side."""
        if (seconds_per_run, num_workers) != (self._seconds, self._num_workers):
            self._seconds, self._num_workers = seconds_per_run, num_workers
            self._show_size()

    def look(self) -> None:
        """Make the sweep of what stands here, or say why there is none."""
        self._settle.stop()
        before = (self.sweep, self.problem)
        try:
            self.sweep, self.problem = self._made(), ""
        except ExperimentError as error:
            self.sweep, self.problem = None, str(error)
        sentence = translated(self.problem)
        for position, row in enumerate((self.first, self.second)):
            names = [name for name in (f"settings.{position} ({row.path})", row.path) if name]
            name = next((name for name in names if sentence.startswith(f"{name}:")), None)
            row.values.show_problem(name is not None)
            if name is not None:
                sentence = row.box.currentText() + sentence.removeprefix(name)
        self.problem_line.show_sentence(sentence)
        self._show_size()
        if before != (self.sweep, self.problem):
            self.changed.emit()

    def _made(self) -> Sweep:
        settings = [setting for setting in (self.first.setting(), self.second.setting()) if setting is not None]
        return Sweep.made(
            name=self._loaded.name if self._loaded is not None else self._present.name,
            notes=self._loaded.notes if self._loaded is not None else "",
            experiment=self.experiment,
            settings=tuple(settings),
            seeds=self._seeds,
            seeded=self.seeded_box.currentData(),
        )

    def _build_head(self) -> None:
        self.header = SectionHeader(self.tr("Sweep"), self.tr("Show or hide the settings of the sweep"))
        self.header.toggled.connect(self._fold)
        self.summary = ElidedLabel()
        self.summary.setProperty("role", "muted")
        self.own_button = QPushButton(self.tr("Use the present experiment"))
        self.own_button.setToolTip(self.tr("This sweep has its own experiment; take that of the window instead"))
        self.own_button.clicked.connect(self._use_present)
        self.own_button.hide()
        self.ready_button = QToolButton()
        self.ready_button.setText(self.tr("Ready sweeps"))
        self.ready_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.open_button, self.save_button = QToolButton(), QToolButton()
        buttons: Mapping[QToolButton, tuple[str, str, Any]] = {
            self.open_button: ("open", self.tr("Open a sweep…"), self.open_requested),
            self.save_button: ("save", self.tr("Save this sweep…"), self.save_requested),
        }
        for button, (picture, tip, wanted) in buttons.items():
            button.setIcon(icon(picture))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(lambda _=False, wanted=wanted: wanted.emit())
        for button in (self.ready_button, self.open_button, self.save_button):
            button.setAutoRaise(False)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _build_seeds(self) -> None:
        self.seeds_box = QSpinBox()
        self.seeds_box.setRange(1, MAX_VALUES)
        self.seeds_box.setFixedWidth(72)
        self.seeds_box.setAccessibleName(self.tr("Number of seeds"))
        self.seeds_box.setToolTip(self.tr("Each value is run with so many seeds; their mean and spread are shown"))
        self.seeds_box.lineEdit().setTextMargins(6, 0, 0, 0)
        self.seeds_box.valueChanged.connect(self._choose_seeds)
        self.seeded_box = ChoiceBox()
        facts = field_facts(Sweep, "seeded")
        self.seeded_box.setToolTip(translated(facts.help))
        self.seeded_box.setAccessibleName(translated(facts.title))
        for value, title in facts.choices.items():
            self.seeded_box.add(value, translated(title))
        self.seeded_box.show_value(facts.default)
        self.seeded_box.chosen.connect(self._choose_seeded)
        self.size_label = QLabel()
        self.problem_line = ProblemLine()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.header)
        head.addWidget(HelpMark(self.tr("Sweep"), topic="sweep"))
        head.addWidget(self.summary, 1)
        for button in (self.ready_button, self.open_button, self.save_button):
            head.addWidget(button)
        seeds = QHBoxLayout()
        seeds.setSpacing(8)
        labels = [self.first.label, self.second.label, QLabel(self.tr("Seeds")), QLabel(self.tr("draw"))]
        labels[2].setBuddy(self.seeds_box)
        width = max(label.sizeHint().width() for label in labels)
        for label in labels[:3]:
            label.setFixedWidth(width)
        seeds.addWidget(labels[2])
        seeds.addWidget(self.seeds_box)
        seeds.addWidget(labels[3])
        seeds.addWidget(self.seeded_box)
        seeds.addStretch(1)
        seeds.addWidget(self.size_label)
        self.body = QWidget()
        body = QVBoxLayout(self.body)
        body.setContentsMargins(4, 0, 0, 0)
        body.setSpacing(6)
        # In a row of its own: beside the lessons the head has no room for it.
        body.addWidget(self.own_button, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.first)
        body.addWidget(self.second)
        body.addLayout(seeds)
        body.addWidget(self.problem_line)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.body)

    def _fold(self, shown: bool) -> None:
        self.body.setVisible(shown)
        self._show_size()

    def _touch(self) -> None:
        """Look at what the user has chosen or typed, a little later; from now on nothing is proposed over it."""
        self._touched = self._edited = True
        self._settle.start()

    def _use_present(self) -> None:
        self._loaded = None
        self._show_settings()
        if not self.first.path:
            self.first.show_path(_FIRST)
        self.look()

    def _show_settings(self) -> None:
        for row in (self.first, self.second):
            row.show_experiment(self.experiment)
        if not self.first.path:
            self.first.show_path(_FIRST)
        self.own_button.setVisible(self._loaded is not None)

    def _choose_seeds(self, number: int) -> None:
        base = self._seeds[0]
        self._edited = True
        self._seeds = self._seeds[:number] if number <= len(self._seeds) else tuple(range(base, base + number))
        self.look()

    def _choose_seeded(self, value: str) -> None:
        self._edited = True
        self.seeded_box.show_value(value)
        self.look()

    def _show_size(self) -> None:
        """Say how many runs there are, and about how long they take."""
        text = ""
        if self.sweep is not None:
            parts = [self.tr("{0} runs").format(f"{self.sweep.num_cells:,}")]
            if self._seconds is not None:
                seconds = self._seconds * self.sweep.num_cells / max(1, self._num_workers)
                parts.append(self.tr("about {0}").format(duration(max(1.0, seconds))))
            text = " · ".join(parts)
        self.size_label.setText(text)
        names = [self._loaded.name] if self._loaded is not None else []
        if not self.header.isChecked() and self.sweep is not None:
            names = [*names, " × ".join(translated(title) for title in self.sweep.titles), text]
        self.summary.setText(" · ".join(translated(name) for name in names))
