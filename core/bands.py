"""What the presets beyond the book must reach: those on TensorFlow Playground's data, and the others.

There is no book to compare with: the bands were measured with several seeds and hold some more.
"""

from __future__ import annotations

from core.verdicts import Entry, Figure, accuracy, train_loss, validation_loss

IMAGES, PLANE, TABLES = "Images", "Points in the plane", "Tables"
REGULARISATION, DEEP, BUILDING = "Regularisation", "Deep networks", "Building with Gluon"

_GUESSING = validation_loss(low=0.67, high=0.73)
"""Around ln 2 = 0.693, what a network reaches that says 50 % of everything."""

_PLANE = (
    Entry(
        "circle",
        PLANE,
        "Circle",
        "Dense 4 tanh, Dense 2; Adam, learning rate 0.03, 60 epochs",
        (validation_loss(high=0.1), accuracy(low=0.96)),
    ),
    Entry(
        "circle-line",
        PLANE,
        "Circle: a straight line",
        "The same without a hidden layer: fails",
        (_GUESSING,),
    ),
    Entry(
        "xor",
        PLANE,
        "XOR",
        "Dense 8 ReLU, Dense 2; SGD, learning rate 0.1, 30 epochs",
        (validation_loss(high=0.1), accuracy(low=0.96)),
    ),
    Entry(
        "xor-zero-weights",
        PLANE,
        "XOR: all weights zero",
        "The same with all weights zero at the start: fails",
        (_GUESSING,),
    ),
    Entry(
        "gauss",
        PLANE,
        "Gauss",
        "Dense 2; SGD, learning rate 0.03, 30 epochs",
        (validation_loss(high=0.02), accuracy(low=0.98)),
    ),
    Entry(
        "gauss-overfits",
        PLANE,
        "Gauss: overfitting",
        "50 noisy samples, two hidden layers of 64: learns them by heart",
        (train_loss(high=0.05), validation_loss(low=1.0)),
    ),
    Entry(
        "spiral",
        PLANE,
        "Spiral",
        "Dense 16 tanh, Dense 16 tanh, Dense 2, the sines as inputs too; Adam, learning rate 0.01, 100 epochs",
        (validation_loss(high=0.05), accuracy(low=0.97)),
    ),
    Entry(
        "spiral-sigmoid",
        PLANE,
        "Spiral: sigmoid layers",
        "Four hidden layers of 16 with sigmoid, SGD: fails",
        (_GUESSING,),
    ),
    Entry(
        "spiral-arms",
        PLANE,
        "Three spiral arms",
        "Dense 16 tanh, Dense 16 tanh, Dense 3; Adam, learning rate 0.01, 100 epochs",
        (validation_loss(high=0.1), accuracy(low=0.96)),
    ),
    Entry(
        "moons",
        PLANE,
        "Moons",
        "Dense 8 tanh, Dense 2; Adam, learning rate 0.03, 60 epochs",
        (validation_loss(high=0.05), accuracy(low=0.98)),
    ),
    Entry(
        "moons-line",
        PLANE,
        "Moons: a straight line",
        "The same without a hidden layer: fails",
        (validation_loss(low=0.2, high=0.3), accuracy(low=0.84, high=0.92)),
    ),
    Entry(
        "blobs",
        PLANE,
        "Four blobs",
        "Dense 4; SGD, learning rate 0.1, 20 epochs",
        (validation_loss(high=0.02), accuracy(low=0.99)),
    ),
    Entry(
        "plane",
        PLANE,
        "Plane",
        "Dense 1; SGD, learning rate 0.03, 10 epochs",
        (validation_loss(high=1e-10),),
    ),
    Entry(
        "plane-diverges",
        PLANE,
        "Plane: steps too large",
        "The same with learning rate 0.3: diverges",
        (Figure("steps", "Steps until it diverges", high=100),),
        ends="diverged",
    ),
    Entry(
        "multi-gauss",
        PLANE,
        "Multi-Gauss",
        "Dense 32 GELU, Dense 32 GELU, Dense 1; Adam, learning rate 0.005, 60 epochs",
        (validation_loss(high=0.006),),
    ),
    Entry(
        "multi-gauss-line",
        PLANE,
        "Multi-Gauss: no hidden layer",
        "Dense 1; SGD: fails",
        (validation_loss(low=0.035, high=0.05),),
    ),
)

_IMAGES = (
    Entry(
        "digits-mlp",
        IMAGES,
        "Digits: a small perceptron",
        "Dense 64 ReLU, Dense 10 on the digits; SGD, learning rate 0.5, 30 epochs",
        (accuracy(low=0.94, high=0.98),),
    ),
    Entry(
        "digits-adam",
        IMAGES,
        "Digits: Adam",
        "The same with Adam, learning rate 0.003",
        (accuracy(low=0.94, high=0.98),),
    ),
    Entry(
        "lenet",
        IMAGES,
        "LeNet: two convolutions",
        "Conv2D 6 and 16 with 5×5 kernels, pooling, Dense 120, 84, 10 on Fashion-MNIST; SGD with momentum, 3 epochs",
        (accuracy(low=0.84, high=0.91),),
    ),
)

_TABLES = (
    Entry(
        "iris",
        TABLES,
        "Iris",
        "Dense 3; SGD, learning rate 0.1, 50 epochs",
        (validation_loss(high=0.15), accuracy(low=0.96)),
    ),
    Entry(
        "wine",
        TABLES,
        "Wine",
        "Dense 3; SGD, learning rate 0.1, 20 epochs",
        (validation_loss(high=0.2), accuracy(low=0.94)),
    ),
    Entry(
        "wine-unscaled",
        TABLES,
        "Wine: inputs not scaled",
        "The same with the measures as they are: fails",
        (validation_loss(low=100), accuracy(high=0.85)),
    ),
    Entry(
        "breast-cancer",
        TABLES,
        "Breast cancer",
        "Dense 16 ReLU, Dense 2; Adam, learning rate 0.01, 40 epochs",
        (accuracy(low=0.93),),
    ),
    Entry(
        "diabetes",
        TABLES,
        "Diabetes",
        "Dense 1; SGD, learning rate 0.03, 30 epochs",
        (validation_loss(low=0.2, high=0.3),),
    ),
)

_REGULARISATION = (
    Entry(
        "digits-overfits",
        REGULARISATION,
        "Digits: overfitting",
        "180 digits to train on, Dense 256 ReLU twice, Dense 10; Adam, learning rate 0.001, 60 epochs",
        (train_loss(high=0.01), validation_loss(low=0.2, high=0.35)),
    ),
    Entry(
        "digits-dropout",
        REGULARISATION,
        "Digits: dropout",
        "The same with Dropout 0.5 after each hidden layer",
        (train_loss(low=0.03, high=0.15), validation_loss(low=0.18, high=0.3)),
    ),
    Entry(
        "gauss-early-stopping",
        REGULARISATION,
        "Gauss: early stopping",
        "'Gauss: overfitting' with a patience of 10 epochs",
        (validation_loss(high=0.3), accuracy(low=0.88)),
    ),
    Entry(
        "gauss-l2",
        REGULARISATION,
        "Gauss: L2 penalty",
        "'Gauss: overfitting' with λ = 0.03 in the loss",
        (validation_loss(high=0.4), accuracy(low=0.88)),
    ),
    Entry(
        "decay-biases",
        REGULARISATION,
        "Weight decay on biases",
        "Linear regression with λ = 0.1 on weights and biases, 10 epochs",
        (Figure("parameter_error", "Largest error of w and b", low=0.3, high=0.45),),
    ),
)

_GUESSING_TEN = validation_loss(low=2.25, high=2.4)
"""Around ln 10 = 2.303, the same for ten classes."""

_DEEP = (
    Entry(
        "deep-relu-vanishes",
        DEEP,
        "50 ReLU layers: vanishing gradient",
        "50 Dense layers of 100 units on the digits, ReLU, Normal(0.1); SGD, learning rate 0.01: fails",
        (_GUESSING_TEN,),
    ),
    Entry(
        "deep-relu-explodes",
        DEEP,
        "50 ReLU layers: exploding gradient",
        "The same with Normal(0.8): diverges",
        (Figure("steps", "Steps until it diverges", high=2),),
        ends="diverged",
    ),
    Entry(
        "deep-sigmoid",
        DEEP,
        "50 sigmoid layers",
        "The same with sigmoid and Xavier: fails",
        (_GUESSING_TEN,),
    ),
    Entry(
        "deep-tanh",
        DEEP,
        "50 tanh layers with Xavier",
        "The same with tanh and Xavier, 20 epochs",
        (accuracy(low=0.75),),
    ),
    Entry(
        "batch-norm-off",
        DEEP,
        "Ten sigmoid layers",
        "10 Dense layers of 100 units on the digits, sigmoid, Xavier; SGD, learning rate 0.1, 10 epochs: fails",
        (_GUESSING_TEN,),
    ),
    Entry(
        "batch-norm",
        DEEP,
        "Ten sigmoid layers with BatchNorm",
        "The same with BatchNorm before each sigmoid",
        (accuracy(low=0.92),),
    ),
)

_BUILDING = (
    Entry(
        "shared-weight",
        BUILDING,
        "Two layers, one weight",
        "y = 4x by two Dense 1 that share their weight; SGD, learning rate 0.03, 5 epochs",
        (train_loss(high=0.001),),
    ),
    Entry(
        "own-layers",
        BUILDING,
        "XOR: layers of one's own",
        "MyDense 16, CenteredLayer, Dense 2; SGD, learning rate 0.1, 15 epochs",
        (validation_loss(high=0.1), accuracy(low=0.96)),
    ),
)

BEYOND: tuple[Entry, ...] = (*_IMAGES, *_PLANE, *_TABLES, *_REGULARISATION, *_DEEP, *_BUILDING)
