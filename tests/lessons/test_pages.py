"""All pages that are shipped: the same in both languages but for their words, and whatever they name exists."""

from __future__ import annotations

import warnings

import pytest
from PySide6.QtGui import QColor

from core.book import find_entry
from core.experiment import Experiment, with_value
from core.lessons.blocks import (
    Block,
    BookHere,
    Buttons,
    Figure,
    Link,
    Points,
    Quote,
    Table,
    formulas,
    lines,
    links,
    plain,
    walk,
)
from core.lessons.glossary import glossary
from core.lessons.help import help_target, is_option, options
from core.lessons.lesson import LANGUAGES, Lesson, find_lesson, lesson_folder, lessons, view_name
from core.lessons.links import Action, ToPage, ToTerm, Try
from core.presets import load_preset
from core.selection.shipped import resolve_sweep
from desktop_app.lessons.explorers import EXPLORERS
from desktop_app.lessons.figures import FIGURES, make_figure

PAGES = [lesson.name for lesson in lessons("en")]


def files(language: str, *, folder: str = "", ending: str = ".md") -> set[str]:
    place = lesson_folder(language) / folder if folder else lesson_folder(language)
    return {file.name for file in place.iterdir() if file.name.endswith(ending)}


def shape(block: Block) -> object:
    """Return what must be the same in both languages: everything but words, and where formulas stand in them."""
    if isinstance(block, Points):
        return "points", block.start, [[shape(inner) for inner in item] for item in block.items]
    if isinstance(block, Quote):
        return "quote", [shape(inner) for inner in block.blocks]
    if isinstance(block, Table):
        return "table", len(block.rows), block.alignments
    if isinstance(block, Buttons):
        return "buttons", [link.target for link in block.links]
    if isinstance(block, Figure):
        return block.source
    anchor = getattr(block, "anchor", getattr(block, "id", getattr(block, "key", None)))
    return type(block).__name__, anchor, getattr(block, "level", None)


def header(lesson: Lesson) -> dict:
    """Return the header without its words."""
    tree = lesson.header.model_dump()
    del tree["title"]
    for goal in tree["goals"]:
        del goal["text"]
    for prediction in tree["predict"]:
        del prediction["question"], prediction["why"]
        for option in prediction["options"]:
            del option["text"]
    return tree


def test_each_file_has_its_twin():
    assert files("en") == files("zh_CN")
    assert files("en", folder="glossary", ending=".yaml") == files("zh_CN", folder="glossary", ending=".yaml")
    assert len(files("en")) == len(PAGES), "a file that is no page"


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_differ_in_words_only(page):
    english, chinese = find_lesson(page, "en"), find_lesson(page, "zh_CN")
    assert header(english) == header(chinese)
    assert [shape(block) for block in english.blocks] == [shape(block) for block in chinese.blocks]
    assert sorted(formulas(english.blocks)) == sorted(formulas(chinese.blocks))
    targets = [sorted(map(repr, (link.target for link in links(x.blocks)))) for x in (english, chinese)]
    assert targets[0] == targets[1]
    assert english.title != chinese.title


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_names_exists(page):
    lesson = find_lesson(page, "en")
    if lesson.header.preset:
        load_preset(lesson.header.preset)
    for path in lesson.header.explains:
        assert is_option(path), f"{path} is no option"
    for link in links(lesson.blocks):
        check_link(link, lesson)
    for block in walk(lesson.blocks):
        if isinstance(block, BookHere):
            find_entry(block.key)
    for condition in [goal.condition for goal in lesson.header.goals] + [
        option.condition for prediction in lesson.header.predict for option in prediction.options
    ]:
        check_explorers(condition.names)


def check_link(link: Link, lesson: Lesson) -> None:
    target = link.target
    if isinstance(target, ToPage):
        assert not target.page or target.page in PAGES, f"there is no page {target.page}"
        other = find_lesson(target.page, "en") if target.page else lesson
        assert not target.anchor or target.anchor in other.anchors, f"{target} has no such heading"
    elif isinstance(target, ToTerm):
        assert target.id in glossary("en"), f"the glossary has no {target.id}"
    elif isinstance(target, Try):
        experiment = load_preset(lesson.header.preset) if lesson.header.preset else Experiment()
        for action in target.actions:
            experiment = check_action(action, experiment)


def check_action(action: Action, experiment: Experiment) -> Experiment:
    if action.verb == "preset":
        return load_preset(action.name)
    if action.verb == "set":
        return with_value(experiment, action.name, action.value)
    if action.verb == "view":
        assert view_name(action.name)
    if action.verb == "explorer":
        assert action.name in {explorer.name for explorer in EXPLORERS}, f"there is no explorer {action.name}"
    if action.verb == "sweep":
        resolve_sweep(action.name)
    return experiment


def check_explorers(names: frozenset[str]) -> None:
    known = {explorer.name for explorer in EXPLORERS}
    for name in names:
        if name.startswith("explorer.") and name != "explorer.shown":
            assert name.split(".")[1] in known, f"there is no explorer of {name}"


@pytest.mark.parametrize("page", PAGES)
def test_every_formula_can_be_drawn(page):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from desktop_app.lessons.formulas import drawing
    for latex, display in formulas(find_lesson(page, "en").blocks):
        drawn = drawing(latex, QColor("black"), display)
        assert drawn.is_valid, latex
        assert not drawn.left_over, f"{latex}: {drawn.left_over} is not known"


@pytest.mark.parametrize("page", PAGES)
def test_every_figure_can_be_drawn(page, qtbot):
    for block in walk(find_lesson(page, "en").blocks):
        if isinstance(block, Figure):
            assert block.source.name in FIGURES, f"there is no figure {block.source.name}"
            figure = make_figure(block.source)
            qtbot.addWidget(figure)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_is_the_same_in_both_languages(language):
    assert glossary(language).keys() == glossary("en").keys()
    words = [word.casefold() for term in glossary(language).values() for word in term.terms]
    assert len(set(words)) == len(words), "a word stands for two entries"


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_a_term_does_not_mean_stands_on_a_page(language):
    texts = [plain(line) for page in lessons(language) for block in walk(page.blocks) for line in lines(block)]
    whole = " ".join(" ".join(texts).split()).casefold()
    unused = [
        phrase for term in glossary(language).values() for phrase in term.not_in if phrase.casefold() not in whole
    ]
    assert unused == []


@pytest.mark.parametrize("option", list(options()))
def test_every_option_is_explained(option):
    target = help_target(option, "en")
    assert target is not None
    assert not target.anchor or target.anchor in find_lesson(target.page, "en").anchors
    assert help_target(option, "zh_CN") == target
