"""The page of a comparison: nothing in it is markup, and a reader finds what is new and fixed."""

from dataclasses import replace

from axe_playwright_python.sync_playwright import Axe
from hypothesis import given
from playwright.sync_api import expect

from tests.html.conftest import Opener
from tests.html.reports import HOSTILE, finding, report, row
from tests.html.test_page import ANY_TEXT, Elements, data_of
from transcheck.reporters.html.comparison import render
from transcheck.results.compare import Comparison, compare


def comparison() -> Comparison:
    """Return ten units: one newly at fault, one repaired, one as faulty as before, one edited."""
    texts = [f"The harbour office of quay {at} was open on day {at}." for at in range(10)]
    old = [row(at, f"Source {at}", text, similarity=0.7) for at, text in enumerate(texts)]
    texts[1], texts[4] = texts[1].replace("open", "open,,"), texts[4].replace("open", "shut")
    new = [row(at, f"Source {at}", text, similarity=0.7) for at, text in enumerate(texts)]
    new[4] = replace(new[4], similarity=0.5)
    start = texts[1].index(",,")
    before = [finding(old[2], 4, 11, number=2), finding(old[3], 4, 11, number=3)]
    after = [finding(new[1], start, start + 2, number=1), finding(new[3], 4, 11, number=3)]
    signature = {"tool": "transcheck 0", "engine": "<b>other</b>"}
    return compare(report(old, before), replace(report(new, after), signature=signature))


@given(old=ANY_TEXT, new=ANY_TEXT, message=ANY_TEXT)
def test_no_text_becomes_markup(old: str, new: str, message: str) -> None:
    one, other = (row(1, text, text, paths=(text, text)) for text in (old, new))
    found = finding(other, 0, len(new), message=message, check=("TC201", message))
    page = render(compare(report([one], []), report([other], [found])))
    elements, plain = Elements(page), Elements(render(comparison()))
    assert len(elements.scripts) == 2
    assert elements.scripts[1] == plain.scripts[1]
    assert {tag for tag, _ in elements.found} <= {tag for tag, _ in plain.found}
    assert not [name for _, attrs in elements.found for name in attrs if name.startswith("on")]
    page.encode("utf-8")


def test_what_differs_is_named_and_escaped() -> None:
    page = render(comparison())
    assert "<b>engine</b> differs: <bdi>given</bdi> → <bdi>&lt;b&gt;other&lt;/b&gt;</bdi>" in page


def test_the_span_in_the_second_half_of_a_split_is_where_javascript_counts_it() -> None:
    whole = "😀 The port was closed for a week, and the ships lay outside for all of it."
    first, second = "😀 The port was closed for a week.", "And the ships lay outside for all of it."
    old, new = [row(1, first + second, whole)], [row(1, first, first), row(2, second, second)]
    found = finding(new[1], 8, 13)
    (unit,) = data_of(render(compare(report(old, []), report(new, [found]))))["units"]
    shown = "".join(text for kind, text in unit["target"]["pieces"] if kind != "removed")
    units, (told,) = shown.encode("utf-16-le"), unit["findings"]
    assert units[2 * told["start"] : 2 * told["end"]].decode("utf-16-le") == "ships"


def test_new_and_fixed_are_found(opened: Opener) -> None:
    shown = opened(comparison())
    page = shown.page
    assert page.locator(".row").count() == 3
    assert page.locator(".new.chip").first.inner_text() == "1 new"
    page.locator("[data-label=new]").click()
    expect(page.locator(".row")).to_have_count(1)
    assert page.locator("mark").all_inner_texts() == [",,"]
    page.locator("[data-label=new]").click()
    page.locator("[data-label=fixed]").click()
    assert page.locator(".finding .chip").all_inner_texts() == ["fixed"]
    assert page.locator("mark").all_inner_texts() == ["harbour"]
    page.locator("[data-label=fixed]").click()
    page.locator("#whole").check()
    expect(page.locator(".row")).to_have_count(10)
    page.locator("#search").fill("SHUT")
    expect(page.locator(".row")).to_have_count(1)
    assert "0.70 → 0.50" in page.locator(".row").inner_text()
    assert [url for url in shown.requests if not url.startswith("data:")] == [page.url]
    assert shown.complaints == []


def test_hostile_text_is_shown_as_text_and_axe_finds_nothing(opened: Opener) -> None:
    rows = [row(at, text, text) for at, text in enumerate(HOSTILE)]
    flagged = [finding(each, 0, 1, message=HOSTILE[0], number=at) for at, each in enumerate(rows)]
    for made in (compare(report([], []), report(rows, flagged)), comparison()):
        for dark in (False, True):
            shown = opened(made, dark=dark)
            assert shown.page.locator("main script, main img").count() == 0
            assert Axe().run(shown.page).response["violations"] == []
            assert shown.complaints == []
