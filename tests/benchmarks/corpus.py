"""Clean news for development: the NTREX articles that lie beside the repository in ../shared.

Source: NTREX-128 (Federmann, Kocmi and Xin, 2022), CC BY-SA 4.0. The sentences are not part of the
repository; only figures derived from them are. Every fourth article is held out: thresholds and
rules are chosen on ``Part.DEVELOPMENT`` and reported on ``Part.HELD_OUT``.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

NTREX = Path(__file__).resolve().parents[3] / "shared" / "data" / "ntrex"
FAULTS = Path(__file__).parent / "corpus_faults.txt"
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")

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
    """The sentences of one article; line N of every language is the same sentence.

    ``line`` is the line of the corpus that it begins at; None for text from elsewhere.
    """

    name: str
    lang: str
    sentences: tuple[str, ...]
    line: int | None = None

    def is_fault(self, index: int, check: str, marked: str) -> bool:
        """Say whether a mark in a sentence was read and found to be a fault of the corpus."""
        known = faults() if self.line is not None else {}
        spans = known.get((self.lang, (self.line or 0) + index, check), frozenset())
        return marked in spans or "*" in spans


@cache
def faults() -> Mapping[tuple[str, int, str], frozenset[str]]:
    """Return what was found to be a fault of the corpus, by language, line and check."""
    found: dict[tuple[str, int, str], set[str]] = defaultdict(set)
    for row in FAULTS.read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            lang, line, check, marked = row.split(" ", 3)
            found[lang, int(line), check].add(
                _ESCAPE.sub(lambda code: chr(int(code[1], 16)), marked)
            )
    return {place: frozenset(spans) for place, spans in found.items()}


def folder_languages(folder: Path) -> list[str]:
    """Return the tags of the languages that ``folder`` holds text of."""
    return [lang for lang in FILES if _file(folder, lang).is_file()]


def folder_articles(folder: Path, lang: str) -> list[Article]:
    """Return the articles of any folder of clean text, one sentence a line.

    The file is named by the tag ("en.txt") or as in NTREX ("eng.txt"). ``documents.txt`` names the
    article of each line, if it is there; otherwise a blank line ends an article.
    """
    lines = _file(folder, lang).read_text(encoding="utf-8").splitlines()
    table = folder / "documents.txt"
    names = table.read_text(encoding="utf-8").splitlines() if table.is_file() else _numbered(lines)
    grouped: dict[str, list[str]] = {}
    for name, line in zip(names, lines, strict=True):
        grouped.setdefault(name, []).append(line)
    found = ((name, [line for line in part if line.strip()]) for name, part in grouped.items())
    return [Article(name=name, lang=lang, sentences=tuple(part)) for name, part in found if part]


def _file(folder: Path, lang: str) -> Path:
    named = folder / f"{lang}.txt"
    return named if named.is_file() else folder / f"{FILES[lang]}.txt"


def _numbered(lines: list[str]) -> list[str]:
    number = 0
    names = []
    for line in lines:
        number += not line.strip()
        names.append(str(number))
    return names


def articles(lang: str, part: Part, *, root: Path = NTREX) -> list[Article]:
    """Return the articles of ``part`` in ``lang``, in the order of the corpus."""
    names = (root / "documents.txt").read_text(encoding="utf-8").splitlines()
    lines = (root / f"{FILES[lang]}.txt").read_text(encoding="utf-8").splitlines()
    grouped: dict[str, list[str]] = {}
    begins: dict[str, int] = {}
    for number, (name, line) in enumerate(zip(names, lines, strict=True), 1):
        grouped.setdefault(name, []).append(line)
        begins.setdefault(name, number)
    held_out = {name for index, name in enumerate(grouped) if index % 4 == 3}
    return [
        Article(name=name, lang=lang, sentences=tuple(sentences), line=begins[name])
        for name, sentences in grouped.items()
        if (name in held_out) is (part is Part.HELD_OUT)
    ]
