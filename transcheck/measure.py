"""The models at work: texts translated and embedded in batches, pairs measured.

Each distinct text goes through a model once, and the longest first where the order is ours.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from transcheck import coverage, scoring
from transcheck.embedders.base import Embedder
from transcheck.engines.base import Translator
from transcheck.evidence.forward import with_forward
from transcheck.evidence.words import with_words
from transcheck.model import Measured, Pair
from transcheck.scoring import Calibration
from transcheck.store import StoredReports
from transcheck.translations import Translation

# Called with a stage, how many of its units are done, and how many there are.
Progress = Callable[[str, int, int], None]


def silent(_stage: str, _done: int, _total: int) -> None:
    """Report no progress."""


# Sentences handed to an engine at once: enough to keep its threads busy, few enough that progress
# moves and a run that is killed loses little.
_BATCH = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruments:
    """What a translation is measured with.

    ``second`` translates the source of a given translation again, for comparison; None does
    without. ``calibration`` holds the user's own thresholds; None takes the shipped ones.
    ``reports`` remembers what was measured with them; None measures it again.
    """

    embedder: Embedder
    second: Translator | None = None
    calibration: Calibration | None = None
    reports: StoredReports | None = None

    @property
    def thresholds(self) -> Calibration | None:
        """The user's own thresholds, or else those shipped for the embedder."""
        return self.calibration or coverage.shipped_calibration(self.embedder)

    @property
    def signature(self) -> tuple[object, ...]:
        """All that a measurement hangs on; what is shipped is part of the program."""
        second = self.second.signature if self.second else None
        own = self.calibration
        limits = (own.name, scoring.write_calibration(own)) if own else None
        return self.embedder.signature, second, limits


def translate_all(
    texts: Sequence[str], translator: Translator, progress: Progress, *, stage: str = "translate"
) -> list[Translation]:
    """Translate the texts, each distinct one once, in batches of like length: the longest first."""
    distinct = sorted(dict.fromkeys(texts), key=lambda text: (-len(text), text))
    made: dict[str, Translation] = {}
    progress(stage, 0, len(distinct))
    for start in range(0, len(distinct), _BATCH):
        batch = distinct[start : start + _BATCH]
        made.update(zip(batch, translator.translate(batch), strict=True))
        progress(stage, len(made), len(distinct))
    return [made[text] for text in texts]


def embed_all(texts: Sequence[str], embedder: Embedder, progress: Progress) -> None:
    """Let a remembering embedder see the texts before they are needed, with progress."""
    progress("embed", 0, len(texts))
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        embedder.embed(batch)
        progress("embed", start + len(batch), len(texts))


def measure_pairs(
    pairs: Sequence[Pair], embedder: Embedder, progress: Progress
) -> Sequence[Measured]:
    """Give each pair its similarity and what else the embedder says of it, each text seen once."""
    total = len(scoring.distinct_texts(pairs))
    done = 0

    def advance(count: int) -> None:
        nonlocal done
        done += count
        progress("embed", done, total)

    progress("embed", 0, total)
    rows = scoring.similarities(embedder, pairs, progress=advance)
    return with_words(embedder.words, rows, progress) if embedder.words else rows


def measure_units(
    pairs: Sequence[Pair], embedder: Embedder, calibration: Calibration | None, progress: Progress
) -> list[Measured]:
    """Measure the units that are prose enough; a neighbour in a file says nothing of a unit."""
    why = {pair.id: coverage.why_not_measured(pair, embedder, calibration) for pair in pairs}
    prose = measure_pairs([pair for pair in pairs if not why[pair.id]], embedder, progress)
    rows = {row.pair.id: replace(row, margin=None) for row in prose}
    return [rows.get(pair.id) or Measured(pair=pair, unmeasured=why[pair.id]) for pair in pairs]


def retranslate(
    rows: Sequence[Measured], second: Translator, embedder: Embedder | None, progress: Progress
) -> Sequence[Measured]:
    """Give each row the second translation of its source; ``embedder`` None compares no meaning."""

    def translate(texts: Sequence[str]) -> list[str]:
        return [each.text for each in translate_all(texts, second, progress, stage="evidence")]

    return with_forward(rows, translate, embedder)
