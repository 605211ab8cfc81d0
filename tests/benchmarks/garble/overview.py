"""Write docs/garble-figures.md: what all checks, the whole stack and other programs reach.

Run ``python -m tests.benchmarks.garble.overview`` to write the page again from the figures that
stand in transcheck/data/measured and in the folder ``figures`` beside this file.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.garble.whole_stack import Rate
from transcheck import languages
from transcheck.checks import registry
from transcheck.checks.base import Check
from transcheck.data import measured
from transcheck.reporters.check_page import alarms

PAGE = Path(__file__).resolve().parents[3] / "docs" / "garble-figures.md"
FIGURES = Path(__file__).parent / "figures"
STACK, PEERS = FIGURES / "whole_stack.json", FIGURES / "peers.json"
BAR = 3
# Figures of meaning stand on the page of the check: they come from another benchmark.
FAMILIES = ("TC102", "TC103", "TC2", "TC4", "TC5", "TC6")


def keep(path: Path, record: dict[str, Any]) -> None:
    """Write figures where the page takes them from."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def keep_stack(rates: Sequence[Rate], corpus: str) -> None:
    """Keep how many clean sentences all stable checks flag in each language."""
    rows = [
        {
            "lang": one.lang,
            "per_1000": round(one.per_1000, 2),
            "low": round(one.low, 2),
            "high": round(one.high, 2),
            "net": round(one.net, 2),
            "sentences": one.sentences,
            "checks": one.checks,
            "net_checks": one.net_checks,
        }
        for one in rates
    ]
    keep(STACK, {"corpus": corpus, "rows": rows})


def write(page: Path = PAGE) -> None:
    """Write the page."""
    page.write_text("\n\n".join(_parts()) + "\n", encoding="utf-8")


def _parts() -> Iterator[str]:
    yield "# How well garbled text is found"
    yield (
        "Written by `python -m tests.benchmarks.garble.run --part held-out --write`, which takes "
        "any folder of clean text. Each fault is planted into every sentence that has a place for "
        "it, one at a time, and counts as found only if the exact span is marked; *touched* counts "
        "every mark that overlaps it. False alarms are sentences marked in the same texts "
        "undamaged. Means are over languages; the 95% interval of the worst language resamples "
        "whole articles. Rules and thresholds were chosen on the other articles, but alarms and "
        "misses on these were read while rules were mended, and the false alarms include real "
        "faults of the corpus: take recall as somewhat optimistic and false alarms as an upper "
        "bound. The page of a [check](checks/index.md) says more."
    )
    yield from _checks()
    yield from _stack()
    yield from _peers()


def _checks() -> Iterator[str]:
    lines = [
        "| check | fault | languages | mean recall | touched | worst (95% interval) "
        "| false alarms per 1,000, mean | worst |",
        "|---|---|---:|---:|---:|---:|---:|---:|",
    ]
    for check in sorted(registry.ALL, key=lambda check: check.id):
        if check.id.startswith(FAMILIES):
            lines += _faults(check)
    yield "\n".join(lines)


def _faults(check: Check) -> Iterator[str]:
    figures = measured.load(check.name)
    for one in measured.summaries(figures) if figures else ():
        touched = "" if one.overlap is None else f"{one.overlap:.3f}"
        low, high = one.worst.low, one.worst.high
        sure = "" if low is None or high is None else f" ({low:.3f}–{high:.3f})"
        yield (
            f"| [{check.name}](checks/{check.id}.md) | {one.fault} | {one.languages} "
            f"| {one.recall:.3f} | {touched} | {one.worst.lang} {one.worst.recall:.3f}{sure} "
            f"| {alarms(one)} "
            f"| {one.loudest.false_alarms_per_1000:.1f} ({one.loudest.lang}) |"
        )


def _stack() -> Iterator[str]:
    if not STACK.exists():
        return
    data = json.loads(STACK.read_text("utf-8"))
    yield "## All stable checks together on clean text"
    yield (
        f"Sentences that `transcheck lint` flags on {data['corpus']}, one sentence a paragraph. "
        f"The aim is at most {BAR} in 1,000 for languages that write spaces between words. *Net* "
        "leaves out what was read and found to be a fault of the corpus "
        "(`tests/benchmarks/corpus_faults.txt`); so do the numbers in brackets."
    )
    lines = [
        "| language | flagged per 1,000 (95% interval) | net | sentences | by |",
        "|---|---:|---:|---:|---|",
    ]
    for row in data["rows"]:
        names = ", ".join(
            f"{name} {count} ({row['net_checks'].get(name, 0)})"
            for name, count in row["checks"].items()
        )
        lines.append(
            f"| {languages.find(row['lang'])} | {row['per_1000']:.1f} "
            f"({row['low']:.1f}–{row['high']:.1f}) | {row['net']:.1f} | {row['sentences']} "
            f"| {names} |"
        )
    yield "\n".join(lines)


def _peers() -> Iterator[str]:
    if not PEERS.exists():
        return
    data = json.loads(PEERS.read_text("utf-8"))
    names = list(data["clean"])
    yield "## Other programs on the same English sentences"
    yield data["how"]
    yield "\n".join(
        [
            "| planted | " + " | ".join(names) + " |",
            "|---|" + "---:|" * len(names),
            "| *clean sentences flagged per 1,000* | "
            + " | ".join(f"{data['clean'][name]:.1f}" for name in names)
            + " |",
            *(
                f"| {fault} | " + " | ".join(_share(found.get(name)) for name in names) + " |"
                for fault, found in data["recall"].items()
            ),
        ]
    )
    if data["versions"]:
        yield "\n".join(f"- {name}: {version}" for name, version in data["versions"].items())


def _share(recall: float | None) -> str:
    return "" if recall is None else f"{recall:.2f}"


if __name__ == "__main__":
    write()
