"""Read TMX translation memories."""

from transcheck.errors import InputError
from transcheck.formats.catalog import Catalog, Format, Languages, tags, unit_pair
from transcheck.formats.xml_text import text_of
from transcheck.formats.xml_tree import Element, parse
from transcheck.languages import is_same
from transcheck.model import Pair
from transcheck.units import State, Unit, allowed


def read(path: str, data: bytes, named: Languages) -> Catalog:
    """Return the units of a translation memory, for each language that it translates into.

    Raises:
        InputError: the file is no TMX, or a language is missing or not known.
    """
    root = parse(path, data)
    body, header = root.first("body"), root.first("header")
    if root.name != "tmx" or body is None:
        raise InputError(f"{path}:{root.line}: expected <tmx> with a <body>, found <{root.name}>")
    said = header.attributes.get("srclang", "") if header else ""
    source_lang = named.source or (said if said != "*all*" else None)
    pairs: list[Pair] = []
    for number, unit in enumerate(body.elements("tu"), start=1):
        texts = [(_lang(each), each.first("seg")) for each in unit.elements("tuv")]
        source = next((seg for lang, seg in texts if is_same(lang, source_lang or lang)), None)
        notes = tuple(note.text for note in unit.elements("note"))
        for lang, seg in texts:
            wanted = named.target is None or is_same(lang, named.target)
            if source and seg and seg is not source and wanted:
                languages = tags(path, source=source_lang or texts[0][0], target=lang)
                both = text_of(source, _code), text_of(seg, _code)
                described = Unit(
                    key=unit.attributes.get("tuid") or str(number),
                    state=State.TRANSLATED if both[1].text.strip() else State.UNTRANSLATED,
                    notes=notes,
                    allowed=allowed(notes),
                )
                pairs.append(unit_pair(path, number, both, languages, described))
    return Catalog(path=path, pairs=tuple(pairs))


def _lang(variant: Element) -> str:
    return variant.attributes.get("lang", "")


def _code(element: Element) -> tuple[str, str | None]:
    if element.name == "hi":
        return "", ""
    number = element.attributes.get("x") or element.attributes.get("i") or ""
    return f"{{{element.name}{number}}}", None


TMX = Format(
    name="tmx",
    summary="TMX translation memories; inline codes are shown as placeholders",
    suffixes=(".tmx",),
    read=read,
)
