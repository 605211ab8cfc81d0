"""A space that is missing between two words: "WashingtonAfter", "inVenezuela", "said,he"."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from transcheck.checks.base import Check, Context, Example, Look
from transcheck.checks.control_or_invisible_character import control_or_invisible_character
from transcheck.checks.leaked_markup import leaked_markup
from transcheck.checks.leaked_token import leaked_token
from transcheck.checks.mojibake import mojibake
from transcheck.checks.precedence import unless
from transcheck.checks.replacement_character import replaced
from transcheck.checks.run_together_evidence import looker, run_together
from transcheck.checks.sentence_starts import OPEN, kind_of
from transcheck.checks.sides import Fault, each_side
from transcheck.checks.wrong_language import wrong_language
from transcheck.data import lexicon
from transcheck.data.frequency import zipf
from transcheck.languages import find
from transcheck.model import Role, Segment, Severity, Span
from transcheck.text.glue import Kind, Seam, may_have_seam, plain_word, seams
from transcheck.text.glue_evidence import is_glued
from transcheck.text.glue_knowledge import Knowledge
from transcheck.text.glue_setting import is_price, is_quoted_name
from transcheck.text.protected import protected, touches
from transcheck.text.words import parts


def glued_words(segment: Segment, context: Context) -> Iterator[Fault]:
    """Yield each token, or group of tokens that overlap, in which a space is missing."""
    language = find(segment.lang)
    if not (language.cased and language.spaced):
        return
    # The words of programs ("subfolder", "Forumlink") are in no list of words.
    together = () if segment.role is Role.STRING else _together(segment.text, language.tag, context)
    found = [*seams(segment.text), *together]
    if not found:
        return
    away = protected(segment.text)
    knowledge = _knowledge(language.tag, context)
    glued = [
        seam
        for seam in found
        if not touches(away, seam.start, seam.end)
        and not _is_vocabulary(seam, context.vocabulary)
        and not is_price(segment.text, seam, knowledge)
        and not is_quoted_name(segment.text, seam)
        and (seam.kind is Kind.SMALL or is_glued(seam, knowledge))
    ]
    for cluster in _clusters(glued):
        yield _fault(segment.text, cluster, language.tag)


def _string_hint(lang: str) -> Look | None:
    language = find(lang)
    return may_have_seam if language.cased and language.spaced else None


def _hint(lang: str) -> Look | None:
    glued = looker(find(lang).tag)

    def look(token: str) -> bool:
        word = plain_word(token)  # as most tokens
        return glued(word) if word else may_have_seam(token) or any(map(glued, token.split()))

    return look if _string_hint(lang) else None


def _together(text: str, lang: str, context: Context) -> Iterator[Seam]:
    for word, cuts in run_together(text, lang, context.words):
        edges = [word.start, *cuts, word.end]
        for begin, cut, end in zip(edges, cuts, edges[2:], strict=False):
            yield Seam(
                kind=Kind.SMALL,
                start=word.start,
                end=word.end,
                cut=cut,
                left=text[begin:cut],
                right=text[cut:end],
                whole=word.text,
            )


def _knowledge(lang: str, context: Context) -> Knowledge:
    return Knowledge(
        lang=lang,
        common=lexicon.common_words(lang),
        function=lexicon.function_words(lang),
        names=lexicon.inner_capitals(),
        prefixes=lexicon.name_prefixes(),
        brand_parts=lexicon.brand_parts(),
        english=lexicon.common_words("en") if lang != "en" else frozenset(),
        english_function=lexicon.function_words("en") if lang != "en" else frozenset(),
        zipf=partial(zipf, lang=lang),
        listed=partial(_listed, lang=lang),
        months=lexicon.months(lang),
        number_endings=lexicon.number_endings(lang),
        counts=context.words,
        addresses=context.addresses,
    )


def _listed(word: str, lang: str) -> float:
    return max(zipf(word, lang), zipf(word, "en"))


def _is_vocabulary(seam: Seam, vocabulary: frozenset[str]) -> bool:
    return bool(vocabulary) and not vocabulary.isdisjoint((seam.whole, *parts(seam.whole)))


def _clusters(glued: list[Seam]) -> list[list[Seam]]:
    """Put the seams of one token, or of tokens that overlap, together: "inNewYork" is one fault."""
    clusters: list[list[Seam]] = []
    end = -1
    for seam in sorted(glued, key=lambda seam: seam.cut):
        if clusters and seam.start < end:
            clusters[-1].append(seam)
        else:
            clusters.append([seam])
        end = max(end, seam.end)
    return clusters


def _is_certain(seam: Seam, lang: str) -> bool:
    """Say whether a space is all that is missing, or what else is missing will still be seen.

    Small letters run together are told by a model, and a rare word can look like two. Before a
    capital a full stop may be lost as well ("mainlandFerry services resumed"), which nothing would
    show any more; ``missing-sentence-end`` sees it before words such as "The" and "After", and
    between two names, or "in" and a name, there is rarely one.
    """
    if seam.kind not in {Kind.CAPITAL, Kind.CAPITALS}:
        return seam.kind is not Kind.SMALL
    left, kind = seam.left.lower(), kind_of(seam.right, lang)
    if kind == "common":
        return left in lexicon.unfinished(lang)
    return kind not in OPEN or seam.left != left or left in lexicon.function_words(lang)


def _fault(text: str, glued: list[Seam], lang: str) -> Fault:
    span = Span(
        start=min(seam.start for seam in glued),
        end=max(seam.end for seam in glued),
    )
    edges = [span.start, *(seam.cut for seam in glued), span.end]
    return Fault(
        span=span,
        message=f"a space is missing in “{span.of(text)}”: {glued[0].kind.value}",
        suggestion=" ".join(text[begin:end] for begin, end in pairwise(edges)),
        certain=all(_is_certain(seam, lang) for seam in glued),
    )


_SOUND = "a name that is written like this"

GLUED_WORDS = Check(
    id="TC201",
    name="glued-words",
    summary="Two words are written together because a space is missing.",
    rationale=(
        "Machine translation and scraped pages lose the space where a dateline, a tag or a line "
        "break stood: “WashingtonAfter the intervention”. Every reader sees it. The check looks at "
        "capitals after small letters, at digits beside letters and at punctuation without a "
        "space. A capital inside a word is sound in names and products, so the check asks the "
        "words themselves: do both halves stand elsewhere in the article, is one a function word "
        "of the language, is the whole a known name or made of pieces that product names are made "
        "of? Names of the user's own vocabulary are never flagged. Words run together in small "
        "letters (“theoil”, “Trumpis”) are told by a small model that sees how frequent the whole "
        "and its halves are, and how many words begin and end like them. A token that stands in "
        "the article in another form as well is a word."
    ),
    severity=Severity.ERROR,
    hint=_hint,
    string_hint=_string_hint,
    run=each_side(
        # Broken characters and leaked machinery leave seams as well, and have names of their own;
        # the words of another language are no words of this one.
        unless(
            glued_words,
            mojibake,
            replaced,
            control_or_invisible_character,
            leaked_markup,
            leaked_token,
            wrong_language,
        )
    ),
    languages="languages that have capitals and write words apart",
    examples=(
        Example(
            text="WashingtonAfter weeks of talks, both sides agreed.",
            flags=("WashingtonAfter",),
            suggestion="Washington After",
        ),
        Example(
            text="The ship left for VenezuelaDonald on Monday.",
            article=("Donald arrived late.", "Venezuela has closed its ports."),
            flags=("VenezuelaDonald",),
            suggestion="Venezuela Donald",
        ),
        Example(text="He moved to NewYork as a child.", flags=("NewYork",), suggestion="New York"),
        Example(
            text="Inflation inVenezuela slowed down.",
            flags=("inVenezuela",),
            suggestion="in Venezuela",
        ),
        Example(text="They met inNewYork.", flags=("inNewYork",), suggestion="in New York"),
        Example(text="“Never,” she said,he left.", flags=("said,he",), suggestion="said, he"),
        Example(
            text="The fire reached the port.After midnight it died down.",
            flags=("port.After",),
            suggestion="port. After",
        ),
        Example(text="The bridge opened in2024.", flags=("in2024",), suggestion="in 2024"),
        Example(
            text="El puente se abrió en 2024en presencia del alcalde.",
            lang="es",
            flags=("2024en",),
            suggestion="2024 en",
        ),
        Example(
            text="Президент прилетел вМоскву утром.",
            lang="ru",
            article=("Дорога в Москву закрыта.",),
            flags=("вМоскву",),
            suggestion="в Москву",
        ),
        Example(
            text="Η κυβέρνηση στηνΑθήνα απάντησε.",
            lang="el",
            flags=("στηνΑθήνα",),
            suggestion="στην Αθήνα",
        ),
        Example(
            text="They talked about theoil and its price.",
            flags=("theoil",),
            suggestion="the oil",
        ),
        Example(
            text="Everyone knows that Trumpis coming.",
            flags=("Trumpis",),
            suggestion="Trump is",
        ),
        Example(
            text="La reunión empezó tarde porque elministro no llegó.",
            lang="es",
            flags=("elministro",),
            suggestion="el ministro",
        ),
        Example(text="Nobody foresaw that NATOThe would grow.", flags=("NATOThe",)),
        Example(
            text="The aftershocks surprised the cinemagoers of Northamptonshire.",
            why="compounds and long names are words of their own",
        ),
        Example(
            text="Der Rapperkollege trug ein Superheldenkostüm aus dem Theaterfundus.",
            lang="de",
            why="compounds are words of their own",
        ),
        Example(text="LeBron James bought an iPhone and sold it on eBay.", why=_SOUND),
        Example(text="McDonald, DeSantis and O'Neill met at FitzGerald's.", why=_SOUND),
        Example(
            text="Die StudentInnen zeigten ihre BahnCard am IJsselmeer.", lang="de", why=_SOUND
        ),
        Example(
            text="The 21st train covers 5km at 3.5 kWh, says Booking.com.",
            why="ordinals, units, decimals and domain names",
        ),
        Example(
            text="See https://example.org/NewPage or write to JohnSmith@example.org.",
            why="addresses are no prose",
        ),
        Example(
            text="The people at GreenBranch are hopeful.",
            article=("GreenBranch was founded here.", "Nobody at GreenBranch would comment."),
            why="a token that comes back in the article is a name",
        ),
        Example(
            text="The user “PlayerOne” read TechNewsWorld, and “[e]veryone” agreed.",
            why="a name in quotation marks or of three parts, and an editor's bracket",
        ),
        Example(
            text="A minifábrica guarda uma receita supersecreta.",
            lang="pt",
            why="beginnings that make new words",
        ),
        Example(
            text="Hay que redimensionarla y después maximizarla.",
            lang="es",
            why="verbs take pronouns at their end",
        ),
        Example(text="She left the £11million deal.", why="a price, as many papers write it"),
        Example(
            text="The people at GreenBranch are hopeful.",
            article=("Write to press@greenbranch.example.org.",),
            why="a token that an address in the article spells is a name",
        ),
    ),
)
