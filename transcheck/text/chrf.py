"""chrF: how many character n-grams a text shares with a reference.

The definition is that of sacrebleu's sentence score (Popović 2015, chrF2): n-grams of 1 to 6
characters without white space, precision and recall averaged over the orders that both texts have,
and recall counting twice as much (beta 2).
"""

from collections import Counter

_ORDERS = range(1, 7)
_BETA_SQUARED = 2**2


def chrf(text: str, reference: str) -> float:
    """Return the chrF of ``text`` against ``reference``, from 0 to 100.

    >>> chrf("The harbour is closed.", "The harbour is closed.")
    100.0
    >>> round(chrf("The port is closed.", "The harbour is closed."), 1)
    47.6
    """
    ours, theirs = "".join(text.split()), "".join(reference.split())
    orders = [order for order in _ORDERS if order <= min(len(ours), len(theirs))]
    if not orders:
        return 0.0
    shared = [(_ngrams(ours, n) & _ngrams(theirs, n)).total() for n in orders]
    counts = list(zip(orders, shared, strict=True))
    precision = sum(same / (len(ours) - n + 1) for n, same in counts) / len(orders)
    recall = sum(same / (len(theirs) - n + 1) for n, same in counts) / len(orders)
    if not precision + recall:
        return 0.0
    return 100 * (1 + _BETA_SQUARED) * precision * recall / (_BETA_SQUARED * precision + recall)


def _ngrams(text: str, order: int) -> Counter[str]:
    return Counter(text[start : start + order] for start in range(len(text) - order + 1))
