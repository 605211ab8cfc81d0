"""Hold transcheck beside pofilter and Weblate's checks on the strings of real programs.

    python -m tests.benchmarks.strings.run [--part held-out] [--most 150] [--faults 60]
                                           [--ours] [--show] [--write]

All three read the same PO files: some entries of each project, of which some have a fault. A
fault counts as found if its entry is flagged for a reason for which the untouched entry is not.
Flags on untouched entries are counted, and a sample of those of the development projects was read.
With --write, the figures of the held-out projects are kept, or those of what was read. Fetches the
packages on its first run.
"""

import argparse
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from tests.benchmarks.corpus import Part
from tests.benchmarks.strings import corpus, figures, reading
from tests.benchmarks.strings.corpus import Entry
from tests.benchmarks.strings.faults import CHECKS, INJECTORS, RARE, SCARCE
from tests.benchmarks.strings.figures import Row
from tests.benchmarks.strings.programs import NOTE, Files, Flags, Program, programs, warns
from tests.benchmarks.strings.reading import WARNINGS
from transcheck.data.measured import Figure

# A check is for a class of faults if it finds so many of them that those before it do not.
_ABLE = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Bed:
    """Numbered entries, those that alarms are counted on, and those that get a fault."""

    entries: dict[int, Entry]
    counted: frozenset[int]
    planted: Mapping[int, tuple[str, Entry]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Why a program flags untouched entries, and the new reasons where a fault was planted."""

    untouched: Flags
    new: Flags


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
    said = {each.name: _said(each, bed) for each in known}
    rows = [row for name, one in said.items() for row in _rows(name, bed, one)]
    if chosen.show:
        _show(bed, said[known[0].name])
    for fault in (None, *INJECTORS):
        own = [row for row in rows if row.fault == fault]
        values = "  ".join(f"{row.program} {row.value:.3f} ({row.flags:.1f})" for row in own)
        sys.stdout.write(f"{fault or 'alarms in 1,000':34} {own[0].n:6}  {values}\n")
    if part is Part.DEVELOPMENT:
        flagged = {name: one.untouched for name, one in said.items()}
        ours = said[known[0].name].untouched
        flagged[WARNINGS] = {number: found for number, found in ours.items() if warns(found)}
        read = list(reading.readings(flagged, bed.entries, len(bed.counted)))
        sys.stdout.write("".join(f"{row}\n" for row in read))
        if chosen.write:
            figures.keep_readings(read)
    elif chosen.write:
        versions = {each.name: each.version for each in known}
        figures.keep(versions, rows)
        figures.keep_checks(_by_check(bed, said[known[0].name]))


def _bed(entries: Sequence[Entry], most: int, faults: int) -> Bed:
    """Draw the entries: some of each project, and in them or beside them those with a fault.

    A file keeps its sound entries around the faulty ones. The classes with few places choose first.
    """
    planted: dict[int, tuple[str, Entry]] = {}
    for fault in sorted(INJECTORS, key=lambda fault: (fault not in RARE, fault)):
        random = Random(f"1 {fault}")  # noqa: S311 - a benchmark, not a secret
        places = max(faults // 4, 1) if fault in SCARCE else faults
        left = dict.fromkeys(corpus.LANGUAGES, places)
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


def _said(program: Program, bed: Bed) -> Said:
    """Return what a program says of the untouched entries, and what the faults add to it."""
    before = program.flags(_files("untouched", bed.entries))
    after = program.flags(
        _files("damaged", bed.entries | {number: one for number, (_, one) in bed.planted.items()})
    )
    return Said(
        untouched={n: before[n] for n in sorted(bed.counted) if before.get(n)},
        new={n: after.get(n, frozenset()) - before.get(n, frozenset()) for n in bed.planted},
    )


def _rows(program: str, bed: Bed, said: Said) -> Iterator[Row]:
    """Yield what a program reached over all languages, then for each of our checks alone."""
    rate = 1000 * len(said.untouched) / len(bed.counted)
    reasons = Counter(reason for found in said.untouched.values() for reason in found)
    sys.stdout.write(f"{program}: {rate:.1f} of 1,000 untouched entries flagged\n")
    sys.stdout.write("".join(f"    {count:5} {name}\n" for name, count in reasons.most_common()))
    warned = 1000 * sum(map(warns, said.untouched.values())) / len(bed.counted)
    yield Row(program=program, fault=None, value=rate, n=len(bed.counted), flags=warned)
    for fault in INJECTORS:
        own = [n for n, (kind, _) in bed.planted.items() if kind == fault]
        if not own:
            continue  # few entries are taken, and none has a place for it
        found = sum(bool(said.new[n]) for n in own)
        able = finders([said.new[n] for n in own])
        flags = sum(not able.isdisjoint(reasons) for reasons in said.untouched.values())
        yield Row(
            program=program,
            fault=fault,
            value=found / len(own),
            n=len(own),
            flags=1000 * flags / len(bed.counted),
        )


def finders(found: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the checks that a program needs to find what it finds, the most able first."""
    chosen: set[str] = set()
    left = list(found)
    while left:
        counts = Counter(reason for reasons in left for reason in reasons)
        count, reason = max(((count, reason) for reason, count in counts.items()), default=(0, ""))
        if count < _ABLE * len(found):
            break
        chosen.add(reason)
        left = [reasons for reasons in left if reason not in reasons]
    return frozenset(chosen)


def _by_check(bed: Bed, said: Said) -> dict[str, list[Figure]]:
    """Return the figures of each check of ours, by itself and for each language."""
    found: dict[str, list[Figure]] = {}
    for fault, check in CHECKS.items():
        for lang in corpus.LANGUAGES:
            counted = [n for n in bed.counted if bed.entries[n].lang == lang]
            own = [
                n
                for n, (kind, damaged) in bed.planted.items()
                if kind == fault and damaged.lang == lang
            ]
            either = {check, check + NOTE}
            alarms = sum(not either.isdisjoint(said.untouched.get(n, ())) for n in counted)
            if own:
                figure = Figure(
                    fault=fault,
                    lang=lang,
                    recall=round(
                        sum(not either.isdisjoint(said.new[n]) for n in own) / len(own), 3
                    ),
                    false_alarms_per_1000=round(1000 * alarms / len(counted), 2),
                    n=len(own),
                )
                found.setdefault(check, []).append(figure)
    return found


def _show(bed: Bed, said: Said) -> None:
    for number, reasons in said.untouched.items():
        _print("alarm", bed.entries[number], sorted(reasons))
    for number, new in said.new.items():
        if not new:
            fault, damaged = bed.planted[number]
            _print("miss", damaged, [fault])


def _files(name: str, entries: Mapping[int, Entry]) -> Files:
    folder = corpus.FOLDER / "files" / name
    shutil.rmtree(folder, ignore_errors=True)
    numbered = list(entries.items())
    return Files(folder=folder, entries=numbered, places=corpus.write(folder, numbered))


def _print(kind: str, entry: Entry, reasons: Sequence[str]) -> None:
    texts = f"{entry.sources!r} -> {entry.targets!r}"
    sys.stdout.write(f"  {kind} {entry.project} {entry.lang} {reasons}: {texts}\n")


if __name__ == "__main__":
    main()
