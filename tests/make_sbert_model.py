# mypy: disable-error-code="import-not-found,import-untyped,attr-defined,no-untyped-call"
"""Make a small real model of sentence-transformers: a tiny BERT with random, seeded weights.

``python tests/make_sbert_model.py FOLDER``. It has everything that a model of the hub has, down to
its limit of tokens, and is made in a second. Its similarities mean little: words in common count.
"""

import json
import sys
from pathlib import Path

LIMIT = 32
_LETTERS = "abcdefghijklmnopqrstuvwxyzáàâãçéêíóôõúüñß0123456789.,;:!?'\"-()"


def make(folder: Path) -> Path:
    """Write the model to ``folder`` and return it."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    work = folder / "bert"
    work.mkdir(parents=True)
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    pieces += [*_LETTERS, *(f"##{letter}" for letter in _LETTERS)]
    (work / "vocab.txt").write_text("\n".join(pieces), encoding="utf-8")
    tokenizer = BertTokenizerFast(vocab_file=str(work / "vocab.txt"), strip_accents=False)
    tokenizer.save_pretrained(work)
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=LIMIT,
    )
    BertModel(config).save_pretrained(work)
    transformer = Transformer(str(work), max_seq_length=LIMIT)
    pooling = Pooling(32, pooling_mode="mean")
    SentenceTransformer(modules=[transformer, pooling], device="cpu").save(str(folder / "model"))
    return folder / "model"


if __name__ == "__main__":
    made = make(Path(sys.argv[1]))
    modules = json.loads((made / "modules.json").read_text(encoding="utf-8"))
    print(made, [module["type"] for module in modules])  # noqa: T201
