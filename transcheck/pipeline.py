"""The only place that wires the stages: documents in, report out.

Everything here works without a command line: ``lint`` needs no model, ``check`` takes the models
that the caller resolved.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib import metadata
from typing import TYPE_CHECKING

from transcheck import __version__, article, coverage, processes
from transcheck.alignment.lines import pair_lines
from transcheck.alignment.meaning import align_by_meaning
from transcheck.alignment.structure import pair_translations
from transcheck.config import Settings
from transcheck.embedders.memory import RememberingEmbedder
from transcheck.engines.base import Translator
from transcheck.formats.catalog import Selection
from transcheck.measure import (
    Instruments,
    Progress,
    embed_all,
    measure_pairs,
    measure_units,
    retranslate,
    silent,
)
from transcheck.model import Document, Failure, Measured, Origin, Pair, Report
from transcheck.scoring import Calibration
from transcheck.segment import segment

if TYPE_CHECKING:
    from transcheck.checks.runner import Verdict


def lint(documents: Sequence[Document], settings: Settings) -> Report:
    """Check texts by themselves: nothing is translated, nothing embedded, no model is loaded."""
    parts = [part for document in documents for part in segment(document)]
    rows = [
        Measured(pair=Pair(id=str(number), source=None, target=part, origin=Origin.GIVEN))
        for number, part in enumerate(parts, start=1)
    ]
    return _report(rows, settings, failures=(), calibration=None, signature={})


def check_translation(
    source: Document,
    target: Document,
    settings: Settings,
    *,
    instruments: Instruments,
    aligned: bool = False,
    progress: Progress = silent,
) -> Report:
    """Judge a translation that exists already.

    ``aligned`` says that both texts have the same lines; else their sentences are put side by side.

    Raises:
        AlignmentError: the two texts cannot be put side by side.
        ModelError: the embedder or the engine failed.
    """

    def make() -> Report:
        embedder = RememberingEmbedder(instruments.embedder)
        if aligned:
            pairs: Sequence[Pair] = pair_lines(source, target)
        else:
            ours, theirs = segment(source), segment(target)
            if {source.lang, target.lang} <= embedder.languages:
                embed_all([part.text for part in (*ours, *theirs)], embedder, progress)
            pairs = align_by_meaning(ours, theirs, embedder)
        remembering = replace(instruments, embedder=embedder)
        return _check(pairs, settings, remembering, progress, engine="given")

    return _once((source, target, aligned), settings, instruments, make)


def check_engine(
    document: Document,
    translator: Translator,
    settings: Settings,
    *,
    target: str,
    instruments: Instruments,
    progress: Progress = silent,
) -> Report:
    """Translate a document, then judge the translation and the document itself.

    Raises:
        ModelError: the engine failed.
    """

    def make() -> Report:
        made = article.translate(document, translator, target=target, progress=progress)
        pairs = pair_translations(made.source, made.target, made.translations)
        return _check(pairs, settings, instruments, progress, engine=translator.signature)

    return _once((document, target, translator.signature), settings, instruments, make)


def check_units(
    units: Selection,
    settings: Settings,
    *,
    instruments: Instruments | None,
    failures: Sequence[Failure] = (),
    progress: Progress = silent,
) -> Report:
    """Judge the units of localization files; ``instruments`` None compares no meaning.

    ``failures`` are those of files that could not be read.
    """

    def make() -> Report:
        pairs = _numbered(units.pairs)
        calibration = instruments.thresholds if instruments else None
        signature = {"engine": "given"}
        rows: Sequence[Measured] = [Measured(pair=pair) for pair in pairs]
        if instruments:
            rows = measure_units(pairs, instruments.embedder, calibration, progress)
            signature["embedder"] = instruments.embedder.signature
        if calibration:
            signature["calibration"] = calibration.name
        report = _report(
            rows,
            settings,
            failures=tuple(failures),
            calibration=calibration,
            signature=signature,
            beside=units.beside,
        )
        return replace(report, skipped=units.skipped)

    return _once((units, tuple(failures)), settings, instruments, make)


def _once(
    task: tuple[object, ...],
    settings: Settings,
    instruments: Instruments | None,
    make: Callable[[], Report],
) -> Report:
    """Return the report of a task: that of an earlier run, if this one would make the same."""
    if instruments is None or instruments.reports is None:
        return make()
    job = (task, settings.choices(), instruments.signature)
    return instruments.reports.report(job, make)


def _check(
    pairs: Sequence[Pair],
    settings: Settings,
    instruments: Instruments,
    progress: Progress,
    *,
    engine: str,
) -> Report:
    pairs = _numbered(pairs)
    embedder = instruments.embedder
    unknown = coverage.unknown_languages(pairs, embedder)
    calibration = instruments.thresholds
    if unknown:
        rows: Sequence[Measured] = [Measured(pair=pair) for pair in pairs]
    else:
        rows = measure_pairs(pairs, embedder, progress)
    signature = {"engine": engine, "embedder": embedder.signature}
    if calibration:
        signature["calibration"] = calibration.name
    if instruments.second:
        rows = retranslate(rows, instruments.second, None if unknown else embedder, progress)
        signature["evidence"] = instruments.second.signature
    return _report(
        rows,
        settings,
        failures=unknown or coverage.uncalibrated(pairs, embedder, calibration),
        calibration=calibration,
        signature=signature,
    )


def _numbered(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs with ids that are unique in the run: 1, 2, … in reading order."""
    return [replace(pair, id=str(number)) for number, pair in enumerate(pairs, start=1)]


def _report(
    rows: Sequence[Measured],
    settings: Settings,
    *,
    failures: tuple[Failure, ...],
    calibration: Calibration | None,
    signature: Mapping[str, str],
    beside: Sequence[Pair] = (),
) -> Report:
    # The checks take a while to load, and a report that is kept asks for none.
    from transcheck.results.allowed import suppress_allowed

    scored, verdict = _judged(rows, settings, calibration, beside)
    report = Report(
        signature={
            "tool": f"transcheck {__version__}",
            **signature,
            "segmenter": f"sentencex {metadata.version('sentencex')}",
            "settings": settings.digest(),
        },
        rows=scored,
        findings=verdict.findings,
        failures=(*failures, *verdict.failures),
        checks=tuple(sorted(rule.check.id for rule in settings.rules())),
        fail_on=settings.fail_on,
    )
    return suppress_allowed(report)


def _judged(
    rows: Sequence[Measured],
    settings: Settings,
    calibration: Calibration | None,
    beside: Sequence[Pair],
) -> "tuple[tuple[Measured, ...], Verdict]":
    """Return the rows with their scores, and what the checks say of them."""
    from transcheck.checks import runner
    from transcheck.checks.base import Context, Texts
    from transcheck.checks.scores import with_scores

    rules = settings.rules()
    scored = with_scores(rows, rules, calibration)
    known = Context(
        vocabulary=settings.vocabulary,
        glossary=settings.terms(),
        calibration=calibration,
        texts=Texts(beside=tuple(beside)),
    )
    return scored, runner.run(
        rules,
        scored,
        known=known,
        rules_at=settings.rules_by_pair() if settings.overrides else None,
        jobs=processes.fitting(settings.jobs, len(scored)),
    )
