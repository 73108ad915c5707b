"""Reads and writes the translators' files: Qt's ``.ts`` (XML), and JSON lists for whoever translates with a script."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import PySide6

from tests.translations.extraction import ROOT, Text

LANGUAGES = ("zh_CN",)

_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{language}" sourcelanguage="en">
"""


def ts_file(language: str) -> Path:
    """Return the file of a language's translations."""
    return ROOT / "resources" / "translations" / f"gluon-lab_{language}.ts"


def read(path: Path) -> dict[Text, str]:
    """Return the translations of a ``.ts`` file; an unfinished one is empty."""
    found: dict[Text, str] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            finished = translation is not None and translation.get("type") is None
            text = (translation.text or "") if finished and translation is not None else ""
            found[context.findtext("name") or "", message.findtext("source") or ""] = text
    return found


def write(path: Path, language: str, translations: Mapping[Text, str]) -> None:
    """Write a ``.ts`` file."""
    lines, present = [_HEAD.format(language=language)], ""
    for (context, source), translation in translations.items():
        if context != present:
            lines += ["</context>\n"] if present else []
            lines.append(f"<context>\n    <name>{escape(context)}</name>\n")
            present = context
        kind = "" if translation else ' type="unfinished"'
        lines.append(f"    <message>\n        <source>{escape(source)}</source>\n")
        lines.append(f"        <translation{kind}>{escape(translation)}</translation>\n    </message>\n")
    lines += ["</context>\n"] if present else []
    path.write_text("".join(lines) + "</TS>\n", encoding="utf-8")


def merged(texts: Sequence[Text], old: Mapping[Text, str]) -> dict[Text, str]:
    """Return the texts with the translations that they have; one that another context has is taken over."""
    elsewhere = {source: translation for (_, source), translation in old.items() if translation}
    return {text: old.get(text) or elsewhere.get(text[1], "") for text in texts}


def to_json(translations: Mapping[Text, str]) -> str:
    """Return the unfinished sources, each once, as a JSON list of objects with an empty translation."""
    missing = dict.fromkeys(source for (_, source), translation in translations.items() if not translation)
    return json.dumps([{"source": source, "translation": ""} for source in missing], ensure_ascii=False, indent=0)


def with_json(translations: Mapping[Text, str], text: str) -> dict[Text, str]:
    """Return the translations with those of a JSON list filled in, wherever their source stands."""
    given = {entry["source"]: entry["translation"] for entry in json.loads(text)}
    return {key: given.get(key[1]) or old for key, old in translations.items()}


def compile_ts(source: Path, target: Path) -> None:
    """Make the ``.qm`` that Qt reads."""
    program = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([str(program), "-silent", str(source), "-qm", str(target)], check=True)


def placeholders(text: str) -> list[str]:
    """Return the names in braces, sorted, without how they are formatted."""
    return sorted(re.findall(r"(?<!\{)\{([A-Za-z_0-9.]*)(?:![rs])?(?::[^{}]*)?\}", text))
