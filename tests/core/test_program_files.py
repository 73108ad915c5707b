"""Programs of users are read and looked through, and nothing of them runs before the user agreed."""

from __future__ import annotations

import os

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core import programs
from core.errors import ExperimentError
from core.program_files import MAX_BYTES, Agreements, block_classes, look_for, read_program
from core.programs import Program
from tests.own_layers import MY_DENSE, program, saved


@pytest.fixture(autouse=True)
def _afresh():
    programs.forget_all()
    yield
    programs.forget_all()


def classes_of(source: bytes | str) -> tuple[str, ...]:
    return block_classes(Program("own.py", source if isinstance(source, bytes) else source.encode()))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (MY_DENSE, ("OwnDense",)),
        ("class A(Block): pass\nclass B(A): pass\nclass C: pass", ("A", "B")),
        ("class A(mx.gluon.nn.Dense): pass", ("A",)),
        ("class A(gluon.HybridBlock): pass\ndef f():\n    class B(Block): pass", ("A",)),
        ("\ufeffclass A(nn.Block): pass\r\n# -*- coding: utf-8 -*-\r\n", ("A",)),
    ],
)
def test_classes_made_from_blocks_are_found(source, expected):
    assert classes_of(source) == expected


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("x = 1", "holds no layer"),
        ("class A(Block)\n    pass", "no Python program: line 1"),
        (b"class A(Block): x = '\xff'", "no text in UTF-8"),
        (b"\xff\xfec\0l\0a\0s\0s\0", "no text in UTF-8"),
        # What stands there in UTF-7 is a line break and an import.
        (b"# coding: utf-7\n#+AAo-import os\nclass A(Block): pass", "written in utf-7"),
        (b"# coding: nonsense\nclass A(Block): pass", "no text in UTF-8"),
        ("class A(Block): pass\n# \u202e os tropmi", "line 2: there is a sign that cannot be seen (U+202E)"),
        ("class A(Block): pass\0", "(U+0000)"),
        ("(" * 500, "no Python program"),
        ("x = 1" + " " * 1000 + "; import os", "line 1: more than 1,000 signs"),
        ("x = 1;" * 100 + "\n" + "".join(f"{' ' * i}if 1:\n" for i in range(200)), "no Python program"),
        ("#" * (MAX_BYTES + 1), "too long"),
    ],
)
def test_what_is_no_layer_or_would_be_shown_otherwise_than_it_is_read_is_refused(source, words):
    with pytest.raises(ExperimentError) as error:
        classes_of(source)
    assert words in str(error.value)


MARKER = "GLUON_LAB_TEST_MARKER"
MARK = f"import os\nos.environ[{MARKER!r}] = 'ran'\n"


@settings(max_examples=25)
@given(
    st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: (MARK + text).encode("utf-8", "replace")))
)
@example((MARK + MY_DENSE).encode())
@example((MARK * 2 + "class A(Block, metaclass=exec(" + repr(MARK) + ")): pass").encode())
@example((MARK + f"@exec({MARK!r})\nclass A(Block):\n    x = exec({MARK!r})\n").encode())
def test_nothing_runs_of_what_is_read(tmp_path, content):
    path = tmp_path / "own.py"
    path.write_bytes(content)
    try:
        own = read_program(path)
        assert all(name.isidentifier() for name in block_classes(own))
        assert look_for(str(path), own.sha256) == "there"
    except ExperimentError as error:
        assert str(error).endswith(".")
    assert MARKER not in os.environ


def test_files_that_cannot_be_read_give_a_sentence(tmp_path):
    large = tmp_path / "large.py"
    large.write_bytes(b"#" * 10_000_000)
    os.mkfifo(tmp_path / "pipe.py")
    for path, words in [
        (tmp_path, "cannot be read"),
        (tmp_path / "missing.py", "no such file"),
        (tmp_path / "pipe.py", "a device or a pipe"),
        (tmp_path / "a\0b", "not a name that a file can have"),
        (large, "too long"),
    ]:
        with pytest.raises(ExperimentError) as error:
            read_program(path)
        assert words in str(error.value)
        assert str(error.value).isprintable()


def test_a_file_is_there_missing_or_changed(tmp_path):
    own = program("doubled")
    path = saved(tmp_path)
    assert look_for(str(path), own.sha256) == "there"
    path.write_bytes(own.source + b"\n")
    assert look_for(str(path), own.sha256) == "changed"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert look_for(str(path), own.sha256) == "changed"
    path.unlink()
    assert look_for(str(path), own.sha256) == look_for("a\0b", own.sha256) == look_for("", own.sha256) == "missing"


def test_agreements_are_kept_and_recalled_and_can_be_taken_back(tmp_path):
    agreements, own = Agreements(tmp_path / "new" / "folder"), program("doubled")
    agreements.recall()
    agreements.keep(own)
    assert programs.agreed(own.sha256) == own
    (copy,) = (tmp_path / "new" / "folder").iterdir()
    assert copy.name == f"{own.sha256}.py"
    assert copy.read_bytes() == own.source
    programs.forget_all()
    assert programs.agreed(own.sha256) is None
    agreements.recall()
    assert programs.agreed(own.sha256).source == own.source
    programs.forget_all()
    copy.unlink()
    agreements.recall()
    assert programs.agreed(own.sha256) is None


def test_a_copy_that_was_changed_counts_for_nothing(tmp_path):
    agreements, own = Agreements(tmp_path), program("doubled")
    agreements.keep(own)
    programs.forget_all()
    other = own.source + b"\nimport os\n"
    (tmp_path / f"{own.sha256}.py").write_bytes(other)
    (tmp_path / f"{'0' * 64}.py").mkdir()
    agreements.recall()
    assert programs.agreed(own.sha256) is None
    assert programs.agreed(Program("own.py", other).sha256) is None
