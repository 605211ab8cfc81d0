"""length-ratio: a translation far shorter or longer than is usual between the two languages."""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from transcheck import languages
from transcheck.checks.base import Check, Context, Example, Parameter
from transcheck.data import lines
from transcheck.model import Hit, Measured, Segment, Severity, Side, Span
from transcheck.text.extent import extent
from transcheck.units import Unit

_SHORTEST = Parameter(
    name="shortest",
    default=25,
    summary="pairs in which both texts are shorter than an English text of so many characters "
    "are not judged",
)
_SHORTEST_STRING = Parameter(
    name="shortest_string",
    default=60,
    summary="the same for the strings of a program, whose labels are translated freely",
)
_TOLERANCE = Parameter(
    name="tolerance",
    default=1,
    summary="how far the limits stand out, as a multiple of the shipped ones",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Length:
    """How long texts are in a language: log of the ratio to English, and its spread."""

    mean: float
    spread: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Band:
    """Deviations of sound pairs up to a length, in units of the spread of the two languages."""

    length: float
    usual: tuple[float, float]
    limits: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    languages: Mapping[str, _Length]
    bands: tuple[_Band, ...]


@cache
def _table() -> _Table:
    raw = json.loads("\n".join(lines("length_ratios.json")))
    return _Table(
        languages={tag: _Length(**numbers) for tag, numbers in raw["languages"].items()},
        bands=tuple(
            _Band(length=band["length"], usual=tuple(band["usual"]), limits=tuple(band["limits"]))
            for band in raw["bands"]
        ),
    )


@cache
def _length_of(tag: str) -> _Length | None:
    """Return the figures of a language; traditional Chinese shares those of simplified."""
    found = languages.find(tag).tag
    known = _table().languages
    return known.get(found) or known.get(found.partition("-")[0])


def deviation(source: Segment, target: Segment) -> float | None:
    """Return how much longer than usual a translation is, in spreads of the two languages.

    Below zero it is shorter; None where nothing is known of a language or a text is empty.
    """
    left, right = _length_of(source.lang), _length_of(target.lang)
    here, there = extent(source.text.strip()), extent(target.text.strip())
    if left is None or right is None or not here or not there:
        return None
    spread = math.hypot(left.spread, right.spread)
    return (math.log(there / here) - (right.mean - left.mean)) / spread


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    source, target = measured.pair.source, measured.pair.target
    if source is None or target is None or not source.text.strip():
        return
    left, right = _length_of(source.lang), _length_of(target.lang)
    if left is None or right is None:
        return
    if measured.pair.unit and ("|" in source.text) != ("|" in target.text):
        return  # one has forms for several numbers side by side
    here, there = source.text.strip(), target.text.strip()
    length = max(extent(here) / math.exp(left.mean), extent(there) / math.exp(right.mean))
    shortest = _SHORTEST_STRING if measured.pair.unit else _SHORTEST
    if length < context.parameters.get(shortest.name, shortest.default) or not _counts(there):
        return
    tolerance = context.parameters.get(_TOLERANCE.name, _TOLERANCE.default)
    mean, spread = right.mean - left.mean, math.hypot(left.spread, right.spread)
    # From extents to characters: the messages count what an editor can count.
    scale = extent(here) / len(here) * len(there) / extent(there)

    def ratio(deviation: float) -> float:
        return scale * math.exp(mean + deviation * spread)

    band = next(band for band in _table().bands if length <= band.length or band is _last())
    low, high = (ratio(limit * tolerance) for limit in band.limits)
    value = len(there) / len(here)
    if low <= value <= high:
        return
    usual = " to ".join(str(round(len(here) * ratio(deviation))) for deviation in band.usual)
    yield Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(target.text)),
        message=f"much {'shorter' if value < low else 'longer'} than usual: "
        f"{len(there)} characters for {len(here)}, usual is {usual}",
        value=value,
        limit=low if value < low else high,
        severity=Severity.NOTE if measured.pair.unit else None,
    )


def _last() -> _Band:
    return _table().bands[-1]


def _counts(text: str) -> bool:
    """Say whether there is something to measure; a translation without words is ``empty``."""
    return any(char.isalnum() for char in text)


LENGTH_RATIO = Check(
    id="TC401",
    name="length-ratio",
    summary="A translation is far shorter or longer than is usual between the two languages.",
    rationale=(
        "Half a sentence left out, or a sentence made up, shows in the length before anything "
        "else. What is usual was measured on news in 26 languages, for each length: short "
        "sentences vary widely, long ones little. A free translation can be this short or long "
        "and sound, so the finding asks for a look."
    ),
    severity=Severity.WARNING,
    run=_run,
    compares=True,
    parameters=(_SHORTEST, _SHORTEST_STRING, _TOLERANCE),
    languages="all languages, where there is a source",
    examples=(
        Example(
            source=(
                "The committee will publish its report on the flood defences next spring, after "
                "the engineers have inspected every dam along the river."
            ),
            text="A comissão publicará o relatório.",
            lang="pt",
            flags=("A comissão publicará o relatório.",),
            why="the second half of the sentence is missing",
        ),
        Example(
            source="The mayor opened the new bridge on Sunday morning.",
            text=(
                "Der Bürgermeister eröffnete am Sonntagmorgen die neue Brücke, und danach sprach "
                "er lange über die Kosten, über den Verkehr in der Stadt und über seine Pläne für "
                "das nächste Jahr."
            ),
            lang="de",
            flags=(
                "Der Bürgermeister eröffnete am Sonntagmorgen die neue Brücke, und danach sprach "
                "er lange über die Kosten, über den Verkehr in der Stadt und über seine Pläne für "
                "das nächste Jahr.",
            ),
            why="most of this stands nowhere in the source",
        ),
        Example(
            source="The mayor opened the new bridge on Sunday morning, in heavy rain.",
            text="市长周日上午冒着大雨为新桥剪彩。",
            lang="zh",
            why="a quarter of the characters is usual for Chinese",
        ),
        Example(
            source="It went badly.",
            text="Não correu nada bem, afinal.",
            lang="pt",
            why="a near miss: short sentences are translated freely",
        ),
        Example(
            source="Iran (Islamic Republic of)",
            text="Irán",
            lang="es",
            unit=Unit(key="IR"),
            why="a label says what fits its place",
        ),
    ),
)
