"""The index of Argos packages: a JSON list, in a file or behind a URL, of what can be had where."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from transcheck.errors import InputError, ModelError
from transcheck.packages.download import SCHEMES, read
from transcheck.packages.versions import order

_FILE = "index.json"
_MOST_BYTES = 16 * 1024**2
_PIVOT = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A package that the index offers; ``sha256`` is that of the archive where the index has it."""

    source: str
    target: str
    version: str
    links: tuple[str, ...]
    sha256: str | None = None

    @property
    def name(self) -> str:
        """The name under which Argos itself keeps the archive."""
        return f"translate-{self.source}_{self.target}-{self.version.replace('.', '_')}"


def load(where: str) -> tuple[Offer, ...]:
    """Read an index from a file, a folder that holds ``index.json``, or a URL of either.

    Raises:
        InputError: the file is not there, or is no index.
        ModelError: the URL cannot be reached.
    """
    if where.startswith(SCHEMES):
        place = where if where.endswith(".json") else f"{where.rstrip('/')}/{_FILE}"
        raw = read(place, most=_MOST_BYTES)
        base = None
    else:
        path = Path(where)
        path = path / _FILE if path.is_dir() else path
        place, base = str(path), path.parent
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise InputError(
                f"cannot read the index {path}: {error.strerror}",
                hint="--index takes a file, a folder with index.json, or a URL",
            ) from error
    try:
        entries = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place} is no index of packages: {error}") from error
    if not isinstance(entries, list):
        raise InputError(f"{place} is no index of packages: it is not a list")
    offers = [_offer(entry, base) for entry in entries if isinstance(entry, dict)]
    return tuple(offer for offer in offers if offer)


def route(offers: Sequence[Offer], source: str, target: str) -> tuple[Offer, ...]:
    """Return the newest package of a pair of Argos codes, or two that meet in English.

    Raises:
        ModelError: the index has neither.
    """
    direct = _newest(offers, source, target)
    if direct:
        return (direct,)
    first, second = _newest(offers, source, _PIVOT), _newest(offers, _PIVOT, target)
    if first and second:
        return (first, second)
    into = sorted({offer.target for offer in offers if offer.source == source})
    raise ModelError(
        f"the index has no package from {source} to {target}, directly or by way of English",
        hint=f"from {source} it has {' '.join(into)}" if into else f"it has nothing from {source}",
    )


def _newest(offers: Sequence[Offer], source: str, target: str) -> Offer | None:
    found = [offer for offer in offers if (offer.source, offer.target) == (source, target)]
    return max(found, key=lambda offer: order(offer.version), default=None)


def _offer(entry: dict[str, object], base: Path | None) -> Offer | None:
    """Read one entry; None for what is no translation package, such as sentence splitters.

    Only an index in a local file may point at local files, by paths relative to it.
    """
    source, target, links = (entry.get(key) for key in ("from_code", "to_code", "links"))
    if not (isinstance(source, str) and isinstance(target, str) and isinstance(links, list)):
        return None
    if entry.get("type", "translate") != "translate":
        return None
    usable = [link for link in links if isinstance(link, str)]
    remote = [link for link in usable if link.startswith(SCHEMES)]
    local = [str(base / link) for link in usable if base and "://" not in link]
    digest = entry.get("sha256")
    return Offer(
        source=source,
        target=target,
        version=str(entry.get("package_version", "")),
        links=(*local, *remote),
        sha256=digest if isinstance(digest, str) else None,
    )
