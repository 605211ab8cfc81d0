"""Argos Translate's packages, run by CTranslate2 directly.

Of Argos only its package folders and tokenizers are used. Its own translation splits sentences with
stanza (torch, and the network), joins their tokens before decoding, which can glue two sentences,
and turns every "_" into a space. Here each sentence is decoded alone.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from transcheck.engines.base import Decoding
from transcheck.engines.batch import translate_distinct
from transcheck.engines.digest import digest_of
from transcheck.engines.threads import default_threads, run_together
from transcheck.errors import ModelError
from transcheck.packages import record
from transcheck.packages.installed import INSTALL, is_argos_here, packages
from transcheck.translations import Hypothesis, Translation

_SPACE = "\N{LOWER ONE EIGHTH BLOCK}"  # a space, as SentencePiece writes it

# That of Argos, so that equal beams give equal words.
_LENGTH_PENALTY = 0.2

_SMALLEST_BATCH = 64

# Output tokens at which a decoder that loops is stopped; longer sources are given more.
_LONGEST_OUTPUT = 256


class _Pieces(Protocol):
    """What is used of ``sentencepiece.SentencePieceProcessor``."""

    def decode_pieces(self, pieces: list[str]) -> str: ...


class _Result(Protocol):
    hypotheses: list[list[str]]
    scores: list[float]


class _Model(Protocol):
    """What is used of ``ctranslate2.Translator``; it frees the interpreter."""

    def translate_batch(self, source: list[list[str]], **options: object) -> list[_Result]: ...


def installed_pairs() -> frozenset[tuple[str, str]]:
    """Return the pairs of language tags that have an installed package; none without Argos."""
    return frozenset(packages())


class ArgosTranslator:
    """Translates one pair with the Argos package installed for exactly that pair.

    The model is read at the first translation. Scores are log-probabilities per output token.
    """

    def __init__(
        self,
        source: str,
        target: str,
        threads: int | None = None,
        decoding: Decoding | None = None,
    ) -> None:
        if not is_argos_here():
            raise ModelError("Argos Translate is not installed", hint=INSTALL)
        package = packages().get((source, target))
        if package is None:
            raise ModelError(
                f"no Argos package for {source} to {target} is installed",
                hint=f"transcheck models pull {source}-{target}",
            )
        self._package = package
        self._pair = f"{source}-{target}"
        self._threads = threads or default_threads()
        self._decoding = decoding or Decoding()

    @cached_property
    def signature(self) -> str:
        """Engine, version of the package, pair, digest of the model files, decoder and search."""
        folder = Path(self._package.package_path)
        files = [file for file in (folder / "model").rglob("*") if file.is_file()]
        digest = digest_of([*files, *folder.glob("*.model"), folder / "metadata.json"])
        decoder = f"ctranslate2 {version('ctranslate2')} {self._decoding}"
        return f"argos {self._package.package_version} {self._pair} {digest} {decoder}"

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        """Translate each text on its own, in order.

        Raises:
            ModelError: the package is damaged, or the engine failed.
        """
        return translate_distinct(texts, self._ask)

    def _ask(self, lines: list[str]) -> Mapping[str, Translation]:
        answers: dict[str, Translation] = {}
        try:
            run_together([lambda: answers.update(self._decode(lines))])
        except (ImportError, OSError, RuntimeError, ValueError) as error:
            raise ModelError(
                f"the Argos package at {self._package.package_path} failed: {error}",
                hint="see whether it is damaged: transcheck models verify",
            ) from error
        return answers

    def _decode(self, lines: list[str]) -> Mapping[str, Translation]:
        sources = [self._package.tokenizer.encode(line) for line in lines]
        prefix = self._package.target_prefix
        search = self._decoding
        results = self._model.translate_batch(
            sources,
            target_prefix=[[prefix]] * len(lines) if prefix else None,
            beam_size=search.width,
            num_hypotheses=search.alternatives + 1,
            repetition_penalty=search.repetition_penalty,
            no_repeat_ngram_size=search.no_repeat_ngram,
            length_penalty=_LENGTH_PENALTY,
            replace_unknowns=True,
            return_scores=True,
            batch_type="tokens",
            max_batch_size=self._batch_size(sources),
            max_input_length=0,
            max_decoding_length=max(_LONGEST_OUTPUT, max(map(len, sources)) * 3 // 2),
        )
        return {
            line: self._translation(result) for line, result in zip(lines, results, strict=True)
        }

    def _batch_size(self, sources: list[list[str]]) -> int:
        """Return a size at which a small job, too, is shared among all threads."""
        share = sum(map(len, sources)) // self._threads
        return max(_SMALLEST_BATCH, min(self._decoding.batch_tokens, share))

    def _translation(self, result: _Result) -> Translation:
        best, *others = map(self._hypothesis, result.hypotheses, result.scores)
        return Translation(text=best.text, score=best.score, alternatives=tuple(others))

    def _hypothesis(self, tokens: list[str], score: float) -> Hypothesis:
        """Decode one sentence; ``score`` is the sum of log-probabilities over length ** penalty."""
        length = len(tokens) + 1  # the end of the sentence is a token, too
        prefix = self._package.target_prefix
        kept = tokens[1:] if prefix and tokens[:1] == [prefix] else tokens
        return Hypothesis(
            text=self._text(kept), score=min(0.0, score * length ** (_LENGTH_PENALTY - 1))
        )

    def _text(self, tokens: list[str]) -> str:
        if self._pieces is None:
            return self._package.tokenizer.decode(tokens).strip()
        # Packages exist whose output vocabulary is larger than their tokenizer's: a piece that is
        # unknown there comes back as it is, with its mark of a space.
        return self._pieces.decode_pieces(tokens).replace(_SPACE, " ").strip()

    @cached_property
    def _pieces(self) -> _Pieces | None:
        """The SentencePiece model; None where the package is one of the few with BPE codes."""
        model = Path(self._package.package_path) / "sentencepiece.model"
        if not model.exists():
            return None
        processor = import_module("sentencepiece").SentencePieceProcessor
        pieces: _Pieces = processor(model_file=str(model))
        return pieces

    def _verify(self) -> None:
        verdict = record.verify(Path(self._package.package_path))
        if verdict.state is record.State.CHANGED:
            raise ModelError(
                f"the Argos package at {verdict.folder} is not what was installed: "
                f"{', '.join(verdict.files[:3])} changed",
                hint=f"transcheck models remove {verdict.folder.name}, then pull or add it again",
            )

    @cached_property
    def _model(self) -> _Model:
        self._verify()
        model: _Model = import_module("ctranslate2").Translator(
            str(Path(self._package.package_path) / "model"),
            device="cpu",
            compute_type="auto",
            inter_threads=self._threads,
            intra_threads=1,
        )
        return model
