"""What a localization file holds: its units as pairs, and what was passed over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from transcheck.model import Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Languages:
    """The languages that the user named; None where the file itself must say."""

    source: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """The pairs of one file, each with its unit, in the order of the file.

    ``skipped`` counts units that are not checked, by the reason.
    """

    path: str
    pairs: tuple[Pair, ...]
    skipped: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A file format: ``read`` takes the file's name, its bytes and the languages named.

    ``read`` raises InputError for a file that it cannot read, with its place.
    """

    name: str
    summary: str
    suffixes: tuple[str, ...]
    read: Callable[[str, bytes, Languages], Catalog]
