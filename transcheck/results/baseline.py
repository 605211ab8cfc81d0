"""A baseline: findings that a team knows already and does not want to hear of again."""

from dataclasses import replace

from transcheck.model import Report
from transcheck.suppression import Suppression


def suppress_known(report: Report, baseline: Report) -> Report:
    """Return ``report`` with every finding that ``baseline`` has too marked as suppressed.

    Findings are the same if their fingerprints are: they hang on both texts and the marked span,
    not on the line, so a baseline survives an inserted paragraph and lapses with a changed text.
    """
    known = {finding.fingerprint for finding in baseline.findings}
    return replace(
        report,
        findings=tuple(
            replace(finding, suppressed=Suppression.BASELINE)
            if finding.fingerprint in known
            else finding
            for finding in report.findings
        ),
    )
