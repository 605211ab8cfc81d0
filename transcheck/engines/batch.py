"""What every engine does with a batch before and after its model: each distinct line once."""

import re
from collections.abc import Callable, Mapping, Sequence

from transcheck.model import LINE_BREAK
from transcheck.translations import Translation

# Half a UTF-16 pair: JSON can carry one into a text, but UTF-8 cannot carry it to an engine.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def translate_distinct(
    texts: Sequence[str], ask: Callable[[list[str]], Mapping[str, Translation]]
) -> list[Translation]:
    """Translate ``texts``, asking for each distinct line once; the result is in their order.

    ``ask`` gets lines that are not blank, longest first, so that threads which share them finish
    together and neighbours in a batch are of like length; it answers every one. A blank text is its
    own translation.
    """
    lines = [_one_line(text) for text in texts]
    distinct = sorted({line for line in lines if line.strip()}, key=lambda line: (-len(line), line))
    answers = ask(distinct) if distinct else {}
    return [
        answers[line] if line.strip() else Translation(text=text)
        for text, line in zip(texts, lines, strict=True)
    ]


def _one_line(text: str) -> str:
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", LINE_BREAK.sub(" ", text))
