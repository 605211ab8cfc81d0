"""Keep the figures of strings: a page for all programs, and a file for the page of each check."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.corpus import Part
from tests.benchmarks.strings import corpus
from transcheck.data.measured import Figure

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "strings-figures.md"
MEASURED = ROOT / "transcheck" / "data" / "measured"
_ABOUT = """# How well faults of strings are found

Written by `python -m tests.benchmarks.strings.run --part "held out" --write`. All programs read the
same PO files: entries of {projects} programs from PyPI in {languages} languages, of which some have
one planted fault each (seed 1). A fault counts as found if its entry is flagged for a reason for
which the untouched entry is not. The last row counts untouched entries that are flagged, whatever
for; many of them have a real fault, and nobody has read them all. Rules were made while looking at
other programs than these.

transcheck runs without models, and without the checks that compare units across a batch; pofilter
with all its tests, its language set; of Weblate's checks those of one string that need no site, as
they are on by default and as the flags of the file turn them on. {versions}.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a program reached: recall of a fault, or for no fault alarms in 1,000 entries."""

    program: str
    fault: str | None
    value: float
    n: int


def keep(versions: Mapping[str, str], rows: Sequence[Row], part: Part) -> None:
    """Write the page that holds the programs beside each other."""
    PAGE.write_text("\n".join(_lines(versions, rows, part)) + "\n", encoding="utf-8")


def _lines(versions: Mapping[str, str], rows: Sequence[Row], part: Part) -> Iterator[str]:
    yield _ABOUT.format(
        projects=len(corpus.projects(part)),
        languages=len(corpus.LANGUAGES),
        versions="; ".join(f"{name}: {version}" for name, version in versions.items()),
    )
    yield f"| fault | n | {' | '.join(versions)} |"
    yield "|---|---:|" + "---:|" * len(versions)
    for fault in dict.fromkeys(row.fault for row in rows if row.fault):
        own = [row for row in rows if row.fault == fault]
        values = " | ".join(f"{row.value:.3f}" for row in own)
        yield f"| {fault} | {own[0].n} | {values} |"
    own = [row for row in rows if row.fault is None]
    values = " | ".join(f"{row.value:.1f}" for row in own)
    yield f"| flagged of 1,000 untouched entries | {own[0].n} | {values} |"


def keep_checks(figures: Mapping[str, Sequence[Figure]], part: Part) -> None:
    """Write the figures that the page of each check shows."""
    for check, rows in figures.items():
        record = {
            "corpus": f"strings of {len(corpus.projects(part))} programs on PyPI, {part}",
            "how": "One fault planted at a time, seed 1, in PO files with their other entries "
            "around; found if this check flags the entry for it. False alarms are untouched "
            "entries that it flags, real faults among them; a sentence is an entry here.",
            "rows": [asdict(row) for row in rows],
        }
        path = MEASURED / f"{check}.json"
        path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
