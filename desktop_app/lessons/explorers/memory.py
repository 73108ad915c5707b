"""The NDArray explorer: which lines of a program copy, and which share memory, shown by writing an entry."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QFontDatabase, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from core.explorers.memory import (
    WAYS,
    ArrayState,
    MemorySetup,
    Sharing,
    SharingAnswer,
    SharingOfAll,
    group_title,
    shape_of,
    verdict_text,
    written_text,
)
from core.explorers.programs import memory_program
from desktop_app.lessons.explorers.asking_explorer import AskingExplorer
from desktop_app.lessons.explorers.memory_picture import MemoryPicture, Place
from desktop_app.lessons.explorers.program_button import ProgramButton
from desktop_app.lessons.explorers.setup_explorer import Fact
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.style import scaled

_NAME_ROLE = Qt.ItemDataRole.UserRole
_ROOMY = 800


class MemoryExplorer(AskingExplorer[MemorySetup]):
    """A list of lines, and the two arrays of the chosen one: a click writes an entry, the other shows it or not."""

    name = "ndarray"
    chapter = 1

    def __init__(self, *, choose: Chooser = choose_file) -> None:
        super().__init__(MemorySetup())
        self._answer: SharingAnswer | None = None
        self._asked_all = False
        self._rows: dict[str, tuple[int, QTableWidgetItem]] = {}
        self.explanation.setText(
            self.tr("Two names: one array or two? Choose a line, then write into an entry and watch the other array.")
        )
        self.add_control("value", slider=False)
        self.run_button = QPushButton()
        self.run_button.clicked.connect(lambda: self.change(side="left"))
        self.reset_button = QPushButton(self.tr("Begin again"))
        self.reset_button.clicked.connect(lambda: self.change(side="none"))
        self.tools.addWidget(self.run_button)
        self.tools.addWidget(self.reset_button)
        self.hint = QLabel(self.tr("Click an entry of either array to write it."))
        self.hint.setProperty("role", "muted")
        self.tools.addWidget(self.hint)
        self.list = self._make_list()
        self.picture = MemoryPicture()
        self.picture.wanted.connect(self._write)
        self.verdict, self.written, self.ids = QLabel(), QLabel(), QLabel()
        self._arrange(choose)
        self.refresh()

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""
        return QCoreApplication.translate("MemoryExplorer", "NDArray and NumPy")

    def facts(self) -> dict[str, Fact]:
        """Return what was found out of the chosen line, once MXNet has answered."""
        known: dict[str, Fact] = {
            "way": self.setup.way,
            "side": self.setup.side,
            "written": self.setup.side != "none",
        }
        answer = self._answer
        if answer is None or not self.is_done:
            return known
        other = "right" if self.setup.side == "left" else "left"
        return known | {
            "group": WAYS[self.setup.way].group,
            "same_object": answer.same_object,
            "shares_memory": answer.shares_memory,
            "num_changed_other": int(answer.changed(other).sum()) if self.setup.side != "none" else 0,
            "id_kept": answer.left[0].object_id == answer.left[1].object_id,
            "refused": bool(answer.refusal),
        }

    def show_answer(self, question: object, answer: Any, is_last: bool) -> None:
        """Show the answer for the chosen line, or the verdicts on all."""
        if isinstance(question, SharingOfAll):
            self._show_verdicts(answer)
            if is_last:
                self._fit_list()
        else:
            super().show_answer(question, answer, is_last)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for all verdicts when somebody first looks."""
        super().showEvent(event)
        if not self._asked_all:
            self._asked_all = True
            self.asked.emit(SharingOfAll())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the lines as a list if there is room beside the picture, else as a box above it."""
        super().resizeEvent(event)
        roomy = event.size().width() >= _ROOMY
        self.side.setVisible(roomy)
        self.box.setVisible(not roomy)

    def restore(self, state: Any) -> None:
        """Take other values; another line alone begins with nothing written, and an entry that it has."""
        values = dict(state)
        if values.get("way", self.setup.way) != self.setup.way:
            values = {"side": "none", "index": [1, 2]} | values
        super().restore(values)

    def _make_list(self) -> QTableWidget:
        table = QTableWidget(0, 2)
        table.setObjectName("lines")
        table.setAccessibleName(self.tr("Lines of a program"))
        table.setHorizontalHeaderLabels([self.tr("line"), self.tr("found out")])
        table.verticalHeader().hide()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        code_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        code_font.setPointSizeF(self.font().pointSizeF())
        group = ""
        for name, way in WAYS.items():
            if way.group != group:
                group = way.group
                self._add_heading(table, group_title(way.group))
            row = table.rowCount()
            table.insertRow(row)
            item = QTableWidgetItem(way.code)
            item.setFont(code_font)
            item.setData(_NAME_ROLE, name)
            found = QTableWidgetItem("")
            table.setItem(row, 0, item)
            table.setItem(row, 1, found)
            self._rows[name] = row, found
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setStretchLastSection(True)
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        table.currentCellChanged.connect(self._choose)
        return table

    def _add_heading(self, table: QTableWidget, text: str) -> None:
        row = table.rowCount()
        table.insertRow(row)
        item = QTableWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self.font())
        font.setBold(True)
        item.setFont(font)
        table.setItem(row, 0, item)
        table.setSpan(row, 0, 1, 2)

    def _arrange(self, choose: Chooser) -> None:
        for label in (self.verdict, self.written, self.ids):
            label.setWordWrap(True)
        self.verdict.setFont(scaled(self.font(), 1.12))
        self.written.setFont(scaled(self.font(), 1.12))
        self.ids.setTextFormat(Qt.TextFormat.RichText)
        self.ids.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        side = QFrame()
        side.setObjectName("card")
        inner = QGridLayout(side)
        inner.setContentsMargins(4, 4, 4, 4)
        inner.addWidget(self.list)
        self.side = side
        self._fit_list()
        self.box = QComboBox()
        self.box.setAccessibleName(self.tr("Lines of a program"))
        for name, way in WAYS.items():
            self.box.addItem(way.code, name)
        self.box.activated.connect(lambda position: self.change(way=self.box.itemData(position)))
        self.stage.addWidget(self.box)
        self.sheet = QFrame()
        self.sheet.setObjectName("card")
        column = QVBoxLayout(self.sheet)
        column.addWidget(self.picture, 1)
        column.addWidget(self.verdict)
        column.addWidget(self.written)
        column.addWidget(self.ids)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(side)
        row.addWidget(self.sheet, 1)
        self.stage.addLayout(row, 1)
        self._corner.addWidget(ProgramButton(lambda: memory_program(self.setup)))
        self.add_export(
            ExportButton.for_widget(
                self.sheet, lambda: self.tr("Memory of {0}").format(WAYS[self.setup.way].code), self._csv, choose, self
            )
        )

    def _csv(self) -> str:
        """Return for each line what was found out."""
        lines = [f'"{WAYS[name].code}",{found.text()}' for name, (_, found) in self._rows.items()]
        return "\n".join(["line,found out", *lines, ""])

    def _choose(self, row: int, *_: int) -> None:
        item = self.list.item(row, 0)
        name = item.data(_NAME_ROLE) if item is not None else None
        if name and name != self.setup.way:
            self.change(way=name)

    def _write(self, place: Place) -> None:
        self.change(side=place.side, index=list(place.index))

    def _draw(self) -> None:
        way = WAYS[self.setup.way]
        self.list.setCurrentCell(self._rows[self.setup.way][0], 0)
        self.box.setCurrentIndex(self.box.findData(self.setup.way))
        writes = way.group == "write"
        self.run_button.setText(self.tr("Run {0}").format(way.code))
        self.run_button.setVisible(writes)
        self.run_button.setEnabled(self.setup.side == "none")
        self.reset_button.setEnabled(self.setup.side != "none")
        self.hint.setVisible(not writes)
        self.controls["value"].setVisible(not writes)
        super()._draw()

    def _question(self) -> Sharing:
        setup = self.setup
        index = setup.index if setup.side != "none" else (0,) * len(shape_of(setup.way, "right"))
        return Sharing(setup.way, setup.side, tuple(index), setup.value)

    def _take(self, answer: SharingAnswer) -> None:
        self._answer = answer
        way = WAYS[self.setup.way]
        self.picture.show_answer(answer, way)
        self.verdict.setText(verdict_text(answer, way))
        self.written.setText(written_text(answer, way, self.setup.side) if self.setup.side != "none" else "")
        self.written.setVisible(self.setup.side != "none")
        rows = [self._id_row(way.left, *answer.left), self._id_row(way.right, *answer.right)]
        self.ids.setText(f"<table cellspacing='2'>{''.join(rows)}</table>")

    def _id_row(self, name: str, before: ArrayState, after: ArrayState) -> str:
        """Return a row of a table with the identity and the address of an array; both of what changed."""
        ids = [f"{state.object_id:#x}" for state in (before, after)]
        addresses = [f"{state.address:#x}" for state in (before, after)]
        told = [first if first == second else f"{first} → <b>{second}</b>" for first, second in (ids, addresses)]
        return self.tr("<tr><td>id({name}) = {id}</td><td>&nbsp;&nbsp;numbers at {address}</td></tr>").format(
            name=name, id=told[0], address=told[1]
        )

    def _show_verdicts(self, verdicts: Any) -> None:
        for name, verdict in verdicts.items():
            text = self.tr("copy")
            if WAYS[name].group == "write":
                text = self.tr("in place") if verdict.shares_memory else self.tr("new memory")
            elif verdict.shares_memory:
                text = self.tr("one object") if verdict.same_object else self.tr("shared memory")
            self._rows[name][1].setText(text)
            self.box.setItemText(self.box.findData(name), f"{WAYS[name].code}    {text}")

    def _fit_list(self) -> None:
        """Make the list as wide as its words."""
        self.list.resizeColumnsToContents()
        bar = self.list.verticalScrollBar().sizeHint().width()
        self.side.setFixedWidth(self.list.columnWidth(0) + self.list.columnWidth(1) + bar + 16)
