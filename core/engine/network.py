"""From an experiment to a Gluon network, its trainer, and its steps compiled into single operators."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from core.engine import own_layers
from core.engine.custom import make_block
from core.engine.layered import LayeredSequential
from core.engine.metrics import Meter
from core.engine.mx import mx
from core.experiment import Experiment
from core.initializers import InitCall
from core.layers import Dropout, GluonCall
from core.losses import LossBase
from core.sharing import owners
from core.stack import wanted_outputs

nn = mx.gluon.nn


def build_network(experiment: Experiment) -> Any:
    """Return an initialised ``LayeredSequential``, its weights drawn with the experiment's seed.

    The random state is that of the calling thread. All shapes are known afterwards: no initialisation is deferred.
    """
    num_outputs = wanted_outputs(experiment)
    net = LayeredSequential()
    owned = owners(experiment.layers)
    first_blocks: list[Any] = []
    for position, layer in enumerate(experiment.layers):
        first, *others = layer.gluon_calls(num_outputs)
        params = first_blocks[owned[position]].params if position in owned else None
        first_blocks.append(build_block(first, params))
        net.add_layer(first_blocks[-1], *map(build_block, others))
    mx.random.seed(experiment.training.seed)
    net.initialize(_build_initializer(experiment.initializer.gluon_call()))
    net(mx.nd.zeros((1, *experiment.data.facts().input_shape)))
    return net


def build_block(call: GluonCall, params: Any = None) -> Any:
    """Return the block that a call stands for, not initialised.

    Args:
        call: of a class of ``mxnet.gluon.nn``, of one that comes along, or of one of the user's own.
        params: of the block whose parameters it shares.
    """
    if call.source not in ("nn", "own"):
        return make_block(call.source, call.name)
    options = {
        name: _build_initializer(value) if isinstance(value, InitCall) else value for name, value in call.kwargs.items()
    }
    if params is not None:
        options = {name: value for name, value in options.items() if name != "weight_initializer"} | {"params": params}
    return getattr(nn if call.source == "nn" else own_layers, call.name)(*call.args, **options)


def _build_initializer(call: InitCall) -> Any:
    return getattr(mx.init, call.name)(**call.kwargs)


def build_loss(experiment: Experiment) -> Any:
    """Return the Gluon loss: a block that takes outputs and labels from 0, and gives one number for each sample."""
    loss = getattr(mx.gluon.loss, experiment.loss.gluon_name)(**experiment.loss.gluon_options())
    return _SignedLabels(loss) if experiment.loss.signed_labels else loss


class _SignedLabels(mx.gluon.HybridBlock):  # type: ignore[misc]
    """A loss for the labels −1 and 1 that takes 0 and 1."""

    def __init__(self, loss: Any) -> None:
        super().__init__()
        self.loss = loss

    def hybrid_forward(self, F: Any, outputs: Any, y: Any) -> Any:  # noqa: N803 - Gluon's own names
        return self.loss(outputs, 2 * y - 1)


def predicted(outputs: Any, loss: LossBase) -> Any:
    """Return what a network's outputs say, as an array.

    For numbers to predict they are returned as they are. For classes ``(n, num_classes)`` comes back: probabilities,
    or, if the loss gives none, 1 for the class that is chosen and 0 for the other.
    """
    if loss.decision == "largest":
        return mx.nd.softmax(outputs)
    if loss.decision == "sign":
        second = mx.nd.sigmoid(outputs) if loss.gives_probabilities else outputs > 0
        return mx.nd.concat(1 - second, second, dim=1)
    return outputs


def build_trainer(experiment: Experiment, net: Any) -> Any:
    """Return a ``gluon.Trainer``; with ``wd_on == "weights"`` only parameters named weight decay."""
    optimizer = experiment.optimizer
    params = net.collect_params()
    for name, parameter in params.items():
        parameter.wd_mult = float(is_regularised(name, optimizer.wd_on))
    name = _QUICKER.get(optimizer.gluon_name, optimizer.gluon_name)
    return mx.gluon.Trainer(params, name, optimizer.gluon_options(), kvstore=None)


def is_regularised(name: str, where: str) -> bool:
    """Tell whether decay or a penalty on ``"weights"`` or ``"weights_and_biases"`` is for the parameter ``name``."""
    return where == "weights_and_biases" or name.endswith("weight")


def set_dropout_rates(net: Any, experiment: Experiment, rates: tuple[float, ...]) -> None:
    """Give the Dropout layers of a network new rates; compiled steps must be compiled again afterwards."""
    assert len(rates) == sum(isinstance(layer, Dropout) for layer in experiment.layers)
    for block, rate in zip(net.dropouts(), rates, strict=True):
        block._rate = rate


def weight_norm(net: Any) -> float:
    """Return the L2 norm of all weights together, biases left out."""
    weights = [parameter.data() for name, parameter in net.collect_params().items() if is_regularised(name, "weights")]
    # MXNet's own norm adds up in float32, one by one: of 10 million weights it loses almost 1 %.
    return math.hypot(*(float(np.linalg.norm(weight.asnumpy())) for weight in weights))


# From this size on a call of its own for each array is worth its price.
_LARGE = 10_000


@mx.optimizer.register
class QuickSGD(mx.optimizer.SGD):  # type: ignore[misc]
    """Gluon's SGD, bit for bit, in half the time.

    Gluon's own calls ``multi_sgd_update``, which takes 0.8 ms for 200,000 weights. For large arrays ``sgd_mom_update``
    takes 0.3 ms and gives the same bits, also with a momentum of 0.
    """

    def create_state(self, index: int, weight: Any) -> Any:
        """Return the array that keeps the last step of one parameter, None if there is no need of it."""
        return mx.nd.zeros_like(weight) if weight.size >= _LARGE else super().create_state(index, weight)

    def update_multi_precision(self, index: Any, weight: Any, grad: Any, state: Any) -> None:
        """Update some parameters, given as equally long sequences."""
        small = []
        for item in zip(index, weight, grad, state, strict=True):
            if item[1].size >= _LARGE:
                self._update_large(*item)
            else:
                small.append(item)
        if small:
            super().update_multi_precision(*zip(*small, strict=True))

    def _update_large(self, index: int, weight: Any, grad: Any, state: Any) -> None:
        self._update_count(index)
        options = {"lr": self._get_lr(index), "wd": self._get_wd(index), "momentum": self.momentum}
        mx.nd.sgd_mom_update(weight, grad, state, out=weight, rescale_grad=self.rescale_grad, **options)


_QUICKER = {"sgd": "quicksgd"}


class PenaltyTerm(mx.gluon.HybridBlock):  # type: ignore[misc]
    """The penalty of parameters: λ₁ Σ|w| + λ₂/2 Σw². Its input is of no matter, but a block must have one."""

    def __init__(self, parameters: list[Any]) -> None:
        super().__init__()
        self.l1 = self.l2 = 0.0
        for i, parameter in enumerate(parameters):
            setattr(self, f"w{i}", parameter)

    def hybrid_forward(self, F: Any, X: Any, **parameters: Any) -> Any:  # noqa: N803, D102 - Gluon's own names
        terms = []
        for w in parameters.values():
            if self.l1:
                terms.append(self.l1 * F.sum(F.abs(w)))
            if self.l2:
                terms.append(self.l2 / 2 * F.sum(F.square(w)))
        return F.add_n(*terms)


class Step(mx.gluon.HybridBlock):  # type: ignore[misc]
    """Network, loss, penalty and metrics in one graph: one call of the engine instead of a dozen.

    Calling it with ``X`` and ``y`` returns what to differentiate: the losses ``(n,)``, or with a penalty one number;
    the mean loss and the sums of the meter ``(1 + k,)``; the outputs ``(n, num_outputs)``; and if the network shows
    its masks, inputs and mask of every Dropout layer.

    Args:
        net: the network.
        loss: a block that gives one number for each sample.
        meter: says which sums are wanted.
        batch_size: by which the trainer divides; the penalty is multiplied by it, so that it is one of the mean loss.
        penalised: ``"weights"`` or ``"weights_and_biases"``.
    """

    def __init__(self, net: Any, loss: Any, meter: Meter, batch_size: int, penalised: str) -> None:
        super().__init__()
        self.net = net
        self.loss = loss
        trained = {name: p for name, p in net.collect_params().items() if p.grad_req != "null"}
        self.penalty = PenaltyTerm([p for name, p in trained.items() if is_regularised(name, penalised)])
        self._meter = meter
        self._batch_size = batch_size

    def penalise(self, l1: float, l2: float) -> None:
        """Change the penalty; a compiled step must be compiled again afterwards."""
        self.penalty.l1, self.penalty.l2 = l1, l2

    def hybrid_forward(self, F: Any, X: Any, y: Any) -> tuple[Any, ...]:  # noqa: N803, D102 - Gluon's own names
        outputs = self.net(X)
        losses = self.loss(outputs, y)
        sums = F.concat(F.mean(losses), self._meter.graph(F, outputs, y), dim=0)
        if self.penalty.l1 or self.penalty.l2:
            losses = F.sum(losses) + self._batch_size * self.penalty(X)
        seen = [F.stop_gradient(part) for part in self.net.seen]
        return losses, F.stop_gradient(sums), F.stop_gradient(outputs), *seen
