import json
import pickle
from collections.abc import Iterator

import pytest

from core.errors import GluonLabError
from core.texts import retold, say, use_translator


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


def test_a_sentence_is_told_again_in_another_language_also_what_it_holds() -> None:
    sentence = say("{count} layers, {rest}", count=3, rest=say("too many"))
    use_translator(lambda text: text.replace("too many", "zu viele").replace("layers", "Schichten"))
    try:
        assert sentence == "3 layers, too many"
        assert retold(sentence) == "3 Schichten, zu viele"
        assert retold("3 layers") == "3 layers"
    finally:
        use_translator(None)


def test_an_error_and_another_process_keep_how_a_sentence_was_made() -> None:
    sentence = str(GluonLabError(say("there is no {name}", name="lr")))
    travelled = pickle.loads(pickle.dumps(sentence))  # noqa: S301 - as between the window and its workers
    use_translator(lambda text: text.replace("there is", "es gibt").replace("no ", "kein "))
    try:
        assert retold(sentence) == retold(travelled) == "es gibt kein lr"
    finally:
        use_translator(None)
    assert type(json.loads(json.dumps({"message": sentence}))["message"]) is str
