"""changed-number: a number of the source that the translation lacks, changes or adds to."""

from collections.abc import Iterator, Sequence

from transcheck import languages
from transcheck.checks.base import Check, Context, Example, Look, Parameter
from transcheck.checks.confirmed import confirmed
from transcheck.checks.quoting import quoted
from transcheck.model import Hit, Measured, Segment, Severity, Side, Span
from transcheck.numbers.compare import Difference, compare, counting
from transcheck.numbers.figures import swapped
from transcheck.numbers.restate import restated
from transcheck.numbers.tables import SMALLEST
from transcheck.numbers.values import Number

_LANGUAGES = frozenset(
    {"ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh",
     "zh-TW"}
)  # fmt: skip
_SMALLEST = Parameter(
    name="smallest",
    default=SMALLEST,
    summary="numbers that the source has in words must stand in the translation from this one on; "
    "13 leaves the small ones alone, and finds fewer lost ones",
)
_MOST_QUOTED = 5


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    """Yield a hit for each number that differs.

    A changed or added number is marked where it stands. A lost one stands nowhere: the whole
    translation is marked, once, and the message quotes the source around each lost number.
    """
    source, target = measured.pair.source, measured.pair.target
    if source is None or target is None or not target.text.strip():
        return
    if source.text == target.text and any(map(str.isalpha, source.text)):
        return  # not translated, and so written as in the source
    here, there = languages.find(source.lang).tag, languages.find(target.lang).tag
    if not {here, there} <= _LANGUAGES:
        return
    smallest = context.parameters.get(_SMALLEST.name, _SMALLEST.default)
    differences = compare((source.text, here), (target.text, there), smallest=smallest)
    lost = [one.source for one in differences if one.source and not one.target]
    if lost:
        yield _lost(source, target, lost)
    for difference in differences:
        if difference.target:
            sure = len(differences) == 1
            yield _wrong(source, target, difference, difference.target, sure=sure)
    if not differences and measured.pair.strings:
        yield from _swapped(source, target, (here, there))


def _swapped(source: Segment, target: Segment, tags: tuple[str, str]) -> Iterator[Hit]:
    """Yield a hit where digits of a string differ that are part of no number."""
    found = swapped((source.text, tags[0]), (target.text, tags[1]))
    if found:
        lost, new = found
        yield Hit(
            side=Side.TARGET,
            span=Span(start=new.start, end=new.end),
            message=f"expected {quoted(source.text, lost.start, lost.end)}, "
            f"found {quoted(target.text, new.start, new.end)}",
        )


def _hint(lang: str) -> Look | None:
    tag = languages.find(lang).tag
    return counting(tag) if tag in _LANGUAGES else None


def _lost(source: Segment, target: Segment, lost: Sequence[Number]) -> Hit:
    numbers = ", ".join(number.of(source.text) for number in lost[:_MOST_QUOTED])
    quotes = "; ".join(
        quoted(source.text, number.start, number.end) for number in lost[:_MOST_QUOTED]
    )
    more = f" and {len(lost) - _MOST_QUOTED} more" if len(lost) > _MOST_QUOTED else ""
    return Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(target.text)),
        message=f"expected {numbers}{more}, found no such number: the source says {quotes}",
    )


def _wrong(
    source: Segment, target: Segment, difference: Difference, number: Number, *, sure: bool
) -> Hit:
    found = number.of(target.text)
    if difference.source is None:
        message, suggestion = f"found {found}, which the source does not have", None
    else:
        message = f"expected {difference.source.of(source.text)}, found {found}"
        suggestion = restated(difference.source, number, target.text, target.lang) if sure else None
    return Hit(
        side=Side.TARGET,
        span=Span(start=number.start, end=number.end),
        message=message,
        suggestion=suggestion,
    )


CHANGED_NUMBER = Check(
    id="TC301",
    name="changed-number",
    summary="A number of the source is changed or missing in the translation, or one was added.",
    rationale=(
        "A wrong number is the fault that no reader can see and every reader believes, and "
        "similarity of meaning does not see it either. Numbers are compared by value, however "
        "they are written: 1.250,5 is 1,250.5, five million is 5.000.000, 3 pm is 15h, a mile is "
        "1.6 km. In strings of programs, digits inside of names and codes count as well, where "
        "others took their place. One and two in words come and go in sound translations, so they "
        "count as evidence and are never asked for. Months, days of the week, currencies and "
        "shares (“two-thirds”) count too, where one became another. The check is wrong where a "
        "translator rightly left a number out, made a rough figure of an exact one, or added a "
        "date."
    ),
    severity=Severity.ERROR,
    run=confirmed(_run, by_value=True),
    hint=_hint,
    compares=True,
    parameters=(_SMALLEST,),
    languages=(
        "Arabic, Chinese, Dutch, English, French, German, Italian, Japanese, Korean, Polish, "
        "Portuguese, Russian, Spanish, Thai and Turkish, where there is a source"
    ),
    examples=(
        Example(
            source="The flood destroyed 12 houses in the valley.",
            text="A enchente destruiu 21 casas no vale.",
            lang="pt",
            flags=("21",),
            suggestion="12",
            why="two digits changed places",
        ),
        Example(
            source="The bridge will cost 5 million euros.",
            text="Die Brücke wird 5 Milliarden Euro kosten.",
            lang="de",
            flags=("5 Milliarden",),
            why="a thousand times too much",
        ),
        Example(
            source="The museum opened its doors to 1,250 visitors.",
            text="Le musée a ouvert ses portes aux visiteurs.",
            lang="fr",
            flags=("Le musée a ouvert ses portes aux visiteurs.",),
            why="the number is lost",
        ),
        Example(
            source="The harvest was poor last year.",
            text="La cosecha del año pasado fue un 40% menor.",
            lang="es",
            flags=("40",),
            why="nothing in the source says so",
        ),
        Example(
            source="The firm sold 1,250.5 tonnes for $5 million on May 3, 2019, at 3 pm.",
            text="A empresa vendeu 1.250,5 toneladas por cinco milhões de dólares às 15h de "
            "03/05/2019.",
            lang="pt",
            why="other separators, words, another order of the date, another clock",
        ),
        Example(
            source="Twenty-one people walked 30 miles in the 1990s.",
            text="Einundzwanzig Menschen gingen in den 90er-Jahren 48 Kilometer.",
            lang="de",
            why="a number in words, a short decade, another unit, rightly converted",
        ),
        Example(
            source="Both of them came back a couple of days later.",
            text="2人とも2日後に戻ってきた。",
            lang="ja",
            why="a near miss: digits for words that hold a number",
        ),
        Example(
            source="It cost 11 million euros in all.",
            text="It cost 11 million euros in all.",
            lang="pt",
            why="not translated, which is a fault of its own",
        ),
        Example(
            source="The company employs 12,500 people and is worth 280 million.",
            text="该公司有1.25万名员工，价值2.8亿。",
            lang="zh",
            why="sizes of ten thousand and a hundred million",
        ),
    ),
)
