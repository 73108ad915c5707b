"""What MXNet's libraries are told about the processor."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from core import processor


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc/cpuinfo")
def test_avx2_is_found_where_numpy_finds_it():
    features = np.core._multiarray_umath.__cpu_features__
    assert processor._has_avx2() == features.get("AVX2", False)


@pytest.mark.parametrize(("answer", "has_avx2"), [("1\n", True), ("0\n", False), ("", False)])
def test_a_mac_is_asked_and_rosetta_may_say_no(monkeypatch, answer, has_avx2):
    asked = []

    def run(command, **_options):
        asked.append(command)
        return subprocess.CompletedProcess(command, 0, stdout=answer)

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(subprocess, "run", run)
    assert processor._has_avx2() is has_avx2
    assert asked == [["/usr/sbin/sysctl", "-n", "hw.optional.avx2_0"]]
