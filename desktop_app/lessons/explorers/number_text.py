"""Numbers as they are written into small cells."""

from __future__ import annotations

from math import isfinite

from desktop_app.plots.plot_style import power_text, readable


def short(value: float, digits: int = 3) -> str:
    """Return a number with so many significant digits and no zeros at its end; whole ones below 10,000 in full."""
    if abs(value) < 10_000 and value == round(value):
        return f"{value + 0.0:.0f}".replace("-", "−")
    if abs(value) >= 100_000 and isfinite(value):
        return power_text(value, digits)
    text = readable(value, digits)
    return text.rstrip("0").rstrip(".") if "." in text and "·" not in text else text
