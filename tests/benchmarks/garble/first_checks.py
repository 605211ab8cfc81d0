"""Measure the checks of ``inject_more.py`` on held-out news, and write their figures.

Run: python -m tests.benchmarks.garble.first_checks [CHECK ...]

Recall counts a planted fault as found where a hit overlaps it; ``exact span`` rows count only hits
that mark exactly the planted characters. False alarms are sentences with a hit in the clean texts.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.benchmarks.corpus import FILES, Article, Part, articles
from tests.benchmarks.garble.inject import Damaged, Injector, Place
from tests.benchmarks.garble.inject_more import INJECTORS
from transcheck.checks.base import Check, Context
from transcheck.checks.boilerplate import BOILERPLATE
from transcheck.checks.empty import EMPTY
from transcheck.checks.length_ratio import LENGTH_RATIO
from transcheck.checks.repeated_phrase import REPEATED_PHRASE
from transcheck.checks.untranslated import UNTRANSLATED
from transcheck.model import Hit, Measured, Origin, Pair, Segment, Side
from transcheck.text.words import count_words

MEASURED = Path(__file__).resolve().parents[3] / "transcheck" / "data" / "measured"
CHECKS = (BOILERPLATE, EMPTY, LENGTH_RATIO, REPEATED_PHRASE, UNTRANSLATED)
ONE_SIDED = (BOILERPLATE, REPEATED_PHRASE)
OTHER_PAIRS = (("es", "pt"), ("pt", "es"), ("ca", "es"), ("fr", "de"), ("zh", "ja"), ("ru", "uk"))
# What a reader of the figures must know of the planted faults.
_NOTES = {
    "boilerplate": "; the reading times planted are of common forms that the word lists hold, so "
    "their recall says that matching works, not that the lists are complete",
}
CORPUS = "NTREX-128, articles held out from development (284 sentences a language)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clean:
    """A clean place and what the whole article tells of it."""

    place: Place
    context: Context


def places(lang: str, source_lang: str | None) -> Iterator[Clean]:
    """Yield every held-out sentence, with its source if a source language is given."""
    ours = articles(lang, Part.HELD_OUT)
    theirs: list[Article] | list[None] = (
        articles(source_lang, Part.HELD_OUT) if source_lang else [None] * len(ours)
    )
    for article, original in zip(ours, theirs, strict=True):
        context = Context(words=count_words(article.sentences))
        sources = original.sentences if original else (None,) * len(article.sentences)
        for text, source in zip(article.sentences, sources, strict=True):
            place = Place(
                sentence=text.strip(),
                lang=lang,
                source=source.strip() if source else None,
                source_lang=source_lang or "en",
            )
            yield Clean(place=place, context=context)


def hits(check: Check, clean: Clean, text: str) -> list[Hit]:
    """Return what ``check`` says of ``text`` in the place of the clean sentence."""
    place = clean.place
    source = _segment(place.source, place.source_lang) if place.source else None
    pair = Pair(id="1", source=source, target=_segment(text, place.lang), origin=Origin.TRANSLATED)
    found = check.run(Measured(pair=pair), clean.context)
    return [hit for hit in found if hit.side is Side.TARGET]


def _segment(text: str, lang: str) -> Segment:
    return Segment(id="1", text=text, lang=lang, path="", offset=0, line=1, column=1, block=0)


def rows(check: Check, lang: str, source_lang: str | None) -> Iterator[dict[str, object]]:
    """Yield the figures of one check in one language or pair, one row for each kind of fault."""
    clean = list(places(lang, source_lang))
    alarms = sum(bool(hits(check, one, one.place.sentence)) for one in clean)
    for injector in INJECTORS:
        if injector.check != check.name:
            continue
        found = list(_found(check, injector, clean))
        if not found:
            continue
        for name, score in (
            (injector.fault, sum(overlaps for overlaps, _ in found)),
            (f"{injector.fault}, exact span", sum(exact for _, exact in found)),
        ):
            yield {
                "fault": name,
                "lang": f"{source_lang}-{lang}" if source_lang else lang,
                "recall": round(score / len(found), 4),
                "false_alarms_per_1000": round(1000 * alarms / len(clean), 2),
                "n": len(found),
            }


def _found(check: Check, injector: Injector, clean: list[Clean]) -> Iterator[tuple[bool, bool]]:
    """Yield for each planted fault whether a hit overlaps it, and whether one marks it exactly."""
    random = Random(20)  # noqa: S311 - faults to plant, nothing secret
    for one in clean:
        damaged = injector.inject(one.place, random)
        if damaged:
            spans = [(h.span.start, h.span.end) for h in hits(check, one, damaged.text)]
            yield (
                any(_overlaps(span, damaged) for span in spans),
                (damaged.start, damaged.end) in spans,
            )


def _overlaps(span: tuple[int, int], damaged: Damaged) -> bool:
    start, end = span
    return (start < damaged.end and end > damaged.start) or span == (damaged.start, damaged.end)


def _languages(check: Check) -> list[tuple[str, str | None]]:
    """Return target and source languages: no source for a check that needs none."""
    if check in ONE_SIDED:
        return [(lang, None) for lang in FILES]
    others = [lang for lang in FILES if lang != "en"]
    return [
        *((lang, "en") for lang in others),
        *(("en", lang) for lang in others),
        *((target, source) for source, target in OTHER_PAIRS),
    ]


def main() -> None:
    """Measure the named checks, or all."""
    for check in CHECKS:
        if sys.argv[1:] and check.name not in sys.argv[1:]:
            continue
        table = {
            "check": check.name,
            "corpus": CORPUS,
            "rows": [
                row for lang, source in _languages(check) for row in rows(check, lang, source)
            ],
            "how": "python -m tests.benchmarks.garble.first_checks: faults planted by "
            "tests/benchmarks/garble/inject_more.py, one in each sentence, seed 20"
            + _NOTES.get(check.name, ""),
        }
        file = MEASURED / f"{check.name}.json"
        file.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
