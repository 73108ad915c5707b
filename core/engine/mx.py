"""Imports MXNet once, with what it needs to work well.

- MXNet 1.9.1 still uses ``numpy.bool``, which NumPy removed in 1.24.
- Its bundled OpenBLAS does not know recent CPUs and falls back to its slowest kernels; on a CPU with AVX2 it is told
  to use those for Haswell. A choice that the user made in the environment is respected.
"""

from __future__ import annotations

import os
import warnings
from typing import Any

import numpy as np

from core.processor import KERNELS_VARIABLE, blas_kernels


def _import_mxnet() -> Any:
    if blas_kernels():
        os.environ.setdefault(KERNELS_VARIABLE, blas_kernels())
    # Written to the module itself: numpy answers the old name with an error otherwise.
    vars(np).setdefault("bool", np.bool_)
    with warnings.catch_warnings():
        # Deprecations inside MXNet are not the user's business, and 1.9.1 is the last release.
        warnings.simplefilter("ignore")
        import mxnet
    return mxnet


mx: Any = _import_mxnet()
