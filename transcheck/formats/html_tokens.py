"""Cut HTML into tags and texts, each with its offsets, in one pass over any input."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(r"<(?:!--|[!?]|(/?)([A-Za-z][^\s/>]*+))")
_ATTRIBUTE = re.compile(
    r"[\s/]*+(?:(>)|([^\s/>=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>][^\s>]*+)))?)"
)
# Their content is no markup, and ends with their own end tag.
_RAW = frozenset({"script", "style", "textarea", "xmp", "iframe", "noembed", "noframes"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A tag of ``name``, or a text where that is empty, at ``start`` to ``end``.

    ``attributes`` holds the values of attributes with their offsets.
    """

    start: int
    end: int
    name: str = ""
    closing: bool = False
    attributes: tuple[tuple[str, int, int], ...] = ()


def tokens(text: str) -> Iterator[Token]:
    """Yield tags and texts in order; comments, declarations and scripts are passed over.

    A tag that does not end is dropped with all that follows, as browsers do.
    """
    done = 0
    while mark := _MARK.search(text, done):
        if mark.start() > done:
            yield Token(start=done, end=mark.start())
        if not mark[2]:
            done = _behind(text, "-->" if mark[0] == "<!--" else ">", mark.end())
            continue
        token = _tag(text, mark)
        if token is None:
            return
        yield token
        done = token.end
        if token.name in _RAW and not token.closing:
            last = re.compile(f"</{token.name}", re.IGNORECASE).search(text, done)
            done = last.start() if last else len(text)
    if done < len(text):
        yield Token(start=done, end=len(text))


def _behind(text: str, what: str, start: int) -> int:
    found = text.find(what, start)
    return found + len(what) if found >= 0 else len(text)


def _tag(text: str, mark: re.Match[str]) -> Token | None:
    attributes: list[tuple[str, int, int]] = []
    done = mark.end()
    while match := _ATTRIBUTE.match(text, done):
        done = match.end()
        if match[1]:
            return Token(
                start=mark.start(),
                end=done,
                name=mark[2].lower(),
                closing=bool(mark[1]),
                attributes=tuple(attributes),
            )
        group = next((n for n in (3, 4, 5) if match[n] is not None), None)
        if group:
            attributes.append((match[2].lower(), *match.span(group)))
    return None
