"""The text of an XML element: white space as its format has it, inner elements as placeholders."""

import re
from collections.abc import Callable

from transcheck.formats.located import Located, joined
from transcheck.formats.xml_tree import Element

_SPACE = re.compile(r"\s+")

# Gives what stands before and after an inner element; None after it where its content is no text.
Shown = Callable[[Element], tuple[str, str | None]]


def text_of(element: Element, shown: Shown, *, folded: bool = False) -> Located:
    """Return the text in ``element``; ``folded`` makes one space of each stretch of white space."""
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
    return _folded(whole) if folded else whole


def as_tag(element: Element) -> tuple[str, str | None]:
    """Show an inner element as the tag that it is: ``<b>`` and ``</b>``."""
    given = "".join(f' {name}="{value}"' for name, value in sorted(element.attributes.items()))
    if not element.children:
        return f"<{element.name}{given}/>", ""
    return f"<{element.name}{given}>", f"</{element.name}>"


def _folded(text: Located) -> Located:
    """Make one space of each stretch of white space, and none at either end."""
    runs = text.runs or ((0, text.line, text.column),)
    parts: list[Located] = []
    ends = [run[0] for run in runs[1:]] + [len(text.text)]
    for (start, line, column), end in zip(runs, ends, strict=True):
        raw, done = text.text[start:end], 0
        for match in _SPACE.finditer(raw):
            parts.append(Located(raw[done : match.start()], line, column + done))
            parts.append(Located(" ", line, column + match.start()))
            done = match.end()
        parts.append(Located(raw[done:], line, column + done))
    kept: list[Located] = []
    for part in parts:
        if part.text and not (part.text == " " and (not kept or kept[-1].text.endswith(" "))):
            kept.append(part)
    return joined(kept).stripped() if kept else Located("", text.line, text.column)
