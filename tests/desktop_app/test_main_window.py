from __future__ import annotations

import pytest

from core.presets import load_preset
from core.probes import Subject
from desktop_app.main_window import MainWindow
from desktop_app.theme import themes


@pytest.fixture(scope="module")
def window(qapp):
    style = qapp.style().name()
    qapp.setStyle("Fusion")
    themes.choose("light")
    window = MainWindow()
    window.resize(window.minimumSize())
    window.may_close = True
    window.show()
    yield window
    window.close()
    window.deleteLater()
    qapp.setStyle(style)


def test_every_tab_fits_into_the_smallest_window(window):
    room = window.tabs.width()
    assert window.size() == window.minimumSize()
    for position in range(window.tabs.count()):
        window.tabs.setCurrentIndex(position)
        title = window.tabs.tabText(position)
        assert (title, window.tabs.widget(position).minimumSizeHint().width() <= room) == (title, True)


@pytest.mark.parametrize("preset", ["mlp", "deep-tanh", "softmax-regression"])
def test_every_picture_of_weights_fits_into_the_smallest_window(window, preset):
    view = window.weights
    window.tabs.setCurrentWidget(view)
    view.show_subject(Subject(load_preset(preset), None, has_network=False))
    for button in view.buttons:
        button.click()
        assert view.minimumSizeHint().width() <= window.tabs.width(), button.text()
