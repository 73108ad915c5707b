"""The doctor, and the question that is asked before every window."""

from __future__ import annotations

import json
import os
import re
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import doctor
from desktop_app.cli import main
from desktop_app.doctor import Finding, Trial
from desktop_app.system_libraries import how_to_install, missing_libraries, needed_libraries, unloadable
from desktop_app.window_needs import display_answers, missing_for_window, package_folder, platforms

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="Qt's libraries are looked at on Linux only")


def lacking(*names: str) -> Callable[[str], str]:
    """Return a system that has all libraries but these."""
    return lambda name: name if name in names else ""


def elf(names: list[str]) -> bytes:
    """Return a minimal 64-bit shared library that needs ``names``, at addresses that differ from the offsets."""
    strings = b"\0" + b"".join(name.encode() + b"\0" for name in names)
    starts = [strings.index(b"\0" + name.encode() + b"\0") + 1 for name in names]
    base, header_size = 0x400000, 64 + 2 * 56
    dynamic = b"".join(struct.pack("<qQ", 1, start) for start in starts)
    dynamic += struct.pack("<qQ", 5, base + header_size + len(dynamic) + 32) + struct.pack("<qQ", 0, 0)
    size = header_size + len(dynamic) + len(strings)
    header = b"\x7fELF\x02\x01\x01" + bytes(9)
    header += struct.pack("<HHIQQQIHHHHHH", 3, 62, 1, 0, 64, 0, 0, 64, 56, 2, 0, 0, 0)
    load = struct.pack("<IIQQQQQQ", 1, 4, 0, base, base, size, size, 4096)
    address = base + header_size
    segment = struct.pack("<IIQQQQQQ", 2, 4, header_size, address, address, len(dynamic), len(dynamic), 8)
    return header + load + segment + dynamic + strings


@given(st.lists(st.from_regex(r"lib[a-z0-9+-]{1,12}\.so\.[0-9]", fullmatch=True), unique=True))
def test_needs_are_read_from_the_file(tmp_path: Path, names: list[str]) -> None:
    file = tmp_path / "made.so"
    file.write_bytes(elf(names))
    assert needed_libraries(file) == tuple(names)


@given(st.integers(0, 300))
def test_a_cut_file_is_refused_or_read(tmp_path: Path, length: int) -> None:
    file = tmp_path / "made.so"
    content = elf(["liba.so.1", "libb.so.2"])
    file.write_bytes(content[:length])
    if length >= len(content):
        assert needed_libraries(file) == ("liba.so.1", "libb.so.2")
    else:
        with pytest.raises(ValueError, match=r"made\.so|empty file"):
            needed_libraries(file)


@linux_only
def test_needs_are_those_that_the_loader_names() -> None:
    ldd = shutil.which("ldd")
    assert ldd is not None
    library = package_folder("PySide6") / "Qt" / "lib" / "libQt6Gui.so.6"
    output = subprocess.run([ldd, str(library)], capture_output=True, text=True, check=True).stdout
    places = dict(re.findall(r"(\S+) => (/\S+)", output))
    found, to_read = set[str](), [library]
    while to_read:
        for name in set(needed_libraries(to_read.pop())) - found:
            found.add(name)
            if name in places:
                to_read.append(Path(places[name]))
    loader = {name for name in found if name.startswith("ld-linux")}
    assert found - loader == set(places) - loader
    assert "libQt6Core.so.6" in found


def test_what_libraries_bring_along_is_followed(tmp_path: Path) -> None:
    (tmp_path / "plugin.so").write_bytes(elf(["libown.so.6", "libout.so.1"]))
    (tmp_path / "libown.so.6").write_bytes(elf(["libown.so.6", "libdeep.so.2", "libfine.so.3"]))
    missing = missing_libraries([tmp_path / "plugin.so"], [tmp_path], lacking("libout.so.1", "libdeep.so.2"))
    assert missing == ("libdeep.so.2", "libout.so.1")


def test_a_library_that_does_not_exist_cannot_be_loaded() -> None:
    assert unloadable("libthere-is-no-such.so.9") == "libthere-is-no-such.so.9"


@linux_only
def test_a_library_that_exists_can_be_loaded() -> None:
    assert unloadable("libc.so.6") == ""


def test_the_advice_is_one_line_to_copy() -> None:
    advice = how_to_install(["libgthread-2.0.so.0", "libxcb-cursor.so.0", "libglib-2.0.so.0", "libodd.so.1"])
    assert advice.splitlines() == [
        "On Debian or Ubuntu: sudo apt-get install -y libglib2.0-0 libxcb-cursor0",
        "Install the packages of your system that hold libodd.so.1.",
    ]


@linux_only
def test_every_library_that_qt_and_mxnet_need_has_a_package() -> None:
    asked: list[str] = []

    def remember(name: str) -> str:
        asked.append(name)
        return name

    for platform in ("xcb", "wayland", "offscreen"):
        missing_for_window({"QT_QPA_PLATFORM": platform, "DISPLAY": ":0"}, remember, lambda name: True)
    folder = package_folder("mxnet")
    missing_libraries([folder / "libmxnet.so"], [folder], remember)
    assert "libxcb-cursor.so.0" in asked
    assert "libwayland-client.so.0" in asked
    # These come with the C library, which every Debian has.
    libc = {"c", "m", "dl", "rt", "pthread", "gcc_s", "resolv"}
    unknown = [name for name in asked if "hold" in how_to_install([name])]
    unknown = [name for name in unknown if not name.startswith("ld-linux")]
    assert {name.removeprefix("lib").partition(".")[0] for name in unknown} <= libc


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, ("xcb",)),
        ({"DISPLAY": ":0"}, ("xcb",)),
        ({"WAYLAND_DISPLAY": "wayland-0"}, ("wayland",)),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ("wayland", "xcb")),
        ({"XDG_SESSION_TYPE": "wayland", "DISPLAY": ":0"}, ("wayland", "xcb")),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, ("offscreen",)),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600;xcb"}, ("vnc", "xcb")),
    ],
)
def test_platforms_are_tried_in_qts_order(environ: dict[str, str], expected: tuple[str, ...]) -> None:
    assert platforms(environ) == expected


@linux_only
class TestMissingForWindow:
    def test_nothing(self) -> None:
        assert missing_for_window({"DISPLAY": ":0"}, lacking(), lambda name: name == "xcb") == []
        assert missing_for_window({"WAYLAND_DISPLAY": "w"}, lacking(), lambda name: name == "wayland") == []
        assert missing_for_window({"QT_QPA_PLATFORM": "offscreen"}, lacking(), lambda name: False) == []

    def test_a_library(self) -> None:
        (sentence,) = missing_for_window({"DISPLAY": ":0"}, lacking("libxcb-cursor.so.0"), lambda name: True)
        assert "libxcb-cursor.so.0" in sentence
        assert sentence.endswith("sudo apt-get install -y libxcb-cursor0")

    def test_a_library_of_another_platform_does_not_matter(self) -> None:
        system = lacking("libxcb-cursor.so.0")
        assert missing_for_window({"QT_QPA_PLATFORM": "offscreen"}, system, lambda name: True) == []

    def test_the_library_that_asks_for_the_display(self) -> None:
        def reaches(name: str) -> bool:
            raise AssertionError("the display cannot be asked without its library")

        assert len(missing_for_window({"DISPLAY": ":0"}, lacking("libxcb.so.1"), reaches)) == 1

    def test_the_display(self) -> None:
        (sentence,) = missing_for_window({}, lacking(), lambda name: True)
        assert sentence.startswith("There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set.")

    @pytest.mark.parametrize("environ", [{"DISPLAY": ":77"}, {"WAYLAND_DISPLAY": "wayland-77"}])
    def test_a_display_that_does_not_answer(self, environ: dict[str, str]) -> None:
        (sentence,) = missing_for_window(environ, lacking(), lambda name: False)
        assert next(iter(environ.values())) in sentence
        assert "does not answer" in sentence

    def test_the_second_platform_serves_when_the_first_fails(self) -> None:
        environ = {"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}
        assert missing_for_window(environ, lacking("libwayland-client.so.0"), lambda name: True) == []
        assert missing_for_window(environ, lacking(), lambda name: name == "xcb") == []

    def test_a_platform_that_qt_does_not_have(self) -> None:
        (sentence,) = missing_for_window({"QT_QPA_PLATFORM": "moon"}, lacking(), lambda name: True)
        assert "'moon'" in sentence
        assert "offscreen" in sentence


@linux_only
@pytest.mark.parametrize(
    ("platform", "library", "variable", "value"),
    [
        ("xcb", "libxcb.so.1", "DISPLAY", ":7777"),
        ("xcb", "libxcb.so.1", "DISPLAY", "no display at all"),
        ("wayland", "libwayland-client.so.0", "WAYLAND_DISPLAY", "wayland-7777"),
    ],
)
def test_a_display_without_a_server_does_not_answer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, library: str, variable: str, value: str
) -> None:
    if unloadable(library):
        pytest.skip(f"{library} is not on this system")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv(variable, value)
    assert not display_answers(platform)


def test_python_must_be_one_that_mxnet_knows() -> None:
    assert doctor.python_finding((3, 10, 0)).status == "ok"
    assert doctor.python_finding((3, 12, 9)).status == "ok"
    assert "3.10, 3.11 or 3.12" in doctor.python_finding((3, 13, 0)).advice
    assert doctor.python_finding((3, 9, 18)).status == "missing"


def test_systems_without_mxnet_get_advice() -> None:
    assert doctor.system_finding("Linux", "x86_64").status == "ok"
    assert doctor.system_finding("Darwin", "x86_64").status == "ok"
    assert "WSL 2" in doctor.system_finding("Windows", "AMD64").advice
    assert "Rosetta" in doctor.system_finding("Darwin", "arm64").advice


def test_packages_are_compared_with_the_requirements() -> None:
    versions = {"gluon-lab": "1.0", "numpy": "2.1", "rich": "14.0", "mxnet": "1.9.1"}

    def installed(name: str) -> str:
        if name not in versions:
            raise PackageNotFoundError(name)
        return versions[name]

    requirements = [
        "numpy>=1.26,<2",
        "rich>=13",
        "mxnet==1.9.1",
        "pooch>=1",
        "pytest; extra == 'test'",
        "setuptools; python_version >= '4'",
    ]
    findings = list(doctor.package_findings(requirements, installed))
    assert [(finding.name, finding.status) for finding in findings] == [
        ("gluon-lab", "ok"),
        ("numpy", "missing"),
        ("mxnet", "ok"),
        ("pooch", "missing"),
    ]
    assert "2.1" in findings[1].text
    assert findings[1].advice == "python -m pip install 'numpy<2,>=1.26'"


def test_packages_are_listed_without_an_installation() -> None:
    findings = list(doctor.package_findings(None, lambda name: "1"))
    assert [finding.name for finding in findings] == ["gluon-lab", *doctor.MAIN_PACKAGES]
    assert findings[0].status == "missing"


def test_a_trial_tells_how_it_ended() -> None:
    assert doctor.attempt("print('noise'); print('good')") == Trial(True, "good")
    assert doctor.attempt("raise ValueError('no moon')") == Trial(False, "ValueError: no moon")
    assert doctor.attempt("import sys; sys.exit(3)") == Trial(False, "ended with status 3")
    assert doctor.attempt("while True: pass", seconds=0.1) == Trial(False, "no answer within 0.1 seconds")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
def test_a_crash_is_reported() -> None:
    crash = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    assert doctor.attempt(crash) == Trial(False, "crashed with signal 9.")


def test_trials_become_findings() -> None:
    good = doctor.mxnet_finding(lambda program: Trial(True, "1.9.1;Haswell"))
    bad = doctor.mxnet_finding(lambda program: Trial(False, "crashed with signal 11."))
    assert good == Finding("MXNet", "ok", "1.9.1 computes; OPENBLAS_CORETYPE is Haswell")
    assert bad.status == "missing"
    assert "crashed with signal 11" in bad.text
    window = doctor.window_finding({}, list, lambda program: Trial(True, "xcb"))
    assert window == Finding("Window", "ok", "Qt opens it with the platform xcb")
    assert doctor.window_finding({}, list, lambda program: Trial(False, "crashed")).status == "missing"

    def untried(program: str) -> Trial:
        raise AssertionError("Qt would abort")

    assert doctor.window_finding({}, lambda: ["No moon.", "No sun."], untried).advice == "No moon.\nNo sun."


def test_data_are_found_or_the_places_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GLUON_LAB_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    finding = doctor.data_finding(tmp_path)
    assert finding.status == "note"
    assert str(tmp_path) in finding.text


def test_the_real_data_are_found(fashion_mnist_dir: Path) -> None:
    finding = doctor.data_finding(fashion_mnist_dir)
    assert finding == Finding("Fashion-MNIST", "ok", f"in {fashion_mnist_dir / 'fashion-mnist'}")


def test_the_own_folder_must_be_writable(tmp_path: Path) -> None:
    assert doctor.own_folder_finding(tmp_path / "new" / "folder").status == "ok"
    file = tmp_path / "file"
    file.touch()
    finding = doctor.own_folder_finding(file / "folder")
    assert finding.status == "missing"
    assert str(file) in finding.advice
    if os.geteuid() != 0:
        tmp_path.chmod(0o500)
        assert doctor.own_folder_finding(tmp_path / "new").status == "missing"
        tmp_path.chmod(0o700)


def test_the_command_looks_at_everything(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["doctor", "--json"])
    findings = {line["name"]: line for line in map(json.loads, capsys.readouterr().out.splitlines())}
    assert {"Python", "System", "gluon-lab", "PySide6-Essentials", "mxnet", "numpy", "pyqtgraph"} <= set(findings)
    assert {"Processor", "Memory", "Fashion-MNIST", "Own folder"} <= set(findings)
    assert findings["MXNet"]["status"] == "ok"
    assert findings["MXNet"]["text"].startswith("1.9.1 computes")
    assert findings["Window"]["text"] == "Qt opens it with the platform offscreen"
    assert status == any(finding["status"] == "missing" for finding in findings.values())


def test_people_get_lines(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    findings = [Finding("Moon", "missing", "not seen", "Look up.\nLook twice."), Finding("Sun", "ok", "shines")]
    monkeypatch.setattr(doctor, "examine", lambda data_dir: iter(findings))
    assert main(["doctor"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "missing Moon: not seen",
        "        Look up.",
        "        Look twice.",
        "ok      Sun: shines",
    ]
    monkeypatch.setattr(doctor, "examine", lambda data_dir: iter(findings[1:]))
    assert main(["doctor"]) == 0
