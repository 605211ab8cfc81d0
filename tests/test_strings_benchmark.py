"""The faults that the strings benchmark plants are faults, and its files hold what was written."""

from pathlib import Path
from random import Random

import pytest

from tests.benchmarks.strings import corpus, reading, run
from tests.benchmarks.strings.corpus import Entry
from tests.benchmarks.strings.faults import INJECTORS, RARE, SCARCE
from tests.benchmarks.strings.form_faults import message
from tests.benchmarks.strings.programs import NOTE, warns
from transcheck.checks.base import Context
from transcheck.checks.registry import find
from transcheck.formats import po
from transcheck.formats.catalog import Languages
from transcheck.model import Measured

# Between them they have a place for every fault.
ENTRIES = (
    Entry(
        project="a",
        lang="de",
        context="menu",
        sources=("&Copy <b>%(count)d</b> files to\n/var/lib/data by --all, see https://example.org.",),
        targets=("&Kopiere <b>%(count)d</b> Dateien\nnach /var/lib/data mit --all, siehe "
                 "https://example.org.",),
    ),
    Entry(
        project="a", lang="de", context=None, sources=("Type \\n 20 times.", "Type it %d times."),
        targets=("Einmal.", "%d Mal \\n 20."), flags=("c-format",),
    ),
    Entry(project="b", lang="pl", context=None, sources=("_Exit \\d",), targets=("_Wyjdź \\d",)),
    Entry(project="b", lang="de", context=None, sources=("Up to 20",), targets=("Bis zu 20",)),
)  # fmt: skip


@pytest.mark.parametrize("fault", INJECTORS)
def test_every_fault_changes_one_entry_and_is_seeded(fault: str) -> None:
    made = [INJECTORS[fault](entry, Random(1)) for entry in ENTRIES]  # noqa: S311 - seeded on purpose
    assert made == [INJECTORS[fault](entry, Random(1)) for entry in ENTRIES]  # noqa: S311
    changed = [(one, other) for one, other in zip(ENTRIES, made, strict=True) if other]
    assert changed
    for one, other in changed:
        assert other != one
        assert other.sources == one.sources or other.sources == (message(*one.sources),)


def test_a_message_of_plural_forms_is_sound_until_it_is_broken(tmp_path: Path) -> None:
    sound = Entry(
        project="a", lang="de", context=None, sources=(message("One file", "%d files"),),
        targets=(message("Eine Datei", "%d Dateien"),), flags=("icu-message-format",),
    )  # fmt: skip
    corpus.write(tmp_path, [(0, sound)])
    (path,) = tmp_path.rglob("*.po")
    (pair,) = po.read(str(path), path.read_bytes(), Languages(source="en", target="de")).pairs
    assert pair.unit
    assert pair.unit.dialects == ("icu",)
    assert list(find("broken-message").run(Measured(pair=pair), Context())) == []


def test_rare_faults_are_known() -> None:
    assert INJECTORS.keys() >= RARE >= SCARCE


def test_written_files_hold_the_entries(tmp_path: Path) -> None:
    places = corpus.write(tmp_path, enumerate(ENTRIES))
    for path in tmp_path.rglob("*.po"):
        pairs = po.read(str(path), path.read_bytes(), Languages(source=None, target=None)).pairs
        for pair in pairs:
            assert pair.source
            assert pair.target
            entry = ENTRIES[places[str(path), pair.target.line]]
            assert pair.source.text in entry.sources
            assert pair.target.text in entry.targets
            assert pair.target.lang == entry.lang
    assert set(places.values()) == set(range(len(ENTRIES)))


def test_the_checks_that_find_a_fault_are_the_fewest_that_do() -> None:
    found = [frozenset({"tag", "end"})] * 6 + [frozenset({"tag"})] * 4 + [frozenset({"stop"})] * 3
    assert run.finders([*found, frozenset()]) == {"tag", "stop"}
    assert run.finders([frozenset()] * 3) == frozenset()
    # One in a hundred is chance.
    assert run.finders([frozenset({"tag"})] * 99 + [frozenset({"length"})]) == {"tag"}


def test_what_was_read_counts_while_it_is_still_flagged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [reading.key(entry) for entry in ENTRIES]
    assert len(set(names)) == len(ENTRIES)
    said = ("sound\ttranscheck Weblate", "fault\ttranscheck", "stop\tWeblate")
    table = tmp_path / "read.tsv"
    lines = (f"{name}\t{each}\n" for name, each in zip(names[:3], said, strict=True))
    table.write_text("# read\n" + "".join(lines), "utf-8")
    monkeypatch.setattr(reading, "_READ", table)
    noted = frozenset({f"end{NOTE}"})
    flags = {
        "transcheck": {0: noted, 1: frozenset({"tag"}), 2: noted},
        "Weblate": {2: frozenset({"end_stop"})},
        reading.WARNINGS: {1: frozenset({"tag"})},
    }
    ours, weblate, warnings = reading.readings(flags, dict(enumerate(ENTRIES)), 100)
    assert (ours.flagged, ours.read, ours.sound, ours.false_alarms) == (30, 2, 1, 15)
    assert (weblate.read, weblate.sound, weblate.stops, weblate.with_stops) == (1, 0, 1, 10)
    assert (warnings.flagged, warnings.read, warnings.sound) == (10, 1, 0)
    assert warns(flags["transcheck"][1])
    assert not warns(noted)
