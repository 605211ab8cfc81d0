"""The page in a real browser: what an editor does with it, and what it must never do."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.html.conftest import Opened, Opener
from tests.html.reports import HOSTILE, article, checked, finding, report, row
from transcheck.model import Report, Severity, Side


def hostile() -> Report:
    rows = [row(at, text, text, paths=(text, text)) for at, text in enumerate(HOSTILE, start=1)]
    return report(
        rows,
        [
            finding(each, 0, len(text), message=text, suggestion=text[::-1], number=at)
            for at, (each, text) in enumerate(zip(rows, HOSTILE, strict=True))
        ],
    )


def cards(shown: Opened) -> int:
    return shown.page.locator(".finding").count()


def focused(shown: Opened) -> str:
    return str(shown.page.evaluate("document.activeElement.id"))


def test_the_first_fault_is_in_the_first_window(opened: Opener) -> None:
    shown = opened(article(300, every=40))
    assert shown.page.locator(".finding").first.bounding_box()["y"] < 500  # type: ignore[index]
    assert shown.page.locator("mark").first.inner_text() == "Frase"


@pytest.mark.parametrize("made", [article(60, files=3), hostile()], ids=["article", "hostile"])
def test_nothing_is_fetched_and_nothing_complains(opened: Opener, made: Report) -> None:
    shown = opened(made)
    for more in shown.page.locator(".finding summary").all():
        more.click()
    shown.page.locator("#whole").check()
    shown.page.locator("#search").fill("<script>")
    shown.page.wait_for_timeout(300)
    assert [url for url in shown.requests if not url.startswith("data:")] == [shown.page.url]
    assert shown.complaints == []


def test_hostile_text_is_shown_as_text(opened: Opener) -> None:
    shown = opened(hostile())
    texts = shown.page.locator(".side.target").all_inner_texts()
    assert all(any(start in text for text in texts) for start in ("<script>", "</script>", "<!--"))
    assert shown.page.locator("main script, main img, main b b").count() == 0
    assert shown.page.evaluate("document.scripts.length") == 2


def test_severities_checks_and_files_filter(opened: Opener) -> None:
    shown = opened(article(90, files=3))
    assert cards(shown) == 9
    shown.page.locator("[data-severity=error]").click()
    assert cards(shown) == 3
    assert shown.page.locator("#status").inner_text() == "3 findings in 3 sentences"
    shown.page.locator("[data-severity=error]").click()
    shown.page.locator("[data-check=TC101]").click()
    assert set(shown.page.locator(".finding b").all_inner_texts()) == {"low-similarity"}
    shown.page.locator("[data-check=TC101]").click()
    shown.page.locator("#file").select_option(label="part-0001.pt.txt")
    assert cards(shown) == 3
    assert shown.page.locator(".file").count() == 1


def test_the_search_finds_sentences_without_findings_too(opened: Opener) -> None:
    shown = opened(article(90))
    shown.page.locator("#search").fill("SENTENCE 47:")
    expect(shown.page.locator(".row")).to_have_count(1)
    assert "Sentence 47:" in shown.page.locator(".row").inner_text()
    shown.page.locator("#search").fill("")
    expect(shown.page.locator(".finding")).to_have_count(9)


def test_a_fold_opens_and_keeps_the_place(opened: Opener) -> None:
    shown = opened(article(90))
    before = shown.page.locator(".row").count()
    shown.page.locator(".fold").first.click()
    assert shown.page.locator(".row").count() > before
    assert focused(shown) == "row-0"
    shown.page.locator("#whole").check()
    assert shown.page.locator(".fold").count() == 0


def test_keys_step_through_the_findings(opened: Opener) -> None:
    shown = opened(article(400))
    page = shown.page
    for number in (10, 20, 30):
        page.keyboard.press("n")
        assert focused(shown) == f"{number:016x}"
    page.keyboard.press("p")
    assert page.locator("#position").inner_text() == "2 of 40"
    page.keyboard.press("p")
    page.keyboard.press("p")
    assert focused(shown) == f"{400:016x}"
    page.keyboard.press("/")
    page.keyboard.type("n/p")
    assert page.locator("#search").input_value() == "n/p"
    page.locator("#search").fill("")
    page.locator("#keys").uncheck()
    page.locator("main").focus()
    page.keyboard.press("n")
    assert focused(shown) == "text"


def test_everything_is_reached_with_tab(opened: Opener) -> None:
    shown = opened(article(20))
    reached = []
    for _ in range(30):
        shown.page.keyboard.press("Tab")
        reached.append(shown.page.evaluate("document.activeElement.outerHTML.slice(0, 60)"))
    for part in ("skip", "light", "data-severity", "next", "whole", "search", "data-check", "fold",
                 'class="place', "<summary>", "quiet"):  # fmt: skip
        assert any(part in each for each in reached), part


def test_a_link_leads_to_its_finding_even_where_it_is_filtered_out(opened: Opener) -> None:
    name = f"{3990:016x}"
    shown = opened(article(4000), at=f"#{name}")
    assert focused(shown) == name
    shown.page.wait_for_timeout(300)
    box = shown.page.locator(f'[id="{name}"]').bounding_box()
    assert box
    assert 0 < box["y"] < 850
    shown.page.locator("[data-severity=note]").click()
    shown.page.evaluate(f"location.hash = '#{20:016x}'")
    expect(shown.page.locator(f'[id="{20:016x}"]')).to_be_focused()


def test_the_accept_command_is_copied(opened: Opener) -> None:
    shown = opened(article(10), permissions=["clipboard-read", "clipboard-write"])
    button = shown.page.get_by_role("button", name="Copy accept command")
    button.click()
    shown.page.get_by_role("button", name="Copied").wait_for()
    copied = shown.page.evaluate("navigator.clipboard.readText()")
    assert copied == f'transcheck accept {10:016x} --reason "…"'


def test_light_follows_the_system_until_it_is_switched(opened: Opener) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = opened(article(10), dark=True)
    light = opened(article(10))
    assert dark.page.evaluate(ground) == "rgb(23, 24, 27)"
    assert light.page.evaluate(ground) == "rgb(250, 249, 247)"
    light.page.locator("#light").click()
    assert light.page.evaluate(ground) == dark.page.evaluate(ground)
    assert light.page.locator("#light").get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_rule_of_accessibility_is_broken(opened: Opener, dark: bool) -> None:
    shown = opened(article(60, files=2), dark=dark)
    shown.page.locator(".finding summary").first.click()
    shown.page.locator(".finding").first.hover()
    shown.page.wait_for_timeout(300)
    found = Axe().run(shown.page).response["violations"]
    grave = [each for each in found if each["impact"] in {"serious", "critical"}]
    assert [(each["id"], each["nodes"][0]["html"]) for each in grave] == []


def test_languages_are_set_in_their_direction(opened: Opener) -> None:
    shown = opened(checked([("大臣は昨日辞任した。", "استقال الوزير أمس.")], langs=("ja", "ar")))
    source, target = shown.page.locator(".side.source"), shown.page.locator(".side.target")
    assert (source.get_attribute("lang"), source.get_attribute("dir")) == ("ja", "ltr")
    assert (target.get_attribute("lang"), target.get_attribute("dir")) == ("ar", "rtl")


def test_a_dropped_sentence_faces_a_word_that_says_so(opened: Opener) -> None:
    made = [row(1, "One.", "Um."), row(2, "Two.", None), row(3, None, "Três.")]
    dropped = finding(made[1], 0, 4, side=Side.SOURCE, severity=Severity.WARNING)
    shown = opened(report(made, [dropped]))
    assert shown.page.locator("#row-1 .target .missing").is_visible()
    assert shown.page.locator("#row-2 .source .missing").is_visible()
    assert shown.page.locator(".file").count() == 1
    assert shown.page.locator("#file").count() == 0


def test_pointing_at_a_finding_lights_its_span(opened: Opener) -> None:
    shown = opened(article(10))
    shown.page.locator(".finding").hover()
    assert shown.page.locator("mark.linked").count() == 1
    shown.page.locator("h1").hover()
    assert shown.page.locator("mark.linked").count() == 0


def test_paper_has_every_finding_and_no_controls(opened: Opener) -> None:
    shown = opened(article(400))
    shown.page.locator("#whole").check()
    shown.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown.page.emulate_media(media="print")
    assert cards(shown) == 40
    assert shown.page.locator("[data-severity=error]").is_visible()
    assert not any(shown.page.locator(name).is_visible() for name in ("#search", "#whole", "#next"))


def test_a_narrow_window_needs_no_sideways_scrolling(opened: Opener) -> None:
    shown = opened(article(30, files=2), size=(360, 700))
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize(("rows", "limit"), [(600, 1000), (5000, 2000)])
def test_a_long_report_can_be_used_at_once(opened: Opener, rows: int, limit: int) -> None:
    shown = opened(article(rows, files=rows // 50))
    assert int(shown.page.get_attribute("html", "data-ready") or limit) < limit
    shown.page.locator("#whole").check()
    shown.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    shown.page.get_by_text(f"Sentence {rows}:").wait_for()
    assert shown.page.evaluate("document.querySelectorAll('*').length") < 12_000
