"""Runs programs one after the other in a Python that has nothing but MXNet and NumPy; a script, imported by no test.

It gets the paths of the programs as arguments, and prints for each a line of JSON: what it printed, and the error if it
failed. Every program runs in its own folder and with names of its own, and cannot import what is not to be needed.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import runpy
import sys
import traceback

MISSING = ("core", "desktop_app", "resources", "tests", "PySide6", "scipy", "sklearn", "pydantic")


class _Missing:
    """Finds no module of those that a plain Python does not have."""

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in MISSING:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return None


def main(programs: list[str]) -> None:
    """Run the programs."""
    sys.meta_path.insert(0, _Missing())
    start = list(sys.path)
    for program in programs:
        folder, name = os.path.split(program)
        os.chdir(folder)
        # As Python does for a script.
        sys.path[:] = [folder, *start]
        printed, error = io.StringIO(), ""
        with contextlib.redirect_stdout(printed):
            try:
                runpy.run_path(name, run_name="__main__")
            except Exception:
                error = traceback.format_exc()
        print(
            json.dumps({"printed": printed.getvalue(), "error": error}),
            flush=True,
        )
        # Every iteration of a DataLoader collects garbage; it need not look through all of MXNet each time.
        gc.collect()
        gc.freeze()


if __name__ == "__main__":
    main(sys.argv[1:])
