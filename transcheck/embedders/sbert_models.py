"""What is known of sentence-transformers models beforehand, from their cards on the hub.

Where a card says ``no``, ``tl`` and ``zh``, ours are ``nb``, ``fil`` and ``zh-TW`` as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from transcheck.languages import LANGUAGES, OTHER_LANGUAGES

_EVERY = frozenset(language.tag for language in (*LANGUAGES, *OTHER_LANGUAGES))

# The languages that the cards were looked through for, beside those with checks of their own: of a
# language that transcheck learns to name later nothing is claimed.
_OTHERS = (
    "af az be bg bn br bs cy da eo et eu fa fil fy ga gd gl gu he hr hy is ka kk km kn ky "
    "lb lo lt lv mk ml mn mr ms mt my nb ne nn no oc pa si sk sl sq sr sw ta te tg tt ug "
    "ur uz zu"
)
_LOOKED_UP = frozenset(language.tag for language in LANGUAGES) | set(_OTHERS.split())

# Languages of ours that a model was not trained on, by the list in its card.
_NOT_DISTILLED = (
    "af az be bn br bs cy eo eu fil fy ga gd is kk km kn ky lb lo ml mt ne nn no oc pa si sw ta te "
    "tg tt ug uz zu"
)
_DISTILLED = _LOOKED_UP - set(_NOT_DISTILLED.split())
_LABSE = _LOOKED_UP - {"br", "oc", "nn"}
# The 94 languages in the card of XLM-RoBERTa, which the e5 models were made of.
_XLM_R = _LOOKED_UP - {"lb", "mt", "nn", "oc", "tg", "tt", "zu"}
# What its makers trained it on: https://huggingface.co/BAAI/bge-m3/discussions/29
_BGE_M3 = _LOOKED_UP - {"zu"}


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownModel:
    """A multilingual model.

    ``pooling`` makes one row of its tokens, None where nobody knows; ``prompt`` stands before every
    text; ``limit`` is how many tokens it reads, its own marks included, None where there is none.
    ``source`` is the page that says so. A model that is not known has no prompt and is taken to
    know every language: that is the user's to say.
    """

    name: str
    pooling: str | None = None
    prompt: str = ""
    limit: int | None = None
    languages: frozenset[str] = _EVERY

    @property
    def source(self) -> str:
        """The page of the model, which says all this."""
        return f"https://huggingface.co/{self.name}"


KNOWN: Mapping[str, KnownModel] = {
    model.name: model
    for model in (
        KnownModel(name="sentence-transformers/LaBSE", pooling="cls", limit=256, languages=_LABSE),
        KnownModel(
            name="sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2",
            pooling="mean",
            limit=128,
            languages=_DISTILLED,
        ),
        KnownModel(
            name="sentence-transformers/distiluse-base-multilingual-cased-v2",
            pooling="mean",
            limit=128,
            languages=_DISTILLED,
        ),
        # Rows of a table, averaged: it has no layers that would bound a text.
        KnownModel(
            name="sentence-transformers/static-similarity-mrl-multilingual-v1",
            languages=_DISTILLED,
        ),
        # Both sides of a comparison of like with like are queries.
        KnownModel(
            name="intfloat/multilingual-e5-small",
            pooling="mean",
            prompt="query: ",
            limit=512,
            languages=_XLM_R,
        ),
        KnownModel(name="BAAI/bge-m3", pooling="cls", limit=8192, languages=_BGE_M3),
    )
}

# Under other names, too.
_ALSO = {"distiluse-multilingual": "sentence-transformers/distiluse-base-multilingual-cased-v2"}


def full_name(name: str) -> str:
    """Return the name on the hub of a model that may be given without its owner, as ``LaBSE``."""
    known = (each for each in KNOWN if each.rpartition("/")[2].casefold() == name.casefold())
    return next(known, _ALSO.get(name.casefold(), name))
