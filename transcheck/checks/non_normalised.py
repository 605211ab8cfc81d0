"""non-normalised: letters in an outdated or taken-apart form: "e" with a loose accent, "ﬁ"."""

import re
import unicodedata
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.mixed_script import mixed_script
from transcheck.checks.mojibake import mojibake
from transcheck.checks.precedence import unless
from transcheck.checks.sides import Fault, each_side
from transcheck.languages import find
from transcheck.model import Segment, Severity, Span

# A letter with loose marks, Korean in its parts, letters with a compatibility form, and
# characters that Unicode keeps only for old data: ohm, kelvin, angstrom, Greek with oxia.
_LOOSE = "[^\\W\\d_][\u0300-\u036f]+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
_FORMS = (
    "[\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc\u01c4-\u01cc]+"
)
_WIDE = "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+"
_OLD = (
    "[\u212a\u212b\u1f71\u1f73\u1f75\u1f77\u1f79\u1f7b\u1f7d\u0340\u0341\u0343\u0374\u037e\u0387]"
)
_FANCY = "[\U0001d400-\U0001d7ff]{2,}"
_FOUND = re.compile(f"{_LOOSE}|{_FORMS}|{_WIDE}|{_OLD}|{_FANCY}")
# One quick look at sound text: none of these, nothing to find.
_RARE = re.compile(
    "[\u01c4-\u01cc\u0300-\u036f\u0374\u037e\u0387\u1100-\u1112\u1f71-\u1f7d\u212a\u212b"
    "\ufb00-\ufb17\ufb50-\ufdc7\ufe70-\ufefc\uff10-\uff5a\U0001d400-\U0001d7ff]"
)
_EAST_ASIAN = frozenset({"Jpan", "Hans", "Hant", "Kore"})


def _rule(segment: Segment, _context: Context) -> Iterator[Fault]:
    text = segment.text
    if text.isascii() or not _RARE.search(text):
        return
    for match in _FOUND.finditer(text):
        fixed = _normal(match[0], find(segment.lang).script)
        if fixed != match[0]:
            yield Fault(
                span=Span(start=match.start(), end=match.end()),
                message=f"“{match[0]}” is not written with the usual characters of “{fixed}”, so "
                "that search and spelling miss it",
                suggestion=fixed,
                certain=True,
            )


def _normal(found: str, script: str) -> str:
    """Return the usual form: the composed one, or the plain letters of a compatibility form.

    Wide letters are at home beside Chinese, Japanese and Korean, and the Arabic forms in ornament.
    """
    composed = unicodedata.normalize("NFC", found)
    if composed != found:
        return composed
    if "\uff10" <= found[0] <= "\uff5a":
        return found if script in _EAST_ASIAN else unicodedata.normalize("NFKC", found)
    if "\u0300" <= found[-1] <= "\u036f":
        return found
    return unicodedata.normalize("NFKC", found)


non_normalised = unless(_rule, mojibake, mixed_script)

NON_NORMALISED = Check(
    id="TC217",
    name="non-normalised",
    summary="A letter is written in parts or in an outdated form, such as “e” and a loose accent.",
    rationale=(
        "The same letter can be one character or a base letter with a loose accent; files from "
        "some systems and text from PDFs have the second form, ligatures such as “ﬁ”, or wide "
        "Latin letters. They look right or nearly right, but search, spelling and translation "
        "memories do not find them. The same holds for letters of mathematics used as a font. "
        "Sequences that have no composed form, those of Hindi and "
        "Hebrew, and wide letters in Chinese, Japanese and Korean text are left alone."
    ),
    severity=Severity.NOTE,
    run=each_side(non_normalised),
    hint=_RARE,
    examples=(
        Example(text="The cafe\u0301 is closed.", flags=("e\u0301",), suggestion="é"),
        Example(text="Der Bu\u0308rgermeister", lang="de", flags=("u\u0308",), suggestion="ü"),
        Example(text="The \ufb01nal of\ufb01ce", flags=("\ufb01", "\ufb01"), suggestion="fi"),
        Example(text="Ｌｉｓｂｏｎ is the capital.", flags=("Ｌｉｓｂｏｎ",), suggestion="Lisbon"),
        Example(text="가\u1100\u1161나", lang="ko", flags=("\u1100\u1161",), suggestion="가"),
        Example(text="The café in Żółw, Việt Nam and Àlex", why="composed letters"),
        Example(text="बड़ा लड़का क़लम", lang="hi", why="the nukta has no composed form"),
        Example(text="m\u0308 and x\u0304 are means.", why="no composed form exists"),
        Example(text="ＮＨＫは２０２４年", lang="ja", why="wide letters in Japanese"),
    ),
)
