"""Units of measure: whether a number in one unit is the same as another in another unit."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Unit:
    """``factor`` of the base unit of its dimension, counted from ``zero``."""

    dimension: str
    factor: float
    zero: float = 0.0


_UNITS = {
    "mm": _Unit("length", 0.001), "cm": _Unit("length", 0.01), "m": _Unit("length", 1),
    "km": _Unit("length", 1000), "in": _Unit("length", 0.0254), "ft": _Unit("length", 0.3048),
    "yd": _Unit("length", 0.9144), "mi": _Unit("length", 1609.344),
    "g": _Unit("mass", 0.001), "kg": _Unit("mass", 1), "t": _Unit("mass", 1000),
    "ton": _Unit("mass", 907.185), "lb": _Unit("mass", 0.45359), "oz": _Unit("mass", 0.02835),
    "st": _Unit("mass", 6.35029),
    "m2": _Unit("area", 1), "km2": _Unit("area", 1e6), "ha": _Unit("area", 1e4),
    "ac": _Unit("area", 4046.86), "ft2": _Unit("area", 0.092903), "mi2": _Unit("area", 2589988),
    "l": _Unit("volume", 1), "gal": _Unit("volume", 3.78541), "pt": _Unit("volume", 0.473176),
    "C": _Unit("temperature", 1), "F": _Unit("temperature", 5 / 9, 32),
    "s": _Unit("time", 1), "min": _Unit("time", 60), "h": _Unit("time", 3600),
    "d": _Unit("time", 86400), "w": _Unit("time", 604800), "f": _Unit("time", 1209600),
    "mo": _Unit("months", 1), "y": _Unit("months", 12), "dec": _Unit("months", 120),
    "cen": _Unit("months", 1200),
}  # fmt: skip
# Translators round; who writes three digits means them, and times are exact.
_TOLERANCE, _EXACT_TOLERANCE = 0.07, 0.015
_EXACT = frozenset({"time", "months"})
# A yard is a metre, and a short ton a tonne, where nobody measured.
_NEAR = 0.1
_LEAST_ROUNDED, _EXACT_DIGITS = 2, 3


def differ(unit: str, other: str) -> bool:
    """Say whether two units measure the same in other steps, so that equal numbers are not equal.

    >>> differ("mi", "km"), differ("mi", "kg")
    (True, False)
    """
    one, two = _UNITS[unit], _UNITS[other]
    near = math.isclose(one.factor, two.factor, rel_tol=_NEAR) and one.zero == two.zero
    return one.dimension == two.dimension and not near


def is_rounded(unit: str) -> bool:
    """Say whether conversions into the unit are rounded: those of times are exact."""
    return _UNITS[unit].dimension not in _EXACT


def same(value: float, unit: str, other: float, other_unit: str) -> bool:
    """Say whether two measures in different units are the same, but for rounding of either.

    >>> same(30, "yd", 27, "m"), same(100, "mi", 106, "km")
    (True, False)
    """
    one, two = _UNITS[unit], _UNITS[other_unit]
    if one.dimension != two.dimension or unit == other_unit:
        return False
    if not is_rounded(unit):
        return math.isclose(value * one.factor, other * two.factor, rel_tol=1e-6)
    there = (value - one.zero) * one.factor / two.factor + two.zero
    here = (other - two.zero) * two.factor / one.factor + one.zero
    if _is_rounded(there, other) or _is_rounded(here, value):
        return True
    # Ten degrees more in one scale are a difference, which counts from nothing.
    return one.dimension == "temperature" and _is_rounded(value * one.factor / two.factor, other)


def _is_rounded(exact: float, other: float) -> bool:
    """Say whether ``other`` is as near as its digits claim, or a whole number beside ``exact``."""
    beside = other in {math.floor(exact), math.ceil(exact)} and other >= _LEAST_ROUNDED
    digits = f"{other:.10g}".replace(".", "").strip("0")
    tolerance = _TOLERANCE if len(digits) < _EXACT_DIGITS else _EXACT_TOLERANCE
    return beside or math.isclose(exact, other, rel_tol=tolerance)
