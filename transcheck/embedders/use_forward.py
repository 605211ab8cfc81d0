"""The forward pass of the Universal Sentence Encoder, doing the work on each distinct token once.

The network projects every token, mixes it with its neighbours through three pairs of n-gram layers
and sums the tokens of a text. Everything up to the products of the first n-gram layer depends on
the token alone, and news repeats its tokens: a table of these products saves half of the
multiplications. Texts are laid end to end with blank rows between them, so that they can be cut
into blocks of equal size wherever a text ends: memory depends on neither their number nor length.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Integers = NDArray[np.int64]

WIDTH = 512
_BRANCH = 256
# Order of the n-grams of each branch, and how many of an n-gram's tokens stand before its centre.
_BRANCHES = ((2, 0), (3, 1), (5, 2))
_GAP = 2  # blank rows between texts: no window reaches further
_REACH = 2 * _GAP  # rows on either side that a row depends on through both layers
_BLOCK = 1024  # rows of a block: enough for the matrix products, and some 20 MB of working memory
_CAPACITY = 4096  # distinct tokens in the table: 60 MB


class Weights(Protocol):
    """The arrays that the package's own backend holds after loading its weights."""

    table: "NDArray[np.uint8]"
    scale: "Floats"
    lo: "Floats"
    proj_W: "Floats"  # noqa: N815
    proj_b: "Floats"
    ln_g_all: "Floats"
    ln_b_all: "Floats"
    w1: "list[Floats]"
    b1: "list[Floats]"
    w2: "list[Floats]"
    b2: "list[Floats]"
    ln_g: "Floats"
    ln_b: "Floats"
    cnn_W: "Floats"  # noqa: N815
    cnn_b: "Floats"
    d0: "Floats"
    d1: "Floats"
    d2: "Floats"
    d3: "Floats"
    p1: "Floats"
    p3: "Floats"
    eps: float


class TokenTable:
    """What the network computes of a token by itself, for the tokens seen lately.

    Row 0 is all zero and stands for a blank. When the table is full it starts again.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.blank = len(weights.table)
        self._row = np.zeros(self.blank + 1, dtype=np.int64)
        self._used = 1
        rows = _CAPACITY + 1
        self.raw = np.zeros((rows, WIDTH), dtype=np.float32)
        self.own = [np.zeros((rows, _BRANCH), dtype=np.float32) for _ in _BRANCHES]
        self.products = [
            [np.zeros((rows, _BRANCH), dtype=np.float32) for _ in range(order)]
            for order, _ in _BRANCHES
        ]

    def rows(self, ids: "Integers") -> "Integers":
        """Return the row of each token, computing those that are new.

        ``ids`` may hold at most ``_CAPACITY`` distinct tokens.
        """
        distinct = np.unique(ids[ids != self.blank])
        fresh = distinct[self._row[distinct] == 0]
        if self._used + len(fresh) > len(self.raw):
            self._row[:] = 0
            self._used = 1
            fresh = distinct
        if len(fresh):
            self._add(fresh)
        return self._row[ids]

    def _add(self, ids: "Integers") -> None:
        weights = self._weights
        new = slice(self._used, self._used + len(ids))
        self._used = new.stop
        self._row[ids] = np.arange(new.start, new.stop)
        # The embedding table is quantised in interleaved parts, each with a range of its own.
        part = ids % len(weights.scale)
        raw = weights.table[ids].astype(np.float32)
        raw *= weights.scale[part, None]
        raw += weights.lo[part, None]
        self.raw[new] = raw
        projected = _standardised(raw @ weights.proj_W + weights.proj_b, weights.eps)
        projected *= weights.ln_g_all
        projected += weights.ln_b_all
        for branch, own in enumerate(np.split(projected, len(_BRANCHES), axis=1)):
            self.own[branch][new] = own
            slots = np.split(weights.w1[branch], len(self.products[branch]))
            for products, slot in zip(self.products[branch], slots, strict=True):
                products[new] = own @ slot


class Network:
    """Token ids of texts in, unit rows out. Not for use by several threads at once."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._table = TokenTable(weights)
        # The layer norm over a text's tokens is linear once each token is standardised, so its
        # gain and offset are folded into the projection that follows the sum.
        self._sum_weight = weights.ln_g[:, None] * weights.cnn_W
        self._token_bias = weights.ln_b @ weights.cnn_W + weights.cnn_b

    def encode(self, texts: Sequence[Sequence[int]]) -> "Floats":
        """Return one unit row for each list of token ids; none may be empty."""
        ids, owner = self._layout(texts)
        sums = np.zeros((len(texts), len(self._sum_weight)), dtype=np.float32)
        for owners, features in self._blocks(ids, owner):
            _add_sums(sums, features, owners, self._weights.eps)
        lengths = np.array([len(text) for text in texts], dtype=np.float32)[:, None]
        mean = sums @ self._sum_weight
        mean += lengths * self._token_bias
        mean /= np.sqrt(lengths)
        return self._head(mean)

    def encode_words(self, texts: Sequence[Sequence[int]], words: "Integers") -> "Floats":
        """Return one unit row for each word of the texts: its share of the vector before the head.

        ``words`` numbers the words of all texts from 0: for each token, all texts end to end, the
        word that it belongs to, or -1. Every word has a token.
        """
        ids, owner = self._layout(texts)
        owner[owner >= 0] = words
        tokens = np.bincount(words[words >= 0]).astype(np.float32)
        rows = tokens[:, None] * self._token_bias
        for owners, features in self._blocks(ids, owner):
            live = owners >= 0
            if not live.any():
                continue
            mine = owners[live]
            starts = np.flatnonzero(np.diff(mine, prepend=-1))
            shares = _standardised(features[live], self._weights.eps)
            rows[mine[starts]] += np.add.reduceat(shares, starts) @ self._sum_weight
        unit: Floats = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit

    def _blocks(self, ids: "Integers", owner: "Integers") -> "Iterator[tuple[Integers, Floats]]":
        """Yield the owners and the features of some rows at a time."""
        for start in range(0, len(owner), _BLOCK):
            owners = owner[start : start + _BLOCK]
            yield owners, self._features(ids[start : start + len(owners) + 2 * _REACH])

    def _layout(self, texts: Sequence[Sequence[int]]) -> "tuple[Integers, Integers]":
        """Lay the texts end to end: the ids with blanks between, and which text owns each row.

        The ids run ``_REACH`` rows further than the owners on both sides; -1 owns the blanks.
        """
        lengths = np.array([len(text) for text in texts])
        rows = int(lengths.sum()) + _GAP * (len(texts) - 1)
        owner = np.full(rows, -1, dtype=np.int64)
        ids = np.full(rows + 2 * _REACH, self._table.blank, dtype=np.int64)
        start = 0
        for index, text in enumerate(texts):
            end = start + len(text)
            owner[start:end] = index
            ids[start + _REACH : end + _REACH] = text
            start = end + _GAP
        return ids, owner

    def _features(self, ids: "Integers") -> "Floats":
        """Return the features of all tokens but the ``_REACH`` at either end."""
        rows = self._table.rows(ids)
        count = len(ids) - 2 * _REACH
        features = np.empty((count, len(self._sum_weight)), dtype=np.float32)
        features[:, :WIDTH] = self._table.raw[rows[_REACH:-_REACH]]
        for branch in range(len(_BRANCHES)):
            start = WIDTH + branch * _BRANCH
            self._branch(branch, rows, features[:, start : start + _BRANCH])
        return features

    def _branch(self, branch: int, rows: "Integers", out: "Floats") -> None:
        """Write both n-gram layers of one branch into ``out``, for all but the outer rows."""
        order, before = _BRANCHES[branch]
        weights = self._weights
        windows = _windows(len(rows) - 2 * _GAP, order, before)
        hidden = sum(
            products[rows[window]]
            for products, window in zip(self._table.products[branch], windows, strict=True)
        )
        hidden += weights.b1[branch]
        np.maximum(hidden, 0, out=hidden)
        centre = rows[_GAP:-_GAP]
        hidden += self._table.own[branch][centre]
        hidden[centre == 0] = 0
        windows = _windows(len(hidden) - 2 * _GAP, order, before)
        np.matmul(
            np.concatenate([hidden[window] for window in windows], axis=1),
            weights.w2[branch],
            out=out,
        )
        out += weights.b2[branch]
        np.maximum(out, 0, out=out)
        out += hidden[_GAP:-_GAP]

    def _head(self, mean: "Floats") -> "Floats":
        """Return unit rows: the dense layers that turn a text's sum into its vector."""
        weights = self._weights
        first = np.maximum(mean @ weights.d0, 0)
        second = np.maximum(mean @ weights.p1 + first @ weights.d1, 0)
        third = np.maximum(second @ weights.d2, 0)
        vectors = np.tanh(second @ weights.p3 + third @ weights.d3)
        unit: Floats = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit


def _windows(count: int, order: int, before: int) -> list[slice]:
    """Return for each place of an n-gram the rows that stand there as it moves along the rows.

    It moves over ``count`` centres, the first of them ``_GAP`` rows from the start.
    """
    return [slice(start, start + count) for start in range(_GAP - before, _GAP - before + order)]


def _standardised(values: "Floats", eps: float) -> "Floats":
    """Return the rows with mean 0 and variance 1."""
    centred = values - values.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", centred, centred) / np.float32(values.shape[1])
    scaled: Floats = centred / np.sqrt(variance + np.float32(eps))[:, None]
    return scaled


def _add_sums(sums: "Floats", features: "Floats", owners: "Integers", eps: float) -> None:
    """Add the standardised features of each row to the sum of the text that owns it.

    Scaling and summing are one product with a matrix that holds each row's 1/deviation in the
    line of its text.
    """
    (live,) = np.nonzero(owners >= 0)
    if not len(live):
        return
    width = np.float32(features.shape[1])
    mean = features.mean(axis=1)
    variance = np.einsum("ij,ij->i", features, features) / width - mean * mean
    first, last = owners[live[0]], owners[live[-1]]
    select = np.zeros((last - first + 1, len(owners)), dtype=np.float32)
    select[owners[live] - first, live] = 1 / np.sqrt(variance[live] + np.float32(eps))
    sums[first : last + 1] += select @ features - (select @ mean)[:, None]
