from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.data import DATA_SETS, DataFacts, Parts, Samples
from core.errors import DataError


def samples(*labels: int) -> Samples:
    return Samples(np.zeros((len(labels), 1), np.float32), np.array(labels, np.int64))


@given(st.integers(1, 20), st.integers(-5, 30), st.sampled_from([0, 1, 2]))
def test_a_label_that_stands_for_no_class_is_refused_in_every_part(num_classes: int, label: int, place: int) -> None:
    facts = DataFacts("classification", (1,), num_classes, tuple("abcdefghijklmnopqrst"[:num_classes]), 2, 2, 2)
    parts = [samples(0, 0), samples(0, 0), samples(0, 0)]
    parts[place] = samples(0, label)
    if 0 <= label < num_classes:
        Parts(facts, *parts)
        return
    with pytest.raises(DataError, match=f"the label {label}, but there are only {num_classes} classes, counted from 0"):
        Parts(facts, *parts)


def test_targets_may_be_anything() -> None:
    facts = DataFacts("regression", (1,), 1, (), 2, 0, 0)
    Parts(facts, Samples(np.zeros((2, 1), np.float32), np.array([[-7.0], [1e9]], np.float32)), None, None)


@pytest.mark.parametrize("model", [m for m in DATA_SETS if m.is_drawn], ids=lambda model: model.kind_name())
def test_what_is_drawn_anew_differs(model: type) -> None:
    first, second = (model.model_validate({"kind": model.kind_name(), "seed": seed}).load().train for seed in (0, 1))
    assert not np.array_equal(np.sort(first.X, axis=0), np.sort(second.X, axis=0))


@pytest.mark.parametrize("kind", ["digits", "iris", "own_points"])
def test_what_is_only_split_anew_stays_the_same(kind: str) -> None:
    model = next(m for m in DATA_SETS if m.kind_name() == kind)
    assert not model.is_drawn
    whole = []
    for seed in (0, 1):
        settings = {"kind": kind, "seed": seed, "validation_share": 0.0, "test_share": 0.0}
        whole.append(model.model_validate(settings).load().train)
    np.testing.assert_array_equal(whole[0].y, whole[1].y)
