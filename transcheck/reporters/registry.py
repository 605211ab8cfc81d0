"""The table of all outputs, and how a user names them."""

import difflib
from collections.abc import Sequence

from transcheck.errors import ConfigError
from transcheck.model import Report
from transcheck.reporters import comparison, comparison_json, comparison_markdown
from transcheck.reporters.base import Reporter, Told
from transcheck.reporters.github import GITHUB
from transcheck.reporters.gitlab import GITLAB
from transcheck.reporters.html import comparison as comparison_html
from transcheck.reporters.html.report import HTML
from transcheck.reporters.json_report import JSON
from transcheck.reporters.jsonl import JSONL
from transcheck.reporters.junit import JUNIT
from transcheck.reporters.markdown import MARKDOWN
from transcheck.reporters.rdjson import RDJSON
from transcheck.reporters.sarif import SARIF
from transcheck.reporters.table import CSV
from transcheck.reporters.terminal import TEXT
from transcheck.results.compare import Comparison

# The first of each table is what is printed if nobody says otherwise.
ALL: tuple[Reporter[Report], ...] = (
    TEXT,
    HTML,
    JSON,
    JSONL,
    CSV,
    MARKDOWN,
    SARIF,
    JUNIT,
    GITHUB,
    GITLAB,
    RDJSON,
)

COMPARISONS: tuple[Reporter[Comparison], ...] = (
    comparison.TEXT,
    comparison_html.HTML,
    comparison_markdown.MARKDOWN,
    comparison_json.JSON,
)


def find(name: str, reporters: Sequence[Reporter[Told]]) -> Reporter[Told]:
    """Return the output with this name among ``reporters``.

    Raises:
        ConfigError: there is no such output; the hint names the nearest one.
    """
    known = {reporter.name: reporter for reporter in reporters}
    if name not in known:
        close = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean {close[0]}?" if close else "known: " + ", ".join(known)
        raise ConfigError(f"unknown output {name!r}", hint=hint)
    return known[name]
