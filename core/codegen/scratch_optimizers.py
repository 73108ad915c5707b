"""Optimizers from scratch, as MXNet 1.9.1 computes them."""

from __future__ import annotations

from dataclasses import dataclass

from core.codegen.source import WIDTH, Source
from core.codegen.subject import Subject
from core.optimizers import NAG, SGD, AdaDelta, AdaGrad, Adam, OptimizerBase, RMSProp


@dataclass(frozen=True)
class _Recipe:
    """How parameters are updated.

    ``states`` are the arrays that are kept from step to step for each parameter, ``before`` lines before the loop over
    the parameters, ``lines`` those of the loop.
    """

    lines: tuple[str, ...]
    states: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


def write_optimizer(source: Source, subject: Subject) -> tuple[str, ...]:
    """Write the function of the optimizer, and its states; return what it is called with before the learning rate."""
    optimizer, paths = subject.experiment.optimizer, subject.optimizer_paths()
    recipe = _recipe(optimizer)
    given = ("params", *(["states"] if recipe.states else []), *(["step"] if counts_steps(optimizer) else []))
    rate = ["lr"] if optimizer.uses_learning_rate else []
    source.add(f"def {optimizer.kind}({', '.join([*given, *rate, 'batch_size'])}):", *paths, phase="update")
    with source.indented():
        for line in recipe.before:
            source.add(line, *paths, phase="update")
        names = ", ".join(recipe.states)
        names = f"({names})" if len(recipe.states) > 1 else names
        loop = f"for param, {names} in zip(params, states):" if names else "for param in params:"
        source.add(loop, *paths, phase="update")
        with source.indented():
            if optimizer.wd:
                spares = " if param.ndim > 1 else 0" if optimizer.wd_on == "weights" else ""
                source.add(f"decay = np.float32(wd){spares}", "optimizer.wd", "optimizer.wd_on", phase="update")
            source.add("\n".join(recipe.lines), *paths, phase="update")
    source.blank(2)
    if recipe.states:
        zeros = ["nd.zeros_like(param)"] * len(recipe.states)
        state = f"({', '.join(zeros)})" if len(zeros) > 1 else zeros[0]
        _write_states(source, state)
    return given


def _write_states(source: Source, state: str) -> None:
    whole = f"states = [{state} for param in params]"
    text = whole if len(whole) <= WIDTH else f"states = [\n    {state}\n    for param in params\n]"
    source.add(text, "optimizer", phase="initialise")


def counts_steps(optimizer: OptimizerBase) -> bool:
    """Tell whether the optimizer asks for the number of the step."""
    return isinstance(optimizer, Adam)


# How MXNet rounds decides about the order of factors: it multiplies numbers in float32, too, before arrays.
_IN_FLOAT32 = "lr, scale = np.float32(lr), np.float32(1 / batch_size)"


def _recipe(optimizer: OptimizerBase) -> _Recipe:
    decays = bool(optimizer.wd)
    if isinstance(optimizer, SGD):
        return _sgd(optimizer.momentum, decays)
    if isinstance(optimizer, NAG):
        return _nag(optimizer.momentum, decays)
    if isinstance(optimizer, Adam):
        return _adam(optimizer, decays)
    if isinstance(optimizer, RMSProp):
        return _rmsprop(optimizer, decays)
    if isinstance(optimizer, AdaGrad):
        change = f"grad / nd.sqrt(s + {optimizer.eps!r})"
        change = f"({change} + param * decay)" if decays else change
        lines = (_gradient(False), "s[:] = s + nd.square(grad)", f"param[:] = param - {change} * lr")
        return _Recipe(lines, ("s",))
    assert isinstance(optimizer, AdaDelta)
    return _adadelta(optimizer, decays)


def _gradient(decays: bool) -> str:
    return f"grad = param.grad * (1 / batch_size){' + param * decay' if decays else ''}"


def _sgd(momentum: float, decays: bool) -> _Recipe:
    before = (_IN_FLOAT32,)
    if momentum:
        shrink = " - param * (lr * decay)" if decays else ""
        lines = (f"v[:] = v * {momentum!r}{shrink} - param.grad * (lr * scale)", "param[:] = param + v")
        return _Recipe(lines, ("v",), before)
    change = "param.grad * (lr * scale)"
    change = f"(param * (lr * decay) + {change})" if decays else change
    return _Recipe((f"param[:] = param - {change}",), before=before)


def _nag(momentum: float, decays: bool) -> _Recipe:
    if not momentum:
        kept = "param * (1 - lr * decay)" if decays else "param"
        return _Recipe((f"param[:] = {kept} - param.grad * (lr * scale)",), before=(_IN_FLOAT32,))
    grad = "(grad + param * decay)" if decays else "grad"
    lines = (
        _gradient(False),
        "v[:] = v * momentum",
        f"param[:] = param - v + (v - {grad} * lr) * (momentum + 1)",
        f"v[:] = v - {grad} * lr",
    )
    return _Recipe(lines, ("v",), (f"momentum = np.float32({momentum!r})",))


def _adam(optimizer: Adam, decays: bool) -> _Recipe:
    b1, b2 = optimizer.beta1, optimizer.beta2
    before = (
        f"lr = lr * (math.sqrt(1 - {b2!r}**step) / (1 - {b1!r}**step))",
        f"beta1, beta2 = np.float32({b1!r}), np.float32({b2!r})",
    )
    lines = (
        _gradient(decays),
        "m[:] = m * beta1 + grad * (1 - beta1)",
        "v[:] = v * beta2 + grad * (1 - beta2) * grad",
        f"param[:] = param - m * lr / (nd.sqrt(v) + {optimizer.epsilon!r})",
    )
    return _Recipe(lines, ("m", "v"), before)


def _rmsprop(optimizer: RMSProp, decays: bool) -> _Recipe:
    before, eps = (f"gamma = np.float32({optimizer.gamma1!r})",), optimizer.epsilon
    if not optimizer.centered:
        lines: tuple[str, ...] = (
            _gradient(decays),
            "s[:] = s * gamma + nd.square(grad) * (1 - gamma)",
            f"param[:] = param - grad / nd.sqrt(s + {eps!r}) * lr",
        )
        return _Recipe(lines, ("s",), before)
    lines = (
        _gradient(decays),
        "s[:] = s * gamma + grad * (1 - gamma) * grad",
        "m[:] = m * gamma + grad * (1 - gamma)",
        f"v[:] = v * {optimizer.gamma2!r} - grad * lr / nd.sqrt(s - nd.square(m) + {eps!r})",
        "param[:] = param + v",
    )
    return _Recipe(lines, ("s", "m", "v"), before)


def _adadelta(optimizer: AdaDelta, decays: bool) -> _Recipe:
    rho, eps = optimizer.rho, optimizer.epsilon
    lines = (
        _gradient(False),
        f"s[:] = s * {rho!r} + (1 - {rho!r}) * grad * grad",
        f"change = nd.sqrt(d + {eps!r}) / nd.sqrt(s + {eps!r}) * grad",
        f"d[:] = d * {rho!r} + (1 - {rho!r}) * change * change",
        f"param[:] = param - {'(change + param * decay)' if decays else 'change'}",
    )
    return _Recipe(lines, ("s", "d"))
