"""What a whole job asks of its engine, whatever the order of its sentences."""

from collections.abc import Sequence
from pathlib import Path

from transcheck import article
from transcheck.model import Document
from transcheck.store import Store, StoredTranslator
from transcheck.translations import Translation

SENTENCES = [f"The council planted {'very ' * (n * 7 % 11)}many trees in {n}." for n in range(300)]
ARTICLE = Document(path="a.txt", text="\n".join([*SENTENCES, *SENTENCES[:40]]), lang="en")


class Upper:
    """An engine that keeps what it was asked."""

    signature = "upper"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        self.asked += texts
        return [Translation(text=text.upper()) for text in texts]


def test_a_job_is_sorted_as_a_whole_before_it_is_cut_into_batches() -> None:
    engine = Upper()
    steps: list[tuple[int, int]] = []
    made = article.translate(
        ARTICLE, engine, target="pt", progress=lambda _, done, total: steps.append((done, total))
    )
    assert [part.text for part in made.target] == [part.text.upper() for part in made.source]
    assert sorted(engine.asked) == sorted(SENTENCES)
    lengths = [len(text) for text in engine.asked]
    assert lengths == sorted(lengths, reverse=True)
    assert steps[0] == (0, 300)
    assert steps[-1] == (300, 300)
    assert len(steps) > 2


def test_a_second_run_asks_for_nothing_and_says_the_same(tmp_path: Path) -> None:
    engines = Upper(), Upper()
    texts = []
    for engine in engines:
        with Store(tmp_path / "store") as store:
            kept = StoredTranslator(engine, store)
            texts.append(article.translate(ARTICLE, kept, target="pt").document.text)
    assert texts[0] == texts[1]
    assert len(engines[0].asked) == 300
    assert engines[1].asked == []
