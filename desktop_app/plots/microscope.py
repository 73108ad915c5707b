"""The Backprop tab: every number of one pass forwards and backwards, step by step."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QStackedWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.events import ProbeTaken
from core.microscope import MicroscopeStep, MicroscopeSteps
from core.probes import MicroscopeProbe, Part, Probe, Subject
from desktop_app.icons import icon
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.fitting_row import FittingRow
from desktop_app.plots.message import PlotMessage
from desktop_app.plots.microscope_page import MicroscopePage
from desktop_app.plots.microscope_tables import to_csv
from desktop_app.plots.state_label import StateLabel
from desktop_app.texts import translated

MAX_SAMPLES = 8
_LIST_WIDTH, _SYMBOL_WIDTH, _ROW_HEIGHT = 190, 92, 23  # pixels
_STEP_ROLE = Qt.ItemDataRole.UserRole


class MicroscopeView(QWidget):
    """Shows one step of backpropagation for some samples: its formula, what goes in, and what comes out.

    The arrow keys go to the step before and after. ``probes_changed`` tells that other probes are needed; ``saved`` and
    ``failed`` carry a sentence about an export.

    Args:
        parent: the widget in which it lies.
        choose: asks for the file of an export.
    """

    probes_changed = Signal()
    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(parent)
        self._subject: Subject | None = None
        self._taken: ProbeTaken | None = None
        self.steps: MicroscopeSteps | None = None
        self.message, self.page, self.list = PlotMessage(), MicroscopePage(), _StepList()
        self.list.currentItemChanged.connect(self._show_step)
        self.list.moved.connect(self.go)
        self._make_samples()
        self._make_buttons(choose)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.page, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.message)
        self.pages.addWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_bar())
        layout.addWidget(self.pages, 1)
        order = [self.part_box, self.position_box, self.number_box, self.back_button, self.forward_button]
        for before, after in pairwise([*order, self.export_button, self.list, self.page.flow]):
            self.setTabOrder(before, after)
        self._arrange()

    # -- what the window calls ----------------------------------------------------------------------------------------

    def probes(self) -> tuple[Probe, ...]:
        """Return the question about the chosen samples, as long as there is a network."""
        if self._subject is None or not self._subject.has_network or self._subject.parts is None:
            return ()
        first = self.position_box.value()
        last = min(first + self.number_box.value(), self.position_box.maximum() + 1)
        part: Part = self.part_box.currentData()
        return (MicroscopeProbe(part, tuple(range(first, last))),)

    def show_subject(self, subject: Subject) -> None:
        """Begin afresh with another network, or the experiment that is being edited."""
        same_data = self._subject is not None and self._subject.parts is subject.parts
        self._subject, self._taken = subject, None
        if not same_data:
            self._offer_samples(subject)
        self._arrange()
        self.probes_changed.emit()

    def show_probe(self, taken: ProbeTaken) -> None:
        """Show the numbers of now, at the same step as before."""
        if not taken.values or self._subject is None:
            return
        self._taken = taken
        steps = MicroscopeSteps(self._subject.experiment, taken.values.keys())
        if self.steps is None or steps.steps != self.steps.steps:
            self.steps = steps
            self.list.show_steps(steps, self._subject)
        self._arrange()
        self._show_step()

    def go(self, by: int) -> None:
        """Go to a later step, or an earlier one."""
        self.list.go(by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from step to step with the arrow keys left and right."""
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if Qt.Key(event.key()) in moves:
            self.go(moves[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @property
    def step(self) -> MicroscopeStep | None:
        """The step that is shown."""
        return self.list.step

    # -- building -----------------------------------------------------------------------------------------------------

    def _make_samples(self) -> None:
        self.part_box, self.position_box, self.number_box = QComboBox(), QSpinBox(), QSpinBox()
        self.part_box.setToolTip(self.tr("The part of the data from which the samples come"))
        self.position_box.setToolTip(self.tr("The first sample to follow"))
        self.position_box.setAccessibleName(self.tr("First sample"))
        self.position_box.setPrefix("#")
        self.number_box.setToolTip(self.tr("How many samples to follow together; L is their mean loss"))
        self.number_box.setAccessibleName(self.tr("Number of samples"))
        self.number_box.setRange(1, MAX_SAMPLES)
        for box in (self.position_box, self.number_box):
            box.setKeyboardTracking(False)
            # As style/window.qss has it for other boxes; Qt does not apply it inside of a spin box.
            box.lineEdit().setTextMargins(6, 0, 0, 0)
            box.valueChanged.connect(self.probes_changed)
        self._show_suffix()
        self.number_box.valueChanged.connect(self._show_suffix)
        self.part_box.currentIndexChanged.connect(self._choose_part)

    def _make_buttons(self, choose: Chooser) -> None:
        self.back_button, self.forward_button = QToolButton(), QToolButton()
        for button, by, name, tip in (
            (self.back_button, -1, self.tr("Back"), self.tr("Go to the step before (arrow key left)")),
            (self.forward_button, 1, self.tr("Next"), self.tr("Go to the next step (arrow key right)")),
        ):
            button.setText(name)
            button.setToolTip(tip)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _=False, by=by: self.go(by))
        self.forward_button.setIcon(icon("step_batch"))
        self.forward_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.place, self.state = QLabel(), StateLabel()
        self.place.setProperty("role", "muted")
        self.export_button = ExportButton.for_widget(
            self.page,
            self._title,
            lambda: "" if self.steps is None or self._taken is None else to_csv(self.steps, self._taken.values),
            choose,
            self,
        )
        self.export_button.saved.connect(self.saved)
        self.export_button.failed.connect(self.failed)

    def _make_bar(self) -> QWidget:
        self._bar = FittingRow()
        for box in (self.part_box, self.position_box, self.number_box):
            self._bar.tools.addWidget(box)
        self._bar.add_group(self.back_button, self.forward_button, self.place)
        self._bar.add_state(self.state)
        self._bar.add_shrinking(self.export_button)
        return self._bar

    # -- state --------------------------------------------------------------------------------------------------------

    def _offer_samples(self, subject: Subject) -> None:
        parts, before = subject.parts, self.part_box.currentData()
        self.part_box.blockSignals(True)
        self.part_box.clear()
        if parts is not None:
            named = (("train", self.tr("Training")), ("validation", self.tr("Validation")), ("test", self.tr("Test")))
            for part, title in named:
                if getattr(parts, part) is not None:
                    self.part_box.addItem(title, part)
            self.part_box.setCurrentIndex(max(0, self.part_box.findData(before)))
        self.part_box.blockSignals(False)
        self._limit_position()

    def _limit_position(self) -> None:
        parts = self._subject.parts if self._subject is not None else None
        samples = getattr(parts, self.part_box.currentData() or "train", None)
        self.position_box.blockSignals(True)
        self.position_box.setMaximum(max(0, len(samples) - 1) if samples is not None else 0)
        self.position_box.blockSignals(False)

    def _choose_part(self) -> None:
        self._limit_position()
        self.probes_changed.emit()

    def _show_suffix(self) -> None:
        self.number_box.setSuffix(self.tr(" sample") if self.number_box.value() == 1 else self.tr(" samples"))

    def _arrange(self) -> None:
        """Show the numbers, or why there are none and what to do."""
        subject, shown = self._subject, self._taken is not None
        self._bar.setVisible(shown)
        self.pages.setCurrentIndex(1 if shown else 0)
        if not shown:
            self.message.show_text(*self._excuse(subject))
        elif self._taken is not None:
            self.state.show_text(self.tr("after step {step}").format(step=f"{self._taken.step:,}"))

    def _excuse(self, subject: Subject | None) -> tuple[str, str]:
        if subject is None or subject.parts is None:
            return self.tr("No data yet"), self.tr("The numbers appear as soon as there are data and a network.")
        if not subject.has_network:
            return (
                self.tr("No network yet"),
                self.tr(
                    "Press Batch: after the first step of training, every number of the way forwards and backwards is "
                    "seen here, one computation at a time."
                ),
            )
        return self.tr("Looking inside…"), ""

    def _show_step(self, *_: object) -> None:
        step, taken = self.step, self._taken
        if step is None or taken is None or self.steps is None or self._subject is None:
            return
        assert self._subject.parts is not None
        self.page.show_step(step, self.steps, taken, self._subject.parts.facts)
        number, count = self.steps.steps.index(step) + 1, len(self.steps.steps)
        self.place.setText(self.tr("{0} of {1}").format(number, count))
        self.back_button.setEnabled(number > 1)
        self.forward_button.setEnabled(number < count)

    def _title(self) -> str:
        name = self._subject.experiment.name if self._subject is not None else ""
        return self.tr("{name} backpropagation").format(name=name)


class _StepList(QTreeWidget):
    """The steps in their order, under the headings Forwards and Backwards; ``moved`` tells of the arrow keys."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setFixedWidth(_LIST_WIDTH)
        self.setColumnWidth(0, _SYMBOL_WIDTH)
        self.setAccessibleName(self.tr("Steps"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items: list[QTreeWidgetItem] = []

    def show_steps(self, steps: MicroscopeSteps, subject: Subject) -> None:
        """List other steps; the present one stays chosen if it is among them."""
        current = self.step
        wanted = current.result if current is not None else steps.steps[0].result
        self.blockSignals(True)
        self.clear()
        self.items = []
        headings = [self._heading(text) for text in (self.tr("Forwards"), self.tr("Backwards"))]
        for step in steps.steps:
            item = QTreeWidgetItem(headings[step.is_backwards], [steps.symbol(step.result), self._where(step, subject)])
            item.setData(0, _STEP_ROLE, step)
            self.items.append(item)
        self.expandAll()
        self.setCurrentItem(next((item for item in self.items if _step_of(item).result == wanted), self.items[0]))
        self.blockSignals(False)

    @property
    def step(self) -> MicroscopeStep | None:
        """The step that is chosen."""
        item = self.currentItem()
        return _step_of(item) if item is not None and item in self.items else None

    def go(self, by: int) -> None:
        """Choose another step."""
        if self.items:
            current = self.currentItem()
            place = self.items.index(current) if current in self.items else 0
            self.setCurrentItem(self.items[min(max(place + by, 0), len(self.items) - 1)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let left and right move through the steps, as up and down do."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def _heading(self, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [text])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFirstColumnSpanned(True)
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        item.setSizeHint(0, QSize(0, _ROW_HEIGHT))
        return item

    def _where(self, step: MicroscopeStep, subject: Subject) -> str:
        if step.layer is None:
            return self.tr("Loss")
        return f"{step.layer + 1}. {translated(subject.experiment.layers[step.layer].title)}"


def _step_of(item: QTreeWidgetItem) -> MicroscopeStep:
    step: MicroscopeStep = item.data(0, _STEP_ROLE)
    return step
