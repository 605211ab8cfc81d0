"""The tags of a string: HTML, XML and numbered ones such as <0>."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]{0,40}|\d{1,3})((?:\s[^<>]*)?/?)>")
# What a reader is to put in: "<file>", "<your name>".
_BLANK = re.compile(r"<[^\W\d_][^<>\n=@/]{0,40}>")
# A translation may put other marks around it.
_OPENING = re.compile(r"[<＜〈《‹«“„「『\[(]")
_VOID = frozenset({
    "area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
})  # fmt: skip
# How a text is set, which differs by language: "1<sup>er</sup>", and a line that breaks elsewhere.
_SETTING = frozenset({"br", "hr", "nobr", "sub", "sup", "wbr"})
_KNOWN = frozenset({
    "a", "abbr", "b", "big", "blockquote", "br", "button", "cite", "code", "del", "div", "em",
    "font", "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "ins",
    "kbd", "label", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "tt", "u",
    "ul", "var",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag at code points ``start`` to ``end``; ``closing`` of "</b>", ``alone`` of "<br>"."""

    start: int
    end: int
    text: str
    name: str
    closing: bool
    alone: bool

    @property
    def sets(self) -> bool:
        """Whether the tag only breaks a line, or raises or lowers what it holds."""
        return self.name in _SETTING


def find(text: str) -> list[Tag]:
    """Return the tags of ``text`` in order; an angle bracket of prose ("<file>") is none.

    A name that HTML does not know is that of a tag where it closes, has attributes or is a number.

    >>> [one.name for one in find("Open <file> in <b>bold</b><br/>")]
    ['b', 'b', 'br']
    """
    if "<" not in text:
        return []
    found = [_of(match) for match in _TAG.finditer(text)]
    closed = {one.name for one in found if one.closing} | _KNOWN
    return [
        one
        for one in found
        if one.name in closed or one.alone or one.name.isdigit() or "=" in one.text
    ]


def lost_blanks(source: str, target: str) -> list[str]:
    """Return the blanks of ``source`` ("<file>") that ``target`` has under no name or mark.

    >>> lost_blanks("copy <old> to <new>", "kopiere <alt> nach")
    ['<new>']
    >>> lost_blanks("run <cmd>", "CMD starten"), lost_blanks("run <cmd>", "«Befehl» starten")
    ([], [])
    >>> lost_blanks("the last num: <num>", "die letzten num:")
    ['<num>']
    """
    ours, theirs = _blanks(source), _blanks(target)
    opened = len(_OPENING.findall(source)) - len(_OPENING.findall(target))
    most = min(len(ours) - len(theirs), opened)
    if most < 1:
        return []
    spoken, named = (_BLANK.sub("", text).casefold() for text in (source, target))
    gone = (Counter(ours) - Counter(theirs)).elements()
    left = [one for one in gone if named.count(_name(one)) <= spoken.count(_name(one))]
    return left[-most:]


def _name(blank: str) -> str:
    return blank[1:-1].casefold()


def _blanks(text: str) -> list[str]:
    known = {one.start for one in find(text)}
    return [match[0] for match in _BLANK.finditer(text) if match.start() not in known]


def _of(match: re.Match[str]) -> Tag:
    name = match[2].lower()
    return Tag(
        start=match.start(), end=match.end(), text=match[0], name=name, closing=bool(match[1]),
        alone=not match[1] and (match[3].endswith("/") or name in _VOID),
    )  # fmt: skip


def counted(tags: Iterable[Tag]) -> Counter[tuple[str, bool]]:
    """Count tags by name and by whether they close."""
    return Counter((one.name, one.closing) for one in tags)


def uneven(counts: Counter[tuple[str, bool]]) -> frozenset[str]:
    """Return the names of tags that open more or less often than they close, from their counts."""
    return frozenset(
        name for name, closing in counts if counts[name, closing] != counts[name, not closing]
    )


def crossed(tags: Iterable[Tag]) -> Tag | None:
    """Return the first tag that closes what is not open innermost, or the last left open."""
    open_tags: list[Tag] = []
    for one in tags:
        if one.alone:
            continue
        if not one.closing:
            open_tags.append(one)
        elif open_tags and open_tags[-1].name == one.name:
            open_tags.pop()
        else:
            return one
    return open_tags[-1] if open_tags else None
