"""Baselines and decisions on disk, and what they do to a report."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from transcheck.cli.verdict import report_from
from transcheck.config import Settings
from transcheck.errors import InputError
from transcheck.model import Report
from transcheck.results import accepted, baseline
from transcheck.results.baseline import Baseline


def applied(report: Report, settings: Settings, *, partial: bool = False) -> Report:
    """Return the report with what was accepted and what the baseline knows marked.

    ``partial`` says that the report covers some units of its files only, so that it cannot tell
    what is stale.

    Raises:
        InputError: the baseline cannot be read.
        ConfigError: a decision is not well formed.
    """
    notices = list(report.notices)
    file = settings.folder / accepted.FILE_NAME
    if file.is_file():
        text = read(file)
        decisions = accepted.from_text(text, file=str(file))
        report = accepted.suppress_accepted(report, decisions)
        if not partial:
            gone = _gone(each.path for each in decisions if each.path)
            notices += accepted.lapsed(decisions, report, file=str(file), text=text, gone=gone)
    if settings.baseline:
        known = load_baseline(settings.baseline)
        report = baseline.suppress_known(report, known)
        if not partial:
            gone = _gone(entry.path for entry in known.entries)
            notices += baseline.notice_of(known, baseline.stale(known, report, gone=gone))
    return replace(report, notices=tuple(notices))


def load_baseline(path: Path) -> Baseline:
    """Read a baseline: a file of its own, or the JSON report of an earlier run.

    Raises:
        InputError: the file cannot be read or is neither.
    """
    text = read(path)
    if not text.lstrip().startswith("{"):
        return baseline.from_text(text, file=str(path))
    findings = report_from(text, path=str(path)).findings
    return Baseline(file=str(path), entries=baseline.entries_of(findings))


def gone_from(known: Baseline) -> frozenset[str]:
    """Return the files of a baseline that are no more."""
    return _gone(entry.path for entry in known.entries)


def _gone(paths: Iterable[str]) -> frozenset[str]:
    return frozenset(path for path in set(paths) if not Path(path).exists())


def read(path: Path) -> str:
    """Return the text of a file of ours.

    Raises:
        InputError: it cannot be read.
    """
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8: {error.reason}") from error
