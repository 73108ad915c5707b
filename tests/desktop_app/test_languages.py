"""The window in Chinese: switched by the menu, at once, while a network trains."""

from __future__ import annotations

import gc
import re
import time
import weakref
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QFileInfo, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QFileIconProvider, QLabel, QMenu
from pytestqt.qtbot import QtBot

from core.presets import load_preset, presets
from core.selection.shipped import resolve_sweep
from core.texts import say
from desktop_app.banner import Banner
from desktop_app.carrying import carry_over
from desktop_app.languages import languages, system_language
from desktop_app.lessons.book_box import BookBox
from desktop_app.lessons.explorers.autograd import AutogradExplorer
from desktop_app.lessons.page_style import PageStyle
from desktop_app.main_window import MainWindow
from desktop_app.preferences import Preferences
from desktop_app.run_control import RunControl
from desktop_app.session import Session
from desktop_app.teller import Teller
from tests.desktop_app.fakes import FakeHost
from tests.desktop_app.lessons.explorers.answering import answered
from tests.desktop_app.windows import TIMEOUT, opened, press

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    languages.choose("en")


def click_in_menu(qtbot: QtBot, menu: QMenu, text: str) -> None:
    action = next(action for action in menu.actions() if action.text().replace("&", "") == text)
    qtbot.mouseMove(menu, menu.actionGeometry(action).center())
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def choose_language(laboratory, qtbot: QtBot, language: str) -> None:
    """Open View > Language with the mouse and click a language."""
    bar, old = laboratory.window.menuBar(), laboratory.window
    view = next(action for action in bar.actions() if action.text() in ("&View", "视图(&V)"))
    qtbot.mouseClick(bar, LEFT, pos=bar.actionGeometry(view).center())
    menu = view.menu()
    entry = next(action for action in menu.actions() if action.text() in ("Language", "语言"))
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry).center())
    click_in_menu(qtbot, entry.menu(), language)
    qtbot.waitUntil(lambda: laboratory.window is not old, timeout=TIMEOUT)


def test_the_language_changes_at_once_while_a_network_trains(qtbot: QtBot, tmp_path) -> None:
    experiment = load_preset("digits-mlp")
    experiment = experiment.model_copy(update={"training": experiment.training.model_copy(update={"num_epochs": 1000})})
    with opened(qtbot, tmp_path, experiment, "weights") as laboratory:
        window = laboratory.window
        window.resize(1300, 750)
        window.layer_stack.add_buttons["dropout"].click()
        window.sweep.editor.show_sweep(resolve_sweep("dropout-rate"))
        press(laboratory, qtbot, window.run_bar.train)
        qtbot.waitUntil(lambda: len(laboratory.run.history.epochs) > 1, timeout=TIMEOUT)
        missing = tmp_path / "gone.gluonlab.json"
        laboratory.files._attempt(lambda: laboratory.files._open(missing))
        assert window.banner.label.text().startswith(f"{missing} cannot be opened")
        run, run_id = laboratory.run, laboratory.host.run_id
        started, step = run.history.started, len(run.history.batch_steps)
        gone = weakref.ref(window), weakref.ref(laboratory.front), weakref.ref(window.weights)
        size, before = window.size(), time.thread_time()
        choose_language(laboratory, qtbot, "简体中文")
        seconds = time.thread_time() - before
        del window
        new = laboratory.window
        assert new.isVisible()
        assert new.size() == size
        assert new.tabs.currentWidget() is new.weights
        assert new.tabs.tabText(0) == "曲线"
        assert new.sweep.editor.sweep == resolve_sweep("dropout-rate")
        assert run.phase == "running"
        assert run.history.started is started
        assert laboratory.host.run_id == run_id
        assert new.run_bar.stop.isEnabled()
        assert "dropout" in [card.kind.kind_name() for card in new.layer_stack.column.cards]
        assert laboratory.session.undo_stack.undoText() == "添加Dropout"
        assert str(missing) in new.banner.label.text()
        assert english_words(new.banner.label.text().replace(str(missing), "")) == []
        qtbot.waitUntil(lambda: len(run.history.batch_steps) > step + 100, timeout=TIMEOUT)
        new.tabs.setCurrentWidget(new.curves_tab)
        qtbot.waitUntil(lambda: new.curves.lines["train_loss"].x.size > 1, timeout=TIMEOUT)
        qtbot.waitUntil(lambda: gc.collect() >= 0 and not any(reference() for reference in gone), timeout=TIMEOUT)
        laboratory.session.undo_stack.undo()
        # Of this thread: others may keep the processors busy.
        assert seconds < 6


NAMES = re.compile(
    r"<[^>]*>|&\w+;|MXNet|Gluon Lab|Gluon|NumPy|NDArray|English|Python|NPZ|CSV|IDX|PNG|SVG|Ctrl|Shift|Alt|Esc|Home|"
    r"Return|Delete|\w*Dense|Dropout|Conv2D|MaxPool2D|AvgPool2D|BatchNorm|LayerNorm|Flatten|CenteredLayer|ReLU|Leaky|"
    r"SoftReLU|ELU|SELU|GELU|Swish|Softsign|Sigmoid|sigmoid|tanh|softmax|LeNet|Adam|AdaGrad|AdaDelta|RMSProp|SGD|NAG|Xavier|"
    r"MSRAPrelu|Huber|RMSE|MAE|Fashion-MNIST|MNIST|Normal|autograd|logit|Block|Sequential"
)


def english_words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z]{4,}", NAMES.sub(" ", text))


def test_the_panels_speak_chinese_and_no_english_but_names(qtbot: QtBot, qapp: QApplication) -> None:
    languages.choose("zh_CN")
    window = MainWindow()
    qtbot.addWidget(window)
    window.build_menus(QUndoStack(window), presets())
    for panel in (window.data_panel, window.layer_stack, window.settings, window.activations, window.data_view):
        panel.show_experiment(load_preset("digits-dropout"))
    texts = [label.text() for label in window.findChildren(QLabel)]
    texts += [button.text() for button in window.findChildren(QAbstractButton)]
    texts += [box.itemText(row) for box in window.findChildren(QComboBox) for row in range(box.count())]
    texts += [window.tabs.tabText(position) for position in range(window.tabs.count())]
    menus = [menu for menu in window.findChildren(QMenu) if menu.parent() is not None]
    texts += [action.text() for menu in menus for action in menu.actions()]
    assert sum(bool(re.search("[\u4e00-\u9fff]", text)) for text in texts) > 200
    assert window.curves_tab.runs_button.text() == "运行记录"
    assert {text for text in texts if english_words(text)} == set()


def test_what_qt_says_itself_is_chinese_too(qtbot: QtBot, qapp: QApplication, tmp_path) -> None:
    languages.choose("zh_CN")
    dialog = QFileDialog(None, "", str(tmp_path), "(*.csv)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"查找范围(&L)：", "文件类型(&T)："} <= {*labels}
    assert not any(english_words(text) for text in labels)
    assert QFileIconProvider().type(QFileInfo(str(tmp_path))) == "文件夹"
    assert qapp.translate("QPlatformTheme", "Cancel") == "取消"
    assert languages.choose("zh_CN") is False
    languages.choose("en")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_rules_and_printed_figures_are_chinese_too(qtbot: QtBot, qapp: QApplication) -> None:
    languages.choose("zh_CN")
    box = BookBox("matrix-product", PageStyle(1.0))
    qtbot.addWidget(box)
    assert "1e20 到 1e24" in [label.text() for label in box.findChildren(QLabel)]
    explorer = AutogradExplorer()
    qtbot.addWidget(explorer)
    answered(explorer)
    explorer.restore({"expression": "sum(relu(x))"})
    picture = explorer.picture
    told = "".join(picture._told(node) for node in range(len(picture.scene.graph)))
    assert "grad a = 当 a &gt; 0 时为 grad c，否则为 0" in told
    assert "grad a = 每个元素都为 grad c" in told


def test_the_system_decides_at_the_first_start_and_the_choice_is_kept(
    tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preferences = Preferences(tmp_path)
    assert preferences.language == "system"
    preferences.language = "zh_CN"
    preferences.save()
    assert Preferences(tmp_path).language == "zh_CN"
    for spoken, language in (("zh_CN.UTF-8", "zh_CN"), ("de_DE.UTF-8", "en"), ("en_GB.UTF-8", "en")):
        monkeypatch.setenv("LC_ALL", spoken)
        assert system_language() == language


def test_the_banner_says_again_what_it_can_and_nothing_in_the_language_before(qtbot: QtBot) -> None:
    banners, session, run = (Banner(), Banner()), Session(), RunControl(FakeHost())
    for banner in banners:
        qtbot.addWidget(banner)
    old, new = (Teller(SimpleNamespace(banner=banner), session, run) for banner in banners)
    for sentence, told in (("The disk is full.", ""), (say("Remove layer"), "移除层")):
        languages.choose("en")
        old.show_problem(sentence)
        languages.choose("zh_CN")
        new.carry_over(old)
        assert banners[1].isVisible() == bool(told)
        assert banners[1].label.text() == told


def test_what_the_user_has_set_is_carried_over(qtbot: QtBot) -> None:
    old, new = MainWindow(), MainWindow()
    for window in (old, new):
        qtbot.addWidget(window)
        window.build_menus(QUndoStack(window), presets())
    old.kfold.folds_box.setValue(7)
    old.kfold.log_box.setChecked(True)
    old.curves_tab.runs_button.setChecked(False)
    old.tabs.setCurrentWidget(old.kfold)
    carry_over(old, new)
    assert new.kfold.num_folds == 7
    assert new.kfold.log_box.isChecked()
    assert not new.curves_tab.runs_button.isChecked()
    assert new.tabs.currentWidget() is new.kfold
