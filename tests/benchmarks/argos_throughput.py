"""Compare transcheck's use of an Argos package with Argos Translate's and CTranslate2's own.

Run ``python -m tests.benchmarks.argos_throughput [SENTENCES ROUNDS]``. All sides translate the
same Chinese sentences with the official package zh -> en, in turns, each model loaded beforehand.
Argos's splitter would need the network; here it gets one sentence a call. Sentences come from NTREX
where it lies beside the repository.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.corpus import NTREX, Part, articles
from tests.conftest import argos_environment
from tests.fetch_argos_zh_en import fetch
from transcheck.engines.argos import ArgosTranslator
from transcheck.engines.base import Decoding
from transcheck.engines.threads import default_threads
from transcheck.measure import translate_all
from transcheck.packages import install

SENTENCES = 300
ROUNDS = 3
ARGOS_BEAM = 4
WHO = ("市长", "校长", "一位发言人", "两名渔民", "医院院长")
DID = ("周二宣布了", "没有解释", "在采访中批评了", "再次推迟了")
WHAT = ("新的预算", "学校的改革", "桥梁的维修", "港口的扩建计划")


class OneSentence:
    """In the place of Argos's splitters."""

    def __init__(self, _package: object) -> None:
        pass

    def split_sentences(self, text: str) -> list[str]:
        """Return the text, which is one sentence already."""
        return [text]


def sentences(count: int) -> list[str]:
    """Return Chinese sentences in the order of their articles."""
    if NTREX.is_dir():
        made = [text for each in articles("zh", Part.DEVELOPMENT) for text in each.sentences]
    else:
        made = [f"{who}{did}{what}。" for who in WHO for did in DID for what in WHAT]
    return made[:count]


def argos() -> Callable[[Sequence[str]], list[str]]:
    """Return ``argostranslate.translate`` itself, with its own settings."""
    module: Any = import_module("argostranslate.translate")
    module.StanzaSentencizer = module.MiniSBDSentencizer = OneSentence
    return lambda texts: [module.translate(text, "zh", "en") for text in texts]


def transcheck(beam: int) -> Callable[[Sequence[str]], list[str]]:
    """Return transcheck's engine as a run uses it."""
    engine = ArgosTranslator("zh", "en", decoding=Decoding(beam=beam))
    return lambda texts: [made.text for made in translate_all(texts, engine, lambda *_: None)]


def ctranslate2(folder: Path, texts: Sequence[str]) -> Callable[[Sequence[str]], list[str]]:
    """Return one call of CTranslate2 on ``texts``, tokenised and sorted beforehand."""
    pieces: Any = import_module("sentencepiece").SentencePieceProcessor(
        model_file=str(folder / "sentencepiece.model")
    )
    tokens = sorted((pieces.encode(text, out_type=str) for text in texts), key=len, reverse=True)
    model: Any = import_module("ctranslate2").Translator(
        str(folder / "model"), inter_threads=default_threads(), intra_threads=1
    )
    size = min(Decoding().batch_tokens, sum(map(len, tokens)) // default_threads())
    search = {"beam_size": Decoding().beam, "length_penalty": 0.2, "replace_unknowns": True}
    return lambda _texts: [
        "".join(result.hypotheses[0])
        for result in model.translate_batch(
            tokens, batch_type="tokens", max_batch_size=size, **search
        )
    ]


def measure(
    sides: Mapping[str, Callable[[Sequence[str]], list[str]]], texts: Sequence[str], rounds: int
) -> tuple[Mapping[str, float], Mapping[str, list[str]]]:
    """Return sentences per second of each side, the median of rounds in turns, and its texts."""
    made: dict[str, list[str]] = {}
    seconds: dict[str, list[float]] = {name: [] for name in sides}
    for translate in sides.values():
        translate(texts[:2])
    for _ in range(rounds):
        for name, translate in sides.items():
            start = time.perf_counter()
            made[name] = translate(texts)
            seconds[name].append(time.perf_counter() - start)
    return {name: len(texts) / median(taken) for name, taken in seconds.items()}, made


def alike(text: str) -> str:
    """Return the text without what Argos makes of "_" and of spaces."""
    return " ".join(text.replace("_", " ").split())


def report(folder: Path, texts: Sequence[str], rounds: int) -> None:
    """Write the speeds, their ratios, and how many texts are the same at equal beam."""
    theirs, equal, ours = argos(), transcheck(ARGOS_BEAM), transcheck(Decoding().beam)
    raw = ctranslate2(folder, texts)
    sides = {"argos": theirs, "equal": equal, "ours": ours, "raw": raw}
    speed, made = measure(sides, texts, rounds)
    pairs = list(zip(made["argos"], made["equal"], strict=True))
    differ = [pair for pair in pairs if alike(pair[0]) != alike(pair[1])]
    lines = [
        f"{len(texts)} sentences, {default_threads()} cores, load {os.getloadavg()[0]:.1f}",
        *(f"{name}: {rate:.2f} sentences/s" for name, rate in speed.items()),
        f"default settings: {speed['ours'] / speed['argos']:.2f} times Argos",
        f"equal beam {ARGOS_BEAM}: {speed['equal'] / speed['argos']:.2f} times Argos",
        f"against CTranslate2 sorted beforehand: {speed['ours'] / speed['raw']:.2f}",
        f"same text at equal beam: {len(pairs) - len(differ)} of {len(pairs)}",
        *(f"  Argos {one!r}\n  ours  {other!r}" for one, other in differ),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def main() -> None:
    """Install the package in a folder of its own, and measure."""
    # A limit on threads that happens to be set would slow Argos alone.
    os.environ.pop("OMP_NUM_THREADS", None)
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(argos_environment(Path(home)))
        folder = install.add(fetch()).folder
        count, rounds = map(int, sys.argv[1:] or (SENTENCES, ROUNDS))
        report(folder, sentences(count), rounds)


if __name__ == "__main__":
    main()
