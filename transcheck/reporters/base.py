"""What an output is: one record with its name, its summary and the function that writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

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
