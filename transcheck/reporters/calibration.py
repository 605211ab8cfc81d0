"""What a calibration measured, for a person to judge whether it can be relied on."""

from collections.abc import Iterator, Mapping, Sequence

from transcheck.calibration.outcomes import Outcome
from transcheck.calibration.sample import CLAUSE, HALF, NEIGHBOUR, UNRELATED, Sample
from transcheck.scoring import Calibration

# From so many pairs on, a rate of 0.5% is known to within about half of itself.
_PLENTY = 2_000
_SHOWN = (0.005, 0.01, 0.05, 0.5)
_DEFAULT = 0.005
_HEADS = {
    UNRELATED: "unrelated",
    NEIGHBOUR: "neighbouring",
    HALF: "half missing",
    CLAUSE: "clause missing",
}


def render(made: Calibration, sample: Sample, outcomes: Sequence[Outcome]) -> str:
    """Return the distributions by length, and what each threshold finds."""
    langs = "-".join(sample.langs)
    lines = [
        f"{langs}: {len(sample.sources):,} pairs, encoder {made.embedder} {made.digest}",
        "",
        "Similarity below which a share of the sound pairs lies, by length of the source:",
        "",
        *_bands(made, sample),
        "",
        "What low-similarity flags at each false-alarm rate, with thresholds from other pairs of "
        "these:",
        "sentences replaced by an unrelated or the neighbouring one, or cut short.",
        "",
        *_outcomes(outcomes, _counts(sample)),
    ]
    return "\n".join([*lines, *_caveat(outcomes, len(sample.sources))]) + "\n"


def _bands(made: Calibration, sample: Sample) -> Iterator[str]:
    source, target = sample.langs
    rates = [rate for rate in _SHOWN if rate in made.bands[0].offsets]
    yield f"{'characters':>12}{'pairs':>8}" + "".join(f"{rate:>8.1%}" for rate in rates)
    expansion = made.expansion[source]
    start = 0
    for band in made.bands:
        last = band is made.bands[-1]
        end = round(band.length * expansion)
        limits = (made.limit(source, target, start + 1 if last else end, rate) for rate in rates)
        yield (
            f"{_range(start, None if last else end):>12}{band.sentences:>8,}"
            + "".join(f"{limit or 0:>8.2f}" for limit in limits)
        )
        start = end


def _range(start: int, end: int | None) -> str:
    if end is None:
        return f"over {start}" if start else "any"
    return f"{start} to {end}"


def _counts(sample: Sample) -> dict[str, int]:
    return {name: len(faulty.rows) for name, faulty in sample.faults.items()}


def _outcomes(outcomes: Sequence[Outcome], counts: Mapping[str, int]) -> Iterator[str]:
    shown = [name for name in _HEADS if counts[name]]
    heads = "".join(f"{_HEADS[name]:>16}" for name in shown)
    yield f"{'rate':>6}  {'sound pairs (95%)':<22}{heads}"
    for each in outcomes:
        sound = f"{each.sound:.1%} ({each.low:.1%} to {each.high:.1%})"
        recall = "".join(f"{each.recall[name]:>16.1%}" for name in shown)
        yield f"{each.rate:>6.1%}  {sound:<22}{recall}"
    yield f"{'':>6}  {'of':<22}" + "".join(f"{counts[name]:>16,}" for name in shown)


def _caveat(outcomes: Sequence[Outcome], count: int) -> Iterator[str]:
    default = next((each for each in outcomes if each.rate == _DEFAULT), None)
    if default and count < _PLENTY:
        yield ""
        yield (
            f"With {count:,} pairs a rate of {_DEFAULT:.1%} is known only to lie between "
            f"{default.low:.1%} and {default.high:.1%}; {_PLENTY:,} pairs tell it well."
        )
