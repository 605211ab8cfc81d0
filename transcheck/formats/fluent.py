"""Read Fluent: messages, terms and attributes, with a text for each variant of a selection."""

from collections.abc import Iterator
from typing import Any

from transcheck.errors import InputError
from transcheck.formats import plain
from transcheck.formats.catalog import Format, String
from transcheck.formats.located import Lines, Located, joined
from transcheck.units import Unit, allowed

# More ways to say one message than any language has; what has more keeps its default variants.
_MOST = 64

# A way to say a pattern: the variants that were taken, and its parts.
_Form = tuple[tuple[str, ...], list[Located]]


def strings(path: str, data: bytes) -> list[String]:
    """Return the texts of a Fluent file; placeables stand in them as they are written.

    Raises:
        InputError: the file is no text, or an entry of it is not Fluent.
    """
    from fluent.syntax import FluentParser, ast

    text = plain.decode(data, path, None)
    reader = _Reader(text)
    try:
        entries = FluentParser().parse(text).body
    except RecursionError:
        raise InputError(f"{path}: placeables are nested too deep") from None
    found: list[String] = []
    for entry in entries:
        if isinstance(entry, ast.Junk):
            line, column = reader.lines.at(entry.span.start if entry.span else 0)
            why = entry.annotations[0].message if entry.annotations else "not an entry"
            why = " ".join(str(why).split())  # it may quote a line end
            raise InputError(f"{path}:{line}:{column}: not sound Fluent: {why}")
        if isinstance(entry, ast.Message | ast.Term):
            found += reader.entry(entry, "-" if isinstance(entry, ast.Term) else "")
    return found


class _Reader:
    """Turns entries into texts with their places; ``Any`` are nodes of fluent.syntax."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = Lines(text)

    def entry(self, entry: Any, mark: str) -> Iterator[String]:  # noqa: ANN401
        notes = (entry.comment.content,) if entry.comment else ()
        key = f"{mark}{entry.id.name}"
        named = [(key, entry.value)]
        named += [(f"{key}.{each.id.name}", each.value) for each in entry.attributes]
        for name, pattern in named:
            for variants, parts in self._forms(pattern) if pattern else ():
                unit = Unit(
                    key=name,
                    notes=notes,
                    plural=_plural(variants),
                    dialects=("fluent",),
                    allowed=allowed(notes),
                )
                yield String(text=joined(parts), unit=unit)

    def _forms(self, pattern: Any) -> list[_Form]:  # noqa: ANN401
        """Return each way to say a pattern, that with all default variants as the last."""
        forms: list[_Form] = [((), [Located("", *self.lines.at(pattern.span.start))])]
        for element in pattern.elements:
            more = self._element(element)
            if len(more) == 1 and not more[0][0]:
                for _, said in forms:
                    said.extend(more[0][1])
                continue
            forms = [
                (taken + further, said + parts) for taken, said in forms for further, parts in more
            ]
            forms = forms if len(forms) <= _MOST else forms[-1:]
        return forms

    def _element(self, element: Any) -> list[_Form]:  # noqa: ANN401
        variants = getattr(getattr(element, "expression", None), "variants", None)
        if not variants:
            return [((), list(self._written(element)))]
        forms: list[_Form] = []
        for variant in sorted(variants, key=lambda each: bool(each.default)):
            name = getattr(variant.key, "name", None) or variant.key.value
            # What a source has no variant for is held against its default.
            taken = "other" if variant.default else name
            forms += [((taken, *further), parts) for further, parts in self._forms(variant.value)]
        return forms

    def _written(self, element: Any) -> Iterator[Located]:  # noqa: ANN401
        """Yield the lines of an element without their indents."""
        start, end = element.span.start, element.span.end
        raw = self.text[start:end]
        value = getattr(element, "value", raw)
        offset = start
        written = raw.splitlines(keepends=True)
        for number, line in enumerate(value.splitlines(keepends=True)):
            there = written[number] if number < len(written) else ""
            indent = there.find(line.rstrip("\r\n")) if number else 0
            yield Located(line, *self.lines.at(offset + max(indent, 0)))
            offset += len(there)


def _plural(variants: tuple[str, ...]) -> str | None:
    if not variants:
        return None
    if len(variants) == 1 and variants[0].isdecimal():
        return f"={variants[0]}"
    return "other" if set(variants) == {"other"} else ", ".join(variants)


FLUENT = Format(
    name="fluent",
    summary="Fluent: messages, terms, attributes, a text for each variant of a selection",
    suffixes=(".ftl",),
    strings=strings,
)
