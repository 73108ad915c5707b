"""The result of a sweep: map or curve, table, and the chosen place beside it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.selection.figures import Figure, Part
from desktop_app.plots.export import Chooser, ExportButton, choose_file, png_picture, svg_picture
from desktop_app.plots.metric_choice import MetricChoice
from desktop_app.plots.selection_bar import SelectionBar, SelectionProgress
from desktop_app.plots.sweep_band import SweepBand
from desktop_app.plots.sweep_board import Index, SweepBoard
from desktop_app.plots.sweep_detail import SweepDetail
from desktop_app.plots.sweep_empty import SweepEmpty
from desktop_app.plots.sweep_list import SweepList
from desktop_app.plots.sweep_map import SweepMap

_PARTS: dict[str, tuple[Part, ...]] = {
    "both": ("train", "validation"),
    "validation": ("validation",),
    "train": ("train",),
}


class SweepView(QWidget):
    """Shows a sweep, and starts one that its owner knows.

    Signals:
        start_requested, cancel_requested, retry_requested: what was pressed.
        experiment_wanted: the key of the cell whose experiment is to become the present one.
        run_wanted: the key of the cell whose run is to be put into the list of runs.
        saved, failed: a sentence about an export.
    """

    start_requested = Signal()
    cancel_requested = Signal()
    retry_requested = Signal()
    experiment_wanted = Signal(object)
    run_wanted = Signal(object)
    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(parent)
        self.board: SweepBoard | None = None
        self.selected: Index | None = None
        self._by_hand = False
        self.map, self.band, self.table = SweepMap(), SweepBand(), SweepList()
        self.detail, self.empty = SweepDetail(), SweepEmpty()
        self._build_bar(choose)
        self._build_pages()
        for view in (self.map, self.band, self.table):
            view.index_chosen.connect(self._choose)
        for picture in (self.map, self.band):
            picture.activated.connect(self._want_run)
        self.table.activated.connect(lambda _: self._want_run())
        self.detail.experiment_wanted.connect(self.experiment_wanted)
        self.detail.run_wanted.connect(self.run_wanted)
        self.show_board(None)

    @property
    def shown_metric(self) -> str:
        """The metric that is shown."""
        return self.metric_box.name

    @property
    def figures(self) -> list[Figure]:
        """The figures that the picture shows."""
        return [Figure(part, self.shown_metric) for part in _PARTS[str(self.part_box.currentData())]]

    @property
    def picture(self) -> SweepMap | SweepBand:
        """The picture for this sweep: a map for two settings, a curve for one."""
        return self.band if self.board is not None and len(self.board.sweep.settings) == 1 else self.map

    def show_board(self, board: SweepBoard | None) -> None:
        """Show another sweep; None before the first."""
        self.board, self.selected, self._by_hand = board, None, False
        self.pages.setCurrentWidget(self.empty if board is None else self.content)
        for widget in (self.part_box, self.metric_box, self.table_button, self.export_button):
            widget.setVisible(board is not None)
        self.detail.show_board(board)
        if board is not None:
            facts = board.sweep.experiment.data.facts()
            self.metric_box.show_facts(facts)
            # Under- and overfitting is seen where both parts stand side by side.
            both = len(facts.axes) == 1 or len(board.sweep.settings) == 1
            self._choose_parts("both" if both and facts.num_validation else board.judge)
            self._show_page()
            self._choose((0,) * len(board.sweep.settings), by_hand=False)
        self.refresh()

    def refresh(self) -> None:
        """Show what is new on the board; while hidden nothing is drawn."""
        board = self.board
        if board is None or not self.isVisible():
            return
        if not self._by_hand:
            best = board.table(Figure(board.judge, self.shown_metric)).best
            if best is not None and best != self.selected:
                self._choose(best, by_hand=False)
                return
        if self.table_button.isChecked():
            self.table.places.show_board(board, self.shown_metric)
            self.table.select(self.selected)
        else:
            self.picture.show_board(board, self.figures)
            self.picture.select(self.selected)
        if self.selected is not None:
            self.detail.show_index(self.selected, self.shown_metric)

    def show_obstacle(self, sentence: str) -> None:
        """Tell why the sweep cannot start now; an empty text if it can."""
        self.bar.show_obstacle(sentence)

    def show_progress(self, progress: SelectionProgress) -> None:
        """Show how far the sweep is."""
        self.bar.show_progress(progress)

    def showEvent(self, event: Any) -> None:
        """Draw what came while this was hidden."""
        super().showEvent(event)
        self.refresh()

    def _build_bar(self, choose: Chooser) -> None:
        self.bar = SelectionBar()
        self.part_box = QComboBox()
        self.part_box.setAccessibleName(self.tr("Part of the data"))
        self.part_box.setToolTip(self.tr("Whose figures are drawn"))
        titles = {"both": self.tr("both parts"), "validation": self.tr("validation"), "train": self.tr("training")}
        for name, title in titles.items():
            self.part_box.addItem(title, name)
        self.part_box.activated.connect(lambda _: self.refresh())
        self.metric_box = MetricChoice()
        self.metric_box.chosen.connect(self.refresh)
        self.table_button = QToolButton()
        self.table_button.setText(self.tr("Table"))
        self.table_button.setCheckable(True)
        self.table_button.setAutoRaise(False)
        self.table_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.table_button.setToolTip(self.tr("Show the numbers as a table"))
        self.table_button.toggled.connect(self._show_page)
        self.export_button = ExportButton(
            self._title,
            png=lambda: png_picture(self.picture, self._title()),
            svg=lambda: svg_picture(self.picture, self._title()),
            csv=self._csv,
            choose=choose,
            parent=self,
        )
        self.export_button.saved.connect(self.saved)
        self.export_button.failed.connect(self.failed)
        for widget in (self.part_box, self.metric_box, self.table_button, self.export_button):
            self.bar.trailing.addWidget(widget)
        self.bar.start_pressed.connect(self.start_requested)
        self.bar.cancel_pressed.connect(self.cancel_requested)
        self.bar.retry_pressed.connect(self.retry_requested)

    def _build_pages(self) -> None:
        self.results = QStackedWidget()
        card = QFrame()
        card.setObjectName("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(5, 5, 5, 5)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        inner.addWidget(self.table)
        self._list_page = card
        for page in (self.map, self.band, card):
            self.results.addWidget(page)
        self.content = QSplitter(Qt.Orientation.Horizontal)
        self.content.setChildrenCollapsible(False)
        self.content.addWidget(self.results)
        self.content.addWidget(self.detail)
        self.content.setStretchFactor(0, 5)
        self.content.setStretchFactor(1, 3)
        self.content.setSizes([590, 350])
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.pages, 1)

    def _choose_parts(self, name: str) -> None:
        with QSignalBlocker(self.part_box):
            self.part_box.setCurrentIndex(self.part_box.findData(name))

    def _show_page(self) -> None:
        table = self.table_button.isChecked()
        self.results.setCurrentWidget(self._list_page if table else self.picture)
        self.part_box.setEnabled(not table)
        self.refresh()

    def _choose(self, index: Index, *, by_hand: bool = True) -> None:
        """Look at a place; until the user does, the best one is looked at."""
        if index == self.selected:
            return
        self.selected, self._by_hand = index, by_hand or self._by_hand
        self.refresh()

    def _want_run(self) -> None:
        key = self.detail.key
        if key is not None and self.board is not None and self.board.board.outcome(key) is not None:
            self.run_wanted.emit(key)

    def _title(self) -> str:
        return self.tr("{name} sweep").format(name=self.board.sweep.name if self.board is not None else "")

    def _csv(self) -> str:
        if self.board is None:
            return ""
        return self.board.table(Figure(self.board.judge, self.shown_metric)).to_csv()
