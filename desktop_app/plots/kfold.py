"""The K-fold tab: the board of folds, the curve of every fold, mean and standard deviation."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.metrics import LOSS
from core.selection.board import Board
from core.selection.kfold import FoldFigure, summary
from desktop_app.help_mark import HelpMark
from desktop_app.icons import icon
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.kfold_csv import folds_csv
from desktop_app.plots.kfold_curves import FoldCurves
from desktop_app.plots.kfold_empty import KFoldEmpty, folds_box
from desktop_app.plots.kfold_summary import FoldSummary
from desktop_app.plots.kfold_table import FoldTable
from desktop_app.plots.metric_choice import MetricChoice
from desktop_app.plots.selection_bar import SelectionBar, SelectionProgress


class KFoldView(QWidget):
    """Shows a K-fold selection and starts one.

    Signals:
        start_requested: with the number of folds.
        cancel_requested, retry_requested: what was pressed.
        run_wanted: the key of a cell that is done, whose run is to be put into the list of runs.
        folds_chosen: another number of folds is chosen.
        saved, failed: a sentence about an export.
    """

    start_requested = Signal(int)
    cancel_requested = Signal()
    retry_requested = Signal()
    run_wanted = Signal(object)
    folds_chosen = Signal(int)
    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(parent)
        self._board: Board | None = None
        self._num_changes = 0
        self._summed: tuple[FoldFigure, ...] = ()
        self.table, self.curves, self.summary = FoldTable(), FoldCurves(), FoldSummary()
        self.empty = KFoldEmpty()
        self._build_bar(choose)
        self._build_pages()
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.activated.connect(lambda _: self._want_run())
        self.curves.fold_clicked.connect(self.table.selectRow)
        self.empty.start.clicked.connect(self._start)
        self.show_board(None)

    @property
    def num_folds(self) -> int:
        """The number of folds that is chosen."""
        return self.folds_box.value()

    def show_board(self, board: Board | None) -> None:
        """Show another selection; None before the first."""
        self._board, self._num_changes, self._summed = board, 0, ()
        self.pages.setCurrentWidget(self.empty if board is None else self.content)
        self.bar.setVisible(board is not None)
        self.table.show_board(board)
        self.curves.show_board(board)
        if board is not None:
            self.metric_box.show_facts(board.cells[0].experiment.data.facts())
            self.curves.select(self.table.currentIndex().row())
        self.refresh()

    def refresh(self) -> None:
        """Show what is new on the board. Costs little; while hidden nothing is drawn."""
        board = self._board
        if board is None or not self.isVisible():
            return
        metric = self.metric_box.name
        self.table.folds.refresh(metric)
        self.log_box.setVisible(metric == LOSS)
        figures = {entry.figure.part: entry for entry in self._figures(board) if entry.figure.name == metric}
        log = metric == LOSS and self.log_box.isChecked()
        self.curves.refresh(metric, figures.get("validation"), log=log)
        self.summary.show_figures(figures, metric)
        self._enable()

    def show_obstacle(self, sentence: str) -> None:
        """Tell why K-fold cannot start now; an empty text if it can."""
        self.bar.show_obstacle(sentence)
        self.empty.show_obstacle(sentence)

    def show_progress(self, progress: SelectionProgress) -> None:
        """Show how far the selection is."""
        self.bar.show_progress(progress)
        self.folds_box.setEnabled(not progress.running)

    def showEvent(self, event: object) -> None:
        """Draw what came while this was hidden."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    def _build_bar(self, choose: Chooser) -> None:
        self.bar = SelectionBar()
        self.folds_box = folds_box()
        self.folds_box.valueChanged.connect(self._choose_folds)
        self.empty.folds_box.valueChanged.connect(self._choose_folds)
        label = QLabel(self.tr("Folds"))
        label.setBuddy(self.folds_box)
        self.metric_box = MetricChoice()
        self.metric_box.chosen.connect(self.refresh)
        self.log_box = QCheckBox(self.tr("Logarithmic"))
        self.log_box.setToolTip(self.tr("Show the loss on an axis of powers of ten"))
        self.log_box.toggled.connect(self.refresh)
        self.export_button = ExportButton.for_plot(self.curves, self._title, self._csv, choose, self)
        self.export_button.saved.connect(self.saved)
        self.export_button.failed.connect(self.failed)
        self.bar.leading.addWidget(label)
        self.bar.leading.addWidget(HelpMark(self.tr("K-fold cross-validation"), topic="kfold"))
        self.bar.leading.addWidget(self.folds_box)
        self.bar.trailing.addWidget(self.log_box)
        self.bar.trailing.addWidget(self.metric_box)
        self.bar.trailing.addWidget(self.export_button)
        self.bar.start_pressed.connect(self._start)
        self.bar.cancel_pressed.connect(self.cancel_requested)
        self.bar.retry_pressed.connect(self.retry_requested)

    def _build_pages(self) -> None:
        self.run_button = QPushButton(self.tr("Add to runs"))
        self.run_button.setIcon(icon("plus"))
        self.run_button.setToolTip(self.tr("Put the run of the chosen fold into the list of runs, and show its curves"))
        self.run_button.clicked.connect(self._want_run)
        left = QFrame()
        left.setObjectName("card")
        column = QVBoxLayout(left)
        column.setContentsMargins(6, 6, 6, 8)
        column.setSpacing(8)
        column.addWidget(self.table, 100)
        column.addWidget(self.summary)
        column.addWidget(self.run_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.content = QSplitter(Qt.Orientation.Horizontal)
        self.content.setChildrenCollapsible(False)
        self.content.addWidget(left)
        self.content.addWidget(self.curves)
        self.content.setStretchFactor(0, 1)
        self.content.setStretchFactor(1, 2)
        self.content.setSizes([500, 450])
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.pages, 1)

    def _choose_folds(self, number: int) -> None:
        for box in (self.folds_box, self.empty.folds_box):
            if box.value() != number:
                box.setValue(number)
        self.folds_chosen.emit(number)

    def _start(self) -> None:
        self.start_requested.emit(self.num_folds)

    def _on_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.curves.select(current.row())
        self._enable()

    def _chosen_key(self) -> str | None:
        """Return the key of the chosen fold, if it has a run."""
        row = self.table.currentIndex().row()
        if self._board is None or not 0 <= row < len(self._board.keys):
            return None
        key = self._board.keys[row]
        return key if self._board.outcome(key) is not None else None

    def _want_run(self) -> None:
        key = self._chosen_key()
        if key is not None:
            self.run_wanted.emit(key)

    def _enable(self) -> None:
        self.run_button.setEnabled(self._chosen_key() is not None)
        board = self._board
        self.export_button.setEnabled(board is not None and any(board.epochs(key) for key in board.keys))

    def _figures(self, board: Board) -> tuple[FoldFigure, ...]:
        """Return the figures over the folds that are done, computed anew only when a result has changed."""
        if board.num_changes != self._num_changes:
            self._num_changes, self._summed = board.num_changes, summary(len(board.keys), board.results())
        return self._summed

    def _title(self) -> str:
        board = self._board
        name = board.cells[0].experiment.name if board is not None else ""
        return self.tr("{name} {number}-fold").format(name=name, number=len(board.keys) if board is not None else 0)

    def _csv(self) -> str:
        return folds_csv(self._board) if self._board is not None else ""
