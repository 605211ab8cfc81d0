"""Addresses, handles, codes and placeholders, brought through an engine unharmed.

Engines copy most of them. So a text is first translated as it stands, and only where something
was damaged is it translated again with a mask in its place, which engines copy more surely. What
both attempts damage stays as the first one wrote it, for the checks to find.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transcheck.engines.base import Translator
from transcheck.text.protected import protected
from transcheck.translations import Translation

# A550, COVID-19, G20: letters that a digit makes a code.
_CODE = re.compile(r"(?<![\w-])(?=[A-Z])[A-Z]+-?\d[\dA-Z]*(?![\w-])")
# Looks like a short address to an engine; the number tells several apart.
_MASK = "URL{}"


class MaskingTranslator:
    """A translator whose output keeps what is no prose, as far as its engine can be made to."""

    def __init__(self, translator: Translator) -> None:
        self._translator = translator

    @property
    def signature(self) -> str:
        """The engine's own, and that its texts are masked."""
        return f"{self._translator.signature} masked"

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        """Translate each text on its own, in order.

        Raises:
            ModelError: the engine failed.
        """
        made = self._translator.translate(texts)
        damaged = [
            (number, lost)
            for number, (text, plain) in enumerate(zip(texts, made, strict=True))
            if (lost := _lost(text, plain.text)) and _MASK.format("") not in text
        ]
        masked = [_replaced(texts[number], lost, _masks(lost)) for number, lost in damaged]
        again = self._translator.translate(masked) if masked else []
        for (number, lost), second in zip(damaged, again, strict=True):
            whole = _unmasked(second, lost)
            if not _lost(texts[number], whole.text):
                made[number] = whole
        return made


def _unmasked(made: Translation, lost: Sequence[str]) -> Translation:
    """Return a translation with the stretches in the place of their masks."""
    alternatives = [
        replace(each, text=_replaced(each.text, _masks(lost), lost)) for each in made.alternatives
    ]
    text = _replaced(made.text, _masks(lost), lost)
    return replace(made, text=text, alternatives=tuple(alternatives))


def _masks(lost: Sequence[str]) -> list[str]:
    """Return a mask for each of these stretches."""
    return [_MASK.format(number) for number in range(len(lost))]


def _lost(text: str, translation: str) -> list[str]:
    """Return what of ``text`` had to come back as it was and did not, the longest first."""
    kept = Counter(_kept(text))
    lost = [stretch for stretch, count in kept.items() if translation.count(stretch) < count]
    return sorted(lost, key=lambda stretch: (-len(stretch), stretch))


def _kept(text: str) -> Iterator[str]:
    spans = {*protected(text), *(match.span() for match in _CODE.finditer(text))}
    for start, end in sorted(spans):
        if stretch := text[start:end].rstrip(".,;:!?"):
            yield stretch


def _replaced(text: str, old: Sequence[str], new: Sequence[str]) -> str:
    """Replace in one pass, so that nothing is replaced in what was put in."""
    table = dict(zip(old, new, strict=True))
    pattern = "|".join(re.escape(each) for each in sorted(old, key=len, reverse=True))
    return re.sub(pattern, lambda match: table[match[0]], text)
