"""Small tables that are part of scikit-learn: iris, wine, breast cancer, diabetes; no network and no files."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import ClassVar, Literal

import numpy as np

from core.data.base import REGRESSION, TABLES, DataFacts, DataSet, Parts, Samples, parts_at
from core.data.positions import Positions, part_sizes
from core.data.rows import InputColumn, RowForm
from core.data.scaling import Scale
from core.data.shares import SplitByShares
from core.fields import setting
from core.losses import Task

_NUCLEUS = (
    "radius",
    "texture",
    "perimeter",
    "area",
    "smoothness",
    "compactness",
    "concavity",
    "concave points",
    "symmetry",
    "fractal dimension",
)


class _ScaledInputs(DataSet):
    standardise: bool = setting(
        True,
        title="Standardise",
        help="Scale every input to mean 0 and deviation 1, as the training part has them. Else large numbers rule.",
    )


# Settings stand in the window in the order of the bases from last to first.
class EmbeddedTable(SplitByShares, _ScaledInputs):
    """A table of numbers with known columns; a subclass names it."""

    family: ClassVar[str] = TABLES
    task: ClassVar[Task] = "classification"
    num_samples: ClassVar[int]
    input_names: ClassVar[tuple[str, ...]]
    class_names: ClassVar[tuple[str, ...]] = ()

    def facts(self) -> DataFacts:
        """Return what is known before loading."""
        sizes = part_sizes(self.num_samples, self.validation_share, self.test_share)
        num_outputs, shape = len(self.class_names) or 1, (len(self.input_names),)
        return DataFacts(self.task, shape, num_outputs, self.class_names, *sizes, input_names=self.input_names)

    def load_at(self, positions: Positions, data_dir: Path | None = None) -> Parts:
        """Load, split and scale the table; ``data_dir`` is not used."""
        parts = parts_at(self.facts(), _table(self.kind), positions)
        train, validation, test = (
            None if part is None else self.scaled(part, parts.train)
            for part in (parts.train, parts.validation, parts.test)
        )
        assert train is not None
        return Parts(parts.facts, train, validation, test, self.form(parts.train))

    def form(self, train: Samples) -> RowForm:
        """Return how a row becomes inputs, from the training part before it is scaled."""
        scale = Scale.of(train.X)
        return RowForm(
            tuple(
                InputColumn.of_numbers(name, train.X[:, j], float(scale.mean[j]), float(scale.deviation[j]))
                if self.standardise
                else InputColumn.of_numbers(name, train.X[:, j])
                for j, name in enumerate(self.input_names)
            )
        )

    def scaled(self, samples: Samples, train: Samples) -> Samples:
        """Return samples with the inputs scaled as the training part asks for."""
        X = Scale.of(train.X).standardised(samples.X) if self.standardise else samples.X.astype(np.float32)
        return Samples(X, samples.y)


class Iris(EmbeddedTable):
    """Fisher's irises (1936): three species, told by the measures of their flowers."""

    title: ClassVar[str] = "Iris"
    help: ClassVar[str] = "150 irises of three species, told by four measures of their flowers. Embedded."
    num_samples: ClassVar[int] = 150
    input_names: ClassVar[tuple[str, ...]] = (
        "sepal length (cm)",
        "sepal width (cm)",
        "petal length (cm)",
        "petal width (cm)",
    )
    class_names: ClassVar[tuple[str, ...]] = ("setosa", "versicolor", "virginica")

    kind: Literal["iris"] = "iris"


class Wine(EmbeddedTable):
    """Wines of three cultivars (Forina and others, 1991), told by a chemical analysis."""

    title: ClassVar[str] = "Wine"
    help: ClassVar[str] = "178 wines of three cultivars, told by thirteen chemical measures. Embedded."
    num_samples: ClassVar[int] = 178
    input_names: ClassVar[tuple[str, ...]] = (
        "alcohol",
        "malic acid",
        "ash",
        "alcalinity of ash",
        "magnesium",
        "total phenols",
        "flavanoids",
        "nonflavanoid phenols",
        "proanthocyanins",
        "color intensity",
        "hue",
        "od280/od315 of diluted wines",
        "proline",
    )
    class_names: ClassVar[tuple[str, ...]] = ("cultivar 1", "cultivar 2", "cultivar 3")

    kind: Literal["wine"] = "wine"


class BreastCancer(EmbeddedTable):
    """Breast tumours (Wolberg, Street and Mangasarian, 1993), told by the nuclei of their cells."""

    title: ClassVar[str] = "Breast cancer"
    help: ClassVar[str] = "569 tumours, malignant or benign, told by thirty measures of cell nuclei. Embedded."
    num_samples: ClassVar[int] = 569
    input_names: ClassVar[tuple[str, ...]] = (
        *(f"mean {name}" for name in _NUCLEUS),
        *(f"{name} error" for name in _NUCLEUS),
        *(f"worst {name}" for name in _NUCLEUS),
    )
    class_names: ClassVar[tuple[str, ...]] = ("malignant", "benign")

    kind: Literal["breast_cancer"] = "breast_cancer"


class _ScaledTarget(_ScaledInputs):
    standardise_target: bool = setting(
        True,
        title="Scale target",
        help="Scale the target in the same way. Else it is a score from 25 to 346, and so is the error.",
    )


class Diabetes(EmbeddedTable, _ScaledTarget):
    """Progress of diabetes after a year (Efron and others, 2004), told by ten measures of the patient."""

    title: ClassVar[str] = "Diabetes"
    help: ClassVar[str] = "442 patients: ten measures, and how far their diabetes had gone a year later. Embedded."
    family: ClassVar[str] = REGRESSION
    task: ClassVar[Task] = "regression"
    num_samples: ClassVar[int] = 442
    input_names: ClassVar[tuple[str, ...]] = ("age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6")

    kind: Literal["diabetes"] = "diabetes"

    def form(self, train: Samples) -> RowForm:
        """Return how a row becomes inputs, and the scale of the target."""
        form, scale = super().form(train), Scale.of(train.y)
        if not self.standardise_target:
            return form
        return RowForm(form.columns, float(scale.mean[0]), float(scale.deviation[0]))

    def scaled(self, samples: Samples, train: Samples) -> Samples:
        """Return samples with inputs and targets scaled as the training part asks for."""
        scaled = super().scaled(samples, train)
        if not self.standardise_target:
            return scaled
        return Samples(scaled.X, Scale.of(train.y).standardised(samples.y))


@lru_cache(maxsize=4)
def _table(kind: str) -> Samples:
    # Imported here: scikit-learn takes most of a second, which no other data set should pay.
    from sklearn import datasets

    if kind == "diabetes":
        X, y = datasets.load_diabetes(return_X_y=True, scaled=False)
        return Samples(X, y.astype(np.float32)[:, None])
    load = {"iris": datasets.load_iris, "wine": datasets.load_wine, "breast_cancer": datasets.load_breast_cancer}[kind]
    X, y = load(return_X_y=True)
    return Samples(X, y.astype(np.int64))
