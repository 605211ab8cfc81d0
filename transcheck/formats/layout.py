"""Which files are one text in several languages: the usual layouts of projects."""

import re
from pathlib import PurePath

from transcheck import languages

_TAG = r"[a-z]{2,3}(?:[-_](?:r?[A-Z]{2}|[A-Z][a-z]{3}|\d{3}|hans|hant|latn|cyrl))*(?:[-_][a-z]{2})?"
# pt.json, values-pt, pt.lproj (of old Portuguese.lproj), messages_pt.properties,
# Resources.pt.resx, locales/pt/.
_FOLDERS = (
    re.compile(rf"()({_TAG})()"),
    re.compile(rf"(values-)({_TAG}|b(?:\+\w+)+)()"),
    re.compile(rf"()({_TAG})(\.lproj)"),
    re.compile(r"()([A-Z][A-Za-z]+)(\.lproj)"),
)
_FILES = (
    re.compile(rf"()({_TAG})(\.\w+)"),
    re.compile(rf"(.+[._-])({_TAG})(\.\w+)"),
)
# Android knows these languages by the names that they had.
_FORMER = {"iw": "he", "in": "id", "ji": "yi"}
# What the language of development may be called where a place for a tag is.
_UNTAGGED = {"values": "values-{}", "Base.lproj": "{}.lproj"}


def places(path: str) -> list[tuple[str, str | None]]:
    """Return the patterns that a path may be of, each with the tag that stands for its language.

    The tag is None where the path has none, as ``messages.properties`` beside
    ``messages_pt.properties``.

    >>> places("locales/pt/app.json")[0]
    ('locales/{}/app.json', 'pt')
    >>> places("pt-br.json")[0], places("app-pt.json")[0]
    (('{}.json', 'pt-br'), ('app-{}.json', 'pt'))
    >>> [places(f"values-{name}/strings.xml")[0][1] for name in ("iw", "zh-rTW", "b+sr+Latn")]
    ['he', 'zh-TW', 'sr-Latn']
    """
    pure = PurePath(path)
    parts = list(pure.parts)
    found: list[tuple[str, str | None]] = []
    for number in range(len(parts) - 1, -1, -1):
        patterns = _FILES if number == len(parts) - 1 else _FOLDERS
        for pattern in patterns:
            match = pattern.fullmatch(parts[number])
            tag = _tag(match) if match else None
            if match and tag and is_language(tag):
                found.append((_with(parts, number, f"{match[1]}{{}}{match[3]}"), tag))
        if parts[number] in _UNTAGGED:
            found.append((_with(parts, number, _UNTAGGED[parts[number]]), None))
    stem, suffix = pure.stem, pure.suffix
    found += [(_with(parts, -1, f"{stem}{mark}{{}}{suffix}"), None) for mark in "_.-"]
    return found


def _tag(match: re.Match[str]) -> str:
    """Return the tag of a name; Android writes "iw", "zh-rTW" and "b+sr+Latn", Apple "German"."""
    if match[1] != "values-":
        named = languages.named(match[2])
        return named.tag if named else match[2]
    language, *others = match[2].removeprefix("b+").replace("+", "-").split("-")
    regions = (other[1:] if len(other) == 3 and other[0] == "r" else other for other in others)
    return "-".join((_FORMER.get(language, language), *regions))


def _with(parts: list[str], number: int, part: str) -> str:
    changed = list(parts)
    changed[number] = part
    return PurePath(*changed).as_posix()


def is_language(tag: str) -> bool:
    """Say whether this is the tag of a language that is known."""
    return languages.known(tag) is not None
