"""Read Qt Linguist files: contexts, numerus forms, states."""

from collections.abc import Iterator
from dataclasses import replace

from transcheck.errors import InputError
from transcheck.formats.catalog import Catalog, Format, Languages, tags, unit_pair
from transcheck.formats.located import Located
from transcheck.formats.xml_text import as_tag, text_of
from transcheck.formats.xml_tree import Element, parse
from transcheck.model import Pair
from transcheck.units import State, Unit, allowed

_STATES = {
    "unfinished": State.NEEDS_REVIEW,
    "vanished": State.OBSOLETE,
    "obsolete": State.OBSOLETE,
}
_NOTES = ("comment", "extracomment", "translatorcomment")


def read(path: str, data: bytes, named: Languages) -> Catalog:
    """Return the units of a Qt Linguist file; a source without language is English.

    Raises:
        InputError: the file is no TS file, or its language is not known.
    """
    root = parse(path, data)
    if root.name != "TS":
        raise InputError(f"{path}:{root.line}: expected <TS>, found <{root.name}>")
    languages = tags(
        path,
        source=root.attributes.get("sourcelanguage") or named.source or "en",
        target=root.attributes.get("language") or named.target,
    )
    messages = (
        (context, message)
        for context in root.elements("context")
        for message in context.elements("message")
    )
    return Catalog(
        path=path,
        pairs=tuple(
            pair
            for number, (context, message) in enumerate(messages)
            for pair in _pairs(path, number, (context, message), languages)
        ),
    )


def _pairs(
    path: str, number: int, place: tuple[Element, Element], languages: tuple[str, str]
) -> Iterator[Pair]:
    context, message = place
    source, target = message.first("source"), message.first("translation")
    if source is None:
        return
    forms = list(target.elements("numerusform")) if target else []
    texts = [text_of(each, as_tag) for each in forms or ([target] if target else [])]
    texts = texts or [Located("", message.line, message.column)]
    notes = tuple(note.text for note in message.elements(*_NOTES))
    name = context.first("name")
    state = _STATES.get(target.attributes.get("type", ""), State.TRANSLATED) if target else None
    if state is not State.OBSOLETE and not any(text.text.strip() for text in texts):
        state = State.UNTRANSLATED
    unit = Unit(
        key=message.attributes.get("id") or source.text,
        state=state or State.UNTRANSLATED,
        context=name.text if name else None,
        notes=notes,
        dialects=("qt",),
        allowed=allowed(notes),
    )
    names = tuple(map(str, range(len(forms))))
    for form, text in enumerate(texts):
        own = replace(unit, plural=str(form), forms=names) if forms else unit
        yield unit_pair(path, number, (text_of(source, as_tag), text), languages, own)


QT = Format(
    name="qt",
    summary="Qt Linguist: contexts, numerus forms, unfinished and obsolete messages",
    suffixes=(".ts",),
    read=read,
)
