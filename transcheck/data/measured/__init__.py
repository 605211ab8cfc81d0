"""What each check was measured to reach: written by tests/benchmarks, read by its page."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Recall (0 to 1) on ``n`` planted faults, and false alarms in 1,000 clean sentences.

    ``low`` to ``high`` is the 95% interval of the recall, ``overlap`` the share of the faults that
    a mark touches, exactly or not, and ``net_per_1000`` the false alarms without those that are
    faults of the corpus; None where they were not measured.
    """

    fault: str
    lang: str
    recall: float
    false_alarms_per_1000: float
    n: int
    low: float | None = None
    high: float | None = None
    overlap: float | None = None
    net_per_1000: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All figures of one check, the texts that they come from, and how they were made.

    ``silent`` are the languages of those texts in which the check says nothing at all, ``counted``
    what false alarms are counted in.
    """

    corpus: str
    how: str
    rows: tuple[Figure, ...]
    silent: tuple[str, ...] = ()
    counted: str = "sentences"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One kind of fault over all its languages: plain means, and the language that is worst."""

    fault: str
    languages: int
    recall: float
    worst: Figure
    overlap: float | None
    false_alarms_per_1000: float
    net_per_1000: float | None
    loudest: Figure
    n: int


def load(check: str) -> Figures | None:
    """Return the figures of the check with this name; None if it was never measured."""
    file = resources.files(__name__) / f"{check}.json"
    if not file.is_file():
        return None
    data = json.loads(file.read_text("utf-8"))
    return Figures(
        corpus=data["corpus"],
        how=data["how"],
        rows=tuple(Figure(**row) for row in data["rows"]),
        silent=tuple(data.get("silent", ())),
        counted=data.get("counted", "sentences"),
    )


def summaries(figures: Figures) -> list[Summary]:
    """Return one summary for each kind of fault, in the order in which they were measured.

    Rows for the language "all" are pooled from the others, and left out of the means.
    """
    rows = [row for row in figures.rows if row.lang != "all"]
    faults = dict.fromkeys(row.fault for row in rows)
    return [_summary([row for row in rows if row.fault == fault]) for fault in faults]


def _summary(rows: Sequence[Figure]) -> Summary:
    overlaps = [row.overlap for row in rows if row.overlap is not None]
    nets = [row.net_per_1000 for row in rows if row.net_per_1000 is not None]
    return Summary(
        fault=rows[0].fault,
        languages=len(rows),
        recall=_mean([row.recall for row in rows]),
        worst=min(rows, key=lambda row: row.recall),
        overlap=_mean(overlaps) if len(overlaps) == len(rows) else None,
        false_alarms_per_1000=_mean([row.false_alarms_per_1000 for row in rows]),
        net_per_1000=_mean(nets) if len(nets) == len(rows) else None,
        loudest=max(rows, key=lambda row: row.false_alarms_per_1000),
        n=sum(row.n for row in rows),
    )


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)
