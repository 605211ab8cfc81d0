"""Options that several commands share, each written once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from transcheck.model import Severity


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"


From = Annotated[
    str | None,
    typer.Option("--from", metavar="LANG", help="Language of the source; detected if left out."),
]
Encoding = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Encoding of the files, if not UTF-8."),
]
OutputFormat = Annotated[
    Format, typer.Option("--format", help="text for people, json for programs.")
]
ReportFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="NAME",
        help="What to print: text (for people, the default), html, json, jsonl, csv, markdown, "
        "sarif, junit, github, gitlab or rdjson.",
    ),
]
ComparisonFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="NAME",
        help="What to print: text (for people, the default), html, markdown (fits a comment on "
        "GitHub) or json.",
    ),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=FILE",
        help="Write the report to a file too, in any of these forms; may be repeated. "
        "Without =FILE it is --format.",
    ),
]
FailOn = Annotated[
    Severity | None,
    typer.Option(help="Exit with 1 from this severity on; warning if left out."),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CHECK", help="Run only these checks: names, ids or families such as TC2."
    ),
]
Ignore = Annotated[list[str] | None, typer.Option(metavar="CHECK", help="Leave these checks out.")]
Config = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Configuration file; else the nearest transcheck.toml or pyproject.toml.",
    ),
]
Profile = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="What the texts are: news (articles), ui (strings of an interface), or strict; else "
        "as configured.",
    ),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Findings in this file do not count: a baseline, or an earlier JSON report.",
    ),
]
Glossary = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        help="Terms to hold the translation against (TBX, CSV, TSV or TOML), besides the "
        "configured ones; may be repeated.",
    ),
]
Engine = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Translation engine; else the first that has the pair."),
]
Beam = Annotated[
    int | None,
    typer.Option(
        metavar="N", help="Hypotheses that the engine keeps as it searches; 2 if left out (Argos)."
    ),
]
RepetitionPenalty = Annotated[
    float | None,
    typer.Option(metavar="X", help="Above 1: words that were used become less likely (Argos)."),
]
NoRepeatNgram = Annotated[
    int | None,
    typer.Option(metavar="N", help="So many tokens in a row never come twice (Argos)."),
]
Alternatives = Annotated[
    int | None,
    typer.Option(
        metavar="N", help="Keep the N next best translations, too, and suggest them (Argos)."
    ),
]
BatchTokens = Annotated[
    int | None, typer.Option(metavar="N", help="Tokens translated at once; 1024 if left out.")
]
Calibration = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Thresholds that `transcheck calibrate` made; else those kept for this encoder and "
        "pair of languages, else the shipped ones.",
    ),
]
Evidence = Annotated[
    bool | None,
    typer.Option(
        "--evidence/--no-evidence",
        help="Hold a given translation against one that a local engine makes, so that fewer sound "
        "facts are flagged; if left out, only where the embedded engine has the pair.",
    ),
]
Meaning = Annotated[
    bool,
    typer.Option("--meaning/--no-meaning", help="Compare meaning where a text is long enough."),
]
Embedder = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Sentence encoder: use, or sbert:NAME_OR_FOLDER."),
]
Backend = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="What computes an sbert: encoder: torch (default), onnx or openvino."
    ),
]
Device = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Where an sbert: encoder runs, such as cuda; else the CPU."),
]
Threads = Annotated[
    int | None, typer.Option(min=1, help="Threads for translation; else one for each core.")
]
Jobs = Annotated[
    int | None,
    typer.Option(
        min=1,
        metavar="N",
        help="Check with so many processes; else one for each processor if there is much to check.",
        show_default=False,
    ),
]
Cache = Annotated[
    bool,
    typer.Option(
        "--cache/--no-cache", help="Keep what was made for the next run, and use what is."
    ),
]
