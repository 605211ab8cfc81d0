"""The blocks of prose of an HTML page, in order, without scripts and code."""

import html
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcheck.formats.html_tokens import Token, tokens
from transcheck.formats.located import Lines, Located, folded, joined, over_lines

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(r"</?[a-z]{1,6}>")
_HEADING = re.compile(r"h[1-6]")
# Elements within a text: those that matter to it stand in it as tags, the others do not show.
_SHOWN = frozenset({"a", "b", "em", "i", "strong", "sub", "sup", "u", "s", "del", "ins", "mark"})
_CODE = frozenset({"code", "kbd", "samp", "tt", "var"})
_HIDDEN = frozenset({
    "abbr", "acronym", "bdi", "bdo", "big", "cite", "data", "dfn", "font", "img", "input", "label",
    "q", "small", "span", "time", "wbr",
})  # fmt: skip
# No prose stands in these.
_SKIPPED = frozenset({"pre", "template", "svg", "math", "object", "canvas", "select"})
_VOID = frozenset(
    {"area", "base", "col", "embed", "hr", "link", "meta", "param", "source", "track"}
)
_DEEPEST = 200
_TEXTS = frozenset({"alt", "title", "placeholder", "aria-label"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of prose; ``tag`` opens the element that it stands in, None where there is none."""

    kind: str
    text: Located
    tag: Token | None


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a page, and the texts of attributes as blocks of their own.

    Emphasis and links stand in a text as tags without attributes, code between backticks.
    """
    lines = Lines(text)
    kind = "p"
    parts: list[Located] = []
    within: deque[Token] = deque(maxlen=_DEEPEST)
    skipping, depth = "", 0
    for token in tokens(text):
        if skipping:
            if token.name == skipping:
                depth += -1 if token.closing else 1
            skipping = skipping if depth else ""
            continue
        yield from _attributes(text, lines, token)
        if token.name in _SKIPPED and not token.closing:
            skipping, depth = token.name, 1
        inline = _inline(text, lines, token)
        if inline is not None:
            parts.append(inline)
            continue
        yield from _closed(kind, parts, within)
        kind, parts = _kind(token), []
        _follow(within, token)
    yield from _closed(kind, parts, within)


def _follow(within: deque[Token], token: Token) -> None:
    """Enter or leave an element; what closes nothing that is open is passed over."""
    if not token.closing:
        if token.name not in _VOID:
            within.append(token)
    elif any(each.name == token.name for each in within):
        while within.pop().name != token.name:
            pass


def _inline(text: str, lines: Lines, token: Token) -> Located | None:
    """Return what stands for a token within a text, None for one that ends it."""
    place = lines.at(token.start)
    if not token.name:
        raw = text[token.start : token.end]
        return over_lines(raw, *place, _REFERENCE, html.unescape)
    if token.name in _SHOWN:
        return Located(f"<{'/' if token.closing else ''}{token.name}>", *place)
    if token.name in _CODE:
        return Located("`", *place)
    if token.name == "br":
        return Located(" ", *place)
    return Located("", *place) if token.name in _HIDDEN else None


def _attributes(text: str, lines: Lines, token: Token) -> Iterator[Block]:
    named = {text[a:b] for name, a, b in token.attributes if name in ("name", "property")}
    for name, start, end in token.attributes:
        is_text = name in _TEXTS or (name == "content" and named & {"description", "og:title"})
        if is_text and any(map(str.isalpha, text[start:end])):
            value = over_lines(text[start:end], *lines.at(start), _REFERENCE, html.unescape)
            yield Block(kind=f"@{name}", text=folded(value), tag=token)


def _kind(token: Token) -> str:
    if token.closing:
        return "p"
    # Only a heading may begin with "h", since it heads a section.
    return token.name if _HEADING.fullmatch(token.name) else f"<{token.name}>"


def _closed(kind: str, parts: list[Located], within: Sequence[Token]) -> Iterator[Block]:
    """Yield a block if there is a word in it."""
    if parts:
        text = folded(joined(parts))
        if any(map(str.isalnum, _TAG.sub("", text.text))):
            yield Block(kind=kind, text=text, tag=within[-1] if within else None)
