"""The explorer of parameters: what is in a file or in the network of now, and whether a file fits a network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from math import prod
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from core.events import ProbeTaken
from core.experiment import Experiment
from core.explorers.parameters import (
    EXAMPLE_SHAPES,
    FitRow,
    FoundArray,
    FoundFile,
    OpenFile,
    ParametersSetup,
    Shapes,
    fit_rows,
)
from core.fields import field_facts
from core.probes import Probe, Subject
from core.stack import gluon_parameter_shapes
from desktop_app.icons import icon
from desktop_app.lessons.explorers.asking_explorer import AskingExplorer
from desktop_app.lessons.explorers.heat_map import HeatMap
from desktop_app.lessons.explorers.live_parameters import LiveParameters
from desktop_app.lessons.explorers.parameters_table import FileTable
from desktop_app.lessons.explorers.setup_explorer import Fact
from desktop_app.lessons.explorers.values_plot import ValuesPlot
from desktop_app.plots.export import Chooser, ExportButton, choose_file, png_of_widget, svg_of_widget
from desktop_app.plots.plot_style import readable
from desktop_app.style import set_property
from desktop_app.texts import translated


def _ask(parent: QWidget) -> str:
    """Ask for a parameter file with the system's dialog; empty if the user leaves it."""
    title = QCoreApplication.translate("ParametersExplorer", "Open a parameter file")
    files = QCoreApplication.translate("ParametersExplorer", "Parameters (*.params);;All files (*)")
    return QFileDialog.getOpenFileName(parent, title, "", files)[0]


class ParametersExplorer(AskingExplorer[ParametersSetup]):
    """A file that the user opens, an example, or the network that trains, as a table of its arrays.

    ``probes_changed`` tells that other probes are needed.
    """

    probes_changed = Signal()

    name: ClassVar[str] = "parameters"
    chapter: ClassVar[int] = 8

    def __init__(
        self, parent: QWidget | None = None, *, choose: Chooser = choose_file, ask: Callable[[QWidget], str] = _ask
    ) -> None:
        super().__init__(ParametersSetup(), parent)
        self.found: FoundFile | None = None
        self.refusal = ""
        self.live = LiveParameters(self)
        self.live.changed.connect(self._on_live)
        self._ask_for_file = ask
        self._experiment: Experiment | None = None
        self.setAcceptDrops(True)
        self.explanation.setText(
            self.tr(
                "What is in a .params file? Open one, or drop it here, or look at an example; or watch the parameters "
                "of the network in this window while it trains."
            )
        )
        self._add_tools()
        self.source, self.verdict = QLabel(), QLabel()
        for label in (self.source, self.verdict):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.table, self.histogram, self.map = FileTable(), ValuesPlot(), HeatMap()
        self.table.chosen.connect(lambda name: self.change(chosen=name))
        self._arrange(choose)
        self.refresh()

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""
        return QCoreApplication.translate("ParametersExplorer", "A parameter file")

    def facts(self) -> dict[str, Fact]:
        """Return what goals of lessons may ask, once the file was read."""
        setup = self.setup
        known: dict[str, Fact] = {"example": "" if setup.path or setup.live else setup.example}
        if setup.live:
            numbers = {
                "num_arrays": len(self.live.rows),
                "num_parameters": sum(_size(row) for row, _ in self.live.rows),
            }
            return known | numbers if self.live.rows else known
        if not self.is_done:
            return known
        found = self.found
        return known | {
            "opened": found is not None,
            "refused": bool(self.refusal),
            "num_arrays": 0 if found is None else len(found.arrays),
            "num_parameters": 0 if found is None else sum(array.size for array in found.arrays),
            "fits": found is not None and found.fits,
        }

    def show_experiment(self, experiment: Experiment) -> None:
        """Compare files with the network of an experiment."""
        self._experiment = experiment
        self.refresh()

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take other values; an example takes the place of a file, and both that of the current run."""
        values, was_live = dict(state), self.setup.live
        if values.get("example") and "path" not in values:
            values["path"] = ""
        if ("path" in values or "example" in values) and "live" not in values:
            values["live"] = False
        super().restore(values)
        if self.setup.live != was_live:
            self.probes_changed.emit()

    def probes(self) -> tuple[Probe, ...]:
        """Return the question about the network in the window, while it is this that is shown."""
        return self.live.probes() if self.setup.live else ()

    def show_subject(self, subject: Subject) -> None:
        """Begin afresh with another network in the window."""
        self.live.show_subject(subject)

    def show_probe(self, taken: ProbeTaken) -> None:
        """Show what the network in the window holds now."""
        self.live.show_probe(taken)

    def hideEvent(self, event: QHideEvent) -> None:
        """Describe nothing that nobody sees."""
        super().hideEvent(event)
        self.live.stop()

    def show_problem(self, question: object, sentence: str) -> None:
        """Show why the file cannot be read."""
        if question == self._question():
            self.found, self.refusal, self.is_done = None, sentence, True
            self._show()
            self.facts_changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file."""
        if path := _dropped(event):
            event.acceptProposedAction()
            self.change(path=path)

    # -- building -----------------------------------------------------------------------------------------------------

    def _add_tools(self) -> None:
        self.open_button = QPushButton(icon("open"), self.tr("Open a file…"))
        self.open_button.clicked.connect(self._open)
        self.tools.addWidget(self.open_button)
        facts = field_facts(ParametersSetup, "live")
        self.live_button = QToolButton()
        self.live_button.setText(translated(facts.title))
        self.live_button.setToolTip(translated(facts.help))
        self.live_button.setAutoRaise(False)
        self.live_button.setCheckable(True)
        self.live_button.clicked.connect(lambda: self.change(live=True))
        self.tools.addWidget(self.live_button)
        label = QLabel(self.tr("Examples:"))
        label.setProperty("role", "muted")
        self.tools.addWidget(label)
        self.example_buttons: dict[str, QToolButton] = {}
        for name, title in field_facts(ParametersSetup, "example").choices.items():
            button = QToolButton()
            button.setText(translated(title))
            button.setAutoRaise(False)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, name=name: self.change(example=name))
            self.tools.addWidget(button)
            self.example_buttons[name] = button

    def _arrange(self, choose: Chooser) -> None:
        sheet = QFrame()
        sheet.setObjectName("card")
        beside = QHBoxLayout(sheet)
        beside.addWidget(self.histogram, 3)
        beside.addWidget(self.map, 2)
        self.sheet = sheet
        self.refused_card = QFrame()
        self.refused_card.setObjectName("card")
        self.refused_title, self.refused_text = QLabel(), QLabel()
        self.refused_text.setProperty("role", "problem")
        self.refused_text.setTextFormat(Qt.TextFormat.PlainText)
        note = QLabel(
            self.tr(
                "Nothing was loaded. Every size, name and number of a file, and its checksum, is checked before MXNet "
                "gets to see it: MXNet's own reader may crash on a damaged file, or take wrong numbers without a word."
            )
        )
        note.setProperty("role", "muted")
        inside = QVBoxLayout(self.refused_card)
        for label in (self.refused_title, self.refused_text, note):
            label.setWordWrap(True)
            inside.addWidget(label)
        self.stage.addWidget(self.refused_card)
        for widget, stretch in ((self.source, 0), (self.table, 0), (self.verdict, 0), (sheet, 1)):
            self.stage.addWidget(widget, stretch)
        self.stage.addStretch()
        # What is in the file is not known yet.
        for widget in (self.refused_card, self.table, self.verdict, sheet):
            widget.hide()
        self.source.setText(self.tr("MXNet is asked…"))
        self.add_export(
            ExportButton(
                self._long_title,
                png=lambda: png_of_widget(self.sheet, self._long_title()),
                svg=lambda: svg_of_widget(self.sheet, self._long_title()),
                csv=self.to_csv,
                choose=choose,
            )
        )

    def _open(self) -> None:
        if path := self._ask_for_file(self):
            self.change(path=path)

    def _long_title(self) -> str:
        array = self._array()
        if self.setup.live and self.live.subject is not None:
            name = self.live.subject.experiment.name
        else:
            name = "" if self.found is None else self.found.name
        return self.title() if not name or array is None else f"{name} {array.name}"

    def to_csv(self) -> str:
        """Return a line for each array, and for each parameter that the file lacks."""
        lines = ["name,file_shape,network_shape,fit,dtype,numbers,min,max,mean,std"]
        for row, array in self._rows():
            fit = row.fit if self._network() else ""
            start = [f'"{row.name}"', f'"{row.given or ""}"', f'"{row.wanted or ""}"', fit]
            numbers = [""] * 6
            if array is not None:
                statistics = (array.low, array.high, array.mean, array.std)
                numbers = [array.dtype, str(array.size), *(f"{number:.9g}" for number in statistics)]
            lines.append(",".join([*start, *numbers]))
        return "\n".join([*lines, ""])

    # -- the file -----------------------------------------------------------------------------------------------------

    def _network(self) -> Shapes:
        """Return the shapes of the network to compare with."""
        if self.setup.live:
            return ()
        if not self.setup.path:
            return EXAMPLE_SHAPES
        return self._shapes()

    def _shapes(self) -> Shapes:
        return () if self._experiment is None else tuple(gluon_parameter_shapes(self._experiment).items())

    def _rows(self) -> list[tuple[FitRow, FoundArray | None]]:
        if self.setup.live:
            return self.live.rows
        if self.found is None:
            return []
        given = {array.name: array.shape for array in self.found.arrays}
        return [(row, self.found.array(row.name)) for row in fit_rows(given, self._network())]

    def _array(self) -> FoundArray | None:
        """Return the array that is looked at."""
        arrays = [array for _, array in self._rows() if array is not None]
        return next((array for array in arrays if array.name == self.setup.chosen), next(iter(arrays), None))

    def _draw(self) -> None:
        for name, button in self.example_buttons.items():
            button.setChecked(not self.setup.path and not self.setup.live and name == self.setup.example)
        self.live_button.setChecked(self.setup.live)
        if self.setup.live:
            self._show_live()
            return
        super()._draw()
        if self.is_done:
            self._show()

    def _question(self) -> OpenFile:
        network = EXAMPLE_SHAPES if not self.setup.path else self._shapes()
        return OpenFile(self.setup.path, self.setup.example, network)

    def _take(self, answer: FoundFile) -> None:
        self.found, self.refusal = answer, ""
        self._show()

    def _on_live(self) -> None:
        if self.setup.live:
            self._show_live()
            self.facts_changed.emit()

    def _show_live(self) -> None:
        """Show the network in the window, or what is to happen before there is one."""
        rows, array = self._rows(), self._array()
        self.refused_card.hide()
        self.verdict.hide()
        self.source.show()
        self.table.setVisible(bool(rows))
        self.sheet.setVisible(array is not None)
        if rows:
            text = self.tr("The network in the window after step {step}: {arrays} arrays, {numbers} numbers.")
            numbers = f"{sum(_size(row) for row, _ in rows):,}"
            self.source.setText(text.format(step=f"{self.live.step:,}", arrays=len(rows), numbers=numbers))
            self.table.show_rows(rows, False, "" if array is None else array.name)
        else:
            self.source.setText(self.tr("There is no network yet. Press Train, and its parameters appear here."))
        if array is not None:
            self._show_array(array)

    def _show(self) -> None:
        if self.setup.live:
            return
        found, array, network = self.found, self._array(), bool(self._network())
        self.table.setVisible(found is not None)
        self.sheet.setVisible(array is not None)
        self.refused_card.setVisible(found is None)
        self.source.setVisible(found is not None)
        self.verdict.setVisible(found is not None)
        if found is None:
            name = Path(self.setup.path).name if self.setup.path else f"{self.setup.example}.params"
            self.refused_title.setText(self.tr("<b>{file} was not opened</b>").format(file=escape(name)))
            self.refused_text.setText(self.refusal)
            return
        self.source.setText(self._source_text(found))
        self.table.show_rows(self._rows(), network, "" if array is None else array.name)
        if network:
            self._say(found.loading, "done" if found.fits else "problem")
        else:
            self._say(self.tr("There is no network to compare with."), "muted")
        if array is not None:
            self._show_array(array)

    def _say(self, text: str, role: str) -> None:
        self.verdict.setText(text)
        set_property(self.verdict, "role", role)

    def _source_text(self, found: FoundFile) -> str:
        numbers = {
            "file": found.name,
            "arrays": len(found.arrays),
            "numbers": f"{sum(array.size for array in found.arrays):,}",
        }
        if self.setup.path:
            return self.tr(
                "{file}: {arrays} arrays, {numbers} numbers; beside them, the network of the experiment in the window."
            ).format(**numbers)
        return self.tr(
            "{file}: {arrays} arrays, {numbers} numbers; beside them, a network of Dense(8) and Dense(3) on 5 inputs."
        ).format(**numbers)

    def _show_array(self, array: FoundArray) -> None:
        title = self.tr("{name}: mean {mean}, std {std}").format(
            name=array.name, mean=readable(array.mean, 3), std=readable(array.std, 3)
        )
        self.histogram.show_counts(title, array.edges, array.counts)
        is_vector = len(array.shape) == 1
        whole = array.piece.size == array.size
        text = "{name} {shape}" if whole else self.tr("{name} {shape}: the first {rows} × {columns}")
        rows, columns = array.piece.shape
        self.map.show_values(
            text.format(name=array.name, shape=array.shape, rows=rows, columns=columns),
            array.piece,
            is_vector=is_vector,
        )


def _size(row: FitRow) -> int:
    """Return how many numbers an array has."""
    return prod(row.given or ())


def _dropped(event: QDropEvent) -> str:
    """Return the path of the one file that is dropped; empty if it is something else."""
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""
