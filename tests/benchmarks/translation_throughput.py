"""How much faster two threads translate than one, through transcheck, on the same sentences.

Run ``python -m tests.benchmarks.translation_throughput``. The two take turns and the medians are
compared, so that other work on the machine slows both alike; models are loaded beforehand.
"""

import time
from statistics import median

from tests.benchmarks.corpus import Part, articles
from transcheck.engines.bergamot import BergamotTranslator

SENTENCES = 200
ROUNDS = 5


def main() -> None:
    """Print sentences per second of each, and the ratio."""
    sentences = [text for article in articles("en", Part.DEVELOPMENT) for text in article.sentences]
    texts = sentences[:SENTENCES]
    translators = {threads: BergamotTranslator("en", "pt", threads=threads) for threads in (1, 2)}
    seconds: dict[int, list[float]] = {threads: [] for threads in translators}
    for translator in translators.values():
        translator.translate(texts)
    for _ in range(ROUNDS):
        for threads, translator in translators.items():
            start = time.perf_counter()
            translator.translate(texts)
            seconds[threads].append(time.perf_counter() - start)
    one, two = (len(texts) / median(seconds[threads]) for threads in (1, 2))
    print(f"one thread {one:.0f}, two threads {two:.0f} sentences/s, ratio {two / one:.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
