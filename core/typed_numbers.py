"""Numbers as a user types them, with a point or a comma, whatever the locale."""

from __future__ import annotations

import re
import unicodedata

_HUGE = 1e300
# Not 1,000, in which the comma more likely parts thousands.
_DECIMAL_COMMA = re.compile(r"[-+]?(?![1-9]\d{0,2},\d{3}$)\d*,\d+(e[-+]?\d+)?", re.IGNORECASE)


def parse_number(text: str, *, whole: bool = False) -> float | int | str:
    """Return the number that ``text`` stands for, or the bare text if it is none.

    Args:
        text: such as ``"0.1"``, ``"0,1"``, ``"1e-3"``, ``".5"``; full-width digits of an input method count as digits.
        whole: return an int where the number is whole, as ``"1e3"`` is. Such a number takes no decimal comma.
    """
    bare = unicodedata.normalize("NFKC", text).replace("\N{MINUS SIGN}", "-").strip()
    try:
        number = float(bare.replace(",", ".") if not whole and _DECIMAL_COMMA.fullmatch(bare) else bare)
    except ValueError:
        return bare
    return int(number) if whole and abs(number) < _HUGE and number.is_integer() else number


def parse_numbers(text: str) -> tuple[float, ...] | str:
    """Return the numbers that stand in ``text``, separated by commas, semicolons or spaces, or the bare text."""
    bare = unicodedata.normalize("NFKC", text).replace("、", ",").strip()
    found = []
    for part in re.split(r"\s*[,;]\s*|\s+", bare.strip("()[]{} ")):
        number = parse_number(part)
        if isinstance(number, str):
            return bare
        found.append(float(number))
    return tuple(found)
