"""Give other programs the same damaged sentences, and compare what they find.

A program *finds* a fault if it flags something that overlaps the planted span and that it does not
flag in the clean sentence; programs that mark no place need only flag the sentence for a new
reason. What does not install is named on the page and left out.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from tests.benchmarks.garble import overview
from tests.benchmarks.garble.inject import Damaged, Injector
from tests.benchmarks.garble.measure import Bed, hits_on
from tests.benchmarks.garble.peer_programs import Flag, Line, Peer, installed
from transcheck import __version__
from transcheck.config import Settings
from transcheck.model import LINE_BREAK

OURS = "transcheck"
_HOW = (
    "English sentences beside the same sentences in Spanish, for the programs that compare: "
    "{corpus}. Found means: something that overlaps the planted span is flagged, for whatever "
    "reason, and is not flagged in the clean sentence; for transcheck all stable checks count "
    "likewise, whatever the check is. A program that flags most clean sentences finds most faults, "
    "so read each column from its first row. Spelling checkers flag unknown names as well, and "
    "general grammar checkers do more than look for garbled text."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A damaged sentence and where in which article it stands."""

    fault: str
    bed: Bed
    number: int
    damaged: Damaged

    def clean(self) -> Damaged:
        """Return the sentence as it was."""
        text = self.bed.places[self.number].sentence
        return Damaged(text=text, start=0, end=len(text))


def measure(beds: Sequence[Bed], kinds: Sequence[Injector], *, corpus: str, write: bool) -> None:
    """Measure every program that installs, print and keep the figures."""
    found = installed()
    planted = [one for kind in kinds for one in plant(kind, beds)]
    clean: dict[str, float] = {OURS: _ours_clean(beds)}
    recall: dict[str, dict[str, float]] = _shares(planted, OURS, [_ours(one) for one in planted])
    versions = {OURS: __version__}
    for peer in found.peers:
        try:
            clean[peer.name], marks = _judge(peer, beds, planted)
        except Exception as error:  # noqa: BLE001 - one program must not end the comparison
            found.missing[peer.name] = f"not measured: {error}"
            continue
        versions[peer.name] = peer.version
        for fault, shares in _shares(planted, peer.name, marks).items():
            recall[fault] |= shares
        sys.stdout.write(f"{peer.name} {peer.version}: {clean[peer.name]:.1f} per 1,000 clean\n")
    record = {
        "how": _HOW.format(corpus=corpus),
        "versions": versions | found.missing,
        "clean": clean,
        "recall": recall,
    }
    for fault, shares in recall.items():
        row = "  ".join(f"{name} {share:.2f}" for name, share in shares.items())
        sys.stdout.write(f"{fault:45}{row}\n")
    if write:
        overview.keep(overview.PEERS, record)


def plant(kind: Injector, beds: Sequence[Bed]) -> Iterator[Planted]:
    """Yield the fault planted into every sentence that has a place for it."""
    random = Random(f"1 {kind.fault}")  # noqa: S311 - a benchmark, not a secret
    for bed in beds:
        for number, place in enumerate(bed.places):
            damaged = kind.inject(place, random)
            if damaged:
                yield Planted(fault=kind.fault, bed=bed, number=number, damaged=damaged)


def _judge(peer: Peer, beds: Sequence[Bed], planted: Sequence[Planted]) -> tuple[float, list[bool]]:
    """Return the clean sentences flagged per 1,000, and for each fault whether it is found."""
    clean = [Line(source=p.source or "", text=p.sentence) for bed in beds for p in bed.places]
    damaged = [
        Line(source=one.bed.places[one.number].source or "", text=_on_one_line(one.damaged.text))
        for one in planted
    ]
    flags = peer.flags([*clean, *damaged])
    before = {line.text: own for line, own in zip(clean, flags, strict=False)}
    marks = [
        is_found(one.damaged, own, before[one.clean().text], one.clean().text)
        for one, own in zip(planted, flags[len(clean) :], strict=True)
    ]
    return 1000 * sum(map(bool, flags[: len(clean)])) / len(clean), marks


def _on_one_line(text: str) -> str:
    """Return the text without breaks, for programs that read lines; offsets stay."""
    return LINE_BREAK.sub(lambda found: " " * len(found[0]), text)


def is_found(damaged: Damaged, flags: Sequence[Flag], before: Sequence[Flag], clean: str) -> bool:
    """Say whether a flag overlaps the planted span that the clean sentence does not get."""
    old = {(flag.reason, _about(flag, clean)) for flag in before}
    return any(
        (flag.reason, _about(flag, damaged.text)) not in old
        for flag in flags
        if (flag.start < damaged.end and flag.end > damaged.start)
        or (flag.start, flag.end) == (damaged.start, damaged.end)
    )


def _about(flag: Flag, text: str) -> str:
    """Return the words that a flag is about; nothing where it marks the whole sentence."""
    return "" if (flag.start, flag.end) == (0, len(text)) else text[flag.start : flag.end]


def _ours(one: Planted) -> bool:
    flags, before = (_own_flags(one, damaged) for damaged in (one.damaged, one.clean()))
    return is_found(one.damaged, flags, before, one.clean().text)


def _own_flags(one: Planted, damaged: Damaged) -> list[Flag]:
    return [
        Flag(hit.span.start, hit.span.end, rule.check.name)
        for rule in Settings().rules()
        for hit in hits_on(rule.check, one.bed, one.number, damaged)
    ]


def _ours_clean(beds: Sequence[Bed]) -> float:
    flagged = total = 0
    for bed in beds:
        for number in range(len(bed.places)):
            one = Planted(
                fault="", bed=bed, number=number, damaged=Damaged(text="", start=0, end=0)
            )
            flagged += bool(_own_flags(one, one.clean()))
            total += 1
    return 1000 * flagged / total


def _shares(
    planted: Sequence[Planted], name: str, marks: Sequence[bool]
) -> dict[str, dict[str, float]]:
    """Return the share found of each kind of fault, under the program's name."""
    by_fault: dict[str, list[bool]] = {}
    for one, mark in zip(planted, marks, strict=True):
        by_fault.setdefault(one.fault, []).append(mark)
    return {fault: {name: sum(found) / len(found)} for fault, found in by_fault.items()}
