"""copied-string: what tells a text that was forgotten from a name and from code."""

from dataclasses import replace

import pytest

from tests.checks.pairs import said, string
from transcheck.checks.base import Context, Texts
from transcheck.checks.registry import find
from transcheck.model import Measured


@pytest.mark.parametrize(
    ("source", "lang", "flagged"),
    [
        ("    Show a summary of repository state.", "pt", True),
        ("  [hooks]\n  commit = notify", "ja", False),
        ("\n        Order %(number)s of the list\n    ", "de", True),
        ("Left-aligned", "ja", True),
        ("Guinea-Bissau", "ja", False),
    ],
)
def test_copies_of_indented_text_and_words_with_hyphens(
    source: str, lang: str, flagged: bool
) -> None:
    assert bool(said("copied-string", source, source, lang)) == flagged


@pytest.mark.parametrize(
    ("kept", "flagged"),
    [
        ("Schlüssel %(key)s", True),  # the name of a placeholder
        ("Keyboard", True),  # a part of a word
        ("Key", False),
    ],
)
def test_a_word_is_kept_where_it_stands_by_itself(kept: str, flagged: bool) -> None:
    copy = string("Key %(id)s", "Key %(id)s").pair
    others = [string("A key %(key)s", kept).pair] * 3
    context = Context(texts=Texts(pairs=(copy, *others)))
    assert bool(list(find("copied-string").run(Measured(pair=copy), context))) == flagged


def test_a_copy_that_most_languages_translate_is_no_name() -> None:
    texts = {"de": "Status Bar", "fr": "x y", "es": "x y", "pl": "x y"}
    pairs = []
    for lang, text in texts.items():
        pair = string("Status Bar", text, lang).pair
        target = pair.target and replace(pair.target, path=f"{lang}.json")
        pairs.append(replace(pair, id=lang, target=target))
    context = Context(texts=Texts(pairs=tuple(pairs)))
    check = find("copied-string")
    assert list(check.run(Measured(pair=pairs[0]), context))
    alone = Context(texts=Texts(pairs=tuple(pairs[:3])))
    assert not list(check.run(Measured(pair=pairs[0]), alone))
