"""Tokens that the list of a language lacks and that are words all the same."""

from transcheck.data import lexicon
from transcheck.data.frequency import zipf
from transcheck.text.accents import without_accents

# From this frequency on a token is a word, whatever it may be made of.
USUAL = 2.0
_ENGLISH = 1.5
_SHORTEST = 4


def is_derived(token: str, lang: str) -> bool:
    """Say whether ``token`` (small letters) is a known word with something that verbs or all take.

    That is a beginning ("minifábrica") or a pronoun at its end ("maximizarla").
    """
    return _has_beginning(token, lang) or _has_pronoun(token, lang)


def _has_beginning(token: str, lang: str) -> bool:
    beginnings = lexicon.word_beginnings(lang)
    return token.startswith(tuple(beginnings)) and any(
        token.endswith(ends) and zipf(token.removeprefix(beginning), lang) >= USUAL
        for beginning, ends in beginnings.items()
        if token.startswith(beginning) and len(token) - len(beginning) >= _SHORTEST
    )


def _has_pronoun(token: str, lang: str) -> bool:
    joined = lexicon.joined_pronouns(lang)
    if joined is None or not token.endswith(joined.pronouns):
        return False
    for pronoun in joined.pronouns:
        stem = token.removesuffix(pronoun)
        if stem == token or len(stem) < _SHORTEST:
            continue
        verb = stem + joined.lost
        if verb.endswith(joined.infinitives) and (zipf(verb, lang) or _has_beginning(verb, lang)):
            return True
        # The pronoun makes the verb a syllable longer: "seleccione", "selecciónelas".
        bare = without_accents(stem)
        if bare != stem and zipf(bare, lang) >= USUAL:
            return True
    return False


def is_foreign(token: str, lang: str) -> bool:
    """Say whether ``token`` (small letters) is a word or a name that English texts have."""
    return lang != "en" and zipf(token, "en") >= _ENGLISH


def is_accented_name(token: str, lang: str) -> bool:
    """Say whether the list has a name, and more often without its accents: "Luísa"."""
    small = token.lower()
    bare = without_accents(small)
    return small not in (token, bare) and zipf(small, lang) > 0 and zipf(bare, lang) >= USUAL
