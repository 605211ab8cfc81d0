"""The table of localization formats, and which of them a file is in."""

from pathlib import PurePath

from transcheck.formats.catalog import Format
from transcheck.formats.po import PO
from transcheck.formats.tables import TSV

ALL: tuple[Format, ...] = (PO, TSV)


def of(path: str) -> Format | None:
    """Return the format that the name of a file tells, or None."""
    name = PurePath(path).name.casefold()
    return next((each for each in ALL if name.endswith(each.suffixes)), None)
