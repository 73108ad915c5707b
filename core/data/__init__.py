"""Data sets. A new one is one module of this package and its entry in ``Data``."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from core.data.base import Axis, DataFacts, DataSet, Parts, Samples
from core.data.book_regression import HighDimensional, Polynomial
from core.data.digits import Digits
from core.data.embedded import BreastCancer, Diabetes, Iris, Wine
from core.data.fashion_mnist import FashionMNIST
from core.data.idx_pair import IdxPair
from core.data.image_folder import ImageFolder
from core.data.linear_regression import LinearRegression
from core.data.own_points import OwnPoints
from core.data.plane_classes import Blobs, Circle, Gauss, Moons, Spiral, SpiralArms, Xor
from core.data.plane_regression import MultiGauss, Plane
from core.data.positions import Positions, fold_positions
from core.data.table import Table
from core.fields import alternatives

Data = Annotated[
    FashionMNIST
    | Digits
    | IdxPair
    | ImageFolder
    | LinearRegression
    | Polynomial
    | HighDimensional
    | Plane
    | MultiGauss
    | Diabetes
    | Circle
    | Xor
    | Gauss
    | Spiral
    | SpiralArms
    | Moons
    | Blobs
    | OwnPoints
    | Iris
    | Wine
    | BreastCancer
    | Table,
    Field(discriminator="kind"),
]
DATA_SETS: tuple[type[DataSet], ...] = alternatives(Data)
"""In the order of the window; data sets of one family stand together."""

__all__ = [
    "DATA_SETS",
    "Axis",
    "Blobs",
    "BreastCancer",
    "Circle",
    "Data",
    "DataFacts",
    "DataSet",
    "Diabetes",
    "Digits",
    "FashionMNIST",
    "Gauss",
    "HighDimensional",
    "IdxPair",
    "ImageFolder",
    "Iris",
    "LinearRegression",
    "Moons",
    "MultiGauss",
    "OwnPoints",
    "Parts",
    "Plane",
    "Polynomial",
    "Positions",
    "Samples",
    "Spiral",
    "SpiralArms",
    "Table",
    "Wine",
    "Xor",
    "fold_positions",
]
