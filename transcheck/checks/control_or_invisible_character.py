"""control-or-invisible-character: characters that no reader sees, where no script needs them."""

import re
import unicodedata
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.mojibake import mojibake
from transcheck.checks.precedence import unless
from transcheck.checks.sides import Fault, each_side
from transcheck.model import Segment, Severity, Span
from transcheck.text.characters import after, before, named
from transcheck.text.late import late

# A terminal's colours; control characters but tab and line ends; soft hyphen, joiners and fillers;
# zero-width characters, marks of direction, separators and embeddings; word joiner, isolates,
# selectors and byte order mark; interlinear marks and noncharacters; surrogates and private use;
# musical marks, tags, more selectors and private use.
_INVISIBLE = re.compile(
    "\x1b\\[[0-9;?]*[A-Za-z]|["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u00ad\u034f\u061c\u3164\uffa0"
    "\u180b-\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    "\ud800-\udfff\ue000-\uf8ff"
    "\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
_RIGHT_TO_LEFT = late("[\u0590-\u05ff\u0620-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
# Scripts whose letters are shaped or parted by the zero-width joiners: Arabic and Syriac, those
# of India and Sri Lanka, Tibetan, Myanmar, Khmer and Mongolian.
_JOINING = late("[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]")
# Scripts that part words by a space that nobody sees, and lines there: Thai to Tibetan, Khmer.
_PARTING = re.compile("[\u0e00-\u109f\u1780-\u17ff]")
_JOINERS = frozenset("\u200c\u200d")
_MARKS = frozenset("\u200e\u200f\u061c")
_OPEN, _CLOSE = frozenset("\u202a\u202b\u2066\u2067\u2068"), frozenset("\u202c\u2069")
_KEYS = frozenset("#*0123456789‼⁉〰〽©®")
_HAN = late("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_BREAKS = frozenset("\x0b\x0c\x85\u2028\u2029")
_NAMES = {"\x00": "NULL", "\x1b": "ESCAPE", "\x7f": "DELETE", "\ufeff": "BYTE ORDER MARK"}


def _rule(segment: Segment, _context: Context) -> Iterator[Fault]:
    text = segment.text
    if (text.isascii() and text.isprintable()) or not _INVISIBLE.search(text):
        return
    start = end = -1
    for match in _INVISIBLE.finditer(text):
        if _is_needed(text, match.start()):
            continue
        if match.start() != end:
            yield from _fault(text, start, end)
            start = match.start()
        end = match.end()
    yield from _fault(text, start, end)


def _fault(text: str, start: int, end: int) -> Iterator[Fault]:
    if start < 0:
        return
    found = text[start:end]
    several = f" and {len(found) - 1} more" if len(found) > 1 else ""
    yield Fault(
        span=Span(start=start, end=end),
        message=f"an invisible character, {_name(found[0])}{several}, breaks search and layout",
        suggestion=_repair(text, start, end),
        certain=not _is_ambiguous(text, start, end),
    )


def _name(character: str) -> str:
    name = _NAMES.get(character) or unicodedata.name(character, "")
    kind = "private use" if unicodedata.category(character) == "Co" else "control character"
    return f"{named(character)} {name or kind}".lower().replace("u+", "U+")


def _repair(text: str, start: int, end: int) -> str:
    """Return what should stand there: nothing, a space for a break, or a Windows character."""
    found = text[start:end]
    beside = before(text, start) + after(text, end)
    apart = len(beside) == 2 and not any(map(str.isspace, beside))
    if found == "\x85" and not apart:
        return "…"
    if not _BREAKS.isdisjoint(found):
        return " " if apart else ""
    windows = [_windows(character) for character in found]
    return "".join(windows)


def _is_ambiguous(text: str, start: int, end: int) -> bool:
    """Say whether a break, or what would be a letter, stands between two letters.

    A word may have been broken there, and its character lost.
    """
    inside = before(text, start).isalpha() and after(text, end).isalpha()
    return inside and any(one in _BREAKS or _windows(one).isalpha() for one in text[start:end])


def _windows(character: str) -> str:
    """Return what Windows-1252 has in the place of a C1 control, which was then read as Latin-1."""
    if not "\x80" <= character <= "\x9f":
        return ""
    return character.encode("latin-1").decode("cp1252", "ignore")


def _is_needed(text: str, index: int) -> bool:
    """Say whether the script or the emoji around a character needs it."""
    character, previous, following = text[index], before(text, index), after(text, index + 1)
    if character in _JOINERS:
        return bool(_JOINING.match(previous)) or _joins_emoji(previous, following)
    if character == "\u200b":
        return bool(_PARTING.match(previous) or _PARTING.match(following))
    if character in _MARKS or character in _OPEN or character in _CLOSE:
        balanced = character in _MARKS or _is_balanced(text)
        return balanced and _RIGHT_TO_LEFT.search(text) is not None
    return previous != "" and _selects_variant(character, previous)


def _selects_variant(character: str, previous: str) -> bool:
    """Say whether a character chooses the form of an emoji, a flag or a letter before it."""
    if "\ufe00" <= character <= "\ufe0f":
        return previous in _KEYS or _takes_variants(previous)
    if "\U000e0020" <= character <= "\U000e007f":
        return previous == "\U0001f3f4" or "\U000e0020" <= previous <= "\U000e007e"
    if "\U000e0100" <= character <= "\U000e01ef":
        return bool(_HAN.match(previous))
    return "\u180b" <= character <= "\u180e" and "\u1800" <= previous <= "\u18af"


def _joins_emoji(previous: str, following: str) -> bool:
    return all(one and (one == "\ufe0f" or unicodedata.category(one) in ("So", "Sk"))
               for one in (previous, following))  # fmt: skip


def _takes_variants(character: str) -> bool:
    return unicodedata.category(character) in ("So", "Sm", "Sk") or bool(_HAN.match(character))


def _is_balanced(text: str) -> bool:
    return sum(map(text.count, _OPEN)) == sum(map(text.count, _CLOSE))


control_or_invisible_character = unless(_rule, mojibake)

CONTROL_OR_INVISIBLE_CHARACTER = Check(
    id="TC211",
    name="control-or-invisible-character",
    summary="A control character or an invisible character stands in the text.",
    rationale=(
        "Zero-width spaces, byte order marks, soft hyphens, direction overrides and control "
        "characters come along with copied text and from translation engines. No reader sees "
        "them, but search, spelling and layout break on them, and overrides can turn words "
        "around. Joiners in Arabic and Indic scripts and in emoji, direction marks in text "
        "written from right to left, and no-break spaces are left alone."
    ),
    severity=Severity.WARNING,
    run=each_side(control_or_invisible_character),
    hint=_INVISIBLE,
    examples=(
        Example(
            text="The mini\u200bster resigned.",
            flags=("\u200b",),
            suggestion="",
            why="a zero-width space",
        ),
        Example(text="\ufeffDer Rat tagt.", lang="de", flags=("\ufeff",), suggestion=""),
        Example(text="Die Bundes\u00adregierung", lang="de", flags=("\u00ad",), suggestion=""),
        Example(text="Pay \u202e0001\u202c euros", flags=("\u202e", "\u202c"), suggestion=""),
        Example(text="It\u0092s late.", flags=("\u0092",), suggestion="’"),
        Example(text="One line\u2028another line", flags=("\u2028",), suggestion=" "),
        Example(text="می\u200cروم", lang="ar", why="Persian parts the stem from the prefix"),
        Example(text="क्\u200dष और श्र\u200dी", lang="hi", why="a joiner shapes the letter"),
        Example(text="The 👩\u200d🚀 and the ❤\ufe0f and 1\ufe0f\u20e3", why="emoji sequences"),
        Example(text="قال \u200fJohn\u200f إنه سيعود.", lang="ar", why="marks of direction"),
        Example(text="«\u00a0Oui\u00a0», dit-il à 10\u202fh.", lang="fr", why="no-break spaces"),
    ),
)
