"""What a localization file holds: its units as pairs, and what was passed over."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from transcheck import languages
from transcheck.errors import ConfigError, InputError
from transcheck.formats.located import Located
from transcheck.model import Origin, Pair
from transcheck.units import State, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Languages:
    """The languages that the user named; None where the file itself must say.

    What a file says of itself goes before them.
    """

    source: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """The pairs of one file, each with its unit, in the order of the file.

    ``problems`` are faults of the file as a whole, such as a key that stands twice.
    """

    path: str
    pairs: tuple[Pair, ...]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class String:
    """A text of a file in one language, and what the file says of it.

    ``block`` is the kind of a block of prose, empty where a key says what the counterpart is.
    """

    text: Located
    unit: Unit
    block: str = ""


# The notes on the units of a file, by the number that ``unit_pair`` was given. A unit with none
# loses those of an earlier run, and one that is left out keeps them.
Notes = Mapping[int, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A file format: either ``read`` or ``strings`` reads it.

    ``read`` takes the file's name, its bytes and the languages named, and returns the pairs of a
    bilingual file. ``strings`` returns the texts of a file in one language; its counterpart is
    another file. Both raise InputError for a file that they cannot read, with its place.
    ``write_notes`` returns the bytes of a file with these notes in it; None where it has no place
    for them. Where ``searched`` is not so, files of this name are often something else, and one
    that stands in a folder is read only if a pattern or a glob of the user fits. ``in_order`` says
    that ``strings`` are blocks of prose, whose counterparts stand in the same order.
    """

    name: str
    summary: str
    suffixes: tuple[str, ...]
    read: Callable[[str, bytes, Languages], Catalog] | None = None
    strings: Callable[[str, bytes], list[String]] | None = None
    write_notes: Callable[[str, bytes, Notes], bytes] | None = None
    searched: bool = True
    in_order: bool = False


def tags(path: str, *, source: str | None, target: str | None) -> tuple[str, str]:
    """Return the tags of both languages of a file.

    Raises:
        InputError: one of them is not said, or not known.
    """
    if not (source and target):
        missing = "--to" if source else "--from"
        raise InputError(f"{path}: the file does not say its languages", hint=f"say {missing} LANG")
    try:
        return languages.find(source).tag, languages.find(target).tag
    except ConfigError as error:
        raise InputError(f"{path}: {error.message}", hint=error.hint) from None


def unit_pair(
    path: str,
    number: int,
    texts: tuple[Located, Located],
    languages: tuple[str, str],
    unit: Unit,
) -> Pair:
    """Return source and target, the ``number``-th unit of a file, as a pair."""
    source, target = (
        text.segment(path, lang, number) for text, lang in zip(texts, languages, strict=True)
    )
    return Pair(id="", source=source, target=target, origin=Origin.GIVEN, unit=unit)


def repeated(path: str, keys: Iterable[tuple[str, int]]) -> Iterator[str]:
    """Yield a line for each key that stands twice; ``keys`` come with their lines."""
    first: dict[str, int] = {}
    for key, line in keys:
        if key in first:
            yield f"{path}:{line}: {key[:60]!r} stands in line {first[key]} already"
        first.setdefault(key, line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The units to judge, those that they are only held against, and how many are neither.

    ``skipped`` counts by the reason: the state of a unit, or that it is unchanged.
    """

    pairs: Sequence[Pair]
    beside: Sequence[Pair] = ()
    skipped: Mapping[str, int]


def selected(
    catalogs: Sequence[Catalog], include: Collection[State], unchanged: Sequence[Catalog] = ()
) -> Selection:
    """Return the units whose state is included, and those of the ``unchanged`` beside them.

    Units that have lost their translation are included, whatever their state.
    """
    pairs: list[Pair] = []
    skipped: Counter[str] = Counter()
    for pair in (pair for catalog in catalogs for pair in catalog.pairs):
        if pair.unit is None or pair.unit.before or pair.unit.state in include:
            pairs.append(pair)
        else:
            skipped[pair.unit.state] += 1
    known = [pair for catalog in unchanged for pair in catalog.pairs]
    if unchanged:
        skipped["unchanged"] = len(known)
    beside = [pair for pair in known if pair.unit is None or pair.unit.state in include]
    return Selection(pairs=pairs, beside=beside, skipped=skipped)
