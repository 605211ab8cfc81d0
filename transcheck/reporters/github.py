"""Annotations on a pull request: the workflow commands of GitHub Actions.

GitHub keeps 10 annotations of each kind from one step and drops the others without a word. So the
gravest are annotated, and the last line says how many are not; the step summary, which the command
line writes, lists them.
"""

from collections.abc import Iterator

from transcheck.model import Failure, Finding, Report, Severity
from transcheck.reporters.places import Place, counted, places, ranked, relative
from transcheck.text.visible import visible

_MOST = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report) -> str:
    """Return at most 10 commands of each kind, and a line of counts."""
    where = places(report)
    lines = [_failed(failure) for failure in report.failures[:_MOST]]
    room = dict.fromkeys(_COMMANDS.values(), _MOST) | {"error": _MOST - len(lines)}
    findings = ranked(counted(report))
    for finding in findings:
        command = _COMMANDS[finding.severity]
        if room[command] > 0:
            room[command] -= 1
            lines.append(_annotation(command, finding, where[finding.fingerprint]))
    left_out = len(report.failures) + len(findings) - len(lines)
    return "\n".join([*lines, *_counts(report, left_out)])


def _annotation(command: str, finding: Finding, place: Place) -> str:
    properties = {
        "file": place.path,
        "line": str(place.line),
        "endLine": str(place.end_line),
        "title": f"{finding.name} ({finding.check})",
    }
    if place.line == place.end_line:  # GitHub takes columns only within one line
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    return _command(command, properties, finding.message)


def _failed(failure: Failure) -> str:
    title = {"title": f"not checked ({failure.stage})"}
    where = {"file": relative(failure.path)} if failure.path else {}
    return _command("error", where | title, failure.message)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {written}::{_data(message)}"


def _data(text: str) -> str:
    """Return ``text`` so that no line of it can be a command of its own."""
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _counts(report: Report, left_out: int) -> Iterator[str]:
    counts = (f"{severity}: {report.count(severity)}" for severity in reversed(Severity))
    yield "transcheck found " + ", ".join(counts)
    if left_out:
        yield f"{left_out} of them are not annotated; the step summary has more"
