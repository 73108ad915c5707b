"""The Boundary tab: what the network says between the samples, and the bowl in which linear regression descends."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from core.bowl import bowl_of, has_bowl
from core.events import ProbeTaken
from core.probes import Probe, Subject, TrailProbe
from desktop_app.plots.boundary_plot import BoundaryPlot
from desktop_app.plots.bowl_3d import Bowl3D, missing_part
from desktop_app.plots.bowl_plot import BowlPlot
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.fitting_row import FittingRow
from desktop_app.plots.message import PlotMessage
from desktop_app.plots.reset_button import ResetButton
from desktop_app.plots.state_label import StateLabel
from desktop_app.texts import translated


class BoundaryView(QWidget):
    """Shows the network's answers over one or two axes of the data, or the loss over the two weights of a regression.

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
        self._can_draw = False
        self._missing = ""
        self.plot, self.bowl = BoundaryPlot(), BowlPlot()
        self._make_switch()
        self._make_tools(choose)
        self.message = PlotMessage()
        self.pages = QStackedWidget()
        self.bowl_3d: Bowl3D | None = None
        for page in (self.message, self.plot, self.bowl):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self.note)
        layout.addWidget(self.pages, 1)
        switches: list[QWidget] = [self.answers_button, self.bowl_button, *self._boxes]
        tools: list[QWidget] = [self.reset_button, self.export_button, self.bowl_export, self.plot, self.bowl]
        for before, after in pairwise(switches + tools):
            self.setTabOrder(before, after)
        self.plot.probe_changed.connect(self.probes_changed)
        self._arrange()

    def probes(self) -> tuple[Probe, ...]:
        """Return what is needed for the present picture."""
        if self._subject is None or not self._subject.has_network or not self._can_draw:
            return ()
        return (TrailProbe(),) if self.shows_bowl else (self.plot.probe(),)

    def show_subject(self, subject: Subject) -> None:
        """Begin afresh with the data of another network, or of the experiment that is being edited."""
        self._subject = subject
        parts = subject.parts
        self._can_draw = self.plot.show_subject(subject)
        with_bowl = parts is not None and has_bowl(subject.experiment)
        self.bowl.show_bowl(bowl_of(subject.experiment, parts) if parts is not None and with_bowl else None)
        self._arrange()
        self.probes_changed.emit()

    def show_probe(self, taken: ProbeTaken) -> None:
        """Show what the network says now, or how far the weights have come."""
        if isinstance(taken.probe, TrailProbe):
            self.bowl.show_trail(taken)
            self._draw_3d()
        elif taken.values:
            self.plot.show_answers(taken)
        self._tell(taken)

    @property
    def shows_bowl(self) -> bool:
        """Whether the bowl is shown, not the answers."""
        return self.bowl.bowl is not None and self.bowl_button.isChecked()

    # -- building -----------------------------------------------------------------------------------------------------

    def _make_switch(self) -> None:
        self.answers_button, self.bowl_button = QToolButton(), QToolButton()
        self.answers_button.setText(self.tr("Answers"))
        self.answers_button.setToolTip(self.tr("Show what the network says all over the plane"))
        self.bowl_button.setText(self.tr("Loss bowl"))
        self.bowl_button.setToolTip(self.tr("Show the loss over both weights, and the way that they take through it"))
        group = QButtonGroup(self)
        for button in (self.answers_button, self.bowl_button):
            button.setCheckable(True)
            group.addButton(button)
        self.answers_button.setChecked(True)
        self.bowl_button.toggled.connect(self._switch)

    def _make_tools(self, choose: Chooser) -> None:
        self.discrete_box = QCheckBox(self.tr("Discretise"))
        self.discrete_box.setToolTip(self.tr("Show only which answer is given, not how sure it is"))
        self.discrete_box.toggled.connect(self.plot.set_discrete)
        self.parts_box = QCheckBox(self.tr("Validation and test points"))
        self.parts_box.setToolTip(self.tr("Show the samples that are not trained on, too"))
        self.parts_box.setChecked(True)
        self.parts_box.toggled.connect(self.plot.set_all_parts)
        self.solid_box = QCheckBox(self.tr("3-D"))
        self.solid_box.setToolTip(self.tr("Show the bowl as a surface that can be turned"))
        self.solid_box.toggled.connect(self._arrange)
        self._boxes = (self.discrete_box, self.parts_box, self.solid_box)
        self.state, self.note = StateLabel(), QLabel()
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(12, 0, 12, 6)
        self.reset_button = ResetButton(self, self.tr("Show everything"), ["Ctrl+0", "Home"], self._reset_view)
        self.export_button = ExportButton.for_plot(self.plot, self._title, self.plot.to_csv, choose, self)
        self.bowl_export = ExportButton.for_plot(self.bowl, self._title, self.bowl.to_csv, choose, self)
        self._bar = FittingRow()
        for button in (self.answers_button, self.bowl_button):
            self._bar.tools.addWidget(button)
        for box in self._boxes:
            self._bar.add_folding(box)
        self._bar.add_state(self.state)
        self._bar.add_shrinking(self.reset_button)
        for export in (self.export_button, self.bowl_export):
            export.saved.connect(self.saved)
            export.failed.connect(self.failed)
            self._bar.add_shrinking(export)

    # -- state --------------------------------------------------------------------------------------------------------

    def _switch(self) -> None:
        self._arrange()
        self.probes_changed.emit()

    def _reset_view(self) -> None:
        if self.shows_bowl:
            self.bowl.reset_view()
        else:
            self.plot.reset_view()
            self.probes_changed.emit()

    def _arrange(self) -> None:
        """Show the picture that there is, and the tools that belong to it."""
        bowl, subject = self.shows_bowl, self._subject
        parts = subject.parts if subject is not None else None
        for button in (self.answers_button, self.bowl_button):
            button.setVisible(self.bowl.bowl is not None)
        self._bar.offer(self.discrete_box, not bowl and self.plot.is_plane and self.plot.has_shades)
        others = parts is not None and (parts.validation is not None or parts.test is not None)
        self._bar.offer(self.parts_box, not bowl and others)
        self._bar.offer(self.solid_box, bowl)
        self.export_button.setVisible(not bowl)
        self._bar.setVisible(self._can_draw)
        missing = missing_part() if bowl and self.solid_box.isChecked() else ""
        solid = bowl and self.solid_box.isChecked() and not missing
        self.bowl_export.setVisible(bowl and not solid)
        self.pages.setCurrentWidget(self._page(solid=solid))
        if not self._can_draw:
            self.message.show_text(*self._excuse(subject))
        self._missing = missing
        self._tell(None)

    def _page(self, *, solid: bool) -> QWidget:
        if not self._can_draw:
            return self.message
        if not solid:
            return self.bowl if self.shows_bowl else self.plot
        if self.bowl_3d is None:
            # Not before it is wanted: with its first OpenGL widget Qt makes the whole window anew.
            self.bowl_3d = Bowl3D()
            self.pages.addWidget(self.bowl_3d)
        self._draw_3d()
        return self.bowl_3d

    def _draw_3d(self) -> None:
        bowl = self.bowl.bowl
        if self.bowl_3d is not None and bowl is not None and self.solid_box.isChecked():
            self.bowl_3d.show_bowl(bowl, self.bowl.ranges, self.bowl.weights)

    def _excuse(self, subject: Subject | None) -> tuple[str, str]:
        """Return why nothing is drawn, and what to do."""
        if subject is None or subject.parts is None:
            return self.tr("No data yet"), self.tr("The picture appears as soon as the data are loaded.")
        title = translated(subject.experiment.data.title)
        return (
            self.tr("{data} cannot be drawn in a plane").format(data=title),
            self.tr(
                "The boundary is seen with data that lie in a plane or over an axis: choose one of the classes in the "
                "plane, or a regression with one or two inputs."
            ),
        )

    def _tell(self, taken: ProbeTaken | None) -> None:
        """Say when the answers were given, and what is wrong or missing."""
        self.state.show_text("" if taken is None else self.tr("after step {step}").format(step=f"{taken.step:,}"))
        note = self._missing
        if self._can_draw and self._subject is not None and not self._subject.has_network:
            note = note or self.tr("Press Train to see what the network says.")
        elif not self.shows_bowl and not self.plot.is_finite:
            note = self.tr("Some answers are no numbers any more: press Reset and lower the learning rate.")
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def _title(self) -> str:
        name = self._subject.experiment.name if self._subject is not None else ""
        return (self.tr("{name} bowl") if self.shows_bowl else self.tr("{name} boundary")).format(name=name)
