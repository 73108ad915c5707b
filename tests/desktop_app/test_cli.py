"""The command line: what it prints and its exit status."""

from __future__ import annotations

import json
import signal
import sys
import threading
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.edits import AddLayer
from core.errors import ExperimentError
from core.experiment import Experiment
from core.presets import load_preset, presets
from core.storage import save_experiment
from desktop_app.cli import _first_interrupt_sets, main
from desktop_app.cli_base import parse_assignment
from desktop_app.run_report import TextReport

SHORT = ("--set", "training.num_epochs=2")
EPOCH_KEYS = [
    "event",
    "epoch",
    "train_loss",
    "train_accuracy",
    "validation_loss",
    "validation_accuracy",
    "samples_per_second",
    "train_top3",
    "train_log_loss",
    "validation_top3",
    "validation_log_loss",
    "weight_norm",
    "learning_rate",
]
END_KEYS = [
    "event",
    "reason",
    "validation_loss",
    "validation_accuracy",
    "test_loss",
    "test_accuracy",
    "seconds",
    "message",
    "best_epoch",
    "validation_top3",
    "validation_log_loss",
    "test_top3",
    "test_log_loss",
    "confusion",
]


def parsed(text: str) -> list[dict[str, Any]]:
    """Return the objects of JSON lines; NaN and infinity, which are not JSON, fail."""

    def refuse(word: str) -> None:
        raise AssertionError(f"{word} is not JSON")

    return [json.loads(line, parse_constant=refuse) for line in text.splitlines()]


def run_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    assert main(["run", "digits-mlp", "--json", *arguments]) == 0
    return parsed(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 2) -> str:
    """Return the message of a command that must be refused without printing a result."""
    assert main(list(arguments)) == status
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Traceback" not in captured.err
    return " ".join(captured.err.split())


def test_run_prints_one_object_for_each_epoch_and_one_for_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    first, second, end = run_json(capsys, *SHORT)
    assert list(first) == list(second) == EPOCH_KEYS
    assert list(end) == END_KEYS
    assert (first["event"], first["epoch"], second["epoch"]) == ("epoch", 1, 2)
    assert (end["event"], end["reason"]) == ("end", "finished")
    assert second["train_loss"] < first["train_loss"]
    assert end["validation_accuracy"] == second["validation_accuracy"]
    assert 0.5 < end["test_accuracy"] <= 1
    assert end["seconds"] > 0


def test_metrics_that_do_not_exist_are_null(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "linear-regression", "--json"]) == 0
    *epochs, end = parsed(capsys.readouterr().out)
    assert epochs[-1]["train_loss"] < 1e-4
    assert epochs[-1]["train_accuracy"] is None
    assert 0 < epochs[-1]["train_rmse"] < 0.02
    assert [end[key] for key in END_KEYS[2:6]] == [None] * 4
    assert end["confusion"] is None


def test_the_end_tells_all_metrics_and_why_it_ended_early(capsys: pytest.CaptureFixture[str]) -> None:
    target = ("target=validation", "target_metric=accuracy", "target_value=0.8", "patience=50")
    *epochs, end = run_json(capsys, *(word for each in target for word in ("--set", f"stopping.{each}")))
    assert end["message"].startswith(f"Finished after {len(epochs)} epochs: the validation accuracy has reached 0.8")
    assert end["best_epoch"] == len(epochs)
    assert end["validation_top3"] == epochs[-1]["validation_top3"] > end["validation_accuracy"]
    counts = np.array(end["confusion"])
    assert counts.shape == (10, 10)
    assert np.trace(counts) / counts.sum() == end["validation_accuracy"]


def test_equal_seeds_give_equal_runs(capsys: pytest.CaptureFixture[str]) -> None:
    def losses(*arguments: str) -> list[float]:
        return [line["train_loss"] for line in run_json(capsys, *SHORT, *arguments) if line["event"] == "epoch"]

    assert losses("--seed", "3") == losses("--seed", "3") == losses("--set", "training.seed=3")
    assert losses("--seed", "3") != losses("--seed", "4")
    assert losses("--seed", "3", "--set", "training.seed=4") == losses("--seed", "3"), "--seed is applied last"


def test_settings_are_applied_in_their_order(capsys: pytest.CaptureFixture[str]) -> None:
    lines = run_json(capsys, "--set", "training.num_epochs=3", "--set", "training.num_epochs=1")
    assert [line["event"] for line in lines] == ["epoch", "end"]
    # Changing the kind starts the optimizer from its defaults, so the rate must be set after it.
    lines = run_json(capsys, *SHORT, "--set", "optimizer.kind=adam", "--set", "optimizer.learning_rate=0.01")
    assert lines[-1]["reason"] == "finished"


def test_divergence_is_told_and_is_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "digits-mlp", "--json", "--set", "optimizer.learning_rate=500"]) == 1
    end = parsed(capsys.readouterr().out)[-1]
    assert list(end) == [key for key in END_KEYS if "top3" not in key and "log_loss" not in key]
    assert end["reason"] == "diverged"
    assert "learning rate" in end["message"]


def test_stored_parameters_have_the_metrics_of_the_run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "digits.params"
    end = run_json(capsys, *SHORT, "--save-params", str(file))[-1]
    assert main(["evaluate", "digits-mlp", "--params", str(file), "--json"]) == 0
    (evaluation,) = parsed(capsys.readouterr().out)
    assert evaluation.pop("event") == "evaluation"
    same = [key for key in END_KEYS if key.startswith(("validation_", "test_"))]
    assert {name: evaluation[name] for name in same} == {name: end[name] for name in same}
    assert 0 < evaluation["train_loss"] < 2.3

    once = "training.num_epochs=1"
    fresh = run_json(capsys, "--set", once)[0]["train_loss"]
    continued = run_json(capsys, "--set", once, "--load-params", str(file))[0]["train_loss"]
    assert continued < fresh / 2


def test_people_get_a_table(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "digits.params"
    assert main(["run", "digits-mlp", *SHORT, "--save-params", str(file)]) == 0
    out, err = capsys.readouterr()
    assert "Train loss" in out
    assert "Validation accuracy" in out
    assert "Finished after 2 epochs" in out
    assert "Test: loss" in out
    assert [line.partition(":")[0] for line in err.splitlines()] == ["epoch 1", "epoch 2"]
    assert "validation accuracy 0." in err
    assert main(["evaluate", "digits-mlp", "--params", str(file)]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [row[1] for row in rows if len(row) > 3 and row[0] == "│"] == ["train", "validation", "test"]


def test_the_bar_is_drawn_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # makes rich take standard error for a terminal
    assert main(["run", "digits-mlp", "--json", *SHORT]) == 0
    out, err = capsys.readouterr()
    assert "epoch 1/2" in err
    assert "%" in err
    assert len(parsed(out)) == 3


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["run"], "Missing argument"),
        (["frobnicate"], "No such command"),
        (["run", "mlp", "--frobnicate"], "No such option"),
        (["run", "mlp", "--seed", "x"], "--seed"),
        (["run", "mlp", "--seed", "-1"], "training.seed"),
        (["run", "mlp", "--data-dir", "/no/such/place"], "does not exist"),
        (["run", "mpl"], "Did you mean mlp"),
        (["run", "no/such/file"], "no/such/file"),
        (["run", "mlp", "--set", "training.num_epochs"], "NAME=VALUE"),
        (["run", "mlp", "--set", "=3"], "NAME=VALUE"),
        (["run", "mlp", "--set", "training.num_epoch=3"], "num_epochs"),
        (["run", "mlp", "--set", "training.num_epochs=many"], "training.num_epochs"),
        (["run", "mlp", "--set", "optimizer.learning_rate=NaN"], "optimizer.learning_rate"),
        (["run", "digits-mlp", "--set", "layers=[]"], "Add a Dense layer"),
        (["run", "digits-mlp", "--set", "data.validation_share=0.9", "--set", "data.test_share=0.9"], "shares smaller"),
        (["run", "digits-mlp", "--save-params", "/no/such/place/x.params"], "there is no folder /no/such/place"),
        (["run", "digits-mlp", "--load-params", "/no/such/file"], "does not exist"),
        (["evaluate", "digits-mlp"], "--params"),
        (["check", "/no/such/file"], "does not exist"),
        (["open", "/no/such/file"], "does not exist"),
        (["--data-dir", "/", "presets"], "after the command"),
    ],
)
def test_bad_input_is_refused_with_a_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], expected: str
) -> None:
    assert expected in refused(capsys, *arguments)


def test_json_errors_leave_standard_output_empty(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Did you mean" in refused(capsys, "run", "digit-mlp", "--json")


def test_parameters_that_do_not_fit_are_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.params"
    damaged.write_bytes(b"not parameters")
    assert "damaged.params" in refused(capsys, "evaluate", "digits-mlp", "--params", str(damaged))
    fitting = tmp_path / "digits.params"
    run_json(capsys, "--set", "training.num_epochs=1", "--save-params", str(fitting))
    assert main(["run", "linear-regression", "--load-params", str(fitting)]) == 2
    assert "digits.params" in capsys.readouterr().err


def test_data_that_are_not_there_are_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("GLUON_LAB_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    message = refused(capsys, "run", "mlp", "--data-dir", str(tmp_path))
    assert "Fashion-MNIST" in message
    assert str(tmp_path) in message


def test_the_real_data_are_found_in_the_data_dir(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, fashion_mnist_dir: Path
) -> None:
    monkeypatch.delenv("GLUON_LAB_DATA")
    arguments = ["--json", "--set", "training.num_epochs=1", "--data-dir", str(fashion_mnist_dir)]
    assert main(["run", "softmax-regression", *arguments]) == 0
    epoch, end = parsed(capsys.readouterr().out)
    assert 0.75 < epoch["validation_accuracy"] < 0.86
    assert end["test_accuracy"] is None, "the book takes the test images for validation"


def test_what_cannot_be_saved_is_a_failure(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "soon-gone"
    folder.mkdir()

    class RemovesFolder(TextReport):
        def show(self, event: object) -> None:
            if folder.exists():
                folder.rmdir()

    monkeypatch.setattr("desktop_app.run_report.TextReport", RemovesFolder)
    assert main(["run", "digits-mlp", *SHORT, "--save-params", str(folder / "x.params")]) == 1
    assert "x.params" in capsys.readouterr().err


def test_presets_has_one_line_for_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["presets"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [preset.name for preset in presets()]
    assert all(preset.summary in line for preset, line in zip(presets(), lines, strict=True))


def test_check_tells_what_a_file_describes(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "mine.gluonlab.json"
    save_experiment(load_preset("mlp"), file)
    assert main(["check", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: valid. Fashion-MNIST, 2 layers, 203,530 parameters.\n"


def test_check_passes_on_hints(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "mine.gluonlab.json"
    experiment = AddLayer(2, "activation").apply(load_preset("mlp"))
    save_experiment(experiment, file)
    assert main(["check", str(file)]) == 0
    assert "Layer 3, Activation: The loss applies softmax itself" in capsys.readouterr().out


def test_check_refuses_what_cannot_be_trained(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "mine.gluonlab.json"
    save_experiment(Experiment(), file)
    assert "not trained yet. There are no layers" in refused(capsys, "check", str(file))
    content = file.read_text().replace('"num_epochs": 5', '"num_epochs": 0')
    file.write_text(content)
    assert "training.num_epochs" in refused(capsys, "check", str(file))


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    text = capsys.readouterr().out
    assert all(command in text for command in ("open", "run", "evaluate", "presets", "check", "doctor"))
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("gluon-lab ")


class FakeApp(ModuleType):
    """Stands in for ``desktop_app.app``; remembers how the window was asked for."""

    def __init__(self) -> None:
        super().__init__("desktop_app.app")
        self.asked: list[tuple[Path | None, Path | None]] = []

    def main(self, experiment_path: Path | None, data_dir: Path | None) -> int:
        self.asked.append((experiment_path, data_dir))
        return 7


@pytest.fixture
def fake_app(monkeypatch: pytest.MonkeyPatch) -> FakeApp:
    fake = FakeApp()
    monkeypatch.setitem(sys.modules, "desktop_app.app", fake)
    monkeypatch.setattr("desktop_app.window_needs.missing_for_window", list)
    return fake


def test_the_window_is_opened(fake_app: FakeApp, tmp_path: Path) -> None:
    file = tmp_path / "mine.gluonlab.json"
    save_experiment(Experiment(), file)
    assert main([]) == 7
    assert main(["--data-dir", str(tmp_path)]) == 7
    assert main(["open", str(file), "--data-dir", str(tmp_path)]) == 7
    assert fake_app.asked == [(None, None), (None, tmp_path), (file, tmp_path)]


def test_the_window_is_not_opened_with_a_bad_file(
    fake_app: FakeApp, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "mine.gluonlab.json"
    file.write_text("{}")
    assert str(file) in refused(capsys, "open", str(file))
    assert fake_app.asked == []


def test_the_window_is_not_opened_when_something_is_missing(
    fake_app: FakeApp, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.window_needs.missing_for_window", lambda: ["The moon is missing."])
    assert "The moon is missing." in refused(capsys)
    assert fake_app.asked == []


@given(st.text())
def test_an_assignment_is_split_or_refused(text: str) -> None:
    try:
        name, value = parse_assignment(text)
    except ExperimentError:
        assert "=" not in text[1:]
    else:
        assert text.startswith(f"{name}=")
        assert value == text[len(name) + 1 :] or json.dumps(value)


def test_values_are_json_or_text() -> None:
    assert parse_assignment("a.b=2") == ("a.b", 2)
    assert parse_assignment("a=[2, -3.4]") == ("a", [2, -3.4])
    assert parse_assignment("a=relu") == ("a", "relu")
    assert parse_assignment("a=b=c") == ("a", "b=c")
    deep = "[" * 100_000
    assert parse_assignment(f"a={deep}") == ("a", deep)


def test_the_first_interrupt_stops_and_the_second_interrupts() -> None:
    cancel = threading.Event()
    before = signal.getsignal(signal.SIGINT)
    with _first_interrupt_sets(cancel):
        signal.raise_signal(signal.SIGINT)
        assert cancel.is_set()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before
