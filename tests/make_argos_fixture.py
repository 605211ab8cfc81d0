# mypy: disable-error-code="import-not-found,import-untyped"
"""Make the small Argos package of ``fixtures/argos``: a real model, trained on its own sentences.

The model is a Marian encoder-decoder that learns ``sentences.tsv`` by heart (some three minutes on
two cores). It translates those sentences, and little else: enough to test everything around a
model. The package has the layout of Argos's own, so that Argos installs it like any other.

Run ``python tests/make_argos_fixture.py`` where torch, transformers, ctranslate2 and sentencepiece
are installed. Training is seeded, but another release of torch makes another file.
"""

import io
import json
import tempfile
import zipfile
from pathlib import Path

import ctranslate2
import sentencepiece
import torch
from transformers import MarianConfig, MarianMTModel, MarianTokenizer

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "argos"
NAME = "translate-pt_en-1_0"
METADATA = {
    "package_version": "1.0",
    "argos_version": "1.9.6",
    "from_code": "pt",
    "from_name": "Portuguese",
    "to_code": "en",
    "to_name": "English",
}
PIECES = 400
STEPS = 1200
SEEDS = range(1, 9)
ENOUGH = 0.003  # mean cross-entropy below which every sentence is known by heart
IGNORED = -100  # label that torch's cross-entropy leaves out


def sentences() -> list[tuple[str, str]]:
    """Return the pairs to learn, Portuguese first."""
    lines = (FIXTURES / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines]
    return [(source, target) for source, target in pairs]


def train_pieces(pairs: list[tuple[str, str]]) -> bytes:
    """Train one SentencePiece model on both languages, special tokens in Marian's order."""
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([text for pair in pairs for text in pair]),
        model_writer=model,
        vocab_size=PIECES,
        character_coverage=1.0,
        eos_id=0,
        unk_id=1,
        bos_id=-1,
        pad_id=-1,
        hard_vocab_limit=False,
        minloglevel=2,
    )
    return model.getvalue()


def make_model(size: int, seed: int) -> MarianMTModel:
    """Return an untrained model for ``size`` tokens, the last of which is <pad>."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)  # so that sums are made in one order on every machine
    config = MarianConfig(
        vocab_size=size,
        d_model=128,
        encoder_layers=2,
        decoder_layers=2,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        encoder_ffn_dim=256,
        decoder_ffn_dim=256,
        max_position_embeddings=320,  # more than the 256 tokens at which a loop is stopped
        scale_embedding=True,
        activation_function="relu",
        eos_token_id=0,
        forced_eos_token_id=0,
        pad_token_id=size - 1,
        decoder_start_token_id=size - 1,
    )
    return MarianMTModel(config)


def train(model: MarianMTModel, rows: list[tuple[list[int], list[int]]], pad: int) -> None:
    """Train on all sentences at once until the model knows them by heart."""
    source = _padded([row for row, _ in rows], pad)
    target = _padded([row for _, row in rows], IGNORED)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    for step in range(STEPS):
        # Dropout is on in the first steps only: it spreads what is learnt, then gets in the way.
        model.train(step < STEPS // 4)
        loss = model(input_ids=source, attention_mask=source != pad, labels=target).loss
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            # Marian starts decoding from a zero vector, which transformers keeps in <pad>.
            model.model.shared.weight[pad] = 0
        if step % 100 == 0:
            print(step, round(loss.item(), 4), flush=True)  # noqa: T201
        if loss.item() < ENOUGH:
            break


def _padded(rows: list[list[int]], value: int) -> torch.Tensor:
    width = max(map(len, rows))
    return torch.tensor([row + [value] * (width - len(row)) for row in rows])


def convert(model: MarianMTModel, pieces: bytes, vocabulary: dict[str, int], work: Path) -> Path:
    """Write the model as transformers does, and convert that to CTranslate2's int8."""
    work.mkdir()
    for name in ("source.spm", "target.spm"):
        (work / name).write_bytes(pieces)
    (work / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    tokenizer = MarianTokenizer(
        source_spm=str(work / "source.spm"),
        target_spm=str(work / "target.spm"),
        vocab=str(work / "vocab.json"),
    )
    tokenizer.save_pretrained(work)
    model.save_pretrained(work)
    converter = ctranslate2.converters.TransformersConverter(str(work))
    return Path(converter.convert(str(work / "ct2"), quantization="int8"))


def pack(model: Path, pieces: bytes, package: Path) -> None:
    """Zip the parts in Argos's layout, with fixed times so that equal parts make equal bytes."""
    parts = {
        "metadata.json": json.dumps(METADATA, indent=4).encode(),
        "sentencepiece.model": pieces,
    }
    parts |= {f"model/{part.name}": part.read_bytes() for part in sorted(model.iterdir())}
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(f"{NAME}/{name}"), content, zipfile.ZIP_DEFLATED)


def knows(model: Path, pieces: bytes, pairs: list[tuple[str, str]]) -> bool:
    """Say whether the model translates every sentence as it was taught, at greedy and at beam 2.

    A beam can stop at two short, improbable outputs before the taught one is complete.
    """
    processor = sentencepiece.SentencePieceProcessor(model_proto=pieces)
    translator = ctranslate2.Translator(str(model), compute_type="auto")
    sources = processor.encode([source for source, _ in pairs], out_type=str)
    taught = [target for _, target in pairs]
    for beam in (1, 2):
        results = translator.translate_batch(sources, beam_size=beam, length_penalty=0.2)
        if [processor.decode_pieces(result.hypotheses[0]) for result in results] != taught:
            return False
    return True


def main() -> None:
    """Train, convert and pack the first model that knows its sentences."""
    pairs = sentences()
    pieces = train_pieces(pairs)
    processor = sentencepiece.SentencePieceProcessor(model_proto=pieces)
    size = processor.get_piece_size()
    vocabulary = {processor.id_to_piece(index): index for index in range(size)} | {"<pad>": size}
    rows = [
        ([*processor.encode(source), 0], [*processor.encode(target), 0]) for source, target in pairs
    ]
    for seed in SEEDS:
        model = make_model(size + 1, seed)
        train(model, rows, pad=size)
        with tempfile.TemporaryDirectory() as folder:
            converted = convert(model, pieces, vocabulary, Path(folder) / "marian")
            if knows(converted, pieces, pairs):
                pack(converted, pieces, FIXTURES / f"{NAME}.argosmodel")
                return
    raise SystemExit("no model knows all of its sentences")


if __name__ == "__main__":
    main()
