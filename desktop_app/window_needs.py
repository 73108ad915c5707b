"""What must be there before Qt may open a window. Qt itself aborts the process when something is missing.

Asked before anything of Qt is imported, at every start of the window: it costs a few milliseconds.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from desktop_app.system_libraries import Unloadable, how_to_install, missing_libraries, unloadable

_QT_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg")
_NO_WINDOW = "Without a window, 'gluon-lab run' trains all the same."

Reaches = Callable[[str], bool]
"""Takes the name of a platform, "xcb" or "wayland"; tells whether its display answers."""


def platforms(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return Qt's platform plugins in the order in which Qt will try them on Linux."""
    chosen = environ.get("QT_QPA_PLATFORM", "")
    if chosen:
        return tuple(entry.partition(":")[0] for entry in chosen.split(";") if entry)
    wayland = "WAYLAND_DISPLAY" in environ or environ.get("XDG_SESSION_TYPE") == "wayland"
    if wayland:
        return ("wayland", "xcb") if "DISPLAY" in environ else ("wayland",)
    return ("xcb",)


def display_answers(platform: str) -> bool:
    """Connect to the display server as Qt will, and disconnect again. The platform's library must be there."""
    if platform == "wayland":
        client = ctypes.CDLL("libwayland-client.so.0")
        client.wl_display_connect.restype = ctypes.c_void_p
        display = client.wl_display_connect(None)
        if display:
            client.wl_display_disconnect(ctypes.c_void_p(display))
        return bool(display)
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def missing_for_window(
    environ: Mapping[str, str] = os.environ,
    unloadable: Unloadable = unloadable,
    reaches: Reaches = display_answers,
) -> list[str]:
    """Return sentences that say what keeps the window from opening and how to mend it; none if all is there.

    Args:
        environ: the environment variables that Qt will see.
        unloadable: asks the system for a library.
        reaches: asks for the display.
    """
    if find_spec("PySide6") is None or find_spec("shiboken6") is None:
        return ["PySide6 is not installed. Install Gluon Lab again: python -m pip install gluon-lab"]
    if sys.platform != "linux":
        return []
    candidates = platforms(environ)
    problems = []
    for name in candidates:
        found = _problems(name, environ, unloadable, reaches)
        if not found:
            return []
        problems.append(found)
    return problems[0]


def _problems(platform: str, environ: Mapping[str, str], unloadable: Unloadable, reaches: Reaches) -> list[str]:
    folder = package_folder("PySide6")
    plugins = sorted((folder / "Qt" / "plugins" / "platforms").glob("libq*.so"))
    # Qt 6.8 has libqwayland-egl.so and libqwayland-generic.so, later ones libqwayland.so.
    wanted = [
        path for path in plugins if path.stem.removeprefix("libq").partition("-")[0] == platform.partition("-")[0]
    ]
    if not wanted:
        known = sorted({path.stem.removeprefix("libq") for path in plugins})
        return [f"QT_QPA_PLATFORM asks for '{platform}', which Qt does not have. It has: {', '.join(known)}."]
    files = [*wanted, *(folder / f"{module}.abi3.so" for module in _QT_MODULES)]
    folders = (folder, folder / "Qt" / "lib", package_folder("shiboken6"))
    missing = missing_libraries(files, folders, unloadable)
    problems = []
    if missing:
        problems.append(
            f"Qt needs libraries that this system does not have: {', '.join(missing)}.\n{how_to_install(missing)}"
        )
    problems.extend(_display_problems(platform, environ, missing, reaches))
    return problems


def _display_problems(platform: str, environ: Mapping[str, str], missing: Sequence[str], reaches: Reaches) -> list[str]:
    if platform not in ("xcb", "wayland", "wayland-egl"):
        return []
    variable = "DISPLAY" if platform == "xcb" else "WAYLAND_DISPLAY"
    if variable not in environ and platform == "xcb":
        return [
            "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. "
            f"Start Gluon Lab in a desktop session, or over ssh with 'ssh -X'. {_NO_WINDOW}"
        ]
    needed = "libxcb.so.1" if platform == "xcb" else "libwayland-client.so.0"
    if needed in missing or reaches(platform.partition("-")[0]):
        return []
    named = f"{variable} is '{environ[variable]}', but that" if variable in environ else "The Wayland"
    return [
        f"{named} display does not answer. Start Gluon Lab from a terminal inside the desktop session, "
        f"as the user who is logged in there. {_NO_WINDOW}"
    ]


def package_folder(name: str) -> Path:
    """Return the folder of an installed package without importing it.

    Raises:
        ModuleNotFoundError: if it is not installed.
    """
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{name} is not installed", name=name)
    return Path(spec.origin).parent
