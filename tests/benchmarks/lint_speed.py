"""Measure how fast ``lint`` is: sentences a second, microseconds of each check, memory, cold start.

Run ``python -m tests.benchmarks.lint_speed [--lang en de fi] [--rounds 3] [--checks]``. Each round
is a process of its own: it lints every other article to load the word lists, then times
``pipeline.lint`` on the rest, segmentation included. The English list, which a rare token of any
language asks for, is loaded before as well. Nothing is linted twice, so caches help as much as they
do for a user and no more. Times are of the processor, but for the cold start, which
is given on the clock too. Articles are those of NTREX where it lies
beside the repository, made-up ones otherwise. Sentences are what the segmenter makes of them.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.corpus import NTREX, Part, articles
from transcheck import pipeline, processes
from transcheck.checks.base import Context, Texts
from transcheck.checks.runner import Rule
from transcheck.config import Settings
from transcheck.data.frequency import frequencies
from transcheck.model import Document, Measured, Origin, Pair
from transcheck.segment import segment
from transcheck.text.protected import addresses
from transcheck.text.words import count_words

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "seeds" / "000_363af21ffb7771ea.txt"
SUBJECTS = ("The mayor", "A spokeswoman", "Der Minister", "El juez", "La ministre", "O ministro")
VERBS = ("announced", "denied", "bestätigte", "explicó", "a confirmé", "anunciou")
OBJECTS = ("the new budget", "die Reform der Schulen", "la subida de precios", "a obra da ponte")


def documents(lang: str) -> list[Document]:
    """Return the articles of one language: a headline, then the sentences as one paragraph each."""
    if NTREX.is_dir():
        found = [article.sentences for part in Part for article in articles(lang, part)]
    else:
        found = [
            tuple(f"{subject} {verb} {what} on day {day}." for verb in VERBS for what in OBJECTS)
            for day in range(1, 20)
            for subject in SUBJECTS
        ]
    return [
        Document(path=f"{number}.txt", text="\n\n".join(lines), lang=lang)
        for number, lines in enumerate(found)
    ]


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def by_check(rows: Sequence[Measured]) -> dict[str, float]:
    """Return the microseconds that each stable check takes for a sentence, over all rows."""
    texts = [row.pair.target.text for row in rows if row.pair.target]
    found = frozenset(address for text in texts for address in addresses(text))
    counts: Counter[str] = count_words(texts)
    run = Texts(pairs=tuple(row.pair for row in rows))
    spent = {}
    for rule in Settings().rules():
        context = Context(words=counts, addresses=found, parameters=rule.parameters, texts=run)

        def check(rule: Rule = rule, context: Context = context) -> None:
            for row in rows:
                deque(rule.check.run(row, context), maxlen=0)

        spent[rule.check.name] = 1e6 * seconds(check) / len(rows)
    return spent


def one_round(lang: str, *, checks: bool) -> dict[str, object]:
    """Time one language in this process: ``lint`` as a whole, or check by check."""
    processes.collect_rarely()  # as the command line does
    found = documents(lang)
    start = time.process_time()
    pipeline.lint(found[::2], Settings())
    frequencies("en")
    loading = time.process_time() - start
    if checks:
        parts = [part for document in found[1::2] for part in segment(document)]
        pairs = (Pair(id="", source=None, target=one, origin=Origin.GIVEN) for one in parts)
        return {"checks": by_check([Measured(pair=pair) for pair in pairs])}
    rows: list[Measured] = []
    spent = seconds(lambda: rows.extend(pipeline.lint(found[1::2], Settings()).rows))
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"speed": len(rows) / spent, "loading": loading, "megabytes": megabytes}


def cold_start(compiled: str) -> tuple[float, float]:
    """Return the seconds, of the clock and of the processor, that ``lint`` of the seed takes.

    ``compiled`` is the folder where Python keeps the modules, compiled.
    """
    command = [sys.executable, "-m", "transcheck", "lint", str(SEED), "--lang", "en"]
    # Whoever installs transcheck has it compiled.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=False, capture_output=True, cwd=ROOT, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, spent


def _round(lang: str, *options: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.lint_speed", "--one-round", lang, *options]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _print(lang: str, rounds: Sequence[dict[str, Any]]) -> None:
    def middle(key: str) -> float:
        return statistics.median(float(one[key]) for one in rounds)

    sys.stdout.write(
        f"{lang}: {middle('speed'):,.0f} sentences/s, {middle('megabytes'):.0f} MB, "
        f"{middle('loading'):.2f} s for the first half\n"
    )


def _print_checks(table: dict[str, float]) -> None:
    for name, micro in sorted(table.items(), key=lambda item: -item[1]):
        sys.stdout.write(f"    {name:32}{micro:8.1f} µs\n")
    sys.stdout.write(f"    {'all checks':32}{sum(table.values()):8.1f} µs\n")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lang", nargs="+", default=["en", "de", "fi"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--checks", action="store_true", help="print microseconds of each check")
    parser.add_argument("--one-round", metavar="TAG", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one_round:
        json.dump(one_round(options.one_round, checks=options.checks), sys.stdout)
        return
    with tempfile.TemporaryDirectory() as compiled:
        # The first run compiles.
        colds = [cold_start(compiled) for _ in range(1 + max(options.rounds, 3))][1:]
    clock, processor = (statistics.median(column) for column in zip(*colds, strict=True))
    sys.stdout.write(
        f"cold start of lint on the seed: {clock:.2f} s, {processor:.2f} s of the processor\n"
    )
    for lang in options.lang:
        _print(lang, [_round(lang) for _ in range(options.rounds)])
        if options.checks:
            _print_checks(_round(lang, "--checks")["checks"])


if __name__ == "__main__":
    main()
