"""The dialog of tables, driven with mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from core.data import Table
from core.data.table_preview import read_table, table_data
from desktop_app.background import Background
from desktop_app.panels.table_models import NAME, NOTE, USE
from desktop_app.panels.table_preview import TableDialog
from desktop_app.theme import theme
from tests.core.data.table_files import write, write_nasty

READ_MS = 20_000


class Bench:
    """A dialog that has read its file, and what it emitted."""

    def __init__(self, qtbot: QtBot, path: Path, current: Table | None = None, *, fails: bool = False) -> None:
        self.qtbot, self.dialog = qtbot, TableDialog(path, current)
        self.chosen: list[Table] = []
        self.dialog.chosen.connect(self.chosen.append)
        qtbot.addWidget(self.dialog)
        with qtbot.waitSignal(self.reading.failed if fails else self.reading.finished, timeout=READ_MS):
            self.dialog.show()
            self.dialog.activateWindow()
        qtbot.waitUntil(self.dialog.isActiveWindow)

    @property
    def reading(self) -> Background:
        return self.dialog.findChildren(Background)[0]

    @property
    def problem(self) -> str:
        frames = self.dialog.messages.frames
        return " ".join(frame.text for frame in frames if frame.property("level") == "problem")

    def uses(self) -> dict[str, str]:
        return dict(self.dialog.columns.uses)

    def index(self, name: str, part: int) -> QModelIndex:
        names = [column.name for column in self.dialog.columns.columns]
        return self.dialog.columns.index(names.index(name), part)

    def click(self, view: QTableView, index: QModelIndex, left: int | None = None) -> None:
        rect = view.visualRect(index)
        place = rect.center() if left is None else QPoint(rect.left() + left, rect.center().y())
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.dialog.column_view, key)

    def choose(self, box: QComboBox, value: str) -> None:
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Home)
        for _ in range(box.count()):
            if box.currentData() == value:
                return
            QTest.keyClick(box, Qt.Key.Key_Down)
        raise AssertionError(f"{value} cannot be chosen")


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    return write_nasty(tmp_path / "customers.csv", 3000)


@pytest.fixture
def bench(qtbot: QtBot, customers: Path) -> Iterator[Bench]:
    bench = Bench(qtbot, customers)
    yield bench
    bench.dialog.reject()


def test_what_is_suggested_is_emitted_with_one_click(bench: Bench, customers: Path) -> None:
    dialog = bench.dialog
    assert "3,000 rows · 7 columns" in dialog.summary.text()
    assert dialog.result_text.text() == "2,994 samples · 9 inputs → 2 classes · 6 rows without a target are left out"
    QTest.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert bench.chosen == [table_data(read_table(customers), "happy?")]
    assert not dialog.isVisible()


def test_the_views_show_the_columns_and_the_first_rows(bench: Bench) -> None:
    dialog = bench.dialog
    texts = [dialog.columns.index(2, part).data() for part in range(NOTE + 1)]
    assert texts[:3] == ["age", "number", "273"]
    assert texts[4] == "4 cells are no number and count as missing. Row 7 holds “unknown”."
    assert bench.index("column 1", NOTE).data() == "It only counts the rows."
    assert dialog.row_view.model().rowCount() == 100
    assert dialog.rows.index(3, 1).data() == "Person 3"
    assert dialog.rows.index(0, 2).data() == "–"
    assert dialog.rows.headerData(0, Qt.Orientation.Vertical) == "2", "as in a spreadsheet, where the header is row 1"
    target = dialog.rows.index(1, 6).data(Qt.ItemDataRole.ForegroundRole).color()
    assert target.name() == theme().accent


def test_a_tick_leaves_a_column_out_and_takes_it_back(bench: Bench) -> None:
    dialog = bench.dialog
    bench.click(dialog.column_view, bench.index("age", NAME), left=10)
    assert bench.uses()["age"] == "leave out"
    assert "7 inputs" in dialog.result_text.text()
    bench.press(Qt.Key.Key_Space)
    assert bench.uses()["age"] == "number"
    bench.click(dialog.column_view, bench.index("Customer name", NAME), left=10)
    assert bench.uses()["Customer name"] == "leave out", "too many texts"
    bench.click(dialog.column_view, bench.index("column 1", NAME), left=10)
    assert bench.uses()["column 1"] == "number", "not suggested, but possible"


def test_a_column_of_numbers_becomes_categories(bench: Bench) -> None:
    dialog, view = bench.dialog, bench.dialog.column_view
    bench.click(view, bench.index("age", USE))
    boxes = [box for box in view.viewport().findChildren(QComboBox) if box.isVisible()]
    assert [boxes[0].itemData(i) for i in range(boxes[0].count())] == ["number", "category", "leave out"]
    boxes[0].hidePopup()
    QTest.keyClick(boxes[0], Qt.Key.Key_Down)
    boxes[0].activated.emit(boxes[0].currentIndex())
    assert bench.uses()["age"] == "category"
    QTest.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    source = bench.chosen[0].source
    assert source is not None
    assert len(source.columns[0].categories) == 73


def test_another_target_with_the_keyboard(bench: Bench) -> None:
    dialog = bench.dialog
    assert dialog.target.hasFocus()
    bench.choose(dialog.target, "income €")
    assert bench.uses()["happy?"] == "category"
    assert "income €" not in bench.uses()
    assert "→ a number" in dialog.result_text.text()
    QTest.keyClick(dialog.use, Qt.Key.Key_Space)
    assert bench.chosen[0].facts().task == "regression"


def test_the_task_can_be_changed_where_both_fit(qtbot: QtBot, tmp_path: Path) -> None:
    rows = "".join(f"{i * 7 % 50},{i % 5}\n" for i in range(100))
    bench = Bench(qtbot, write(tmp_path / "some.csv", "x,grade\n" + rows))
    assert bench.dialog.task.currentData() == "classification"
    bench.choose(bench.dialog.task, "regression")
    QTest.keyClick(bench.dialog.use, Qt.Key.Key_Return)
    assert [data.facts().task for data in bench.chosen] == ["regression"]


def test_without_an_input_there_is_a_sentence_and_no_way_on(bench: Bench) -> None:
    buttons = {button.text(): button for button in bench.dialog.choices.findChildren(QToolButton)}
    QTest.mouseClick(buttons["None"], Qt.MouseButton.LeftButton)
    assert bench.problem == "No column is left as an input. Use at least one."
    assert not bench.dialog.use.isEnabled()
    QTest.mouseClick(buttons["All"], Qt.MouseButton.LeftButton)
    assert bench.problem == ""
    assert bench.dialog.use.isEnabled()
    assert bench.uses()["column 1"] == "number"


def test_a_broken_file_shows_its_sentence_and_another_delimiter_mends_it(qtbot: QtBot, tmp_path: Path) -> None:
    bench = Bench(qtbot, write(tmp_path / "some.csv", "a|b\n" + "1,5|2\n" * 9 + "1|2|3\n" * 2), fails=True)
    assert bench.problem.startswith("Row 11 has 3 cells instead of 2.")
    assert not bench.dialog.use.isEnabled()
    bench.dialog.delimiter.setFocus()
    with qtbot.waitSignal(bench.reading.failed, timeout=READ_MS):
        QTest.keyClick(bench.dialog.delimiter, Qt.Key.Key_Home)
    assert bench.problem.startswith("Row 2 has 2 cells instead of 1.")


def test_the_first_row_can_be_taken_as_data(qtbot: QtBot, tmp_path: Path) -> None:
    bench = Bench(qtbot, write(tmp_path / "some.csv", "a,b\nred,blue\nblack,green\nred,blue\n"))
    assert bench.dialog.header.isChecked()
    with qtbot.waitSignal(bench.reading.finished, timeout=READ_MS):
        QTest.keyClick(bench.dialog.header, Qt.Key.Key_Space)
    assert [column.name for column in bench.dialog.columns.columns] == ["column 1", "column 2"]
    assert "4 rows" in bench.dialog.summary.text()


def test_what_the_experiment_uses_is_shown_again(qtbot: QtBot, customers: Path) -> None:
    current = table_data(
        read_table(customers), "income €", uses={"age": "category", "happy?": "leave out"}, seed=7, standardise=False
    )
    bench = Bench(qtbot, customers, current)
    assert bench.dialog.target.currentData() == "income €"
    QTest.keyClick(bench.dialog.use, Qt.Key.Key_Space)
    assert bench.chosen == [current]


def test_another_file_is_not_read_with_the_delimiter_of_the_one_before(
    qtbot: QtBot, tmp_path: Path, customers: Path
) -> None:
    current = table_data(read_table(customers), "income €")
    bench = Bench(qtbot, write(tmp_path / "other.csv", "x|y\n" + "1,5|2,5\n" * 9), current)
    assert (bench.dialog.delimiter.currentData(), bench.dialog.decimal_comma.isChecked()) == ("|", True)


def test_an_npz_file_has_no_delimiter(qtbot: QtBot, tmp_path: Path) -> None:
    np.savez(tmp_path / "some.npz", X=np.random.RandomState(0).normal(size=(30, 2)), y=np.arange(30) % 2, z=np.zeros(3))
    bench = Bench(qtbot, tmp_path / "some.npz")
    assert not bench.dialog.format_row.isVisible()
    assert "Not used, since the others have 30 rows: z." in [frame.text for frame in bench.dialog.messages.frames]
    assert bench.dialog.use.isEnabled()


@pytest.mark.parametrize("how", ["escape", "close"])
def test_closing_while_it_reads_stops_the_reading(qtbot: QtBot, tmp_path: Path, how: str) -> None:
    path = write(tmp_path / "large.csv", "a,b\n" + "1.2345678,2.3456789\n" * 500_000)
    dialog = TableDialog(path)
    qtbot.addWidget(dialog)
    reading = dialog.findChildren(Background)[0]
    ends: list[str] = []
    reading.cancelled.connect(lambda: ends.append("cancelled"))
    reading.finished.connect(lambda _: ends.append("finished"))
    with qtbot.waitSignal(reading.progress, timeout=READ_MS):
        dialog.show()
    if how == "escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert ends == ["cancelled"]
    assert not reading.is_running
    assert not dialog.isVisible()


def test_the_window_goes_on_while_a_large_file_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    """Timers of the window run between the batches; nothing is read in its thread."""
    path = write(tmp_path / "large.csv", "a,b,c\n" + "1.2345678,2.3456789,x\n" * 300_000)
    ticks: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(0)
    Bench(qtbot, path)
    timer.stop()
    assert len(ticks) > 20
