"""Read the lines of gettext PO and POT files as entries, each text at its exact place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from transcheck.errors import InputError
from transcheck.formats import plain
from transcheck.formats.located import Located, joined, unescaped
from transcheck.model import LINE_BREAK

_STRING = re.compile(
    r"[ \t]*+(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,3}\])?)[ \t]*+)?"
    r'"((?:[^"\\]++|\\.)*+)"[ \t]*+$'
)
_OBSOLETE = re.compile(r"#~[ \t]*+")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|[0-7]{1,3}|.)")
_CHARSET = re.compile(rb'charset=([^\s\\";]+)')
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
# A finding that ``--write-notes`` left; "transcheck: allow NAME" is a translator's.
OUR_NOTE = re.compile(r"#[ \t]*transcheck:[ \t]*[a-z][a-z0-9-]*:(?!\S)")
# Placeholders of a template that nobody has filled in.
_UNSET = "CHARSET"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry as it stands: its texts, comments and flags.

    ``line`` is where its ``msgid`` or ``msgctxt`` stands, and ``top`` where its comments begin.
    ``targets`` has one text, or one for each plural form. ``comments`` are those of translators
    and those extracted from the program, without the notes that transcheck wrote.
    """

    top: int
    line: int
    context: Located | None
    source: Located
    plural: Located | None
    targets: tuple[Located, ...]
    flags: tuple[str, ...]
    comments: tuple[str, ...]
    obsolete: bool


@dataclass(slots=True)
class _Open:
    """An entry while its lines are read."""

    top: int
    line: int = 0
    texts: dict[str, list[Located]] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    obsolete: bool = False
    last: str = ""

    def closed(self, path: str) -> Entry:
        texts = {name: joined(parts) for name, parts in self.texts.items()}
        if "msgid" not in texts:
            raise InputError(f"{path}:{self.line}: an entry without msgid")
        return Entry(
            top=self.top,
            line=self.line,
            context=texts.get("msgctxt"),
            source=texts["msgid"],
            plural=texts.get("msgid_plural"),
            targets=tuple(text for name, text in texts.items() if name.startswith("msgstr")),
            flags=tuple(self.flags),
            comments=tuple(self.comments),
            obsolete=self.obsolete,
        )


def encoding(path: str, data: bytes) -> str | None:
    """Return the encoding that the header of a PO file names, None for UTF-8.

    Raises:
        InputError: there is no such encoding.
    """
    found = _CHARSET.search(data, 0, 10_000)
    charset = found[1].decode("latin-1") if found else _UNSET
    return None if charset == _UNSET else plain.declared(path, data, charset)


def decoded(path: str, data: bytes) -> str:
    """Return the text of a PO file in the encoding that its header names.

    Raises:
        InputError: the header names an unknown encoding, or the file is not in it.
    """
    return plain.decode(data, path, encoding(path, data))


def entries(path: str, text: str) -> Iterator[Entry]:
    """Yield the entries of a PO file in order, the header as the first.

    Raises:
        InputError: a line is not of a PO file.
    """
    now = _Open(top=1)
    for number, line in enumerate(LINE_BREAK.split(text), start=1):
        if line.startswith("#") and not line.startswith("#~"):
            if now.texts:
                yield now.closed(path)
                now = _Open(top=number)
            _comment(now, line)
        elif line and not line.isspace():
            following = _text(path, now, number, line)
            if following:
                yield now.closed(path)
                now = following
        elif now.texts:
            yield now.closed(path)
            now = _Open(top=number + 1)
    if now.texts:
        yield now.closed(path)


def _comment(now: _Open, line: str) -> None:
    if OUR_NOTE.match(line):
        return
    kind, rest = line[1:2], line[2:].strip()
    if kind == ",":
        now.flags += [flag.strip() for flag in rest.split(",")]
    elif kind == ".":
        now.comments.append(rest)
    elif kind not in ":|":
        now.comments.append(line[1:].strip())


def _text(path: str, now: _Open, number: int, line: str) -> _Open | None:
    """Add a line with a string to the entry; return the next one if it begins that."""
    begun = None
    gone = _OBSOLETE.match(line)
    start = gone.end() if gone else 0
    if gone and line.startswith(("|", "#"), start):
        return None  # what the source was before it changed, or flags
    match = _STRING.match(line, start)
    if not match:
        raise InputError(
            f"{path}:{number}: not a line of a PO file: {line.strip()[:40]!r}",
            hint="`msgfmt --check` says more of it",
        )
    name = match[1] or now.last
    if not name:
        raise InputError(f"{path}:{number}: a string without msgid or msgstr before it")
    if match[1] and (match[1] in now.texts or (name == "msgctxt" and now.texts)):
        begun = now = _Open(top=number)
    now.line = now.line or number
    now.obsolete = now.obsolete or bool(gone)
    now.last = name
    now.texts.setdefault(name, []).append(_string(match, number))
    return begun


def _string(match: re.Match[str], number: int) -> Located:
    raw, column = match[2], match.start(2) + 1
    if "\\" in raw:
        return unescaped(raw, number, column, _ESCAPE, _meaning)
    return Located(raw, number, column)


def _meaning(escape: str) -> str:
    kind = escape[1]
    if kind == "x" and len(escape) > 2:
        return chr(int(escape[2:], 16))
    if kind.isdecimal() and kind in "01234567":
        return chr(int(escape[1:], 8))
    return _CONTROLS.get(kind, kind)
