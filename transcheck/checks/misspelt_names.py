"""The names that a translation misspells: what the article and the language say of their letters.

Part of ``changed-name``. No model is asked, and no weights are learnt.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from transcheck.checks.base import Context, Texts
from transcheck.checks.lone_names import read
from transcheck.model import Pair, Side
from transcheck.names.misspelt import is_better_known, slips
from transcheck.names.reading import Name
from transcheck.text.words import words


def misspelt_names(pair: Pair, context: Context) -> Iterator[tuple[Name, Name]]:
    """Yield each name of the source with the word that misspells it in the translation."""
    source, target = read(pair, Side.SOURCE), read(pair, Side.TARGET)
    # Strings of programs are in capitals as often as not.
    if not source or not target or pair.unit is not None:
        return
    for name, word in slips(source, target):
        if word.text in context.vocabulary:
            continue
        if is_better_known(name, word, target) or _is_kept(name, word, context.texts):
            yield name, word


def _is_kept(name: Name, word: Name, texts: Texts) -> bool:
    """Say whether the translation writes the name elsewhere as the source does, and never so."""
    written = _written(texts)
    return written.get(name.text, 0) > 0 and written.get(word.text, 0) <= 1


@lru_cache(maxsize=4)
def _written(texts: Texts) -> Mapping[str, int]:
    """Count the words of all translations as they are written."""
    targets = (pair.target for pair in texts.pairs if pair.target)
    return Counter(word.text for target in targets for word in words(target.text))
