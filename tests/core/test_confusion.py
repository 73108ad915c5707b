from __future__ import annotations

import csv
import io

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn import metrics

from core.confusion import confusion_to_csv, precisions, recalls, shares_of_classes

labels = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=60)


# scikit-learn takes its time.
@settings(max_examples=30)
@given(labels)
def test_shares_recall_and_precision_are_those_of_scikit_learn(pairs: list[tuple[int, int]]) -> None:
    true, predicted = map(list, zip(*pairs, strict=True))
    classes = list(range(5))
    counts = metrics.confusion_matrix(true, predicted, labels=classes)
    given = {"labels": classes, "average": None, "zero_division": np.nan}
    np.testing.assert_allclose(recalls(counts), metrics.recall_score(true, predicted, **given))
    np.testing.assert_allclose(precisions(counts), metrics.precision_score(true, predicted, **given))
    expected = metrics.confusion_matrix(true, predicted, labels=classes, normalize="true")
    found = shares_of_classes(counts)
    present = np.isin(classes, true)
    np.testing.assert_allclose(found[present], expected[present])
    assert np.isnan(found[~present]).all()


def test_counts_as_csv() -> None:
    counts = np.array([[5, 1], [0, 7]])
    rows = list(csv.reader(io.StringIO(confusion_to_csv(counts, ["a, b", "c"]))))
    assert rows == [["true class", "taken for a, b", "taken for c"], ["a, b", "5", "1"], ["c", "0", "7"]]
