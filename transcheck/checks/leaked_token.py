"""leaked-token: a token of a translation engine or language model left in the text: "<unk>"."""

import re
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.sides import Fault, each_side
from transcheck.model import Segment, Severity, Span
from transcheck.text.late import late

_SCRIPTS = (
    "Latn|Cyrl|Arab|Hans|Hant|Hani|Deva|Grek|Jpan|Hang|Kore|Thai|Hebr|Beng|Taml|Telu|Gujr|Guru|"
    "Knda|Mlym|Orya|Sinh|Ethi|Geor|Armn|Khmr|Laoo|Mymr|Tibt|Tfng|Olck"
)
_SPECIAL = "unk|pad|mask|bos|eos|sep|cls|eod|eop|eot|blank|nl|sos|oov|null_1"
_ROLES = "PERSON|NAME|EMAIL|URL|NUM|NUMBER|DATE|PHONE|LOCATION|ORG|ENTITY_?\\d*|PH_?\\d*"
_TOKEN = late(
    rf"""
      </?\ ?(?i:{_SPECIAL})\ ?/?> | </?s> | </?w>
    | <(?:extra_id_|unused|special_|reserved_?)\d+> | <0x[0-9A-Fa-f]{{2}}> | <2[a-z]{{2,3}}>
    | <\|(?:[a-z]+_[a-z_]+|endoftext|system|user|assistant|end|[a-z]{{2,3}}|\d[\d.]*)\|>
    | <\uff5c[^<>\s]{{1,40}}\uff5c>
    | </?(?:start|end)_of_\w{{2,12}}> | </?think> | <</?SYS>>
    | <(?:{_ROLES})>
    | [⟨〈‹]\ ?(?:unk|UNK|s|/s|pad|eos|bos)\ ?[⟩〉›]
    | \[/?(?:MASK|UNK|CLS|SEP|PAD|BOS|EOS|INST|unk|unused\d+|gMASK|sMASK)\]
    | \u2047 | [\uffed\uffe8] | [⦅\uff5f][^⦅⦆\s]{{0,40}}[⦆\uff60]
    | (?<!\w)__(?:[a-z]{{2,3}}(?:_[A-Z][a-z]{{3}})?|[A-Z]{{1,12}}_?\d*|\d{{1,3}})__(?!\w)
    | (?<!\w)__label__\w+
    | >>[a-z]{{2,3}}(?:_[A-Za-z]{{2,8}})?<<
    | (?<![\w-])[a-z]{{3}}_(?:{_SCRIPTS})(?!\w)
    | (?<!\w)[a-z]{{2}}_XX(?!\w) | \A[a-z]{{2}}_[A-Z]{{2}}(?=\ ) | (?<=\ )[a-z]{{2}}_[A-Z]{{2}}\Z
    | (?<!\w)XX_?\d+_?XX(?!\w) | (?<!\w)PLACEHOLDER_?\d*(?!\w) | (?<!\w)PH_?\d+(?!\w)(?=[^-])
    | ⟦[^⟦⟧\s]{{1,20}}⟧ | @@?PH\d*@@?
    | âĢ[\u0100-\u0143] | (?<=\w)(?:@@\ ?)(?=\w) | (?<=[^\W\d_])@@(?=[\s.,;:!?]|\Z)
    | \ @[-,.:/]@\ | (?<=[^\W_])\ ?\#\#(?=[a-zß-ÿ])
    """,
    re.VERBOSE,
)
# The mark of a word's beginning, and the bytes for a space and a line end in GPT-2's alphabet.
_PIECES = re.compile(r"(?<![▂-█])▁(?![▂-█▁])(?:[^\s▁]*▁(?![▂-█▁]))*|(?<![▂-█▁])▁{2,}(?![▂-█▁])")
_BYTES = re.compile(r"Ġ(?=[A-Z\d\W]|\Z)|(?<=[^\W\d_])Ġ|Ċ+(?=[A-Z\W]|\Z)|(?<=[.!?])Ċ")
_HINT = re.compile("[<[⟨〈‹⟦\u2047\u2581\uffed\uffe8⦅\uff5fĠĊĢ_@#]|>>|XX|PH|PLACEHOLDER")
_GLUE = re.compile(r"@@ ?| ?##")


def leaked_token(segment: Segment, _context: Context) -> Iterator[Fault]:
    """Yield each token that an engine uses inside and that no reader should see."""
    text = segment.text
    if not _HINT.search(text):
        return
    spans = [match.span() for match in _TOKEN.finditer(text)]
    spans += [match.span() for match in _PIECES.finditer(text)]
    spans += [match.span() for match in _BYTES.finditer(text)] if _has_bytes(text) else []
    done = 0
    for start, end in sorted(spans):
        if start < done:
            continue
        done = end
        repair = _repair(text, start, end)
        yield Fault(
            span=Span(start=start, end=end),
            message=f"“{text[start:end].strip()}” is a token of a translation engine, no text",
            suggestion=repair,
            certain=repair is not None,
        )


def _has_bytes(text: str) -> bool:
    """Say whether Ġ and Ċ stand for bytes: in Maltese names small letters follow them."""
    return "Ġ" in text or "Ċ" in text


def _repair(text: str, start: int, end: int) -> str | None:
    token = text[start:end]
    if "▁" in token:
        apart = " ".join(token.split("▁"))
        ahead = apart if text[:start].strip() and not text[start - 1].isspace() else apart.lstrip()
        return ahead if text[end:].strip() and not text[end].isspace() else ahead.rstrip()
    if token.startswith(" @"):
        return token[2]
    if _GLUE.fullmatch(token):
        return ""
    if token == "Ġ":  # noqa: S105
        return " "
    # What the unknown word was, the token does not tell; a name that was masked is lost as well.
    lost = re.search(r"unk|mask|\u2047|PH|XX|NAME|PERSON|PLACE|[⟦⦅\uff5f]|âĢ", token, re.IGNORECASE)
    return None if lost else ""


LEAKED_TOKEN = Check(
    id="TC216",
    name="leaked-token",
    summary="A token of a translation engine was left in the text: “<unk>”, “▁”, “@@”.",
    rationale=(
        "Engines and language models cut text into pieces and mark beginnings, ends, unknown words "
        "and languages with tokens of their own. When decoding goes wrong these marks reach the "
        "reader. None of them is ever part of prose. Where the token replaced a word, the word is "
        "lost and nothing is suggested; other tokens can simply be removed."
    ),
    severity=Severity.ERROR,
    run=each_side(leaked_token),
    hint=_HINT,
    examples=(
        Example(text="The <unk> was closed on Monday.", flags=("<unk>",)),
        Example(text="Der Minister sagte: ⁇ .", lang="de", flags=("⁇",)),
        Example(text="A reunião terminou.</s>", lang="pt", flags=("</s>",), suggestion=""),
        Example(text="fra_Latn Le conseil a voté.", lang="fr", flags=("fra_Latn",)),
        Example(text="Sie kommen aus Göt@@ tingen.", lang="de", flags=("@@ ",), suggestion=""),
        Example(
            text="El▁puerto▁está cerrado.", lang="es", flags=("▁puerto▁",), suggestion=" puerto "
        ),
        Example(text="TheĠharbour was closed.", flags=("Ġ",), suggestion=" "),
        Example(text="He told XX1XX about __PH0__.", flags=("XX1XX", "__PH0__")),
        Example(text="The [SIC] in the quote and the bars ▁▂▃▄ are meant.", why="a chart"),
        Example(text="Ġorġ Borg Olivier was born in Valletta.", why="a Maltese name"),
        Example(
            text="Set LC_ALL and de_DE in your shell; 3 < 5 >> 2.", why="settings of a program"
        ),
        Example(text="It is #1 in Malmö – see @harbour.", lang="sv"),
    ),
)
