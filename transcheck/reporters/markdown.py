"""Markdown, for a comment on a pull request or the summary of a CI step."""

import re
from collections.abc import Iterator
from itertools import groupby

from transcheck.model import Finding, Report, Severity
from transcheck.reporters.base import rows_in_words
from transcheck.reporters.places import Place, counted, places, relative
from transcheck.text.visible import visible

# A comment on GitHub holds 65,536 characters, the summary of a step 1 MiB.
COMMENT = 65_000
STEP_SUMMARY = 500_000
_HEAD = ("| line | severity | check | text | why |", "|---:|---|---|---|---|")
_MARKED = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&:$^=])")
# In a code span none of these can be escaped, and a bar would end the cell of a table.
_UNFIT = re.compile(r"[`\\|]")


def render(report: Report, room: int = COMMENT) -> str:
    """Return the report in at most ``room`` characters; what has no room is counted at the end."""
    lines = list(_top(report))
    room -= sum(len(line) + 1 for line in lines) + 100
    where = places(report)
    findings = counted(report)
    shown = 0
    for path, group in groupby(findings, key=lambda each: where[each.fingerprint].path):
        head = ["", f"### {_code(path)}", "", *_HEAD]
        rows = []
        room -= sum(len(line) + 1 for line in head)
        for finding in group:
            row = _row(finding, where[finding.fingerprint])
            room -= len(row) + 1
            if room < 0:
                break
            rows.append(row)
        lines += [*head, *rows] if rows else []
        shown += len(rows)
        if room < 0:
            break
    if shown < len(findings):
        lines += ["", f"… and {len(findings) - shown:,} more, for which there is no room here."]
    return "\n".join(lines)


def _top(report: Report) -> Iterator[str]:
    counts = {severity: report.count(severity) for severity in reversed(Severity)}
    found = ", ".join(f"{n:,} {each}{'s' * (n != 1)}" for each, n in counts.items() if n)
    yield f"## transcheck: {found or 'nothing found'}"
    yield ""
    suppressed = sum(finding.suppressed is not None for finding in report.findings)
    known = f", {suppressed:,} findings known already and not shown" if suppressed else ""
    yield f"{rows_in_words(report)}{known}"
    for failure in report.failures[:20]:
        yield ""
        yield f"**Not checked:** {_code(relative(failure.path))}: {escaped(failure.message)}"
    for notice in report.notices[:20]:
        yield ""
        yield f"Notice: {_code(f'{notice.path}:{notice.line}')}: {escaped(notice.message)}"


def _row(finding: Finding, place: Place) -> str:
    cells = (
        str(place.line),
        str(finding.severity),
        f"{finding.name} ({finding.check})",
        _code(finding.text),
        escaped(finding.message),
    )
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is: no markup, no HTML, nobody is notified.

    A zero-width space parts "@" from a name, since GitHub looks for names after the Markdown.
    """
    marked = _MARKED.sub(r"\\\1", visible(text))
    return marked.replace("@", "@\N{ZERO WIDTH SPACE}")


def _code(text: str) -> str:
    """Return ``text`` as code, by whichever means is safe in a table."""
    text = visible(text)
    if not text.strip():
        return "(empty)"
    plain = not _UNFIT.search(text) and text == text.strip()
    return f"`{text}`" if plain else f"<code>{escaped(text)}</code>"
