"""Write docs/meaning-figures.md from the figures that lie in the folder ``figures``.

Run ``python -m tests.benchmarks.meaning.peer_page`` to write the page again.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

PAGE = Path(__file__).resolve().parents[3] / "docs" / "meaning-figures.md"
_FIGURES = Path(__file__).parent / "figures"
_PEERS, _DRIFT = _FIGURES / "peers.json", _FIGURES / "drift.json"

Record = Mapping[str, Any]


def keep(record: Record) -> None:
    """Keep the figures of a run."""
    _PEERS.parent.mkdir(exist_ok=True)
    text = json.dumps(record, ensure_ascii=False, indent=1)
    _PEERS.write_text(text + "\n", encoding="utf-8")


def write(page: Path = PAGE) -> None:
    """Write the page."""
    page.write_text("\n".join(lines()) + "\n", encoding="utf-8")


def means(record: Record) -> Iterator[str]:
    """Yield two tables, means over the language pairs: what flags, and what gives a number."""
    rows = record["rows"]
    flagging = _finders(rows, "recall")
    yield _row("fault", *flagging)
    yield _rule(len(flagging) + 1)
    yield _row("*sound pairs flagged per 1,000*", *(_mean(rows, "alarms", f) for f in flagging))
    for fault in _faults(rows):
        yield _row(fault, *(_mean(rows, "recall", finder, fault) for finder in flagging))
    yield ""
    ranking = _finders(rows, "auc")
    yield _row("fault", *ranking)
    yield _rule(len(ranking) + 1)
    for fault in _faults(rows):
        yield _row(fault, *(_both(rows, finder, fault) for finder in ranking))
    yield _row("*mean*", *(_both(rows, finder) for finder in ranking))


def lines() -> Iterator[str]:
    """Yield the lines of the page."""
    record = json.loads(_PEERS.read_text(encoding="utf-8"))
    programs = "; ".join(f"{name}: {version}" for name, version in record["programs"].items())
    pairs = list(dict.fromkeys(row["pair"] for row in record["rows"]))
    yield "# How well faults of meaning are found"
    yield ""
    yield (
        "Written by `python -m tests.benchmarks.meaning.peers --part held-out --write`. Every "
        "finder sees the same pairs in one run: sound ones, and the same with one planted fault. "
        f"Corpus: {record['corpus']}, {', '.join(pairs)}. {programs}."
    )
    yield ""
    yield "## Means over the language pairs"
    yield ""
    yield (
        "First, what flags pairs: recall at the default setting. A fault counts as found only for "
        "a reason that the sound pair is not flagged for. Then what gives a number: recall where "
        "1% of the sound pairs are flagged, and in brackets the AUC. `drift` and what it is made "
        "of stand in every row of the [JSON report](json-report.md); the forward translation is "
        "measured for the pairs that the embedded engine translates."
    )
    yield ""
    yield from means(record)
    yield ""
    yield from _left_out()
    yield "## Each language pair"
    yield ""
    yield (
        "Recall: at the default setting of what flags pairs, at 1% false alarms of what gives a "
        "number."
    )
    yield ""
    yield from _pairs(record["rows"], pairs)


def _left_out() -> Iterator[str]:
    """Yield what drift tells of kinds of fault that it was not trained on."""
    record = json.loads(_DRIFT.read_text(encoding="utf-8"))
    names = ("drift", "left out of training", "similarity")
    yield "## Drift without one kind of fault in training"
    yield ""
    yield (
        f"{record['source']} The model judges articles that it was not trained on, here on those "
        f"for development ({record['sound']:,} sound pairs). Recall at 1% false alarms and AUC, "
        "with all kinds of fault in training and with this one left out."
    )
    yield ""
    yield _row("fault", *names, "faults")
    yield _rule(len(names) + 2)
    for row in record["rows"]:
        told = [f"{row[name][1]:.2f} ({row[name][0]:.2f})" for name in names]
        yield _row(row["fault"], *told, str(row["n"]))
    yield ""


def _pairs(rows: Sequence[Record], pairs: Sequence[str]) -> Iterator[str]:
    finders = [*_finders(rows, "recall"), *_finders(rows, "auc")]
    yield _row("pair", "fault", "faults", *finders)
    yield _rule(len(finders) + 3)
    for pair in pairs:
        own = [row for row in rows if row["pair"] == pair]
        for fault in _faults(own):
            told = {row["finder"]: row for row in own if row["fault"] == fault}
            values = [_recall(told.get(finder, {})) for finder in finders]
            yield _row(pair, fault, str(next(iter(told.values()))["n"]), *values)


def _recall(row: Record) -> str:
    value = row.get("recall", row.get("at_one_percent"))
    return "–" if value is None else f"{value:.2f}"


def _finders(rows: Sequence[Record], figure: str) -> list[str]:
    return list(dict.fromkeys(row["finder"] for row in rows if figure in row))


def _faults(rows: Sequence[Record]) -> list[str]:
    return list(dict.fromkeys(row["fault"] for row in rows))


def _values(
    rows: Sequence[Record], figure: str, finder: str, fault: str | None = None
) -> list[float]:
    return [
        row[figure]
        for row in rows
        if row["finder"] == finder and figure in row and fault in (None, row["fault"])
    ]


def _mean(rows: Sequence[Record], figure: str, finder: str, fault: str | None = None) -> str:
    values = _values(rows, figure, finder, fault)
    if not values:
        return "–"
    return f"{mean(values):.1f}" if figure == "alarms" else f"{mean(values):.2f}"


def _both(rows: Sequence[Record], finder: str, fault: str | None = None) -> str:
    recall = _mean(rows, "at_one_percent", finder, fault)
    return f"{recall} ({_mean(rows, 'auc', finder, fault)})"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _rule(columns: int) -> str:
    return f"|{'---|' * columns}"


if __name__ == "__main__":
    write()
