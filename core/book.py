"""The results of the book, row by row, and those of the playground and of the other presets.

The book is "Dive into Deep Learning" in its edition for MXNet. A new row is one entry in ``ENTRIES``. What a row trains
is the preset of the same name; what it computes stands in ``core.engine.book``.
"""

from __future__ import annotations

from core.bands import BEYOND
from core.errors import ExperimentError
from core.experiment import Experiment
from core.presets import load_preset, nearest
from core.sentences import shown
from core.texts import say
from core.verdicts import Entry, Figure, accuracy, number_text, train_loss, validation_loss

BOOK = "The book"

_MAGNITUDES = 1e3


def _gradient(activation: str, scale: str, printed: float) -> Figure:
    """Return a mean gradient that is to have the book's order of magnitude."""
    names = {"relu": "ReLU", "sigmoid": "sigmoid"}
    title = f"{names[activation]}, {scale}"
    low, high = printed / _MAGNITUDES, printed * _MAGNITUDES
    return Figure(f"{activation}_{scale.rpartition(' ')[2].lower()}", title, number_text(printed), low, high)


_FASHION_MNIST = "Fashion-MNIST; batch 256, 5 epochs, Normal(0.01)"

_BOOK = (
    Entry(
        "linear-regression",
        BOOK,
        "Linear regression",
        "1,000 samples of y = 2x₁ − 3.4x₂ + 4.2 with noise 0.01; batch 10, learning rate 0.03, 3 epochs, Normal(0.01)",
        (
            train_loss("0.000049", high=1e-4),
            Figure("parameter_error", "Largest error of w and b", "0.0007", high=0.01),
        ),
    ),
    Entry(
        "softmax-regression",
        BOOK,
        "Softmax regression",
        f"One Dense layer on {_FASHION_MNIST}, learning rate 0.1",
        (accuracy("0.843", 0.815, 0.855),),
    ),
    Entry(
        "mlp",
        BOOK,
        "Multilayer perceptron",
        f"Dense 256 ReLU, Dense 10 on {_FASHION_MNIST}, learning rate 0.5",
        (accuracy("0.876", 0.84, 0.88),),
    ),
    Entry(
        "mlp-dropout",
        BOOK,
        "Multilayer perceptron with dropout",
        f"Dense 256 ReLU, Dropout 0.2, Dense 256 ReLU, Dropout 0.5, Dense 10 on {_FASHION_MNIST}, learning rate 0.5",
        (accuracy("0.864", 0.84, 0.88),),
    ),
    Entry(
        "polynomial",
        BOOK,
        "Polynomial: the right degree",
        "100 samples of y = 1.2x − 3.4x² + 5.6x³ + 5 with noise 0.1; batch 10, learning rate 0.01, 100 epochs",
        (train_loss("0.0069", high=0.02), validation_loss("0.0063", high=0.02)),
    ),
    Entry(
        "polynomial-underfits",
        BOOK,
        "Polynomial: degree 1 underfits",
        "The same samples; the network gets x alone",
        (train_loss("159", low=20), validation_loss("103")),
    ),
    Entry(
        "polynomial-overfits",
        BOOK,
        "Polynomial: two samples overfit",
        "The same, but two samples to train on",
        (Figure("gap", "Validation loss / training loss", "269", low=50),),
    ),
    Entry(
        "matrix-product",
        BOOK,
        "Product of 100 matrices",
        "4×4 matrices with standard normal entries",
        (Figure("largest", "Largest entry", "1e20 to 1e24", low=1e15),),
        computed=True,
        explanation="A product of many matrices is what a gradient is in a deep network. With standard normal entries "
        "every factor doubles it, on average, and a hundred of them exceed 10²⁰: gradients explode.",
    ),
    Entry(
        "matrix-product-scaled",
        BOOK,
        "Product of 100 smaller matrices",
        "The same with standard deviations 0.5 and 0.7: the entry in the first row and column",
        (
            Figure("first_0.5", "First entry, σ = 0.5", "1e-5", low=1e-12, high=0.1),
            Figure("first_0.7", "First entry, σ = 0.7", "1e6 to 1e9", low=1e3, high=1e15),
        ),
        computed=True,
        explanation="The same product vanishes or explodes with the standard deviation alone, and where exactly it "
        "ends is a matter of chance: other seeds give values a million times as large or as small.",
    ),
    Entry(
        "mean-gradients",
        BOOK,
        "Mean gradient of 50 layers",
        "50 Dense layers of 100 units with normal weights of scale 0.1, 0.2, 0.4 and 0.8, ReLU or sigmoid, and Xavier",
        (
            _gradient("relu", "scale 0.1", 1.5e-9),
            _gradient("relu", "scale 0.2", 9e5),
            _gradient("relu", "scale 0.4", 1.5e21),
            Figure("relu_0.8", "ReLU, scale 0.8", "nan", finite=False),
            _gradient("sigmoid", "scale 0.1", 3e-33),
            _gradient("sigmoid", "scale 0.2", 3e-21),
            _gradient("sigmoid", "scale 0.4", 4e-12),
            _gradient("sigmoid", "scale 0.8", 6e-5),
            _gradient("relu", "Xavier", 1e-9),
        ),
        computed=True,
        explanation="The gradient of the summed outputs for one random sample, at the weights of the first layer: the "
        "mean of its absolute values. It is the product of fifty factors. Their size is a matter of the initialiser, "
        "and the derivative of sigmoid is at most 0.25 besides. Orders of magnitude are compared: up to a thousand "
        "times more or less than the book's number.",
    ),
    Entry(
        "weight-decay-off",
        BOOK,
        "Weight decay: off",
        "200 inputs, 20 samples to train on, 100 to test; batch 1, learning rate 0.003, 100 epochs, λ = 0",
        (
            Figure("weight_norm", "Norm of w", "13.16", 11, 14),
            validation_loss("55", low=20),
        ),
    ),
    Entry(
        "weight-decay",
        BOOK,
        "Weight decay: λ = 3",
        "The same with λ = 3",
        (
            Figure("weight_norm", "Norm of w", "0.042", 0.03, 0.05),
            validation_loss("0.011", high=0.02),
        ),
    ),
    Entry(
        "autograd",
        BOOK,
        "Automatic differentiation",
        "The gradient of y = 2xᵀx at x = (0, 1, 2, 3)",
        tuple(Figure(f"gradient_{i}", f"∂y/∂x{'₀₁₂₃'[i]}", f"{4 * i}", 4 * i, 4 * i) for i in range(4)),
        computed=True,
        explanation="MXNet records what is computed inside autograd.record() and applies the chain rule backwards. "
        "By hand the gradient of 2xᵀx is 4x: here it must be exactly that.",
    ),
    Entry(
        "vector-addition",
        BOOK,
        "Adding vectors of 1,000 entries",
        "Entry by entry in a loop, and at once",
        (
            Figure("ratio", "How many times as fast", "more than 100", low=100),
            Figure("one_by_one", "Seconds entry by entry", "0.12 to 0.15"),
            Figure("at_once", "Seconds at once", "0.00002 to 0.0006"),
        ),
        computed=True,
        explanation="Each addition in the loop is a call of the engine of its own, with all that belongs to it; at "
        "once it is one call. That is why code for networks is written with vectors. Seconds depend on the computer, "
        "their ratio hardly does.",
        alone=True,
    ),
)

ENTRIES: tuple[Entry, ...] = (*_BOOK, *BEYOND)
"""All rows, in the order in which they are shown."""


def find_entry(key: str) -> Entry:
    """Return the row of a key.

    Raises:
        ExperimentError: if there is none; the text names those that there are.
    """
    for entry in ENTRIES:
        if entry.key == key:
            return entry
    keys = [entry.key for entry in ENTRIES]
    raise ExperimentError(
        say(
            "There is no result {key} to compare with. {near}The results are: {names}.",
            key=shown(key),
            near=nearest(key, keys),
            names=", ".join(keys),
        )
    )


def entry_of(experiment: Experiment) -> Entry | None:
    """Return the row whose preset describes the same run as an experiment; seed, name and notes may differ."""
    for entry in ENTRIES:
        if not entry.computed and _bare(load_preset(entry.key)) == _bare(experiment):
            return entry
    return None


def _bare(experiment: Experiment) -> Experiment:
    training = experiment.training.model_copy(update={"seed": 0})
    return experiment.model_copy(update={"name": "", "notes": "", "training": training})
