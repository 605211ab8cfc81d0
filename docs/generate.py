"""Write the pages that follow from the check records; ``--check`` only says what is stale."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from transcheck.checks import registry
from transcheck.formats import registry as formats
from transcheck.reporters import check_page

FOLDER = Path(__file__).parent / "checks"

_FORMATS = """# Localization formats

`transcheck batch locales/ --from en` reads these. A file in one language is read beside its
source: `pt.json` beside `en.json`, `values-pt/strings.xml` beside `values/strings.xml`,
`pt.lproj` beside `en.lproj`, `messages_pt.properties` beside `messages.properties`.

Where a project has other names, `--pattern "i18n/{lang}/texts/*.json"` says where in its path a
file names its language, and its source is the file with that of `--from` in the same place. The
pattern also says the language of a file that holds two and does not say so itself. `patterns` in
the [configuration](configuration.md) says the same for every run, and `formats` there says in which
format files are whose names do not tell it.

Markdown, HTML and plain lines are read where they are named on the command line, or found in a
folder by a pattern or by `formats`; in other folders they seldom are translations. Blocks have
no keys. They are paired in order, section by section, where a section has the same
kinds of blocks in both files; one that has not is named and not checked (exit code 3), and so
is a file whose headings are others. Code, scripts and front matter are left out; emphasis and
links stand in the text as tags, so that a lost one is told. A row of a Parquet file counts as its
line.

Only units that are translated are checked; the report counts the others by their state, and
`--include needs-review` checks those too. A comment `transcheck: allow glued-words` in a unit's
notes switches a check off for it. XML is read without entities and without network.

`--write-notes` writes the findings into the files that take notes: as comments of a PO entry
(`# transcheck: NAME: message`), as `<note from="transcheck">` of XLIFF 1.2 and
`<note category="transcheck">` of XLIFF 2, and as the attribute `its-loc-quality-issue-comment` of
ITS 2.0 on the element of an HTML page (a text that stands in none takes no note). The next run
replaces them. All else in the file stays as it is, byte for byte, and a finding that was accepted
or is in the baseline leaves no note.

"""


def pages() -> Iterator[tuple[Path, str]]:
    """Yield the path and the text of each generated page."""
    checks = sorted(registry.ALL, key=lambda check: check.id)
    lines = [
        f"| [{check.id}]({check.id}.md) | [{check.name}]({check.id}.md) "
        f"| {check.severity} | {check.summary} |"
        for check in checks
    ]
    heading = "# Checks\n\n| id | name | severity | flags |\n|---|---|---|---|\n"
    yield FOLDER / "index.md", heading + "\n".join(lines) + "\n"
    for check in checks:
        yield FOLDER / f"{check.id}.md", check_page.render(check)
    yield FOLDER.parent / "formats.md", _formats()


def _formats() -> str:
    rows = [
        f"| {each.name} | {', '.join(f'`{suffix}`' for suffix in each.suffixes)} "
        f"| {'two' if each.read else 'one'} "
        f"| {'yes' if each.write_notes else 'no'} | {each.summary} |"
        for each in formats.ALL
    ]
    heading = (
        "| format | names | languages in a file | takes notes | reads |\n|---|---|---|---|---|\n"
    )
    return _FORMATS + heading + "\n".join(rows) + "\n"


def main() -> int:
    """Write the pages, or with ``--check`` exit with 1 if one is not what it should be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, name stale pages")
    only_check = parser.parse_args().check
    wanted = dict(pages())
    stale = [
        path for path, text in wanted.items() if not path.is_file() or path.read_text() != text
    ]
    orphans = [path for path in FOLDER.glob("*.md") if path not in wanted]
    if only_check:
        for path in [*stale, *orphans]:
            print(f"stale: {path} (run `make docs`)", file=sys.stderr)
        return 1 if stale or orphans else 0
    FOLDER.mkdir(exist_ok=True)
    for path in stale:
        path.write_text(wanted[path])
    for path in orphans:
        path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
