"""From files to catalogs: bilingual files by themselves, others beside their source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from transcheck.errors import InputError
from transcheck.formats import layout, order, registry
from transcheck.formats.catalog import Catalog, Format, Languages, String, repeated, tags, unit_pair
from transcheck.formats.located import Located
from transcheck.formats.project import Project
from transcheck.languages import is_same
from transcheck.model import Pair
from transcheck.units import State

# More than any localization file, and little enough to be held in memory.
_LARGEST = 200_000_000


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What a file is read with: its format, None if not known, and what its name tells.

    ``source`` is the source of a file in one language, None for a file in two; ``tag`` stands in
    its name.
    """

    form: Format | None
    source: Path | None
    tag: str | None


def sources(files: Sequence[Path], project: Project) -> dict[Path, Counterpart]:
    """Return the files to read, in order, each with its counterpart.

    A file that is the source of others, or has no language in its name, is left out of what is
    returned.
    """
    named = project.languages
    wanted = named.source or "en"
    tagged: dict[str, Path] = {}
    plain: dict[str, Path] = {}
    translations: dict[Path, tuple[str, str]] = {}
    said = {file: project.place(file) for file in files}
    for file in files:
        place = said[file]
        for pattern, tag in [place] if place else layout.places(str(file)):
            if tag is None:
                plain.setdefault(pattern, file)
            elif is_same(tag, wanted):
                tagged.setdefault(pattern, file)
                break
            else:
                translations[file] = pattern, tag
                break
    found: dict[Path, Counterpart] = {}
    for file in files:
        form = project.format_of(file)
        if form is None or form.read:
            place = said[file]
            found[file] = Counterpart(form, None, place[1] if place else None)
        elif file in translations:
            pattern, tag = translations[file]
            source = tagged.get(pattern) or plain.get(pattern)
            if named.target is None or is_same(tag, named.target):
                found[file] = Counterpart(form, source, tag)
    return found


def catalog(file: Path, counterpart: Counterpart, named: Languages) -> Catalog:
    """Read a file, beside its source where it holds one language.

    Raises:
        InputError: one of the files cannot be read.
    """
    form, path, tag = counterpart.form, counterpart.source, counterpart.tag
    if form is None:
        raise InputError(f"{file}: no known localization format", hint=registry.KNOWN)
    if form.read:
        return form.read(str(file), _bytes(file), replace(named, target=tag or named.target))
    if path is None:
        raise InputError(f"{file}: holds one language, and no source stands beside it")
    languages = tags(str(file), source=named.source or "en", target=tag)
    ours, theirs = _strings(form, path), _strings(form, file)
    if form.in_order:
        ours, problems = order.alike(str(file), ours, theirs)
    else:
        named_in = ((" ".join(filter(None, _name(each))), each.text.line) for each in theirs)
        problems = list(repeated(str(file), named_in))
    pairs = tuple(_paired(str(file), (str(path), ours), theirs, languages))
    if theirs and not any(pair.target and pair.target.text for pair in pairs):
        raise InputError(f"{file}: none of its {len(theirs)} texts stands in {path}")
    return Catalog(path=str(file), pairs=pairs, problems=tuple(problems))


def _paired(
    file: str,
    source: tuple[str, Sequence[String]],
    theirs: Sequence[String],
    languages: tuple[str, str],
) -> Iterator[Pair]:
    """Pair the texts by key and plural form; a form that the source lacks is of its "other"."""
    path, ours = source
    place = {_name(each): each for each in ours}
    translated = {_name(each) for each in theirs}
    forms: dict[str, tuple[str, ...]] = {}
    for text in theirs:
        if text.unit.plural is not None and text.text.text.strip():
            forms[text.unit.key] = (*forms.get(text.unit.key, ()), text.unit.plural)
    for number, text in enumerate(theirs):
        key = text.unit.key
        own = place.get(_name(text)) or place.get((key, "other")) or place.get((key, None))
        if own is None:
            continue
        unit = replace(
            text.unit,
            notes=text.unit.notes or own.unit.notes,
            max_length=text.unit.max_length or own.unit.max_length,
            forms=forms.get(key, ()) if text.unit.plural is not None else (),
            state=text.unit.state if text.text.text.strip() else State.UNTRANSLATED,
        )
        pair = unit_pair(file, number, (own.text, text.text), languages, unit)
        yield replace(pair, source=own.text.segment(path, languages[0], number))
    for number, own in enumerate(ours):
        if _name(own) not in translated and own.unit.plural is None:
            locked = own.unit.state is State.LOCKED
            unit = own.unit if locked else replace(own.unit, state=State.UNTRANSLATED)
            nowhere = Located("", 1, 1)
            pair = unit_pair(file, number, (own.text, nowhere), languages, unit)
            yield replace(pair, source=own.text.segment(path, languages[0], number))


def _name(text: String) -> tuple[str, str | None]:
    return text.unit.key, text.unit.plural


def _strings(form: Format, file: Path) -> list[String]:
    if form.strings is None:
        raise InputError(f"{file}: holds both languages, and is no counterpart of another file")
    return form.strings(str(file), _bytes(file))


def _bytes(file: Path) -> bytes:
    if file.stat().st_size > _LARGEST:
        raise InputError(f"{file}: larger than {_LARGEST // 1_000_000} MB")
    with file.open("rb") as opened:
        return opened.read(_LARGEST)
