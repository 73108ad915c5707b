"""Metrics as text, and the choice among them."""

from __future__ import annotations

import math

import pytest
from pytestqt.qtbot import QtBot

from core.presets import load_preset
from desktop_app.plots.metric_choice import MetricChoice, in_sentence, metric_text, spread_text, tick_text


@pytest.mark.parametrize(
    ("name", "mean", "deviation", "text"),
    [
        ("accuracy", 0.957, 0.0182, "95.7 % ± 1.8 %"),
        ("loss", 0.25263, 0.0391, "0.253 ± 0.039"),
        ("loss", 0.05377, 0.00047, "0.05377 ± 0.00047"),
        ("rmse", 1234.5, 67.0, "1234 ± 67"),
        ("rmse", 28.2, 0.0, "28.20 ± 0"),
        ("rmse", 1.5e-9, 2e-10, "1.5·10⁻⁹ ± 2·10⁻¹⁰"),
        ("r2", -0.5, 0.11, "−0.50 ± 0.11"),
        ("loss", 0.25263, math.nan, "0.2526"),
        ("loss", math.nan, math.nan, "–"),
        ("loss", math.inf, math.nan, "∞"),
    ],
)
def test_mean_and_deviation_have_the_same_decimals(name: str, mean: float, deviation: float, text: str) -> None:
    assert spread_text(name, mean, deviation) == text


def test_single_values() -> None:
    assert metric_text("accuracy", 0.5) == "50.0 %"
    assert metric_text("loss", 0.123456, 2) == "0.12"
    assert [tick_text("loss", value) for value in (0.1, 10, -0.5, 1e-5)] == ["0.1", "10", "−0.5", "10⁻⁵"]
    assert tick_text("accuracy", 0.9) == "90 %"


def test_abbreviations_keep_their_capitals() -> None:
    assert [in_sentence(title) for title in ("Accuracy", "Log loss", "RMSE", "R²")] == [
        "accuracy",
        "log loss",
        "RMSE",
        "R²",
    ]


def test_the_choice_suits_the_task(qtbot: QtBot) -> None:
    box = MetricChoice()
    qtbot.addWidget(box)
    box.show_facts(load_preset("digits-mlp").data.facts())
    names = [box.itemData(row) for row in range(box.count())]
    assert names == ["accuracy", "top3", "log_loss", "loss"]
    assert box.name == "accuracy"
    box.show_facts(load_preset("polynomial").data.facts())
    assert box.name == "rmse"
    box.setCurrentIndex(box.findData("loss"))
    box.activated.emit(box.currentIndex())
    box.show_facts(load_preset("digits-mlp").data.facts())
    assert box.name == "loss", "what the user has chosen stays where it can"
