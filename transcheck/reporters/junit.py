"""JUnit XML: a suite for each file, a case for each finding, for any CI server."""

import re
from collections import defaultdict
from xml.etree import ElementTree as ET

from transcheck.model import Failure, Finding, Origin, Report
from transcheck.reporters.places import Place, places, relative

# What XML 1.0 cannot hold.
_IMPOSSIBLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """Return the report as JUnit XML: what fails the run fails a case, what is known is skipped."""
    where = places(report)
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        findings[where[finding.fingerprint].path].append(finding)
    failures: defaultdict[str, list[Failure]] = defaultdict(list)
    for failure in report.failures:
        failures[relative(failure.path)].append(failure)
    root = ET.Element("testsuites", name="transcheck")
    for path in _files(report, [*findings, *failures]):
        suite = ET.SubElement(root, "testsuite", name=_clean(path))
        for finding in findings[path]:
            _case(suite, report, finding, where[finding.fingerprint])
        for failure in failures[path]:
            case = ET.SubElement(suite, "testcase", classname=_clean(path), name=failure.stage)
            ET.SubElement(case, "error", message=_clean(failure.message))
        if not len(suite):
            ET.SubElement(suite, "testcase", classname=_clean(path), name="no findings")
        _count(suite)
    _count(root)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode")


def _files(report: Report, others: list[str]) -> list[str]:
    """Return every file of the report in reading order."""
    segments = (
        pair.source if pair.origin is Origin.TRANSLATED else pair.target or pair.source
        for pair in (row.pair for row in report.rows)
    )
    paths = (relative(segment.path) for segment in segments if segment)
    return list(dict.fromkeys([*paths, *others]))


def _case(suite: ET.Element, report: Report, finding: Finding, place: Place) -> None:
    name = f"{finding.name} at {place.line}:{place.column} ({finding.fingerprint})"
    case = ET.SubElement(suite, "testcase", classname=_clean(place.path), name=name)
    details = _clean(
        f"{place.path}:{place.line}:{place.column}: {finding.severity}: {finding.message}\n"
        f"{finding.excerpt}"
    )
    if finding.suppressed:
        why = ": ".join(filter(None, (finding.suppressed, finding.reason)))
        ET.SubElement(case, "skipped", message=_clean(why))
    elif report.fails(finding):
        message = _clean(finding.message)
        ET.SubElement(case, "failure", message=message, type=finding.severity).text = details
    else:
        ET.SubElement(case, "system-out").text = details


def _count(element: ET.Element) -> None:
    kinds = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    element.set("tests", str(len(list(element.iter("testcase")))))
    for attribute, kind in kinds.items():
        element.set(attribute, str(len(list(element.iter(kind)))))


def _clean(text: str) -> str:
    return _IMPOSSIBLE.sub("\N{REPLACEMENT CHARACTER}", text)
