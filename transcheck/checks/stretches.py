"""Which rows are judged together: articles, long ones in parts, and several of them at once."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from transcheck.model import Measured, Side

# An article, or a stretch of one.
Part = Sequence[Measured]

# The sentences of a long article. NTREX, which the checks learnt from, has 16 in the mean.
_STRETCH = 60
# So many rows are judged together at most. What is kept of a text has room for both sides of them.
_BUNDLE = 240


def bundles(rows: Sequence[Measured]) -> Iterator[Sequence[Part]]:
    """Yield the articles that are judged together, in order.

    Each is one by itself in all that a check knows. But a check that is asked of many rows in turn
    takes much less time than all checks of each row.
    """
    bundle: list[Part] = []
    size = 0
    for part in _stretches(rows):
        if bundle and size + len(part) > _BUNDLE:
            yield bundle
            bundle, size = [], 0
        bundle.append(part)
        size += len(part)
    yield bundle


def _stretches(rows: Sequence[Measured]) -> Iterator[Part]:
    """Yield the rows of each article, a long one in about equal parts.

    The words of an article are evidence of what is meant in it. Those of a file of a thousand
    sentences are none: any two words stand somewhere in it.
    """
    for article in _articles(rows):
        parts = max(1, round(len(article) / _STRETCH))
        cuts = [len(article) * part // parts for part in range(parts + 1)]
        yield from (article[start:end] for start, end in pairwise(cuts))


def _articles(rows: Sequence[Measured]) -> Iterator[Part]:
    article: list[Measured] = []
    paths: dict[Side, str] = {}
    for row in rows:
        own = {side: segment.path for side in Side if (segment := row.pair.side(side))}
        if any(paths.get(side, path) != path for side, path in own.items()):
            yield article
            article, paths = [], {}
        article.append(row)
        paths |= own
    yield article
