"""Read subtitles, WebVTT and SRT: a cue is the counterpart of the one that starts with it."""

import html
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from transcheck.errors import InputError
from transcheck.formats import plain
from transcheck.formats.catalog import Format, String
from transcheck.formats.located import Located, joined, unescaped
from transcheck.model import LINE_BREAK
from transcheck.units import Unit, allowed

_CLOCK = r"(?:\d{1,4}:)?\d{1,2}:\d{1,2}[,.]\d{1,3}"
_TIMES = re.compile(rf"\s*+({_CLOCK})\s*+-->\s*+{_CLOCK}(?:\s.*)?")
_NOT_SHOWN = re.compile(r"(?:STYLE|REGION)\s*+")
_NOTE = re.compile(r"NOTE(?:\s|\Z)")
_REFERENCE = re.compile(r"&(?:amp|lt|gt|nbsp|lrm|rlm|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_NO_REFERENCE = re.compile(r"(?!)")

# The lines of a block with their numbers; a blank line ends it.
_Block = list[tuple[int, str]]


def srt(path: str, data: bytes) -> list[String]:
    """Return the texts of SubRip subtitles.

    Raises:
        InputError: the file is no text, or a block of it is no cue.
    """
    return _cues(path, _blocks(plain.decode(data, path, None)), _NO_REFERENCE)


def vtt(path: str, data: bytes) -> list[String]:
    """Return the texts of WebVTT subtitles; a comment is a note on the cue that follows.

    Raises:
        InputError: as ``srt``, or the first line is not that of WebVTT.
    """
    text = plain.decode(data, path, None)
    if not re.match(r"WEBVTT(?:\s|\Z)", text):
        raise InputError(f"{path}:1: expected WEBVTT, found {text[:20]!r}")
    blocks = _blocks(text)
    next(blocks)
    return _cues(path, blocks, _REFERENCE)


def _blocks(text: str) -> Iterator[_Block]:
    lines = enumerate(LINE_BREAK.split(text), start=1)
    for filled, block in groupby(lines, key=lambda line: bool(line[1].strip())):
        if filled:
            yield list(block)


def _cues(path: str, blocks: Iterator[_Block], reference: re.Pattern[str]) -> list[String]:
    found: list[String] = []
    notes: tuple[str, ...] = ()
    starting: Counter[str] = Counter()
    for block in blocks:
        first = block[0][1]
        if reference is _REFERENCE and (_NOT_SHOWN.fullmatch(first) or _NOTE.match(first)):
            if _NOTE.match(first):
                notes = (" ".join(line for _, line in block)[len("NOTE") :].strip(),)
            continue
        times = next((n for n, (_, line) in enumerate(block[:2]) if _TIMES.fullmatch(line)), None)
        if times is None:
            raise InputError(f"{path}:{block[0][0]}: expected a cue, found {first[:40]!r}")
        line, said = block[times]
        start = _start(said)
        starting[start] += 1
        # Two cues may be shown at once.
        key = start if starting[start] == 1 else f"{start} #{starting[start]}"
        text = _text(block[times + 1 :], reference) or Located("", line, len(said) + 1)
        found.append(String(text=text, unit=Unit(key=key, notes=notes, allowed=allowed(notes))))
        notes = ()
    return found


def _start(times: str) -> str:
    """Return when a cue starts, in the same form in both formats."""
    clock, _, thousandths = re.split(r"\s*-->", times)[0].strip().replace(",", ".").rpartition(".")
    parts = [part.zfill(2) for part in clock.split(":")]
    return ":".join(["00", *parts][-3:]) + f".{thousandths.ljust(3, '0')}"


def _text(lines: _Block, reference: re.Pattern[str]) -> Located | None:
    """Return the lines as one text: where they break is a matter of the screen."""
    if not lines:
        return None
    parts = [unescaped(line, number, 1, reference, html.unescape) for number, line in lines]
    breaks = [Located(" ", number, len(line) + 1) for number, line in lines]
    woven = [each for pair in zip(parts, breaks, strict=True) for each in pair]
    return joined(woven[:-1])


SRT = Format(
    name="srt",
    summary="SubRip subtitles; cues are paired by the time at which they start",
    suffixes=(".srt",),
    strings=srt,
)
WEBVTT = Format(
    name="webvtt",
    summary="WebVTT subtitles, as SRT, with comments as notes on the cue that follows",
    suffixes=(".vtt",),
    strings=vtt,
)
