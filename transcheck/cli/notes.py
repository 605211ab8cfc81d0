"""``transcheck batch --write-notes``: findings written into the files that they are about."""

from pathlib import Path

from transcheck.cli.guard import say
from transcheck.files import write as write_file
from transcheck.formats import plain
from transcheck.formats.project import Project
from transcheck.model import Report


def write(report: Report, project: Project) -> None:
    """Write the findings that count as notes on their units; files without such are left alone.

    Raises:
        InputError: a file cannot be read again, or its encoding lacks a character, and none is
            changed; or a file cannot be written.
    """
    made: list[tuple[str, bytes]] = []
    unwritten: set[str] = set()
    for path, notes in _notes(report).items():
        form = project.format_of(Path(path))
        if form and form.write_notes:
            data = plain.content(path)
            noted = form.write_notes(path, data, notes)
            if noted != data:
                made.append((path, noted))
        elif form and any(notes.values()):
            unwritten.add(form.name)
    for path, data in made:
        write_file(Path(path), data)
        say(f"{path}: notes written")
    if unwritten:
        say(f"no notes are written into these formats: {', '.join(sorted(unwritten))}")


def _notes(report: Report) -> dict[str, dict[int, list[str]]]:
    """Return the notes by file and unit, an empty list for a unit that was found sound."""
    notes: dict[str, dict[int, list[str]]] = {}
    of_row: dict[str, list[str]] = {}
    for row in report.rows:
        if target := row.pair.target:
            # The plural forms of a unit share its notes.
            of_row[row.pair.id] = notes.setdefault(target.path, {}).setdefault(target.block, [])
    for finding in report.findings:
        told = of_row.get(finding.row)
        note = f"{finding.name}: {finding.message}"
        if told is not None and finding.suppressed is None and note not in told:
            told.append(note)
    return notes
