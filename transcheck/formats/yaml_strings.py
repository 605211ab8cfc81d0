"""Read YAML resources of Rails: keys in levels under the language, with plural forms."""

from transcheck.formats import plain
from transcheck.formats.catalog import Format, String
from transcheck.formats.layout import is_language
from transcheck.formats.yaml_text import values
from transcheck.units import Unit

_FORMS = frozenset(("zero", "one", "two", "few", "many", "other"))


def strings(path: str, data: bytes) -> list[String]:
    """Return the texts of a YAML file; keys of levels are joined by dots.

    A single key above all others is left out of them if it names a language, as in Rails.

    Raises:
        InputError: the file is no YAML.
    """
    found = list(values(path, plain.decode(data, path, None)))
    tops = {way[0] for way, _ in found}
    below = 1 if len(tops) == 1 and is_language(*tops) else 0
    plurals = {way[:-1] for way, _ in found if way[-1] == "other"}
    texts = []
    for way, text in found:
        plural = way[-1] in _FORMS and way[:-1] in plurals
        unit = Unit(
            key=".".join(way[below:-1] if plural else way[below:]),
            plural=way[-1] if plural else None,
        )
        texts.append(String(text=text, unit=unit))
    return texts


YAML = Format(
    name="yaml",
    summary="YAML of Rails: nesting under the language, plural forms; anchors are not followed",
    suffixes=(".yml", ".yaml"),
    strings=strings,
)
