"""Shared libraries that program files need from the Linux system, and the Debian packages that hold them.

Read from the files themselves (the DT_NEEDED entries of the ELF format), so that the answer is right for every
version of Qt and MXNet.
"""

from __future__ import annotations

import ctypes
import mmap
import struct
from collections.abc import Callable, Iterable
from pathlib import Path

Unloadable = Callable[[str], str]
"""Takes the name of a library; returns the name of the one that keeps it from loading, or an empty text."""

DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgomp.so.1": "libgomp1",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libquadmath.so.0": "libquadmath0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}

_PT_LOAD, _PT_DYNAMIC = 1, 2
_DT_NULL, _DT_NEEDED, _DT_STRTAB = 0, 1, 5


def unloadable(name: str) -> str:
    """Try to load a library of the system; return the name of what is missing, or an empty text."""
    try:
        ctypes.CDLL(name)
    except OSError as error:
        # "libxcb-image.so.0: cannot open ...": it may be one that the library itself needs.
        culprit = str(error).partition(":")[0]
        return culprit if ".so" in culprit else name
    return ""


def missing_libraries(
    files: Iterable[Path], folders: Iterable[Path], unloadable: Unloadable = unloadable
) -> tuple[str, ...]:
    """Return the names of the libraries that ``files`` need and the system does not have, sorted.

    Args:
        files: ELF files whose needs are followed.
        folders: where the libraries lie that come along with the files; their needs are followed too.
        unloadable: asks the system for a library.
    """
    shipped = {path.name: path for folder in folders for path in folder.glob("*.so*")}
    to_read, seen, outside = list(files), set[str](), set[str]()
    while to_read:
        for name in needed_libraries(to_read.pop()):
            if name in shipped and name not in seen:
                to_read.append(shipped[name])
            elif name not in shipped:
                outside.add(name)
            seen.add(name)
    return tuple(sorted({culprit for name in outside if (culprit := unloadable(name))}))


def needed_libraries(path: Path) -> tuple[str, ...]:
    """Return the names of the libraries that an ELF file asks for directly.

    Raises:
        ValueError: if it is not a 64-bit little-endian ELF file, or a damaged one.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if data[:6] != b"\x7fELF\x02\x01":
            raise ValueError(f"{path} is not a 64-bit ELF file")
        try:
            return _needed(data)
        except struct.error as error:
            raise ValueError(f"{path} is damaged") from error


def _needed(data: mmap.mmap) -> tuple[str, ...]:
    (table,) = struct.unpack_from("<Q", data, 0x20)
    entry_size, count = struct.unpack_from("<HH", data, 0x36)
    segments = [struct.unpack_from("<IIQQQQ", data, table + i * entry_size) for i in range(count)]
    loaded = [(address, offset, size) for kind, _, offset, address, _, size in segments if kind == _PT_LOAD]
    dynamic = [(offset, size) for kind, _, offset, _, _, size in segments if kind == _PT_DYNAMIC]
    names: list[int] = []
    strings = 0
    for offset, size in dynamic:
        for position in range(offset, offset + size, 16):
            tag, value = struct.unpack_from("<qQ", data, position)
            if tag == _DT_NULL:
                break
            if tag == _DT_NEEDED:
                names.append(value)
            elif tag == _DT_STRTAB:
                strings = next((value - at + start for at, start, length in loaded if at <= value < at + length), 0)
    return tuple(_text(data, strings + name) for name in names)


def _text(data: mmap.mmap, start: int) -> str:
    end = data.find(b"\0", start)
    if end < 0:
        raise struct.error("a name has no end")
    return data[start:end].decode("ascii", errors="replace")


def how_to_install(names: Iterable[str]) -> str:
    """Return a sentence that says how to get the missing libraries: one line to copy, where the packages are known."""
    names = sorted(set(names))
    packages = sorted({DEBIAN_PACKAGES[name] for name in names if name in DEBIAN_PACKAGES})
    unknown = [name for name in names if name not in DEBIAN_PACKAGES]
    parts = []
    if packages:
        parts.append(f"On Debian or Ubuntu: sudo apt-get install -y {' '.join(packages)}")
    if unknown:
        parts.append(f"Install the packages of your system that hold {', '.join(unknown)}.")
    return "\n".join(parts)
