"""lost-url: a web address of the source that the translation lacks."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.web_addresses import differences
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.text import addresses


def _run(measured: Measured, _context: Context) -> Iterator[Hit]:
    """Yield one hit on the whole translation: what is lost stands nowhere in it."""
    source, target = measured.pair.source, measured.pair.target
    if source is None or target is None or not target.text.strip():
        return
    lost = [one.source.text for one in differences(source, target) if one.target is None]
    if lost:
        yield Hit(
            side=Side.TARGET,
            span=Span(start=0, end=len(target.text)),
            message=f"expected {', '.join(lost)}, found no such web address",
        )


LOST_URL = Check(
    id="TC308",
    name="lost-url",
    summary="A web address of the source is missing in the translation.",
    rationale=(
        "Readers need the address to act on what they read, and an engine may drop it or "
        "translate it away. A domain that begins with a capital (Booking.com) is the name of a "
        "firm, which languages write in their own ways, and is not asked for. An address that "
        "stands in the translation in another form is `changed-url`."
    ),
    severity=Severity.ERROR,
    run=_run,
    hint=addresses.ANY,
    compares=True,
    languages="all languages, where there is a source",
    examples=(
        Example(
            source="Sign up at https://example.org/fair before Friday.",
            text="Inscreva-se antes de sexta-feira.",
            lang="pt",
            flags=("Inscreva-se antes de sexta-feira.",),
            why="nobody can sign up without the address",
        ),
        Example(
            source="The timetable is on bus.example.com.",
            text="時刻表はウェブサイトにあります。",
            lang="ja",
            flags=("時刻表はウェブサイトにあります。",),
            why="a domain without a protocol is an address as well",
        ),
        Example(
            source="Sign up at https://www.example.org/fair/.",
            text="Melden Sie sich auf example.org/fair an.",
            lang="de",
            why="a near miss: the same page, written shorter",
        ),
        Example(
            source="She has worked for Booking.com since May.",
            text="彼女は5月からブッキング・ドットコムで働いている。",
            lang="ja",
            why="the name of a firm",
        ),
    ),
)
