"""The local models of one run, behind the store that remembers what they made."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.embedders import resolve as embedders
from transcheck.embedders.base import Embedder
from transcheck.engines import resolve as engines
from transcheck.engines.base import Translator
from transcheck.store import Store, StoredEmbedder, StoredTranslator, default_path


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalModels:
    """Resolves engines and embedders; ``store`` None means that nothing is remembered."""

    store: Store | None

    def translator(
        self, source: str, target: str, *, name: str | None, threads: int | None
    ) -> Translator:
        """Return the engine for a pair of languages, by the rule of ``engines.resolve``.

        Raises:
            ModelError: no engine here has the pair.
        """
        found = engines.resolve(source, target, name=name, threads=threads)
        return StoredTranslator(found, self.store) if self.store else found

    def embedder(self, name: str | None) -> Embedder:
        """Return the embedder with this name, or the embedded one.

        Raises:
            ConfigError: there is no such embedder.
        """
        found = embedders.resolve(name)
        return StoredEmbedder(found, self.store) if self.store else found


@contextlib.contextmanager
def opened(*, cache: bool) -> Iterator[LocalModels]:
    """Yield the models; the store is closed at the end, whatever happened."""
    if not cache:
        yield LocalModels(store=None)
        return
    with Store(default_path()) as store:
        yield LocalModels(store=store)
