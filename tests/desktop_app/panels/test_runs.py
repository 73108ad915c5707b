from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from core.events import SettingsChanged
from core.experiment import live_settings
from core.runs import MAX_UNPINNED, KeptRun, Runs
from desktop_app.panels.run_items import RunItem, duration_text, figures_text, run_item
from desktop_app.panels.run_list import elided_name
from desktop_app.panels.runs import RunsPanel
from tests.core.outcomes import WHEN, named, run_outcome

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def kept(*names: str) -> list[RunItem]:
    """Return rows, the newest first, with keys that are the names."""
    runs = Runs()
    for name in names:
        runs = runs.added(name, name, WHEN, run_outcome(named(name)))
    return [run_item(run, ["learning rate 0.1 → 0.5"], False) for run in runs][::-1]


class Wishes:
    """A panel and what its user wants."""

    def __init__(self, panel: RunsPanel) -> None:
        self.panel, self.list = panel, panel.list
        self.heard: list[tuple[object, ...]] = []
        self.drawn: list[int | None] = []
        panel.show_requested.connect(lambda keys, on: self.heard.append(("show", keys, on)))
        panel.pin_requested.connect(lambda keys, on: self.heard.append(("pin", keys, on)))
        panel.rename_requested.connect(lambda key, name: self.heard.append(("rename", key, name)))
        panel.delete_requested.connect(lambda keys: self.heard.append(("delete", keys)))
        panel.take_requested.connect(lambda key: self.heard.append(("take", key)))
        panel.export_requested.connect(lambda: self.heard.append(("export",)))

    def row(self, row: int) -> QRectF:
        return QRectF(self.list.visualRect(self.panel.model.index(row)))

    def click(self, place: QPoint, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        QTest.mouseClick(self.list.viewport(), LEFT, keys, place)

    def click_row(self, row: int, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        self.click(self.row(row).center().toPoint(), keys)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.list, key)


@pytest.fixture
def wishes(qtbot: QtBot) -> Wishes:
    drawn: list[int | None] = []

    def draw(painter: QPainter, area: QRectF, number: int | None) -> None:
        drawn.append(number)

    panel = RunsPanel(draw)
    qtbot.addWidget(panel)
    panel.resize(300, 400)
    with qtbot.waitExposed(panel):
        panel.show()
    found = Wishes(panel)
    found.drawn = drawn
    return found


def test_without_runs_a_sentence_says_what_comes_here(wishes: Wishes) -> None:
    panel = wishes.panel
    assert panel.empty.isVisible()
    assert panel.title.text() == "Runs"
    assert not any(button.isEnabled() for button in panel.buttons.values())
    panel.show_items(kept("a", "b"))
    assert panel.list.isVisible()
    assert panel.title.text() == "Runs (2)"


def test_a_click_on_the_box_ticks(wishes: Wishes) -> None:
    wishes.panel.show_items(kept("a", "b"))
    wishes.click(wishes.list.delegate.check_rect(wishes.row(0).toRect()).center())
    assert wishes.heard == [("show", ["b"], True)]
    item = wishes.list._model.item(wishes.panel.model.index(0))
    wishes.panel.show_items([replace(item, run=replace(item.run, shown=True)), *kept("a")])
    wishes.click(wishes.list.delegate.check_rect(wishes.row(0).toRect()).center())
    assert wishes.heard[-1] == ("show", ["b"], False)


def test_a_click_on_the_pin_pins(wishes: Wishes) -> None:
    wishes.panel.show_items(kept("a", "b"))
    wishes.click(wishes.list.delegate.pin_rect(wishes.row(1).toRect()).center())
    assert wishes.heard == [("pin", ["a"], True)]


def test_space_ticks_all_that_are_selected(wishes: Wishes) -> None:
    wishes.panel.show_items(kept("a", "b", "c"))
    wishes.click_row(0)
    wishes.click_row(2, Qt.KeyboardModifier.ShiftModifier)
    wishes.press(Qt.Key.Key_Space)
    assert wishes.heard == [("show", ["c", "b", "a"], True)]


def test_a_name_is_edited_in_its_place(wishes: Wishes, qtbot: QtBot) -> None:
    wishes.panel.show_items(kept("a", "b"))
    wishes.click_row(1)
    wishes.press(Qt.Key.Key_F2)
    editor = wishes.list.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "a"
    place = wishes.list.delegate.name_rect(wishes.row(1).toRect(), editor.fontMetrics().height())
    assert editor.geometry().contains(place.center())
    qtbot.keyClicks(editor, "Better")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert wishes.heard == [("rename", "a", "Better")]


def test_a_run_that_ends_leaves_the_name_that_is_being_typed_alone(wishes: Wishes, qtbot: QtBot) -> None:
    wishes.panel.show_items(kept("a", "b"))
    wishes.click_row(1)
    wishes.press(Qt.Key.Key_F2)
    editor = wishes.list.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "Bet")
    wishes.panel.show_items(kept("a", "b", "c"))
    qtbot.keyClicks(editor, "ter")
    wishes.panel.show_items(kept("a", "c"))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert wishes.heard == [("rename", "a", "Better")]


def test_runs_in_another_order_are_shown_in_that_order(wishes: Wishes) -> None:
    items = kept("a", "b", "c")
    wishes.panel.show_items(items)
    wishes.panel.show_items(items[::-1])
    model = wishes.panel.model
    assert [model.item(model.index(row)).run.key for row in range(model.rowCount())] == ["a", "b", "c"]


@pytest.mark.parametrize("how", ["double click", "button"])
def test_other_ways_to_rename(wishes: Wishes, how: str) -> None:
    wishes.panel.show_items(kept("a"))
    wishes.click_row(0)
    if how == "double click":
        QTest.mouseDClick(wishes.list.viewport(), LEFT, pos=wishes.row(0).center().toPoint())
    else:
        QTest.mouseClick(wishes.panel.buttons[wishes.panel.rename], LEFT)
    editor = wishes.list.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert wishes.heard == []


def test_keys_delete_and_take(wishes: Wishes) -> None:
    wishes.panel.show_items(kept("a", "b", "c"))
    wishes.click_row(0)
    wishes.press(Qt.Key.Key_Return)
    wishes.press(Qt.Key.Key_Down)
    wishes.press(Qt.Key.Key_Delete)
    assert wishes.heard == [("take", "c"), ("delete", ["b"])]
    wishes.click_row(2, Qt.KeyboardModifier.ControlModifier)
    wishes.press(Qt.Key.Key_Return)
    assert len(wishes.heard) == 2, "only one experiment can be taken"
    wishes.press(Qt.Key.Key_Delete)
    assert wishes.heard[-1] == ("delete", ["b", "a"])


def test_buttons_do_what_they_say(wishes: Wishes) -> None:
    panel = wishes.panel
    panel.show_items(kept("a", "b"))
    assert [action for action, button in panel.buttons.items() if button.isEnabled()] == [panel.export]
    wishes.click_row(0)
    for action in (panel.take, panel.pin, panel.delete, panel.export):
        QTest.mouseClick(panel.buttons[action], LEFT)
    assert wishes.heard == [("take", "b"), ("pin", ["b"], True), ("delete", ["b"]), ("export",)]
    assert all(button.accessibleName() for button in panel.buttons.values())
    wishes.click_row(1, Qt.KeyboardModifier.ControlModifier)
    assert not panel.take.isEnabled()
    assert not panel.rename.isEnabled()
    assert panel.delete.isEnabled()


def test_what_is_selected_stays_selected(wishes: Wishes) -> None:
    panel = wishes.panel
    panel.show_items(kept("a", "b"))
    wishes.click_row(1)
    panel.show_items(kept("a", "b", "c"))
    assert [item.run.key for item in panel.list.selected] == ["a"]
    panel.show_items(kept("a", "c"))
    assert [item.run.key for item in panel.list.selected] == ["a"]
    panel.show_items(kept("c"))
    assert panel.list.selected == []
    assert panel.list.currentIndex().row() == 0, "the keyboard goes on from there"
    panel.show_items([])
    assert panel.empty.isVisible()


def test_the_present_run_looks_like_its_curves(wishes: Wishes) -> None:
    newest, other = kept("a", "b")
    wishes.panel.show_items([replace(newest, is_present=True), other])
    wishes.drawn.clear()
    wishes.list.grab()
    assert wishes.drawn == [None, 0]


def test_a_full_list_says_so(wishes: Wishes) -> None:
    (item,) = kept("a")
    items = [replace(item, run=replace(item.run, key=str(i))) for i in range(MAX_UNPINNED)]
    wishes.panel.show_items(items)
    assert wishes.panel.footer.isVisible()
    assert wishes.panel.footer.text().startswith("200 of 200 runs: ")
    wishes.panel.show_items([replace(item, run=replace(item.run, pinned=True)) for item in items])
    assert not wishes.panel.footer.isVisible()


def test_the_context_menu_offers_the_same(wishes: Wishes) -> None:
    wishes.panel.show_items(kept("a"))
    wishes.click_row(0)
    wishes.list.customContextMenuRequested.emit(wishes.row(0).center().toPoint())
    menu = QApplication.activePopupWidget()
    assert menu is not None
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == [action.text() for action in wishes.panel.buttons]
    menu.close()


def test_a_screen_reader_hears_all_of_a_row(wishes: Wishes) -> None:
    wishes.panel.show_items(kept("a"))
    table = QAccessible.queryAccessibleInterface(wishes.list)
    assert table.text(QAccessible.Text.Name) == "Kept runs"
    spoken = wishes.panel.model.data(wishes.panel.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "a, train 50.0 · val 40.0 %, 3.0 s, learning rate 0.1 → 0.5"


def item_of(differs: list[str] | None = None, **values: object) -> RunItem:
    outcome = run_outcome(named("A <b>"), **values)  # type: ignore[arg-type]
    return run_item(KeptRun("k", "A <b>", 0, WHEN, outcome), differs, False)


def test_texts_of_a_run() -> None:
    item = item_of([], test_loss=0.5, test_accuracy=0.8768)
    assert item.figures == "train 50.0 · val 40.0 · test 87.7 %"
    assert item.differs == "the same settings again"
    assert item.mark == ""
    assert "A &lt;b&gt;" in item.tip
    cells = re.findall(r"<td[^>]*>([^<]*)</td>", item.tip)
    assert cells[:8] == ["", "training", "validation", "test", "Loss", "0.6667", "1", "0.5"]
    assert cells[8:] == ["Accuracy", "0.5", "0.4", "0.8768"]
    assert item_of().differs == ""
    assert "present run" not in item.tip
    assert "This is the present run." in run_item(item.run, [], True).tip


@pytest.mark.parametrize("reason", ["stopped", "diverged", "failed"])
def test_runs_that_were_not_finished_are_marked(reason: str) -> None:
    item = item_of(reason=reason, epochs=0)
    assert item.mark == reason
    assert item.figures == "no epoch was finished"
    assert "The end." in item.tip
    assert reason in item.spoken


def test_figures_of_regression() -> None:
    figures = {("train", "loss"): 0.1, ("train", "rmse"): 0.447, ("test", "rmse"): 1234.5}
    assert figures_text(figures) == "RMSE train 0.447 · test 1.23e+03"  # type: ignore[arg-type]
    assert figures_text({("train", "loss"): float("nan")}) == "Loss train nan"


def test_durations() -> None:
    texts = [duration_text(seconds) for seconds in (0.04, 59.9, 60, 200.4, 3599.7, 7322)]
    assert texts == ["0.0 s", "59.9 s", "1 min 0 s", "3 min 20 s", "1 h 0 min", "2 h 2 min"]


def test_a_change_while_a_run_went_on_is_told() -> None:
    outcome = run_outcome(named("A"))
    settings = replace(live_settings(outcome.experiment), learning_rate=0.25)
    outcome = replace(outcome, changes=(SettingsChanged(1, 3, settings),))
    item = run_item(KeptRun("k", "A", 0, WHEN, outcome), ["batch size 256 → 10"], False)
    assert item.differs == "batch size 256 → 10, while it ran: learning rate 0.1 → 0.25"


def test_a_long_name_keeps_its_beginning_and_its_number(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    name = "Circle · Sigmoid, epochs 10, batch size 20"
    room = metrics.horizontalAdvance("Circle · Sigmoid, epochs") + 8
    for tail in ("", " (2)", " (31)"):
        short = elided_name(metrics, name + tail, room)
        assert short.startswith("Circle · Sig")
        assert short.endswith("…" + tail)
        assert metrics.horizontalAdvance(short) <= room
        assert elided_name(metrics, name + tail, 1000) == name + tail
    assert elided_name(metrics, name + " (none)", room).endswith("…")
