from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.experiment import Experiment
from core.layers import Dense
from desktop_app.code.links import changed_lines, last_group, lines_about, lines_in_phase, path_of_line
from tests.desktop_app.code.programs import short_program

PROGRAM = short_program(Experiment(layers=(Dense(units=8), Dense())), "concise")


def test_a_setting_leads_to_its_lines_or_to_those_of_its_group() -> None:
    assert lines_about(PROGRAM, "layers.1.units") == (6,)
    assert lines_about(PROGRAM, "layers.1") == (6,)
    assert lines_about(PROGRAM, "layers.1.use_bias") == (6,)
    assert lines_about(PROGRAM, "layers") == (4, 5, 6, 10)
    assert lines_about(PROGRAM, "optimizer.momentum") == (2, 13)
    assert lines_about(PROGRAM, "nonsense.at.all") == ()
    assert lines_about(PROGRAM, "") == ()


def test_a_line_leads_to_what_its_settings_share_or_to_the_word_that_was_meant() -> None:
    assert path_of_line(PROGRAM, 6) == "layers.1"
    assert path_of_line(PROGRAM, 6, "units") == "layers.1.units"
    assert path_of_line(PROGRAM, 2) == "optimizer.learning_rate"
    assert path_of_line(PROGRAM, 2, "batch_size") == "training.batch_size"
    assert path_of_line(PROGRAM, 12) == path_of_line(PROGRAM, 99) == ""


def test_lines_of_a_phase_and_the_last_that_stand_together() -> None:
    assert lines_in_phase(PROGRAM, "forward") == (4, 5, 6, 10)
    assert lines_in_phase(PROGRAM, "") == ()
    assert last_group((1, 2, 8, 10, 11)) == (8, 10, 11)
    assert last_group((3,)) == (3,)
    assert last_group(()) == ()


def test_changed_lines_are_those_of_the_new_program() -> None:
    assert changed_lines("a\nb\nc\n", "a\nB\nc\n") == (2,)
    assert changed_lines("a\nc\n", "a\nb1\nb2\nc\n") == (2, 3)
    assert changed_lines("a\nb\nc\n", "a\nc\n") == (2,)
    assert changed_lines("a\nb\n", "a\n") == (1,)
    assert changed_lines("a\n", "a\n") == ()


@given(
    st.lists(st.sampled_from("abc"), min_size=1, max_size=8), st.lists(st.sampled_from("abc"), min_size=1, max_size=8)
)
def test_lines_that_did_not_change_are_the_same_before_and_after(before: list[str], after: list[str]) -> None:
    changed = changed_lines("\n".join(before), "\n".join(after))
    assert all(1 <= line <= len(after) for line in changed)
    kept = [line for number, line in enumerate(after, start=1) if number not in changed]
    remaining = iter(before)
    assert all(line in remaining for line in kept)
