"""Markup, placeholders and escapes in a text: what machines read and no reader should see."""

import html
import json
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import unquote

from transcheck.text.late import late


class Kind(StrEnum):
    """What a piece of markup is, in an editor's words."""

    TAG = "a tag of HTML or XML"
    ENTITY = "a character written as an HTML entity"
    FORMAT = "formatting of a forum, a wiki or Markdown"
    PLACEHOLDER = "a placeholder that a program should have filled in"
    CODE = "program code"
    ESCAPE = "an escape sequence of a program"
    ENCODED = "a character written as in a web address"


class Markup(NamedTuple):
    """Code points ``start`` to ``end`` of a text; ``repaired`` is what should stand there."""

    start: int
    end: int
    kind: Kind
    repaired: str | None


_TAGS = (
    "a|abbr|address|article|aside|audio|b|big|blockquote|body|br|button|caption|center|cite|"
    "code|col|dd|del|details|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|"
    "frame|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|"
    "mark|meta|nav|noscript|object|ol|option|p|param|picture|pre|q|ref|samp|script|section|"
    "select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|"
    "textarea|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|wbr"
)
_VALUE = r"""\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[“”„«»][^“”„«»<>]*[“”„«»]|[^\s"'<>]+)"""
_TAG = late(
    rf"""
      <\ ?/?\ ?(?:{_TAGS}|(?-i:bpt|bx|ept|ex|g|it|mrk|ph|x))(?:\s+[\w:.-]+(?:{_VALUE}))*\s*/?\ ?>
    | <\ ?/\ ?[a-z][\w:-]*\ ?> | <[a-z][\w:-]*(?:\s+[\w:.-]+{_VALUE})+\s*/?> | <[a-z]+\ ?/>
    | </?\d{{1,3}}/?> | <!--[^\n]*?-->
    | <!DOCTYPE[^<>]*> | <!\[CDATA\[ | \]\]> | <\?(?:xml|php)\b[^>]*>?
    | <%=?[^%\n]*%>
    | &(?:amp;)*lt;/?(?:{_TAGS})(?:\s[^&\n]{{0,100}})?/?&(?:amp;)*gt;
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENTITY = late(
    r"&\ ?(?:amp\ ?;\ ?)*\ ?(?:\#\ ?\d{2,6}|\#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]\w{1,30})\ ?;"
    r"|&(?:nbsp|quot|apos|amp|lt|gt|laquo|raquo|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip|\#39)"
    r"(?![\w;=])"
)
_FORMAT = late(
    r"""
      \[/(?:b|i|u|s|url|img|quote|code|color|size|list|center|youtube|spoiler|caption|gallery)\]
    | \[(?:b|i|u|s|url|img|quote|code|color|size|list|center|youtube|spoiler)\](?=[^\n]*?\[/)
    | \[(?:url|img|quote|color|size|list|font|email)=[^\]\n]{1,200}\]
    | \[(?:caption|gallery|embed|video|audio|vc_\w+|su_\w+|et_pb_\w+)(?:\s+[\w-]+=[^\]\n]*)\]
    | !?\[(?P<label>[^\[\]\n]*)\]\ ?\((?:https?://|/|\#|mailto:|www\.)[^()\s]*\)
    | \[\[(?:[^\[\]|\n]*\|)?(?P<page>[^\[\]|\n]+)\]\]
    """,
    re.VERBOSE,
)
_PLACEHOLDER = late(
    r"""
      \{\{\{?[^{}\n]*\}?\}\} | \{%[^{}\n]*%\} | \{\#[^{}\n]*\#\} | [$\#]\{[\w.\[\]()-]+\}
    | \{\d{1,2}(?::[^{}\s]*)?\} | \{[a-zA-Z_][\w.]{2,}\}
    | \{\w+,\ ?(?:plural|select|number|date)\b[^\n]*\}
    | %\(\w+\)[sdifr] | %\d\$[sd@] | (?<![\w%])(?<!\d\ )%(?:ld|lld|\.\d[f]|[sdi@])(?!\w)
    | %%?[A-Za-z_]{3,}%%? | \[%[\w\ ]+%\] | \[[A-Z]+_[A-Z_]+\] | (?<!\w)\$[a-z_]+_\w+(?!\w)
    """,
    re.VERBOSE,
)
_STYLES = (
    "font-size|font-family|font-weight|font-style|margin(?:-\\w+)?|padding(?:-\\w+)?|text-align|"
    "text-decoration|background(?:-color)?|line-height|border(?:-\\w+)?|display|position|width|"
    "height|color|float|z-index|overflow"
)
_STYLE_VALUE = (
    r"(?:\#[0-9a-fA-F]{3,8}|-?[\d.]+(?:px|r?em|%|pt|v[hw])?(?:\ -?[\d.]+(?:px|r?em|%)?)*|[a-z-]+|"
    r"rgba?\([^()]*\))(?:\ ?!important)?"
)
_CODE = late(
    rf"""
      (?:(?:@\w+[^{{}}\n]{{0,40}}|[.\#][a-zA-Z][\w-]*(?:[\ ,.:>\#]+[\w-]+){{0,3}}
        |(?<![\w-])(?:body|html|p|a|div|span|h[1-6]|img|ul|li|table)(?:[.\#:][\w-]+)?)\s*)?
        \{{\s*(?:[a-z-]+\s*:\s*[^{{}}:;"\n]+;\s*)+(?:[a-z-]+\s*:\s*[^{{}}:;"\n]+)?\}}
    | (?<![\w-])(?:(?:{_STYLES})\s*:\s*{_STYLE_VALUE};\s*){{2,}}
    | (?<![\w-])(?:{_STYLES})\s*:\s*(?:\#[0-9a-fA-F]{{3,8}}|-?[\d.]+(?:px|r?em|%))\s*;
    | \(?function\s*\w*\s*\([\w,\ ]*\)\s*(?:\{{[^{{}}\n]*\}}|\{{[^\n]*)
    | \([\w,\ ]*\)\s*=>\s*(?:\{{[^{{}}\n]*\}}|\{{[^\n]*)
    | (?<!\w)(?:window|document|console|googletag|jQuery)\.\w+[^;\n]{{0,200}}[;)]
    | (?<!\w)\$\(["'][^"'\n]*["']\)[^;\n]*;? | (?<!\w)(?:var|let|const)\ \w+\ ?=[^;\n]*;
    | \{{\s*["“]\w[\w\ -]*["”]\s*:\s*(?:["“\[{{\d-]|true|false|null)[^\n]*?(?:\}}\]?|\Z)
    | (?:(?<!\w)"[a-z_]+\w*"\s?:\s?(?:"[^"\n]*"|[\d.]+|true|false|null),?\s?){{2,}}
    """,
    re.VERBOSE,
)
_ESCAPE = late(
    r"""
      (?:\\u[0-9a-fA-F]{4})+ | (?:\\x[0-9a-fA-F]{2})+ | \\u\{[0-9a-fA-F]{2,6}\}
    | \\U000[0-9a-fA-F]{5}
    | (?:\\r)?\\[nt](?=[A-ZÀ-Þ\s"“„«\\\d–—-]|[^\x00-\x7f]|\Z)
    | (?<=[.,;:!?…»”"\s])\\[nrt](?=\W|[A-Z]|\Z)
    | (?<=[^\W\d_])\\n(?=[^\W\d_]) | \\["'“”’] | (?<=<)\\/ | \\/(?=/)
    """,
    re.VERBOSE,
)
_ENCODED = late(r"(?:%[0-9A-Fa-f]{2}){2,}|(?<=[^\W\d_])%[0-9A-Fa-f]{2}(?=[^\W_]|\W|\Z)")
NEEDED = re.compile(r"[<&\[{%\\$;]|\"\s?:|\]\]>")
_ADDRESS = re.compile(r"://|www\.|\?\w+=|\w@\w|\.\w{2,4}/")
_SIMPLE = {"n": "\n", "r": "", "t": " "}


def markup(text: str) -> list[Markup]:
    """Return the pieces of markup in ``text``, in order and apart from each other.

    >>> [piece[:2] for piece in markup("Fish &amp; <b>chips</b>")]
    [(5, 10), (11, 14), (19, 23)]
    """
    if not NEEDED.search(text):
        return []
    pieces: list[Markup] = []
    taken: set[int] = set()
    for found in _candidates(text):
        places = range(found.start, found.end)
        if taken.isdisjoint(places):
            pieces.append(found)
            taken.update(places)
    return sorted(pieces)


def _candidates(text: str) -> Iterator[Markup]:
    """Yield what could be markup, the larger kinds first: code holds placeholders and tags."""
    if "{" in text or ":" in text or ";" in text:
        yield from (Markup(*m.span(), Kind.CODE, None) for m in _CODE.finditer(text) if m[0])
    if "<" in text or "]]>" in text or "lt;" in text:
        yield from (Markup(*m.span(), Kind.TAG, "") for m in _TAG.finditer(text))
    if "[" in text:
        for match in _FORMAT.finditer(text):
            label = match["label"] or match["page"] or ""
            yield Markup(*match.span(), Kind.FORMAT, label)
    if "{" in text or "%" in text or "[" in text or "$" in text:
        yield from _placeholders(text)
    if "&" in text:
        yield from _entities(text)
    if "\\" in text:
        yield from (
            Markup(*m.span(), Kind.ESCAPE, _unescaped(m[0])) for m in _ESCAPE.finditer(text)
        )
    if "%" in text:
        yield from _encoded(text)


def _placeholders(text: str) -> Iterator[Markup]:
    for match in _PLACEHOLDER.finditer(text):
        if not _in_address(text, match.start(), match.end()):
            yield Markup(*match.span(), Kind.PLACEHOLDER, None)


def _entities(text: str) -> Iterator[Markup]:
    for match in _ENTITY.finditer(text):
        plain = match[0].replace(" ", "")
        plain = plain if plain.endswith(";") else f"{plain};"
        character = _resolved(plain)
        if character != plain and not _in_address(text, match.start(), match.end()):
            yield Markup(*match.span(), Kind.ENTITY, character)


def _resolved(entity: str) -> str:
    """Return what an entity stands for, however often it was escaped."""
    for _ in range(5):
        decoded = html.unescape(entity)
        if decoded == entity:
            break
        entity = decoded
    return entity


def _encoded(text: str) -> Iterator[Markup]:
    for match in _ENCODED.finditer(text):
        decoded = unquote(match[0], errors="replace")
        if "\ufffd" not in decoded and not _in_address(text, match.start(), match.end()):
            yield Markup(*match.span(), Kind.ENCODED, decoded)


def _in_address(text: str, start: int, end: int) -> bool:
    """Say whether the stretch stands in a web or e-mail address, where it belongs."""
    begin = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    stop = text.find(" ", end)
    token = text[begin : stop if stop >= 0 else len(text)]
    return _ADDRESS.search(token) is not None and not token.startswith(("<", "&", "{"))


def _unescaped(escape: str) -> str:
    if escape[1] in _SIMPLE:
        return " "
    if escape[1] in "ux" and "{" not in escape:
        try:
            return _joined(escape)
        except (ValueError, UnicodeError):
            return ""
    if escape[1] in "uU":
        point = int(escape[2:].strip("{}"), 16)
        return chr(point) if point < 0x110000 else ""
    return escape[1:]


def _joined(escape: str) -> str:
    """Return the characters of a run of escapes; two halves of one character come together."""
    if escape[1] == "x":
        data = bytes.fromhex(escape.replace("\\x", ""))
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return data.decode("latin-1")
    text: str = json.loads(f'"{escape}"')
    return text.encode("utf-16", "surrogatepass").decode("utf-16")
