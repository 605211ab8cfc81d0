"""Addresses in a text: where they begin and end, and of which kind they are."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.text.addresses import find


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://example.org/a?b=c#d, now", [("web address", "https://example.org/a?b=c#d")]),
        ("(see www.example.org/a_(b)).", [("web address", "www.example.org/a_(b)")]),
        ("see «example.com/news»", [("web address", "example.com/news")]),
        ("詳しくはbus.example.comにあります", [("web address", "bus.example.com")]),
        ("ดูที่www.example.orgครับ", [("web address", "www.example.org")]),
        ("example.com'da", [("web address", "example.com")]),
        ("Der news.example.org-Server", [("web address", "news.example.org")]),
        ("az example.hu-ról szól", [("web address", "example.hu")]),
        ("from example.com-news.net", [("web address", "example.com-news.net")]),
        ("write to jo.doe@mail.example.org.", [("e-mail address", "jo.doe@mail.example.org")]),
        ("メールはdesk@example.orgまで", [("e-mail address", "desk@example.org")]),
        ("ask @Ann_Lee.", [("handle", "@Ann_Lee")]),
        ("番号を@AnnLeeに", [("handle", "@AnnLee")]),
        ("#MeToo and #наш_город", [("hashtag", "#MeToo"), ("hashtag", "#наш_город")]),
        ("#MeTooに", [("hashtag", "#MeToo")]),
        ("the #1 hit, R&#38;B, 5 @ 3, U.S. and end.After that", []),
    ],
)
def test_addresses_are_found_as_they_are(text: str, found: list[tuple[str, str]]) -> None:
    assert [(str(one.kind), one.text) for one in find(text)] == found


@given(st.text(alphabet="a1.@#/:w-_ で(é", max_size=60))
def test_an_address_is_what_stands_at_its_place(text: str) -> None:
    for one in find(text):
        assert text[one.start : one.end] == one.text


@pytest.mark.parametrize(
    "unit", ["a", "a.", "@a", "#a", "a@", "a@b.", "www.", "http://", "1", "_.", "a.com-"]
)
def test_a_long_run_takes_no_more_than_linear_time(unit: str) -> None:
    begin = time.process_time()
    list(find("@ .a " + unit * 50_000))
    assert time.process_time() - begin < 2
