from collections.abc import Iterator

import pytest

from core.texts import say, use_translator


@pytest.fixture
def shouting() -> Iterator[None]:
    use_translator(str.upper)
    yield
    use_translator(None)


def test_a_template_stays_english_and_is_filled_in() -> None:
    assert say("{count} more places are wrong.", count=3) == "3 more places are wrong."


def test_braces_are_left_alone_where_there_is_nothing_to_fill_in() -> None:
    assert say("a group of settings in {braces}") == "a group of settings in {braces}"


@pytest.mark.usefixtures("shouting")
def test_the_template_is_translated_and_the_values_are_not() -> None:
    assert say("there is no {NAME}", NAME="lr") == "THERE IS NO lr"


def test_without_a_translator_all_is_english_again() -> None:
    use_translator(str.upper)
    use_translator(None)
    assert say("no") == "no"
