"""What all explorers have in common: names, titles, axes, legends, values under the mouse, exports, texts that fit."""

from __future__ import annotations

import csv
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QSlider,
    QTableView,
)

from core.fields import settings_of
from desktop_app.languages import languages
from desktop_app.lessons.explorers import EXPLORERS
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.export import ExportButton
from desktop_app.plots.hover_card import HoverCard
from tests.desktop_app.lessons.explorers.answering import answered
from tests.desktop_app.lessons.explorers.fitting import cut_off
from tests.desktop_app.lessons.explorers.opened import opened, pixel

_NUMBER = re.compile(r"-?[0-9.]+(e[-+]?[0-9]+)?")
SVG = "{http://www.w3.org/2000/svg}"
BESIDE_THE_LESSONS = (569, 559)
"""The room of an explorer in a window of 1280x720 with the lessons open."""
SMALL = {
    "race": {"largest": 30, "results": [["numpy", 10, 1e-6, False], ["numpy", 30, 2e-6, False]]},
    "depth": {"depth": 5, "width": 8, "num_seeds": 1},
    "symmetry": {"num_steps": 100},
}
PLOTTED = {
    "sampling": lambda it: it._samples,
    "race": lambda it: 10 ** it.plot.lines["numpy"].y,
    "softmax": lambda it: np.concatenate([it.plot.lines[k].y for k in range(3)]),
    "losses": lambda it: np.concatenate([it.curves.lines["squared"][1].y, it.descent.lines["cross_entropy"].y]),
    "collapse": lambda it: it.maps.outputs[0][::40, ::40],
    "approximator": lambda it: np.concatenate([line.y for line in (it.plot.output, *it.plot.units)]),
    "ball": lambda it: np.concatenate([it.path.first.y, it.path.second.y]),
    "expectation": lambda it: np.concatenate([it.means.mean.y, it.means.units[0].y]),
    "rates": lambda it: it.outputs,
    "matrices": lambda it: np.concatenate([it.plot.first.y, it.plot.others[0].y]),
    "depth": lambda it: 10 ** np.concatenate([line.y for line in it.plot.lines.values()]),
    "symmetry": lambda it: it.training.losses,
    "parameters": lambda it: np.array([array.mean for array in it.found.arrays]),
}
"""What of each explorer with plots must be found in its exported numbers."""
OTHER = {
    "broadcasting": {"shapes": "(2, 3) * (3,)"},
    "autograd": {"expression": "exp(x)"},
    "softmax": {"logits": [1.0, 3.0], "label": 1},
}
PLACES = ((0.5, 0.5), (0.3, 0.3), (0.5, 0.2), (0.62, 0.4))


@pytest.fixture
def _english_again(qapp):
    yield
    languages.choose("en")


def parts(plot):
    """Return whether a plot is more than the scale of colours beside a map."""
    return plot.view.isVisible() and plot.view.width() > 40


def plots_of(explorer):
    canvases = [canvas for canvas in explorer.findChildren(Canvas) if canvas.isVisible()]
    return [(canvas, plot) for canvas in canvases for plot in canvas.plots if parts(plot)]


@pytest.mark.parametrize("kind", EXPLORERS, ids=lambda kind: kind.name)
def test_every_explorer_is_complete(kind, qtbot, light_theme, fast_mouse, tmp_path):
    explorer = opened(qtbot, kind, *BESIDE_THE_LESSONS)
    explorer.restore(SMALL.get(kind.name, {}))
    assert kind.title()
    assert 1 <= kind.chapter <= 8
    assert explorer.explanation.text()
    assert all(isinstance(value, int | float | bool | str) for value in explorer.facts().values())
    assert explorer.facts()
    check_names(explorer)
    check_plots(explorer)
    check_exports(explorer, tmp_path)
    check_state(qtbot, kind, explorer)
    assert explorer.sentences == []
    explorer.grab()
    QApplication.processEvents()
    assert cut_off(explorer) == []


def check_names(explorer):
    """Whatever takes keys has a name that can be read out."""
    kinds = QAbstractButton, QAbstractSpinBox, QComboBox, QSlider
    inner = QLineEdit | QAbstractSpinBox | QComboBox | QTableView
    for widget in (it for kind in kinds for it in explorer.findChildren(kind)):
        if widget.isVisible() and not isinstance(widget.parent(), inner):
            name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            assert name, widget


def check_plots(explorer):
    """Every plot has a title, names at its axes, a legend if there is more than one thing, and values to be read."""
    for canvas in {canvas for canvas, _ in plots_of(explorer)}:
        assert canvas.accessibleName()
        assert canvas.titles
        assert all(title.text for title in canvas.titles)
        looks = {line.style for plot in canvas.plots for line in plot.lines if len(line.x) and line.isVisible()}
        if len(canvas.plots) == 1 and len(looks) > 1:
            assert len(canvas.legends[0].entries) > 1
    for canvas, plot in plots_of(explorer):
        assert plot.left.labelText
        assert plot.bottom.labelText or not plot.bottom.style["showValues"]
        (left, right), (bottom, top) = plot.view.viewRange()
        cards = canvas.findChildren(HoverCard)
        for area in explorer.findChildren(QScrollArea):
            if area.isAncestorOf(canvas):
                area.verticalScrollBar().setValue(canvas.mapTo(area.widget(), QPoint()).y())
        places = [(left + x * (right - left), bottom + y * (top - bottom)) for x, y in PLACES]
        places += [(line.x[-1], line.y[-1]) for line in plot.lines if len(line.x)]
        for x, y in places:
            QTest.mouseMove(canvas.viewport(), pixel(canvas, plot, x, y))
            if any(card.isVisible() for card in cards):
                break
        assert any(card.isVisible() and card.label.text() for card in cards), canvas
        QTest.mouseMove(explorer.explanation)
        QApplication.sendPostedEvents()


def check_exports(explorer, tmp_path):
    """Picture and numbers are written, and the numbers are those that are plotted."""
    (button,) = explorer.findChildren(ExportButton)
    button._choose = lambda parent, title, name, filter_: str(tmp_path / f"a{name[name.rindex('.') :]}")
    for action in button.menu().actions():
        action.trigger()
    image = QImage(str(tmp_path / "a.png"))
    assert image.width() > 400
    root = ElementTree.parse(tmp_path / "a.svg").getroot()
    title = root.find(f"{SVG}title").text
    # What takes letters of another font is written in pieces.
    written = [text.text for text in root.iter(f"{SVG}text")]
    assert any(text and title.startswith(text) and len(text) > 3 for text in written), "the picture tells what it shows"
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8") as file:
        head, *rows = csv.reader(file)
    assert rows
    assert {len(row) for row in rows} == {len(head)}
    assert len(set(head)) == len(head)
    if plots_of(explorer):
        numbers = np.unique([float(cell) for row in rows for cell in row if _NUMBER.fullmatch(cell)])
        plotted = PLOTTED[explorer.name](explorer).ravel()
        nearest = numbers[np.clip(np.searchsorted(numbers, plotted), 1, len(numbers) - 1)]
        below = numbers[np.clip(np.searchsorted(numbers, plotted) - 1, 0, None)]
        away = np.minimum(np.abs(nearest - plotted), np.abs(below - plotted))
        assert (away <= 1e-7 * np.maximum(np.abs(plotted), 1e-12)).all()


def check_state(qtbot, kind, explorer):
    """What was set is found again in another explorer, and each single setting can be changed alone."""
    other = OTHER.get(kind.name) or other_value(explorer.setup)
    explorer.restore(other)
    twin = kind()
    qtbot.addWidget(twin)
    _, sentences = answered(twin)
    twin.show()
    twin.restore(explorer.state())
    assert twin.state() == explorer.state()
    assert {name: twin.state()[name] for name in other} == other
    assert twin.facts() == explorer.facts()
    assert sentences == []


def other_value(setup):
    """Return another value of the first setting that has a range or choices."""
    facts = next(it for it in settings_of(type(setup)) if it.kind in ("choice", "int", "float", "bool"))
    now = getattr(setup, facts.name)
    others = {"choice": [*facts.choices], "bool": [True, False]}.get(facts.kind, [facts.minimum, facts.maximum])
    return {facts.name: next(value for value in others if value != now)}


@pytest.mark.usefixtures("_english_again")
@pytest.mark.parametrize("kind", EXPLORERS, ids=lambda kind: kind.name)
def test_chinese_texts_fit_beside_the_lessons(kind, qtbot, light_theme):
    languages.choose("zh_CN")
    explorer = opened(qtbot, kind, *BESIDE_THE_LESSONS)
    explorer.restore(SMALL.get(kind.name, {}))
    explorer.grab()
    QApplication.processEvents()
    assert cut_off(explorer) == []
