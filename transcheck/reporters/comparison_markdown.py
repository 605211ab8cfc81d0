"""What changed between two reports, as Markdown that fits a comment on a pull request."""

import re
from collections.abc import Iterator, Sequence

from transcheck.reporters.comparison import groups, labelled, place, similarity, summary, texts
from transcheck.results.compare import Comparison, Unit
from transcheck.text.visible import visible
from transcheck.text.word_diff import Kind, word_diff

# GitHub takes 65,536 characters; the rest is for what is put around them.
LONGEST = 64_000
# One unit may not take the place of all others.
_LONGEST_TEXT = 1_500
_MOST_FAILURES = 20
_MARKS = {Kind.REMOVED: ("<del>", "</del>"), Kind.ADDED: ("<ins>", "</ins>"), Kind.SAME: ("", "")}
# What Markdown, HTML, mentions, references and links are made of.
_SPECIAL = re.compile(r"[!-&(-+/:<-@[-`{-~]|(?<=www)\.")


def render(found: Comparison) -> str:
    """Return the summary, what is worse in full, and the rest folded, cut to what GitHub takes."""
    lines = [f"**{_plain(line)}**  " for line in summary(found)]
    lines += [
        f"- {_plain(each.part)} differs: {_plain(each.old)} → {_plain(each.new)}"
        for each in found.signature
    ]
    lines += [
        f"- not checked: {_plain(each.path)}: {_plain(_short(each.message))}"
        for each in found.failures[:_MOST_FAILURES]
    ]
    room = LONGEST - sum(map(len, lines)) - len(lines)
    for number, (title, units) in enumerate(groups(found)):
        part = list(_section(title, units, room, folded=number > 0))
        room -= sum(len(line) + 1 for line in part)
        lines += part
    return "\n".join(lines) + "\n"


def _section(title: str, units: Sequence[Unit], room: int, *, folded: bool) -> Iterator[str]:
    if not units:
        return
    head = f"{title} ({len(units)})"
    opening, closing = (
        (f"<details><summary>{head}</summary>", "\n</details>") if folded else (f"### {head}", "")
    )
    room -= len(opening) + len(closing) + 100
    yield f"\n{opening}\n"
    for number, unit in enumerate(units):
        shown = "\n".join(_unit(unit))
        room -= len(shown) + 1
        if room < 0:
            yield f"\n_{len(units) - number} more were cut: a comment holds no more._"
            break
        yield shown
    if closing:
        yield closing


def _unit(unit: Unit) -> Iterator[str]:
    yield f"- **{unit.match.kind}** {_plain(place(unit) + similarity(unit))}"
    old, new = texts(unit)
    if old != new:
        yield "  <br>" + _changes(old, new)
    for label, finding in labelled(unit):
        yield (
            f"  - {label} {finding.severity} **{finding.name}**: "
            f"{_plain(_short(finding.message)) or finding.name}"
        )


def _changes(old: str, new: str) -> str:
    pieces = word_diff(_short(old), _short(new))
    return "".join(f"{_MARKS[kind][0]}{_plain(text)}{_MARKS[kind][1]}" for kind, text in pieces)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]}…"


def _plain(text: str) -> str:
    """Return ``text`` so that nothing in it is markup, a mention, a reference or a link."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", visible(text))
