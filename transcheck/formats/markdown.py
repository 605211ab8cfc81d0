"""Read Markdown: its blocks of prose in order, without code and front matter."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from transcheck.errors import InputError
from transcheck.formats import order, plain
from transcheck.formats.catalog import Format, String
from transcheck.formats.located import Lines, Located, joined

# Some 2,000 pages, which take some seconds.
_LARGEST = 5_000_000
# Each bracket is looked for to the end of its block: no prose has so many in one so long.
_MOST_WORK = 5_000_000
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n.*?\n---[ \t]*(?=\r?\n|\Z)", re.DOTALL)
_LINK_END = re.compile(r"\](?:\((?:[^()\\]++|\\.|\([^()]*+\))*+\)|\[[^\[\]]*+\])?", re.DOTALL)
# What stands in a text for markup, in the terms of HTML, so that what is lost can be named.
_SHOWN = {"strong": "b", "em": "i", "link": "a", "s": "s"}


def strings(path: str, data: bytes) -> list[String]:
    """Return the blocks of prose; emphasis and links stand in them as tags.

    Raises:
        InputError: the file is no text, or larger than a document is.
    """
    from markdown_it import MarkdownIt

    text = plain.decode(data, path, None)
    if len(text) > _LARGEST:
        raise InputError(f"{path}: larger than {_LARGEST // 1_000_000} MB, which no document is")
    front = _FRONT_MATTER.match(text)
    bare = re.sub(r"[^\r\n]", " ", front[0]) + text[front.end() :] if front else text
    # Escapes stay apart from the text around them, so that each has its place.
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
    references: dict[str, Any] = {}
    tokens = parser.disable("inline").parse(bare, references)
    for token in tokens:
        if token.type == "inline":
            if token.content.count("[") * len(token.content) > _MOST_WORK:
                line = token.map[0] + 1 if token.map else 1
                raise InputError(f"{path}:{line}: too many brackets in one block")
            token.children = []
            parser.inline.parse(token.content, parser, references, token.children)
    return order.numbered(_blocks(bare, tokens))


def _blocks(text: str, tokens: Sequence[Any]) -> Iterator[tuple[str, Located]]:
    lines = Lines(text)
    kind, items, cell = "p", 0, 0
    for token in tokens:
        items += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.nesting == 1:
            kind = "li" if items and token.tag == "p" else token.tag
        elif token.type == "inline" and token.content.strip() and token.map:
            first = lines.starts[token.map[0]]
            if kind in ("td", "th"):
                # The cells of a row share its line.
                cell = max(text.find(token.content, max(cell, first)), first)
                starts = [(0, cell)]
                cell += len(token.content)
            else:
                around = [*lines.starts[token.map[0] : token.map[1] + 1], len(text)]
                starts = list(_starts(text, around, token.content))
            block = _Inline(lines, token.content, starts).text(token.children)
            if block.text:
                yield kind, block


def _starts(text: str, lines: Sequence[int], content: str) -> Iterator[tuple[int, int]]:
    """Yield where each line of a block begins in it and in the file: markers stand before it."""
    begin = 0
    for line, (start, end) in zip(content.split("\n"), pairwise(lines), strict=False):
        found = text.rfind(line.strip(), start, end)
        yield begin, max(found, start) - (len(line) - len(line.lstrip()))
        begin += len(line) + 1


class _Inline:
    """Follows the tokens of a block through what is written."""

    def __init__(self, lines: Lines, content: str, starts: Sequence[tuple[int, int]]) -> None:
        self.lines = lines
        self.content = content
        self.starts = starts
        self.done = 0

    def text(self, tokens: Sequence[Any]) -> Located:
        return joined([self._at("", 0), *(self._piece(token) for token in tokens)]).stripped()

    def _piece(self, token: Any) -> Located:  # noqa: ANN401 - a token of markdown-it
        kind = token.type
        if kind == "text":
            return self._found(token.content, token.content)
        if kind == "text_special":
            return self._found(token.markup, token.content)
        if kind in ("softbreak", "hardbreak"):
            return self._found("\n", " ")
        if kind == "code_inline":
            code = self._found(token.markup, f"`{token.content}`")
            self._found(token.markup, "")
            return code
        if kind == "html_inline":
            return self._found(token.content, token.content)
        return self._markup(token)

    def _markup(self, token: Any) -> Located:  # noqa: ANN401 - a token of markdown-it
        name, _, side = token.type.rpartition("_")
        if token.markup == "autolink":
            return self._found("<" if side == "open" else ">", "")
        if token.type == "image":
            self._found("![", "")
            found = self._found(token.content, token.content)
            self._past_link()
            return found
        if name == "link" and side == "close":
            found = self._found("]", "</a>")
            self.done -= 1
            self._past_link()
            return found
        raw = "[" if name == "link" else token.markup
        return self._found(raw, f"<{'/' if side == 'close' else ''}{_SHOWN.get(name, name)}>")

    def _past_link(self) -> None:
        match = _LINK_END.search(self.content, self.done)
        self.done = match.end() if match else self.done

    def _found(self, raw: str, shown: str) -> Located:
        """Return what is shown for ``raw``, which is the next to come, and go on behind that."""
        found = self.content.find(raw, self.done)
        place = found if found >= 0 else self.done
        self.done = min(place + len(raw), len(self.content))
        return self._at(shown, place)

    def _at(self, shown: str, place: int) -> Located:
        begin, offset = next(each for each in reversed(self.starts) if each[0] <= place)
        return Located(shown, *self.lines.at(offset + place - begin))


MARKDOWN = Format(
    name="markdown",
    summary="Markdown: headings, paragraphs, list items and cells in order; no code",
    suffixes=(".md", ".markdown"),
    strings=strings,
    in_order=True,
    searched=False,
)
