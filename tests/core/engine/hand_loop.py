"""Training written by hand, the way the book does it: what the engine must agree with bit for bit."""

from __future__ import annotations

import numpy as np

from core.engine.mx import mx

nd, autograd, gluon = mx.nd, mx.autograd, mx.gluon
nn = gluon.nn


class HandLoop:
    """An imperative Gluon loop over arrays in memory.

    Args:
        blocks: stock Gluon blocks that know their number of inputs.
        X: float32 inputs.
        y: labels or targets.
        options: learning_rate, wd, momentum, ... of ``gluon.Trainer``.
        decay_biases: leave all ``wd_mult`` as Gluon has them.
    """

    def __init__(
        self,
        blocks,
        X,
        y,
        *,
        optimizer="sgd",
        options=None,
        batch_size=256,
        seed=0,
        init=None,
        loss=None,
        decay_biases=False,
    ):
        self.X, self.y = nd.array(X), nd.array(y.astype(np.float32))
        self.batch_size, self.order = batch_size, np.random.RandomState(seed)
        self.loss = loss or gluon.loss.SoftmaxCrossEntropyLoss()
        self.net = nn.Sequential()
        self.net.add(*blocks)
        mx.random.seed(seed)
        self.net.initialize(init or mx.init.Normal(0.01))
        if not decay_biases:
            self.net.collect_params(".*bias").setattr("wd_mult", 0.0)
        self.trainer = gluon.Trainer(self.net.collect_params(), optimizer, options or {"learning_rate": 0.5})
        self.losses, self.accuracies = [], []

    def epoch(self, before_step=None):
        """Train for one epoch; ``before_step`` is called with the number of steps done so far."""
        order = self.order.permutation(len(self.X))
        for start in range(0, len(order), self.batch_size):
            if before_step is not None:
                before_step(len(self.losses))
            indices = nd.array(order[start : start + self.batch_size], dtype="int32")
            X, y = nd.take(self.X, indices), nd.take(self.y, indices)
            with autograd.record():
                y_hat = self.net(X)
                loss = self.loss(y_hat, y)
            loss.backward()
            self.trainer.step(self.batch_size)
            self.losses.append(loss.mean().asscalar())
            self.accuracies.append(float((y_hat.asnumpy().argmax(axis=1) == y.asnumpy()).mean()))

    def weights(self):
        """Return the parameters by structural names."""
        return {name: p.data().asnumpy() for name, p in self.net._collect_params_with_prefix().items()}
