"""Decisions: findings that somebody looked at and accepted, with the reason.

A fingerprint hangs on both texts, so a decision lapses when either changes.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from transcheck.errors import ConfigError
from transcheck.model import Report
from transcheck.results.coverage import covered_names, paths_of
from transcheck.suppression import Notice, Suppression

FILE_NAME = "transcheck-accepted.toml"
_HEAD = """\
# Findings that somebody looked at and accepted; each lapses when either of its texts changes.
# `transcheck accept FINGERPRINT --reason TEXT` adds one.
"""
FINGERPRINT = re.compile("[0-9a-f]{16}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A finding that is accepted; ``check``, ``path`` and ``text`` are None where not known."""

    fingerprint: str
    reason: str
    check: str | None = None
    path: str | None = None
    text: str | None = None


def to_text(decisions: Iterable[Decision]) -> str:
    """Return the decisions as a TOML file, sorted by fingerprint."""
    parts = [_HEAD]
    for each in sorted(decisions, key=lambda decision: decision.fingerprint):
        values = {"reason": each.reason, "check": each.check, "path": each.path, "text": each.text}
        lines = (f"{key} = {_quoted(value)}" for key, value in values.items() if value is not None)
        parts.append("\n".join([f"[accepted.{each.fingerprint}]", *lines]) + "\n")
    return "\n".join(parts)


def _quoted(text: str) -> str:
    """Return ``text`` as a string of TOML, which also wants DEL escaped."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")


def from_text(text: str, *, file: str) -> tuple[Decision, ...]:
    """Return the decisions in a TOML file.

    Raises:
        ConfigError: the file is not TOML, or a decision lacks its reason.
    """
    try:
        tables: Mapping[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file} is not valid TOML: {error}") from error
    accepted = tables.get("accepted", {})
    if set(tables) - {"accepted"} or not isinstance(accepted, dict):
        raise ConfigError(f"{file}: only tables [accepted.FINGERPRINT] belong here")
    return tuple(_decision(key, value, text, file) for key, value in accepted.items())


def _decision(fingerprint: str, table: object, text: str, file: str) -> Decision:
    where = f"{file}:{_line(text, fingerprint)}"
    if not FINGERPRINT.fullmatch(fingerprint) or not isinstance(table, dict):
        raise ConfigError(f"{where}: {fingerprint} is no fingerprint of a finding")
    unknown = set(table) - {"reason", "check", "path", "text"}
    if unknown:
        raise ConfigError(
            f"{where}: unknown key {min(unknown)!r}", hint="known: reason, check, path, text"
        )
    if not all(isinstance(value, str) for value in table.values()) or not table.get("reason"):
        raise ConfigError(f"{where}: a decision needs its reason", hint='reason = "…"')
    return Decision(fingerprint=fingerprint, **table)


def _line(text: str, fingerprint: str) -> int:
    at = text.find(fingerprint)
    return text.count("\n", 0, max(at, 0)) + 1


def suppress_accepted(report: Report, decisions: Iterable[Decision]) -> Report:
    """Return ``report`` with every finding that was accepted marked as such, with the reason."""
    reasons = {each.fingerprint: each.reason for each in decisions}
    return replace(
        report,
        findings=tuple(
            replace(finding, suppressed=Suppression.ACCEPTED, reason=reasons[finding.fingerprint])
            if finding.fingerprint in reasons and finding.suppressed is None
            else finding
            for finding in report.findings
        ),
    )


def lapsed(
    decisions: Iterable[Decision],
    report: Report,
    *,
    file: str,
    text: str,
    gone: frozenset[str] = frozenset(),
) -> Iterator[Notice]:
    """Yield a notice for each decision whose finding is no more; ``text`` is that of its file."""
    seen = {finding.fingerprint for finding in report.findings}
    paths, names = paths_of(report), covered_names(report)
    for each in decisions:
        if each.fingerprint in seen or (each.check and each.check not in names):
            continue
        if each.path is None:
            message = "matches nothing here: a text has changed, or is not part of this run"
        elif each.path in paths or each.path in gone:
            message = f"has lapsed: a text in {each.path} has changed"
        else:
            continue
        line = _line(text, each.fingerprint)
        yield Notice(path=file, line=line, message=f"the decision on {each.fingerprint} {message}")
