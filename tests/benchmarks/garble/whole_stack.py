"""How many clean sentences all stable checks together flag, as ``lint`` runs them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from tests.benchmarks.corpus import Article
from tests.benchmarks.garble.bootstrap import interval
from transcheck import pipeline
from transcheck.config import Settings
from transcheck.model import Document, Finding, Report

# Each sentence takes a line and leaves one empty.
_LINES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """How many of ``sentences`` in 1,000 have a finding, with its 95% interval.

    ``net`` leaves out the faults of the corpus. ``checks`` says how many each check flags, and
    ``net_checks`` how many of them are no such fault; ``findings`` are the latter.
    """

    lang: str
    per_1000: float
    low: float
    high: float
    net: float
    sentences: int
    checks: dict[str, int]
    net_checks: dict[str, int]
    findings: tuple[Finding, ...]


def rate(articles: Sequence[Article]) -> Rate:
    """Lint each article by itself, one sentence a paragraph, and count the sentences flagged."""
    reports = [_lint(article) for article in articles]
    pairs = list(zip(articles, reports, strict=True))
    alarms = [[f for f in one.findings if not _is_known(article, f)] for article, one in pairs]
    counts = [(_rows(one.findings), len(one.rows)) for one in reports]
    flagged, sentences = (sum(column) for column in zip(*counts, strict=True))
    low, high = interval(counts)
    return Rate(
        lang=articles[0].lang,
        per_1000=1000 * flagged / sentences,
        low=1000 * low,
        high=1000 * high,
        net=1000 * sum(map(_rows, alarms)) / sentences,
        sentences=sentences,
        checks=_by_check(one.findings for one in reports),
        net_checks=_by_check(alarms),
        findings=tuple(chain.from_iterable(alarms)),
    )


def _is_known(article: Article, finding: Finding) -> bool:
    return article.is_fault((finding.line - 1) // _LINES, finding.name, finding.text)


def _rows(findings: Iterable[Finding]) -> int:
    return len({finding.row for finding in findings})


def _by_check(articles: Iterable[Iterable[Finding]]) -> dict[str, int]:
    marks = Counter(name for found in articles for _, name in {(f.row, f.name) for f in found})
    return dict(marks.most_common())


def _lint(article: Article) -> Report:
    text = ("\n" * _LINES).join(sentence.strip() for sentence in article.sentences)
    document = Document(path=article.name, text=text, lang=article.lang)
    report = pipeline.lint([document], Settings())
    if report.failures:
        raise AssertionError(f"a check failed: {report.failures[0].message}")
    return report
