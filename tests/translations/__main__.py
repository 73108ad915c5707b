"""Updates the translations: ``python -m tests.translations``.

Takes new texts of the source up into ``resources/translations/*.ts``, leaves out those that are gone, and makes the
``.qm`` files.
``--export FILE`` writes what is not translated as JSON; ``--import FILE`` takes up such a file, filled in.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.translations.extraction import all_texts, misplaced
from tests.translations.files import LANGUAGES, compile_ts, merged, read, to_json, ts_file, with_json, write


def main() -> None:
    """Update all languages and say how many texts are not translated."""
    parser = argparse.ArgumentParser(description="Update the translations of the window.")
    parser.add_argument("--export", type=Path, metavar="FILE", help="write what is not translated as JSON")
    parser.add_argument("--import", type=Path, metavar="FILE", dest="filled", help="take a filled in JSON file up")
    asked = parser.parse_args()
    texts = all_texts()
    print("".join(f"{problem}\n" for problem in misplaced()), end="")
    for language in LANGUAGES:
        path = ts_file(language)
        translations = merged(texts, read(path) if path.exists() else {})
        if asked.filled:
            translations = with_json(translations, asked.filled.read_text(encoding="utf-8"))
        write(path, language, translations)
        compile_ts(path, path.with_suffix(".qm"))
        if asked.export:
            asked.export.write_text(to_json(translations), encoding="utf-8")
        missing = sum(not translation for translation in translations.values())
        print(f"{language}: {len(translations)} texts, {missing} not translated")


if __name__ == "__main__":
    main()
