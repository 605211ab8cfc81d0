"""Reports to render: one finding of each kind, and texts that would like to be more than text."""

from dataclasses import replace

from hypothesis import strategies as st

from transcheck.model import (
    Failure,
    Finding,
    Measured,
    Origin,
    Pair,
    Report,
    Segment,
    Severity,
    Side,
)
from transcheck.suppression import Notice, Suppression

SOURCE = Segment(
    id="s1", text="Olá mundo", lang="pt", path="in/pt.txt", offset=0, line=3, column=1, block=0
)
TARGET = replace(SOURCE, id="t1", text="Helloworld, é", lang="en", path="in/en.txt", line=2)
ROW = Measured(pair=Pair(id="1", source=SOURCE, target=TARGET, origin=Origin.GIVEN))
FINDING = Finding(
    check="TC201", name="glued-words", severity=Severity.ERROR, side=Side.TARGET,
    path="in/en.txt", line=2, column=1, end_line=2, end_column=11, text="Helloworld",
    excerpt=TARGET.text, start=0, message="a space is missing", row="1",
    fingerprint="0123456789abcdef", suggestion="Hello world",
)  # fmt: skip
NOTE = replace(
    FINDING, severity=Severity.NOTE, fingerprint="1" * 16, text="é", start=12, column=13,
    end_column=14, suggestion=None,
)  # fmt: skip
KNOWN = replace(FINDING, fingerprint="2" * 16, suppressed=Suppression.BASELINE)
ACCEPTED = replace(FINDING, fingerprint="3" * 16, suppressed=Suppression.ACCEPTED, reason="a brand")
ALLOWED = replace(FINDING, fingerprint="4" * 16, suppressed=Suppression.ALLOWED, reason="a note")
REPORT = Report(
    signature={"tool": "transcheck 0"},
    rows=(ROW,),
    findings=(FINDING, NOTE, KNOWN, ACCEPTED, ALLOWED),
    failures=(Failure(path="in/bad.po", stage="read", message="no text"),),
    notices=(Notice(path="known.txt", line=4, message="of no use"),),
    checks=("TC201", "TC202"),
    baseline="known.txt",
)
MADE = replace(
    REPORT,
    rows=(
        replace(
            ROW,
            pair=replace(
                ROW.pair,
                target=replace(TARGET, path="translation:en"),
                origin=Origin.TRANSLATED,
            ),
        ),
    ),
    findings=(replace(FINDING, path="translation:en"),),
)


def many(count: int, *, severity: Severity = Severity.WARNING) -> Report:
    """Return a report of many findings and, as the last one, an error."""
    findings = [replace(FINDING, severity=severity, fingerprint=f"{n:016x}") for n in range(count)]
    return replace(
        REPORT, failures=(), findings=(*findings, replace(FINDING, fingerprint="e" * 16))
    )


def hostile(text: str) -> Report:
    """Return a report whose every text is ``text``."""
    segment = replace(TARGET, text=text, path=text or "x")
    finding = replace(
        FINDING, text=text, excerpt=text, message=text, path=text or "x", suggestion=text,
        reason=text,
    )  # fmt: skip
    return replace(
        REPORT,
        rows=(replace(ROW, pair=replace(ROW.pair, target=segment)),),
        findings=(finding, replace(finding, fingerprint="5" * 16, suppressed=Suppression.ACCEPTED)),
        failures=(Failure(path=text, stage="read", message=text),),
        notices=(Notice(path=text, line=1, message=text),),
    )


# NUL cannot stand in a path, and so in no file name that a report could have.
TEXTS = st.text(
    st.one_of(
        st.characters(exclude_characters="\0"), st.sampled_from("\r\n:,%|`@<>&[](){}\\\"'=+-;\t")
    ),
    max_size=30,
)
