"""The page of a comparison: nothing in it is markup, and a reader finds what is new and fixed."""

from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given
from playwright.sync_api import expect

from tests.html.conftest import Opener
from tests.html.reports import HOSTILE, compared, finding, report, row
from tests.html.test_page import ANY_TEXT, Elements, data_of
from transcheck.model import Measured, Severity
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


def folder() -> Comparison:
    """Return two files, in each an edited sentence that is newly at fault in its own way."""
    old: list[Measured] = []
    new: list[Measured] = []
    found = []
    for at, name in enumerate("ab"):
        for line in range(4):
            text = f"The harbour office of quay {name}{line} was open on day {line}."
            edited = text.replace("open", "shut") if line == 2 else text
            for rows, side, shown in ((old, "old", text), (new, "new", edited)):
                number = 4 * at + line
                paths = (f"en/{name}.txt", f"{side}/{name}.txt")
                rows.append(row(number, f"Source {name}{line}", shown, paths=paths))
        severity = (Severity.ERROR, Severity.WARNING)[at]
        check = (("TC201", "glued-words"), ("TC202", "missing-sentence-end"))[at]
        found.append(finding(new[-2], 4, 11, number=at, severity=severity, check=check))
    return compare(report(old, []), report(new, found))


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
    read = data_of(render(compare(report(old, []), report(new, [found]))))
    unit = read["rows"][0]
    shown = "".join(text for kind, text in unit["target"]["pieces"] if kind != "removed")
    units, (told,) = shown.encode("utf-16-le"), read["findings"]
    assert units[2 * told["start"] : 2 * told["end"]].decode("utf-16-le") == "ships"


def test_new_and_fixed_are_found(opened: Opener) -> None:
    shown = opened(comparison())
    page = shown.page
    expect(page.locator(".row.flagged")).to_have_count(3)
    assert page.locator(".new.chip").first.inner_text() == "1 new"
    page.locator("[data-label=new]").click()
    expect(page.locator(".row.flagged")).to_have_count(1)
    assert page.locator("mark").all_inner_texts() == [",,"]
    page.locator("[data-label=new]").click()
    page.locator("[data-label=fixed]").click()
    assert page.locator(".finding .chip").all_inner_texts() == ["fixed"]
    assert page.locator("mark").all_inner_texts() == ["harbour"]
    assert page.get_by_role("button", name="Copy accept command").count() == 0
    page.locator("[data-label=fixed]").click()
    page.locator("#whole").check()
    expect(page.locator(".row")).to_have_count(10)
    page.locator("#search").fill("SHUT")
    expect(page.locator(".row")).to_have_count(1)
    assert "0.70 → 0.50" in page.locator(".row").inner_text()
    assert [url for url in shown.requests if not url.startswith("data:")] == [page.url]
    assert shown.complaints == []


def test_what_was_as_faulty_before_is_shown_when_it_is_asked_for(opened: Opener) -> None:
    page = opened(comparison()).page
    assert page.locator(".finding .chip").all_inner_texts() == ["new", "fixed"]
    page.locator("[data-label=unchanged]").click()
    assert page.locator(".finding .chip").all_inner_texts() == ["unchanged"]


def test_kinds_severities_checks_and_files_narrow_what_is_shown(opened: Opener) -> None:
    page = opened(folder()).page
    kind = page.locator("[data-kind=edited]")
    assert kind.inner_text().split() == ["edited", "2"]
    kind.click()
    expect(page.locator(".row.flagged")).to_have_count(2)
    kind.click()
    for name, value in (("severity", "warning"), ("check", "TC202")):
        button = page.locator(f"[data-{name}={value}]")
        button.click()
        expect(page.locator(".finding")).to_have_count(1)
        button.click()
    page.locator("#file").select_option("1")
    expect(page.locator(".file")).to_have_count(1)
    assert page.locator(".file").inner_text().split() == ["en/b.txt", "old/b.txt", "→", "new/b.txt"]
    assert page.title() == "Changes in 2 files – transcheck"


def test_n_and_p_step_through_what_changed_and_the_address_follows(opened: Opener) -> None:
    page = opened(comparison()).page
    assert page.locator("#position").inner_text() == "– of 3"
    stops = []
    for _ in range(3):
        page.keyboard.press("n")
        stops.append(page.evaluate("document.activeElement.id"))
        assert page.evaluate("location.hash.slice(1)") == stops[-1]
    assert stops == [f"new-{1:016x}", f"fixed-{2:016x}", "row-4"]
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.id") == stops[1]


@pytest.mark.parametrize("label", ["new", "fixed", "unchanged"])
def test_a_link_leads_to_its_finding(opened: Opener, label: str) -> None:
    number = {"new": 1, "fixed": 2, "unchanged": 3}[label]
    page = opened(comparison(), at=f"#{label}-{number:016x}").page
    expect(page.locator(f"#{label}-{number:016x}")).to_be_focused()
    assert page.locator(f"#{label}-{number:016x} .place").get_attribute("href") == (
        f"#{label}-{number:016x}"
    )


def test_a_link_leads_to_a_sentence_that_is_folded(opened: Opener) -> None:
    page = opened(comparison(), at="#row-8").page
    expect(page.locator("#row-8")).to_be_focused()


def test_the_charts_draw_each_change_and_lead_to_it(opened: Opener) -> None:
    page = opened(comparison()).page
    assert page.locator("#along .bar").count() == 10
    assert page.locator("#along .fall").count() == 1
    assert page.locator("#along .rise").count() == 0
    page.locator("#along .fall").click()
    expect(page.locator("#row-4")).to_be_focused()
    same = opened(compare(report([row(1, "a", "b")], []), report([row(1, "a", "b")], []))).page
    assert same.locator(".chart").count() == 0


@pytest.mark.parametrize(("rows", "limit"), [(600, 1000), (5000, 2000)])
def test_a_long_comparison_can_be_used_at_once(opened: Opener, rows: int, limit: int) -> None:
    found = compared(rows, files=rows // 50)
    assert len(render(found).encode()) < 1_700 * rows
    page = opened(found).page
    assert int(page.get_attribute("html", "data-ready") or limit) < limit
    page.locator("#whole").check()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.get_by_text(f"Sentence {rows}:").wait_for()
    assert page.evaluate("document.querySelectorAll('*').length") < 12_000


def test_a_narrow_window_needs_no_sideways_scrolling(opened: Opener) -> None:
    page = opened(folder(), size=(360, 700)).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_hostile_text_is_shown_as_text_and_axe_finds_nothing(opened: Opener) -> None:
    rows = [row(at, text, text) for at, text in enumerate(HOSTILE)]
    flagged = [finding(each, 0, 1, message=HOSTILE[0], number=at) for at, each in enumerate(rows)]
    for made in (compare(report([], []), report(rows, flagged)), comparison()):
        for dark in (False, True):
            shown = opened(made, dark=dark)
            assert shown.page.locator("main script, main img").count() == 0
            assert Axe().run(shown.page).response["violations"] == []
            assert shown.complaints == []
