"""The words of one language that make, size or measure numbers: read once, when first needed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from transcheck.data import exists, lines
from transcheck.numbers.values import key

# Their words stand without spaces, so that a word of the table may be a part of any other.
_UNSPACED = frozenset({"ja", "ko", "th", "zh"})
# Below a thousand a word after digits is no size: "50 cent" is money.
_SMALLEST_SIZE = 1000
# Arabic writes its article and short prepositions at the beginning of a word.
_PREFIXES = {"ar": r"(?<!\w)[وفبكل]?(?:ال|ل)?"}
# "czterdziestojednoletni" is 41 years old.
_JOINING = frozenset({"pl", "ru"})
# Words so long may begin another word: "vierentwintigjarige".
_LONG = 6
# Names of months so short are abbreviations, or words of other kinds.
_SHORT = 4
# Names of months and words for numbers that are also other words, and languages most of whose
# months are.
OTHER_WORDS = frozenset({
    "achte", "achten", "cuarta", "cuarto", "march", "mars", "marca", "mayo", "quarta", "quarto",
    "quinta", "sexta", "venti",
})  # fmt: skip
_NO_MONTHS = frozenset({"ar", "th", "tr"})
# Larger numbers in words are no part of idioms, and rarely of names.
LARGE = 13
# A third is a fraction too.
_FIRST_ORDINAL = 4
# One and two come and go with the language; from here on a number in words is asked for.
SMALLEST = 3
_KINDS = (
    "cardinal", "ordinal", "scale", "value", "unit", "join", "skip", "month", "month?", "weekday",
    "weekday?", "money", "money?", "share", "share?",
)  # fmt: skip
# Fractions that stand before a size: "half a million", "anderthalb Millionen".
FRACTIONS = (0.5, 1.5, 2.5, 3.5, 4.5)
_ARTICLE = re.compile(r"\s(?:an?|of an?)(?!\w)")
_GAP = re.compile(r"[\s-]{0,2}")


@dataclass(frozen=True)
class Tables:
    """What is known of the numbers of ``lang``.

    ``cardinals`` and ``ordinals`` are single words for numbers, ``months`` names that nothing else
    has. ``sizes`` are words that multiply ("million"), ``stems`` their beginnings where endings
    vary. ``joins`` link the words of one number ("and"), ``skips`` look like numbers and are none
    ("per cent"). ``loose`` are the words that may stand for a value, ``units`` those that name a
    unit, longest first. All in small letters.
    """

    lang: str
    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    months: Mapping[str, int]
    sizes: Mapping[str, float]
    stems: Mapping[str, float]
    joins: frozenset[str]
    skips: tuple[str, ...]
    loose: Mapping[float, frozenset[str]]
    units: Mapping[str, tuple[str, ...]]

    @property
    def spaced(self) -> bool:
        """Say whether words stand apart."""
        return self.lang not in _UNSPACED

    @property
    def start(self) -> str:
        """The pattern of what stands before a word."""
        return _PREFIXES.get(self.lang, r"(?<!\w)") if self.spaced else ""

    def telling(self, smallest: float) -> frozenset[str]:
        """Return the words that numbers to be asked for in the other text are made of."""
        return _telling(self.lang, smallest)

    def words_from(self, smallest: float) -> frozenset[str]:
        """Return words for numbers of ``smallest`` or more, for sizes and for months."""
        if not self.spaced or self.lang == "ar":
            return frozenset()
        numbers = (*self.cardinals.items(), *self.places.items())
        large = {word for word, value in numbers if value >= smallest}
        return frozenset(large | self.months.keys() | self.sizes.keys()) - OTHER_WORDS

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The ordinals that are nothing else: "fourth", and not "third"."""
        return {
            word: value
            for word, value in self.ordinals.items()
            if value >= _FIRST_ORDINAL and word not in OTHER_WORDS
        }

    @cached_property
    def size_pattern(self) -> re.Pattern[str]:
        """Matches the words for a size right after a number: " mil millones"."""
        words = [w for w, value in self.sizes.items() if value >= _SMALLEST_SIZE]
        stems = [w for w, value in self.stems.items() if value >= _SMALLEST_SIZE]
        if not words:
            return re.compile(r"(?!)")
        one = self._alternatives([*words, *(f"{stem}*" for stem in stems)])
        skips = f"(?!{self.skip_pattern.pattern})" if self.skips else ""
        return re.compile(rf"[\s-]?{skips}({one}\.?(?:\s{one}\.?)*)", re.IGNORECASE)

    @cached_property
    def half_pattern(self) -> re.Pattern[str]:
        """Matches "and a half" after a size."""
        joins = "|".join(map(re.escape, self.joins)) or "(?!)"
        half = self._alternatives(self.loose.get(0.5, frozenset()))
        return re.compile(rf"\s(?:{joins})\s(?:a\s)?{half}", re.IGNORECASE)

    @cached_property
    def fraction_pattern(self) -> re.Pattern[str]:
        """Matches "half a million": a fraction, perhaps an article, and a size."""
        fractions = {w for value in FRACTIONS for w in self.loose.get(value, ()) if " " not in w}
        sizes = [*self.sizes, *(f"{stem}*" for stem in self.stems)]
        if not fractions or not sizes:
            return re.compile(r"(?!)")
        first, last = self._alternatives(fractions), self._alternatives(sizes)
        return re.compile(rf"(?<!\w)({first}[\s-](?:(?:a|of a|de|d'un)\s)?{last})")

    @cached_property
    def skip_pattern(self) -> re.Pattern[str]:
        """Matches phrases that hold a number word and are no number: "por cento"."""
        return re.compile("|".join(map(re.escape, self.skips)) or r"(?!)")

    def size(self, word: str) -> float | None:
        """Return by how much a word multiplies the number before it."""
        word = word.lower()
        if word in self.sizes:
            return self.sizes[word]
        return next((v for stem, v in self.stems.items() if word.startswith(stem)), None)

    def unit(self, text: str, at: int) -> tuple[str, ...]:
        """Return the units that ``text`` (small letters) may name from ``at`` on.

        "pounds" is a weight here and nowhere money; "degrees" are of two scales.
        """
        at += len(_GAP.match(text, at)[0])  # type: ignore[index]
        for word, codes in self._units_by_letter.get(text[at : at + 1], ()):
            if text.startswith(word.rstrip("*"), at):
                end = at + len(word)
                if not self.spaced or word.endswith("*") or not text[end : end + 1].isalpha():
                    return codes
        return ()

    @cached_property
    def _units_by_letter(self) -> Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]:
        found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for word, codes in self.units.items():
            found.setdefault(word[0], []).append((word, codes))
        return found

    def says(self, value: float, text: str, *, inside: bool = False) -> bool:
        """Say whether a word of ``text`` (small letters) may stand for ``value``.

        ``inside`` takes it within another word, where the language puts words together so.
        """
        if value not in self.loose:
            return False
        inside = inside and self.lang in _JOINING
        return _pattern(self.lang, value, inside=inside).search(text) is not None

    def ends(self, value: float, text: str) -> Iterator[int]:
        """Yield where words for ``value`` end in ``text``, with an article after them."""
        if value not in self.loose:
            return
        for match in _pattern(self.lang, value).finditer(text):
            article = _ARTICLE.match(text, match.end())
            yield article.end() if article else match.end()

    def _alternatives(self, words: Iterable[str]) -> str:
        return alternatives(words, spaced=self.spaced)


def alternatives(words: Iterable[str], *, spaced: bool) -> str:
    """Return a group that matches any of the words, longest first; "*" stands for any ending."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    if not spaced:
        return "(?:" + "|".join(re.escape(word.rstrip("*")) for word in ordered) + ")"
    one = (
        re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word) + r"(?!\w)"
        for word in ordered
    )
    return "(?:" + "|".join(one) + ")"


@cache
def _telling(lang: str, smallest: float) -> frozenset[str]:
    return tables(lang).words_from(smallest)


@cache
def _pattern(lang: str, value: float, *, inside: bool = False) -> re.Pattern[str]:
    """Return what finds a word for ``value`` in a text in small letters."""
    table = tables(lang)
    words = table.loose[value]
    if inside:
        return re.compile(alternatives(words, spaced=False))
    return re.compile(table.start + alternatives(words, spaced=table.spaced))


@cache
def tables(lang: str) -> Tables:
    """Return the tables of a language; both kinds of Chinese share theirs."""
    tag = lang.partition("-")[0]
    found = rows(tag)
    sizes = {word: float(value) for value, word in found["scale"]}
    units: dict[str, list[str]] = {}
    for code, word in found["unit"]:
        units.setdefault(word, []).append(code)
    named = () if tag in _NO_MONTHS else found["month"]
    months = _whole(row for row in named if not row[1].endswith("*"))
    return Tables(
        lang=tag,
        cardinals=_whole(found["cardinal"]),
        ordinals=_whole(found["ordinal"]),
        months={
            word: month
            for word, month in months.items()
            if len(word) >= _SHORT and word not in OTHER_WORDS and word not in abbreviations(tag)
        },
        sizes={word: value for word, value in sizes.items() if not word.endswith("*")},
        stems={word[:-1]: value for word, value in sizes.items() if word.endswith("*")},
        joins=frozenset(word for _, word in found["join"]),
        skips=tuple(sorted((word for _, word in found["skip"]), key=len, reverse=True)),
        loose=_loose(found),
        units={word: tuple(units[word]) for word in sorted(units, key=len, reverse=True)},
    )


@cache
def abbreviations(tag: str) -> frozenset[str]:
    """Return the short names of months that begin a longer one: "set" for "setembro"."""
    months = rows(tag)["month"]
    return frozenset(
        word
        for value, word in months
        if len(word) <= _SHORT
        and any(n == value and name != word and name.startswith(word) for n, name in months)
    )


_Rows = Mapping[str, Sequence[tuple[str, str]]]


@cache
def rows(tag: str) -> _Rows:
    """Return value and word of every line of the files of a language, by kind."""
    found: dict[str, list[tuple[str, str]]] = {kind: [] for kind in _KINDS}
    for name in (f"numbers/cldr/{tag}.txt", f"numbers/own/{tag}.txt"):
        for line in lines(name) if exists(name) else ():
            kind, value, word = line.split(" ", 2)
            found[kind].append((value, word))
    return found


def _whole(rows: Iterable[tuple[str, str]]) -> dict[str, int]:
    return {word: int(value) for value, word in rows}


def _loose(rows: _Rows) -> Mapping[float, frozenset[str]]:
    """Return all words that may stand for a value; long ones may begin another word."""
    found: dict[float, set[str]] = {}
    for kind, shortest in (("cardinal", _LONG), ("ordinal", _LONG), ("month", _SHORT + 1)):
        for value, word in rows[kind]:
            ending = "*" if len(word) >= shortest else ""
            found.setdefault(key(float(value)), set()).add(word.rstrip("*") + ending)
    for value, word in rows["value"]:
        for one in _values(value):
            found.setdefault(one, set()).add(word)
    return {value: frozenset(words) for value, words in found.items()}


def _values(text: str) -> list[float]:
    """Return the values of "12", "0.5", or "13-19"."""
    first, _, last = text.partition("-")
    if last:
        return [float(value) for value in range(int(first), int(last) + 1)]
    return [key(float(text))]
