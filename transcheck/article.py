"""An article through an engine, sentence by sentence: no check is needed for that, nor loaded."""

from transcheck.engines.base import Translator
from transcheck.measure import Progress, silent, translate_all
from transcheck.model import Document
from transcheck.segment import Translated, rejoin, segment


def translate(
    document: Document, translator: Translator, *, target: str, progress: Progress = silent
) -> Translated:
    """Translate a document sentence by sentence, its white space kept as it is.

    Raises:
        ModelError: the engine failed.
    """
    parts = segment(document)
    translations = translate_all([part.text for part in parts], translator, progress)
    translated, made = rejoin(
        document,
        parts,
        [translation.text for translation in translations],
        lang=target,
        path=f"translation:{target}",
    )
    return Translated(
        source=parts, target=made, translations=tuple(translations), document=translated
    )
