"""Recall with the exact span, and false alarms on clean text, of one check in one language."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from tests.benchmarks.corpus import Article
from tests.benchmarks.garble.bootstrap import interval
from tests.benchmarks.garble.inject import Damaged, Injector, Place
from transcheck.checks.base import Check, Context, Texts
from transcheck.languages import find
from transcheck.model import Hit, Measured, Origin, Pair, Segment, Side
from transcheck.text.protected import addresses
from transcheck.text.words import count_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one check did with one kind of fault in one language.

    ``n`` faults were planted, one at a time; ``recall`` of them were marked exactly, with its 95%
    interval ``low`` to ``high``, and ``overlap`` were touched by a mark. ``false_alarms_per_1000``
    counts undamaged sentences with a mark, and ``net_per_1000`` those whose mark is no fault of the
    corpus. ``missed`` holds the spans that were not marked.
    """

    fault: str
    lang: str
    recall: float
    low: float
    high: float
    overlap: float
    false_alarms_per_1000: float
    net_per_1000: float
    n: int
    missed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bed:
    """A clean article as a check sees it: its pairs and what it may know of the whole."""

    article: Article
    places: tuple[Place, ...]
    pairs: tuple[Pair, ...]
    words: Counter[str]
    addresses: frozenset[str]


def bed(article: Article, source: Article | None = None) -> Bed:
    """Return the article ready to plant faults into; each sentence is a paragraph of its own."""
    texts = [*article.sentences, *(source.sentences if source else ())]
    found = tuple(places(article, source))
    return Bed(
        article=article,
        places=found,
        pairs=tuple(_pair(place, place.sentence, number) for number, place in enumerate(found)),
        words=count_words(texts),
        addresses=frozenset(address for text in texts for address in addresses(text)),
    )


def places(article: Article, source: Article | None) -> Iterator[Place]:
    """Yield each sentence of an article with what stands around it."""
    for index, sentence in enumerate(article.sentences):
        following = article.sentences[index + 1 : index + 2]
        theirs = source.sentences[index + 1 : index + 2] if source else ()
        yield Place(
            sentence=sentence.strip(),
            lang=article.lang,
            following=following[0].strip() if following else None,
            source=source.sentences[index].strip() if source else None,
            following_source=theirs[0].strip() if theirs else None,
            source_lang=source.lang if source else "en",
        )


def _pair(place: Place, text: str, number: int) -> Pair:
    return Pair(
        id=str(number),
        source=_segment(place.source, place.source_lang, number) if place.source else None,
        target=_segment(text, place.lang, number),
        origin=Origin.GIVEN,
    )


def _segment(text: str, lang: str, number: int) -> Segment:
    return Segment(
        id=str(number), text=text, lang=lang, path="", offset=0, line=number + 1, column=1,
        block=number,
    )  # fmt: skip


def false_alarms(check: Check, one: Bed) -> list[list[str]]:
    """Return what is marked in each clean sentence."""
    return [
        [hit.span.of(place.sentence) for hit in hits]
        for place, hits in zip(one.places, clean_hits(check, one), strict=True)
    ]


def clean_hits(check: Check, one: Bed) -> list[list[Hit]]:
    """Return what ``check`` says of each clean sentence."""
    context = _context(check, one, words=one.words, pairs=one.pairs)
    return [_hits(check, context, pair) for pair in one.pairs]


def _context(check: Check, one: Bed, *, words: Counter[str], pairs: tuple[Pair, ...]) -> Context:
    return Context(
        words=words,
        addresses=one.addresses,
        parameters={parameter.name: parameter.default for parameter in check.parameters},
        texts=Texts(pairs=pairs),
    )


def _hits(check: Check, context: Context, pair: Pair) -> list[Hit]:
    found = check.run(Measured(pair=pair), context)
    return [hit for hit in found if hit.side is Side.TARGET]


def hits_on(check: Check, one: Bed, number: int, damaged: Damaged) -> list[Hit]:
    """Return what ``check`` says of the damaged sentence in its otherwise clean article."""
    place = one.places[number]
    joined = bool(place.following) and damaged.text.endswith(place.following or "")
    pair = _pair(_joined(place) if joined else place, damaged.text, number)
    pairs = (*one.pairs[:number], pair, *one.pairs[number + 1 + joined :])
    words = one.words.copy()
    words.subtract(count_words([place.sentence, *([place.following or ""] if joined else [])]))
    words.update(count_words([damaged.text]))
    return _hits(check, _context(check, one, words=words, pairs=pairs), pair)


def _joined(place: Place) -> Place:
    """Return the place as alignment would: two sentences that were joined, beside both sources."""
    if not (place.source and place.following_source):
        return place
    between = " " if find(place.source_lang).spaced else ""
    return replace(place, source=f"{place.source}{between}{place.following_source}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many faults were planted in one article, and what became of them."""

    planted: int
    exact: int
    touched: int
    missed: tuple[str, ...]


def plant(check: Check, injector: Injector, one: Bed, random: Random) -> Tally:
    """Plant the fault in every sentence of an article, one at a time."""
    planted = exact = touched = 0
    missed = []
    for number, place in enumerate(one.places):
        damaged = injector.inject(place, random)
        if damaged is None:
            continue
        planted += 1
        spans = {(hit.span.start, hit.span.end) for hit in hits_on(check, one, number, damaged)}
        touched += any(_touches(span, damaged) for span in spans)
        if (damaged.start, damaged.end) in spans:
            exact += 1
        else:
            missed.append(damaged.text[damaged.start : damaged.end])
    return Tally(planted=planted, exact=exact, touched=touched, missed=tuple(missed))


def _touches(span: tuple[int, int], damaged: Damaged) -> bool:
    start, end = span
    return (start < damaged.end and end > damaged.start) or span == (damaged.start, damaged.end)


def row(
    check: Check, injector: Injector, beds: Sequence[Bed], *, alarms: int, net: int, seed: int = 1
) -> Row | None:
    """Measure one kind of fault.

    ``alarms`` is the number of clean sentences with a mark, ``net`` that of those whose mark is no
    fault of the corpus. None where no sentence has a place for the fault.
    """
    random = Random(f"{seed} {injector.fault}")  # noqa: S311 - a benchmark, not a secret
    tallies = [plant(check, injector, one, random) for one in beds]
    planted = sum(tally.planted for tally in tallies)
    if not planted:
        return None
    low, high = interval([(tally.exact, tally.planted) for tally in tallies])
    first, sentences = beds[0].places[0], sum(len(one.pairs) for one in beds)
    return Row(
        fault=injector.fault,
        lang=f"{first.source_lang}-{first.lang}" if first.source else first.lang,
        recall=sum(tally.exact for tally in tallies) / planted,
        low=low,
        high=high,
        overlap=sum(tally.touched for tally in tallies) / planted,
        false_alarms_per_1000=1000 * alarms / sentences,
        net_per_1000=1000 * net / sentences,
        n=planted,
        missed=tuple(span for tally in tallies for span in tally.missed),
    )
