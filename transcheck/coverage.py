"""What an encoder can judge: the languages that it knows, the pairs that it has thresholds for."""

from collections.abc import Sequence

from transcheck import languages, scoring
from transcheck.embedders.base import Embedder
from transcheck.model import Failure, Pair
from transcheck.scoring import Calibration


def shipped_calibration(embedder: Embedder) -> Calibration | None:
    """Return the shipped thresholds of the embedder, if they are those of this very model."""
    known = scoring.calibration(_name(embedder))
    return known if known and known.digest in embedder.signature else None


def _name(embedder: Embedder) -> str:
    return embedder.signature.split()[0]


def unknown_languages(pairs: Sequence[Pair], embedder: Embedder) -> tuple[Failure, ...]:
    """Return a failure for each text in a language that the encoder never learned."""
    texts = {
        (part.path, part.lang)
        for pair in pairs
        for part in (pair.source, pair.target)
        if part and part.lang not in embedder.languages
    }
    return tuple(
        Failure(
            path=path,
            stage="embed",
            message=f"{_name(embedder)} does not know {languages.find(lang)}: meaning not compared",
        )
        for path, lang in sorted(texts)
    )


def uncalibrated(
    pairs: Sequence[Pair], embedder: Embedder, calibration: Calibration | None
) -> tuple[Failure, ...]:
    """Return a failure for each pair of languages whose similarities nobody has measured.

    A threshold belongs to one encoder and one pair: borrowing another's would be a guess.
    """
    found = {
        (pair.target.path, pair.source.lang, pair.target.lang)
        for pair in pairs
        if pair.source and pair.target
    }
    return tuple(
        Failure(
            path=path,
            stage="calibrate",
            message=f"{_name(embedder)} has no thresholds for {source} -> {target}: "
            "similarities are measured but not judged; `transcheck calibrate` makes thresholds",
        )
        for path, source, target in sorted(found)
        if calibration is None or not calibration.covers(source, target)
    )


def why_not_measured(pair: Pair, embedder: Embedder, calibration: Calibration | None) -> str | None:
    """Say why the meaning of a unit's texts cannot be compared, None where it can."""
    if pair.both is None:
        return "a text is missing"
    source, target = pair.both
    strange = next((each.lang for each in pair.both if each.lang not in embedder.languages), None)
    if strange:
        return f"{_name(embedder)} does not know {languages.find(strange)}"
    if calibration is None or not calibration.covers(source.lang, target.lang):
        return f"no thresholds for {source.lang} -> {target.lang}"
    if calibration.is_shorter(source.lang, len(source.text), scoring.RELIABLE_LENGTH):
        return "too short for its similarity to be relied on"
    return None
