"""The dialog that shows a table before it is used, and lets the user choose target, task and columns."""

from __future__ import annotations

from math import prod
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.data.table import Table
from core.data.table_cells import TableFormat
from core.data.table_columns import Use
from core.data.table_preview import TablePreview, find_format, read_table, table_data
from core.data.user_file import Watch
from core.errors import DataError
from core.fields import field_facts
from core.losses import Task
from core.sentences import shortened
from core.texts import unsaid
from desktop_app.background import Background, Progress
from desktop_app.panels.inputs import ChoiceBox
from desktop_app.panels.message_frame import Message, Messages
from desktop_app.panels.table_models import NAME, NOTE, USE, VALUES, ColumnModel, RowModel, UseDelegate, card, prepare
from desktop_app.texts import translated
from desktop_app.theme import themes

_KEPT = ("standardise", "standardise_target", "validation_share", "test_share", "seed")


class _Work:
    """Looks through the file; ``table_format`` is what was found out, though the reading may fail after that."""

    def __init__(self, path: Path, table_format: TableFormat | None) -> None:
        self.path, self.table_format = path, table_format

    def __call__(self, watch: Watch) -> TablePreview:
        self.table_format = self.table_format or find_format(self.path)
        return read_table(self.path, self.table_format, watch)


class TableDialog(QDialog):
    """Reads a file in the background as soon as it is shown.

    Args:
        path: the file.
        current: the table of the experiment, perhaps of another file; None if there is none.
        parent: the window.

    Signals:
        chosen: a :class:`core.data.table.Table`, when the user presses "Use table"; the dialog closes.
    """

    chosen = Signal(object)

    def __init__(self, path: Path, current: Table | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path, self._current = path, current
        self._preview: TablePreview | None = None
        self._data: Table | None = None
        source = current.source if current is not None else None
        is_known = source is not None and Path(source.file.path) == path
        self._work = _Work(path, source.table_format if source is not None and is_known else None)
        self._reading = Background(unsaid("The file could not be read: {error}. Try another one."), self)
        self._reading.progress.connect(self._show_progress)
        self._reading.finished.connect(self._show_preview)
        self._reading.failed.connect(self._show_failure)
        self._reading.cancelled.connect(self.reject)
        self.setWindowTitle(self.tr("Open data: {name}").format(name=path.name))
        self._build()
        self.resize(960, 640)
        for view in (self.column_view, self.row_view):
            themes.changed.connect(view.viewport().update)

    # -- building -----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.summary = QLabel(str(self._path))
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setProperty("role", "muted")
        self.summary.setWordWrap(True)
        self.messages = Messages()
        self.pages = QStackedWidget()
        self.pages.addWidget(self._build_progress())
        self.pages.addWidget(self._build_views())
        self.pages.addWidget(QWidget())
        self.result_text = QLabel()
        self.result_text.setProperty("role", "muted")
        self.result_text.setWordWrap(True)
        self.use = QPushButton(self.tr("Use table"))
        self.use.setProperty("primary", True)
        self.use.setDefault(True)
        self.use.setEnabled(False)
        self.use.clicked.connect(self._choose)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.result_text, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(10)
        layout.addWidget(self.summary)
        layout.addWidget(self._build_format())
        layout.addWidget(self._build_choices())
        layout.addWidget(self.messages)
        layout.addWidget(self.pages, 1)
        layout.addLayout(buttons)

    def _build_format(self) -> QWidget:
        facts = field_facts(TableFormat, "delimiter")
        self.delimiter = ChoiceBox()
        for value, title in facts.choices.items():
            if value:
                self.delimiter.add(value, translated(title))
        self.delimiter.setToolTip(translated(facts.help))
        self.delimiter.chosen.connect(lambda value: self._reread(delimiter=value))
        self.header = QCheckBox(self.tr("First row holds the names"))
        self.header.clicked.connect(lambda ticked: self._reread(header=ticked))
        self.decimal_comma = QCheckBox(self.tr("Decimal comma"))
        self.decimal_comma.setToolTip(translated(field_facts(TableFormat, "decimal_comma").help))
        self.decimal_comma.clicked.connect(lambda ticked: self._reread(decimal_comma=ticked))
        self.format_row = QWidget()
        row = self._row(self.format_row)
        self._add_labelled(row, self.tr("&Delimiter"), self.delimiter, 120)
        row.addWidget(self.header)
        row.addWidget(self.decimal_comma)
        row.addStretch(1)
        return self.format_row

    def _build_choices(self) -> QWidget:
        self.target = ChoiceBox()
        self.target.setToolTip(self.tr("The column that the network learns to tell."))
        self.target.chosen.connect(self._choose_target)
        self.task = ChoiceBox()
        self.task.add("classification", self.tr("classification"), self.tr("Tell which class it is."))
        self.task.add("regression", self.tr("regression"), self.tr("Tell a number."))
        self.task.chosen.connect(self._choose_task)
        self.choices = QWidget()
        row = self._row(self.choices)
        self._add_labelled(row, self.tr("&Target"), self.target, 220)
        self._add_labelled(row, self.tr("Tas&k"), self.task, 140)
        row.addStretch(1)
        for text, tip, used in (
            (self.tr("All"), self.tr("Use all columns as inputs"), True),
            (self.tr("None"), self.tr("Use no column as an input"), False),
        ):
            button = QToolButton()
            button.setText(text)
            button.setToolTip(tip)
            button.clicked.connect(lambda _=False, used=used: self.columns.set_all(used=used))
            row.addWidget(button)
        return self.choices

    def _row(self, holder: QWidget) -> QHBoxLayout:
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        return row

    def _add_labelled(self, row: QHBoxLayout, text: str, box: ChoiceBox, width: int) -> None:
        label = QLabel(text)
        label.setBuddy(box)
        box.setAccessibleName(text.replace("&", ""))
        box.setFixedWidth(width)
        row.addWidget(label)
        row.addWidget(box)
        row.addSpacing(8)

    def _build_progress(self) -> QWidget:
        page = QWidget()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Reading"))
        self.progress.setRange(0, 0)
        text = QLabel(self.tr("Reading {name}…").format(name=self._path.name))
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(page)
        column.setContentsMargins(120, 0, 120, 0)
        column.addStretch(1)
        column.addWidget(text)
        column.addWidget(self.progress)
        column.addStretch(1)
        return page

    def _build_views(self) -> QWidget:
        self.columns, self.rows = ColumnModel(self), RowModel(self)
        self.columns.uses_changed.connect(self._update)
        self.column_view, self.row_view = QTableView(), QTableView()
        self.column_view.setModel(self.columns)
        self.column_view.setItemDelegateForColumn(USE, UseDelegate(self.column_view))
        self.column_view.setAccessibleName(self.tr("Columns"))
        self.column_view.clicked.connect(self._edit_use)
        self.row_view.setModel(self.rows)
        self.row_view.setAccessibleName(self.tr("First rows"))
        for view in (self.column_view, self.row_view):
            prepare(view)
        self.column_view.verticalHeader().hide()
        header = self.column_view.horizontalHeader()
        header.setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)
        self.row_view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(card(self.column_view))
        splitter.addWidget(card(self.row_view))
        splitter.setSizes([300, 220])
        return splitter

    # -- reading ------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to read."""
        super().showEvent(event)
        if self._preview is None and not self._reading.is_running:
            self._start()

    def done(self, result: int) -> None:
        """Stop reading, and close."""
        self._reading.shutdown()
        super().done(result)

    def _start(self) -> None:
        self._preview = self._data = None
        self.messages.show_messages([])
        self.result_text.clear()
        self.use.setEnabled(False)
        self.choices.setEnabled(False)
        self.progress.setRange(0, 0)
        self.pages.setCurrentIndex(0)
        self._show_format(self._work.table_format)
        self._reading.start(self._work)

    def _reread(self, **changes: Any) -> None:
        known = self._work.table_format or TableFormat()
        self._work = _Work(self._path, known.model_copy(update=changes))
        self._start()

    @Slot(object)
    def _show_progress(self, progress: Progress) -> None:
        self.progress.setRange(0, 1000)
        self.progress.setValue(round(1000 * progress.done / max(1, progress.total)))

    @Slot(str)
    def _show_failure(self, sentence: str) -> None:
        self._show_format(self._work.table_format)
        self.messages.show_messages([Message(sentence, "problem")])
        self.pages.setCurrentIndex(2)

    @Slot(object)
    def _show_preview(self, preview: TablePreview) -> None:
        self._preview = preview
        self._show_format(preview.table_format)
        self.summary.setText(self._summary(preview))
        self.target.clear()
        for column in preview.columns:
            self.target.add(column.name, shortened(column.name))
        self.rows.show(preview)
        target, uses, task = self._wanted(preview)
        self._show_target(target, uses, task)
        self.choices.setEnabled(True)
        self.pages.setCurrentIndex(1)
        self._fit_columns()
        self.column_view.setCurrentIndex(self.columns.index(0, NAME))
        self.target.setFocus()

    def _wanted(self, preview: TablePreview) -> tuple[str, dict[str, Use], Task | None]:
        """Return target, uses and task to begin with: those of the experiment, if it has this table already."""
        names = {column.name for column in preview.columns}
        source = self._current.source if self._current is not None else None
        if source is None or not {column.name for column in (source.target, *source.columns)} <= names:
            target = preview.suggested_target or preview.columns[-1].name
            return target, preview.suggested_uses(target), None
        uses: dict[str, Use] = {name: "leave out" for name in names if name != source.target.name}
        uses |= {c.name: c.kind for c in source.columns if c.kind in preview.column(c.name).uses and c.name in uses}
        task: Task = "classification" if source.target.kind == "category" else "regression"
        return source.target.name, uses, task

    def _summary(self, preview: TablePreview) -> str:
        size = preview.file.num_bytes
        megabytes = f"{size / 1e6:,.1f} MB" if size >= 1e5 else f"{size / 1e3:,.1f} kB"
        return self.tr("{path} · {rows} rows · {columns} columns · {size}").format(
            path=preview.file.path, rows=f"{preview.num_rows:,}", columns=f"{len(preview.columns):,}", size=megabytes
        )

    # -- choosing -----------------------------------------------------------------------------------------------------

    def _show_format(self, table_format: TableFormat | None) -> None:
        self.format_row.setVisible(table_format is None or bool(table_format.delimiter))
        self.format_row.setEnabled(table_format is not None)
        if table_format is not None:
            self.delimiter.show_value(table_format.delimiter)
            self.header.setChecked(table_format.header)
            self.decimal_comma.setChecked(table_format.decimal_comma)

    def _show_target(self, target: str, uses: dict[str, Use], task: Task | None) -> None:
        assert self._preview is not None
        tasks = self._preview.tasks(target)
        self.target.show_value(target)
        for name in ("classification", "regression"):
            tip = "" if name in tasks else self.tr("Column “{name}” does not allow it.").format(name=shortened(target))
            self.task.allow(name, name in tasks, tip)
        self.task.show_value(task if task in tasks else tasks[0] if tasks else None)
        self.task.setEnabled(len(tasks) > 1)
        self.columns.show(self._preview, target, uses)
        self._update()

    @Slot(object)
    def _choose_target(self, target: str) -> None:
        assert self._preview is not None
        suggested = self._preview.suggested_uses(target)
        kept = {name: use for name, use in self.columns.uses.items() if name in suggested}
        self._show_target(target, suggested | kept, None)

    @Slot(object)
    def _choose_task(self, task: Task) -> None:
        self.task.show_value(task)
        self._update()

    @Slot()
    def _update(self) -> None:
        """Make the data set of what is chosen, and show what it is or why there is none."""
        if self._preview is None:
            return
        self.rows.mark(self.columns.target, self.columns.uses)
        settings = {name: getattr(self._current, name) for name in _KEPT} if self._current is not None else {}
        messages = [Message(translated(note), "info") for note in self._preview.notes]
        try:
            task = cast("Task | None", self.task.currentData())
            self._data = table_data(self._preview, self.columns.target, task, self.columns.uses, **settings)
        except DataError as error:
            self._data = None
            messages.append(Message(translated(str(error)), "problem"))
        self.messages.show_messages(messages)
        self.result_text.setText("" if self._data is None else self._result(self._data))
        self.use.setEnabled(self._data is not None)

    def _result(self, data: Table) -> str:
        facts, source = data.facts(), data.source
        assert source is not None
        goal = self.tr("a number")
        if facts.task == "classification":
            goal = self.tr("{count} classes").format(count=facts.num_outputs)
        text = self.tr("{rows} samples · {inputs} inputs → {goal}").format(
            rows=f"{source.num_rows:,}", inputs=f"{prod(facts.input_shape):,}", goal=goal
        )
        if source.num_left_out:
            text += " · " + self.tr("{count} rows without a target are left out").format(
                count=f"{source.num_left_out:,}"
            )
        return text

    @Slot()
    def _choose(self) -> None:
        if self._data is not None:
            data = self._data
            self.accept()
            self.chosen.emit(data)

    def _edit_use(self, index: Any) -> None:
        # A click on a tick alone would leave the keyboard in another row.
        self.column_view.setCurrentIndex(index)
        if index.column() == USE and self.columns.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.column_view.edit(index)

    def _fit_columns(self) -> None:
        """Give each column of the views the room of its texts, within limits."""
        metrics = QFontMetrics(self.font())
        for view, most in ((self.column_view, 34), (self.row_view, 20)):
            view.resizeColumnsToContents()
            limit = metrics.averageCharWidth() * most
            for j in range(min(view.model().columnCount(), 200)):
                if view is self.row_view or j != NOTE:
                    view.setColumnWidth(j, max(70, min(limit, view.columnWidth(j) + 12)))
        self.column_view.setColumnWidth(VALUES, max(150, self.column_view.columnWidth(VALUES)))
