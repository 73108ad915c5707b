"""Parameter files as the explorer sees them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.engine.answers import ANSWERERS
from core.engine.parameters import write_arrays
from core.errors import ParametersError
from core.explorers.parameters import (
    EXAMPLE_SHAPES,
    OpenFile,
    ParametersSetup,
    describe,
    example_arrays,
    fit_rows,
)
from core.explorers.setup import SetupError, changed

CONTENT: list[bytes] = []


def open_file(path="", example="fits", network=EXAMPLE_SHAPES):
    *_, found = ANSWERERS[OpenFile](OpenFile(str(path), example, network))
    return found


def test_an_example_is_described_as_numpy_would():
    found = open_file()
    assert [(array.name, array.shape) for array in found.arrays] == list(EXAMPLE_SHAPES)
    for array in found.arrays:
        values = example_arrays("fits")[array.name]
        expected = (values.min(), values.max(), values.mean(), values.std())
        assert (array.low, array.high, array.mean, array.std) == pytest.approx(expected, rel=1e-5)
        assert array.counts.sum() == array.size == values.size
        assert array.dtype == "float32"
    assert found.fits
    assert found.loading == "fits.params fits: loading it replaces all 4 parameters of the network."


def test_another_shape_is_told_row_by_row_and_in_a_sentence():
    found = open_file(example="wrong-shape")
    rows = fit_rows({array.name: array.shape for array in found.arrays}, EXAMPLE_SHAPES)
    assert [row.fit for row in rows] == ["shape", "shape", "shape", "fits"]
    assert not found.fits
    assert "0.weight has shape (10, 5), the network wants (8, 5)" in found.loading


def test_a_damaged_file_is_refused_without_its_folder():
    with pytest.raises(ParametersError) as caught:
        open_file(example="damaged")
    assert str(caught.value).startswith("damaged.params cannot be used: its checksum does not match.")


def test_what_is_missing_and_what_is_left_over(tmp_path):
    path = tmp_path / "mine.params"
    write_arrays(path, {"0.weight": np.ones((2, 3), np.float32), "9.gamma": np.ones(70, np.float32)})
    network = (("0.weight", (2, 3)), ("0.bias", (2,)))
    found = open_file(path, network=network)
    rows = fit_rows({array.name: array.shape for array in found.arrays}, network)
    assert [(row.name, row.fit) for row in rows] == [("0.weight", "fits"), ("9.gamma", "extra"), ("0.bias", "missing")]
    assert "0.bias is missing" in found.loading
    assert found.array("9.gamma").piece.shape == (1, 64)
    assert found.array("9.gamma").counts.tolist() == [70]
    without = open_file(path, network=())
    assert (without.loading, without.fits) == ("", False)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_bytes_that_are_changed_or_cut_off_give_one_sentence(tmp_path, data):
    path: Path = tmp_path / "some.params"
    if not CONTENT:
        write_arrays(path, example_arrays("fits"))
        CONTENT.append(path.read_bytes())
    content = bytearray(CONTENT[0])
    position = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans()):
        content[position] ^= data.draw(st.integers(1, 255))
    else:
        del content[position:]
    path.write_bytes(data.draw(st.sampled_from([bytes(content), bytes(content[:position])])))
    try:
        found = open_file(path)
    except ParametersError as error:
        assert str(error).endswith(".")
        return
    # What was cut off is the checksum, and nothing of the numbers.
    assert found.fits


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=20), st.sampled_from(["fits", "x", ""]))
def test_every_path_gives_a_sentence(path, example):
    try:
        setup = changed(ParametersSetup(), {"path": f"/nowhere/{path}", "example": example})
        open_file(setup.path)
    except (SetupError, ParametersError) as error:
        assert str(error).endswith(".")
    else:
        pytest.fail("there is no such file")


def test_numbers_of_more_than_two_axes_are_a_matrix():
    found = describe("0.weight", np.arange(24, dtype=np.float32).reshape(2, 3, 4, 1))
    assert found.piece.shape == (2, 12)
