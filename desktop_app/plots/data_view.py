"""The Data tab: the picture of the data set, or its samples one by one."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from core.data import DataSet, OwnPoints, Parts
from core.data.own_points import MAX_CLASSES
from core.data.plane import CLASS_NAMES
from core.edits import SetValue
from core.experiment import Experiment
from core.texts import unsaid
from desktop_app.plots.class_bar import ClassBar
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.point_editor import PointEditor, own_parts
from desktop_app.plots.reset_button import ResetButton
from desktop_app.plots.samples import SamplesView
from desktop_app.run_bar import ElidedLabel


class DataView(QWidget):
    """Shows data with one or two axes as a picture or a table, everything else as :class:`SamplesView` does.

    ``saved`` and ``failed`` carry a sentence about an export; ``edited`` what the user wants to change in points of
    their own.

    Args:
        parent: the widget in which it lies.
        choose: asks for the file of an export.
    """

    edited = Signal(object)
    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(parent)
        self.samples, self.plot = SamplesView(), PointEditor()
        self._own: OwnPoints | None = None
        self._can_draw = False
        self._make_switch()
        self._make_tools(choose)
        self._make_editing()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.samples)
        self.pages.addWidget(self.plot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._editing)
        layout.addWidget(self.pages, 1)
        buttons = self.picture_button, self.table_button, self.reset_button, self.export_button
        order: tuple[QWidget, ...] = (*buttons, self.classes, self.clear_button, self.plot)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        self.plot.edited.connect(self.edited)
        self.plot.class_wanted.connect(self.classes.choose)
        self.classes.chosen.connect(self._choose_class)
        self._show_page()

    @property
    def shows_picture(self) -> bool:
        """Whether the picture is shown, not the samples."""
        return self._can_draw and self.picture_button.isChecked()

    def show_experiment(self, experiment: Experiment) -> None:
        """Show points of the user's own at once; other data are given to :meth:`show_parts` when they are there."""
        data = experiment.data
        self._own = data if isinstance(data, OwnPoints) else None
        if self._own is not None:
            self._can_draw = self.plot.show_data(self._own, own_parts(self._own))
        self._show_page()

    def show_parts(
        self, data: DataSet | None, parts: Parts | None, problem: str = "", *, downloadable: DataSet | None = None
    ) -> None:
        """Show a data set, without predictions.

        Args:
            data: what the parts are of.
            parts: None while it is loading, when the last picture stays, or if it cannot be shown.
            problem: why it cannot be shown and what to do.
            downloadable: the data set whose files can be downloaded, if that would help.
        """
        self.samples.show_parts(parts, problem, downloadable=downloadable)
        if parts is not None:
            self._can_draw = self.plot.show_data(data, parts)
        elif problem and self._own is None:
            self._can_draw = self.plot.show_data(None, None)
        self._show_page()

    def _make_switch(self) -> None:
        self.picture_button, self.table_button = QToolButton(), QToolButton()
        self.picture_button.setText(self.tr("Picture"))
        self.table_button.setText(self.tr("Table"))
        self.picture_button.setToolTip(self.tr("Show the samples as points"))
        self.table_button.setToolTip(self.tr("Show the numbers of every sample and the network's answer"))
        group = QButtonGroup(self)
        for button in (self.picture_button, self.table_button):
            button.setCheckable(True)
            group.addButton(button)
        self.picture_button.setChecked(True)
        self.picture_button.toggled.connect(self._show_page)

    def _make_tools(self, choose: Chooser) -> None:
        self.drawn = QLabel()
        self.drawn.setProperty("role", "muted")
        self.reset_button = ResetButton(
            self.plot, self.tr("Show all samples"), ["Ctrl+0", "Home"], self.plot.reset_view
        )
        self.export_button = ExportButton.for_plot(self.plot, self.plot.title, self.plot.to_csv, choose, self)
        self.export_button.saved.connect(self.saved)
        self.export_button.failed.connect(self.failed)
        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(8)
        for widget in (self.picture_button, self.table_button):
            row.addWidget(widget)
        row.addStretch(1)
        for tool in (self.drawn, self.reset_button, self.export_button):
            row.addWidget(tool)

    def _make_editing(self) -> None:
        self.classes = ClassBar(CLASS_NAMES[:MAX_CLASSES])
        self.clear_button = QToolButton()
        self.clear_button.setText(self.tr("Remove all"))
        self.clear_button.setToolTip(self.tr("Remove all points"))
        self.clear_button.clicked.connect(self._clear)
        hint = ElidedLabel(self.tr("Click: place a point. Click on a point, or right click: remove it."))
        keys = self.tr(
            "With the keyboard: the arrow keys move a cursor, with Shift farther; Space places a point, Delete removes "
            "it, 1 to 8 choose the class."
        )
        hint.setToolTip(f"{hint.text()}<br>{keys}")
        hint.setProperty("role", "muted")
        self._editing = QWidget()
        row = QHBoxLayout(self._editing)
        row.setContentsMargins(12, 0, 12, 5)
        row.setSpacing(8)
        row.addWidget(self.classes)
        row.addWidget(self.clear_button)
        row.addWidget(hint, 1)

    def _show_page(self) -> None:
        """Show the picture or the samples, and the tools that belong to it."""
        picture = self.shows_picture
        self._bar.setVisible(self._can_draw)
        self._editing.setVisible(picture and self._own is not None)
        for widget in (self.drawn, self.reset_button, self.export_button):
            widget.setVisible(picture)
        self.clear_button.setEnabled(self._own is not None and bool(self._own.points))
        points = self.plot.points
        fewer = points is not None and len(points) < points.total
        self.drawn.setText(
            self.tr("{drawn} of {total} samples drawn").format(drawn=f"{len(points):,}", total=f"{points.total:,}")
            if fewer and points is not None
            else ""
        )
        self.pages.setCurrentWidget(self.plot if picture else self.samples)

    def _choose_class(self, label: int) -> None:
        self.plot.label = label

    def _clear(self) -> None:
        self.edited.emit(SetValue(("data", "points"), [], unsaid("points"), merges=False))
