"""The page of a check in Markdown, made of its record: for ``explain`` and for the docs."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Example
from transcheck.data import measured
from transcheck.data.measured import Figure


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
    lines = [f"- {example.lang}: `{_code(example.text)}`"]
    if example.source is not None:
        lines.append(f"    - for {example.source_lang}: `{_code(example.source)}`")
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
    yield f"On {figures.corpus}. {figures.how}"
    yield "\n".join(
        [
            "| fault | language | recall | false alarms per 1,000 sentences | faults |",
            "|---|---|---:|---:|---:|",
            *(_row(figure) for figure in figures.rows),
        ]
    )


def _row(figure: Figure) -> str:
    return (
        f"| {figure.fault} | {figure.lang} | {figure.recall:.3f} "
        f"| {figure.false_alarms_per_1000:.1f} | {figure.n} |"
    )
