"""Hold transcheck beside pofilter and Weblate's checks on the strings of real programs.

    python -m tests.benchmarks.strings.run [--part held-out] [--most 150] [--faults 60]
                                           [--ours] [--show] [--write]

All three read the same PO files: some entries of each project, of which some have a fault. A
fault counts as found if its entry is flagged for a reason for which the untouched entry is not.
False alarms are untouched entries that are flagged at all, those with real faults among them:
nobody has read them all. Fetches the packages on its first run.
"""

import argparse
import json
import shutil
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

from tests.benchmarks.corpus import Part
from tests.benchmarks.strings import corpus
from tests.benchmarks.strings.corpus import Entry
from tests.benchmarks.strings.faults import INJECTORS, RARE
from tests.benchmarks.strings.programs import Files, Flags, Program, programs

FIGURES = Path(__file__).parent / "figures" / "strings.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a program reached: recall of a fault, or for no fault alarms in 1,000 entries."""

    program: str
    fault: str | None
    value: float
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bed:
    """Numbered entries, those that alarms are counted on, and those that get a fault."""

    entries: dict[int, Entry]
    counted: frozenset[int]
    planted: Mapping[int, tuple[str, Entry]]


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--part", choices=[p.value for p in Part], default="development")
    parser.add_argument("--most", type=int, default=150, help="entries of a project and language")
    parser.add_argument("--faults", type=int, default=60, help="of a class and language")
    parser.add_argument("--ours", action="store_true", help="leave the peers out")
    parser.add_argument("--show", action="store_true", help="print our alarms and misses")
    parser.add_argument("--write", action="store_true", help="keep the figures")
    chosen = parser.parse_args()
    part = Part(chosen.part)
    corpus.fetch()
    bed = _bed(corpus.entries(part), chosen.most, chosen.faults)
    known = programs()[: 1 if chosen.ours else None]
    rows = [row for each in known for row in _measured(each, bed, show=chosen.show)]
    for fault in (None, *INJECTORS):
        own = [row for row in rows if row.fault == fault]
        said = "  ".join(f"{row.program} {row.value:.3f}" for row in own)
        sys.stdout.write(f"{fault or 'alarms in 1,000':34} {own[0].n:6}  {said}\n")
    if chosen.write:
        versions = {each.name: each.version for each in known}
        record = {"part": part, "versions": versions, "rows": [asdict(row) for row in rows]}
        FIGURES.parent.mkdir(exist_ok=True)
        FIGURES.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def _bed(entries: Sequence[Entry], most: int, faults: int) -> Bed:
    """Draw the entries: some of each project, and in them or beside them those with a fault.

    A file keeps its sound entries around the faulty ones. The classes with few places choose first.
    """
    planted: dict[int, tuple[str, Entry]] = {}
    for fault in sorted(INJECTORS, key=lambda fault: (fault not in RARE, fault)):
        random = Random(f"1 {fault}")  # noqa: S311 - a benchmark, not a secret
        left = dict.fromkeys(corpus.LANGUAGES, faults)
        for number in random.sample(range(len(entries)), len(entries)):
            entry = entries[number]
            if left[entry.lang] and number not in planted:
                damaged = INJECTORS[fault](entry, random)
                if damaged:
                    planted[number] = fault, damaged
                    left[entry.lang] -= 1
    counted = corpus.sample(entries, most)
    return Bed(
        entries={number: entries[number] for number in sorted(counted | planted.keys())},
        counted=frozenset(counted),
        planted=planted,
    )


def _measured(program: Program, bed: Bed, *, show: bool) -> list[Row]:
    untouched = _files("untouched", bed.entries)
    damaged = _files("damaged", bed.entries | {n: one for n, (_, one) in bed.planted.items()})
    before, after = program.flags(untouched), program.flags(damaged)
    flagged = {n: before[n] for n in sorted(bed.counted) if before.get(n)}
    rate = 1000 * len(flagged) / len(bed.counted)
    reasons = Counter(reason for found in flagged.values() for reason in found)
    sys.stdout.write(f"{program.name}: {rate:.1f} of 1,000 untouched entries flagged\n")
    sys.stdout.write("".join(f"    {count:5} {name}\n" for name, count in reasons.most_common()))
    rows = [Row(program=program.name, fault=None, value=rate, n=len(bed.counted))]
    new = {n: after.get(n, frozenset()) - before.get(n, frozenset()) for n in bed.planted}
    for fault in INJECTORS:
        own = [n for n, (kind, _) in bed.planted.items() if kind == fault]
        found = sum(bool(new[n]) for n in own)
        rows.append(Row(program=program.name, fault=fault, value=found / len(own), n=len(own)))
    if show:
        _print("alarm", untouched, flagged)
        _print("miss", damaged, {n: frozenset({bed.planted[n][0]}) for n in new if not new[n]})
    return rows


def _files(name: str, entries: Mapping[int, Entry]) -> Files:
    folder = corpus.FOLDER / "files" / name
    shutil.rmtree(folder, ignore_errors=True)
    numbered = list(entries.items())
    return Files(folder=folder, entries=numbered, places=corpus.write(folder, numbered))


def _print(kind: str, files: Files, flags: Flags) -> None:
    for number, entry in files.entries:
        if number in flags:
            texts = f"{entry.sources!r} -> {entry.targets!r}"
            sys.stdout.write(
                f"  {kind} {entry.project} {entry.lang} {sorted(flags[number])}: {texts}\n"
            )


if __name__ == "__main__":
    main()
