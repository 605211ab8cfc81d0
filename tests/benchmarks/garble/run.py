"""Measure the garble checks on clean text: recall with the exact span, false alarms per 1,000.

    python -m tests.benchmarks.garble.run [FOLDER] [--part held-out] [--check NAME ...]
                                          [--lang TAG ...] [--source en] [--write] [--show]
                                          [--stack] [--peers]

FOLDER holds clean text, one file a language named by its tag ("en.txt") or as in NTREX, one
sentence a line, blank lines between articles or the article of each line in ``documents.txt``.
Without it the articles of ``tests.benchmarks.corpus`` are taken, as ``--part`` says.

A check that looks at translations gets each sentence beside the same line in English (and English
beside Spanish); ``--source`` does so for every check. ``--write`` puts the figures where
the pages take them from. Without ``--check``, and with ``--stack``, the sentences that all stable
checks together flag are counted; with ``--peers`` other programs take the same tests.
"""

import argparse
import importlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from tests.benchmarks import corpus
from tests.benchmarks.corpus import FILES, Article, Part
from tests.benchmarks.garble import overview, peers, whole_stack
from tests.benchmarks.garble.inject import Injector
from tests.benchmarks.garble.measure import Bed, Row, bed, false_alarms, row
from transcheck.checks import registry
from transcheck.checks.base import Check

MEASURED = Path(__file__).resolve().parents[3] / "transcheck" / "data" / "measured"
_HOW = (
    "One fault planted at a time in every sentence that has a place for it, seed 1; found only if "
    "the exact span is marked; false alarms are sentences marked in the same texts undamaged; "
    "intervals by 1,000 resamples of whole articles"
)
# Where a check needs a source: English for all, and near relatives, which are hard to tell apart.
_SOURCES = {
    "de": ("en", "fr"),
    "en": ("es",),
    "es": ("en", "ca", "pt"),
    "ja": ("en", "zh"),
    "pt": ("en", "es"),
    "uk": ("en", "ru"),
}
# Checks that need none, but that only a source or a layout tells what these texts do not show.
_BESIDE_SOURCE = frozenset({"unbalanced-quotes"})
# Those that a source helps much, and that are used without one as well.
_WITH_AND_WITHOUT = frozenset({"missing-sentence-end", "truncated"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Clean text: a folder, or the part of the corpus beside the repository."""

    folder: Path | None
    part: Part

    def __str__(self) -> str:
        return self.folder.name if self.folder else f"NTREX-128 news, articles of the {self.part}"

    def languages(self) -> list[str]:
        """Return the languages that there is text of."""
        return corpus.folder_languages(self.folder) if self.folder else list(FILES)

    def articles(self, lang: str) -> list[Article]:
        """Return the articles in one language."""
        if self.folder:
            return corpus.folder_articles(self.folder, lang)
        return corpus.articles(lang, self.part)

    def beds(self, lang: str, source: str | None) -> list[Bed]:
        """Return the articles ready to plant faults into, beside their sources if asked for."""
        ours = self.articles(lang)
        theirs = self.articles(source) if source else [None] * len(ours)
        return [bed(one, other) for one, other in zip(ours, theirs, strict=True)]


def _modules() -> list[ModuleType]:
    names = sorted(path.stem for path in Path(__file__).parent.glob("inject*.py"))
    return [importlib.import_module(f"tests.benchmarks.garble.{name}") for name in names]


def injectors() -> list[Injector]:
    """Return the injectors of every module that is there."""
    return [injector for module in _modules() for injector in module.INJECTORS]


def note_on(check: str) -> str:
    """Return what a reader of the figures must know of the faults planted for ``check``."""
    notes = (getattr(module, "NOTES", {}).get(check, "") for module in _modules())
    return "".join(f". {note}" for note in notes if note)


def check_named(name: str) -> Check:
    """Return the check of that name; one that is not in the table yet from its own module."""
    for check in registry.ALL:
        if check.name == name:
            return check
    module = importlib.import_module(f"transcheck.checks.{name.replace('-', '_')}")
    found: Check = getattr(module, name.replace("-", "_").upper())
    return found


def needs_source(check: Check) -> bool:
    """Say whether a check looks at translations alone: all its bad examples have a source."""
    return all(example.source is not None for example in check.examples if example.flags)


def measure_check(check: Check, beds: Sequence[Bed], *, show: bool = False) -> list[Row]:
    """Return one row for each kind of fault that ``check`` must find, in one language."""
    alarms, net = 0, 0
    for one in beds:
        for index, marks in enumerate(false_alarms(check, one)):
            new = [mark for mark in marks if not one.article.is_fault(index, check.name, mark)]
            alarms, net = alarms + bool(marks), net + bool(new)
            if show and new:
                sentence = one.places[index].sentence
                sys.stdout.write(f"      false alarm: {new} in {sentence!r}\n")
    kinds = [kind for kind in injectors() if kind.check == check.name]
    rows = (row(check, kind, beds, alarms=alarms, net=net) for kind in kinds)
    return [one for one in rows if one]


def _settings(check: Check, lang: str, options: argparse.Namespace) -> Iterator[str | None]:
    """Yield the source languages to measure with, None for none."""
    if options.source:
        yield options.source if options.source != lang else None
    elif needs_source(check) or check.name in _BESIDE_SOURCE:
        there = options.corpus.languages()
        yield from (source for source in _SOURCES.get(lang, ("en",)) if source in there)
    else:
        yield None
        if check.name in _WITH_AND_WITHOUT:
            yield _SOURCES.get(lang, ("en",))[0]


def _print(rows: Sequence[Row], *, show: bool) -> None:
    for one in rows:
        sys.stdout.write(
            f"{one.lang:6}{one.fault:42}{one.recall:7.3f} [{one.low:.3f} {one.high:.3f}]"
            f"{one.overlap:7.3f}{one.false_alarms_per_1000:8.2f}{one.net_per_1000:8.2f}{one.n:7}\n"
        )
        if show:
            sys.stdout.write(f"      missed: {', '.join(one.missed[:20])}\n")


def write(check: Check, name: str, rows: Sequence[Row]) -> Path:
    """Write the figures of one check where its page takes them from; return the file.

    Languages in which the check says nothing at all are named instead of numbered.
    """
    silent = [lang for lang in dict.fromkeys(one.lang for one in rows) if _is_silent(lang, rows)]
    table = [
        {
            "fault": one.fault,
            "lang": one.lang,
            "recall": round(one.recall, 3),
            "low": round(one.low, 3),
            "high": round(one.high, 3),
            "overlap": round(one.overlap, 3),
            "false_alarms_per_1000": round(one.false_alarms_per_1000, 2),
            "net_per_1000": round(one.net_per_1000, 2),
            "n": one.n,
        }
        for one in rows
        if one.lang not in silent
    ]
    record = {
        "check": check.name,
        "corpus": name,
        "how": _HOW + note_on(check.name),
        # A language may be heard beside a source alone.
        "silent": [lang for lang in silent if not any(_is_into(lang, one) for one in table)],
    }
    head = json.dumps(record, ensure_ascii=False, indent=1).removesuffix("\n}")
    lines = ",\n".join(f"  {json.dumps(line, ensure_ascii=False)}" for line in table)
    path = MEASURED / f"{check.name}.json"
    path.write_text(f'{head},\n "rows": [\n{lines}\n ]\n}}\n', encoding="utf-8")
    return path


def _is_into(lang: str, row: dict[str, object]) -> bool:
    return str(row["lang"]).endswith(f"-{lang}")


def _is_silent(lang: str, rows: Sequence[Row]) -> bool:
    ours = [one for one in rows if one.lang == lang]
    return not any(one.overlap or one.false_alarms_per_1000 for one in ours)


def _checks(options: argparse.Namespace) -> None:
    for check in map(check_named, options.check or sorted({one.check for one in injectors()})):
        sys.stdout.write(
            f"{check.name}: recall [95% interval], touched, false alarms per 1,000, "
            "net of faults of the corpus, faults\n"
        )
        rows: list[Row] = []
        for lang in options.lang or options.corpus.languages():
            for source in _settings(check, lang, options):
                found = measure_check(check, options.corpus.beds(lang, source), show=options.show)
                if source and check.name in _WITH_AND_WITHOUT:
                    found = [replace(one, fault=f"{one.fault}, beside its source") for one in found]
                _print(found, show=options.show)
                rows += found
        if options.write:
            sys.stdout.write(f"written to {write(check, str(options.corpus), rows)}\n")


def _stack(options: argparse.Namespace) -> None:
    sys.stdout.write(
        "all stable checks: sentences flagged per 1,000 [95% interval], net of faults of the "
        "corpus, of, by check\n"
    )
    rates = []
    for lang in options.lang or options.corpus.languages():
        one = whole_stack.rate(options.corpus.articles(lang))
        rates.append(one)
        by_check = ", ".join(
            f"{name} {count} ({one.net_checks.get(name, 0)})" for name, count in one.checks.items()
        )
        sys.stdout.write(
            f"{lang:6}{one.per_1000:7.2f} [{one.low:.1f} {one.high:.1f}]{one.net:7.2f}"
            f"{one.sentences:7}  {by_check}\n"
        )
        for finding in one.findings if options.show else ():
            sys.stdout.write(f"      {finding.name}: {finding.text!r} in {finding.excerpt!r}\n")
    if options.write:
        overview.keep_stack(rates, str(options.corpus))


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the garble checks on clean text.")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--part", choices=["development", "held-out"], default="development")
    parser.add_argument("--check", nargs="+")
    parser.add_argument("--lang", nargs="+", choices=list(FILES), metavar="TAG")
    parser.add_argument("--source", help="language of the source side")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", action="store_true", help="print false alarms and misses")
    parser.add_argument("--stack", action="store_true", help="all stable checks together, alone")
    parser.add_argument("--peers", action="store_true", help="other programs, alone")
    options = parser.parse_args(argv)
    options.corpus = Corpus(folder=options.folder, part=Part(options.part.replace("-", " ")))
    return options


def main(argv: Sequence[str] | None = None) -> None:
    """Measure, print, and write if asked to."""
    options = _arguments(argv)
    if options.peers:
        beds = options.corpus.beds("en", "es")
        peers.measure(beds, injectors(), corpus=str(options.corpus), write=options.write)
    if not options.stack and not options.peers:
        _checks(options)
    if options.stack or not (options.check or options.peers):
        _stack(options)
    if options.write:
        overview.write()


if __name__ == "__main__":
    main()
