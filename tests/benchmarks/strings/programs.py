"""What each program says of the same PO files: transcheck, pofilter and Weblate's checks.

The peers are run as installed programs and never imported; where they cannot be installed they are
named and left out.
"""

import json
import re
import shutil
import subprocess
import sys
import venv
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.strings.corpus import FOLDER, Entry

# What is said of a reason that stops no merge.
NOTE = " (note)"
# The reasons for which a program flags each entry, by the number of the entry.
Flags = Mapping[int, frozenset[str]]
_SCRIPT = Path(__file__).parent / "weblate_units.py"
_TOOLKIT = "translate-toolkit==3.20.4"
_WEBLATE = "weblate==5.14.3"
_WEBLATE_NEEDS = (
    "Django<6", "GitPython", "celery", "disposable-email-domains", "django-appconf",
    "django-redis", "docutils", "filelock", "html2text", "lxml", "nh3", "packaging",
    "pyicumessageformat", "pyparsing", "python-dateutil", "regex", "requests", "sentry-sdk",
    "siphashc", "translation-finder", "weblate-language-data",
)  # fmt: skip

# Every project is a batch of its own, and here they lie side by side. Weblate's like checks are
# left out as well: they need a site.
_ALONE = ("--ignore", "inconsistent-translation", "--ignore", "shared-translation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Entries as PO files below ``folder``; ``places`` gives the entry of a file and line."""

    folder: Path
    entries: Sequence[tuple[int, Entry]]
    places: Mapping[tuple[str, int], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program, its version, and what it flags in files."""

    name: str
    version: str
    flags: Callable[[Files], Flags]


def warns(reasons: frozenset[str]) -> bool:
    """Say whether one of the reasons is more than a note."""
    return not all(reason.endswith(NOTE) for reason in reasons)


def programs() -> list[Program]:
    """Return transcheck and the peers that can be installed; the others are named."""
    found = [Program(name="transcheck", version="this one", flags=_ours)]
    try:
        binaries = _environment()
    except (OSError, subprocess.SubprocessError) as error:
        sys.stdout.write(f"without pofilter and Weblate: {error}\n")
        return found
    return [
        *found,
        Program(name="pofilter", version=_TOOLKIT, flags=lambda files: _pofilter(binaries, files)),
        Program(name="Weblate", version=_WEBLATE, flags=lambda files: _weblate(binaries, files)),
    ]


def _environment() -> Path:
    folder = FOLDER / "peers"
    binaries = folder / "bin"
    if not (folder / "ready").exists():
        venv.create(folder, with_pip=True, clear=True)
        pip = [str(binaries / "pip"), "install", "--quiet", "--disable-pip-version-check"]
        _run([*pip, _TOOLKIT, *_WEBLATE_NEEDS])
        _run([*pip, "--no-deps", _WEBLATE])
        (folder / "ready").touch()
    return binaries


def _run(command: Sequence[str | Path], text: str = "", *, ok: Sequence[int] = (0,)) -> str:
    done = subprocess.run(
        [str(part) for part in command], input=text, capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode not in ok:
        raise subprocess.SubprocessError(f"{command[0]} failed: {done.stderr.strip()[-300:]}")
    return done.stdout


def _ours(files: Files) -> Flags:
    command: list[str | Path] = [sys.executable, "-m", "transcheck", "batch", files.folder]
    report = json.loads(
        _run([*command, "--from", "en", "--no-meaning", "--format", "json", *_ALONE], ok=(0, 1, 3))
    )
    found: dict[int, set[str]] = defaultdict(set)
    for finding in report["findings"]:
        number = files.places.get((finding["path"], finding["line"]))
        if number is not None:
            found[number].add(finding["name"] + NOTE * (finding["severity"] == "note"))
    for failure in report["failures"]:
        place = re.match(r"(.*):(\d+)|(\d+): ", failure["message"])
        line = next((int(group) for group in place.groups()[1:] if group), 0) if place else 0
        number = files.places.get((failure["path"], line))
        if number is not None:
            found[number].add("failure")
    return {number: frozenset(reasons) for number, reasons in found.items()}


def _pofilter(binaries: Path, files: Files) -> Flags:
    found: dict[int, set[str]] = defaultdict(set)
    for folder in sorted(path for path in files.folder.iterdir() if path.is_dir()):
        out = files.folder.with_name(f"{files.folder.name}-pofilter") / folder.name
        # What an earlier run left there has other numbers.
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir(parents=True)
        lang = folder.name.replace("-", "_")
        command: list[str | Path] = [binaries / "pofilter", "--progress=none"]
        _run([*command, "--excludefilter=isfuzzy", f"--language={lang}", folder, out])
        for path in out.glob("*.po"):
            for entry in path.read_text("utf-8").split("\n\n"):
                number = re.search(r"^#: (\d+)$", entry, re.MULTILINE)
                if number:
                    found[int(number[1])] |= set(re.findall(r"\(pofilter\) (\w+):", entry))
    return {number: frozenset(reasons) for number, reasons in found.items()}


def _weblate(binaries: Path, files: Files) -> Flags:
    entries = json.dumps([asdict(entry) for _, entry in files.entries])
    answer = json.loads(_run([binaries / "python", _SCRIPT], entries))
    for failed in answer["failed"]:
        sys.stdout.write(f"Weblate: {failed}\n")
    return {
        number: frozenset(reasons)
        for (number, _), reasons in zip(files.entries, answer["found"], strict=True)
    }
