"""Measure what finds faults of meaning and of facts, ours and other programs, in one run.

    python -m tests.benchmarks.meaning.peers [--pairs en-pt,pt-en] [--part held-out] [--most 60]
                                             [--write]

Every finder sees the same pairs, sound and with one planted fault. What flags pairs is told by its
recall at its default setting and its alarms on sound pairs; a fault counts as found only for a
reason that the sound pair is not flagged for. What gives a number is told by its recall where 1% of
the sound pairs are flagged, and by its AUC. pofilter and Weblate get an environment of their own;
where they cannot be installed they are left out, and so is the forward translation without an
engine. ``--write`` keeps the figures and writes ``docs/meaning-figures.md``.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

import numpy as np

from tests.benchmarks.corpus import Part
from tests.benchmarks.garble.peer_programs import Flag, Line, Peer, installed
from tests.benchmarks.meaning import peer_page
from tests.benchmarks.meaning.bitexts import Bitext, Encoder, bitext
from tests.benchmarks.meaning.clauses import auc
from tests.benchmarks.meaning.variants import SOUND, Variant, variants
from transcheck.checks.base import Context
from transcheck.checks.runner import Rule, run
from transcheck.checks.scores import with_scores
from transcheck.config import Settings
from transcheck.embedders.use import NAME
from transcheck.engines.resolve import resolve
from transcheck.errors import ModelError
from transcheck.evidence.forward import with_forward
from transcheck.model import Measured
from transcheck.scoring import calibration
from transcheck.store import Store, StoredTranslator, default_path

_PAIRS = "en-pt,pt-en,en-es,en-fr,en-de,de-en,en-ru,en-zh"
_FAMILIES = {"transcheck, meaning": ("TC1",), "transcheck, facts": ("TC3",)}

Reasons = Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What one finder does with one kind of fault in one language pair.

    ``recall`` and ``alarms`` (per 1,000 sound pairs) are those of its default setting.
    """

    finder: str
    pair: str
    fault: str
    n: int
    recall: float | None = None
    alarms: float | None = None
    at_one_percent: float | None = None
    auc: float | None = None


def numbers(rows: Sequence[Measured]) -> dict[str, list[float]]:
    """Return what each signal says of the pairs: more is worse. Some may not be measured."""
    signals: dict[str, Callable[[Measured], float | None]] = {
        "drift": lambda row: row.drift,
        "cosine": lambda row: None if row.similarity is None else -row.similarity,
        "margin": lambda row: None if row.margin is None else -row.margin,
        "forward chrF": lambda row: None if row.forward is None else -row.forward.chrf,
        "forward cosine": lambda row: (
            None
            if row.forward is None or row.forward.similarity is None
            else -row.forward.similarity
        ),
    }
    found = {name: [signal(row) for row in rows] for name, signal in signals.items()}
    return {
        name: [each for each in values if each is not None]
        for name, values in found.items()
        if None not in values
    }


def ours(rows: Sequence[Measured], families: tuple[str, ...]) -> Reasons:
    """Return which checks of some families flag each pair, by default, each pair by itself."""
    rules: list[Rule] = [rule for rule in Settings().rules() if rule.check.id.startswith(families)]
    known = Context(calibration=calibration(NAME))
    return [
        frozenset(finding.name for finding in run(rules, [row], known=known).findings)
        for row in rows
    ]


def theirs(peer: Peer, rows: Sequence[Measured]) -> Reasons:
    """Return what another program flags each pair for."""
    lines = [
        Line(source=both[0].text, text=both[1].text, langs=(both[0].lang, both[1].lang))
        for row in rows
        if (both := row.pair.both)
    ]
    flags: list[list[Flag]] = peer.flags(lines)
    return [frozenset(flag.reason for flag in own) for own in flags]


def seen(encoder: Encoder, text: Bitext, most: int) -> list[Variant]:
    """Return the pairs as a run of the program measures them, with a second translation."""
    found = list(variants(encoder, text, most))
    rows = with_scores(
        [
            replace(each.row, pair=replace(each.row.pair, id=str(number)))
            for number, each in enumerate(found)
        ],
        Settings().rules(),
        calibration(NAME),
    )
    try:
        engine = StoredTranslator(resolve(*text.langs), Store(default_path()))
    except ModelError:
        engine = None
    if engine:
        translator = engine
        rows = with_forward(
            rows, lambda texts: [made.text for made in translator.translate(texts)], encoder
        )
    return [replace(each, row=row) for each, row in zip(found, rows, strict=True)]


def scores(pair: str, found: Sequence[Variant], peers: Sequence[Peer]) -> Iterator[Score]:
    """Yield what every finder does with every kind of fault."""
    rows = [each.row for each in found]
    places: dict[str, list[int]] = {}
    for number, each in enumerate(found):
        places.setdefault(each.kind, []).append(number)
    sound = {found[place].number: place for place in places[SOUND]}
    flags = {name: ours(rows, families) for name, families in _FAMILIES.items()}
    flags |= {peer.name: theirs(peer, rows) for peer in peers}
    for name, reasons in flags.items():
        alarms = np.mean([bool(reasons[place]) for place in places[SOUND]])
        for fault, own in _faults(places):
            news = [bool(reasons[place] - reasons[sound[found[place].number]]) for place in own]
            yield Score(
                finder=name,
                pair=pair,
                fault=fault,
                n=len(own),
                recall=round(float(np.mean(news)), 4),
                alarms=round(1000 * float(alarms), 2),
            )
    for name, listed in numbers(rows).items():
        values = np.array(listed)
        limit = np.quantile(values[places[SOUND]], 0.99)
        for fault, own in _faults(places):
            yield Score(
                finder=name,
                pair=pair,
                fault=fault,
                n=len(own),
                at_one_percent=round(float((values[own] > limit).mean()), 4),
                auc=round(auc(values[own], values[places[SOUND]]), 4),
            )


def _faults(places: Mapping[str, list[int]]) -> list[tuple[str, list[int]]]:
    return [(fault, own) for fault, own in places.items() if fault != SOUND]


def main(argv: Sequence[str] | None = None) -> None:
    """Print and keep what every finder does."""
    parser = argparse.ArgumentParser(description="Measure finders of faults of meaning.")
    parser.add_argument("--pairs", default=_PAIRS)
    parser.add_argument("--part", choices=["development", "held-out"], default="development")
    parser.add_argument("--most", type=int, default=60)
    parser.add_argument("--limit", type=int, help="take so many pairs of each text")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(argv)
    part = options.part.replace("-", " ")
    programs = installed("pofilter", "Weblate checks")
    encoder = Encoder()
    found: list[Score] = []
    for pair in options.pairs.split(","):
        source, _, target = pair.partition("-")
        text = bitext((source, target), Part(part), options.limit)
        found += scores(pair, seen(encoder, text, options.most), programs.peers)
        sys.stderr.write(f"{pair}\n")
    record = {
        "corpus": f"NTREX-128 (Federmann, Kocmi and Xin, 2022), CC BY-SA 4.0, {part} articles",
        "programs": {peer.name: peer.version for peer in programs.peers} | programs.missing,
        "rows": [
            {name: value for name, value in asdict(score).items() if value is not None}
            for score in found
        ],
    }
    sys.stdout.write("\n".join(peer_page.means(record)) + "\n")
    if options.write:
        peer_page.keep(record)
        peer_page.write()


if __name__ == "__main__":
    main()
