"""Whether the presets reach the book's results: ``python -m tests.benchmarks.bands``.

Trains each preset that the book has with several seeds, and compares its end with the band that any seed must reach.
Fashion-MNIST is found by ``GLUON_LAB_DATA`` or ``--data-dir``. Exit status 1 if a figure lies outside of its band.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
from pathlib import Path

import numpy as np

from core.engine.parameters import get_arrays
from core.engine.training import Job, Run
from core.events import EpochDone, RunEnded
from core.experiment import with_value
from core.presets import load_preset

BANDS = {
    "softmax-regression": ("validation accuracy", 0.815, 0.855),
    "mlp": ("validation accuracy", 0.84, 0.88),
    "mlp-dropout": ("validation accuracy", 0.84, 0.88),
    "digits-mlp": ("validation accuracy", 0.95, 0.98),
    "linear-regression": ("largest error of w and b", 0.0, 0.01),
}
MAX_LINEAR_LOSS = 1e-4


def train(preset: str, seed: int, data_dir: Path | None) -> dict[str, object]:
    """Train a preset with a seed; return its figures and whether they lie in the band."""
    experiment = with_value(load_preset(preset), "training.seed", seed)
    run = Run(Job(1, experiment, experiment.data.load(data_dir), threading.Event()))
    events = list(run.events())
    ended = events[-1]
    assert isinstance(ended, RunEnded)
    epochs = [event for event in events if isinstance(event, EpochDone)]
    name, low, high = BANDS[preset]
    figure = ended.validation_accuracy if preset != "linear-regression" else _largest_error(run)
    assert figure is not None
    inside = ended.reason == "finished" and low <= figure <= high
    if preset == "linear-regression":
        inside = inside and epochs[-1].train_loss < MAX_LINEAR_LOSS
    return {
        "preset": preset,
        "seed": seed,
        "figure": name,
        "value": figure,
        "band": [low, high],
        "train_loss": epochs[-1].train_loss,
        "each_epoch": [epoch.validation_accuracy for epoch in epochs],
        "inside": inside,
    }


def _largest_error(run: Run) -> float:
    arrays, data = get_arrays(run.net), run.experiment.data
    found = np.append(arrays["0.weight"][0], arrays["0.bias"])
    return float(np.abs(found - np.append(data.w, data.b)).max())  # type: ignore[union-attr]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    parser.add_argument("--presets", nargs="+", choices=BANDS, default=list(BANDS))
    parser.add_argument("--data-dir", type=Path, help="holds the folder fashion-mnist")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    options = parser.parse_args()
    all_inside = True
    for preset in options.presets:
        for seed in options.seeds:
            result = train(preset, seed, options.data_dir)
            all_inside = all_inside and bool(result["inside"])
            if options.json:
                print(json.dumps(result), flush=True)
            else:
                low, high = BANDS[preset][1:]
                verdict = "inside" if result["inside"] else "OUTSIDE"
                print(
                    f"{preset:<19} seed {seed}  {result['figure']} {result['value']:.4f}  train loss "
                    f"{result['train_loss']:.3g}  {verdict} {low:g} to {high:g}",
                    flush=True,
                )
    return 0 if all_inside else 1


if __name__ == "__main__":
    sys.exit(main())
