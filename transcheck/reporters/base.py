"""What an output is: one record with its name, its summary and the function that writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from transcheck.model import Report

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporter(Generic[Told]):
    """A form that a report, or a comparison of two, can be written in.

    ``suffix`` is the usual ending of its files.
    """

    name: str
    summary: str
    suffix: str
    render: Callable[[Told], str]


def rows_in_words(report: Report) -> str:
    """Return how many rows a report has, and of what: "1 sentence", "2,000 strings"."""
    units = any(row.pair.unit for row in report.rows)
    rows = len(report.rows)
    return f"{rows:,} {'string' if units else 'sentence'}{'' if rows == 1 else 's'}"
