"""Schedules give what MXNet's own schedulers give, step by step."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.engine.mx import mx
from core.schedules import (
    SCHEDULES,
    ConstantSchedule,
    CosineSchedule,
    FactorSchedule,
    MultiFactorSchedule,
    Pace,
    PolynomialSchedule,
    ScheduleBase,
)
from tests.core.strategies import groups

paces = st.builds(Pace, st.integers(1, 12), st.integers(1, 20))
epochs = st.integers(0, 12).map(lambda quarters: quarters / 4)
shares = st.floats(0, 1)


def agrees(schedule: ScheduleBase, pace: Pace, scheduler: Callable[[int], float]) -> None:
    """Compare all steps of a run, and some beyond it."""
    steps = np.arange(1.0, pace.num_steps + 6)
    expected = [scheduler(int(step)) for step in steps]
    np.testing.assert_allclose(schedule.shares(steps, pace), expected, rtol=1e-12, atol=1e-15)


def options(warmup: float, pace: Pace) -> dict[str, Any]:
    return {"base_lr": 1.0, "warmup_steps": round(warmup * pace.steps_per_epoch)}


@given(paces, epochs)
def test_constant(pace: Pace, warmup: float) -> None:
    never = mx.lr_scheduler.FactorScheduler(10**6, 0.5, **options(warmup, pace))
    agrees(ConstantSchedule(warmup_epochs=warmup), pace, never)


@given(paces, epochs, epochs.filter(bool), st.floats(0.1, 1), shares)
def test_factor(pace: Pace, warmup: float, every: float, factor: float, lowest: float) -> None:
    schedule = FactorSchedule(warmup_epochs=warmup, every_epochs=every, factor=factor, lowest_share=lowest)
    step = max(1, round(every * pace.steps_per_epoch))
    scheduler = mx.lr_scheduler.FactorScheduler(step, factor, stop_factor_lr=lowest, **options(warmup, pace))
    agrees(schedule, pace, scheduler)


@given(paces, epochs, st.lists(st.integers(1, 20), min_size=1, max_size=4, unique=True), st.floats(0.1, 1))
def test_multi_factor(pace: Pace, warmup: float, after: list[int], factor: float) -> None:
    schedule = MultiFactorSchedule(warmup_epochs=warmup, after_epochs=tuple(map(float, after)), factor=factor)
    steps = [epoch * pace.steps_per_epoch for epoch in sorted(after)]
    agrees(schedule, pace, mx.lr_scheduler.MultiFactorScheduler(steps, factor, **options(warmup, pace)))


@given(paces, epochs, st.floats(0.5, 3), shares)
def test_polynomial(pace: Pace, warmup: float, power: float, final: float) -> None:
    warmup = min(warmup, pace.num_epochs - 1)
    schedule = PolynomialSchedule(warmup_epochs=warmup, power=power, final_share=final)
    scheduler = mx.lr_scheduler.PolyScheduler(pace.num_steps, pwr=power, final_lr=final, **options(warmup, pace))
    agrees(schedule, pace, scheduler)


@given(paces, epochs, shares)
def test_cosine(pace: Pace, warmup: float, final: float) -> None:
    warmup = min(warmup, pace.num_epochs - 1)
    schedule = CosineSchedule(warmup_epochs=warmup, final_share=final)
    scheduler = mx.lr_scheduler.CosineScheduler(pace.num_steps, final_lr=final, **options(warmup, pace))
    agrees(schedule, pace, scheduler)


def test_epochs_after_which_it_falls_need_no_order() -> None:
    steps, pace = np.arange(1.0, 50), Pace(3, 16)
    there = MultiFactorSchedule(after_epochs=(9.0, 2.0, 5.0)).shares(steps, pace)
    np.testing.assert_array_equal(there, MultiFactorSchedule(after_epochs=(2.0, 5.0, 9.0)).shares(steps, pace))


@pytest.mark.parametrize("model", SCHEDULES)
@given(st.data())
def test_whatever_the_settings_shares_are_shares(model: type[ScheduleBase], data: st.DataObject) -> None:
    schedule = model.model_validate_json(json.dumps(data.draw(groups(model))))
    pace = data.draw(st.builds(Pace, st.integers(1, 10**5), st.integers(1, 10**5)))
    steps = np.linspace(1, pace.num_steps + 10, 50)
    found = schedule.shares(steps, pace)
    assert found.shape == (50,)
    assert (found >= 0).all()
    assert (found <= 1).all()


def test_the_default_of_every_schedule_starts_at_the_full_rate() -> None:
    for model in SCHEDULES:
        first = model(kind=model.kind_name()).shares(np.array([1.0]), Pace(1000, 10))[0]
        assert math.isclose(first, 1.0, rel_tol=1e-3)
