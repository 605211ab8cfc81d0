"""Translations that ``diff`` checks before it compares them: articles and localization files."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from transcheck import pipeline
from transcheck.cli import catalogs
from transcheck.cli.documents import identified, load
from transcheck.cli.local_models import LocalModels
from transcheck.cli.sides import Side
from transcheck.config import Settings
from transcheck.errors import AlignmentError, InputError
from transcheck.formats import discovery, layout, plain
from transcheck.formats.catalog import Format, selected
from transcheck.formats.discovery import Counterpart
from transcheck.formats.project import Project
from transcheck.languages import is_same
from transcheck.measure import Progress
from transcheck.model import Document, Failure, Pair, Report, Segment
from transcheck.results.compare import joined
from transcheck.units import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the user says of the translations. ``source`` is what they translate, if it is named.

    Without ``source`` they are localization files. ``meaning`` says whether that of strings is
    compared.
    """

    source: str | None
    project: Project
    encoding: str | None
    meaning: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Checks what a side holds; each source is read once for both."""

    given: Given
    settings: Settings
    models: LocalModels
    progress: Progress
    _read: dict[Path, Document] = field(default_factory=dict)

    def report(self, side: Side) -> Report:
        """Return the report on all translations of a side.

        Raises:
            InputError: there are none, or they cannot be read.
        """
        sources, without = self._sources(side)
        strings = [file for file in sources if self.given.project.is_localized(file)]
        if self.given.source is None or len(strings) == len(sources):
            report = self._strings(side, sources)
        elif strings:
            raise InputError(
                f"{side.name} holds both texts and localization files",
                hint="compare them apart from each other",
            )
        else:
            report = self._texts(side, sources)
        return replace(report, failures=(*report.failures, *without))

    def _sources(self, side: Side) -> tuple[Mapping[Path, Counterpart], list[Failure]]:
        """Return the translations of a side, and what stands among them without a source."""
        project = self.given.project
        if self.given.source is None:
            return _localized(side, project), []
        source = Path(self.given.source)
        if not side.path.is_dir():
            return {side.path: Counterpart(project.format_of(side.path), source, None)}, []
        beside = {
            file: _counterpart(file.relative_to(side.path), source, project.format_of(file))
            for file in _files(side)
        }
        without = [
            catalogs.unread(side.named(file), f"has no source in {source}")
            for file, found in beside.items()
            if found.source is None
        ]
        found = {
            file: each for file, each in beside.items() if each.source and self._is_asked(each)
        }
        if not found:
            raise InputError(
                f"no file in {side.name} is named like one in {source}",
                hint="news.pt.txt translates news.en.txt, and pt/news.txt en/news.txt",
            )
        return found, without

    def _is_asked(self, found: Counterpart) -> bool:
        target = self.given.project.languages.target
        return target is None or found.tag is None or is_same(found.tag, target)

    def _strings(self, side: Side, sources: Mapping[Path, Counterpart]) -> Report:
        target = self.given.project.languages.target
        tagged = {
            file: replace(found, tag=target or found.tag or _tag(side.named(file)))
            for file, found in sources.items()
        }
        read, failures = catalogs.read(tagged, self.given.project.languages)
        units = selected(read, (State.TRANSLATED,))
        units = replace(units, pairs=[_called(pair, side) for pair in units.pairs])
        tools = None
        if self.given.meaning:
            tools = self.models.instruments_for(units.pairs, self.settings)
        return pipeline.check_units(
            units,
            self.settings,
            instruments=tools,
            failures=[replace(each, path=side.named(Path(each.path))) for each in failures],
            progress=self.progress,
        )

    def _texts(self, side: Side, sources: Mapping[Path, Counterpart]) -> Report:
        """Check every article; in a folder, one that cannot be checked does not cost the others."""
        reports: dict[str, Report] = {}
        failures: list[Failure] = []
        for file, found in sources.items():
            try:
                reports[side.named(file)] = self._text(side, file, found)
            except (InputError, AlignmentError) as error:
                if not side.path.is_dir():
                    raise
                failures.append(catalogs.unread(side.named(file), str(error)))
        if not reports:
            raise InputError(f"no translation in {side.name} can be read", hint=failures[0].message)
        report = joined(reports)
        return replace(report, failures=(*report.failures, *failures))

    def _text(self, side: Side, file: Path, found: Counterpart) -> Report:
        document, name = self._source(found.source or file), side.named(file)
        text = plain.decode(plain.content(str(file)), name, self.given.encoding)
        target = self.given.project.languages.target or found.tag
        other = identified(text, name, lang=target, option="--to")
        tools = self.models.instruments(document.lang, other.lang, self.settings, given=True)
        return pipeline.check_translation(
            document, other, self.settings, instruments=tools, progress=self.progress
        )

    def _source(self, path: Path) -> Document:
        if path not in self._read:
            lang = self.given.project.languages.source
            self._read[path] = load(
                str(path), lang=lang, encoding=self.given.encoding, option="--from"
            )
        return self._read[path]


def _localized(side: Side, project: Project) -> Mapping[Path, Counterpart]:
    if side.path.is_file() and not project.is_localized(side.path):
        raise InputError(
            f"{side.name} is neither a JSON report nor a localization file",
            hint="to compare two translations of a text, add --source FILE",
        )
    sources = discovery.sources(project.files([side.path]), project)
    if not any(each.source or _is_bilingual(each.form) for each in sources.values()):
        raise InputError(
            f"{side.name} holds neither a JSON report nor a translation",
            hint="a file in one language needs its source: beside it, as en.json and pt.json in "
            "one folder, or as --source FILE",
        )
    return sources


def _is_bilingual(form: Format | None) -> bool:
    return form is not None and form.read is not None


def _files(side: Side) -> list[Path]:
    """Return the files of a folder, but for what is hidden in it."""
    inside = sorted(file.relative_to(side.path) for file in side.path.rglob("*") if file.is_file())
    return [side.path / file for file in inside if "/." not in f"/{file.as_posix()}"]


def _counterpart(file: Path, source: Path, form: Format | None) -> Counterpart:
    """Return the source of a translation, by its name, and the tag of its language.

    The source has the same name, or one with another language in it.
    """
    if (source / file).is_file():
        return Counterpart(form, source / file, None)
    wanted = dict(layout.places(str(file)))
    for other in sorted(source.rglob(f"*{file.suffix}")):
        for pattern, _ in layout.places(str(other.relative_to(source))):
            if pattern in wanted:
                return Counterpart(form, other, wanted[pattern])
    return Counterpart(form, None, None)


def _tag(name: str) -> str | None:
    """Return the language that a name says, None if it says none."""
    return next((tag for _, tag in layout.places(name) if tag), None)


def _called(pair: Pair, side: Side) -> Pair:
    """Return a pair whose texts stand in files as the user calls them."""

    def named(segment: Segment | None) -> Segment | None:
        if segment is None or not Path(segment.path).is_relative_to(side.path):
            return segment
        return replace(segment, path=side.named(Path(segment.path)))

    return replace(pair, source=named(pair.source), target=named(pair.target))
