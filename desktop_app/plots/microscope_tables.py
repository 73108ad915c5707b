"""From the answer of a microscope probe to matrices with names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from core.data import DataFacts
from core.data.names import title_of_input
from core.microscope import GRADIENT, MicroscopeSteps
from core.probes import MicroscopeProbe
from desktop_app.plots.number_matrix import NumberMatrix
from desktop_app.plots.plot_style import readable

translate = QCoreApplication.translate  # a name by which lupdate finds texts

DIFFERS = 1e-2
"""Relative difference from which on autograd and the numeric check are said to differ."""

Values = Mapping[str, NDArray[np.float32]]


def matrix_of(
    name: str, values: Values, steps: MicroscopeSteps, probe: MicroscopeProbe, facts: DataFacts
) -> NumberMatrix:
    """Return what goes by a name in the answer to ``probe``."""
    shape = tuple(int(length) for length in values[f"{name}:shape"])
    plain = name.removesuffix(GRADIENT)
    rows, columns = values[name].shape
    names = _columns(plain, shape, steps, probe, facts)
    return NumberMatrix(
        steps.symbol(name),
        values[name],
        _rows(plain, shape, steps, probe, facts)[:rows],
        names[:columns],
        _detail(shape, rows),
        coloured=name != "y" or facts.task == "regression",
    )


def check_of(name: str, values: Values) -> NumberMatrix | None:
    """Return the entries of a gradient that were checked: autograd, central difference, relative difference."""
    if f"{name}:numeric" not in values:
        return None
    numeric = values[f"{name}:numeric"].astype(np.float64)
    where = values[f"{name}:checked"].astype(int)
    found = values[name + GRADIENT][where[:, 0], where[:, 1]].astype(np.float64)
    size = np.maximum(np.abs(found), np.abs(numeric))
    with np.errstate(invalid="ignore"):  # of a network that has diverged
        relative = np.divide(np.abs(found - numeric), size, out=np.zeros_like(size), where=size > 0)
    table = np.column_stack([found, numeric, relative])
    columns = (
        translate("Microscope", "autograd"),
        translate("Microscope", "numeric"),
        translate("Microscope", "rel. difference"),
    )
    is_vector = len(values[f"{name}:shape"]) == 1
    rows = [f"[{column}]" if is_vector else f"[{row}, {column}]" for row, column in where]
    return NumberMatrix(translate("Microscope", "Numeric check"), table, rows, columns, coloured=False)


def verdict(check: NumberMatrix) -> str:
    """Say how well a gradient and its numeric check agree."""
    if not np.isfinite(check.values).all():
        return translate("Microscope", "There are numbers that are not finite.")
    found, numeric, relative = check.values.T
    # Where all is nearly 0, rounding is all that is left.
    counted = np.abs(found - numeric) > 1e-7
    largest = float(np.max(relative, initial=0.0, where=counted))
    if largest < DIFFERS:
        return translate("Microscope", "(L(w + h) − L(w − h)) / 2h agrees: they differ by {0} at most.").format(
            readable(float(np.abs(found - numeric).max()), 2)
        )
    return translate("Microscope", "They differ: the loss has a kink here, or the gradient is not exact.")


def to_csv(steps: MicroscopeSteps, values: Values) -> str:
    """Return every number that there is, one a line: symbol, row, column, value, numeric gradient if it was checked."""
    lines = ["symbol,row,column,value,numeric"]
    for name, numbers in values.items():
        if name.endswith((":shape", ":numeric", ":checked")):
            continue
        plain = name.removesuffix(GRADIENT)
        checked = {}
        if name != plain and f"{plain}:numeric" in values:
            places = values[f"{plain}:checked"].astype(int).tolist()
            checked = dict(zip(map(tuple, places), values[f"{plain}:numeric"].tolist(), strict=True))
        for (row, column), value in np.ndenumerate(numbers):
            numeric = checked.get((row, column))
            lines.append(
                f"{steps.symbol(name)},{row},{column},{value:.9g},{'' if numeric is None else f'{numeric:.9g}'}"
            )
    return "\n".join(lines) + "\n"


def _detail(shape: Sequence[int], rows: int) -> str:
    size = " × ".join(f"{length:,}" for length in shape)
    all_rows = int(np.prod(shape[:-1]))
    if rows < all_rows:
        return translate("Microscope", "{size}, the first {rows} of {all} rows").format(
            size=size, rows=f"{rows:,}", all=f"{all_rows:,}"
        )
    return size


def _rows(
    name: str, shape: Sequence[int], steps: MicroscopeSteps, probe: MicroscopeProbe, facts: DataFacts
) -> Sequence[str]:
    if len(shape) == 1 or name == "loss":
        return [""]
    first = _samples(probe) if steps.is_of_samples(name) else [str(i) for i in range(shape[0])]
    if steps.is_last(name) and not steps.is_of_samples(name) and len(facts.class_names) == shape[0]:
        first = list(facts.class_names)
    inner = [" · ".join(str(i) for i in place) for place in np.ndindex(*shape[1:-1])]
    return [" · ".join(text for text in (outer, more) if text) for outer in first for more in inner]


def _columns(
    name: str, shape: Sequence[int], steps: MicroscopeSteps, probe: MicroscopeProbe, facts: DataFacts
) -> Sequence[str]:
    if name == "loss":
        return [""]
    last = shape[-1]
    if len(shape) == 1 and steps.is_of_samples(name):
        return _samples(probe)
    if steps.is_last(name) and (len(shape) == 1 or steps.is_of_samples(name)) and len(facts.class_names) == last:
        return facts.class_names
    if steps.takes_inputs(name) and len(facts.input_names) == last:
        return [title_of_input(name) for name in facts.input_names]
    return [str(i) for i in range(last)]


def _samples(probe: MicroscopeProbe) -> list[str]:
    return [f"#{position}" for position in probe.positions]
