"""A logistic model that all languages share, in which each has weights of its own that add to it.

Needs scikit-learn, which neither the package nor its tests need.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

# A feature must be seen so often.
_SEEN_OFTEN = 8
_STEPS = 400
# What parts a language from the name of a feature that is its own.
_OWN = "/"

Weights = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The features of one place in a text, and whether it is at fault."""

    lang: str
    found: Mapping[str, float]
    label: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """The weights of all languages, and what each adds to them."""

    shared: Weights
    own: Mapping[str, Weights]

    def of(self, lang: str) -> Weights:
        """Return the weights of one language with those of all."""
        names = {*self.shared, *self.own[lang]}
        return {n: self.shared.get(n, 0.0) + self.own[lang].get(n, 0.0) for n in names}


def fit(examples: Sequence[Example], *, freedom: float) -> Fitted:
    """Return the weights; ``freedom`` says how far they may leave zero."""
    columns = DictVectorizer()
    matrix = columns.fit_transform(map(_of_all_and_own, examples)).tocsc()
    often = matrix.getnnz(axis=0) >= _SEEN_OFTEN
    names = columns.get_feature_names_out()[often]
    model = LogisticRegression(C=freedom, fit_intercept=False, max_iter=_STEPS)
    model.fit(matrix[:, often].tocsr(), [example.label for example in examples])
    shared: Weights = {}
    own: dict[str, Weights] = {example.lang: {} for example in examples}
    for name, weight in zip(names, model.coef_[0].tolist(), strict=True):
        lang, _, feature = name.partition(_OWN)
        if lang in own and feature:
            own[lang][feature] = weight
        else:
            shared[name] = weight
    return Fitted(shared=shared, own=own)


def _of_all_and_own(example: Example) -> Weights:
    own = {f"{example.lang}{_OWN}{name}": value for name, value in example.found.items()}
    return {**example.found, **own}
