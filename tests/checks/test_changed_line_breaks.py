"""changed-line-breaks: a text that was wrapped anew beside one that lost a line."""

import pytest

from tests.checks.pairs import string
from transcheck.checks.base import Context, Texts
from transcheck.checks.registry import find
from transcheck.model import Measured

LONG = "This line is long enough that a program would have to wrap it here"
LANG = "Diese Zeile ist so lang, dass ein Programm sie hier umbrechen muss"


@pytest.mark.parametrize(
    ("source", "text", "lost", "flagged"),
    [
        # A line more in a longer text, and a paragraph one line shorter but no wider.
        (f"{LONG}\nand so on", f"{LANG}\nund das\nso weiter", 0, False),
        (f"{LONG}\n" * 5 + "and on", f"{LANG}\n" * 4 + "und so weiter", 0, False),
        # A line that joins two, and the same where others of the file lost one as well.
        (f"{LONG}\nand so on", f"{LANG} und so weiter", 0, True),
        (f"{LONG}\nand so on", f"{LANG} und so weiter", 1, True),
        # Where the file wraps nothing it is its way, but not in one of several lines.
        (f"{LONG}\nand so on", f"{LANG} und so weiter", 3, False),
        (f"{LONG}\n" * 3 + "and", f"{LANG} " * 3 + "und", 3, False),
        (f"{LONG}\n" * 3 + "and", f"{LANG}\n{LANG} {LANG}\nund", 3, True),
        # A value that had a line for itself.
        (f"{LONG} at\n{{url}}\n\n{LONG}\nso", f"{LANG} bei {{url}}\n\n{LANG}\nso", 3, True),
    ],
)
def test_lines_wrapped_anew(source: str, text: str, lost: int, flagged: bool) -> None:
    other = string(f"{LONG}\n" * lost + "and", f"{LANG} " * lost + "und").pair
    pairs = (string(source, text).pair, *[other] * 9)
    hits = find("changed-line-breaks").run(
        Measured(pair=pairs[0]), Context(texts=Texts(pairs=pairs))
    )
    assert bool(list(hits)) == flagged
