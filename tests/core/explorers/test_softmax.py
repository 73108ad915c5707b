"""Softmax and cross-entropy against SciPy and MXNet, in float64 and as float32 computes them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import log_softmax, logsumexp
from scipy.special import softmax as reference

from core.engine.mx import mx
from core.explorers.setup import SetupError, changed
from core.explorers.softmax import SoftmaxSetup, by_definition, cross_entropy, fused, gradient, softmax

LOGITS = st.lists(st.floats(-1000, 1000), min_size=2, max_size=10).map(np.array)


@settings(max_examples=60)
@given(logits=LOGITS, data=st.data())
def test_probabilities_and_loss_are_those_of_scipy(logits, data):
    label = data.draw(st.integers(0, len(logits) - 1))
    np.testing.assert_allclose(softmax(logits), reference(logits), rtol=1e-9, atol=1e-300)
    assert cross_entropy(logits, label) == pytest.approx(-log_softmax(logits)[label], rel=1e-9, abs=1e-9)


@settings(max_examples=20)
@given(logits=st.lists(st.floats(-60, 60, width=32), min_size=2, max_size=10).map(np.array), data=st.data())
def test_gradient_and_fused_loss_are_those_of_mxnet(logits, data):
    label = data.draw(st.integers(0, len(logits) - 1))
    o = mx.nd.array(logits[None])
    o.attach_grad()
    with mx.autograd.record():
        loss = mx.gluon.loss.SoftmaxCrossEntropyLoss()(o, mx.nd.array([label]))
    loss.backward()
    np.testing.assert_allclose(gradient(logits, label), o.grad.asnumpy()[0], rtol=1e-4, atol=1e-5)
    assert fused(logits, label).loss == pytest.approx(float(loss.asscalar()), rel=1e-4, abs=1e-5)


@pytest.mark.parametrize(("shift", "fails"), [(0, False), (80, False), (100, True), (-200, True)])
def test_the_definition_fails_where_float32_ends(shift, fails):
    logits = np.array([2.0, 1.0, 0.1]) + shift
    assert by_definition(logits, 0).failed == fails
    assert not fused(logits, 0).failed
    assert fused(logits, 0).loss == pytest.approx(cross_entropy(logits, 0), rel=1e-4)


@pytest.mark.parametrize("shift", [0.0, 100.0, -100.0])
@pytest.mark.parametrize("logits", [[19.0, 1.0, 0.1], [0.1, 60.0, 19.0], [12.5, 12.5, -3.0], [30.0, 0.0, 0.0]])
def test_the_smallest_losses_keep_their_digits(logits, shift):
    inputs = np.array(logits) + shift
    label = int(inputs.argmax())
    expected = logsumexp(inputs - inputs.max())
    assert cross_entropy(inputs, label) == pytest.approx(expected, rel=1e-12)
    assert fused(inputs, label).loss == pytest.approx(expected, rel=2e-5), "float32 rounds 100.1"


@pytest.mark.parametrize("state", [{"logits": [1.0]}, {"logits": [1.0] * 11}, {"label": 3}, {"temperature": 0}])
def test_what_is_no_setup_gets_a_sentence(state):
    with pytest.raises(SetupError, match=r"\.$"):
        changed(SoftmaxSetup(), state)
