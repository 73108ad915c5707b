"""Base of the questions that explorers put to the engine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """Something that MXNet is to compute beside the run, and that leaves the run as it is.

    Questions and their answers are frozen dataclasses of NumPy arrays and plain values, defined in ``core.explorers``.
    Who answers a kind of question is said in ``core.engine.answers``.
    """
