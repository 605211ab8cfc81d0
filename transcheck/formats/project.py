"""What a user says of a project's files: languages, where they stand in paths, formats."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from transcheck.errors import ConfigError, InputError
from transcheck.formats import registry
from transcheck.formats.catalog import Format, Languages
from transcheck.formats.layout import is_language
from transcheck.text import globs

# What reports of transcheck begin with, by the end of their names: a folder that holds those of
# an earlier run has no more translations for that.
_REPORTS = {".csv": b"severity,name,check,path,line,", ".jsonl": b'{"kind": "'}


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """How files are to be read; what is said here goes before the usual names.

    ``patterns`` are paths with ``{lang}`` where a language stands. ``formats`` names formats by
    globs of the files that are in them; the first that fits counts.
    """

    languages: Languages = field(default_factory=Languages)
    patterns: Sequence[str] = ()
    formats: Mapping[str, str] = field(default_factory=dict)

    def format_of(self, path: Path) -> Format | None:
        """Return the format of a file: the one that was said, or that its name tells; or None."""
        said = next((name for glob, name in self.formats.items() if _fits(glob, path)), None)
        return registry.named(said) if said else registry.of(path.name)

    def place(self, path: Path) -> tuple[str, str] | None:
        """Return a path with ``{}`` for its language, and that, if one of the patterns fits."""
        text = path.as_posix()
        for pattern in self.patterns:
            found = globs.match(pattern, text)
            if found and is_language(found["lang"]):
                start, end = found.span("lang")
                rest = text[end:]
                if pattern.count(globs.LANG) > 1:
                    rest = rest.replace(found["lang"], "{}")
                return f"{text[:start]}{{}}{rest}", found["lang"]
        return None

    def files(self, paths: Sequence[Path]) -> list[Path]:
        """Return the files that were named or stand in a folder that was, in order.

        Raises:
            InputError: there are none, or one that was named does not exist.
        """
        missing = [str(path) for path in paths if not path.exists()]
        if missing:
            raise InputError(
                f"no such file or folder: {', '.join(missing)}",
                hint="check the name and the folder",
            )
        files = [file for path in paths for file in self._under(path)]
        if not files:
            raise InputError(
                f"no localization file in {', '.join(map(str, paths))}", hint=registry.KNOWN
            )
        return files

    def _under(self, path: Path) -> Iterator[Path]:
        if not path.is_dir():
            yield path
            return
        for file in sorted(path.rglob("*")):
            if file.is_file() and self.is_localized(file) and not _is_report(file):
                yield file

    def is_localized(self, path: Path) -> bool:
        """Say whether a file that nobody named is read: by its name, or because a user said so."""
        form = self.format_of(path)
        return form is not None and (form.searched or self._is_said(path))

    def _is_said(self, path: Path) -> bool:
        return any(_fits(glob, path) for glob in self.formats) or self.place(path) is not None


def _is_report(path: Path) -> bool:
    head = _REPORTS.get(path.suffix.lower())
    if head is None:
        return False
    with path.open("rb") as opened:
        return opened.read(len(head)) == head


def pattern(text: str) -> str:
    """Return a pattern as it is said.

    Raises:
        ConfigError: it has no place for a language.
    """
    if globs.LANG not in text:
        raise ConfigError(
            f"the pattern {text!r} has no {globs.LANG}", hint="such as locales/{lang}/*.json"
        )
    return text


def _fits(glob: str, path: Path) -> bool:
    return globs.match(glob, path.as_posix()) is not None
