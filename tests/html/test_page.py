"""The page as text: nothing of a report can become markup, and the offsets fit JavaScript's."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.html.reports import HOSTILE, article, checked, finding, report, row
from transcheck.model import Failure, Severity, Side
from transcheck.reporters.html.report import render
from transcheck.reporters.html.texts import utf16
from transcheck.suppression import Notice, Suppression
from transcheck.text.visible import visible

ANY_TEXT = st.text(min_size=1, max_size=40) | st.sampled_from(HOSTILE)


class Elements(HTMLParser):
    """Collects the elements of a page and what its scripts hold."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] == "script":
            self.scripts[-1] += data


def data_of(page: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(Elements(page).scripts[0])
    return data


@given(source=ANY_TEXT, target=ANY_TEXT, message=ANY_TEXT, suggestion=ANY_TEXT, data=st.data())
def test_no_text_becomes_markup(
    source: str, target: str, message: str, suggestion: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(target)))
    end = data.draw(st.integers(start, len(target)))
    made = row(1, source, target, paths=(source, target), langs=("en", "ar"))
    found = finding(made, start, end, message=message, suggestion=suggestion)
    whole = replace(
        report([made], [replace(found, name=message)]),
        signature={"tool": source, message: target},
        failures=(Failure(path=target, stage=message, message=source),),
    )
    page = render(whole)
    plain = Elements(render(report([row(1, "a", "b")], [])))
    known = {
        "li",
        "ul",
        "section",
        "p",
        "h2",
        "br",
        "bdi",
        "span",
        "button",
        "b",
        "dt",
        "dd",
        "div",
    }
    elements = Elements(page)
    assert len(elements.scripts) == 2
    assert elements.scripts[1] == plain.scripts[1]
    extra = {tag for tag, _ in elements.found} - {tag for tag, _ in plain.found}
    assert extra <= known
    assert not [name for _, attrs in elements.found for name in attrs if name.startswith("on")]
    assert not any("style" in attrs or "src" in attrs for _, attrs in elements.found)
    page.encode("utf-8")


@given(target=ANY_TEXT, data=st.data())
def test_the_marked_span_is_where_javascript_counts_it(target: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(target)))
    end = data.draw(st.integers(start, len(target)))
    made = row(1, None, target)
    read = data_of(render(report([made], [finding(made, start, end)])))
    text = read["rows"][0]["target"]["text"].encode("utf-16-le")
    found = read["findings"][0]
    marked = text[2 * found["start"] : 2 * found["end"]].decode("utf-16-le")
    assert marked == visible(target)[start:end]


@given(st.text())
def test_offsets_count_as_utf_16_does(text: str) -> None:
    shown = visible(text)
    expected = [len(shown[:at].encode("utf-16-le")) // 2 for at in range(len(shown) + 1)]
    assert utf16(shown, range(len(shown) + 1)) == expected


def test_the_policy_names_its_own_script_and_style_and_nothing_else() -> None:
    page = render(report([row(1, "a", "b")], []))
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    parts = dict(part.split(" ", 1) for part in policy[1].replace("&#39;", "'").split("; "))
    assert parts["default-src"] == "'none'"
    assert all(
        parts[name].startswith("'sha256-") and " " not in parts[name]
        for name in ("script-src", "style-src")
    )
    assert "unsafe" not in policy[1]


def test_a_suggestion_is_shown_word_by_word() -> None:
    made = row(1, None, "He saw theoil there.")
    found = finding(made, 3, 13, suggestion="saw the oil")
    read = data_of(render(report([made], [found])))
    assert read["findings"][0]["fix"] == [
        ["same", "saw "], ["removed", "theoil"], ["added", "the oil"],
    ]  # fmt: skip


def test_dropped_and_added_sentences_have_one_side() -> None:
    read = data_of(render(checked([("Only here.", None), (None, "Só aqui.")], langs=("en", "pt"))))
    assert [sorted(each.keys() & {"source", "target"}) for each in read["rows"]] == [
        ["source"], ["target"],
    ]  # fmt: skip


def test_where_sentences_were_joined_each_beginning_is_told() -> None:
    made = row(1, "One came. Two left.", "Um chegou e dois saíram.")
    joined = replace(made.pair, source=replace(made.pair.source, id="s1-s2"))  # type: ignore[type-var]
    read = data_of(render(report([replace(made, pair=joined)], [])))
    assert read["rows"][0]["source"]["starts"] == [10]
    assert "starts" not in read["rows"][0]["target"]


def test_an_unknown_check_of_another_version_is_still_shown() -> None:
    made = row(1, "a", "b")
    page = render(report([made], [finding(made, 0, 1, check=("TC999", "from-the-future"))]))
    assert data_of(page)["checks"] == {"TC999": {"name": "from-the-future"}}


def test_a_page_of_600_sentences_weighs_less_than_a_megabyte() -> None:
    assert len(render(article(600)).encode()) < 1_000_000


def test_what_does_not_count_is_not_counted() -> None:
    made = row(1, "a", "b")
    found = finding(made, 0, 1, severity=Severity.WARNING, side=Side.SOURCE)
    page = render(report([made], [replace(found, suppressed=Suppression.BASELINE)]))
    assert "Nothing found" in page
    assert "Show 1 that does not count" in page


def test_who_said_that_a_finding_does_not_count_and_why_is_told() -> None:
    made = row(1, "a", "b")
    found = replace(
        finding(made, 0, 1), suppressed=Suppression.ACCEPTED, reason="<b>written so</b>"
    )
    page = render(report([made], [found]))
    assert data_of(page)["findings"][0]["suppressed"] == "accepted: <b>written so</b>"


def test_suppressions_of_no_use_are_named() -> None:
    notice = Notice(path="accepted.toml", line=3, message="<i>lapsed</i>")
    page = render(replace(report([row(1, "a", "b")], []), notices=(notice,) * 21))
    assert "<bdi>accepted.toml:3</bdi><br><bdi>&lt;i&gt;lapsed&lt;/i&gt;</bdi>" in page
    assert "and 1 more" in page
    assert "Of no use any more" not in render(report([row(1, "a", "b")], []))
