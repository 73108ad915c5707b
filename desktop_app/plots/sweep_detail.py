"""What stands beside the map: the chosen place of a sweep, its curves and its fit, and what can be done with it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QTabBar, QVBoxLayout, QWidget

from core.selection.figures import Figure
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.curve_data import drawable, drawable_log
from desktop_app.plots.fit_plot import FitPlot
from desktop_app.plots.metric_choice import in_sentence, is_percent, metric_title
from desktop_app.plots.plot_style import LegendEntry, LineStyle
from desktop_app.plots.sweep_board import Index, SweepBoard
from desktop_app.texts import translated

_TRAIN = LineStyle("train", 2.0, symbol="circle", symbol_size=6.0)
_VALIDATION = LineStyle("validation", 2.0, Qt.PenStyle.DashLine, symbol="diamond", symbol_size=7.0)
_LOG_RATIO = 30.0


class CellCurves(Canvas):
    """Training and validation of one run over its epochs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Curves of the run"))
        self.setMinimumHeight(90)
        self.legend = self.add_legend(0)
        self.plot = self.add_plot(1)
        self.train, self.validation = self.plot.add_line(_TRAIN), self.plot.add_line(_VALIDATION)
        self.legend.set_entries(
            [LegendEntry(self.tr("training"), _TRAIN), LegendEntry(self.tr("validation"), _VALIDATION)]
        )
        self.plot.view.setMouseEnabled(False, False)

    def show_cell(self, board: SweepBoard, key: str, metric: str) -> None:
        """Show what is known of a run so far."""
        series = [board.board.series(key, Figure(part, metric)) for part in ("train", "validation")]
        values = np.concatenate([y for _, y in series])
        finite = values[np.isfinite(values)]
        wide = len(finite) > 0 and finite.min() > 0 and finite.max() > _LOG_RATIO * finite.min()
        log = bool(wide and not is_percent(metric))
        scale = drawable_log if log else drawable
        for line, (x, y) in zip((self.train, self.validation), series, strict=True):
            line.set_points(x, scale(y))
        unit = " (%)" if is_percent(metric) else self.tr(" (log)") if log else ""
        self.plot.set_percent(is_percent(metric))
        self.plot.set_log(log)
        self.plot.name_axes(in_sentence(metric_title(metric)) + unit, self.tr("epoch"))
        drawn = np.concatenate([self.train.y, self.validation.y])
        drawn = drawn[np.isfinite(drawn)]
        low, high = (float(drawn.min()), float(drawn.max())) if len(drawn) else (0.0, 1.0)
        margin = 0.06 * (high - low) or 0.5
        right = float(max(board.board.last_epoch(key), 2))
        self.plot.set_range((1 - 0.04 * right, 1.04 * right), (low - margin, high + margin))


class SweepDetail(QFrame):
    """The chosen place.

    Signals:
        experiment_wanted: the key of the cell whose experiment is to become the present one.
        run_wanted: the key of the cell whose run is to be put into the list of runs.
    """

    experiment_wanted = Signal(object)
    run_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._board: SweepBoard | None = None
        self._index: Index | None = None
        self._metric = "loss"
        self._shown: tuple[object, ...] = ()
        self.title, self.values, self.problem = QLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "heading")
        self.problem.setProperty("role", "problem")
        for label in (self.title, self.values, self.problem):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.seed_box = QComboBox()
        self.seed_box.setToolTip(self.tr("Which of the runs of this place is drawn"))
        self.seed_box.setAccessibleName(self.tr("Seed"))
        self.seed_box.activated.connect(lambda _: self._draw())
        self.fit, self.curves = FitPlot(), CellCurves()
        self.page_bar = QTabBar()
        self.page_bar.setDrawBase(False)
        self.page_bar.setExpanding(False)
        self.page_bar.addTab(self.tr("Fit"))
        self.page_bar.addTab(self.tr("Curves"))
        self.page_bar.currentChanged.connect(self._show_page)
        self._has_fit = self._has_curves = False
        self.experiment_button = QPushButton(self.tr("Make this the current experiment"))
        self.experiment_button.setToolTip(
            self.tr("Take over all settings of this run; Undo brings back the present ones")
        )
        self.experiment_button.clicked.connect(lambda: self._emit(self.experiment_wanted))
        self.run_button = QPushButton(self.tr("Add to runs"))
        self.run_button.setToolTip(self.tr("Put this run into the list of runs, and show its curves"))
        self.run_button.clicked.connect(lambda: self._emit(self.run_wanted))
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.seed_box, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.values)
        column.addWidget(self.problem)
        column.addWidget(self.page_bar)
        column.addWidget(self.fit, 1)
        column.addWidget(self.curves, 1)
        self._filler = QWidget()
        column.addWidget(self._filler, 1)
        column.addWidget(self.experiment_button)
        column.addWidget(self.run_button)

    @property
    def key(self) -> str | None:
        """The key of the cell that is shown."""
        if self._board is None or self._index is None:
            return None
        return self._board.keys(self._index)[max(0, self.seed_box.currentIndex())]

    def show_board(self, board: SweepBoard | None) -> None:
        """Take another sweep; nothing is chosen yet."""
        self._board, self._index, self._shown = board, None, ()
        self.seed_box.clear()
        if board is not None:
            for seed in board.sweep.seeds:
                self.seed_box.addItem(self.tr("seed {0}").format(seed))
            self.seed_box.setVisible(len(board.sweep.seeds) > 1)

    def show_index(self, index: Index, metric: str) -> None:
        """Show a place and a metric of it; costs nothing if nothing is new there."""
        self._index, self._metric = index, metric
        self._draw()

    def _draw(self) -> None:
        board, index, key = self._board, self._index, self.key
        if board is None or index is None or key is None:
            return
        state = (key, self._metric, board.state(index), len(board.board.epochs(key)), board.share(index))
        if state == self._shown:
            return
        self._shown = state
        self.title.setText(board.name(index))
        figures = [Figure("train", self._metric), Figure("validation", self._metric)]
        self.values.setText(board.value_text(index, figures))
        sentence = translated(board.sentence(index))
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        result = board.board.result(key)
        fit = result.fit if result is not None else None
        self._has_fit, self._has_curves = fit is not None, len(board.board.epochs(key)) > 0
        self._show_page()
        if fit is not None:
            axes = board.board.cell(key).experiment.data.facts().axes
            self.fit.show_fit(fit, axes[0].title if axes else "x")
        if self._has_curves:
            self.curves.show_cell(board, key, self._metric)
        self.run_button.setEnabled(board.board.outcome(key) is not None)

    def _show_page(self) -> None:
        """Show the fit or the curves, whichever there is, and of both the one that is chosen."""
        self.page_bar.setVisible(self._has_fit and self._has_curves)
        fit = self._has_fit and (self.page_bar.currentIndex() == 0 or not self._has_curves)
        self.fit.setVisible(fit)
        self.curves.setVisible(self._has_curves and not fit)
        self._filler.setVisible(not self._has_fit and not self._has_curves)

    def _emit(self, wanted: object) -> None:
        if self.key is not None:
            wanted.emit(self.key)  # type: ignore[attr-defined]
