"""What a whole run costs: the second one of a job, and the memory of a job ten times as large.

``python -m tests.benchmarks.whole_run store [SENTENCES]`` runs ``translate`` and ``check`` twice on
Chinese news with the official Argos package, in processes of their own with a store of their own:
how much faster is the second, and are its bytes the same? ``... memory [SENTENCES]`` runs ``check``
with the embedded engine, and ``translate`` with the small Argos package, on so many sentences and
on ten times as many, no two alike, and compares the peaks.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.argos_throughput import sentences as chinese
from tests.benchmarks.embedding_throughput import sentences
from tests.conftest import ARGOS_ARCHIVE, argos_environment
from tests.fetch_argos_zh_en import fetch

FOR_STORE, FOR_MEMORY = 300, 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one process took, and what it wrote to standard output."""

    seconds: float
    megabytes: float
    output: bytes


def run(home: Path, *arguments: str) -> Cost:
    """Run the command line with all it keeps under ``home``."""
    environment = os.environ | argos_environment(home)
    environment |= {
        "TRANSCHECK_CACHE": str(home / "cache"),
        "TRANSCHECK_DATA": str(home / "data"),
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
    }
    # Whoever installs transcheck has it compiled.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    with (home / "out").open("w+b") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "transcheck", *arguments], stdout=out, env=environment
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        taken = time.perf_counter() - start
        if process.returncode not in {0, 1}:
            sys.exit(f"transcheck {' '.join(arguments)} ended with {process.returncode}")
        out.seek(0)
        return Cost(seconds=taken, megabytes=used.ru_maxrss / 1024, output=out.read())


def distinct(texts: Sequence[str], count: int) -> list[str]:
    """Return sentences no two of which are alike: the first half of one, the second of another."""
    words = [text.split() for text in texts]
    made: dict[str, None] = {}
    for step in range(1, len(words)):
        for number, first in enumerate(words):
            second = words[(number + step) % len(words)]
            made[" ".join([*first[: len(first) // 2], *second[len(second) // 2 :]])] = None
            if len(made) == count:
                return list(made)
    return list(made)


def store(home: Path, count: int) -> Iterator[str]:
    """Yield what the first and the second run of each command took."""
    run(home, "models", "add", str(fetch()))
    article = home / "news.txt"
    article.write_text("\n".join(chinese(count)) + "\n", encoding="utf-8")
    pair = ["--from", "zh", "--to", "en", "--engine", "argos"]
    short = home / "short.txt"
    short.write_text("".join(chinese(1)) + "\n", encoding="utf-8")
    for command, *options in (["translate"], ["check", "--format", "json"]):
        run(home, command, str(short), *pair, *options)
        for kept in (home / "cache").glob("*"):
            kept.unlink()
        first, second = (run(home, command, str(article), *pair, *options) for _ in range(2))
        yield (
            f"{command}, {count} sentences: first {first.seconds:.1f} s, second "
            f"{second.seconds:.1f} s, {first.seconds / second.seconds:.1f} times faster, bytes "
            f"{'the same' if first.output == second.output else 'DIFFER'}"
        )


def memory(home: Path, count: int) -> Iterator[str]:
    """Yield the peaks of each command on ``count`` sentences and on ten times as many."""
    run(home, "models", "add", str(ARGOS_ARCHIVE))
    jobs = {
        "translate, small Argos package": ("pt", "translate", "--to", "en", "--engine", "argos"),
        "check, embedded engine": (
            "en", "check", "--to", "pt", "--engine", "bergamot", "--format", "json",
        ),
    }  # fmt: skip
    for name, (lang, command, *options) in jobs.items():
        texts = distinct(sentences([lang]), 10 * count)
        peaks = []
        for part in (texts[:count], texts):
            article = home / "news.txt"
            article.write_text("\n".join(part) + "\n", encoding="utf-8")
            peaks.append(
                run(home, command, str(article), "--from", lang, *options, "--no-cache").megabytes
            )
        few, many = peaks
        yield (
            f"{name}: {few:.0f} MB for {count} sentences, {many:.0f} MB for {len(texts)}, "
            f"{many / few:.2f} times"
        )


def main() -> None:
    """Measure what is asked for."""
    what, *rest = sys.argv[1:] or ["store"]
    measures = {"store": (store, FOR_STORE), "memory": (memory, FOR_MEMORY)}
    measure, usual = measures[what]
    sys.stdout.write(f"load {os.getloadavg()[0]:.1f}\n")
    with tempfile.TemporaryDirectory() as home:
        for line in measure(Path(home), int(rest[0]) if rest else usual):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
