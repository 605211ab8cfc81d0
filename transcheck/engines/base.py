"""What a translation engine is to the rest of transcheck."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from transcheck.errors import ConfigError
from transcheck.translations import Translation


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoding:
    """How an engine searches for a translation.

    ``beam`` is how many hypotheses it keeps as it searches: 2 keeps nearly all of the quality of
    Argos's 4 at twice its speed. ``repetition_penalty`` above 1 makes tokens that were used less
    likely, and no ``no_repeat_ngram`` tokens in a row come twice (0: they may). ``alternatives`` is
    how many hypotheses are told beside the best. ``batch_tokens`` is how many tokens go through the
    model at once: Argos's own 32 hold about one sentence, which leaves the cores idle.

    Raises:
        ConfigError: a number makes no sense.
    """

    beam: int = 2
    repetition_penalty: float = 1.0
    no_repeat_ngram: int = 0
    alternatives: int = 0
    batch_tokens: int = 1_024

    def __post_init__(self) -> None:
        for name, (least, most) in _RANGES.items():
            value = getattr(self, name)
            whole = isinstance(value, int) or name == "repetition_penalty"
            if not (whole and least <= value <= most):
                raise ConfigError(
                    f"{name.replace('_', '-')} cannot be {value:g}",
                    hint=f"a number from {least:g} to {most:g}",
                )

    @property
    def width(self) -> int:
        """The beam that is searched: every hypothesis that is told needs a place in it."""
        return max(self.beam, self.alternatives + 1)

    def __str__(self) -> str:
        """What a signature says of it: all that can change a translation."""
        extra = {
            "repetition-penalty": self.repetition_penalty if self.repetition_penalty != 1 else 0,
            "no-repeat-ngram": self.no_repeat_ngram,
            "alternatives": self.alternatives,
        }
        said = "".join(f" {name} {value:g}" for name, value in extra.items() if value)
        return f"beam {self.width}{said}"


_RANGES = {
    "beam": (1, 32),
    "repetition_penalty": (1, 10),
    "no_repeat_ngram": (0, 32),
    "alternatives": (0, 31),
    "batch_tokens": (1, 1_000_000),
}


class Translator(Protocol):
    """A local engine for one language pair: a batch of texts in, a batch of translations out."""

    @property
    def signature(self) -> str:
        """Engine, version, pair and digest of the model: equal signatures, equal output."""

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        """Translate each text on its own; the result has the order and length of ``texts``.

        Raises:
            ModelError: the engine failed.
        """
