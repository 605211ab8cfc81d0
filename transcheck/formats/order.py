"""Pair texts that have no keys: block by block, as far as both files are built alike."""

from collections.abc import Iterable, Iterator, Sequence

from transcheck.formats.catalog import String
from transcheck.formats.located import Located
from transcheck.units import Unit


def numbered(blocks: Iterable[tuple[str, Located]]) -> list[String]:
    """Return texts with the kinds of their blocks; the key is section and number in that.

    A kind that begins with "h" heads a section.
    """
    found: list[String] = []
    section, number = 1, 0
    for kind, text in blocks:
        if kind.startswith("h") and found:
            section, number = section + 1, 0
        number += 1
        found.append(String(text=text, unit=Unit(key=f"{section}.{number}"), block=kind))
    return found


def alike(
    path: str, ours: Sequence[String], theirs: Sequence[String]
) -> tuple[list[String], list[str]]:
    """Return those of ``ours`` whose section both files build alike, and problems with the others.

    Where one has more sections than the other nothing says which is the one too many.
    """
    source, target = list(_sections(ours)), list(_sections(theirs))
    if [each[0].block for each in source] != [each[0].block for each in target]:
        return [], [
            f"{path}: its headings are not those of its source ({len(target)} and {len(source)} "
            "sections), so it is not checked"
        ]  # fmt: skip
    kept: list[String] = []
    problems = []
    for own, other in zip(source, target, strict=True):
        if [each.block for each in own] == [each.block for each in other]:
            kept += own
        else:
            what = own[0].block if own[0].block == "line" else "block"
            problems.append(
                f"{path}:{other[0].text.line}: {len(other)} {what}s against {len(own)} in its "
                "source or of other kinds, so from here to the next heading nothing is checked"
            )
    return kept, problems


def _sections(texts: Sequence[String]) -> Iterator[list[String]]:
    section: list[String] = []
    for text in texts:
        if text.block.startswith("h") and section:
            yield section
            section = []
        section.append(text)
    if section:
        yield section
