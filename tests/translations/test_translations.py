"""Every text of the window exists in every language, and says the same."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTranslator
from PySide6.QtWidgets import QApplication

from tests.translations.extraction import Finder, all_texts, misplaced
from tests.translations.files import (
    LANGUAGES,
    compile_ts,
    merged,
    placeholders,
    read,
    to_json,
    ts_file,
    with_json,
    write,
)

_TAG = re.compile(r"</?[a-z][^>]*>|&[a-z]+;")
_MNEMONIC = re.compile(r"&(\w)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_texts_are_those_of_the_ts_file(language: str, tmp_path: Path) -> None:
    compile_ts(ts_file(language), tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == ts_file(language).with_suffix(".qm").read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_and_how_it_looks_is_the_same(language: str) -> None:
    translations = {source: text for (_, source), text in read(ts_file(language)).items() if text}
    assert translations
    for source, text in translations.items():
        assert placeholders(text) == placeholders(source), source
        assert sorted(_TAG.findall(text)) == sorted(_TAG.findall(source)), source
        assert text.count("\n") == source.count("\n"), source
        assert bool(_MNEMONIC.search(_TAG.sub("", text))) == bool(_MNEMONIC.search(_TAG.sub("", source))), source


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_begins_with_the_place_that_it_is_about(language: str) -> None:
    """Whoever shows a sentence beside a field takes the path away that it begins with."""
    for (_, source), text in read(ts_file(language)).items():
        if text and source.startswith("{path}: "):
            assert text.startswith("{path}: "), source


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_entries_of_a_menu_have_the_same_mnemonic(language: str) -> None:
    letters = [
        match[1].lower()
        for (context, source), text in read(ts_file(language)).items()
        if context == "MainWindow" and "&" in source and (match := _MNEMONIC.search(text))
    ]
    assert len(letters) == len(set(letters)) > 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_source_is_translated(language: str) -> None:
    """``python -m tests.translations`` takes new texts up; then they are to be translated."""
    translations = read(ts_file(language))
    texts = all_texts()
    assert [text for text in texts if not translations.get(text)] == []
    assert set(translations) == set(texts)


def test_all_texts_can_be_found() -> None:
    assert misplaced() == []


def test_literals_of_a_module_are_found_with_their_contexts() -> None:
    found = Finder(
        "class Panel:\n"
        "    def show(self):\n"
        "        self.tr('one' ' text')\n"
        "        translate('Else', 'two')\n"
        "        say('three' if self.x else 'four')\n"
        "        self.tr(f'{self}')\n"
        "        view.tr('five')\n",
        "panel.py",
    )
    assert found.texts == [("Panel", "one text"), ("Else", "two"), ("core", "three"), ("core", "four")]
    assert [problem.split(": ")[0] for problem in found.problems] == ["panel.py:6", "panel.py:7"]


def test_texts_of_a_base_class_and_of_a_mixin_are_found_under_their_own_names(
    qapp: QApplication, tmp_path: Path
) -> None:
    class Mixin:
        def two(self) -> str:
            return self.tr("two")  # type: ignore[attr-defined]

    class Base(QObject):
        def one(self) -> str:
            return self.tr("one")

    class Derived(Base, Mixin):
        pass

    path = tmp_path / "small.ts"
    write(path, "zh_CN", {("Base", "one"): "一", ("Mixin", "two"): "二"})
    compile_ts(path, path.with_suffix(".qm"))
    translator = QTranslator()
    assert translator.load(str(path.with_suffix(".qm")))
    qapp.installTranslator(translator)
    try:
        assert (Derived().one(), Derived().two()) == ("一", "二")
    finally:
        qapp.removeTranslator(translator)


def test_a_translator_gets_what_is_missing_and_gives_it_back(tmp_path: Path) -> None:
    texts = [("A", "one & <two>"), ("A", "old"), ("B", "old"), ("B", "{x}\nnew")]
    translations = merged(texts, {("A", "old"): "旧", ("Gone", "away"): "离开"})
    assert translations == {texts[0]: "", texts[1]: "旧", texts[2]: "旧", texts[3]: ""}
    filled = to_json(translations).replace('"translation": ""', '"translation": "新 {x}"')
    translations = with_json(translations, filled)
    write(tmp_path / "x.ts", "zh_CN", translations)
    assert read(tmp_path / "x.ts") == translations
    assert all(translations.values())


def test_placeholders_are_compared_without_their_format() -> None:
    assert placeholders("{a:,} of {b!r:>3} in {{c}} {0}") == ["0", "a", "b"]


def test_no_text_of_the_window_goes_past_the_translators() -> None:
    """What stands in the source as a literal and is shown at once would stay English."""
    shown = {"setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName", "setTitle"}
    shown |= {
        "addAction",
        "addMenu",
        "addItem",
        "addTab",
        "setHeaderLabels",
        "setStatusTip",
        "setAccessibleDescription",
    }
    shown |= {"QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu"}
    found = []
    root = ts_file("zh_CN").parents[2]
    for path in sorted((root / "desktop_app").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in shown and _words(node.args[0]):
                found.append(f"{path.relative_to(root)}:{node.lineno}: {_words(node.args[0])}")
    assert found == []


def _words(node: ast.AST) -> list[str]:
    """Return the English words of a literal or of the literal parts of an f-string."""
    if isinstance(node, ast.JoinedStr):
        return [word for part in node.values for word in _words(part)]
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.findall(r"[A-Za-z]{3,}", re.sub(r"<[^>]*>|&\w+;|Gluon Lab|MXNet|Ctrl\+\w+", "", node.value))
    return []
