"""The tokens of articles for development that the model of words run together learns from."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.benchmarks.corpus import Part, articles
from tests.benchmarks.garble.inject import neighbours
from transcheck.checks.run_together import features, splits
from transcheck.checks.run_together_evidence import (
    evidence,
    is_settled,
    may_be_glued,
    named,
    separate,
)
from transcheck.checks.run_together_setting import Setting, fitting, setting_of
from transcheck.checks.run_together_words import is_foreign
from transcheck.data import lexicon
from transcheck.data.adjacency import Adjacency
from transcheck.text.words import count_words, words

Row = list[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token of an article; ``cut`` is where its space was taken out, None in a sound one.

    ``rows`` has for each split its cut, its features and what the article adds to its score;
    ``counts`` counts the words of the article, and ``setting`` is what stands around.
    """

    text: str
    cut: int | None
    article: str
    sentence: int
    rows: Sequence[tuple[int, Row, float]]
    counts: Mapping[str, int]
    setting: Setting

    @property
    def small(self) -> bool:
        """Say whether it is in small letters."""
        return self.text.islower()

    def fold(self, folds: int) -> int:
        """Return the number of the fold that its article is in."""
        return fold_of(self.article, folds)

    def features(self) -> list[Row]:
        """Return the features of each split."""
        return [row for _, row, _ in self.rows]

    def row_at_cut(self) -> Row | None:
        """Return the features of the right split."""
        return next((row for cut, row, _ in self.rows if cut == self.cut), None)

    def judged(self, scores: Iterator[float], pulls: Adjacency) -> Iterator[tuple[float, int]]:
        """Yield the score and the cut of each split that makes words of it.

        ``scores`` yields those of the model for each row; ``pulls`` tell how the halves fit between
        their neighbours.
        """
        for cut, _, added in self.rows:
            yield next(scores) + added + fitting(self.text, cut, self.setting, pulls), cut

    def has_grammar(self, cut: int, lang: str) -> bool:
        """Say whether one of the halves at ``cut`` is a word of grammar."""
        small = self.text.lower()
        return not lexicon.function_words(lang).isdisjoint((small[:cut], small[cut:]))


def fold_of(article: str, folds: int) -> int:
    """Return the number of the fold that an article is in."""
    return zlib.crc32(article.encode()) % folds


def unknown_tokens(lang: str) -> Iterator[Token]:
    """Yield the sound tokens that the check would have to judge, each once an article."""
    for article in articles(lang, Part.DEVELOPMENT):
        counts = count_words(article.sentences)
        for number, sentence in enumerate(article.sentences):
            for word in words(sentence):
                if article.is_fault(number, "glued-words", word.text):
                    continue
                setting = setting_of(sentence, word.start, word.end)
                for part in separate(word.text, lang):
                    if may_be_glued(part, lang) and counts[part] < 2:
                        rows = _rows(part, lang, counts, setting)
                        yield Token(
                            text=part,
                            cut=None,
                            article=article.name,
                            sentence=number,
                            rows=rows,
                            counts=counts,
                            setting=setting,
                        )


def pairs(lang: str) -> Iterator[Token]:
    """Yield all neighbours of the articles, a small or a capitalised and a small word, as one."""
    for article in articles(lang, Part.DEVELOPMENT):
        counts = count_words(article.sentences)
        for number, sentence in enumerate(article.sentences):
            for start, left, right in neighbours(sentence):
                token = left + right
                ours = counts.copy()
                ours.subtract([left, right])
                ours[token] += 1
                setting = setting_of(sentence, start, start + len(token) + 1)
                looked_at = may_be_glued(token, lang) and ours[token] < 2
                yield Token(
                    text=token,
                    cut=len(left),
                    article=article.name,
                    sentence=number,
                    rows=_rows(token, lang, ours, setting) if looked_at else (),
                    counts=ours,
                    setting=setting,
                )


def _rows(
    token: str, lang: str, counts: Mapping[str, int], setting: Setting
) -> list[tuple[int, Row, float]]:
    small = token.lower()
    if is_settled(token, lang) or is_foreign(small, lang):
        return []
    names = named(token, lang, counts)
    return [
        (
            len(split.left),
            features(split, lang, names),
            evidence(token, split, lang, counts, setting),
        )
        for split in splits(small, lang, names)
    ]
