"""What the checks of consistency find in real localization files, and what they say of sound ones.

    python -m tests.benchmarks.strings.consistency CORPUS [--write]

``CORPUS`` holds ``PROJECT/LANG/*.po``. At most twenty times in each, translations become those
of other units: of one whose source differs (shared-translation), and, where a source stands twice
with one translation, of any other (inconsistent-translation). A fault counts as found if the unit,
or the one that it is now like, is flagged.
"""

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from transcheck.checks import registry
from transcheck.checks.runner import Rule, run
from transcheck.errors import InputError
from transcheck.formats import po
from transcheck.formats.catalog import Languages
from transcheck.model import Measured, Pair
from transcheck.units import State

_NAMES = ("inconsistent-translation", "shared-translation")
# So many faults in each project and language.
_FAULTS = 20
_OUT = Path(__file__).parents[3] / "transcheck" / "data" / "measured"


def units(folder: Path, lang: str) -> list[Pair]:
    """Return the translated units of a project in one language, numbered."""
    named = Languages(source="en", target=lang.replace("_", "-"))
    pairs: list[Pair] = []
    for file in sorted(folder.glob("*.po")):
        try:
            pairs += po.read(str(file), file.read_bytes(), named).pairs
        except InputError as error:
            print(f"left out: {error}")  # noqa: T201
    whole = (p for p in pairs if p.both and p.unit and p.unit.state is State.TRANSLATED)
    return [replace(pair, id=str(number)) for number, pair in enumerate(whole)]


def flagged(check: str, pairs: Sequence[Pair]) -> set[str]:
    """Return the ids of the pairs that the check flags."""
    known = registry.find(check)
    rule = Rule(check=known, severity=known.severity)
    return {found.row for found in run([rule], [Measured(pair=pair) for pair in pairs]).findings}


def planted(check: str, pairs: Sequence[Pair], rng: random.Random) -> list[tuple[Pair, set[str]]]:
    """Return pairs whose translation has become that of another unit, and which flags find it.

    Those of the pair itself and of its like count: of the unit that now has the same translation,
    or of those that have the same source.
    """
    if check == "shared-translation":
        able = [(p, {p.id}) for p in pairs if p.source and len(p.source.text.split()) > 4]
    else:
        able = [(rng.choice(each), {pair.id for pair in each}) for each in _sound(pairs)]
    if len(able) < 2:
        return []
    faults = []
    for pair, alike in rng.sample(able, min(len(able), _FAULTS)):
        other, _ = rng.choice([each for each in able if each[0].source != pair.source])
        if pair.target and other.target and pair.target.text != other.target.text:
            target = replace(pair.target, text=other.target.text)
            faults.append((replace(pair, target=target), alike | {other.id}))
    return faults


def _sound(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Return the units of each source that stands twice or more with one translation."""
    alike = defaultdict(list)
    for pair in pairs:
        if pair.source and pair.unit:
            alike[pair.source.text, pair.unit.context, pair.unit.plural].append(pair)
    texts = {key: {p.target and p.target.text for p in each} for key, each in alike.items()}
    return [each for key, each in alike.items() if len(each) > 1 and len(texts[key]) == 1]


def main() -> None:
    """Print, or write, recall and flags for each check and language."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--write", action="store_true")
    said = parser.parse_args()
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for folder in sorted(said.corpus.glob("*/*")):
        pairs = units(folder, folder.name)
        for check in _NAMES:
            rng = random.Random(f"{folder} {check}")  # noqa: S311 - no secret
            clean = flagged(check, pairs)
            count = counts[check, folder.name]
            count.update(units=len(pairs), flags=len(clean))
            faults = planted(check, pairs, rng)
            changed = {faulty.id: faulty for faulty, _ in faults}
            new = flagged(check, [changed.get(pair.id, pair) for pair in pairs]) - clean
            found = sum(not new.isdisjoint(alike) for _, alike in faults)
            count.update(faults=len(faults), found=found)
    for check in _NAMES:
        rows = [_row(lang, count) for (name, lang), count in counts.items() if name == check]
        rows = [row for row in rows if row["n"]]
        print(json.dumps(rows, indent=1))  # noqa: T201
        if said.write:
            whole = {
                "check": check,
                "corpus": f"the PO files of {len(list(said.corpus.glob('*')))} projects on PyPI",
                "how": "python -m tests.benchmarks.strings.consistency: translations become "
                "those of other units, of a source that stands twice where that is needed. False "
                "alarms are all flags on the files as they are; many of those read were faults.",
                "counted": "entries",
                "rows": rows,
            }
            (_OUT / f"{check}.json").write_text(json.dumps(whole, indent=1) + "\n", "utf-8")


def _row(lang: str, count: Counter[str]) -> dict[str, object]:
    return {
        "fault": "translation of another unit",
        "lang": f"en-{lang.replace('_', '-')}",
        "recall": round(count["found"] / max(count["faults"], 1), 4),
        "false_alarms_per_1000": round(1000 * count["flags"] / max(count["units"], 1), 2),
        "n": count["faults"],
    }


if __name__ == "__main__":
    main()
