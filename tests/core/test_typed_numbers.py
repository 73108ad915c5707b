"""Numbers as they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sentences import number_text
from core.typed_numbers import parse_number, parse_numbers


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_shown_float_reads_back_as_itself(value: float) -> None:
    assert parse_number(number_text(value)) == value


@given(st.integers(-(2**53), 2**53))
def test_a_shown_int_reads_back_as_itself(value: int) -> None:
    read = parse_number(number_text(value), whole=True)
    assert read == value
    assert isinstance(read, int)


@given(st.text(), st.booleans())
def test_any_text_is_a_number_or_itself(text: str, whole: bool) -> None:
    read = parse_number(text, whole=whole)
    try:
        is_number = bool(str(float(text)))
    except ValueError:
        is_number = False
    # What Python reads as a number is one here too; beyond that only typographic variants are.
    assert isinstance(read, int | float) or not is_number


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1), st.sampled_from([", ", ",", " ", " ; "]))
def test_shown_numbers_read_back_as_themselves(values: list[float], separator: str) -> None:
    assert parse_numbers(separator.join(number_text(value) for value in values)) == tuple(values)


@given(st.text())
def test_any_list_is_numbers_or_a_text(text: str) -> None:
    assert isinstance(parse_numbers(text), tuple | str)


@pytest.mark.parametrize(
    ("text", "number"),
    [("1e-3", 0.001), (" .5 ", 0.5), ("\N{MINUS SIGN}2", -2.0), ("０．１", 0.1), ("1_000", 1000.0), ("0.1", 0.1)],
)
def test_usual_ways_to_write_a_number(text: str, number: float) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("0,1", 0.1), ("-,5", -0.5), ("0,001", 0.001), ("1,5e-3", 0.0015), ("12,3456", 12.3456), ("0，1", 0.1)],
)
def test_a_comma_may_stand_for_the_point(text: str, number: float) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(("text", "whole"), [("1,000", False), ("1,000", True), ("2,0", True), ("10,000", True)])
def test_a_comma_that_may_part_thousands_is_not_read_as_a_point(text: str, whole: bool) -> None:
    assert parse_number(text, whole=whole) == text


@pytest.mark.parametrize("text", ["", "abc", "1,2,3", "1,2.3", "1,", "1 000", "--1", "0x10"])
def test_what_is_no_number_comes_back_as_text(text: str) -> None:
    assert parse_number(text) == text


@pytest.mark.parametrize(("text", "number"), [("12", 12), ("1e3", 1000), ("2.0", 2), ("2.5", 2.5), ("9" * 25, 10**25)])
def test_whole_numbers(text: str, number: float) -> None:
    read = parse_number(text, whole=True)
    assert read == pytest.approx(number)
    assert isinstance(read, type(number))


def test_a_list_takes_brackets_and_the_commas_of_an_input_method() -> None:
    assert parse_numbers("[2, -3.4]") == (2.0, -3.4)
    assert parse_numbers("2，-3.4、1") == (2.0, -3.4, 1.0)
    assert parse_numbers("2, x") == "2, x"
    assert parse_numbers("2,, 3") == "2,, 3"
    assert parse_numbers("") == ""
