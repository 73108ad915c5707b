from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal

from core.experiment import with_value
from core.presets import load_preset
from desktop_app.data_control import DataControl
from desktop_app.engine_messages import DataFailed, DataLoaded
from tests.desktop_app.fakes import FakeHost

DIGITS = load_preset("digits-mlp")
LINEAR = load_preset("linear-regression")


class FakeDownloader(QObject):
    finished = Signal(object)


@pytest.fixture
def host(qapp):
    return FakeHost()


@pytest.fixture
def downloader(qapp):
    return FakeDownloader()


@pytest.fixture
def control(host, downloader):
    control = DataControl(host, downloader)
    control.show_experiment(DIGITS)
    yield control
    control.close()


def test_first_data_set_is_loaded_at_once(control, host):
    assert host.asked == [("load_data", DIGITS.data)]


def test_other_edits_do_not_load_again(control, host):
    control.show_experiment(with_value(DIGITS, "training.seed", 4))
    assert len(host.asked) == 1


def test_typing_loads_once_when_it_has_settled(control, host, qtbot):
    for seed in (1, 12, 123):
        control.show_experiment(with_value(DIGITS, "data.seed", seed))
    qtbot.waitUntil(lambda: len(host.asked) == 2)
    assert host.asked[1][1].seed == 123


def test_late_answers_for_another_data_set_are_dropped(control, host, qtbot):
    parts = DIGITS.data.load()
    control.show_experiment(LINEAR)
    with qtbot.assertNotEmitted(control.loaded):
        host.say(DataLoaded(DIGITS.data, parts))
    with qtbot.waitSignal(control.loaded):
        host.say(DataLoaded(LINEAR.data, LINEAR.data.load()))


def test_failures_are_passed_on(control, host, qtbot):
    with qtbot.waitSignal(control.failed) as failed:
        host.say(DataFailed(DIGITS.data, "Not here.", missing=True))
    assert failed.args[0].sentence == "Not here."
    assert control.parts is None


def test_after_a_download_the_data_are_loaded_again(control, host, downloader, tmp_path):
    downloader.finished.emit(tmp_path)
    assert host.asked == [("load_data", DIGITS.data)] * 2
