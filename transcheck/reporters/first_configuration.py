"""The configuration that ``transcheck init`` writes: commented, and fit for what is there."""

from collections.abc import Sequence

_SHOWN = 5
_BODY = """\
# Configuration of transcheck. A key without a value of yours has its default;
# `transcheck config show` says which and why.

{found}
profile = "{profile}"

# The run fails from this severity on: note, warning or error.
fail-on = "warning"

# Checks to leave out: ids, names, or groups (meaning, garble, facts, shape, article, strings).
# ignore = ["boilerplate"]

# Checks in preview, to be run too.
# extend-select = ["meaning-drift"]

# Names and brands that are sound as they are written.
# vocabulary = ["KlimaTicket"]

# Names that no translation changes, and files of terms (TBX, CSV, TSV, TOML).
# do-not-translate = ["GitHub"]
# glossary = "terms.csv"

# Findings that are known already: `transcheck baseline write report.json` makes the file.
# baseline = "transcheck-baseline.txt"

# Where files name their language, if not as usual.
# patterns = ["i18n/{{lang}}/*.json"]

# In which format files are that their names do not tell.
# [formats]
# "texts/*.conf" = "properties"

# Another severity for a check or a group; parameters of a check are on its page.
# [checks.low-similarity]
# severity = "error"

# Another choice for some languages or files.
# [[overrides]]
# languages = ["de"]
# paths = ["legal/**"]
# ignore = ["shape"]
"""


def render(found: Sequence[str]) -> str:
    """Return the text of the file; ``found`` are the localization files in the folder."""
    if found:
        some = "".join(f"#   {path}\n" for path in found[:_SHOWN])
        more = len(found) - _SHOWN
        rest = f"#   and {more} more\n" if more > 0 else ""
        where = f"# Localization files were found, so strings of an interface:\n{some}{rest}"
    else:
        where = "# No localization files were found, so articles:\n"
    where += "# news for articles, ui for strings, strict for every check."
    return _BODY.format(found=where, profile="ui" if found else "news")
