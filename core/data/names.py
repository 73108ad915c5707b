"""Names of inputs as mathematics is written."""

from __future__ import annotations

import re

SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FORMULA = re.compile(r"x\d*(\^\d+)?(/\d+!)?|x\d+\*x\d+|[a-z]+\(x\d+\)")


def title_of_input(name: str) -> str:
    """Return the name of an input as mathematics is written: "x1^2" as "x₁²", other names as they are."""
    if not _FORMULA.fullmatch(name):
        return name
    lowered = re.sub(r"(?<=x)\d+", lambda digits: digits[0].translate(SUBSCRIPTS), name)
    raised = re.sub(r"\^(\d+)", lambda power: power[1].translate(_SUPERSCRIPTS), lowered)
    return raised.replace("*", "")
