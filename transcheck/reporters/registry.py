"""The table of all outputs, and how a user names them."""

import difflib
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from transcheck.errors import ConfigError
from transcheck.model import Report
from transcheck.reporters.base import Reporter, Told

if TYPE_CHECKING:
    from transcheck.results.compare import Comparison


def _in(module: str) -> Callable[[Told], str]:
    """Return the ``render`` of a module, which is loaded when something is written in its form."""

    def render(told: Told) -> str:
        text: str = import_module(f"transcheck.reporters.{module}").render(told)
        return text

    return render


TEXT: Reporter[Report] = Reporter(
    name="text", summary="for people", suffix=".txt", render=_in("terminal")
)
GITHUB: Reporter[Report] = Reporter(
    name="github", summary="annotations of GitHub Actions", suffix=".txt", render=_in("github")
)
# The first of each table is what is printed if nobody says otherwise.
ALL: tuple[Reporter[Report], ...] = (
    TEXT,
    Reporter(
        name="html",
        summary="a page for people, in one file",
        suffix=".html",
        render=_in("html.report"),
    ),
    Reporter(
        name="json",
        summary="everything, for programs",
        suffix=".json",
        render=_in("json_report"),
    ),
    Reporter(
        name="jsonl",
        summary="a JSON object on each line",
        suffix=".jsonl",
        render=_in("jsonl"),
    ),
    Reporter(
        name="csv",
        summary="comma-separated values, for spreadsheets",
        suffix=".csv",
        render=_in("table"),
    ),
    Reporter(
        name="markdown",
        summary="for a comment or a summary",
        suffix=".md",
        render=_in("markdown"),
    ),
    Reporter(
        name="sarif",
        summary="SARIF 2.1.0, for code scanning",
        suffix=".sarif",
        render=_in("sarif"),
    ),
    Reporter(name="junit", summary="JUnit XML, for CI servers", suffix=".xml", render=_in("junit")),
    GITHUB,
    Reporter(name="gitlab", summary="GitLab Code Quality", suffix=".json", render=_in("gitlab")),
    Reporter(name="rdjson", summary="for reviewdog", suffix=".json", render=_in("rdjson")),
)

COMPARISON_TEXT: "Reporter[Comparison]" = Reporter(
    name="text", summary="for people at a terminal", suffix=".txt", render=_in("comparison")
)
COMPARISONS: tuple["Reporter[Comparison]", ...] = (
    COMPARISON_TEXT,
    Reporter(
        name="html",
        summary="a page for people, in one file",
        suffix=".html",
        render=_in("html.comparison"),
    ),
    Reporter(
        name="markdown",
        summary="a comment on a pull request",
        suffix=".md",
        render=_in("comparison_markdown"),
    ),
    Reporter(
        name="json",
        summary="every unit, for programs",
        suffix=".json",
        render=_in("comparison_json"),
    ),
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
