"""The interactive explorers of the lessons. A new one is one module here and one entry in ``EXPLORERS``."""

from __future__ import annotations

from desktop_app.lessons.explorers.approximator import ApproximatorExplorer
from desktop_app.lessons.explorers.autograd import AutogradExplorer
from desktop_app.lessons.explorers.ball import BallExplorer
from desktop_app.lessons.explorers.broadcasting import BroadcastingExplorer
from desktop_app.lessons.explorers.collapse import CollapseExplorer
from desktop_app.lessons.explorers.deferred import DeferredExplorer
from desktop_app.lessons.explorers.depth import DepthExplorer
from desktop_app.lessons.explorers.expectation import ExpectationExplorer
from desktop_app.lessons.explorers.losses import LossesExplorer
from desktop_app.lessons.explorers.matrices import MatricesExplorer
from desktop_app.lessons.explorers.memory import MemoryExplorer
from desktop_app.lessons.explorers.parameters import ParametersExplorer
from desktop_app.lessons.explorers.race import RaceExplorer
from desktop_app.lessons.explorers.rates import RatesExplorer
from desktop_app.lessons.explorers.sampling import SamplingExplorer
from desktop_app.lessons.explorers.softmax import SoftmaxExplorer
from desktop_app.lessons.explorers.symmetry import SymmetryExplorer

EXPLORERS: tuple[type, ...] = (
    MemoryExplorer,
    BroadcastingExplorer,
    AutogradExplorer,
    SamplingExplorer,
    RaceExplorer,
    SoftmaxExplorer,
    LossesExplorer,
    CollapseExplorer,
    ApproximatorExplorer,
    BallExplorer,
    ExpectationExplorer,
    RatesExplorer,
    MatricesExplorer,
    DepthExplorer,
    SymmetryExplorer,
    DeferredExplorer,
    ParametersExplorer,
)
"""All explorers, in the order of the chapters."""
