"""Sweeps as values: cells, names, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from core.errors import ExperimentError
from core.experiment import with_value
from core.presets import load_preset
from core.selection.paths import facts_of, settings_in, title_of
from core.selection.sweep import MAX_CELLS, Sweep
from core.texts import retold, use_translator

DIGITS = load_preset("digits-mlp")


def swept(path: str, *values: Any, labels: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"path": path, "values": list(values), "labels": list(labels)}


RATES = swept("optimizer.learning_rate", 0.1, 0.5)
DENSE_PAIR = [{"kind": "dense", "units": 4}, {"kind": "dense"}]
UNITS = swept("layers.0.units", 4, 8, 16)


def sweep(*settings: dict[str, Any], **more: Any) -> Sweep:
    return Sweep.made(experiment=DIGITS, settings=settings, **more)


def brief_sweep(*settings: dict[str, Any], **more: Any) -> Sweep:
    """Return a sweep whose runs take a moment."""
    return sweep(*settings, **more).changed(experiment=with_value(DIGITS, "training.num_epochs", 2))


def test_there_is_a_cell_for_each_value_pair_and_seed() -> None:
    both = sweep(RATES, UNITS, seeds=[7, 5])
    assert (both.shape, both.num_cells) == ((2, 3), 12)
    cells = both.cells()
    assert len({cell.key for cell in cells}) == 12
    assert [place.key for place in both.places()] == [cell.key for cell in cells]
    expected = DIGITS
    for path, value in (("optimizer.learning_rate", 0.5), ("layers.0.units", 4), ("training.seed", 5)):
        expected = with_value(expected, path, value)
    assert cells[7].experiment == expected
    assert cells[7].key == "value 2, 1, seed 5"
    assert cells[7].fold is None


def test_a_key_stays_the_same_when_values_and_seeds_are_added() -> None:
    few, more = sweep(RATES, seeds=[1]), sweep(swept("optimizer.learning_rate", 0.1, 0.5, 0.7), seeds=[1, 2])
    of_more = {cell.key: cell for cell in more.cells()}
    assert all(of_more[cell.key] == cell for cell in few.cells())


def test_whole_groups_and_lists_are_values() -> None:
    deep = [{"kind": "dense", "units": 8}, {"kind": "dense", "units": 8}, {"kind": "dense"}]
    kinds = sweep(
        swept("initializer", {"kind": "zero"}, {"kind": "normal", "sigma": 1}),
        swept("layers", deep[1:], deep, labels=("one", "two")),
    )
    assert [swept.names for swept in kinds.settings] == [("zero", "normal"), ("one", "two")]
    assert [len(cell.experiment.layers) for cell in kinds.cells()] == [2, 3, 2, 3]


def test_seeds_draw_training_data_or_both() -> None:
    def seeds(drawn: str) -> list[tuple[int, int]]:
        cells = sweep(RATES, seeds=[3], seeded=drawn).cells()
        return [(cell.experiment.training.seed, cell.experiment.data.seed) for cell in cells[:1]]

    assert (seeds("training"), seeds("data"), seeds("both")) == ([(3, 0)], [(0, 3)], [(3, 3)])


def test_titles_are_those_of_the_window() -> None:
    assert sweep(RATES, UNITS).titles == ("Learning rate", "Layer 1, Dense: Units")
    assert title_of(DIGITS, "initializer") == "Initialiser"


def test_titles_of_layers_speak_the_language_of_the_window() -> None:
    english = sweep(RATES, UNITS).titles[1]
    chinese = {"Layer {number}, {layer}: {setting}": "第 {number} 层 {layer}：{setting}", "Units": "单元数"}
    try:
        use_translator(lambda text: chinese.get(text, text))
        assert sweep(RATES, UNITS).titles[1] == retold(english) == "第 1 层 Dense：单元数"
    finally:
        use_translator(None)


def test_settings_with_a_single_value_can_be_found() -> None:
    paths = {entry.path: entry for entry in settings_in(DIGITS)}
    assert {"data.validation_share", "layers.0.units", "optimizer.learning_rate", "training.batch_size"} <= set(paths)
    assert not {"name", "data.kind", "layers"} & set(paths)
    for path in paths:
        with_value(DIGITS, path, _value(path))
    facts = facts_of(DIGITS, "optimizer.learning_rate")
    assert facts is not None
    assert facts.log
    assert facts_of(DIGITS, "optimizer") is None


def _value(path: str) -> Any:
    node: Any = DIGITS
    for key in path.split("."):
        node = node[int(key)] if isinstance(node, tuple) else getattr(node, key)
    return node


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"settings": [swept("optimizer.learning_rte", 0.1)]}, "Did you mean 'learning_rate'?"),
        ({"settings": [swept("layers.7.units", 4)]}, "layers.7.units: layers has no '7'. Choose a place from 0"),
        ({"settings": [swept("optimizer.learning_rate", 0.1, -1)]}, "optimizer.learning_rate: -1 is out of range."),
        ({"settings": [swept("optimizer.learning_rate", "much")]}, "optimizer.learning_rate: 'much' does not fit"),
        ({"settings": [swept("optimizer.learning_rate", 1, 0.1, 1.0)]}, "the value 1 stands here twice"),
        (
            {"settings": [swept("optimizer.learning_rate")]},
            "(optimizer.learning_rate): there are no values.",
        ),
        ({"settings": [RATES, RATES]}, "'optimizer.learning_rate' stands here twice"),
        ({"settings": [RATES | {"labels": ["a"]}]}, "1 label for 2 values"),
        ({"settings": []}, "settings: this list is too short."),
        ({"settings": [RATES, UNITS, RATES]}, "settings: 3 entries are too many. At most 2 fit here."),
        ({"settings": [swept("training.seed", 1)]}, "training.seed is drawn by the seeds already."),
        ({"settings": [RATES], "seeds": []}, "seeds: this list is too short."),
        ({"settings": [RATES], "seeds": [1, 1]}, "seeds: a seed stands here twice."),
        ({"settings": [RATES], "seeds": [-1]}, "seeds.0: -1 is out of range."),
        ({"settings": [RATES], "seeded": "all"}, "Choose one of: training, data, both."),
        ({"settings": [RATES], "sedes": [1]}, "sedes: there is no setting 'sedes' here. Did you mean 'seeds'?"),
        (
            {"settings": [swept("training.batch_size", *range(1, 41)), UNITS], "seeds": list(range(10))},
            f"40 × 3 × 10 are 1,200 runs. At most {MAX_CELLS:,} are possible",
        ),
    ],
)
def test_what_is_wrong_is_said(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(ExperimentError) as error:
        Sweep.made(experiment=DIGITS, **fields)
    assert said in str(error.value)


def test_a_sweep_cannot_be_changed_but_a_changed_one_can_be_made() -> None:
    first = sweep(RATES)
    with pytest.raises(ValidationError):
        first.name = "other"  # type: ignore[misc]
    second = first.changed(name="other", seeds=(4, 5))
    assert (first.name, second.name, second.seeds) == ("Untitled", "other", (4, 5))
    assert second.settings == first.settings
    assert first.changed() == first
    with pytest.raises(ExperimentError):
        first.changed(seeds=(4, 4))


def test_values_that_do_not_fit_together_are_said_when_the_cells_are_made() -> None:
    pair = sweep(swept("layers", [{"kind": "dense"}], DENSE_PAIR), swept("layers.1.units", 3))
    with pytest.raises(ExperimentError, match=r"layers\.1\.units"):
        pair.cells()


def test_the_largest_sweep_is_made_quickly() -> None:
    full = sweep(swept("training.batch_size", *range(1, 26)), swept("training.num_epochs", *range(1, 21)), seeds=[0, 1])
    assert len(full.cells()) == MAX_CELLS
