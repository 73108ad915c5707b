"""The curves of all folds over the epochs, their mean, and a band of one standard deviation."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from core.selection.board import Board
from core.selection.figures import Figure
from core.selection.kfold import FoldFigure
from desktop_app.plots.band import Band
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.curve_data import drawable, drawable_log
from desktop_app.plots.curve_ranges import log_range, loss_range
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.kfold_style import fold_style, training_style
from desktop_app.plots.marks import Crosshair
from desktop_app.plots.metric_choice import in_sentence, is_percent, metric_text, metric_title
from desktop_app.plots.plot_style import LegendEntry, Line, LineStyle, colour

Array = NDArray[np.float64]
MEAN = LineStyle("text", 2.6)
_SOME_FOLD = LineStyle("muted", 2.2, symbol="circle")
_SOME_TRAINING = LineStyle("muted", 1.2, strength=0.42)
_NEAR = 14.0  # pixels
_FEW = 24  # epochs, each with its symbol


class FoldCurves(Canvas):
    """One coordinate system with a faint and a bold curve for each fold.

    Signals:
        fold_clicked: the row of the fold whose curve was clicked.
    """

    fold_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Curves of the folds"))
        self.legend = self.add_legend(0)
        self.plot = self.add_plot(1)
        self.band, self.mean = Band("text"), self.plot.add_line(MEAN)
        self.plot.view.addItem(self.band, ignoreBounds=True)
        self.training: list[Line] = []
        self.validation: list[Line] = []
        self.crosshair = Crosshair()
        self.plot.view.addItem(self.crosshair, ignoreBounds=True)
        self.card = HoverCard(self)
        self._board: Board | None = None
        self._metric, self._log, self._selected = "loss", False, -1
        self._following = True
        self.plot.view.sigRangeChangedManually.connect(self._stop_following)
        self.plot.view.reset_requested.connect(self.reset_view)
        self.hovered.connect(self._hover)
        self.scene().sigMouseClicked.connect(self._on_clicked)

    def show_board(self, board: Board | None) -> None:
        """Make curves for the folds of another board."""
        for line in (*self.training, *self.validation):
            self.plot.remove_line(line)
        folds = range(1, 1 + (len(board.keys) if board is not None else 0))
        self.training = [self.plot.add_line(training_style(number)) for number in folds]
        self.validation = [self.plot.add_line(fold_style(number), spread=8) for number in folds]
        for line in self.validation:
            line.symbols_limit = _FEW
        self.mean.setZValue(2)
        self._board, self._selected, self._following = board, -1, True

    def refresh(self, metric: str, over_folds: FoldFigure | None, *, log: bool) -> None:
        """Draw what is on the board.

        Args:
            metric: the name of the metric.
            over_folds: its mean and deviation over the validation parts; None before a fold is done.
            log: whether losses are shown as powers of ten.
        """
        if metric != self._metric or log != self._log:
            self._following = True
        self._metric, self._log = metric, log
        board = self._board
        if board is None:
            return
        scale = drawable_log if log else drawable
        for key, faint, bold in zip(board.keys, self.training, self.validation, strict=True):
            for figure, line in ((Figure("train", metric), faint), (Figure("validation", metric), bold)):
                x, y = board.series(key, figure)
                line.set_points(x, scale(y))
        self._draw_mean(over_folds)
        self._name(board)
        if self._following:
            self._fit()

    def select(self, row: int) -> None:
        """Make the curve of a fold stand out."""
        self._selected = row
        for index, line in enumerate(self.validation):
            style = fold_style(index + 1)
            line.style = replace(style, width=3.4, symbol_size=9.0) if index == row else style
            line.setZValue(3 if index == row else 0)
            line.update()

    def reset_view(self) -> None:
        """Show all epochs again."""
        self._following = True
        self._fit()

    def _stop_following(self) -> None:
        self._following = False

    def _draw_mean(self, over_folds: FoldFigure | None) -> None:
        """Draw mean and band, as soon as two folds are done."""
        none = np.empty(0)
        if over_folds is None or np.isnan(over_folds.deviation):
            self.mean.set_points(none, none)
            self.band.set_borders(none, none, none)
            return
        mean, deviation = over_folds.mean_curve, over_folds.deviation_curve
        x = over_folds.epochs.astype(np.float64)
        low, high = mean - deviation, mean + deviation
        if self._log:
            # What lies below zero has no logarithm; the band goes on to the lower edge.
            low = drawable_log(np.where(low > 0, low, np.where(np.isfinite(low), 1e-300, np.nan)))
            mean, high = drawable_log(mean), drawable_log(high)
        self.mean.set_points(x, drawable(mean))
        self.band.set_borders(x, low, high)

    def _name(self, board: Board) -> None:
        title = in_sentence(metric_title(self._metric))
        unit = " (%)" if is_percent(self._metric) else self.tr(" (log)") if self._log else ""
        self.plot.set_percent(is_percent(self._metric))
        self.plot.set_log(self._log)
        self.plot.name_axes(title + unit, self.tr("epoch"))
        entries = [
            LegendEntry(self.tr("validation of a fold"), _SOME_FOLD),
            LegendEntry(self.tr("training"), _SOME_TRAINING),
        ]
        if len(self.mean.x):
            number = len(board.with_state("done"))
            entries.append(LegendEntry(self.tr("mean of {0} folds ± standard deviation").format(number), MEAN))
        if tuple(entries) != self.legend.entries:
            self.legend.set_entries(entries)

    def _fit(self) -> None:
        board = self._board
        if board is None or not board.keys:
            return
        longest = max((board.last_epoch(key) for key in board.keys), default=0)
        planned = board.cells[0].experiment.training.num_epochs
        right = float(max(longest, 1) if board.is_over else planned)
        margin = 0.03 * max(right - 1, 1.0)
        values = np.concatenate([line.y for line in (*self.validation, *self.training)])
        self.plot.set_range((1 - margin, max(right, 2.0) + margin), self._y_range(values))

    def _y_range(self, values: Array) -> tuple[float, float]:
        finite = values[np.isfinite(values)]
        if is_percent(self._metric):
            low = min(float(finite.min(initial=0.9)), 0.9) if len(finite) else 0.0
            return low - 0.03 * (1 - low), 1 + 0.03 * (1 - low)
        if self._log:
            return log_range(np.empty(0), finite)
        return loss_range(np.empty(0), np.empty(0), finite)

    def _hover(self, place: QPointF | None) -> None:
        board = self._board
        view = self.plot.view
        if place is None or board is None or not view.sceneBoundingRect().contains(place):
            self.card.hide()
            self.crosshair.hide()
            return
        known = np.unique(np.concatenate([line.x for line in self.validation]))
        x = view.mapSceneToView(place).x()
        epoch = int(known[np.argmin(np.abs(known - x))]) if len(known) else 0
        rows, rings = [], []
        for row, line in enumerate(self.validation):
            values = line.y[line.x == epoch]
            if len(values) and np.isfinite(values[0]):
                value = float(10 ** values[0] if self._log else values[0])
                rows.append((row, value))
                rings.append((float(epoch), float(values[0]), line.style.colour))
        if not rows:
            self.card.hide()
            self.crosshair.hide()
            return
        self.crosshair.point_at(epoch, None, rings)
        self.card.show_text(self._card_text(epoch, rows), self.mapFromScene(place))

    def _card_text(self, epoch: int, rows: list[tuple[int, float]]) -> str:
        lines = []
        for row, value in rows:
            name = fold_style(row + 1).colour
            sign = f"<td style='color:{colour(name).name()}'>●</td>"
            number = f"<td align='right' style='padding-left:14px'>{metric_text(self._metric, value)}</td>"
            fold = self.tr("fold {0}").format(row + 1)
            lines.append(f"<tr>{sign}<td style='padding-left:6px'>{fold}</td>{number}</tr>")
        title = self.tr("<b>epoch {0}</b>, validation").format(epoch)
        return f"{title}<table cellspacing='0' style='margin-top:4px'>{''.join(lines)}</table>"

    def _on_clicked(self, event: object) -> None:
        """Choose the fold whose curve is nearest to a click."""
        if event.button() != Qt.MouseButton.LeftButton:  # type: ignore[attr-defined]
            return
        place = event.scenePos()  # type: ignore[attr-defined]
        view = self.plot.view
        if not view.sceneBoundingRect().contains(place):
            return
        found = [(self._distance(line, place), row) for row, line in enumerate(self.validation)]
        distance, row = min(found, default=(np.inf, -1))
        if distance <= _NEAR:
            self.fold_clicked.emit(row)

    def _distance(self, line: Line, place: QPointF) -> float:
        """Return how far a curve runs from a place, in pixels, straight up or down."""
        view = self.plot.view
        finite = np.isfinite(line.y)
        if not finite.any():
            return float("inf")
        x = view.mapSceneToView(place).x()
        y = float(np.interp(x, line.x[finite], line.y[finite]))
        return abs(view.mapViewToScene(QPointF(x, y)).y() - place.y())
