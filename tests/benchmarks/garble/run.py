"""Measure the garble checks on clean text: recall with the exact span, false alarms per 1,000.

    python -m tests.benchmarks.garble.run [FOLDER] [--part held-out] [--check NAME ...]
                                          [--lang TAG ...] [--source en] [--write]

FOLDER holds clean text, one file a language named by its tag ("en.txt"), one sentence a line,
blank lines between articles. Without it the articles of ``tests.benchmarks.corpus`` are taken, as
``--part`` says. ``--source`` checks each sentence beside the same line in that language.
``--write`` puts the figures into transcheck/data/measured/NAME.json.
"""

import argparse
import importlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks import corpus
from tests.benchmarks.corpus import Article, Part
from tests.benchmarks.garble.inject import Injector
from tests.benchmarks.garble.measure import Row, false_alarms, row
from transcheck.checks.base import Check
from transcheck.languages import LANGUAGES

MEASURED = Path(__file__).resolve().parents[3] / "transcheck" / "data" / "measured"
_MODULES = sorted(path.stem for path in Path(__file__).parent.glob("inject*.py"))
_HOW = (
    "one fault planted at a time in every sentence that has a place for it, seed 1; found only if "
    "the exact span is marked; false alarms counted on the same sentences undamaged; words counted "
    "by article"
)


def injectors() -> list[Injector]:
    """Return the injectors of every module that is there."""
    found: list[Injector] = []
    for name in _MODULES:
        found += importlib.import_module(f"tests.benchmarks.garble.{name}").INJECTORS
    return found


def check_named(name: str) -> Check:
    """Return the check of that name from its own module."""
    module = importlib.import_module(f"transcheck.checks.{name.replace('-', '_')}")
    check: Check = getattr(module, name.replace("-", "_").upper())
    return check


def read_folder(folder: Path, lang: str) -> list[Article]:
    """Return the articles of ``folder``/``lang``.txt; a blank line ends an article."""
    blocks = (folder / f"{lang}.txt").read_text(encoding="utf-8").split("\n\n")
    return [
        Article(name=str(index), lang=lang, sentences=tuple(block.splitlines()))
        for index, block in enumerate(blocks)
        if block.strip()
    ]


def _load(folder: Path | None, part: Part, lang: str) -> list[Article]:
    return read_folder(folder, lang) if folder else corpus.articles(lang, part)


def measure_check(
    check: Check, articles: Sequence[Article], sources: Sequence[Article | None], *, show: bool
) -> list[Row]:
    """Return one row for each kind of fault that ``check`` must find, in one language."""
    alarms = false_alarms(check, articles, sources)
    if show:
        for mark, sentence in alarms:
            sys.stdout.write(f"      false alarm: {mark!r} in {sentence!r}\n")
    kinds = [kind for kind in injectors() if kind.check == check.name]
    rows = [row(check, kind, articles, sources, alarms=len(alarms)) for kind in kinds]
    return [one for one in rows if one.n]


def _print(rows: Sequence[Row], *, show: bool) -> None:
    for one in rows:
        sys.stdout.write(
            f"{one.lang:6}{one.fault:40}{one.recall:7.3f}{one.false_alarms_per_1000:8.2f}{one.n:7}\n"
        )
        if show:
            sys.stdout.write(f"      missed: {', '.join(one.missed[:20])}\n")


def write(check: Check, name: str, rows: Sequence[Row]) -> Path:
    """Write the figures of one check where its page takes them from; return the file."""
    table = [
        {
            "fault": one.fault,
            "lang": one.lang,
            "recall": round(one.recall, 3),
            "false_alarms_per_1000": round(one.false_alarms_per_1000, 2),
            "n": one.n,
        }
        for one in rows
    ]
    MEASURED.mkdir(exist_ok=True)
    path = MEASURED / f"{check.name}.json"
    record = {"check": check.name, "corpus": name, "rows": table, "how": _HOW}
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the garble checks on clean text.")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--part", choices=["development", "held-out"], default="development")
    parser.add_argument("--check", nargs="+", default=sorted({one.check for one in injectors()}))
    parser.add_argument("--lang", nargs="+", default=[one.tag for one in LANGUAGES if one.cased])
    parser.add_argument("--source", help="language of the source side; none without it")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", action="store_true", help="print false alarms and misses")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> None:
    """Measure, print, and write if asked to."""
    options = _arguments(argv)
    part = Part(options.part.replace("-", " "))
    name = options.folder.name if options.folder else f"NTREX-128 news, articles of the {part} part"
    for check in map(check_named, options.check):
        sys.stdout.write(f"{check.name}: recall, false alarms per 1,000 sentences, faults\n")
        rows: list[Row] = []
        for lang in options.lang:
            articles = _load(options.folder, part, lang)
            sources = (
                _load(options.folder, part, options.source)
                if options.source and options.source != lang
                else [None] * len(articles)
            )
            found = measure_check(check, articles, sources, show=options.show)
            _print(found, show=options.show)
            rows += found
        if options.write:
            sys.stdout.write(f"written to {write(check, name, rows)}\n")


if __name__ == "__main__":
    main()
