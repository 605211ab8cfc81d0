"""What is known of sentence-transformers models beforehand, from their model cards."""

from collections.abc import Mapping
from dataclasses import dataclass

from transcheck.languages import LANGUAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownModel:
    """A multilingual model: ``prompt`` stands before every text, ``pooling`` makes tokens one row.

    Each of these models was trained on at least 50 languages, among them all of transcheck's.
    """

    name: str
    pooling: str = "mean"
    prompt: str = ""


KNOWN: Mapping[str, KnownModel] = {
    model.name: model
    for model in (
        KnownModel(name="sentence-transformers/LaBSE", pooling="cls"),
        KnownModel(name="sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2"),
        KnownModel(name="sentence-transformers/distiluse-base-multilingual-cased-v2"),
        KnownModel(name="sentence-transformers/static-similarity-mrl-multilingual-v1"),
        # Both sides of a comparison of like with like are queries.
        KnownModel(name="intfloat/multilingual-e5-small", prompt="query: "),
        KnownModel(name="BAAI/bge-m3", pooling="cls"),
    )
}

ALL_LANGUAGES = frozenset(language.tag for language in LANGUAGES)


def full_name(name: str) -> str:
    """Return the name on the hub of a model that may be given without its owner, as ``LaBSE``."""
    known = (each for each in KNOWN if each.rpartition("/")[2].casefold() == name.casefold())
    return next(known, name)
