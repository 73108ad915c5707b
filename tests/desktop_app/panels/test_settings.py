"""The panels of data and settings, driven with mouse and keyboard."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QStandardItemModel
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.data import DATA_SETS
from core.edits import SetValue
from core.experiment import VARIANTS, with_value
from core.initializers import INITIALIZERS
from core.optimizers import OPTIMIZERS
from desktop_app.theme import theme
from tests.desktop_app.panels.settings_helpers import BOOK, START, Keeper, choose, is_allowed, type_text


@pytest.fixture
def keeper(qtbot: QtBot) -> Keeper:
    return Keeper(qtbot)


def test_showing_an_experiment_asks_for_nothing(keeper: Keeper) -> None:
    for data in DATA_SETS:
        for optimizer in OPTIMIZERS:
            experiment = with_value(START, "data.kind", data.kind_name())
            keeper.show(with_value(experiment, "optimizer.kind", optimizer.kind_name()))
    for initializer in INITIALIZERS:
        keeper.show(with_value(START, "initializer.kind", initializer.kind_name()))
    assert keeper.asked == []


@pytest.mark.parametrize("group", ["data", "loss", "optimizer", "initializer"])
def test_kinds_are_those_of_the_core_with_their_help(keeper: Keeper, group: str) -> None:
    box = keeper.kinds(group)
    choices = [i for i in range(box.count()) if box.itemData(i) is not None]
    entries = [(box.itemData(i), box.itemText(i)) for i in choices]
    assert entries == [(variant.kind_name(), variant.title) for variant in VARIANTS[group]]
    tips = [box.itemData(i, Qt.ItemDataRole.ToolTipRole) for i in choices]
    if group != "loss":
        assert tips == [variant.help for variant in VARIANTS[group]]
    assert box.toolTip() == getattr(START, group).help
    assert box.currentData() == getattr(START, group).kind


def test_data_sets_stand_under_the_headings_of_their_families(keeper: Keeper) -> None:
    box = keeper.kinds("data")
    model = box.model()
    assert isinstance(model, QStandardItemModel)
    heading, headings, found = "", [], {}
    for i in range(box.count()):
        if box.itemData(i) is None:
            heading = box.itemText(i)
            headings.append(heading)
            assert not model.item(i).isEnabled()
            assert not model.item(i).isSelectable()
        else:
            found[box.itemData(i)] = heading
    assert found == {data.kind_name(): data.family for data in DATA_SETS}
    assert len(headings) == len(set(headings)), "the sets of a family stand together"


def test_the_keyboard_steps_over_headings(keeper: Keeper) -> None:
    keeper.show(with_value(START, "data.kind", "digits"))
    box = keeper.kinds("data")
    following = DATA_SETS[[data.kind_name() for data in DATA_SETS].index("digits") + 1 :]
    other = next(data for data in following if data.family != DATA_SETS[0].family)
    box.setFocus()
    for _ in range(1 + following.index(other)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert keeper.experiment.data.kind == other.kind_name()
    QTest.keyClick(box, Qt.Key.Key_Home)
    assert keeper.experiment.data.kind == DATA_SETS[0].kind_name()


def test_a_click_on_a_heading_chooses_nothing(keeper: Keeper) -> None:
    box = keeper.kinds("data")
    box.showPopup()
    view = box.view()
    for i in range(box.count()):
        if box.itemData(i) is None:
            QTest.mouseClick(
                view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(box.model().index(i, 0)).center()
            )
    box.hidePopup()
    assert keeper.asked == []
    assert box.currentData() == START.data.kind


def test_choosing_an_optimizer_brings_its_settings(keeper: Keeper) -> None:
    choose(keeper.kinds("optimizer"), "adam")
    assert keeper.asked == [SetValue(("optimizer", "kind"), "adam", "Optimizer")]
    assert keeper.experiment.optimizer.kind == "adam"
    assert keeper.box("optimizer.beta1").isVisible()
    assert keeper.box("optimizer.learning_rate").text() == "0.001"


def test_choosing_with_the_keyboard(keeper: Keeper) -> None:
    keeper.kinds("initializer").setFocus()
    QTest.keyClick(keeper.kinds("initializer"), Qt.Key.Key_End)
    assert keeper.experiment.initializer.kind == INITIALIZERS[-1].kind_name()


def test_one_edit_shows_the_experiment_once(keeper: Keeper) -> None:
    type_text(keeper.box("optimizer.learning_rate"), "0.5\r")
    assert [edit.path for edit in keeper.asked] == [("optimizer", "learning_rate")]
    assert keeper.shown == 1
    assert keeper.experiment.optimizer.learning_rate == 0.5


def test_a_new_kind_of_data_takes_a_loss_along(keeper: Keeper) -> None:
    choose(keeper.kinds("data"), "linear_regression")
    assert keeper.experiment.loss.kind == "l2"
    assert keeper.kinds("loss").currentData() == "l2"
    assert keeper.box("data.num_samples").isVisible()


@pytest.mark.parametrize("data", [data.kind_name() for data in DATA_SETS])
def test_losses_that_do_not_fit_cannot_be_chosen(keeper: Keeper, data: str) -> None:
    experiment = with_value(START, "data.kind", data)
    keeper.show(experiment)
    box = keeper.kinds("loss")
    for loss in VARIANTS["loss"]:
        facts = experiment.data.facts()
        two_only = loss.kind_name() in ("sigmoid_cross_entropy", "hinge")
        right_task = facts.task in loss.tasks  # type: ignore[attr-defined]
        fits = right_task and (not two_only or facts.num_outputs == 2)
        assert is_allowed(box, loss.kind_name()) == fits
        tip = box.itemData(box.findData(loss.kind_name()), Qt.ItemDataRole.ToolTipRole)
        unfit = f"has {facts.num_outputs}." if right_task else f"asks for {facts.task}."
        assert tip == loss.help if fits else tip.endswith(unfit)


def test_a_loss_that_does_not_fit_is_not_chosen_by_a_click(keeper: Keeper) -> None:
    choose(keeper.kinds("loss"), "l2")
    assert keeper.asked == []
    assert keeper.kinds("loss").currentData() == "softmax_cross_entropy"


def test_a_loss_that_came_from_a_file_and_does_not_fit_is_marked(keeper: Keeper) -> None:
    keeper.show(with_value(START, "loss.kind", "l2"))
    problem = keeper.section("loss").problem
    assert problem.isVisible()
    assert problem.text() == "Made for regression; Fashion-MNIST asks for classification. Choose another loss."
    choose(keeper.kinds("loss"), "softmax_cross_entropy")
    assert not problem.isVisible()


def test_a_refused_value_is_explained_at_its_field(keeper: Keeper) -> None:
    type_text(keeper.box("training.num_epochs"), "0\r")
    problem = keeper.section("training").form.editor("num_epochs").problem
    assert problem == "0 is out of range. Give a whole number from 1 to 100000."
    assert keeper.experiment == START
    type_text(keeper.box("training.num_epochs"), "3\r")
    assert keeper.section("training").form.editor("num_epochs").problem == ""
    assert keeper.experiment.training.num_epochs == 3


@pytest.mark.parametrize(
    ("path", "sentence", "shown"),
    [
        ("optimizer.wd", "optimizer.wd (Weight decay): 'x' does not fit here.", "'x' does not fit here."),
        ("optimizer.wd", "'x' does not fit here. Use: a number.", "'x' does not fit here. Use: a number."),
    ],
)
def test_the_path_is_left_out_of_the_sentence(keeper: Keeper, path: str, sentence: str, shown: str) -> None:
    assert keeper.settings.show_problem(path, sentence)
    assert keeper.section("optimizer").form.editor("wd").problem == shown


def test_a_problem_of_a_whole_group_stands_under_its_header(keeper: Keeper) -> None:
    assert keeper.settings.show_problem("optimizer.kind", "optimizer: the kind 'x' is not known.")
    assert keeper.section("optimizer").problem.text() == "The kind 'x' is not known."
    assert keeper.section("optimizer").problem.isVisible()


def test_a_problem_of_something_else_is_not_ours(keeper: Keeper) -> None:
    assert not keeper.settings.show_problem("layers.0.units", "No.")
    assert not keeper.settings.show_problem("data.seed", "No.")
    assert not keeper.data.show_problem("optimizer.wd", "No.")


def test_a_problem_in_an_entry_of_a_list_is_shown_at_the_list(keeper: Keeper) -> None:
    keeper.show(with_value(START, "data.kind", "linear_regression"))
    assert keeper.data.show_problem("data.w.1", "data.w.1: this must be a finite number.")
    assert keeper.section("data").form.editor("w").problem == "This must be a finite number."


class TestFolding:
    def test_the_mouse_and_the_keyboard_fold(self, keeper: Keeper) -> None:
        section = keeper.section("optimizer")
        box = keeper.box("optimizer.momentum")
        QTest.mouseClick(section.header, Qt.MouseButton.LeftButton)
        assert not box.isVisible()
        assert keeper.kinds("optimizer").isVisible(), "the choice stays in sight"
        section.header.setFocus()
        assert section.header.hasFocus()
        QTest.keyClick(section.header, Qt.Key.Key_Space)
        assert box.isVisible()

    def test_a_folded_section_stays_folded_and_unfolds_for_a_problem(self, keeper: Keeper) -> None:
        section = keeper.section("optimizer")
        QTest.mouseClick(section.header, Qt.MouseButton.LeftButton)
        keeper.show(with_value(START, "optimizer.kind", "adam"))
        assert not section.form.isVisible()
        keeper.settings.show_problem("optimizer.beta1", "No.")
        assert section.form.isVisible()

    def test_where_there_is_nothing_to_fold_the_header_is_only_a_title(self, keeper: Keeper) -> None:
        loss = keeper.section("loss")
        assert loss.header.focusPolicy() == Qt.FocusPolicy.NoFocus
        assert not loss.body.isVisible()
        initializer = keeper.section("initializer")
        assert initializer.header.focusPolicy() != Qt.FocusPolicy.NoFocus
        keeper.show(with_value(START, "initializer.kind", "zero"))
        assert initializer.header.focusPolicy() == Qt.FocusPolicy.NoFocus

    def test_the_arrow_shows_whether_it_is_open(self, keeper: Keeper) -> None:
        header = keeper.section("training").header
        keeper.window.setFocus()
        opened = header.grab().toImage()
        header.click()
        folded = header.grab().toImage()
        header.click()
        assert opened != folded
        assert header.grab().toImage() == opened


class TestData:
    def sizes(self, keeper: Keeper) -> str:
        return keeper.data.sizes.text().replace("\N{NO-BREAK SPACE}", " ")

    def test_the_sizes_of_the_parts(self, keeper: Keeper) -> None:
        assert self.sizes(keeper) == "54,000 training · 6,000 validation · 10,000 test"

    def test_the_sizes_follow_the_share(self, keeper: Keeper) -> None:
        type_text(keeper.box("data.validation_share"), "0.5\r")
        assert self.sizes(keeper) == "30,000 training · 30,000 validation · 10,000 test"

    def test_parts_that_are_empty_are_left_out(self, keeper: Keeper) -> None:
        choose(keeper.kinds("data"), "linear_regression")
        assert self.sizes(keeper) == "1,000 training"

    def test_the_book_s_way_says_that_no_test_part_is_left(self, keeper: Keeper) -> None:
        choose(keeper.section("data").form.editor("validation").focusProxy(), "test")  # type: ignore[arg-type]
        assert keeper.experiment == BOOK
        first, second = self.sizes(keeper).splitlines()
        assert first == "60,000 training · 10,000 validation"
        assert second == "The test images are the validation part; no test part is left."

    def test_the_share_is_locked_with_a_reason_while_it_is_not_used(self, keeper: Keeper) -> None:
        keeper.show(BOOK)
        editor = keeper.section("data").form.editor("validation_share")
        assert not editor.isEnabled()
        assert "share of the training images" in editor.toolTip()
        keeper.show(START)
        assert editor.isEnabled()
        assert "Choose" not in editor.toolTip()

    def test_the_bar_is_divided_like_the_parts(self, keeper: Keeper) -> None:
        keeper.show(with_value(START, "data.validation_share", 0.5))
        picture = keeper.data.parts.grab().toImage()
        row = [picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())]
        counts = Counter(row)
        train, validation = counts[QColor(theme().train).name()], counts[QColor(theme().validation).name()]
        test = counts[QColor(theme().muted).name()]
        assert train / test == pytest.approx(3, rel=0.1)
        assert train == pytest.approx(validation, abs=2)
        assert train + validation + test > 0.95 * len(row)
        assert row[0] == QColor(theme().train).name() or row[1] == QColor(theme().train).name()

    def test_shares_that_leave_nothing_to_train_on_do_no_harm(self, keeper: Keeper) -> None:
        digits = with_value(START, "data.kind", "digits")
        keeper.show(with_value(with_value(digits, "data.validation_share", 0.8), "data.test_share", 0.9))
        assert "training" not in self.sizes(keeper)
        assert keeper.data.parts.grab().width() == keeper.data.parts.width()

    def test_the_seed_of_the_data_can_be_drawn(self, keeper: Keeper) -> None:
        die = keeper.section("data").form.editor("seed").die  # type: ignore[attr-defined]
        QTest.mouseClick(die, Qt.MouseButton.LeftButton)
        assert keeper.experiment.data.seed != START.data.seed
        assert keeper.experiment.training.seed == START.training.seed

    def test_the_offer_to_download_stands_under_the_data(self, keeper: Keeper) -> None:
        keeper.data.source.show_missing("The files are missing.")
        assert keeper.data.source.isVisible()
        assert keeper.data.source.download.text() == "Download (31 MB)"
        assert keeper.data.source.mapTo(keeper.window, keeper.data.source.rect().topLeft()).y() > 0
        keeper.data.source.show_ready()
        assert not keeper.data.source.isVisible()


def test_everything_fits_into_300_pixels(keeper: Keeper) -> None:
    for data in DATA_SETS:
        for initializer in INITIALIZERS:
            experiment = with_value(START, "data.kind", data.kind_name())
            experiment = with_value(experiment, "optimizer.kind", "adam")
            keeper.show(with_value(experiment, "initializer.kind", initializer.kind_name()))
            assert keeper.data.minimumSizeHint().width() <= 300
            assert keeper.settings.minimumSizeHint().width() <= 300


def test_the_tab_key_reaches_every_setting(keeper: Keeper) -> None:
    wanted = {editor.focusProxy() for group in ("optimizer", "training") for editor in editors_of(keeper, group)}
    keeper.section("data").header.setFocus()
    seen = set()
    for _ in range(60):
        focus = keeper.window.focusWidget()
        seen.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert wanted <= seen


def editors_of(keeper: Keeper, group: str) -> list[Any]:
    value = getattr(keeper.experiment, group)
    names = [name for name in type(value).model_fields if name != "kind"]
    return [keeper.section(group).form.editor(name) for name in names]
