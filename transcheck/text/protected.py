"""Stretches of a text that are no prose: addresses, handles, file names, code and placeholders."""

import re
from collections.abc import Iterator
from functools import lru_cache

from transcheck.text.late import late

# Top-level domains that news copy names without a protocol. Those that are also words or that
# could follow a full stop without a space ("in", "it", "is", "at") are left out on purpose, but
# for those that news copy cannot do without ("de", "fr"). They count in small letters alone, so
# that "Washington.De" stays a missing space.
DOMAINS = (
    "com|org|net|edu|gov|mil|int|info|biz|eu|uk|de|fr|es|pt|nl|pl|ru|cz|se|fi|gr|hu|ro|tr|ua|"
    "vn|br|mx|ar|cl|ca|au|nz|jp|kr|cn|tw|hk|th|cat|ch|dk|tv|io|ai|fm|gg|ly|app|dev|xyz|рф|укр"
)
_FILE_TYPES = (
    "txt|pdf|docx?|xlsx?|pptx?|csv|json|ya?ml|xml|html?|css|jsx?|tsx?|py|rb|go|rs|java|cpp|cs|"
    "php|sh|exe|dll|zip|tar|gz|png|jpe?g|gif|svg|webp|mp3|mp4|wav|mov|avi|epub|md|toml|ini|po|xliff"
)

_PROTECTED = late(
    rf"""
      (?:https?|ftp|file|mailto|tel)://?[^\s<>"“”«»]+          # address with a protocol
    | www\.[^\s<>"“”«»]+
    | (?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+               # e-mail address
    | (?<![\w.@-])(?:[\w-]++\.)+(?-i:{DOMAINS})(?![\w-])(?:/[^\s<>"“”«»]*)?
    | (?<!\w)[@#]\w[\w.-]*                                     # handle, hashtag
    | (?<![\w.-])[\w-]++(?:\.[\w-]+)*?\.(?:{_FILE_TYPES})(?!\w)   # file name
    | (?<!\w)(?:node|vue|next|react|d3|three)\.js(?!\w)
    | (?<!\w)[^\W_]++(?:(?:::|->|_)\w++)+(?:\(\))?            # code identifier
    | (?<![\w.])\w++(?:\.\w++)*+\(\)
    | (?<![\w.])\w++(?:\.[a-z]\w*+)++(?=\()
    | `[^`\n]+`
    # Placeholders, then tags and entities.
    | \{{\{{?[^{{}}\n]*\}}?\}} | %\(\w+\)[a-z] | \$\{{\w+\}} | \$[^\W\d]\w* | %[sdif](?!\w)
    | <[a-zA-Z/!][^<>\n]*> | &\#?\w+;
    """,
    re.VERBOSE | re.IGNORECASE,
)

# A full stop at the end of a text is in no address, but for one with a protocol.
_IN_ADDRESSES = re.compile(r"[@#:]|\.(?!\Z)")

# Each alternative needs one of these, so most sentences never meet the long pattern. One class of
# characters comes first, because a search for a class is quick.
_NEEDED = re.compile(
    r"""
    [@\#`{<_:%$&(.\-] (?:
        (?<=[@\#`{<_]) | (?<=:)[/:] | (?<=%)[sdifSDIF(] | (?<=\$)[^\W\d] | (?<=&)[\#\w]
      | (?<=\w\() | (?<=\.)[^\W\d_]{2} | (?<=[wW]{3}\.) | (?<=-)>
    )
    """,
    re.VERBOSE,
)


def protected(text: str) -> list[tuple[int, int]]:
    """Return the stretches of ``text`` that are no prose, in order, as (start, end).

    Addresses, e-mail addresses, domain names, handles, hashtags, file names, code identifiers,
    placeholders, tags and entities. Words in them are spelt as a machine wants them.

    >>> text = "Write to a.b@example.org or see Booking.com."
    >>> [text[start:end] for start, end in protected(text)]
    ['a.b@example.org', 'Booking.com']
    """
    return list(_protected(text))


# Several checks ask for the same one or two texts of a row.
@lru_cache(maxsize=512)
def _protected(text: str) -> tuple[tuple[int, int], ...]:
    if not _NEEDED.search(text):
        return ()
    return tuple(match.span() for match in _PROTECTED.finditer(text))


def addresses(text: str) -> Iterator[str]:
    """Yield the handles, hashtags, e-mail and web addresses of ``text``, case folded.

    >>> list(addresses("Follow @AgroLince or see agrolince.example.org."))
    ['@agrolince', 'agrolince.example.org']
    """
    # To look for what they have first is quick, and most texts have none of it.
    for start, end in protected(text) if _IN_ADDRESSES.search(text) else ():
        found = text[start:end].casefold()
        if found[0] in "@#" or "." in found:
            yield found


def touches(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Say whether ``start`` to ``end`` shares a character with one of ``spans``."""
    return any(start < stop and begin < end for begin, stop in spans)
