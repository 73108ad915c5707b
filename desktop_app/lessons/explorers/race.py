"""The race explorer: adding two vectors entry by entry and at once, timed live by the engine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from core.explorers.race import (
    CONTENDERS,
    SIZES,
    Race,
    RaceSetup,
    Standing,
    Timing,
    largest_measured,
    ratio,
    sizes_up_to,
)
from desktop_app.icons import icon
from desktop_app.lessons.explorers.race_plot import RacePlot, seconds_text
from desktop_app.lessons.explorers.setup_explorer import Fact, SetupExplorer
from desktop_app.plots.export import Chooser, ExportButton, choose_file

_USUAL = 1000
"""The size that the book times."""


class RaceExplorer(SetupExplorer[RaceSetup]):
    """Starts and stops the race, and shows how it stands."""

    name: ClassVar[str] = "race"
    chapter: ClassVar[int] = 2

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(RaceSetup(), parent)
        self._question: Race | None = None
        self._done = False
        self.standing = Standing(())
        self.explanation.setText(
            self.tr(
                "Two vectors of n entries are added: by a loop over the entries, or by one call for the whole vector. "
                "Both give the same sum. The race is run here and now, on this computer."
            )
        )
        names = {
            "ndarray_loop": self.tr("NDArray, entry by entry"),
            "list_loop": self.tr("Python list, entry by entry"),
            "ndarray": self.tr("NDArray, at once"),
            "numpy": self.tr("NumPy, at once"),
        }
        self._add_tools()
        self.plot = RacePlot(names)
        self.progress, self.progress_text, self.reading = QProgressBar(), QLabel(), QLabel()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.progress.setAccessibleName(self.tr("Progress of the running loop"))
        self.progress_text.setProperty("role", "muted")
        self.reading.setTextFormat(Qt.TextFormat.RichText)
        self.reading.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.progress, 1)
        row.addWidget(self.progress_text, 2)
        self.stage.addWidget(self.reading)
        self.stage.addWidget(self.plot, 1)
        self.stage.addLayout(row)
        self.add_export(ExportButton.for_plot(self.plot, self.title, self.to_csv, choose, self))
        self.refresh()

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""
        return QCoreApplication.translate("RaceExplorer", "Vectors against loops")

    @property
    def is_running(self) -> bool:
        """Whether a race is going on."""
        return self._question is not None

    def start(self) -> None:
        """Begin the race."""
        self._question = Race(sizes_up_to(self.setup.largest), self.setup.limit)
        self._done = False
        self._take(Standing((), self._question.sizes[0]))
        self.asked.emit(self._question)

    def stop(self) -> None:
        """Give the race up; what was measured stays."""
        if self.is_running:
            self._question = None
            self._take(Standing(self.standing.timings))
            self.asked.emit(Race((), self.setup.limit))

    def facts(self) -> dict[str, Fact]:
        """Return what goals of lessons may ask. Figures are those of the NDArray loop against NDArray at once."""
        timings = self.standing.timings
        measured = largest_measured(timings)
        figures = {
            "ratio": None if measured is None else ratio(timings, measured),
            "ratio_1000": ratio(timings, _USUAL),
            "ratio_numpy": ratio(timings, _USUAL, "list_loop", "numpy"),
        }
        found: dict[str, Fact] = {
            "running": self.is_running,
            "done": self._done,
            "measured_to": measured or 0,
            "estimated": any(timing.estimated for timing in timings),
        }
        return found | {name: value for name, value in figures.items() if value is not None}

    def state(self) -> dict[str, Any]:
        """Return the settings and the results of the last race; one that is going on is to start anew."""
        if self.is_running:
            return super().state() | {"results": [], "run": True}
        results = [[t.contender, t.size, t.seconds, t.estimated] for t in self.standing.timings]
        return super().state() | {"results": results, "done": self._done}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take other values; ``run`` starts the race, ``done`` tells whether that of the results came to its end."""
        values = dict(state)
        run, done = values.pop("run", False), values.pop("done", True)
        super().restore(values)
        if "results" in values:
            self._done = bool(done and self.setup.results)
            self.standing = Standing(tuple(Timing(*result) for result in self.setup.results))
            self._draw()
        if run is True:
            self.start()

    def show_answer(self, question: object, answer: object, is_last: bool) -> None:
        """Show how the race stands."""
        if question != self._question or not isinstance(answer, Standing):
            return
        if is_last:
            self._question, self._done = None, True
        self._take(answer)

    def show_problem(self, question: object, sentence: str) -> None:
        """End the race with a sentence."""
        self._question = None
        self._take(Standing(self.standing.timings))
        self.failed.emit(sentence)

    def to_csv(self) -> str:
        """Return all times."""
        lines = ["way,n,seconds,estimated"]
        lines += [f"{t.contender},{t.size},{t.seconds:.6g},{str(t.estimated).lower()}" for t in self.standing.timings]
        return "\n".join(lines) + "\n"

    @property
    def _largest(self) -> int:
        """The entries of the longest vectors of a race that starts now."""
        return sizes_up_to(self.setup.largest)[-1]

    def _take(self, standing: Standing) -> None:
        self.standing = standing
        self._draw()
        self.facts_changed.emit()

    def _add_tools(self) -> None:
        self.start_button, self.stop_button = QPushButton(self.tr("Start the race")), QPushButton(self.tr("Stop"))
        self.start_button.setIcon(icon("train", on_accent=True))
        self.start_button.setProperty("primary", True)
        self.stop_button.setIcon(icon("stop"))
        self.start_button.clicked.connect(self.start)
        self.stop_button.clicked.connect(self.stop)
        for button in (self.start_button, self.stop_button):
            self.tools.addWidget(button)
        self.sizes = QComboBox()
        for size in SIZES[2:]:
            self.sizes.addItem(f"{size:,}", size)
        self.sizes.setAccessibleName(self.tr("Largest n"))
        self.sizes.activated.connect(lambda index: self.change(largest=self.sizes.itemData(index)))
        label = QLabel(self.tr("up to n ="))
        label.setBuddy(self.sizes)
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.sizes)
        self.tools.addWidget(pair)
        self.add_control("limit", slider=False)

    def _draw(self) -> None:
        self.start_button.setEnabled(not self.is_running)
        self.stop_button.setEnabled(self.is_running)
        self.sizes.setCurrentIndex(self.sizes.findData(self._largest))
        self.plot.show_standing(self.standing, max([self._largest, *(t.size for t in self.standing.timings)]))
        self.progress.setVisible(self.is_running)
        self.progress.setValue(round(1000 * self.standing.done) if self.is_running else 0)
        self.progress_text.setText(self._progress())
        self.reading.setText(self._reading())

    def _progress(self) -> str:
        standing = self.standing
        if not self.is_running:
            return self.tr("The race is over.") if self._done else ""
        return self.tr("n = {size}: the loop over the NDArray has added {done} entries in {time}").format(
            size=f"{standing.size:,}",
            done=f"{round(standing.done * standing.size):,}",
            time=seconds_text(standing.seconds),
        )

    def _reading(self) -> str:
        timings = self.standing.timings
        measured = largest_measured(timings)
        factor = None if measured is None else ratio(timings, measured)
        if measured is None or factor is None:
            lines = [f"<code>{CONTENDERS[name].code}</code>" for name in ("ndarray_loop", "ndarray")]
            return self.tr("Which is faster, and how many times: {loop} or {at_once}?").format(
                loop=lines[0], at_once=lines[1]
            )
        text = self.tr("At n = {size} one call is <b>{factor} times</b> as fast as the loop.").format(
            size=f"{measured:,}", factor=f"{factor:,.0f}"
        )
        last = [t for t in timings if t.estimated]
        if not last:
            return text
        more = self.tr(
            "Loops over more were stopped after {limit}: n = {size} would take {time}, estimated from what was done."
        ).format(limit=seconds_text(self.setup.limit), size=f"{last[-1].size:,}", time=seconds_text(last[-1].seconds))
        return f"{text} {more}"
