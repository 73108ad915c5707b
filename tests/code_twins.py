"""Runs the program of every preset in every style in full length, each in a process of its own.

``python -m tests.code_twins`` takes about a quarter of an hour; names of presets limit it to them. The exit status is
1 if a program does not print what the application tells.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from time import perf_counter

from core.codegen import STYLES, refusal
from core.presets import presets
from tests.core.codegen.twins import answers, differences, printed, saved, start, told


def main(names: list[str]) -> int:
    """Run the presets of these names, or all, and print a line for each program."""
    unknown = sorted(set(names) - {preset.name for preset in presets()})
    if unknown:
        print(f"There are no presets {', '.join(unknown)}: `gluon-lab presets` lists them.", file=sys.stderr)
        return 2
    failed = 0
    for preset in presets():
        if names and preset.name not in names:
            continue
        begin = perf_counter()
        figures, finished = told(preset.experiment)
        print(f"{preset.name}: {len(figures)} lines in {perf_counter() - begin:.1f} s", flush=True)
        for style in STYLES:
            failed += _runs_otherwise(preset.name, style, preset.experiment, figures, finished)
    print(f"{failed} programs differ" if failed else "All programs print what the application tells.")
    return int(failed > 0)


def _runs_otherwise(name, style, experiment, figures, finished) -> bool:
    sentence = refusal(experiment, style)
    if sentence:
        print(f"  {style:8} {sentence}", flush=True)
        return False
    with tempfile.TemporaryDirectory() as folder:
        begin = perf_counter()
        (answer,) = answers(start([saved(experiment, style, Path(folder) / name)]))
    wrong = differences(style, figures, finished, answer)
    is_equal = printed(answer["printed"])[: len(figures)] == [
        {key: ours[key] for key in theirs} for ours, theirs in zip(figures, printed(answer["printed"]), strict=False)
    ]
    verdict = wrong[0] if wrong else "to the last bit" if is_equal else "within its tolerance"
    print(f"  {style:8} {perf_counter() - begin:6.1f} s  {verdict}", flush=True)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
