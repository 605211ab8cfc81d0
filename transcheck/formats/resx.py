"""Read RESX resources of .NET."""

from transcheck.errors import InputError
from transcheck.formats.catalog import Format, String
from transcheck.formats.xml_text import as_tag, text_of
from transcheck.formats.xml_tree import parse
from transcheck.units import Unit, allowed


def strings(path: str, data: bytes) -> list[String]:
    """Return the texts of a resource file; entries of a type, such as images, are none.

    Raises:
        InputError: the file is no sound XML of resources.
    """
    root = parse(path, data)
    if root.name != "root":
        raise InputError(f"{path}:{root.line}: expected <root>, found <{root.name}>")
    found = []
    for entry in root.elements("data"):
        value = entry.first("value")
        if value and not {"type", "mimetype"} & set(entry.attributes):
            notes = tuple(note.text for note in entry.elements("comment"))
            unit = Unit(
                key=entry.attributes.get("name", ""),
                notes=notes,
                dialects=("csharp",),
                allowed=allowed(notes),
            )
            found.append(String(text=text_of(value, as_tag), unit=unit))
    return found


RESX = Format(
    name="resx",
    summary="RESX resources of .NET",
    suffixes=(".resx",),
    strings=strings,
)
