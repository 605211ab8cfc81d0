"""Keep the figures of strings: a page for all programs, and a file for the page of each check."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.corpus import Part
from tests.benchmarks.strings import corpus
from tests.benchmarks.strings.reading import Reading
from transcheck.data.measured import Figure

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "strings-figures.md"
_READINGS = Path(__file__).parent / "readings.json"
MEASURED = ROOT / "transcheck" / "data" / "measured"
_ABOUT = """# How well faults of strings are found

Written by `python -m tests.benchmarks.strings.run --part "held out" --most 100 --faults 40
--write`. All programs read the same PO files: entries of {projects} programs from PyPI in
{languages} languages, of which some have one planted fault each (seed 1). A fault counts as found
if its entry is flagged for a reason for which the untouched entry is not. Behind each share
stands how many of 1,000 untouched entries the same checks flag, those that the program needs to
find the class: a check that flags nearly everything finds nearly everything. The last two rows
count untouched entries that are flagged, whatever for, and for what more than a note of transcheck
says, which stops no merge unless it is asked to; many of them have a real fault. Rules were made
while looking at other programs than these.

transcheck runs without models, and without the checks that compare units across a batch; pofilter
with all its tests, its language set; of Weblate's checks those of one string that need no site, as
they are on by default and as the flags of the file turn them on. {versions}.
"""
_ABOUT_READING = """
## What the flags on untouched entries are worth

Of the programs that the rules were made with, 150 untouched entries that each program flags were
drawn by chance, mixed, and read by one of us with the kind of fault beside them and no program
(`tests/benchmarks/strings/read.tsv`; those count that the program still flags). Of what transcheck
came to flag later, as large a part was drawn and read in the same way. An entry counts as a false
alarm if nothing that was flagged in it is a fault: prose that was wrapped anew, a name that
stays as it is, a mark that the language writes so. A mark that was lost, a space too many or a key
that is gone is a fault, planted or not. Opinions differ on a full stop that the source has not: the
last column takes it for no fault.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a program reached: recall of a fault, or for no fault alarms in 1,000 entries.

    ``flags`` are what the checks that find the fault flag in 1,000 untouched entries, for no fault
    those alarms that are more than a note.
    """

    program: str
    fault: str | None
    value: float
    n: int
    flags: float


def keep(versions: Mapping[str, str], rows: Sequence[Row]) -> None:
    """Write the page that holds the programs beside each other."""
    read = [Reading(**row) for row in json.loads(_READINGS.read_text("utf-8"))]
    lines = (*_lines(versions, rows), *_of_readings(read))
    PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def keep_readings(rows: Sequence[Reading]) -> None:
    """Keep what was read of the development projects for the page."""
    _READINGS.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n", "utf-8")


def _of_readings(rows: Sequence[Reading]) -> Iterator[str]:
    yield _ABOUT_READING
    yield "| of 1,000 entries | flagged | read | no fault | false alarms | and with added stops |"
    yield "|---|---:|---:|---:|---:|---:|"
    for row in rows:
        counts = f"{row.flagged:.1f} | {row.read} | {row.sound}"
        yield f"| {row.program} | {counts} | {row.false_alarms:.1f} | {row.with_stops:.1f} |"


def _lines(versions: Mapping[str, str], rows: Sequence[Row]) -> Iterator[str]:
    yield _ABOUT.format(
        projects=len(corpus.projects(Part.HELD_OUT)),
        languages=len(corpus.LANGUAGES),
        versions="; ".join(f"{name}: {version}" for name, version in versions.items()),
    )
    yield f"| fault | n | {' | '.join(versions)} |"
    yield "|---|---:|" + "---:|" * len(versions)
    for fault in dict.fromkeys(row.fault for row in rows if row.fault):
        own = [row for row in rows if row.fault == fault]
        values = " | ".join(f"{row.value:.3f} ({row.flags:.1f})" for row in own)
        yield f"| {fault} | {own[0].n} | {values} |"
    own = [row for row in rows if row.fault is None]
    values = " | ".join(f"{row.value:.1f}" for row in own)
    yield f"| flagged of 1,000 untouched entries | {own[0].n} | {values} |"
    warned = " | ".join(f"{row.flags:.1f}" for row in own)
    yield f"| of these with more than a note | {own[0].n} | {warned} |"


def keep_checks(figures: Mapping[str, Sequence[Figure]]) -> None:
    """Write the figures that the page of each check shows."""
    for check, rows in figures.items():
        record = {
            "corpus": f"strings of {len(corpus.projects(Part.HELD_OUT))} programs on PyPI, "
            f"{Part.HELD_OUT}",
            "how": "One fault planted at a time, seed 1, in PO files with their other entries "
            "around; found if this check flags the entry for it. False alarms are untouched "
            "entries that it flags, real faults among them.",
            "counted": "entries",
            "rows": [asdict(row) for row in rows],
        }
        path = MEASURED / f"{check}.json"
        path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
