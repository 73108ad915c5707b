"""What MXNet needs to be imported, seen from fresh processes."""

from __future__ import annotations

import os
import platform
import subprocess
import sys

import numpy as np
import pytest

from core.engine.mx import mx

CORETYPE = "OPENBLAS_CORETYPE"


def in_a_fresh_process(code, **environment):
    """Return what a program prints; warnings are errors in it."""
    kept = {name: value for name, value in os.environ.items() if name != CORETYPE}
    command = [sys.executable, "-W", "error", "-c", code]
    answer = subprocess.run(command, env=kept | environment, capture_output=True, text=True, check=True)
    assert answer.stderr == ""
    return answer.stdout.split()


def test_it_is_the_release_that_everything_is_built_on():
    assert mx.__version__ == "1.9.1"


def test_numpy_keeps_its_meaning_of_bool():
    assert np.bool is np.bool_


@pytest.mark.parametrize("chosen", [{}, {CORETYPE: "Nehalem"}])
def test_openblas_is_told_the_cpu_unless_the_user_did(chosen, tmp_path):
    # In place of MXNet, which looks for the variable while it is imported.
    (tmp_path / "mxnet.py").write_text(f"import os; print(os.environ.get('{CORETYPE}'))")
    path = os.pathsep.join([str(tmp_path), *filter(None, sys.path)])
    code = "import core.engine.mx, core.processor as p; print(p._has_avx2())"
    coretype, has_avx2 = in_a_fresh_process(code, PYTHONPATH=path, **chosen)
    quick = has_avx2 == "True" and platform.machine() in ("x86_64", "AMD64")
    assert coretype == (chosen.get(CORETYPE) or ("Haswell" if quick else "None"))


def test_nothing_but_the_engine_imports_mxnet():
    code = "import sys, core.presets, core.stack, core.history, core.storage; print('mxnet' in sys.modules)"
    assert in_a_fresh_process(code) == ["False"]
