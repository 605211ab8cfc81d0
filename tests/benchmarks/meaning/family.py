"""Measure how many sound pairs the checks of one family flag together, through the pipeline.

    python -m tests.benchmarks.meaning.family [--pairs en-pt,pt-en] [--part held-out]
                                              [--checks TC3] [--ignore NAME]
                                              [--engine] [--show]

Each article is judged as ``check --aligned`` judges two files, ``--engine`` with a second
translation, where an engine for the pair is installed. ``--show`` prints every finding.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from tests.benchmarks import corpus
from tests.benchmarks.corpus import Part
from transcheck.config import Settings
from transcheck.embedders.use import UniversalSentenceEncoder
from transcheck.engines.resolve import resolve
from transcheck.measure import Instruments
from transcheck.model import Document, Finding, Report
from transcheck.pipeline import check_translation
from transcheck.store import Store, StoredEmbedder, StoredTranslator, default_path

_PAIRS = "en-pt,pt-en,en-es,es-en,en-fr,fr-en,en-de,de-en"


def reports(
    langs: tuple[str, str], part: Part, settings: Settings, *, engine: bool
) -> Iterator[Report]:
    """Yield the report on each article."""
    with Store(default_path()) as store:
        instruments = Instruments(
            embedder=StoredEmbedder(UniversalSentenceEncoder(), store),
            second=StoredTranslator(resolve(*langs), store) if engine else None,
        )
        for here, there in zip(*(corpus.articles(lang, part) for lang in langs), strict=True):
            source, target = (
                Document(path=each.name, text="\n".join(each.sentences), lang=each.lang)
                for each in (here, there)
            )
            yield check_translation(source, target, settings, instruments=instruments, aligned=True)


def _show(report: Report, finding: Finding) -> None:
    row = next(row for row in report.rows if row.pair.id == finding.row)
    sys.stdout.write(f"{finding.name}: {finding.message}\n")
    for segment in row.pair.both or ():
        sys.stdout.write(f"    {segment.text}\n")


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure a family of checks on sound pairs.")
    parser.add_argument("--pairs", default=_PAIRS)
    parser.add_argument("--part", choices=["development", "held-out"], default="development")
    parser.add_argument("--checks", default="TC3")
    parser.add_argument("--ignore", default="", help="checks to leave out")
    parser.add_argument("--engine", action="store_true")
    parser.add_argument("--show", action="store_true")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> None:
    """Print the flagged pairs in 1,000, all together and by check, for each language pair."""
    options = _options(argv)
    checks, ignored = (
        tuple(filter(None, each.split(","))) for each in (options.checks, options.ignore)
    )
    settings = Settings(select=checks, ignore=ignored)
    for pair in options.pairs.split(","):
        source, target = pair.split("-")
        flagged: Counter[str] = Counter()
        total = 0
        part = Part(options.part.replace("-", " "))
        for report in reports((source, target), part, settings, engine=options.engine):
            total += len(report.rows)
            flagged["together"] += len({finding.row for finding in report.findings})
            flagged.update(
                name for name, _ in {(finding.name, finding.row) for finding in report.findings}
            )
            if options.show:
                for finding in report.findings:
                    _show(report, finding)
        rates = " ".join(f"{name} {1000 * n / total:.1f}" for name, n in flagged.most_common())
        sys.stdout.write(f"{pair} ({total}) {rates}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
