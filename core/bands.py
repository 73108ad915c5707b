"""What the presets beyond the book must reach: those on TensorFlow Playground's data, and the others.

There is no book to compare with: the bands were measured with several seeds and hold some more.
"""

from __future__ import annotations

from core.verdicts import Entry, Figure, accuracy, train_loss, validation_loss

PLANE, IMAGES, DEEP = "Points in the plane", "Images", "Deep networks"

_GUESSING = validation_loss("ln 2 = 0.693", 0.67, 0.73)
"""What a network reaches that says 50 % of everything."""

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
        (validation_loss("below 0.05", high=0.05), accuracy(low=0.97)),
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
        (validation_loss("half the variance, 0.042", low=0.035, high=0.05),),
    ),
)

_IMAGES = (
    Entry(
        "digits-mlp",
        IMAGES,
        "Digits: a small perceptron",
        "Dense 64 ReLU, Dense 10 on the digits; SGD, learning rate 0.5, 30 epochs",
        (accuracy("", 0.95, 0.98),),
    ),
)

BEYOND: tuple[Entry, ...] = (*_IMAGES, *_PLANE)
