"""What each check was measured to reach: written by tests/benchmarks, read by its page."""

import json
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Recall (0 to 1) on ``n`` planted faults, and false alarms in 1,000 clean sentences."""

    fault: str
    lang: str
    recall: float
    false_alarms_per_1000: float
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All figures of one check, the texts that they come from, and how they were made."""

    corpus: str
    how: str
    rows: tuple[Figure, ...]


def load(check: str) -> Figures | None:
    """Return the figures of the check with this name; None if it was never measured."""
    file = resources.files(__name__) / f"{check}.json"
    if not file.is_file():
        return None
    data = json.loads(file.read_text("utf-8"))
    return Figures(
        corpus=data["corpus"],
        how=data["how"],
        rows=tuple(
            Figure(
                fault=row["fault"],
                lang=row["lang"],
                recall=row["recall"],
                false_alarms_per_1000=row["false_alarms_per_1000"],
                n=row["n"],
            )
            for row in data["rows"]
        ),
    )
