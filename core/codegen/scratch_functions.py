"""The functions that programs from scratch define for themselves.

They give the last digits that Gluon gives. Where a formula of one's own would round otherwise, as in a matrix product
that adds up in another order, the function calls MXNet's operator on arrays, below a comment with the formula: over
some epochs a last digit grows to a difference that can be seen.
"""

from __future__ import annotations

from collections.abc import Iterable

_LINEAR = """def linear(X, W, b):
    # nd.dot(X.flatten(), W.T) + b
    return nd.FullyConnected(X, W, b, num_hidden=len(W))"""

_LINEAR_WITHOUT_BIAS = """def linear_without_bias(X, W):
    # nd.dot(X.flatten(), W.T)
    return nd.FullyConnected(X, W, no_bias=True, num_hidden=len(W))"""

_CONV2D = """def conv2d(X, W, b, strides, padding):
    stride, pad = (strides, strides), (padding, padding)
    return nd.Convolution(
        X, W, b, kernel=W.shape[2:], stride=stride, pad=pad, num_filter=len(W)
    )"""

_CONV2D_WITHOUT_BIAS = """def conv2d_without_bias(X, W, strides, padding):
    stride, pad, size = (strides, strides), (padding, padding), W.shape[2:]
    return nd.Convolution(
        X, W, no_bias=True, kernel=size, stride=stride, pad=pad, num_filter=len(W)
    )"""

_RELU = """def relu(X):
    return X * (X > 0)"""

_SIGMOID = """def sigmoid(X):
    # 1 / (1 + nd.exp(-X))
    return nd.Activation(X, act_type="sigmoid")"""

_TANH = """def tanh(X):
    # (nd.exp(X) - nd.exp(-X)) / (nd.exp(X) + nd.exp(-X))
    return nd.Activation(X, act_type="tanh")"""

_SOFTRELU = """def softrelu(X):
    # nd.log(1 + nd.exp(X))
    return nd.Activation(X, act_type="softrelu")"""

_LEAKY_RELU = """def leaky_relu(X):
    return nd.where(X > 0, X, 0.01 * X)"""

_ELU = """def elu(X):
    # nd.where(X > 0, X, nd.exp(X) - 1)
    return nd.LeakyReLU(X, act_type="elu", slope=1.0)"""

_SELU = """def selu(X):
    # 1.0507 * nd.where(X > 0, X, 1.67326 * (nd.exp(X) - 1))
    return nd.LeakyReLU(X, act_type="selu")"""

_GELU = """def gelu(X):
    # X / 2 * (1 + nd.erf(X / 2**0.5))
    return nd.LeakyReLU(X, act_type="gelu")"""

_SWISH = """def swish(X):
    return X * nd.sigmoid(X)"""

_LOG_SOFTMAX = """def log_softmax(X):
    # Z - nd.log(nd.exp(Z).sum(axis=1, keepdims=True)), Z = X - X.max(axis=1, keepdims=True)
    return nd.log_softmax(X)"""

_DROPOUT = """def dropout(X, drop_prob):
    if not autograd.is_training():
        return X
    keep_prob = 1 - np.float32(drop_prob)
    mask = nd.random.uniform(0, 1, X.shape) <= keep_prob
    return X * (mask / keep_prob)"""

_BATCH_NORM = """def batch_norm(X, gamma, beta, mean, var, eps, momentum):
    return nd.BatchNorm(
        X, gamma, beta, mean, var, eps=eps, momentum=momentum, fix_gamma=False
    )"""

_BATCH_NORM_WITHOUT_GAMMA = """def batch_norm_without_gamma(X, gamma, beta, mean, var, eps, momentum):
    return nd.BatchNorm(X, gamma, beta, mean, var, eps=eps, momentum=momentum)"""

FUNCTIONS = {
    "linear": _LINEAR,
    "linear_without_bias": _LINEAR_WITHOUT_BIAS,
    "conv2d": _CONV2D,
    "conv2d_without_bias": _CONV2D_WITHOUT_BIAS,
    "relu": _RELU,
    "sigmoid": _SIGMOID,
    "tanh": _TANH,
    "softrelu": _SOFTRELU,
    "leaky_relu": _LEAKY_RELU,
    "elu": _ELU,
    "selu": _SELU,
    "gelu": _GELU,
    "swish": _SWISH,
    "log_softmax": _LOG_SOFTMAX,
    "dropout": _DROPOUT,
    "batch_norm": _BATCH_NORM,
    "batch_norm_without_gamma": _BATCH_NORM_WITHOUT_GAMMA,
}
"""The text of each function by its name, in the order of a program."""


def definitions(wanted: Iterable[str]) -> list[str]:
    """Return the texts of the functions that are wanted."""
    names = set(wanted)
    return [text for name, text in FUNCTIONS.items() if name in names]
