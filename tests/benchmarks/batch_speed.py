"""Measure how fast ``batch --no-meaning`` is beside Translate Toolkit's pofilter.

Run ``python -m tests.benchmarks.batch_speed [--units 50000] [--lang de] [--rounds 3]
[--pofilter PATH]``. Both are whole processes, one after the other in each round, over one PO file:
the distinct translations that the programs of this machine bring (``.mo`` files of
/usr/share/locale, ``.po`` and ``.mo`` files of installed Python packages, and ``.po`` files of
``--more``). They are repeated only where there are fewer than asked for, which is said. Nothing
else should run meanwhile. Where pofilter is not installed, transcheck is timed alone.
"""

import argparse
import gettext
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from transcheck.errors import InputError
from transcheck.formats import po_entries

SYSTEM = Path("/usr/share/locale")
HEADER = """msgid ""
msgstr ""
"Language: {lang}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""

Unit = tuple[str, str]


def compiled(file: Path) -> Iterator[Unit]:
    """Yield the singular texts of a .mo file."""
    with file.open("rb") as opened:
        catalog = vars(gettext.GNUTranslations(opened))["_catalog"]
    for source, target in catalog.items():
        if isinstance(source, str) and "\x04" not in source:
            yield source, target


def written(file: Path) -> Iterator[Unit]:
    """Yield the singular texts of a .po file."""
    for entry in po_entries.entries(str(file), po_entries.decoded(str(file), file.read_bytes())):
        if not (entry.obsolete or "fuzzy" in entry.flags or entry.plural):
            yield entry.source.text, entry.targets[0].text


def found(lang: str, more: Path | None) -> list[Unit]:
    """Return the distinct translations into ``lang`` that stand on this machine, shuffled."""
    units: dict[Unit, None] = {}
    packages = Path(sysconfig.get_path("purelib"))
    for folder in [SYSTEM, packages, *([more] if more else [])]:
        for file in sorted(folder.rglob("*.[mp]o")):
            if lang in file.parts:
                read = compiled if file.suffix == ".mo" else written
                try:
                    units.update(dict.fromkeys(pair for pair in read(file) if all(pair)))
                except (OSError, UnicodeError, InputError):
                    continue
    distinct = sorted(units)
    random.Random(1).shuffle(distinct)  # noqa: S311 - not for secrets
    return distinct


def as_po(units: list[Unit], lang: str, count: int) -> str:
    """Return a PO file of ``count`` units; each has a context, so that none is another's double."""
    parts = [HEADER.format(lang=lang)]
    for number in range(count):
        source, target = units[number % len(units)]
        flag = "#, c-format\n" if "%" in source else ""
        parts.append(
            f'{flag}msgctxt "{number}"\nmsgid {_quoted(source)}\nmsgstr {_quoted(target)}\n'
        )
    return "\n".join(parts)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return '"' + escaped.replace("\r", "\\r").replace("\n", "\\n") + '"'


def seconds(command: list[str], compiled: str) -> tuple[float, float]:
    """Return the seconds, of the clock and of the processors, that a whole process takes."""
    # Whoever installs a program has it compiled; the first of several rounds compiles it here.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=False, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in {0, 1}:
        sys.exit(done.stderr.decode())
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, spent


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--units", type=int, default=50_000)
    parser.add_argument("--lang", default="de")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--more", type=Path, help="a folder of more PO files")
    parser.add_argument("--pofilter", default=shutil.which("pofilter"))
    parser.add_argument("--keep", type=Path, help="write the file here and measure nothing")
    options = parser.parse_args()
    units = found(options.lang, options.more)
    if not units:
        sys.exit(f"no translation into {options.lang} stands on this machine")
    sys.stdout.write(f"{options.units:,} units, {min(len(units), options.units):,} distinct\n")
    text = as_po(units, options.lang, options.units)
    if options.keep:
        options.keep.write_text(text, "utf-8")
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "big.po"
        file.write_text(text, "utf-8")
        _compare(file, options.units, options.rounds, options.pofilter, Path(folder))


def _compare(file: Path, units: int, rounds: int, pofilter: str | None, folder: Path) -> None:
    batch = [sys.executable, "-m", "transcheck", "batch", str(file), "--from", "en", "--no-meaning"]
    commands = {
        "transcheck": batch,
        "transcheck --jobs 1": [*batch, "--jobs", "1"],
        **({"pofilter": [pofilter, str(file), str(folder / "filtered.po")]} if pofilter else {}),
    }
    compiled = str(folder / "compiled")
    spent = {
        name: [seconds(command, compiled) for _ in range(rounds)]
        for name, command in commands.items()
    }
    for name, runs in spent.items():
        clock, processor = (statistics.median(column) for column in zip(*runs, strict=True))
        sys.stdout.write(
            f"{name}: {clock:.1f} s, {processor:.1f} s of the processors, "
            f"{units / clock:,.0f} units/s\n"
        )
    if not pofilter:
        sys.stdout.write("pofilter is not installed: pip install translate-toolkit\n")


if __name__ == "__main__":
    main()
