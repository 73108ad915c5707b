"""Whether folds side by side use all cores: ``python -m tests.benchmarks.side_by_side``.

Trains the folds of the book's multilayer perceptron on Fashion-MNIST one after another in this process, as the window
would without workers, and side by side with one worker for each core, in turn. Workers are warm; how long the first
start takes is told separately, and so is what a single worker takes: it computes with one thread, but MXNet works in
another one than Python does. Exit status 1 if the best wall time side by side is more than 0.6 of the best one after
another (on two cores), or if the curves differ.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from time import perf_counter

from core.experiment import Experiment, with_value
from core.presets import load_preset
from core.selection.cells import CellResult
from core.selection.kfold import KFold
from core.selection.running import run_cells
from core.selection.workers import LocalExecutor, available_cores, run_cell

MAX_RATIO = 0.6


def timed(executor: LocalExecutor, experiment: Experiment, num_folds: int, data_dir: Path | None) -> tuple[float, dict]:
    """Return the wall time in seconds of all folds, and the last validation loss of each."""
    start = perf_counter()
    results = list(run_cells(KFold(num_folds=num_folds).cells(experiment), executor, data_dir=data_dir))
    return perf_counter() - start, {result.key: last_loss(result) for result in results}


def timed_here(experiment: Experiment, num_folds: int, data_dir: Path | None) -> tuple[float, dict]:
    """Do the same in this process, one fold after another with all cores for each."""
    start = perf_counter()
    results = [run_cell(cell, data_dir) for cell in KFold(num_folds=num_folds).cells(experiment)]
    return perf_counter() - start, {result.key: last_loss(result) for result in results}


def last_loss(result: CellResult) -> float | None:
    if result.outcome is None:
        raise SystemExit(result.sentence)
    return result.outcome.epochs[-1].validation_loss


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=4, help="how many folds (default 4)")
    parser.add_argument("--epochs", type=int, default=4, help="epochs of each fold (default 4)")
    parser.add_argument("--rounds", type=int, default=2, help="measurements of each kind, in turn (default 2)")
    parser.add_argument("--data-dir", type=Path, help="where the four files of Fashion-MNIST are")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    experiment = with_value(load_preset("mlp"), "training.num_epochs", options.epochs)
    brief = with_value(experiment, "training.num_epochs", 1)
    with LocalExecutor(1) as one, LocalExecutor() as all_cores:
        cold, _ = timed(all_cores, brief, all_cores.max_workers, options.data_dir)
        warm, _ = timed(all_cores, brief, all_cores.max_workers, options.data_dir)
        timed(one, brief, 2, options.data_dir)
        timed_here(brief, 2, options.data_dir)
        rounds = []
        for _ in range(options.rounds):
            here = timed_here(experiment, options.folds, options.data_dir)
            alone = timed(one, experiment, options.folds, options.data_dir)
            together = timed(all_cores, experiment, options.folds, options.data_dir)
            rounds.append((here, alone, together))
    after_another, one_worker, side_by_side = (min(way[0] for way in ways) for ways in zip(*rounds, strict=True))
    equal = all(losses == rounds[0][0][1] for ways in rounds for _, losses in ways)
    ratio = side_by_side / after_another
    result = {"cores": available_cores(), "folds": options.folds, "after_another": after_another}
    result |= {"side_by_side": side_by_side, "ratio": ratio, "one_worker": one_worker}
    result |= {"cold_start": cold - warm, "equal": equal}
    if options.json:
        print(json.dumps(result))
    else:
        print(f"{options.folds} folds one after another {after_another:.1f} s, side by side {side_by_side:.1f} s")
        print(f"ratio {ratio:.2f} on {available_cores()} cores; the first start takes {cold - warm:.1f} s more")
        print(f"one worker {one_worker:.1f} s, which is {side_by_side / one_worker:.2f}")
        print("the curves are equal" if equal else "THE CURVES DIFFER")
    return 0 if ratio <= MAX_RATIO and equal else 1


if __name__ == "__main__":
    sys.exit(main())
