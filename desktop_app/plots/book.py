"""The tab "Book": every result of the book and of the presets, beside what comes out here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.verdicts import Entry
from desktop_app.icons import icon
from desktop_app.plots.book_detail import BookDetail
from desktop_app.plots.book_state import ICONS, RowState, colour, here_text, status_text, telling, with_minus
from desktop_app.texts import translated
from desktop_app.theme import theme, themes

translate = QCoreApplication.translate

TITLE, FIGURE, PRINTED, HERE, BAND, RESULT, ACTIONS = range(7)
_ROOMY = 760
"""In less pixels the columns that the detail below repeats are left out, for the titles to be read."""
_KEY = Qt.ItemDataRole.UserRole


class BookView(QWidget):
    """A table of all rows, the whole of the selected one below it, and buttons that run them.

    Signals:
        run_requested: the keys of the rows to run.
        cancel_requested: the key of one row to give up, or an empty text for all.
        open_requested: the key of a row whose preset is to become the experiment.
    """

    run_requested = Signal(object)
    cancel_requested = Signal(str)
    open_requested = Signal(str)

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = {entry.key: entry for entry in entries}
        self.states = {key: RowState() for key in self.entries}
        self.summary = QLabel()
        self.run_all_button = QPushButton(icon("train"), self.tr("Run all"))
        self.run_all_button.setToolTip(self.tr("Run all rows side by side, in processes of their own"))
        self.cancel_button = QPushButton(icon("stop"), self.tr("Cancel"))
        self.cancel_button.setToolTip(self.tr("Give up the rows that are not done; what is done is kept"))
        self.tree = _tree()
        self.detail = BookDetail()
        self._items: dict[str, QTreeWidgetItem] = {}
        self._buttons: dict[str, tuple[QToolButton, QToolButton | None]] = {}
        self._fill()
        self._lay_out()
        self.run_all_button.clicked.connect(lambda: self.run_requested.emit(list(self.entries)))
        self.cancel_button.clicked.connect(lambda: self.cancel_requested.emit(""))
        self.detail.run_requested.connect(self._run_or_cancel)
        self.detail.open_requested.connect(self.open_requested)
        self.tree.currentItemChanged.connect(self._show_current)
        self.tree.itemActivated.connect(self._on_activated)
        themes.changed.connect(self._show_all)
        self.tree.setCurrentItem(next(iter(self._items.values())))
        self._show_all()

    @property
    def current_key(self) -> str:
        """The key of the selected row; empty on a heading."""
        item = self.tree.currentItem()
        return "" if item is None else item.data(TITLE, _KEY) or ""

    def show_states(self, states: dict[str, RowState]) -> None:
        """Show how far some rows have come."""
        for key, state in states.items():
            if self.states[key] != state:
                self.states[key] = state
                self._show_row(key)
        self._show_summary()
        if self.current_key in states:
            self._show_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is said below the table where there is no room for it."""
        super().resizeEvent(event)
        narrow = event.size().width() < _ROOMY
        if narrow != self.tree.isColumnHidden(BAND):
            for column in (BAND, ACTIONS):
                self.tree.setColumnHidden(column, narrow)
            self._show_all()

    def _lay_out(self) -> None:
        self.summary.setProperty("role", "muted")
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.summary, 1)
        row.setSpacing(8)
        row.addWidget(self.cancel_button)
        row.addWidget(self.run_all_button)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.tree)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(splitter, 1)

    def _fill(self) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        height = QSize(0, self.fontMetrics().height() + 10)
        for entry in self.entries.values():
            if entry.group not in groups:
                groups[entry.group] = QTreeWidgetItem(self.tree, [translated(entry.group)])
                groups[entry.group].setFirstColumnSpanned(True)
                groups[entry.group].setExpanded(True)
                groups[entry.group].setSizeHint(TITLE, height)
            item = QTreeWidgetItem(groups[entry.group])
            item.setData(TITLE, _KEY, entry.key)
            item.setSizeHint(TITLE, height)
            item.setText(TITLE, translated(entry.title))
            item.setToolTip(TITLE, f"{translated(entry.title)}\n{translated(entry.configuration)}")
            for column in (PRINTED, HERE, BAND):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._items[entry.key] = item
            self.tree.setItemWidget(item, ACTIONS, self._actions(entry))

    def _actions(self, entry: Entry) -> QWidget:
        area = QWidget()
        row = QHBoxLayout(area)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(2)
        run = _button("train", self.tr("Run {0}").format(translated(entry.title)))
        run.clicked.connect(partial(self._run_or_cancel, entry.key))
        row.addWidget(run)
        load = None
        if not entry.computed:
            load = _button("open", self.tr("Open {0} as the experiment").format(translated(entry.title)))
            load.clicked.connect(partial(self._open, entry.key))
            row.addWidget(load)
        row.addStretch(1)
        self._buttons[entry.key] = run, load
        return area

    def _open(self, key: str, checked: bool = False) -> None:
        self.open_requested.emit(key)

    def _run_or_cancel(self, key: str, checked: bool = False) -> None:
        if self.states[key].on_its_way:
            self.cancel_requested.emit(key)
        else:
            self.run_requested.emit([key])

    @Slot()
    def _show_all(self) -> None:
        bold = self.tree.font()
        bold.setBold(True)
        for position in range(self.tree.topLevelItemCount()):
            heading = self.tree.topLevelItem(position)
            assert heading is not None
            heading.setFont(TITLE, bold)
        for key in self.entries:
            self._show_row(key)
        self._show_summary()
        self._show_current()

    def _show_row(self, key: str) -> None:
        entry, state, item = self.entries[key], self.states[key], self._items[key]
        comparison = telling(state.verdict) if state.verdict and state.verdict.comparisons else None
        figure = comparison.figure if comparison else entry.figures[0]
        item.setText(FIGURE, translated(figure.title))
        item.setText(PRINTED, with_minus(translated(figure.printed)) or "–")
        item.setText(HERE, here_text(comparison) if comparison else "")
        item.setText(BAND, with_minus(figure.band))
        picture = ICONS[state.status]
        item.setIcon(
            RESULT, icon(picture, colour=colour(state.status)) if picture else icon("minus", colour=theme().muted)
        )
        result = self._result_text(entry, state)
        item.setText(RESULT, "" if self.tree.isColumnHidden(BAND) else result)
        item.setToolTip(RESULT, result)
        item.setForeground(RESULT, QBrush(QColor(colour(state.status))))
        for column in (FIGURE, BAND):
            item.setForeground(column, QBrush(QColor(theme().muted)))
        run, _ = self._buttons[key]
        run.setIcon(icon("stop" if state.on_its_way else "train"))
        title = translated(entry.title)
        tip = self.tr("Give up {0}").format(title) if state.on_its_way else self.tr("Run {0}").format(title)
        run.setToolTip(tip)
        run.setAccessibleName(tip)

    def _result_text(self, entry: Entry, state: RowState) -> str:
        text = status_text(state)
        if state.status == "outside" and state.verdict is not None and len(entry.figures) > 1:
            num_outside = sum(not comparison.inside for comparison in state.verdict.comparisons)
            return f"{text} ({num_outside}/{len(entry.figures)})"
        return text

    def _show_summary(self) -> None:
        counts = dict.fromkeys(ICONS, 0)
        for state in self.states.values():
            counts[state.status] += 1
        parts = [self.tr("{0} of {1} inside the band").format(counts["inside"], len(self.states))]
        others: tuple[tuple[int, Callable[[int], str]], ...] = (
            (counts["outside"], lambda n: self.tr("{0} outside").format(n)),
            (counts["failed"], lambda n: self.tr("{0} could not be run").format(n)),
            (counts["running"], lambda n: self.tr("{0} running").format(n)),
            (counts["waiting"], lambda n: self.tr("{0} waiting").format(n)),
            (counts["not run"], lambda n: self.tr("{0} not run yet").format(n)),
        )
        parts += [text(number) for number, text in others if number]
        self.summary.setText(" · ".join(parts))
        busy = bool(counts["running"] + counts["waiting"])
        self.cancel_button.setEnabled(busy)
        self.run_all_button.setEnabled(counts["running"] + counts["waiting"] < len(self.states))

    @Slot()
    def _show_current(self) -> None:
        key = self.current_key
        if key:
            self.detail.show_row(self.entries[key], self.states[key])

    def _on_activated(self, item: QTreeWidgetItem, _column: int) -> None:
        key = item.data(TITLE, _KEY)
        if key and not self.states[key].on_its_way:
            self.run_requested.emit([key])


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setHeaderLabels(
        [
            translate("BookView", "Experiment"),
            translate("BookView", "Compared"),
            translate("BookView", "Book"),
            translate("BookView", "Here"),
            translate("BookView", "Band"),
            translate("BookView", "Result"),
            "",
        ]
    )
    tree.setFrameShape(QFrame.Shape.NoFrame)
    tree.setRootIsDecorated(False)
    tree.setIndentation(12)
    tree.setUniformRowHeights(True)
    tree.setAccessibleName(translate("BookView", "Results of the book"))
    tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    tree.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
    for column in (PRINTED, HERE, BAND):
        tree.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return tree


def _button(picture: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("flat")
    button.setAutoRaise(True)
    button.setIcon(icon(picture))
    button.setIconSize(QSize(14, 14))
    button.setToolTip(name)
    button.setAccessibleName(name)
    # The keyboard has the buttons below the table: these would be eighty stops on its way.
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
