"""Programs, run by a Python that has nothing but MXNet and NumPy, print what the application tells.

Presets are shortened here; ``python -m tests.code_twins`` runs them in full length.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core import programs
from core.codegen import STYLES, refusal
from core.data import IdxPair
from core.data.fashion_mnist import find_files
from core.data.idx_pair import idx_pair_data
from core.engine.custom import look_at_layers
from core.experiment import Experiment, from_dict, with_value
from core.presets import load_preset, presets
from tests.core.codegen.twins import answers, differences, saved, start, told
from tests.core.data.test_idx_pair import write_pair

IMAGES = {"kind": "digits", "num_train": 70, "validation_share": 0.1, "test_share": 0.05}
PLANE = {"kind": "circle", "num_samples": 60}
LINE = {"kind": "linear_regression", "num_samples": 60, "validation_share": 0.3}
TRAINING = {"num_epochs": 4, "batch_size": 16, "seed": 3}
OUTPUT = {"kind": "dense"}
HIDDEN = {"kind": "dense", "units": 8}


def relu(**more):
    return HIDDEN | {"activation": "relu"} | more


def variant(layers=(HIDDEN | {"activation": "tanh"}, OUTPUT), data=PLANE, **more) -> Experiment:
    return from_dict({"data": data, "layers": list(layers), "training": TRAINING} | more)


CONVOLUTIONS = [
    {"kind": "batch_norm", "scale": False},
    {"kind": "conv2d", "channels": 4, "padding": 1, "activation": "relu"},
    {"kind": "max_pool2d", "pool_size": 3, "strides": 2, "padding": 1},
    {"kind": "conv2d", "channels": 4, "strides": 2, "use_bias": False, "activation": "gelu"},
    {"kind": "batch_norm", "center": False},
    {"kind": "avg_pool2d", "pool_size": 1},
    {"kind": "flatten"},
    relu(activation="elu", use_bias=False),
    {"kind": "layer_norm"},
    {"kind": "dropout", "rate": 0.0},
    relu(activation="softsign"),
    {"kind": "dropout", "rate": 0.35},
    {"kind": "activation", "function": "swish"},
    OUTPUT,
]
SHARING = [
    HIDDEN,
    relu(name="a"),
    {"kind": "centered_layer"},
    relu(shares="a", activation="leaky_relu"),
    {"kind": "my_dense", "units": 8},
    OUTPUT,
]
EVERY_ACTIVATION = [relu(activation=name) for name in ("sigmoid", "softrelu", "selu", "relu")]

VARIANTS = {
    "sgd": variant(optimizer={"kind": "sgd", "momentum": 0.9, "wd": 0.01}, initializer={"kind": "orthogonal"}),
    "nag": variant(optimizer={"kind": "nag", "wd": 0.01}, schedule={"kind": "factor", "warmup_epochs": 1}),
    "nag-plain": variant(optimizer={"kind": "nag", "momentum": 0.0, "wd": 0.1, "wd_on": "weights_and_biases"}),
    "adam": variant(
        [*EVERY_ACTIVATION, OUTPUT], optimizer={"kind": "adam", "wd": 0.01}, initializer={"kind": "xavier"}
    ),
    "rmsprop": variant(optimizer={"kind": "rmsprop", "wd": 0.01}, schedule={"kind": "multi_factor"}),
    "rmsprop-centered": variant(optimizer={"kind": "rmsprop", "centered": True}, schedule={"kind": "cosine"}),
    "adagrad": variant(optimizer={"kind": "adagrad", "wd": 0.01}, schedule={"kind": "polynomial", "final_share": 0.1}),
    "adadelta": variant(optimizer={"kind": "adadelta", "wd": 0.001}, initializer={"kind": "msra_prelu"}),
    "warm-up": variant(schedule={"kind": "constant", "warmup_epochs": 2}, initializer={"kind": "uniform"}),
    "penalties": variant(penalty={"l1": 0.01, "l2": 0.1, "on": "weights_and_biases"}, initializer={"kind": "xavier"}),
    "sigmoid": variant([relu(), OUTPUT], loss={"kind": "sigmoid_cross_entropy"}, initializer={"kind": "xavier"}),
    "hinge": variant([relu(), OUTPUT], loss={"kind": "hinge", "margin": 0.7}, initializer={"kind": "xavier"}),
    "l1": variant(data=LINE, loss={"kind": "l1"}, stopping={"patience": 1, "watch": "r2"}),
    "huber": variant(data=LINE, loss={"kind": "huber", "rho": 0.7}, stopping={"patience": 3, "watch": "mae"}),
    "rmse": variant(
        data=LINE, loss={"kind": "l2"}, stopping={"target": "train", "target_metric": "rmse", "target_value": 9}
    ),
    "top3": variant(data=IMAGES, stopping={"patience": 2, "watch": "top3"}),
    "images": variant(CONVOLUTIONS, IMAGES, initializer={"kind": "xavier", "rnd_type": "gaussian"}),
    "sharing": variant(SHARING, initializer={"kind": "xavier"}),
    "own": variant([relu(initializer={"kind": "constant"}), relu(initializer={"kind": "orthogonal"}), OUTPUT]),
}

READS_FASHION_MNIST = load_preset("softmax-regression").name
PLAIN = VARIANTS.keys() - {"adam", "images", "sharing", "own"}

CUSTOM = b"""from mxnet.gluon import nn


class Scaled(nn.HybridBlock):
    def __init__(self):
        super().__init__()
        self.scale = self.params.get("scale", shape=(1,), init="ones")

    def hybrid_forward(self, F, X, scale):
        return F.broadcast_mul(X, scale)
"""


def shortened(experiment: Experiment, images: IdxPair) -> Experiment:
    """Return an experiment with few epochs and samples, the rest as it was.

    Of the presets with Fashion-MNIST, whose programs read 70,000 images, one does so; the others take ``images``.
    """
    found = with_value(experiment, "training.num_epochs", min(2, experiment.training.num_epochs))
    if experiment.data.kind == "fashion_mnist" and experiment.name != READS_FASHION_MNIST:
        return found.model_copy(update={"data": images})
    if experiment.data.kind == "fashion_mnist":
        found = with_value(found, "training.num_epochs", 1)
        found = with_value(found, "data.num_train", 2 * experiment.training.batch_size - 8)
        return with_value(found, "data.validation", "test")
    if experiment.data.kind == "digits":
        found = with_value(found, "data.validation_share", 0.05)
        found = with_value(found, "data.test_share", 0.05)
        return with_value(found, "data.num_train", 2 * experiment.training.batch_size - 8)
    if "num_samples" in type(experiment.data).model_fields:
        return with_value(found, "data.num_samples", 7 * experiment.training.batch_size - 4)
    return found


def with_custom_layer() -> Experiment:
    """Return an experiment with a layer from a file, to which the user agreed."""
    program = programs.Program("scaled.py", CUSTOM)
    programs.agree(program)
    custom = {"kind": "custom", "class_name": "Scaled", "file": "/home/a/scaled.py", "sha256": program.sha256}
    experiment = variant([relu(), custom, OUTPUT], initializer={"kind": "xavier"})
    look_at_layers(experiment)
    return experiment


def few_images(folder: Path) -> IdxPair:
    """Write a pair of files with images of the size of Fashion-MNIST."""
    random = np.random.RandomState(0)
    images, labels = random.randint(0, 256, (150, 28, 28)).astype(np.uint8), random.permutation(150) % 10
    return idx_pair_data(*write_pair(folder, images, labels.astype(np.uint8)))


def test_every_preset_and_every_kind_of_setting_in_every_style(tmp_path):
    images = few_images(tmp_path)
    experiments = {f"preset {preset.name}": shortened(preset.experiment, images) for preset in presets()}
    if find_files() is None:
        experiments = {name: e for name, e in experiments.items() if e.data.kind != "fashion_mnist"}
    experiments |= VARIANTS | {"custom": with_custom_layer()}
    # Of settings, "block" writes nothing but layers otherwise than "concise".
    wanted = [(name, style) for name in experiments for style in STYLES if style != "block" or name not in PLAIN]
    jobs = [(name, style) for name, style in wanted if not refusal(experiments[name], style)]
    assert [job for job in wanted if job not in jobs] == [("custom", "scratch")]
    process = start([saved(experiments[name], style, tmp_path / name / style) for name, style in jobs])
    # While the programs run, the application does.
    figures = {name: told(experiment) for name, experiment in experiments.items()}
    wrong = {
        f"{name}, {style}": differences(style, *figures[name], answer)
        for (name, style), answer in zip(jobs, answers(process), strict=True)
    }
    assert {job: found for job, found in wrong.items() if found} == {}


def test_a_program_stops_after_the_time_that_it_is_given(tmp_path):
    experiment = variant(training=TRAINING | {"num_epochs": 100_000}, stopping={"seconds": 0.1})
    for answer in answers(start([saved(experiment, style, tmp_path / style) for style in STYLES])):
        assert answer["error"] == ""
        assert answer["printed"].startswith("epoch 1, train loss ")
