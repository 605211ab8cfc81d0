"""Faults of plural forms, planted as those of ``faults.py``: lost, alike, too few or too many."""

import re
from dataclasses import replace
from random import Random

from tests.benchmarks.strings.corpus import Entry


def plural_form_lost(entry: Entry, random: Random) -> Entry | None:
    """Leave a form empty, or make all of them the same, where they and their sources differ."""
    if len(entry.targets) < 2 or len(set(entry.targets)) == 1 or len(set(entry.sources)) == 1:
        return None
    if random.random() < 0.5:
        return replace(entry, targets=(*entry.targets[:-1], ""))
    return replace(entry, targets=(entry.targets[-1],) * len(entry.targets))


def forms_made_one(entry: Entry, _random: Random) -> Entry | None:
    """Make all plural forms the last one, where they and their sources differ."""
    if len(set(entry.targets)) < len(entry.targets) or len(set(entry.sources)) == 1:
        return None
    made = (entry.targets[-1],) * len(entry.targets)
    return replace(entry, targets=made) if len(made) > 1 else None


def form_missing(entry: Entry, _random: Random) -> Entry | None:
    """Leave the last plural form out."""
    return replace(entry, targets=entry.targets[:-1]) if len(entry.targets) > 1 else None


def form_needless(entry: Entry, _random: Random) -> Entry | None:
    """Add a plural form that the header of the file does not have."""
    if len(entry.sources) == 1:
        return None
    return replace(entry, targets=(*entry.targets, entry.targets[-1]))


def message_broken(entry: Entry, random: Random) -> Entry | None:
    """Write a message with plural forms as one of MessageFormat, without a brace or "other"."""
    texts = (*entry.sources, *entry.targets)
    if len(entry.sources) == 1 or len(entry.targets) == 1 or re.search("[{}'#]", "".join(texts)):
        return None
    source, target = (message(forms[0], forms[-1]) for forms in (entry.sources, entry.targets))
    broken = random.choice((target[:-1], target.replace("other {", "others {")))
    flags = (*entry.flags, "icu-message-format")
    return replace(entry, sources=(source,), targets=(broken,), flags=flags)


def message(one: str, other: str) -> str:
    """Return two plural forms as a message of MessageFormat."""
    return f"{{n, plural, one {{{one}}} other {{{other}}}}}"
