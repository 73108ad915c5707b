"""Parameters on disk in Gluon's ``.params`` format, read and written without libmxnet.

libmxnet's own reader crashes, hangs or returns wrong values on damaged files, and its writer does not notice a full
disk. So files are parsed here, strictly, before anything reaches the network; stock ``net.load_parameters`` reads
what is written here, and files of stock ``net.save_parameters`` are read.

The format, little-endian: ``u64 0x112``, ``u64 0``, ``u64 number of arrays``, the arrays, ``u64 number of names``, and
for each name ``u64 length`` and its bytes. A dense array is ``u32 0xF993FAC9``, ``i32 storage type``, ``i32 ndim``,
``i64`` sizes, ``i32 device type``, ``i32 device number``, ``i32 dtype`` and its values. Behind it stands our trailer:
a mark and the SHA-256 of all bytes before the mark, which stock Gluon ignores.
"""

from __future__ import annotations

import hashlib
import re
import stat
import struct
from collections.abc import Mapping
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
import psutil
from numpy.typing import NDArray

from core.engine.mx import mx
from core.errors import ParametersError
from core.layers import Shape
from core.storage import reason, write_atomically
from core.texts import say, unsaid

_LIST_MAGIC, _ARRAY_MAGIC = 0x112, 0xF993FAC9
_DENSE, _CPU, _FLOAT32 = 0, 1, 0
_MARK = b"gluon-lab sha256"
_MAX_NDIM = 8
_MARKED = re.compile("^(arg|aux):")
_DTYPE_NAMES = {0: "float32", 1: "float64", 2: "float16", 3: "uint8", 4: "int32", 5: "int8", 6: "int64", 7: "bool"}

Arrays = dict[str, NDArray[np.float32]]


def write_arrays(path: Path, arrays: Mapping[str, NDArray[np.float32]]) -> None:
    """Write arrays to ``path``: all of them or, on any failure, none, leaving an old file as it was.

    Raises:
        ParametersError: the disk is full, the folder is missing, a value is not finite, ...
    """
    parts = [struct.pack("<QQQ", _LIST_MAGIC, 0, len(arrays))]
    for name, array in arrays.items():
        if not np.isfinite(array).all():
            raise ParametersError(
                say("'{name}' holds values that are not finite numbers. There is nothing worth saving.", name=name)
            )
        parts.append(struct.pack(f"<Iii{array.ndim}q", _ARRAY_MAGIC, _DENSE, array.ndim, *array.shape))
        parts.append(struct.pack("<iii", _CPU, 0, _FLOAT32))
        parts.append(np.ascontiguousarray(array, dtype="<f4").tobytes())
    parts.append(struct.pack("<Q", len(arrays)))
    for name in arrays:
        encoded = name.encode()
        parts.append(struct.pack("<Q", len(encoded)) + encoded)
    content = b"".join(parts)
    content += _MARK + hashlib.sha256(content).digest()
    try:
        write_atomically(path, content)
    except OSError as error:
        raise ParametersError(
            say("The parameters could not be saved to {path}: {error}", path=path, error=reason(error))
        ) from error


def read_arrays(path: Path) -> Arrays:
    """Read all arrays of a ``.params`` file by name.

    Raises:
        ParametersError: the file cannot be read, is damaged, or holds something that is not a finite float32 array.
    """
    try:
        status = path.stat()
        # Opening a pipe would wait for ever, and a device may never end.
        if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
            raise ParametersError(say("{path} could not be read: this is a device or a pipe, not a file.", path=path))
        if status.st_size > psutil.virtual_memory().available // 2:
            raise ParametersError(
                say("{path} is too large to be a parameter file: it does not fit into the memory.", path=path)
            )
        with path.open("rb") as file:
            content = file.read(status.st_size)
    except OSError as error:
        raise ParametersError(say("{path} could not be read: {error}", path=path, error=reason(error))) from error
    return _Reader(path, content).arrays()


def get_arrays(net: Any) -> Arrays:
    """Return copies of all parameters of a network by Gluon's structural names, such as ``0.weight``."""
    return {name: parameter.data().asnumpy() for name, parameter in net._collect_params_with_prefix().items()}


def set_arrays(net: Any, arrays: Mapping[str, NDArray[np.float32]], source: str) -> None:
    """Give a network all its parameters, or, if names or shapes differ, change nothing.

    Args:
        net: a network whose shapes are known.
        arrays: by structural names.
        source: what the arrays come from, for the error message.

    Raises:
        ParametersError: which name or shape does not fit.
    """
    parameters = net._collect_params_with_prefix()
    check_fit({name: tuple(parameter.shape) for name, parameter in parameters.items()}, arrays, source)
    first: dict[int, str] = {}
    for name, parameter in parameters.items():
        other = first.setdefault(id(parameter), name)
        if not np.array_equal(arrays[name], arrays[other]):
            raise ParametersError(
                say(
                    "{source} does not fit this network: {name} and {other} differ in it, but are one and the same "
                    "here, since the layers share their parameters.",
                    source=source,
                    name=name,
                    other=other,
                )
            )
    for name, parameter in parameters.items():
        parameter.set_data(mx.nd.array(arrays[name]))


def set_entry(net: Any, name: str, index: tuple[int, ...], value: float) -> float:
    """Give one entry of a parameter another value and return the one before.

    Raises:
        ParametersError: there is no such entry, or the value is not a finite float32 number.
    """
    parameter = net._collect_params_with_prefix().get(name)
    shape = () if parameter is None else tuple(parameter.shape)
    inside = len(index) == len(shape) > 0 and all(0 <= i < size for i, size in zip(index, shape, strict=True))
    if parameter is None or not inside:
        raise ParametersError(say("The network has no weight {name}{index}.", name=name, index=list(index)))
    if not abs(value) <= float(np.finfo(np.float32).max):
        raise ParametersError(
            say("{name} cannot be set to {value}: weights are finite numbers.", name=name, value=value)
        )
    array = parameter.data()
    before = float(array[index].asscalar())
    array[index] = value
    return before


def check_fit(shapes: Mapping[str, Shape], arrays: Mapping[str, NDArray[np.float32]], source: str) -> None:
    """Compare arrays with the parameters of a network.

    Args:
        shapes: of the network's parameters, by structural names.
        arrays: by structural names.
        source: what the arrays come from, for the error message.

    Raises:
        ParametersError: which name or shape does not fit.
    """
    problems = [say("{name} is missing", name=name) for name in shapes if name not in arrays]
    problems += [say("{name} belongs to no layer", name=name) for name in arrays if name not in shapes]
    for name, shape in shapes.items():
        if name in arrays and arrays[name].shape != shape:
            text = unsaid("{name} has shape {given}, the network wants {shape}")
            problems.append(say(text, name=name, given=arrays[name].shape, shape=shape))
    if problems:
        names = "; ".join(problems[:3])
        if len(problems) > 3:
            names = say("{names} (and {number} more differences)", names=names, number=len(problems) - 3)
        raise ParametersError(
            say(
                "{source} does not fit this network: {names}. Open the experiment that the parameters were saved with.",
                source=source,
                names=names,
            )
        )


class _Reader:
    """Reads a parameter file piece by piece; every piece is checked against what is left of the file."""

    def __init__(self, path: Path, content: bytes) -> None:
        self._path = path
        self._content = memoryview(content)
        self._position = 0

    def arrays(self) -> Arrays:
        magic, reserved, count = self._unpack("<QQQ")
        if magic != _LIST_MAGIC or reserved != 0:
            raise self._error(say("it is not a parameter file of Gluon"))
        arrays = [self._array() for _ in range(self._bounded(count, 24))]
        (num_names,) = self._unpack("<Q")
        if num_names != count:
            raise self._error(say("it names {num_names} arrays but holds {count}", num_names=num_names, count=count))
        # Files of mx.model.save_checkpoint mark their names; Gluon reads them without the mark, and so do we.
        names = [_MARKED.sub("", self._name()) for _ in range(num_names)]
        if len(set(names)) != len(names):
            raise self._error(say("a name stands in it twice"))
        self._check_trailer()
        for name, array in zip(names, arrays, strict=True):
            if not np.isfinite(array).all():
                raise self._error(say("'{name}' holds values that are not finite numbers", name=name))
        return dict(zip(names, arrays, strict=True))

    def _array(self) -> NDArray[np.float32]:
        magic, storage, ndim = self._unpack("<Iii")
        if magic != _ARRAY_MAGIC:
            raise self._error(say("an array in it has an unknown format"))
        if storage != _DENSE:
            raise self._error(say("it holds a sparse array, which no layer here has"))
        if not 1 <= ndim <= _MAX_NDIM:
            raise self._error(say("an array in it claims {ndim} axes", ndim=ndim))
        shape = self._unpack(f"<{ndim}q")
        if any(size < 1 for size in shape):
            raise self._error(say("an array in it claims the shape {shape}", shape=shape))
        _, _, dtype = self._unpack("<iii")
        if dtype != _FLOAT32:
            raise self._error(
                say("it holds {dtype} numbers instead of float32", dtype=_DTYPE_NAMES.get(dtype, "unknown"))
            )
        raw = self._take(4 * prod(shape))
        return np.frombuffer(raw, dtype="<f4").reshape(shape)

    def _name(self) -> str:
        (length,) = self._unpack("<Q")
        try:
            return bytes(self._take(length)).decode("utf-8")
        except UnicodeDecodeError as error:
            raise self._error(say("a name in it is not text")) from error

    def _check_trailer(self) -> None:
        rest = bytes(self._content[self._position :])
        if not rest:
            return
        if not rest.startswith(_MARK):
            raise self._error(say("something stands behind its end"))
        digest = hashlib.sha256(self._content[: self._position]).digest()
        if rest != _MARK + digest:
            raise self._error(say("its checksum does not match"))

    def _bounded(self, count: int, least_bytes: int) -> int:
        if count * least_bytes > len(self._content) - self._position:
            raise self._error(say("it claims {count} arrays but is too short for them", count=count))
        return count

    def _unpack(self, layout: str) -> tuple[Any, ...]:
        return struct.unpack(layout, self._take(struct.calcsize(layout)))

    def _take(self, size: int) -> memoryview:
        if size > len(self._content) - self._position:
            raise self._error(say("it ends too early"))
        piece = self._content[self._position : self._position + size]
        self._position += size
        return piece

    def _error(self, what: str) -> ParametersError:
        return ParametersError(
            say(
                "{path} cannot be used: {what}. Save the parameters again, or choose another file.",
                path=self._path,
                what=what,
            )
        )
