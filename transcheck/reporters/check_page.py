"""The page of a check in Markdown, made of its record: for ``explain`` and for the docs."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Example
from transcheck.data import measured
from transcheck.data.measured import Figure, Summary
from transcheck.model import Side

# More rows than this tell a reader less than the summary does.
_MOST_ROWS = 40
_SUMMARY_HEAD = """\
| fault | languages | mean recall | worst | false alarms per 1,000 {}, mean | worst | faults |
|---|---:|---:|---:|---:|---:|---:|"""
_ROW_HEAD = """\
| fault | language | recall (95% interval) | false alarms per 1,000 {} | faults |
|---|---|---:|---:|---:|"""


def render(check: Check) -> str:
    """Return the page: what is flagged, why, examples, parameters, and what was measured."""
    parts = [
        f"# {check.name} ({check.id})",
        check.summary,
        f"Severity: **{check.severity}** · status: {check.status} · {check.languages}",
        "## Why it matters",
        check.rationale,
        "## Flagged",
        *(_example(example) for example in check.examples if example.flags),
        "## Left alone",
        *(_example(example) for example in check.examples if not example.flags),
        *_parameters(check),
        *_figures(check),
        "## Accepting it",
        f"Leave the check out with `--ignore {check.name}`, or declare a sound word with "
        '`vocabulary = ["…"]` in the configuration.',
    ]
    return "\n\n".join(parts) + "\n"


def _example(example: Example) -> str:
    where = " (source)" if example.side is Side.SOURCE else ""
    lines = [f"- {example.lang}{where}: `{_code(example.text)}`"]
    if example.source is not None:
        lines.append(f"    - for {example.source_lang}: `{_code(example.source)}`")
    if example.translation is not None:
        lines.append(f"    - in {example.translation_lang}: `{_code(example.translation)}`")
    if example.similarity is not None:
        lines.append(f"    - similarity {example.similarity}")
    if example.flags:
        lines.append("    - marked: " + ", ".join(f"`{_code(flag)}`" for flag in example.flags))
    if example.suggestion is not None:
        lines.append(f"    - fix: `{_code(example.suggestion)}`")
    if example.why:
        lines.append(f"    - {example.why}")
    if example.known_failure:
        lines.append(f"    - known to fail: {example.known_failure}")
    return "\n".join(lines)


def _code(text: str) -> str:
    """Return ``text`` fit for a code span: on one line, and visible if it is empty."""
    return text.replace("`", "'").replace("\n", "⏎") or "(empty)"


def _parameters(check: Check) -> Iterator[str]:
    if not check.parameters:
        return
    yield "## Parameters"
    yield "\n".join(
        f"- `{parameter.name}` = {parameter.default:g}: {parameter.summary}"
        for parameter in check.parameters
    )
    yield f"Set in the configuration under `[tool.transcheck.checks.{check.name}]`."


def _figures(check: Check) -> Iterator[str]:
    figures = measured.load(check.name)
    if figures is None:
        return
    yield "## Measured"
    yield f"On {figures.corpus}. {figures.how.rstrip('.')}."
    yield "\n".join(
        (_SUMMARY_HEAD.format(figures.counted), *map(_summary, measured.summaries(figures)))
    )
    if figures.silent:
        yield "Says nothing in: " + ", ".join(figures.silent) + "."
    if len(figures.rows) <= _MOST_ROWS:
        yield "\n".join((_ROW_HEAD.format(figures.counted), *map(_row, figures.rows)))


def _summary(summary: Summary) -> str:
    worst, loudest = summary.worst, summary.loudest
    return (
        f"| {summary.fault} | {summary.languages} | {summary.recall:.3f} "
        f"| {worst.recall:.3f} ({worst.lang}) | {alarms(summary)} "
        f"| {loudest.false_alarms_per_1000:.1f} ({loudest.lang}) | {summary.n} |"
    )


def _row(figure: Figure) -> str:
    sure = "" if figure.low is None else f" ({figure.low:.3f}–{figure.high:.3f})"
    return (
        f"| {figure.fault} | {figure.lang} | {figure.recall:.3f}{sure} "
        f"| {alarms(figure)} | {figure.n} |"
    )


def alarms(figure: Figure | Summary) -> str:
    """Return the false alarms in 1,000, and those that are no faults of the corpus if known."""
    net = "" if figure.net_per_1000 is None else f" ({figure.net_per_1000:.1f} net)"
    return f"{figure.false_alarms_per_1000:.1f}{net}"
