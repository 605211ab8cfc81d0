"""The text of an XML element: white space as its format has it, inner elements as placeholders."""

from collections.abc import Callable

from transcheck.formats.located import Located, folded, joined
from transcheck.formats.xml_tree import Element

# Gives what stands before and after an inner element; None after it where its content is no text.
Shown = Callable[[Element], tuple[str, str | None]]


def text_of(element: Element, shown: Shown, *, fold: bool = False) -> Located:
    """Return the text in ``element``; ``fold`` makes one space of each stretch of white space."""
    parts: list[Located] = [Located("", element.line, element.column)]
    waiting: list[Element | Located] = list(reversed(element.children))
    while waiting:
        node = waiting.pop()
        if isinstance(node, Located):
            parts.append(node)
            continue
        before, after = shown(node)
        parts.append(Located(before, node.line, node.column))
        if after is not None:
            # Its closing tag has no place of its own; its opening is close enough.
            waiting.append(Located(after, node.line, node.column))
            waiting += reversed(node.children)
    whole = joined(parts)
    return folded(whole) if fold else whole


def as_tag(element: Element) -> tuple[str, str | None]:
    """Show an inner element as the tag that it is: ``<b>`` and ``</b>``."""
    given = "".join(f' {name}="{value}"' for name, value in sorted(element.attributes.items()))
    if not element.children:
        return f"<{element.name}{given}/>", ""
    return f"<{element.name}{given}>", f"</{element.name}>"
