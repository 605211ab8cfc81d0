"""mojibake: characters that were written in one encoding and read in another, such as "Ã©"."""

from collections.abc import Iterator

from transcheck import languages
from transcheck.checks.base import Check, Context, Example
from transcheck.checks.precedence import unless
from transcheck.checks.replacement_character import replaced
from transcheck.checks.sides import Fault, each_side
from transcheck.data.alphabets import alphabet
from transcheck.model import Segment, Severity, Span
from transcheck.text.mojibake import Broken, broken, density, may_begin, suspicious

_SCRIPTS = {
    "Arab": "Arabic", "Cyrl": "Cyrillic", "Deva": "Devanagari", "Grek": "Greek", "Hans": "Chinese",
    "Hant": "Chinese", "Jpan": "Japanese", "Kore": "Korean", "Latn": "Latin", "Thai": "Thai",
}  # fmt: skip


# ftfy weighs a whole text: where fewer places are odd, it knows no more than we do.
_STRETCH = 4


def _rule(segment: Segment, _context: Context) -> Iterator[Fault]:
    text = segment.text
    if text.isascii() or not suspicious(text):
        return
    language = languages.find(segment.lang)
    found = broken(text, alphabet(language.tag), _SCRIPTS[language.script])
    for one in found or _second_opinion(text):
        span = Span(start=one.start, end=one.end)
        yield Fault(
            span=span,
            message=f"“{span.of(text)}” is “{one.repaired}”, read in the wrong encoding",
            suggestion=one.repaired,
            certain=True,
        )


def _second_opinion(text: str) -> list[Broken]:
    """Return the one stretch that ftfy repairs, with its reasons, where we see nothing.

    ftfy judges the text as a whole, which finds rarer encodings in long stretches. Its repair of
    quotes, entities and widths is other checks' business and stays out.
    """
    if density(text) < _STRETCH:
        return []
    # The import costs 30 ms, and most texts have nothing that could be broken.
    from ftfy import TextFixerConfig, fix_and_explain
    from ftfy.badness import is_bad

    if not is_bad(text):
        return []
    config = TextFixerConfig(
        unescape_html=False, remove_terminal_escapes=False, fix_latin_ligatures=False,
        fix_character_width=False, uncurl_quotes=False, fix_line_breaks=False,
        remove_control_chars=False, normalization=None, replace_lossy_sequences=False,
    )  # fmt: skip
    fixed, reasons = fix_and_explain(text, config)
    if not reasons or fixed == text or "\ufffd" in fixed:
        return []
    start = next((i for i, pair in enumerate(zip(text, fixed)) if pair[0] != pair[1]), 0)  # noqa: B905
    tail = 0
    while tail < min(len(text), len(fixed)) - start and text[-1 - tail] == fixed[-1 - tail]:
        tail += 1
    repaired = fixed[start : len(fixed) - tail]
    return [Broken(start=start, end=len(text) - tail, repaired=repaired)]


mojibake = unless(_rule, replaced)

MOJIBAKE = Check(
    id="TC209",
    name="mojibake",
    summary="Characters were read in the wrong encoding: “Ã©” where “é” was written.",
    rationale=(
        "Text that is saved as UTF-8 and read as Windows-1252, Windows-1251, Mac Roman or another "
        "old encoding shows two or three odd characters for each letter beyond ASCII, and more if "
        "it happened twice. The check decodes such sequences back and marks those whose result is "
        "plausible, where the characters as they stand are not. Letters such as Ã and Â in the "
        "languages that have them, and marks after capitals (“CAFÉ»”), are left alone."
    ),
    severity=Severity.ERROR,
    run=each_side(mojibake),
    hint=lambda _lang: may_begin,
    examples=(
        Example(
            text="The cafÃ© closes at noon.", flags=("Ã©",), suggestion="é", why="one character"
        ),
        Example(text="Itâ€™s late, the driver said.", flags=("â€™",), suggestion="’"),
        Example(
            text="Die StraÃŸe nach MÃ¼nster ist gesperrt.",
            lang="de",
            flags=("ÃŸ", "Ã¼"),
            suggestion="ß",
        ),
        Example(
            text="Он сказал: Ð¿Ñ€Ð¸Ð²ÐµÑ‚ всем.",
            lang="ru",
            flags=("Ð¿Ñ€Ð¸Ð²ÐµÑ‚",),
            suggestion="привет",
        ),
        Example(
            text="Он сказал: РїСЂРёРІРµС‚ всем.",
            lang="ru",
            flags=("РїСЂРёРІРµС‚",),
            suggestion="привет",
        ),
        Example(
            text="A reuniÃƒÂ£o foi adiada.",
            lang="pt",
            flags=("ÃƒÂ£",),
            suggestion="ã",
            why="broken twice",
        ),
        Example(text="El corresponsal de la ESPAÃ‘A vieja", lang="es", flags=("Ã‘",)),
        Example(
            text="A DECISÃO DE SÃO PAULO: 25 °C, 2ª edição, “AMANHÔ.",
            lang="pt",
            why="capitals with a tilde before a quotation mark",
        ),
        Example(text="Premiera «ROMÂNIA LA 100» în Ţară: „LUMINĂ”", lang="ro"),
        Example(text="Škoda raised its price by £5 to €20,000 at the café «Å»."),
        Example(text="Группа «СССР» и «РФ», раздел В»", lang="ru", why="capitals before a quote"),
        Example(text="Різдво в Рівному: „СІЧ” і «ВІЛ»", lang="uk"),
    ),
)
