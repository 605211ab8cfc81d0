"""Which web addresses of a source its translation lacks, and which it has in another form."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from urllib.parse import unquote

from transcheck import languages
from transcheck.data import lexicon
from transcheck.model import Segment
from transcheck.text import addresses
from transcheck.text.addresses import Address, Kind

# What leads a browser to the same page, with it or without.
_FRONT = re.compile(
    r"(?:https?://|ftp://)?(?:(?:www\d?|m|mobile|amp)\.(?=[^/]*\.))?", re.IGNORECASE
)
_TRACKING = re.compile(
    r"(?:utm_\w+|mc_\w+|fbclid|gclid|dclid|msclkid|igshid|cmpid|ref|ref_src|ref_url|src|smid|feature)"
    r"(?:=|\Z)",
    re.IGNORECASE,
)
_LANGUAGE_PATH = re.compile(r"/([a-z]{2})(?:[-_][a-z]{2,4})?(?=/|\Z)", re.IGNORECASE)
_LANGUAGE_HOST = re.compile(r"([a-z]{2})\.(?=[^.]+\.)")
# One letter less than .com, .net and .org: a slip, whatever countries they are.
_SLIPS = frozenset({".co", ".cm", ".ne", ".et", ".og"})
_ENDING = re.compile(r"(?:\.(?:com?|org|net))?\.([a-z]{2,})\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A web address of the source, and what stands for it: another one, or nothing."""

    source: Address
    target: Address | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What an address leads to; ``edition`` is the language that it names, if any."""

    host: str
    rest: str
    edition: str


def differences(source: Segment, target: Segment) -> Iterator[Difference]:
    """Yield the web addresses of ``source`` that ``target`` does not lead to.

    Each is paired with the address that stands in ``target`` and not in ``source`` and is the
    most like it, if one is left.
    """
    ours = [one for one in _of_web(source.text) if not _is_name(one)]
    if not ours:
        return
    theirs = _of_web(target.text)
    lost = []
    for address in ours:
        equal = next((one for one in theirs if _same(address, one, source, target)), None)
        if equal is None:
            lost.append(address)
        else:
            theirs.remove(equal)
    for address in lost:
        nearest = max(theirs, key=lambda one: _likeness(address, one), default=None)
        if nearest is not None:
            theirs.remove(nearest)
        yield Difference(source=address, target=nearest)


def _of_web(text: str) -> list[Address]:
    return [one for one in addresses.find(text) if one.kind is Kind.WEB]


def _is_name(address: Address) -> bool:
    """Say whether a domain names a firm, as its capital tells: "Booking.com"."""
    return address.text[0].isupper() and "/" not in address.text


def _likeness(one: Address, other: Address) -> float:
    return SequenceMatcher(None, one.text, other.text, autojunk=False).ratio()


def _same(one: Address, other: Address, source: Segment, target: Segment) -> bool:
    """Say whether both lead to the same page, or ``other`` to its edition for the readers."""
    here, there = _page(one.text), _page(other.text)
    if (here.host, here.rest) == (there.host, there.rest) and here.edition == there.edition:
        return True
    if there.edition == _tag(target) and here.edition in {"", _tag(source)}:
        # An edition has titles of its own: wiki/London, wiki/Londres.
        return here.host == there.host
    at_home = _ENDING.search(there.host)
    if (
        at_home
        and at_home[0] not in _SLIPS
        and at_home[1] in lexicon.country_domains(languages.find(target.lang).tag)
    ):
        return _ENDING.sub("", here.host) == _ENDING.sub("", there.host)
    return False


def _tag(segment: Segment) -> str:
    return languages.find(segment.lang).tag.partition("-")[0]


def _page(address: str) -> _Page:
    """Return where an address leads, without what changes nothing for a reader."""
    bare = unquote(address[len(_FRONT.match(address)[0]) :])  # type: ignore[index]
    host, slash, rest = re.match(r"([^/?#]*)(/?)(.*)", bare, re.DOTALL).groups()  # type: ignore[union-attr]
    host, rest = host.casefold(), slash + rest
    edition = ""
    if named := _LANGUAGE_HOST.match(host):
        edition, host = named[1], host[named.end() :]
    elif named := _LANGUAGE_PATH.match(rest):
        edition, rest = named[1].casefold(), rest[named.end() :]
    return _Page(host=host, rest=_without_tracking(rest).rstrip("/"), edition=edition)


def _without_tracking(rest: str) -> str:
    path, mark, query = rest.partition("?")
    query, hash_sign, place = query.partition("#")
    kept: Sequence[str] = [one for one in query.split("&") if one and not _TRACKING.match(one)]
    path = path.rstrip("/") if mark else path
    return path + ("?" + "&".join(kept) if kept else "") + hash_sign + place
