"""What works on this computer, what is missing, and how to mend it: the command ``gluon-lab doctor``.

MXNet and Qt are tried in processes of their own, so that a crash there is reported and not suffered.
"""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import psutil
from packaging.requirements import Requirement

from core.data.fashion_mnist import find_files, search_places, user_data_dir
from desktop_app.system_libraries import how_to_install, missing_libraries
from desktop_app.window_needs import missing_for_window, package_folder, platforms

Status = Literal["ok", "note", "missing"]

MAIN_PACKAGES = ("PySide6-Essentials", "mxnet", "numpy", "pyqtgraph")
"""Distributions whose versions decide whether the laboratory runs; all others are looked at too, but not named."""

_TRIAL_SECONDS = 60

_TRY_MXNET = """
import os
from core.engine.mx import mx
product = mx.nd.dot(mx.nd.ones((64, 32)), mx.nd.ones((32, 16))).asnumpy()
assert (product == 32).all(), "a matrix product came out wrong"
print(mx.__version__, os.environ.get("OPENBLAS_CORETYPE", "chosen by OpenBLAS"), sep=";")
"""

_TRY_QT = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.grab()
print(app.platformName())
"""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    ``status`` is "ok", "note" (works, but worth knowing) or "missing". ``advice`` says how to mend it, or is empty.
    """

    name: str
    status: Status
    text: str
    advice: str = ""


@dataclass(frozen=True)
class Trial:
    """How a program ended that was run for a trial: its last line of output, or what went wrong."""

    works: bool
    text: str


def examine(data_dir: Path | None = None) -> Iterator[Finding]:
    """Look at everything, one finding after the other; the whole takes some seconds.

    Args:
        data_dir: where to look first for data files.
    """
    yield python_finding(sys.version_info[:3])
    yield system_finding(platform.system(), platform.machine())
    yield from package_findings(_own_requirements())
    yield processor_finding()
    yield memory_finding()
    yield mxnet_finding()
    yield window_finding()
    yield data_finding(data_dir)
    yield own_folder_finding(user_data_dir())


def python_finding(release: Sequence[int]) -> Finding:
    """Check the version of Python, such as (3, 11, 7)."""
    text = f"{'.'.join(map(str, release))} ({sys.executable})"
    if (3, 10) <= tuple(release[:2]) <= (3, 12):
        return Finding("Python", "ok", text)
    advice = "Install Gluon Lab in an environment of Python 3.10, 3.11 or 3.12: MXNet 1.9.1 knows no other."
    return Finding("Python", "missing", text, advice)


def system_finding(system: str, machine: str) -> Finding:
    """Check that MXNet exists for this operating system and processor, as :mod:`platform` names them."""
    text = f"{platform.platform()} on {machine}"
    if system == "Windows":
        advice = "MXNet has no version for Windows. Install WSL 2 with Debian or Ubuntu, and Gluon Lab in it."
        return Finding("System", "missing", text, advice)
    if system == "Darwin" and machine == "arm64":
        advice = (
            "MXNet has no version for Apple silicon. Rosetta runs the one for Intel: open a terminal with "
            "'arch -x86_64 zsh', and install Gluon Lab there in a new environment."
        )
        return Finding("System", "missing", text, advice)
    return Finding("System", "ok", text)


def package_findings(
    requirements: Sequence[str] | None, installed: Callable[[str], str] = version
) -> Iterator[Finding]:
    """Check the packages against the versions that Gluon Lab is known to work with.

    Args:
        requirements: lines such as ``"numpy>=1.26,<2"``; None if Gluon Lab itself is not installed.
        installed: returns the version of a distribution, or raises ``PackageNotFoundError``.
    """
    if requirements is None:
        advice = "In the folder with pyproject.toml: python -m pip install ."
        yield Finding("gluon-lab", "missing", "not installed", advice)
    else:
        yield Finding("gluon-lab", "ok", installed("gluon-lab"))
    for requirement in map(Requirement, MAIN_PACKAGES if requirements is None else requirements):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            finding = _package_finding(requirement, installed)
            if finding.status != "ok" or requirement.name in MAIN_PACKAGES:
                yield finding


def _own_requirements() -> list[str] | None:
    try:
        return requires("gluon-lab") or []
    except PackageNotFoundError:
        return None


def _package_finding(requirement: Requirement, installed: Callable[[str], str]) -> Finding:
    name = requirement.name
    advice = f"python -m pip install '{name}{requirement.specifier}'"
    try:
        found = installed(name)
    except PackageNotFoundError:
        return Finding(name, "missing", "not installed", advice)
    if not requirement.specifier.contains(found, prereleases=True):
        return Finding(name, "missing", f"{found}, but Gluon Lab works with {requirement.specifier}", advice)
    return Finding(name, "ok", found)


def processor_finding() -> Finding:
    """Tell the processor, its cores and whether it has AVX2."""
    name, flags = platform.processor() or platform.machine(), ""
    if sys.platform == "linux":
        facts = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
        name = _after(r"model name\s*: (.+)", facts) or name
        flags = _after(r"(?:flags|Features)\s*: (.+)", facts)
    elif sys.platform == "darwin":
        keys = ["machdep.cpu.brand_string", "machdep.cpu.leaf7_features"]
        answer = subprocess.run(["sysctl", "-n", *keys], capture_output=True, text=True, check=False)
        name, _, flags = answer.stdout.strip().partition("\n")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    text = f"{name}, {cores} core{'s' if cores > 1 else ''}"
    if "avx2" in flags.lower().split():
        return Finding("Processor", "ok", f"{text}, AVX2")
    return Finding("Processor", "note", f"{text}, no AVX2: training works, but more slowly")


def _after(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    return match[1].strip() if match else ""


def memory_finding() -> Finding:
    """Tell how much memory there is; less than 1 GiB free is worth a note."""
    memory = psutil.virtual_memory()
    text = f"{memory.total / 2**30:.1f} GiB, of which {memory.available / 2**30:.1f} GiB are free"
    if memory.available >= 2**30:
        return Finding("Memory", "ok", text)
    return Finding("Memory", "note", text, "Close other programs before you train large networks.")


def attempt(program: str, seconds: float = _TRIAL_SECONDS) -> Trial:
    """Run a Python program in a process of its own.

    Args:
        program: source text; the last line that it prints becomes the trial's text.
        seconds: after which it is ended.
    """
    # The packages may lie in the present folder only, as in a checkout that is not installed.
    command = [sys.executable, "-c", program]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=seconds, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        return Trial(False, f"no answer within {seconds:g} seconds")
    if done.returncode < 0:
        return Trial(False, f"crashed with signal {-done.returncode}. {_last_line(done.stderr)}".strip())
    if done.returncode:
        return Trial(False, _last_line(done.stderr) or f"ended with status {done.returncode}")
    return Trial(True, _last_line(done.stdout))


def _last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1].strip() if lines else ""


def mxnet_finding(attempt: Callable[[str], Trial] = attempt) -> Finding:
    """Import MXNet and compute with it."""
    if find_spec("mxnet") is None:
        return Finding("MXNet", "missing", "not installed", "python -m pip install mxnet==1.9.1")
    folder = package_folder("mxnet")
    if sys.platform == "linux":
        missing = missing_libraries([folder / "libmxnet.so"], [folder])
        if missing:
            text = f"needs libraries that this system does not have: {', '.join(missing)}"
            return Finding("MXNet", "missing", text, how_to_install(missing))
    trial = attempt(_TRY_MXNET)
    if trial.works:
        number, kernels = trial.text.split(";")
        return Finding("MXNet", "ok", f"{number} computes; OPENBLAS_CORETYPE is {kernels}")
    advice = "Install it again: python -m pip install --force-reinstall --no-deps mxnet==1.9.1"
    return Finding("MXNet", "missing", f"does not work: {trial.text}", advice)


def window_finding(
    environ: Mapping[str, str] = os.environ,
    missing: Callable[[], list[str]] = missing_for_window,
    attempt: Callable[[str], Trial] = attempt,
) -> Finding:
    """Check Qt's libraries and the display, then really open a window that is not shown."""
    problems = missing()
    if problems:
        return Finding("Window", "missing", "cannot open", "\n".join(problems))
    trial = attempt(_TRY_QT)
    if trial.works:
        return Finding("Window", "ok", f"Qt opens it with the platform {trial.text}")
    tried = ", ".join(platforms(environ)) if sys.platform == "linux" else sys.platform
    advice = "Run it again with QT_DEBUG_PLUGINS=1 set in the environment to see what Qt misses."
    return Finding("Window", "missing", f"Qt cannot open it (tried: {tried}): {trial.text}", advice)


def data_finding(data_dir: Path | None) -> Finding:
    """Tell whether the files of Fashion-MNIST are there, and where they are looked for."""
    found = find_files(data_dir)
    if found is not None:
        return Finding("Fashion-MNIST", "ok", f"in {found}")
    places = ", ".join(str(place) for place in search_places(data_dir))
    advice = "The window downloads it when you choose it. Digits 8×8 and linear regression need no files."
    return Finding("Fashion-MNIST", "note", f"not in {places}", advice)


def own_folder_finding(folder: Path) -> Finding:
    """Check that the user's data directory can be written, or made."""
    existing = next(place for place in (folder, *folder.parents) if place.exists())
    if existing.is_dir() and os.access(existing, os.W_OK):
        return Finding("Own folder", "ok", str(folder))
    advice = f"Make {existing} a folder that you may write to."
    return Finding("Own folder", "missing", f"{folder} cannot be written", advice)
