"""Search over all pages, and terms of the glossary in a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.lessons.conditions import LessonError
from core.lessons.glossary import find_terms, parse_terms
from core.lessons.lesson import LANGUAGES, find_lesson, lessons
from core.lessons.search import MAX_HITS, search


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_found_by_its_title_first(language):
    for lesson in lessons(language):
        pages = [hit.page for hit in search(lesson.title, language) if hit.page]
        assert pages[0] == lesson.name


@settings(max_examples=30)
@given(st.text(max_size=12) | st.sampled_from(["the", "İ", "ß", "a b", "(", "\\", "梯度"]), st.sampled_from(LANGUAGES))
def test_every_hit_leads_somewhere_and_marks_what_was_looked_for(query, language):
    hits = search(query, language)
    assert len(hits) <= MAX_HITS
    for hit in hits:
        assert not hit.page or not hit.anchor or hit.anchor in find_lesson(hit.page, language).anchors
        assert "$" not in f"{hit.title}{hit.heading}{hit.snippet}"
        for start, end in hit.marks:
            assert hit.snippet[start:end].lower() in [word.lower() for word in query.split()]


def test_a_snippet_shows_a_formula_without_its_dollar_signs():
    snippets = [hit.snippet for hit in search("bracket of y covers", "en")]
    assert len(snippets) == 1
    assert "bracket of y covers" in snippets[0]


def test_terms_are_whole_words_and_the_longest_wins():
    text = "Weight decay is no overweight: softmax regression, learning rates, Softmax."
    found = [(text[hit.start : hit.end], hit.term.id) for hit in find_terms(text, "en")]
    assert found == [
        ("Weight decay", "weight-decay"),
        ("softmax regression", "softmax-regression"),
        ("Softmax", "softmax"),
    ]
    text = "Gradient descent follows the gradient; in place of a copy it writes in\nplace, on a logarithmic axis."
    found = [(text[hit.start : hit.end], hit.term.id) for hit in find_terms(text, "en")]
    assert found == [("Gradient descent", "gradient-descent"), ("gradient", "gradient"), ("in\nplace", "in-place")]
    chinese = "用小批量随机梯度下降训练"
    assert [chinese[hit.start : hit.end] for hit in find_terms(chinese, "zh_CN")] == ["小批量随机梯度下降"]


@pytest.mark.parametrize(
    "text",
    [
        "- {id: a}",
        "a: [",
        "- {id: A b, terms: [x], text: y}",
        "- 3",
        "- {id: a, terms: [], text: y}",
        "- {id: a, terms: [x], not: [z], text: y}",
    ],
)
def test_a_glossary_that_is_not_one_is_refused_with_a_sentence(text):
    with pytest.raises(LessonError, match=r"^1\.yaml: "):
        parse_terms(text, "1.yaml")
