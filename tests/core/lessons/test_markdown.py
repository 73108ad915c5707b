"""The body of a lesson."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.lessons.blocks import (
    BookHere,
    Buttons,
    Display,
    Figure,
    Formula,
    GoalsHere,
    Heading,
    Paragraph,
    Points,
    PredictHere,
    Quote,
    Table,
    Text,
    formulas,
    links,
    plain,
)
from core.lessons.conditions import LessonError
from core.lessons.lesson import parse_lesson
from core.lessons.links import Action, FigureSource, ToPage, ToTerm, Try, parse_figure, parse_target
from core.lessons.markdown import parse_body
from tests.lessons.sample import PAGE


def test_a_page_becomes_blocks_in_the_order_of_reading():
    lesson = parse_lesson(PAGE, "6-1-weight-decay")
    assert [type(block) for block in lesson.blocks] == [
        Paragraph,
        Heading,
        Display,
        Points,
        Table,
        Quote,
        PredictHere,
        Buttons,
        Figure,
        GoalsHere,
        Heading,
        BookHere,
    ]
    assert (lesson.chapter, lesson.page, lesson.anchors) == (6, 1, ("lambda", "section-2"))
    assert lesson.header.views == ("curves_tab", "weights")
    assert lesson.blocks[8] == Figure(FigureSource("activation", {"kind": "relu"}), (Text("The ReLU function"),))
    assert [link.target for link in links(lesson.blocks)] == [
        ToPage("4-2-activations", "relu"),
        ToTerm("overfitting"),
        Try((Action("set", "optimizer.wd", 3),)),
        Try((Action("train"),)),
    ]
    latex = [latex for latex, _ in formulas(lesson.blocks)]
    assert [latex[0], latex[2], latex[3]] == [r"\frac{\lambda}{2}\lVert\mathbf{w}\rVert^2", r"\eta", "13"]


def test_formulas_are_left_alone_by_markdown():
    (paragraph,) = parse_body(r"From $a_1 * b_1$ to $a_2 * b_2$, 5\$ and $\text{5\$}$.")
    assert [part.latex for part in paragraph.parts if isinstance(part, Formula)] == [
        "a_1 * b_1",
        "a_2 * b_2",
        r"\text{5\$}",
    ]
    assert "5$ and" in plain(paragraph.parts)


def test_lines_of_chinese_are_joined_without_a_space():
    (paragraph,) = parse_body("权重\n衰减 is\nweight decay")
    assert plain(paragraph.parts) == "权重衰减 is weight decay"


@pytest.mark.parametrize(
    ("url", "actions"),
    [
        (
            "try:preset=mlp&set=training.num_epochs:2&train",
            [("preset", "mlp", None), ("set", "training.num_epochs", 2)],
        ),
        ('try:explorer=broadcasting?shapes="(4,3)+(3,)"', [("explorer", "broadcasting", {"shapes": "(4,3)+(3,)"})]),
        (
            "try:explorer=softmax?logits=[1,2]&stable=false",
            [("explorer", "softmax", {"logits": [1, 2], "stable": False})],
        ),
        ("try:set=data.kind:xor", [("set", "data.kind", "xor")]),
        ("try:set=x:NaN", [("set", "x", "NaN")]),
        ("try:sweep=dropout-rate&train", [("sweep", "dropout-rate", None), ("train", "sweep", None)]),
        ("try:preset=mlp&train", [("preset", "mlp", None), ("train", "", None)]),
        ("try:kfold", [("kfold", "", None)]),
    ],
)
def test_links_say_what_to_try(url, actions):
    found = [(action.verb, action.name, action.value) for action in parse_target(url).actions]
    assert found[: len(actions)] == actions


@pytest.mark.parametrize(
    "url",
    ["try:", "try:run", "try:set=a", "try:train=1", "try:preset=", "http://x.y", "lesson:mlp", "file:///etc/passwd"],
)
def test_other_links_lead_nowhere(url):
    with pytest.raises(LessonError):
        parse_target(url)
    with pytest.raises(LessonError):
        parse_figure(url)


@pytest.mark.parametrize(
    "body", ["```\ncode\n```", "# Title", "text ![x](figure:a)", "---", "- ## in a list", "## a {#x}\n\n## b {#x}"]
)
def test_what_a_lesson_cannot_hold_is_refused(body):
    with pytest.raises(LessonError):
        parse_body(body)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("[[goals]]\n", "", "goals"),
        ("[[predict:norm]]", "[[predict:other]]", "other"),
        ("run.weight_norm > 14", "run.wait_norm > 14", "wait_norm"),
        ("optimizer.wd: lambda", "optimizer.wd: nowhere", "nowhere"),
        ("focus: [optimizer", "focus: [optimiser", "optimiser"),
        ("views: [curves", "views: [curve", "curve"),
        ("title: Weight decay", "titel: Weight decay", "title"),
        ("title: Weight decay", "title: [", "YAML"),
        ("---\n", "", "header"),
        ("- {id: set-it", "- {id: small-norm", "same id"),
        ("when: run.weight_norm < 0.1", "when: explorer.x.y < 1", ""),
    ],
)
def test_a_wrong_page_is_refused_with_a_sentence(old, new, what):
    assert old in PAGE
    text = PAGE.replace(old, new)
    if not what:
        text = text.replace("run.weight_norm > 14", "explorer.x.y > 1")
        what = "after"
    with pytest.raises(LessonError, match=what):
        parse_lesson(text, "6-1-weight-decay")


@settings(max_examples=60)
@given(st.text(alphabet="ab$#*_[](){}|->\n :!`\\&=?\"'权", max_size=80))
def test_any_text_becomes_blocks_or_is_refused(text):
    try:
        blocks = parse_body(text)
    except LessonError as error:
        assert str(error)
    else:
        assert isinstance(blocks, tuple)
