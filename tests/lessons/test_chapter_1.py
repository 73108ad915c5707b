"""Chapter 1: what each page tells to do reaches its goals and settles its questions."""

from __future__ import annotations

import pytest

from tests.lessons.harness import Reader


@pytest.fixture
def read(qapp):
    readers = []

    def begin(page, language="en"):
        readers.append(Reader(page, language))
        return readers[-1]

    yield begin
    for reader in readers:
        reader.close()


def test_ndarray(read):
    reader = read("1-1-ndarray")
    reader.choose("rows", 0)
    reader.choose("rebind", 0)
    reader.press("Show y = x[1:3]")
    assert reader.ticked == set()
    reader.explore("ndarray", side="right", index=[0, 0])
    assert reader.ticked == {"view"}
    assert reader.outcomes == {"rows": 1, "rebind": None}
    reader.press("Show the columns")
    reader.explore("ndarray", side="left", index=[1, 1])
    assert "copy" in reader.ticked
    reader.press("Show from_numpy")
    reader.explore("ndarray", side="left", index=[0, 0])
    assert "read-only" in reader.ticked
    reader.press("Show x = x + d")
    reader.explore("ndarray", side="left")
    assert reader.outcomes["rebind"] == 1
    assert "in-place" not in reader.ticked
    reader.press("Show x[:] = x + d")
    reader.explore("ndarray", side="left")
    assert reader.ticked == {"view", "copy", "read-only", "in-place"}


def test_broadcasting(read):
    reader = read("1-2-broadcasting")
    reader.choose("four-four", 0)
    reader.choose("outer", 0)
    reader.press("Play (4,3) + (3,)")
    assert reader.ticked == set()
    reader.press("Play (3,4,2) + (4,2)")
    assert reader.ticked == {"third-axis"}
    reader.press("Try (4,3) + (4,)")
    assert reader.outcomes["four-four"] == 2
    reader.press("Show (4,3) + (4,1)")
    assert reader.explore("broadcasting")["works"]
    assert reader.ticked == {"third-axis"}
    reader.press("Try (3,1) + (1,2)")
    assert reader.outcomes["outer"] == 2
    assert reader.ticked == {"third-axis", "both"}
    reader.press("Try (5,1)")
    assert reader.explore("broadcasting")["result_shape"] == "(5,5)"
    reader.explore("broadcasting", shapes="(4,3)+(2,3)")
    assert "fails-at-two" in reader.ticked
    reader.explore("broadcasting", shapes="(4,3), (3,), (1,)", operation="maximum")
    assert "three" in reader.ticked


def test_autograd(read):
    reader = read("1-3-autograd")
    reader.choose("quadratic", 0)
    reader.choose("vector", 0)
    reader.press("Compute it")
    assert reader.ticked == set()
    assert reader.outcomes == {"quadratic": 1, "vector": None}
    reader.press("Try y = x ** 2")
    assert reader.outcomes["vector"] == 1
    assert reader.ticked == {"many"}
    for label in ("Try a sigmoid", "Try a matrix product"):
        reader.press(label)
        assert reader.explore("autograd")["agrees"]
    assert "kink" not in reader.ticked
    reader.press("Look at the kink")
    assert "kink" in reader.ticked
    facts = reader.explore("autograd", expression="x ** 3", x=2)
    assert facts["gradient"] == pytest.approx(12)
    assert "twelve" in reader.ticked
    reader.explore("autograd", expression="log(sum(exp(x)))", x=[1, 2, 3])
    assert reader.ticked == {"twelve", "many", "kink", "softmax"}
    assert reader.explore("autograd", expression="sigmoid(x)", x=7)["gradient"] < 0.001


def test_sampling(read):
    reader = read("1-4-sampling")
    reader.choose("hundredfold", 2)
    for label in ("Draw 20 samples", "Draw 100 samples"):
        reader.press(label)
    assert reader.ticked == set()
    assert reader.outcomes == {"hundredfold": None}
    reader.press("Draw 10,000 samples")
    assert reader.outcomes == {"hundredfold": 1}
    reader.press("Uniform from")
    assert "wide" not in reader.ticked
    reader.explore("sampling", low=0, high=6)
    assert "wide" in reader.ticked
    reader.press("Poisson with")
    assert "counts" not in reader.ticked
    reader.explore("sampling", rate=10)
    assert "counts" in reader.ticked
    reader.explore("sampling", distribution="normal", n=100_000)
    assert reader.ticked == {"close", "wide", "counts"}


@pytest.mark.parametrize("page", ["1-1-ndarray", "1-2-broadcasting", "1-3-autograd", "1-4-sampling"])
def test_everything_that_chinese_pages_let_try_can_be_tried(read, page):
    reader = read(page, "zh_CN")
    for position in range(len(reader.tries)):
        reader.press(position)
    assert reader.view == "explore"
