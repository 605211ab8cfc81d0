"""The table of localization formats, and which of them a file is in."""

from pathlib import PurePath

from transcheck.errors import ConfigError
from transcheck.formats.android import ANDROID
from transcheck.formats.catalog import Format
from transcheck.formats.fluent import FLUENT
from transcheck.formats.html_pages import HTML
from transcheck.formats.json_lines import JSONL
from transcheck.formats.json_strings import JSON
from transcheck.formats.key_values import APPLE_STRINGS, PROPERTIES
from transcheck.formats.lines import LINES
from transcheck.formats.markdown import MARKDOWN
from transcheck.formats.parquet import PARQUET
from transcheck.formats.po import PO
from transcheck.formats.qt import QT
from transcheck.formats.resx import RESX
from transcheck.formats.stringsdict import STRINGSDICT
from transcheck.formats.subtitles import SRT, WEBVTT
from transcheck.formats.tables import CSV, TSV
from transcheck.formats.tmx import TMX
from transcheck.formats.xcstrings import XCSTRINGS
from transcheck.formats.xliff import XLIFF
from transcheck.formats.yaml_strings import YAML

ALL: tuple[Format, ...] = (
    PO, XLIFF, TMX, TSV, CSV, JSONL, QT, JSON, ANDROID, APPLE_STRINGS, PROPERTIES, RESX,
    SRT, WEBVTT, YAML, FLUENT, STRINGSDICT, XCSTRINGS,
    PARQUET, LINES, MARKDOWN, HTML,
)  # fmt: skip

KNOWN = "known: " + ", ".join(each.name for each in ALL)


def named(name: str) -> Format:
    """Return the format of this name.

    Raises:
        ConfigError: there is none.
    """
    for each in ALL:
        if each.name == name:
            return each
    raise ConfigError(f"unknown format {name!r}", hint=KNOWN)


def of(path: str) -> Format | None:
    """Return the format that the name of a file tells, or None."""
    name = PurePath(path).name.casefold()
    return next((each for each in ALL if name.endswith(each.suffixes)), None)
