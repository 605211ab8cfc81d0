"""The local models of one run, behind the store that remembers what they made."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transcheck.calibration import kept
from transcheck.embedders import resolve as embedders
from transcheck.embedders.base import Embedder
from transcheck.engines import resolve as engines
from transcheck.engines.base import Decoding, Translator
from transcheck.measure import Instruments
from transcheck.model import Pair
from transcheck.store import (
    Store,
    StoredEmbedder,
    StoredReports,
    StoredTranslator,
    default_path,
)

if TYPE_CHECKING:
    # To translate asks for no settings, and these know every check.
    from transcheck.config import Settings

_DEFAULT = Decoding()


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalModels:
    """Resolves engines and embedders; ``store`` None means that nothing is remembered."""

    store: Store | None
    threads: int | None = None
    decoding: Decoding = _DEFAULT

    def translator(self, source: str, target: str, *, name: str | None) -> Translator:
        """Return the engine for a pair of languages, by the rule of ``engines.resolve``.

        Raises:
            ModelError: no engine here has the pair.
        """
        found = engines.resolve(
            source, target, name=name, threads=self.threads, decoding=self.decoding
        )
        return self._kept(found)

    def instruments(
        self, source: str, target: str, settings: "Settings", *, given: bool
    ) -> Instruments:
        """Return what a pair of languages is measured with; ``given`` if a translation is at hand.

        Raises:
            ConfigError: there is no such embedder, or the thresholds named are not for it.
            ModelError: the settings ask for a second opinion, and no engine here has the pair.
            InputError: a calibration is damaged.
        """
        embedder = self.embedder(settings)
        langs = (source, target)
        return Instruments(
            embedder=embedder,
            second=self._second_opinion(source, target, settings) if given else None,
            calibration=kept.named(settings.calibration, embedder.signature, langs)
            if settings.calibration
            else kept.find(embedder.signature, langs),
            reports=self._reports,
        )

    def instruments_for(self, pairs: Sequence[Pair], settings: "Settings") -> Instruments:
        """Return what the units of localization files are measured with, in all their languages.

        Thresholds that the user made are for one pair of languages, and are taken where all units
        are in it, or where the settings name them.

        Raises:
            ConfigError: as ``instruments``.
            InputError: a calibration is damaged.
        """
        langs = sorted({(each[0].lang, each[1].lang) for pair in pairs if (each := pair.both)})
        if len(langs) == 1 or (langs and settings.calibration):
            return self.instruments(*langs[0], settings, given=False)
        return Instruments(embedder=self.embedder(settings), reports=self._reports)

    def _second_opinion(self, source: str, target: str, settings: "Settings") -> Translator | None:
        """Return the engine to hold a given translation against, or None.

        Unless the settings say so, one is taken only by the rule of ``engines.at_hand``.
        """
        if settings.evidence:
            return self.translator(source, target, name=settings.engine)
        if settings.evidence is False:
            return None
        found = engines.at_hand(source, target, name=settings.engine, threads=self.threads)
        return self._kept(found) if found else None

    @property
    def _reports(self) -> StoredReports | None:
        return StoredReports(self.store) if self.store else None

    def _kept(self, translator: Translator) -> Translator:
        return StoredTranslator(translator, self.store) if self.store else translator

    def embedder(self, settings: "Settings") -> Embedder:
        """Return the embedder that the settings name, or the embedded one.

        Raises:
            ConfigError: there is no such embedder, or it cannot run as the settings say.
            ModelError: it is not here.
        """
        found = embedders.resolve(settings.embedder, settings.runtime)
        return StoredEmbedder(found, self.store) if self.store else found


@contextlib.contextmanager
def opened(
    *, cache: bool, threads: int | None = None, decoding: Decoding = _DEFAULT
) -> Iterator[LocalModels]:
    """Yield the models; the store is closed at the end, whatever happened."""
    if not cache:
        yield LocalModels(store=None, threads=threads, decoding=decoding)
        return
    with Store(default_path()) as store:
        yield LocalModels(store=store, threads=threads, decoding=decoding)
