"""Patterns of paths, as a user writes them: ``locales/**/*.json``."""

import re
from functools import cache

LANG = "{lang}"
_MARK = re.compile(r"\*\*/|\*\*|\*|\?|\{lang\}")
_MEANING = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
_TAG = r"(?P<lang>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)"


def match(glob: str, path: str) -> re.Match[str] | None:
    """Return how a path fits: as a whole or with its end, from a folder on.

    ``*`` stays within a folder, ``**`` does not. The group ``lang`` is what stands at ``{lang}``,
    the same wherever the pattern has that.

    >>> match("locales/{lang}/**/*.json", "web/locales/pt/app.json")["lang"]
    'pt'
    """
    return _compiled(glob).fullmatch(path.replace("\\", "/").removeprefix("./"))


@cache
def _compiled(glob: str) -> re.Pattern[str]:
    parts, done, named = [], 0, False
    glob = glob.replace("\\", "/").removeprefix("./")
    for mark in _MARK.finditer(glob):
        parts.append(re.escape(glob[done : mark.start()]))
        parts.append(_MEANING.get(mark[0]) or ("(?P=lang)" if named else _TAG))
        named = named or mark[0] == LANG
        done = mark.end()
    return re.compile(f"(?:.*/)?{''.join(parts)}{re.escape(glob[done:])}", re.DOTALL)
