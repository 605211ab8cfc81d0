"""Read XML as a tree whose texts know their place, with nothing that can be abused.

The parser is expat. No entity is declared or fetched, no file and no address is opened: a document
type that declares entities is refused, which ends a billion laughs before the first.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from transcheck.errors import InputError
from transcheck.formats import plain
from transcheck.formats.located import Located

# The encoding that a file says; one in two bytes for a letter shows itself.
DECLARED = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)""")
# No localization file nests as deep; what does is damaged or hostile.
_DEEPEST = 200


@dataclass(slots=True, eq=False)
class Element:
    """An element: ``name`` without namespace, its children and texts in order.

    ``start`` and ``end`` are the offsets in bytes of its start and end tag, ``line`` and
    ``column`` the place of the start tag.
    """

    name: str
    space: str
    attributes: Mapping[str, str]
    line: int
    column: int
    start: int
    end: int = 0
    children: list["Element | Located"] = field(default_factory=list)

    def elements(self, *names: str) -> Iterator["Element"]:
        """Yield the children with one of these names, or all."""
        for child in self.children:
            if isinstance(child, Element) and (not names or child.name in names):
                yield child

    def first(self, name: str) -> "Element | None":
        """Return the first child with this name, or None."""
        return next(self.elements(name), None)

    def walk(self, *names: str) -> Iterator["Element"]:
        """Yield all elements below with one of these names, in order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if element is not self and element.name in names:
                yield element
            waiting += reversed(list(element.elements()))

    @property
    def text(self) -> str:
        """All text in the element, without its tags."""
        parts = []
        waiting: list[Element | Located] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Element):
                waiting += reversed(node.children)
            else:
                parts.append(node.text)
        return "".join(parts)


def parse(path: str, data: bytes) -> Element:
    """Return the root of an XML file.

    Raises:
        InputError: it is no sound XML, it declares entities, or an encoding that it is not in.
    """
    if said := DECLARED.match(data):
        plain.declared(path, data, said[1].decode("latin-1"))
    builder = _Builder(path)
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise InputError(
            f"{path}:{error.lineno}:{error.offset + 1}: not sound XML: "
            f"{expat.ErrorString(error.code)}"
        ) from None
    except (LookupError, UnicodeError, ValueError) as error:
        raise InputError(f"{path}: its declared encoding cannot be read: {error}") from None
    return builder.root


class _Builder:
    """The handlers that expat calls, and the tree that they make."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.open: list[Element] = []
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity
        self.root = Element(name="", space="", attributes={}, line=1, column=1, start=0)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        parser = self.parser
        if len(self.open) >= _DEEPEST:
            raise InputError(
                f"{self.path}:{parser.CurrentLineNumber}: elements are nested over {_DEEPEST} deep"
            )
        space, _, local = name.rpartition(" ")
        element = Element(
            name=local,
            space=space,
            # The prefix of an attribute says nothing that its name does not.
            attributes={key.rpartition(" ")[2]: value for key, value in attributes.items()},
            line=parser.CurrentLineNumber,
            column=parser.CurrentColumnNumber + 1,
            start=parser.CurrentByteIndex,
        )
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _end(self, _name: str) -> None:
        self.open.pop().end = self.parser.CurrentByteIndex

    def _text(self, text: str) -> None:
        parser = self.parser
        place = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        self.open[-1].children.append(Located(text, *place))

    def _entity(self, name: str, *_: object) -> None:
        raise InputError(
            f"{self.path}:{self.parser.CurrentLineNumber}: declares the entity {name!r}",
            hint="entities are not read, since they can grow without end: write the text itself",
        )
