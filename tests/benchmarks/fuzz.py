"""Fuzz every format: valid files cut off, with bits flipped, in other encodings or line ends.

They are checked by the command line, 25 at once beside a sound file. Nothing may raise, no run may
take over 10 seconds of processor time, and no unit of the sound file may be lost:

    python -m tests.benchmarks.fuzz --files 1000
"""

import argparse
import io
import json
import random
import sys
import tempfile
import time
from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyarrow
from pyarrow import parquet
from typer.testing import CliRunner

from tests.formats.rich import SAMPLES, Sample
from tests.formats.test_formats import FILES, SOURCES
from transcheck.cli.app import app

LONGEST = 10.0
# Files in a run: one that hangs makes the whole run too long.
_AT_ONCE = 25
SOUND = b"key\tsource\ttarget\n" + b"".join(b"k%d\tSave it\tSalve\n" % n for n in range(20))
_ENCODINGS = ("utf-16", "utf-16-be", "utf-32", "utf-8-sig", "utf-7", "cp037")
_TABLE = {"key": ["k", "l"], "source": ["Save", "Open"], "target": ["Salvar", "Abrir"]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the files of one format came to; ``faults`` says what must not be."""

    files: int
    refused: int
    seconds: float
    faults: tuple[str, ...]


@cache
def samples() -> Mapping[str, tuple[bytes, str, bytes]]:
    """Return valid files of every format, small and rich, by their names.

    With each stand its bytes, and the name and the bytes of its source.
    """
    table = io.BytesIO()
    parquet.write_table(pyarrow.table(_TABLE), table)
    small = (
        Sample(name=name, text=text, beside=SOURCES.get(name, ""), source=source)
        for name, (text, source) in FILES.items()
    )
    found = {
        each.name: (each.text.encode(), each.beside, each.source.encode())
        for each in (*small, *SAMPLES)
    }
    return {**found, "t.parquet": (table.getvalue(), "", b"")}


def damaged(sound: bytes, chance: random.Random) -> bytes:
    """Return a file in one of the ways in which files are damaged."""
    kind = chance.randrange(5)
    data = bytearray(sound)
    if kind == 0:
        return bytes(data[: chance.randrange(len(data))])
    if kind == 1:
        for _ in range(chance.randrange(1, 4)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        return bytes(data)
    if kind == 2:
        return sound.decode("latin-1").encode(chance.choice(_ENCODINGS))
    if kind == 3:
        text = sound.replace(b"\r\n", b"\n").replace(b"\n", chance.choice((b"\r\n", b"\r", b"")))
        return chance.choice((b"", BOM_UTF8, BOM_UTF8 * 2)) + text
    start, end = sorted(chance.randrange(len(data)) for _ in range(2))
    # A piece stands twice, or is gone.
    return bytes(data[:end] + data[start:] if chance.randrange(2) else data[:start] + data[end:])


def fuzz(name: str, count: int, seed: int) -> Outcome:
    """Check ``count`` damaged files made from the sample ``name``, some in each run."""
    sound, *_ = samples()[name]
    chance = random.Random(f"{name} {seed}")  # noqa: S311 - damage, not a secret
    began = time.monotonic()
    refused, faults = _checked(name, [sound])
    if refused:
        faults.append(f"{name}: the valid file is refused")
    refused, done = 0, 0
    while done < count:
        some = [damaged(sound, chance) for _ in range(min(_AT_ONCE, count - done))]
        more, wrong = _checked(name, some)
        if wrong:  # which of them was it?
            wrong = [f"{fault}: {data!r}" for data in some for fault in _checked(name, [data])[1]]
        refused, done = refused + more, done + len(some)
        faults += wrong
    return Outcome(
        files=count, refused=refused, seconds=time.monotonic() - began, faults=tuple(faults)
    )


def _checked(name: str, files: Sequence[bytes]) -> tuple[int, list[str]]:
    """Check files of this name beside a sound one; return how many are refused, and the faults."""
    with tempfile.TemporaryDirectory(prefix="transcheck-fuzz-") as folder:
        place = Path(folder)
        named = [_written(place / "sound/pt.tsv", SOUND)]
        for number, data in enumerate(files):
            named.append(_written(place / str(number) / name, data))
            _, beside, source = samples()[name]
            if beside:
                named.append(_written(place / str(number) / beside, source))
        arguments = ["batch", *map(str, named), "--from", "en", "--to", "pt", "--no-meaning"]
        began = time.process_time()
        result = CliRunner().invoke(app, [*arguments, "--format", "json"])
        taken = time.process_time() - began
    if "Traceback" in result.stderr or result.exit_code not in {0, 1, 3}:
        return 0, [f"{name}: exit code {result.exit_code}: {result.stderr[-300:]}"]
    report = json.loads(result.stdout)
    faults = [f"{name}: took {taken:.1f} s"] if taken > LONGEST else []
    kept = sum(Path(row["target"]["path"]).parent.name == "sound" for row in report["rows"])
    if kept != SOUND.count(b"\n") - 1:
        faults.append(f"{name}: {kept} units of the sound file are left")
    faults += [
        f"{name}: {each['stage']}: {each['message']}"
        for each in report["failures"]
        if each["stage"] != "read" or "\n" in each["message"]
    ]
    return len({each["path"] for each in report["failures"]}), faults


def _written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def main() -> int:
    """Fuzz every format; exit with 1 if anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1000, help="files of each format")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", help="only this sample")
    chosen = parser.parse_args()
    wrong = 0
    for name in chosen.only or samples():
        made = fuzz(name, chosen.files, chosen.seed)
        wrong += len(made.faults)
        print(  # noqa: T201
            f"{name:28} {made.files:5} files, {made.refused:5} refused, {made.seconds:6.1f} s, "
            f"{len(made.faults)} faults",
            flush=True,
        )
        for fault in made.faults[:3]:
            print(f"  {fault[:600]}", flush=True)  # noqa: T201
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
