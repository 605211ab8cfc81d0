"""Measure the checks on facts: faults planted into sound translations, alarms on them untouched.

    python -m tests.benchmarks.meaning.run [SOURCE TARGET --from en --to pt]
                                           [--pairs en-pt,pt-en] [--part held-out] [--check NAME]
                                           [--evidence] [--forward] [--show] [--write]

SOURCE and TARGET are line-aligned files of one language pair. Without them the articles of
``tests.benchmarks.corpus`` are taken, for English with every language of the embedder in both
directions, and for fr, de, es, pt and it among themselves. A fault counts as found if a mark on
the translation touches it, or if the source is marked for what the translation lost. Each pair is
judged in its article. With ``--evidence`` the checks see what the encoder says of it: similarity
and the support of each word; with ``--forward`` a second translation as well, for pairs that an
engine translates. ``--show`` prints every false alarm, ``--write`` puts the figures where the pages
take them from.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import permutations
from pathlib import Path
from random import Random

from tests.benchmarks import corpus
from tests.benchmarks.corpus import Part
from tests.benchmarks.garble.inject import Damaged, Injector, Place
from tests.benchmarks.meaning import inject
from tests.benchmarks.meaning.bitexts import Encoder
from transcheck.checks import registry
from transcheck.checks.base import Check, Context, Texts
from transcheck.data.measured import Figure
from transcheck.embedders.use import NAME
from transcheck.engines.resolve import resolve
from transcheck.evidence.forward import with_forward
from transcheck.evidence.words import with_words
from transcheck.model import Hit, Measured, Origin, Pair, Segment, Side
from transcheck.scoring import calibration, similarities
from transcheck.store import Store, StoredTranslator, default_path
from transcheck.text.words import count_words

Measure = Callable[[Pair], Measured]

MEASURED = Path(__file__).resolve().parents[3] / "transcheck" / "data" / "measured"
_WITH_ENGLISH = ("ar", "de", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
_AMONG_THEMSELVES = ("fr", "de", "es", "pt", "it")
_HOW = (
    "One fault planted at a time in every sentence that has a place for it, seed 1; found if a "
    "mark on the translation touches it, or if the source is marked; false alarms are sentences "
    "marked in the same pairs undamaged, real faults of the corpus among them"
)
_HOW_EVIDENT = f"{_HOW}. Each pair is judged in its article, with the encoder's evidence"
_HOW_FORWARD = f"{_HOW_EVIDENT} and a second translation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bitext:
    """Line-aligned articles in two languages."""

    source_lang: str
    target_lang: str
    articles: Sequence[Sequence[tuple[str, str]]]

    def __str__(self) -> str:
        return f"{self.source_lang}-{self.target_lang}"

    @property
    def pairs(self) -> int:
        """How many pairs there are."""
        return sum(map(len, self.articles))

    def places(self) -> Iterator[tuple[Place, Sequence[tuple[str, str]]]]:
        """Yield each translation with its source, and the rest of its article."""
        for article in self.articles:
            for number, (source, target) in enumerate(article):
                place = Place(
                    sentence=target,
                    lang=self.target_lang,
                    source=source,
                    source_lang=self.source_lang,
                )
                yield place, [*article[:number], *article[number + 1 :]]


def from_corpus(pair: str, part: Part) -> Bitext:
    """Return one language pair of the corpus beside the repository."""
    source, target = pair.split("-")
    sides = (corpus.articles(lang, part) for lang in (source, target))
    articles = [
        [
            (one.strip(), two.strip())
            for one, two in zip(here.sentences, there.sentences, strict=True)
        ]
        for here, there in zip(*sides, strict=True)
    ]
    return Bitext(source_lang=source, target_lang=target, articles=articles)


def unmeasured(pair: Pair) -> Measured:
    """Return the pair with nothing that a model says of it."""
    return Measured(pair=pair)


def with_evidence() -> Measure:
    """Return what measures a pair by the encoder."""
    encoder = Encoder()

    def measure(pair: Pair) -> Measured:
        (row,) = with_words(
            encoder, similarities(encoder, [pair]), lambda _stage, _done, _all: None
        )
        return row

    return measure


def with_translation(source_lang: str, target_lang: str) -> Measure:
    """Return what measures a pair by the encoder and translates its source again."""
    evident = with_evidence()
    engine = StoredTranslator(resolve(source_lang, target_lang), Store(default_path()))

    def translate(texts: Sequence[str]) -> list[str]:
        return [made.text for made in engine.translate(texts)]

    def measure(pair: Pair) -> Measured:
        (row,) = with_forward([evident(pair)], translate, None)
        return row

    return measure


def marks(
    check: Check,
    place: Place,
    text: str,
    measure: Measure,
    rest: Sequence[tuple[str, str]] = (),
) -> list[Hit]:
    """Return what the check marks in ``text``, put in the place of the translation.

    ``rest`` are the other pairs of its article.
    """
    pair, context = in_article(check, place, text, rest)
    return list(check.run(measure(pair), context))


def in_article(
    check: Check, place: Place, text: str, rest: Sequence[tuple[str, str]]
) -> tuple[Pair, Context]:
    """Return the pair that has ``text`` for its translation, and what is known besides."""
    langs = place.source_lang, place.lang
    pair, *others = (_pair(each, langs) for each in [(place.source or "", text), *rest])
    context = Context(
        words=count_words([each for both in [(place.source or "", text), *rest] for each in both]),
        texts=Texts(pairs=(pair, *others)),
        calibration=calibration(NAME),
        parameters={parameter.name: parameter.default for parameter in check.parameters},
    )
    return pair, context


def _pair(texts: tuple[str, str], langs: tuple[str, str]) -> Pair:
    source, target = (_segment(text, lang) for text, lang in zip(texts, langs, strict=True))
    return Pair(id="1", source=source, target=target, origin=Origin.GIVEN)


def _segment(text: str, lang: str) -> Segment:
    return Segment(id="1", text=text, lang=lang, path="", offset=0, line=1, column=1, block=0)


def alarms(check: Check, bitext: Bitext, measure: Measure) -> list[tuple[Place, list[Hit]]]:
    """Return the sound pairs that the check marks."""
    found = (
        (place, marks(check, place, place.sentence, measure, rest))
        for place, rest in bitext.places()
    )
    return [(place, hits) for place, hits in found if hits]


def recall(check: Check, injector: Injector, bitext: Bitext, measure: Measure) -> tuple[int, int]:
    """Plant one fault in each pair in turn; return how many were found, and planted."""
    random = Random(f"1 {injector.fault}")  # noqa: S311 - faults to plant, nothing secret
    found = planted = 0
    for place, rest in bitext.places():
        damaged = injector.inject(place, random)
        if damaged is None:
            continue
        planted += 1
        hits = marks(check, place, damaged.text, measure, rest)
        found += any(_finds(hit, damaged) for hit in hits)
    return found, planted


def _finds(hit: Hit, damaged: Damaged) -> bool:
    touches = hit.span.start <= damaged.end and damaged.start <= hit.span.end
    return hit.side is Side.SOURCE or touches


def figures(check: Check, bitext: Bitext, measure: Measure, *, show: bool) -> Iterator[Figure]:
    """Yield one figure for each kind of fault."""
    false = alarms(check, bitext, measure)
    if show:
        for place, hits in false:
            messages = "; ".join(hit.message for hit in hits)
            sys.stdout.write(f"{messages}\n    {place.source}\n    {place.sentence}\n")
    for injector in inject.INJECTORS:
        if injector.check != check.name:
            continue
        found, planted = recall(check, injector, bitext, measure)
        if planted:
            yield Figure(
                fault=injector.fault,
                lang=str(bitext),
                recall=round(found / planted, 3),
                false_alarms_per_1000=round(1000 * len(false) / bitext.pairs, 2),
                n=planted,
            )


def _write(check: Check, name: str, rows: Sequence[Figure], how: str) -> None:
    table = [{k: v for k, v in asdict(row).items() if v is not None} for row in rows]
    record = {"check": check.name, "corpus": name, "rows": table, "how": how}
    path = MEASURED / f"{check.name}.json"
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _bitexts(options: argparse.Namespace) -> list[Bitext]:
    if options.files:
        texts = [Path(file).read_text(encoding="utf-8").splitlines() for file in options.files]
        lines = list(zip(*texts, strict=True))
        return [Bitext(source_lang=options.source, target_lang=options.target, articles=[lines])]
    pairs = [f"en-{lang}" for lang in _WITH_ENGLISH] + [f"{lang}-en" for lang in _WITH_ENGLISH]
    pairs += [f"{one}-{other}" for one, other in permutations(_AMONG_THEMSELVES, 2)]
    chosen = options.pairs.split(",") if options.pairs else pairs
    return [from_corpus(pair, Part(options.part.replace("-", " "))) for pair in chosen]


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the checks on facts.")
    parser.add_argument("files", nargs="*")
    parser.add_argument("--from", dest="source", default="en")
    parser.add_argument("--to", dest="target", default="pt")
    parser.add_argument("--pairs")
    parser.add_argument("--part", choices=["development", "held-out"], default="development")
    parser.add_argument("--check", default="changed-number")
    parser.add_argument("--evidence", action="store_true")
    parser.add_argument("--forward", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--write", action="store_true")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> None:
    """Print recall by fault and false alarms by language pair."""
    options = _options(argv)
    check = registry.find(options.check)
    rows: list[Figure] = []
    for bitext in _bitexts(options):
        langs = bitext.source_lang, bitext.target_lang
        measure = with_evidence() if options.evidence else unmeasured
        if options.forward:
            measure = with_translation(*langs)
        new = list(figures(check, bitext, measure, show=options.show))
        rows += new
        recalls = " ".join(f"{row.fault} {row.recall:.3f} ({row.n})" for row in new)
        rate = new[0].false_alarms_per_1000 if new else 0.0
        sys.stdout.write(f"{bitext} false alarms/1000 {rate:.2f} {recalls}\n")
    if options.write:
        how = _HOW_EVIDENT if options.evidence else _HOW
        how = _HOW_FORWARD if options.forward else how
        _write(check, f"NTREX-128 news, articles {options.part.replace('-', ' ')}", rows, how)


if __name__ == "__main__":
    main()
