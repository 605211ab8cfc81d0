"""Faults of strings, planted into sound translations one at a time: each loses what a class names.

An injector returns the translations of an entry with one fault in one of them, or None where the
entry has no place for it. What it changes, source and translation have in common beforehand, so
that the planted fault is a fault.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random

from tests.benchmarks.strings.corpus import Entry
from tests.benchmarks.strings.form_faults import (
    form_missing,
    form_needless,
    forms_made_one,
    message_broken,
    plural_form_lost,
)

Injector = Callable[[Entry, Random], Entry | None]

_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|(?<!%)%[sd](?!\w)|\{\{\s*\w+\s*\}\}|(?<!\{)\{\w*\}(?!\})")
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>")
_ACCELERATOR = re.compile(
    r"(?<![\w&])&(?=\w)(?!\w+;)|(?<!\w)_(?=[A-Z])|(?<=[A-Z][a-z])_(?=[a-z]+$)"
)
_ESCAPE = re.compile(r"\\.|\t")
_END = re.compile(r"(?:\.\.\.|[.:?!…;。：？！])\s*\Z")
_ADDRESS = re.compile(r"https?://[^\s<>\"'%{}]{4,}|[\w.-]+@[\w-]+\.[\w.-]*\w")
_OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]+(?![\w=])|(?<![\w/<.])/(?:[a-z][\w.-]+/)+[\w.-]+")
_NUMBER = re.compile(r"(?<![\w%{.$])\d+(?![\w}])")
_MARKS = {".": ":", ":": ".", "?": ".", "!": ".", "…": "!", ";": ".", "。": "：", "：": "。",
          "？": "。", "！": "。"}  # fmt: skip


def _shared(pattern: re.Pattern[str], entry: Entry, random: Random) -> re.Match[str] | None:
    """Return one match in the last translation that the last source has as well."""
    ours = {match[0] for match in pattern.finditer(entry.sources[-1])}
    found = [m for m in pattern.finditer(entry.targets[-1]) if m[0] in ours]
    return random.choice(found) if found else None


def _with(entry: Entry, text: str) -> Entry | None:
    """Return the entry with ``text`` as its last translation, None where that says nothing new."""
    if text == entry.targets[-1] or not text.strip():
        return None
    return replace(entry, targets=(*entry.targets[:-1], text))


def _put(entry: Entry, match: re.Match[str] | None, made: str) -> Entry | None:
    if match is None:
        return None
    text = entry.targets[-1]
    return _with(entry, text[: match.start()] + made + text[match.end() :])


def placeholder_lost(entry: Entry, random: Random) -> Entry | None:
    return _put(entry, _shared(_PLACEHOLDER, entry, random), "")


def placeholder_changed(entry: Entry, random: Random) -> Entry | None:
    match = _shared(_PLACEHOLDER, entry, random)
    if match is None:
        return None
    if match[0] in {"%s", "%d"}:
        return _put(entry, match, "%d" if match[0] == "%s" else "%s")
    name = re.search(r"\w{2,}", match[0])
    if name is None:
        return None
    made = match[0][: name.end() - 1] + match[0][name.end() :]
    return _put(entry, match, made)


def tag_lost(entry: Entry, random: Random) -> Entry | None:
    return _put(entry, _shared(_TAG, entry, random), "")


def unsafe_html(entry: Entry, random: Random) -> Entry | None:
    """Plant a script, a handler or a script address into a text that has tags."""
    match = _shared(_TAG, entry, random)
    if match is None:
        return None
    if match[0].startswith("<a ") and "href" in match[0]:
        made = re.sub(r"href=([\"'])[^\"']*", r"href=\1javascript:alert(1)", match[0])
        return _put(entry, match, made)
    if match[0].startswith("</") or match[0].endswith("/>"):
        return _put(entry, match, f"{match[0]}<script>alert(1)</script>")
    return _put(entry, match, f'{match[0][:-1]} onclick="alert(1)">')


def accelerator_lost(entry: Entry, _random: Random) -> Entry | None:
    """Take the sign of the key away, in texts that have one and no other such sign."""
    target = entry.targets[-1]
    if len(_ACCELERATOR.findall(entry.sources[-1])) != 1 or len(entry.sources[-1]) > 60:
        return None
    sign = _ACCELERATOR.search(entry.sources[-1])
    if sign is None or target.count(sign[0]) != 1:
        return None
    made = re.sub(rf"\s?\({re.escape(sign[0])}\w\)", "", target)
    return _with(entry, made.replace(sign[0], ""))


def escape_lost(entry: Entry, random: Random) -> Entry | None:
    match = _shared(_ESCAPE, entry, random)
    if match is None:
        return None
    return _put(entry, match, " " if match[0] == "\t" else match[0][1:])


def line_break_lost(entry: Entry, random: Random) -> Entry | None:
    """Take a line break out of the middle, in texts that have as many as their sources."""
    source, target = entry.sources[-1], entry.targets[-1]
    if source.strip().count("\n") != target.strip().count("\n"):
        return None
    body = len(target.rstrip())
    found = [m for m in re.finditer(r"(?<=\S)\n+(?=\S)", target) if m.end() < body]
    return _put(entry, random.choice(found) if found else None, " ")


def edge_space_changed(entry: Entry, random: Random) -> Entry | None:
    source, target = entry.sources[-1], entry.targets[-1]
    if source[:1].isspace() != target[:1].isspace() or source[-1].isspace() != target[-1].isspace():
        return None
    if target != target.strip():
        return _with(entry, target.strip())
    return _with(entry, random.choice((f"{target} ", f" {target}")))


def end_mark_changed(entry: Entry, random: Random) -> Entry | None:
    """Lose the mark at the end, or write another, where the source ends in one as well."""
    match = _END.search(entry.targets[-1])
    if match is None or not _END.search(entry.sources[-1]) or len(entry.targets[-1]) < 4:
        return None
    mark = match[0].strip()
    made = random.choice(("", _MARKS.get(mark, "")))
    return _put(entry, match, made + match[0][len(mark) :])


def address_changed(entry: Entry, random: Random) -> Entry | None:
    return _without_a_letter(entry, _shared(_ADDRESS, entry, random), random)


def option_changed(entry: Entry, random: Random) -> Entry | None:
    return _without_a_letter(entry, _shared(_OPTION, entry, random), random)


def _without_a_letter(entry: Entry, match: re.Match[str] | None, random: Random) -> Entry | None:
    if match is None:
        return None
    # Another protocol may lead to the same page.
    start = max(match[0].find("://"), 2)
    letters = [i for i, char in enumerate(match[0]) if i > start and char.isalpha()]
    place = random.choice(letters or [0])
    return _put(entry, match, match[0][:place] + match[0][place + 1 :]) if place else None


def number_changed(entry: Entry, random: Random) -> Entry | None:
    match = _shared(_NUMBER, entry, random)
    return _put(entry, match, str(int(match[0]) + random.randint(1, 8))) if match else None


def too_long(entry: Entry, random: Random) -> Entry | None:
    """Give the entry a limit that its translation passes by up to a fifth."""
    length = len(entry.targets[-1])
    if len(entry.sources) > 1 or length < 5:
        return None
    limit = max(length - random.randint(1, max(1, length // 5)), 1)
    return replace(entry, flags=(*entry.flags, f"max-length:{limit}"))


def placeholder_added(entry: Entry, random: Random) -> Entry | None:
    """Fill in once more what the source fills in once, or something that it does not know."""
    match = _shared(_PLACEHOLDER, entry, random)
    if match is None:
        return None
    name = re.search(r"\w{2,}", match[0])
    other = match[0][: name.end()] + "_new" + match[0][name.end() :] if name else match[0]
    return _put(entry, match, f"{match[0]} {other}")


def tag_added(entry: Entry, random: Random) -> Entry | None:
    """Stress a word of a text whose source has no such tag."""
    found = list(re.finditer(r"(?<![\w&%{<(/])[^\W\d_]{3,}(?![\w;})>])", entry.targets[-1]))
    tag = random.choice(("b", "em", "strong"))
    if not found or f"<{tag}" in "".join((*entry.sources, *entry.targets)):
        return None
    match = random.choice(found)
    return _put(entry, match, f"<{tag}>{match[0]}</{tag}>")


def tags_crossed(entry: Entry, random: Random) -> Entry | None:
    """Let a tag close before it opens, in texts whose tags close in order."""
    text = entry.targets[-1]
    found = list(re.finditer(r"<(\w+)(?:\s[^<>]*)?>([^<>]+)</\1>", text))
    if not found:
        return None
    match = random.choice(found)
    opening = match[0].partition(">")[0] + ">"
    return _put(entry, match, f"</{match[1]}>{match[2]}{opening}")


def left_untranslated(entry: Entry, _random: Random) -> Entry | None:
    """Put the source where a translation of two words or more stood."""
    if len(entry.sources) > 1 or len(re.findall(r"[^\W\d_]{2,}", entry.sources[0])) < 2:
        return None
    return _with(entry, entry.sources[0])


INJECTORS: Mapping[str, Injector] = {
    "placeholder lost": placeholder_lost,
    "placeholder changed": placeholder_changed,
    "tag lost": tag_lost,
    "unsafe HTML": unsafe_html,
    "accelerator lost": accelerator_lost,
    "escape lost": escape_lost,
    "line break lost": line_break_lost,
    "edge space changed": edge_space_changed,
    "end mark changed": end_mark_changed,
    "address changed": address_changed,
    "path or option changed": option_changed,
    "number changed": number_changed,
    "too long": too_long,
    "plural form lost": plural_form_lost,
    "left untranslated": left_untranslated,
    "placeholder added": placeholder_added,
    "tag added": tag_added,
    "tags crossed": tags_crossed,
    "plural forms made one": forms_made_one,
    "plural form missing": form_missing,
    "plural form too many": form_needless,
    "message broken": message_broken,
}
# The check of ours that each fault is for.
CHECKS: Mapping[str, str] = {
    "placeholder lost": "missing-placeholder",
    "placeholder changed": "changed-placeholder",
    "tag lost": "missing-tag",
    "unsafe HTML": "unsafe-html",
    "accelerator lost": "lost-accelerator",
    "escape lost": "changed-escape",
    "line break lost": "changed-line-breaks",
    "edge space changed": "changed-edge-space",
    "end mark changed": "changed-end-mark",
    "path or option changed": "lost-option",
    "too long": "too-long",
    "left untranslated": "copied-string",
    "placeholder added": "added-placeholder",
    "tag added": "added-tag",
    "tags crossed": "crossed-tags",
    "plural forms made one": "same-plural-forms",
    "plural form missing": "missing-plural-form",
    "plural form too many": "needless-plural-form",
    "message broken": "broken-message",
}
# Few entries have a place for these.
RARE = frozenset({
    "accelerator lost", "address changed", "escape lost", "message broken", "number changed",
    "path or option changed", "plural form lost", "plural form missing", "plural form too many",
    "plural forms made one", "tag lost", "tags crossed", "unsafe HTML",
})  # fmt: skip
# These share the few messages that have plural forms, and get a quarter of the places of others.
SCARCE = frozenset({
    "message broken", "plural form missing", "plural form too many", "plural forms made one",
})  # fmt: skip
