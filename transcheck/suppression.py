"""Why a finding does not count, and the notices of suppressions that are of no use."""

from dataclasses import dataclass
from enum import StrEnum


class Suppression(StrEnum):
    """Who said that a finding does not count."""

    BASELINE = "baseline"
    ACCEPTED = "accepted"
    ALLOWED = "allowed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a user should know of a run that is no fault of a text: a suppression of no use."""

    path: str
    line: int
    message: str
