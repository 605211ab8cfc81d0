"""Android's resources as its own projects have them: variants for devices, tags, old names."""

import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from transcheck.cli.app import app

SOURCE = """<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">
<string name="sleep" product="tablet">Keep the tablet from sleeping.</string>
<string name="sleep" product="default">Keep the phone from sleeping.</string>
<string name="days">in <xliff:g id="COUNT_0">%d</xliff:g> days</string>
</resources>"""
TRANSLATED = """<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">
<string name="sleep" product="tablet">讓平板電腦不要休眠。</string>
<string name="sleep" product="default">讓手機不要休眠。</string>
<string name="days"><xliff:g id="COUNT_1">%d</xliff:g> 天內</string>
</resources>"""


def report(folder: Path, *names: str) -> dict[str, Any]:
    for name, text in (("values", SOURCE), *((name, TRANSLATED) for name in names)):
        (folder / name).mkdir()
        (folder / name / "strings.xml").write_text(text, "utf-8")
    named = ("--from", "en", "--no-meaning", "--format", "json")
    made = CliRunner().invoke(app, ["batch", str(folder), *named])
    assert made.exit_code in {0, 1}, made.output
    return dict(json.loads(made.stdout))


def test_devices_and_names_of_placeholders_make_no_fault(tmp_path: Path) -> None:
    found = report(tmp_path, "values-zh-rTW", "values-zh-rHK")
    assert (found["findings"], found["failures"]) == ([], [])
    keys = {row["unit"]["key"] for row in found["rows"]}
    assert keys == {"sleep (tablet)", "sleep (default)", "days"}
    assert {row["target"]["lang"] for row in found["rows"]} == {"zh-TW"}


def test_old_and_long_names_of_languages_are_read(tmp_path: Path) -> None:
    found = report(tmp_path, "values-iw", "values-in", "values-b+zh+Hant")
    assert {row["target"]["lang"] for row in found["rows"]} == {"he", "id", "zh-TW"}
