"""Read plain text: bytes to characters, strictly, or a clear word on why not.

UTF-8 is expected. Nothing is guessed and nothing replaced: a wrong guess would make garbled text
out of sound copy, and the report would blame the translator. What the bytes look like is only
said. The text is taken as it stands and is never read as markup.
"""

import codecs
import difflib
import re
import sys
from encodings.aliases import aliases
from pathlib import Path

from transcheck.errors import ConfigError, InputError
from transcheck.model import LINE_BREAK

# Some 10,000 pages: no article and no localization file, but a wrong file.
LARGEST = 50_000_000

_BOM = "\ufeff"
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document (DOCX, ODT)"),
    (b"\xd0\xcf\x11\xe0", "an old office document (DOC, XLS)"),
    (b"{\\rtf", "a rich text document (RTF)"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
# Beside letters, what typists and publishing systems put into Windows-1252 text.
_TYPOGRAPHIC = frozenset("‘’“”„‚–—…«»‹›•€£§°©®™¿¡·ªº½¼¾\xa0\xad")

_SAMPLE, _GLANCE = 1_000_000, 1_000


def read(path: str, *, encoding: str | None = None) -> str:
    """Return the text of the file ``path`` ("-" is standard input), without byte order mark.

    Raises:
        InputError: there is no such text, or it is not in this encoding (UTF-8 unless said).
        ConfigError: there is no such encoding.
    """
    return decode(content(path), "<stdin>" if path == "-" else path, encoding)


def content(path: str) -> bytes:
    """Return the bytes of the file ``path`` ("-" is standard input).

    Raises:
        InputError: there is no such file, or it cannot be read.
    """
    if path == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    try:
        with Path(path).open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file", hint=_neighbour(Path(path))) from None
    except IsADirectoryError:
        raise InputError(f"{path}: is a folder", hint="name a text file in it") from None
    except PermissionError:
        raise InputError(
            f"{path}: no permission to read it", hint="ask its owner, or copy it to your folder"
        ) from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from None


def decode(data: bytes, path: str, encoding: str | None) -> str:
    """Return ``data``, which came from ``path``, as text without byte order mark.

    Raises:
        InputError: the data are no text, or not in this encoding (UTF-8 unless said).
        ConfigError: there is no such encoding.
    """
    if len(data) > LARGEST:
        raise InputError(
            f"{path}: larger than {LARGEST // 1_000_000} MB, more than is read of a text",
            hint="check the name, or split it into several files",
        )
    kind = next((name for magic, name in _KINDS if data.startswith(magic)), None)
    if kind:
        raise InputError(f"{path}: looks like {kind}, not plain text", hint="save it as plain text")
    text = _decoded(data, path, encoding) if encoding else _utf8(data, path)
    text = text.removeprefix(_BOM)
    if not text.strip():
        raise InputError(f"{path}: is empty" if not text else f"{path}: holds only white space")
    return text


def declared(path: str, data: bytes, name: str) -> str | None:
    """Return the encoding of this name, which a file says of itself; None for UTF-8.

    Raises:
        InputError: there is no such encoding, or the file is in UTF-8 all the same: letters of
            another encoding hardly ever happen to be UTF-8.
    """
    if name.upper() in {"UTF-8", "UTF8", "ASCII", "US-ASCII"}:
        return None
    try:
        "a".encode(name)
    except (LookupError, UnicodeError):
        raise InputError(f"{path}: names an unknown encoding for itself, {name}") from None
    if not data.isascii() and _is_utf8(data):
        raise InputError(
            f"{path}: says that it is in {name}, and is in UTF-8", hint="let it say UTF-8"
        )
    return name


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _neighbour(path: Path) -> str:
    folder = path.parent
    if not folder.is_dir():
        return f"the folder {folder} does not exist either"
    try:
        names = [entry.name for entry in folder.iterdir() if entry.is_file()]
    except OSError:
        return ""
    close = difflib.get_close_matches(path.name, names, n=1, cutoff=0.7)
    return f"did you mean {folder / close[0]}?" if close else "check the name and the folder"


def _decoded(data: bytes, path: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        raise ConfigError(
            f"unknown encoding {encoding!r}", hint=_nearest_encoding(encoding)
        ) from None
    except UnicodeError as error:
        reason = str(error)
        if isinstance(error, UnicodeDecodeError):
            reason = f"{error.reason} at byte offset {error.start}"
        raise InputError(
            f"{path}: is not valid {encoding}: {reason}",
            hint="leave --encoding out for UTF-8, or name another encoding",
        ) from None


def _nearest_encoding(encoding: str) -> str:
    names = sorted({*aliases, *aliases.values()})
    wanted = encoding.lower().replace("-", "_")
    close = difflib.get_close_matches(wanted, names, n=1, cutoff=0.6)
    if close:
        return f"did you mean {close[0].replace('_', '-')}?"
    return "for example utf-8, utf-16, windows-1252, windows-1251, gb18030, shift-jis"


def _utf8(data: bytes, path: str) -> str:
    other = _wide_encoding(data)
    if other:
        raise InputError(
            f"{path}: looks like {other.upper()}, not UTF-8", hint=f"add --encoding {other}"
        )
    if b"\x00" in data or len(_CONTROL.findall(data[:_SAMPLE])) > len(data[:_SAMPLE]) / 10:
        raise InputError(
            f"{path}: holds binary data, not text", hint="name a plain text file in UTF-8"
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line = sum(1 for _ in LINE_BREAK.finditer(before)) + 1
        raise InputError(
            f"{path}: is not valid UTF-8: byte 0x{data[error.start]:02x} "
            f"at byte offset {error.start}, line {line}",
            hint=_likely(data[:_SAMPLE]),
        ) from None


def _wide_encoding(data: bytes) -> str | None:
    """Return the name of the 16- or 32-bit encoding that the data seem to be in, or None."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    sample = data[: 4 * _GLANCE]
    zero = [sample[place::4].count(0) / max(1, len(sample) // 4) for place in range(4)]
    if min(zero[2:]) > 0.9 and zero[0] < 0.5:
        return "utf-32-le"
    if min(zero[:2]) > 0.9 and zero[3] < 0.5:
        return "utf-32-be"
    # White space and digits stand in any text, and their other byte is zero, on one side only.
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    for name, here, there in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if here > len(sample) / 200 and not there and _is_printable(sample, name):
            return name
    return None


def _is_printable(data: bytes, encoding: str) -> bool:
    if len(data) % 2:
        return False
    text = data.decode(encoding, errors="replace")
    printable = sum(character.isprintable() or character.isspace() for character in text)
    return printable > 0.95 * len(text)


def _likely(data: bytes) -> str:
    """Say what text that is not UTF-8 probably is."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if sum(character > "\x7f" for character in text) - broken > broken:
        return "most of it is UTF-8, so the file is damaged there: repair or remove that byte"
    high = b"".join(_HIGH.findall(data))
    if len(high) < 0.3 * len(data) and _is_western(high):
        return "it looks like Windows-1252 or Latin-1: add --encoding windows-1252"
    return (
        "name its encoding, such as --encoding windows-1252 (Western), windows-1250 (Central "
        "European), windows-1251 (Cyrillic), gb18030 (Chinese) or shift-jis (Japanese)"
    )


def _is_western(high: bytes) -> bool:
    try:
        characters = high.decode("windows-1252")
    except UnicodeDecodeError:
        return False
    plausible = sum(one.isalpha() or one in _TYPOGRAPHIC for one in characters)
    return plausible > 0.95 * len(characters)
