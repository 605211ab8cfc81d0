"""Choose from which score on a token is two words run together, on articles for development.

    python -m tests.benchmarks.garble.glue_limits [TAG ...]

For each language and for tokens with and without a capital: the score that all clean tokens but
one stay under, within bounds, since some hundred articles say little of a language. Written to
``transcheck/data/glue/limits.json``; prints the tokens that score highest, which are to be read.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.corpus import Part, articles
from transcheck.checks.run_together_evidence import best, is_foreign, may_be_glued, opens_sentence
from transcheck.languages import LANGUAGES
from transcheck.text.words import count_words, parts, words

LIMITS = Path(__file__).resolve().parents[3] / "transcheck" / "data" / "glue" / "limits.json"
# Tokens of the articles that were read and found to be faults.
_FAULTS = frozenset({"alltfler", "beteen", "cincisprezecelea", "dengelten", "dese", "lasciatola"})
_LOWEST, _HIGHEST, _MARGIN = -0.3, 9.0, 0.1


def clean_scores(lang: str, *, small: bool) -> list[tuple[float, str]]:
    """Return the scores of the unknown tokens of clean text, highest first."""
    return sorted(
        {
            (found.score, token)
            for token, counts, inside in _tokens(lang)
            if token.islower() is small
            and counts[token] < 2
            and token not in _FAULTS
            and (found := best(token, lang, counts, inside=inside))
            and not is_foreign(token.lower(), lang)
        },
        reverse=True,
    )


def _tokens(lang: str) -> Iterator[tuple[str, dict[str, int], bool]]:
    for article in articles(lang, Part.DEVELOPMENT):
        counts = count_words(article.sentences)
        for sentence in article.sentences:
            for word in words(sentence):
                inside = not opens_sentence(sentence, word.start)
                for part in parts(word.text):
                    if may_be_glued(part, lang):
                        yield part, counts, inside


def main(argv: Sequence[str] | None = None) -> None:
    """Choose the limits of the named languages, or of all that have capitals; keep the others."""
    parser = argparse.ArgumentParser(description="Choose the limits of words run together.")
    parser.add_argument("tags", nargs="*")
    tags = parser.parse_args(argv).tags
    limits = json.loads(LIMITS.read_text(encoding="utf-8")) if LIMITS.exists() else {}
    for lang in tags or [one.tag for one in LANGUAGES if one.cased and one.spaced]:
        limits[lang] = []
        for small in (True, False):
            scores = clean_scores(lang, small=small)
            sys.stdout.write(f"{lang} {[(round(s, 1), token) for s, token in scores[:8]]}\n")
            second = scores[1][0] if len(scores) > 1 else _LOWEST
            limits[lang].append(round(min(max(second + _MARGIN, _LOWEST), _HIGHEST), 1))
    LIMITS.write_text(json.dumps(dict(sorted(limits.items())), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
