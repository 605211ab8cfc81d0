"""How many clean sentences all stable checks together flag, as ``lint`` runs them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tests.benchmarks.corpus import Article
from tests.benchmarks.garble.bootstrap import interval
from transcheck import pipeline
from transcheck.config import Settings
from transcheck.model import Document, Finding, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """``per_1000`` sentences with a finding, its 95% interval, and how many each check flags."""

    lang: str
    per_1000: float
    low: float
    high: float
    sentences: int
    checks: dict[str, int]
    findings: tuple[Finding, ...]


def rate(articles: Sequence[Article]) -> Rate:
    """Lint each article by itself, one sentence a paragraph, and count the sentences flagged."""
    reports = [_lint(article) for article in articles]
    counts = [(len({f.row for f in one.findings}), len(one.rows)) for one in reports]
    flagged, sentences = (sum(column) for column in zip(*counts, strict=True))
    low, high = interval(counts)
    findings = tuple(finding for one in reports for finding in one.findings)
    marks = Counter(name for one in reports for _, name in {(f.row, f.name) for f in one.findings})
    return Rate(
        lang=articles[0].lang,
        per_1000=1000 * flagged / sentences,
        low=1000 * low,
        high=1000 * high,
        sentences=sentences,
        checks=dict(marks.most_common()),
        findings=findings,
    )


def _lint(article: Article) -> Report:
    text = "\n\n".join(sentence.strip() for sentence in article.sentences)
    document = Document(path=article.name, text=text, lang=article.lang)
    report = pipeline.lint([document], Settings())
    if report.failures:
        raise AssertionError(f"a check failed: {report.failures[0].message}")
    return report
