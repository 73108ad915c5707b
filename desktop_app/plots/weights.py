"""The Weights tab: how weights and gradients are distributed, how large they are, what the first layer looks for."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from core.events import ProbeTaken
from core.probes import Probe, Subject
from core.stack import inspect_stack
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.fitting_row import FittingRow
from desktop_app.plots.gradient_bars import GradientBars
from desktop_app.plots.message import PlotMessage
from desktop_app.plots.reset_button import ResetButton
from desktop_app.plots.state_label import StateLabel
from desktop_app.plots.tab_order import follow_layouts
from desktop_app.plots.templates_plot import TemplatesPlot
from desktop_app.plots.weights_histograms import HistogramPlot
from desktop_app.plots.weights_norms import NormPlots
from desktop_app.plots.weights_page import WeightsPage


class WeightsView(QWidget):
    """One of several pictures, chosen by a switch; only what the one in front needs is asked.

    ``probes_changed`` tells that other probes are needed; ``saved`` and ``failed`` carry a sentence about an export.

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
        self._excuses: dict[int, tuple[str, str] | None] = {}
        self.histograms, self.norms, self.gradients = HistogramPlot(), NormPlots(), GradientBars()
        self.templates = TemplatesPlot()
        named = (
            (
                self.histograms,
                self.tr("Histograms"),
                self.tr("Show how the numbers of a layer are distributed"),
            ),
            (self.norms, self.tr("Norms"), self.tr("Show how large weights are, and how far a step moves them")),
            (self.gradients, self.tr("Gradients"), self.tr("Show how large the gradient is in every layer")),
            (self.templates, self.tr("Templates"), self.tr("Show the weights of the first layer as images")),
        )
        self.shown: tuple[WeightsPage, ...] = tuple(page for page, *_ in named)
        self.buttons: list[QToolButton] = []
        group = QButtonGroup(self)
        for _, title, tip in named:
            button = QToolButton()
            button.setText(title)
            button.setToolTip(tip)
            button.setCheckable(True)
            group.addButton(button)
            self.buttons.append(button)
        self.buttons[0].setChecked(True)
        group.buttonClicked.connect(self._switch)
        self.message, self.pages = PlotMessage(), QStackedWidget()
        self.pages.addWidget(self.message)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_bar(choose))
        for page, *_ in named:
            self.pages.addWidget(page)
            page.probe_changed.connect(self.probes_changed)
            if page.tools is not None:
                layout.addWidget(page.tools)
        layout.addWidget(self.pages, 1)
        follow_layouts(self)
        self._arrange()

    def probes(self) -> tuple[Probe, ...]:
        """Return what the picture in front needs."""
        if self._subject is None or not self._subject.has_network or self._excuse() is not None:
            return ()
        return (self.page.probe(),)

    def probes_for_later(self) -> tuple[Probe, ...]:
        """Return what the histograms need to have a past when they are looked at late."""
        has_network = self._subject is not None and self._subject.has_network
        return (self.histograms.probe(),) if has_network and self._excuses.get(id(self.histograms)) is None else ()

    def keep_probe(self, taken: ProbeTaken) -> None:
        """Keep an answer for the histograms, which nobody sees now."""
        self.histograms.keep(taken)

    def show_subject(self, subject: Subject) -> None:
        """Begin afresh with the layers of another network, or of the experiment that is being edited."""
        self._subject = subject
        experiment = subject.experiment
        num_train = len(subject.parts.train) if subject.parts is not None else experiment.data.facts().num_train
        batches = max(1, ceil(num_train / experiment.training.batch_size))
        broken = None
        if inspect_stack(experiment).problems:
            broken = (
                self.tr("These layers cannot work yet"),
                self.tr("Their weights are seen as soon as the problems that the list of layers names are mended."),
            )
        for page in self.shown:
            self._excuses[id(page)] = broken or page.show_experiment(experiment, batches)
        self._arrange()
        self.probes_changed.emit()

    def show_probe(self, taken: ProbeTaken) -> None:
        """Show an answer in the picture that asked for it."""
        self.page.show_probe(taken)
        self._offer_export()
        self._tell(taken)

    @property
    def page(self) -> WeightsPage:
        """The picture in front."""
        return next(page for page, button in zip(self.shown, self.buttons, strict=True) if button.isChecked())

    def _make_bar(self, choose: Chooser) -> FittingRow:
        row = FittingRow()
        switch = QHBoxLayout()
        switch.setSpacing(3)
        for button in self.buttons:
            switch.addWidget(button)
        row.tools.addLayout(switch)
        self.state = StateLabel()
        row.add_state(self.state)
        keys = ["Ctrl+0"]  # Home belongs to the lists of layers
        self.reset_button = ResetButton(self, self.tr("Show everything"), keys, lambda: self.page.reset_view())
        row.add_shrinking(self.reset_button)
        self.exports = []
        for page in self.shown:
            button = ExportButton.for_plot(page, self._title, page.to_csv, choose, self)
            button.saved.connect(self.saved)
            button.failed.connect(self.failed)
            row.add_shrinking(button)
            self.exports.append(button)
        return row

    def _switch(self) -> None:
        self._arrange()
        self.probes_changed.emit()

    def _arrange(self) -> None:
        """Show the picture in front, or why there is none."""
        excuse, front = self._excuse(), self.page
        if excuse is not None:
            self.message.show_text(*excuse)
        self.pages.setCurrentWidget(self.message if excuse is not None else front)
        parts = list(zip(self.shown, self.exports, strict=True))
        # What goes makes room before anything comes: both at once would ask for a wider window.
        for page, export in sorted(parts, key=lambda part: part[0] is front):
            export.setVisible(page is front and excuse is None)
            if page.tools is not None:
                page.tools.setVisible(page is front and excuse is None)
        self.reset_button.setVisible(excuse is None)
        self._offer_export()
        self._tell(None)

    def _offer_export(self) -> None:
        """Offer to export as soon as there is something."""
        self.exports[self.shown.index(self.page)].setEnabled(self.page.has_numbers)

    def _excuse(self) -> tuple[str, str] | None:
        """Return why the picture in front cannot be drawn."""
        return self._excuses.get(id(self.page))

    def _tell(self, taken: ProbeTaken | None) -> None:
        """Say after which step the picture was drawn, or in its place what is to happen before there is one."""
        hint = state = ""
        if self._excuse() is not None:
            pass
        elif self._subject is None or not self._subject.has_network:
            hint = self.tr("Press Train to see the weights.")
        elif taken is None:
            hint = self.page.waits_for()
        elif not taken.values:
            hint = self.tr("Nothing to see before the first step.")
        else:
            state = self.tr("after step {step}").format(step=f"{taken.step:,}")
        self.state.show_text(state)
        if self._excuse() is None:
            self.message.show_text(hint, "")
            self.pages.setCurrentWidget(self.message if hint else self.page)

    def _title(self) -> str:
        name = self._subject.experiment.name if self._subject is not None else ""
        return f"{name} {self.page.name()}"
