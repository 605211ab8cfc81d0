"""Clean news for development: the NTREX articles that lie beside the repository in ../shared.

Source: NTREX-128 (Federmann, Kocmi and Xin, 2022), CC BY-SA 4.0. The sentences are not part of the
repository; only figures derived from them are. Every fourth article is held out: thresholds and
rules are chosen on ``Part.DEVELOPMENT`` and reported on ``Part.HELD_OUT``.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

NTREX = Path(__file__).resolve().parents[3] / "shared" / "data" / "ntrex"

# Our tags and the names of the files of the corpus.
FILES = {
    "ar": "arb", "ca": "cat", "cs": "ces", "de": "deu", "el": "ell", "en": "eng", "es": "spa",
    "fi": "fin", "fr": "fra", "hi": "hin", "hu": "hun", "id": "ind", "it": "ita", "ja": "jpn",
    "ko": "kor", "nl": "nld", "pl": "pol", "pt": "por-BR", "ro": "ron", "ru": "rus", "sv": "swe",
    "th": "tha", "tr": "tur", "uk": "ukr", "vi": "vie", "zh": "zho-CN",
}  # fmt: skip


class Part(StrEnum):
    """Which articles: those to develop on, or those kept apart to report on."""

    DEVELOPMENT = "development"
    HELD_OUT = "held out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The sentences of one article; line N of every language is the same sentence."""

    name: str
    lang: str
    sentences: tuple[str, ...]


def articles(lang: str, part: Part, *, root: Path = NTREX) -> list[Article]:
    """Return the articles of ``part`` in ``lang``, in the order of the corpus."""
    names = (root / "documents.txt").read_text(encoding="utf-8").splitlines()
    lines = (root / f"{FILES[lang]}.txt").read_text(encoding="utf-8").splitlines()
    grouped: dict[str, list[str]] = {}
    for name, line in zip(names, lines, strict=True):
        grouped.setdefault(name, []).append(line)
    held_out = {name for index, name in enumerate(grouped) if index % 4 == 3}
    return [
        Article(name=name, lang=lang, sentences=tuple(sentences))
        for name, sentences in grouped.items()
        if (name in held_out) is (part is Part.HELD_OUT)
    ]
