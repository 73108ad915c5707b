"""The Dropout tab: which units the masks of the present batch drop, and why that is right on average."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.edits import AddLayer
from core.events import ProbeTaken
from core.layers import Dropout
from core.probes import MasksProbe, Probe, Subject
from core.stack import inspect_stack
from desktop_app.icons import icon
from desktop_app.plots.dropout_layer import DropoutLayer
from desktop_app.plots.dropout_plot import DropoutPlot
from desktop_app.plots.export import Chooser, ExportButton, choose_file, png_picture, svg_picture
from desktop_app.plots.fitting_row import FittingRow
from desktop_app.plots.message import PlotMessage
from desktop_app.plots.reset_button import ResetButton

MAX_LAYERS = 4


class DropoutView(QWidget):
    """Shows the Dropout layers of a network side by side.

    ``probes_changed`` tells that other probes are needed; ``edited`` carries the wish for a first Dropout layer;
    ``saved`` and ``failed`` carry a sentence about an export.

    Args:
        parent: the widget in which it lies.
        choose: asks for the file of an export.
    """

    probes_changed = Signal()
    edited = Signal(object)
    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(parent)
        self._subject: Subject | None = None
        self._taken: ProbeTaken | None = None
        self._num_layers = 0
        self.plot = DropoutPlot(())
        self.message, self.pages = PlotMessage(), QStackedWidget()
        self.add_button = QPushButton(icon("plus"), self.tr("Add a Dropout layer"))
        self.add_button.clicked.connect(self._add_layer)
        self.message.add_button(self.add_button)
        for page in (self.message, self.plot):
            self.pages.addWidget(page)
        self._make_switches()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_bar(choose))
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.state)
        tools: list[QWidget] = [*self.modes, self.sample_box, *self.long_runs, self.again_button, self.reset_button]
        for before, after in pairwise([*tools, self.export_button]):
            self.setTabOrder(before, after)
        self._arrange()

    # -- what the window calls ----------------------------------------------------------------------------------------

    def probes(self) -> tuple[Probe, ...]:
        """Return the question about the masks, where there are any."""
        if self._subject is None or not self._subject.has_network or not self.plot.layers:
            return ()
        return (MasksProbe(),)

    def show_subject(self, subject: Subject) -> None:
        """Begin afresh with the Dropout layers of another network, or of the experiment that is being edited."""
        self._subject, self._taken = subject, None
        found = [i for i, layer in enumerate(subject.experiment.layers) if isinstance(layer, Dropout)]
        self._num_layers = len(found)
        old, self.plot = self.plot, DropoutPlot([DropoutLayer(i) for i in found[:MAX_LAYERS]])
        self.plot.sample_chosen.connect(self.sample_box.setValue)
        self.pages.addWidget(self.plot)
        self.pages.removeWidget(old)
        old.deleteLater()
        self._arrange()
        self.probes_changed.emit()

    def show_probe(self, taken: ProbeTaken) -> None:
        """Show the masks of the last step."""
        if not taken.values or not self.plot.layers:
            return
        self._taken = taken
        for layer in self.plot.layers:
            layer.take(taken)
        self.sample_box.setMaximum(max(0, len(self.plot.layers[0].mask) - 1))
        self._arrange()

    # -- building -----------------------------------------------------------------------------------------------------

    def _make_switches(self) -> None:
        self.modes = self._switch(
            (self.tr("Training"), self.tr("Show the mask of the last step, which drops units and scales the others")),
            (self.tr("Prediction"), self.tr("Show what happens in prediction: nothing is dropped, nothing scaled")),
        )
        self.long_runs = self._switch(
            (self.tr("Expectation"), self.tr("Draw many masks: on average as much comes out as goes in")),
            (self.tr("Rate"), self.tr("Show which share of all units was dropped since the tab is open")),
        )
        self.sample_box = QSpinBox()
        self.sample_box.setPrefix(self.tr("Sample "))
        self.sample_box.setAccessibleName(self.tr("Sample of the batch"))
        self.sample_box.setToolTip(self.tr("Which sample of the batch is shown; a click on a row of a mask chooses it"))
        # As style/window.qss has it for other boxes; Qt does not apply it inside of a spin box.
        self.sample_box.lineEdit().setTextMargins(6, 0, 0, 0)
        self.sample_box.setMaximum(0)
        self.sample_box.valueChanged.connect(self._arrange)
        self.again_button = QToolButton()
        self.again_button.setIcon(icon("dice"))
        self.again_button.setToolTip(self.tr("Draw other masks"))
        self.again_button.setAccessibleName(self.again_button.toolTip())
        self.again_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.again_button.clicked.connect(self._draw_again)

    def _switch(self, *named: tuple[str, str]) -> tuple[QToolButton, ...]:
        group, buttons = QButtonGroup(self), []
        for text, tip in named:
            button = QToolButton()
            button.setText(text)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            group.addButton(button)
            buttons.append(button)
        buttons[0].setChecked(True)
        group.buttonClicked.connect(self._arrange)
        return tuple(buttons)

    def _make_bar(self, choose: Chooser) -> QWidget:
        self.state = QLabel()
        self.state.setProperty("role", "muted")
        self.state.setContentsMargins(14, 3, 14, 5)
        self.reset_button = ResetButton(
            self, self.tr("Show everything"), ["Ctrl+0", "Home"], lambda: self.plot.reset_view()
        )
        self.export_button = ExportButton(
            self._title,
            png=lambda: png_picture(self.plot, self._title()),
            svg=lambda: svg_picture(self.plot, self._title()),
            csv=lambda: self.plot.to_csv(),
            choose=choose,
            parent=self,
        )
        self.export_button.saved.connect(self.saved)
        self.export_button.failed.connect(self.failed)
        self._bar = FittingRow()
        for widget in (*self.modes, self.sample_box):
            self._bar.tools.addWidget(widget)
        self._bar.add_group(*self.long_runs, self.again_button)
        self._bar.tools.addStretch(1)
        self._bar.add_shrinking(self.reset_button)
        self._bar.add_shrinking(self.export_button)
        return self._bar

    # -- state --------------------------------------------------------------------------------------------------------

    def _arrange(self, *_: object) -> None:
        """Show the layers, or why there is nothing to see and what to do."""
        shown = self._taken is not None
        self._bar.setVisible(shown)
        self.state.setVisible(shown)
        self.pages.setCurrentIndex(1 if shown else 0)
        if not shown:
            self.message.show_text(*self._excuse())
            self.add_button.setVisible(self._subject is not None and not self._num_layers)
            return
        plot = self.plot
        plot.training, plot.shows_rate = self.modes[0].isChecked(), self.long_runs[1].isChecked()
        plot.sample = self.sample_box.value()
        self.again_button.setEnabled(not plot.shows_rate)
        self.state.setText(self._story())
        plot.draw()

    def _excuse(self) -> tuple[str, str]:
        if self._subject is None:
            return self.tr("No network yet"), ""
        if not self._num_layers:
            return (
                self.tr("No Dropout layer"),
                self.tr(
                    "Dropout switches off other units with every batch, so that none relies on a single other one."
                ),
            )
        return (
            self.tr("No masks yet"),
            self.tr("Press Batch: the mask of every Dropout layer is seen here, sample by sample and unit by unit."),
        )

    def _story(self) -> str:
        """Say which masks these are."""
        taken = self._taken
        assert taken is not None
        step = f"{taken.step:,}"
        if not self.plot.training:
            text = self.tr("Prediction after step {step}: nothing is dropped.").format(step=step)
        elif "drawn" in taken.values:
            text = self.tr("A draw like those of training. Its own masks are kept while it trains with this tab open.")
        else:
            text = self.tr("The masks of step {step}.").format(step=step)
        if not all(layer.is_finite for layer in self.plot.layers):
            text += " " + self.tr("Some numbers are not finite; they are drawn as 0.")
        if self._num_layers > MAX_LAYERS:
            text += " " + self.tr("The first {0} of {1} layers.").format(MAX_LAYERS, self._num_layers)
        return text

    def _draw_again(self) -> None:
        self.plot.seed += 1
        self.plot.draw()

    def _add_layer(self) -> None:
        if self._subject is not None:
            output = inspect_stack(self._subject.experiment).output_position
            self.edited.emit(AddLayer(output or 0, "dropout"))

    def _title(self) -> str:
        name = self._subject.experiment.name if self._subject is not None else ""
        return self.tr("{name} dropout").format(name=name)
