"""The records that flow through transcheck, from a file's text to a report.

All are frozen: a stage makes new records from those of the stage before, and nothing is filled in
later. Offsets count Unicode code points from 0; lines and columns count from 1; ends are exclusive.
"""

from transcheck.model.measured import Forward, Measured, SupportedWord, Uncovered, WordSupport
from transcheck.model.pairs import Origin, Pair
from transcheck.model.report import Failure, Finding, Hit, Report, Severity
from transcheck.model.texts import LINE_BREAK, Document, Role, Run, Segment, Side, Span

__all__ = [
    "LINE_BREAK",
    "Document",
    "Failure",
    "Finding",
    "Forward",
    "Hit",
    "Measured",
    "Origin",
    "Pair",
    "Report",
    "Role",
    "Run",
    "Segment",
    "Severity",
    "Side",
    "Span",
    "SupportedWord",
    "Uncovered",
    "WordSupport",
]
