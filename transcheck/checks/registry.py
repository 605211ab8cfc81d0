"""The table of all checks, and how a user names them."""

import difflib
from collections.abc import Iterable

from transcheck.checks.added_clause import ADDED_CLAUSE
from transcheck.checks.added_negation import ADDED_NEGATION
from transcheck.checks.added_placeholder import ADDED_PLACEHOLDER
from transcheck.checks.added_sentence import ADDED_SENTENCE
from transcheck.checks.added_tag import ADDED_TAG
from transcheck.checks.all_caps import ALL_CAPS
from transcheck.checks.bad_capital import BAD_CAPITAL
from transcheck.checks.base import Check
from transcheck.checks.boilerplate import BOILERPLATE
from transcheck.checks.broken_message import BROKEN_MESSAGE
from transcheck.checks.changed_comparison import CHANGED_COMPARISON
from transcheck.checks.changed_edge_space import CHANGED_EDGE_SPACE
from transcheck.checks.changed_end_mark import CHANGED_END_MARK
from transcheck.checks.changed_escape import CHANGED_ESCAPE
from transcheck.checks.changed_line_breaks import CHANGED_LINE_BREAKS
from transcheck.checks.changed_name import CHANGED_NAME
from transcheck.checks.changed_number import CHANGED_NUMBER
from transcheck.checks.changed_placeholder import CHANGED_PLACEHOLDER
from transcheck.checks.changed_url import CHANGED_URL
from transcheck.checks.control_or_invisible_character import CONTROL_OR_INVISIBLE_CHARACTER
from transcheck.checks.copied_string import COPIED_STRING
from transcheck.checks.crossed_tags import CROSSED_TAGS
from transcheck.checks.doubled_punctuation import DOUBLED_PUNCTUATION
from transcheck.checks.doubled_space import DOUBLED_SPACE
from transcheck.checks.doubled_word import DOUBLED_WORD
from transcheck.checks.dropped_sentence import DROPPED_SENTENCE
from transcheck.checks.empty import EMPTY
from transcheck.checks.forbidden_term import FORBIDDEN_TERM
from transcheck.checks.glued_words import GLUED_WORDS
from transcheck.checks.inconsistent_translation import INCONSISTENT_TRANSLATION
from transcheck.checks.leaked_markup import LEAKED_MARKUP
from transcheck.checks.leaked_token import LEAKED_TOKEN
from transcheck.checks.length_ratio import LENGTH_RATIO
from transcheck.checks.lost_accelerator import LOST_ACCELERATOR
from transcheck.checks.lost_accents import LOST_ACCENTS
from transcheck.checks.lost_handle import LOST_HANDLE
from transcheck.checks.lost_negation import LOST_NEGATION
from transcheck.checks.lost_option import LOST_OPTION
from transcheck.checks.lost_question import LOST_QUESTION
from transcheck.checks.lost_quote import LOST_QUOTE
from transcheck.checks.lost_translation import LOST_TRANSLATION
from transcheck.checks.lost_url import LOST_URL
from transcheck.checks.low_similarity import LOW_SIMILARITY
from transcheck.checks.meaning_drift import MEANING_DRIFT
from transcheck.checks.missing_clause import MISSING_CLAUSE
from transcheck.checks.missing_placeholder import MISSING_PLACEHOLDER
from transcheck.checks.missing_plural_form import MISSING_PLURAL_FORM
from transcheck.checks.missing_sentence_end import MISSING_SENTENCE_END
from transcheck.checks.missing_tag import MISSING_TAG
from transcheck.checks.missing_term import MISSING_TERM
from transcheck.checks.mixed_script import MIXED_SCRIPT
from transcheck.checks.mojibake import MOJIBAKE
from transcheck.checks.moved_sentence import MOVED_SENTENCE
from transcheck.checks.needless_plural_form import NEEDLESS_PLURAL_FORM
from transcheck.checks.non_normalised import NON_NORMALISED
from transcheck.checks.repeated_phrase import REPEATED_PHRASE
from transcheck.checks.repeated_sentence import REPEATED_SENTENCE
from transcheck.checks.replacement_character import REPLACEMENT_CHARACTER
from transcheck.checks.same_plural_forms import SAME_PLURAL_FORMS
from transcheck.checks.shared_translation import SHARED_TRANSLATION
from transcheck.checks.space_before_punctuation import SPACE_BEFORE_PUNCTUATION
from transcheck.checks.split_word import SPLIT_WORD
from transcheck.checks.too_long import TOO_LONG
from transcheck.checks.translated_term import TRANSLATED_TERM
from transcheck.checks.truncated import TRUNCATED
from transcheck.checks.unbalanced_brackets import UNBALANCED_BRACKETS
from transcheck.checks.unbalanced_quotes import UNBALANCED_QUOTES
from transcheck.checks.unsafe_html import UNSAFE_HTML
from transcheck.checks.untranslated import UNTRANSLATED
from transcheck.checks.wrong_language import WRONG_LANGUAGE
from transcheck.checks.wrong_quote_style import WRONG_QUOTE_STYLE
from transcheck.checks.wrong_script import WRONG_SCRIPT
from transcheck.errors import ConfigError

ALL: tuple[Check, ...] = (
    LOW_SIMILARITY,
    UNTRANSLATED,
    EMPTY,
    WRONG_LANGUAGE,
    DROPPED_SENTENCE,
    ADDED_SENTENCE,
    MOVED_SENTENCE,
    MISSING_CLAUSE,
    ADDED_CLAUSE,
    MEANING_DRIFT,
    GLUED_WORDS,
    MISSING_SENTENCE_END,
    REPEATED_PHRASE,
    SPLIT_WORD,
    DOUBLED_WORD,
    SPACE_BEFORE_PUNCTUATION,
    DOUBLED_PUNCTUATION,
    REPEATED_SENTENCE,
    MOJIBAKE,
    REPLACEMENT_CHARACTER,
    CONTROL_OR_INVISIBLE_CHARACTER,
    MIXED_SCRIPT,
    WRONG_SCRIPT,
    LOST_ACCENTS,
    LEAKED_MARKUP,
    LEAKED_TOKEN,
    NON_NORMALISED,
    DOUBLED_SPACE,
    CHANGED_NUMBER,
    CHANGED_NAME,
    LOST_NEGATION,
    ADDED_NEGATION,
    CHANGED_COMPARISON,
    LOST_QUOTE,
    LOST_URL,
    CHANGED_URL,
    LOST_HANDLE,
    LOST_QUESTION,
    LENGTH_RATIO,
    UNBALANCED_QUOTES,
    UNBALANCED_BRACKETS,
    WRONG_QUOTE_STYLE,
    TRUNCATED,
    ALL_CAPS,
    BAD_CAPITAL,
    BOILERPLATE,
    MISSING_PLACEHOLDER,
    ADDED_PLACEHOLDER,
    CHANGED_PLACEHOLDER,
    BROKEN_MESSAGE,
    MISSING_TAG,
    ADDED_TAG,
    CROSSED_TAGS,
    CHANGED_EDGE_SPACE,
    INCONSISTENT_TRANSLATION,
    SHARED_TRANSLATION,
    LOST_TRANSLATION,
    MISSING_TERM,
    FORBIDDEN_TERM,
    TRANSLATED_TERM,
    LOST_ACCELERATOR,
    SAME_PLURAL_FORMS,
    MISSING_PLURAL_FORM,
    NEEDLESS_PLURAL_FORM,
    UNSAFE_HTML,
    CHANGED_ESCAPE,
    TOO_LONG,
    CHANGED_END_MARK,
    CHANGED_LINE_BREAKS,
    LOST_OPTION,
    COPIED_STRING,
)


# Names for the families of checks.
GROUPS = {
    "meaning": "TC1",
    "garble": "TC2",
    "facts": "TC3",
    "shape": "TC4",
    "article": "TC5",
    "strings": "TC6",
}


def find(name: str) -> Check:
    """Return the check with this id (``TC201``) or name (``glued-words``), in any case.

    Raises:
        ConfigError: there is no such check; the hint names the nearest one.
    """
    wanted = name.strip().lower()
    for check in ALL:
        if wanted in {check.id.lower(), check.name}:
            return check
    raise ConfigError(f"unknown check {name!r}", hint=_nearest(wanted))


def matching(selectors: Iterable[str]) -> frozenset[str]:
    """Return the ids of the checks that the selectors name.

    A selector is an id, a name, a group (``garble``) or the beginning of ids (``TC2``, the same).

    Raises:
        ConfigError: a selector names no check.
    """
    ids: set[str] = set()
    for selector in selectors:
        ids |= _family(selector) if is_group(selector) else {find(selector).id}
    return frozenset(ids)


def is_group(selector: str) -> bool:
    """Whether a selector names a group of checks, or the beginning of several ids."""
    return selector.strip().lower() in GROUPS or len(_family(selector)) > 1


def _family(selector: str) -> set[str]:
    name = selector.strip()
    prefix = GROUPS.get(name.lower(), name.upper())
    return {check.id for check in ALL if prefix.startswith("TC") and check.id.startswith(prefix)}


def _nearest(wanted: str) -> str:
    names = {check.name: check.name for check in ALL} | {c.id.lower(): c.id for c in ALL}
    close = difflib.get_close_matches(wanted, names, n=1, cutoff=0.6)
    if close:
        return f"did you mean {names[close[0]]}?"
    return "`transcheck rules` lists them all"
