"""Write the pages that follow from the check records; ``--check`` only says what is stale."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from transcheck.checks import registry
from transcheck.reporters import check_page

FOLDER = Path(__file__).parent / "checks"


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
