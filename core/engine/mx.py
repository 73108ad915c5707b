"""Imports MXNet once, with what it needs to work well.

- MXNet 1.9.1 still uses ``numpy.bool``, which NumPy removed in 1.24.
- Its bundled OpenBLAS does not know recent CPUs and falls back to its slowest kernels; on a CPU with AVX2 it is told
  to use those for Haswell. A choice that the user made in the environment is respected.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import numpy as np


def _has_avx2() -> bool:
    if sys.platform == "linux":
        return " avx2" in Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    if sys.platform == "darwin":
        # Rosetta says 0 where it cannot translate AVX2.
        answer = subprocess.run(
            ["/usr/sbin/sysctl", "-n", "hw.optional.avx2_0"], capture_output=True, text=True, check=False
        )
        return answer.stdout.strip() == "1"
    return False


def _import_mxnet() -> Any:
    if platform.machine() in ("x86_64", "AMD64") and _has_avx2():
        os.environ.setdefault("OPENBLAS_CORETYPE", "Haswell")
    # Written to the module itself: numpy answers the old name with an error otherwise.
    vars(np).setdefault("bool", np.bool_)
    with warnings.catch_warnings():
        # Deprecations inside MXNet are not the user's business, and 1.9.1 is the last release.
        warnings.simplefilter("ignore")
        import mxnet
    return mxnet


mx: Any = _import_mxnet()
