"""The benchmark can fail: it tells a check that finds faults from one that does not."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.benchmarks import corpus
from tests.benchmarks.corpus import Article
from tests.benchmarks.garble import measure, overview, peers, run, whole_stack
from tests.benchmarks.garble.bootstrap import interval
from tests.benchmarks.garble.inject import INJECTORS, Damaged
from tests.benchmarks.garble.peer_programs import Flag
from transcheck.checks.base import Check, Context, Example
from transcheck.data import measured
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.reporters import check_page

SENTENCES = (
    "The ferry left the harbour before dawn.",
    "Rosa Almeida waited on the quay with her two sons.",
    "Nobody had told her that the timetable was new.",
)
NAMES_GLUED = next(kind for kind in INJECTORS if kind.fault.startswith("names glued"))
STOP_GLUED = next(kind for kind in INJECTORS if kind.fault.startswith("stop glued"))


def find_nothing(_measured: Measured, _context: Context) -> Iterator[Hit]:
    return iter(())


def find_the_name(measured: Measured, _context: Context) -> Iterator[Hit]:
    assert measured.pair.target
    at = measured.pair.target.text.find("RosaAlmeida")
    if at >= 0:
        yield Hit(side=Side.TARGET, span=Span(start=at, end=at + 11), message="glued")


def find_the_first_word(_measured: Measured, _context: Context) -> Iterator[Hit]:
    yield Hit(side=Side.TARGET, span=Span(start=0, end=3), message="the beginning")


def check(run_it: object) -> Check:
    return Check(
        id="TC999", name="made-up", summary="s", rationale="r", severity=Severity.ERROR,
        run=run_it,  # type: ignore[arg-type]
        examples=(Example(text="x", flags=("x",)),),
    )  # fmt: skip


@pytest.fixture
def bed() -> measure.Bed:
    return measure.bed(Article(name="1", lang="en", sentences=SENTENCES))


def row_of(one: Check, bed: measure.Bed) -> measure.Row:
    alarms = sum(map(bool, measure.false_alarms(one, bed)))
    row = measure.row(one, NAMES_GLUED, [bed], alarms=alarms, net=alarms)
    assert row
    return row


def test_a_check_that_finds_nothing_has_no_recall(bed: measure.Bed) -> None:
    row = row_of(check(find_nothing), bed)
    assert (row.recall, row.overlap, row.high, row.false_alarms_per_1000) == (0, 0, 0, 0)
    assert row.n == 1
    assert row.missed == ("RosaAlmeida",)


def test_a_check_that_marks_exactly_what_was_planted_has_all(bed: measure.Bed) -> None:
    row = row_of(check(find_the_name), bed)
    assert (row.recall, row.low, row.overlap, row.false_alarms_per_1000) == (1, 1, 1, 0)


def test_a_mark_beside_the_span_touches_it_and_is_a_false_alarm_elsewhere(bed: measure.Bed) -> None:
    row = row_of(check(find_the_first_word), bed)
    assert (row.recall, row.overlap) == (0, 1)
    assert row.false_alarms_per_1000 == 1000


def test_a_fault_without_a_place_is_not_counted() -> None:
    alone = measure.bed(Article(name="1", lang="en", sentences=("it rained",)))
    assert measure.row(check(find_nothing), NAMES_GLUED, [alone], alarms=0, net=0) is None


def test_a_joined_sentence_leaves_its_article(bed: measure.Bed) -> None:
    seen: list[tuple[str, ...]] = []

    def look(_measured: Measured, context: Context) -> Iterator[Hit]:
        seen.append(tuple(pair.target.text for pair in context.texts.pairs if pair.target))
        assert context.words["waited"] == 1
        return iter(())

    damaged = STOP_GLUED.inject(bed.places[0], None)  # type: ignore[arg-type]
    assert damaged
    measure.hits_on(check(look), bed, 0, damaged)
    assert seen == [(f"{SENTENCES[0]}{SENTENCES[1]}", SENTENCES[2])]


def test_intervals_hold_the_share_and_come_again() -> None:
    counts = [(9, 10), (10, 10), (5, 10), (8, 10), (0, 0)]
    low, high = interval(counts)
    assert low < 0.8 < high
    assert interval(counts) == (low, high)
    assert interval([(3, 3), (4, 4)]) == (1, 1)
    assert interval([(0, 0)]) == (0, 0)


def test_any_folder_of_text_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text("One.\nTwo.\n\nThree.\n", "utf-8")
    (tmp_path / "deu.txt").write_text("Eins.\nZwei.\n\nDrei.\n", "utf-8")
    assert corpus.folder_languages(tmp_path) == ["de", "en"]
    articles = corpus.folder_articles(tmp_path, "en")
    assert [article.sentences for article in articles] == [("One.", "Two."), ("Three.",)]
    (tmp_path / "documents.txt").write_text("a\nb\nb\nb\n", "utf-8")
    articles = corpus.folder_articles(tmp_path, "de")
    assert [article.sentences for article in articles] == [("Eins.",), ("Zwei.", "Drei.")]


def test_the_runner_measures_prints_and_writes_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for module, name in ((run, "MEASURED"), (overview, "PAGE"), (overview, "STACK")):
        monkeypatch.setattr(module, name, tmp_path / name)
    (tmp_path / "MEASURED").mkdir()
    text = tmp_path / "text"
    text.mkdir()
    (text / "en.txt").write_text("\n".join(SENTENCES), "utf-8")
    monkeypatch.setattr(overview.write, "__defaults__", (tmp_path / "page.md",))
    run.main([str(text), "--check", "glued-words", "--stack", "--write"])
    run.main([str(text), "--check", "glued-words", "--write"])
    data = json.loads((tmp_path / "MEASURED" / "glued-words.json").read_text("utf-8"))
    rows = [measured.Figure(**line) for line in data["rows"]]
    assert all(row.false_alarms_per_1000 == 0 for row in rows)
    assert {row.fault: row.recall for row in rows}[STOP_GLUED.fault] == 1
    assert "en" in capsys.readouterr().out
    assert "| English (en) | 0.0 (0.0–0.0) | 0.0 | 3 |" in (tmp_path / "page.md").read_text("utf-8")


def test_the_rate_of_the_whole_stack_counts_sentences() -> None:
    faulty = (*SENTENCES, "He said,she said and flew to NewYork inVenezuela.")
    rate = whole_stack.rate([Article(name="1", lang="en", sentences=faulty)])
    assert rate.per_1000 == 250
    assert rate.checks["glued-words"] == 1
    assert rate.net == 250
    assert rate.net_checks == rate.checks


def test_what_was_read_as_a_fault_of_the_corpus_is_no_false_alarm(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    listed = tmp_path / "faults.txt"
    listed.write_text("# read\nen 7 glued-words said,she\nen 7 doubled-word *\n", "utf-8")
    monkeypatch.setattr(corpus, "FAULTS", listed)
    corpus.faults.cache_clear()
    request.addfinalizer(corpus.faults.cache_clear)
    faulty = (*SENTENCES, "He said,she said and flew on Monday.")
    known = Article(name="1", lang="en", sentences=faulty, line=4)
    assert known.is_fault(3, "doubled-word", "to to")
    assert not known.is_fault(2, "glued-words", "said,she")
    rate = whole_stack.rate([known])
    assert (rate.per_1000, rate.net, rate.net_checks) == (250, 0, {})
    assert whole_stack.rate([replace(known, line=None)]).net == 250


def test_a_program_finds_a_fault_if_it_flags_it_for_a_new_reason() -> None:
    clean, damaged = "Rosa Almeida left.", Damaged(text="RosaAlmeida left.", start=0, end=11)
    unknown = Flag(0, 11, "unknown word")
    assert peers.is_found(damaged, [unknown], [], clean)
    assert not peers.is_found(damaged, [Flag(12, 16, "style")], [], clean)
    assert not peers.is_found(damaged, [Flag(0, 17, "style")], [Flag(0, 18, "style")], clean)
    assert peers.is_found(damaged, [Flag(0, 17, "space")], [Flag(0, 18, "style")], clean)


def test_the_page_of_a_check_sums_its_figures_up(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        measured.Figure(
            fault="glue", lang=lang, recall=recall, low=0.8, high=1.0, overlap=1.0,
            false_alarms_per_1000=alarms, n=100,
        )
        for lang, recall, alarms in (("de", 0.9, 0.0), ("en", 1.0, 1.0))
    ]  # fmt: skip
    figures = measured.Figures(corpus="text", how="So.", rows=tuple(rows), silent=("zh",))
    monkeypatch.setattr(measured, "load", lambda _name: figures)
    page = check_page.render(check(find_nothing))
    assert "| glue | 2 | 0.950 | 0.900 (de) | 0.5 | 1.0 (en) | 200 |" in page
    assert "| glue | de | 0.900 (0.800–1.000) | 0.0 | 100 |" in page
    assert "Says nothing in: zh." in page
    many = measured.Figures(corpus="text", how="So.", rows=tuple(rows * 21))
    monkeypatch.setattr(measured, "load", lambda _name: many)
    assert "| glue | de |" not in check_page.render(check(find_nothing))
