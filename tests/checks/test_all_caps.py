"""all-caps: what is written in capitals by right."""

import pytest

from tests.checks.pairs import lone
from transcheck.checks.all_caps import ALL_CAPS


@pytest.mark.parametrize(
    ("text", "lang", "marked"),
    [
        ("He said THAT HE WOULD NOT GO THERE again.", "en", ["THAT HE WOULD NOT GO THERE"]),
        ("LA COMMISSION A VOTÉ LE TEXTE MARDI.", "fr", ["LA COMMISSION A VOTÉ LE TEXTE MARDI."]),
        ("He wrote “I WILL NOT GO THERE AGAIN” on it.", "en", []),
        ("The USS ENTERPRISE and HMS VICTORY met.", "en", []),
        ("NATO, OSCE, IMF, WHO, WTO, OPEC, ILO.", "en", []),
        ("IT WAS A COLD MORNING when they left.", "en", []),
        ("大臣 IS IN THE HOUSE OF THE", "zh", []),
    ],
)
def test_runs_of_capitals(text: str, lang: str, marked: list[str]) -> None:
    assert lone(ALL_CAPS, text, lang=lang) == marked
