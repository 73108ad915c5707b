from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from core.data import Digits, FashionMNIST, HighDimensional, Polynomial
from core.errors import ExperimentError
from core.experiment import Experiment
from core.initializers import Normal
from core.layers import Dense, Dropout
from core.optimizers import SGD
from core.presets import load_preset, presets, resolve
from core.stack import inspect_stack
from core.storage import experiment_bytes, save_experiment

GROUPS = {
    "The book": [
        "linear-regression",
        "softmax-regression",
        "mlp",
        "polynomial",
        "polynomial-underfits",
        "polynomial-overfits",
        "weight-decay-off",
        "weight-decay",
        "mlp-dropout",
    ],
    "Images": ["digits-mlp", "digits-adam", "lenet"],
    "Points in the plane": [
        "circle",
        "circle-line",
        "xor",
        "xor-zero-weights",
        "gauss",
        "gauss-overfits",
        "spiral",
        "spiral-sigmoid",
        "spiral-arms",
        "moons",
        "moons-line",
        "blobs",
        "plane",
        "plane-diverges",
        "multi-gauss",
        "multi-gauss-line",
    ],
    "Tables": ["iris", "wine", "wine-unscaled", "breast-cancer", "diabetes"],
    "Regularisation": ["digits-overfits", "digits-dropout", "gauss-early-stopping", "gauss-l2", "decay-biases"],
    "Deep networks": [
        "deep-relu-vanishes",
        "deep-relu-explodes",
        "deep-sigmoid",
        "deep-tanh",
        "batch-norm-off",
        "batch-norm",
    ],
    "Building with Gluon": ["shared-weight", "own-layers"],
}
NAMES = [name for names in GROUPS.values() for name in names]
PRESETS = pytest.mark.parametrize("name", NAMES)


def test_presets_come_in_the_order_of_teaching() -> None:
    assert [preset.name for preset in presets()] == NAMES
    assert {preset.name: preset.group for preset in presets()} == {
        name: group for group, names in GROUPS.items() for name in names
    }


@PRESETS
def test_a_preset_can_be_trained_and_says_what_it_is(name: str) -> None:
    (preset,) = [preset for preset in presets() if preset.name == name]
    found = inspect_stack(preset.experiment)
    assert found.problems == ()
    # Two linear layers that are worth less than one are what that preset is about.
    assert name == "shared-weight" or not any(layer.hint for layer in found.layers)
    assert preset.title == preset.experiment.name
    assert preset.summary.endswith(".")
    assert len(preset.summary) <= 100
    assert "\nWatch: " in preset.experiment.notes
    assert load_preset(name) is preset.experiment


@PRESETS
def test_preset_files_are_written_as_the_application_writes_them(name: str) -> None:
    file = files("resources") / "presets" / f"{name}.gluonlab.json"
    assert file.read_bytes() == experiment_bytes(load_preset(name))


@pytest.mark.parametrize(
    ("name", "layers", "rate", "num_parameters"),
    [
        ("softmax-regression", (Dense(),), 0.1, 7_850),
        ("mlp", (Dense(units=256, activation="relu"), Dense()), 0.5, 203_530),
        (
            "mlp-dropout",
            (
                Dense(units=256, activation="relu"),
                Dropout(rate=0.2),
                Dense(units=256, activation="relu"),
                Dropout(rate=0.5),
                Dense(),
            ),
            0.5,
            269_322,
        ),
    ],
)
def test_fashion_mnist_presets_are_the_books(
    name: str, layers: tuple[Dense | Dropout, ...], rate: float, num_parameters: int
) -> None:
    experiment = load_preset(name)
    assert experiment.data == FashionMNIST(validation="test")
    assert experiment.layers == layers
    assert experiment.optimizer == SGD(learning_rate=rate)
    assert experiment.initializer == Normal(sigma=0.01)
    assert (experiment.training.num_epochs, experiment.training.batch_size) == (5, 256)
    assert inspect_stack(experiment).num_parameters == num_parameters


def test_linear_regression_is_the_books() -> None:
    experiment = load_preset("linear-regression")
    data = experiment.data
    assert data.kind == "linear_regression"
    assert (data.num_samples, data.w, data.b, data.noise) == (1000, (2.0, -3.4), 4.2, 0.01)
    assert data.facts().num_train == 1000
    assert experiment.layers == (Dense(),)
    assert experiment.optimizer == SGD(learning_rate=0.03)
    assert experiment.initializer == Normal(sigma=0.01)
    assert (experiment.training.num_epochs, experiment.training.batch_size) == (3, 10)


@pytest.mark.parametrize(
    ("name", "num_train", "degree"),
    [("polynomial", 100, 3), ("polynomial-underfits", 100, 1), ("polynomial-overfits", 2, 3)],
)
def test_polynomials_are_the_books(name: str, num_train: int, degree: int) -> None:
    experiment = load_preset(name)
    seed = experiment.data.seed
    assert experiment.data == Polynomial(num_train=num_train, num_validation=100, degree=degree, seed=seed)
    assert experiment.layers == (Dense(),)
    assert experiment.optimizer == SGD(learning_rate=0.01)
    assert (experiment.training.num_epochs, experiment.training.batch_size) == (100, 10)


@pytest.mark.parametrize(("name", "wd"), [("weight-decay-off", 0.0), ("weight-decay", 3.0)])
def test_weight_decay_is_the_books(name: str, wd: float) -> None:
    experiment = load_preset(name)
    assert experiment.data == HighDimensional(num_inputs=200, num_train=20, num_validation=100)
    assert experiment.layers == (Dense(),)
    assert experiment.optimizer == SGD(learning_rate=0.003, wd=wd, wd_on="weights")
    assert experiment.initializer == Normal(sigma=1.0)
    assert (experiment.training.num_epochs, experiment.training.batch_size) == (100, 1)


def test_lenet_shrinks_images_before_its_dense_layers() -> None:
    found = inspect_stack(load_preset("lenet"))
    shapes = [(6, 28, 28), (6, 14, 14), (16, 10, 10), (16, 5, 5), (120,), (84,), (10,)]
    assert [layer.output_shape for layer in found.layers] == shapes
    assert found.num_parameters == 61_706


def test_the_digits_preset_needs_no_files() -> None:
    assert load_preset("digits-mlp").data == Digits()


def test_an_unknown_preset_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(ExperimentError) as caught:
        load_preset("mlpx")
    assert str(caught.value) == f"There is no preset 'mlpx'. Did you mean mlp? The presets are: {', '.join(NAMES)}."


def test_a_name_or_a_path_stands_for_an_experiment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = Experiment(name="Mine")
    save_experiment(mine, tmp_path / "mine.gluonlab.json")
    save_experiment(mine, tmp_path / "mlp")
    assert resolve("mlp") == load_preset("mlp")
    assert resolve(tmp_path / "mine.gluonlab.json") == mine
    monkeypatch.chdir(tmp_path)
    assert resolve("mine.gluonlab.json") == mine
    assert resolve("./mlp") == mine
    assert resolve("mlp") == load_preset("mlp")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("MLP", "There is no file and no preset 'MLP'. Did you mean mlp? The presets are: linear-regression, "),
        ("mlp.gluonlab.json", "There is no file and no preset 'mlp.gluonlab.json'. Did you mean mlp? "),
        ("softmax", "There is no file and no preset 'softmax'. Did you mean softmax-regression? The presets "),
        ("dropout", "There is no file and no preset 'dropout'. Did you mean mlp-dropout or digits-dropout? "),
        ("zzz", "There is no file and no preset 'zzz'. The presets are: linear-regression, "),
        ("", "There is no file and no preset ''. The presets are: "),
        ("no/such.json", "no/such.json cannot be opened: there is no such file or folder."),
        ("\0", "There is no file and no preset '\N{REPLACEMENT CHARACTER}'. The presets are: "),
    ],
)
def test_what_is_neither_is_answered_with_what_was_perhaps_meant(given: str, expected: str) -> None:
    with pytest.raises(ExperimentError) as caught:
        resolve(given)
    assert str(caught.value).startswith(expected)


def test_a_folder_is_no_experiment(tmp_path: Path) -> None:
    with pytest.raises(ExperimentError, match="this is a folder, not a file"):
        resolve(str(tmp_path))
