"""Parameter files: exchange with stock Gluon, damaged files, failing disks."""

from __future__ import annotations

import errno
import os
import struct
import tracemalloc

import numpy as np
import psutil
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.engine.mx import mx
from core.engine.network import build_network
from core.engine.parameters import get_arrays, read_arrays, set_arrays, write_arrays
from core.errors import ParametersError
from tests.core.engine.runs import DENSE, DENSE_RELU, a_run, run_all, small

nn = mx.gluon.nn

ARRAYS = {
    "0.weight": np.arange(6, dtype=np.float32).reshape(2, 3) / 7,
    "0.bias": np.array([-0.0, 1e-38], np.float32),
    "2.weight": np.full((1, 2, 1, 3), 1e38, np.float32),
}
TRAILER = len(b"gluon-lab sha256") + 32


@pytest.fixture
def path(tmp_path):
    return tmp_path / "some.params"


def written(path, arrays=ARRAYS):
    """Return the bytes that our writer makes."""
    write_arrays(path, arrays)
    return path.read_bytes()


def file_of(*arrays, names=None, count=None):
    """Return the bytes of a file without a checksum; arrays are given as bytes."""
    names = [f"n{i}".encode() for i in range(len(arrays))] if names is None else names
    content = struct.pack("<QQQ", 0x112, 0, len(arrays) if count is None else count) + b"".join(arrays)
    return content + struct.pack("<Q", len(names)) + b"".join(struct.pack("<Q", len(n)) + n for n in names)


def array_bytes(shape=(2,), data=None, magic=0xF993FAC9, storage=0, dtype=0, ndim=None):
    data = np.ones(shape, np.float32).tobytes() if data is None else data
    head = struct.pack("<Iii", magic, storage, len(shape) if ndim is None else ndim)
    return head + struct.pack(f"<{len(shape)}q", *shape) + struct.pack("<iii", 1, 0, dtype) + data


WITHOUT_CHECKSUM = file_of(
    *(array_bytes(array.shape, array.tobytes()) for array in ARRAYS.values()), names=[name.encode() for name in ARRAYS]
)


def assert_equal_arrays(found, expected):
    assert list(found) == list(expected)
    for name, array in expected.items():
        assert found[name].dtype == np.float32
        assert found[name].tobytes() == array.tobytes(), name
        assert found[name].shape == array.shape


def test_what_was_written_is_read_bit_for_bit(path):
    write_arrays(path, ARRAYS)
    assert_equal_arrays(read_arrays(path), ARRAYS)


def test_the_format_is_the_documented_one_and_a_checksum(path):
    assert written(path)[:-TRAILER] == WITHOUT_CHECKSUM


def test_stock_gluon_reads_our_files(path):
    run, _ = run_all(small())
    run.save_parameters(path)
    stock = nn.Sequential()
    stock.add(nn.Dense(32, activation="relu"), nn.Dense(10))
    stock.load_parameters(str(path))
    X = run.job.parts.test.X
    probabilities = mx.nd.softmax(stock(mx.nd.array(X))).asnumpy()
    np.testing.assert_allclose(probabilities, run.predict(run.job.parts.test), atol=1e-6)
    for name, parameter in stock._collect_params_with_prefix().items():
        np.testing.assert_array_equal(parameter.data().asnumpy(), get_arrays(run.net)[name])


def test_files_of_stock_gluon_are_read(path):
    stock = nn.HybridSequential()
    stock.add(nn.Dense(32, activation="relu", in_units=64), nn.Dense(10, in_units=32))
    stock.initialize(mx.init.Xavier())
    stock.save_parameters(str(path))
    run = a_run(small())
    run.load_parameters(path)
    assert_equal_arrays(get_arrays(run.net), get_arrays(stock))


def test_files_of_stock_nd_save_are_read(path):
    mx.nd.save(str(path), {name: mx.nd.array(array) for name, array in ARRAYS.items()})
    assert_equal_arrays(read_arrays(path), ARRAYS)


def test_the_marks_of_checkpoints_are_taken_off_names(path):
    path.write_bytes(file_of(array_bytes(), array_bytes((1,)), names=[b"arg:fc_weight", b"aux:arg:mean"]))
    assert list(read_arrays(path)) == ["fc_weight", "arg:mean"]


def test_loading_gives_the_same_metrics_and_probabilities(path):
    experiment = small(training={"num_epochs": 3})
    run, _ = run_all(experiment)
    run.save_parameters(path)
    other = a_run(experiment)
    validation = other.job.parts.validation
    assert other.evaluate(validation) != run.evaluate(validation)
    other.load_parameters(path)
    assert other.evaluate(validation) == run.evaluate(validation)
    np.testing.assert_array_equal(other.predict(validation), run.predict(validation))


def test_any_flipped_bit_is_detected_by_the_checksum(path):
    content = written(path)
    for position in range(len(content)):
        damaged = bytearray(content)
        damaged[position] ^= 1 << position % 8
        path.write_bytes(damaged)
        with pytest.raises(ParametersError, match="cannot be used"):
            read_arrays(path)


def test_a_file_cut_anywhere_is_refused(path):
    content = written(path)
    for length in range(len(content)):
        path.write_bytes(content[:length])
        if length == len(content) - TRAILER:
            # Exactly without our checksum it is a whole file of stock Gluon.
            assert_equal_arrays(read_arrays(path), ARRAYS)
        else:
            with pytest.raises(ParametersError, match="cannot be used"):
                read_arrays(path)


@pytest.mark.parametrize("more", [b"\0", b"gluon-lab sha256", bytes(48), b"x" * 1000])
def test_a_file_with_more_behind_its_end_is_refused(path, more):
    path.write_bytes(file_of(array_bytes()) + more)
    with pytest.raises(ParametersError):
        read_arrays(path)
    path.write_bytes(written(path) + more)
    with pytest.raises(ParametersError):
        read_arrays(path)


def read_or_refuse(path):
    """Read a file; the only ways out are arrays and a sentence, and memory stays in proportion to the file."""
    tracemalloc.start()
    try:
        return read_arrays(path)
    except ParametersError as error:
        assert str(path) in str(error)
        assert str(error).endswith(".")
        return None
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 100_000 + 100 * path.stat().st_size


@settings(max_examples=120)
@given(data=st.data())
def test_damaged_files_without_a_checksum_give_a_sentence_or_finite_arrays(path, data):
    content = bytearray(WITHOUT_CHECKSUM)
    for _ in range(data.draw(st.integers(1, 4))):
        position = data.draw(st.integers(0, len(content) - 1))
        piece = data.draw(st.binary(min_size=1, max_size=8) | st.sampled_from([b"\xff" * 8, b"\0" * 8, b"\xff" * 4]))
        content[position : position + len(piece)] = piece
    path.write_bytes(content[: data.draw(st.integers(0, len(content)) | st.just(len(content)))])
    found = read_or_refuse(path)
    if found is not None:
        assert all(np.isfinite(array).all() and array.dtype == np.float32 for array in found.values())
        assert sum(array.nbytes for array in found.values()) < path.stat().st_size


@settings(max_examples=100)
@given(content=st.binary(max_size=200))
def test_any_bytes_behind_the_right_beginning_are_survived(path, content):
    path.write_bytes(struct.pack("<QQ", 0x112, 0) + content)
    read_or_refuse(path)


HUGE = 2**62


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "ends too early"),
        (b"PK\x03\x04" + bytes(60), "not a parameter file of Gluon"),
        (struct.pack("<QQQ", 0x112, 1, 0), "not a parameter file of Gluon"),
        (file_of(count=HUGE), "too short for them"),
        (file_of(count=2**64 - 1), "too short for them"),
        (file_of(array_bytes(), names=[]), "names 0 arrays but holds 1"),
        (struct.pack("<QQQQ", 0x112, 0, 0, HUGE), "names"),
        (file_of(array_bytes((HUGE, HUGE), data=b"")), "ends too early"),
        (file_of(array_bytes((2**20, 2**20), data=b"")), "ends too early"),
        (file_of(array_bytes((-1,), data=b"")), "claims the shape"),
        (file_of(array_bytes((0, 3), data=b"")), "claims the shape"),
        (file_of(array_bytes((), data=b"")), "claims 0 axes"),
        (file_of(array_bytes(ndim=2**31 - 1)), "axes"),
        (file_of(array_bytes(ndim=-1)), "axes"),
        (file_of(array_bytes(magic=0xF993FAC8)), "unknown format"),
        (file_of(array_bytes(storage=1)), "sparse"),
        (file_of(array_bytes(dtype=2)), "float16 numbers instead of float32"),
        (file_of(array_bytes(dtype=99)), "unknown numbers"),
        (file_of(array_bytes((1,), data=struct.pack("<f", np.nan))), "'n0' holds values that are not finite"),
        (file_of(array_bytes((1,), data=struct.pack("<f", -np.inf))), "not finite"),
        (file_of(array_bytes(), array_bytes(), names=[b"a", b"a"]), "twice"),
        (file_of(array_bytes(), array_bytes(), names=[b"a", b"arg:a"]), "twice"),
        (file_of(array_bytes(), names=[b"\xff\xfe"]), "not text"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(path, content, what):
    path.write_bytes(content)
    with pytest.raises(ParametersError, match=f"cannot be used: .*{what}"):
        read_arrays(path)


def test_files_that_are_no_files(tmp_path):
    with pytest.raises(ParametersError, match="no such file"):
        read_arrays(tmp_path / "absent.params")
    with pytest.raises(ParametersError, match="folder"):
        read_arrays(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ParametersError, match="pipe"):
        read_arrays(tmp_path / "pipe")


def test_a_file_larger_than_the_memory_is_not_read(path, monkeypatch):
    class Little:
        available = 600

    written(path, {"0.weight": np.ones(1000, np.float32)})
    monkeypatch.setattr(psutil, "virtual_memory", Little)
    with pytest.raises(ParametersError, match="too large"):
        read_arrays(path)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_values_that_are_not_finite_are_not_written(path, value):
    with pytest.raises(ParametersError, match=r"'1\.bias' holds values that are not finite"):
        write_arrays(path, {**ARRAYS, "1.bias": np.array([0, value], np.float32)})
    assert not path.exists()


@pytest.mark.parametrize(
    ("operation", "number", "words"),
    [
        ("replace", errno.EACCES, "permission"),
        ("fsync", errno.ENOSPC, "disk is full"),
        ("fsync", errno.EIO, "disk failed"),
    ],
)
def test_a_failing_disk_leaves_the_old_file(path, monkeypatch, operation, number, words):
    def fail(*_args, **_kwargs):
        raise OSError(number, os.strerror(number))

    before = written(path)
    monkeypatch.setattr(os, operation, fail)
    with pytest.raises(ParametersError, match=f"could not be saved .*{words}"):
        write_arrays(path, {"0.weight": np.zeros(3, np.float32)})
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_places_that_cannot_be_written_are_named(tmp_path):
    with pytest.raises(ParametersError, match=r"folder\.params: there is no such file or folder"):
        write_arrays(tmp_path / "no" / "folder.params", ARRAYS)
    with pytest.raises(ParametersError, match="this is a folder, not a file"):
        write_arrays(tmp_path, ARRAYS)


@pytest.mark.parametrize(
    ("layers", "problems"),
    [
        ([DENSE], ["0.weight has shape (32, 64), the network wants (10, 64)", "1.weight belongs to no layer"]),
        ([DENSE_RELU, DENSE, DENSE], ["2.weight is missing", "2.bias is missing"]),
        ([{"kind": "dense", "units": 31}, DENSE], ["0.bias has shape (32,), the network wants (31,)"]),
        ([{"kind": "flatten"}, DENSE_RELU, DENSE], ["more differences"]),
    ],
)
def test_parameters_of_another_network_are_refused_and_nothing_is_changed(path, layers, problems):
    a_run(small()).save_parameters(path)
    run = a_run(small(layers))
    before = get_arrays(run.net)
    with pytest.raises(ParametersError, match="does not fit this network") as raised:
        run.load_parameters(path)
    assert all(problem in str(raised.value) for problem in problems)
    assert_equal_arrays(get_arrays(run.net), before)


def test_a_damaged_file_changes_nothing(path):
    run = a_run(small())
    run.save_parameters(path)
    damaged = bytearray(path.read_bytes())
    damaged[-200] ^= 1
    path.write_bytes(damaged)
    other = a_run(small(training={"seed": 8}))
    before = get_arrays(other.net)
    with pytest.raises(ParametersError, match="checksum"):
        other.load_parameters(path)
    assert_equal_arrays(get_arrays(other.net), before)


@given(
    names=st.lists(
        st.text(min_size=0, max_size=12).filter(lambda n: n.isprintable() and ":" not in n), max_size=5, unique=True
    ),
    shape=st.lists(st.integers(1, 4), min_size=1, max_size=4),
)
@settings(max_examples=50)
def test_any_names_and_shapes_survive_the_round_trip(path, names, shape):
    arrays = {name: np.random.RandomState(len(name)).normal(size=shape).astype(np.float32) for name in names}
    write_arrays(path, arrays)
    assert_equal_arrays(read_arrays(path), arrays)


def test_names_that_are_numbers_are_names(path):
    arrays = {"0": np.ones(2, np.float32), "-1": np.zeros(1, np.float32), "1e5": np.ones((1, 1), np.float32)}
    write_arrays(path, arrays)
    assert_equal_arrays(read_arrays(path), arrays)
    assert sorted(mx.nd.load(str(path))) == sorted(arrays)
    with pytest.raises(ParametersError, match="0 belongs to no layer"):
        set_arrays(build_network(small()), {**get_arrays(build_network(small())), **arrays}, "This")


def test_arrays_that_are_not_contiguous_are_written_right(path):
    arrays = {"0.weight": np.arange(12, dtype=np.float32).reshape(3, 4).T[::2]}
    write_arrays(path, arrays)
    np.testing.assert_array_equal(read_arrays(path)["0.weight"], arrays["0.weight"])
