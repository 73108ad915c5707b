"""What MXNet's libraries have to be told about the processor."""

from __future__ import annotations

import platform
import subprocess
import sys
from functools import cache
from pathlib import Path

KERNELS_VARIABLE = "OPENBLAS_CORETYPE"


@cache
def blas_kernels() -> str:
    """Return for which processor OpenBLAS shall take its kernels; empty to let it choose.

    The one in MXNet 1.9.1 does not know recent processors, and falls back to its slowest kernels.
    """
    return "Haswell" if platform.machine() in ("x86_64", "AMD64") and _has_avx2() else ""


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
