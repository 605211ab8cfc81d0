"""Measure certain repairs: does what ``lint --fix`` writes restore the sentence that was damaged?

    python -m tests.benchmarks.garble.repairs [--part "held out"] [--lang TAG ...] [--show]

One fault planted at a time, as in ``run.py``. For each check, kind of fault and language: how many
faults have a certain repair, what share of these gives back the undamaged sentence, and repairs of
the same texts undamaged per 1,000 sentences, less the faults of the corpus.
"""

import argparse
import sys
from collections.abc import Sequence
from random import Random

from tests.benchmarks import corpus
from tests.benchmarks.corpus import Part
from tests.benchmarks.garble.inject import Injector
from tests.benchmarks.garble.measure import Bed, bed, clean_hits, hits_on
from tests.benchmarks.garble.run import injectors, needs_source
from transcheck.checks import registry
from transcheck.checks.base import Check
from transcheck.model import Hit


def applied(text: str, hit: Hit) -> str:
    """Return ``text`` with the suggestion in place of what was marked."""
    return f"{text[: hit.span.start]}{hit.suggestion}{text[hit.span.end :]}"


def restored(
    check: Check, injector: Injector, beds: Sequence[Bed], *, show: bool
) -> tuple[int, int]:
    """Return how many planted faults have a suggestion, and how many of those are right."""
    random = Random(f"1 {injector.fault}")  # noqa: S311 - a benchmark, not a secret
    repaired = right = 0
    for one in beds:
        for number, place in enumerate(one.places):
            damaged = injector.inject(place, random)
            if damaged is None:
                continue
            fixes = [hit for hit in hits_on(check, one, number, damaged) if hit.certain]
            if not fixes:
                continue
            text = damaged.text
            for hit in sorted(fixes, key=lambda hit: -hit.span.start):
                text = applied(text, hit)
            wanted = {place.sentence, f"{place.sentence} {place.following}"}
            repaired += 1
            right += text in wanted
            if show and text not in wanted:
                sys.stdout.write(f"      {damaged.text!r}\n   -> {text!r}\n")
    return repaired, right


def unasked(check: Check, beds: Sequence[Bed], *, show: bool) -> int:
    """Return how many undamaged sentences would be changed."""
    count = 0
    for one in beds:
        for index, hits in enumerate(clean_hits(check, one)):
            text = one.places[index].sentence
            new = [
                (hit.span.of(text), hit.suggestion)
                for hit in hits
                if hit.certain and not one.article.is_fault(index, check.name, hit.span.of(text))
            ]
            count += bool(new)
            if show and new:
                sys.stdout.write(f"      unasked: {new} in {text!r}\n")
    return count


def main() -> None:
    """Print one line for each check, kind of fault and language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", type=Part, default=Part.DEVELOPMENT)
    parser.add_argument("--lang", nargs="*", default=["en", "de", "es", "fr", "ru"])
    parser.add_argument("--check", nargs="*")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    for check in registry.ALL:
        if needs_source(check) or (options.check and check.name not in options.check):
            continue
        kinds = [kind for kind in injectors() if kind.check == check.name]
        for lang in options.lang if kinds else ():
            beds = [bed(one) for one in corpus.articles(lang, options.part)]
            alarms = unasked(check, beds, show=options.show)
            total = sum(len(one.places) for one in beds)
            for kind in kinds:
                repaired, right = restored(check, kind, beds, show=options.show)
                sys.stdout.write(
                    f"{check.name:32}{kind.fault:40}{lang:6}{repaired:6}"
                    f"{right / max(repaired, 1):8.4f}{1000 * alarms / total:8.2f}\n"
                )
                sys.stdout.flush()


if __name__ == "__main__":
    main()
