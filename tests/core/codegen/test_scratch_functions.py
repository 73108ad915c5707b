"""The formulas that stand in programs from scratch above MXNet's operators say what these compute."""

from __future__ import annotations

import re
import runpy

import numpy as np
import pytest

from core.codegen.scratch_functions import FUNCTIONS
from core.engine.mx import mx

FORMULA = re.compile(r"def (\w+)(\(.*\)):\n    # (.*?)(?:, Z = (.*))?\n", re.MULTILINE)
WITH_FORMULA = [name for name, text in FUNCTIONS.items() if FORMULA.match(text)]


def test_what_hides_arithmetic_has_its_formula():
    hidden = {name for name, text in FUNCTIONS.items() if re.search(r"nd\.[A-Z]|nd\.log_softmax", text)}
    # Of these the operator's name says what a line cannot.
    assert hidden - {"conv2d", "conv2d_without_bias", "batch_norm", "batch_norm_without_gamma"} == set(WITH_FORMULA)


@pytest.mark.parametrize("name", WITH_FORMULA)
def test_the_formula_gives_what_the_function_gives(name, tmp_path):
    match = FORMULA.match(FUNCTIONS[name])
    assert match is not None
    _, arguments, formula, before = match.groups()
    text = f"from mxnet import nd\n\n\n{FUNCTIONS[name]}\n\n\ndef formula{arguments}:\n"
    text += (f"    Z = {before}\n" if before else "") + f"    return {formula}\n"
    (tmp_path / "functions.py").write_text(text, encoding="utf-8")
    defined = runpy.run_path(str(tmp_path / "functions.py"))
    draw = np.random.RandomState(1)
    X, W, b = (mx.nd.array(draw.normal(size=shape)) for shape in ((5, 2, 3), (4, 6), (4,)))
    given = {"X": X.flatten() if name == "log_softmax" else X, "W": W, "b": b}
    values = [given[argument] for argument in arguments.strip("()").split(", ")]
    found, expected = defined[name](*values).asnumpy(), defined["formula"](*values).asnumpy()
    np.testing.assert_allclose(found, expected, rtol=2e-5, atol=1e-6)
