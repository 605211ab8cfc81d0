"""lost-handle: a handle, hashtag or e-mail address that the translation lacks or changed."""

import re
from collections import Counter
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.model import Hit, Measured, Segment, Severity, Side, Span
from transcheck.text import addresses
from transcheck.text.addresses import Address, Kind


def _run(measured: Measured, _context: Context) -> Iterator[Hit]:
    """Yield a hit for each that was changed, and one on the whole translation for the lost."""
    source, target = measured.pair.source, measured.pair.target
    if source is None or target is None or not target.text.strip():
        return
    ours, theirs = _handles(source.text), _handles(target.text)
    kept = Counter(map(_written, theirs))
    known, there = set(map(_written, ours)), frozenset(kept)
    new = [one for one in theirs if _written(one) not in known]
    lost = []
    # One that the source has twice, and the translation once, is looked for last, and never lost.
    for address in sorted(ours, key=lambda one: _written(one) in there):
        kept[_written(address)] -= 1
        if kept[_written(address)] >= 0 or _is_named(address, target.text):
            continue
        other = next((one for one in new if one.kind is address.kind), None)
        if other is None:
            lost += [] if _written(address) in there else [address.text]
            continue
        new.remove(other)
        if address.kind is not Kind.HASHTAG:
            yield _changed(address, other)
    if lost:
        yield _lost(lost, target)


def _handles(text: str) -> list[Address]:
    return [one for one in addresses.find(text) if one.kind is not Kind.WEB]


def _written(address: Address) -> str:
    return address.text.casefold()


def _is_named(address: Address, text: str) -> bool:
    """Say whether the name stands there without its sign, or with it on the other side."""
    if address.kind is Kind.MAIL:
        return False
    name = re.escape(address.text[1:])
    return re.search(rf"(?<![A-Za-z0-9_]){name}(?![A-Za-z0-9_])", text, re.IGNORECASE) is not None


def _changed(address: Address, other: Address) -> Hit:
    return Hit(
        side=Side.TARGET,
        span=Span(start=other.start, end=other.end),
        message=f"expected {address.text}, found {other.text}",
        suggestion=address.text,
    )


def _lost(lost: list[str], target: Segment) -> Hit:
    return Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(target.text)),
        message=f"expected {', '.join(lost)}, found nothing like it",
    )


LOST_HANDLE = Check(
    id="TC310",
    name="lost-handle",
    summary="A handle, hashtag or e-mail address of the source is missing or changed.",
    rationale=(
        "A handle or an e-mail address leads to one person only as it is written, and an engine "
        "may translate it, break it up or drop it. Capitals do not count. A hashtag may have "
        "become another one, since campaigns have hashtags of their own in each language; so it "
        "is missed only where the translation has neither a new hashtag nor the word."
    ),
    severity=Severity.ERROR,
    run=_run,
    hint=addresses.ANY,
    compares=True,
    languages="all languages, where there is a source",
    examples=(
        Example(
            source="Tell @HarbourWatch or write to desk@example.org.",
            text="Informe a @HarborWatch ou escreva para desk@example.org.",
            lang="pt",
            flags=("@HarborWatch",),
            suggestion="@HarbourWatch",
            why="somebody else's handle",
        ),
        Example(
            source="Write to desk@example.org before Friday.",
            text="Escriba a la redacción antes del viernes.",
            lang="es",
            flags=("Escriba a la redacción antes del viernes.",),
            why="the address is lost",
        ),
        Example(
            source="They share their photos under #HarbourFair.",
            text="Они делятся фотографиями с ярмарки.",
            lang="ru",
            flags=("Они делятся фотографиями с ярмарки.",),
            why="the hashtag is lost",
        ),
        Example(
            source="They share their photos under #HarbourFair.",
            text="Eles partilham as fotos com #FeiraDoPorto.",
            lang="pt",
            why="a near miss: a hashtag of the country's own",
        ),
        Example(
            source="Contact @HarbourWatch with the number.",
            text="番号を@HarbourWatchに連絡してください。",
            lang="ja",
            why="no space stands before or after it in Japanese",
        ),
    ),
)
