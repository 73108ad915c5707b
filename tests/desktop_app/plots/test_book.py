"""The table of the book, driven by mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from core.book import ENTRIES, find_entry
from core.verdicts import Computed, Verdict, judge
from desktop_app.plots.book import BAND, FIGURE, HERE, PRINTED, RESULT, TITLE, BookView
from desktop_app.plots.book_state import RowState, badge_text, colour, state_of
from desktop_app.theme import themes

LEFT = Qt.MouseButton.LeftButton
MLP = find_entry("mlp")


def verdict(key: str, **values: float) -> Verdict:
    return judge(find_entry(key), Computed(values, 0.1))


@pytest.fixture
def view(qtbot: QtBot, light_theme: None) -> BookView:
    view = BookView(ENTRIES)
    view.resize(950, 600)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    return view


def select(qtbot: QtBot, view: BookView, key: str) -> None:
    item = view._items[key]
    view.tree.scrollToItem(item)
    qtbot.mouseClick(view.tree.viewport(), LEFT, pos=view.tree.visualItemRect(item).topLeft() + QPoint(30, 8))


def test_every_row_says_what_the_book_prints_and_that_it_was_not_run_yet(view: BookView) -> None:
    assert set(view._items) == {entry.key for entry in ENTRIES}
    item = view._items["mlp"]
    texts = [item.text(column) for column in (TITLE, FIGURE, PRINTED, HERE, BAND, RESULT)]
    assert texts == ["Multilayer perceptron", "Validation accuracy", "0.876", "", "0.84 – 0.88", "not run yet"]
    assert view.summary.text() == f"0 of {len(ENTRIES)} inside the band · {len(ENTRIES)} not run yet"


def test_rows_stand_under_their_groups(view: BookView) -> None:
    headings = [view.tree.topLevelItem(i).text(TITLE) for i in range(view.tree.topLevelItemCount())]
    assert headings == list(dict.fromkeys(entry.group for entry in ENTRIES))
    assert all(item.parent() is not None for item in view._items.values())


def test_results_are_told_by_words_and_picture(view: BookView) -> None:
    view.show_states(
        {
            "mlp": state_of(verdict("mlp", validation_accuracy=0.8623)),
            "mlp-dropout": state_of(verdict("mlp-dropout", validation_accuracy=0.8123)),
            "softmax-regression": RowState("running", 0.4),
            "xor": RowState("waiting"),
            "circle": state_of(Verdict(find_entry("circle"), (), "There was no worker.")),
        }
    )
    results = {key: (view._items[key].text(HERE), view._items[key].text(RESULT)) for key in view.states}
    assert results["mlp"] == ("0.8623", "inside the band")
    assert results["mlp-dropout"] == ("0.8123", "outside the band")
    assert results["softmax-regression"] == ("", "running, 40 %")
    assert results["xor"] == ("", "waiting")
    assert results["circle"] == ("", "could not be run")
    assert view.summary.text().startswith(
        f"1 of {len(ENTRIES)} inside the band · 1 outside · 1 could not be run · 1 running · 1 waiting · "
    )
    pictures = [view._items[key].icon(RESULT).pixmap(16, 16).toImage() for key in ("mlp", "mlp-dropout")]
    assert pictures[0] != pictures[1]


def test_of_several_figures_those_outside_are_counted_and_the_first_of_them_shown(view: BookView) -> None:
    item = view._items["xor"]
    assert (item.text(FIGURE), item.text(BAND)) == ("Validation loss", "≤ 0.1")
    view.show_states({"xor": state_of(verdict("xor", validation_loss=0.02, validation_accuracy=0.9))})
    assert (item.text(FIGURE), item.text(HERE), item.text(BAND)) == ("Validation accuracy", "0.9", "0.96 – 1")
    assert item.text(RESULT) == "outside the band (1/2)"
    view.show_states({"xor": state_of(verdict("xor", validation_loss=0.02, validation_accuracy=0.99))})
    assert (item.text(FIGURE), item.text(HERE), item.text(RESULT)) == ("Validation loss", "0.02", "inside the band")


def test_a_new_run_keeps_showing_what_was_known(view: BookView) -> None:
    view.show_states({"mlp": RowState("running", 0.0, verdict("mlp", validation_accuracy=0.8623))})
    assert view._items["mlp"].text(HERE) == "0.8623"
    assert view._items["mlp"].text(RESULT) == "running"


def test_the_buttons_of_a_row_run_give_up_and_open_it(qtbot: QtBot, view: BookView) -> None:
    run, load = view._buttons["mlp"]
    assert load is not None
    with qtbot.waitSignal(view.run_requested) as asked:
        qtbot.mouseClick(run, LEFT)
    assert asked.args == [["mlp"]]
    with qtbot.waitSignal(view.open_requested) as asked:
        qtbot.mouseClick(load, LEFT)
    assert asked.args == ["mlp"]
    view.show_states({"mlp": RowState("running", 0.1)})
    assert run.toolTip() == "Give up Multilayer perceptron"
    with qtbot.waitSignal(view.cancel_requested) as asked:
        qtbot.mouseClick(run, LEFT)
    assert asked.args == ["mlp"]


def test_a_computation_cannot_be_opened(qtbot: QtBot, view: BookView) -> None:
    assert view._buttons["autograd"][1] is None
    select(qtbot, view, "autograd")
    assert view.current_key == "autograd"
    assert not view.detail.open_button.isVisible()
    select(qtbot, view, "mlp")
    assert view.detail.open_button.isVisible()


def test_run_all_and_cancel(qtbot: QtBot, view: BookView) -> None:
    assert not view.cancel_button.isEnabled()
    with qtbot.waitSignal(view.run_requested) as asked:
        qtbot.mouseClick(view.run_all_button, LEFT)
    assert asked.args == [[entry.key for entry in ENTRIES]]
    view.show_states({entry.key: RowState("waiting") for entry in ENTRIES})
    assert not view.run_all_button.isEnabled()
    with qtbot.waitSignal(view.cancel_requested) as asked:
        qtbot.mouseClick(view.cancel_button, LEFT)
    assert asked.args == [""]


def test_the_keyboard_alone_chooses_runs_and_opens(qtbot: QtBot, view: BookView) -> None:
    view.tree.setFocus()
    qtbot.keyClick(view.tree, Qt.Key.Key_Down)
    key = ENTRIES[1].key
    assert view.current_key == key
    with qtbot.waitSignal(view.run_requested) as asked:
        qtbot.keyClick(view.tree, Qt.Key.Key_Return)
    assert asked.args == [[key]]
    with qtbot.waitSignal(view.open_requested) as asked:
        qtbot.keyClick(view.detail.open_button, Qt.Key.Key_Space)
    assert asked.args == [key]
    view.show_states({key: RowState("waiting")})
    with qtbot.waitSignal(view.cancel_requested) as asked:
        qtbot.keyClick(view.detail.run_button, Qt.Key.Key_Space)
    assert asked.args == [key]
    with qtbot.assertNotEmitted(view.run_requested):
        qtbot.keyClick(view.tree, Qt.Key.Key_Return)


def detail_texts(view: BookView) -> list[list[str]]:
    grid = view.detail._grid
    rows = []
    for row in range(len(view.entries[view.current_key].figures) + 1):
        items = [grid.itemAtPosition(row, column) for column in range(5)]
        rows.append(["" if item is None else item.widget().text() for item in items])  # type: ignore[union-attr]
    return rows


def test_below_stands_the_whole_of_the_selected_row(qtbot: QtBot, view: BookView) -> None:
    select(qtbot, view, "weight-decay")
    assert view.detail.title.text() == "Weight decay: λ = 3"
    assert view.detail.configuration.text() == "The same with λ = 3"
    assert view.detail.text.text().startswith("200 inputs, 20 samples")
    assert detail_texts(view)[1] == ["Norm of w", "0.042", "", "0.03 – 0.05", ""]
    view.show_states({"weight-decay": state_of(verdict("weight-decay", weight_norm=0.041, validation_loss=0.5))})
    assert detail_texts(view)[1:] == [
        ["Norm of w", "0.042", "0.041", "0.03 – 0.05", "✓ inside the band"],
        ["Validation loss", "0.011", "0.5", "≤ 0.02", "× outside the band"],
    ]


def test_a_computation_explains_itself(qtbot: QtBot, view: BookView) -> None:
    select(qtbot, view, "mean-gradients")
    assert view.detail.text.text().startswith("The gradient of the summed outputs")
    assert [row[0] for row in detail_texts(view)[1:4]] == ["ReLU, scale 0.1", "ReLU, scale 0.2", "ReLU, scale 0.4"]
    assert detail_texts(view)[1][1] == "1.5e−9"


def test_why_a_row_has_no_figures_is_said(qtbot: QtBot, view: BookView) -> None:
    select(qtbot, view, "circle")
    view.show_states({"circle": state_of(Verdict(find_entry("circle"), (), "There was no worker."))})
    assert view.detail.problem.isVisible()
    assert view.detail.problem.text() == "There was no worker."
    select(qtbot, view, "xor")
    assert not view.detail.problem.isVisible()


def test_another_theme_brings_other_colours(view: BookView) -> None:
    view.show_states({"mlp": state_of(verdict("mlp", validation_accuracy=0.8623))})
    themes.choose("dark")
    assert view._items["mlp"].foreground(RESULT).color().name() == colour("inside")
    dark = colour("inside")
    themes.choose("light")
    assert view._items["mlp"].foreground(RESULT).color().name() == colour("inside") != dark


def test_a_badge_is_one_line() -> None:
    inside = badge_text(verdict("mlp", validation_accuracy=0.8623))
    assert inside == "Validation accuracy: book 0.876 · here 0.8623 · inside the band"
    assert badge_text(verdict("xor", validation_loss=0.2)) == "Validation loss: here 0.2 · outside the band"


def test_in_a_narrow_tab_the_titles_can_still_be_read(qtbot: QtBot, view: BookView) -> None:
    view.resize(560, 500)
    with qtbot.waitExposed(view):
        view.show()
    item = view.tree.currentItem()
    assert view.tree.columnWidth(TITLE) >= 140
    assert view.tree.isColumnHidden(BAND)
    assert (item.text(RESULT), item.toolTip(RESULT)) == ("", "not run yet")
    view.resize(900, 500)
    assert not view.tree.isColumnHidden(BAND)
    assert item.text(RESULT) == "not run yet"
