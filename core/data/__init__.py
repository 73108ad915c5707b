"""Data sets. A new one is one module of this package and its entry in ``Data``."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from core.data.base import DataFacts, DataSet, Parts, Samples
from core.data.digits import Digits
from core.data.fashion_mnist import FashionMNIST
from core.data.linear_regression import LinearRegression
from core.fields import alternatives

Data = Annotated[FashionMNIST | Digits | LinearRegression, Field(discriminator="kind")]
DATA_SETS: tuple[type[DataSet], ...] = alternatives(Data)

__all__ = [
    "DATA_SETS",
    "Data",
    "DataFacts",
    "DataSet",
    "Digits",
    "FashionMNIST",
    "LinearRegression",
    "Parts",
    "Samples",
]
