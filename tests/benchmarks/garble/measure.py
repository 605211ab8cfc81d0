"""Recall with the exact span, and false alarms on clean text, of one check in one language."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from tests.benchmarks.corpus import Article
from tests.benchmarks.garble.inject import Injector, Place
from transcheck.checks.base import Check, Context
from transcheck.model import Hit, Measured, Origin, Pair, Segment, Side
from transcheck.text.words import count_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one check did with one kind of fault in one language.

    ``n`` faults were planted, one at a time; ``recall`` of them were marked exactly.
    ``false_alarms_per_1000`` counts marks on the undamaged sentences. ``missed`` holds some of the
    spans that were not marked, for a look.
    """

    fault: str
    lang: str
    recall: float
    false_alarms_per_1000: float
    n: int
    missed: tuple[str, ...] = ()


def pair_of(text: str, lang: str, source: str | None, source_lang: str) -> Measured:
    """Return ``text`` as the target of a pair that nothing was measured of."""

    def segment(content: str, tag: str) -> Segment:
        return Segment(id="0", text=content, lang=tag, path="", offset=0, line=1, column=1, block=0)

    pair = Pair(
        id="0",
        source=segment(source, source_lang) if source is not None else None,
        target=segment(text, lang),
        origin=Origin.GIVEN,
    )
    return Measured(pair=pair)


def places(article: Article, source: Article | None) -> Iterator[Place]:
    """Yield each sentence of an article with what stands around it."""
    for index, sentence in enumerate(article.sentences):
        following = article.sentences[index + 1 : index + 2]
        yield Place(
            sentence=sentence,
            lang=article.lang,
            following=following[0] if following else None,
            source=source.sentences[index] if source else None,
            source_lang=source.lang if source else "en",
        )


def false_alarms(
    check: Check, articles: Sequence[Article], sources: Sequence[Article | None]
) -> list[tuple[str, str]]:
    """Return each mark on clean text with its sentence."""
    alarms = []
    for article, source in zip(articles, sources, strict=True):
        context = _context(check, count_words(_texts(article, source)))
        for place in places(article, source):
            alarms += [
                (hit.span.of(place.sentence), place.sentence)
                for hit in _hits(check, context, place.sentence, place)
            ]
    return alarms


def measure(
    check: Check,
    injector: Injector,
    articles: Sequence[Article],
    sources: Sequence[Article | None],
    *,
    seed: int = 1,
) -> tuple[int, int, tuple[str, ...]]:
    """Plant the fault in every sentence, one at a time; return found, planted and missed spans."""
    random = Random(f"{seed} {injector.fault}")  # noqa: S311 - a benchmark, not a secret
    found = planted = 0
    missed = []
    for article, source in zip(articles, sources, strict=True):
        counts = count_words(_texts(article, source))
        for place in places(article, source):
            damaged = injector.inject(place, random)
            if damaged is None:
                continue
            planted += 1
            context = _context(check, _damaged_counts(counts, place, damaged.text))
            hits = _hits(check, context, damaged.text, place)
            if any((h.span.start, h.span.end) == (damaged.start, damaged.end) for h in hits):
                found += 1
            else:
                missed.append(damaged.text[damaged.start : damaged.end])
    return found, planted, tuple(missed)


def _texts(article: Article, source: Article | None) -> list[str]:
    return [*article.sentences, *(source.sentences if source else ())]


def _damaged_counts(counts: Counter[str], place: Place, text: str) -> Counter[str]:
    """Return the counts of the article with the sentence as it is after the damage."""
    changed = counts.copy()
    gone = [place.sentence]
    if place.following and text.endswith(place.following):
        gone.append(place.following)
    changed.subtract(count_words(gone))
    changed.update(count_words([text]))
    return changed


def _context(check: Check, counts: Counter[str]) -> Context:
    defaults = {parameter.name: parameter.default for parameter in check.parameters}
    return Context(words=counts, parameters=defaults)


def _hits(check: Check, context: Context, text: str, place: Place) -> list[Hit]:
    measured = pair_of(text, place.lang, place.source, place.source_lang)
    return [hit for hit in check.run(measured, context) if hit.side is Side.TARGET]


def row(
    check: Check,
    injector: Injector,
    articles: Sequence[Article],
    sources: Sequence[Article | None],
    *,
    alarms: int,
) -> Row:
    """Measure one kind of fault; ``alarms`` is the number of marks on the same articles, clean."""
    found, planted, missed = measure(check, injector, articles, sources)
    sentences = sum(len(article.sentences) for article in articles)
    return Row(
        fault=injector.fault,
        lang=articles[0].lang,
        recall=found / planted if planted else 0.0,
        false_alarms_per_1000=1000 * alarms / sentences,
        n=planted,
        missed=missed,
    )
