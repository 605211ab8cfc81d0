"""Tokens that no list has and that are words all the same."""

import pytest

from transcheck.checks.run_together_words import is_accented_name, is_derived, is_foreign


@pytest.mark.parametrize(
    ("token", "lang"),
    [
        ("minifábrica", "pt"),
        ("севернокитайский", "ru"),
        ("południowochińskiego", "pl"),
        ("maximizarla", "es"),
        ("reinyectarlas", "es"),
        ("selecciónelas", "es"),
        ("ridimensionarla", "it"),
        ("небезопасного", "ru"),
        ("многоархитектурный", "ru"),
        ("avmarkera", "sv"),
        ("mitprotokolliert", "de"),
        ("doorstuderen", "nl"),
        ("waartussen", "nl"),
        ("wherewith", "en"),
    ],
)
def test_words_made_of_known_ones(token: str, lang: str) -> None:
    assert is_derived(token, lang)


@pytest.mark.parametrize(
    ("token", "lang"),
    [
        ("elministro", "es"),
        ("porlas", "es"),
        ("pergli", "it"),
        ("revelandolas", "es"),
        ("asistentese", "es"),
        ("maximizarla", "pt"),
        ("незнает", "ru"),
        ("многоинтересных", "ru"),
        ("avregering", "sv"),
        ("thereis", "en"),
        ("mitinstallierten", "de"),
        ("", "es"),
        ("la", "es"),
    ],
)
def test_words_run_together_are_not_made_so(token: str, lang: str) -> None:
    assert not is_derived(token, lang)


def test_english_words_are_foreign_elsewhere() -> None:
    assert is_foreign("firmware", "es")
    assert not is_foreign("firmware", "en")


def test_a_name_may_have_an_accent_that_lists_leave_out() -> None:
    assert is_accented_name("Luísa", "en")
    assert not is_accented_name("Luisa", "en")
